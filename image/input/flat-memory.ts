/** The segments of a linked image as one stretch of memory, as the linker placed them. */
import { PAGE_SIZE } from '../../relocator-dsl/expression.ts';
import { PT, SHF } from '../elf/constants.ts';
import { whyTooFarApart } from '../elf/segments.ts';
import type { ElfFile } from '../elf/types.ts';
import { hex } from '../memory/bytes.ts';
import { SIZE_LIMIT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { type LoadAlignment, strictest } from './source.ts';

export interface FlatMemory {
  /** Address of the image's first byte, aligned as the image must be. */
  readonly low: bigint;
  readonly bytes: Uint8Array;
  readonly memorySize: number;
  readonly alignment: LoadAlignment;
}

/** A page, or what the sections ask for; where section headers were stripped, what the segments ask for. */
function alignmentOf(elf: ElfFile): LoadAlignment {
  const sections = elf.sections
    .filter(({ flags }) => flags & SHF.ALLOC)
    .map(({ name, alignment }) => ({ bytes: alignment, why: `section ${name}` }));
  const segments = elf.segments
    .filter(({ type }) => type === PT.LOAD)
    .map(({ alignment }) => ({ bytes: Number(alignment), why: 'a segment (p_align)' }));
  const page = { bytes: Number(PAGE_SIZE), why: 'the pages of the linked image' };
  return strictest(page, ...(sections.length > 0 ? sections : segments));
}

/** @throws InputError when there is nothing to load, more than an image may take, or thread-local variables */
export function flatten(elf: ElfFile): FlatMemory {
  if (elf.segments.some(({ type, memorySize }) => type === PT.TLS && memorySize > 0n)) {
    throw new InputError(
      'the linked image has thread-local variables (PT_TLS), and a purgatory has no threads; make them ordinary ones',
    );
  }
  const alignment = alignmentOf(elf);
  if (alignment.bytes > SIZE_LIMIT) {
    throw new InputError(
      `${alignment.why} asks for an alignment of ${hex(alignment.bytes)}, which is no purgatory; link it again`,
    );
  }
  const segments = elf.segments.filter(({ type, memorySize }) => type === PT.LOAD && memorySize > 0n);
  const [lowest] = segments.map(({ address }) => address).sort((a, b) => (a < b ? -1 : 1));
  if (lowest === undefined)
    throw new InputError('the linked image has no PT_LOAD segment, so there is nothing to load');
  const low = lowest - (lowest % BigInt(alignment.bytes));
  let fileEnd = low;
  let end = low;
  for (const { address, data, memorySize } of segments) {
    if (data.length > 0 && address + BigInt(data.length) > fileEnd) fileEnd = address + BigInt(data.length);
    if (address + memorySize > end) end = address + memorySize;
  }
  checkSpan(Number(end - low));
  const bytes = new Uint8Array(Number(fileEnd - low));
  for (const { address, data } of segments) {
    // One of zeros alone may begin behind all contents.
    if (data.length > 0) bytes.set(data, Number(address - low));
  }
  return { low, bytes, memorySize: Number(end - low), alignment };
}

/** @throws InputError when an image would be larger than any purgatory */
export function checkSpan(memorySize: number): void {
  const why = whyTooFarApart(BigInt(memorySize));
  if (why !== undefined) throw new InputError(why);
}
