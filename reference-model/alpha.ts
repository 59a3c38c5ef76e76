// Generated from relocator-dsl/arch/alpha.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Alpha as plain functions of their letters. */
import { given, notMultiple, outOfRange, unchecked, word16, word32, word64 } from './common.ts';
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

/** X[15:0] at bit 0. */
const insn32_15_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (value & 0xffffn),
  extract: (container) => container & 0xffffn,
};

/** X[15:0] at bit 32, X[31:16] at bit 0 (rounded). */
const apart_31_0_rounded: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  apart: true,
  insert: (container, value) =>
    (container & ~0xffff0000ffffn) | ((value & 0xffffn) << 32n) | (((value + 0x8000n) >> 16n) & 0xffffn),
  extract(container) {
    let value = (container >> 32n) & 0xffffn;
    value |= (((container & 0xffffn) << 16n) - ((value & 0x8000n) << 1n)) & 0xffff0000n;
    return value;
  },
};

/** X[22:2] at bit 0. */
const insn32_22_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffffn) | ((value >> 2n) & 0x1fffffn),
  extract: (container) => (container & 0x1fffffn) << 2n,
};

/** X[15:2] at bit 0. */
const insn32_15_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffn) | ((value >> 2n) & 0x3fffn),
  extract: (container) => (container & 0x3fffn) << 2n,
};

/** X[31:16] at bit 0 (rounded). */
const insn32_31_16_rounded: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (((value + 0x8000n) >> 16n) & 0xffffn),
  extract: (container) => (container & 0xffffn) << 16n,
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

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^31 - 2^15 <= X < 2^31 - 2^15. */
function signed32_rounded16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80008000n || X >= 0x7fff8000n) return outOfRange(X, '-2^31 - 2^15 <= X < 2^31 - 2^15');
  return undefined;
}

/** -2^22 <= X < 2^22 and X is a multiple of 4. */
function signed23_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x400000n || X >= 0x400000n) return outOfRange(X, '-2^22 <= X < 2^22');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

// Rules.

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_REFLONG: ReferenceRule = {
  name: 'R_ALPHA_REFLONG',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_REFQUAD: ReferenceRule = {
  name: 'R_ALPHA_REFQUAD',
  type: 2,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_GPREL32: ReferenceRule = {
  name: 'R_ALPHA_GPREL32',
  type: 3,
  ...word32,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed32,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_LITERAL: ReferenceRule = {
  name: 'R_ALPHA_LITERAL',
  type: 4,
  ...insn32_15_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed16,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_GPDISP: ReferenceRule = {
  name: 'R_ALPHA_GPDISP',
  type: 6,
  ...apart_31_0_rounded,
  value(letters) {
    const { GP, P, V } = given(letters, 'GP - P + V', 'GP', 'P', 'V');
    return word(GP - P + V);
  },
  check: signed32_rounded16,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_BRADDR: ReferenceRule = {
  name: 'R_ALPHA_BRADDR',
  type: 7,
  ...insn32_22_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 4', 'S', 'A', 'P');
    return word(S + A - P - 4n);
  },
  check: signed23_multipleOf4,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_HINT: ReferenceRule = {
  name: 'R_ALPHA_HINT',
  type: 8,
  ...insn32_15_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 4', 'S', 'A', 'P');
    return word(S + A - P - 4n);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_SREL16: ReferenceRule = {
  name: 'R_ALPHA_SREL16',
  type: 9,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_SREL32: ReferenceRule = {
  name: 'R_ALPHA_SREL32',
  type: 10,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_SREL64: ReferenceRule = {
  name: 'R_ALPHA_SREL64',
  type: 11,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_GPRELHIGH: ReferenceRule = {
  name: 'R_ALPHA_GPRELHIGH',
  type: 17,
  ...insn32_31_16_rounded,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed32_rounded16,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_GPRELLOW: ReferenceRule = {
  name: 'R_ALPHA_GPRELLOW',
  type: 18,
  ...insn32_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_GPREL16: ReferenceRule = {
  name: 'R_ALPHA_GPREL16',
  type: 19,
  ...insn32_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed16,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_GLOB_DAT: ReferenceRule = {
  name: 'R_ALPHA_GLOB_DAT',
  type: 25,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_JMP_SLOT: ReferenceRule = {
  name: 'R_ALPHA_JMP_SLOT',
  type: 26,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_RELATIVE: ReferenceRule = {
  name: 'R_ALPHA_RELATIVE',
  type: 27,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: Alpha ELF relocation types, binutils include/elf/alpha.h */
export const R_ALPHA_BRSGP: ReferenceRule = {
  name: 'R_ALPHA_BRSGP',
  type: 28,
  ...insn32_22_2,
  value(letters) {
    const { S, E, A, P } = given(letters, 'S + E + A - P - 4', 'S', 'E', 'A', 'P');
    return word(S + E + A - P - 4n);
  },
  check: signed23_multipleOf4,
};

const rules: readonly ReferenceRule[] = [
  R_ALPHA_REFLONG,
  R_ALPHA_REFQUAD,
  R_ALPHA_GPREL32,
  R_ALPHA_LITERAL,
  R_ALPHA_GPDISP,
  R_ALPHA_BRADDR,
  R_ALPHA_HINT,
  R_ALPHA_SREL16,
  R_ALPHA_SREL32,
  R_ALPHA_SREL64,
  R_ALPHA_GPRELHIGH,
  R_ALPHA_GPRELLOW,
  R_ALPHA_GPREL16,
  R_ALPHA_GLOB_DAT,
  R_ALPHA_JMP_SLOT,
  R_ALPHA_RELATIVE,
  R_ALPHA_BRSGP,
];

/** Every rule of Alpha, by name. */
export const model: ReferenceModel = {
  arch: 'alpha',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
