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
