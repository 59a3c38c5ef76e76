/** The reader of ELF files on files made for it: every shape, and whatever is wrong with one, by name. */
import { describe, expect, it } from 'vitest';
import { readElf } from '../../../image/elf/read.ts';
import type { ElfFile } from '../../../image/elf/types.ts';
import { InputError } from '../../../image/trouble/errors.ts';
import {
  build,
  type FileSpec,
  join,
  relocation,
  type SectionSpec,
  type Shape,
  symbol,
  Writer,
} from '../../support/elf-builder.ts';

function trouble(bytes: Uint8Array): string {
  try {
    readElf(bytes, 'x.ro');
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'no trouble';
}

const shapes: readonly (readonly [string, Shape])[] = [
  ['ELF64 little-endian', { wide: true, little: true }],
  ['ELF64 big-endian', { wide: true, little: false }],
  ['ELF32 little-endian', { wide: false, little: true }],
  ['ELF32 big-endian', { wide: false, little: false }],
];
const LE64: Shape = { wide: true, little: true };
const strings = new TextEncoder().encode('\0entry\0');

/** 1 .text, 2 .rel(a).text, 3 .symtab, 4 .strtab, 5 .symtab_shndx; `change` alters them. */
function object(
  shape: Shape,
  change: Record<number, Partial<SectionSpec>> = {},
  file: Partial<FileSpec> = {},
) {
  const withAddend = shape.wide;
  const sections: SectionSpec[] = [
    { name: '.text', type: 1, flags: 6n, alignment: 16n, data: new Uint8Array(32).fill(0x90) },
    {
      name: '.rel.text',
      type: withAddend ? 4 : 9,
      link: 3,
      info: 1,
      entrySize: (shape.wide ? 8 : 4) * (withAddend ? 3 : 2),
      data: relocation(shape, 8n, 1, 2, withAddend ? -4n : undefined),
    },
    {
      name: '.symtab',
      type: 2,
      link: 4,
      info: 1,
      entrySize: shape.wide ? 24 : 16,
      data: join(symbol(shape, 0, 0n, 0, 0), symbol(shape, 1, 16n, 0x12, 0xffff), symbol(shape, 0, 0n, 3, 1)),
    },
    { name: '.strtab', type: 3, data: strings },
    {
      name: '.symtab_shndx',
      type: 18,
      link: 3,
      entrySize: 4,
      data: new Writer(shape).number(0, 4).number(1, 4).number(0, 4).done(),
    },
  ];
  return build({ ...shape, sections: sections.map((s, i) => ({ ...s, ...change[i + 1] })), ...file });
}

describe.each(shapes)('%s', (_, shape) => {
  const check = (file: ElfFile): void => {
    expect(file.wordBits).toBe(shape.wide ? 64 : 32);
    expect(file.byteOrder).toBe(shape.little ? 'little' : 'big');
    expect(file.sections.map(({ name }) => name).slice(1, 3)).toEqual(['.text', '.rel.text']);
    expect(file.sections[1]).toMatchObject({ size: 32, alignment: 16, flags: 6n });
    expect(file.symbols).toHaveLength(3);
    expect(file.symbols[1]).toMatchObject({
      name: 'entry',
      value: 16n,
      binding: 'global',
      type: 2,
      place: { kind: 'section', section: 1 },
    });
    expect(file.symbols[2]).toMatchObject({ name: '.text', type: 3, binding: 'local' });
    expect(file.relocations).toEqual([
      {
        index: 2,
        name: '.rel.text',
        target: 1,
        relocations: [{ offset: 8n, type: 2, symbol: 1, addend: shape.wide ? -4n : undefined }],
      },
    ]);
  };

  it('reads an object, SHN_XINDEX resolved', () => check(readElf(object(shape).bytes)));

  it('reads counts that stand in section 0', () =>
    check(readElf(object(shape, {}, { extendedNumbering: true }).bytes)));

  it('tells every cut-off as an InputError', () => {
    const { bytes } = object(shape);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readElf(bytes.subarray(0, length))).toThrow(InputError);
    }
  });

  it('reads a static PIE with and without section headers', () => {
    for (const withoutHeaders of [false, true]) {
      const file = readElf(pie(shape, { withoutHeaders }));
      expect(file.type).toBe('dynamic');
      expect(file.sections.length === 0).toBe(withoutHeaders);
      const word = shape.wide ? 8n : 4n;
      expect(file.relr).toEqual([LOADED, LOADED + word, LOADED + 3n * word]);
      expect(file.relocations).toEqual([
        {
          index: 0,
          name: 'DT_RELA',
          target: 0,
          relocations: [{ offset: LOADED + 16n, type: 8, symbol: 1, addend: 5n }],
        },
      ]);
      expect(file.symbols[1]).toMatchObject({ name: 'entry', value: LOADED + 4n });
    }
  });
});

