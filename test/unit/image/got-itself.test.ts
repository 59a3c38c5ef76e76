/** Rules with which the GOT symbol means the table: `got.itself`. */
import { describe, expect, it } from 'vitest';
import { type Routed, routeThroughGot } from '../../../image/input/got.ts';
import { classifySymbol } from '../../../image/input/symbol-use.ts';
import { models } from '../../../reference-model/index.ts';
import { unchecked } from '../../../relocator-dsl/check.ts';
import { A, G, GOT, P, S } from '../../../relocator-dsl/expression.ts';
import { word } from '../../../relocator-dsl/field.ts';
import { rule } from '../../../relocator-dsl/rule.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { object } from '../../support/object-builder.ts';

const about = { source: 'None', notes: 'None.', example: 'none', field: word(64), check: unchecked };
const slotOnly = rule({
  ...about,
  name: 'R_SLOT',
  type: 1,
  value: G.plus(GOT).plus(A).minus(P),
  got: { slot: S },
});
const either = rule({
  ...about,
  name: 'R_EITHER',
  type: 2,
  value: slotOnly.value,
  got: { slot: S, itself: true },
});

const architecture = architectureOf(PLAIN);

function routed(used: typeof either, symbolName: string): Routed {
  const { sections, symbols } = object(
    [{ name: '.text', data: [0, 0, 0, 0, 0, 0, 0, 0] }],
    [{ name: symbolName, place: { kind: 'undefined' } }],
  );
  const [section, symbol] = [sections[1], symbols[1]];
  const model = models.get(PLAIN);
  if (!section || !symbol || !model) throw new Error('the object lacks its parts');
  const none = { defined: new Map(), unusable: new Map() };
  const classified = classifySymbol(symbol, used, architecture.machine, new Set(['foo']), new Map(), none);
  if ('unusable' in classified) throw new Error(classified.unusable.why);
  const origin = { type: used.name, number: 1, section: '.text', offset: 0n, symbol: symbolName };
  const site = {
    section,
    rule: used,
    symbol,
    use: classified.use,
    offset: 0,
    functionBit: 0n,
    addend: 0n,
    second: 0n,
    origin,
  };
  return routeThroughGot([site], architecture, model, () => 1);
}

describe('the GOT symbol', () => {
  it('is the table for a rule that says so', () => {
    const { sites, slots, usesGot, troubles } = routed(either, '_GLOBAL_OFFSET_TABLE_');
    expect(troubles).toEqual([]);
    expect(sites.map(({ slot }) => slot)).toEqual([undefined]);
    expect(slots).toEqual([]);
    expect(usesGot).toBe(true);
  });

  it('has a slot like any other symbol for a rule that does not', () => {
    expect(routed(slotOnly, '_GLOBAL_OFFSET_TABLE_').slots).toHaveLength(1);
  });

  it('is the only one that does without a slot', () => {
    expect(routed(either, 'foo').slots).toHaveLength(1);
  });
});
