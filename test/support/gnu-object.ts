/** Objects as GNU as and ld -r make them, for tests of what compilers and people write. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOLS = {
  x86_64: { as: ['as', '--64'], ld: ['ld', '-m', 'elf_x86_64'] },
  i386: { as: ['as', '--32'], ld: ['ld', '-m', 'elf_i386'] },
  aarch64: { as: ['aarch64-linux-gnu-as'], ld: ['aarch64-linux-gnu-ld'] },
} as const;

export type GnuArch = keyof typeof TOOLS;

/** Assembles each source and, if there are several, merges them with `ld -r`. @throws Error with what the tool said */
export function gnuObject(arch: GnuArch, ...sources: readonly string[]): Uint8Array {
  return inFolder((folder) => {
    const objects = sources.map((source, index) => {
      const path = join(folder, `${index}`);
      writeFileSync(`${path}.s`, source);
      run(TOOLS[arch].as, '-o', `${path}.o`, `${path}.s`);
      return `${path}.o`;
    });
    const [only] = objects;
    if (only !== undefined && objects.length === 1) return readFileSync(only);
    const merged = join(folder, 'merged.o');
    run(TOOLS[arch].ld, '-r', '-o', merged, ...objects);
    return readFileSync(merged);
  });
}

/** Assembles a source and links it with the options. @throws Error with what the tool said */
export function gnuLinked(arch: GnuArch, source: string, ...options: readonly string[]): Uint8Array {
  return inFolder((folder) => {
    const object = join(folder, 'in.o');
    writeFileSync(object, gnuObject(arch, source));
    const output = join(folder, 'out');
    run(TOOLS[arch].ld, ...options, '-o', output, object);
    return readFileSync(output);
  });
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-gnu-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run([program = '', ...mode]: readonly string[], ...args: readonly string[]): void {
  execFileSync(program, [...mode, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
}