const LOADED = 0x1000n;

/** A static PIE: one PT_LOAD at 0x1000 with all of it: data, RELA, RELR, symbols, names, dynamic section. */
function pie(
  shape: Shape,
  options: {
    readonly withoutHeaders?: boolean;
    readonly relr?: (word: bigint) => readonly bigint[];
    readonly offset?: bigint;
    readonly symbol?: number;
    readonly tags?: readonly (readonly [bigint, bigint])[];
    readonly drop?: bigint;
    readonly memorySize?: bigint;
  } = {},
): Uint8Array {
  const word = shape.wide ? 8n : 4n;
  const relr = new Writer(shape);
  for (const entry of options.relr?.(word) ?? [LOADED, 0b1011n]) relr.word(entry);
  const dynamicEntries = 11 + (options.tags?.length ?? 0);
  const parts = [
    new Uint8Array(64),
    relocation(shape, options.offset ?? LOADED + 16n, options.symbol ?? 1, 8, 5n),
    relr.done(),
    join(symbol(shape, 0, 0n, 0, 0), symbol(shape, 1, LOADED + 4n, 0x12, 1)),
    strings,
    new Uint8Array(dynamicEntries * 2 * Number(word)),
  ] as const;
  const names = ['.data', '.rela.dyn', '.relr.dyn', '.dynsym', '.dynstr', '.dynamic'];
  const spec = (data: readonly Uint8Array[], segments: FileSpec['segments']): FileSpec => ({
    ...shape,
    type: 3,
    withoutHeaders: options.withoutHeaders ?? false,
    sections: data.map((bytes, i) => ({ name: names[i] ?? '', type: 1, data: bytes })),
    segments: segments ?? [],
  });
  const blank = { type: 1, offset: 0n, address: 0n, fileSize: 0n };
  const { offsets } = build(spec(parts, [blank, blank]));
  const start = BigInt(offsets[0] ?? 0);
  const offset = (i: number): bigint => BigInt(offsets[i] ?? 0);
  const address = (i: number): bigint => offset(i) - start + LOADED;
  const size = (i: number): bigint => BigInt(parts[i]?.length ?? 0);
  const tags: (readonly [bigint, bigint])[] = [
    [7n, address(1)],
    [8n, size(1)],
    [9n, 3n * word],
    [36n, address(2)],
    [35n, size(2)],
    [37n, word],
    [6n, address(3)],
    [11n, shape.wide ? 24n : 16n],
    [5n, address(4)],
    [10n, size(4)],
    ...(options.tags ?? []),
  ];
  const dynamic = new Writer(shape);
  for (const [tag, value] of tags) if (tag !== options.drop) dynamic.word(tag).word(value);
  dynamic.word(0).word(0);
  const filled = [
    ...parts.slice(0, 5),
    join(dynamic.done(), new Uint8Array(options.drop === undefined ? 0 : 2 * Number(word))),
  ];
  const fileSize = offset(5) + size(5) - start;
  return build(
    spec(filled, [
      { type: 1, offset: start, address: LOADED, fileSize, memorySize: options.memorySize ?? fileSize },
      { type: 2, offset: offset(5), address: address(5), fileSize: size(5) },
    ]),
  ).bytes;
}

