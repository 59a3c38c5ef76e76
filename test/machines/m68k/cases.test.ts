/** Inputs for m68k that once came out wrong, with their right values. */
import { describeLinkedSlots } from '../../support/linked-slots.ts';

describeLinkedSlots('m68k', {
  slot: 'move.l foo@GOT.l(%a5), %d0',
  call: 'bsr.l foo@PLTPC',
  types: { slot: 'R_68K_GLOB_DAT', call: 'R_68K_JMP_SLOT' },
});
