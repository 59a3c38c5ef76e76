/** The reference of the command says what its definitions say, and bash completes by it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../../cli/program.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { LOADERS } from '../../../relocator-dsl/loader-list.ts';
import { PLAIN } from '../../machines/samples.ts';
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

/** What bash would offer for the last word, in a folder with the file `image`. */
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
      `COMP_LINE="\${COMP_WORDS[*]}" COMP_POINT=\${#COMP_LINE}`,
      // Only bash itself, at a key, has it.
      'compopt() { true; }',
      '_relocator',
      `if [ -n "\${COMPREPLY[*]-}" ]; then printf '%s\\n' "\${COMPREPLY[@]}"; fi`,
    ].join('; ');
    const said = run(['bash', '-c', script], [], { cwd: file('.') });
    return said === '' ? [] : said.trimEnd().split('\n');
  });
}

describe('bash completes', () => {
  test('commands, and those below', async () => {
    expect(await offered('ex')).toEqual(['explain', 'extract']);
    expect(await offered('golden', '')).toEqual(['update', 'check', 'remove']);
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

describe('bash completes names', () => {
  test('of machines', async () => {
    const all = architectures.map(({ machine }) => machine.arch);
    expect(await offered('explain', '--arch', '')).toEqual(all);
    expect(await offered('explain', '--list', PLAIN.slice(0, 3))).toContain(PLAIN);
  });

  test('of loaders', async () => {
    expect(await offered('loaders', 'kex')).toEqual(['kexec-tools']);
    expect(await offered('audit', '--loader', 'linux-mod')).toEqual(['linux-modules']);
    expect(await offered('audit', '--loader', '')).toEqual(LOADERS.map(({ name }) => name));
  });

  test('of types, all that there are', async () => {
    const names = architectures.flatMap(({ byType }) => [...byType.values()].map(({ name }) => name));
    expect(await offered('explain', '')).toEqual([...new Set(names)].sort());
    expect(await offered('explain', 'R_X86_64_PC3')).toEqual(['R_X86_64_PC32', 'R_X86_64_PC32_BND']);
  });

  test('of classes, and behind a comma', async () => {
    expect(await offered('audit', '--deny', 'needs')).toEqual(['needs\\ GOT']);
    expect(await offered('audit', '--deny', 'R_X86_64_64,R_X86_64_PC8')).toEqual([
      'R_X86_64_64,R_X86_64_PC8',
    ]);
    expect(await offered('audit', '--deny', 'R_X86_64_64,ref')).toEqual(['R_X86_64_64,refused']);
    expect(await offered('audit', '--allow', 'ref')).toEqual([]);
  });

  test('of shells', async () => {
    expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });
});

test('the files of other shells and of man are all there is in docs/man', () => {
  expect(existsSync(join(ROOT, 'docs/man/relocator.1'))).toBe(true);
});
