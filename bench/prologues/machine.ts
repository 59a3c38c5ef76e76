/** What the benchmark must know of a machine beside its tools: how its C functions are called. */
export interface BenchMachine {
  /**
   * The registers with which a function is called. The stack pointer points at `frame[sp]` unless it is among them; arguments
   * and the address to return to that are there are put into `frame`.
   */
  readonly call: (call: Call) => Readonly<Record<string, bigint>>;
  /** Options for both compilers, beside those of the machine's purgatories. */
  readonly options?: readonly string[];
  /** Options for gcc alone. */
  readonly gcc?: readonly string[];
  /** Where functions return to, where emulators have no register to set for it. */
  readonly returnsTo?: bigint;
}

export interface Call {
  readonly arguments: readonly [bigint, bigint];
  /** The function's address. */
  readonly start: bigint;
  readonly returnTo: bigint;
  /** Memory of the stack. */
  readonly frame: Buffer;
  readonly sp: number;
  /** The address of `frame[sp]`. */
  readonly stack: bigint;
}

/** The machines of one psABI, by name. */
export type BenchFamily = Readonly<Record<string, BenchMachine>>;
