/** The reference of the command says what its definitions say, and bash completes by it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../../cli/program.ts';
import { relocator } from '../../support/command.ts';
import { inFolder } from '../../support/folder.ts';
import { run } from '../../support/run.ts';

const ROOT = join(import.meta.dirname, '../../..');
const program = programOf(await allCommands());
const page = readFileSync(join(ROOT, 'docs/command.md'), 'utf8');

test('every command has a page of man and a part of docs/command.md, with every option', () => {
  const files = readdirSync(join(ROOT, 'docs/man'));
  for (const command of everyCommand(program)) {
    const file = `${pathOf(command).replaceAll(' ', '-')}.1`;
    expect(files).toContain(file);
    const man = readFileSync(join(ROOT, 'docs/man', file), 'utf8').replaceAll('\\-', '-');
    const part = page.split(`\n## ${pathOf(command)}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const { flags, description } of command.options) {
      for (const text of [man, part.replaceAll('\\|', '|')])
        expect(text).toContain(flags.replace('…', text === man ? '...' : '…'));
      expect(man).toContain(description.split(/[\\…]/)[0]);
    }
  }
  expect(files).toHaveLength(everyCommand(program).length);
  const manifest: { man: string[] } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(manifest.man).toEqual(files.map((file) => `./docs/man/${file}`));
});

describe('bash completes', () => {
  /** What it would offer for the last word, in a folder with the file `image`. */
  async function offered(...words: string[]): Promise<string[]> {
    const { out } = await relocator('completion', 'bash');
    return inFolder((file) => {
      writeFileSync(file('completion'), out);
      writeFileSync(file('image'), '');
      const list = words.map((word) => `'${word}'`).join(' ');
      const script = [
        'set -eu',
        '. ./completion',
        `COMP_WORDS=(relocator ${list}) COMP_CWORD=${words.length}`,
        '_relocator',
        `if [ -n "\${COMPREPLY[*]-}" ]; then printf '%s\\n' "\${COMPREPLY[@]}"; fi`,
      ].join('; ');
      const said = run(['bash', '-c', script], [], { cwd: file('.') });
      return said === '' ? [] : said.trimEnd().split('\n');
    });
  }

  test('commands, and those below', async () => {
    expect(await offered('ex')).toEqual(['explain', 'extract']);
    expect(await offered('golden', '')).toEqual(['update', 'check']);
  });

  test('options of the command', async () => {
    expect(await offered('build', '--em')).toEqual(['--emit']);
    expect(await offered('golden', 'check', '--')).toEqual(['--json', '--quiet', '--help']);
    expect(await offered('verify', '--emit')).toEqual([]);
  });

  test('values of an option, and files', async () => {
    expect(await offered('build', '--emit', 'r')).toEqual(['rust']);
    expect(await offered('build', '-o', 'im')).toEqual(['image']);
    expect(await offered('map', 'im')).toEqual(['image']);
  });
});

test('the files of other shells and of man are all there is in docs/man', () => {
  expect(existsSync(join(ROOT, 'docs/man/relocator.1'))).toBe(true);
});
