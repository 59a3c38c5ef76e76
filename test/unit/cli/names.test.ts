/** Names out of files, in everything that is printed or written as text: none can act on the reader's screen. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseMap } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { addressType, architectureOf } from '../../support/architecture.ts';
import { relocator } from '../../support/command.ts';
import { CODE, DATA, relocatable } from '../../support/relocatable.ts';

/** First and last of each run: C0 and C1, Unicode's Bidi_Control, what has no width, separators of lines. */
const RUNS = [
  [0x01, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0001, 0xe0001],
  [0xe0020, 0xe007f],
] as const;

const characters = RUNS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);
const NAME = `a${characters.join('b')}c`;
const ESCAPED = `a${characters.map((each) => `\\u{${each.codePointAt(0)?.toString(16)}}`).join('b')}c`;

/** Characters of `text` that are not seen; line feeds are where a text has lines. */
function unseen(text: string): string[] {
  const found = [...text].filter((each) => each !== '\n' && characters.includes(each));
  return [...new Set(found)].map((each) => `U+${each.codePointAt(0)?.toString(16)}`);
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-names-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);

const architecture = architectureOf(PLAIN);
const { machine } = architecture;
const word = addressType(architecture, 8);

/** An object with a section and a symbol of that name, a late one, and a reference to one that is not there. */
function object(missing: string): Uint8Array {
  const relocation = (offset: number, symbol: string) => ({ offset, type: word, symbol, addend: 0n });
  return relocatable(
    machine,
    [
      { name: '.text', flags: CODE, data: new Uint8Array(16) },
      {
        name: NAME,
        flags: DATA,
        data: new Uint8Array(24),
        relocations: [relocation(0, NAME), relocation(8, `${NAME}late`), relocation(16, missing)],
      },
    ],
    [
      { name: 'purgatory_start', value: 0n, size: 16n, place: '.text' },
      { name: NAME, value: 0n, size: 8n, place: NAME },
      { name: `${NAME}late`, value: 0n, place: 'undefined' },
      ...(missing === NAME ? [] : [{ name: missing, value: 0n, place: 'undefined' }]),
    ],
  );
}

test('messages, tables and JSON escape them alike', async () => {
  const path = file('in\u202e\u200b.o');
  writeFileSync(path, object(`${NAME}missing`));
  const built = await relocator('build', path, '-o', file('p'));
  expect(built.code).toBe(1);
  expect(built.err).toContain(
    `in\\u{202e}\\u{200b}.o: R_X86_64_64 against ${ESCAPED}late in ${ESCAPED} at 0x8`,
  );
  const audited = await relocator('audit', path);
  expect(audited.out).toContain(`${ESCAPED}+0x0 ${ESCAPED}`);
  expect(audited.out).toContain('in\\u{202e}\\u{200b}.o (');
  const json = await relocator('audit', '--json', path);
  expect(JSON.parse(json.out)).toMatchObject({
    files: [{ file: path, entries: [{}, { first: { section: NAME } }] }],
  });
  const usage = await relocator('build', path, `--${NAME}`);
  expect(usage.code).toBe(2);
  const patched = await relocator('patch', path, `${NAME}=1`);
  for (const { out, err } of [built, audited, json, usage, patched]) expect(unseen(out + err)).toEqual([]);
});

test('maps, summaries and emitted constants escape them alike', async () => {
  const path = file('in.o');
  writeFileSync(path, object(NAME));
  for (const emit of ['bin', 'elf', 'rust', 'go', 'json', 'asm']) {
    const built = await relocator(
      'build',
      path,
      '-o',
      file('p\u2067.c'),
      '--emit',
      emit,
      '--late',
      `${NAME}late`,
    );
    expect(built).toMatchObject({ code: 0, err: '' });
    expect(built.out).toContain('p\\u{2067}.c');
    expect(built.out).toContain(`${ESCAPED}late (8 bytes`);
    expect(unseen(built.out)).toEqual([]);
  }
  const named = ['--emit', 'c', '--late', `${NAME}late`];
  expect((await relocator('build', path, '-o', file('p\u2067.c'), ...named)).err).toMatch(
    /no #include can name/,
  );
  expect(await relocator('build', path, '-o', file('q.c'), ...named)).toMatchObject({ code: 0 });
  const text = readFileSync(file('p\u2067.c.map.json'), 'utf8');
  expect(unseen(text)).toEqual([]);
  const map = parseMap(text);
  expect(map.symbols.map(({ name }) => name)).toEqual(['purgatory_start', NAME]);
  expect(map.late).toMatchObject([{ name: `${NAME}late` }]);
  for (const emitted of ['p\u2067.c', 'p\u2067.h', 'q.c', 'q.h'].map(file)) {
    const source = readFileSync(emitted, 'utf8');
    if (emitted.endsWith('.h')) expect(source).toContain(`/* bytes of ${ESCAPED} */`);
    expect(unseen(source.replaceAll('\t', ''))).toEqual([]);
  }
});
