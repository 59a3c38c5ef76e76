/** Debian's kernels, unpacked once into .cache/kernels. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, debianPackage, inScratch, run } from '../../scripts/debian-packages.ts';
import type { BootMachine } from './machine.ts';

/** The kernel of a machine; fetched and unpacked if it is not there. */
export function fetchKernel({ debian, kernelPackage, kernelName, suite }: BootMachine): Buffer {
  const target = join(CACHE, 'kernels', debian);
  if (!existsSync(target)) {
    const archive = debianPackage(kernelPackage, debian, {
      dependency: kernelName,
      ...(suite ? { suite } : {}),
    });
    inScratch((scratch) => {
      run('dpkg-deb', ['-x', archive, 'unpacked'], scratch);
      const boot = join(scratch, 'unpacked', 'boot');
      const name = readdirSync(boot).find((each) => /^vmlinu[xz]-/.test(each));
      if (name === undefined) throw new Error(`${archive} has no /boot/vmlinuz-* and no /boot/vmlinux-*`);
      mkdirSync(join(CACHE, 'kernels'), { recursive: true });
      renameSync(join(boot, name), target);
    });
  }
  return readFileSync(target);
}
