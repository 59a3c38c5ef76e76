/**
 * Words of 8 bytes beside words of 4: where the load base keeps every address below 4 GiB, the upper halves are 0 before and
 * after, and to move the lower halves is all there is to do. Then one loop does both.
 */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { type PrologueRequest, WordContents, type WordGroup } from '../request.ts';

const HALF = 4;
const LIMIT = 1n << 32n;

export interface LowerHalves {
  /** With one group of words of 4 bytes in place of two. */
  readonly request: PrologueRequest;
  /** What the words of both sizes hold in the file, from what the one group's hold. */
  words(held: WordContents): WordContents;
}

interface Half {
  /** Of the lower half. */
  readonly offset: number;
  readonly value: bigint;
  /** Bytes of the word that it is the lower half of, or all of. */
  readonly bytes: 4 | 8;
}

/** Undefined where there is one size only, or an upper half changes. */
export function inLowerHalves(
  request: PrologueRequest,
  order: Machine['dataOrder'],
): LowerHalves | undefined {
  const { groups, bases } = request;
  const plain = groups.filter(({ fields }) => fields === undefined);
  const sizes = new Set(plain.map(({ bytes }) => bytes));
  if (sizes.size < 2 || !bases || bases.min > bases.max) return undefined;
  const halves = plain
    .flatMap(({ bytes, words }) => words.map((word) => halfOf(word, bytes, order)))
    .sort((a, b) => a.offset - b.offset);
  const stay = halves.every(({ bytes, value }) => bytes === HALF || value + bases.max < LIMIT);
  if (!stay || halves.some((half, index) => overlaps(half, halves[index + 1], order))) return undefined;
  const group: WordGroup = {
    bytes: HALF,
    granule: plain.some(({ granule }) => granule < HALF) ? 1 : HALF,
    words: halves,
    ...(plain.some(({ inCode }) => inCode) ? { inCode: true } : {}),
  };
  const others = groups.filter(({ fields }) => fields !== undefined);
  return {
    request: { ...request, groups: [group, ...others] },
    words: (held) => {
      const whole = ([8, 4] as const).map((bytes) => ({
        bytes,
        words: halves
          .filter((half) => half.bytes === bytes)
          .map(({ offset, value }) => ({
            offset: offset - below(bytes, order),
            value: held.get(offset)?.value ?? value,
          })),
      }));
      const split = others.map((each) => ({
        ...each,
        words: each.words.map(({ offset, value }) => ({ offset, value: held.get(offset)?.value ?? value })),
      }));
      return new WordContents([...whole, ...split]);
    },
  };
}

/** How far behind a word its lower half begins. */
function below(bytes: 4 | 8, order: Machine['dataOrder']): number {
  return order === 'little' ? 0 : bytes - HALF;
}

function halfOf(
  { offset, value }: WordGroup['words'][number],
  bytes: 4 | 8,
  order: Machine['dataOrder'],
): Half {
  return { offset: offset + below(bytes, order), value, bytes };
}

/** Whether a word shares bytes with the one behind it. */
function overlaps(half: Half, next: Half | undefined, order: Machine['dataOrder']): boolean {
  if (!next) return false;
  const end = half.offset - below(half.bytes, order) + half.bytes;
  return next.offset - below(next.bytes, order) < end;
}
