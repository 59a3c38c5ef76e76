/** The words that prologues and loops relocate: what memory holds before and must hold afterwards, and the tables. */
import { chainWords } from '../../codegen/formats/chain.ts';
import type { Prologue } from '../../codegen/prologue.ts';
import { emptyRequest, type Format, type PrologueRequest } from '../../codegen/request.ts';
import { writeContainer } from '../../image/memory/bytes.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';

/** Where an image's entry is, behind all tables. */
const ENTRY = { 32: 0x3000, 64: 0x7000 } as const;
/** From there to the first word; a chain of 32-bit words reaches 64 KiB. */
const CODE_BYTES = 0x1000;
const SIZE = 0x2_0000;
/** A chain's head, for C. */
const HEAD_BYTES = 4;

export function machineOf(arch: string): Machine {
  const found = architectureNamed(arch);
  if (!found) throw new Error(`no machine is called ${arch}`);
  return found.machine;
}

interface Word {
  readonly offset: number;
  readonly value: bigint;
}

/** `count` words to be relocated in a format. Pairs of neighbours with gaps between them, as tables of pointers in data have. */
export function requestOf(arch: string, format: Format, count: number): PrologueRequest {
  const { wordBits } = machineOf(arch);
  const bytes = wordBits === 32 ? 4 : 8;
  const words = Array.from({ length: count }, (_, index) => ({
    offset: ENTRY[wordBits] + CODE_BYTES + (index + (index >> 1) * 3) * bytes,
    // None is 0: what chains hold on some machines counts from a place behind the base.
    value: BigInt((index + 1) * 16),
  }));
  return { ...emptyRequest(arch, format, ENTRY[wordBits]), groups: [{ bytes, granule: bytes, words }] };
}

function memoryOf({ arch, groups }: PrologueRequest, words: readonly Word[]): Buffer {
  const memory = Buffer.alloc(SIZE);
  const { dataOrder } = machineOf(arch);
  const [{ bytes } = { bytes: 8 }] = groups;
  for (const { offset, value } of words) writeContainer(memory, offset, bytes, dataOrder, value);
  return memory;
}

function wordsOf({ groups }: PrologueRequest): readonly Word[] {
  return groups.flatMap(({ words }) => words);
}

/** Memory from the load base on with the prologue in it, before it runs. */
export function blobOf(request: PrologueRequest, { bytes, words: contents }: Prologue): Buffer {
  const held = wordsOf(request).map(({ offset, value }) => ({
    offset,
    value: contents.get(offset)?.value ?? value,
  }));
  const blob = memoryOf(request, held);
  blob.set(bytes);
  return blob;
}

/** What a loop in C is given: memory without a prologue, and the table. A chain has its plain form on every machine. */
export function givenToC(
  request: PrologueRequest,
  prologue: Prologue,
): { readonly image: Buffer; readonly table: Uint8Array } {
  const words = wordsOf(request);
  if (request.format !== 'chain') {
    const { offset, size } = prologue.table;
    return { image: memoryOf(request, words), table: prologue.bytes.slice(offset, offset + size) };
  }
  const table = Buffer.alloc(HEAD_BYTES);
  writeContainer(table, 0, HEAD_BYTES, machineOf(request.arch).dataOrder, BigInt(words[0]?.offset ?? 0));
  return {
    image: memoryOf(
      request,
      request.groups.flatMap((group) => chainWords(group)),
    ),
    table,
  };
}

/** The first byte that is not as it must be once all words were relocated to `base`, from the first word on. */
export function firstWrong(request: PrologueRequest, after: Uint8Array, base: bigint): number | undefined {
  const words = wordsOf(request);
  const from = words[0]?.offset ?? 0;
  const wanted = memoryOf(
    request,
    words.map(({ offset, value }) => ({ offset, value: value + base })),
  );
  for (let at = from; at < SIZE; at++) if (wanted[at] !== after[at]) return at;
  return undefined;
}
