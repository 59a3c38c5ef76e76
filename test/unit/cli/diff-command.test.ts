/** `relocator diff`: what it prints, and the exit codes of diff(1). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

let folder = '';
let image = '';
const object = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
const other = fixturePath(`${PLAIN}-gcc-pic-Os.ro`);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-diff-'));
  image = join(folder, 'p.bin');
  expect(await relocator('build', object, '-o', image)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('diff', () => {
  it('is silent and ends with 0 where nothing differs', async () => {
    expect(await relocator('diff', object, image)).toEqual({ code: 0, out: '', err: '' });
    expect(await relocator('diff', image, `${image}.map.json`)).toEqual({ code: 0, out: '', err: '' });
  });

  it('tells what differs and ends with 1', async () => {
    const { code, out, err } = await relocator('diff', image, other);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^highest load base +0x7fffe780 +0xffffffffffffe780$/m);
    expect(out).toMatch(/^R_X86_64_32S +fixup +7 +0$/m);
    expect(out).toMatch(/^! +sha256_final +\.text\+0x418, 166 bytes +\.text\+0x43c, 185 bytes$/m);
    expect(out).toMatch(/^- +0x13 +77 15 +ja 0x2a$/m);
    expect(out).toMatch(/^ {2}and \d+ more; --all tells them$/m);
    expect((await relocator('diff', image, other, '--all')).out).not.toContain('--all tells them');
  });

  it('takes the options of build', async () => {
    const { code, out } = await relocator('diff', image, object, '--format', 'delta');
    expect(code).toBe(1);
    expect(out).toMatch(/^format +chain +delta$/m);
  });

  it('prints JSON', async () => {
    const { code, out } = await relocator('diff', object, other, '--json');
    expect(code).toBe(1);
    const json: unknown = JSON.parse(out);
    expect(json).toMatchObject({
      types: [{ type: 'R_X86_64_32', class: 'fixup', old: 6, new: 0 }, {}, {}, {}, {}, {}],
    });
  });

  it('ends with 2 where it cannot compare', async () => {
    const { code, err } = await relocator('diff', image, join(folder, 'nothing'));
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('there is no such file') });
    const changed = join(folder, 'short.bin');
    writeFileSync(changed, readFileSync(image).subarray(1));
    writeFileSync(`${changed}.map.json`, readFileSync(`${image}.map.json`));
    expect(await relocator('diff', image, changed)).toMatchObject({ code: 2 });
  });
});
