/** Debian's kernels, unpacked once into .cache/kernels. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BootArchitecture,
  CACHE,
  debianPackage,
  inScratch,
  run,
} from '../../scripts/debian-packages.ts';

const METAPACKAGES: Readonly<Record<BootArchitecture, readonly [string, RegExp]>> = {
  amd64: ['linux-image-amd64', /^linux-image-[\d.]+-\d+-amd64$/],
  i386: ['linux-image-686', /^linux-image-[\d.]+-\d+-686$/],
  arm64: ['linux-image-arm64', /^linux-image-[\d.]+-\d+-arm64$/],
  s390x: ['linux-image-s390x', /^linux-image-[\d.]+-\d+-s390x$/],
};

/** The kernel of an architecture; fetched and unpacked if it is not there. */
export function fetchKernel(architecture: BootArchitecture): Buffer {
  const target = join(CACHE, 'kernels', architecture);
  if (!existsSync(target)) {
    const [metapackage, image] = METAPACKAGES[architecture];
    const archive = debianPackage(metapackage, architecture, image);
    inScratch((scratch) => {
      run('dpkg-deb', ['-x', archive, 'unpacked'], scratch);
      const boot = join(scratch, 'unpacked', 'boot');
      const name = readdirSync(boot).find((each) => each.startsWith('vmlinuz-'));
      if (name === undefined) throw new Error(`${archive} has no /boot/vmlinuz-*`);
      mkdirSync(join(CACHE, 'kernels'), { recursive: true });
      renameSync(join(boot, name), target);
    });
  }
  return readFileSync(target);
}
