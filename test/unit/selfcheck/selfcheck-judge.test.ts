/** What the lists make of images that check themselves: no entry outlives what it tells of. */
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { judged, verdictWith } from '../../selfcheck/judge.ts';
import { imagesOf, type SelfCheck } from '../../selfcheck/plan.ts';

const check: SelfCheck = {
  images: `
    gcc | rel | -O1 -fPIC
    gcc | rel | -O2 -mfirst
    gcc | pie | -O2 -fPIC
    gcc | rel | -O2 -mlast
  `,
  kept: [],
  refused: [
    { images: /-mfirst/, ends: /^refused: it cannot/, why: 'nobody can' },
    { images: /-mlast/, ends: /^refused: it may not/, why: 'nobody may', psabi: 'ABI, 1.2' },
  ],
  unmade: [{ images: / pie /, ends: /^not made/, why: 'a linker crashes' }],
};
const [plain, first, pie, last] = imagesOf(PLAIN, check);
if (!plain || !first || !pie || !last) throw new Error('the plan has four images');

describe('an image is', () => {
  it.each([
    ['good', plain, 'good', 'good'],
    ['wrong, if it ends with another code', plain, 'code 5 at 0x1000', 'wrong'],
    ['wrong, if it is refused and no list says so', plain, 'refused: it cannot', 'wrong'],
    ['rightly refused', first, 'refused: it cannot be done', 'refused'],
    ['wrong, if it is refused for another reason', first, 'refused: it is damaged', 'wrong'],
    ['wrong, if it is good and listed as refused', first, 'good', 'wrong'],
    ['not made', pie, 'not made: signal 11', 'unmade'],
    ['wrong, if it is good and listed as not made', pie, 'good', 'wrong'],
  ])('%s', (_, image, what, verdict) => {
    expect(judged({ image, what }, check).verdict).toBe(verdict);
  });
});

describe('of what is refused', () => {
  const refuses = { linker: 'one', refuses: true, what: 'too far' };
  const takes = { linker: 'other', refuses: false, what: 'code 42' };
  const listed = judged({ image: first, what: 'refused: it cannot be done' }, check);
  const byAbi = judged({ image: last, what: 'refused: it may not be done' }, check);

  it('every linker must refuse the same', () => {
    expect(verdictWith(listed, [refuses, refuses])).toBe('refused');
    expect(verdictWith(listed, [refuses, takes])).toBe('wrong');
  });

  it('none needs to, where the psABI says why', () => {
    expect(verdictWith(byAbi, [takes])).toBe('refused');
  });
});
