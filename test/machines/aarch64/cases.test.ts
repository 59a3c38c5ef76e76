/** Inputs for AArch64 that once came out wrong, with their right values. */
import { describeLinkedSlots } from '../../support/linked-slots.ts';

describeLinkedSlots('aarch64', {
  slot: 'adrp x0, :got:foo\nldr x0, [x0, :got_lo12:foo]',
  call: 'bl foo',
  types: { slot: 'R_AARCH64_GLOB_DAT', call: 'R_AARCH64_JUMP_SLOT' },
});
