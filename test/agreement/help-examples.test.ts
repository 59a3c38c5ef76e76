/** The examples of every --help, in a shell, in a folder that has the files that they name. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCommands } from '../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../cli/program.ts';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { type BundledCommand, bundledCommand } from '../support/bundled-command.ts';
import { fixturePath } from '../support/golden.ts';
import { attempt } from '../support/run.ts';
import { programNamed } from '../support/tools.ts';

const WITH_EXAMPLES = everyCommand(programOf(await allCommands())).map(
  (command) => [pathOf(command), command.manual.examples] as const,
);
/** Examples that end with another code than 0, as their help says. */
const CODES: ReadonlyMap<string, number> = new Map([['relocator diff old.bin new.bin', 1]]);

let command: BundledCommand;
/** What each command finds, in a folder of its own. */
let origin = '';
beforeAll(async () => {
  command = await bundledCommand();
  origin = mkdtempSync(join(tmpdir(), 'relocator-examples-'));
  prepare(origin);
});
afterAll(() => {
  rmSync(origin, { recursive: true });
  command.remove();
});

/** Runs a line in a folder that is the user's home, too, with the programs in its `bin` before all others. */
function shell(folder: string, line: string): ReturnType<typeof attempt> {
  const environment = [`HOME=${folder}`, `PATH=${join(folder, 'bin')}:${process.env.PATH}`];
  return attempt(['env', ...environment, 'bash', '-euc', line], [], { cwd: folder });
}

const FOLDERS = [
  'bin',
  'build',
  '.local/share/bash-completion/completions',
  '.zfunc',
  '.config/fish/completions',
];

function prepare(folder: string): void {
  const file = (name: string): string => join(folder, name);
  const program = (name: string, content: string | Uint8Array): void => {
    writeFileSync(file(`bin/${name}`), content);
    chmodSync(file(`bin/${name}`), 0o755);
  };
  for (const name of FOLDERS) mkdirSync(file(name), { recursive: true });
  const object = readFileSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`));
  const holder = Buffer.concat([Buffer.alloc(64), object]);
  program('relocator', `#!/bin/sh\nexec ${process.execPath} ${command.path} "$@"\n`);
  program('cc', `#!/bin/sh\nexec ${(programNamed(PLAIN, 'GCC') ?? []).join(' ')} "$@"\n`);
  program('kexec', holder);
  writeFileSync(file('vmlinuz'), holder);
  writeFileSync(file('digest'), Buffer.alloc(32, 0xa5));
  for (const name of ['purgatory.ro', 'purgatory.o']) writeFileSync(file(name), object);
  cpSync(fixturePath(`${PLAIN}-gcc-pic-Os.ro`), file('build/purgatory.ro'));
  cpSync(fixturePath(`${PLAIN}-clang-small-Os.ro`), file('other.ro'));
  cpSync(fixturePath(`${NARROW}-gcc-nopic-Os.ro`), file('build/other.o'));
  const before = [
    'relocator build purgatory.ro -o purgatory.bin --loader-writes kexec-tools',
    'cp purgatory.bin old.bin; cp purgatory.bin.map.json old.bin.map.json',
    'relocator build other.ro -o new.bin --loader-writes kexec-tools',
    'relocator golden update golden purgatory.ro --loader-writes kexec-tools',
  ];
  expect(shell(folder, before.join('; '))).toMatchObject({ status: 0, stderr: '' });
}

describe.each(WITH_EXAMPLES)('%s', (_, examples) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'relocator-example-'));
    cpSync(origin, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(examples)('%s', (line) => {
    const { status, stderr, stdout } = shell(folder, line);
    // Reports that are not for people have the audit's summary beside them.
    const told = stderr.replace(/^relocator: \d+ files: .*; none with findings\n/, '');
    expect({ status, told, stdout }).toMatchObject({ status: CODES.get(line) ?? 0, told: '' });
  });
});
