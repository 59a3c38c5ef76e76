/** Jumps within a block of 256 MiB: where an image with one may be loaded. */
import { describe, expect, it } from 'vitest';
import { verifyImage } from '../../../emulate/verify.ts';
import type { ImageMap } from '../../../image/map/map.ts';
import { applyAt, buildImage } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';

describe.each(['mips', 'mipsel', 'mips64', 'mips64el'] as const)('a jump within its block, on %s', (arch) => {
  const BLOCK = 0x1000_0000n;
  /** To the target, which may be anywhere, from `before` bytes behind the entry. */
  const jump = (target: string, before: number, more = ''): Uint8Array =>
    gnuObject(
      arch,
      `.globl purgatory_start\n.text\n.set noreorder\npurgatory_start: nop\n.skip ${before}
      .insn\n.reloc ., R_MIPS_26, constant\n.word 0x0c000000\nnop\n${more}\n.globl constant\n.set constant, ${target}`,
    );
  /** What the map says, but with every base allowed. */
  const anywhere = (map: ImageMap): ImageMap => {
    const { block: _, ...rest } = map;
    return { ...rest, bases: { min: 0n, max: (1n << 32n) - BigInt(map.memsz) } };
  };

  it.each([
    ['the third block', 0x2345_6788n, 0],
    ['the start of a block', BLOCK, 0x1230],
    ['the end of a block', 2n * BLOCK - 4n, 0x30],
    ['the lowest block', 0x40n, 0x100],
  ])('to a constant in %s asks for a base from where it is in the same', async (_, target, before) => {
    const { blob, map } = await buildImage(jump(`0x${target.toString(16)}`, before));
    const step = BigInt(map.loadAlign);
    const behind = BigInt(map.entry + 4 + before + 4);
    const start = target - (target % BLOCK);
    const { min, max } = map.bases;
    expect(map.fixups).toMatchObject([{ type: 'R_MIPS_26', offset: Number(behind) - 4 }]);
    // Only the jump must be in that block, not the image.
    expect(map.block).toBeUndefined();
    expect(max + behind < start + BLOCK && max + step + behind >= start + BLOCK).toBe(true);
    if (start === 0n) expect(min).toBe(0n);
    else {
      expect(min + behind >= start && min - step + behind < start).toBe(true);
      expect(() => applyAt(blob, anywhere(map), min - step)).toThrow(/R_MIPS_26 .* out of range/);
      expect(() => applyAt(blob, map, min - step)).toThrow(/outside the range the image is for/);
    }
    expect(() => applyAt(blob, anywhere(map), max + step)).toThrow(/R_MIPS_26 .* out of range/);
    for (const base of [min, max])
      expect(applyAt(blob, map, base)).toEqual(applyAt(blob, anywhere(map), base));
  });

  it('is verified where the map says', async () => {
    const { blob, map } = await buildImage(jump('0x12345678', 0));
    const { bases, ok } = await verifyImage(blob, map);
    expect(ok).toBe(true);
    expect(bases.map(({ base }) => base)).toEqual(expect.arrayContaining([map.bases.min, map.bases.max]));
  });

  it('to a late symbol is verified up to the ends of blocks', async () => {
    const text = '.globl purgatory_start\n.text\npurgatory_start: nop\njal late\nnop';
    const { blob, map } = await buildImage(gnuObject(arch, text), { late: ['late'] });
    expect(map.block).toBe(Number(BLOCK));
    const { bases, ok } = await verifyImage(blob, map);
    expect(ok).toBe(true);
    expect(bases.some(({ base }) => (base % BLOCK) + 4096n === BLOCK)).toBe(true);
  });

  it('to a constant and one into the image keep all of it in the block of the constant', async () => {
    const { map } = await buildImage(jump('0x12345678', 0, 'jal purgatory_start\nnop'));
    const step = BigInt(map.loadAlign);
    expect(map.block).toBe(Number(BLOCK));
    expect(map.bases.min).toBe(BLOCK);
    expect(map.bases.max).toBe(2n * BLOCK - BigInt(map.memsz) - ((2n * BLOCK - BigInt(map.memsz)) % step));
  });

  it('is named at both ends where it keeps all of the image in a block', async () => {
    const { map, summary } = await buildImage(jump('0x12345678', 0, 'jal purgatory_start\nnop'));
    const { minBecause, maxBecause } = map.bases;
    const jumpInside = { type: 'R_MIPS_26', section: '.text', offset: map.entry + 12 };
    expect([minBecause, maxBecause]).toMatchObject([jumpInside, jumpInside]);
    expect(summary.bases.maxBecause).toMatch(/^R_MIPS_26 .*in \.text at 0xc$/);
  });

  it('to constants in two blocks has no base', async () => {
    const more =
      '.insn\n.reloc ., R_MIPS_26, other\n.word 0x0c000000\nnop\n.globl other\n.set other, 0x40000000';
    await expect(buildImage(jump('0x12345678', 0, more))).rejects.toThrow(
      /against other .*there is no load base.*\(R_MIPS_26 against constant in \.text at 0x4\)/,
    );
  });

  it.each(['jal purgatory_start + 0x100000\nnop', '.set noreorder\njal purgatory_start'])(
    'that is no jump from the image into it is refused: %s',
    async (text) => {
      const bytes = gnuObject(
        arch,
        `.globl purgatory_start\n.text\n.balign 4\npurgatory_start: nop\nnop\nnop\n${text}`,
      );
      await expect(buildImage(bytes)).rejects.toThrow(/reaches out of the image/);
    },
  );
});
