/** NOTICE names what the package has in itself or needs, as it is installed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeText } from '../../../scripts/notice.ts';

test('NOTICE is as `npm run notice` writes it', async () => {
  const text = await noticeText();
  expect(readFileSync(join(import.meta.dirname, '../../../NOTICE'), 'utf8')).toBe(text);
  expect(text).toMatch(/^diff .*BSD-3-Clause/m);
});
