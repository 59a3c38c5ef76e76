/** Inputs for 32-bit PowerPC that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, caseText } from '../../support/cases.ts';
import { gnuLinked, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';

describe('a branch to a weak function that nobody defines', () => {
  const object = caseObject('ppc', 'ppc/weak-call.s');

  it('stays at itself, as lld has it', async () => {
    const linked = linkedBy(programOf('ppc', 'lld'), [object], ['-e', 'purgatory_start']);
    const text =
      sectionsOf(Buffer.from(linked)).find(({ name }) => name === '.text')?.data ?? new Uint8Array();
    const { memory, section } = await caseImage(object, 0x7654_0000n);
    const at = section('.text');
    expect(Buffer.from(memory.subarray(at, at + text.length)).toString('hex')).toBe(
      Buffer.from(text).toString('hex'),
    );
    expect(text).toHaveLength(44);
  });

  it('does not limit the load bases', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(map.bases.max).toBeGreaterThan(0xffff_0000n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describeLinkedSlots('ppc', {
  // With the first, GNU ld makes the PLT of slots, and not of code.
  slot: 'addis 30,30,_GLOBAL_OFFSET_TABLE_-.@ha\nlwz 3,foo@got(30)',
  call: 'bl foo@plt',
  types: { slot: 'R_PPC_GLOB_DAT', call: 'R_PPC_JMP_SLOT' },
});

describe('instructions with an address in a linked image', () => {
  const link = (...options: readonly string[]): Uint8Array =>
    gnuLinked('ppc', caseText('ppc/text-relocations.s'), ...options, '--no-dynamic-linker', '-z', 'notext');

  it.each([
    ['of a section, which GNU ld has in the addend alone', ['-pie', '-e', 'purgatory_start']],
    ['of a symbol of its own', ['-shared', '-Bsymbolic', '-e', 'purgatory_start']],
    ['of a symbol that could be replaced', ['-shared', '-e', 'purgatory_start']],
  ])('%s are relocated', async (_what, options) => {
    const linked = link(...options);
    for (const base of [0x10_0000n, 0x7654_0000n]) {
      const { map, word, section } = await caseImage(linked, base);
      const address = base + BigInt(section('.data')) + 4n;
      expect(word(map.entry) & 0xffffn).toBe(((address + 0x8000n) >> 16n) & 0xffffn);
      expect(word(map.entry + 4) & 0xffffn).toBe(address & 0xffffn);
      expect(word(section('.data'))).toBe(address);
    }
    const { blob, map } = await buildImage(linked);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});
