/** The letters that follow from where the GOT is. */
import type { Letters } from '../../reference-model/types.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';

/** GOT and, on machines that have a global pointer, GP. */
export function gotLetters({ globalPointer }: Machine, GOT: bigint): Letters {
  return globalPointer ? { GOT, GP: GOT + BigInt(globalPointer.fromGot) } : { GOT };
}
