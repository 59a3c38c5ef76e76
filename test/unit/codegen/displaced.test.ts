/** Groups of split addresses that differ in where their fields stand: joined where that takes fewer bytes than a loop for each. */
import { describe, expect, test } from 'vitest';
import type { WordGroup } from '../../../codegen/request.ts';
import { isDisplaced, withShapesJoined } from '../../../codegen/selection/displaced.ts';

/** A group of words with fields called by letters, at these distances from the first. */
function group(fields: Readonly<Record<string, number>>, ...offsets: readonly number[]): WordGroup {
  return {
    bytes: 8,
    granule: 8,
    fields: Object.entries(fields).map(([rule, at]) => ({ rule, at })),
    words: offsets.map((offset) => ({ offset, value: BigInt(offset) })),
  };
}

describe('shapes of one kind', () => {
  const shapes = [
    group({ A: 0, B: 4 }, 0x100, 0x200),
    group({ B: 0, A: 8 }, 0x180),
    group({ A: 0, B: 100 }, 0x300),
  ];

  test('are one group, by the place of the same field, in order', () => {
    const [only, ...others] = withShapesJoined(shapes);
    expect(others).toEqual([]);
    expect(only?.words.map(({ offset, value }) => [offset, value])).toEqual([
      [0x100, 0x100n],
      [0x188, 0x180n],
      [0x200, 0x200n],
      [0x300, 0x300n],
    ]);
    expect(only && isDisplaced(only) && [only.displacements, only.shift]).toEqual([
      [[4], [-8], [4], [100]],
      0,
    ]);
    expect(only?.fields).toEqual([
      { rule: 'A', at: 0 },
      { rule: 'B', at: 0 },
    ]);
  });

  test('are told in units of four bytes where one byte does not reach', () => {
    const [only] = withShapesJoined([...shapes, group({ B: 0, A: 200 }, 0x400)]);
    expect(only && isDisplaced(only) && [only.displacements.at(-1), only.shift]).toEqual([[-50], 2]);
  });

  test.each([
    ['one shape', [group({ A: 0, B: 4 }, 0x100)]],
    ['fields too far apart', [group({ A: 0, B: 600 }, 0x100), group({ A: 0, B: 700 }, 0x900)]],
    ['fields at odd distances', [group({ A: 0, B: 130 }, 0x100), group({ A: 0, B: 134 }, 0x900)]],
    ['other fields', [group({ A: 0, B: 4 }, 0x100), group({ A: 0, C: 8 }, 0x900)]],
    [
      'more words than the loop is worth',
      [
        group({ A: 0, B: 4 }, ...Array.from({ length: 90 }, (_, index) => index * 16)),
        group({ A: 0, B: 8 }, 0x900),
      ],
    ],
    ['whole words', [{ bytes: 8, granule: 8, words: [{ offset: 8, value: 0n }] } as const]],
  ])('stay as they are: %s', (_, groups) => {
    expect(withShapesJoined(groups)).toEqual(groups);
  });
});
