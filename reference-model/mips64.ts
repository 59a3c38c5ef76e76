// Generated from relocator-dsl/arch/mips.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit MIPS, big-endian as plain functions of their letters. */
import { clear, given, notMultiple, outOfRange, unchecked, word32, word64 } from './common.ts';
import type { ReferenceField, ReferenceModel, ReferenceRule } from './types.ts';

/** `value` as an unsigned word of 64 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

/** `value` as a signed word of 64 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

// Fields: X[high:low] are bits of X; all other bits of the container are kept.

/** X[27:2] at bit 0. */
const insn32_27_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffffffn) | ((value >> 2n) & 0x3ffffffn),
  extract: (container) => (container & 0x3ffffffn) << 2n,
};

/** X[31:16] at bit 0 (rounded). */
const insn32_31_16_rounded: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (((value + 0x8000n) >> 16n) & 0xffffn),
  extract: (container) => (container & 0xffffn) << 16n,
};

/** X[31:16] at bit 0. */
const insn32_31_16: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | ((value >> 16n) & 0xffffn),
  extract: (container) => (container & 0xffffn) << 16n,
};

/** X[15:0] at bit 0. */
const insn32_15_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (value & 0xffffn),
  extract: (container) => container & 0xffffn,
};

/** X[17:2] at bit 0. */
const insn32_17_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | ((value >> 2n) & 0xffffn),
  extract: (container) => (container & 0xffffn) << 2n,
};

/** X[47:32] at bit 0 (rounded). */
const insn32_47_32_rounded: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (((value + 0x80000000n) >> 32n) & 0xffffn),
  extract: (container) => (container & 0xffffn) << 32n,
};

/** X[63:48] at bit 0 (rounded). */
const insn32_63_48_rounded: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (((value + 0x800000000000n) >> 48n) & 0xffffn),
  extract: (container) => (container & 0xffffn) << 48n,
};

/** X[22:2] at bit 0. */
const insn32_22_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffffn) | ((value >> 2n) & 0x1fffffn),
  extract: (container) => (container & 0x1fffffn) << 2n,
};

/** X[20:3] at bit 0. */
const insn32_20_3: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffffn) | ((value >> 3n) & 0x3ffffn),
  extract: (container) => (container & 0x3ffffn) << 3n,
};

/** X[20:2] at bit 0. */
const insn32_20_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x7ffffn) | ((value >> 2n) & 0x7ffffn),
  extract: (container) => (container & 0x7ffffn) << 2n,
};

// Checks of X, before anything is cut off.

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
  return undefined;
}

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** 0 <= X < 2^28 and X is a multiple of 4. */
function unsigned28_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (value >= 0x10000000n) return outOfRange(value, '0 <= X < 2^28');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^17 <= X < 2^17 and X is a multiple of 4. */
function signed18_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x20000n || X >= 0x20000n) return outOfRange(X, '-2^17 <= X < 2^17');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^22 <= X < 2^22 and X is a multiple of 4. */
function signed23_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x400000n || X >= 0x400000n) return outOfRange(X, '-2^22 <= X < 2^22');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^27 <= X < 2^27 and X is a multiple of 4. */
function signed28_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000000n || X >= 0x8000000n) return outOfRange(X, '-2^27 <= X < 2^27');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^20 <= X < 2^20 and X is a multiple of 8. */
function signed21_multipleOf8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  if (X % 8n !== 0n) return notMultiple(X, 8);
  return undefined;
}

/** -2^20 <= X < 2^20 and X is a multiple of 4. */
function signed21_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

