/** The command as `npm run build` makes it writes the page that the sources write. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { fixturePath } from '../support/golden.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-built-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the built command writes the same page', async () => {
  const object = fixturePath(`${PLAIN}-gcc-small-Os.ro`);
  const [image, one, other] = ['p.bin', 'one.html', 'other.html'].map((name) => join(folder, name));
  if (!image || !one || !other) throw new RangeError('no names');
  await relocator('build', object, '-o', image);
  await relocator('map', image, '--html', one);
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
  const { bin }: { bin: { relocator: string } } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  execFileSync(process.execPath, [join(ROOT, bin.relocator), 'map', image, '--html', other]);
  expect(readFileSync(other, 'utf8')).toBe(readFileSync(one, 'utf8'));
});
