/** What the boot tests must know of a machine: how QEMU runs it, what its kernels want, and where things may stand. */
import type { BuiltImage, BundleOptions, ImageMap } from '../../index.ts';

export interface PlannedSegment {
  readonly name: string;
  readonly address: bigint;
  readonly data: Uint8Array;
  /** Bytes of memory; made a whole number of pages. */
  readonly memorySize: number;
}

export interface Kernel {
  readonly segments: readonly PlannedSegment[];
  /** Where to jump, and the argument that goes with it. */
  readonly entry: bigint;
  readonly argument: bigint;
}

/** What a loader writes into symbols of a purgatory. */
export type SymbolValues = readonly (readonly [string, Uint8Array | bigint])[];

/** How a machine is entered without a first kernel. */
export interface DirectBoot {
  /** clang's options for the stub, machines/stub-<machine>.S, which enters what is at `base`. */
  readonly stub: readonly string[];
  /** QEMU's arguments that start the program at a path. */
  readonly start: (path: string) => readonly string[];
  /** What a bundle needs of the machine beside a kernel. */
  readonly bundle: () => Partial<Pick<BundleOptions, 'memory' | 'tree'>>;
  /** clang's options for C programs in place of the stub, where C needs no mode set up before it. */
  readonly carrier?: readonly string[];
}

export interface BootMachine {
  /** The machine's name, as in the DSL. */
  readonly arch: string;
  /** Debian's name for it. */
  readonly debian: string;
  /** QEMU's program, with the options that choose machine, processor and memory. */
  readonly qemu: readonly string[];
  /** Debian's package that depends on the newest kernel, and the kernel's name among those that it depends on. */
  readonly kernelPackage: string;
  readonly kernelName: RegExp;
  /** Debian's release that has them, where it is not the usual one. */
  readonly suite?: string;
  /** clang's options for the programs in the guest. */
  readonly clang: readonly string[];
  /** The kernel's console, as its command line names it. */
  readonly console: string;
  /** Where purgatories may stand: memory that nothing else of the test uses, one range above 4 GiB at 64 bits. */
  readonly windows: readonly (readonly [bigint, bigint])[];
  /** This project's purgatory that is booted. */
  readonly own: string;
  /** One whose fields cannot hold addresses in the last of the windows. */
  readonly belowLast?: string;
  /** False where Debian's purgatory serves the crash path only. */
  readonly withDebian: boolean;
  /** False where a purgatory has no console to write to: it just does not go on. */
  readonly saysRefusal: boolean;
  /** What QEMU's monitor prints before the program counter and the register of a failure's code, as regular expressions. */
  readonly registers: readonly [pc: string, code: string];
  /** A kernel, its initrd and its command line in memory, by the boot protocol. @throws RangeError when it is no kernel of it */
  readonly place: (image: Buffer, initrd: Buffer, commandLine: string) => Kernel;
  /** Code that a kernel can leave to, and that goes on to the entry in the mode in which the blob is entered. */
  readonly step?: (entry: bigint) => PlannedSegment;
  /** What this project's purgatories are told of their console: its kind, and where it is. */
  readonly serial: readonly [kind: number, address: bigint];
  /** What kexec-tools tells its own purgatory. */
  readonly kexecToolsValues: (map: ImageMap, kernel: Kernel) => SymbolValues;
  readonly direct?: DirectBoot;
}

/** A purgatory and the kernel that it is to enter. */
export interface Start {
  readonly machine: BootMachine;
  readonly blob: Uint8Array;
  readonly built: BuiltImage;
  readonly base: bigint;
  readonly kernel: Kernel;
}