// Rules.

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_32: ReferenceRule = {
  name: 'R_MIPS_32',
  type: 2,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_REL32: ReferenceRule = {
  name: 'R_MIPS_REL32',
  type: 3,
  ...word32,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: signed32,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_26: ReferenceRule = {
  name: 'R_MIPS_26',
  type: 4,
  ...insn32_27_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page28(P + 4)', 'S', 'A', 'P');
    return word(S + A - clear(P + 4n, 28));
  },
  check: unsigned28_multipleOf4,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_HI16: ReferenceRule = {
  name: 'R_MIPS_HI16',
  type: 5,
  ...insn32_31_16_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_HI16_ALONE: ReferenceRule = {
  name: 'R_MIPS_HI16_ALONE',
  type: 5,
  ...insn32_31_16,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 32768', 'S', 'A');
    return word(S + A + 32768n);
  },
  check: signed32,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_LO16: ReferenceRule = {
  name: 'R_MIPS_LO16',
  type: 6,
  ...insn32_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GPREL16: ReferenceRule = {
  name: 'R_MIPS_GPREL16',
  type: 7,
  ...insn32_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed16,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GOT16: ReferenceRule = {
  name: 'R_MIPS_GOT16',
  type: 9,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed16,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_PC16: ReferenceRule = {
  name: 'R_MIPS_PC16',
  type: 10,
  ...insn32_17_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed18_multipleOf4,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_CALL16: ReferenceRule = {
  name: 'R_MIPS_CALL16',
  type: 11,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed16,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GPREL32: ReferenceRule = {
  name: 'R_MIPS_GPREL32',
  type: 12,
  ...word32,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed32,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_64: ReferenceRule = {
  name: 'R_MIPS_64',
  type: 18,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GOT_DISP: ReferenceRule = {
  name: 'R_MIPS_GOT_DISP',
  type: 19,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed16,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GOT_PAGE: ReferenceRule = {
  name: 'R_MIPS_GOT_PAGE',
  type: 20,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed16,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GOT_OFST: ReferenceRule = {
  name: 'R_MIPS_GOT_OFST',
  type: 21,
  ...insn32_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GOT_HI16: ReferenceRule = {
  name: 'R_MIPS_GOT_HI16',
  type: 22,
  ...insn32_31_16_rounded,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GOT_LO16: ReferenceRule = {
  name: 'R_MIPS_GOT_LO16',
  type: 23,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_SUB: ReferenceRule = {
  name: 'R_MIPS_SUB',
  type: 24,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S - A', 'S', 'A');
    return word(S - A);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_HIGHER: ReferenceRule = {
  name: 'R_MIPS_HIGHER',
  type: 28,
  ...insn32_47_32_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 32768', 'S', 'A');
    return word(S + A + 32768n);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_HIGHEST: ReferenceRule = {
  name: 'R_MIPS_HIGHEST',
  type: 29,
  ...insn32_63_48_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 2147516416', 'S', 'A');
    return word(S + A + 2147516416n);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_CALL_HI16: ReferenceRule = {
  name: 'R_MIPS_CALL_HI16',
  type: 30,
  ...insn32_31_16_rounded,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_CALL_LO16: ReferenceRule = {
  name: 'R_MIPS_CALL_LO16',
  type: 31,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/**
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC21_S2: ReferenceRule = {
  name: 'R_MIPS_PC21_S2',
  type: 60,
  ...insn32_22_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed23_multipleOf4,
};

/**
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC26_S2: ReferenceRule = {
  name: 'R_MIPS_PC26_S2',
  type: 61,
  ...insn32_27_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed28_multipleOf4,
};

/**
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC18_S3: ReferenceRule = {
  name: 'R_MIPS_PC18_S3',
  type: 62,
  ...insn32_20_3,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page3(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 3));
  },
  check: signed21_multipleOf8,
};

/**
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC19_S2: ReferenceRule = {
  name: 'R_MIPS_PC19_S2',
  type: 63,
  ...insn32_20_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed21_multipleOf4,
};

/**
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PCHI16: ReferenceRule = {
  name: 'R_MIPS_PCHI16',
  type: 64,
  ...insn32_31_16_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/**
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PCLO16: ReferenceRule = {
  name: 'R_MIPS_PCLO16',
  type: 65,
  ...insn32_15_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, elf/mips.h; LLVM, Mips.def */
export const R_MIPS_PC32: ReferenceRule = {
  name: 'R_MIPS_PC32',
  type: 248,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_REL32_64: ReferenceRule = {
  name: 'R_MIPS_REL32_64',
  type: 4611,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GPREL32_64: ReferenceRule = {
  name: 'R_MIPS_GPREL32_64',
  type: 4620,
  ...word64,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: unchecked,
};

/**
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types; LLVM, MipsELFObjectWriter.cpp
 */
export const R_MIPS_PC32_64: ReferenceRule = {
  name: 'R_MIPS_PC32_64',
  type: 4856,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GPREL16_SUB_HI16: ReferenceRule = {
  name: 'R_MIPS_GPREL16_SUB_HI16',
  type: 333831,
  ...insn32_31_16_rounded,
  value(letters) {
    const { S, A, GP } = given(letters, '0 - (S + A - GP)', 'S', 'A', 'GP');
    return word(0n - (S + A - GP));
  },
  check: unchecked,
};

/** Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types */
export const R_MIPS_GPREL16_SUB_LO16: ReferenceRule = {
  name: 'R_MIPS_GPREL16_SUB_LO16',
  type: 399367,
  ...insn32_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, '0 - (S + A - GP)', 'S', 'A', 'GP');
    return word(0n - (S + A - GP));
  },
  check: unchecked,
};

const rules: readonly ReferenceRule[] = [
  R_MIPS_32,
  R_MIPS_REL32,
  R_MIPS_26,
  R_MIPS_HI16,
  R_MIPS_HI16_ALONE,
  R_MIPS_LO16,
  R_MIPS_GPREL16,
  R_MIPS_GOT16,
  R_MIPS_PC16,
  R_MIPS_CALL16,
  R_MIPS_GPREL32,
  R_MIPS_64,
  R_MIPS_GOT_DISP,
  R_MIPS_GOT_PAGE,
  R_MIPS_GOT_OFST,
  R_MIPS_GOT_HI16,
  R_MIPS_GOT_LO16,
  R_MIPS_SUB,
  R_MIPS_HIGHER,
  R_MIPS_HIGHEST,
  R_MIPS_CALL_HI16,
  R_MIPS_CALL_LO16,
  R_MIPS_PC21_S2,
  R_MIPS_PC26_S2,
  R_MIPS_PC18_S3,
  R_MIPS_PC19_S2,
  R_MIPS_PCHI16,
  R_MIPS_PCLO16,
  R_MIPS_PC32,
  R_MIPS_REL32_64,
  R_MIPS_GPREL32_64,
  R_MIPS_PC32_64,
  R_MIPS_GPREL16_SUB_HI16,
  R_MIPS_GPREL16_SUB_LO16,
];

/** Every rule of 64-bit MIPS, big-endian, by name. */
export const model: ReferenceModel = {
  arch: 'mips64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
