/**
 * Fetches Debian packages of any architecture into .cache/debian, with an apt state of its own: the machine's is not
 * touched. What is there already is not fetched again.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The release whose packages are taken, unless another one is asked for. */
const SUITE = 'bookworm';
const FALLBACK_MIRROR = 'http://deb.debian.org/debian';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

export const CACHE = join(resolve(dirname(fileURLToPath(import.meta.url)), '..'), '.cache');
const packages = join(CACHE, 'debian');

/** Runs a program and returns what it printed. @throws Error with what it said, or that it is not installed */
export function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
      timeout: 180_000,
    });
  } catch (error) {
    // A missing working directory is reported with the same code.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && existsSync(cwd)) {
      throw new Error(
        `${program} is not installed: what is taken from Debian's packages needs a system with apt and dpkg, or must ` +
          `be put into ${CACHE} by hand`,
      );
    }
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`${program} ${args.at(-2) ?? ''} ${args.at(-1) ?? ''} failed:\n${output}`);
  }
}

function sourceFiles(): string[] {
  const parts = '/etc/apt/sources.list.d';
  const names = existsSync(parts) ? readdirSync(parts).sort() : [];
  return ['/etc/apt/sources.list', ...names.map((name) => join(parts, name))]
    .filter((name) => /\.(list|sources)$/.test(name) && existsSync(name))
    .map((name) => readFileSync(name, 'utf8'));
}

/** The Debian archive that this machine's own apt uses. */
function mirror(): string {
  const addresses = sourceFiles().flatMap((text) =>
    text.split('\n').flatMap((line) => {
      const found = /^\s*(?:deb\s+(?:\[[^\]]*\]\s+)?|URIs:\s*)(https?:\/\/\S+)/.exec(line)?.[1];
      return found === undefined ? [] : [found.replace(/\/+$/, '')];
    }),
  );
  return addresses.find((address) => address.endsWith('/debian')) ?? FALLBACK_MIRROR;
}

/** Runs `work` in a directory of its own, so that two runs at once do not meet. */
export function inScratch<Result>(work: (directory: string) => Result): Result {
  mkdirSync(packages, { recursive: true });
  const directory = mkdtempSync(join(packages, 'work-'));
  try {
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function packageIn(directory: string, name: string, architecture: string): string | undefined {
  const found = existsSync(directory) ? readdirSync(directory) : [];
  const file = found.find(
    (one) => one.startsWith(`${name}_`) && /_(\w+)\.deb$/.exec(one)?.[1] === architecture,
  );
  return file === undefined ? undefined : join(directory, file);
}

/**
 * The .deb of a package for one of Debian's architectures; of a package whose name matches `dependency` and that it
 * depends on, if that is given, as with metapackages.
 */
export function debianPackage(
  name: string,
  architecture: string,
  { dependency, suite = SUITE }: { readonly dependency?: RegExp; readonly suite?: string } = {},
): string {
  const cached = existsSync(packages) ? readdirSync(packages) : [];
  const known = dependency
    ? cached.map((one) => one.split('_')[0] ?? '').find((one) => dependency.test(one))
    : name;
  const before = known === undefined ? undefined : packageIn(packages, known, architecture);
  return before ?? inScratch((home) => download(name, architecture, suite, dependency, home));
}

/** Packages of one suite for this machine, unpacked into `target`, over each other; their dependencies are not looked at. */
export function unpackPackages(names: readonly string[], suite: string, target: string): void {
  inScratch((home) => {
    const architecture = run('dpkg', ['--print-architecture'], home).trim();
    const options = aptState(home, architecture, suite);
    run('apt-get', [...options, '-q', 'download', ...names], home);
    const unpacked = join(home, 'unpacked');
    for (const file of readdirSync(home).filter((each) => each.endsWith('.deb'))) {
      run('dpkg-deb', ['-x', file, unpacked], home);
    }
    // Renamed into place, so that half of it is never taken for the whole.
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(unpacked, target);
  });
}

/** A source package as its authors released it, without what Debian changed. */
export interface SourcePackage {
  readonly release: string;
  /** The .orig archive. */
  readonly archive: string;
}

/** The source package of one suite. */
export function debianSource(name: string, suite: string): SourcePackage {
  const kept = join(CACHE, 'debian-sources', suite);
  const known = sourceIn(kept, name);
  if (known) return known;
  inScratch((home) => {
    const architecture = run('dpkg', ['--print-architecture'], home).trim();
    const options = aptState(home, architecture, suite, 'deb-src');
    run('apt-get', [...options, '-q', '--download-only', '--tar-only', 'source', name], home);
    const found = sourceIn(home, name);
    if (!found) throw new Error(`apt-get source left no ${name} archive in ${home}`);
    mkdirSync(kept, { recursive: true });
    renameSync(found.archive, join(kept, basename(found.archive)));
  });
  return debianSource(name, suite);
}

/** Unpacks what matches the patterns from a source package into `target`, without the folder that all of it is in. */
export function unpackSource(
  { archive }: SourcePackage,
  target: string,
  ...patterns: readonly string[]
): void {
  const only = patterns.length === 0 ? [] : ['--wildcards', ...patterns];
  run('tar', ['-xf', archive, '-C', target, '--strip-components=1', ...only], target);
}

function sourceIn(directory: string, name: string): SourcePackage | undefined {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  for (const each of names) {
    const release = /^(.+)_([^_]+)\.orig\.tar\.\w+$/.exec(each);
    if (release?.[1] === name) return { release: release[2] ?? '', archive: join(directory, each) };
  }
  return undefined;
}

/** Makes an apt state in `home` that knows one suite, and returns the options with which apt uses it. */
function aptState(
  home: string,
  architecture: string,
  suite: string,
  kind: 'deb' | 'deb-src' = 'deb',
): string[] {
  for (const part of ['state/lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(home, part), { recursive: true });
  }
  const status = join(home, 'state', 'status');
  const list = join(home, 'sources.list');
  writeFileSync(status, '');
  writeFileSync(list, `${kind} [arch=${architecture} signed-by=${KEYRING}] ${mirror()} ${suite} main\n`);
  const options = [
    `Dir::State=${join(home, 'state')}`,
    `Dir::State::status=${status}`,
    `Dir::Cache=${join(home, 'cache')}`,
    `Dir::Etc::sourcelist=${list}`,
    'Dir::Etc::sourceparts=/nonexistent',
    `APT::Architecture=${architecture}`,
    `APT::Architectures=${architecture}`,
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::Retries=3',
  ].flatMap((option) => ['-o', option]);
  run('apt-get', [...options, '-q', '--error-on=any', 'update'], home);
  return options;
}

function download(
  name: string,
  architecture: string,
  suite: string,
  dependency: RegExp | undefined,
  home: string,
): string {
  const options = aptState(home, architecture, suite);
  let wanted = name;
  if (dependency) {
    const shown = run('apt-cache', [...options, 'depends', name], home);
    const found = [...shown.matchAll(/Depends: (\S+)/g)].map(([, each]) => each ?? '');
    wanted = found.find((each) => dependency.test(each)) ?? '';
    if (wanted === '') throw new Error(`${name} depends on nothing like ${dependency}`);
  }
  run('apt-get', [...options, '-q', 'download', wanted], home);
  const archive = packageIn(home, wanted, architecture);
  if (archive === undefined) throw new Error(`apt-get download left no ${wanted} package in ${home}`);
  const kept = join(packages, basename(archive));
  renameSync(archive, kept);
  return kept;
}
