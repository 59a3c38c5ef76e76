/** Inputs for 32-bit PowerPC that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject } from '../../support/cases.ts';
import { linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
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
