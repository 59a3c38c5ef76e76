/** The map beside an image: where everything stands and what the prologue does. Its schema is docs/map.schema.json. */
import type { Beacon, Format } from '../../codegen/request.ts';

export const MAP_VERSION = 1;
/** Of a text that has words in tables; what it tells is the same. */
export const TABLES_VERSION = 2;

export interface MapRange {
  readonly offset: number;
  readonly size: number;
}

export interface MapSection extends MapRange {
  /** Index in the ELF file; 0 for sections made by relocator. */
  readonly index: number;
  readonly name: string;
  /** sh_type. */
  readonly type: number;
}

export interface MapSymbol extends MapRange {
  readonly name: string;
  readonly section: string;
}

export interface MapRelocation {
  readonly offset: number;
  /** Name of the relocation type. */
  readonly type: string;
  readonly symbol: string;
  /** Signed. */
  readonly addend: bigint;
}

export interface MapFixup extends MapRelocation {
  /** `word`: a whole word to which the load base is added; `field`: anything else. */
  readonly kind: 'word' | 'field';
  /** What the symbol is at load time; `value` is an offset in the blob (`image`) or an address (`absolute`). */
  readonly target: {
    readonly kind: 'image' | 'absolute' | 'late';
    readonly value: bigint;
  };
  /** Signed; for types that have a second addend. */
  readonly second?: bigint;
  /** Offset of the GOT slot it goes through, if any. */
  readonly slot?: number;
}

/** A relocation that does not fit beyond an end of the load bases. */
export interface MapLimit {
  /** Name of the relocation type. */
  readonly type: string;
  readonly symbol: string;
  /** The section it stands in; in a linked image the table that has it. */
  readonly section: string;
  readonly offset: number;
}

/** Load bases, both included; an end without a limit is that of the address space. */
export interface MapBases {
  readonly min: bigint;
  readonly max: bigint;
  readonly minBecause?: MapLimit;
  readonly maxBecause?: MapLimit;
}

/** A fixup that was left out because the loader writes the whole symbol. */
export interface MapDropped extends MapRelocation {
  readonly inside: string;
}

/** Where a prologue stops that cannot go on, and what it looks at before it writes anything. */
export interface MapStop {
  readonly offset: number;
  readonly checks: readonly PrologueCheck[];
  /** Where the failure code is stored before. */
  readonly beacon?: MapBeacon;
}

/** The instructions that store the failure code begin at `offset`; of a port `address` is its number. */
export interface MapBeacon extends Beacon {
  readonly offset: number;
}

export const PROLOGUE_CHECKS = ['range', 'alignment', 'block'] as const;
/** Whether the base is in the range of load bases, a multiple of the load alignment, and keeps the image in one block. */
export type PrologueCheck = (typeof PROLOGUE_CHECKS)[number];

/** SHA-256 of the blob in two parts, in hexadecimal. */
export interface MapDigest {
  /** Of the blob with zeros where loaders write: symbols of `loaderWrites`, and late ones. */
  readonly fixed: string;
  /** Of the bytes where loaders write, from the lowest on. */
  readonly written: string;
}

/** Offsets count bytes from the blob's first byte. */
export interface ImageMap {
  readonly version: typeof MAP_VERSION;
  readonly arch: string;
  readonly format: Format;
  readonly entry: number;
  /** What registers hold when the entry is reached, beside what the contract says of all entries: offsets from the load base. */
  readonly registers?: readonly { readonly name: string; readonly offset: number }[];
  /** Where the image is entered instead of its first byte, by loaders that copy a header for other processors. */
  readonly header?: MapRange;
  readonly imageOffset: number;
  /** Bytes of the blob. */
  readonly size: number;
  /** Bytes of memory; those behind `size` must be zero. */
  readonly memsz: number;
  readonly loadAlign: number;
  readonly bases: MapBases;
  /** The memory must lie within one aligned block of this many bytes: jumps of the image stay in theirs. */
  readonly block?: number;
  readonly prologue: { readonly size: number; readonly table: MapRange; readonly stop?: MapStop };
  /** Offset of the GOT, if the image has one. */
  readonly got?: number;
  /** What the TOC pointer counts from the blob's first byte, if the image has one. */
  readonly toc?: number;
  readonly sections: readonly MapSection[];
  readonly symbols: readonly MapSymbol[];
  /** Names of variables that only their own file sees, and that are in no list; missing where there are none. */
  readonly locals?: readonly string[];
  /** Words in which the loader stores addresses before the jump. */
  readonly late: readonly (MapRange & { readonly name: string })[];
  readonly fixups: readonly MapFixup[];
  readonly dropped: readonly MapDropped[];
  /** Symbols that the loader writes before the jump, if the build was told of any. */
  readonly loaderWrites?: readonly string[];
  /** Missing in maps of earlier builds. */
  readonly digest?: MapDigest;
}
