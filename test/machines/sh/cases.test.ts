/** Inputs for SuperH that once came out wrong, with their right values. */
import { describeLinkedSlots } from '../../support/linked-slots.ts';

describeLinkedSlots('sh', {
  slot: '.long foo@GOT',
  call: '.long foo@PLT',
  types: { slot: 'R_SH_GLOB_DAT', call: 'R_SH_JMP_SLOT' },
});

describeLinkedSlots('sheb', {
  slot: '.long foo@GOT',
  call: '.long foo@PLT',
  types: { slot: 'R_SH_GLOB_DAT', call: 'R_SH_JMP_SLOT' },
});
