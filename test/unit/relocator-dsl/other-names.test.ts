/** What others call machines. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../../relocator-dsl/arch/table.ts';
import { archCalled } from '../../../relocator-dsl/architectures.ts';

/** Debian's names for processors beside GNU's, as dpkg has them. */
const PAIRS = readFileSync('/usr/share/dpkg/cputable', 'utf8')
  .split('\n')
  .filter((line) => /^[a-z]/.test(line))
  .map((line) => line.split(/\s+/))
  .map(([debian = '', gnu = '']) => ({ debian, gnu }));

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

  it('that are of none stay as they are', () => {
    expect(archCalled('VAX')).toBe('VAX');
  });
});
