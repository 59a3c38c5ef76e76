/** What the tests of early oopses must know of a machine. */
export interface EarlyMachine {
  /** The machine's name, as in the DSL. */
  readonly arch: string;
  /** Debian's name for it. */
  readonly debian: string;
  /** The suite of its packages, where it is in no release yet. */
  readonly suite?: string;
  /** The packages that busybox, kexec and vmcore-dmesg come from, and their libraries. */
  readonly packages: readonly string[];
  /** Linux's name for it, the prefix of its compiler, and where the build leaves the image that boots. */
  readonly linux: string;
  readonly cross: string;
  readonly image: string;
  /** QEMU's program, with the options that choose machine and processor; the device that has the disk. */
  readonly qemu: readonly string[];
  readonly disk: string;
  readonly console: string;
  /** What makes the first kernel's console speak before its driver is there. */
  readonly earlyConsole: string;
  /** What else the first kernel's command line needs. */
  readonly options: readonly string[];
  /** crashkernel= of two regions, and of one above 4 GiB. */
  readonly regions: readonly [string, string, above4GiB: string];
  /** What the log has of a write to no address, and of the place where it was tried. */
  readonly oops: RegExp;
  /** Why BUG() cannot be saved at the earliest point, and what it says there; undefined where it can. */
  readonly noEarlyBug?: { readonly why: string; readonly says: RegExp };
  /** What the catcher needs of it; undefined where the driver has none. */
  readonly catcher?: CatcherMachine;
  /** Whether relocator's own purgatory leads to the second kernel, as kexec-tools has none that can be entered. */
  readonly ownPurgatory?: boolean;
  /** Whether Linux has a purgatory of its own for it that the driver knows. */
  readonly linuxPurgatory?: boolean;
}

/** Where a log is kept over a reset. */
export interface CatcherMachine {
  /** The physical address at which memory begins, and that of a zone which neither firmware nor kernels use. */
  readonly memory: number;
  readonly zone: number;
  /** How the driver's earlyoops_serial= names the console's line. */
  readonly serial: string;
}
