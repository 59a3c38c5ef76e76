/** What there is to say of a command behind its options: notes, what its exit codes mean, examples. */
import { EXIT } from './exit.ts';

export interface Manual {
  /** Paragraphs, with an empty line between two; other line breaks mean nothing. */
  readonly notes?: string;
  /** Of codes that mean something of the command's own. */
  readonly exits?: Partial<Readonly<Record<keyof typeof EXIT, string>>>;
  /** Lines of a shell, which do what they say in a folder that has the files. */
  readonly examples: readonly string[];
}

export interface ExitMeaning {
  readonly code: number;
  readonly text: string;
}

const MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: 'done',
  cannot: 'the input cannot be done, and why',
  usage: 'the command line cannot be understood',
  internal: 'an error of relocator itself',
  output: 'standard output cannot be written, and what is there is not whole',
};

export function paragraphsOf({ notes = '' }: Manual): string[] {
  const paragraphs = notes.split(/\n{2,}/).map((part) => part.trim().replace(/\s+/g, ' '));
  return paragraphs.filter((part) => part !== '');
}

/** All codes that a command ends with, least first. */
export function exitsOf({ exits = {} }: Manual): ExitMeaning[] {
  const meanings = { ...MEANINGS, ...exits };
  return [
    { code: EXIT.done, text: meanings.done },
    { code: EXIT.cannot, text: meanings.cannot },
    { code: EXIT.usage, text: meanings.usage },
    { code: EXIT.internal, text: meanings.internal },
    { code: EXIT.output, text: meanings.output },
  ];
}
