/**
 * Fetches the purgatories that Debian ships: downloads kexec-tools for each architecture with an apt state of its
 * own (the machine's is not touched), unpacks it and cuts purgatory.ro out of sbin/kexec, where it stands as data.
 *
 *   npx tsx scripts/debian-purgatories.ts
 *
 * Packages land in .cache/debian, purgatories in .cache/purgatories; what is there already is not fetched again.
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

export type DebianArchitecture = 'amd64' | 'i386' | 'arm64';

const ARCHITECTURES: readonly DebianArchitecture[] = ['amd64', 'i386', 'arm64'];
const SUITE = 'bookworm';
const FALLBACK_MIRROR = 'http://deb.debian.org/debian';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(root, '.cache', 'debian');
const purgatories = join(root, '.cache', 'purgatories');

function run(program: string, args: readonly string[], cwd: string): void {
  try {
    execFileSync(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
      timeout: 180_000,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `${program} is not installed: the purgatories are taken from Debian's packages, which needs a system with ` +
          `apt and dpkg. Elsewhere, put them into ${purgatories} as ${ARCHITECTURES.join('.ro, ')}.ro by hand.`,
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
function inScratch<Result>(work: (directory: string) => Result): Result {
  mkdirSync(packages, { recursive: true });
  const directory = mkdtempSync(join(packages, 'work-'));
  try {
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function packageIn(directory: string, architecture: DebianArchitecture): string | undefined {
  const found = existsSync(directory) ? readdirSync(directory) : [];
  const name = found.find((one) => one.startsWith('kexec-tools_') && one.endsWith(`_${architecture}.deb`));
  return name === undefined ? undefined : join(directory, name);
}

function download(architecture: DebianArchitecture, home: string): string {
  const before = packageIn(packages, architecture);
  if (before !== undefined) return before;
  for (const part of ['state/lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(home, part), { recursive: true });
  }
  const status = join(home, 'state', 'status');
  const list = join(home, 'sources.list');
  writeFileSync(status, '');
  writeFileSync(list, `deb [arch=${architecture} signed-by=${KEYRING}] ${mirror()} ${SUITE} main\n`);
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
  run('apt-get', [...options, '-q', 'download', 'kexec-tools'], home);
  const archive = packageIn(home, architecture);
  if (archive === undefined) throw new Error(`apt-get download left no kexec-tools package in ${home}`);
  const kept = join(packages, basename(archive));
  renameSync(archive, kept);
  return kept;
}

/** The end of the ET_REL file at `start`, or undefined if none starts there. */
function objectEnd(bytes: Buffer, start: number): number | undefined {
  if (start + 64 > bytes.length) return undefined;
  const wide = bytes[start + 4] === 2;
  const counts = start + (wide ? 52 : 40);
  const isObject =
    bytes.readUInt16LE(start + 16) === 1 &&
    bytes.readUInt32LE(start + 20) === 1 &&
    bytes.readUInt16LE(counts) === (wide ? 64 : 52) &&
    bytes.readUInt16LE(counts + 6) === (wide ? 64 : 40);
  if (!isObject) return undefined;
  const sections = wide ? Number(bytes.readBigUInt64LE(start + 40)) : bytes.readUInt32LE(start + 32);
  const end = start + sections + bytes.readUInt16LE(counts + 6) * bytes.readUInt16LE(counts + 8);
  return end <= bytes.length ? end : undefined;
}

/** Cuts the one relocatable object out of a program that carries it as data. */
export function carveObject(program: Buffer): Buffer | undefined {
  for (let at = program.indexOf('\x7fELF', 1); at > 0; at = program.indexOf('\x7fELF', at + 1)) {
    const end = objectEnd(program, at);
    if (end !== undefined) return program.subarray(at, end);
  }
  return undefined;
}

function fetchOne(architecture: DebianArchitecture, target: string, scratch: string): void {
  const archive = download(architecture, scratch);
  const unpacked = join(scratch, 'unpacked');
  run('dpkg-deb', ['-x', archive, unpacked], packages);
  const program = ['sbin/kexec', 'usr/sbin/kexec'].map((name) => join(unpacked, name)).find(existsSync);
  if (program === undefined) throw new Error(`${archive} has no sbin/kexec`);
  const object = carveObject(readFileSync(program));
  if (object === undefined) throw new Error(`${program} carries no relocatable ELF object`);
  mkdirSync(purgatories, { recursive: true });
  // Renamed into place, so that a half-written file is never taken for a whole one.
  const partial = `${target}.${process.pid}.partial`;
  writeFileSync(partial, object);
  renameSync(partial, target);
}

/** Where each architecture's purgatory lies; fetches those that are missing. */
export function fetchPurgatories(): Map<DebianArchitecture, string> {
  const found = new Map<DebianArchitecture, string>();
  for (const architecture of ARCHITECTURES) {
    const target = join(purgatories, `${architecture}.ro`);
    if (!existsSync(target)) inScratch((scratch) => fetchOne(architecture, target, scratch));
    found.set(architecture, target);
  }
  return found;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    for (const [architecture, path] of fetchPurgatories()) {
      console.log(`${architecture}: ${path} (${readFileSync(path).length} bytes)`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
