/** Every rule against GNU ld and lld, one relocation at a time. */
import { describe, expect, test } from 'vitest';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import type { Difference } from '../support/differences.ts';
import { type Disagreement, isForLinkers, linkerDisagreements } from '../support/link-cases.ts';
import { blindSpotsOf, DIFFERENCES, differencesPage, NOT_DONE } from '../support/linker-differences.ts';
import { LINKERS, type Linker, linkersFor } from '../support/linkers.ts';
import { vectorsPage } from '../support/vectors.ts';
import { wrongModels } from '../support/wrong-models.ts';

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

function modelOf(arch: string, name: string): ReferenceRule {
  const model = models.get(arch)?.rules.get(name);
  if (!model) throw new Error(`no model of ${name}`);
  return model;
}

describe.each(LINKERS)('%s', (linker: Linker) => {
  const known = architectures.filter(({ machine }) => linkersFor(machine.arch).includes(linker));
  describe.each(known.map(({ machine, rules }) => [machine.arch, machine, rules] as const))(
    '%s',
    (arch, machine, rules) => {
      const statics = rules.filter(isForLinkers);

      test.each(statics.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
        const model = modelOf(arch, name);
        const result = linkerDisagreements(machine, linker, rule, model);
        expect(typeof result === 'string', String(result)).toBe(NOT_DONE[linker].includes(name));
        if (typeof result === 'string') return;
        expect(unexplained(linker, result, model)).toEqual([]);
      });
    },
  );
});

// The links are those of the tests above. Rules that need the GOT are in models-linkers-got.test.ts.
describe('wrong models are noticed by one linker or the other', () => {
  const all = architectures.flatMap(({ machine, rules }) => rules.map((rule) => ({ machine, rule })));
  const plain = all.filter(
    ({ machine, rule }) =>
      isForLinkers(rule) &&
      !linkersFor(machine.arch).every((linker) => NOT_DONE[linker].includes(rule.name)) &&
      !lettersOf(rule.value).some((letter) => letter === 'G' || letter === 'GOT'),
  );

  test.each(plain.map(({ machine, rule }) => [rule.name, machine, rule] as const))(
    '%s',
    (name, machine, rule) => {
      const model = modelOf(machine.arch, name);
      const unnoticed = wrongModels(rule, model, machine.wordBits).filter(([, wrong]) =>
        linkersFor(machine.arch).every((linker) => {
          const found = linkerDisagreements(machine, linker, rule, wrong);
          return typeof found === 'string' || unexplained(linker, found, model).length === 0;
        }),
      );
      expect(unnoticed.map(([fault]) => fault)).toEqual(blindSpotsOf(machine.arch, name));
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

// The links are those of the tests above.
test.each(architectures.map((each) => [each.machine.arch, each] as const))(
  'golden/vectors/%s.txt has cases on which they agree with the rules (vitest -u writes it)',
  async (arch, architecture) => {
    await expect(vectorsPage(architecture)).toMatchFileSnapshot(`../../golden/vectors/${arch}.txt`);
  },
);
