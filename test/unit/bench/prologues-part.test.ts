/** The part of docs/performance.md on prologues has every machine in every format, with the best loops of those measured. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERFORMANCE_PAGE, partOf } from '../../../bench/document.ts';
import { FORMATS, MACHINES } from '../../../bench/prologues/every.ts';
import type { Measured } from '../../../bench/prologues/measure.ts';
import { prologuesPart, WORDS } from '../../../bench/prologues/part.ts';

/** The rows of tables, as cells. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
}

it('has a row for every machine in every format', () => {
  const part = partOf(readFileSync(PERFORMANCE_PAGE, 'utf8'), 'prologues');
  const rows = rowsOf(part).map(([first]) => first);
  const machines = rows.filter((first) => MACHINES.includes(first ?? ''));
  expect(MACHINES.length).toBeGreaterThan(20);
  expect(machines).toEqual(FORMATS.flatMap(() => MACHINES));
});

describe('what is written', () => {
  const loops = [
    { by: 'gcc -Os', bytes: 40, instructions: 9 * WORDS },
    { by: 'gcc -O2', bytes: 60, instructions: 8 * WORDS },
    { by: 'clang -Oz', bytes: 40, instructions: 8.5 * WORDS },
  ];
  const prologue = { bytes: 50, instructions: 6 * WORDS };
  const measured = FORMATS.flatMap((format): Measured[] =>
    ['one', 'two'].map((arch) => ({ arch, format, words: WORDS, prologue, table: 4, loops })),
  );
  const compilers = new Map([
    ['one', ['gcc 1', 'clang 2']],
    ['two', ['gcc 1', 'clang 2']],
  ]);
  const other = { name: 'Loop', from: 'a of b', arch: 'two', format: 'relr', each: 12 } as const;
  const part = prologuesPart(measured, compilers, [other]);

  it('sets the prologue beside the smallest loop and the fastest one', () => {
    const [row] = rowsOf(part.markdown).filter(([first]) => first === 'one');
    expect(row).toEqual(['one', '50', '40 (clang -Oz)', '1.25', '6.0', '8.0 (gcc -O2)', '0.75']);
  });

  it('counts where prologues are no worse, and tells the compilers of each machine', () => {
    const [row] = rowsOf(part.markdown).filter(([first]) => first === 'chain');
    expect(row).toEqual(['chain', '0 of 2 machines', '2 of 2 machines', '0.75 (one)', '0.75 (two)']);
    expect(part.markdown).toContain('\n- gcc 1 and clang 2: one, two\n');
  });

  it('sets loops of others beside the prologue of their machine and format', () => {
    const [row] = rowsOf(part.markdown).filter(([first]) => first === 'Loop');
    expect(row).toEqual(['Loop', 'a of b', 'two', 'relr', '12.0', '6.0', '0.50', '8.0 (gcc -O2)']);
    const stray = { ...other, arch: 'three' };
    expect(() => prologuesPart(measured, compilers, [stray])).toThrow(/three, which was not measured/);
  });

  it('has pictures with bars as long as the numbers, the same every time', () => {
    const again = prologuesPart(measured, compilers, [other]);
    expect(again).toEqual(part);
    const [bytes = ''] = part.pictures.values();
    const bars = [...bytes.matchAll(/<rect class="(place|image)" x="120" y="[\d.]+" width="([\d.]+)"/g)];
    expect(bars.map(([, look]) => look)).toEqual(['place', 'image', 'place', 'image']);
    const [own, loop] = bars.map(([, , width]) => Number(width));
    expect(Number(loop) / Number(own)).toBeCloseTo(40 / 50, 2);
    for (const name of part.pictures.keys()) expect(part.markdown).toContain(`(performance/${name})`);
  });
});
