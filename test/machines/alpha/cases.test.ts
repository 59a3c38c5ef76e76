/** Inputs for Alpha that once came out wrong, with their right values. */
import { expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject } from '../../support/cases.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { read } from '../../support/memory.ts';

it('a COMMON symbol that is reached from the global pointer stands within its reach', async () => {
  const object = caseObject('alpha', 'alpha/small-commons.s');
  const { memory, section, at } = await caseImage(object, 0x12_0000n);
  const distance = BigInt.asIntN(16, read(memory, section('.text') + 8, 4, 'little'));
  expect(BigInt(section('.got') + 0x8000) + distance).toBe(BigInt(at('small')));
  const { blob, map } = await buildImage(object);
  expect((await verifyImage(blob, map)).ok).toBe(true);
});

describeLinkedSlots('alpha', {
  slot: 'ldq $1, foo($29) !literal',
  call: 'jsr $26, foo',
  types: { slot: 'R_ALPHA_GLOB_DAT', call: 'R_ALPHA_JMP_SLOT' },
});
