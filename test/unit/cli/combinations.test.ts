/** No option is accepted and then not heard: what says nothing beside the others, or without another, is a usage error. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMap } from '../../../index.ts';
import { PARTED, PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { buildFixture, fixturePath } from '../../support/golden.ts';

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-combinations-'));
  cpSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), file('in.ro'));
  const { blob, map } = await buildFixture(`${PLAIN}-gcc-pic-Os.ro`);
  writeFileSync(file('p.bin'), blob);
  writeFileSync(file('p.bin.map.json'), formatMap(map));
  writeFileSync(file('policy.json'), '{"maxBytes": 1}');
  await relocator('golden', 'update', file('golden'), file('in.ro'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each<[command: string, rest: string, message: RegExp]>([
  [
    'explain',
    `--list ${PLAIN} --arch ${PARTED}`,
    /--list \w+ and --arch \w+ name two machines; leave one out/,
  ],
  ['extract', 'in.ro --number 1', /'--number <n>' says nothing without option '-o, --output <file>'/],
  ['extract', 'in.ro -o new --number 1x', /--number <n>' argument '1x' is invalid. It must be a number/],
  ['generate', '--new-machine m --check', /'--new-machine <name>' cannot be used with option '--check'/],
  ['generate', '--bits 32', /'--bits <bits>' says nothing without option '--new-machine <name>'/],
  ['generate', '--check --order big', /'--order <order>' says nothing without/],
  ['generate', '--elf-machine 7', /'--elf-machine <number>' says nothing without/],
  ['audit', 'in.ro --format json --quiet', /'--format <form>' cannot be used with option '-q, --quiet'/],
  ['audit', 'in.ro --parts --max-bytes 9', /--parts: a part of an image has no size of its own/],
  ['audit', 'in.ro --parts --policy policy.json', /--parts: a part of an image has no size of its own/],
  ['map', 'p.bin --fixups --html new', /'--html <file>' cannot be used with option '--fixups'/],
  ['map', 'p.bin --json --layout', /'--json' cannot be used with option '--layout'/],
  [
    'build',
    'in.ro -o new --prefix own',
    /--prefix: --emit bin has no such names; leave it out, or ask for a/,
  ],
  ['build', 'in.ro -o new --emit rust --prefix own', /--prefix: --emit rust has no such names/],
  ['build', 'in.ro -o new --export sha256_digest', /--export: --emit bin has no such names/],
  ['build', 'in.ro -o new --late x=5', /--late SYM=ADDRESS is for apply and verify/],
  ['purgatory', '--list --emit c', /'--emit <form>' says nothing without option '--arch <arch>'/],
  ['purgatory', `--object -o new`, /'-o, --output <out.bin>' says nothing without option '--arch <arch>'/],
  [
    'purgatory',
    `--arch ${PLAIN} --object --emit c -o new`,
    /'--object' cannot be used with option '--emit <form>'/,
  ],
  ['purgatory', `--arch ${PLAIN} --list`, /name one machine with --arch, or ask for --list/],
  ['purgatory', `--arch ${PLAIN} --prefix own -o new`, /--prefix: --emit bin has no such names/],
  ['diff', 'in.ro in.ro --late x=5', /--late SYM=ADDRESS is for apply and verify/],
  ['diff', 'p.bin p.bin.map.json --checked', /--checked says how an object is built, and both are images/],
  ['golden', 'update golden in.ro --late x=5', /--late SYM=ADDRESS is for apply and verify/],
  ['golden', 'update golden --checked', /--checked: the options of listed purgatories are kept with them/],
])('%s %s', (command, rest, message) => {
  test('is a usage error, and nothing is written', async () => {
    const before = readdirSync(folder);
    const words = rest
      .split(' ')
      .map((word) => (before.includes(word) || word === 'new' ? file(word) : word));
    const { code, out, err } = await relocator(command, ...words);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe.each<[command: string, rest: string]>([
  ['explain', `--list ${PLAIN} --arch ${PLAIN}`],
  ['extract', 'in.ro -o out --number 1'],
  ['audit', 'in.ro --format json'],
  ['audit', 'in.ro --max-bytes 99999'],
  ['map', 'p.bin --html out'],
  ['map', 'p.bin --json'],
  ['build', 'in.ro -o out --prefix own --header out.h'],
  ['build', 'in.ro -o out --emit go --prefix own'],
  ['build', 'in.ro -o out --emit rust --export sha256_digest'],
  ['purgatory', `--arch ${PLAIN} --object -o out.ro`],
  ['diff', 'in.ro in.ro --checked'],
  ['golden', 'update golden in.ro --checked'],
])('%s %s', (command, rest) => {
  test('is heard', async () => {
    const words = rest.split(' ').map((word) => (/\.|^out|^golden/.test(word) ? file(word) : word));
    expect(await relocator(command, ...words)).toMatchObject({ code: 0, err: '' });
  });
});
