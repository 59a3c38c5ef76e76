/** What a bundle must know of a machine: how its kernels are put into memory, and what leads a purgatory to them. */
import type { Family } from '../../relocator-dsl/told.ts';

/** A part of a bundle before it has a place. */
export interface Part {
  readonly name: 'kernel' | 'argument' | 'initrd';
  readonly data: Uint8Array;
  /** Bytes of memory, at least those of the data; what is behind them is zeros. */
  readonly memorySize: number;
  /** It stands at a multiple of this, in bytes, and so many bytes behind one. */
  readonly alignment: number;
  readonly past?: number;
}

/** What a kernel is given. */
export interface BundleRequest {
  readonly kernel: Uint8Array;
  readonly initrd: Uint8Array | undefined;
  readonly commandLine: string;
  readonly tree: Uint8Array | undefined;
  /** Memory that the kernel may use: address and bytes. */
  readonly memory: readonly (readonly [start: bigint, size: bigint])[];
}

/** Where an initrd is; undefined without one. */
export type InitrdPlace = readonly [start: bigint, size: number] | undefined;

/** A kernel that was looked at: what can be said of it before anything has a place. */
export interface LookedAt {
  readonly kernel: Part;
  /** The bytes that the argument will have at most, and the alignment of its place. */
  readonly argument: Pick<Part, 'memorySize' | 'alignment'>;
  /** Where the purgatory goes on, in bytes from where the kernel stands. */
  readonly entry: bigint;
  /** The argument, once all have a place. */
  makeArgument(at: bigint, initrd: InitrdPlace): Uint8Array;
}

export interface BundleMachine {
  /** The machine's name, as in the DSL. */
  readonly arch: string;
  /** The kernel's part, or why it is none that can be started. */
  look(request: BundleRequest): LookedAt | string;
  /** What leads purgatories of others than relocator to a kernel: symbols with a number, or with members of a structure. */
  readonly leads: Partial<
    Record<Exclude<Family, 'relocator'>, (entry: bigint, argument: bigint) => readonly Lead[]>
  >;
}

export type Lead = readonly [symbol: string, value: bigint | Readonly<Record<string, bigint>>];
