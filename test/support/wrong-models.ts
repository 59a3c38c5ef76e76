/** Models of a rule, each with one fault, which comparisons with linkers must notice. */
import type { ReferenceRule } from '../../reference-model/types.ts';
import { limits } from '../../relocator-dsl/check.ts';
import { PAGE_SIZE } from '../../relocator-dsl/expression.ts';
import { withoutPieces } from '../../relocator-dsl/pieces.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { countsPages } from './formulas.ts';

export type Fault =
  | 'value off by one unit'
  | 'shifted by one bit'
  | 'inserted with or'
  | 'takes one below its range'
  | 'takes one above its range'
  | 'refuses the lowest of its range'
  | 'refuses the highest of its range'
  | 'takes any alignment';

/** The model with some of it replaced. */
export function changedModel(model: ReferenceRule, change: Partial<ReferenceRule>): ReferenceRule {
  return {
    ...model,
    value: (letters) => model.value(letters),
    check: (value) => model.check(value),
    insert: (container, value) => model.insert(container, value),
    extract: (container) => model.extract(container),
    ...change,
  };
}

/** Each fault that the rule can have: ranges and alignments only where it has them. */
export function wrongModels(
  rule: Rule,
  model: ReferenceRule,
  wordBits: 32 | 64,
): (readonly [Fault, ReferenceRule])[] {
  const lowest = Math.min(...rule.field.slices.map(({ from }) => from));
  const shown = BigInt(Math.max(rule.check.multipleOf ?? 1, 2 ** lowest));
  // The smallest step that a value of the rule can take.
  const unit = countsPages(rule) ? PAGE_SIZE : BigInt(rule.check.multipleOf ?? 1);
  const wrong = (change: Partial<ReferenceRule>): ReferenceRule => changedModel(model, change);
  const faults: (readonly [Fault, ReferenceRule])[] = [
    [
      'value off by one unit',
      wrong({ value: (letters) => BigInt.asUintN(wordBits, model.value(letters) + shown) }),
    ],
    ['shifted by one bit', wrong({ insert: (container, value) => model.insert(container, value << 1n) })],
    ['inserted with or', wrong({ insert: (container, value) => container | model.insert(container, value) })],
  ];
  const { range, multipleOf } = rule.check;
  if (range) {
    const { min, max } = limits(range);
    const read = (value: bigint): bigint =>
      range.kind === 'unsigned' ? value : BigInt.asIntN(wordBits, value);
    const takes = (admitted: bigint): ReferenceRule =>
      wrong({
        check: (value) =>
          read(value) === BigInt.asIntN(wordBits + 1, admitted) ? undefined : model.check(value),
      });
    const refuses = (excluded: bigint): ReferenceRule =>
      wrong({ check: (value) => (read(value) === excluded ? 'refused' : model.check(value)) });
    const below = range.kind === 'unsigned' ? BigInt.asUintN(wordBits, min - unit) : min - unit;
    faults.push(
      ['takes one below its range', takes(below)],
      ['takes one above its range', takes(max)],
      ['refuses the lowest of its range', refuses(min)],
      ['refuses the highest of its range', refuses(max - unit)],
    );
  }
  const { rest } = rule.check;
  if (rest) {
    // At the largest that may be left, and one more.
    const left = (value: bigint): bigint => {
      const X = BigInt.asIntN(wordBits, value);
      return withoutPieces(X < 0n ? -X : X, rest.without);
    };
    const step = BigInt(rest.multipleOf ?? 1);
    const above = 1n << BigInt(rest.bits);
    const highest = rest.bits === 0 ? 0n : above - step;
    faults.push(
      [
        'takes one above its range',
        wrong({ check: (value) => (left(value) === above ? undefined : model.check(value)) }),
      ],
      [
        'refuses the highest of its range',
        wrong({ check: (value) => (left(value) === highest ? 'refused' : model.check(value)) }),
      ],
    );
    if (rest.multipleOf) {
      const takes = (value: bigint): boolean => left(value) % step !== 0n && left(value) < above;
      faults.push([
        'takes any alignment',
        wrong({ check: (value) => (takes(value) ? undefined : model.check(value)) }),
      ]);
    }
  }
  if (multipleOf) {
    const aligned = BigInt(multipleOf);
    faults.push(['takes any alignment', wrong({ check: (value) => model.check(value - (value % aligned)) })]);
  }
  return faults;
}
