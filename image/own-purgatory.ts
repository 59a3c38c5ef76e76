/** This project's own purgatories, which are in the package as objects: purgatory/build.sh --packaged makes them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MACHINES } from '../relocator-dsl/arch/table.ts';
import { OWN_SYMBOLS } from '../relocator-dsl/own-purgatory.ts';
import { closeText } from './trouble/close-names.ts';
import { InputError } from './trouble/errors.ts';

/** The symbols that a loader fills in, on every machine. */
export const OWN_LOADER_WRITES: readonly string[] = OWN_SYMBOLS.map(({ name }) => name);

/** The machines that have one. */
export function ownPurgatories(): string[] {
  return MACHINES.map(({ arch }) => arch).filter((arch) => existsSync(pathOf(arch)));
}

/**
 * Where the object of a machine is.
 * @throws InputError when the machine has none
 */
export function ownPurgatoryPath(arch: string): string {
  const known = ownPurgatories();
  if (known.includes(arch)) return pathOf(arch);
  const close = closeText(arch, known);
  if (MACHINES.some((machine) => machine.arch === arch)) {
    throw new InputError(`${arch} has rules only: no prologue is generated for it, so there is no purgatory`);
  }
  throw new InputError(
    `no machine is called ${arch}${close === '' ? `; purgatories are there for ${known.join(', ')}` : close}`,
  );
}

/**
 * The object of a machine, ET_REL, as `buildImage` takes it.
 * @throws InputError when the machine has none
 */
export function ownPurgatory(arch: string): Uint8Array {
  return readFileSync(ownPurgatoryPath(arch));
}

function pathOf(arch: string): string {
  return fileURLToPath(new URL(`${arch}.ro`, objects()));
}

let found: URL | undefined;

/** The folder of the objects: in the root of the package, of which this file is in some folder. */
function objects(): URL {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    found ??= existsSync(new URL('purgatory/objects/', folder))
      ? new URL('purgatory/objects/', folder)
      : undefined;
    if (found) return found;
    if (folder.pathname === '/') throw new Error('the package has no folder purgatory/objects');
  }
}
