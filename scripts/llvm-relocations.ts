/**
 * The names and numbers of relocation types that LLVM has: the .def files of Debian's package of its headers, fetched
 * into .cache when they are asked for.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, debianPackage, inScratch, run } from './debian-packages.ts';

const PACKAGE = 'llvm-19-dev';
const definitions = join(CACHE, 'llvm-relocations');

function fetchDefinitions(): void {
  inScratch((folder) => {
    const archive = debianPackage(PACKAGE, run('dpkg', ['--print-architecture'], folder).trim());
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    const script =
      'dpkg-deb --fsys-tarfile "$0" | tar -x -C "$1" --strip-components=7 --wildcards "*/ELFRelocs/*.def"';
    run('/bin/sh', ['-c', script, archive, unpacked], folder);
    // Renamed into place, so that half of it is never taken for the whole.
    rmSync(definitions, { recursive: true, force: true });
    renameSync(unpacked, definitions);
  });
}

/** Every type of every machine of LLVM's, by name. */
export function llvmRelocations(): Map<string, number> {
  if (!existsSync(definitions)) fetchDefinitions();
  const lines = readdirSync(definitions).flatMap((name) => [
    ...readFileSync(join(definitions, name), 'utf8').matchAll(
      /^ELF_RELOC\(\s*(\w+),\s*(0x[0-9a-f]+|\d+)\s*\)/gim,
    ),
  ]);
  return new Map(lines.map(([, name = '', number]) => [name, Number(number)]));
}
