/** Running a blob's bytes on a machine: memory and registers. */
import type { Emulator, Run, RunResult } from '../../emulate/index.ts';
import { runInQemu, runInUnicorn } from '../../emulate/index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { type EntryContract, registersIn } from '../../relocator-dsl/entry.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toolchainOf } from '../machines/index.ts';
import { need } from './emulators.ts';

/**
 * Low, odd-page, just under 4 GiB, and above it where there is such memory; the upper half of it has qemu-user itself, at
 * another place every time.
 */
const BASES: Readonly<Record<32 | 64, readonly bigint[]>> = {
  32: [0x1_0000n, 0x7_7000n, 0x7fff_f000n, 0xffe0_0000n],
  64: [0x1_0000n, 0x7_7000n, 0xffff_0000n, 0x12_3456_7000n, 0x3f00_0000_0000n],
};

/** The bases at which prologues of `arch` are run. */
export function basesOf({ arch, wordBits }: Machine): readonly bigint[] {
  const { bases } = toolchainOf(arch);
  return bases ?? BASES[wordBits];
}

/** Between the bases of runs that go together: room for 128 KiB of image, and its stack. */
const APART = 0x4_0000n;

/**
 * Where the image with that index stands, of several that one process of qemu-user is to hold: up from low bases and
 * from those above 4 GiB, down from those at the end of a process.
 */
export function apart(base: bigint, index: number): bigint {
  const distance = APART * BigInt(index);
  return base >> 28n !== 0n && base >> 32n === 0n ? base - distance : base + distance;
}

export function contractOf(arch: string): EntryContract {
  const { machine } = architectureNamed(arch) ?? {};
  if (!machine) throw new RangeError(`no machine is called ${arch}`);
  return machine.entry;
}

/** A run from the blob's first byte, with values to recognise preserved registers by, and a stack where one is used. */
export function runOf(arch: string, base: bigint, blob: Uint8Array, stop: readonly number[]): Run {
  const behind = (base + BigInt(blob.length) + 0x1_0fffn) & ~0xfffn;
  const stack = behind + 0x1000n > 1n << 32n ? base - 0x1_0000n : behind;
  const { preserved, stack: stackUse, stackPointer } = contractOf(arch);
  const values = registersIn(preserved).map((name, index) => [name, 0x10n * BigInt(index + 1)] as const);
  const { unalignedFaults } = architectureNamed(arch)?.machine ?? {};
  return {
    arch,
    regions: [
      { address: base, data: blob, size: blob.length },
      ...(stackUse ? [{ address: stack, data: new Uint8Array(), size: 0x1000 }] : []),
    ],
    start: base,
    stop: stop.map((offset) => base + BigInt(offset)),
    registers: { ...Object.fromEntries(values), ...(stackUse ? { [stackPointer]: stack + 0x800n } : {}) },
    maxInstructions: 4_000_000,
    strictAlignment: unalignedFaults ?? false,
  };
}

/** Milliseconds of processor time in which any program of the tests ends, however loaded the machine is. */
export const ENDS_IN = 120_000;

/** How long one that is halted is to run where instructions are not counted: well over what another took to its end. */
export function haltedAfter({ processorMs = 0 }: Pick<RunResult, 'processorMs'>): number {
  return 500 + 5 * processorMs;
}

export async function runIn(
  emulator: Emulator,
  runs: readonly Run[],
  processorMs?: number,
): Promise<RunResult[]> {
  for (const { arch } of runs) need(emulator, arch);
  if (emulator === 'unicorn') return runs.map((run) => runInUnicorn(run));
  return runInQemu(runs, processorMs === undefined ? {} : { processorMs });
}
