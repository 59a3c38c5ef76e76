/** What every kind of input (a relocatable object, a linked image) offers to the rest of the pipeline. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { RELOCATION_LIMIT, RELOCATION_LIMIT_TEXT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import type { Application } from './application.ts';
import type { PlacedSettled } from './placed-settled.ts';
import type { PlacedWords } from './placed-words.ts';

export interface SourceOptions {
  /** Symbol of the first instruction; default: `purgatory_start`, or e_entry where it is clear. */
  readonly entry?: string | undefined;
  /** Undefined symbols whose addresses the loader fills in. */
  readonly late?: readonly string[] | undefined;
  /** Keep .eh_frame sections, which are left out otherwise. */
  readonly keepEhFrame?: boolean | undefined;
  /** Read the relocations of debugging sections, too, which no image has. */
  readonly withDebug?: boolean | undefined;
}

export interface PlacedSection {
  /** Index in the ELF file; 0 for sections made here (GOT, COMMON). */
  readonly index: number;
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  /** sh_type. */
  readonly type: number;
}

export interface PlacedSymbol {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly section: string;
}

/** Where everything stands. Offsets are bytes from the blob's first byte. */
export interface Layout {
  readonly imageOffset: number;
  readonly sections: readonly PlacedSection[];
  readonly symbols: readonly PlacedSymbol[];
  /** One past the last byte that the file holds. */
  readonly size: number;
  /** One past the last byte in memory. */
  readonly memsz: number;
  readonly entry: number;
  /** The machine's function bit of the entry, false where it has none. */
  readonly entryFunctionBit: boolean;
  /** st_other of the entry's symbol; undefined where no symbol names it. */
  readonly entryOther: number | undefined;
  /** Where the descriptor is that names the entry, if one does. */
  readonly entryDescriptor: number | undefined;
  /** The address of the GOT, if anything asks for it. */
  readonly got: number | undefined;
  /** The TOC pointer, if anything asks for it. */
  readonly toc?: number | undefined;
}

/** What the load address must be a multiple of, in bytes, and on whose account. */
export interface LoadAlignment {
  readonly bytes: number;
  readonly why: string;
}

/** The largest; among equal ones that which is named first. */
export function strictest(first: LoadAlignment, ...others: readonly LoadAlignment[]): LoadAlignment {
  return others.reduce((most, each) => (each.bytes > most.bytes ? each : most), first);
}

/** A pointer from which code counts to its data: GP, or GOT. */
export type DataPointer = 'global pointer' | 'GOT pointer';

/** @throws InputError when an image would have more relocations than one may */
export function checkCount(count: number): void {
  if (count > RELOCATION_LIMIT)
    throw new InputError(`the input has ${count} relocations; ${RELOCATION_LIMIT_TEXT}`);
}

export interface ImageSource {
  readonly architecture: Architecture;
  readonly model: ReferenceModel;
  /** The least alignment of `imageOffset`. */
  readonly imageAlignment: number;
  /** The least one. */
  readonly loadAlignment: LoadAlignment;
  /** Names of variables of the image that only their own file sees. */
  readonly locals: ReadonlySet<string>;
  /** Names bound by the loader, in the order asked for. */
  readonly late: readonly string[];
  /** Relocations that are done with because their instructions were rewritten. */
  readonly rewritten: number;
  readonly relaxed: number;
  /** Why addresses that instructions form were not made distances, and what to do; undefined if there are none. */
  readonly keptAddresses: string | undefined;
  readonly slots: number;
  /** What is done that the user may not expect, each in a line of its own. */
  readonly notes: readonly string[];
  /** Pointers from which instructions count, and which nothing in the input forms. */
  readonly unformed: ReadonlySet<DataPointer>;
  place(imageOffset: number): Layout;
  /** The image [imageOffset, size) before any relocation. */
  contents(layout: Layout): Uint8Array;
  /** All relocations, those of one place in the order in which they apply. */
  applications(layout: Layout): Application[];
  /** The same, with plain ones apart. */
  columns(layout: Layout): Columns;
}

/** Relocations in their places: most in columns, and the others. Where places are shared, columns do not tell the order. */
export interface Columns {
  /** Whole words that hold an address of the image. */
  readonly words: PlacedWords;
  /** What is done at build time. */
  readonly settled: PlacedSettled;
  readonly others: readonly Application[];
}
