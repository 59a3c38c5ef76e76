/** Reports of the audit against those who read them, and what loaders, policies and baselines make of an object. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_FORMATS } from '../../cli/reports/index.ts';
import { globMatches } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';

const SOURCE = `
.section .head.text, "ax"
.globl purgatory_start
purgatory_start:
  movabs $x, %rax
  mov x@GOTPCREL(%rip), %rbx
  mov nobody@GOTPCREL(%rip), %rbx
.text
  call purgatory_start
.data
x: .quad x
`;

let folder = '';
let object = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-reports-'));
  object = put('p.o', gnuObject(PLAIN, SOURCE));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Told {
  readonly rule: string;
  readonly kind: string;
  readonly message: string;
  readonly place?: { readonly type: string; readonly symbol: string; readonly section: string };
  readonly offsets: readonly string[];
}

/** The findings of a run, as `rule type symbol section`. */
async function findings(...options: string[]): Promise<string[]> {
  const { out, code } = await relocator('audit', object, ...options, '--format', 'json');
  const [report] = JSON.parse(out) as { findings: Told[] }[];
  expect(code).toBe(report?.findings.length === 0 ? 0 : 1);
  return (report?.findings ?? []).map(({ rule, place }) =>
    [rule, ...(place ? [place.type, place.symbol, place.section] : [])].join(' '),
  );
}

const NOBODY = 'undefined R_X86_64_REX_GOTPCRELX nobody .head.text';

describe('findings', () => {
  it('are what relocator lacks or refuses, where nothing else is asked', async () => {
    expect(await findings()).toEqual([NOBODY]);
    expect(await findings('--late', 'nobody')).toEqual([]);
  });

  it('with loaders that are named, are what these would not take, and nothing else', async () => {
    const got = (loader: string, symbol: string): string =>
      `loader/${loader} R_X86_64_REX_GOTPCRELX ${symbol} .head.text`;
    expect(await findings('--loader', 'linux')).toEqual([got('linux', 'x'), got('linux', 'nobody')]);
    expect(await findings('--loader', 'kexec-tools@2.0.17')).toEqual([
      'loader/kexec-tools R_X86_64_PLT32 purgatory_start .text',
      got('kexec-tools', 'x'),
      got('kexec-tools', 'nobody'),
    ]);
  });

  it('name the flag that avoids a type, and the release that knows it', async () => {
    const { err, code } = await relocator('audit', object, '--loader', 'kexec-tools');
    expect(code).toBe(1);
    expect(err).toMatch(
      /R_X86_64_REX_GOTPCRELX against x in \.head\.text at 0x\w+: kexec-tools \S+ does not know it; compile with -fno-pic/,
    );
    const called = put('called.o', gnuObject(PLAIN, '.globl f, g\nf: call g\n.data\n g: .quad f'));
    const before = await relocator('audit', called, '--loader', 'kexec-tools@2.0.17');
    expect(before.err).toMatch(/R_X86_64_PLT32 against g .* take kexec-tools 2\.0\.18 or later/);
    expect(before.code).toBe(1);
    expect(await relocator('audit', called, '--loader', 'kexec-tools@2.0.18')).toMatchObject({ code: 0 });
  });

  it('tell what a loader gets wrong in silence', async () => {
    const lacking = put('lacking.o', gnuObject(PLAIN, '.globl f\nf: ret\n.data\n.quad nobody'));
    const { err, code } = await relocator('audit', lacking, '--loader', 'kexec-tools');
    expect(code).toBe(1);
    expect(err).toContain('the symbol is undefined, which kexec-tools takes for 0 and says nothing');
  });

  it.each<[string[], string[]]>([
    [
      ['--deny', 'R_X86_64_64'],
      ['R_X86_64_64 .data .data', 'R_X86_64_64 .data .head.text'],
    ],
    [['--deny', 'undefined'], ['R_X86_64_REX_GOTPCRELX nobody .head.text']],
    [['--no-absolute', '.head*'], ['R_X86_64_64 .data .head.text']],
    [['--no-absolute', '.text,.d?ta'], ['R_X86_64_64 .data .data']],
    [
      ['--allow', 'R_X86_64_64,R_X86_64_PLT32,R_X86_64_PC32'],
      ['R_X86_64_REX_GOTPCRELX x .head.text', 'R_X86_64_REX_GOTPCRELX nobody .head.text'],
    ],
    [['--max-fixups', '1'], ['']],
    [['--max-fixups', '2'], []],
  ])('of a policy: %j', async (options, wanted) => {
    const rule = options[0]?.slice(2) ?? '';
    const told = await findings(...options);
    expect(told.filter((each) => each !== NOBODY).sort()).toEqual(
      wanted.map((place) => `policy/${rule} ${place}`.trim()).sort(),
    );
  });

  it('of a limit of bytes are about the image', async () => {
    const built = put(
      'built.o',
      gnuObject(PLAIN, '.globl purgatory_start\npurgatory_start: ret\n.data\n.quad .'),
    );
    const { out } = await relocator('build', built, '-o', join(folder, 'built.bin'));
    expect(out).not.toBe('');
    const { length } = readFileSync(join(folder, 'built.bin'));
    expect(await relocator('audit', built, '--max-bytes', `${length}`)).toMatchObject({ code: 0 });
    const less = await relocator('audit', built, '--max-bytes', `${length - 1}`);
    expect(less).toMatchObject({ code: 1 });
    expect(less.err).toContain(`${length} bytes are in the image; the policy admits ${length - 1}`);
  });

  it('that a baseline has do not count, until there is one more', async () => {
    const { out } = await relocator('audit', object, '--deny', 'fixup', '--format', 'json');
    const baseline = put('baseline.json', out);
    expect(await findings('--deny', 'fixup', '--baseline', baseline)).toEqual([]);
    const more = await findings('--deny', 'fixup', '--no-absolute', '.data', '--baseline', baseline);
    expect(more).toEqual(['policy/no-absolute R_X86_64_64 .data .data']);
  });
});

