/** Calls between code with a TOC pointer and code without: refused where GNU ld puts a stub between, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../index.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { sectionsOf, symbolsOf } from '../../support/link-image.ts';

/** What `.localentry` is told, and how far behind the symbol the local entry is. */
const FUNCTIONS = [
  ['nothing', '', 0],
  ['1', '.localentry f, 1', 0],
  ['4', '.localentry f, 4', 4],
  ['8', '.localentry f, 8', 8],
  ['16', '.localentry f, 16', 16],
  ['32', '.localentry f, 32', 32],
  ['64', '.localentry f, 64', 64],
] as const;

const CALLS = [
  ['a call of code with a TOC pointer', 'bl f\nnop'],
  ['a jump of code with a TOC pointer', 'b f'],
  ['a call of code without one', 'bl f@notoc'],
  ['a jump of code without one', 'b f@notoc'],
] as const;

describe.each(['ppc64le', 'ppc64'])('%s', (arch) => {
  const source = (call: string, local: string): string =>
    `.abiversion 2\n.globl purgatory_start\npurgatory_start: ${call}\n.balign 16\n.type f, @function\n.globl f\nf:\n.rept 32\nnop\n.endr\n${local}\nblr\n`;

  /** Where GNU ld has the branch lead, in bytes behind f. */
  const linkedTo = (call: string, local: string): number => {
    const linked = Buffer.from(gnuLinked(arch, source(call, local), '-e', 'purgatory_start'));
    const symbols = symbolsOf(linked);
    const text = sectionsOf(linked).find(({ name }) => name === '.text');
    const from = symbols.get('purgatory_start') ?? 0n;
    const view = new DataView(Uint8Array.from(text?.data ?? []).buffer);
    const word = view.getUint32(Number(from - (text?.address ?? 0n)), arch === 'ppc64le');
    const distance = BigInt.asIntN(26, BigInt(word & 0x3ff_fffc));
    return Number(from + distance - (symbols.get('f') ?? 0n));
  };

  describe.each(CALLS)('%s', (_what, call) => {
    it.each(FUNCTIONS)('to a function with .localentry %s', async (_told, local, bytes) => {
      const object = gnuObject(arch, source(call, local));
      if (linkedTo(call, local) === bytes) {
        const { map, blob } = await buildImage(object);
        const word = new DataView(blob.buffer, blob.byteOffset).getUint32(map.entry, arch === 'ppc64le');
        const f = map.symbols.find(({ name }) => name === 'f')?.offset ?? 0;
        expect(map.entry + (word & 0x3ff_fffc)).toBe(f + bytes);
        return;
      }
      await expect(buildImage(object)).rejects.toThrow(
        /R_PPC64_REL24\S* against f .*a linker would put a stub.*-mno-pcrel/,
      );
    });
  });

  it('GNU ld puts a stub between exactly where one has the pointer and the other minds it', () => {
    const stubs = CALLS.map(([, call]) =>
      FUNCTIONS.flatMap(([told, local, bytes]) => (linkedTo(call, local) === bytes ? [] : [told])),
    );
    const needing = ['4', '8', '16', '32', '64'];
    expect(stubs).toEqual([['1'], ['1'], needing, needing]);
  });
});
