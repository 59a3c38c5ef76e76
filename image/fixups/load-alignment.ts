/** What load bases must be multiples of. */
import { type ImageSource, type LoadAlignment, strictest } from '../input/source.ts';
import { hex, isPowerOfTwo } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import type { Resolved } from './resolve.ts';

const MAX_LOAD_ALIGN = 2 ** 30;

/**
 * The load alignment that somebody asks for: the input, its fields, the prologue, or with `--load-align` the loader.
 * @param wanted the loader's promise, in bytes; without one it is the least that will do
 * @throws InputError when the promise is no power of two, or is too little
 */
export function loadAlignmentOf(
  { loadAlignment, architecture }: ImageSource,
  resolved: Resolved,
  wanted: number | undefined,
): LoadAlignment {
  const { unalignedFaults, wordBits, loading } = architecture.machine;
  const needed = strictest(
    loadAlignment,
    { bytes: unalignedFaults ? wordBits / 8 : 1, why: "the prologue's table" },
    resolved.loadAlignment,
    { bytes: loading.leastAlignment ?? 1, why: 'how the prologue finds its start' },
  );
  if (wanted === undefined) return needed;
  if (!isPowerOfTwo(wanted) || wanted > MAX_LOAD_ALIGN) {
    throw new InputError(`--load-align ${wanted} is not a power of two up to ${hex(MAX_LOAD_ALIGN)}`);
  }
  if (wanted < needed.bytes) {
    throw new InputError(
      `--load-align ${wanted} is too little: ${needed.why} needs ${needed.bytes}; pass at least that or leave it out`,
    );
  }
  return { bytes: wanted, why: '--load-align' };
}
