/**
 * Magnitudes in pieces, as Arm's instructions take them: eight bits from an even one on, the highest set bit of the magnitude
 * among them. What one piece leaves has a piece of its own.
 */

/** The lowest bit of the leading piece of a magnitude of at most 32 bits. */
function pieceStart(magnitude: bigint): number {
  const start = Math.max(magnitude.toString(2).length - 8, 0);
  return start + (start % 2);
}

/** What so many leading pieces leave of a magnitude. */
export function withoutPieces(magnitude: bigint, count: number): bigint {
  let rest = magnitude;
  for (let index = 0; index < count; index++) rest = BigInt.asUintN(pieceStart(rest), rest);
  return rest;
}

/** The leading piece as instructions hold it: eight bits, and above them half of how far they are rotated to the right. */
export function rotatedPiece(magnitude: bigint): bigint {
  const start = pieceStart(magnitude);
  return (magnitude >> BigInt(start)) | (BigInt(((32 - start) / 2) % 16) << 8n);
}

/** The magnitude of which an instruction holds such a piece. */
export function unrotated(held: bigint): bigint {
  const twice = BigInt.asUintN(8, held) * 0x1_0000_0001n;
  return BigInt.asUintN(32, twice >> (((held >> 8n) & 15n) * 2n));
}
