/** `npm run compare` tells every fault that is put into a copy of the files of one machine. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitReferenceModel, emitSharedFiles } from '../../../codegen/model/emit.ts';
import { compareFiles } from '../../../scripts/compare/files.ts';
import { compareModels } from '../../../scripts/compare/models.ts';
import { comparisonText } from '../../../scripts/compare/report.ts';
import { checkOut, named, startOfWork } from '../../../scripts/compare/tree.ts';
import { tinyArchitecture } from '../../support/tiny-architecture.ts';

const MODEL = 'reference-model/tiny64.ts';

const FILES: ReadonlyMap<string, string | Uint8Array> = new Map<string, string | Uint8Array>([
  ['generated-asm/tiny64/chain.bin', Uint8Array.from({ length: 16 }, (_, index) => index * 7)],
  ['generated-asm/tiny64/relr.bin', Uint8Array.from({ length: 20 }, (_, index) => index * 5)],
  [
    'generated-asm/tiny64/chain.S',
    '/* A comment */\nstart:\n    add     r0, r2   ! load base\n    mov     #5, r3\n',
  ],
  [
    'generated-asm/tiny64/chain.lst',
    'start:\n0000  0c 32    add     r0, r2\n0002  05 e3    mov     #5, r3\n',
  ],
  ['golden/tiny64.ro/prologue.lst', '0000  0c 32    add     r0, r2\n'],
  ['golden/tiny64.ro/memory.sha256', `# by load base\n0x1000 ${'5a'.repeat(32)}\n`],
  [
    'golden/tiny64.ro/map.json',
    '{ "loadAlign": 16, "bases": { "min": "0x0" }, "fixups": [{ "offset": 4 }, { "offset": 8 }] }\n',
  ],
  [MODEL, emitReferenceModel(tinyArchitecture(64))],
  ...[...emitSharedFiles([])].map(([name, text]) => [`reference-model/${name}`, text] as const),
  [
    'reference-model/index.ts',
    "import { model } from './tiny64.ts';\nexport const models = new Map([[model.arch, model]]);\n",
  ],
  ['package.json', '{ "type": "module" }\n'],
]);

let scratch: string;
let before: string;
let copies = 0;

/** A tree with the files of one machine. */
function tree(): string {
  const directory = join(scratch, `tree-${copies++}`);
  for (const [path, content] of FILES) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

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
      'generated-asm/tiny64/chain.bin',
      (bytes) => flipped(bytes, 5),
      /^generated-asm\/tiny64\/chain\.bin: another byte at 5$/,
    ],
    [
      'a prologue cut short',
      'generated-asm/tiny64/chain.bin',
      (bytes) => bytes.subarray(0, 12),
      /chain\.bin: 12 bytes instead of/,
    ],
    [
      'another hash of an image',
      'golden/tiny64.ro/memory.sha256',
      (bytes) => flipped(bytes, bytes.length - 2),
      /^golden\/tiny64\.ro\/memory\.sha256: another byte at/,
    ],
    [
      'an instruction of a source',
      'generated-asm/tiny64/chain.S',
      replacing('add     r0, r2', 'add     r0, r3'),
      /^generated-asm\/tiny64\/chain\.S: ' {4}add {5}r0, r3' instead of ' {4}add {5}r0, r2'$/,
    ],
    [
      'a line more in a listing',
      'generated-asm/tiny64/chain.lst',
      (text) => `${text}0020  09 00    nop\n`,
      /^generated-asm\/tiny64\/chain\.lst: goes on with '0020 {2}09 00 {4}nop'$/,
    ],
    [
      "a byte in a golden prologue's listing",
      'golden/tiny64.ro/prologue.lst',
      replacing('0000  ', '0001  '),
      /^golden\/tiny64\.ro\/prologue\.lst: '0001/,
    ],
    [
      'a number of a map',
      'golden/tiny64.ro/map.json',
      edited((map) => ({ ...map, loadAlign: 3 })),
      /^golden\/tiny64\.ro\/map\.json: loadAlign: 3 instead of \d+$/,
    ],
    [
      'a fixup that a map lacks',
      'golden/tiny64.ro/map.json',
      edited(({ fixups, ...map }) => ({ ...map, fixups: Array.isArray(fixups) ? fixups.slice(1) : fixups })),
      /map\.json: fixups\.0\./,
    ],
    [
      'a key that a map has in addition',
      'golden/tiny64.ro/map.json',
      edited((map) => ({ ...map, block: 4096 })),
      /map\.json: block: 4096 instead of nothing$/,
    ],
    ['the mask of a rule', MODEL, replacing('~0x7fc00n', '~0x7f800n'), /^tiny64 R_TINY_LO12: inserts 0x/],
    [
      'a shift in a rule',
      MODEL,
      replacing('0x1ffn) << 3n', '0x1ffn) << 2n'),
      /^tiny64 R_TINY_LO12: extracts 0x/,
    ],
    ['a limit of a rule', MODEL, replacing('X >= 0x80n', 'X > 0x80n'), /^tiny64 R_TINY_PC8: check of 0x80 /],
    [
      'the formula of a rule',
      MODEL,
      replacing('word(L + A - P)', 'word(L - P)'),
      /^tiny64 R_TINY_PC8: value /,
    ],
    ['the letters of a rule', MODEL, replacing("'L + A - P'", "'L + A'"), /^tiny64 R_TINY_PC8: value /],
    [
      'the number of a rule',
      MODEL,
      replacing('type: 3,', 'type: 30,'),
      /^tiny64 R_TINY_PC8: type is 30 instead of 3$/,
    ],
    ['a rule that is gone', MODEL, replacing('R_TINY_PC8,', ''), /^tiny64 R_TINY_PC8: is gone$/],
  ])('tells %s', async (_what, path, change, expected) => {
    const found = await differences(changed(path, change), path);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it.each<[string, string, (content: Buffer) => Buffer | string]>([
    ['the comments of a source', 'generated-asm/tiny64/chain.S', replacing('! load base', '! the load base')],
    ['the layout of a map', 'golden/tiny64.ro/map.json', edited((map) => map)],
    ['the text of a model', MODEL, replacing('value(letters) {', 'value: (letters) => {')],
  ])('does not mind %s', async (_what, path, change) => {
    expect(await differences(changed(path, change), path)).toEqual([]);
  });

  it('tells files that are gone and counts new ones', () => {
    const after = tree();
    renameSync(join(after, 'generated-asm/tiny64/relr.bin'), join(after, 'generated-asm/tiny64/other.bin'));
    const [prologues] = compareFiles(before, after);
    expect(prologues).toMatchObject({ all: 2, same: 1, added: 1 });
    expect(prologues && comparisonText(prologues)).toBe(
      '1 of 2 prologues (.bin) byte-identical, 1 new\n  generated-asm/tiny64/relr.bin is gone',
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
