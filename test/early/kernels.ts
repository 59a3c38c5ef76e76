/**
 * Kernels built from Debian's source packages with the driver of examples/earlyoops in them. Trees are kept in
 * .cache/early, by release, machine and configuration; what was built is not built again.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, run, unpackPackages } from '../../scripts/debian-packages.ts';
import type { EarlyMachine } from './machine.ts';

/** Debian's releases of Linux, and the suite that has the source package of each. */
export const RELEASES = { '6.1': 'bookworm', '6.12': 'bookworm-backports' } as const;
export type Release = keyof typeof RELEASES;

const EARLY = join(CACHE, 'early');
const EXAMPLE = fileURLToPath(new URL('../../examples/earlyoops', import.meta.url));

/** A tree of Linux with the driver and its calls put in. */
function sourceTree(release: Release): string {
  const tree = join(EARLY, release, 'linux');
  if (!existsSync(tree)) {
    const unpacked = join(EARLY, release, 'package');
    unpackPackages([`linux-source-${release}`], RELEASES[release], unpacked);
    const partial = `${tree}.partial`;
    mkdirSync(partial, { recursive: true });
    const archive = join(unpacked, 'usr/src', `linux-source-${release}.tar.xz`);
    execFileSync('tar', ['-xf', archive, '-C', partial, '--strip-components=1']);
    rmSync(unpacked, { recursive: true });
    renameSync(partial, tree);
  }
  run(join(EXAMPLE, 'install.sh'), [tree], EARLY);
  return tree;
}

/** Runs make, nicely; what it says goes to a file beside the objects. @throws Error that names the file */
function make(tree: string, objects: string, machine: EarlyMachine, ...rest: readonly string[]): void {
  const log = join(objects, 'make.log');
  const { linux, cross } = machine;
  const args = [
    '-n',
    '10',
    'make',
    '-s',
    '-C',
    tree,
    `O=${objects}`,
    `ARCH=${linux}`,
    `CROSS_COMPILE=${cross}`,
  ];
  const output = openSync(log, 'w');
  try {
    // The day and the builder's name are in the kernel: fixed, so that one source has one image.
    const env = {
      ...process.env,
      KBUILD_BUILD_TIMESTAMP: '@0',
      KBUILD_BUILD_USER: 'u',
      KBUILD_BUILD_HOST: 'h',
    };
    execFileSync('nice', [...args, ...rest], { stdio: ['ignore', output, output], env });
  } catch {
    const said = readFileSync(log, 'utf8').split('\n').slice(-20).join('\n');
    throw new Error(`make ${rest.join(' ')} failed in ${objects}; ${log} ends with:\n${said}`);
  }
}

/** The configuration's fragments, one after the other. */
function fragments(machine: EarlyMachine): string {
  return ['small.config', `machines/${machine.linux}.config`]
    .map((name) => readFileSync(join(EXAMPLE, name), 'utf8'))
    .join('');
}

/** tinyconfig with the fragments over it. @throws Error if Kconfig did not take a setting that every release has */
function configure(tree: string, objects: string, machine: EarlyMachine, settings: string): void {
  const done = join(objects, 'configured');
  if (existsSync(done) && readFileSync(done, 'utf8') === settings) return;
  make(tree, objects, machine, 'tinyconfig');
  const fragment = join(objects, 'fragment.config');
  writeFileSync(fragment, settings);
  run(
    join(tree, 'scripts/kconfig/merge_config.sh'),
    ['-m', '-O', objects, join(objects, '.config'), fragment],
    tree,
  );
  make(tree, objects, machine, 'olddefconfig');
  writeFileSync(done, settings);
}

/** A digest over a text and all files of some folders. */
function digestOf(folders: readonly string[], text: string): string {
  const hash = createHash('sha256').update(text);
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(folder, name);
      if (statSync(path).isFile()) hash.update(`${name}\n`).update(readFileSync(path));
    }
  return hash.digest('hex');
}

export interface Built {
  readonly version: string;
  /** The first kernel with what a folder has, by these settings beside the driver's; `name` is for its file. */
  readonly first: (name: string, payload: string, form: string) => string;
  /** The second kernel: the same configuration without the driver. */
  readonly second: string;
}

/** Builds the second kernel, and readies the tree for the first one. `tell` says what is going on. */
export function buildKernels(machine: EarlyMachine, release: Release, tell: (what: string) => void): Built {
  tell(`unpacking linux-source-${release}`);
  const tree = sourceTree(release);
  const version = run('make', ['-s', 'kernelversion'], tree).trim();
  const settings = fragments(machine);
  const key = createHash('sha256').update(`${version}\n${settings}`).digest('hex').slice(0, 12);
  const objects = join(EARLY, release, `${machine.debian}-${key}`);
  mkdirSync(objects, { recursive: true });
  const second = join(objects, 'second-kernel');
  const image = join(objects, machine.image);
  const target = machine.image.slice(machine.image.lastIndexOf('/') + 1);
  if (!existsSync(second)) {
    tell(`building Linux ${version} for ${machine.debian}: minutes, the first time`);
    configure(tree, objects, machine, settings);
    make(tree, objects, machine, '-j2', target);
    copyFileSync(image, `${second}.partial`);
    renameSync(`${second}.partial`, second);
  }
  const first = (name: string, payload: string, form: string): string => {
    const driver = `CONFIG_EARLYOOPS=y\nCONFIG_EARLYOOPS_TEST=y\nCONFIG_EARLYOOPS_PAYLOAD="${payload}"\n${form}`;
    const kernel = join(objects, `first-kernel.${name}`);
    const madeOf = `${kernel}.made-of`;
    const sources = digestOf([EXAMPLE, payload], `${version}\n${settings}${driver}`);
    if (existsSync(madeOf) && readFileSync(madeOf, 'utf8') === sources) return kernel;
    tell(`building the driver into Linux ${version} for ${machine.debian}`);
    configure(tree, objects, machine, settings + driver);
    make(tree, objects, machine, '-j2', target);
    const configured = readFileSync(join(objects, '.config'), 'utf8');
    if (!configured.includes('CONFIG_EARLYOOPS=y')) throw new Error(`${objects}/.config has no EARLYOOPS`);
    rmSync(madeOf, { force: true });
    copyFileSync(image, kernel);
    writeFileSync(madeOf, sources);
    return kernel;
  };
  return { version, first, second };
}
