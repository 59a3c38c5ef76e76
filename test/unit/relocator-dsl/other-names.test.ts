/** What others call machines. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../../relocator-dsl/arch/table.ts';
import { archCalled } from '../../../relocator-dsl/architectures.ts';

/** Debian's names for processors beside GNU's, and what of `uname -m` is one, as dpkg has them. */
const PAIRS = readFileSync('/usr/share/dpkg/cputable', 'utf8')
  .split('\n')
  .filter((line) => /^[a-z]/.test(line))
  .map((line) => line.split(/\s+/))
  .map(([debian = '', gnu = '', names = '']) => ({ debian, gnu, names: new RegExp(`^(${names})$`) }));

const KNOWN = new Set(MACHINES.map(({ arch }) => arch));

describe('names of machines', () => {
  it('mean one machine each', () => {
    const all = MACHINES.flatMap(({ arch, otherNames }) => [arch, ...otherNames]);
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) {
      expect(KNOWN).toContain(archCalled(name));
      expect(archCalled(name.toUpperCase())).toBe(archCalled(name));
    }
  });

  it('of Debian mean what GNU calls it', () => {
    const both = PAIRS.filter(
      ({ debian, gnu }) => KNOWN.has(archCalled(debian)) || KNOWN.has(archCalled(gnu)),
    );
    expect(both.length).toBeGreaterThan(15);
    for (const { debian, gnu } of both)
      expect({ debian, is: archCalled(debian) }).toEqual({ debian, is: archCalled(gnu) });
  });

  it('that dpkg takes for those of a processor are of that machine', () => {
    const asked = MACHINES.flatMap(({ arch, otherNames }) =>
      otherNames.flatMap((name) => {
        // A pattern of one processor may cover the name of another, which is a row of its own.
        const exact = PAIRS.filter((pair) => pair.debian === name || pair.gnu === name);
        const found = (exact.length > 0 ? exact : PAIRS.filter(({ names }) => names.test(name))).filter(
          ({ gnu }) => KNOWN.has(archCalled(gnu)),
        );
        return found.map(({ gnu }) => ({ name, arch, is: archCalled(gnu) }));
      }),
    );
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.filter(({ arch, is }) => arch !== is)).toEqual([]);
  });

  it('that are of none stay as they are', () => {
    expect(archCalled('VAX')).toBe('VAX');
  });
});
