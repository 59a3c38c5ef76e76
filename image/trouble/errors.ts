import { printable } from './printable.ts';

/** Most troubles that are told; what is wrong with more is wrong for the same few reasons. */
const MOST_TOLD = 20;

/** Input that cannot be done: says what, where, why and what to do. The command line prints it and exits with 1. */
export class InputError extends Error {
  /**
   * Each trouble on a line of its own, with names as they can be printed: those that read alike once, with their number,
   * and the first 20 of them.
   */
  readonly troubles: readonly string[];
  /** How many troubles are not told. */
  readonly more: number;

  /** @param more troubles besides that are not told */
  constructor(troubles: string | readonly string[], more = 0) {
    const list = (typeof troubles === 'string' ? [troubles] : troubles).map(printable);
    const counts = new Map<string, number>();
    for (const text of list) counts.set(text, (counts.get(text) ?? 0) + 1);
    const told = [...counts].slice(0, MOST_TOLD);
    const untold = more + list.length - told.reduce((sum, [, count]) => sum + count, 0);
    const lines = told.map(([text, count]) => (count === 1 ? text : `${text} (${count} times)`));
    super([...lines, ...moreLine(untold)].join('\n'));
    this.name = 'InputError';
    this.troubles = lines;
    this.more = untold;
  }

  /** The same, with a name in front of what is told. */
  about(name: string): InputError {
    return new InputError(
      this.troubles.map((trouble) => `${name}: ${trouble}`),
      this.more,
    );
  }

  /** What is to be printed, a line for each. */
  get lines(): string[] {
    return [...this.troubles, ...moreLine(this.more)];
  }
}

function moreLine(count: number): string[] {
  return count === 0 ? [] : [`and ${count} more ${count === 1 ? 'that is' : 'that are'} not told`];
}
