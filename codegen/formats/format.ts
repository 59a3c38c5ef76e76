/** What the generator asks of a format. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Target } from '../machine.ts';
import type { PrologueRequest, WordContents } from '../request.ts';

/** What a prologue is made from. */
export interface Job {
  readonly request: PrologueRequest;
  readonly architecture: Architecture;
  readonly target: Target;
  /** A handler marks the record whose value fails its check, and goes on: for verification only. */
  readonly mark: boolean;
}

/** A request in its format. */
export interface Formatted {
  /** The table's alignment, in bytes. */
  readonly tableAlignment: number;
  /** What words must hold in the file, by offset. */
  readonly words: WordContents;
  /**
   * What the template is told when the table stands `table` bytes from the start.
   * @throws FormatError when it is out of reach there
   */
  context(table: number): object;
  /**
   * The bytes of a table that stands there.
   * @throws FormatError when it cannot hold the request
   */
  encode(table: number, labels: ReadonlyMap<string, number>): Uint8Array;
}

/** @throws FormatError when the format cannot express the request */
export type Formatter = (job: Job) => Formatted;

/** Bytes of a word. */
export function wordBytes({ machine }: Architecture): 4 | 8 {
  return machine.wordBits === 64 ? 8 : 4;
}
