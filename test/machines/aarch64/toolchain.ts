import { LINKER_MAKES_IT, NOT_IN_GAS, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  aarch64: {
    notEmitted: {
      R_AARCH64_RELATIVE: LINKER_MAKES_IT,
      R_AARCH64_GOTPCREL32: 'GNU as does not know it; LLVM does since version 18',
      R_AARCH64_PLT32: NOT_IN_GAS,
      R_AARCH64_GOTREL64: NOT_IN_GAS,
      R_AARCH64_GOTREL32: NOT_IN_GAS,
      R_AARCH64_MOVW_GOTOFF_G0: NOT_IN_GAS,
      R_AARCH64_MOVW_GOTOFF_G1_NC: NOT_IN_GAS,
      R_AARCH64_MOVW_GOTOFF_G2: NOT_IN_GAS,
      R_AARCH64_MOVW_GOTOFF_G2_NC: NOT_IN_GAS,
      R_AARCH64_MOVW_GOTOFF_G3: NOT_IN_GAS,
    },
    gotSection: '.got',
    tableAlign: 8,
    slotKeeper: 'R_AARCH64_ADR_GOT_PAGE',
    guard: [/str( +)wzr, .*/, 'nop'],
    splits: [
      [
        { at: 0, rule: 'R_AARCH64_MOVW_UABS_G0_NC' },
        { at: 4, rule: 'R_AARCH64_MOVW_UABS_G1_NC' },
        { at: 8, rule: 'R_AARCH64_MOVW_UABS_G2_NC' },
        { at: 12, rule: 'R_AARCH64_MOVW_UABS_G3' },
      ],
      [
        { at: 0, rule: 'R_AARCH64_MOVW_UABS_G3' },
        { at: 24, rule: 'R_AARCH64_MOVW_UABS_G0_NC' },
        { at: 32, rule: 'R_AARCH64_MOVW_UABS_G2_NC' },
        { at: 44, rule: 'R_AARCH64_MOVW_UABS_G1_NC' },
        { at: 48, rule: 'R_AARCH64_MOVW_UABS_G1_NC' },
      ],
    ],
    emitted: 'gcc-small-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
  },
};
