/** Numbers of the ELF format that are read and written here. */

/** e_ident[EI_MAG0 … EI_MAG3]. */
export const ELF_MAGIC = [0x7f, 0x45, 0x4c, 0x46] as const;

/** e_ident[EI_DATA], by byte order. */
export const EI_DATA = { little: 1, big: 2 } as const;

/** The one value of e_ident[EI_VERSION] and e_version. */
export const EV_CURRENT = 1;

/** Bytes of what there is one or many of, by class. */
export const SIZES = {
  32: { fileHeader: 52, programHeader: 32, sectionHeader: 40, symbol: 16 },
  64: { fileHeader: 64, programHeader: 56, sectionHeader: 64, symbol: 24 },
} as const;

export const ET = { REL: 1, EXEC: 2, DYN: 3, CORE: 4 } as const;

export const SHT = {
  NULL: 0,
  PROGBITS: 1,
  SYMTAB: 2,
  STRTAB: 3,
  RELA: 4,
  NOTE: 7,
  NOBITS: 8,
  REL: 9,
  GROUP: 17,
  SYMTAB_SHNDX: 18,
  RELR: 19,
  CREL: 0x40000014,
  ANDROID_REL: 0x60000001,
  ANDROID_RELA: 0x60000002,
  ANDROID_RELR: 0x6fffff00,
} as const;

/** Section types that carry relocations for another section. */
export const RELOCATION_SECTION_TYPES: ReadonlySet<number> = new Set([SHT.REL, SHT.RELA, SHT.CREL]);

/** Section types that carry relocations in a form that is not read. */
export const REFUSED_SECTION_TYPES: ReadonlyMap<number, string> = new Map([
  [SHT.RELR, 'SHT_RELR'],
  [SHT.ANDROID_REL, 'SHT_ANDROID_REL'],
  [SHT.ANDROID_RELA, 'SHT_ANDROID_RELA'],
  [SHT.ANDROID_RELR, 'SHT_ANDROID_RELR'],
]);

export const SHF = {
  WRITE: 0x1n,
  ALLOC: 0x2n,
  EXECINSTR: 0x4n,
  INFO_LINK: 0x40n,
  LINK_ORDER: 0x80n,
  TLS: 0x400n,
  COMPRESSED: 0x800n,
  EXCLUDE: 0x8000_0000n,
} as const;

/** The flag of an SHT_GROUP section of which one is kept among those of one signature. */
export const GRP_COMDAT = 1;

export const SHN = { UNDEF: 0, LORESERVE: 0xff00, ABS: 0xfff1, COMMON: 0xfff2, XINDEX: 0xffff } as const;

export const PN_XNUM = 0xffff;

/** Bits of p_flags: what the segment's memory is used for. */
export const PF = { X: 1, W: 2, R: 4 } as const;

export const PT = { LOAD: 1, DYNAMIC: 2, INTERP: 3, TLS: 7 } as const;

export const STB = { LOCAL: 0, GLOBAL: 1, WEAK: 2 } as const;

export const STT = { NOTYPE: 0, OBJECT: 1, FUNC: 2, SECTION: 3, FILE: 4, TLS: 6, GNU_IFUNC: 10 } as const;

export const DT = {
  NULL: 0n,
  NEEDED: 1n,
  PLTRELSZ: 2n,
  PLTGOT: 3n,
  HASH: 4n,
  STRTAB: 5n,
  SYMTAB: 6n,
  RELA: 7n,
  RELASZ: 8n,
  RELAENT: 9n,
  STRSZ: 10n,
  SYMENT: 11n,
  REL: 17n,
  RELSZ: 18n,
  RELENT: 19n,
  PLTREL: 20n,
  JMPREL: 23n,
  RELRSZ: 35n,
  RELR: 36n,
  RELRENT: 37n,
  GNU_HASH: 0x6ffffef5n,
} as const;

/** Dynamic tags that carry relocations in a form that is not read. */
export const REFUSED_DYNAMIC_TAGS: ReadonlyMap<bigint, string> = new Map([
  [0x40000026n, 'DT_CREL'],
  [0x6000000fn, 'DT_ANDROID_REL'],
  [0x60000011n, 'DT_ANDROID_RELA'],
  [0x6fffe000n, 'DT_ANDROID_RELR'],
]);
