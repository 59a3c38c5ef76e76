/** Rust's core for machines of which Debian has it, beside Debian's compiler. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, debianPackage, inScratch, run } from '../../scripts/debian-packages.ts';

export interface RustMachine {
  /** Rust's name of the machine. */
  readonly target: string;
  /** Debian's. */
  readonly debian: string;
}

/** The folder in which the compiler finds the libraries of the machine. */
export function sysrootFor({ target, debian }: RustMachine): string {
  const unpacked = join(CACHE, 'rust', target);
  if (!existsSync(unpacked)) {
    const archive = debianPackage('libstd-rust-dev', debian);
    inScratch((folder) => {
      run('dpkg-deb', ['-x', archive, join(folder, 'unpacked')], folder);
      mkdirSync(join(CACHE, 'rust'), { recursive: true });
      rmSync(unpacked, { recursive: true, force: true });
      // Renamed into place, so that half of it is never taken for the whole.
      renameSync(join(folder, 'unpacked'), unpacked);
    });
  }
  return join(unpacked, 'usr');
}
