/** Prologues with faults: whether a blob still relocates itself as it must, and the images that are broken. */

import type { Prologue } from '../../codegen/prologue.ts';
import { generatePrologue } from '../../codegen/prologue.ts';
import type { PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor, type Run, type RunResult, runInQemu, runInUnicorn } from '../../emulate/index.ts';
import { emulatedMachine } from '../../emulate/machines/index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { contractOf, runOf } from './machine-run.ts';
import { blobOf, ENTRY, expectedImage, requestFor, shapesOf } from './word-images.ts';

/** Several bases, so that what happens to be right at one is seen at another. */
const BASES = { 32: [0x7_7000n, 0x3fff_f000n], 64: [0x7_7000n, 0x12_3456_7000n] };

/**
 * None of whose four parts of 16 bits is 0 or like another: what takes a part from the wrong place is seen. No process has
 * such addresses; in Unicorn there is memory at all of them.
 */
const FAR = 0x0123_4567_89ab_0000n;

/** Unicorn is faster, where it knows the machine and survives broken code. */
export function inUnicorn(arch: string): boolean {
  return emulatorsFor(arch).includes('unicorn') && !emulatedMachine(arch)?.unicorn?.fragile;
}

async function execute(run: Run): Promise<RunResult | undefined> {
  if (inUnicorn(run.arch)) return runInUnicorn(run);
  // A process of its own, because broken prologues store anywhere.
  const [result] = await runInQemu([run], { processorMs: 300, isolate: true });
  return result;
}

/** Whether the blob relocates itself as it must, entered twice, with the contract kept. */
export async function works(wanted: PrologueRequest, blob: Uint8Array, good: Uint8Array): Promise<boolean> {
  const names = [...(emulatedMachine(wanted.arch)?.qemu.registers.keys() ?? [])];
  const garbage = names.map((name, index) => [name, 0x1234_5671n + BigInt(index)]);
  const wordBits = architectureNamed(wanted.arch)?.machine.wordBits ?? 64;
  const far = wordBits === 64 && inUnicorn(wanted.arch) ? [FAR] : [];
  for (const base of [...BASES[wordBits], ...far]) {
    let memory = blob;
    for (let entered = 0; entered < 2; entered++) {
      const run = { ...runOf(wanted.arch, base, memory, [ENTRY]), maxInstructions: 2000 };
      const registers = { ...Object.fromEntries(garbage), ...run.registers };
      const result = await execute({ ...run, registers });
      if (!result?.reached || result.fault !== undefined) return false;
      const { entryRegister } = contractOf(wanted.arch);
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

/** What a test breaks: a prologue, the request it is for, and both as a blob. */
export interface Sound {
  readonly wanted: PrologueRequest;
  readonly prologue: Prologue;
  readonly blob: Uint8Array;
}

/** A sound prologue of a machine with an image; without groups, with those of its first shape. */
export async function soundImage(
  arch: string,
  format: 'chain' | 'delta',
  groups = shapesOf(arch)[0]?.groups ?? [],
): Promise<Sound> {
  const wanted = requestFor(arch, format, groups);
  const prologue = await generatePrologue(wanted);
  return { wanted, prologue, blob: blobOf(wanted, prologue) };
}
