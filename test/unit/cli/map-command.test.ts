/** `relocator map`: every part, what narrows it, and names that a file made up. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { formatMap, parseMap } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { buildFixture } from '../../support/golden.ts';

let folder = '';
let image = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-map-'));
  image = join(folder, 'p.bin');
  const { blob, map } = await buildFixture(`${PLAIN}-gcc-pic-Os.ro`);
  writeFileSync(image, blob);
  writeFileSync(`${image}.map.json`, formatMap(map));
});
afterAll(() => rmSync(folder, { recursive: true }));

const { isTTY, columns } = process.stdout;
afterEach(() => {
  Object.assign(process.stdout, { isTTY, columns });
});

describe('map', () => {
  it('prints facts, parts, fixups and the prologue', async () => {
    const { code, out } = await relocator('map', image);
    expect(code).toBe(0);
    expect(out).toMatch(/entry +0x20 purgatory_start/);
    expect(out).toMatch(/^ *0x515 +0xb +gap$/m);
    expect(out).toMatch(/^ *0x870 +0x1000 +\.bss \(zeros\)$/m);
    expect(out).toMatch(
      /R_X86_64_64 +\.data\.rel\.local\+0x0 purgatory_checks +S \+ A +\.data\.rel\.ro\.local \(0x840\)/,
    );
    expect(out).toMatch(/0x0 +48 8d 1d f9 ff ff ff +leaq/);
  });

  it('prints what a map alone has', async () => {
    const { code, out } = await relocator('map', `${image}.map.json`);
    expect(code).toBe(0);
    expect(out).toContain('R_X86_64_64');
    expect(out).not.toContain('leaq');
    expect((await relocator('map', `${image}.map.json`, '--prologue')).out).toContain('pass the .bin');
  });

  it('prints only what is asked for', async () => {
    const { out } = await relocator('map', image, '--fixups');
    expect(out.trimEnd().split('\n').length).toBe(8);
    expect((await relocator('map', image, '--symbols')).out).not.toContain('R_X86_64_64');
  });

  it('prints the members of structures that loaders fill', async () => {
    const { symbols } = parseMap(readFileSync(`${image}.map.json`));
    const at = symbols.find(({ name }) => name === 'purgatory_console')?.offset ?? 0;
    const row = (offset: number, size: number, what: string): RegExp =>
      new RegExp(`^ *0x${(at + offset).toString(16)} +0x${size} .*\\b${what}$`, 'm');
    for (const part of ['--layout', '--symbols']) {
      const { out } = await relocator('map', image, part);
      expect(out).toMatch(/purgatory_console \(console of relocator\)$/m);
      // struct console of purgatory/purgatory.c.
      expect(out).toMatch(row(0, 4, 'kind'));
      expect(out).toMatch(row(4, 4, 'reserved'));
      expect(out).toMatch(row(8, 8, 'address'));
      expect(out).toContain('16 of sha256_region of relocator: start at 0x0, len at 0x8');
    }
  });

  it('knows no structures where symbols do not tell whose purgatory it is', async () => {
    const map = parseMap(readFileSync(`${image}.map.json`));
    const path = join(folder, 'nobody.map.json');
    const symbols = map.symbols.filter(({ name }) => name !== 'sha256_regions');
    writeFileSync(path, formatMap({ ...map, symbols }));
    expect((await relocator('map', path, '--layout')).out).not.toContain('of relocator');
    const larger = map.symbols.map((each) =>
      each.name === 'purgatory_console' ? { ...each, size: each.size + 8 } : each,
    );
    writeFileSync(path, formatMap({ ...map, symbols: larger }));
    const { out } = await relocator('map', path, '--layout');
    expect(out).toContain('sha256_region of relocator');
    expect(out).not.toContain('console of relocator');
  });

  it('fits a narrow terminal', async () => {
    Object.assign(process.stdout, { isTTY: true, columns: 72 });
    const { out } = await relocator('map', image);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
    const widths = out.split('\n').map((line) => line.replace(/\u001b\[\d+m/g, '').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(72);
  });

  it('prints JSON with rules', async () => {
    const view: unknown = JSON.parse((await relocator('map', image, '--json')).out);
    expect(view).toMatchObject({
      fixups: [{ to: 0x840, addend: '0x0' }, {}, {}, {}, {}, {}, {}],
      rules: { R_X86_64_64: { formula: 'S + A' } },
    });
  });

  it('writes out what is not seen in names', async () => {
    const map = parseMap(readFileSync(`${image}.map.json`));
    const path = join(folder, 'hostile.map.json');
    const name = 'x\u001b[31m\n\u202e"</script>';
    writeFileSync(path, formatMap({ ...map, symbols: map.symbols.map((symbol) => ({ ...symbol, name })) }));
    const { out } = await relocator('map', path);
    expect(out).toContain('x\\u{1b}[31m\\u{a}\\u{202e}"</script>');
    expect(out).not.toContain('\u202e');
  });

  it('says what an object in the place of an image is', async () => {
    const path = join(folder, 'p.o');
    writeFileSync(path, Buffer.from('7f454c46', 'hex'));
    expect(await relocator('map', path)).toMatchObject({ code: 1 });
  });
});
