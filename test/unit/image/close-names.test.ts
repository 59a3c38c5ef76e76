/** Which names are offered in place of one that there is none of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeNames, closeText, editDistance, someOf } from '../../../image/trouble/close-names.ts';

describe('the edit distance', () => {
  it.each([
    // Those of the literature, by Levenshtein, and with neighbours changed by Damerau.
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['ca', 'ac', 1],
    ['digest', 'digset', 1],
    ['sha256_digest', 'sha256digest', 1],
  ])('of %s and %s is %i, both ways', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
    expect(editDistance(a, b, distance)).toBe(distance);
    if (distance > 0) expect(editDistance(a, b, distance - 1)).toBeGreaterThan(distance - 1);
  });

  it('with a limit is the same up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, most) => {
        const distance = editDistance(a, b);
        const limited = editDistance(a, b, most);
        return distance <= most ? limited === distance : limited > most;
      }),
    );
  });
});

describe('names that come close', () => {
  const NAMES = ['sha256_digest', 'sha256_regions', 'skip_checks', 'entry32_regs', 'entry64_regs', 'a', 'b'];

  it('are at most three, the closest first', () => {
    expect(closeNames('sha256_digset', NAMES)).toEqual(['sha256_digest']);
    expect(closeNames('entry_regs', NAMES)).toEqual(['entry32_regs', 'entry64_regs']);
    expect(closeNames('name5', ['name1', 'name2', 'name3', 'name4', 'name55'])).toEqual([
      'name1',
      'name2',
      'name3',
    ]);
    expect(closeNames('SKIP_CHECKS', NAMES)).toEqual(['skip_checks']);
  });

  it('are none for what is like no name', () => {
    expect(closeNames('purgatory_start', NAMES)).toEqual([]);
    expect(closeNames('xy', NAMES)).toEqual([]);
    expect(closeNames('', ['', 'a'])).toEqual(['a']);
  });

  it('are told behind a refusal', () => {
    expect(closeText('entry_regs', NAMES)).toBe('; close to it are entry32_regs, entry64_regs');
    expect(closeText('skip_check', NAMES)).toBe('; close to it is skip_checks');
    expect(closeText('purgatory_start', NAMES)).toBe('');
  });
});

it('a long list is cut off and counted', () => {
  expect(someOf(['a', 'b'])).toBe('a, b');
  expect(someOf([])).toBe('none');
  expect(someOf([...'abcdefghij'])).toBe('a, b, c, d, e, f, g, h, and 2 more');
});
