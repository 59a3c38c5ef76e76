/** Numbers of the ELF format that the reader uses. */

export const ET = { REL: 1, EXEC: 2, DYN: 3, CORE: 4 } as const;

export const EM = { S390: 22, MIPS: 8, ALPHA: 0x9026 } as const;

export const SHT = {
  NULL: 0,
  PROGBITS: 1,
  SYMTAB: 2,
  STRTAB: 3,
  RELA: 4,
  NOBITS: 8,
  REL: 9,
  SYMTAB_SHNDX: 18,
  RELR: 19,
  CREL: 0x40000014,
  ANDROID_REL: 0x60000001,
  ANDROID_RELA: 0x60000002,
  ANDROID_RELR: 0x6fffff00,
} as const;

/** Section types that carry relocations in a form that is not read. */
export const REFUSED_SECTION_TYPES: ReadonlyMap<number, string> = new Map([
  [SHT.RELR, 'SHT_RELR'],
  [SHT.CREL, 'SHT_CREL'],
  [SHT.ANDROID_REL, 'SHT_ANDROID_REL'],
  [SHT.ANDROID_RELA, 'SHT_ANDROID_RELA'],
  [SHT.ANDROID_RELR, 'SHT_ANDROID_RELR'],
]);

export const SHF = { ALLOC: 0x2n, COMPRESSED: 0x800n } as const;

export const SHN = { UNDEF: 0, LORESERVE: 0xff00, ABS: 0xfff1, COMMON: 0xfff2, XINDEX: 0xffff } as const;

export const PN_XNUM = 0xffff;

export const PT = { LOAD: 1, DYNAMIC: 2 } as const;

export const STT = { SECTION: 3 } as const;

export const DT = {
  NULL: 0n,
  NEEDED: 1n,
  PLTRELSZ: 2n,
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

/** Most memory that one file may ask for, zero-filled parts included: 256 MiB. */
export const MEMORY_LIMIT = 0x1000_0000;
