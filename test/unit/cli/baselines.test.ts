/** Baselines from one run to the next: nothing that is known is forgotten, nor new by another name of its file. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

const GATE = ['--deny', 'fixup', '--json'];

let folder = '';
beforeAll(() => {
  // With a blank, which stands between the names of files that are taken together.
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'relocator-baselines-'))), 'a folder');
  mkdirSync(folder);
  for (const name of ['a.o', 'b.o'])
    copyFileSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), join(folder, name));
  writeFileSync(join(folder, 'damaged.o'), '\x7fELF');
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

interface Counted {
  readonly files: readonly { readonly findings: readonly unknown[]; readonly known: number }[];
}

/** What a run says, written down as a baseline. */
async function run(...args: readonly string[]): Promise<{ code: number; path: string; counts: number[][] }> {
  const { code, out } = await relocator('audit', ...args, ...GATE);
  const path = join(folder, 'baseline.json');
  writeFileSync(path, out);
  const { files } = JSON.parse(out) as Counted;
  return { code, path, counts: files.map(({ findings, known }) => [findings.length, known]) };
}

describe('a report made with a baseline', () => {
  const valid = new Ajv2020().compile(JSON.parse(readFileSync('docs/audit.schema.json', 'utf8')) as object);

  it('is a whole baseline itself, as often as it is renewed', async () => {
    const [a, b] = [join(folder, 'a.o'), join(folder, 'b.o')];
    const first = await run('--each', a);
    expect(first.code).toBe(1);
    const number = first.counts[0]?.[0] ?? 0;
    expect(number).toBeGreaterThan(1);
    expect(await run('--each', a, b, '--baseline', first.path)).toMatchObject({
      code: 1,
      counts: [
        [0, number],
        [number, 0],
      ],
    });
    for (let round = 0; round < 2; round++) {
      const again = await run('--each', a, b, '--baseline', first.path);
      expect(again).toMatchObject({
        code: 0,
        counts: [
          [0, number],
          [0, number],
        ],
      });
      expect(valid(JSON.parse(readFileSync(again.path, 'utf8')))).toBe(true);
    }
  });
});

describe('a file', () => {
  it.each(['a.o', 'damaged.o', 'a.o b.o'])('%s is known by its full path and others', async (names) => {
    const full = names.split(' ').map((name) => join(folder, name));
    const here = full.map((path) => relative('', path));
    const roundabout = here.map(
      (path) => `./${path.replace('/a folder', `/../${basename(dirname(folder))}/a folder`)}`,
    );
    const { path, code } = await run(...full);
    expect(code).toBe(1);
    for (const paths of [full, here, here.map((each) => `./${each}`), roundabout]) {
      const { code, counts } = await run(...paths, '--baseline', path);
      expect([code, counts[0]?.[0]]).toEqual([0, 0]);
    }
  });

  it('in the working directory is known by its full path', async () => {
    const own = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
    const plain = relative('', own);
    for (const [before, after] of [
      [plain, join(process.cwd(), plain)],
      [`./${plain}`, plain],
    ] as const) {
      const { path } = await run(before);
      expect((await run(after, '--baseline', path)).code).toBe(0);
    }
  });

  it('of another name is not', async () => {
    const { path } = await run(join(folder, 'a.o'));
    expect((await run(join(folder, 'b.o'), '--baseline', path)).code).toBe(1);
  });
});
