import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

/** With symbols of its own it branches to the functions: cases.test.ts has some. */
const FUNCTIONS_ONLY = 'it does such calls of functions of the file only, not of absolute symbols';
/** small-data.test.ts has some. */
const SECTIONS_ONLY = 'it takes symbols in sections of small data only, not absolute ones';

export const toolchains: Toolchains = {
  ppc: {
    notEmitted: { R_PPC_RELATIVE: LINKER_MAKES_IT },
    notLinked: {
      R_PPC_PLT16_LO: FUNCTIONS_ONLY,
      R_PPC_PLT16_HA: FUNCTIONS_ONLY,
      R_PPC_SDAREL16: SECTIONS_ONLY,
      R_PPC_EMB_SDA2REL: SECTIONS_ONLY,
      R_PPC_EMB_SDA21: SECTIONS_ONLY,
    },
    gotSection: '.got',
    slotKeeper: 'R_PPC_GOT16',
    gotAddends: false,
    splits: [
      [
        { at: 0, rule: 'R_PPC_ADDR16_HA' },
        { at: 4, rule: 'R_PPC_ADDR16_LO' },
      ],
      [
        { at: 0, rule: 'R_PPC_ADDR16_LO' },
        { at: 24, rule: 'R_PPC_ADDR16_HI' },
        { at: 44, rule: 'R_PPC_ADDR16_HA' },
        { at: 48, rule: 'R_PPC_ADDR16_LO' },
      ],
      [{ at: 0, rule: 'R_PPC_ADDR24' }],
    ],
    guard: [/stw( +)9, 0x[0-9a-f]+-4\(8\)/, 'nop'],
    // Branch hints, and what X-form instructions reserve.
    unseenBits: { words: 0.07, head: 16 },
    emitted: 'gcc-pic-Os.ro',
    otherLayout: [
      'clang-bigpic-Os.ro',
      'clang-pic-Os.ro',
      'gcc-bigpic-Os.ro',
      'gcc-pic-Os.ro',
      'gcc-pichidden-Os.ro',
      'static-pie.elf',
    ],
    argumentRegister: 'r3',
  },
};
