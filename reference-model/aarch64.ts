// Generated from relocator-dsl/arch/aarch64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of AArch64 as plain functions of their letters. */
import { given, notMultiple, outOfRange, page, unchecked, word16, word32, word64 } from './common.ts';
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

/** X[15:0] at bit 5. */
const insn32_15_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffe0n) | ((value & 0xffffn) << 5n),
  extract: (container) => (container >> 5n) & 0xffffn,
};

/** X[31:16] at bit 5. */
const insn32_31_16: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffe0n) | (((value >> 16n) & 0xffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0xffffn) << 16n,
};

/** X[47:32] at bit 5. */
const insn32_47_32: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffe0n) | (((value >> 32n) & 0xffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0xffffn) << 32n,
};

/** X[63:48] at bit 5. */
const insn32_63_48: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1fffe0n) | (((value >> 48n) & 0xffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0xffffn) << 48n,
};

/** X[15:0] at bit 5; 1 at bit 30, or, where X is negative, 0 there and ~X for X. */
const insn32_15_0_signed: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    const opcode = X < 0n ? 0n : 0x40000000n;
    return (container & ~0x401fffe0n) | opcode | ((shown & 0xffffn) << 5n);
  },
  extract(container) {
    const value = (container >> 5n) & 0xffffn;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/** X[31:16] at bit 5; 1 at bit 30, or, where X is negative, 0 there and ~X for X. */
const insn32_31_16_signed: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    const opcode = X < 0n ? 0n : 0x40000000n;
    return (container & ~0x401fffe0n) | opcode | (((shown >> 16n) & 0xffffn) << 5n);
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 16n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/** X[47:32] at bit 5; 1 at bit 30, or, where X is negative, 0 there and ~X for X. */
const insn32_47_32_signed: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    const opcode = X < 0n ? 0n : 0x40000000n;
    return (container & ~0x401fffe0n) | opcode | (((shown >> 32n) & 0xffffn) << 5n);
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 32n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/** X[20:2] at bit 5. */
const insn32_20_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffe0n) | (((value >> 2n) & 0x7ffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0x7ffffn) << 2n,
};

/** X[1:0] at bit 29, X[20:2] at bit 5. */
const insn32_20_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x60ffffe0n) | ((value & 0x3n) << 29n) | (((value >> 2n) & 0x7ffffn) << 5n),
  extract: (container) => ((container >> 29n) & 0x3n) | (((container >> 5n) & 0x7ffffn) << 2n),
};

/** X[13:12] at bit 29, X[32:14] at bit 5. */
const insn32_32_12: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x60ffffe0n) | (((value >> 12n) & 0x3n) << 29n) | (((value >> 14n) & 0x7ffffn) << 5n),
  extract: (container) => (((container >> 29n) & 0x3n) << 12n) | (((container >> 5n) & 0x7ffffn) << 14n),
};

/** X[11:0] at bit 10. */
const insn32_11_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | ((value & 0xfffn) << 10n),
  extract: (container) => (container >> 10n) & 0xfffn,
};

/** X[15:2] at bit 5. */
const insn32_15_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x7ffe0n) | (((value >> 2n) & 0x3fffn) << 5n),
  extract: (container) => ((container >> 5n) & 0x3fffn) << 2n,
};

/** X[27:2] at bit 0. */
const insn32_27_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffffffn) | ((value >> 2n) & 0x3ffffffn),
  extract: (container) => (container & 0x3ffffffn) << 2n,
};

/** X[11:1] at bit 10; 0 at bit 21. */
const insn32_11_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | (((value >> 1n) & 0x7ffn) << 10n),
  extract: (container) => ((container >> 10n) & 0x7ffn) << 1n,
};

/** X[11:2] at bit 10; 0 at bits 21 to 20. */
const insn32_11_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | (((value >> 2n) & 0x3ffn) << 10n),
  extract: (container) => ((container >> 10n) & 0x3ffn) << 2n,
};

/** X[11:3] at bit 10; 0 at bits 21 to 19. */
const insn32_11_3: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | (((value >> 3n) & 0x1ffn) << 10n),
  extract: (container) => ((container >> 10n) & 0x1ffn) << 3n,
};

/** X[63:48] at bit 5; 1 at bit 30, or, where X is negative, 0 there and ~X for X. */
const insn32_63_48_signed: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    const opcode = X < 0n ? 0n : 0x40000000n;
    return (container & ~0x401fffe0n) | opcode | (((shown >> 48n) & 0xffffn) << 5n);
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 48n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/** X[11:4] at bit 10; 0 at bits 21 to 18. */
const insn32_11_4: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | (((value >> 4n) & 0xffn) << 10n),
  extract: (container) => ((container >> 10n) & 0xffn) << 4n,
};

