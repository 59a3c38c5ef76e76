import { describe, expect, it } from 'vitest';
import { architecture, formsOf, isMarker } from '../../../relocator-dsl/architecture.ts';
import { either, multipleOf, signed, unchecked, unsigned } from '../../../relocator-dsl/check.ts';
import { A, E, G, GOT, GP, P, S } from '../../../relocator-dsl/expression.ts';
import { bits, insn32, insnsApart, signSelected, word } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule } from '../../../relocator-dsl/rule.ts';
import type { Relaxation } from '../../../relocator-dsl/rule-facets.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';

const machine: Machine = { ...architectureOf(PLAIN).machine, arch: 'test' };

function testRule(changes: Partial<Rule>): Rule {
  return rule({
    name: 'R_TEST',
    type: 1,
    value: S.plus(A),
    field: word(64),
    check: unchecked,
    source: 'None',
    notes: 'None.',
    example: 'none',
    ...changes,
  });
}

function made(...types: RelocationType[]): () => unknown {
  return () => architecture(machine, types);
}

const relaxation: Relaxation = {
  text: 'load -> address',
  addend: 0n,
  when: [],
  rewrite: [],
  becomes: 'R_OTHER',
  placeShift: 0,
  newAddend: 0n,
};

describe('an architecture refuses', () => {
  const value32 = { field: word(32) };
  it.each<[string, () => unknown, RegExp]>([
    [
      'two types of one number',
      made(testRule({}), testRule({ name: 'R_OTHER' })),
      /R_OTHER \(1\) and R_TEST \(1\)/,
    ],
    ['two types of one name', made(testRule({}), testRule({ type: 2 })), /R_TEST \(2\) and R_TEST \(1\)/],
    [
      'a refusal with the number of a rule',
      made(testRule({}), ...refuse('why', 'what', [[1, 'R_REFUSED']])),
      /R_REFUSED \(1\) and R_TEST \(1\)/,
    ],
    [
      'a check that admits more than its field tells apart',
      made(testRule({ ...value32, check: signed(33) })),
      /admits 33 bits, its field holds 32/,
    ],
    [
      'an unsigned check wider than its field',
      made(testRule({ field: word(16), check: unsigned(17) })),
      /admits 17 bits, its field holds 16/,
    ],
    [
      'a check for two signs on a field that tells one more bit by its opcode',
      made(testRule({ field: signSelected(insn32(bits(0, 15).at(5)), 30), check: signed(18) })),
      /admits 18 bits, its field holds 17/,
    ],
    [
      'a value that counts from a global pointer the machine has not got',
      made(testRule({ value: S.plus(A).minus(GP) })),
      /its machine has no global pointer/,
    ],
    [
      'a local entry on a machine that does not say where it is',
      made(testRule({ value: S.plus(E).plus(A) })),
      /does not say where a function has its local entry/,
    ],
    [
      'an addend in a field whose parts it tells apart',
      made(testRule({ field: insnsApart(bits(0, 31).at(0), bits(32, 63).at(32)) })),
      /A is the distance of the two parts of its field/,
    ],
    [
      'another name of a type that there is not',
      () => architecture(machine, [testRule({})], { R_OTHER: 'R_MISSING' }),
      /R_OTHER is to be another name of R_MISSING, which .* does not have/,
    ],
    [
      'another name that a type has',
      () =>
        architecture(machine, [testRule({}), ...refuse('why', 'what', [[2, 'R_OTHER']])], {
          R_OTHER: 'R_TEST',
        }),
      /R_OTHER, another name of R_TEST, is a type of/,
    ],
    [
      'a check wider than the machine',
      made(testRule({ check: either(65) })),
      /exceeds the machine's 64-bit word/,
    ],
    [
      'a field that drops low bits which the check does not rule out',
      made(testRule({ field: insn32(bits(3, 11).at(10)), check: multipleOf(4) })),
      /drops 3 low bits, its check only ensures a multiple of 4/,
    ],
    [
      'a rule through the GOT that does not say what the slot holds',
      made(testRule({ value: G.plus(GOT).minus(P) })),
      /does not say what its slot holds/,
    ],
    [
      'a rule that may mean the GOT itself but does not know its address',
      made(testRule({ value: G.plus(A), got: { slot: S, itself: true } })),
      /must still have the address of the GOT/,
    ],
    [
      'a relaxation into a rule that does not exist',
      made(testRule({ value: G.plus(A), got: { slot: S }, instruction: { relaxations: [relaxation] } })),
      /relaxes into R_OTHER, which is no rule/,
    ],
    [
      'a relaxation into a refused type',
      made(
        testRule({ value: G.plus(A), got: { slot: S }, instruction: { relaxations: [relaxation] } }),
        ...refuse('why', 'what', [[2, 'R_OTHER']]),
      ),
      /relaxes into R_OTHER, which is no rule/,
    ],
    [
      'a form of a rule with another number',
      made(
        testRule({}),
        testRule({ name: 'R_FORM', type: 2, instruction: { form: { of: 'R_TEST', when: [] } } }),
      ),
      /R_FORM: is a form of R_TEST, which has another number/,
    ],
  ])('%s', (_what, make, message) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });

  it('a value wider than its field for which nothing is stated', () => {
    // The type demands a check; this is what a rule that came from elsewhere looks like.
    const unstated: Rule = { ...testRule(value32) };
    Reflect.deleteProperty(unstated, 'check');
    expect(made(unstated)).toThrow(/wider than its field; state a check/);
  });
});

