/** What the first kernel carries: the second one, its initramfs, and the purgatory with everything told of it. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildImage, emitBlob } from '../../index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { cpio } from '../boot/guest.ts';
import type { EarlyMachine } from './machine.ts';
import { programEntries } from './programs.ts';

const PROGRAM = 0o100755;
const FILE = 0o100644;
const BUSYBOX = ['bin/busybox', 'busybox'] as const;

function guest(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`guest/${name}`, import.meta.url)));
}

/** The second kernel's initramfs: it writes the first one's log to the disk. */
export function secondInitrd(machine: EarlyMachine): Buffer {
  const programs = new Map([BUSYBOX, ['bin/vmcore-dmesg', 'vmcore-dmesg']]);
  const init = { name: 'init', mode: PROGRAM, data: guest('second-init.sh') };
  return gzipSync(cpio([...programEntries(machine, programs), init]));
}

/** The first kernel's initramfs: kexec, and what it loads. */
export function firstInitrd(machine: EarlyMachine, payload: string, commandLine: string): Buffer {
  const programs = new Map([BUSYBOX, ['sbin/kexec', 'kexec']]);
  return gzipSync(
    cpio([
      ...programEntries(machine, programs),
      { name: 'init', mode: PROGRAM, data: guest('first-init.sh') },
      { name: 'kernel', mode: FILE, data: readFileSync(join(payload, 'vmlinuz')) },
      { name: 'initrd', mode: FILE, data: readFileSync(join(payload, 'initrd.img')) },
      { name: 'second-command-line', mode: FILE, data: Buffer.from(commandLine) },
    ]),
    { level: 1 },
  );
}

/** Writes what differs, so that make builds nothing anew without need. */
function put(path: string, data: Uint8Array | string): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(data))) return;
  writeFileSync(path, data);
}

export interface Payload {
  /** The folder that has vmlinuz, initrd.img, purgatory.c and purgatory.h. */
  readonly folder: string;
  /** SHA-256 of the blob. */
  readonly blob: string;
  /** Bytes of kernel and initramfs. */
  readonly size: number;
}

/** Makes the folder that the driver is built with, beside the second kernel. */
export async function makePayload(machine: EarlyMachine, second: string): Promise<Payload> {
  const folder = `${second}.payload`;
  mkdirSync(folder, { recursive: true });
  const found = fetchPurgatories().find(({ name }) => name === machine.debian);
  if (found === undefined) throw new Error(`Debian has no purgatory for ${machine.debian}`);
  const { blob, map } = await buildImage(readFileSync(found.path), { loaderWrites: 'kexec-tools' });
  const path = join(folder, 'purgatory.c');
  const options = { emit: 'c', path, prefix: 'purgatory', section: '.init.rodata' } as const;
  for (const [file, content] of emitBlob(blob, map, options)) put(file, content);
  const kernel = join(folder, 'vmlinuz');
  if (!existsSync(kernel)) copyFileSync(second, kernel);
  const initrd = secondInitrd(machine);
  put(join(folder, 'initrd.img'), initrd);
  const digest = createHash('sha256').update(blob).digest('hex');
  return { folder, blob: digest, size: readFileSync(kernel).length + initrd.length };
}
