/**
 * A machine has one home in every room. Its name and its psABI's stand in relocator-dsl/arch and in folders called
 * machines, and nowhere else: in no path and on no line of a program, comments included, as a whole word. Text for
 * readers (*.md), and what is generated or built of the rooms for a machine, is not looked at.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { filesOf, ROOT } from '../support/files.ts';

const ROOMS = [
  ...['relocator-dsl', 'codegen', 'image', 'emulate', 'cli', 'index.ts', 'purgatory', 'scripts'],
  ...['test', 'bench', 'examples'],
];
const HOMES = [/^relocator-dsl\/arch\//, /(^|\/)machines\//];
/** Objects are called by their machine, in fixtures build by build. */
const OBJECTS = /^(test\/fixtures|purgatory\/objects)\//;

/** Files that name machines all the same, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'purgatory/describe.sh': 'writes a page for readers',
  'scripts/setup-bare': "lists Debian's packages of QEMU, some of which have a machine's name",
  'scripts/setup-early': "lists Debian's packages of compilers and QEMU, some of which have a machine's name",
  'test/unit/examples/earlyoops-install.test.ts': "has paths of Linux, one of which has a machine's name",
  'scripts/setup-boot': "lists Debian's packages of QEMU, of which one has a machine's name",
};

const names = [...new Set(architectures.flatMap(({ machine: { arch, psabi } }) => [arch, psabi]))];
/** Not the shell, and not what a script's file name ends with. */
const NAME = new RegExp(`(?<![A-Za-z0-9_]|/bin/|\\.)(?:${names.join('|')})(?![A-Za-z0-9_])`, 'g');

/** The names in a file's path and text, each with its line. */
function namesIn(path: string, text: string): string[] {
  return [path, ...text.split('\n')].flatMap((line, number) =>
    [...line.matchAll(NAME)].map(([name]) => `${path}:${number}: ${name}`),
  );
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

describe('the name of a machine', () => {
  const outside = ROOMS.flatMap(filesOf).filter(
    (path) => !OBJECTS.test(path) && !path.endsWith('.md') && !HOMES.some((home) => home.test(path)),
  );

  it('stands in its homes only', () => {
    expect(outside.length).toBeGreaterThan(100);
    const found = outside
      .filter((path) => EXCEPTIONS[path] === undefined)
      .flatMap((path) => namesIn(path, read(path)));
    expect(found).toEqual([]);
  });

  it.each(Object.keys(EXCEPTIONS))('stands in %s, or that is no exception', (path) => {
    expect(namesIn(path, read(path))).not.toEqual([]);
  });

  it('would be seen in a string, a comment, a path and an option', () => {
    const [machine = ''] = names;
    for (const text of [`'${machine}'`, `// on ${machine}`, `./${machine}.ts`, `${machine}-linux-gnu-as`])
      expect(namesIn('image/build.ts', text)).toEqual([`image/build.ts:1: ${machine}`]);
    expect(namesIn(`image/${machine}/build.ts`, '')).toHaveLength(1);
    expect(namesIn('image/build.ts', `R_${machine}_NONE __${machine}__ #!/bin/sh run.sh`)).toEqual([]);
  });
});
