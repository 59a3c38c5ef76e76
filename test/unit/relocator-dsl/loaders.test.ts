/** What is known of loaders names what there is, in the order of releases. */
import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { commonPrefix } from '../../../relocator-dsl/architecture.ts';
import { typeNames } from '../../../relocator-dsl/loader.ts';
import { LOADERS } from '../../../relocator-dsl/loader-list.ts';
import {
  compareReleases,
  loaderNamed,
  loadersOf,
  sourceOf,
  typesOf,
} from '../../../relocator-dsl/loaders.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';

describe.each(architectures.map((each) => [each.machine.arch, each] as const))(
  '%s',
  (_arch, architecture) => {
    const { loading } = architecture.machine;
    const prefix = commonPrefix(architecture.types);

    it('names types, loaders and releases that there are', () => {
      for (const knowledge of loading.loaders) {
        const { loader, types, until = {}, withoutSymbol = '', notes = {}, flaws = [] } = knowledge;
        const [first, last] = loaderNamed(loader).seen;
        for (const releases of [Object.keys(types), Object.keys(until)]) {
          expect([...releases].sort(compareReleases)).toEqual(releases);
          for (const release of releases) {
            expect(compareReleases(first, release)).toBeLessThanOrEqual(0);
            expect(compareReleases(release, last)).toBeLessThanOrEqual(0);
          }
        }
        const names = Object.values(types).flatMap(typeNames);
        expect(names.filter((name) => !architecture.byName.has(prefix + name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
        const gone = Object.values(until).flatMap(typeNames);
        expect(new Set(gone).size).toBe(gone.length);
        const named = [...gone, ...typeNames(withoutSymbol), ...Object.keys(notes)];
        expect(named.filter((name) => !names.includes(name))).toEqual([]);
        for (const flaw of flaws) {
          expect(typeNames(flaw.types).filter((name) => !names.includes(name))).toEqual([]);
          expect(compareReleases(flaw.until, last)).toBeLessThanOrEqual(0);
          expect(compareReleases(first, flaw.until)).toBeLessThan(0);
        }
        expect(sourceOf(knowledge)).not.toBe('');
      }
      const asked = loading.loaders.map(({ loader }) => loader);
      expect(new Set(asked).size).toBe(asked.length);
    });

    it('says of types that there are how to avoid them', () => {
      const names = (loading.avoid ?? []).flatMap(({ types }) => types);
      expect(names.filter((name) => !architecture.byName.has(prefix + name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    });
  },
);

describe('releases', () => {
  it.each([
    ['2.0.9', '2.0.10', -1],
    ['2.0.25', '2.0.25', 0],
    ['4.16', '4.9', 1],
    ['edk2-stable202002', 'edk2-stable202411', -1],
    ['5', '5.0.1', -1],
    ['5', '5.0', 0],
  ])('%s and %s', (a, b, order) => {
    expect(Math.sign(compareReleases(a, b))).toBe(order);
    expect(Math.sign(compareReleases(b, a))).toBe(order === 0 ? 0 : -order);
  });

  it('apply what they know and not what came later', () => {
    const architecture = architectureOf(PLAIN);
    const [knowledge] = architecture.machine.loading.loaders;
    const [first, later] = Object.entries(knowledge?.types ?? {});
    if (!knowledge || !first || !later) throw new Error('a loader with two releases is needed');
    const prefix = commonPrefix(architecture.types);
    const before = typeNames(first[1]).map((name) => prefix + name);
    expect([...typesOf(architecture, knowledge, first[0])]).toEqual(before);
    expect([...typesOf(architecture, knowledge)]).toEqual([
      ...before,
      ...typeNames(later[1]).map((name) => prefix + name),
    ]);
    const support = loadersOf(architecture, `${prefix}${typeNames(later[1])[0]}`);
    expect(support.find(({ loader }) => loader.name === knowledge.loader)?.since).toBe(later[0]);
  });
});

it('loaders have one name each', () => {
  const names = LOADERS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(() => loaderNamed('grub')).toThrow(RangeError);
});
