/** Images whose addresses are split over instructions, or stand in words of two sizes: what they took once, and what they should take. */

export interface Aim {
  /** A purgatory of test/fixtures/purgatory, or Debian's by its name of the architecture. */
  readonly image: string;
  /** Bytes of code and table of version 0.1.0. */
  readonly before: number;
  /** Bytes of code and table at most. */
  readonly goal: number;
}

export const AIMS: readonly Aim[] = [
  { image: 'armhf', before: 244, goal: 160 },
  { image: 'mipsel-gcc-noabicalls-Os', before: 379, goal: 200 },
  { image: 'riscv32-clang-medlow-Os', before: 464, goal: 180 },
  { image: 'riscv64-gcc-medlow-Os', before: 552, goal: 180 },
  { image: 'ppc-clang-nopic-Os', before: 732, goal: 200 },
  { image: 'sparc64-gcc-medany-Os', before: 908, goal: 240 },
  { image: 'mips64-gcc-noabicalls-O0', before: 1624, goal: 260 },
  { image: 'ppc64el', before: 180, goal: 150 },
  { image: 'x86_64-gcc-small-Os', before: 79, goal: 60 },
  { image: 's390x-gcc-nopic-Os', before: 60, goal: 52 },
];
