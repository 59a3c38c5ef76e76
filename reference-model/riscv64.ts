// Generated from relocator-dsl/arch/riscv.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit RISC-V as plain functions of their letters. */
import { given, notMultiple, outOfRange, unchecked, word8, word16, word32, word64 } from './common.ts';
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

/** X[12] at bit 31, X[10:5] at bit 25, X[4:1] at bit 8, X[11] at bit 7. */
const insn32_12_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xfe000f80n) |
    (((value >> 12n) & 0x1n) << 31n) |
    (((value >> 5n) & 0x3fn) << 25n) |
    (((value >> 1n) & 0xfn) << 8n) |
    (((value >> 11n) & 0x1n) << 7n),
  extract: (container) =>
    (((container >> 31n) & 0x1n) << 12n) |
    (((container >> 25n) & 0x3fn) << 5n) |
    (((container >> 8n) & 0xfn) << 1n) |
    (((container >> 7n) & 0x1n) << 11n),
};

/** X[20] at bit 31, X[10:1] at bit 21, X[11] at bit 20, X[19:12] at bit 12. */
const insn32_20_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xfffff000n) |
    (((value >> 20n) & 0x1n) << 31n) |
    (((value >> 1n) & 0x3ffn) << 21n) |
    (((value >> 11n) & 0x1n) << 20n) |
    (((value >> 12n) & 0xffn) << 12n),
  extract: (container) =>
    (((container >> 31n) & 0x1n) << 20n) |
    (((container >> 21n) & 0x3ffn) << 1n) |
    (((container >> 20n) & 0x1n) << 11n) |
    (((container >> 12n) & 0xffn) << 12n),
};

/** X[11:0] at bit 52, X[31:12] at bit 12 (rounded). */
const pair_31_0_rounded: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xfff00000fffff000n) |
    ((value & 0xfffn) << 52n) |
    ((((value + 0x800n) >> 12n) & 0xfffffn) << 12n),
  extract(container) {
    let value = (container >> 52n) & 0xfffn;
    value |= ((((container >> 12n) & 0xfffffn) << 12n) - ((value & 0x800n) << 1n)) & 0xfffff000n;
    return value;
  },
};

/** X[31:12] at bit 12 (rounded). */
const insn32_31_12_rounded: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffff000n) | ((((value + 0x800n) >> 12n) & 0xfffffn) << 12n),
  extract: (container) => ((container >> 12n) & 0xfffffn) << 12n,
};

/** X[11:0] at bit 20. */
const insn32_11_0_at_20: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfff00000n) | ((value & 0xfffn) << 20n),
  extract: (container) => (container >> 20n) & 0xfffn,
};

/** X[11:5] at bit 25, X[4:0] at bit 7. */
const insn32_11_0_at_25_7: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xfe000f80n) | (((value >> 5n) & 0x7fn) << 25n) | ((value & 0x1fn) << 7n),
  extract: (container) => (((container >> 25n) & 0x7fn) << 5n) | ((container >> 7n) & 0x1fn),
};

/** X[8] at bit 12, X[4:3] at bit 10, X[7:6] at bit 5, X[2:1] at bit 3, X[5] at bit 2. */
const insn16_8_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x1c7cn) |
    (((value >> 8n) & 0x1n) << 12n) |
    (((value >> 3n) & 0x3n) << 10n) |
    (((value >> 6n) & 0x3n) << 5n) |
    (((value >> 1n) & 0x3n) << 3n) |
    (((value >> 5n) & 0x1n) << 2n),
  extract: (container) =>
    (((container >> 12n) & 0x1n) << 8n) |
    (((container >> 10n) & 0x3n) << 3n) |
    (((container >> 5n) & 0x3n) << 6n) |
    (((container >> 3n) & 0x3n) << 1n) |
    (((container >> 2n) & 0x1n) << 5n),
};

/**
 * X[11] at bit 12, X[4] at bit 11, X[9:8] at bit 9, X[10] at bit 8, X[6] at bit 7, X[7] at bit 6, X[3:1] at
 * bit 3, X[5] at bit 2.
 */
