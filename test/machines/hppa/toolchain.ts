import type { Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  hppa: {
    gotSection: '.got',
    elfHeader: { osAbi: 3 },
    notLinked: { R_PARISC_SEGREL32: 'absolute symbols are in no segment' },
    detours: ['R_PARISC_PCREL12F', 'R_PARISC_PCREL17F', 'R_PARISC_PCREL22F'],
    withoutAddend: ['R_PARISC_PLABEL32', 'R_PARISC_PLABEL21L', 'R_PARISC_PLABEL14R'],
    pointerIsGiven: true,
    preserved: {
      ...{ r2: 2n, r3: 3n, r4: 4n, r5: 5n, r6: 6n, r7: 7n, r8: 8n, r9: 9n, r10: 10n, r11: 11n, r12: 12n },
      ...{ r13: 13n, r14: 14n, r15: 15n, r16: 16n, r17: 17n, r18: 18n, r23: 23n, r24: 24n, r25: 25n },
      ...{ r26: 26n, r27: 27n, r30: 0x300n },
    },
    failureRegister: 'r28',
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
