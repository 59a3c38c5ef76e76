/** Completions and man pages as those read them for whom they are. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { relocator } from '../support/command.ts';
import { inFolderUntil } from '../support/folder.ts';
import { attempt, run } from '../support/run.ts';

const MAN = join(import.meta.dirname, '../../docs/man');

test.each(readdirSync(MAN))('mandoc finds nothing in %s', (page) => {
  const { stdout, stderr } = attempt(['mandoc', '-T', 'lint', '-W', 'warning', join(MAN, page)]);
  expect(stdout + stderr).toBe('');
  const read = run(['mandoc', '-T', 'utf8', '-O', 'width=200', join(MAN, page)]).replace(/.[\b]/g, '');
  expect(read).toMatch(/^NAME$/m);
  expect(read).toMatch(/--help/);
});

describe('fish', () => {
  test.each([
    ['relocator gol', ['golden']],
    ['relocator golden ', ['check', 'update']],
    ['relocator build --emit r', ['rust']],
    ['relocator build --dep', ['--depfile']],
    ['relocator verify --dep', []],
  ])('completes %s', async (line, expected) => {
    await inFolderUntil(async (file) => {
      writeFileSync(file('relocator.fish'), (await relocator('completion', 'fish')).out);
      const script = `source relocator.fish; complete -C '${line}'`;
      const said = run(['env', `HOME=${file('.')}`, 'fish', '--no-config', '-c', script], [], {
        cwd: file('.'),
      });
      const names = said.split('\n').flatMap((each) => each.split('\t')[0] || []);
      expect(names.sort()).toEqual(expected);
    });
  });
});

describe('zsh', () => {
  test('reads the completion, and has a function for every command', async () => {
    await inFolderUntil(async (file) => {
      writeFileSync(file('_relocator'), (await relocator('completion', 'zsh')).out);
      expect(attempt(['zsh', '-n', file('_relocator')])).toMatchObject({ status: 0, stderr: '' });
      const script =
        'autoload -Uz compinit; compinit -u -d dump; source ./_relocator; typeset +f | grep _relocator';
      const said = run(['env', `HOME=${file('.')}`, 'zsh', '-f', '-c', script], [], { cwd: file('.') });
      expect(said.split('\n')).toEqual(
        expect.arrayContaining(['_relocator', '_relocator_build', '_relocator_golden_check']),
      );
    });
  });
});
