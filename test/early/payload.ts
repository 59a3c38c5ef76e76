/** What the first kernel carries: the purgatory with everything told of it, and the second kernel with its initramfs. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, buildImage, emitBlob } from '../../index.ts';
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

/** The initramfs of the boot after a crash: it writes what pstore found to the disk. */
export function nextInitrd(machine: EarlyMachine): Buffer {
  const init = { name: 'init', mode: PROGRAM, data: guest('next-init.sh') };
  return gzipSync(cpio([...programEntries(machine, new Map([BUSYBOX])), init]), { level: 1 });
}

/** Writes what differs, so that make builds nothing anew without need. */
function put(path: string, data: Uint8Array | string): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(data))) return;
  writeFileSync(path, data);
}

export interface Payload {
  /** The folder that has purgatory.c and purgatory.h, and, of a second kernel, vmlinuz and initrd.img. */
  readonly folder: string;
  /** SHA-256 of the blob. */
  readonly blob: string;
  /** How many fixups it has. */
  readonly fixups: number;
  /** Bytes of what is carried. */
  readonly size: number;
}

/** A purgatory made to a blob, in a folder that the driver is built with. */
export async function blobPayload(
  folder: string,
  object: Uint8Array,
  loaderWrites: BuildOptions['loaderWrites'],
): Promise<Payload> {
  mkdirSync(folder, { recursive: true });
  const { blob, map } = await buildImage(object, { loaderWrites });
  const path = join(folder, 'purgatory.c');
  const options = { emit: 'c', path, prefix: 'purgatory', section: '.init.rodata' } as const;
  for (const [file, content] of emitBlob(blob, map, options)) put(file, content);
  const sha256 = createHash('sha256').update(blob).digest('hex');
  return { folder, blob: sha256, fixups: map.fixups.length, size: blob.length };
}

/** The same, with the second kernel and its initramfs. */
export function secondKernelPayload(machine: EarlyMachine, second: string, blob: Payload): Payload {
  const kernel = join(blob.folder, 'vmlinuz');
  if (!existsSync(kernel)) copyFileSync(second, kernel);
  const initrd = secondInitrd(machine);
  put(join(blob.folder, 'initrd.img'), initrd);
  return { ...blob, size: readFileSync(kernel).length + initrd.length };
}
