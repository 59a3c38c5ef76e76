import { printable } from './printable.ts';

/** Input that cannot be done: says what, where, why and what to do. The command line prints it and exits with 1. */
export class InputError extends Error {
  /** Each trouble on a line of its own, with names as they can be printed. */
  readonly troubles: readonly string[];

  constructor(troubles: string | readonly string[]) {
    const list = (typeof troubles === 'string' ? [troubles] : troubles).map(printable);
    super(list.join('\n'));
    this.name = 'InputError';
    this.troubles = list;
  }
}
