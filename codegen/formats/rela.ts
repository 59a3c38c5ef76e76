/** Format rela: ElfN_Rela entries of the machine's RELATIVE type. */
import { relativeRule } from '../../relocator-dsl/architecture.ts';
import { type Format, WordContents } from '../request.ts';
import { type Formatted, type Job, wordBytes } from './format.ts';
import {
  packWords,
  plainlyTold,
  refuseOtherWords,
  refuseSplit,
  type WordsContext,
  wordAccess,
  wordsContext,
} from './words.ts';

const FORMAT: Format = 'rela';

export interface RelaContext extends WordsContext {
  /** Name of the RELATIVE type. */
  readonly relative: string;
  /** Instructions that store a word. */
  readonly store: readonly string[];
}

/** @throws FormatError for what is not a word */
export function rela(job: Job): Formatted {
  const { request, architecture, target } = job;
  const { groups } = request;
  const word = wordBytes(architecture);
  for (const group of groups) {
    refuseSplit(FORMAT, group);
    refuseOtherWords(FORMAT, group, word);
  }
  const { name, type } = relativeRule(architecture);
  return {
    tableAlignment: target.placement.tableAlignment,
    words: new WordContents([]),
    context: (table): RelaContext => {
      const context = wordsContext(job, table, plainlyTold(job, table));
      const { store } = context.groups[0] ?? wordAccess(target, word, word);
      return { ...context, relative: name, store };
    },
    encode: () => {
      const entries = groups.flatMap(({ words }) =>
        words.flatMap(({ offset, value }) => [BigInt(offset), BigInt(type), value]),
      );
      // An entry with r_offset 0 ends the table, and no more of it is read.
      return packWords([...entries, 0n], word, architecture.machine.dataOrder);
    },
  };
}
