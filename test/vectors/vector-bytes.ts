/** What a loop reads and changes, as bytes of a machine: the tables and the image of a vector, dynamic sections, stacks. */
import { DT } from '../../image/elf/constants.ts';
import { relativeRule } from '../../relocator-dsl/architecture.ts';
import { architectureOf } from '../support/architecture.ts';
import { IMAGE_BYTES, type LoopVector } from '../support/loop-vectors.ts';
import { write } from '../support/memory.ts';

/** Words in the machine's order, one after the other. */
function wordsOf(arch: string, words: readonly bigint[], bytes: Buffer, start = 0): Buffer {
  const { dataOrder, wordBits } = architectureOf(arch).machine;
  const step = wordBits / 8;
  for (const [index, each] of words.entries()) {
    write(bytes, start + index * step, step, BigInt.asUintN(wordBits, each), dataOrder);
  }
  return bytes;
}

function packed(arch: string, words: readonly bigint[]): Buffer {
  return wordsOf(arch, words, Buffer.alloc((words.length * architectureOf(arch).machine.wordBits) / 8));
}

/** The table as the file has it, `from` added to all places. */
export function tableBytes(arch: string, { kind, entries, words }: LoopVector, from: bigint): Buffer {
  const type = BigInt(relativeRule(architectureOf(arch)).type);
  const isAddress = (each: bigint): boolean => (each & 1n) === 0n;
  if (kind === 'relr')
    return packed(
      arch,
      words.map((each) => (isAddress(each) ? each + from : each)),
    );
  const flat = entries.flatMap(({ place, addend, none }) => [
    place + from,
    none ? 0n : type,
    ...(kind === 'rela' ? [addend ?? 0n] : []),
  ]);
  return packed(arch, flat);
}

/** Of each kind of table: where it is, how long it is and an entry of it, and how many words that has. */
const TAGS = {
  rela: [DT.RELA, DT.RELASZ, DT.RELAENT, 3],
  rel: [DT.REL, DT.RELSZ, DT.RELENT, 2],
  relr: [DT.RELR, DT.RELRSZ, DT.RELRENT, 1],
} as const;

/** A dynamic section with that table alone; with none where it is empty. */
export function dynamicBytes(arch: string, { kind, bits }: LoopVector, table: Buffer, at: bigint): Buffer {
  const [address, size, entry, words] = TAGS[kind];
  const pairs = [address, at, size, BigInt(table.length), entry, BigInt((words * bits) / 8)];
  return packed(arch, [...(table.length === 0 ? [] : pairs), DT.NULL, 0n]);
}

/** The words of the image before, or what it must be after. */
export function imageBytes(arch: string, vector: LoopVector, which: 'before' | 'after'): Buffer {
  const image = Buffer.alloc(IMAGE_BYTES);
  for (const words of which === 'before' ? [vector.before] : [vector.before, vector.after]) {
    for (const [at, held] of words) wordsOf(arch, [held], image, Number(at));
  }
  return image;
}

/** Where the pointer to such a stack points, from its first byte. */
export const STACK_POINTER = 0x1000n;

/** A stack of words, the first where the pointer points. */
export function stackBytes(arch: string, words: readonly bigint[]): Buffer {
  return wordsOf(arch, words, Buffer.alloc(0x2000), Number(STACK_POINTER));
}
