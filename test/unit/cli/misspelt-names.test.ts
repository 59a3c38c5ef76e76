/** Symbols and types that are misspelt, or that only their own file sees: every command offers what may have been meant. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { build, join as joined, relocation, symbol } from '../../support/elf-builder.ts';
import { fixturePath } from '../../support/golden.ts';

const FIXTURE = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
const PIE = fixturePath(`${PLAIN}-static-pie.elf`);

/** A function that is global, a variable that is not, and an undefined symbol that a word names. */
function object(): Uint8Array {
  const shape = { wide: true, little: true };
  const names = ['purgatory_start', 'counter', 'firmware_call', 'console'];
  const at = (name: string): number =>
    1 + names.slice(0, names.indexOf(name)).join('\0').length + (names.indexOf(name) > 0 ? 1 : 0);
  return build({
    ...shape,
    machine: 62,
    sections: [
      { name: '.text', type: 1, flags: 6n, alignment: 16n, data: new Uint8Array(16).fill(0x90) },
      { name: '.data', type: 1, flags: 3n, alignment: 8n, data: new Uint8Array(24) },
      {
        name: '.rela.data',
        type: 4,
        flags: 0x40n,
        link: 4,
        info: 2,
        alignment: 8n,
        entrySize: 24,
        data: relocation(shape, 8n, 3, 1, 0n),
      },
      {
        name: '.symtab',
        type: 2,
        link: 5,
        info: 2,
        alignment: 8n,
        entrySize: 24,
        data: joined(
          symbol(shape, 0, 0n, 0, 0),
          symbol(shape, at('counter'), 0n, 0x01, 2, 8n),
          symbol(shape, at('purgatory_start'), 0n, 0x12, 1, 16n),
          symbol(shape, at('firmware_call'), 0n, 0x10, 0),
          symbol(shape, at('console'), 16n, 0x11, 2, 8n),
        ),
      },
      { name: '.strtab', type: 3, data: new TextEncoder().encode(`\0${names.join('\0')}\0`) },
    ],
  }).bytes;
}

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-names-'));
  writeFileSync(file('in.o'), object());
  await relocator('build', FIXTURE, '-o', file('p'));
  expect(await relocator('build', file('in.o'), '-o', file('late'), '--late', 'firmware_call')).toMatchObject(
    { code: 0 },
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function said(...args: readonly string[]): Promise<string> {
  const { code, err } = await relocator(...args);
  expect(code, err).toBe(1);
  return err.replaceAll(`${folder}/`, '');
}

describe('a misspelt symbol is answered with those that come close', () => {
  const OUT = ['-o', file('out')];

  test('by patch', async () => {
    expect(await said('patch', file('p'), 'sha256_digset=@package.json')).toContain(
      'sha256_digset: the image has no such global symbol; close to it is sha256_digest; name one that is in its map',
    );
    expect(await said('patch', file('late'), 'firmware_cal=1')).toContain('; close to it is firmware_call; ');
    expect(await said('patch', file('late'), 'conter=1')).toContain('; close to it is counter; ');
  });

  test.each([
    [
      ['--set', 'skipchecks=1'],
      '--set skipchecks: the image has no such global symbol; close to it is skip_checks; name',
    ],
    [
      ['--loader-writes', 'skip_check'],
      '--loader-writes skip_check: the image has no such global symbol; close to it is skip_checks; ',
    ],
    [
      ['--entry', 'purgatory_strat'],
      '--entry purgatory_strat: the image has no such symbol; close to it is purgatory_start; known are ',
    ],
  ])('by build and apply with %j', async (options, message) => {
    expect(await said('build', FIXTURE, ...OUT, ...options)).toContain(message);
    expect(await said('apply', FIXTURE, '--base', '0', ...OUT, ...options)).toContain(message);
  });

  test('by build and apply with --late', async () => {
    const message =
      '--late firmware_cal: the object has no undefined symbol of that name; close to it is firmware_call; check the spelling, or leave it out';
    const late = ['--late', 'firmware_cal'];
    expect(await said('build', file('in.o'), ...OUT, ...late)).toContain(message);
    expect(await said('apply', file('in.o'), '--base', '0', ...OUT, ...late)).toContain(message);
  });

  test('by verify and apply with the address of a late one', async () => {
    expect(await said('verify', file('late'), '--late', 'firmware_cal=4')).toContain(
      'the image has no late symbol firmware_cal; close to it is firmware_call',
    );
    expect(await said('verify', file('late'), '--late', 'other=4')).toContain(
      'the image has no late symbol other; it has firmware_call',
    );
  });

  test('by build with --entry of a linked image', async () => {
    expect(await said('build', PIE, ...OUT, '--entry', 'purgatory_strat')).toMatch(
      /--entry purgatory_strat: the linked image has no such dynamic symbol.*; link it with -e purgatory_strat/,
    );
  });

  test('by explain, at most three', async () => {
    expect(await said('explain', 'R_X86_64_GOTPCRELY')).toMatch(
      /close to it are (R_X86_64_\w+, ){2}R_X86_64_\w+; if a file/,
    );
    expect(await said('explain', 'R_X86_64_PC23')).toContain(
      'no relocation type R_X86_64_PC23; close to it is R_X86_64_PC32; ',
    );
    expect(await said('explain', 'PC23', '--arch', PLAIN)).toContain('close to it is R_X86_64_PC32;');
    expect(await said('explain', 'R_AARCH64_CALL26', '--arch', PLAIN)).toMatch(
      /R_AARCH64_CALL26 is no type of \w+; pass --arch \w+, which has it/,
    );
    expect(await said('explain', 'nonsense')).toContain(
      "relocator's tables have no relocation type nonsense; if a file has it",
    );
    expect(await said('explain', '3')).toMatch(
      /^relocator: 3 alone does not tell the architecture; add --arch, since\n(relocator: [\w ]+ (has|have) R_\w+\n){10,}$/,
    );
    expect(await said('explain', 'PC32')).toMatch(/^relocator: .*\n(relocator: \w+ has R_\w+_PC32\n){4}$/);
    expect(await said('explain', '9999')).toContain('tables have no relocation type of number 9999; ');
    expect(await said('explain', 'R_X86_64_FOO')).toMatch(
      /table for (\w+) has no relocation type R_X86_64_FOO; relocator explain --list \1 tells all that it has; /,
    );
    expect(await said('explain', 'GOTPCRLX')).toContain(
      'type GOTPCRLX; close to it are R_X86_64_GOTPCRELX, ',
    );
  });
});

describe('a symbol that is there, but not for what was asked, is told as that', () => {
  const LOCAL =
    'it is local to its file, and only global symbols can be told from each other by name; make it global: without ' +
    'static in C, with .globl in assembly, or by objcopy --globalize-symbol=counter';
  const late = ['--late', 'firmware_call', '-o', file('out')];

  test('a local one by patch, --set and --loader-writes', async () => {
    expect(await said('patch', file('late'), 'counter=1')).toBe(`relocator: late: counter: ${LOCAL}\n`);
    const build = ['build', file('in.o'), ...late];
    expect(await said(...build, '--set', 'counter=1')).toBe(`relocator: in.o: --set counter: ${LOCAL}\n`);
    expect(await said(...build, '--loader-writes', 'counter')).toBe(
      `relocator: in.o: --loader-writes counter: ${LOCAL}\n`,
    );
  });

  test('one that the object defines by --late', async () => {
    const message = 'and only undefined symbols are bound late; leave it out';
    for (const name of ['counter', 'console'])
      expect(await said('build', file('in.o'), '-o', file('out'), '--late', name)).toContain(message);
  });

  test('one that cannot be entered by --entry', async () => {
    const entry = (name: string): Promise<string> => said('build', file('in.o'), ...late, '--entry', name);
    expect(await entry('firmware_call')).toContain(
      '--entry firmware_call: the object does not define it; link the one that does, or name another (purgatory_start)',
    );
  });
});
