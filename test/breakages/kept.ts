/** Objects of sources of breakages: pinned bytes, so that tests need no compiler, and how they are made. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { inFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';
import type { Breakage } from './breakage.ts';

const machines = fileURLToPath(new URL('../machines/', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/breakages/', import.meta.url));

/** From the root of the repository. */
export function sourceOf({ arch, source }: Breakage): string {
  return `test/machines/${architectureNamed(arch)?.machine.psabi}/breakages/${source}`;
}

/** From the folder of all of them. */
export function objectName({ arch, source }: Breakage): string {
  return `${arch}-${source.replace(/\.[cs]$/, '.o')}`;
}

/** @throws Error where it is not there */
export function keptObject(breakage: Breakage): Uint8Array {
  const path = join(fixtures, objectName(breakage));
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run breakages writes it`);
  return readFileSync(path);
}

export function keepObject(breakage: Breakage, object: Uint8Array): void {
  const path = join(fixtures, objectName(breakage));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, object);
}

/** What the compiler makes of the source, in a folder of no name that it could write down. @throws Error with what it said */
export function madeObject(breakage: Breakage): Uint8Array {
  const source = sourceOf(breakage).replace(/^test\/machines\//, '');
  return inFolder((file) => {
    writeFileSync(file(breakage.source), readFileSync(join(machines, source)));
    const compile = breakage.source.endsWith('.c') ? ['-c'] : [];
    run([...breakage.by.split(' '), ...compile, '-o', file('out.o'), file(breakage.source)]);
    return readFileSync(file('out.o'));
  });
}
