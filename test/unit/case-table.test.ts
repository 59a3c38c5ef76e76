/** The table of inputs that once came out wrong has every input that is kept, and names tests that there are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MACHINES = 'test/machines';
const table = readFileSync(join(MACHINES, 'cases.md'), 'utf8');
const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (input|---) /.test(line));
const folders = readdirSync(MACHINES).filter((name) => existsSync(join(MACHINES, name, 'cases')));
const inputs = folders.flatMap((psabi) =>
  readdirSync(join(MACHINES, psabi, 'cases')).map((name) => `${psabi}/${name}`),
);

/** What stands between backticks in a cell of a row. */
function quoted(row: string, cell: number): string[] {
  return [...(row.split(' | ')[cell] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
}

it('has every input', () => {
  const first = rows.map((row) => row.split(' | ')[0] ?? '').join('\n');
  const named = (input: string): boolean => {
    const [psabi = '', name = ''] = input.split('/');
    if (first.includes(`\`${input}\``)) return true;
    const everywhere = new RegExp(`\`\\*/${name.replace('.', '\\.')}\` \\([^)]*\\b${psabi}\\b`);
    return first.includes(`(of \`${name}\`)`) || everywhere.test(first);
  };
  expect(inputs.length).toBeGreaterThan(40);
  expect(inputs.filter((input) => !named(input))).toEqual([]);
});

it('names inputs and tests that there are', () => {
  const files = rows.flatMap((row) => quoted(row, 0)).filter((name) => /^[\w*]+\/[\w-]+\.\w+$/.test(name));
  const missing = files.filter((name) => !name.startsWith('*/') && !inputs.includes(name));
  expect(missing).toEqual([]);
  const tests = rows.flatMap((row) => quoted(row, 3));
  expect(
    rows.filter((row) => quoted(row, 3).length === 0 && !row.includes("each machine's `cases`")),
  ).toEqual([]);
  const exists = (name: string): boolean =>
    ['test', MACHINES].some((room) => existsSync(join(room, `${name}.test.ts`))) ||
    name === 'cases' ||
    name.startsWith('*/');
  expect(tests.filter((name) => !exists(name))).toEqual([]);
});
