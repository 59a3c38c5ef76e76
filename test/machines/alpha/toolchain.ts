import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  alpha: {
    notEmitted: {
      R_ALPHA_GLOB_DAT: LINKER_MAKES_IT,
      R_ALPHA_JMP_SLOT: LINKER_MAKES_IT,
      R_ALPHA_RELATIVE: LINKER_MAKES_IT,
    },
    gotSection: '.got',
    gotWithoutSymbol: true,
    gotReference: 'R_ALPHA_LITERAL',
    notLinked: { R_ALPHA_BRSGP: 'it crashes on symbols without a section' },
    opcodes: {
      // ldah below, lda above it.
      R_ALPHA_GPDISP: { mask: 0xfc00_0000_fc00_0000n, value: 0x2000_0000_2400_0000n },
    },
    slotKeeper: 'R_ALPHA_LITERAL',
    sameSlots: true,
    bases: [0x1_0000n, 0x7_7000n, 0xffff_0000n, 0x12_3456_7000n, 0x2f0_0000_0000n],
    guard: [/stl( +)\$31, .*/, 'bis$1$31, $31, $31'],
    emitted: 'gcc-pic-Os.ro',
    otherLayout: ['static-pie.elf'],
    argumentRegister: '$16',
  },
};
