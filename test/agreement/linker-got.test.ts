/** Every rule that goes through the GOT, against GNU ld and lld, at both ends of its range and beyond. */
import { describe, expect, test } from 'vitest';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { gotCases } from '../support/got-cases.ts';
import { GOT_DIFFERENCES, type GotDifference } from '../support/got-differences.ts';
import { type GotResult, linkGotCases } from '../support/got-links.ts';
import { NOT_DONE } from '../support/linker-differences.ts';
import { LINKERS } from '../support/linkers.ts';

const RANDOM = process.env.RELOCATOR_HEAVY ? 400 : 20;
/** What makes a slot for a symbol and has the longest reach. */
const KEEPERS: Readonly<Record<string, string>> = {
  x86_64: 'R_X86_64_GOTPCREL',
  i386: 'R_386_GOT32',
  aarch64: 'R_AARCH64_ADR_GOT_PAGE',
};

/** Differences that explained a case; those left over at the end are no longer true. */
const seen = new Set<GotDifference>();

function parts(results: readonly GotResult[]): GotResult[] {
  return results.filter(({ rule, linker, G }) => rule !== linker || G === undefined);
}

describe.each(LINKERS)('%s', (linker) => {
  describe.each(architectures.map((each) => [each.machine.arch, each] as const))(
    '%s',
    (arch, { machine, rules }) => {
      const keeper = rules.find(({ name }) => name === KEEPERS[arch]);
      if (!keeper) throw new Error(`no keeper of slots for ${arch}`);
      const link = (rule: Rule, model: ReferenceRule): GotResult[] | string =>
        linkGotCases({ machine, linker, rule, model, cases: gotCases(machine, rule, RANDOM), keeper });
      const modelOf = (name: string): ReferenceRule => {
        const model = models.get(arch)?.rules.get(name);
        if (!model) throw new Error(`no model of ${name}`);
        return model;
      };
      const throughGot = rules.filter(({ slot }) => slot !== undefined);

      test.each(throughGot.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
        const results = link(rule, modelOf(name));
        expect(typeof results === 'string', String(results)).toBe(NOT_DONE[linker].includes(name));
        if (typeof results === 'string') return;
        expect(
          results.filter((each) => each.rule !== 'refused' && each.rule === each.linker).length,
        ).toBeGreaterThan(20);
        const listed = GOT_DIFFERENCES.filter((each) => each.linker === linker && each.types.test(name));
        const unexplained = parts(results).filter((each) => {
          const found = listed.filter(({ explains }) => explains(each));
          for (const difference of found) seen.add(difference);
          return found.length === 0;
        });
        expect(unexplained.map(({ text }) => text).slice(0, 5)).toEqual([]);
        // Where there is a range both sides of both ends were seen.
        if (rule.check.range && !listed.length) {
          expect(results.some((each) => each.rule === 'refused' && each.linker === 'refused')).toBe(true);
        }
      });

      test('a model with another limit, shift or base is caught', () => {
        const rule = keeper;
        const model = modelOf(rule.name);
        const right = link(rule, model);
        if (typeof right === 'string') throw new Error(right);
        const wrong: Partial<ReferenceRule>[] = [
          { insert: (container, value) => model.insert(container, value << 1n) },
          { insert: (container, value) => container | model.insert(container, value) },
          { value: (letters) => BigInt.asUintN(machine.wordBits, model.value(letters) + 4096n) },
          ...(rule.check.range
            ? [{ check: () => undefined }, { check: (value: bigint) => model.check(value + 4096n) }]
            : []),
        ];
        for (const change of wrong) {
          const methods = {
            value: model.value.bind(model),
            check: model.check.bind(model),
            insert: model.insert.bind(model),
            extract: model.extract.bind(model),
          };
          const found = link(rule, { ...model, ...methods, ...change });
          if (typeof found === 'string') throw new Error(found);
          const listed = GOT_DIFFERENCES.filter(
            (each) => each.linker === linker && each.types.test(rule.name),
          );
          const unexplained = parts(found).filter((each) => !listed.some(({ explains }) => explains(each)));
          // GNU ld has no limits for the one of aarch64, so that it cannot tell.
          const blind = linker === 'GNU ld' && arch === 'aarch64' && change.check !== undefined;
          if (!blind) expect(unexplained.length).toBeGreaterThan(0);
        }
      });
    },
  );
});

test('every listed difference is one', () => {
  expect(
    GOT_DIFFERENCES.filter((each) => !seen.has(each)).map(({ linker, types }) => `${linker} ${types}`),
  ).toEqual([]);
});
