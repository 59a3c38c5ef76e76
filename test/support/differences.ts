/** How a difference between a linker and a rule is written down, and what several machines need for it. */
import type { ReferenceRule } from '../../reference-model/types.ts';
import type { GotResult } from './got-links.ts';
import type { Disagreement } from './link-cases.ts';
import type { Linker } from './linkers.ts';
import type { Fault } from './wrong-models.ts';

export interface Difference {
  readonly linker: Linker;
  readonly types: RegExp;
  /** What the linker does. */
  readonly what: string;
  /** What the rule does and what decides it. */
  readonly decides: string;
  /** Whether this explains a case. */
  readonly explains: (each: Disagreement, model: ReferenceRule) => boolean;
}

export interface GotDifference {
  readonly linker: Linker;
  readonly types: RegExp;
  /** What the linker does. */
  readonly what: string;
  /** What decides, and who is right. */
  readonly decides: string;
  readonly explains: (result: GotResult) => boolean;
}

/** How an instruction comes by its operand. */
export type Way = 'direct' | 'immediate' | 'slot';

/** Where a linker's way to rewrite an instruction, so as to do without the GOT, is not relocator's. */
export interface Rewritten {
  readonly linker: Linker;
  readonly arch: string;
  /** Only in images that do not move. */
  readonly fixed: boolean;
  readonly forms: RegExp;
  readonly instructions: string;
  readonly way: Way;
  readonly what: string;
  readonly decides: string;
}

/** What a linker makes of a weak symbol that nobody defines, where that is not what stands for it here. */
export type WeakDifference = Omit<Difference, 'explains'>;

/** All that is known of linkers' ways with the types of a psABI. */
export interface LinkerDifferences {
  readonly plain: readonly Difference[];
  readonly throughGot: readonly GotDifference[];
  readonly rewritten?: readonly Rewritten[];
  readonly weak?: readonly WeakDifference[];
  /** Types a linker does not do in a static link, each of them by name. */
  readonly notDone: Readonly<Record<Linker, readonly string[]>>;
  /** Faults that no linker notices, because none is as strict, by type or by machine and type. */
  readonly blindSpots: Readonly<Record<string, readonly Fault[]>>;
}

export const onlyRule = ({ rule, linker }: Disagreement): boolean =>
  rule === 'refused' && linker !== 'refused';

export const onlyLinker = ({ rule, linker }: Disagreement): boolean =>
  rule !== 'refused' && linker === 'refused';

/** What n bits can hold if they may be read either way and wrap besides. */
export function withinEither(X: bigint, bits: number): boolean {
  const full = 1n << BigInt(bits);
  return X >= -full && X < full;
}

/** True when only the rule refuses, and rightly so: whatever a wrong model says. */
export function rightlyRefused(each: Disagreement, { check }: ReferenceRule): boolean {
  return onlyRule(each) && check(BigInt.asUintN(64, each.X)) !== undefined;
}
