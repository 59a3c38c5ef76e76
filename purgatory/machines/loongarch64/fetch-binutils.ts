/**
 * GNU as, ld and readelf for LoongArch, of which Debian 12 has none: those of Debian 13, with the libraries they were linked
 * against, which are newer than Debian 12's, beside them.
 *
 *   npx tsx purgatory/machines/loongarch64/fetch-binutils.ts
 *
 * Programs land in .cache/loongarch64-binutils/bin; what is there already is not fetched again.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE, run, unpackPackages } from '../../../scripts/debian-packages.ts';

const SUITE = 'trixie';
const PACKAGES = [
  'binutils-loongarch64-linux-gnu',
  'libc6',
  'libjansson4',
  'libsframe1',
  'libzstd1',
  'zlib1g',
];
const PREFIX = 'loongarch64-linux-gnu-';
const home = join(CACHE, 'loongarch64-binutils');

/** Where the program called `loongarch64-linux-gnu-NAME` is, or will be once it was fetched: see tools.sh. */
function program(name: 'as' | 'ld' | 'readelf'): string {
  return join(home, 'bin', `${PREFIX}${name}`);
}

/** Fetches the programs unless they are there. */
function fetchBinutils(): void {
  const names = ['as', 'ld', 'readelf'] as const;
  if (names.every((name) => existsSync(program(name)))) return;
  const root = join(home, 'root');
  unpackPackages(PACKAGES, SUITE, root);
  mkdirSync(join(home, 'bin'), { recursive: true });
  const loader = findLoader(join(root, 'usr/lib'));
  for (const name of names) {
    const script = [
      '#!/bin/sh',
      'root="$(dirname "$0")/../root/usr"',
      `exec "$root/lib/${loader}" --library-path "$root/lib/${dirname(loader)}" "$root/bin/${PREFIX}${name}" "$@"`,
    ];
    writeFileSync(program(name), `${script.join('\n')}\n`);
    chmodSync(program(name), 0o755);
    // An error now is better than one in each test.
    run(program(name), ['--version'], home);
  }
}

/** The dynamic loader among the libraries, which stand in a folder named after this machine. */
function findLoader(libraries: string): string {
  for (const folder of readdirSync(libraries)) {
    const names = existsSync(join(libraries, folder, 'libc.so.6'))
      ? readdirSync(join(libraries, folder))
      : [];
    const loader = names.find((name) => /^ld-linux.*\.so\.\d+$/.test(name));
    if (loader !== undefined) return join(folder, loader);
  }
  throw new Error(`no dynamic loader in ${libraries}`);
}

try {
  fetchBinutils();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