describe('troubles', () => {
  const header = (at: number, ...values: number[]): string => {
    const { bytes } = object(LE64);
    bytes.set(values, at);
    return trouble(bytes);
  };
  const section = (index: number, change: Partial<SectionSpec>): string =>
    trouble(object(LE64, { [index]: change }).bytes);

  it.each([true, false])('none of three types in one relocation (little-endian: %s)', (little) => {
    const shape = { wide: true, little };
    // r_offset, the symbol, a second symbol by number, the third, second and first type, r_addend.
    const entry = new Uint8Array(24);
    entry[little ? 0 : 7] = 4;
    entry[little ? 8 : 11] = 1;
    entry.set([0, 6, 24, 7], 12);
    entry[little ? 16 : 23] = 9;
    const { bytes } = object(shape, { 2: { data: entry } }, { machine: 8 });
    expect(readElf(bytes).relocations[0]?.relocations).toEqual([
      { offset: 4n, symbol: 1, type: 0x06_18_07, addend: 9n },
    ]);
  });

  it('of the header', () => {
    expect(trouble(new Uint8Array(0))).toMatch(/^x.ro: not an ELF file: it is empty; /);
    expect(header(1, 0)).toContain('not an ELF file');
    expect(header(4, 3)).toContain('EI_CLASS is 3');
    expect(header(5, 0)).toContain('EI_DATA is 0');
    expect(header(16, 2)).toContain('ET_EXEC, an executable at a fixed address');
    expect(() => readElf(new Uint8Array(0))).toThrow(/^not an ELF file: it is empty; /);
    expect(header(40, 255, 255, 255, 255, 255, 255, 255, 255)).toContain('e_shoff 0xffffffffffffffff');
    expect(header(58, 63)).toContain('e_shentsize is 63; it must be 64');
    expect(header(60, 255, 254)).toMatch(/^x.ro: section headers: e_shoff .* is past the end of the file/);
    expect(header(62, 99)).toContain('e_shstrndx names section 99, but the file has 7 sections');
    expect(header(62, 1)).toContain('sh_type is 0x1; it must be SHT_STRTAB');
  });

  it('of sections', () => {
    expect(section(1, { offset: 0x9f000n, size: 0x40n })).toMatch(
      /^x.ro: section 1 \(\.text\): sh_offset 0x9f000 \+ sh_size 0x40 is past the end of the file \(0x[0-9a-f]+ bytes\)$/,
    );
    expect(section(1, { offset: 2n ** 64n - 1n })).toContain('is past the end of the file');
    expect(section(1, { link: 7 })).toContain('sh_link names section 7, but the file has 7 sections');
    expect(section(1, { alignment: 3n })).toContain('must be a power of two');
    expect(section(1, { alignment: 2n ** 63n })).toContain('must be a power of two of at most');
    expect(section(1, { flags: 0x802n })).toContain('compressed (SHF_COMPRESSED)');
    expect(section(1, { type: 8, size: 2n ** 63n })).toContain('it has 0x8000000000000000 bytes');
    expect(section(1, { name: 'a\u001b[2J\nb', link: 7 })).toMatch(
      /^x.ro: section 1 \(a\\u\{1b\}\[2J\\u\{a\}b\): sh_link/,
    );
  });

  it('of symbols', () => {
    expect(section(3, { entrySize: 16 })).toContain('sh_entsize is 16; symbols of this class take 24 bytes');
    expect(section(3, { link: 1 })).toContain('which is not a string table');
    expect(section(4, { data: Uint8Array.of(0, 65, 66) })).toContain('has no terminating NUL');
    expect(section(4, { data: Uint8Array.of(0) })).toContain(
      'symbol 1: its name at 0x1 is past the end of section 4',
    );
    expect(section(5, { type: 1 })).toContain('no SHT_SYMTAB_SHNDX section goes with the table');
    expect(section(5, { data: new Uint8Array(4) })).toContain(
      'section 5 (.symtab_shndx): 4 bytes at 0x4 are past its end',
    );
    expect(section(5, { data: new Uint8Array(12).fill(9) })).toContain('but the file has 7 sections');
    expect(section(5, { type: 2 })).toContain('a second symbol table');
  });

  it('of relocations', () => {
    const one = (...args: readonly [bigint, number, number, bigint]): string =>
      section(2, { data: relocation(LE64, ...args) });
    expect(one(33n, 1, 2, 0n)).toBe(
      'x.ro: section 2 (.rel.text), relocation 0: r_offset 0x21 is past the end of section 1 (.text) (0x20 bytes)',
    );
    expect(one(2n ** 64n - 1n, 1, 2, 0n)).toContain('r_offset 0xffffffffffffffff');
    expect(one(0n, 3, 2, 0n)).toContain('it names symbol 3, but the symbol table has 3');
    expect(one(32n, 0, 0, 0n)).toBe('no trouble');
    expect(section(2, { info: 0 })).toContain('sh_info is 0');
    expect(section(2, { info: 70 })).toContain('sh_info names section 70');
    expect(section(2, { link: 4 })).toContain('but the symbol table is section 3 (.symtab)');
    expect(section(2, { entrySize: 0 })).toContain('sh_entsize is 0; its relocations take 24 bytes');
    expect(section(2, { data: new Uint8Array(25) })).toContain('not a multiple of the 24 bytes');
    expect(section(2, { type: 19 })).toContain('its type is SHT_RELR');
    expect(section(1, { type: 8, size: 32n })).toContain('which has no bytes in the file (SHT_NOBITS)');
  });

  it('of static PIEs', () => {
    const dynamic = (options: Parameters<typeof pie>[1]): string => trouble(pie(LE64, options));
    expect(dynamic({})).toBe('no trouble');
    expect(dynamic({ offset: 0x9000n })).toBe(
      'x.ro: DT_RELA, relocation 0: r_offset 0x9000 does not lie in any PT_LOAD',
    );
    expect(dynamic({ symbol: 0x7fffffff })).toContain("run past the file's part of its PT_LOAD");
    expect(dynamic({ relr: () => [0n] })).toContain('the word at address 0x0 does not lie');
    expect(dynamic({ relr: () => [3n] })).toContain('starts with a bitmap');
    expect(dynamic({ relr: () => [LOADED, 2n ** 64n - 1n] })).toContain('does not lie');
    expect(dynamic({ relr: () => [2n ** 64n - 2n, 3n] })).toContain('does not lie');
    expect(dynamic({ tags: [[1n, 0n]] })).toContain('DT_NEEDED');
    expect(dynamic({ tags: [[0x40000026n, 0n]] })).toContain('DT_CREL');
    expect(dynamic({ tags: [[7n, 0n]] })).toContain('DT_RELA stands there twice');
    expect(dynamic({ tags: [[4n, 0n]] })).toContain("DT_HASH: address 0x0 does not lie in the file's part");
    expect(dynamic({ drop: 8n })).toContain('it has DT_RELA but not DT_RELASZ');
    expect(dynamic({ drop: 7n })).toContain('it has DT_RELASZ but not DT_RELA');
    expect(dynamic({ drop: 36n })).toContain('it has DT_RELRSZ but not DT_RELR');
    expect(dynamic({ memorySize: 2n ** 40n })).toContain('span 0x10000000000 bytes');
    expect(dynamic({ memorySize: 1n })).toContain('is larger than p_memsz 0x1');
    expect(trouble(build({ ...LE64, type: 3, sections: [] }).bytes)).toContain('no PT_DYNAMIC');
  });
});

describe('hostile files', () => {
  it('cannot make overlapping relocation sections cost quadratic time', () => {
    const count = 2000;
    const data = new Uint8Array(24 * 4000);
    const sections: SectionSpec[] = [{ name: '', type: 1, data }];
    for (let i = 0; i < count; i += 1) {
      sections.push({ name: '', type: 4, info: 1, entrySize: 24, offset: 64n, size: BigInt(data.length) });
    }
    expect(trouble(build({ ...LE64, sections }).bytes)).toContain('sections overlap');
  });

  it('cannot make overlapping names cost quadratic time', () => {
    const count = 20000;
    const text = new Uint8Array(count + 2).fill(65);
    text[0] = 0;
    text[count + 1] = 0;
    const table = new Writer(LE64);
    for (let i = 0; i < count; i += 1) table.raw(symbol(LE64, i, 0n, 0, 0xfff1));
    const { bytes } = build({
      ...LE64,
      sections: [
        { name: '.symtab', type: 2, link: 2, entrySize: 24, data: table.done() },
        { name: '.strtab', type: 3, data: text },
      ],
    });
    expect(trouble(bytes)).toContain('the names read so far overlap');
  });

  it('cannot make DT_RELR name more words than there are', () => {
    const relr = Array.from({ length: 400 }, () => [LOADED, 0xffn]).flat();
    expect(trouble(pie(LE64, { relr: () => relr }))).toContain('it names more words than the file has');
  });
});
