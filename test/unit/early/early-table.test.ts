/** The table of docs/early-oops.md: columns are renewed, others stay, and text around it too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withColumns } from '../../early/table.ts';
import { ROOT } from '../../support/files.ts';

const [BEGIN, END] = ['<!-- the table, written by npm run test:early -->', '<!-- end of the table -->'];
const page = (...lines: readonly string[]): string =>
  ['Before.', BEGIN, ...lines, END, 'Behind.', ''].join('\n');

it('renews columns, keeps others, and puts cases into their order', () => {
  const before = page(
    '| case | a 6.1 | a 6.12 |',
    '| --- | --- | --- |',
    '| two | saved | refused |',
    '| gone | saved | saved |',
  );
  const after = withColumns(
    before,
    ['one', 'two'],
    new Map([
      ['a 6.1', new Map([['one', 'lost']])],
      ['b 6.1', new Map([['two', 'saved']])],
    ]),
  );
  expect(after).toBe(
    page(
      '| case | a 6.1 | a 6.12 | b 6.1 |',
      '| --- | --- | --- | --- |',
      '| one | lost | not run | not run |',
      '| two | saved | refused | saved |',
    ),
  );
  expect(withColumns(after, ['one', 'two'], new Map())).toBe(after);
});

it('says so where there is no table', () => {
  expect(() => withColumns('A page.', ['one'], new Map())).toThrow(
    `the page does not have ${BEGIN} before ${END}`,
  );
});

it('has its place in docs/early-oops.md, without a case that failed', () => {
  const text = readFileSync(join(ROOT, 'docs/early-oops.md'), 'utf8');
  expect(text.split(BEGIN)).toHaveLength(2);
  expect(text).not.toContain('FAILED');
});
