/** Calls of weak undefined functions, held against GNU ld. */
import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../index.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';

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
});
