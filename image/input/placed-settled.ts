/** Plain relocations that are done at build time, in their places, in columns. */
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { Application } from './application.ts';

export interface SettledColumns {
  /** The rules that rows name. */
  readonly rules: readonly Rule[];
  /** Index into `rules`. */
  readonly rule: Uint8Array;
  /** Blob offsets. */
  readonly offsets: Uint32Array;
  /** Blob offsets of their symbols. */
  readonly symbols: Float64Array;
  readonly addends: Float64Array;
}

export interface PlacedSettled extends SettledColumns {
  /** One of them as all other relocations are. */
  readonly applicationAt: (index: number) => Application;
}

export const NO_SETTLED: PlacedSettled = {
  rules: [],
  rule: new Uint8Array(),
  offsets: new Uint32Array(),
  symbols: new Float64Array(),
  addends: new Float64Array(),
  applicationAt: () => {
    throw new RangeError('nothing is settled in columns');
  },
};
