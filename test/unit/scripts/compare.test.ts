/** `npm run compare` tells every fault that is put into a copy of the files of one machine. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareFiles } from '../../../scripts/compare/files.ts';
import { compareModels } from '../../../scripts/compare/models.ts';
import { comparisonText } from '../../../scripts/compare/report.ts';
import { checkOut, named, startOfWork } from '../../../scripts/compare/tree.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const COPIED = ['generated-asm/sh', 'golden/sh-static-pie.elf'];
const INDEX = `import { model } from './sh.ts';
export const models = new Map([[model.arch, model]]);
`;

let scratch: string;
let before: string;
let copies = 0;

/** A tree with the files of one machine. */
function tree(): string {
  const directory = join(scratch, `tree-${copies++}`);
  for (const folder of COPIED) cpSync(join(root, folder), join(directory, folder), { recursive: true });
  const models = join(directory, 'reference-model');
  mkdirSync(models);
  for (const file of ['types.ts', 'common.ts', 'sh.ts'])
    cpSync(join(root, 'reference-model', file), join(models, file));
  writeFileSync(join(models, 'index.ts'), INDEX);
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
  return directory;
}

const MODEL = 'reference-model/sh.ts';

function flipped(bytes: Buffer, at: number): Buffer {
  return Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
}

/** Changes the last place that says `from`. */
function replacing(from: string, to: string): (content: Buffer) => string {
  return (content) => {
    const text = content.toString('utf8');
    const at = text.lastIndexOf(from);
    expect(at).toBeGreaterThanOrEqual(0);
    return text.slice(0, at) + to + text.slice(at + from.length);
  };
}

