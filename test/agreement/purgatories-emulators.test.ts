/** Purgatories of machines that no test boots, run to the end: checks passed or failed, and the next kernel entered. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Emulator, emulatorsFor, type RunResult } from '../../emulate/index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { buildFixture, fixtureArch, fixtureNames } from '../support/golden.ts';
import { ENDS_IN, haltedAfter, runIn, runOf } from '../support/machine-run.ts';
import { read, write } from '../support/memory.ts';

const BASE = 0x40_0000n;
/** The next kernel, of which the digest is taken. */
const KERNEL = 0x10_0000n;
const CONSOLE = 0x20_0000n;
const CONSOLE_MEMORY = 5n;
/** Instructions; many times what a purgatory takes. */
const MANY = 2_000_000;

// A linked image has no symbols to fill in by name.
const objects = fixtureNames().filter((name) => name.endsWith('.ro'));
const names = objects.filter((name) => toolchainOf(fixtureArch(name)).argumentRegister !== undefined);
const kernel = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) & 0xff);

test('there are purgatories to run', () => {
  expect(names.length).toBeGreaterThan(5);
});

describe.each(names)('%s', (name) => {
  const built = buildFixture(name);
  const arch = fixtureArch(name);
  const { argumentRegister = '', qemuOnly } = toolchainOf(arch);
  const everywhere = !qemuOnly?.test(name.slice(arch.length + 1));
  const emulators = emulatorsFor(arch).filter((each) => each === 'qemu-user' || everywhere);

  /** A run of the purgatory, told what is to be found in memory. */
  async function run(
    emulator: Emulator,
    digested: Uint8Array,
    {
      maxInstructions = MANY,
      processorMs = ENDS_IN,
    }: { maxInstructions?: number; processorMs?: number } = {},
  ) {
    const { blob, map } = await built;
    const { dataOrder, wordBits } = architectureNamed(map.arch)?.machine ?? {};
    if (dataOrder === undefined || wordBits === undefined) throw new Error(`no machine called ${map.arch}`);
    const memory = new Uint8Array(map.memsz);
    memory.set(blob);
    const offsetOf = (symbol: string): number => {
      const found = map.symbols.find((each) => each.name === symbol);
      if (!found) throw new Error(`${name} has no ${symbol}`);
      return found.offset;
    };
    const fill = (symbol: string, at: number, bytes: number, value: bigint): void =>
      write(memory, offsetOf(symbol) + at, bytes, value, dataOrder);
    fill('sha256_regions', 0, 8, KERNEL);
    fill('sha256_regions', 8, 8, BigInt(kernel.length));
    memory.set(createHash('sha256').update(digested).digest(), offsetOf('sha256_digest'));
    fill('purgatory_kernel_entry', 0, wordBits / 8, KERNEL);
    fill('purgatory_argument', 0, wordBits / 8, 0x1234n);
    fill('purgatory_console', 0, 4, CONSOLE_MEMORY);
    fill('purgatory_console', 8, 8, CONSOLE);
    const bare = runOf(map.arch, BASE, memory, []);
    const runs = [
      {
        ...bare,
        regions: [
          ...bare.regions,
          { address: KERNEL, data: kernel, size: 0x1000 },
          { address: CONSOLE, data: new Uint8Array(), size: 0x1000 },
        ],
        stop: [KERNEL],
        maxInstructions,
      },
    ];
    const [result] = await runIn(emulator, runs, processorMs);
    const console = Buffer.from(result?.memory.at(-1) ?? []).toString('latin1');
    const [image] = result?.memory ?? [];
    const written = Number(read(image ?? memory, offsetOf('purgatory_console') + 8, 8, dataOrder) - CONSOLE);
    return { result, console: console.slice(0, written) };
  }

  /** What it took to enter the next kernel. */
  const taken = new Map<Emulator, RunResult>();
  test.each(emulators)('enters the next kernel in %s, with its argument', async (emulator) => {
    const { result, console } = await run(emulator, kernel);
    expect(result?.fault).toBeUndefined();
    expect(result?.reached).toBe(true);
    if (result) taken.set(emulator, result);
    expect(result?.registers[argumentRegister]).toBe(0x1234n);
    expect(console).toBe('purgatory\n');
  });

  // An emulator that counts no instructions takes long to tell that a purgatory is halted: one of a machine will do.
  const [first = 'unicorn'] = emulators;
  const isFirst = names.find((each) => fixtureArch(each) === arch) === name;
  if (first !== 'unicorn' && !isFirst) return;
  test('halts on another digest, and says so', async () => {
    const { instructions = MANY, ...time } = taken.get(first) ?? {};
    const most = { maxInstructions: Math.max(1, 2 * instructions), processorMs: haltedAfter(time) };
    const { result, console } = await run(first, kernel.subarray(1), most);
    expect(result?.reached).toBe(false);
    expect(console).toContain('sha256 digest');
  });
});
