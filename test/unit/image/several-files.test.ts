import { describe, expect, it } from 'vitest';
import { SHF, SHT, STB } from '../../../image/elf/constants.ts';
import { Names, relocatableFile, symbolEntry } from '../../../image/elf/write.ts';
import { gatherFiles, type InputFile } from '../../../image/input/files.ts';
import { auditObject, buildImage } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { type ArchiveSpec, archiveOf } from '../../support/archives.ts';

const { machine } = architectureOf(PLAIN);
const SHAPE = { wordBits: machine.wordBits, byteOrder: machine.dataOrder };

type Kind = 'defined' | 'weak' | 'common' | 'undefined' | 'weak undefined';

/** An object with a .text of 16 bytes and these symbols. */
function objectWith(symbols: Readonly<Record<string, Kind>>, flags = 0): Uint8Array {
  const names = new Names();
  const entries = Object.entries(symbols).map(([name, kind]) =>
    symbolEntry(SHAPE, {
      name: names.add(name),
      value: kind === 'common' ? 8n : 0n,
      size: 8,
      binding: kind.startsWith('weak') ? STB.WEAK : STB.GLOBAL,
      section: kind.endsWith('undefined') ? 0 : kind === 'common' ? 0xfff2 : 1,
    }),
  );
  return relocatableFile(SHAPE, { machine: machine.elfMachine, flags }, [
    { name: '.text', type: SHT.PROGBITS, flags: SHF.ALLOC | SHF.EXECINSTR, data: new Uint8Array(16) },
    {
      name: '.symtab',
      type: SHT.SYMTAB,
      data: Buffer.concat([new Uint8Array(24), ...entries]),
      link: 3,
      info: 1,
      entrySize: 24,
    },
    { name: '.strtab', type: SHT.STRTAB, data: names.bytes() },
  ]);
}

interface Member {
  readonly name: string;
  readonly symbols: Readonly<Record<string, Kind>>;
}

function library(members: readonly Member[], form: ArchiveSpec = {}): Uint8Array {
  return archiveOf(
    members.map(({ name, symbols }) => ({
      name,
      bytes: objectWith(symbols),
      symbols: Object.keys(symbols).filter((each) => !symbols[each]?.endsWith('undefined')),
    })),
    form,
  );
}

const FORMS: readonly ArchiveSpec[] = [{}, { table: 4 }, { table: 8 }, { names: 'bsd' }];