function edited(
  change: (map: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): (content: Buffer) => string {
  return (content) => JSON.stringify(change(JSON.parse(content.toString('utf8'))));
}

/** A tree with one file changed. */
function changed(path: string, change: (content: Buffer) => Buffer | string): string {
  const directory = tree();
  const file = join(directory, path);
  const content = readFileSync(file);
  const replaced = Buffer.from(change(content));
  expect(replaced.equals(content)).toBe(false);
  writeFileSync(file, replaced);
  return directory;
}

/** With the path of what was changed, only what looks at it is asked. */
async function differences(after: string, path = ''): Promise<readonly string[]> {
  const comparisons = [
    ...(path === MODEL ? [] : compareFiles(before, after)),
    ...(path === MODEL || path === '' ? [await compareModels(before, after)] : []),
  ];
  for (const { all, same, differences: found } of comparisons) expect(same).toBe(all - found.length);
  return comparisons.flatMap(({ differences: found }) => found);
}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'relocator-compare-'));
  before = tree();
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe('compare', () => {
  it('finds no difference in a copy', async () => {
    expect(await differences(tree())).toEqual([]);
  });

  it.each<[string, string, (content: Buffer) => Buffer | string, RegExp]>([
    [
      'a byte of a prologue',
      'generated-asm/sh/chain.bin',
      (bytes) => flipped(bytes, 5),
      /^generated-asm\/sh\/chain\.bin: another byte at 5$/,
    ],
    [
      'a prologue cut short',
      'generated-asm/sh/chain.bin',
      (bytes) => bytes.subarray(0, 12),
      /chain\.bin: 12 bytes instead of/,
    ],
    [
      'another hash of an image',
      'golden/sh-static-pie.elf/memory.sha256',
      (bytes) => flipped(bytes, bytes.length - 2),
      /^golden\/sh-static-pie\.elf\/memory\.sha256: another byte at/,
    ],
    [
      'an instruction of a source',
      'generated-asm/sh/chain.S',
      replacing('add     r0, r2', 'add     r0, r3'),
      /^generated-asm\/sh\/chain\.S: ' {4}add {5}r0, r3' instead of ' {4}add {5}r0, r2'$/,
    ],
    [
      'a line more in a listing',
      'generated-asm/sh/chain.lst',
      (text) => `${text}0020  09 00    nop\n`,
      /^generated-asm\/sh\/chain\.lst: goes on with '0020 {2}09 00 {4}nop'$/,
    ],
    [
      "a byte in a golden prologue's listing",
      'golden/sh-static-pie.elf/prologue.lst',
      replacing('0000  ', '0001  '),
      /^golden\/sh-static-pie\.elf\/prologue\.lst: '0001/,
    ],
    [
      'a number of a map',
      'golden/sh-static-pie.elf/map.json',
      edited((map) => ({ ...map, loadAlign: 3 })),
      /^golden\/sh-static-pie\.elf\/map\.json: loadAlign: 3 instead of \d+$/,
    ],
    [
      'a fixup that a map lacks',
      'golden/sh-static-pie.elf/map.json',
      edited(({ fixups, ...map }) => ({ ...map, fixups: Array.isArray(fixups) ? fixups.slice(1) : fixups })),
      /map\.json: fixups\.0\./,
    ],
    [
      'a key that a map has in addition',
      'golden/sh-static-pie.elf/map.json',
      edited((map) => ({ ...map, block: 4096 })),
      /map\.json: block: 4096 instead of nothing$/,
    ],
    ['the mask of a rule', MODEL, replacing('~0xfffn', '~0x7ffn'), /^sh R_SH_IND12W: inserts 0x/],
    ['a shift in a rule', MODEL, replacing('0xfffn) << 1n', '0xfffn) << 2n'), /^sh R_SH_IND12W: extracts 0x/],
    [
      'a limit of a rule',
      MODEL,
      replacing('X >= 0x1000n', 'X > 0x1000n'),
      /^sh R_SH_IND12W: check of 0x1000 /,
    ],
    [
      'the formula of a rule',
      MODEL,
      replacing('word(GOT + A - P)', 'word(GOT - P)'),
      /^sh R_SH_GOTPC: value /,
    ],
    ['the letters of a rule', MODEL, replacing("'GOT + A - P'", "'GOT'"), /^sh R_SH_GOTPC: value /],
    [
      'the number of a rule',
      MODEL,
      replacing('type: 167', 'type: 168'),
      /^sh R_SH_GOTPC: type is 168 instead of 167$/,
    ],
    ['a rule that is gone', MODEL, replacing('R_SH_GOTPC,', ''), /^sh R_SH_GOTPC: is gone$/],
  ])('tells %s', async (_what, path, change, expected) => {
    const found = await differences(changed(path, change), path);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it.each<[string, string, (content: Buffer) => Buffer | string]>([
    ['the comments of a source', 'generated-asm/sh/chain.S', replacing('! first slot', '! the first')],
    ['the layout of a map', 'golden/sh-static-pie.elf/map.json', edited((map) => map)],
    ['the text of a model', MODEL, replacing('value(letters) {', 'value: (letters) => {')],
  ])('does not mind %s', async (_what, path, change) => {
    expect(await differences(changed(path, change), path)).toEqual([]);
  });

  it('tells files that are gone and counts new ones', () => {
    const after = tree();
    renameSync(join(after, 'generated-asm/sh/relr.bin'), join(after, 'generated-asm/sh/other.bin'));
    const [prologues] = compareFiles(before, after);
    expect(prologues).toMatchObject({ all: 6, same: 5, added: 1 });
    expect(prologues && comparisonText(prologues)).toBe(
      '5 of 6 prologues (.bin) byte-identical, 1 new\n  generated-asm/sh/relr.bin is gone',
    );
  });

  it('shows no more differences than can be read', () => {
    const text = comparisonText({
      what: 'things',
      all: 30,
      same: 0,
      added: 0,
      differences: Array.from({ length: 30 }, (_, index) => `thing ${index}`),
    });
    expect(text.split('\n').slice(-2)).toEqual(['  thing 19', '  and 10 more']);
  });

  it('reads a commit by git', async () => {
    const repository = tree();
    const git = (...command: string[]): void => {
      execFileSync('git', [
        '-C',
        repository,
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@example.org',
        ...command,
      ]);
    };
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'Files of one machine');
    rmSync(join(repository, 'golden'), { recursive: true });
    const directory = mkdtempSync(join(scratch, 'commit-'));
    checkOut(repository, startOfWork(repository), directory);
    expect(await differences(directory)).toEqual([]);
    expect(startOfWork(repository)).toBe('HEAD');
    expect(named(repository, 'HEAD')).toMatch(/^[0-9a-f]+ Files of one machine$/);
    expect(named(repository, 'no-such-branch')).toBeUndefined();
  });
});
