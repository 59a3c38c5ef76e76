/** Pages in a real browser: nothing is loaded, nothing is too wide, axe has no finding, and keys reach every fixup. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapPage } from '../../cli/pages/map-page.ts';
import { type ImageMap, printable, viewImage } from '../../index.ts';
import { PARTED, PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { buildFixture, fixturePath } from '../support/golden.ts';
import { hostileFiles, HOSTILE as NAME } from '../support/hostile-files.ts';
import { axeFindings, LOOKS, open, overflow, startBrowser } from './browser.ts';

const OBJECT = `${PLAIN}-gcc-small-Os.ro`;
const HOSTILE = '</script><img src=x onerror="window.pwned=1">\u0000\u001b[31m\n\u202e\'"`&amp;--><!--';
const MANY = 20_000;

let folder = '';
let browser: Browser;
let map: ImageMap;
const files = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-pages-'));
  browser = await startBrowser();
  const built = await buildFixture(OBJECT);
  map = built.map;
  const write = (name: string, text: string): void => {
    files.set(name, join(folder, `${name}.html`));
    writeFileSync(join(folder, `${name}.html`), text);
  };
  write('map', mapPage('purgatory.bin', await viewImage(map, built.blob)));
  write('hostile', mapPage(HOSTILE, await viewImage(hostile(map))));
  write('many', mapPage('many', await viewImage(many(map))));
  const audit = join(folder, 'audit.html');
  const objects = [OBJECT, `${PARTED}-gcc-large-Os.ro`].map(fixturePath);
  await relocator('audit', '--each', ...objects, '--deny', 'fixup', '--html', audit);
  files.set('audit', audit);
  const inputs = join(folder, 'hostile files');
  mkdirSync(inputs);
  files.set('hostile audit', join(folder, 'hostile-audit.html'));
  const told = hostileFiles(inputs);
  await relocator('audit', '--each', ...told, '--all', '--html', files.get('hostile audit') ?? '');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Every name in the map is one that would be more than a name, and some are very long. */
function hostile(plain: ImageMap): ImageMap {
  const long = `${HOSTILE}${'x'.repeat(0x1_0000)}`;
  return {
    ...plain,
    sections: plain.sections.map((section) => ({ ...section, name: HOSTILE + section.name })),
    symbols: plain.symbols.map((symbol) => ({ ...symbol, name: long, section: HOSTILE + symbol.section })),
    fixups: plain.fixups.map((fixup, at) => ({ ...fixup, symbol: at === 0 ? long : HOSTILE })),
    loaderWrites: [long],
  };
}

function many(plain: ImageMap): ImageMap {
  const [first] = plain.fixups;
  if (!first) throw new RangeError('no fixups');
  const [memsz, size] = [plain.memsz + 8 * MANY, plain.size + 8 * MANY];
  const fixups = Array.from({ length: MANY }, (_, at) => ({ ...first, offset: plain.imageOffset + 8 * at }));
  return { ...plain, memsz, size, fixups };
}

const names = ['map', 'audit', 'hostile'];
const cases = names.flatMap((name) => LOOKS.map((look) => ({ name, ...look })));

async function opened(name: string, look = LOOKS[0]): Promise<{ page: Page; troubles: readonly string[] }> {
  if (!look) throw new RangeError('no look');
  return open(browser, files.get(name) ?? '', look);
}

const ROWS = '[role=grid] tbody tr';

describe.each(cases)('the page $name, $scheme, $width pixels wide', ({ name, scheme, width }) => {
  it('loads nothing, is not too wide, and axe has no finding', async () => {
    const { page, troubles } = await opened(name, { scheme, width });
    expect(await axeFindings(page)).toEqual([]);
    await page.locator(ROWS).nth(2).focus();
    await page.locator('summary').first().click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
  });
});

describe('the checks', () => {
  it('find what is pale, without a label, too wide, or asked for', async () => {
    const { page, troubles } = await opened('map');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('h1 { color: #ddd !important; background: #eee } h2 { width: 3000px }');
      document.adoptedStyleSheets = [sheet];
      document.querySelector('label')?.remove();
      const image = document.createElement('img');
      image.alt = '';
      image.src = 'nothing.png';
      document.body.append(image);
    });
    expect((await axeFindings(page)).join()).toMatch(/color-contrast: <h1>.*label: <input/);
    expect(await overflow(page)).toBeGreaterThan(0);
    await expect.poll(() => troubles.join()).toContain('nothing.png');
  });
});

