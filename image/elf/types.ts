/** What the reader hands on: an ELF file in which every offset, index and size has been checked. */

/** One of several files; told apart by identity, since names may be the same. */
export interface FileName {
  readonly name: string;
}

export interface Section {
  readonly index: number;
  readonly name: string;
  /** Where it is from, if the sections are those of several files. */
  readonly file?: FileName;
  /** Why it is not used, if another file's stands for it. */
  readonly replaced?: string;
  /** It is in no file, but made as linkers make it. */
  readonly made?: true;
  /** sh_type, as number. */
  readonly type: number;
  readonly flags: bigint;
  readonly address: bigint;
  /** Size in bytes. */
  readonly size: number;
  /** At least 1. */
  readonly alignment: number;
  readonly link: number;
  readonly info: number;
  readonly entrySize: number;
  /** The section's bytes; empty for SHT_NOBITS. */
  readonly data: Uint8Array;
}

export interface ElfSymbol {
  readonly index: number;
  /** For STT_SECTION symbols, the section's name. */
  readonly name: string;
  readonly value: bigint;
  readonly size: bigint;
  readonly binding: 'local' | 'global' | 'weak' | 'other';
  /** STT_*, as number. */
  readonly type: number;
  /** st_other. */
  readonly other: number;
  /** A function whose symbol has the machine's function bit set; `value` is then without it. */
  readonly functionBit?: true;
  /** Where it is defined; SHN_XINDEX is already resolved. */
  readonly place:
    | { readonly kind: 'undefined' }
    | { readonly kind: 'absolute' }
    /** `small`: it says that single instructions reach it from the global pointer. */
    | { readonly kind: 'common'; readonly small?: true }
    | { readonly kind: 'section'; readonly section: number };
}

export interface Relocation {
  /** r_offset: bytes into the section (ET_REL) or address (others). */
  readonly offset: bigint;
  readonly type: number;
  /** Index into `symbols`; 0 is the null symbol (value 0). */
  readonly symbol: number;
  /** r_addend; undefined where the addend stands in the place (SHT_REL, and SHT_CREL without addends). */
  readonly addend: bigint | undefined;
  /** r_offset as the file has it, in a section out of which something was cut. */
  readonly fileOffset?: bigint;
}

export interface RelocationSection {
  readonly index: number;
  readonly name: string;
  /** The section that is patched (sh_info). 0 for dynamic relocations. */
  readonly target: number;
  readonly relocations: readonly Relocation[];
}

export interface Segment {
  /** p_type. */
  readonly type: number;
  readonly flags: number;
  readonly address: bigint;
  readonly data: Uint8Array;
  readonly memorySize: bigint;
  readonly alignment: bigint;
}

/** The words of a GOT that move although no relocation says so, by their addresses. */
export interface ImpliedSlots {
  /** With addresses of the image. */
  readonly own: readonly bigint[];
  /** With the address of a dynamic symbol each: this one, and those behind it. */
  readonly firstSymbol: number;
  readonly ofSymbols: readonly bigint[];
}

export interface ElfFile {
  /**
   * ET_REL = 1, ET_DYN = 3. `kept`: ET_EXEC = 2 or ET_DYN, read for the relocations that its linker kept (ld --emit-relocs);
   * no image is made of it.
   */
  readonly type: 'relocatable' | 'dynamic' | 'kept';
  readonly machine: number;
  /** e_flags. */
  readonly flags: number;
  readonly wordBits: 32 | 64;
  readonly byteOrder: 'little' | 'big';
  readonly entry: bigint;
  /** The one of several files that has a word for e_entry. */
  readonly entryFile?: FileName;
  /** e_entry has the machine's function bit set; `entry` is then without it. */
  readonly entryFunctionBit?: true;
  readonly sections: readonly Section[];
  readonly symbols: readonly ElfSymbol[];
  /** ET_REL, and what is kept: SHT_REL, SHT_RELA and SHT_CREL, of sections that take memory. ET_DYN: the dynamic ones (DT_REL, DT_RELA), RELR already expanded in `relr`. */
  readonly relocations: readonly RelocationSection[];
  readonly segments: readonly Segment[];
  /** ET_DYN: addresses of the words that DT_RELR / SHT_RELR names. */
  readonly relr: readonly bigint[];
  /** Members of archives that may define what is undefined and have no symbols to be seen: each with what it is and what to do. */
  readonly unread?: readonly string[];
  /** ET_DYN, on machines where its GOT moves without relocations. */
  readonly impliedSlots?: ImpliedSlots | undefined;
}
