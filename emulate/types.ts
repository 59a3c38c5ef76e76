/** A block of memory that exists during a run. */
export interface Region {
  address: bigint;
  data: Uint8Array;
  /** At least `data.length`; the rest is zero. */
  size: number;
}

/** One run of machine code: what is in memory, where to begin, where to stop. */
export interface Run {
  /** The machine's name, as in the DSL. */
  arch: string;
  /** Bytes and where they are. Everything mapped is readable, writable and executable, in pages of 4 KiB. */
  regions: Region[];
  start: bigint;
  /** The run ends before executing an instruction at one of these addresses; they need not be mapped. */
  stop: readonly bigint[];
  /** Initial registers by name; those not given are zero. */
  registers: Record<string, bigint>;
  maxInstructions: number;
  /**
   * Reject data accesses that are not a multiple of their size. Unicorn enforces it,
   * qemu-user only where the machine's options see to it.
   */
  strictAlignment: boolean;
  /** Once more when a stop address was reached: with the same registers, on the memory that is left. */
  again?: true;
}

export interface RunResult {
  /** The stop address reached, or the program counter where the run ended. */
  stoppedAt: bigint;
  reached: boolean;
  /** Instructions executed, or -1 where the emulator does not count them. */
  instructions: number;
  /** Milliseconds of processor time, where instructions are not counted. */
  processorMs?: number;
  /** One per region, as it is after the run. */
  memory: Uint8Array[];
  registers: Record<string, bigint>;
  /** Why the run ended other than at a stop address. */
  fault?: string;
  /** What came of running it again. */
  again?: RunResult;
}
