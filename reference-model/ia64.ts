// Generated from relocator-dsl/arch/ia64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of IA-64 (Itanium) as plain functions of their letters. */
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

/** X[13] at bit 36, X[12:7] at bit 27, X[6:0] at bit 13. */
const bundled_13_0: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  insert: (container, value) =>
    (container & ~0x11f80fe000n) |
    (((value >> 13n) & 0x1n) << 36n) |
    (((value >> 7n) & 0x3fn) << 27n) |
    ((value & 0x7fn) << 13n),
  extract: (container) =>
    (((container >> 36n) & 0x1n) << 13n) |
    (((container >> 27n) & 0x3fn) << 7n) |
    ((container >> 13n) & 0x7fn),
};

/** X[21] at bit 36, X[15:7] at bit 27, X[20:16] at bit 22, X[6:0] at bit 13. */
const bundled_21_0: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  insert: (container, value) =>
    (container & ~0x1fffcfe000n) |
    (((value >> 21n) & 0x1n) << 36n) |
    (((value >> 7n) & 0x1ffn) << 27n) |
    (((value >> 16n) & 0x1fn) << 22n) |
    ((value & 0x7fn) << 13n),
  extract: (container) =>
    (((container >> 36n) & 0x1n) << 21n) |
    (((container >> 27n) & 0x1ffn) << 7n) |
    (((container >> 22n) & 0x1fn) << 16n) |
    ((container >> 13n) & 0x7fn),
};

/**
 * X[63] at bit 77, X[15:7] at bit 68, X[20:16] at bit 63, X[21] at bit 62, X[6:0] at bit 54, X[62:22] at bit
 * 0.
 */
const bundledPair_63_0: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
  insert: (container, value) =>
    (container & ~0x3fffdfc001ffffffffffn) |
    (((value >> 63n) & 0x1n) << 77n) |
    (((value >> 7n) & 0x1ffn) << 68n) |
    (((value >> 16n) & 0x1fn) << 63n) |
    (((value >> 21n) & 0x1n) << 62n) |
    ((value & 0x7fn) << 54n) |
    ((value >> 22n) & 0x1ffffffffffn),
  extract: (container) =>
    (((container >> 77n) & 0x1n) << 63n) |
    (((container >> 68n) & 0x1ffn) << 7n) |
    (((container >> 63n) & 0x1fn) << 16n) |
    (((container >> 62n) & 0x1n) << 21n) |
    ((container >> 54n) & 0x7fn) |
    ((container & 0x1ffffffffffn) << 22n),
};

/** X[63] at bit 77, X[23:4] at bit 54, X[62:24] at bit 2; 0 at bits 1 to 0. */
const bundledPair_63_4: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
  insert: (container, value) =>
    (container & ~0x23ffffc001ffffffffffn) |
    (((value >> 63n) & 0x1n) << 77n) |
    (((value >> 4n) & 0xfffffn) << 54n) |
    (((value >> 24n) & 0x7fffffffffn) << 2n),
  extract: (container) =>
    (((container >> 77n) & 0x1n) << 63n) |
    (((container >> 54n) & 0xfffffn) << 4n) |
    (((container >> 2n) & 0x7fffffffffn) << 24n),
};

/** X[24] at bit 36, X[23:4] at bit 13. */
const bundled_24_4_at_36_13: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  insert: (container, value) =>
    (container & ~0x11ffffe000n) | (((value >> 24n) & 0x1n) << 36n) | (((value >> 4n) & 0xfffffn) << 13n),
  extract: (container) => (((container >> 36n) & 0x1n) << 24n) | (((container >> 13n) & 0xfffffn) << 4n),
};

/** X[24] at bit 36, X[23:11] at bit 20, X[10:4] at bit 6. */
const bundled_24_4_at_36_20_6: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  insert: (container, value) =>
    (container & ~0x11fff01fc0n) |
    (((value >> 24n) & 0x1n) << 36n) |
    (((value >> 11n) & 0x1fffn) << 20n) |
    (((value >> 4n) & 0x7fn) << 6n),
  extract: (container) =>
    (((container >> 36n) & 0x1n) << 24n) |
    (((container >> 20n) & 0x1fffn) << 11n) |
    (((container >> 6n) & 0x7fn) << 4n),
};

/** X[24] at bit 36, X[23:4] at bit 6. */
const bundled_24_4_at_36_6: ReferenceField = {
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  insert: (container, value) =>
    (container & ~0x1003ffffc0n) | (((value >> 24n) & 0x1n) << 36n) | (((value >> 4n) & 0xfffffn) << 6n),
  extract: (container) => (((container >> 36n) & 0x1n) << 24n) | (((container >> 6n) & 0xfffffn) << 4n),
};

// Checks of X, before anything is cut off.

/** -2^13 <= X < 2^13. */
function signed14(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000n || X >= 0x2000n) return outOfRange(X, '-2^13 <= X < 2^13');
  return undefined;
}

/** -2^21 <= X < 2^21. */
function signed22(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x200000n || X >= 0x200000n) return outOfRange(X, '-2^21 <= X < 2^21');
  return undefined;
}

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

/** X is a multiple of 16. */
function multipleOf16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 16n !== 0n) return notMultiple(X, 16);
  return undefined;
}

/** -2^24 <= X < 2^24 and X is a multiple of 16. */
function signed25_multipleOf16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000000n || X >= 0x1000000n) return outOfRange(X, '-2^24 <= X < 2^24');
  if (X % 16n !== 0n) return notMultiple(X, 16);
  return undefined;
}

