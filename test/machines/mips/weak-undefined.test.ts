/** Calls of weak undefined functions, held against GNU ld. */
import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../index.ts';
import { gnuLinked, gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { toolsOf } from '../../support/tools.ts';

describe.each(['mips', 'mipsel', 'mips64', 'mips64el'] as const)('%s', (arch) => {
  // What guards the call never lets it happen, so all that matters is that nothing stands against it.
  const source = `.globl purgatory_start, __start\n.text\n.set noreorder\n.weak none\npurgatory_start:\n__start:
    jal none\nnop\nj none\nnop\njal none + 8\nnop\njr $31\nnop\n`;

  it.each([0x41_0000, 0x1234_0000])(
    'settles calls of a weak undefined function as GNU ld does for code at %i',
    async (address) => {
      const linked = gnuLinked(arch, source, '-static', `-Ttext=${address.toString(16)}`);
      const text = sectionsOf(Buffer.from(linked)).find(({ name }) => name === '.text');
      const expected = text?.data.subarray(0, 32) ?? [];
      expect(expected).toHaveLength(32);
      const { blob, map } = await buildImage(gnuObject(arch, source));
      expect(map.fixups).toEqual([]);
      expect(map.block).toBeUndefined();
      expect([...blob.subarray(map.entry, map.entry + 32)]).toEqual([...expected]);
    },
  );

  it('has branches to one go to themselves, and end no load bases', async () => {
    const branches = [
      ['PC16', '1000ffff'],
      ['PC21_S2', 'd85fffff'],
      ['PC26_S2', 'ebffffff'],
    ] as const;
    const emitted = branches.map(([type, word]) => `.reloc ., R_MIPS_${type}, none\n.word 0x${word}`);
    const branching = `.globl purgatory_start\n.weak none\n.set noreorder\npurgatory_start: nop\n${emitted.join('\n')}\n`;
    const object = gnuObject(arch, branching);
    // GNU ld takes them at any address, and refuses what is too far of other symbols.
    for (const address of ['410000', '12340000']) {
      expect(() => linkedBy(toolsOf(arch).ld, [object], ['-static', `-Ttext=${address}`])).not.toThrow();
    }
    const { blob, map } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(map.bases.minBecause ?? map.bases.maxBecause).toBeUndefined();
    const text = Buffer.from(blob.subarray(map.entry + 4, map.entry + 16));
    const written = arch.endsWith('el') ? text.swap32() : text;
    // An addend of -4, in the place or, in SHT_RELA, of 0: what stands behind the branch counts from it.
    const distance = arch.startsWith('mips64') ? 0n : -1n;
    const fields = [16n, 21n, 26n].map((bits, index) =>
      BigInt.asIntN(Number(bits), BigInt(written.readUInt32BE(4 * index))),
    );
    expect(fields).toEqual([distance, distance, distance]);
  });
});
