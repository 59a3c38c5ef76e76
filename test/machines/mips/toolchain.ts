import type { PlacedField } from '../../../codegen/request.ts';
import { type Family, LINKER_MAKES_IT, type Toolchain } from '../../support/toolchain.ts';

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
  entryRegister: 't9',
  failureRegister: 'v0',
  splits: SPLITS,
  guard: [/sw( +)\$0, /, 'lw$1$3, '],
  emitted: 'gcc-pic-Os.ro',
  argumentRegister: 'a0',
} as const satisfies Partial<Toolchain>;

const o32 = {
  ...common,
  notEmitted: { R_MIPS_REL32: LINKER_MAKES_IT },
  extendsSign: true,
  preserved: { at: 1n, a0: 4n, a1: 5n, a2: 6n, a3: 7n, s0: 16n, gp: 28n, sp: 0x1d0n },
  // A process has the lower 2 GiB, and its stack at their end.
  bases: [0x1_0000n, 0x7_7000n, 0x3fff_f000n, 0x7000_0000n],
  // Unused fields, and delay slots.
  unseenBits: { words: 0.09, split: 0.22 },
} as const satisfies Partial<Toolchain>;

const n64 = {
  ...common,
  notEmitted: { R_MIPS_REL32: LINKER_MAKES_IT, R_MIPS_REL32_64: LINKER_MAKES_IT },
  // Slots for pages are counted in sections.
  inSection: { R_MIPS_GOT_PAGE: 'R_MIPS_GOT_OFST', R_MIPS_GOT_OFST: 'R_MIPS_GOT_PAGE' },
  preserved: { at: 1n, a0: 4n, a1: 5n, a2: 6n, a3: 7n, a4: 8n, s0: 16n, gp: 28n, sp: 0x1d0n },
  unseenBits: { words: 0.09, split: 0.24 },
} as const satisfies Partial<Toolchain>;

export const mips = {
  mips: {
    ...o32,
    as: ['mips-linux-gnu-as', '-mabi=32', '-march=mips32r2'],
    ld: ['mips-linux-gnu-ld', '-m', 'elf32btsmip'],
    lld: ['ld.lld-16', '-m', 'elf32btsmip'],
    llvm: 'mips',
  },
  mipsel: {
    ...o32,
    as: ['mipsel-linux-gnu-as', '-mabi=32', '-march=mips32r2'],
    ld: ['mipsel-linux-gnu-ld', '-m', 'elf32ltsmip'],
    lld: ['ld.lld-16', '-m', 'elf32ltsmip'],
    llvm: 'mipsel',
  },
  mips64: {
    ...n64,
    as: ['mips64-linux-gnuabi64-as', '-mabi=64', '-march=mips64r2'],
    ld: ['mips64-linux-gnuabi64-ld', '-m', 'elf64btsmip'],
    lld: ['ld.lld-16', '-m', 'elf64btsmip'],
    llvm: 'mips64',
  },
  mips64el: {
    ...n64,
    as: ['mips64el-linux-gnuabi64-as', '-mabi=64', '-march=mips64r2'],
    ld: ['mips64el-linux-gnuabi64-ld', '-m', 'elf64ltsmip'],
    lld: ['ld.lld-16', '-m', 'elf64ltsmip'],
    llvm: 'mips64el',
  },
} as const satisfies Family;
