/**
 * The command as it is in the package: it says what its sources say, and reads no machine but the one that it is asked
 * about. All tests beside this one have every machine loaded, so that a command that forgot to load one fails here alone.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { type BundledCommand, bundledCommand } from '../support/bundled-command.ts';
import { relocator } from '../support/command.ts';
import { fixturePath } from '../support/golden.ts';

const run = promisify(execFile);

let made: BundledCommand;
beforeAll(async () => {
  made = await bundledCommand();
  for (const name of ['ours', 'theirs']) mkdirSync(file(name));
});
afterAll(() => made.remove());

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled command. @param coverage a folder for what V8 says was read */
async function bundled(args: readonly string[], coverage?: string): Promise<Ran> {
  const env = { ...process.env, NO_COLOR: '1', ...(coverage ? { NODE_V8_COVERAGE: coverage } : {}) };
  const command = [made.path, ...args];
  try {
    const { stdout, stderr } = await run(process.execPath, command, { env, maxBuffer: 1 << 28 });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const file = (name: string): string => join(made.folder, name);
const fixture = (arch: string): string => fixturePath(`${arch}-${toolchainOf(arch).emitted}`);

/** Each command; later ones read what earlier ones wrote. */
const COMMANDS: readonly (readonly string[])[] = [
  ['build', fixture(PLAIN), '-o', 'image', '--loader-writes', 'sha256_digest'],
  ['map', 'image'],
  ['map', 'image', '--html', 'image.html'],
  ['verify', 'image'],
  ['verify', 'image', '--json'],
  ['patch', 'image', 'skip_checks=1'],
  ['diff', 'image', fixture(PLAIN)],
  ['apply', fixture(PLAIN), '--base', '0x10000', '-o', 'memory'],
  ['audit', fixture(PLAIN), '--loader', 'kexec-tools', '--deny', 'R_386_32,undefined'],
  ['audit', fixture(PLAIN), '--json'],
  ['audit', fixture(PLAIN), '--max-bytes', '100', '--format', 'sarif'],
  ['audit', fixture(PLAIN), '--html', 'audit.html'],
  ['explain', 'R_AARCH64_CALL26'],
  ['explain', 'R_AARCH64_CALL_26'],
  ['explain', '3', '--arch', NARROW],
  ['loaders'],
  ['loaders', 'kexec-tools'],
  ['golden', 'update', fixture(PLAIN), '-o', 'golden'],
  ['extract', fixture(PLAIN), '-o', 'extracted'],
  ['purgatory', '--list'],
  ['purgatory', '--arch', PLAIN, '-o', 'own'],
  ['purgatory', '--arch', PLAIN, '--object', '-o', 'own.ro'],
  ['build', '/dev/null', '-o', 'none'],
  ['explain', 'R_NONE_SUCH'],
  ['--version'],
  ['--help'],
];

/** The same command with names of files in one of the folders. */
function placed(command: readonly string[], where: string): string[] {
  const own = /^(image|memory|image\.html|audit\.html|golden|extracted|own|own\.ro|none)$/;
  return command.map((word) => (own.test(word) ? file(join(where, word)) : word));
}

test.each(COMMANDS.map((command) => [command.map((word) => basename(word)).join(' '), command] as const))(
  'relocator %s',
  async (_, command) => {
    const expected = await relocator(...placed(command, 'ours'));
    const ran = await bundled(placed(command, 'theirs'));
    const renamed = (text: string): string => text.replaceAll(file('theirs'), file('ours'));
    expect({ code: ran.code, out: renamed(ran.out), err: renamed(ran.err) }).toEqual(expected);
    expect(expected.err).not.toMatch(/internal error/);
    const names = readdirSync(file('ours'), { recursive: true, encoding: 'utf8' });
    expect(readdirSync(file('theirs'), { recursive: true, encoding: 'utf8' })).toEqual(names);
    for (const name of names.filter((each) => statSync(file(join('ours', each))).isFile())) {
      const text = readFileSync(file(join('theirs', name)), 'latin1');
      expect(renamed(text), name).toBe(readFileSync(file(join('ours', name)), 'latin1'));
    }
  },
);

test.each(
  architectures
    .filter(({ machine: { arch } }) => toolchainOf(arch).emitted !== undefined)
    .map(({ machine }) => [machine.arch] as const),
)('%s is built', async (arch) => {
  const ran = await bundled(['build', fixture(arch), '-o', file(arch)]);
  expect({ ...ran, out: '' }).toEqual({ code: 0, out: '', err: '' });
  await relocator('build', fixture(arch), '-o', file(`${arch}-source`));
  expect(readFileSync(file(arch)).equals(readFileSync(file(`${arch}-source`)))).toBe(true);
});

describe('reads', () => {
  /** The sources in the files that a command read. */
  async function sourcesRead(args: readonly string[]): Promise<{ files: number; sources: string[] }> {
    const coverage = mkdtempSync(join(made.folder, 'coverage-'));
    await bundled(args, coverage);
    const read = readdirSync(coverage).flatMap((name) => {
      const { result }: { result: { url: string }[] } = JSON.parse(
        readFileSync(join(coverage, name), 'utf8'),
      );
      return result.map(({ url }) => url).filter((url) => url.includes(basename(made.folder)));
    });
    const inputs = Object.entries(made.outputs).flatMap(([path, { inputs: of }]) =>
      read.some((url) => url.endsWith(path)) ? Object.keys(of) : [],
    );
    return { files: read.length, sources: inputs };
  }
  const machinesIn = (sources: readonly string[]): string[] =>
    architectures
      .map(({ machine }) => machine.arch)
      .filter((arch) => sources.includes(`relocator-dsl/arch/${arch}.ts`));
  const has = (sources: readonly string[], part: RegExp): string[] =>
    sources.filter((source) => part.test(source));

  test('no machine for the version, and few files', async () => {
    const { files, sources } = await sourcesRead(['--version']);
    expect(files).toBeGreaterThan(0);
    expect(files).toBeLessThanOrEqual(4);
    expect(machinesIn(sources)).toEqual([]);
  });

  test('one machine for an audit, no templates and no assembler', async () => {
    const { files, sources } = await sourcesRead(['audit', fixture(PLAIN)]);
    expect(files).toBeLessThanOrEqual(24);
    expect(machinesIn(sources)).toEqual([PLAIN]);
    expect(has(sources, /handlebars|assemble\/keystone|commands\/build|pages\//)).toEqual([]);
  });

  test('one machine for a type, and for an image', async () => {
    expect(machinesIn((await sourcesRead(['explain', 'R_AARCH64_CALL26'])).sources)).toEqual([PARTED]);
    const { sources } = await sourcesRead(['build', fixture(PLAIN), '-o', file('read')]);
    expect(machinesIn(sources)).toEqual([PLAIN]);
    expect(has(sources, /assemble\/keystone/)).toHaveLength(1);
    expect(has(sources, /commands\/(audit|verify)|pages\//)).toEqual([]);
  });
});
