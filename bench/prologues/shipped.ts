/**
 * Loops of others, as Debian ships them, by how many instructions each further word takes them. Each is run for a few words
 * and for many, until the last word is relocated: what it does before its loop and behind it does not count.
 */
import { generatePrologue } from '../../codegen/prologue.ts';
import { runInUnicorn } from '../../emulate/index.ts';
import { readContainer } from '../../image/memory/bytes.ts';
import { architectureOf } from '../../test/support/architecture.ts';
import type { LoopVector } from '../../test/support/loop-vectors.ts';
import type { Peer } from '../../test/vectors/peer.ts';
import { imageBytes } from '../../test/vectors/vector-bytes.ts';
import { requestOf } from './words.ts';

/** Formats that loops of others have as well. */
const KINDS = ['rela', 'relr'] as const;
export type SharedFormat = (typeof KINDS)[number];

const FEW = 1;
/** The shortest table of one has 72 entries; with so many words bitmaps of 63 words and the gaps between pairs come out even. */
const MANY: Readonly<Record<SharedFormat, number>> = { rela: 65, relr: 127 };

export interface Shipped {
  readonly name: string;
  /** The Debian package and its release. */
  readonly from: string;
  readonly arch: string;
  readonly format: SharedFormat;
  /** Instructions for each further word. */
  readonly each: number;
}

const D = 0x40_0000n;

/** The first words of the benchmark, as a vector. They hold what their entries add, too: one loop adds to that. */
async function vectorOf(arch: string, kind: SharedFormat, count: number): Promise<LoopVector> {
  const { wordBits: bits, dataOrder } = architectureOf(arch).machine;
  const request = requestOf(arch, kind, count);
  const [{ words, bytes } = { words: [], bytes: 8 }] = request.groups;
  const first = BigInt(words[0]?.offset ?? 0);
  const held = words.map(({ offset, value }) => [BigInt(offset) - first, value] as const);
  const prologue = await generatePrologue(request);
  const { offset, size } = prologue.table;
  const table = prologue.bytes.slice(offset, offset + size);
  const entries = Array.from({ length: size / bytes - 1 }, (_, index) =>
    readContainer(table, index * bytes, bytes, dataOrder),
  );
  return {
    ...{ kind, bits, name: `${count} words`, D },
    entries: kind === 'rela' ? held.map(([place, addend]) => ({ place, addend })) : [],
    words: kind === 'relr' ? entries.map((each) => (each % 2n === 0n ? each - first : each)) : [],
    before: new Map(held),
    after: new Map(held.map(([place, value]) => [place, value + D])),
  };
}

/** After how many instructions the last word is as it must be. @throws Error where that never comes */
function instructionsFor(peer: Peer, vector: LoopVector): number {
  const { run, image } = peer.prepare(vector);
  const wanted = imageBytes(peer.arch, vector, 'after');
  const isDone = (maxInstructions: number): boolean => {
    const { memory } = runInUnicorn({ ...run, maxInstructions });
    return Buffer.from(memory[image] ?? []).equals(wanted);
  };
  // From below, as what comes behind the loop may write there.
  let [low, high] = [0, 1];
  while (!isDone(high)) {
    [low, high] = [high, 2 * high];
    if (low > run.maxInstructions)
      throw new Error(`${peer.name} on ${peer.arch} does not relocate ${vector.name}`);
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isDone(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Every loop in each format that it has. Debian's packages are fetched where they are not yet. */
export async function measureShipped(): Promise<Shipped[]> {
  const { PEERS } = await import('../../test/vectors/machines/index.ts');
  const all: Shipped[] = [];
  for (const peer of PEERS) {
    for (const format of KINDS.filter((kind) => peer.kinds.includes(kind))) {
      const few = await vectorOf(peer.arch, format, FEW);
      const many = await vectorOf(peer.arch, format, MANY[format]);
      const instructions = instructionsFor(peer, many) - instructionsFor(peer, few);
      const { name, package: from, suite, arch } = peer;
      all.push({
        name,
        from: `${from} of ${suite}`,
        arch,
        format,
        each: instructions / (MANY[format] - FEW),
      });
    }
  }
  return all;
}
