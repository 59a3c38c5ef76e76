/** A self-relocation loop that nobody here wrote, as Debian ships it: how to have it done with a table of the test vectors. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../emulate/index.ts';
import { CACHE, debianPackage, run as runProgram } from '../../scripts/debian-packages.ts';
import { architectureOf } from '../support/architecture.ts';
import { elfWords } from '../support/elf-words.ts';
import { IMAGE_BYTES, type LoopVector } from '../support/loop-vectors.ts';
import { write } from '../support/memory.ts';

export interface Peer {
  /** As docs name it, with where in its source the loop is. */
  readonly name: string;
  /** The Debian package, and of which release. */
  readonly from: string;
  readonly arch: string;
  readonly kinds: readonly LoopVector['kind'][];
  /** The lowest load base that it can be at, where that is not 0. */
  readonly lowest?: bigint;
  /** What of the vectors it does otherwise, by kind and name, and why. */
  readonly differs: readonly { readonly vectors: RegExp; readonly why: string }[];
  prepare(vector: LoopVector): Prepared;
}

/** What to run; the vector's image is the region with that index. */
export interface Prepared {
  readonly run: Run;
  readonly image: number;
}

/** Far behind all that a peer has, so that what it does after its loop is not in the image's way. */
export const ARENA = 0x40_0000n;
export const TABLE = ARENA + 0x10_0000n;
export const STACK = ARENA + 0x20_0000n;
/** More than any loop takes for the longest vector. */
export const INSTRUCTIONS = 60_000;

/** A file of a Debian package. */
export function fileOf(name: string, debianArch: string, suite: string, path: string): Buffer {
  const peers = join(CACHE, 'peers');
  const folder = join(peers, `${name}-${debianArch}-${suite}`);
  if (!existsSync(folder)) {
    mkdirSync(peers, { recursive: true });
    const scratch = mkdtempSync(join(peers, 'work-'));
    runProgram('dpkg-deb', ['-x', debianPackage(name, debianArch, { suite }), scratch], peers);
    renameSync(scratch, folder);
  }
  return readFileSync(join(folder, path));
}

export interface Segment {
  readonly address: bigint;
  readonly data: Buffer;
  readonly size: number;
}

const PT_LOAD = 1;
const PT_DYNAMIC = 2;

/** The segments of an ELF file, where its dynamic section is, and its entry. */
export function segmentsOf(file: Buffer): { segments: Segment[]; dynamic: bigint; entry: bigint } {
  const { wide, word, half, full } = elfWords(file);
  const [table, size, count] = [Number(word(wide ? 32 : 28)), half(wide ? 54 : 42), half(wide ? 56 : 44)];
  const headers = Array.from({ length: count }, (_, index) => {
    const at = table + index * size;
    const [offset, address, bytes, memory] = wide
      ? [word(at + 8), word(at + 16), word(at + 32), word(at + 40)]
      : [word(at + 4), word(at + 8), word(at + 16), word(at + 20)];
    const start = Number(offset);
    return {
      type: full(at),
      segment: { address, data: file.subarray(start, start + Number(bytes)), size: Number(memory) },
    };
  });
  return {
    segments: headers.filter(({ type }) => type === PT_LOAD).map(({ segment }) => segment),
    dynamic: headers.find(({ type }) => type === PT_DYNAMIC)?.segment.address ?? 0n,
    entry: word(24),
  };
}

/** Number of the machine's RELATIVE type. */
function relativeType(arch: string): number {
  const rule = architectureOf(arch).rules.find(({ name }) => name.endsWith('_RELATIVE'));
  if (!rule) throw new Error(`${arch} has no RELATIVE type`);
  return rule.type;
}

/** The table as the file has it, `from` added to all places. */
export function tableBytes(arch: string, { kind, bits, entries, words }: LoopVector, from: bigint): Buffer {
  const { machine } = architectureOf(arch);
  const bytes = bits / 8;
  const type = BigInt(relativeType(arch));
  const isAddress = (each: bigint): boolean => (each & 1n) === 0n;
  const flat =
    kind === 'relr'
      ? words.map((each) => (isAddress(each) ? each + from : each))
      : entries.flatMap(({ place, addend, none }) => [
          place + from,
          none ? 0n : type,
          ...(kind === 'rela' ? [addend ?? 0n] : []),
        ]);
  const table = Buffer.alloc(flat.length * bytes);
  for (const [index, each] of flat.entries()) {
    write(table, index * bytes, bytes, BigInt.asUintN(bits, each), machine.dataOrder);
  }
  return table;
}

const TAGS = { rela: [7n, 8n, 9n, 3n], rel: [17n, 18n, 19n, 2n], relr: [36n, 35n, 37n, 1n] } as const;

/** A dynamic section with that table alone; with none where it is empty. */
export function dynamicBytes(arch: string, { kind, bits }: LoopVector, table: Buffer, at: bigint): Buffer {
  const { machine } = architectureOf(arch);
  const bytes = bits / 8;
  const [address, size, entry, words] = TAGS[kind];
  const pairs = [address, at, size, BigInt(table.length), entry, words * BigInt(bytes)];
  const flat = table.length === 0 ? [] : pairs;
  const section = Buffer.alloc((flat.length + 2) * bytes);
  for (const [index, each] of flat.entries()) {
    write(section, index * bytes, bytes, each, machine.dataOrder);
  }
  return section;
}

/** The words of the image before, and what it must be after. */
export function imageBytes(
  arch: string,
  { bits, before, after }: LoopVector,
  which: 'before' | 'after',
): Buffer {
  const { machine } = architectureOf(arch);
  const image = Buffer.alloc(IMAGE_BYTES);
  for (const words of which === 'before' ? [before] : [before, after]) {
    for (const [at, held] of words) {
      write(image, Number(at), bits / 8, BigInt.asUintN(bits, held), machine.dataOrder);
    }
  }
  return image;
}

/** A stack of words, the first where the pointer points. */
export function stackOf(arch: string, words: readonly bigint[]): Buffer {
  const { machine } = architectureOf(arch);
  const bytes = machine.wordBits / 8;
  const stack = Buffer.alloc(0x2000);
  for (const [index, each] of words.entries()) {
    write(stack, 0x1000 + index * bytes, bytes, each, machine.dataOrder);
  }
  return stack;
}

/** Where the pointer to such a stack points, from its first byte. */
export const STACK_POINTER = 0x1000n;
