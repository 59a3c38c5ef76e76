/** Every rule against GNU ld and lld, one relocation at a time. */
import { describe, expect, test } from 'vitest';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { type Disagreement, linkerDisagreements } from '../support/link-cases.ts';
import { DIFFERENCES, type Difference, differencesPage, NOT_DONE } from '../support/linker-differences.ts';
import { LINKERS, type Linker } from '../support/linkers.ts';

/** Differences that explained a case; those left over at the end are no longer true. */
const seen = new Set<Difference>();

/** The first cases that no listed difference explains. */
function unexplained(linker: Linker, found: readonly Disagreement[], model: ReferenceRule): string[] {
  const listed = DIFFERENCES.filter((each) => each.linker === linker && each.types.test(model.name));
  const left = found.filter((each) => {
    const difference = listed.find(({ explains }) => explains(each, model));
    if (difference) seen.add(difference);
    return difference === undefined;
  });
  return left.map(({ text }) => text).slice(0, 5);
}

describe.each(LINKERS)('%s', (linker: Linker) => {
  describe.each(architectures.map(({ machine, rules }) => [machine.arch, machine, rules] as const))(
    '%s',
    (arch, machine, rules) => {
      const modelOf = (name: string): ReferenceRule => {
        const model = models.get(arch)?.rules.get(name);
        if (!model) throw new Error(`no model of ${name}`);
        return model;
      };
      // What only a dynamic loader applies is no linker's input.
      const statics = rules.filter(({ dynamic }) => !dynamic);

      test.each(statics.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
        const model = modelOf(name);
        const result = linkerDisagreements(machine, linker, rule, model);
        expect(typeof result === 'string', String(result)).toBe(NOT_DONE[linker].includes(name));
        if (typeof result === 'string') return;
        expect(unexplained(linker, result, model)).toEqual([]);
      });

      test('a model with another shift, an or, or another limit is caught', () => {
        const signed = statics.filter(
          ({ name, check }) => check.range?.kind === 'signed' && !NOT_DONE[linker].includes(name),
        );
        const rule = signed.find(({ field }) => field.kind === 'word') ?? signed[0];
        if (!rule) throw new Error('no rule with a signed check');
        const model = modelOf(rule.name);
        const wrong: Partial<ReferenceRule>[] = [
          { insert: (container, value) => model.insert(container, value << 1n) },
          { insert: (container, value) => container | model.insert(container, value) },
          { check: (value) => model.check(value + 1n) },
          { check: () => undefined },
        ];
        for (const change of wrong) {
          const methods = {
            value: model.value.bind(model),
            check: model.check.bind(model),
            insert: model.insert.bind(model),
            extract: model.extract.bind(model),
          };
          const changed: ReferenceRule = { ...model, ...methods, ...change };
          const found = linkerDisagreements(machine, linker, rule, changed);
          if (typeof found === 'string') throw new Error(found);
          expect(unexplained(linker, found, model).length).toBeGreaterThan(0);
        }
      });
    },
  );
});

test('every listed difference is one', () => {
  expect(
    DIFFERENCES.filter((each) => !seen.has(each)).map(({ linker, types }) => `${linker} ${types}`),
  ).toEqual([]);
});

test('docs/linkers.md lists them (vitest -u writes it)', async () => {
  await expect(differencesPage()).toMatchFileSnapshot('../../docs/linkers.md');
});
