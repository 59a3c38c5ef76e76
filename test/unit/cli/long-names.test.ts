/** Names of 64 KiB: cut for readers, in full for programs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { addressType, architectureOf } from '../../support/architecture.ts';
import { relocator } from '../../support/command.ts';
import { CODE, DATA, relocatable } from '../../support/relocatable.ts';

/** Longer than all that may be printed for readers of such small objects, pages with their style and pictures included. */
const NAME = 'x'.repeat(0x1_0000);

const architecture = architectureOf(PLAIN);
const { machine } = architecture;
const word = addressType(architecture, 8);

/** An object with a section and symbols of that name; another one's are elsewhere. */
function object(moved: bigint): Uint8Array {
  const relocation = (offset: number, symbol: string) => ({ offset, type: word, symbol, addend: moved });
  return relocatable(
    machine,
    [
      { name: '.text', flags: CODE, data: new Uint8Array(16) },
      {
        name: NAME,
        flags: DATA,
        data: new Uint8Array(32),
        relocations: [relocation(0, NAME), relocation(8, `${NAME}late`)],
      },
    ],
    [
      { name: 'purgatory_start', value: 0n, size: 16n, place: '.text' },
      { name: NAME, value: moved, size: 8n, place: NAME },
      { name: `${NAME}late`, value: 0n, place: 'undefined' },
    ],
  );
}

let folder = '';
let [one, other] = ['', ''];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-long-'));
  one = join(folder, 'one.o');
  other = join(folder, 'other.o');
  writeFileSync(one, object(0n));
  writeFileSync(other, object(8n));
});
afterAll(() => rmSync(folder, { recursive: true }));

const LATE = ['--late', `${NAME}late`];

describe('for readers', () => {
  it.each(['text', 'github', 'markdown', 'html'])('audit --format %s cuts them', async (format) => {
    for (const all of [[], ['--all']]) {
      const { code, out, err } = await relocator('audit', one, '--deny', 'fixup', '--format', format, ...all);
      expect(code).toBe(1);
      expect(err).toMatch(/ in x{1000}… \(65536 characters\) at 0x0: the policy denies what is fixup/);
      expect(`${out}${err}`).not.toContain('x'.repeat(1001));
    }
  });

  it.each(['diff', 'diff --all'])('%s cuts them', async (words) => {
    const [command = '', ...options] = words.split(' ');
    const { code, out } = await relocator(command, one, other, ...LATE, ...options);
    expect(code).toBe(1);
    expect(out).toMatch(/^! +x{1000}… \(65536 characters\) +x{1000}… \(65536 characters\)\+0x0, 8 bytes/m);
    expect(out.length).toBeLessThan(NAME.length);
  });

  it('map cuts them', async () => {
    const image = join(folder, 'image.bin');
    expect(await relocator('build', one, '-o', image, ...LATE)).toMatchObject({ code: 0 });
    for (const part of [[], ['--symbols'], ['--fixups']]) {
      const { code, out } = await relocator('map', image, ...part);
      expect(code).toBe(0);
      expect(out).toMatch(/x{1000}… \(65536 characters\)/);
      expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(5000);
    }
  });
});

describe('for programs', () => {
  it.each(['json', 'sarif', 'junit'])('audit --format %s has them in full', async (format) => {
    const { out } = await relocator('audit', one, '--deny', 'fixup', '--format', format);
    expect(out).toContain(NAME);
    expect(out).not.toContain('…');
  });

  it('so have documents', async () => {
    expect((await relocator('diff', one, other, ...LATE, '--json')).out).toContain(`"${NAME}"`);
  });
});
