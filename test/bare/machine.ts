/** What the tests on bare machines must know of one: how QEMU runs it, how it is started, and where things may stand. */

/** The purgatory's kind of console whose messages stay in memory. */
export const MEMORY_CONSOLE = 5;

/** A state in which blobs may be entered, with the addresses that memory has in it. */
export interface Window {
  /** What the state is, in few words. */
  readonly name: string;
  /** Load bases, as the processor counts them; the highest is left out. Nothing else of the test is there. */
  readonly bases: readonly [low: bigint, high: bigint];
  /** What an address in this state is to QEMU, which loads and reads memory; the same unless told. */
  readonly physical?: (address: bigint) => bigint;
  /** Where the next kernel stands. */
  readonly next: bigint;
  /** Instructions that end in an exception, to stand in front of it where zeros are some that do nothing and lead there. */
  readonly fence?: Uint8Array;
  /** Where the random bytes stand that are digested with it, 4 KiB of them. */
  readonly payload: bigint;
  /** The purgatory's console: its kind, and its address in this state; silent unless told. */
  readonly console?: readonly [kind: number, address: bigint];
  /** Symbols that the assembler is told beside BASE, which the stub enters, or NEXT_KERNEL, its address, and ARGUMENT. */
  readonly symbols?: Readonly<Record<string, bigint>>;
}

export interface BareMachine {
  readonly arch: string;
  /** QEMU's program, with the options that choose machine, processor and memory. */
  readonly qemu: readonly [program: string, ...options: string[]];
  /** GNU as' options beside those of tools.sh. */
  readonly as?: readonly string[];
  /** The address that the stub is linked at, which runs first. */
  readonly stubAt: bigint;
  /** QEMU's arguments that start the stub, an ELF file or its bare code. */
  readonly start: (files: { readonly elf: string; readonly raw: string }) => readonly string[];
  /** The windows, each of which every purgatory is entered in that its load bases allow. */
  readonly windows: readonly [Window, ...Window[]];
  /** The purgatory of the negative controls. It must have fixups that it cannot do without. */
  readonly controlled: string;
  /** Purgatories that cannot run here, and why. */
  readonly not?: Readonly<Record<string, string>>;
}
