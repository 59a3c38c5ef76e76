/** Objects as GNU as and ld -r make them, for tests of what compilers and people write. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolsOf } from './tools.ts';

/** Assembles each source and, if there are several, merges them with `ld -r`. @throws Error with what the tool said */
export function gnuObject(arch: string, ...sources: readonly string[]): Uint8Array {
  return inFolder((folder) => {
    const objects = sources.map((source, index) => {
      const path = join(folder, `${index}`);
      writeFileSync(`${path}.s`, source);
      run(toolsOf(arch).as, '-o', `${path}.o`, `${path}.s`);
      return `${path}.o`;
    });
    const [only] = objects;
    if (only !== undefined && objects.length === 1) return readFileSync(only);
    const merged = join(folder, 'merged.o');
    run(toolsOf(arch).ld, '-r', '-o', merged, ...objects);
    return readFileSync(merged);
  });
}

/** `object` and what the source defines, merged with `ld -r`. @throws Error with what the tool said */
export function gnuMerged(arch: string, object: Uint8Array, source: string): Uint8Array {
  return inFolder((folder) => {
    const first = join(folder, 'first.o');
    const second = join(folder, 'second.o');
    const merged = join(folder, 'merged.o');
    writeFileSync(first, object);
    writeFileSync(second, gnuObject(arch, source));
    run(toolsOf(arch).ld, '-r', '-o', merged, first, second);
    return readFileSync(merged);
  });
}

/** Assembles a source and links it with the options. @throws Error with what the tool said */
export function gnuLinked(arch: string, source: string, ...options: readonly string[]): Uint8Array {
  return inFolder((folder) => {
    const object = join(folder, 'in.o');
    writeFileSync(object, gnuObject(arch, source));
    const output = join(folder, 'out');
    run(toolsOf(arch).ld, ...options, '-o', output, object);
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
