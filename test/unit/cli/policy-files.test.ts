/** Policies and baselines as users write them: what is wrong is told with its place and with what to do, and ends with 2. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';
import { HOSTILE } from '../../support/hostile-files.ts';

const OBJECT = fixturePath(`${PLAIN}-gcc-small-Os.ro`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-policies-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the audit says with a policy of that content, without the name of the folder. */
async function withPolicy(
  content: string | Uint8Array,
  option = '--policy',
): Promise<{ code: number; err: string }> {
  const path = join(folder, 'policy.json');
  writeFileSync(path, content);
  const { code, err } = await relocator('audit', OBJECT, option, path);
  return { code, err: err.replaceAll(`${folder}/`, '') };
}

describe('a policy', () => {
  const valid = new Ajv2020().compile(JSON.parse(readFileSync('docs/policy.schema.json', 'utf8')) as object);

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['its schema', { $schema: 'policy.schema.json' }],
    [
      'all there is',
      {
        allow: ['R_X86_64_64', 'R_X86_64_32', 'R_X86_64_32S', 'R_X86_64_PC32', 'R_X86_64_PLT32'],
        deny: ['needs GOT'],
        maxFixups: 99,
        maxBytes: 2 ** 53 - 1,
        noAbsolute: ['.bss*'],
        loaders: ['linux@6.1', 'kexec-tools'],
      },
    ],
  ])('with %s is taken, and is as the schema says', async (_what, policy) => {
    expect(await withPolicy(JSON.stringify(policy))).toEqual({ code: 0, err: '' });
    expect(await withPolicy(`\ufeff${JSON.stringify(policy, null, '\t')}\r\n`)).toEqual({ code: 0, err: '' });
    expect(valid(policy)).toBe(true);
  });

  it.each<[unknown, RegExp]>([
    [
      [],
      /^relocator: policy\.json: it is a list; a policy is one JSON object, as docs\/policy\.schema\.json has it$/,
    ],
    [null, /it is null; a policy is one/],
    ['x', /it is the text "x"; a policy is one/],
    [{ alow: [] }, /a policy has no "alow"; close to it is allow; it has \$schema, allow, /],
    [Object.fromEntries([['__proto__', 1]]), /a policy has no "__proto__"; it has/],
    [{ deny: 1 }, /deny is 1; it takes a list of strings/],
    [{ allow: 'R_X86_64_64' }, /allow is the text "R_X86_64_64"; it takes a list/],
    [
      { noAbsolute: [1, '', null] },
      /noAbsolute\[0\] is 1; .*\n.*noAbsolute\[1\] is the text ""; .*\n.*\[2\] is null/,
    ],
    [{ maxFixups: 0.5 }, /maxFixups is 0\.5; it takes a whole number from 0 to 2\^53 - 1/],
    [{ maxBytes: -1 }, /maxBytes is -1; it takes a whole number/],
    [{ maxBytes: '10' }, /maxBytes is the text "10"; it takes a whole number/],
    [{ maxFixups: true }, /maxFixups is true; it takes/],
    [{ maxFixups: {} }, /maxFixups is an object; it takes/],
    [{ loaders: [] }, /loaders is empty; leave it out, or name one/],
    [{ loaders: ['@'] }, /loaders\[0\]: no loader is called ; known are kexec-tools, /],
    [{ loaders: ['linux@6.1@2'] }, /loaders\[0\]: "6\.1@2" is no release of linux/],
  ])('%j is refused, and is not as the schema says', async (policy, message) => {
    const { code, err } = await withPolicy(JSON.stringify(policy));
    expect(code).toBe(2);
    expect(err.trimEnd()).toMatch(message);
    for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/^relocator: policy\.json: /);
    expect(valid(policy)).toBe(false);
  });

  it.each<[string, RegExp]>([
    [
      '{"loaders":["kexectools"]}',
      /loaders\[0\]: no loader is called kexectools; close to it is kexec-tools/,
    ],
    ['{"loaders":["linux@"]}', /loaders\[0\]: "" is no release of linux/],
    [
      '{"deny":["R_X86_64_33"]}',
      /deny names "R_X86_64_33", which is no .*; close to it (is|are) .*R_X86_64_32.*; it takes types, by name, and settled, /,
    ],
    ['{"deny":["fixups"]}', /deny names "fixups", which is .*; close to it is fixup; /],
    [
      '{"allow":["fixup"]}',
      /allow names "fixup", which is no relocation type of any machine; it takes types, by name$/,
    ],
    ['{"maxFixups":1e400}', /maxFixups is Infinity; it takes/],
    [
      '',
      /^relocator: policy\.json: it is empty; a policy is one JSON object, as docs\/policy\.schema\.json has it$/,
    ],
    [
      'deny = ["R_X86_64_64"]',
      /^relocator: policy\.json:1:1: it is no JSON, and TOML and YAML are not read: a value is wanted, not d; a policy is/,
    ],
    ['{\n  "deny": ["R_X86_64_64",]\n}', /policy\.json:2:26: it is no JSON: a value is wanted after a comma/],
    ['{"deny":["fixup"],"deny":[]}', /policy\.json:1:19: it is no JSON: "deny" is there twice/],
  ])('%s is refused', async (text, message) => {
    const { code, err } = await withPolicy(text);
    expect(code).toBe(2);
    expect(err.trimEnd()).toMatch(message);
  });

  it('called relocator.toml is told that only JSON is read, even where it begins as JSON might', async () => {
    const path = join(folder, 'relocator.toml');
    writeFileSync(path, '[policy]\nmaxFixups = 64\n');
    const { code, err } = await relocator('audit', OBJECT, '--policy', path);
    expect([code, err]).toEqual([2, expect.stringContaining('no JSON, and TOML and YAML are not read')]);
  });

  it('that is no text, too large, or no file is refused', async () => {
    expect((await withPolicy(Buffer.from('{"deny":[]}', 'utf16le'))).err).toMatch(
      /1:2: it is no JSON: .* not U\+0000/,
    );
    expect((await withPolicy(readFileSync(OBJECT))).err).toMatch(
      /it is no JSON, nor other text in UTF-8; a policy is/,
    );
    expect((await withPolicy(' '.repeat(0x10_0001))).err).toMatch(
      /is larger than a policy may be, 0x100000 bytes/,
    );
    for (const [path, why] of [
      [folder, 'it is a directory'],
      [join(folder, 'none'), 'there is no such file or directory'],
      ['/dev/zero', 'is larger than a policy may be'],
    ] as const) {
      const { code, err } = await relocator('audit', OBJECT, '--policy', path);
      expect([code, err]).toEqual([2, expect.stringContaining(why)]);
      expect(err).toContain(path);
    }
  });

  it('with hostile names, of which there are hundreds, is told in few lines that act on nobody', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `${'x'.repeat(1000)}${HOSTILE}${at}`);
    for (const key of ['deny', 'loaders', 'other']) {
      const policy = key === 'other' ? Object.fromEntries(names.map((name) => [name, 1])) : { [key]: names };
      const { code, err } = await withPolicy(JSON.stringify(policy));
      expect(code).toBe(2);
      expect(err.split('\n').length).toBeLessThan(25);
      expect(err.length).toBeLessThan(20_000);
      expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##\[/u);
    }
  });
});

