/** Registers hold what a run was told before its first instruction, in each emulator. */
import { describe, expect, test } from 'vitest';
import { emulatorsFor } from '../../emulate/index.ts';
import { registersIn } from '../../relocator-dsl/entry.ts';
import { contractOf, runIn, runOf } from '../support/machine-run.ts';
import { withPrologue } from '../support/with-prologue.ts';

const BASE = 0x1_0000n;

describe.each(withPrologue.map(({ machine }) => machine.arch))('of %s', (arch) => {
  const { preserved, clobbered } = contractOf(arch);
  const names = registersIn([...preserved, ...clobbered]);
  const registers = Object.fromEntries(names.map((name, index) => [name, BigInt(0x100 * (index + 1))]));

  test.each(emulatorsFor(arch))('in %s', async (emulator) => {
    const run = { ...runOf(arch, BASE, new Uint8Array(16), [0]), registers };
    const [result] = await runIn(emulator, [run]);
    expect(names.length).toBeGreaterThan(6);
    expect(result?.registers).toEqual(registers);
  });
});