// Rules.

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_IMM14: ReferenceRule = {
  name: 'R_IA64_IMM14',
  type: 33,
  ...bundled_13_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed14,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_IMM22: ReferenceRule = {
  name: 'R_IA64_IMM22',
  type: 34,
  ...bundled_21_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed22,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_IMM64: ReferenceRule = {
  name: 'R_IA64_IMM64',
  type: 35,
  ...bundledPair_63_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_DIR32LSB: ReferenceRule = {
  name: 'R_IA64_DIR32LSB',
  type: 37,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_DIR64LSB: ReferenceRule = {
  name: 'R_IA64_DIR64LSB',
  type: 39,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_GPREL22: ReferenceRule = {
  name: 'R_IA64_GPREL22',
  type: 42,
  ...bundled_21_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed22,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_GPREL64I: ReferenceRule = {
  name: 'R_IA64_GPREL64I',
  type: 43,
  ...bundledPair_63_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_GPREL32LSB: ReferenceRule = {
  name: 'R_IA64_GPREL32LSB',
  type: 45,
  ...word32,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed32,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_GPREL64LSB: ReferenceRule = {
  name: 'R_IA64_GPREL64LSB',
  type: 47,
  ...word64,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_LTOFF22: ReferenceRule = {
  name: 'R_IA64_LTOFF22',
  type: 50,
  ...bundled_21_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed22,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_LTOFF64I: ReferenceRule = {
  name: 'R_IA64_LTOFF64I',
  type: 51,
  ...bundledPair_63_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL60B: ReferenceRule = {
  name: 'R_IA64_PCREL60B',
  type: 72,
  ...bundledPair_63_4,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page4(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 4));
  },
  check: multipleOf16,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL21B: ReferenceRule = {
  name: 'R_IA64_PCREL21B',
  type: 73,
  ...bundled_24_4_at_36_13,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page4(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 4));
  },
  check: signed25_multipleOf16,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL21M: ReferenceRule = {
  name: 'R_IA64_PCREL21M',
  type: 74,
  ...bundled_24_4_at_36_20_6,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page4(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 4));
  },
  check: signed25_multipleOf16,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL21F: ReferenceRule = {
  name: 'R_IA64_PCREL21F',
  type: 75,
  ...bundled_24_4_at_36_6,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page4(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 4));
  },
  check: signed25_multipleOf16,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL32LSB: ReferenceRule = {
  name: 'R_IA64_PCREL32LSB',
  type: 77,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL64LSB: ReferenceRule = {
  name: 'R_IA64_PCREL64LSB',
  type: 79,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_SEGREL32LSB: ReferenceRule = {
  name: 'R_IA64_SEGREL32LSB',
  type: 93,
  ...word32,
  value(letters) {
    const { S, A, B } = given(letters, 'S + A - B', 'S', 'A', 'B');
    return word(S + A - B);
  },
  check: either32,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_SEGREL64LSB: ReferenceRule = {
  name: 'R_IA64_SEGREL64LSB',
  type: 95,
  ...word64,
  value(letters) {
    const { S, A, B } = given(letters, 'S + A - B', 'S', 'A', 'B');
    return word(S + A - B);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_REL64LSB: ReferenceRule = {
  name: 'R_IA64_REL64LSB',
  type: 111,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_LTV32LSB: ReferenceRule = {
  name: 'R_IA64_LTV32LSB',
  type: 117,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_LTV64LSB: ReferenceRule = {
  name: 'R_IA64_LTV64LSB',
  type: 119,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL22: ReferenceRule = {
  name: 'R_IA64_PCREL22',
  type: 122,
  ...bundled_21_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page4(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 4));
  },
  check: signed22,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_PCREL64I: ReferenceRule = {
  name: 'R_IA64_PCREL64I',
  type: 123,
  ...bundledPair_63_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - Page4(P)', 'S', 'A', 'P');
    return word(S + A - clear(P, 4));
  },
  check: unchecked,
};

/** Source: Intel Itanium Processor-specific ABI, Relocation */
export const R_IA64_LTOFF22X: ReferenceRule = {
  name: 'R_IA64_LTOFF22X',
  type: 134,
  ...bundled_21_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed22,
};

const rules: readonly ReferenceRule[] = [
  R_IA64_IMM14,
  R_IA64_IMM22,
  R_IA64_IMM64,
  R_IA64_DIR32LSB,
  R_IA64_DIR64LSB,
  R_IA64_GPREL22,
  R_IA64_GPREL64I,
  R_IA64_GPREL32LSB,
  R_IA64_GPREL64LSB,
  R_IA64_LTOFF22,
  R_IA64_LTOFF64I,
  R_IA64_PCREL60B,
  R_IA64_PCREL21B,
  R_IA64_PCREL21M,
  R_IA64_PCREL21F,
  R_IA64_PCREL32LSB,
  R_IA64_PCREL64LSB,
  R_IA64_SEGREL32LSB,
  R_IA64_SEGREL64LSB,
  R_IA64_REL64LSB,
  R_IA64_LTV32LSB,
  R_IA64_LTV64LSB,
  R_IA64_PCREL22,
  R_IA64_PCREL64I,
  R_IA64_LTOFF22X,
];

/** Every rule of IA-64 (Itanium), by name. */
export const model: ReferenceModel = {
  arch: 'ia64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
