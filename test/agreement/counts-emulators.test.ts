/** Both emulators execute as many instructions of a prologue, each by its own count. */
import { describe, expect, test } from 'vitest';
import { generatePrologue } from '../../codegen/prologue.ts';
import type { Format } from '../../codegen/request.ts';
import { emulatorsFor, type RunResult, runInQemu } from '../../emulate/index.ts';
import { need } from '../support/emulators.ts';
import { runIn, runOf } from '../support/machine-run.ts';
import { withPrologue } from '../support/with-prologue.ts';
import { blobOf, requestFor, shapesOf } from '../support/word-images.ts';

const BASE = 0x1_0000n;
/** In another page than the prologue: qemu translates what is beside a breakpoint one at a time by itself. */
const ENTRY = 0x2000;
const COUNTED: readonly Format[] = ['delta', 'relr'];

const machines = withPrologue
  .map(({ machine: { arch } }) => arch)
  .filter((arch) => emulatorsFor(arch).length > 1);

test('machines have both', () => expect(machines.length).toBeGreaterThan(5));

describe.each(machines)('%s', (arch) => {
  test.each(COUNTED)('%s', async (format) => {
    need('qemu-user', arch);
    const groups = shapesOf(arch).find(({ formats }) => formats.includes(format))?.groups ?? [];
    const wanted = { ...requestFor(arch, format, groups), entry: ENTRY };
    const once = runOf(arch, BASE, blobOf(wanted, await generatePrologue(wanted)), [ENTRY]);
    const run = { ...once, again: true as const };
    const [counted] = await runInQemu([run], { count: true });
    const [other] = await runIn('unicorn', [run]);
    const counts = (result?: RunResult): unknown => [result?.instructions, result?.again?.instructions];
    expect(other?.reached).toBe(true);
    expect(counts(counted)).toEqual(counts(other));
    const [uncounted] = await runIn('qemu-user', [once]);
    expect(uncounted?.instructions).toBe(-1);
  });
});
