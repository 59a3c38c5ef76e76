// Generated from relocator-dsl/arch/sparc64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit SPARC as plain functions of their letters. */
import { clear, given, notMultiple, outOfRange, unchecked, word8, word16, word32, word64 } from './common.ts';
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

/** X[31:2] at bit 0. */
const insn32_31_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffffn) | ((value >> 2n) & 0x3fffffffn),
  extract: (container) => (container & 0x3fffffffn) << 2n,
};

/** X[23:2] at bit 0. */
const insn32_23_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffn) | ((value >> 2n) & 0x3fffffn),
  extract: (container) => (container & 0x3fffffn) << 2n,
};

/** X[31:10] at bit 0. */
const insn32_31_10: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffn) | ((value >> 10n) & 0x3fffffn),
  extract: (container) => (container & 0x3fffffn) << 10n,
};

/** X[21:0] at bit 0. */
const insn32_21_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffn) | (value & 0x3fffffn),
  extract: (container) => container & 0x3fffffn,
};

/** X[12:0] at bit 0. */
const insn32_12_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffn) | (value & 0x1fffn),
  extract: (container) => container & 0x1fffn,
};

/** X[9:0] at bit 0. */
const insn32_9_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffn) | (value & 0x3ffn),
  extract: (container) => container & 0x3ffn,
};

/** X[10:0] at bit 0. */
const insn32_10_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x7ffn) | (value & 0x7ffn),
  extract: (container) => container & 0x7ffn,
};

/** X[63:42] at bit 0. */
const insn32_63_42: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffn) | ((value >> 42n) & 0x3fffffn),
  extract: (container) => (container & 0x3fffffn) << 42n,
};

/** X[41:32] at bit 0. */
const insn32_41_32: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffn) | ((value >> 32n) & 0x3ffn),
  extract: (container) => (container & 0x3ffn) << 32n,
};

/** X[17:16] at bit 20, X[15:2] at bit 0. */
const insn32_17_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x303fffn) | (((value >> 16n) & 0x3n) << 20n) | ((value >> 2n) & 0x3fffn),
  extract: (container) => (((container >> 20n) & 0x3n) << 16n) | ((container & 0x3fffn) << 2n),
};

/** X[20:2] at bit 0. */
const insn32_20_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x7ffffn) | ((value >> 2n) & 0x7ffffn),
  extract: (container) => (container & 0x7ffffn) << 2n,
};

/** X[6:0] at bit 0. */
const insn32_6_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x7fn) | (value & 0x7fn),
  extract: (container) => container & 0x7fn,
};

/** X[4:0] at bit 0. */
const insn32_4_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fn) | (value & 0x1fn),
  extract: (container) => container & 0x1fn,
};

/** X[5:0] at bit 0. */
const insn32_5_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fn) | (value & 0x3fn),
  extract: (container) => container & 0x3fn,
};

/** X[43:22] at bit 0. */
const insn32_43_22: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffn) | ((value >> 22n) & 0x3fffffn),
  extract: (container) => (container & 0x3fffffn) << 22n,
};

/** X[21:12] at bit 0. */
const insn32_21_12: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffn) | ((value >> 12n) & 0x3ffn),
  extract: (container) => (container & 0x3ffn) << 12n,
};

/** X[11:0] at bit 0. */
const insn32_11_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffn) | (value & 0xfffn),
  extract: (container) => container & 0xfffn,
};

/** X[33:12] at bit 0. */
const insn32_33_12: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffn) | ((value >> 12n) & 0x3fffffn),
  extract: (container) => (container & 0x3fffffn) << 12n,
};

/** X[11:10] at bit 19, X[9:2] at bit 5. */
const insn32_11_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x181fe0n) | (((value >> 10n) & 0x3n) << 19n) | (((value >> 2n) & 0xffn) << 5n),
  extract: (container) => (((container >> 19n) & 0x3n) << 10n) | (((container >> 5n) & 0xffn) << 2n),
};

// Checks of X, before anything is cut off.

/** -2^7 <= X < 2^8. */
function either8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x100n) return outOfRange(X, '-2^7 <= X < 2^8');
  return undefined;
}

/** -2^15 <= X < 2^16. */
function either16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x10000n) return outOfRange(X, '-2^15 <= X < 2^16');
  return undefined;
}

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
  return undefined;
}