describe('a baseline', () => {
  it.each<[string, RegExp]>([
    ['', /^relocator: policy\.json: it is empty; a baseline is a report of audit --format json$/],
    ['{', /policy\.json:1:2: it is no JSON: it ends where /],
    ['[]', /it is no such report: a baseline is a report of audit --format json; write one anew/],
    ['{"files":[{"file":"x"}]}', /it is no such report/],
    ['{"files":[{"file":"x","findings":[{"rule":1}]}]}', /it is no such report/],
    ['{"files":[{"file":"x","findings":[{"rule":"r","message":"m","place":{}}]}]}', /it is no such report/],
  ])('%s is refused', async (text, message) => {
    const { code, err } = await withPolicy(text, '--baseline');
    expect([code, err.trimEnd()]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('what a baseline knows a finding by', () => {
  const of = (section: string, file: string, symbol = 's', type = 'T'): string =>
    fingerprint('f', {
      rule: 'r',
      message: 'm',
      place: { type, number: 1, section, file, symbol, offset: 0n },
    });

  it('is another one for names that differ, whatever stands in them', () => {
    const all = [
      of('a\tb', 'c'),
      of('a', 'b\tc'),
      of('a\\tb', 'c'),
      of('a\\', 'tb\tc'),
      of('a', 'b', 'c\ts'),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(fingerprint('f\tr', { rule: 'm', message: 'x' })).not.toBe(
      fingerprint('f', { rule: 'r', message: 'm\tx' }),
    );
  });

  it('is what it was for names without tabs', () => {
    expect(of('.text', 'a.o')).toBe('f\tr\tT\t.text\ta.o\ts');
  });
});

describe('a release that is later than all that are known', () => {
  const NOTE =
    /^relocator: linux 99\.1 is later than (\S+), the last release that was looked at, and is judged by what that one knows\n$/;

  it('is judged by the last one, which is said, for a policy file and in JSON, too', async () => {
    const asked = await relocator('audit', OBJECT, '--loader', 'linux@99.1', '--json');
    expect(asked.code).toBe(0);
    const last = NOTE.exec(asked.err)?.[1];
    const { files }: { files: { loaders: unknown }[] } = JSON.parse(asked.out);
    expect(files[0]?.loaders).toEqual([{ loader: 'linux', release: '99.1', judgedBy: last, takes: true }]);
    expect((await withPolicy('{"loaders": ["linux@99.1"]}')).err).toMatch(NOTE);
  });

  it('is no other for what is known, nor a note for who asked for quiet', async () => {
    const known = await relocator('audit', OBJECT, '--loader', 'linux@6.1', '--json');
    const last = await relocator('audit', OBJECT, '--loader', 'linux', '--json');
    expect(known.err + last.err).toBe('');
    expect(known.out + last.out).not.toContain('judgedBy');
    expect((await relocator('audit', OBJECT, '--loader', 'linux@99.1', '-q')).err).toBe('');
  });
});
