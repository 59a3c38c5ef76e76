/** Every rule that goes through the GOT, against GNU ld and lld, at both ends of its range and beyond. */
import { describe, expect, test } from 'vitest';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { toolchainOf } from '../machines/index.ts';
import type { GotDifference } from '../support/differences.ts';
import { gotCases } from '../support/got-cases.ts';
import { type Compare, type GotResult, linkGotCases } from '../support/got-links.ts';
import { blindSpotsOf, GOT_DIFFERENCES, NOT_DONE } from '../support/linker-differences.ts';
import { LINKERS, type Linker, linkersFor } from '../support/linkers.ts';
import { wrongModels } from '../support/wrong-models.ts';

const RANDOM = process.env.RELOCATOR_HEAVY ? 400 : 20;
/** Differences that explained a case; those left over at the end are no longer true. */
const seen = new Set<GotDifference>();

const links = new Map<string, Compare | string>();

/** Links the cases of a rule, or recalls what came of it. */
function linkOnce(linker: Linker, { machine, rules }: Architecture, rule: Rule): Compare | string {
  const key = `${machine.arch} ${linker} ${rule.name}`;
  const keeper = rules.find(({ name }) => name === toolchainOf(machine.arch).slotKeeper);
  if (!keeper) throw new Error(`no keeper of slots for ${machine.arch}`);
  const cases = gotCases(machine, rule, RANDOM);
  const model = modelOf(machine.arch, rule.name);
  const found = links.get(key) ?? linkGotCases({ machine, linker, rule, model, cases, keeper });
  links.set(key, found);
  return found;
}

function modelOf(arch: string, name: string): ReferenceRule {
  const model = models.get(arch)?.rules.get(name);
  if (!model) throw new Error(`no model of ${name}`);
  return model;
}

/** The cases that no listed difference explains. */
function unexplained(linker: Linker, name: string, results: readonly GotResult[]): string[] {
  const listed = GOT_DIFFERENCES.filter((each) => each.linker === linker && each.types.test(name));
  const parts = results.filter((each) => each.rule !== each.linker || each.slotless);
  const left = parts.filter((each) => {
    const found = listed.filter(({ explains }) => explains(each));
    for (const difference of found) seen.add(difference);
    return found.length === 0;
  });
  return left.map(({ text }) => text);
}

/** Rules whose value names the GOT or a slot of it. */
function throughGot({ rules }: Architecture): Rule[] {
  return rules.filter(
    ({ dynamic, value }) => !dynamic && lettersOf(value).some((letter) => letter === 'G' || letter === 'GOT'),
  );
}

describe.each(LINKERS)('%s', (linker) => {
  const known = architectures.filter(
    (each) => linkersFor(each.machine.arch).includes(linker) && throughGot(each).length > 0,
  );
  describe.each(known.map((each) => [each.machine.arch, each] as const))('%s', (arch, architecture) => {
    const rules = throughGot(architecture);

    test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
      const compare = linkOnce(linker, architecture, rule);
      expect(typeof compare === 'string', String(compare)).toBe(NOT_DONE[linker].includes(name));
      if (typeof compare === 'string') return;
      const results = compare(modelOf(arch, name));
      const same = results.filter((each) => each.rule !== 'refused' && each.rule === each.linker);
      expect(same.length).toBeGreaterThan(20);
      expect(unexplained(linker, name, results).slice(0, 5)).toEqual([]);
    });
  });
});

describe('wrong models are noticed by one linker or the other', () => {
  const all = architectures.flatMap((architecture) =>
    throughGot(architecture).map((rule) => [rule.name, architecture, rule] as const),
  );
  const done = all.filter(
    ([name, { machine }]) => !linkersFor(machine.arch).every((linker) => NOT_DONE[linker].includes(name)),
  );

  test.each(done)('%s', (name, architecture, rule) => {
    const { machine } = architecture;
    const unnoticed = wrongModels(rule, modelOf(machine.arch, name), machine.wordBits).filter(([, wrong]) =>
      linkersFor(machine.arch).every((linker) => {
        const compare = linkOnce(linker, architecture, rule);
        return typeof compare === 'string' || unexplained(linker, name, compare(wrong)).length === 0;
      }),
    );
    expect(unnoticed.map(([fault]) => fault)).toEqual(blindSpotsOf(machine.arch, name));
  });
});

test('every listed difference is one', () => {
  expect(
    GOT_DIFFERENCES.filter((each) => !seen.has(each)).map(({ linker, types }) => `${linker} ${types}`),
  ).toEqual([]);
});
