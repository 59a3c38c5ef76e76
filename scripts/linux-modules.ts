/**
 * Fetches the modules of Debian's kernel for PCs: unpacked into .cache/linux-modules, what is there already is not fetched
 * again.
 *
 *   npx tsx scripts/linux-modules.ts
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, debianPackage, inScratch, run } from './debian-packages.ts';

const ARCHITECTURE = 'amd64';

/** The directory with the modules, /lib/modules in the package. */
export function linuxModules(): string {
  const archive = debianPackage(`linux-image-${ARCHITECTURE}`, ARCHITECTURE, {
    dependency: /^linux-image-\d[\w.+-]*$/,
  });
  const target = join(CACHE, 'linux-modules', basename(archive, '.deb'));
  if (!existsSync(target)) {
    inScratch((scratch) => {
      run('dpkg-deb', ['-x', archive, 'unpacked'], scratch);
      mkdirSync(dirname(target), { recursive: true });
      // Renamed into place, so that half of it is never taken for the whole.
      renameSync(join(scratch, 'unpacked/lib/modules'), target);
    });
  }
  return target;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(linuxModules());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
