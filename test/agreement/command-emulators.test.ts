/** `relocator verify` in an emulator: what holds, and what is told when something does not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { fixturePath } from '../support/golden.ts';
import { attempt } from '../support/run.ts';

const FIXTURE = fixturePath(`${PLAIN}-gcc-small-Os.ro`);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-verify-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string): string => join(folder, name);

test('an image is verified at the bases that are asked for, and so it is once it was patched', async () => {
  await relocator('build', FIXTURE, '-o', file('p.bin'));
  const verified = await relocator('verify', file('p.bin'), '--base', '0x1000', '0x7000');
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out.match(/as the reference model says/g)).toHaveLength(2);
  const patched = await relocator('patch', file('p.bin'), 'purgatory_kernel_entry=0x123456');
  expect(patched).toMatchObject({ code: 0, err: '' });
  expect((await relocator('verify', file('p.bin'))).code).toBe(0);
});

test('a changed image is told by verify, with the place', async () => {
  await relocator('build', FIXTURE, '-o', file('p.bin'));
  const map = JSON.parse(readFileSync(file('p.bin.map.json'), 'utf8')) as {
    fixups: { offset: number; addend: string }[];
  };
  const [first] = map.fixups;
  if (!first) throw new Error('the fixture has no fixups');
  first.addend = '0x123';
  writeFileSync(file('other.json'), JSON.stringify(map));
  const result = await relocator('verify', file('p.bin'), '--map', file('other.json'), '--base', '0x7000');
  expect(result.code).toBe(1);
  expect(result.out).toContain(`near it is`);
  expect(result.err).toMatch(/load bases failed/);
});

test('late symbols are bound anew at every base', async () => {
  const source = '.globl purgatory_start\npurgatory_start: call firmware\n jmp .\n.data\n.quad console\n';
  writeFileSync(file('late.o'), gnuObject(PLAIN, source));
  const late = ['--late', 'firmware,console'];
  expect((await relocator('build', file('late.o'), '-o', file('p.bin'), ...late)).code).toBe(0);
  const verified = await relocator('verify', file('p.bin'));
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out.match(/as the reference model says/g)?.length).toBeGreaterThan(5);
  const far = ['--base', '0x1000', '--late', 'firmware=0xffffffff00000000'];
  const refused = await relocator('verify', file('p.bin'), ...far);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/R_X86_64_PLT32 at .* is out of range/);
});

/** The most memory that the command takes in a process of its own, in KiB. */
function peakOf(...args: readonly string[]): number {
  const script = `import { run } from './cli/run.ts';
    const code = await run(${JSON.stringify(args)});
    console.error(code, process.resourceUsage().maxRSS);`;
  const command = ['node', '--import', 'tsx', '--input-type=module', '-e', script.replaceAll('\n', ' ')];
  const { stderr } = attempt(command);
  const [, code, peak] = /^(\d+) (\d+)$/m.exec(stderr) ?? [];
  expect([code, stderr.replace(/^\d+ \d+\n/m, '')]).toEqual(['0', '']);
  return Number(peak);
}

test('what a map says of the size in memory takes none', async () => {
  await relocator('build', FIXTURE, '-o', file('p.bin'));
  const text = readFileSync(file('p.bin.map.json'), 'utf8');
  writeFileSync(file('large.json'), text.replace(/"memsz": \d+/, '"memsz": 67108864'));
  const verify = ['verify', file('p.bin'), '--map'];
  const own = peakOf(...verify, file('p.bin.map.json'));
  const large = peakOf(...verify, file('large.json'));
  expect(large - own).toBeLessThan(64 * 1024);
});
