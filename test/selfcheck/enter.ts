/** The loader: the image is a segment of a static executable that starts at its first byte, in qemu-user. */
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGuest } from '../../emulate/guest-elf.ts';
import { addressBits, emulatedMachine } from '../../emulate/machines/index.ts';
import { PAGE } from '../../emulate/pages.ts';
import { readContainer } from '../../image/memory/bytes.ts';
import type { BuiltImage } from '../../index.ts';
import { ended } from './ended.ts';

/** From the highest down; each a multiple of no more than a page. */
const BASES = [0x12_3456_7000n, 0x9abc_d000n, 0x5432_1000n, 0x1234_5000n, 0x45_6000n];
/** Of processor time, which a busy machine does not change: a run is over in a fiftieth of that. */
const SECONDS = 5;
/** For what waits for something that never comes. */
const WATCHDOG_MS = 600_000;
/** What shells end with for a program that there is none of. */
const NOT_FOUND = 127;

/** Two bases far from each other at which the image may be loaded, and a process have it. */
export function basesFor({ map }: Pick<BuiltImage, 'map'>): bigint[] {
  const emulated = emulatedMachine(map.arch);
  if (emulated === undefined) return [];
  const limit = 1n << BigInt(addressBits(emulated.machine));
  const word = BigInt(emulated.machine.wordBits);
  const alignment = BigInt(map.loadAlign);
  const fitting = BASES.map((base) => base - (base % alignment)).filter(
    (base) =>
      base + BigInt(map.memsz) <= limit &&
      base >= map.bases.min &&
      base <= BigInt.asUintN(Number(word), map.bases.max),
  );
  return [...new Set([fitting[0], fitting.at(-1)])].flatMap((base) => (base === undefined ? [] : [base]));
}

/**
 * The blob with instructions of its prologue that user mode does not permit, all of them for the sake of caches, made
 * ones that do nothing.
 */
function withoutPrivileged({ blob, map }: Pick<BuiltImage, 'blob' | 'map'>, nop: Uint8Array): Uint8Array {
  const emulated = emulatedMachine(map.arch);
  const bytes = Uint8Array.from(blob);
  const { size, table } = map.prologue;
  let at = 0;
  while (at + 4 <= size) {
    if (at >= table.offset && at < table.offset + table.size) {
      at = table.offset + table.size;
      continue;
    }
    const found = emulated?.qemu.privileged?.find(({ bytes: count, mask, value }) => {
      const word = readContainer(blob, at, count, emulated.machine.instructionOrder);
      return (Number(word) & mask) >>> 0 === value;
    });
    for (let done = 0; found && done < found.bytes; done += nop.length) bytes.set(nop, at + done);
    at += found?.bytes ?? nop.length;
  }
  return bytes;
}

/** What comes of entering the image at the base, or so many bytes behind it: the code it ends with, or the signal. */
export async function entered(
  built: Pick<BuiltImage, 'blob' | 'map'>,
  base: bigint,
  {
    cpu,
    nop,
    at = 0,
  }: { readonly cpu: string | undefined; readonly nop: Uint8Array | undefined; readonly at?: number },
): Promise<string> {
  const { map } = built;
  const emulated = emulatedMachine(map.arch);
  if (emulated === undefined) throw new Error(`${map.arch} is not emulated`);
  const { machine, qemu, page = PAGE } = emulated;
  const run = {
    arch: map.arch,
    regions: [{ address: base, data: nop ? withoutPrivileged(built, nop) : built.blob, size: map.memsz }],
    start: base + BigInt(at),
    stop: [],
    registers: {},
    maxInstructions: 1,
    strictAlignment: false,
  };
  const guest = buildGuest(machine, [run], page, qemu.elfFlags);
  return await executed(map.arch, guest, cpu);
}

/** What comes of a static executable: the code it ends with, or the signal. */
export async function executed(
  arch: string,
  executable: Uint8Array,
  cpu: string | undefined,
): Promise<string> {
  const qemu = emulatedMachine(arch)?.qemu;
  const folder = await mkdtemp(join(tmpdir(), 'relocator-selfcheck-'));
  try {
    const file = join(folder, 'guest');
    writeFileSync(file, executable, { mode: 0o755 });
    const options = cpu === undefined ? (qemu?.options ?? []) : ['-cpu', cpu];
    const command = [`qemu-${qemu?.program ?? arch}-static`, ...options, file];
    const limited = ['/bin/sh', '-c', `ulimit -t ${SECONDS} && exec "$0" "$@"`, ...command];
    const { status, signal } = await ended(limited, folder, WATCHDOG_MS);
    if (status === NOT_FOUND) throw new Error(`${command[0]} is not installed: run scripts/setup`);
    if (signal === 'SIGKILL') return 'no end';
    return signal === null ? `code ${status}` : signal;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
