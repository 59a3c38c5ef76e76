/** What broke loaders, on public record: the audit tells it of the release that broke, and the release that learnt it takes it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareReleases, loaderNamed } from '../../relocator-dsl/loaders.ts';
import { keptObject, objectName, sourceOf } from '../breakages/kept.ts';
import { BREAKAGES, breakagesPage, findingsAt, foundAt } from '../breakages/page.ts';

const named = BREAKAGES.map((each) => [`${each.loader} ${each.broke}, ${objectName(each)}`, each] as const);

describe.each(named)('%s', (_, breakage) => {
  const { loader, broke, learnt, finds } = breakage;
  const object = keptObject(breakage);

  it('is told by type, symbol, section, offset and remedy', () => {
    const found = foundAt(breakage, object, broke);
    expect(found?.message).toContain(`${loader}`);
    if ('says' in finds) return;
    for (const remedy of finds.remedy) expect(found?.remedy).toContain(remedy);
    expect(found?.remedy).not.toBe('');
  });

  it('is found in no release that knows better', () => {
    if (learnt === undefined) expect(broke).toBe(loaderNamed(loader).seen[1]);
    else {
      expect(compareReleases(broke, learnt)).toBeLessThan(0);
      expect(findingsAt(breakage, object, learnt)).toEqual([]);
    }
  });
});

describe('the corpus', () => {
  it('is what the lists name, source and object', () => {
    const kept = readdirSync(new URL('../fixtures/breakages', import.meta.url));
    expect(kept.sort()).toEqual([...new Set(BREAKAGES.map(objectName))].sort());
    for (const breakage of BREAKAGES) {
      expect(readFileSync(new URL(`../../${sourceOf(breakage)}`, import.meta.url), 'utf8')).not.toBe('');
    }
  });

  it('is told in docs/breakages.md', () => {
    expect(readFileSync(new URL('../../docs/breakages.md', import.meta.url), 'utf8')).toBe(breakagesPage());
  });
});