const insn16_11_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x1ffcn) |
    (((value >> 11n) & 0x1n) << 12n) |
    (((value >> 4n) & 0x1n) << 11n) |
    (((value >> 8n) & 0x3n) << 9n) |
    (((value >> 10n) & 0x1n) << 8n) |
    (((value >> 6n) & 0x1n) << 7n) |
    (((value >> 7n) & 0x1n) << 6n) |
    (((value >> 1n) & 0x7n) << 3n) |
    (((value >> 5n) & 0x1n) << 2n),
  extract: (container) =>
    (((container >> 12n) & 0x1n) << 11n) |
    (((container >> 11n) & 0x1n) << 4n) |
    (((container >> 9n) & 0x3n) << 8n) |
    (((container >> 8n) & 0x1n) << 10n) |
    (((container >> 7n) & 0x1n) << 6n) |
    (((container >> 6n) & 0x1n) << 7n) |
    (((container >> 3n) & 0x7n) << 1n) |
    (((container >> 2n) & 0x1n) << 5n),
};

/** X[5:0] at bit 0. */
const word8_5_0: ReferenceField = {
  bytes: 1,
  kind: 'word',
  insert: (container, value) => (container & ~0x3fn) | (value & 0x3fn),
  extract: (container) => container & 0x3fn,
};

/** X[6:0] at bit 0. */
const word8_6_0: ReferenceField = {
  bytes: 1,
  kind: 'word',
  insert: (container, value) => (container & ~0x7fn) | (value & 0x7fn),
  extract: (container) => container & 0x7fn,
};

/** X[13:7] at bit 8, X[6:0] at bit 0. */
const word16_13_0: ReferenceField = {
  bytes: 2,
  kind: 'word',
  insert: (container, value) => (container & ~0x7f7fn) | (((value >> 7n) & 0x7fn) << 8n) | (value & 0x7fn),
  extract: (container) => (((container >> 8n) & 0x7fn) << 7n) | (container & 0x7fn),
};

/** X[20:14] at bit 16, X[13:7] at bit 8, X[6:0] at bit 0. */
const word24_20_0: ReferenceField = {
  bytes: 3,
  kind: 'word',
  insert: (container, value) =>
    (container & ~0x7f7f7fn) |
    (((value >> 14n) & 0x7fn) << 16n) |
    (((value >> 7n) & 0x7fn) << 8n) |
    (value & 0x7fn),
  extract: (container) =>
    (((container >> 16n) & 0x7fn) << 14n) | (((container >> 8n) & 0x7fn) << 7n) | (container & 0x7fn),
};

/** X[27:21] at bit 24, X[20:14] at bit 16, X[13:7] at bit 8, X[6:0] at bit 0. */
const word32_27_0: ReferenceField = {
  bytes: 4,
  kind: 'word',
  insert: (container, value) =>
    (container & ~0x7f7f7f7fn) |
    (((value >> 21n) & 0x7fn) << 24n) |
    (((value >> 14n) & 0x7fn) << 16n) |
    (((value >> 7n) & 0x7fn) << 8n) |
    (value & 0x7fn),
  extract: (container) =>
    (((container >> 24n) & 0x7fn) << 21n) |
    (((container >> 16n) & 0x7fn) << 14n) |
    (((container >> 8n) & 0x7fn) << 7n) |
    (container & 0x7fn),
};

// Checks of X, before anything is cut off.

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
  return undefined;
}

/** -2^12 <= X < 2^12 and X is a multiple of 2. */
function signed13_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000n || X >= 0x1000n) return outOfRange(X, '-2^12 <= X < 2^12');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^20 <= X < 2^20 and X is a multiple of 2. */
function signed21_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^31 - 2^11 <= X < 2^31 - 2^11. */
function signed32_rounded12(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000800n || X >= 0x7ffff800n) return outOfRange(X, '-2^31 - 2^11 <= X < 2^31 - 2^11');
  return undefined;
}

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** -2^8 <= X < 2^8 and X is a multiple of 2. */
function signed9_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100n || X >= 0x100n) return outOfRange(X, '-2^8 <= X < 2^8');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^11 <= X < 2^11 and X is a multiple of 2. */
function signed12_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x800n || X >= 0x800n) return outOfRange(X, '-2^11 <= X < 2^11');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** 0 <= X < 2^7. */
function unsigned7(value: bigint): string | undefined {
  if (value >= 0x80n) return outOfRange(value, '0 <= X < 2^7');
  return undefined;
}

