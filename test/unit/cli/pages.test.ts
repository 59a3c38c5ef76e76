/** Pages as text: the same each time, with nothing out of a name in their markup, and a policy that tells what is in them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, prose } from '../../../cli/pages/html.ts';
import { shown } from '../../../cli/reports/shown.ts';
import { PARTED, PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

let folder = '';
let image = '';
const object = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-page-'));
  image = join(folder, 'p.bin');
  await relocator('build', object, '-o', image);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function pageOf(...args: readonly string[]): Promise<string> {
  const file = join(folder, 'page.html');
  await relocator(...args, '--html', file);
  return readFileSync(file, 'utf8');
}

describe('markup', () => {
  it('escapes text wherever it is put', () => {
    const name = '"><script>\'`&';
    const escaped = '&#34;&#62;&#60;script&#62;&#39;&#96;&#38;';
    expect(html`<b title="${name}">${name}${html`<i>${1}</i>`}</b>`.text).toBe(
      `<b title="${escaped}">${escaped}<i>1</i></b>`,
    );
  });

  it('shows names so that they can be seen, and ends long ones', () => {
    expect(shown('a\u0000\u202eb')).toBe('a\\u{0}\\u{202e}b');
    expect(shown('x'.repeat(70_000))).toBe(`${'x'.repeat(160)}… (70000 characters)`);
  });
});

describe('prose', () => {
  it('has code where backticks come in pairs, and is text otherwise', () => {
    expect(prose('a `b<` c').text).toBe('a <code>b&#60;</code> c');
    expect(prose('a `b c').text).toBe('a &#96;b c');
  });
});

describe('a page', () => {
  it('is the same each time, and quiet', async () => {
    const file = join(folder, 'quiet.html');
    expect(await relocator('map', image, '--html', file)).toEqual({ code: 0, out: '', err: '' });
    expect(await pageOf('map', image)).toBe(readFileSync(file, 'utf8'));
  });

  it('tells by hashes what may run and style it, and refers to nothing', async () => {
    const text = await pageOf('map', image);
    const inner = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text)?.[1] ?? '';
    const source = (name: string): string =>
      `&#39;sha256-${createHash('sha256').update(inner(name)).digest('base64')}&#39;`;
    expect(text).toContain(
      `content="default-src &#39;none&#39;; style-src ${source('style')}; script-src ${source('script')};`,
    );
    expect(text).not.toMatch(/\b(?:src|href)="(?!#)|url\(|@import|style="/);
  });

  it('has every fixup, its rule, and the prologue', async () => {
    const text = await pageOf('map', image);
    const map: { fixups: readonly unknown[] } = JSON.parse(readFileSync(`${image}.map.json`, 'utf8'));
    expect(text.match(/<tr role="row" tabindex/g)?.length).toBe(map.fixups.length);
    expect(text).toContain('System V ABI, AMD64 Architecture Processor Supplement');
    expect(text).toContain('jrcxz');
  });

  it('of an audit has types, findings and images of what can be built', async () => {
    const other = join(folder, 'broken.o');
    writeFileSync(other, Buffer.from('7f454c46', 'hex'));
    const objects = [object, fixturePath(`${PARTED}-gcc-small-Os.ro`), other];
    const text = await pageOf('audit', '--each', '--deny', 'R_X86_64_32S', ...objects);
    expect(text).toContain('<strong>policy/');
    expect(text.match(/<svg class="drawing"/g)?.length).toBe(2);
    expect(text).toContain('not audited');
    expect(text).toContain('href="#rule-R_AARCH64_CALL26"');
  });

  it('is never written over what it is about', async () => {
    expect(await relocator('map', image, '--html', image)).toMatchObject({ code: 1 });
  });
});
