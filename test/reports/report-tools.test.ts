/** Reports of ordinary and of hostile files in the tools that read their forms: sarif-multitool, junitparser, cmark-gfm. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printable } from '../../index.ts';
import { PARTED, PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { fixturePath } from '../support/golden.ts';
import { HOSTILE, HOSTILE_FILE, hostileFiles, LONG } from '../support/hostile-files.ts';

const ROOT = join(import.meta.dirname, '../..');

let folder = '';
const inputs = new Map<string, readonly string[]>();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-reports-'));
  const objects = [`${PLAIN}-gcc-small-Os.ro`, `${PARTED}-gcc-large-Os.ro`].map(fixturePath);
  inputs.set('ordinary', objects);
  inputs.set('hostile', [...hostileFiles(folder), ...objects]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a report, and gives its path. */
async function written(what: string, format: string, ...options: readonly string[]): Promise<string> {
  const rules = ['--deny', 'R_X86_64_32S', '--no-absolute', '.text', '--loader', 'kexec-tools'];
  const files = inputs.get(what) ?? [];
  const { out, code } = await relocator(
    'audit',
    '--each',
    ...files,
    ...rules,
    '--format',
    format,
    ...options,
  );
  expect(code).toBe(1);
  const path = join(folder, `report.${format}`);
  writeFileSync(path, out);
  return path;
}

const REPORTS = ['ordinary', 'hostile'].flatMap((what) => [
  { what, options: [] },
  { what, options: ['--all'] },
]);

interface Sarif {
  readonly runs: readonly {
    readonly results?: readonly { readonly ruleId: string; readonly level?: string }[];
    readonly invocations?: readonly { readonly toolConfigurationNotifications?: readonly unknown[] }[];
  }[];
}

/** What sarif-multitool objects to in a log, by the standard and by what GitHub takes; each rule once. */
function multitool(path: string): string[] {
  const require = createRequire(join(ROOT, '.cache/reports/package.json'));
  const program: unknown = require('@microsoft/sarif-multitool');
  if (typeof program !== 'string' || !existsSync(program)) throw new Error('run scripts/setup-reports');
  const output = join(folder, 'validation.sarif');
  rmSync(output, { force: true });
  const options = ['--rule-kind', 'Sarif;Ghas', '--output', output];
  // It wants ICU or to be told that it does without.
  const env = {
    ...process.env,
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1',
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  };
  try {
    execFileSync(program, ['validate', path, ...options], { env, stdio: 'pipe', maxBuffer: 1 << 30 });
  } catch (error) {
    // It ends with 1 where it finds errors, and has written them.
    if (!existsSync(output)) throw error;
  }
  const { runs } = JSON.parse(readFileSync(output, 'utf8').replace(/^\uFEFF/, '')) as Sarif;
  const found = runs.flatMap(({ results = [] }) =>
    results.map(({ ruleId, level = 'warning' }) => `${level} ${ruleId}`),
  );
  return [...new Set(found)].sort();
}

/** The tool's page on the web, which there is none of; a region of the text, where a file has bytes. */
const ADVICE = ['warning SARIF2005', 'warning SARIF2017'];

