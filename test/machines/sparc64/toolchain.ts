import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  sparc64: {
    // Of the distance of a branch back on a register it drops the upper two bits and changes the register.
    llvmErrs: /\bbr[a-z]+(,a)?,p[nt] %g\d, (next|more)\d?$/,
    notEmitted: { R_SPARC_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got',
    slotKeeper: 'R_SPARC_GOT22',
    slotsPastReach: 552,
    // All 64 bits, as -mcmodel=medany has them, in another order too; 44, 34 and 32 bits.
    splits: [
      [
        { at: 0, rule: 'R_SPARC_HH22' },
        { at: 4, rule: 'R_SPARC_HM10' },
        { at: 8, rule: 'R_SPARC_LM22' },
        { at: 20, rule: 'R_SPARC_LO10' },
      ],
      [
        { at: 0, rule: 'R_SPARC_LO10' },
        { at: 8, rule: 'R_SPARC_LM22' },
        { at: 24, rule: 'R_SPARC_HM10' },
        { at: 44, rule: 'R_SPARC_HH22' },
        { at: 48, rule: 'R_SPARC_LM22' },
      ],
      [
        { at: 0, rule: 'R_SPARC_H44' },
        { at: 4, rule: 'R_SPARC_M44' },
        { at: 12, rule: 'R_SPARC_L44' },
      ],
      [
        { at: 0, rule: 'R_SPARC_H34' },
        { at: 4, rule: 'R_SPARC_L44' },
      ],
      [
        { at: 0, rule: 'R_SPARC_HI22' },
        { at: 4, rule: 'R_SPARC_LO10' },
      ],
    ],
    bases: [0x1_0000n, 0x7_7000n, 0xffff_0000n, 0x12_3456_7000n, 0x90_0000_0000n],
    guard: [/stw( +)%g0, /, 'stw$1%g4, '],
    // Unused fields and conditions, and delay slots.
    unseenBits: { words: 0.21, split: 0.26 },
    emitted: 'gcc-medlow-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-bigpic-O2.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
    argumentRegister: 'o4',
    // Compiled for register windows, which somebody must spill.
    qemuOnly: /^clang/,
  },
};