/** -2^7 <= X < 2^7. */
function signed8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x80n) return outOfRange(X, '-2^7 <= X < 2^7');
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** -2^31 <= X < 2^31 and X is a multiple of 4. */
function signed32_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^23 <= X < 2^23 and X is a multiple of 4. */
function signed24_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x800000n || X >= 0x800000n) return outOfRange(X, '-2^23 <= X < 2^23');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** 0 <= X < 2^32. */
function unsigned32(value: bigint): string | undefined {
  if (value >= 0x100000000n) return outOfRange(value, '0 <= X < 2^32');
  return undefined;
}

/** -2^21 <= X < 2^22. */
function either22(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x200000n || X >= 0x400000n) return outOfRange(X, '-2^21 <= X < 2^22');
  return undefined;
}

/** -2^12 <= X < 2^12. */
function signed13(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000n || X >= 0x1000n) return outOfRange(X, '-2^12 <= X < 2^12');
  return undefined;
}

/** -2^9 <= X < 2^9. */
function signed10(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x200n || X >= 0x200n) return outOfRange(X, '-2^9 <= X < 2^9');
  return undefined;
}

/** -2^10 <= X < 2^10. */
function signed11(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x400n || X >= 0x400n) return outOfRange(X, '-2^10 <= X < 2^10');
  return undefined;
}

/** -2^17 <= X < 2^17 and X is a multiple of 4. */
function signed18_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x20000n || X >= 0x20000n) return outOfRange(X, '-2^17 <= X < 2^17');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^20 <= X < 2^20 and X is a multiple of 4. */
function signed21_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** 0 <= X < 2^7. */
function unsigned7(value: bigint): string | undefined {
  if (value >= 0x80n) return outOfRange(value, '0 <= X < 2^7');
  return undefined;
}

/** 0 <= X < 2^5. */
function unsigned5(value: bigint): string | undefined {
  if (value >= 0x20n) return outOfRange(value, '0 <= X < 2^5');
  return undefined;
}

/** 0 <= X < 2^6. */
function unsigned6(value: bigint): string | undefined {
  if (value >= 0x40n) return outOfRange(value, '0 <= X < 2^6');
  return undefined;
}

/** 0 <= X < 2^44. */
function unsigned44(value: bigint): string | undefined {
  if (value >= 0x100000000000n) return outOfRange(value, '0 <= X < 2^44');
  return undefined;
}

/** 0 <= X < 2^34. */
function unsigned34(value: bigint): string | undefined {
  if (value >= 0x400000000n) return outOfRange(value, '0 <= X < 2^34');
  return undefined;
}

/** -2^11 <= X < 2^11 and X is a multiple of 4. */
function signed12_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x800n || X >= 0x800n) return outOfRange(X, '-2^11 <= X < 2^11');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