describe('a policy file', () => {
  const schema = JSON.parse(readFileSync('docs/policy.schema.json', 'utf8')) as object;
  const valid = new Ajv2020().compile(schema);

  it.each<[string, unknown, RegExp | undefined]>([
    [
      'all there is',
      {
        allow: ['R_X86_64_64'],
        deny: ['fixup'],
        maxFixups: 9,
        maxBytes: 9,
        noAbsolute: ['*'],
        loaders: ['linux@6.1'],
      },
      undefined,
    ],
    ['nothing', {}, undefined],
    ['no object', [], /a policy is one JSON object/],
    ['another key', { alow: [] }, /a policy has no "alow"; it has .*allow/],
    ['a number as list', { deny: 1 }, /deny is no list of strings/],
    ['a list of numbers', { noAbsolute: [1] }, /noAbsolute is no list of strings/],
    ['half a fixup', { maxFixups: 0.5 }, /maxFixups is no number of them/],
    ['less than nothing', { maxBytes: -1 }, /maxBytes is no number of them/],
  ])('with %s is as its schema says', async (_what, policy, message) => {
    const path = put('policy.json', JSON.stringify(policy));
    const { err } = await relocator('audit', object, '--policy', path);
    expect(valid(policy)).toBe(message === undefined);
    if (message) expect(err).toMatch(message);
    else expect(err).not.toContain('policy.json');
  });

  it.each([
    ['{', /policy\.json: it is no JSON/],
    ['{"loaders":["grub"]}', /no loader is called grub/],
    ['{"deny":["R_NONE_SUCH"]}', /the policy names R_NONE_SUCH, which is no relocation type/],
  ])('%s is refused', async (text, message) => {
    const result = await relocator('audit', object, '--policy', put('policy.json', text));
    expect(result.code).toBe(1);
    expect(result.err).toMatch(message);
  });
});

describe('reports', () => {
  /** What would break out of any of the forms. */
  const HOSTILE = 'a"b\'c<d>&e|f`g*/h%i,j:k]l\u202em\nn';

  /** As long as the name that takes its place, which no assembler would take. */
  const STANDIN = 'n'.repeat(Buffer.byteLength(HOSTILE));

  const named = (bytes: Uint8Array): Uint8Array => {
    const copy = Buffer.from(bytes);
    copy.write(HOSTILE, copy.indexOf(STANDIN));
    return copy;
  };

  const reports = async (format: string): Promise<string> => {
    const hostile = put('hostile.o', named(gnuObject(PLAIN, `f: call ${STANDIN}\n.data\n.quad f\n`)));
    const { out } = await relocator(
      'audit',
      hostile,
      object,
      put('text', 'no object'),
      '--each',
      '--all',
      '--format',
      format,
    );
    return out;
  };

  it('as JSON are as the schema says', async () => {
    const schema = JSON.parse(readFileSync('docs/audit.schema.json', 'utf8')) as object;
    const validate = new Ajv2020().compile(schema);
    const report: unknown = JSON.parse(await reports('json'));
    validate(report);
    expect(validate.errors).toBeNull();
    expect(JSON.stringify(report)).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    expect(validate([{ file: 'x', findings: [{ kind: 'other' }], known: 0 }])).toBe(false);
  });

  it('as JUnit are read by junitparser', async () => {
    const path = put('report.xml', await reports('junit'));
    const program =
      'import sys, junitparser; r = junitparser.JUnitXml.fromfile(sys.argv[1]); ' +
      'print(r.tests, r.failures, sum(len(s) for s in r), sum(1 for s in r for c in s for x in c.result))';
    // What is sound has a case for each type, what is not one for each finding.
    expect(run(['/usr/bin/python3'], ['-c', program, path]).toString().trim()).toBe('6 3 6 3');
  });

  it('for GitHub have one line for each finding, whatever names hold', async () => {
    const lines = (await reports('github')).trimEnd().split('\n');
    expect(lines.length).toBe(3);
    for (const line of lines)
      expect(line).toMatch(/^::error file=[^,]+,title=relocator%3A [^:,]+::[^\n\r]+$/);
  });

  it('as Markdown hold no markup but their own', async () => {
    const text = await reports('markdown');
    expect(text.split('\n')[0]).toBe('<!-- relocator audit -->');
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (rule|---) /.test(line));
    expect(rows.length).toBe(3);
    for (const row of rows) expect(row.replaceAll('&#124;', '').split('|').length).toBe(4);
    expect(text.replace('<!-- relocator audit -->', '')).not.toMatch(/[<>`]/);
  });

  it.each(REPORT_FORMATS)('as %s hold no control characters, and are the same twice', async (format) => {
    const text = await reports(format);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(await reports(format)).toBe(text);
  });
});

describe('patterns of sections', () => {
  it.each<[string, string, boolean]>([
    ['.text', '.text', true],
    ['.text', '.text.hot', false],
    ['.text*', '.text.hot', true],
    ['*', '', true],
    ['', 'x', false],
    ['.t?xt', '.text', true],
    ['?', '', false],
    ['*.hot', '.text.hot.hot', true],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['.te[x]t', '.text', false],
    ['.te.t', '.text', false],
  ])('%j and %j', (pattern, name, matches) => {
    expect(globMatches(pattern, name)).toBe(matches);
  });

  it('end on long names', () => {
    expect(globMatches(`${'*a'.repeat(200)}b`, 'a'.repeat(60_000))).toBe(false);
  });
});