/** X[14:3] at bit 10. */
const insn32_14_3: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | (((value >> 3n) & 0xfffn) << 10n),
  extract: (container) => ((container >> 10n) & 0xfffn) << 3n,
};

// Checks of X, before anything is cut off.

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
  return undefined;
}

/** -2^15 <= X < 2^16. */
function either16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x10000n) return outOfRange(X, '-2^15 <= X < 2^16');
  return undefined;
}

/** 0 <= X < 2^16. */
function unsigned16(value: bigint): string | undefined {
  if (value >= 0x10000n) return outOfRange(value, '0 <= X < 2^16');
  return undefined;
}

/** 0 <= X < 2^32. */
function unsigned32(value: bigint): string | undefined {
  if (value >= 0x100000000n) return outOfRange(value, '0 <= X < 2^32');
  return undefined;
}

/** 0 <= X < 2^48. */
function unsigned48(value: bigint): string | undefined {
  if (value >= 0x1000000000000n) return outOfRange(value, '0 <= X < 2^48');
  return undefined;
}

/** -2^16 <= X < 2^16. */
function signed17(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x10000n || X >= 0x10000n) return outOfRange(X, '-2^16 <= X < 2^16');
  return undefined;
}

/** -2^32 <= X < 2^32. */
function signed33(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000000n || X >= 0x100000000n) return outOfRange(X, '-2^32 <= X < 2^32');
  return undefined;
}

/** -2^48 <= X < 2^48. */
function signed49(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000000000000n || X >= 0x1000000000000n) return outOfRange(X, '-2^48 <= X < 2^48');
  return undefined;
}

/** -2^20 <= X < 2^20 and X is a multiple of 4. */
function signed21_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^20 <= X < 2^20. */
function signed21(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  return undefined;
}

/** -2^15 <= X < 2^15 and X is a multiple of 4. */
function signed16_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
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

/** X is a multiple of 2. */
function multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** X is a multiple of 4. */
function multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** X is a multiple of 8. */
function multipleOf8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 8n !== 0n) return notMultiple(X, 8);
  return undefined;
}

/** X is a multiple of 16. */
function multipleOf16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 16n !== 0n) return notMultiple(X, 16);
  return undefined;
}

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** 0 <= X < 2^15 and X is a multiple of 8. */
function unsigned15_multipleOf8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (value >= 0x8000n) return outOfRange(value, '0 <= X < 2^15');
  if (X % 8n !== 0n) return notMultiple(X, 8);
  return undefined;
}

