/** Immediates of PA-RISC's instructions, put together from their bits by the manual. */

/** What ldil or addil and a load or ldo behind it make: assemble_21 and low_sign_ext. */
export function formed(upper: number, lower: number): bigint {
  const x = BigInt(upper);
  const run = (shift: bigint, count: bigint): bigint => (x >> shift) & ((1n << count) - 1n);
  // assemble_21: x{20} || x{9..19} || x{5..6} || x{0..4} || x{7..8}, bits counted from the highest of 21.
  const im21 =
    (run(0n, 1n) << 20n) | (run(1n, 11n) << 9n) | (run(14n, 2n) << 7n) | (run(16n, 5n) << 2n) | run(12n, 2n);
  return BigInt.asUintN(32, (im21 << 11n) + displacement(lower));
}

/** What a load, store or ldo adds: low_sign_ext of its lower 14 bits. */
export function displacement(instruction: number): bigint {
  return BigInt((instruction >>> 1) & 0x1fff) - (instruction & 1 ? 0x2000n : 0n);
}

/** The register that addil, ldo, a load or a store counts from. */
export function baseRegister(instruction: number): number {
  return (instruction >>> 21) & 31;
}
