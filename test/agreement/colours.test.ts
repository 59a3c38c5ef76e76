/** Colours are for terminals: NO_COLOR leaves them out, FORCE_COLOR has them everywhere but in what programs read. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { type BundledCommand, bundledCommand } from '../support/bundled-command.ts';
import { fixturePath } from '../support/golden.ts';
import { type TerminalOptions, typedIn } from '../support/terminal.ts';

let command: BundledCommand;
let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  command = await bundledCommand();
  folder = mkdtempSync(join(tmpdir(), 'relocator-colours-'));
  cpSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), file('plain.ro'));
  cpSync(fixturePath(`${NARROW}-gcc-nopic-Os.ro`), file('narrow.ro'));
  writeFileSync(file('text'), 'no object\n');
  typed('relocator build plain.ro -o image; relocator build narrow.ro -o other');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  command.remove();
});

function typed(line: string, options: TerminalOptions = {}): string {
  return typedIn(folder, command.path, line, options);
}

/** Whether something sets or ends a colour in it. */
function isColoured(text: string): boolean {
  const [, ...controls] = text.split('\u001b[');
  return controls.some((control) => /^\d+m/.test(control));
}
/** A table, a map, what differs, and an error. */
const LINES = [
  'relocator audit plain.ro',
  'relocator map image',
  'relocator diff other.map.json plain.ro || true',
  'relocator build text -o none || true',
];

test.each([
  ['are on a terminal', { colours: '' }, true],
  ['are not where NO_COLOR is set', { colours: 'NO_COLOR=1' }, false],
  ['are where it is set to nothing', { colours: 'NO_COLOR=' }, true],
  ['are not where FORCE_COLOR forbids them', { colours: 'FORCE_COLOR=0' }, false],
  ['are not on a dumb terminal', { colours: '', term: 'dumb' }, false],
  ['are on one where FORCE_COLOR asks for them', { colours: 'FORCE_COLOR=1 NO_COLOR=1', term: 'dumb' }, true],
])('%s', (_, options, expected) => {
  for (const line of LINES) {
    const said = typed(line, options);
    expect(said).not.toBe('');
    expect(isColoured(said), line).toBe(expected);
  }
});

test('are in a pipe where FORCE_COLOR asks for them', () => {
  const line = 'relocator audit plain.ro 2>&1 | cat';
  expect(isColoured(typed(line, { colours: 'FORCE_COLOR=1' }))).toBe(true);
  expect(isColoured(typed(line, { colours: '' }))).toBe(false);
});

test('are of each stream by itself', () => {
  const line = 'relocator build text -o none';
  expect(isColoured(typed(`${line} >said || true`, { colours: '' }))).toBe(true);
  typed(`${line} 2>said || true`, { colours: '' });
  expect(readFileSync(file('said'), 'utf8')).toMatch(/^relocator: text: /);
});

test('are never in what programs read', () => {
  const colours = 'FORCE_COLOR=1';
  const read = [
    'audit plain.ro --json',
    'audit plain.ro --format markdown',
    'explain --list --json',
    'completion fish',
  ];
  for (const words of read)
    expect(isColoured(typed(`relocator ${words} 2>errors`, { colours })), words).toBe(false);
  typed('relocator build plain.ro -o source.c --emit c; relocator golden update golden plain.ro', {
    colours,
  });
  for (const name of ['source.c', 'source.c.map.json', 'golden/golden.json', 'golden/plain.ro/prologue.lst'])
    expect(isColoured(readFileSync(file(name), 'utf8')), name).toBe(false);
});