describe('an architecture accepts', () => {
  it.each<[string, () => unknown]>([
    ['a check as wide as the field', made(testRule({ field: word(32), check: signed(32) }))],
    ['a check for both signs as wide as the field', made(testRule({ field: word(16), check: either(16) }))],
    ['a field that truncates on purpose', made(testRule({ field: word(8), check: unchecked }))],
    [
      'one more bit where the opcode tells the sign',
      made(testRule({ field: signSelected(insn32(bits(0, 15).at(5)), 30), check: signed(17) })),
    ],
    [
      'scaled fields with their alignment',
      made(testRule({ field: insn32(bits(3, 11).at(10)), check: multipleOf(8) })),
    ],
    [
      'a relaxation into a rule that comes later',
      made(
        testRule({ value: G.plus(A), got: { slot: S }, instruction: { relaxations: [relaxation] } }),
        testRule({ name: 'R_OTHER', type: 2 }),
      ),
    ],
  ])('%s', (_what, make) => {
    expect(make).not.toThrow();
  });
});

describe('an architecture', () => {
  const none = marker({ name: 'R_NONE', type: 0, source: 'None', notes: 'Nothing.' });
  const made = architecture(machine, [
    none,
    testRule({}),
    ...refuse('it is gone', 'use another', [
      [2, 'R_OLD'],
      [3, 'R_OLDER'],
    ]),
  ]);

  it('finds types by number and by name', () => {
    expect(made.byType.get(1)?.name).toBe('R_TEST');
    expect(made.byName.get('R_OLDER')?.type).toBe(3);
    expect(made.byType.get(4)).toBeUndefined();
  });

  it('finds the forms of a rule by it, and by their names', () => {
    const form = testRule({ name: 'R_FORM', instruction: { form: { of: 'R_TEST', when: [[]] } } });
    const rule = testRule({});
    const twice = architecture(machine, [rule, form]);
    expect(twice.byType.get(1)).toBe(rule);
    expect(twice.byName.get('R_FORM')).toBe(form);
    expect(formsOf(twice, rule)).toEqual([form]);
    expect(formsOf(twice, form)).toEqual([]);
  });

  it('has forms for processors without something only if attributes tell of it', () => {
    const form = testRule({ name: 'R_FORM', instruction: { form: { of: 'R_TEST', without: 'a thing' } } });
    expect(() => architecture(machine, [testRule({}), form])).toThrow(
      /R_FORM: is a form for processors without/,
    );
  });

  it('keeps the order and separates the rules', () => {
    expect(made.types.map(({ type }) => type)).toEqual([0, 1, 2, 3]);
    expect(made.rules.map(({ name }) => name)).toEqual(['R_TEST']);
    expect(made.types.filter(isMarker)).toEqual([none]);
  });

  it('gives each refused type the common reason', () => {
    expect(made.types.slice(2)).toEqual([
      { kind: 'refusal', name: 'R_OLD', type: 2, reason: 'it is gone', remedy: 'use another' },
      { kind: 'refusal', name: 'R_OLDER', type: 3, reason: 'it is gone', remedy: 'use another' },
    ]);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(made)).toBe(true);
    expect(Object.isFrozen(made.types)).toBe(true);
    expect(made.types.every((type) => Object.isFrozen(type))).toBe(true);
  });
});
