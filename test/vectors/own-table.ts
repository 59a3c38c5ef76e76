/** The memory of a program whose own dynamic section, or table, gives way to that of a vector. */
import type { Segment } from './peer.ts';

/** The segments in one piece, from the first on, with `bytes` at an address. */
export function inOnePiece(segments: readonly Segment[], address: bigint, bytes: Buffer): Buffer {
  const first = segments[0]?.address ?? 0n;
  const end = Math.max(...segments.map((each) => Number(each.address - first) + each.size));
  const memory = Buffer.alloc(end);
  for (const { address: start, data } of segments) data.copy(memory, Number(start - first));
  bytes.copy(memory, Number(address - first));
  return memory;
}
