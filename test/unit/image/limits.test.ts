/** There is one limit of size, and one text for it, wherever an input goes over it. */
import { expect, test } from 'vitest';
import { buildImage } from '../../../index.ts';
import { build, type SectionSpec } from '../../support/elf-builder.ts';

const SHAPE = { wide: true, little: true } as const;
const LIMIT = 0x400_0000n;
const LIMIT_TEXT = 'an image in memory may have 0x4000000 bytes (64 MiB) at most';
const CODE: SectionSpec = { name: '.text', type: 1, flags: 6n, data: Uint8Array.of(0xc3) };

/** A linked image of two segments, the second of which begins so far behind the first. */
function linked(distance: bigint): Uint8Array {
  const dynamic = new Uint8Array(16);
  const file = (offset: bigint) =>
    build({
      ...SHAPE,
      type: 3,
      sections: [{ name: '.dynamic', type: 1, data: dynamic }],
      segments: [
        { type: 1, offset, address: 0n, fileSize: 16n },
        { type: 1, offset, address: distance, fileSize: 16n },
        { type: 2, offset, address: 0n, fileSize: 16n },
      ],
    });
  return file(BigInt(file(0n).offsets[0] ?? 0)).bytes;
}

const zeros = (size: bigint): SectionSpec => ({ name: '.bss', type: 8, flags: 3n, size });

test.each([
  // In the last, it is the prologue that makes it too much.
  ['a linked image', linked(LIMIT), 'the PT_LOAD segments span 0x4000010 bytes; '],
  ['one that is far larger', linked(0x8000_0000n), 'the PT_LOAD segments span 0x80000010 bytes; '],
  ['one that is just as large', linked(LIMIT - 16n), 'the PT_LOAD segments span 0x4001000 bytes; '],
  ['sections', build({ ...SHAPE, sections: [CODE, zeros(LIMIT)] }).bytes, 'come to 0x4000001 bytes; '],
  [
    'one section',
    build({ ...SHAPE, sections: [CODE, zeros(LIMIT + 1n)] }).bytes,
    'it has 0x4000001 bytes (sh_size); ',
  ],
  [
    'an object',
    build({ ...SHAPE, sections: [CODE, zeros(LIMIT - 1n)] }).bytes,
    'would take 0x4000001 bytes; ',
  ],
])('%s that is too large', async (_what, bytes, text) => {
  await expect(buildImage(bytes)).rejects.toThrow(text + LIMIT_TEXT);
});