describe.each(FORMS)('of an archive as %j', (form) => {
  const gathered = (files: readonly InputFile[], late: readonly string[] = [], entry = 'purgatory_start') =>
    gatherFiles(files, entry, late).map(({ name }) => name);
  const start = {
    name: 'start.o',
    bytes: objectWith({ purgatory_start: 'defined', a: 'undefined', b: 'weak undefined' }),
  };

  it.each<readonly [string, readonly Member[], readonly string[]]>([
    [
      'the member with what is undefined',
      [
        { name: 'a', symbols: { a: 'defined' } },
        { name: 'c', symbols: { c: 'defined' } },
      ],
      ['a'],
    ],
    ['none for a weak reference', [{ name: 'b', symbols: { b: 'defined' } }], []],
    ['a weak definition as well', [{ name: 'a', symbols: { a: 'weak' } }], ['a']],
    [
      'what members ask for, in front or behind',
      [
        { name: 'c', symbols: { c: 'defined' } },
        { name: 'a', symbols: { a: 'defined', c: 'undefined', d: 'undefined' } },
        { name: 'd', symbols: { d: 'defined' } },
      ],
      ['c', 'a', 'd'],
    ],
    [
      'the first of several',
      [
        { name: 'first', symbols: { a: 'defined' } },
        { name: 'second', symbols: { a: 'defined' } },
      ],
      ['first'],
    ],
    [
      'members of one name',
      [
        { name: 'm', symbols: { a: 'defined', c: 'undefined' } },
        { name: 'm', symbols: { c: 'defined' } },
      ],
      ['m', 'm'],
    ],
    ['nothing of what is there', [{ name: 'twice', symbols: { purgatory_start: 'defined' } }], []],
  ])('is taken %s', (_, members, taken) => {
    const files = [start, { name: 'lib.a', bytes: library(members, form) }];
    expect(gathered(files)).toEqual(['start.o', ...taken.map((name) => `lib.a(${name})`)]);
    // Where the archive stands makes no difference to what is taken, only to where that stands.
    expect(gathered([...files].reverse())).toEqual([...taken.map((name) => `lib.a(${name})`), 'start.o']);
  });

  it('a late symbol asks for nothing', () => {
    const files = [
      start,
      { name: 'lib.a', bytes: library([{ name: 'a', symbols: { a: 'defined' } }], form) },
    ];
    expect(gathered(files, ['a'])).toEqual(['start.o']);
  });

  it('a common symbol is given contents, and no other common symbol', () => {
    const common = {
      name: 'start.o',
      bytes: objectWith({ purgatory_start: 'defined', a: 'common', c: 'common' }),
    };
    const members: readonly Member[] = [
      { name: 'common', symbols: { a: 'common' } },
      { name: 'contents', symbols: { a: 'defined' } },
      { name: 'c', symbols: { c: 'common' } },
    ];
    expect(gathered([common, { name: 'lib.a', bytes: library(members, form) }])).toEqual([
      'start.o',
      'lib.a(contents)',
    ]);
  });

  it('alone is taken what defines the entry, and its members are named', () => {
    const members: readonly Member[] = [
      { name: 'start', symbols: { purgatory_start: 'defined', a: 'undefined' } },
      { name: 'a', symbols: { a: 'defined', other: 'undefined' } },
      { name: 'other', symbols: { main: 'defined' } },
    ];
    const bytes = library(members, form);
    expect(gatherFiles(bytes, 'purgatory_start', []).map(({ name }) => name)).toEqual(['start', 'a']);
    expect(gathered([{ name: 'lib.a', bytes }], [], 'main')).toEqual(['other']);
    expect(() => gatherFiles(bytes, 'nothing', [])).toThrow(
      /no member of the archive defines nothing, .*--entry/,
    );
  });

  it('two archives may need each other', () => {
    const first = library(
      [
        { name: 'a', symbols: { a: 'defined', c: 'undefined' } },
        { name: 'd', symbols: { d: 'defined' } },
      ],
      form,
    );
    const second = library([{ name: 'c', symbols: { c: 'defined', d: 'undefined' } }], form);
    const files = [start, { name: '1.a', bytes: first }, { name: '2.a', bytes: second }];
    expect(gathered(files)).toEqual(['start.o', '1.a(a)', '1.a(d)', '2.a(c)']);
  });
});

describe('what does not go together is refused by name', () => {
  const start = { name: 'start.o', bytes: objectWith({ purgatory_start: 'defined' }) };
  const changed = (offset: number, value: number): Uint8Array => {
    const copy = Uint8Array.from(objectWith({ other: 'defined' }));
    copy[offset] = value;
    return copy;
  };

  it.each([
    ['another machine', changed(18, 2), /^other\.o: it does not go with start\.o: it is for ELF machine 2 /],
    [
      'other flags',
      objectWith({}, 4),
      /^other\.o: it does not go with start\.o: they differ in e_flags \(e_flags 0x4 and 0x0\)/,
    ],
    [
      'a definition that is there',
      objectWith({ purgatory_start: 'defined' }),
      /^purgatory_start is defined in start\.o and in other\.o/,
    ],
    ['no ELF file', new TextEncoder().encode('hello'), /^other\.o: .*ELF/],
    ['a damaged archive', new TextEncoder().encode('!<arch>\nhello'), /^other\.o: the archive is damaged/],
    ['a damaged file', changed(16, 9), /^other\.o: ELF header: e_type is 0x9/],
  ])('%s', async (_, bytes, message) => {
    await expect(buildImage([start, { name: 'other.o', bytes }])).rejects.toThrow(message);
    expect(() => auditObject([start, { name: 'other.o', bytes }])).toThrow(message);
  });

  it('no file at all', async () => {
    await expect(buildImage([])).rejects.toThrow(/there is no input/);
  });
});
