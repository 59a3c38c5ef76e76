/** Inputs for i386 that once came out wrong, with their right values. */
import { describeLinkedSlots } from '../../support/linked-slots.ts';

describeLinkedSlots('i386', {
  slot: 'mov foo@GOT(%ebx), %eax',
  call: 'call foo@PLT',
  types: { slot: 'R_386_GLOB_DAT', call: 'R_386_JUMP_SLOT' },
});
