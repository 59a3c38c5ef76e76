/** Format relr: the generic ABI's SHT_RELR, the offset of a word or a bitmap over the words behind it. */
import { type Format, FormatError, WordContents, type WordGroup } from '../request.ts';
import { type Formatted, type Job, wordBytes } from './format.ts';
import {
  firstWord,
  packWords,
  plainlyTold,
  refuseOtherWords,
  refuseSplit,
  type WordsContext,
  wordsContext,
} from './words.ts';

const FORMAT: Format = 'relr';

export type RelrContext = WordsContext;

/** @throws FormatError for what is not a word, and for words that are not aligned where the machine faults on them */
export function relr(job: Job): Formatted {
  const { request, architecture, target } = job;
  const { groups } = request;
  const word = wordBytes(architecture);
  for (const group of groups) {
    refuseSplit(FORMAT, group);
    refuseOtherWords(FORMAT, group, word);
    if (group.granule >= word) continue;
    throw new FormatError(
      FORMAT,
      `slots from ${firstWord(group)} on are not aligned, and this machine faults on them`,
    );
  }
  const { dataOrder } = architecture.machine;
  return {
    tableAlignment: target.placement.tableAlignment,
    words: new WordContents([]),
    context: (table): RelrContext => wordsContext(job, table, plainlyTold(job, table)),
    encode: () => packWords([...groups.flatMap(relrWords), 0n], word, dataOrder),
  };
}

/** RELR words without the 0 that ends them: an even entry is the offset of a word, an odd one is a bitmap over the words behind it. */
function relrWords({ bytes: size, words }: WordGroup): bigint[] {
  const perBitmap = size * 8 - 1;
  const table: bigint[] = [];
  for (let index = 0; index < words.length; ) {
    const first = words[index]?.offset ?? 0;
    if (first % 2 !== 0)
      throw new FormatError(FORMAT, `the slot at 0x${first.toString(16)} has an odd offset`);
    table.push(BigInt(first));
    index++;
    let base = first + size;
    for (;;) {
      let bitmap = 0n;
      for (; index < words.length; index++) {
        const distance = (words[index]?.offset ?? 0) - base;
        if (distance >= perBitmap * size || distance % size !== 0) break;
        bitmap |= 1n << BigInt(distance / size);
      }
      if (bitmap === 0n) break;
      table.push((bitmap << 1n) | 1n);
      base += perBitmap * size;
    }
  }
  return table;
}
