/** What a build is asked for, and what it gives. */
import type { Prologue } from '../../codegen/prologue.ts';
import type { Beacon } from '../../codegen/request.ts';
import type { FormatChoice } from '../fixups/plan.ts';
import type { ImageSource, Layout, SourceOptions } from '../input/source.ts';
import type { LoaderWrites } from '../input/written.ts';
import type { ImageMap } from '../map/map.ts';
import type { Setting } from '../memory/symbol-value.ts';

export interface BuildOptions extends SourceOptions {
  /** Default: the smallest format that can hold the image. */
  readonly format?: FormatChoice | undefined;
  /** At least this load alignment, in bytes. */
  readonly loadAlign?: number | undefined;
  /** Symbols the loader fills in before the jump: no fixup is left inside them. */
  readonly loaderWrites?: LoaderWrites | undefined;
  /** Test even what the loader's contract grants. */
  readonly checked?: boolean | undefined;
  /** Where a prologue that stops stores why. */
  readonly beacon?: Beacon | undefined;
  /** Contents for symbols of the image; a bigint is stored with the symbol's size (8 bytes at most), in the machine's byte order. */
  readonly set?: ReadonlyMap<string, Uint8Array | bigint> | undefined;
  /** Told each step as it begins, in words for people; it changes nothing of the image. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface BuildSummary {
  /** Relocations finished at build time. */
  readonly settled: number;
  /** GOT accesses that were relaxed, and GOT slots that were made. */
  readonly relaxed: number;
  /** Why addresses that instructions form were not made distances, and what to do; undefined if there are none. */
  readonly keptAddresses: string | undefined;
  readonly slots: number;
  /** Fixups left for the prologue, by relocation type. */
  readonly fixups: ReadonlyMap<string, number>;
  readonly dropped: number;
  readonly codeSize: number;
  readonly tableSize: number;
  readonly loadAlign: number;
  /** What was done that the user may not expect, each in a line of its own. */
  readonly notes: readonly string[];
  /** On whose account the load alignment is what it is. */
  readonly loadAlignBecause: string;
  readonly bases: {
    readonly min: bigint;
    readonly max: bigint;
    /** The relocations that do not fit below and above; undefined where the address space ends. */
    readonly minBecause: string | undefined;
    readonly maxBecause: string | undefined;
  };
}

export interface BuiltImage {
  readonly blob: Uint8Array;
  readonly map: ImageMap;
  readonly summary: BuildSummary;
  readonly prologue: Prologue;
}

/** What `applyObject` needs besides the image. */
export interface BuiltWithSource extends BuiltImage {
  readonly source: ImageSource;
  readonly layout: Layout;
  readonly settings: readonly Setting[];
}
