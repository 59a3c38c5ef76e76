import { afterEach, describe, expect, it, vi } from 'vitest';
import { facts, paint, table } from '../../../cli/print.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const COLUMNS = [{ title: 'COUNT', right: true }, { title: 'TYPE' }, { title: 'WHY' }];
const ROWS = [
  ['1', 'R_X86_64_REX_GOTPCRELX', 'no release of the loader knows it'],
  ['12', 'R_X86_64_64', 'it is known'],
];

describe('a table', () => {
  it('has a line for each row where nothing limits it', () => {
    expect(table(COLUMNS, ROWS).split('\n')).toEqual([
      'COUNT  TYPE                    WHY',
      '    1  R_X86_64_REX_GOTPCRELX  no release of the loader knows it',
      '   12  R_X86_64_64             it is known',
    ]);
  });

  it.each([40, 50, 60, 80])('fits in %d columns, and loses nothing', (width) => {
    const lines = table(COLUMNS, ROWS, width).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
    expect(letters(lines.join(''))).toBe(letters(table(COLUMNS, ROWS)));
  });

  it('breaks long names within, and text between words', () => {
    expect(table(COLUMNS, ROWS, 38).split('\n').slice(0, 3)).toEqual([
      'COUNT  TYPE             WHY',
      '    1  R_X86_64_REX_GO  no release of',
      '       TPCRELX          the loader',
    ]);
  });
});

it('facts go on under their text', () => {
  expect(facts([['entry', 'a word and another one that is here']], 30).split('\n')).toEqual([
    '  entry  a word and another',
    '         one that is here',
  ]);
});

describe('colours', () => {
  it('are in no pipe, unless FORCE_COLOR asks for them', () => {
    vi.stubEnv('FORCE_COLOR', '');
    expect(paint('red', 'no', { isTTY: false } as NodeJS.WriteStream)).toBe('no');
    vi.stubEnv('FORCE_COLOR', '1');
    expect(paint('red', 'no', { isTTY: false } as NodeJS.WriteStream)).toBe('\u001b[31mno\u001b[0m');
    vi.stubEnv('NO_COLOR', '1');
    expect(paint('red', 'no', { isTTY: false } as NodeJS.WriteStream)).toBe('\u001b[31mno\u001b[0m');
  });

  it('are on a terminal, unless NO_COLOR or FORCE_COLOR=0 forbids them', () => {
    const terminal = { isTTY: true } as NodeJS.WriteStream;
    vi.stubEnv('FORCE_COLOR', '');
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('TERM', 'xterm');
    expect(paint('red', 'no', terminal)).toBe('\u001b[31mno\u001b[0m');
    vi.stubEnv('NO_COLOR', '1');
    expect(paint('red', 'no', terminal)).toBe('no');
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('FORCE_COLOR', '0');
    expect(paint('red', 'no', terminal)).toBe('no');
  });
});
