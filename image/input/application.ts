/** A relocation in its place, as all others than plain words are. */
import type { Expression } from '../../relocator-dsl/expression.ts';
import type { Placement } from '../../relocator-dsl/letters.ts';
import type { SymbolMotion } from '../../relocator-dsl/motion.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import type { RelocationPlace } from '../trouble/troubles.ts';

/** What a relocation's symbol is at load time. */
export type Target =
  /** Moves with the image; `value` is its offset in the blob. */
  | { readonly kind: 'image'; readonly value: bigint }
  | { readonly kind: 'absolute'; readonly value: bigint }
  | { readonly kind: 'late'; readonly name: string };

/** One relocation in its place. */
export interface Application {
  /** Bytes from the blob's first byte. */
  readonly offset: number;
  readonly rule: Rule;
  /** The rule's value; for undefined weak symbols, with what stands for S put in. */
  readonly value: Expression;
  readonly motion: SymbolMotion;
  readonly target: Target;
  readonly addend: bigint;
  /** O, for rules that have it. */
  readonly second: bigint | undefined;
  /** For rules with G: offset of the GOT slot in the blob. */
  readonly slot: number | undefined;
  /** True for a word of the GOT made here. */
  readonly synthetic: boolean;
  /** True for a place among instructions. */
  readonly inCode: boolean;
  readonly origin: RelocationPlace;
  /** What else than the rule's check is in its way when the blob's first byte is at `base`. */
  readonly obstacle?: (
    base: bigint,
    late: LateValues,
  ) => { readonly why: string; readonly remedy: string } | undefined;
  /** What its letters follow from when the blob's first byte is at `base`. */
  placement(base: bigint, late: LateValues): Placement;
}
