/** Faults put into prologues on purpose: the comparison that passes the right ones must see each. */
import { describe, expect, test } from 'vitest';
import { assemble } from '../../codegen/assemble/keystone.ts';
import { assemblerOf } from '../../codegen/machines/index.ts';
import { generatePrologue } from '../../codegen/prologue.ts';
import type { Prologue, PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor, type Run, type RunResult, runInQemu, runInUnicorn } from '../../emulate/index.ts';
import { emulatedMachine, registerNames } from '../../emulate/registers.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { runOf } from '../support/machine-run.ts';
import { withPrologue } from '../support/with-prologue.ts';
import { blobOf, ENTRY, expectedImage, requestFor, shapesOf } from '../support/word-images.ts';

/** Several bases, so that what happens to be right at one is seen at another. */
const BASES = { 32: [0x7_7000n, 0x3fff_f000n], 64: [0x7_7000n, 0x12_3456_7000n] };

/** Unicorn is faster, where it knows the machine and survives broken code. */
function inUnicorn(arch: string): boolean {
  return emulatorsFor(arch).includes('unicorn') && !emulatedMachine(arch)?.unicorn?.fragile;
}

async function execute(run: Run): Promise<RunResult | undefined> {
  if (inUnicorn(run.arch)) return runInUnicorn(run);
  // A process of its own, because broken prologues store anywhere.
  const [result] = await runInQemu([run], { timeoutMs: 300, isolate: true });
  return result;
}

/** Whether the blob relocates itself as it must, entered twice, with the contract kept. */
async function works(wanted: PrologueRequest, blob: Uint8Array, good: Uint8Array): Promise<boolean> {
  const garbage = registerNames(wanted.arch).map((name, index) => [name, 0x1234_5671n + BigInt(index)]);
  for (const base of BASES[architectureNamed(wanted.arch)?.machine.wordBits ?? 64]) {
    let memory = blob;
    for (let entered = 0; entered < 2; entered++) {
      const run = { ...runOf(wanted.arch, base, memory, [ENTRY]), maxInstructions: 2000 };
      const registers = { ...Object.fromEntries(garbage), ...run.registers };
      const result = await execute({ ...run, registers });
      if (!result?.reached || result.fault !== undefined) return false;
      const { entryRegister } = toolchainOf(wanted.arch);
      if (entryRegister !== undefined && result.registers[entryRegister] !== base + BigInt(ENTRY))
        return false;
      for (const [name, value] of Object.entries(run.registers)) {
        if (result.registers[name] !== value) return false;
      }
      memory = result.memory[0] ?? blob;
      if (Buffer.compare(memory.subarray(ENTRY), expectedImage(wanted, good, base)) !== 0) return false;
    }
  }
  return true;
}

/**
 * A process for each run takes its time, so only some of the bits are tried where Unicorn does not know the machine, in
 * all positions of a byte alike; `npm run test:faults` tries them all.
 */
const STEP = process.env.RELOCATOR_HEAVY ? 1 : 9;
/** How much more of some bits than of all of them may mean nothing. */
const SAMPLED = 0.06;

describe.each(withPrologue.map(({ machine }) => machine.arch))('%s', (arch) => {
  async function image(
    format: 'chain' | 'delta',
    groups = shapesOf(arch)[0]?.groups ?? [],
  ): Promise<{
    wanted: PrologueRequest;
    prologue: Prologue;
    blob: Uint8Array;
  }> {
    const wanted = requestFor(arch, format, groups);
    const prologue = await generatePrologue(wanted);
    return { wanted, prologue, blob: blobOf(wanted, prologue) };
  }

  test('the right one works', async () => {
    const { wanted, blob } = await image('chain');
    expect(await works(wanted, blob, blob)).toBe(true);
  });

  const first = shapesOf(arch).slice(0, 1);
  const split = shapesOf(arch).find(({ formats, groups }) => formats.includes('chain') && groups[0]?.fields);
  const shapes = [...first, ...(split ? [split] : [])].map(({ name, groups }) => [name, groups] as const);
  test.each(shapes)(
    'a flipped bit, anywhere in code and table of a chain of %s',
    async (_name, groups) => {
      const { wanted, prologue, blob } = await image('chain', groups);
      const unseen: string[] = [];
      const bits = prologue.bytes.length * 8;
      const step = inUnicorn(arch) ? 1 : STEP;
      for (let bit = 0; bit < bits; bit += step) {
        // Nothing reads what fills up to the table's alignment.
        if (bit >> 3 >= prologue.codeSize && bit >> 3 < prologue.table.offset) continue;
        const broken = blob.slice();
        const at = bit >> 3;
        broken[at] = (broken[at] ?? 0) ^ (1 << (bit & 7));
        if (await works(wanted, broken, blob)) unseen.push(`${at}.${bit & 7}`);
      }
      // What is left says the same in other bits: another scratch register, a wider form, bits the processor ignores.
      // An emulator has no caches: what maintains them for patched instructions may do anything.
      const { unseenBits: { words = 0.06, split: splitWords = 0.15, head = 0 } = {} } = toolchainOf(arch);
      const [limit, ignored] = groups.some(({ fields }) => fields) ? [splitWords, 0] : [words, head];
      const most = limit + (step === 1 ? 0 : SAMPLED);
      expect((unseen.length * step - ignored) / bits, unseen.join(' ')).toBeLessThan(most);
    },
    1_200_000,
  );

  test('a missing guard against being entered again', async () => {
    const { wanted, prologue, blob } = await image('chain');
    const [guard, instead] = toolchainOf(arch).guard ?? [/$^/, ''];
    const source = prologue.source.replace(guard, instead);
    expect(source).not.toBe(prologue.source);
    const { bytes } = await assemble(assemblerOf(arch), source);
    const broken = blob.slice();
    broken.set(bytes.subarray(0, prologue.codeSize));
    const { offset, size } = prologue.table;
    broken.set(prologue.bytes.subarray(offset, offset + size), offset);
    expect(await works(wanted, broken, blob)).toBe(false);
  });

  test('a table entry that is dropped', async () => {
    const { wanted, prologue, blob } = await image('delta');
    const { offset, size } = prologue.table;
    expect(await works(wanted, blob, blob)).toBe(true);
    const broken = blob.slice();
    broken.fill(0, offset + size - 2, offset + size);
    expect(await works(wanted, broken, blob)).toBe(false);
  });
});
