/**
 * Fetches the purgatories that Debian ships: kexec-tools for each architecture, unpacked, and purgatory.ro cut out of
 * sbin/kexec, where it stands as data.
 *
 *   npx tsx scripts/debian-purgatories.ts
 *
 * Packages land in .cache/debian, purgatories in .cache/purgatories; what is there already is not fetched again.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carveObjects } from '../image/elf/carve.ts';
import { architectures } from '../relocator-dsl/arch/index.ts';
import { CACHE, debianPackage, inScratch, run } from './debian-packages.ts';
import { toolWords } from './machine-tools.ts';

/** A purgatory that Debian ships. */
export interface DebianPurgatory {
  /** Debian's name of the architecture. */
  readonly name: string;
  readonly arch: string;
  /** Where its bytes are. */
  readonly path: string;
}

const purgatories = join(CACHE, 'purgatories');

function fetchOne(name: string, suite: string | undefined, target: string, scratch: string): void {
  const archive = debianPackage('kexec-tools', name, suite === undefined ? {} : { suite });
  const unpacked = join(scratch, 'unpacked');
  run('dpkg-deb', ['-x', archive, unpacked], scratch);
  const program = ['sbin/kexec', 'usr/sbin/kexec'].map((name) => join(unpacked, name)).find(existsSync);
  if (program === undefined) throw new Error(`${archive} has no sbin/kexec`);
  const [object] = carveObjects(readFileSync(program).subarray(1));
  if (object === undefined) throw new Error(`${program} carries no relocatable ELF object`);
  mkdirSync(purgatories, { recursive: true });
  // Renamed into place, so that a half-written file is never taken for a whole one.
  const partial = `${target}.${process.pid}.partial`;
  writeFileSync(partial, object.bytes);
  renameSync(partial, target);
}

/** The purgatories of all machines of which Debian has one; fetches those that are missing. */
export function fetchPurgatories(): readonly DebianPurgatory[] {
  return architectures.flatMap(({ machine: { arch } }) =>
    (toolWords(arch, 'DEBIAN') ?? []).map((name): DebianPurgatory => {
      const path = join(purgatories, `${name}.ro`);
      const [suite] = toolWords(arch, 'DEBIAN_SUITE') ?? [];
      if (!existsSync(path)) inScratch((scratch) => fetchOne(name, suite, path, scratch));
      return { name, arch, path };
    }),
  );
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    for (const { name, path } of fetchPurgatories()) {
      console.log(`${name}: ${path} (${readFileSync(path).length} bytes)`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
