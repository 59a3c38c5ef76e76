import type { Toolchains } from '../../support/toolchain.ts';

const SLOT_FROM_0 = 'it counts slots of symbols that are not in data from 0, not from the global pointer';

export const toolchains: Toolchains = {
  hppa: {
    gotSection: '.got',
    elfHeader: { osAbi: 3 },
    notLinked: {
      R_PARISC_SEGREL32: 'absolute symbols are in no segment',
      // test/machines/hppa/cases.test.ts links them to data.
      R_PARISC_DLTIND21L: SLOT_FROM_0,
      R_PARISC_DLTIND14R: SLOT_FROM_0,
      R_PARISC_DLTIND14F: SLOT_FROM_0,
    },
    detours: ['R_PARISC_PCREL12F', 'R_PARISC_PCREL17F', 'R_PARISC_PCREL22F'],
    withoutAddend: ['R_PARISC_PLABEL32', 'R_PARISC_PLABEL21L', 'R_PARISC_PLABEL14R'],
    pointerIsGiven: true,
    slotKeeper: 'R_PARISC_DLTIND14R',
    splits: [
      [{ at: 0, rule: 'R_PARISC_DIR21L' }],
      // Whether a word of low addresses only or not, it is stored alike.
      [{ at: 0, rule: 'R_PARISC_DIR17F' }],
      [{ at: 0, rule: 'R_PARISC_DIR14F' }],
    ],
    guard: [/stw( +)%r0, .*/, 'nop'],
    otherStatement: [/\baddl( +)/, 'sub $1'],
    // Fields for a condition, a space or a hint to the cache are in most instructions, and mean nothing in many.
    unseenBits: { words: 0.125, split: 0.27, head: 16 },
    emitted: 'gcc-nopic-Os.ro',
    argumentRegister: 'r26',
  },
};
