/** Inputs for MIPS that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, differencesFromLd } from '../../support/cases.ts';

const O32 = ['mips', 'mipsel'] as const;
const BASES = [0x12_3000n, 0x7fff_0000n];

describe.each(O32)('an upper half whose lower half is never asked for, on %s', (arch) => {
  const object = caseObject(arch, 'mips/hi16-alone.s');

  it('has 0 as the lower half of its addend, as linkers take it', async () => {
    for (const base of BASES) {
      const { word, section } = await caseImage(object, base);
      const page = base + BigInt(section('.data'));
      expect(word(section('.text'))).toBe(0x3c04_0000n + (((page + 0x8000n) >> 16n) & 0xffffn));
      expect(await differencesFromLd(object, base)).toEqual([]);
    }
  });

  it('is built to run at every base', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.bases.min).toBe(0n);
    expect((await verifyImage(blob, map)).bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });
});
