/** The programs that run in the guests, compiled without a C library, and the initramfs archives they come in. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import type { BootMachine, PlannedSegment } from './machine.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Compiles guest/<name>.c to a static program. @throws Error with what the compiler said */
export function guestProgram(name: 'loader' | 'proof', { debian, clang }: BootMachine): Buffer {
  const folder = join(CACHE, 'boot');
  mkdirSync(folder, { recursive: true });
  const output = join(folder, `${name}-${debian}`);
  const sources = [join(HERE, 'guest', `${name}.c`)];
  if (name === 'proof') sources.push(join(HERE, '../../purgatory/sha256.c'));
  execFileSync(
    'clang-16',
    [
      ...clang,
      ...['-ffreestanding', '-nostdlib', '-static', '-fno-pic', '-fno-stack-protector'],
      ...['-Os', '-Wall', '-Wno-unused-function', '-o', output, ...sources],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return readFileSync(output);
}

export interface ArchiveEntry {
  readonly name: string;
  /** File type and permissions. */
  readonly mode: number;
  readonly data?: Uint8Array;
  /** Major and minor number of a device. */
  readonly device?: readonly [number, number];
}

/** A cpio archive in the newc format, as kernels unpack it. */
export function cpio(entries: readonly ArchiveEntry[]): Buffer {
  const parts: Buffer[] = [];
  const pad = (length: number): Buffer => Buffer.alloc((4 - (length % 4)) % 4);
  const add = (
    { name, mode, data = new Uint8Array(), device = [0, 0] }: ArchiveEntry,
    inode: number,
  ): void => {
    const fields = [inode, mode, 0, 0, 1, 0, data.length, 0, 0, ...device, name.length + 1, 0];
    const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
    parts.push(Buffer.from(header), pad(header.length), Buffer.from(data), pad(data.length));
  };
  for (const [index, entry] of entries.entries()) add(entry, index + 1);
  add({ name: 'TRAILER!!!', mode: 0 }, 0);
  return Buffer.concat(parts);
}

const DIRECTORY = 0o040755;
const PROGRAM = 0o100755;
const FILE = 0o100644;

/** An initramfs with a program as /init, a console, and further files. */
export function initramfs(init: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Buffer {
  return cpio([
    { name: 'dev', mode: DIRECTORY },
    { name: 'proc', mode: DIRECTORY },
    { name: 'dev/console', mode: 0o020600, device: [5, 1] },
    { name: 'init', mode: PROGRAM, data: init },
    ...[...files].map(([name, data]) => ({ name, mode: FILE, data })),
  ]);
}

const PAGE = 4096;

/** The first kernel's initramfs: the loader, its plan, and the segments as files. */
export function loaderInitramfs(
  machine: BootMachine,
  entry: bigint,
  segments: readonly PlannedSegment[],
): Buffer {
  const plan = Buffer.alloc(16 + segments.length * 64);
  const words = new DataView(plan.buffer, plan.byteOffset);
  const little = architectureNamed(machine.arch)?.machine.dataOrder === 'little';
  const put = (at: number, value: bigint): void => words.setBigUint64(at, value, little);
  put(0, entry);
  put(8, BigInt(segments.length));
  for (const [index, { name, address, data, memorySize }] of segments.entries()) {
    const at = 16 + index * 64;
    put(at, address);
    put(at + 8, BigInt(data.length));
    put(at + 16, BigInt(Math.ceil(memorySize / PAGE) * PAGE));
    plan.write(`/${name}`, at + 24, 39, 'latin1');
  }
  const files = new Map<string, Uint8Array>([['plan', plan]]);
  for (const { name, data } of segments) files.set(name, data);
  return initramfs(guestProgram('loader', machine), files);
}
