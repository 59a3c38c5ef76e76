/** Inputs for SPARC that once came out wrong, with their right values. */
import { expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, caseText } from '../../support/cases.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';

it('all four parts of an address hold it at any base, though %hi alone is of 32 bits', async () => {
  const object = caseObject('sparc64', 'sparc64/four-parts.s');
  const { blob, map } = await buildImage(object);
  expect(map.bases.max).toBeGreaterThan(1n << 63n);
  expect((await verifyImage(blob, map)).ok).toBe(true);
  const { at, word } = await caseImage(object, 0x12_3456_7000n);
  const address = 0x12_3456_7000n + BigInt(at('target'));
  expect(word(map.entry + 12) & 0x3f_ffffn).toBe((address >> 10n) & 0x3f_ffffn);
  expect(word(map.entry + 4) & 0x3ffn).toBe((address >> 32n) & 0x3ffn);
});

it('instructions with an address in a linked image are relocated', async () => {
  const options = ['-pie', '--no-dynamic-linker', '-z', 'notext', '-e', 'purgatory_start'];
  const linked = gnuLinked('sparc64', caseText('sparc64/text-relocations.s'), ...options);
  const { map, word, section } = await caseImage(linked, 0x7654_0000n);
  const address = 0x7654_0000n + BigInt(section('.data')) + 8n;
  expect(word(map.entry) & 0x3f_ffffn).toBe(address >> 10n);
  expect(word(map.entry + 4) & 0x3ffn).toBe(address & 0x3ffn);
  expect(word(section('.data'), 8)).toBe(address);
});

describeLinkedSlots('sparc64', {
  slot: 'sethi %gdop_hix22(foo), %g1\nxor %g1, %gdop_lox10(foo), %g1\nldx [%l7+%g1], %g1, %gdop(foo)',
  types: { slot: 'R_SPARC_GLOB_DAT' },
});

it('a branch to a weak function that nobody defines goes to itself, and does not limit the load bases', async () => {
  const object = caseObject('sparc64', 'sparc64/weak.s');
  const text = caseText('sparc64/weak.s').replace('.weak hook', '');
  const itself = gnuObject('sparc64', text.replaceAll(/hook( \+ 16)?$/gm, '.'));
  for (const base of [0x10_0000n, 0x12_3456_7000n]) {
    const [{ memory }, wanted] = [await caseImage(object, base), await caseImage(itself, base)];
    expect(Buffer.from(memory).toString('hex')).toBe(Buffer.from(wanted.memory).toString('hex'));
  }
  const { blob, map } = await buildImage(object);
  expect(map.bases.max).toBeGreaterThan(1n << 63n);
  expect((await verifyImage(blob, map)).ok).toBe(true);
});
