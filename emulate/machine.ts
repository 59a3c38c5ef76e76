/**
 * What the two emulators call a machine and its registers, and what they ask for to be in the state of its entry
 * contract. What registers are for is the contract's to say.
 */

export interface UnicornMachine {
  /** UC_ARCH_* and UC_MODE_*. */
  readonly arch: number;
  readonly mode: number;
  /** UC_*_REG_* of the program counter, and of each register that runs set and read. */
  readonly pc: number;
  readonly registers: ReadonlyMap<string, number>;
  /** UC_CPU_*, where the engine's usual one is another processor. */
  readonly model?: number;
  /** The engine does not end at the address it is told, but at the instruction in front of it, or runs that for ever: hooks end it. */
  readonly staysInFront?: true;
  /** Some code that is not as it should be ends the process that the engine is a part of. */
  readonly fragile?: true;
  /** Registers without which the engine would not be in the state of the entry contract. */
  readonly initial?: ReadonlyMap<number, bigint>;
  /**
   * A register of the processor's state that the engine only lets change in part: `marker` is what can be written and
   * found again in a saved context, `stored` what is put there instead, and `written` the rest, by the usual way.
   */
  readonly state?: {
    readonly register: number;
    readonly marker: bigint;
    readonly stored: bigint;
    readonly written: bigint;
  };
}

export interface QemuMachine {
  /** What comes between `qemu-` and `-static` in the program's name, where it is not the architecture. */
  readonly program?: string;
  /** Position of the program counter and of each register among those of the `g` packet, all as wide as a word. */
  readonly pc: number;
  readonly registers: ReadonlyMap<string, number>;
  /**
   * Instructions of 2 or 4 bytes, by mask and value, that user mode does not permit and that change nothing there, such
   * as cache maintenance: where they raise SIGILL they are stepped over.
   */
  readonly privileged?: readonly {
    readonly bytes: 2 | 4;
    readonly mask: number;
    readonly value: number;
  }[];
  /** Positions at which the program counter is written, where the stub does not take it where it gives it. */
  readonly pcWritten?: readonly number[];
  /** Second positions of registers, where the stub takes those that come last. */
  readonly alsoAt?: ReadonlyMap<string, number>;
  /** Position of the address of the instruction behind the next, where a machine has it for its delay slots. */
  readonly nextPc?: number;
  /** Lowest bits of the program counter that are no part of the address. */
  readonly pcFlags?: bigint;
  /** e_flags of its programs. */
  readonly elfFlags?: number;
  /** Options of the program, such as the processor to be. */
  readonly options?: readonly string[];
}

export interface EmulatedMachine {
  /** undefined where Unicorn lacks the architecture. */
  readonly unicorn: UnicornMachine | undefined;
  readonly qemu: QemuMachine;
  /** Bytes in a page of the emulated machine, where they are more than 4 KiB. */
  readonly page?: bigint;
  /** How many bits the addresses of a user process have, where they have fewer bits than a word, or than 47. */
  readonly addressBits?: number;
}

/** The registers `prefix` with the numbers from `first` to `last`, which an emulator numbers from `base` on. */
export function numbered(prefix: string, first: number, last: number, base: number): [string, number][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [`${prefix}${first + i}`, base + i]);
}

/** Registers that an emulator numbers from 0 on. */
export function inOrder(...names: string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}

/** The machines of one psABI, by name. */
export type EmulatedFamily = Readonly<Record<string, EmulatedMachine>>;

/** UC_MODE_BIG_ENDIAN */
export const BIG_ENDIAN = 0x4000_0000;
