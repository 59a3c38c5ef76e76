/** Programs out of Debian packages, as they stand in memory. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ET, PT } from '../../image/elf/constants.ts';
import { readHeader } from '../../image/elf/header.ts';
import { readSegments } from '../../image/elf/segments.ts';
import type { Segment } from '../../image/elf/types.ts';
import { CACHE, debianPackage, run } from '../../scripts/debian-packages.ts';
import type { Port } from './peer.ts';

/** The file of a port. */
export function fileOf({ package: name, debian, suite, path }: Port): Buffer {
  const peers = join(CACHE, 'peers');
  const folder = join(peers, `${name}-${debian}-${suite}`);
  if (!existsSync(folder)) {
    mkdirSync(peers, { recursive: true });
    const scratch = mkdtempSync(join(peers, 'work-'));
    run('dpkg-deb', ['-x', debianPackage(name, debian, { suite }), scratch], peers);
    renameSync(scratch, folder);
  }
  return readFileSync(join(folder, path));
}

export interface Program {
  /** What is loaded, by address. */
  readonly segments: readonly Segment[];
  /** Where its dynamic section is; 0 if it has none. */
  readonly dynamic: bigint;
  readonly entry: bigint;
}

const LINKED = new Map([
  [ET.EXEC, 'kept'],
  [ET.DYN, 'dynamic'],
] as const);

/** A linked ELF file. @throws InputError where it is none */
export function programOf(file: Buffer): Program {
  const { source, header } = readHeader(file, '', LINKED);
  const segments = readSegments(source, header);
  return {
    segments: segments.filter(({ type }) => type === PT.LOAD),
    dynamic: segments.find(({ type }) => type === PT.DYNAMIC)?.address ?? 0n,
    entry: header.entry,
  };
}

/** A program in one piece, from its first segment on, with `bytes` at an address in place of what it has there. */
export function inOnePiece({ segments }: Program, address: bigint, bytes: Buffer): Buffer {
  const first = segments[0]?.address ?? 0n;
  const end = Math.max(...segments.map((each) => Number(each.address - first + each.memorySize)));
  const memory = Buffer.alloc(end);
  for (const { address: start, data } of segments) memory.set(data, Number(start - first));
  bytes.copy(memory, Number(address - first));
  return memory;
}
