/** Whole prologues in both emulators: what they leave behind is computed here by plain sums. */
import { describe, expect, test } from 'vitest';
import { generatePrologue } from '../../codegen/prologue.ts';
import { FORMATS, type PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor, type Run, type RunResult } from '../../emulate/index.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import { apart, basesOf, contractOf, runIn, runOf } from '../support/machine-run.ts';
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

/** A request with its blob, and its runs at every base, each entered twice. */
interface Placed {
  readonly wanted: PrologueRequest;
  readonly blob: Uint8Array;
  readonly runs: readonly Run[];
}

/** The images of all cases of a machine, apart from each other, so that one process can hold them. */
function placed(
  arch: string,
  bases: readonly bigint[],
  requests: readonly PrologueRequest[],
): Promise<Placed[]> {
  return Promise.all(
    requests.map(async (wanted, index) => {
      const blob = blobOf(wanted, await generatePrologue(wanted));
      const runs = bases.map((base) => runOf(arch, apart(base, index), blob, [ENTRY]));
      return { wanted, blob, runs: runs.map((run): Run => ({ ...run, again: true })) };
    }),
  );
}

describe.each(withPrologue.map(({ machine }) => [machine.arch, machine] as const))('%s', (arch, machine) => {
  const bases = [0x7000n, ...basesOf(machine)];
  const cases = shapesOf(arch).flatMap(({ name, formats, groups }) =>
    formats.map((format) => [format, name, groups] as const),
  );

  const images = placed(
    arch,
    bases,
    cases.map(([format, , groups]) => requestFor(arch, format, groups)),
  );

  describe.each(emulatorsFor(arch))('in %s', (emulator) => {
    const names = cases.map(([format, name], index) => [format, name, index] as const);
    let running: Promise<RunResult[][]> | undefined;
    /** What came of the runs of a case; those of all cases are done together, once. */
    async function resultsOf(index: number): Promise<readonly RunResult[]> {
      running ??= images.then(async (all) => {
        const results = await runIn(
          emulator,
          all.flatMap(({ runs }) => runs),
        );
        return all.map((_, at) => results.slice(at * bases.length, (at + 1) * bases.length));
      });
      return (await running)[index] ?? [];
    }

    test.each(names)('%s over %s: every word moves, entered twice', async (_format, _name, index) => {
      const image = (await images)[index];
      if (!image) throw new Error('the case has no image');
      const { wanted, blob, runs } = image;
      const results = await resultsOf(index);
      for (const [base, run] of runs.entries()) {
        for (const result of [results[base], results[base]?.again]) {
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

    const [both] = shapesOf(arch).filter(({ groups }) => groups[1]?.bytes === 4 && !groups[1].fields);
    // Machines of 32 bits have no words of 8 bytes.
    if (both) {
      test('words of 8 and of 4 bytes below 4 GiB, entered twice', async () => {
        const wanted: PrologueRequest = {
          ...requestFor(arch, 'chain', both.groups),
          bases: { min: 0n, max: 0xf000_0000n },
        };
        const blob = blobOf(wanted, await generatePrologue(wanted));
        const runs = [0x7000n, 0x7fff_0000n].map((base): Run => {
          return { ...runOf(arch, base, blob, [ENTRY]), again: true };
        });
        const results = await runIn(emulator, runs);
        for (const [index, { start }] of runs.entries()) {
          for (const result of [results[index], results[index]?.again]) {
            expect(result?.fault).toBeUndefined();
            expect(result?.reached).toBe(true);
            const image = result?.memory[0]?.subarray(ENTRY) ?? blob;
            expect(Buffer.compare(image, expectedImage(wanted, blob, start))).toBe(0);
          }
        }
      });
    }

    test('an entry at the far end of the largest image is reached, in every format', async () => {
      const requests = FORMATS.flatMap((format) => farRequests(arch, format));
      const runs = await Promise.all(
        requests.map(async (wanted, index) => {
          const { bytes } = await generatePrologue(wanted);
          const blob = new Uint8Array(0x2000);
          blob.set(bytes);
          const base = apart(0x1_0000n, index);
          const run = runOf(arch, base, blob, [FAR]);
          const page = { address: base + BigInt(FAR & ~0xfff), data: new Uint8Array(), size: 0x1000 };
          return { ...run, regions: [...run.regions, page] };
        }),
      );
      const results = await runIn(emulator, runs);
      for (const [index, run] of runs.entries()) {
        const result = results[index];
        const what = `${requests[index]?.format} over ${requests[index]?.groups.length} groups`;
        expect(result?.fault, what).toBeUndefined();
        expect(result?.reached, what).toBe(true);
        expect(result?.registers, what).toMatchObject(run.registers);
        const { entryRegister } = contractOf(arch);
        if (entryRegister !== undefined)
          expect(result?.registers[entryRegister], what).toBe(run.start + BigInt(FAR));
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
