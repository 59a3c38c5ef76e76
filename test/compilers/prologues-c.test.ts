/** Prologues beside loops in C: the page says what is measured, and what leaves something else in memory is refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { PERFORMANCE_PAGE, PICTURES, partOf } from '../../bench/document.ts';
import { everyCompiler, FORMATS, MACHINES, measureEvery } from '../../bench/prologues/every.ts';
import type { BenchMachine } from '../../bench/prologues/machine.ts';
import { benchMachine } from '../../bench/prologues/machines/index.ts';
import { type Measured, measure } from '../../bench/prologues/measure.ts';
import { prologuesPart, WORDS } from '../../bench/prologues/part.ts';
import { measureShipped } from '../../bench/prologues/shipped.ts';

test('docs/performance.md is what is measured (npm run bench -- --write)', async () => {
  const measured: Measured[] = [];
  for await (const each of measureEvery(MACHINES, [WORDS])) measured.push(each);
  const { markdown, pictures } = prologuesPart(measured, everyCompiler(), await measureShipped());
  expect(partOf(readFileSync(PERFORMANCE_PAGE, 'utf8'), 'prologues')).toBe(markdown);
  for (const [name, svg] of pictures) expect(readFileSync(join(PICTURES, name), 'utf8'), name).toBe(svg);
});

describe.each(FORMATS)('a loop over %s', (format) => {
  const [arch = ''] = MACHINES;
  const machine = benchMachine(arch);
  if (!machine) throw new Error(`nothing is known of ${arch}`);
  const calledWith = (change: (base: bigint, table: bigint) => readonly [bigint, bigint]): BenchMachine => ({
    ...machine,
    call: (call) => machine.call({ ...call, arguments: change(...call.arguments) }),
  });

  it('is measured', async () => {
    const [measured] = await measure(arch, machine, [format], [16]);
    expect(measured?.prologue.instructions).toBeGreaterThan(16);
    expect(measured?.loops.length).toBeGreaterThan(2);
    for (const { bytes, instructions } of measured?.loops ?? []) {
      expect(bytes).toBeGreaterThan(8);
      expect(instructions).toBeGreaterThan(16);
    }
  });

  it('that relocates to another base is refused', async () => {
    const other = calledWith((base, table) => [base + 8n, table]);
    await expect(measure(arch, other, [format], [16])).rejects.toThrow(/wrong at|SIGSEGV|unmapped/);
  });

  it('that finds an empty table is refused', async () => {
    const other = calledWith((base) => [base, base]);
    await expect(measure(arch, other, [format], [16])).rejects.toThrow(/wrong at/);
  });
});
