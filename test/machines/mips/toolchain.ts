import type { PlacedField } from '../../../codegen/request.ts';
import { LINKER_MAKES_IT, NOT_IN_GAS, type Toolchains } from '../../support/toolchain.ts';

/** A pair, one with the lower half first and two upper ones, and a jump. */
const SPLITS: readonly (readonly PlacedField[])[] = [
  [
    { at: 0, rule: 'R_MIPS_HI16' },
    { at: 4, rule: 'R_MIPS_LO16' },
  ],
  [
    { at: 0, rule: 'R_MIPS_LO16' },
    { at: 20, rule: 'R_MIPS_HI16' },
    { at: 24, rule: 'R_MIPS_HI16' },
  ],
  [{ at: 0, rule: 'R_MIPS_26' }],
];

const common = {
  gotSection: '.got',
  gotReference: 'R_MIPS_GOT_HI16',
  slotKeeper: 'R_MIPS_GOT_HI16',
  pointerIsGiven: true,
  callHint: 'R_MIPS_JALR',
  splits: SPLITS,
  guard: [/sw( +)\$0, /, 'lw$1$3, '],
  emitted: 'gcc-pic-Os.ro',
  otherLayout: ['static-pie.elf'],
  argumentRegister: 'a0',
} as const satisfies Partial<Toolchains[string]>;

const o32 = {
  ...common,
  notEmitted: { R_MIPS_REL32: LINKER_MAKES_IT },
  extendsSign: true,
  // A process has the lower 2 GiB, and its stack at their end.
  bases: [0x1_0000n, 0x7_7000n, 0x3fff_f000n, 0x7000_0000n],
  // Unused fields, and delay slots.
  unseenBits: { words: 0.09, split: 0.26 },
} as const satisfies Partial<Toolchains[string]>;

const n64 = {
  ...common,
  notEmitted: {
    R_MIPS_REL32: LINKER_MAKES_IT,
    R_MIPS_REL32_64: LINKER_MAKES_IT,
    R_MIPS_PC32_64: NOT_IN_GAS,
  },
  // Slots for pages are counted in sections.
  inSection: { R_MIPS_GOT_PAGE: 'R_MIPS_GOT_OFST', R_MIPS_GOT_OFST: 'R_MIPS_GOT_PAGE' },
  unseenBits: { words: 0.09, split: 0.26 },
} as const satisfies Partial<Toolchains[string]>;

export const toolchains: Toolchains = {
  mips: {
    ...o32,
  },
  mipsel: {
    ...o32,
  },
  mips64: {
    ...n64,
  },
  mips64el: {
    ...n64,
  },
};