describe('SARIF', () => {
  it.each(REPORTS)(
    'of $what files, $options, is what the standard and GitHub take',
    async ({ what, options }) => {
      expect(multitool(await written(what, 'sarif', ...options))).toEqual(ADVICE);
    },
  );

  it.each<[string, RegExp, string]>([
    ['a message', /"message": \{\n *"text": "[^"]*"\n *\},/, 'x'],
    ['a version', /"version": "2\.1\.0",/, '"version": "2.2.0",'],
    ['help', /"help"/, '"hlep"'],
    ['a number', /"ruleIndex": 0/, '"ruleIndex": 99'],
  ])('is found wrong without %s', async (_what, part, instead) => {
    const path = await written('ordinary', 'sarif');
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(part);
    writeFileSync(path, text.replace(part, instead === 'x' ? '' : instead));
    expect(multitool(path).join()).toContain('error ');
  });
});

interface Junit {
  readonly counts: readonly number[];
  readonly suites: readonly {
    readonly name: string;
    readonly counts: readonly number[];
    readonly properties: Readonly<Record<string, string>>;
    readonly out: string | null;
    readonly cases: readonly { readonly name: string; readonly results: readonly (string | null)[][] }[];
  }[];
}

describe('JUnit', () => {
  it.each(REPORTS)('of $what files, $options, is what junitparser counts', async ({ what, options }) => {
    const { counts, suites } = facts<Junit>('junit-facts.py', await written(what, 'junit', ...options));
    const kinds = ['Failure', 'Error', 'Skipped'];
    for (const suite of suites) {
      const results = suite.cases.flatMap((each) => each.results.map(([kind]) => kind));
      const counted = kinds.map((kind) => results.filter((each) => each === kind).length);
      expect(suite.counts).toEqual([suite.cases.length, ...counted]);
    }
    expect(counts).toEqual(
      [0, 1, 2, 3].map((at) => suites.reduce((sum, each) => sum + (each.counts[at] ?? 0), 0)),
    );
    const [summary] = suites;
    const hostile = what === 'hostile';
    expect(summary?.properties).toMatchObject({
      files: hostile ? '6' : '2',
      notAudited: hostile ? '1' : '0',
      [`machine ${PARTED}`]: '1',
      ...(hostile ? { 'passed over: no ELF files': '1' } : {}),
    });
    expect(Number(summary?.properties.findings)).toBe((counts[1] ?? 0) + (counts[2] ?? 0));
    expect(counts[2]).toBe(hostile ? 1 : 0);
    expect(counts[3]).toBe(hostile && options.length > 0 ? 1 : 0);
    expect(summary?.out).toMatch(/^\d files: /);
    if (hostile) {
      expect(suites[1]?.name).toBe(printable(join(folder, HOSTILE_FILE)));
      const texts = suites[1]?.cases.flatMap(({ results }) => results.map((each) => each[3] ?? '')) ?? [];
      expect(texts.some((text) => text.includes(`against ${printable(LONG)} in ${printable(HOSTILE)}`))).toBe(
        true,
      );
    }
  });
});

interface Markdown {
  readonly kinds: readonly string[];
  readonly html: readonly string[];
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  readonly tables: readonly string[][][];
}

describe('Markdown', () => {
  it.each(REPORTS)(
    'of $what files, $options, is tables and nothing out of a name, as cmark-gfm reads it',
    async ({ what, options }) => {
      const path = await written(what, 'markdown', ...options);
      expect(readFileSync(path, 'utf8').length).toBeLessThan(65_536);
      const { kinds, html, headings, tables } = facts<Markdown>('markdown-facts.py', path);
      const ours = [
        'document',
        'heading',
        'html_block',
        'paragraph',
        'strong',
        'table',
        'table_cell',
        'table_header',
      ];
      expect(kinds).toEqual([...ours, 'table_row', 'text']);
      const own =
        /^(<!-- relocator audit -->|<details>\n<summary>\d+ (relocations|passed over)<\/summary>|<\/details>)\n$/;
      expect(html.filter((each) => !own.test(each))).toEqual([]);
      expect(headings[0]).toMatch(/^relocator: \d+ found$/);
      for (const [titles = [], ...rows] of tables)
        for (const row of rows) expect(row.length).toBe(titles.length);
      const cells = tables.flat(2);
      if (what === 'hostile') expect(cells.some((cell) => cell.includes(printable(HOSTILE)))).toBe(true);
      else expect(cells).toContain('policy/deny');
    },
  );

  it('with more than a comment takes ends with how much is left out, in a table that ends, too', async () => {
    inputs.set('many', Array(40).fill(fixturePath(`${PLAIN}-gcc-small-Os.ro`)));
    const path = await written('many', 'markdown', '--all');
    const text = readFileSync(path, 'utf8');
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    const { html, paragraphs } = facts<Markdown>('markdown-facts.py', path);
    expect(paragraphs.at(-1)).toMatch(
      /^\d+ more lines do not fit into a comment; --format json has all of it$/,
    );
    const count = (mark: string): number => html.filter((each) => each.startsWith(mark)).length;
    expect(count('<details>')).toBe(count('</details>'));
  });
});

function facts<Facts>(program: string, path: string): Facts {
  const script = join(import.meta.dirname, program);
  return JSON.parse(
    execFileSync('/usr/bin/python3', [script, path], { encoding: 'utf8', maxBuffer: 1 << 30 }),
  );
}
