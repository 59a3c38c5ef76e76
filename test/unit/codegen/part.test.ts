import { expect, it } from 'vitest';
import { withPart } from '../../../codegen/docs/part.ts';

const MARKS = { begin: '<!-- a -->', end: '<!-- b -->' };

it('a part is put between its marks, whatever stood there', () => {
  const page = 'before\n<!-- a -->\nold\n<!-- b -->\nbehind\n';
  const wanted = 'before\n<!-- a -->\nnew\n<!-- b -->\nbehind\n';
  expect(withPart(page, MARKS, 'new\n')).toBe(wanted);
  expect(withPart(wanted, MARKS, 'new\n')).toBe(wanted);
});

it.each(['no marks\n', '<!-- a -->\n', '<!-- b -->\n<!-- a -->\n'])('%j has no place for it', (page) => {
  expect(() => withPart(page, MARKS, '')).toThrow(/lost/);
});