// Rules.

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_8: ReferenceRule = {
  name: 'R_SPARC_8',
  type: 1,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_16: ReferenceRule = {
  name: 'R_SPARC_16',
  type: 2,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_32: ReferenceRule = {
  name: 'R_SPARC_32',
  type: 3,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_DISP8: ReferenceRule = {
  name: 'R_SPARC_DISP8',
  type: 4,
  ...word8,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed8,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_DISP16: ReferenceRule = {
  name: 'R_SPARC_DISP16',
  type: 5,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_DISP32: ReferenceRule = {
  name: 'R_SPARC_DISP32',
  type: 6,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_WDISP30: ReferenceRule = {
  name: 'R_SPARC_WDISP30',
  type: 7,
  ...insn32_31_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32_multipleOf4,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_WDISP22: ReferenceRule = {
  name: 'R_SPARC_WDISP22',
  type: 8,
  ...insn32_23_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed24_multipleOf4,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_HI22: ReferenceRule = {
  name: 'R_SPARC_HI22',
  type: 9,
  ...insn32_31_10,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_22: ReferenceRule = {
  name: 'R_SPARC_22',
  type: 10,
  ...insn32_21_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either22,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_13: ReferenceRule = {
  name: 'R_SPARC_13',
  type: 11,
  ...insn32_12_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed13,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_LO10: ReferenceRule = {
  name: 'R_SPARC_LO10',
  type: 12,
  ...insn32_9_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_GOT10: ReferenceRule = {
  name: 'R_SPARC_GOT10',
  type: 13,
  ...insn32_9_0,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_GOT13: ReferenceRule = {
  name: 'R_SPARC_GOT13',
  type: 14,
  ...insn32_12_0,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: signed13,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_GOT22: ReferenceRule = {
  name: 'R_SPARC_GOT22',
  type: 15,
  ...insn32_31_10,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PC10: ReferenceRule = {
  name: 'R_SPARC_PC10',
  type: 16,
  ...insn32_9_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PC22: ReferenceRule = {
  name: 'R_SPARC_PC22',
  type: 17,
  ...insn32_31_10,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: either32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_WPLT30: ReferenceRule = {
  name: 'R_SPARC_WPLT30',
  type: 18,
  ...insn32_31_2,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed32_multipleOf4,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_GLOB_DAT: ReferenceRule = {
  name: 'R_SPARC_GLOB_DAT',
  type: 20,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_RELATIVE: ReferenceRule = {
  name: 'R_SPARC_RELATIVE',
  type: 22,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_UA32: ReferenceRule = {
  name: 'R_SPARC_UA32',
  type: 23,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PLT32: ReferenceRule = {
  name: 'R_SPARC_PLT32',
  type: 24,
  ...word32,
  value(letters) {
    const { L, A } = given(letters, 'L + A', 'L', 'A');
    return word(L + A);
  },
  check: either32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_10: ReferenceRule = {
  name: 'R_SPARC_10',
  type: 30,
  ...insn32_9_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed10,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_11: ReferenceRule = {
  name: 'R_SPARC_11',
  type: 31,
  ...insn32_10_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed11,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_64: ReferenceRule = {
  name: 'R_SPARC_64',
  type: 32,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_OLO10: ReferenceRule = {
  name: 'R_SPARC_OLO10',
  type: 33,
  ...insn32_12_0,
  value(letters) {
    const { S, A, O } = given(letters, 'S + A - Page10(S + A) + O', 'S', 'A', 'O');
    return word(S + A - clear(S + A, 10) + O);
  },
  check: signed13,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_HH22: ReferenceRule = {
  name: 'R_SPARC_HH22',
  type: 34,
  ...insn32_63_42,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_HM10: ReferenceRule = {
  name: 'R_SPARC_HM10',
  type: 35,
  ...insn32_41_32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_LM22: ReferenceRule = {
  name: 'R_SPARC_LM22',
  type: 36,
  ...insn32_31_10,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PC_HH22: ReferenceRule = {
  name: 'R_SPARC_PC_HH22',
  type: 37,
  ...insn32_63_42,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PC_HM10: ReferenceRule = {
  name: 'R_SPARC_PC_HM10',
  type: 38,
  ...insn32_41_32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PC_LM22: ReferenceRule = {
  name: 'R_SPARC_PC_LM22',
  type: 39,
  ...insn32_31_10,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_WDISP16: ReferenceRule = {
  name: 'R_SPARC_WDISP16',
  type: 40,
  ...insn32_17_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed18_multipleOf4,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_WDISP19: ReferenceRule = {
  name: 'R_SPARC_WDISP19',
  type: 41,
  ...insn32_20_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed21_multipleOf4,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_7: ReferenceRule = {
  name: 'R_SPARC_7',
  type: 43,
  ...insn32_6_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned7,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_5: ReferenceRule = {
  name: 'R_SPARC_5',
  type: 44,
  ...insn32_4_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned5,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_6: ReferenceRule = {
  name: 'R_SPARC_6',
  type: 45,
  ...insn32_5_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned6,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_DISP64: ReferenceRule = {
  name: 'R_SPARC_DISP64',
  type: 46,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_PLT64: ReferenceRule = {
  name: 'R_SPARC_PLT64',
  type: 47,
  ...word64,
  value(letters) {
    const { L, A } = given(letters, 'L + A', 'L', 'A');
    return word(L + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_HIX22: ReferenceRule = {
  name: 'R_SPARC_HIX22',
  type: 48,
  ...insn32_31_10,
  value(letters) {
    const { S, A } = given(letters, '(-1) - (S + A)', 'S', 'A');
    return word(-1n - (S + A));
  },
  check: unsigned32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_LOX10: ReferenceRule = {
  name: 'R_SPARC_LOX10',
  type: 49,
  ...insn32_12_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A - Page10(S + A) + 7168', 'S', 'A');
    return word(S + A - clear(S + A, 10) + 7168n);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_H44: ReferenceRule = {
  name: 'R_SPARC_H44',
  type: 50,
  ...insn32_43_22,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned44,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_M44: ReferenceRule = {
  name: 'R_SPARC_M44',
  type: 51,
  ...insn32_21_12,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_L44: ReferenceRule = {
  name: 'R_SPARC_L44',
  type: 52,
  ...insn32_11_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_UA64: ReferenceRule = {
  name: 'R_SPARC_UA64',
  type: 54,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_UA16: ReferenceRule = {
  name: 'R_SPARC_UA16',
  type: 55,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_GOTDATA_OP_HIX22: ReferenceRule = {
  name: 'R_SPARC_GOTDATA_OP_HIX22',
  type: 82,
  ...insn32_31_10,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_GOTDATA_OP_LOX10: ReferenceRule = {
  name: 'R_SPARC_GOTDATA_OP_LOX10',
  type: 83,
  ...insn32_12_0,
  value(letters) {
    const { G } = given(letters, 'G - Page10(G)', 'G');
    return word(G - clear(G, 10));
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_H34: ReferenceRule = {
  name: 'R_SPARC_H34',
  type: 85,
  ...insn32_33_12,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned34,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_SIZE32: ReferenceRule = {
  name: 'R_SPARC_SIZE32',
  type: 86,
  ...word32,
  value(letters) {
    const { Z, A } = given(letters, 'Z + A', 'Z', 'A');
    return word(Z + A);
  },
  check: either32,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_SIZE64: ReferenceRule = {
  name: 'R_SPARC_SIZE64',
  type: 87,
  ...word64,
  value(letters) {
    const { Z, A } = given(letters, 'Z + A', 'Z', 'A');
    return word(Z + A);
  },
  check: unchecked,
};

/** Source: SPARC Compliance Definition 2.4, Relocation Types */
export const R_SPARC_WDISP10: ReferenceRule = {
  name: 'R_SPARC_WDISP10',
  type: 88,
  ...insn32_11_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed12_multipleOf4,
};

const rules: readonly ReferenceRule[] = [
  R_SPARC_8,
  R_SPARC_16,
  R_SPARC_32,
  R_SPARC_DISP8,
  R_SPARC_DISP16,
  R_SPARC_DISP32,
  R_SPARC_WDISP30,
  R_SPARC_WDISP22,
  R_SPARC_HI22,
  R_SPARC_22,
  R_SPARC_13,
  R_SPARC_LO10,
  R_SPARC_GOT10,
  R_SPARC_GOT13,
  R_SPARC_GOT22,
  R_SPARC_PC10,
  R_SPARC_PC22,
  R_SPARC_WPLT30,
  R_SPARC_GLOB_DAT,
  R_SPARC_RELATIVE,
  R_SPARC_UA32,
  R_SPARC_PLT32,
  R_SPARC_10,
  R_SPARC_11,
  R_SPARC_64,
  R_SPARC_OLO10,
  R_SPARC_HH22,
  R_SPARC_HM10,
  R_SPARC_LM22,
  R_SPARC_PC_HH22,
  R_SPARC_PC_HM10,
  R_SPARC_PC_LM22,
  R_SPARC_WDISP16,
  R_SPARC_WDISP19,
  R_SPARC_7,
  R_SPARC_5,
  R_SPARC_6,
  R_SPARC_DISP64,
  R_SPARC_PLT64,
  R_SPARC_HIX22,
  R_SPARC_LOX10,
  R_SPARC_H44,
  R_SPARC_M44,
  R_SPARC_L44,
  R_SPARC_UA64,
  R_SPARC_UA16,
  R_SPARC_GOTDATA_OP_HIX22,
  R_SPARC_GOTDATA_OP_LOX10,
  R_SPARC_H34,
  R_SPARC_SIZE32,
  R_SPARC_SIZE64,
  R_SPARC_WDISP10,
];

/** Every rule of 64-bit SPARC, by name. */
export const model: ReferenceModel = {
  arch: 'sparc64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
