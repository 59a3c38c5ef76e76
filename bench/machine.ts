/** What the benchmark must know of a machine: how clang compiles for it, and how its C functions are called. */
export interface BenchMachine {
  readonly arch: string;
  /** clang's options. */
  readonly clang: readonly string[];
  /** Calls a function of two arguments that returns to an address, with the stack pointer at `frame[sp]`. */
  readonly call: (call: Call) => Readonly<Record<string, bigint>>;
}

export interface Call {
  readonly arguments: readonly [bigint, bigint];
  readonly returnTo: bigint;
  /** Memory of the stack, to be filled in where arguments or the address to return to are there. */
  readonly frame: Buffer;
  readonly sp: number;
}
