/** Rules compiled to functions over numbers, beside the reference models: what they store, and that they pass nothing a model refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule } from '../../image/fixups/compiled.ts';
import { plainTypes } from '../../image/input/plain-rules.ts';
import { readField, writeField } from '../../image/memory/container.ts';
import { modelOf } from '../../image/models.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';

const SIZE = 24;
const AT = 8;
/** Around the limits of every field, and anywhere in an image. */
const number = fc.oneof(
  fc.integer({ min: -0x400_0000, max: 0x400_0000 }),
  fc
    .integer({ min: 2, max: 40 })
    .chain((bits) => fc.integer({ min: -16, max: 16 }).map((more) => 2 ** bits + more)),
  fc
    .integer({ min: 2, max: 40 })
    .chain((bits) => fc.integer({ min: -16, max: 16 }).map((more) => more - 2 ** bits)),
);
const letters = fc.record({ S: number, A: number, P: fc.integer({ min: 0, max: 0x400_0000 }) });
const memory = fc.uint8Array({ minLength: SIZE, maxLength: SIZE });

describe.each(architectures)('$machine.arch', (architecture) => {
  const { machine } = architecture;
  const model = modelOf(machine.arch);
  const rules = [...(model ? plainTypes(architecture, model) : new Map()).values()].flatMap(
    ({ rule }) => rule ?? [],
  );

  it('has compiled rules', () => {
    const compiled = rules.filter((rule) => compileRule(rule, machine));
    expect(compiled.length).toBeGreaterThan(2);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    const compiled = compileRule(rule, machine);
    const reference = model?.rules.get(name);
    if (!compiled || !reference) return expect(reference).toBeDefined();
    fc.assert(
      fc.property(letters, memory, ({ S, A, P }, before) => {
        const X = compiled.value(S, A, P);
        const placement = { base: 0n, place: P, symbol: BigInt(S), addend: BigInt(A) };
        const value = reference.value(lettersAt(machine, placement));
        expect(BigInt.asUintN(machine.wordBits, BigInt(X))).toBe(BigInt.asUintN(machine.wordBits, value));
        if (!compiled.passes(X)) return;
        expect(reference.check(value)).toBeUndefined();
        const ours = before.slice();
        compiled.store(new DataView(ours.buffer), AT, X);
        const theirs = before.slice();
        const old = readField(theirs, AT, rule.field, 0n, machine);
        writeField(theirs, AT, rule.field, 0n, machine, reference.insert(old, value));
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 300, seed: rule.type },
    );
  });

  it('passes most of what its models pass', () => {
    for (const rule of rules) {
      const compiled = compileRule(rule, machine);
      const reference = model?.rules.get(rule.name);
      if (!compiled || !reference) continue;
      const unit = rule.check.multipleOf ?? 1;
      for (const X of [0, unit, 2 * unit]) {
        const isOk = reference.check(BigInt(X)) === undefined;
        expect([rule.name, X, compiled.passes(X)]).toEqual([rule.name, X, isOk]);
      }
    }
  });
});
