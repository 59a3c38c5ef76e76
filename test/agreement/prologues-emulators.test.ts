/** Whole prologues in both emulators: what they leave behind is computed here by plain sums. */
import { describe, expect, test } from 'vitest';
import { generatePrologue } from '../../codegen/prologue.ts';
import { FORMATS, type PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor, type Run, type RunResult } from '../../emulate/index.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import { basesOf, contractOf, runIn, runOf } from '../support/machine-run.ts';
import { withPrologue } from '../support/with-prologue.ts';
import {
  blobOf,
  differingWords,
  ENTRY,
  expectedImage,
  FAR,
  farRequests,
  requestFor,
  shapesOf,
} from '../support/word-images.ts';

function onMemoryOf(run: Run, before: RunResult | undefined): Run {
  return {
    ...run,
    regions: run.regions.map((region, index) => ({ ...region, data: before?.memory[index] ?? region.data })),
  };
}

describe.each(withPrologue.map(({ machine }) => [machine.arch, machine] as const))('%s', (arch, machine) => {
  const bases = [0x7000n, ...basesOf(machine)];
  const cases = shapesOf(arch).flatMap(({ name, formats, groups }) =>
    formats.map((format) => [format, name, groups] as const),
  );

  describe.each(emulatorsFor(arch))('in %s', (emulator) => {
    test.each(cases)('%s over %s: every word moves, entered twice', async (format, _name, groups) => {
      const wanted = requestFor(arch, format, groups);
      const blob = blobOf(wanted, await generatePrologue(wanted));
      const runs = bases.map((base) => runOf(arch, base, blob, [ENTRY]));
      const first = await runIn(emulator, runs);
      const second = await runIn(
        emulator,
        runs.map((run, index) => onMemoryOf(run, first[index])),
      );
      for (const [index, run] of runs.entries()) {
        for (const result of [first[index], second[index]]) {
          expect(result?.fault).toBeUndefined();
          expect(result?.reached).toBe(true);
          expect(result?.registers).toMatchObject(run.registers);
          const { entryRegister } = contractOf(arch);
          if (entryRegister !== undefined)
            expect(result?.registers[entryRegister]).toBe(run.start + BigInt(ENTRY));
          const memory = result?.memory[0] ?? blob;
          expect(differingWords(wanted, memory, run.start)).toEqual([]);
          expect(Buffer.compare(memory.subarray(ENTRY), expectedImage(wanted, blob, run.start))).toBe(0);
        }
      }
    });

    test.each(FORMATS)('%s: an entry at the far end of the largest image is reached', async (format) => {
      const runs = await Promise.all(
        farRequests(arch, format).map(async (wanted) => {
          const { bytes } = await generatePrologue(wanted);
          const blob = new Uint8Array(0x2000);
          blob.set(bytes);
          const run = runOf(arch, 0x1_0000n, blob, [FAR]);
          const page = { address: 0x1_0000n + BigInt(FAR & ~0xfff), data: new Uint8Array(), size: 0x1000 };
          return { ...run, regions: [...run.regions, page] };
        }),
      );
      const results = await runIn(emulator, runs);
      for (const [index, run] of runs.entries()) {
        expect(results[index]?.fault).toBeUndefined();
        expect(results[index]?.reached).toBe(true);
        expect(results[index]?.registers).toMatchObject(run.registers);
        const { entryRegister } = contractOf(arch);
        if (entryRegister !== undefined)
          expect(results[index]?.registers[entryRegister]).toBe(run.start + BigInt(FAR));
      }
    });

    test('a base outside the range, or misaligned, ends in the failure state with nothing written', async () => {
      const [{ groups } = { groups: [] }] = shapesOf(arch);
      const min = 0x2_0000n;
      const max = 0x6fff_0000n;
      const wanted: PrologueRequest = {
        ...requestFor(arch, 'chain', groups),
        bases: { min, max },
        alignment: 0x1_0000,
      };
      const prologue = await generatePrologue(wanted);
      const blob = blobOf(wanted, prologue);
      const stop = prologue.labels.get('stop') ?? 0;
      const tries = [
        [min - 0x1_0000n, FAILURES.range.code],
        [min, undefined],
        [max, undefined],
        [max + 0x1_0000n, FAILURES.range.code],
        [min + 0x1000n, FAILURES.alignment.code],
        [min + 0x8000n, FAILURES.alignment.code],
      ] as const;
      const results = await runIn(
        emulator,
        tries.map(([base]) => runOf(arch, base, blob, [ENTRY, stop])),
      );
      for (const [index, [base, code]] of tries.entries()) {
        const result = results[index];
        expect(result?.stoppedAt).toBe(base + BigInt(code === undefined ? ENTRY : stop));
        if (code === undefined) continue;
        expect(result?.registers[contractOf(arch).failure.register]).toBe(BigInt(code));
        expect(Buffer.compare(result?.memory[0] ?? new Uint8Array(), blob)).toBe(0);
      }
    });
  });
});
