import { describe, expect, it } from 'vitest';
import { isArchive, readArchive } from '../../../image/input/archive.ts';
import { InputError } from '../../../index.ts';
import { type ArchiveSpec, archiveOf } from '../../support/archives.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const MEMBERS = [
  { name: 'short.o', bytes: text('odd'), symbols: ['one', 'two'] },
  { name: 'a-name-with-no-room-in-its-header.o', bytes: text('even'), symbols: [] },
  { name: 'exactly-15.o-xx', bytes: text(''), symbols: ['three'] },
  { name: 'another-name-with-no-room.o', bytes: text('last'), symbols: ['one'] },
];
const FORMS: readonly ArchiveSpec[] = [{}, { table: 4 }, { table: 8 }, { names: 'bsd' }];

describe('an archive', () => {
  it.each(FORMS)('has its members under their names: %j', (form) => {
    const bytes = archiveOf(MEMBERS, form);
    expect(isArchive(bytes)).toBe(true);
    const { members, index } = readArchive(bytes);
    expect(members.map(({ name, bytes: contents }) => [name, Buffer.from(contents).toString()])).toEqual(
      MEMBERS.map(({ name, bytes: contents }) => [name, Buffer.from(contents).toString()]),
    );
    expect(index).toEqual(
      form.table && [
        { name: 'one', member: 0 },
        { name: 'two', member: 0 },
        { name: 'three', member: 2 },
        { name: 'one', member: 3 },
      ],
    );
  });

  it('may be empty', () => {
    expect(readArchive(archiveOf([]))).toEqual({ members: [], index: undefined });
  });

  it.each(['!<arch>', '', '\x7fELF', '<arch>\n'])('is not what begins with %j', (start) => {
    expect(isArchive(text(start))).toBe(false);
  });

  it('that is thin is refused as that', () => {
    const bytes = text('!<thin>\n//                                              4         `\na/\n\n');
    expect(isArchive(bytes)).toBe(true);
    expect(() => readArchive(bytes)).toThrow(/it is a thin archive.*ar rcs, without T/);
  });
});

describe('a damaged archive', () => {
  const whole = Buffer.from(archiveOf(MEMBERS, { table: 4 }));
  const changed = (from: string, to: string): Uint8Array => {
    const at = whole.indexOf(from);
    expect(at, from).toBeGreaterThan(0);
    const copy = Buffer.from(whole);
    copy.write(to, at);
    return copy;
  };

  it.each([
    ['a header cut off', whole.subarray(0, 40), /no header of a member at 0x8/],
    ['a member cut off', whole.subarray(0, -3), /reach past the end/],
    ['another end of a header', changed('`\n', 'xx'), /no header of a member at 0x8/],
    ['a size that is no number', changed('3         `', '0x3       `'), /no header of a member/],
    [
      'a name outside its table',
      changed('/0 ', '/9999 '),
      /the name of a member, \/9999, is not in its table/,
    ],
    [
      'more symbols than its table holds',
      changed('\0\0\0\x04\0', '\xff\0\0\0\0'),
      /too few for \d+ symbols; run ranlib/,
    ],
    [
      'a symbol of no member',
      changed('\0\0\0\x04\0\0\0', '\0\0\0\x04\0\x07\0'),
      /symbol 0 of its table has no name or no member/,
    ],
  ])('is refused: %s', (_, bytes, message) => {
    expect(() => readArchive(bytes)).toThrow(InputError);
    expect(() => readArchive(bytes)).toThrow(message);
  });

  it('with a name longer than the member is refused', () => {
    const bytes = Buffer.from(archiveOf([{ name: 'x.o', bytes: text('') }], { names: 'bsd' }));
    bytes.write('#1/5', 8);
    expect(() => readArchive(bytes)).toThrow(/the member at 0x8 has no room for its name \(#1\/5\)/);
  });
});
