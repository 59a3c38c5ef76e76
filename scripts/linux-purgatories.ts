/**
 * Builds the purgatories that Linux has of its own: of Debian's package with the kernel's source, with the kernel's own
 * Makefiles and default configurations. They land in .cache/linux-purgatories; what is there already is not built again.
 */
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { architectures } from '../relocator-dsl/arch/index.ts';
import { CACHE, debianPackage, inScratch, run } from './debian-packages.ts';
import { toolWords } from './machine-tools.ts';

const VERSION = '6.1';
const PACKAGE = `linux-source-${VERSION}`;
/** What purgatories and the kernel's Makefiles need of its source, beside every Kconfig, and each machine's folder. */
const PARTS = [
  'Makefile',
  'Kbuild',
  'Kconfig',
  'scripts/*',
  'include/*',
  'lib/*',
  'kernel/*',
  'tools/*',
  '*Kconfig*',
];
/** Options that purgatories depend on, and what would need more of the source. */
const OPTIONS = ['-e', 'KEXEC_FILE', '-e', 'CRYPTO', '-e', 'CRYPTO_SHA256', '-d', 'SECURITY_SELINUX'];

const purgatories = join(CACHE, 'linux-purgatories');

/** A purgatory of the kernel's. */
export interface LinuxPurgatory {
  /** The kernel's name of the machine, and the version. */
  readonly name: string;
  readonly arch: string;
  /** Where its bytes are. */
  readonly path: string;
}

interface Machine extends LinuxPurgatory {
  /** The kernel's folder of the machine. */
  readonly folder: string;
  /** What the names of the machine's compiler and tools begin with; empty for this machine's own. */
  readonly cross: string;
}

function machines(): Machine[] {
  return architectures.flatMap(({ machine: { arch } }): Machine[] => {
    const [folder] = toolWords(arch, 'LINUX') ?? [];
    const [compiler = ''] = toolWords(arch, 'GCC') ?? [];
    if (folder === undefined) return [];
    const path = join(purgatories, `${arch}.ro`);
    return [{ name: `Linux ${VERSION} ${folder}`, arch, folder, path, cross: compiler.replace(/gcc$/, '') }];
  });
}

function unpackSource(source: string, folders: readonly string[], scratch: string): void {
  mkdirSync(source);
  const top = `${PACKAGE}/`;
  const parts = [...PARTS, ...folders.map((folder) => `arch/${folder}/*`)].map((part) => `${top}${part}`);
  const script =
    `dpkg-deb --fsys-tarfile "$0" | tar -xO ./usr/src/${PACKAGE}.tar.xz | ` +
    `tar -xJ -C "$1" --strip-components=1 --wildcards ${parts.map((part) => `'${part}'`).join(' ')}`;
  run('/bin/sh', ['-c', script, debianPackage(PACKAGE, 'all'), source], scratch);
}

function build({ folder, cross, path }: Machine, source: string, scratch: string): void {
  const output = join(scratch, folder);
  mkdirSync(output);
  const make = (...targets: string[]): string =>
    run(
      'make',
      [
        '-s',
        `-j${availableParallelism()}`,
        `ARCH=${folder}`,
        `CROSS_COMPILE=${cross}`,
        `O=${output}`,
        ...targets,
      ],
      source,
    );
  make('defconfig');
  run(join(source, 'scripts/config'), ['--file', join(output, '.config'), ...OPTIONS], source);
  make('olddefconfig');
  make(`arch/${folder}/purgatory/kexec-purgatory.o`);
  const built = join(output, 'arch', folder, 'purgatory');
  if (!readdirSync(built).includes('purgatory.ro')) throw new Error(`${built} has no purgatory.ro`);
  mkdirSync(purgatories, { recursive: true });
  renameSync(join(built, 'purgatory.ro'), path);
}

/** The purgatories of machines of which Linux has one, of all of them or of one; builds those that are missing. */
export function linuxPurgatories(only?: string): readonly LinuxPurgatory[] {
  const all = machines().filter(({ arch }) => only === undefined || arch === only);
  const missing = all.filter(({ path }) => !existsSync(path));
  if (missing.length > 0) {
    inScratch((scratch) => {
      const source = join(scratch, 'source');
      unpackSource(
        source,
        missing.map(({ folder }) => folder),
        scratch,
      );
      for (const machine of missing) build(machine, source, scratch);
    });
  }
  return all.map(({ name, arch, path }) => ({ name, arch, path }));
}
