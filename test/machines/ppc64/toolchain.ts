import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

/** With symbols of its own GNU ld makes such slots for functions of the file only: plt.test.ts has some. */
const FUNCTIONS_ONLY = 'it makes these slots for functions of the file only, not for absolute symbols';

const common = {
  notLinked: Object.fromEntries(
    ['16_LO', '16_HI', '16_HA', '16_LO_DS', '_PCREL34', '_PCREL34_NOTOC'].map((name) => [
      `R_PPC64_PLT${name}`,
      FUNCTIONS_ONLY,
    ]),
  ),
  notEmitted: { R_PPC64_RELATIVE: LINKER_MAKES_IT },
  gotSection: '.got',
  // GNU ld makes stubs for them.
  detours: ['R_PPC64_REL14', 'R_PPC64_REL24', 'R_PPC64_REL24_NOTOC', 'R_PPC64_REL24_P9NOTOC'],
  slotKeeper: 'R_PPC64_GOT_PCREL34',
  shortens: 'R_PPC64_ENTRY',
  splits: [
    [
      { at: 0, rule: 'R_PPC64_ADDR16_HIGHEST' },
      { at: 4, rule: 'R_PPC64_ADDR16_HIGHER' },
      { at: 12, rule: 'R_PPC64_ADDR16_HI' },
      { at: 16, rule: 'R_PPC64_ADDR16_LO' },
    ],
    [
      { at: 0, rule: 'R_PPC64_ADDR16_HA' },
      { at: 12, rule: 'R_PPC64_ADDR16_LO_DS' },
      { at: 16, rule: 'R_PPC64_ADDR16_HA' },
    ],
    [
      { at: 0, rule: 'R_PPC64_ADDR16_HIGHER' },
      { at: 8, rule: 'R_PPC64_ADDR16_HIGHA' },
      { at: 100, rule: 'R_PPC64_ADDR16_LO' },
      { at: 104, rule: 'R_PPC64_ADDR16_HIGHEST' },
    ],
  ],
  guard: [/stw( +)9, .*/, 'nop'],
  unseenBits: { head: 16 },
} as const satisfies Partial<Toolchains[string]>;

export const toolchains: Toolchains = {
  ppc64le: {
    ...common,
    emitted: 'gcc-medium-O2.ro',
    // Its processors are older.
    qemuOnly: /power10/,
    argumentRegister: 'r3',
    otherLayout: ['gcc-large-O0.ro', 'gcc-power10-O2.ro', 'static-pie.elf'],
  },
  ppc64: {
    ...common,
    emitted: 'gcc-v1-O2.ro',
    argumentRegister: 'r3',
    otherLayout: ['static-pie.elf'],
  },
};