/** 0 <= X < 2^14. */
function unsigned14(value: bigint): string | undefined {
  if (value >= 0x4000n) return outOfRange(value, '0 <= X < 2^14');
  return undefined;
}

/** 0 <= X < 2^21. */
function unsigned21(value: bigint): string | undefined {
  if (value >= 0x200000n) return outOfRange(value, '0 <= X < 2^21');
  return undefined;
}

/** 0 <= X < 2^28. */
function unsigned28(value: bigint): string | undefined {
  if (value >= 0x10000000n) return outOfRange(value, '0 <= X < 2^28');
  return undefined;
}

// Rules.

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_32: ReferenceRule = {
  name: 'R_RISCV_32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_64: ReferenceRule = {
  name: 'R_RISCV_64',
  type: 2,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_RELATIVE: ReferenceRule = {
  name: 'R_RISCV_RELATIVE',
  type: 3,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_JUMP_SLOT: ReferenceRule = {
  name: 'R_RISCV_JUMP_SLOT',
  type: 5,
  ...word64,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_BRANCH: ReferenceRule = {
  name: 'R_RISCV_BRANCH',
  type: 16,
  ...insn32_12_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed13_multipleOf2,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_JAL: ReferenceRule = {
  name: 'R_RISCV_JAL',
  type: 17,
  ...insn32_20_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed21_multipleOf2,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_CALL: ReferenceRule = {
  name: 'R_RISCV_CALL',
  type: 18,
  ...pair_31_0_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32_rounded12,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_CALL_PLT: ReferenceRule = {
  name: 'R_RISCV_CALL_PLT',
  type: 19,
  ...pair_31_0_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32_rounded12,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_GOT_HI20: ReferenceRule = {
  name: 'R_RISCV_GOT_HI20',
  type: 20,
  ...insn32_31_12_rounded,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32_rounded12,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_PCREL_HI20: ReferenceRule = {
  name: 'R_RISCV_PCREL_HI20',
  type: 23,
  ...insn32_31_12_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32_rounded12,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_PCREL_LO12_I: ReferenceRule = {
  name: 'R_RISCV_PCREL_LO12_I',
  type: 24,
  ...insn32_11_0_at_20,
  value(letters) {
    const { H } = given(letters, 'H', 'H');
    return word(H);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_PCREL_LO12_S: ReferenceRule = {
  name: 'R_RISCV_PCREL_LO12_S',
  type: 25,
  ...insn32_11_0_at_25_7,
  value(letters) {
    const { H } = given(letters, 'H', 'H');
    return word(H);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_HI20: ReferenceRule = {
  name: 'R_RISCV_HI20',
  type: 26,
  ...insn32_31_12_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed32_rounded12,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_LO12_I: ReferenceRule = {
  name: 'R_RISCV_LO12_I',
  type: 27,
  ...insn32_11_0_at_20,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_LO12_S: ReferenceRule = {
  name: 'R_RISCV_LO12_S',
  type: 28,
  ...insn32_11_0_at_25_7,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_ADD8: ReferenceRule = {
  name: 'R_RISCV_ADD8',
  type: 33,
  ...word8,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_ADD16: ReferenceRule = {
  name: 'R_RISCV_ADD16',
  type: 34,
  ...word16,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_ADD32: ReferenceRule = {
  name: 'R_RISCV_ADD32',
  type: 35,
  ...word32,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_ADD64: ReferenceRule = {
  name: 'R_RISCV_ADD64',
  type: 36,
  ...word64,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB8: ReferenceRule = {
  name: 'R_RISCV_SUB8',
  type: 37,
  ...word8,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB16: ReferenceRule = {
  name: 'R_RISCV_SUB16',
  type: 38,
  ...word16,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB32: ReferenceRule = {
  name: 'R_RISCV_SUB32',
  type: 39,
  ...word32,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB64: ReferenceRule = {
  name: 'R_RISCV_SUB64',
  type: 40,
  ...word64,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_GOT32_PCREL: ReferenceRule = {
  name: 'R_RISCV_GOT32_PCREL',
  type: 41,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_RVC_BRANCH: ReferenceRule = {
  name: 'R_RISCV_RVC_BRANCH',
  type: 44,
  ...insn16_8_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed9_multipleOf2,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_RVC_JUMP: ReferenceRule = {
  name: 'R_RISCV_RVC_JUMP',
  type: 45,
  ...insn16_11_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed12_multipleOf2,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB6: ReferenceRule = {
  name: 'R_RISCV_SUB6',
  type: 52,
  ...word8_5_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET6: ReferenceRule = {
  name: 'R_RISCV_SET6',
  type: 53,
  ...word8_5_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET8: ReferenceRule = {
  name: 'R_RISCV_SET8',
  type: 54,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET16: ReferenceRule = {
  name: 'R_RISCV_SET16',
  type: 55,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET32: ReferenceRule = {
  name: 'R_RISCV_SET32',
  type: 56,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_32_PCREL: ReferenceRule = {
  name: 'R_RISCV_32_PCREL',
  type: 57,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_PLT32: ReferenceRule = {
  name: 'R_RISCV_PLT32',
  type: 59,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET_ULEB128: ReferenceRule = {
  name: 'R_RISCV_SET_ULEB128',
  type: 60,
  ...word8_6_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned7,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET_ULEB128_2: ReferenceRule = {
  name: 'R_RISCV_SET_ULEB128_2',
  type: 60,
  ...word16_13_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned14,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET_ULEB128_3: ReferenceRule = {
  name: 'R_RISCV_SET_ULEB128_3',
  type: 60,
  ...word24_20_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned21,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SET_ULEB128_4: ReferenceRule = {
  name: 'R_RISCV_SET_ULEB128_4',
  type: 60,
  ...word32_27_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned28,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB_ULEB128: ReferenceRule = {
  name: 'R_RISCV_SUB_ULEB128',
  type: 61,
  ...word8_6_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned7,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB_ULEB128_2: ReferenceRule = {
  name: 'R_RISCV_SUB_ULEB128_2',
  type: 61,
  ...word16_13_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned14,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB_ULEB128_3: ReferenceRule = {
  name: 'R_RISCV_SUB_ULEB128_3',
  type: 61,
  ...word24_20_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned21,
};

/** Source: RISC-V ELF Specification, Relocations */
export const R_RISCV_SUB_ULEB128_4: ReferenceRule = {
  name: 'R_RISCV_SUB_ULEB128_4',
  type: 61,
  ...word32_27_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned28,
};

const rules: readonly ReferenceRule[] = [
  R_RISCV_32,
  R_RISCV_64,
  R_RISCV_RELATIVE,
  R_RISCV_JUMP_SLOT,
  R_RISCV_BRANCH,
  R_RISCV_JAL,
  R_RISCV_CALL,
  R_RISCV_CALL_PLT,
  R_RISCV_GOT_HI20,
  R_RISCV_PCREL_HI20,
  R_RISCV_PCREL_LO12_I,
  R_RISCV_PCREL_LO12_S,
  R_RISCV_HI20,
  R_RISCV_LO12_I,
  R_RISCV_LO12_S,
  R_RISCV_ADD8,
  R_RISCV_ADD16,
  R_RISCV_ADD32,
  R_RISCV_ADD64,
  R_RISCV_SUB8,
  R_RISCV_SUB16,
  R_RISCV_SUB32,
  R_RISCV_SUB64,
  R_RISCV_GOT32_PCREL,
  R_RISCV_RVC_BRANCH,
  R_RISCV_RVC_JUMP,
  R_RISCV_SUB6,
  R_RISCV_SET6,
  R_RISCV_SET8,
  R_RISCV_SET16,
  R_RISCV_SET32,
  R_RISCV_32_PCREL,
  R_RISCV_PLT32,
  R_RISCV_SET_ULEB128,
  R_RISCV_SET_ULEB128_2,
  R_RISCV_SET_ULEB128_3,
  R_RISCV_SET_ULEB128_4,
  R_RISCV_SUB_ULEB128,
  R_RISCV_SUB_ULEB128_2,
  R_RISCV_SUB_ULEB128_3,
  R_RISCV_SUB_ULEB128_4,
];

/** Every rule of 64-bit RISC-V, by name. */
export const model: ReferenceModel = {
  arch: 'riscv64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
