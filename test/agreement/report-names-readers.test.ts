/**
 * Reports of files that are called, and have names in them, that would be more than names: each form is read by a parser of that
 * form, and has as many parts as it is to have, with the names in them as text.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../cli/reports/index.ts';
import { printable } from '../../index.ts';
import { relocator } from '../support/command.ts';
import { HOSTILE, HOSTILE_FILE, hostileFiles, LONG } from '../support/hostile-files.ts';
import { run } from '../support/run.ts';

let folder = '';
let files: readonly string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-hostile-'));
  files = hostileFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function report(format: string, ...options: readonly string[]): Promise<string> {
  const { out, code } = await relocator('audit', '--each', ...files, '--format', format, ...options);
  expect(code).toBe(1);
  return out.trimEnd();
}

/** What there is: the object three times with three relocations against two undefined symbols, and a text. */
const AUDITED = ['', `d${HOSTILE_FILE}/`, `d${HOSTILE_FILE}/lib.a(m${HOSTILE}.o)`];
const UNDEFINED = 3;
const FINDINGS = 2 * AUDITED.length + 1;

interface Json {
  readonly summary: { readonly files: number; readonly findings: number };
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly { readonly place?: { readonly symbol: string; readonly section: string } }[];
  }[];
  readonly passedOver?: readonly { readonly path: string }[];
}

describe('names that would be more than names', () => {
  it('are the same names in JSON', async () => {
    const text = await report('json', '--all');
    const json = JSON.parse(text) as Json;
    const valid = new Ajv2020().compile(JSON.parse(readFileSync('docs/audit.schema.json', 'utf8')) as object);
    expect([valid(json), valid.errors]).toEqual([true, null]);
    expect(json.summary).toMatchObject({ files: AUDITED.length + 1, findings: FINDINGS, notAudited: 1 });
    expect(json.files[0]?.file).toBe(join(folder, HOSTILE_FILE));
    expect(json.files[0]?.findings.map(({ place }) => [place?.section, place?.symbol])).toEqual([
      [HOSTILE, LONG],
      [`${LONG}s`, `${HOSTILE}missing`],
    ]);
    expect(json.passedOver?.map(({ path }) => path)).toEqual([
      join(folder, `d${HOSTILE_FILE}`, `t${HOSTILE_FILE}`),
    ]);
  });

  it('are characters of their URIs and sentences in SARIF', async () => {
    interface Sarif {
      readonly runs: readonly {
        readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
        readonly results: readonly { readonly properties: { readonly symbol?: string } }[];
      }[];
    }
    const { runs } = JSON.parse(await report('sarif')) as Sarif;
    const [{ artifacts, results } = { artifacts: [], results: [] }] = runs;
    expect(results.length).toBe(FINDINGS);
    expect(results[0]?.properties.symbol).toBe(LONG);
    const paths = artifacts.map(({ location }) => decodeURIComponent(new URL(location.uri).pathname));
    expect(paths[0]).toBe(join(folder, HOSTILE_FILE));
    for (const { location } of artifacts) expect(location.uri).toMatch(/^[\w:/.%()!'*~-]+$/);
  });

  it('are attributes and text in the XML of JUnit, as expat reads it', async () => {
    const path = join(folder, 'report.xml');
    writeFileSync(path, await report('junit', '--all'));
    const program = `
import json, sys
from xml.etree import ElementTree
root = ElementTree.parse(sys.argv[1]).getroot()
print(json.dumps([[s.get("name"), [[c.get("name"), [[r.tag, r.text] for r in c]] for c in s.iter("testcase")]] for s in root]))`;
    const script = join(folder, 'suites.py');
    writeFileSync(script, program);
    type Suites = [string, [string, [string, string][]][]][];
    const suites = JSON.parse(run(['/usr/bin/python3'], [script, path]).toString()) as Suites;
    expect(suites.map(([name]) => name).slice(0, 2)).toEqual([
      'summary',
      printable(join(folder, HOSTILE_FILE)),
    ]);
    const kinds = suites.flatMap(([, cases]) => cases.flatMap(([, results]) => results.map(([tag]) => tag)));
    expect(kinds.sort()).toEqual(['error', ...Array(6).fill('failure'), 'skipped']);
    const texts = suites[1]?.[1].flatMap(([, results]) => results.map(([, text]) => text)) ?? [];
    expect(texts[0]).toContain(`against ${printable(LONG)} in ${printable(HOSTILE)} at 0x8, 0x18: `);
  });

  it('are values and data of commands as the runner of GitHub reads them', async () => {
    const lines = (await report('github')).split('\n').map(command);
    expect(lines.length).toBe(FINDINGS);
    for (const { name, properties } of lines) {
      expect(name).toBe('error');
      expect([...properties.keys()]).toEqual(['file', 'title']);
    }
    expect(lines[0]?.properties.get('file')).toBe(printable(join(folder, HOSTILE_FILE)));
    expect(lines[0]?.properties.get('title')).toBe('relocator: undefined');
    expect(lines[0]?.data).toContain(printable(HOSTILE));
  });

  it('are cells of one column in Markdown', async () => {
    const lines = (await report('markdown', '--all')).split('\n');
    const rows = lines.filter((line) => line.startsWith('|'));
    expect(rows.filter((row) => row.startsWith('| undefined ')).length).toBe(
      (2 + UNDEFINED) * AUDITED.length,
    );
    for (const row of rows) expect([3, 4]).toContain(row.split('|').length - 1);
    const known = /^(<!-- relocator audit -->|<\/?details>|<summary>\d+ [a-z ]+<\/summary>)$/;
    expect(lines.filter((line) => /[<>`]/.test(line) && !known.test(line))).toEqual([]);
  });

  it.each(REPORT_FORMATS)(
    'as %s hold nothing that is not seen, no command, and are the same twice',
    async (format) => {
      const text = await report(format);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(text).not.toContain('##[');
      if (format !== 'github') expect(text.split('\n').filter((line) => /^\s*::/.test(line))).toEqual([]);
      expect(await report(format)).toBe(text);
    },
  );

  it('end no line of a text with a command of a path that is not absolute', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const options of [[], ['--all'], ['--each']]) {
        const { out, err } = await relocator('audit', HOSTILE_FILE, ...options);
        expect(out).toContain(`./${printable(HOSTILE_FILE)}`);
        expect((out + err).split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
      }
    } finally {
      process.chdir(before);
    }
  });
});

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/** A line as actions/runner takes it (src/Runner.Common/ActionCommand.cs, TryParseV2). @throws Error if it is no command */
function command(line: string): Command {
  const [, info = '', data = ''] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  const [, name = '', list = ''] = /^([^ ]*)(?: (.*))?$/s.exec(info) ?? [];
  if (name === '') throw new Error(`no command: ${line}`);
  const pairs = list.split(',').filter((each) => each !== '');
  const unescaped = (text: string, more: readonly (readonly [string, string])[]): string =>
    [...more, ['%0D', '\r'], ['%0A', '\n'], ['%25', '%']].reduce(
      (all, [token = '', character = '']) => all.replaceAll(token, character),
      text,
    );
  const inProperties = [
    ['%3A', ':'],
    ['%2C', ','],
  ] as const;
  const properties = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), inProperties)];
  });
  return { name, properties: new Map(properties), data: unescaped(data, []) };
}
