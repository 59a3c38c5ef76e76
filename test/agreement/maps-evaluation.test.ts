/** The maps of this project's purgatories against direct evaluation of the objects, at the ends of their bases and between. */
import { describe, expect, it } from 'vitest';
import { buildWithSource } from '../../image/build.ts';
import { resolveAt } from '../../image/fixups/resolve.ts';
import { applyAt, applyObject, buildImage, formatMap, parseMap } from '../../index.ts';
import { fixtureNames, readFixture } from '../support/golden.ts';

describe.each(fixtureNames())('%s', (name) => {
  it.each(['auto', 'records'] as const)(
    'in %s: direct evaluation and the map agree at every base',
    async (format) => {
      const bytes = readFixture(name);
      const { blob, map } = await buildImage(bytes, { format });
      // Built again, it is the same, byte for byte.
      const { source, layout, settings, ...second } = await buildWithSource(bytes, { format });
      expect(Buffer.compare(second.blob, blob)).toBe(0);
      expect(formatMap(second.map)).toBe(formatMap(map));
      const reread = parseMap(formatMap(map));
      expect(reread).toEqual(map);
      expect(map.entry).toBeGreaterThanOrEqual(map.prologue.size);
      const { min, max } = map.bases;
      const align = BigInt(map.loadAlign);
      for (const base of [min, min + align, min + 0x1235n * align, max - align, max]) {
        const direct = new Uint8Array(map.memsz - map.imageOffset);
        direct.set(resolveAt(source, layout, base, new Map(), new Set()));
        for (const { offset, bytes: set } of settings) direct.set(set, offset - map.imageOffset);
        expect(Buffer.compare(applyAt(blob, reread, base), direct)).toBe(0);
      }
      const { memory } = await applyObject(bytes, max, { format });
      expect(Buffer.compare(applyAt(blob, reread, max), memory)).toBe(0);
      expect(() => applyAt(blob, reread, min + 1n)).toThrow(/multiple/);
    },
  );
});
