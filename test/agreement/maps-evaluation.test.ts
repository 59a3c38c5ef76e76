/** The maps of this project's purgatories against direct evaluation of the objects, at the ends of their bases and between. */
import { describe, expect, it } from 'vitest';
import { applyAt, applyObject, type BuildOptions, buildImage, formatMap, parseMap } from '../../index.ts';
import { fixtureNames, readFixture } from '../support/golden.ts';

describe.each(fixtureNames())('%s', (name) => {
  it.each(['auto', 'records'] as const)(
    'in %s: direct evaluation and the map agree at every base',
    async (format) => {
      const bytes = readFixture(name);
      const options: BuildOptions = { format };
      const { blob, map } = await buildImage(bytes, options);
      const reread = parseMap(formatMap(map));
      expect(reread).toEqual(map);
      expect(map.entry).toBeGreaterThanOrEqual(map.prologue.size);
      const { min, max } = map.bases;
      const align = BigInt(map.loadAlign);
      for (const base of [min, min + align, min + 0x1235n * align, max - align, max]) {
        const direct = await applyObject(bytes, base, options);
        expect(Buffer.compare(applyAt(blob, reread, base), direct.memory)).toBe(0);
      }
      expect(() => applyAt(blob, reread, min + 1n)).toThrow(/multiple/);
    },
  );

  it('is the same, byte for byte, when built again', async () => {
    const [first, second] = await Promise.all([buildImage(readFixture(name)), buildImage(readFixture(name))]);
    expect(Buffer.compare(first.blob, second.blob)).toBe(0);
    expect(formatMap(first.map)).toBe(formatMap(second.map));
  });
});
