import { describe, expect, it } from 'vitest';
import { findEntry } from '../../../image/input/entry-point.ts';
import { placeSections } from '../../../image/input/layout.ts';
import { selectSections } from '../../../image/input/selection.ts';
import { ALLOC, EXEC, inSection, object, type SectionSpec } from '../../support/object-builder.ts';

const text: SectionSpec = { name: '.text', flags: ALLOC | EXEC, alignment: 16, data: [1, 2, 3, 4, 5] };
const hot: SectionSpec = { name: '.text.hot', flags: ALLOC | EXEC, alignment: 4, data: [6, 7] };
const bss: SectionSpec = { name: '.bss', type: 8, size: 100, alignment: 32 };
const data: SectionSpec = { name: '.data', alignment: 8, data: [8, 9, 10] };

describe('layout', () => {
  it('puts contents in file order, the GOT behind them, zeros and COMMON symbols last', () => {
    const elf = object(
      [text, bss, data, { name: '.comment', flags: 0n, data: [1] }],
      [{ name: 'shared', place: { kind: 'common' }, value: 64n, size: 10n }],
    );
    const selection = selectSections(elf, false);
    const entry = { section: 1, offset: 2, functionBit: false };
    const layout = placeSections({ elf, selection, imageOffset: 48, gotSize: 8, wordBytes: 8, entry });
    expect(layout.sections.map(({ name, offset, size }) => [name, offset, size])).toEqual([
      ['.text', 48, 5],
      ['.data', 56, 3],
      ['.got', 64, 8],
      ['.bss', 96, 100],
      ['COMMON', 256, 10],
    ]);
    expect(layout).toMatchObject({ size: 72, memsz: 266, entry: 50, got: 64 });
    expect(layout.symbols).toEqual([{ name: 'shared', offset: 256, size: 10, section: 'COMMON' }]);
  });

  it("keeps room for what the psABI puts right in front of the GOT's address", () => {
    const elf = object([text]);
    const selection = selectSections(elf, false);
    const entry = { section: 1, offset: 0, functionBit: false };
    const request = { elf, selection, imageOffset: 48, gotSize: 8, gotPreamble: 4, wordBytes: 4, entry };
    const layout = placeSections(request);
    expect(layout.sections.map(({ name, offset, size }) => [name, offset, size])).toEqual([
      ['.text', 48, 5],
      ['.got', 56, 12],
    ]);
    expect(layout).toMatchObject({ size: 68, got: 60 });
  });

  it('puts small data behind the GOT, contents and zeros on their sides of the border between them', () => {
    const small = ALLOC | 0x40n;
    const elf = object([
      text,
      { name: '.small', flags: small, data: [1, 2] },
      bss,
      data,
      { name: '.small.zeros', type: 8, flags: small, size: 6 },
    ]);
    const selection = selectSections(elf, false);
    const entry = { section: 1, offset: 0, functionBit: false };
    const request = {
      elf,
      selection,
      imageOffset: 48,
      gotSize: 8,
      small: { smallData: 0x40n },
      wordBytes: 8,
      entry,
    };
    const layout = placeSections(request);
    expect(layout.sections.map(({ name, offset }) => [name, offset])).toEqual([
      ['.text', 48],
      ['.data', 56],
      ['.got', 64],
      ['.small', 72],
      ['.small.zeros', 74],
      ['.bss', 96],
    ]);
    expect(layout).toMatchObject({ size: 74, got: 64 });
  });

  it('puts COMMON symbols that are to be near the GOT there, and the others last', () => {
    const elf = object(
      [text, bss],
      [
        { name: 'large', place: { kind: 'common' }, value: 8n, size: 1000n },
        { name: 'small', place: { kind: 'common' }, value: 4n, size: 4n },
      ],
    );
    const selection = selectSections(elf, false);
    const entry = { section: 1, offset: 0, functionBit: false };
    const small = elf.symbols.flatMap(({ name, index }) => (name === 'small' ? [index] : []));
    const request = { elf, selection, imageOffset: 48, gotSize: 8, wordBytes: 8, entry } as const;
    const layout = placeSections({ ...request, smallCommons: new Set(small) });
    expect(layout.sections.map(({ name, offset, size }) => [name, offset, size])).toEqual([
      ['.text', 48, 5],
      ['.got', 56, 8],
      ['.scommon', 64, 4],
      ['.bss', 96, 100],
      ['COMMON', 200, 1000],
    ]);
  });

  it('leaves out notes, excluded and thread-local sections, and .eh_frame unless asked for', () => {
    const elf = object([
      text,
      { name: '.note.gnu.property', type: 7, data: [1] },
      { name: '.eh_frame', data: [1] },
      { name: '.tdata', flags: ALLOC | 0x400n, data: [1] },
    ]);
    expect(selectSections(elf, false).kept.map(({ name }) => name)).toEqual(['.text']);
    expect(selectSections(elf, true).kept.map(({ name }) => name)).toEqual(['.text', '.eh_frame']);
    expect(selectSections(elf, false).dropped.get(2)).toContain('note');
  });

  it('refuses alignments that are no power of two', () => {
    expect(() => selectSections(object([{ ...data, alignment: 24 }]), false)).toThrow(/section \.data.*0x18/);
  });

  it('refuses images beyond all reason', () => {
    const elf = object([text, { ...bss, size: 2 ** 40 }]);
    const selection = selectSections(elf, false);
    const entry = { section: 1, offset: 0, functionBit: false };
    expect(() =>
      placeSections({ elf, selection, imageOffset: 0, gotSize: undefined, wordBytes: 8, entry }),
    ).toThrow(/memory/);
  });
});

describe('entry', () => {
  const symbols = [
    { name: 'start', place: inSection(2), value: 1n },
    { name: 'purgatory_start', place: inSection(1), value: 4n },
  ];

  it('takes the symbol that is asked for', () => {
    const elf = object([text, hot], symbols);
    expect(findEntry(elf, selectSections(elf, false), 'start')).toEqual({
      section: 2,
      offset: 1,
      functionBit: false,
      other: 0,
    });
    expect(() => findEntry(elf, selectSections(elf, false), 'nowhere')).toThrow(
      /nowhere.*start, purgatory_start/,
    );
  });

  it('takes e_entry where only one section can hold it', () => {
    const elf = object([text, hot], [], 3n);
    expect(findEntry(elf, selectSections(elf, false), undefined)).toEqual({
      section: 1,
      offset: 3,
      functionBit: false,
    });
  });

  it('prefers purgatory_start where several could, and otherwise asks', () => {
    const clear = object([text, hot], symbols, 1n);
    expect(findEntry(clear, selectSections(clear, false), undefined)).toEqual({
      section: 1,
      offset: 4,
      functionBit: false,
      other: 0,
    });
    const unclear = object([text, hot], symbols.slice(0, 1), 1n);
    expect(() => findEntry(unclear, selectSections(unclear, false), undefined)).toThrow(
      /\.text, \.text\.hot could each hold it.*--entry/,
    );
  });
});
