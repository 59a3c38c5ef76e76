/** docs/README.md leads to every page and schema of docs/. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/files.ts';
import { readPage } from '../../support/markdown.ts';

it('every page, schema and folder of docs/ is in its index', () => {
  const linked = readPage('docs/README.md').links.map(({ target }) => target.split('/')[0]);
  const there = readdirSync(join(ROOT, 'docs')).filter((name) => name !== 'README.md');
  expect(there.filter((name) => !linked.includes(name))).toEqual([]);
});
