/** docs/radar.md is what is made of the findings that are kept, and these are of compilers, flags and types that there are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compilersOf, jobsOf, LEVELS, MACHINES } from '../../radar/corpus.ts';
import { findingsText, gathered, type MachineFindings, readFindings } from '../../radar/findings.ts';
import { radarPage } from '../../radar/page.ts';
import { changesOf, sightingsOf } from '../../radar/sightings.ts';
import { architectureOf } from '../../support/architecture.ts';

const text = readFileSync(new URL('../../fixtures/radar/emitted.txt', import.meta.url), 'utf8');
const kept = readFindings(text);

describe('what is kept', () => {
  it('is written as it is read', () => {
    expect(findingsText(kept)).toBe(text);
  });

  it('is what docs/radar.md is made of', () => {
    const page = readFileSync(new URL('../../../docs/radar.md', import.meta.url), 'utf8');
    expect(radarPage(kept, MACHINES)).toBe(page);
  });

  it('is of machines that have a plan, each once, by name', () => {
    const named = kept.map(({ arch }) => arch);
    expect(MACHINES.filter((arch) => named.includes(arch))).toEqual(named);
  });

  it.each(kept.map((each) => [each.arch, each] as const))(
    'has all compilers and flags of %s, and types that the rules name',
    (arch, findings) => {
      expect(Object.keys(findings.compilers)).toEqual(compilersOf(arch));
      const found = findings.jobs.flatMap(({ flags, compilers }) =>
        compilers.map((each) => `${each} ${flags}`),
      );
      expect(found.sort()).toEqual(
        jobsOf(arch)
          .map(({ compiler, flags }) => `${compiler} ${flags}`)
          .sort(),
      );
      const { byName } = architectureOf(arch);
      const sightings = sightingsOf(findings);
      expect(sightings.map(({ type }) => type).filter((type) => !byName.has(type))).toEqual([]);
      expect(sightings.length).toBeGreaterThan(4);
    },
  );
});

describe('of findings', () => {
  const emitted = (type: string, ...levels: string[]) => ({
    types: [{ type, levels, standsIn: ['code'] as const }],
  });
  const all = LEVELS;
  const findings: MachineFindings = {
    arch: 'a',
    compilers: { 'gcc-1': '1.0', 'gcc-2': '2.0', 'clang-3': '3.0' },
    jobs: gathered([
      { flags: '', compiler: 'gcc-1', emitted: emitted('R_OLD', ...all) },
      { flags: '', compiler: 'gcc-2', emitted: emitted('R_NEW', ...all) },
      { flags: '', compiler: 'clang-3', emitted: emitted('R_NEW', ...all) },
      { flags: '-fpic -mfew', compiler: 'clang-3', emitted: emitted('R_OLD', '-O3') },
      { flags: '-fpic', compiler: 'clang-3', emitted: emitted('R_OLD', '-O2') },
      {
        flags: '-fpic',
        compiler: 'gcc-2',
        emitted: { types: [], failed: { count: 2, why: 'no such option' } },
      },
      { flags: '-fpic', compiler: 'gcc-1', emitted: emitted('R_OLD', ...all) },
    ]),
  };

  it('compilers that emit the same stand together', () => {
    expect(findings.jobs.map(({ compilers }) => compilers.join(' '))).toEqual([
      'gcc-1',
      'gcc-2 clang-3',
      'clang-3',
      'clang-3',
      'gcc-2',
      'gcc-1',
    ]);
    expect(readFindings(findingsText([findings]))).toEqual([findings]);
  });

  it('the least flags are told', () => {
    const old = sightingsOf(findings).find(({ type }) => type === 'R_OLD');
    expect(old?.by).toEqual({
      'gcc-1': { flags: '', levels: '' },
      'clang-3': { flags: '-fpic', levels: ' at `-O2`' },
    });
  });

  it('a change is one between versions of a compiler that compiled everything', () => {
    expect(changesOf(findings)).toEqual([
      { compiler: 'gcc-2', type: 'R_NEW', flags: [''], gone: false },
      { compiler: 'gcc-2', type: 'R_OLD', flags: [''], gone: true },
    ]);
  });
});