// Rules.

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_ABS64: ReferenceRule = {
  name: 'R_AARCH64_ABS64',
  type: 257,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_ABS32: ReferenceRule = {
  name: 'R_AARCH64_ABS32',
  type: 258,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_ABS16: ReferenceRule = {
  name: 'R_AARCH64_ABS16',
  type: 259,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_PREL64: ReferenceRule = {
  name: 'R_AARCH64_PREL64',
  type: 260,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_PREL32: ReferenceRule = {
  name: 'R_AARCH64_PREL32',
  type: 261,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: either32,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_PREL16: ReferenceRule = {
  name: 'R_AARCH64_PREL16',
  type: 262,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: either16,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G0',
  type: 263,
  ...insn32_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned16,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G0_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G0_NC',
  type: 264,
  ...insn32_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G1',
  type: 265,
  ...insn32_31_16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned32,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G1_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G1_NC',
  type: 266,
  ...insn32_31_16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G2',
  type: 267,
  ...insn32_47_32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned48,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G2_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G2_NC',
  type: 268,
  ...insn32_47_32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G3: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G3',
  type: 269,
  ...insn32_63_48,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * signed value or offset
 */
export const R_AARCH64_MOVW_SABS_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_SABS_G0',
  type: 270,
  ...insn32_15_0_signed,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed17,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * signed value or offset
 */
export const R_AARCH64_MOVW_SABS_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_SABS_G1',
  type: 271,
  ...insn32_31_16_signed,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed33,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * signed value or offset
 */
export const R_AARCH64_MOVW_SABS_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_SABS_G2',
  type: 272,
  ...insn32_47_32_signed,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed49,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LD_PREL_LO19: ReferenceRule = {
  name: 'R_AARCH64_LD_PREL_LO19',
  type: 273,
  ...insn32_20_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed21_multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADR_PREL_LO21: ReferenceRule = {
  name: 'R_AARCH64_ADR_PREL_LO21',
  type: 274,
  ...insn32_20_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed21,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADR_PREL_PG_HI21: ReferenceRule = {
  name: 'R_AARCH64_ADR_PREL_PG_HI21',
  type: 275,
  ...insn32_32_12,
  value(letters) {
    const { S, A, P } = given(letters, 'Page(S + A) - Page(P)', 'S', 'A', 'P');
    return word(page(S + A) - page(P));
  },
  check: signed33,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADR_PREL_PG_HI21_NC: ReferenceRule = {
  name: 'R_AARCH64_ADR_PREL_PG_HI21_NC',
  type: 276,
  ...insn32_32_12,
  value(letters) {
    const { S, A, P } = given(letters, 'Page(S + A) - Page(P)', 'S', 'A', 'P');
    return word(page(S + A) - page(P));
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADD_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_ADD_ABS_LO12_NC',
  type: 277,
  ...insn32_11_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST8_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST8_ABS_LO12_NC',
  type: 278,
  ...insn32_11_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_TSTBR14: ReferenceRule = {
  name: 'R_AARCH64_TSTBR14',
  type: 279,
  ...insn32_15_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16_multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_CONDBR19: ReferenceRule = {
  name: 'R_AARCH64_CONDBR19',
  type: 280,
  ...insn32_20_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed21_multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_JUMP26: ReferenceRule = {
  name: 'R_AARCH64_JUMP26',
  type: 282,
  ...insn32_27_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed28_multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_CALL26: ReferenceRule = {
  name: 'R_AARCH64_CALL26',
  type: 283,
  ...insn32_27_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed28_multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST16_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST16_ABS_LO12_NC',
  type: 284,
  ...insn32_11_1,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: multipleOf2,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST32_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST32_ABS_LO12_NC',
  type: 285,
  ...insn32_11_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST64_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST64_ABS_LO12_NC',
  type: 286,
  ...insn32_11_3,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: multipleOf8,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G0',
  type: 287,
  ...insn32_15_0_signed,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed17,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G0_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G0_NC',
  type: 288,
  ...insn32_15_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G1',
  type: 289,
  ...insn32_31_16_signed,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed33,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G1_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G1_NC',
  type: 290,
  ...insn32_31_16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G2',
  type: 291,
  ...insn32_47_32_signed,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed49,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G2_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G2_NC',
  type: 292,
  ...insn32_47_32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G3: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G3',
  type: 293,
  ...insn32_63_48_signed,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST128_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST128_ABS_LO12_NC',
  type: 299,
  ...insn32_11_4,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: multipleOf16,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G0',
  type: 300,
  ...insn32_15_0_signed,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: signed17,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G0_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G0_NC',
  type: 301,
  ...insn32_15_0,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G1',
  type: 302,
  ...insn32_31_16_signed,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: signed33,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G1_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G1_NC',
  type: 303,
  ...insn32_31_16,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G2',
  type: 304,
  ...insn32_47_32_signed,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: signed49,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G2_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G2_NC',
  type: 305,
  ...insn32_47_32,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G3: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G3',
  type: 306,
  ...insn32_63_48_signed,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative data
 * relocations
 */
export const R_AARCH64_GOTREL64: ReferenceRule = {
  name: 'R_AARCH64_GOTREL64',
  type: 307,
  ...word64,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: unchecked,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative data
 * relocations
 */
export const R_AARCH64_GOTREL32: ReferenceRule = {
  name: 'R_AARCH64_GOTREL32',
  type: 308,
  ...word32,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: signed32,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_GOT_LD_PREL19: ReferenceRule = {
  name: 'R_AARCH64_GOT_LD_PREL19',
  type: 309,
  ...insn32_20_2,
  value(letters) {
    const { GOT, G, P } = given(letters, 'GOT + G - P', 'GOT', 'G', 'P');
    return word(GOT + G - P);
  },
  check: signed21_multipleOf4,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_LD64_GOTOFF_LO15: ReferenceRule = {
  name: 'R_AARCH64_LD64_GOTOFF_LO15',
  type: 310,
  ...insn32_14_3,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - GOT', 'GOT', 'G');
    return word(GOT + G - GOT);
  },
  check: unsigned15_multipleOf8,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_ADR_GOT_PAGE: ReferenceRule = {
  name: 'R_AARCH64_ADR_GOT_PAGE',
  type: 311,
  ...insn32_32_12,
  value(letters) {
    const { GOT, G, P } = given(letters, 'Page(GOT + G) - Page(P)', 'GOT', 'G', 'P');
    return word(page(GOT + G) - page(P));
  },
  check: signed33,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_LD64_GOT_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LD64_GOT_LO12_NC',
  type: 312,
  ...insn32_11_3,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G', 'GOT', 'G');
    return word(GOT + G);
  },
  check: multipleOf8,
};

/**
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_LD64_GOTPAGE_LO15: ReferenceRule = {
  name: 'R_AARCH64_LD64_GOTPAGE_LO15',
  type: 313,
  ...insn32_14_3,
  value(letters) {
    const { GOT, G } = given(letters, 'GOT + G - Page(GOT)', 'GOT', 'G');
    return word(GOT + G - page(GOT));
  },
  check: unsigned15_multipleOf8,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_PLT32: ReferenceRule = {
  name: 'R_AARCH64_PLT32',
  type: 314,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations */
export const R_AARCH64_GOTPCREL32: ReferenceRule = {
  name: 'R_AARCH64_GOTPCREL32',
  type: 315,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.12 Dynamic relocations */
export const R_AARCH64_GLOB_DAT: ReferenceRule = {
  name: 'R_AARCH64_GLOB_DAT',
  type: 1025,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.12 Dynamic relocations */
export const R_AARCH64_JUMP_SLOT: ReferenceRule = {
  name: 'R_AARCH64_JUMP_SLOT',
  type: 1026,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm 64-bit Architecture, 5.7.12 Dynamic relocations */
export const R_AARCH64_RELATIVE: ReferenceRule = {
  name: 'R_AARCH64_RELATIVE',
  type: 1027,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

const rules: readonly ReferenceRule[] = [
  R_AARCH64_ABS64,
  R_AARCH64_ABS32,
  R_AARCH64_ABS16,
  R_AARCH64_PREL64,
  R_AARCH64_PREL32,
  R_AARCH64_PREL16,
  R_AARCH64_MOVW_UABS_G0,
  R_AARCH64_MOVW_UABS_G0_NC,
  R_AARCH64_MOVW_UABS_G1,
  R_AARCH64_MOVW_UABS_G1_NC,
  R_AARCH64_MOVW_UABS_G2,
  R_AARCH64_MOVW_UABS_G2_NC,
  R_AARCH64_MOVW_UABS_G3,
  R_AARCH64_MOVW_SABS_G0,
  R_AARCH64_MOVW_SABS_G1,
  R_AARCH64_MOVW_SABS_G2,
  R_AARCH64_LD_PREL_LO19,
  R_AARCH64_ADR_PREL_LO21,
  R_AARCH64_ADR_PREL_PG_HI21,
  R_AARCH64_ADR_PREL_PG_HI21_NC,
  R_AARCH64_ADD_ABS_LO12_NC,
  R_AARCH64_LDST8_ABS_LO12_NC,
  R_AARCH64_TSTBR14,
  R_AARCH64_CONDBR19,
  R_AARCH64_JUMP26,
  R_AARCH64_CALL26,
  R_AARCH64_LDST16_ABS_LO12_NC,
  R_AARCH64_LDST32_ABS_LO12_NC,
  R_AARCH64_LDST64_ABS_LO12_NC,
  R_AARCH64_MOVW_PREL_G0,
  R_AARCH64_MOVW_PREL_G0_NC,
  R_AARCH64_MOVW_PREL_G1,
  R_AARCH64_MOVW_PREL_G1_NC,
  R_AARCH64_MOVW_PREL_G2,
  R_AARCH64_MOVW_PREL_G2_NC,
  R_AARCH64_MOVW_PREL_G3,
  R_AARCH64_LDST128_ABS_LO12_NC,
  R_AARCH64_MOVW_GOTOFF_G0,
  R_AARCH64_MOVW_GOTOFF_G0_NC,
  R_AARCH64_MOVW_GOTOFF_G1,
  R_AARCH64_MOVW_GOTOFF_G1_NC,
  R_AARCH64_MOVW_GOTOFF_G2,
  R_AARCH64_MOVW_GOTOFF_G2_NC,
  R_AARCH64_MOVW_GOTOFF_G3,
  R_AARCH64_GOTREL64,
  R_AARCH64_GOTREL32,
  R_AARCH64_GOT_LD_PREL19,
  R_AARCH64_LD64_GOTOFF_LO15,
  R_AARCH64_ADR_GOT_PAGE,
  R_AARCH64_LD64_GOT_LO12_NC,
  R_AARCH64_LD64_GOTPAGE_LO15,
  R_AARCH64_PLT32,
  R_AARCH64_GOTPCREL32,
  R_AARCH64_GLOB_DAT,
  R_AARCH64_JUMP_SLOT,
  R_AARCH64_RELATIVE,
];

/** Every rule of AArch64, by name. */
export const model: ReferenceModel = {
  arch: 'aarch64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
