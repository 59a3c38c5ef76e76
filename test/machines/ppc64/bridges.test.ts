/** Calls between code with a TOC pointer and code without: where GNU ld puts a stub between, so is it here, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { buildImage, type ImageMap, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, memoryAfter } from '../../support/cases.ts';
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

  /** Where GNU ld has the branch lead, in bytes behind f, and the instructions there. */
  const linkedAs = (call: string, local: string): { readonly target: number; readonly code: number[] } => {
    const options = ['--power10-stubs=no', '-e', 'purgatory_start'];
    const linked = Buffer.from(gnuLinked(arch, source(call, local), ...options));
    const symbols = symbolsOf(linked);
    const text = sectionsOf(linked).find(({ name }) => name === '.text');
    const from = symbols.get('purgatory_start') ?? 0n;
    const view = new DataView(Uint8Array.from(text?.data ?? []).buffer);
    const wordAt = (address: bigint): number =>
      view.getUint32(Number(address - (text?.address ?? 0n)), arch === 'ppc64le');
    const target = from + BigInt.asIntN(26, BigInt(wordAt(from) & 0x3ff_fffc));
    const code = [0n, 4n, 8n, 12n].map((at) => wordAt(target + at));
    return { target: Number(target - (symbols.get('f') ?? 0n)), code };
  };
  const linkedTo = (call: string, local: string): number => linkedAs(call, local).target;
  const stubOf = (call: string, local: string): number[] => linkedAs(call, local).code;

  describe.each(CALLS)('%s', (_what, call) => {
    it.each(FUNCTIONS)('to a function with .localentry %s', async (_told, local, bytes) => {
      const object = gnuObject(arch, source(call, local));
      const needsStub = linkedTo(call, local) !== bytes;
      if (needsStub && call === 'b f') {
        // Its caller's caller minds the pointer, and GNU ld's stub saves it where nobody restores it.
        await expect(buildImage(object)).rejects.toThrow(/R_PPC64_REL24 against f .*-mno-pcrel/);
        return;
      }
      const { map, blob } = await buildImage(object);
      const view = new DataView(blob.buffer, blob.byteOffset);
      const word = view.getUint32(map.entry, arch === 'ppc64le');
      const place = (list: ImageMap['symbols'] | ImageMap['sections'], wanted: string): number | undefined =>
        list.find(({ name }) => name === wanted)?.offset;
      const target = map.entry + Number(BigInt.asIntN(26, BigInt(word & 0x3ff_fffc)));
      const stub = place(map.sections, '.stub');
      expect(target).toBe(needsStub ? stub : (place(map.symbols, 'f') ?? 0) + bytes);
      expect(stub !== undefined).toBe(needsStub);
      if (!needsStub) return;
      const theirs = stubOf(call, local);
      const isWord = (at: number, expected: number | undefined): void =>
        expect(view.getUint32(at, arch === 'ppc64le')).toBe(expected);
      if (call === 'b f@notoc' || call === 'bl f@notoc') {
        // The place, for the function's address.
        for (const [index, each] of theirs.slice(0, 4).entries()) isWord(target + 4 * index, each);
      } else {
        // The pointer is saved, and loaded behind the call.
        isWord(target, theirs[0]);
        isWord(map.entry + 4, 0xe841_0018);
      }
    });
  });

  it('GNU ld puts a stub between exactly where one has the pointer and the other minds it', () => {
    const stubs = CALLS.map(([, call]) =>
      FUNCTIONS.flatMap(([told, local, bytes]) => (linkedTo(call, local) === bytes ? [] : [told])),
    );
    const needing = ['4', '8', '16', '32', '64'];
    expect(stubs).toEqual([['1'], ['1'], needing, needing]);
  });

  it('are run, and both go on with their own data', async () => {
    const object = caseObject(arch, 'ppc64/bridges.s');
    const built = await buildImage(object);
    const { at } = await caseImage(object, 0x1_0000n);
    expect((await verifyImage(built.blob, built.map)).ok).toBe(true);
    for (const base of [0x1_0000n, 0x12_3456_7000n]) {
      const memory = memoryAfter(built, base, at('finish'));
      const view = new DataView(memory.buffer, memory.byteOffset);
      expect(view.getUint32(at('count'), arch === 'ppc64le')).toBe(0x522);
    }
  });

  it('are refused where nothing behind the call can restore the pointer', async () => {
    await expect(buildImage(gnuObject(arch, source('bl f\nli 3, 0', '.localentry f, 1')))).rejects.toThrow(
      /R_PPC64_REL24 against f .*does not keep the TOC pointer.*-mno-pcrel/,
    );
  });
});
