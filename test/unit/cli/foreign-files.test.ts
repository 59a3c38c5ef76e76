/** Files in each other's place: every command tells what stands there, and by which name. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { archiveOf } from '../../support/archives.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

const OBJECT = readFileSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`));

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-foreign-'));
  writeFileSync(file('in.ro'), OBJECT);
  writeFileSync(file('in.ro.gz'), gzipSync(OBJECT));
  // As bzip2 begins; only what relocator undoes has to be whole.
  writeFileSync(file('in.ro.bz2'), 'BZh91AY&SY');
  writeFileSync(file('text.gz'), gzipSync('no object'));
  writeFileSync(file('empty'), '');
  writeFileSync(file('thin.a'), '!<thin>\n');
  writeFileSync(file('lib.a'), archiveOf([{ name: 'm.o', bytes: OBJECT }]));
  writeFileSync(file('script'), '#!/bin/sh\n');
  writeFileSync(file('package.json'), '{ "name": "x" }\n');
  await relocator('build', file('in.ro'), '-o', file('p'));
  writeFileSync(file('cut.json'), readFileSync(file('p.map.json')).subarray(0, 400));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command says, without the name of the folder. */
async function said(...args: readonly string[]): Promise<string> {
  const { code, err } = await relocator(...args);
  expect(code).toBe(1);
  return err.replaceAll(`${folder}/`, '').trimEnd();
}

const REST: Readonly<Record<string, readonly string[]>> = {
  build: ['-o', 'out'],
  apply: ['--base', '0', '-o', 'out'],
  audit: [],
};

describe.each(Object.keys(REST))('in the place of an object %s is told of', (command) => {
  const refusal = (name: string): Promise<string> =>
    said(command, file(name), ...(REST[command] ?? []).map((word) => (word === 'out' ? file('out') : word)));

  test.each([
    [
      'p.map.json',
      'not an ELF file: it is the map of an image; pass the object, or the image that the map stands beside',
    ],
    ['in.ro.bz2', 'not an ELF file: it is compressed with bzip2; unpack it first (bunzip2)'],
    ['text.gz', 'what gzip compressed in it is no ELF file and no archive; pass an object'],
    ['script', 'not an ELF file: it is a script (#!/bin/sh); pass the object, not the program that makes it'],
    [
      'empty',
      'not an ELF file: it is empty; see whether what should have written it failed, and make it again',
    ],
    [
      'thin.a',
      'it is a thin archive, which names its members and does not hold them; make a whole one (ar rcs, without T)',
    ],
  ])('%s', async (name, message) => {
    expect(await refusal(name)).toBe(`relocator: ${name}: ${message}`);
  });

  test('an image', async () => {
    expect(await refusal('p')).toMatch(
      /^relocator: p: not an ELF file: it is of no format .*; an image that relocator built is not built again$/,
    );
  });
});

describe.each([
  ['verify', []],
  ['patch', ['skip_checks=1']],
] as const)('%s is told of', (command, rest) => {
  const refusal = (image: string, ...more: readonly string[]): Promise<string> =>
    said(command, file(image), ...rest, ...more);
  const IMAGE = 'pass the image that relocator build wrote, with --emit bin';

  test.each([
    ['in.ro', `not an image: it is an ELF file; ${IMAGE}`],
    ['p.map.json', `not an image: it is the map of an image; ${IMAGE}`],
    ['in.ro.gz', 'not an image: it is compressed with gzip; unpack it first (gunzip)'],
    ['lib.a', `not an image: it is an archive; ${IMAGE}`],
    ['empty', `not an image: it is empty; ${IMAGE}`],
  ])("%s in the image's place", async (name, message) => {
    expect(await refusal(name)).toBe(`relocator: ${name}: ${message}`);
    expect(await refusal(name, '--map', file('p.map.json'))).toBe(`relocator: ${name}: ${message}`);
  });

  const MAP = 'pass the .map.json that build wrote';
  test.each([
    ['in.ro', `not the map of an image: it is an ELF file; ${MAP}`],
    ['in.ro.gz', 'not the map of an image: it is compressed with gzip; unpack it first (gunzip)'],
    ['script', `not the map of an image: it is a script (#!/bin/sh); ${MAP}`],
    ['empty', `not the map of an image: it is empty; ${MAP}`],
    ['package.json', `it is JSON, but not the map of an image; ${MAP}`],
    ['cut.json', `the map is cut off or changed, it is no longer JSON; ${MAP}`],
  ])("%s in the map's place", async (name, message) => {
    expect(await refusal('p', '--map', file(name))).toBe(`relocator: ${name}: ${message}`);
  });

  test('both in the place of the other', async () => {
    expect((await refusal('p.map.json', '--map', file('p'))).split('\n')).toEqual([
      `relocator: p.map.json: not an image: it is the map of an image; ${IMAGE}`,
      expect.stringMatching(
        /^relocator: p: not the map of an image: it is of no format .*; pass the .map.json/,
      ),
    ]);
  });

  test('an image alone by the map that is missing', async () => {
    writeFileSync(file('alone'), readFileSync(file('p')));
    expect(await refusal('alone')).toBe(
      'relocator: cannot read alone.map.json: there is no such file or directory',
    );
  });
});
