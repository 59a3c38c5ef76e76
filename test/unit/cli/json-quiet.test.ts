/** What every command prints with --json is as its schema says, and with --quiet it prints nothing but errors. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCommands } from '../../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../../cli/program.ts';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

const OBJECT = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
const OTHER = fixturePath(`${PLAIN}-gcc-large-Os.ro`);

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-json-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A call of each command by the name of its definition; later ones read what earlier ones wrote. */
const CALLS: Readonly<Record<string, () => readonly string[]>> = {
  build: () => ['build', OBJECT, '-o', file('image')],
  apply: () => ['apply', OBJECT, '--base', '0x10000', '-o', file('memory')],
  patch: () => ['patch', file('image'), 'skip_checks=1'],
  verify: () => ['verify', file('image'), '--base', '0x10000'],
  map: () => ['map', file('image')],
  diff: () => ['diff', OBJECT, OTHER],
  explain: () => ['explain', 'R_X86_64_PC32'],
  'explain --list': () => ['explain', '--list', '--arch', PLAIN],
  loaders: () => ['loaders'],
  extract: () => ['extract', OBJECT],
  'golden update': () => ['golden', 'update', file('golden'), OBJECT],
  'golden check': () => ['golden', 'check', file('golden')],
  completion: () => ['completion', 'bash'],
  generate: () => ['generate', '--check'],
};
/** Has a schema of its own, and tests by it. */
const ELSEWHERE = ['audit'];

const schema: { readonly $id: string } = JSON.parse(
  readFileSync(new URL('../../../docs/output.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ strict: true });
ajv.addSchema(schema);

test('every command is here', async () => {
  const program = programOf(await allCommands());
  const leaves = everyCommand(program).filter(({ commands }) => commands.length === 0);
  const called = new Set(Object.keys(CALLS).map((name) => name.replace(' --list', '')));
  for (const leaf of leaves) {
    const name = pathOf(leaf).replace('relocator ', '');
    expect([...called, ...ELSEWHERE], name).toContain(name);
    expect(
      leaf.options.map(({ long }) => long),
      name,
    ).toEqual(expect.arrayContaining(['--json', '--quiet']));
  }
});

describe.each(Object.entries(CALLS))('%s', (name, words) => {
  test('--json', async () => {
    const { out, err, code } = await relocator(...words(), '--json');
    expect(err).toBe('');
    expect(code).toBe(name === 'diff' ? 1 : 0);
    const validate = ajv.getSchema(`${schema.$id}#/$defs/${encodeURIComponent(name)}`);
    if (!validate) throw new Error(`no definition of ${name}`);
    validate(JSON.parse(out));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate(['explain --list', 'loaders', 'extract', 'completion'].includes(name) ? {} : [])).toBe(
      false,
    );
  });

  test('--quiet', async () => {
    const { code, ...said } = await relocator(...words(), '--quiet');
    expect(said).toEqual({ out: '', err: '' });
    expect(code).toBe(name === 'diff' ? 1 : 0);
    // The next one speaks again.
    expect((await relocator('--version')).out).not.toBe('');
    expect((await relocator(...words())).out).not.toBe('');
  });
});

test('errors are told all the same', async () => {
  const { code, out, err } = await relocator('build', '/dev/null', '-o', file('none'), '--quiet');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^relocator: \/dev\/null: /);
  expect((await relocator('audit', OBJECT, '--max-bytes', '10', '-q')).err).not.toBe('');
});

test('golden files do not remember how they were told', async () => {
  await relocator('golden', 'update', file('other'), OBJECT, '--json', '--quiet');
  const [said, silent] = ['golden', 'other'].map((name) => readFileSync(file(`${name}/golden.json`), 'utf8'));
  expect(said).toBe(silent);
});
