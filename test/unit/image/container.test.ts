import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bitRanges,
  byteRanges,
  type ContainerShape,
  readField,
  whyNoContainer,
  writeField,
} from '../../../image/memory/container.ts';
import { bits, bundled, bundledPair, containerBits, insnsApart, word } from '../../../relocator-dsl/field.ts';

const LITTLE = { dataOrder: 'little', instructionOrder: 'little' } as const;
const MIXED = { dataOrder: 'big', instructionOrder: 'little' } as const;
const WORD = word(32);
const APART = insnsApart(bits(0, 15).at(0), bits(16, 31).at(32));
const ONE = bundled(bits(0, 40).at(0));
const PAIR = bundledPair(bits(0, 40).at(0), bits(41, 63).at(41));

describe('a container', () => {
  it('of a word is in the order of data', () => {
    const memory = Uint8Array.of(0, 1, 2, 3, 4, 0);
    expect(readField(memory, 1, WORD, 0n, LITTLE)).toBe(0x04030201n);
    expect(readField(memory, 1, WORD, 0n, MIXED)).toBe(0x01020304n);
  });

  it('of two instructions has the first below the second, which may stand on either side', () => {
    const memory = new Uint8Array(16);
    writeField(memory, 4, APART, 8n, LITTLE, 0xaabb_ccdd_1122_3344n);
    expect([...memory]).toEqual([0, 0, 0, 0, 0x44, 0x33, 0x22, 0x11, 0, 0, 0, 0, 0xdd, 0xcc, 0xbb, 0xaa]);
    expect(readField(memory, 4, APART, 8n, LITTLE)).toBe(0xaabb_ccdd_1122_3344n);
    expect(readField(memory, 12, APART, -8n, LITTLE)).toBe(0x1122_3344_aabb_ccddn);
  });

  it('in a bundle is one of three instructions of 41 bits behind 5 bits of template', () => {
    const memory = new Uint8Array(32).fill(0xff);
    writeField(memory, 16, ONE, 0n, LITTLE, 0n);
    expect([...memory.subarray(16, 22)]).toEqual([0x1f, 0, 0, 0, 0, 0xc0]);
    writeField(memory, 17, ONE, 0n, LITTLE, 0n);
    writeField(memory, 18, ONE, 0n, LITTLE, 0n);
    expect([...memory.subarray(16)]).toEqual([0x1f, ...new Array<number>(15).fill(0)]);
    expect([...memory.subarray(0, 16)]).toEqual(new Array<number>(16).fill(0xff));
  });

  it('of the last two instructions of a bundle is the same for either place', () => {
    const memory = new Uint8Array(16);
    writeField(memory, 2, PAIR, 0n, LITTLE, (1n << 82n) - 1n);
    expect([...memory.subarray(0, 7)]).toEqual([0, 0, 0, 0, 0, 0xc0, 0xff]);
    expect(readField(memory, 1, PAIR, 0n, LITTLE)).toBe((1n << 82n) - 1n);
    expect(readField(memory, 0, ONE, 0n, LITTLE)).toBe(0n);
  });

  const shapes: readonly (readonly [ContainerShape, number, bigint])[] = [
    [WORD, 3, 0n],
    [APART, 4, 12n],
    [APART, 20, -16n],
    [ONE, 16, 0n],
    [ONE, 17, 0n],
    [ONE, 18, 0n],
    [PAIR, 17, 0n],
  ];
  it.each(shapes)('is read as it was written, and nothing else changes: %j', (shape, at, addend) => {
    const bytes = fc.uint8Array({ minLength: 48, maxLength: 48 });
    const container = fc.bigInt({ min: 0n, max: (1n << BigInt(containerBits(shape))) - 1n });
    fc.assert(
      fc.property(bytes, container, (before, value) => {
        const memory = before.slice();
        writeField(memory, at, shape, addend, LITTLE, value);
        expect(readField(memory, at, shape, addend, LITTLE)).toBe(value);
        const taken = bitRanges(at, shape, addend);
        const changed = Array.from({ length: 48 * 8 }, (_, bit) => bit).filter(
          (bit) => (((memory[bit >> 3] ?? 0) ^ (before[bit >> 3] ?? 0)) >> (bit & 7)) & 1,
        );
        expect(changed.filter((bit) => !taken.some(({ start, end }) => bit >= start && bit < end))).toEqual(
          [],
        );
      }),
    );
  });

  it('takes whole bytes for those who count in them', () => {
    expect(byteRanges(17, ONE, 0n)).toEqual([{ start: 21, end: 27 }]);
    expect(byteRanges(4, APART, 8n)).toEqual([
      { start: 4, end: 8 },
      { start: 12, end: 16 },
    ]);
  });

  it.each<[string, bigint, ContainerShape, bigint, string | undefined]>([
    ['a word at the end', 12n, WORD, 0n, undefined],
    [
      'a word past the end',
      13n,
      WORD,
      0n,
      'its 4 bytes reach past the end of the section, which has 0x10 bytes',
    ],
    ['a pair', 4n, APART, 8n, undefined],
    ['a pair backwards', 8n, APART, -8n, undefined],
    [
      'a first instruction past the end',
      14n,
      APART,
      -8n,
      'its 4 bytes reach past the end of the section, which has 0x10 bytes',
    ],
    [
      'a second instruction past the end',
      4n,
      APART,
      12n,
      'its second instruction, 12 bytes behind the first, is not in the section',
    ],
    [
      'a second instruction before the start',
      4n,
      APART,
      -8n,
      'its second instruction, -8 bytes behind the first, is not in the section',
    ],
    ['a second instruction in the first', 4n, APART, 2n, 'its second instruction overlaps the first'],
    ['an instruction of a bundle', 2n, ONE, 0n, undefined],
    [
      'a fourth instruction',
      3n,
      ONE,
      0n,
      'its offset names no instruction of a bundle, which are numbered 0 to 2',
    ],
    [
      'the first for a pair',
      0n,
      PAIR,
      0n,
      'it is for the last two instructions of a bundle, and its offset names the first',
    ],
    [
      'a bundle past the end',
      16n,
      ONE,
      0n,
      'its 16 bytes reach past the end of the section, which has 0x10 bytes',
    ],
  ])('is there or not: %s', (_, at, shape, addend, why) => {
    expect(whyNoContainer(at, shape, addend, 16)).toBe(why);
  });
});
