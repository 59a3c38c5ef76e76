/** Where the immediates of RISC-V instructions stand, as the ISA manual draws them. */

/** Immediate bits `from` to `to` stand at instruction bit `at` and above. */
type Piece = readonly [from: number, to: number, at: number];

const LAYOUTS = {
  I: [[0, 11, 20]],
  S: [
    [5, 11, 25],
    [0, 4, 7],
  ],
  B: [
    [12, 12, 31],
    [5, 10, 25],
    [1, 4, 8],
    [11, 11, 7],
  ],
  J: [
    [20, 20, 31],
    [1, 10, 21],
    [11, 11, 20],
    [12, 19, 12],
  ],
  CI: [
    [5, 5, 12],
    [0, 4, 2],
  ],
  'CL.W': [
    [3, 5, 10],
    [2, 2, 6],
    [6, 6, 5],
  ],
  'CL.D': [
    [3, 5, 10],
    [6, 7, 5],
  ],
  CB: [
    [8, 8, 12],
    [3, 4, 10],
    [6, 7, 5],
    [1, 2, 3],
    [5, 5, 2],
  ],
  CJ: [
    [11, 11, 12],
    [4, 4, 11],
    [8, 9, 9],
    [10, 10, 8],
    [6, 6, 7],
    [7, 7, 6],
    [1, 3, 3],
    [5, 5, 2],
  ],
} as const satisfies Readonly<Record<string, readonly Piece[]>>;

/** The instruction bits that hold `immediate`, as a number that may be negative. */
export function scatter(layout: keyof typeof LAYOUTS, immediate: number): number {
  const pieces: readonly Piece[] = LAYOUTS[layout];
  return pieces.reduce(
    (word, [from, to, at]) => word | (((immediate >> from) & (2 ** (to - from + 1) - 1)) << at),
    0,
  );
}