describe('keys', () => {
  it('reach every fixup, and each is told with its rule', async () => {
    const { page } = await opened('map');
    await page.locator('[type=search]').focus();
    await page.keyboard.press('Tab');
    const seen: string[] = [];
    for (let at = 0; at < map.fixups.length; at++) {
      if (at > 0) await page.keyboard.press('ArrowDown');
      seen.push(await page.evaluate(() => document.activeElement?.firstElementChild?.textContent ?? ''));
      const about = (await page.locator('.about').textContent()) ?? '';
      expect(about).toContain(seen.at(-1));
      expect(about).toContain('formulaX = S + A');
      expect(about).toContain('System V ABI');
    }
    expect(seen).toEqual(map.fixups.map(({ offset }) => `0x${offset.toString(16)}`));
    await page.keyboard.press('Home');
    expect(await page.locator('[aria-selected=true] td').first().textContent()).toBe(seen[0]);
    await page.keyboard.press('End');
    expect(await page.locator('[aria-selected=true] td').first().textContent()).toBe(seen.at(-1));
    await page.keyboard.press('Tab');
    expect(await page.evaluate((rows) => document.activeElement?.matches(rows), ROWS)).toBe(false);
  });
});

describe('pointing at a fixup in the picture', () => {
  it('chooses it, and draws where it leads', async () => {
    const { page } = await opened('map');
    await page.locator('.mark').nth(4).hover();
    const chosen = page.locator('[aria-selected=true]');
    expect(await chosen.getAttribute('aria-rowindex')).toBe('6');
    expect(await page.locator('path.aim').getAttribute('d')).toMatch(/^M[\d.]+ /);
    await page.locator('.mark').nth(7).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('9');
  });

  it('shows it, and then the one again that was clicked', async () => {
    const { page } = await opened('map');
    const told = () => page.locator('.about dd').first().textContent();
    const offset = (at: number): string => `0x${map.fixups[at]?.offset.toString(16)}`;
    await page.locator(ROWS).nth(2).click();
    await page.locator('.mark').nth(5).hover();
    expect(await told()).toBe(offset(5));
    await page.locator(ROWS).nth(4).hover();
    expect(await told()).toBe(offset(4));
    expect(await page.locator('[aria-selected=true] td').first().textContent()).toBe(offset(2));
    await page.locator('h1').hover();
    expect(await told()).toBe(offset(2));
  });
});

describe('search', () => {
  it('leaves what has every word, in the table and in the picture', async () => {
    const { page } = await opened('map');
    await page.locator('[type=search]').fill('R_X86_64_32s PURGATORY');
    const left = map.fixups.filter(({ type, offset, symbol }) => {
      const own = map.symbols.find((each) => each.offset <= offset && offset < each.offset + each.size);
      return type === 'R_X86_64_32S' && `${own?.name} ${symbol}`.includes('purgatory');
    });
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(map.fixups.length);
    expect(await page.locator(`${ROWS}:not([hidden])`).count()).toBe(left.length);
    expect(await page.locator('[role=status]').textContent()).toBe(`${left.length} of ${map.fixups.length}`);
    expect(await page.locator('.mark:not(.off)').count()).toBe(left.length);
    await page.locator('[type=search]').fill('');
    expect(await page.locator(`${ROWS}:not([hidden])`).count()).toBe(map.fixups.length);
  });
});

describe('hostile names', () => {
  it('are text, and no longer than can be read', async () => {
    const { page } = await opened('hostile');
    expect(
      await page.evaluate(() => [document.scripts.length, document.images.length, 'pwned' in window]),
    ).toEqual([...[1, 0, false]]);
    expect(await page.locator('h1').textContent()).toContain(
      '</script><img src=x onerror="window.pwned=1">\\u{0}\\u{1b}',
    );
    expect((await page.content()).length).toBeLessThan(200_000);
    const row = await page.locator(ROWS).first().textContent();
    expect(row).toMatch(/x… \(65\d{3} characters\)/);
    // A name that was cut is not cut again, which would tell how long the rest was.
    expect(row).not.toMatch(/\(\d{1,4} characters\)/);
  });
});

describe('an audit of hostile files', () => {
  it.each(LOOKS)('is text, not too wide, and axe has no finding: %j', async (look) => {
    const { page, troubles } = await opened('hostile audit', look);
    const tags = 'script, img, form, iframe, object, b, [onerror], [href]:not([href^="#"])';
    expect(await page.evaluate((each) => document.querySelectorAll(each).length, tags)).toBe(1);
    expect(await page.locator('.findings').first().textContent()).toContain(printable(NAME));
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.locator('.file').count()).toBe(4);
    expect(await page.locator('main').textContent()).toContain('Passed over (1)');
    expect(await axeFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
  });
});

describe('20,000 fixups', () => {
  it('are drawn together, listed, searched, and reached', async () => {
    const { page, troubles } = await opened('many', LOOKS[2]);
    expect(await page.locator('.mark').count()).toBeLessThanOrEqual(251);
    expect(await page.locator(ROWS).count()).toBe(MANY);
    await page.locator(ROWS).first().focus();
    await page.keyboard.press('End');
    expect(await page.locator('[aria-selected=true]').getAttribute('aria-rowindex')).toBe(`${MANY + 1}`);
    await page.locator('[type=search]').fill('0x1230');
    expect(await page.locator(`${ROWS}:not([hidden])`).count()).toBeLessThan(20);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
  });
});
