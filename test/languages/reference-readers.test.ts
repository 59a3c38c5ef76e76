/** Completions and man pages as those read them for whom they are. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN } from '../machines/samples.ts';
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

/** Releases of kexec-tools, of those at which something changed. */
const KEXEC_TOOLS = ['kexec-tools@2.0.2', 'kexec-tools@2.0.24'];

/** A terminal for a shell, on which keys are typed until ^T writes down what stands on the line. @param start of the shell */
const typist = (start: string): string => `zmodload zsh/zpty
zpty -b typist ${start}
zpty -w typist 'source ./init'
zpty -r typist said '*ready*'
zpty -w -n typist "$1"$'\\t\\x14'
zpty -r typist said '*written*'
zpty -d typist`;

describe('fish', () => {
  test.each([
    ['relocator gol', ['golden']],
    ['relocator golden ', ['check', 'remove', 'update']],
    ['relocator build --emit r', ['rust']],
    ['relocator build --dep', ['--depfile']],
    ['relocator verify --dep', []],
    ['relocator explain R_X86_64_PC3', ['R_X86_64_PC32', 'R_X86_64_PC32_BND']],
    ['relocator audit --loader kex', ['kexec-tools']],
    ['relocator audit --deny R_X86_64_64,nee', ['R_X86_64_64,needs GOT']],
    ['relocator loaders linux-mod', ['linux-modules']],
    ['relocator completion ', ['bash', 'fish', 'zsh']],
    ['relocator build --emit=r', ['--emit=rust']],
    ['relocator audit --loader=kex', ['--loader=kexec-tools']],
    ['relocator audit --loader kexec-tools@2.0.2', KEXEC_TOOLS],
    ['relocator audit --loader=kexec-tools@2.0.2', KEXEC_TOOLS.map((name) => `--loader=${name}`)],
    ['relocator audit --deny=R_X86_64_64,nee', ['--deny=R_X86_64_64,needs GOT']],
    ['relocator audit --loader linux,kexec-tools@2.0.2', KEXEC_TOOLS.map((name) => `linux,${name}`)],
    ['relocator loaders kexec-tools@', []],
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

  // A zsh at a terminal of its own, in which a key writes down what stands on the line.
  const INIT = `
fpath=($PWD $fpath)
autoload -Uz compinit; compinit -u -d $PWD/dump
zstyle ':completion:*' menu no
show() { print -r -- "$BUFFER" >| line; print written; }
zle -N show; bindkey '^T' show
print ready`;

  let folder = '';
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relocator-zsh-'));
    writeFileSync(file('_relocator'), (await relocator('completion', 'zsh')).out);
    writeFileSync(file('init'), INIT);
    writeFileSync(file('type'), typist('zsh -f -i'));
    writeFileSync(file('named'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['relocator gol', 'relocator golden '],
    [`relocator explain --arch ${PLAIN.slice(0, -1)}`, `relocator explain --arch ${PLAIN} `],
    ['relocator explain R_X86_64_DTPMO', 'relocator explain R_X86_64_DTPMOD64 '],
    ['relocator explain R_X86_64_PC3', 'relocator explain R_X86_64_PC32'],
    ['relocator audit --loader kex', 'relocator audit --loader kexec-tools '],
    ['relocator audit --deny R_X86_64_64,nee', 'relocator audit --deny R_X86_64_64,needs\\ GOT '],
    ['relocator loaders linux-mod', 'relocator loaders linux-modules '],
    ['relocator completion fi', 'relocator completion fish '],
    ['relocator build --emit ru', 'relocator build --emit rust '],
    ['relocator map na', 'relocator map named '],
    ['relocator build --emit=ru', 'relocator build --emit=rust '],
    ['relocator map image --map=na', 'relocator map image --map=named '],
    ['relocator audit --loader=kex', 'relocator audit --loader=kexec-tools '],
    ['relocator audit --loader kexec-tools@2.0.18', 'relocator audit --loader kexec-tools@2.0.18 '],
    ['relocator audit --deny=R_X86_64_64,nee', 'relocator audit --deny=R_X86_64_64,needs\\ GOT '],
  ])('completes %s', (typed, line) => {
    run(['env', `HOME=${folder}`, 'TERM=xterm', 'zsh', '-f', 'type', typed], [], { cwd: folder });
    expect(readFileSync(file('line'), 'utf8')).toBe(`${line}\n`);
  });
});

describe('bash', () => {
  const INIT = `
PS1='' HISTFILE=/dev/null
source ./completion
show() { printf '%s\\n' "$READLINE_LINE" >| line; echo written; }
bind -x '"\\C-t": show'
echo ready`;

  let folder = '';
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'relocator-bash-'));
    writeFileSync(file('completion'), (await relocator('completion', 'bash')).out);
    writeFileSync(file('init'), INIT);
    writeFileSync(
      file('without'),
      `${INIT.replace(/\necho.*/, '')}\nCOMP_WORDBREAKS=\${COMP_WORDBREAKS//[=@]/}\necho ready`,
    );
    writeFileSync(file('named'), '');
    writeFileSync(file('type'), typist('bash --noprofile --norc -i'));
    writeFileSync(file('type-without'), typist('bash --noprofile --norc -i').replace('./init', './without'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const KEYS: readonly (readonly [typed: string, line: string])[] = [
    ['relocator gol', 'relocator golden '],
    ['relocator golden ch', 'relocator golden check '],
    [`relocator explain --arch ${PLAIN.slice(0, -1)}`, `relocator explain --arch ${PLAIN} `],
    ['relocator explain R_X86_64_PC3', 'relocator explain R_X86_64_PC32'],
    ['relocator audit --deny R_X86_64_64,nee', 'relocator audit --deny R_X86_64_64,needs\\ GOT '],
    ['relocator build --emit ru', 'relocator build --emit rust '],
    ['relocator map na', 'relocator map named '],
    ['relocator build --emit=ru', 'relocator build --emit=rust '],
    ['relocator build --emit=', 'relocator build --emit='],
    ['relocator map image --map=na', 'relocator map image --map=named '],
    ['relocator map image --json=na', 'relocator map image --json=na'],
    ['relocator audit --loader=kex', 'relocator audit --loader=kexec-tools '],
    ['relocator audit --loader kexec-tools@2.0.18', 'relocator audit --loader kexec-tools@2.0.18 '],
    ['relocator audit --loader=kexec-tools@2.0.18', 'relocator audit --loader=kexec-tools@2.0.18 '],
    ['relocator audit --loader linux@', 'relocator audit --loader linux@'],
    [
      'relocator audit --loader linux,kexec-tools@2.0.18',
      'relocator audit --loader linux,kexec-tools@2.0.18 ',
    ],
    ['relocator audit --deny=R_X86_64_64,nee', 'relocator audit --deny=R_X86_64_64,needs\\ GOT '],
    ['relocator audit --loader=linux  --deny refu', 'relocator audit --loader=linux  --deny refused '],
  ];

  test.each(KEYS)('completes %s', (typed, line) => {
    for (const script of ['type', 'type-without']) {
      run(['env', `HOME=${folder}`, 'TERM=xterm', 'zsh', '-f', script, typed], [], { cwd: folder });
      expect(readFileSync(file('line'), 'utf8'), script).toBe(`${line}\n`);
    }
  });
});
