/** A folder as users have it, with the files that examples name and the command as it is in the package. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { bundledCommand } from './bundled-command.ts';
import { ROOT } from './files.ts';
import { fixturePath } from './golden.ts';
import { bzImage } from './kernel-images.ts';
import { attempt, type Ended, run } from './run.ts';
import { programNamed } from './tools.ts';

export interface ExampleFolder {
  readonly path: string;
  /** Runs a script of bash in it. It is the user's home, too, and programs in its `bin` stand before all others. */
  bash(script: string, ...options: readonly string[]): Ended;
  /** Another one with the same in it. */
  copy(): ExampleFolder;
  remove(): void;
}

/** For what hangs, such as a machine that does not boot. */
const WATCHDOG = ['timeout', '3600'];

/** What the examples of users start from. */
export async function exampleFolder(): Promise<ExampleFolder> {
  const command = await bundledCommand();
  const path = newFolder();
  prepare(path, command.path);
  const folder = folderAt(path);
  const remove = (): void => {
    folder.remove();
    command.remove();
  };
  return { ...folder, remove };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'relocator-examples-'));
}

function folderAt(path: string): ExampleFolder {
  const environment = [`HOME=${path}`, `PATH=${join(path, 'bin')}:${process.env.PATH}`, 'LC_ALL=C.UTF-8'];
  return {
    path,
    bash: (script, ...options) => {
      const file = join(path, '.script');
      writeFileSync(file, script);
      return attempt([...WATCHDOG, 'env', ...environment, 'bash', ...options, file], [], { cwd: path });
    },
    copy: () => {
      const other = newFolder();
      cpSync(path, other, { recursive: true, verbatimSymlinks: true });
      return folderAt(other);
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}

const FOLDERS = [
  'bin',
  'build',
  '.local/share/bash-completion/completions',
  '.zfunc',
  '.config/fish/completions',
];

function prepare(folder: string, command: string): void {
  const file = (name: string): string => join(folder, name);
  const program = (name: string, content: string | Uint8Array): void => {
    writeFileSync(file(`bin/${name}`), content);
    chmodSync(file(`bin/${name}`), 0o755);
  };
  for (const name of FOLDERS) mkdirSync(file(name), { recursive: true });
  const object = readFileSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`));
  const holder = Buffer.concat([Buffer.alloc(64), object]);
  program('relocator', `#!/bin/sh\nexec ${process.execPath} ${command} "$@"\n`);
  program('npx', '#!/bin/sh\nexec "$@"\n');
  program('cc', `#!/bin/sh\nexec ${(programNamed(PLAIN, 'GCC') ?? []).join(' ')} "$@"\n`);
  program('kexec', holder);
  symlinkSync(ROOT, file('relocator'));
  writeFileSync(file('vmlinuz'), holder);
  writeFileSync(file('bzImage'), bzImage());
  writeFileSync(file('initrd.img'), Buffer.alloc(5000, 1));
  writeFileSync(file('digest'), Buffer.alloc(32, 0xa5));
  for (const name of ['purgatory.ro', 'purgatory.o']) writeFileSync(file(name), object);
  cpSync(fixturePath(`${PLAIN}-gcc-pic-Os.ro`), file('build/purgatory.ro'));
  cpSync(fixturePath(`${PLAIN}-clang-small-Os.ro`), file('other.ro'));
  cpSync(fixturePath(`${NARROW}-gcc-nopic-Os.ro`), file('build/other.o'));
  build(folder, 'other.ro', 'new.bin');
  build(folder, 'purgatory.ro', 'old.bin');
}

function build(cwd: string, input: string, output: string): void {
  run([join(cwd, 'bin/relocator'), 'build', input, '-o', output, '--loader-writes', 'kexec-tools'], [], {
    cwd,
  });
}
