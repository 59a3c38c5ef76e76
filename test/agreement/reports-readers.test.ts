/** What loaders, policies and baselines find in an object, and the reports that tell it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globMatches } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { gnuObject } from '../support/gnu-object.ts';

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
  const [report] = (JSON.parse(out) as { files: { findings: Told[] }[] }).files;
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
