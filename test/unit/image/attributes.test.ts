/** The reader of build attributes on sections made for it: what it finds, and how it ends on damaged ones. */
import { describe, expect, it } from 'vitest';
import { readAttributes } from '../../../image/elf/attributes.ts';
import type { ElfFile, Section } from '../../../image/elf/types.ts';
import { InputError } from '../../../image/trouble/errors.ts';
import type { AttributesFacet } from '../../../relocator-dsl/machine-facets.ts';

const TYPE = 0x7000_0003;
const facet: AttributesFacet = {
  sectionType: TYPE,
  vendor: 'abi',
  valueOf: (tag) => (tag === 4 ? 'text' : tag === 32 ? 'number and text' : 'number'),
  refuses: [],
  abilities: [],
};

function word(value: number, little: boolean): number[] {
  const bytes = [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);
  return little ? bytes : bytes.reverse();
}

const textOf = (text: string): number[] => [...Buffer.from(`${text}\0`, 'latin1')];

/** Attributes of one scope: a tag, its length with both, and what it lists. */
function scope(tag: number, little: boolean, ...values: readonly number[]): number[] {
  return [tag, ...word(values.length + 5, little), ...values];
}

function vendor(name: string, little: boolean, ...scopes: readonly number[]): number[] {
  const body = [...textOf(name), ...scopes];
  return [...word(body.length + 4, little), ...body];
}

function read(bytes: readonly number[], byteOrder: 'little' | 'big' = 'little', type = TYPE) {
  const data = Uint8Array.from(bytes);
  const section: Section = {
    ...{ index: 1, name: '.attributes', type, flags: 0n, address: 0n, size: data.length },
    ...{ alignment: 1, link: 0, info: 0, entrySize: 0, data },
  };
  const elf: ElfFile = {
    ...{ type: 'relocatable', machine: 0, flags: 0, wordBits: 32, byteOrder, entry: 0n },
    ...{ sections: [section], symbols: [], relocations: [], segments: [], relr: [] },
  };
  return readAttributes(elf, facet).map((each) => [...each]);
}

const A = 0x41;

describe.each(['little', 'big'] as const)('build attributes of a %s-endian file', (byteOrder) => {
  const little = byteOrder === 'little';

  it('are numbers by tag; texts are passed over', () => {
    const listed = [4, ...textOf('name'), 6, 10, 32, 1, ...textOf('gnu'), 7, 0x41, 70, 0x80, 0x01];
    const bytes = [A, ...vendor('abi', little, ...scope(1, little, ...listed))];
    expect(read(bytes, byteOrder)).toEqual([
      [
        [6, 10],
        [32, 1],
        [7, 0x41],
        [70, 128],
      ],
    ]);
  });

  it('are those of the whole file by the psABI, not of sections, symbols or other vendors', () => {
    const bytes = [
      A,
      ...vendor('gnu', little, ...scope(1, little, 6, 1)),
      ...vendor('abi', little, ...scope(2, little, 1, 0, 6, 2), ...scope(1, little, 6, 3)),
    ];
    expect(read(bytes, byteOrder)).toEqual([[[6, 3]]]);
  });
});

it('a section that is empty, or in another format, says nothing', () => {
  expect(read([])).toEqual([[]]);
  expect(read([0x42, 1, 2, 3])).toEqual([[]]);
  expect(read([A])).toEqual([[]]);
  expect(read([A], 'little', 1)).toEqual([]);
});

it('a number of more than 32 bits is none of those that mean something', () => {
  const long = [0x8a, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
  expect(read([A, ...vendor('abi', true, ...scope(1, true, 6, ...long, 7, 1))])).toEqual([
    [
      [6, 10],
      [7, 1],
    ],
  ]);
});

describe('damaged build attributes', () => {
  const whole = [A, ...vendor('abi', true, ...scope(1, true, 4, ...textOf('name'), 6, 10))];

  it.each(Array.from({ length: whole.length - 2 }, (_, index) => index + 2))(
    'cut off behind %i bytes are refused with what to do',
    (length) => {
      expect(() => read(whole.slice(0, length))).toThrow(InputError);
      expect(() => read(whole.slice(0, length))).toThrow(
        /^\.attributes: .* at 0x.* before 0x.*; rebuild the object/,
      );
    },
  );

  it.each([
    ['the length of a vendor', 1, 3],
    ['the length of a vendor', 1, 0xff],
    ['the length of a scope', 10, 4],
    ['the length of a scope', 10, 0xff],
    ['the end of a text', 19, 0x41],
    ['the end of a number', 21, 0x80],
  ])('%s that cannot be is refused', (_, at, value) => {
    const bytes = [...whole];
    bytes[at] = value;
    expect(() => read(bytes)).toThrow(InputError);
  });
});
