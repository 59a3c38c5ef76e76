import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  loongarch64: {
    llvmLabels: true,
    notEmitted: { R_LARCH_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got',
    // Object ABI version 1, double-precision floats.
    elfHeader: { flags: 0x43 },
    slotKeeper: 'R_LARCH_GOT_PC_HI20',
    keepsSlots: true,
    splits: [
      [
        { at: 0, rule: 'R_LARCH_ABS_HI20' },
        { at: 4, rule: 'R_LARCH_ABS_LO12' },
        { at: 8, rule: 'R_LARCH_ABS64_LO20' },
        { at: 12, rule: 'R_LARCH_ABS64_HI12' },
      ],
    ],
    guard: [/st\.w( +)\$zero, .*/, 'addi.d$1$zero, $zero, 0'],
    otherStatement: [/\badd\.d( +)/, 'sub.d$1'],
    emitted: 'clang-nopic-Os.ro',
    argumentRegister: 'a2',
    otherLayout: ['clang-extreme-Os.ro', 'clang-pic-Os.ro', 'clang-pichidden-Os.ro', 'static-pie.elf'],
  },
};
