// Generated from relocator-dsl/arch/loongarch64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit LoongArch as plain functions of their letters. */
import {
  clear,
  given,
  notMultiple,
  outOfRange,
  page,
  unchecked,
  word8,
  word16,
  word32,
  word64,
} from './common.ts';
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

/** X[17:2] at bit 10. */
const insn32_17_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffc00n) | (((value >> 2n) & 0xffffn) << 10n),
  extract: (container) => ((container >> 10n) & 0xffffn) << 2n,
};

/** X[17:2] at bit 10, X[22:18] at bit 0. */
const insn32_22_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3fffc1fn) | (((value >> 2n) & 0xffffn) << 10n) | ((value >> 18n) & 0x1fn),
  extract: (container) => (((container >> 10n) & 0xffffn) << 2n) | ((container & 0x1fn) << 18n),
};

/** X[17:2] at bit 10, X[27:18] at bit 0. */
const insn32_27_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3ffffffn) | (((value >> 2n) & 0xffffn) << 10n) | ((value >> 18n) & 0x3ffn),
  extract: (container) => (((container >> 10n) & 0xffffn) << 2n) | ((container & 0x3ffn) << 18n),
};

/** X[31:12] at bit 5. */
const insn32_31_12: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1ffffe0n) | (((value >> 12n) & 0xfffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0xfffffn) << 12n,
};

/** X[11:0] at bit 10. */
const insn32_11_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | ((value & 0xfffn) << 10n),
  extract: (container) => (container >> 10n) & 0xfffn,
};

/** X[51:32] at bit 5. */
const insn32_51_32: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1ffffe0n) | (((value >> 32n) & 0xfffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0xfffffn) << 32n,
};

/** X[63:52] at bit 10. */
const insn32_63_52: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3ffc00n) | (((value >> 52n) & 0xfffn) << 10n),
  extract: (container) => ((container >> 10n) & 0xfffn) << 52n,
};

/** X[21:2] at bit 5. */
const insn32_21_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1ffffe0n) | (((value >> 2n) & 0xfffffn) << 5n),
  extract: (container) => ((container >> 5n) & 0xfffffn) << 2n,
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

/** X[17:2] at bit 42, X[37:18] at bit 5 (rounded). */
const pair_37_2_rounded: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3fffc0001ffffe0n) |
    (((value >> 2n) & 0xffffn) << 42n) |
    ((((value + 0x20000n) >> 18n) & 0xfffffn) << 5n),
  extract(container) {
    let value = ((container >> 42n) & 0xffffn) << 2n;
    value |= ((((container >> 5n) & 0xfffffn) << 18n) - ((value & 0x20000n) << 1n)) & 0x3ffffc0000n;
    return value;
  },
};

// Checks of X, before anything is cut off.

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
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

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** X is a multiple of 4. */
function multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^21 <= X < 2^21 and X is a multiple of 4. */
function signed22_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x200000n || X >= 0x200000n) return outOfRange(X, '-2^21 <= X < 2^21');
  if (X % 4n !== 0n) return notMultiple(X, 4);
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

/** -2^37 - 2^17 <= X < 2^37 - 2^17 and X is a multiple of 4. */
function signed38_rounded18_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000020000n || X >= 0x1ffffe0000n) return outOfRange(X, '-2^37 - 2^17 <= X < 2^37 - 2^17');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

// Rules.

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_32: ReferenceRule = {
  name: 'R_LARCH_32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_64: ReferenceRule = {
  name: 'R_LARCH_64',
  type: 2,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_RELATIVE: ReferenceRule = {
  name: 'R_LARCH_RELATIVE',
  type: 3,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_JUMP_SLOT: ReferenceRule = {
  name: 'R_LARCH_JUMP_SLOT',
  type: 5,
  ...word64,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD8: ReferenceRule = {
  name: 'R_LARCH_ADD8',
  type: 47,
  ...word8,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD16: ReferenceRule = {
  name: 'R_LARCH_ADD16',
  type: 48,
  ...word16,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD32: ReferenceRule = {
  name: 'R_LARCH_ADD32',
  type: 50,
  ...word32,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD64: ReferenceRule = {
  name: 'R_LARCH_ADD64',
  type: 51,
  ...word64,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB8: ReferenceRule = {
  name: 'R_LARCH_SUB8',
  type: 52,
  ...word8,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB16: ReferenceRule = {
  name: 'R_LARCH_SUB16',
  type: 53,
  ...word16,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB32: ReferenceRule = {
  name: 'R_LARCH_SUB32',
  type: 55,
  ...word32,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB64: ReferenceRule = {
  name: 'R_LARCH_SUB64',
  type: 56,
  ...word64,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_B16: ReferenceRule = {
  name: 'R_LARCH_B16',
  type: 64,
  ...insn32_17_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed18_multipleOf4,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_B21: ReferenceRule = {
  name: 'R_LARCH_B21',
  type: 65,
  ...insn32_22_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed23_multipleOf4,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_B26: ReferenceRule = {
  name: 'R_LARCH_B26',
  type: 66,
  ...insn32_27_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed28_multipleOf4,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ABS_HI20: ReferenceRule = {
  name: 'R_LARCH_ABS_HI20',
  type: 67,
  ...insn32_31_12,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: LoongArch Reference Manual, LU12I.W */
export const R_LARCH_ABS_HI20_ALONE: ReferenceRule = {
  name: 'R_LARCH_ABS_HI20_ALONE',
  type: 67,
  ...insn32_31_12,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed32,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ABS_LO12: ReferenceRule = {
  name: 'R_LARCH_ABS_LO12',
  type: 68,
  ...insn32_11_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ABS64_LO20: ReferenceRule = {
  name: 'R_LARCH_ABS64_LO20',
  type: 69,
  ...insn32_51_32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ABS64_HI12: ReferenceRule = {
  name: 'R_LARCH_ABS64_HI12',
  type: 70,
  ...insn32_63_52,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_PCALA_HI20: ReferenceRule = {
  name: 'R_LARCH_PCALA_HI20',
  type: 71,
  ...insn32_31_12,
  value(letters) {
    const { S, A, P } = given(letters, 'Page(S + A + 2048) - Page(P)', 'S', 'A', 'P');
    return word(page(S + A + 2048n) - page(P));
  },
  check: unchecked,
};

/** Source: LoongArch Reference Manual, PCALAU12I */
export const R_LARCH_PCALA_HI20_ALONE: ReferenceRule = {
  name: 'R_LARCH_PCALA_HI20_ALONE',
  type: 71,
  ...insn32_31_12,
  value(letters) {
    const { S, A, P } = given(letters, 'Page(S + A + 2048) - Page(P)', 'S', 'A', 'P');
    return word(page(S + A + 2048n) - page(P));
  },
  check: signed32,
};

/** Source: LoongArch Reference Manual, LU12I.W */
export const R_LARCH_PCALA_HI20_ABS: ReferenceRule = {
  name: 'R_LARCH_PCALA_HI20_ABS',
  type: 71,
  ...insn32_31_12,
  value(letters) {
    const { S, A } = given(letters, 'Page(S + A + 2048)', 'S', 'A');
    return word(page(S + A + 2048n));
  },
  check: signed32,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_PCALA_LO12: ReferenceRule = {
  name: 'R_LARCH_PCALA_LO12',
  type: 72,
  ...insn32_11_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: GNU ld and lld */
export const R_LARCH_PCALA_LO12_JIRL: ReferenceRule = {
  name: 'R_LARCH_PCALA_LO12_JIRL',
  type: 72,
  ...insn32_17_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A - Page(S + A + 2048)', 'S', 'A');
    return word(S + A - page(S + A + 2048n));
  },
  check: multipleOf4,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_PCALA64_LO20: ReferenceRule = {
  name: 'R_LARCH_PCALA64_LO20',
  type: 73,
  ...insn32_51_32,
  value(letters) {
    const { S, A, P } = given(
      letters,
      'S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 8) + 2147483648)',
      'S',
      'A',
      'P',
    );
    return word(S + A - page(S + A + 2048n) + clear(page(S + A + 2048n) - page(P - 8n) + 2147483648n, 32));
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_PCALA64_HI12: ReferenceRule = {
  name: 'R_LARCH_PCALA64_HI12',
  type: 74,
  ...insn32_63_52,
  value(letters) {
    const { S, A, P } = given(
      letters,
      'S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 12) + 2147483648)',
      'S',
      'A',
      'P',
    );
    return word(S + A - page(S + A + 2048n) + clear(page(S + A + 2048n) - page(P - 12n) + 2147483648n, 32));
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT_PC_HI20: ReferenceRule = {
  name: 'R_LARCH_GOT_PC_HI20',
  type: 75,
  ...insn32_31_12,
  value(letters) {
    const { G, GOT, P } = given(letters, 'Page(G + GOT + 2048) - Page(P)', 'G', 'GOT', 'P');
    return word(page(G + GOT + 2048n) - page(P));
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT_PC_LO12: ReferenceRule = {
  name: 'R_LARCH_GOT_PC_LO12',
  type: 76,
  ...insn32_11_0,
  value(letters) {
    const { G, GOT } = given(letters, 'G + GOT', 'G', 'GOT');
    return word(G + GOT);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT64_PC_LO20: ReferenceRule = {
  name: 'R_LARCH_GOT64_PC_LO20',
  type: 77,
  ...insn32_51_32,
  value(letters) {
    const { G, GOT, P } = given(
      letters,
      'G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 8) + 2147483648)',
      'G',
      'GOT',
      'P',
    );
    return word(
      G + GOT - page(G + GOT + 2048n) + clear(page(G + GOT + 2048n) - page(P - 8n) + 2147483648n, 32),
    );
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT64_PC_HI12: ReferenceRule = {
  name: 'R_LARCH_GOT64_PC_HI12',
  type: 78,
  ...insn32_63_52,
  value(letters) {
    const { G, GOT, P } = given(
      letters,
      'G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 12) + 2147483648)',
      'G',
      'GOT',
      'P',
    );
    return word(
      G + GOT - page(G + GOT + 2048n) + clear(page(G + GOT + 2048n) - page(P - 12n) + 2147483648n, 32),
    );
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT_HI20: ReferenceRule = {
  name: 'R_LARCH_GOT_HI20',
  type: 79,
  ...insn32_31_12,
  value(letters) {
    const { G, GOT } = given(letters, 'G + GOT', 'G', 'GOT');
    return word(G + GOT);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT_LO12: ReferenceRule = {
  name: 'R_LARCH_GOT_LO12',
  type: 80,
  ...insn32_11_0,
  value(letters) {
    const { G, GOT } = given(letters, 'G + GOT', 'G', 'GOT');
    return word(G + GOT);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT64_LO20: ReferenceRule = {
  name: 'R_LARCH_GOT64_LO20',
  type: 81,
  ...insn32_51_32,
  value(letters) {
    const { G, GOT } = given(letters, 'G + GOT', 'G', 'GOT');
    return word(G + GOT);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_GOT64_HI12: ReferenceRule = {
  name: 'R_LARCH_GOT64_HI12',
  type: 82,
  ...insn32_63_52,
  value(letters) {
    const { G, GOT } = given(letters, 'G + GOT', 'G', 'GOT');
    return word(G + GOT);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_32_PCREL: ReferenceRule = {
  name: 'R_LARCH_32_PCREL',
  type: 99,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_PCREL20_S2: ReferenceRule = {
  name: 'R_LARCH_PCREL20_S2',
  type: 103,
  ...insn32_21_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed22_multipleOf4,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD6: ReferenceRule = {
  name: 'R_LARCH_ADD6',
  type: 105,
  ...word8_5_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB6: ReferenceRule = {
  name: 'R_LARCH_SUB6',
  type: 106,
  ...word8_5_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD_ULEB128: ReferenceRule = {
  name: 'R_LARCH_ADD_ULEB128',
  type: 107,
  ...word8_6_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unsigned7,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD_ULEB128_2: ReferenceRule = {
  name: 'R_LARCH_ADD_ULEB128_2',
  type: 107,
  ...word16_13_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unsigned14,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD_ULEB128_3: ReferenceRule = {
  name: 'R_LARCH_ADD_ULEB128_3',
  type: 107,
  ...word24_20_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unsigned21,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_ADD_ULEB128_4: ReferenceRule = {
  name: 'R_LARCH_ADD_ULEB128_4',
  type: 107,
  ...word32_27_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V + S + A', 'V', 'S', 'A');
    return word(V + S + A);
  },
  check: unsigned28,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB_ULEB128: ReferenceRule = {
  name: 'R_LARCH_SUB_ULEB128',
  type: 108,
  ...word8_6_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned7,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB_ULEB128_2: ReferenceRule = {
  name: 'R_LARCH_SUB_ULEB128_2',
  type: 108,
  ...word16_13_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned14,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB_ULEB128_3: ReferenceRule = {
  name: 'R_LARCH_SUB_ULEB128_3',
  type: 108,
  ...word24_20_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned21,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_SUB_ULEB128_4: ReferenceRule = {
  name: 'R_LARCH_SUB_ULEB128_4',
  type: 108,
  ...word32_27_0,
  value(letters) {
    const { V, S, A } = given(letters, 'V - S - A', 'V', 'S', 'A');
    return word(V - S - A);
  },
  check: unsigned28,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_64_PCREL: ReferenceRule = {
  name: 'R_LARCH_64_PCREL',
  type: 109,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the LoongArch Architecture, Relocations */
export const R_LARCH_CALL36: ReferenceRule = {
  name: 'R_LARCH_CALL36',
  type: 110,
  ...pair_37_2_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed38_rounded18_multipleOf4,
};

const rules: readonly ReferenceRule[] = [
  R_LARCH_32,
  R_LARCH_64,
  R_LARCH_RELATIVE,
  R_LARCH_JUMP_SLOT,
  R_LARCH_ADD8,
  R_LARCH_ADD16,
  R_LARCH_ADD32,
  R_LARCH_ADD64,
  R_LARCH_SUB8,
  R_LARCH_SUB16,
  R_LARCH_SUB32,
  R_LARCH_SUB64,
  R_LARCH_B16,
  R_LARCH_B21,
  R_LARCH_B26,
  R_LARCH_ABS_HI20,
  R_LARCH_ABS_HI20_ALONE,
  R_LARCH_ABS_LO12,
  R_LARCH_ABS64_LO20,
  R_LARCH_ABS64_HI12,
  R_LARCH_PCALA_HI20,
  R_LARCH_PCALA_HI20_ALONE,
  R_LARCH_PCALA_HI20_ABS,
  R_LARCH_PCALA_LO12,
  R_LARCH_PCALA_LO12_JIRL,
  R_LARCH_PCALA64_LO20,
  R_LARCH_PCALA64_HI12,
  R_LARCH_GOT_PC_HI20,
  R_LARCH_GOT_PC_LO12,
  R_LARCH_GOT64_PC_LO20,
  R_LARCH_GOT64_PC_HI12,
  R_LARCH_GOT_HI20,
  R_LARCH_GOT_LO12,
  R_LARCH_GOT64_LO20,
  R_LARCH_GOT64_HI12,
  R_LARCH_32_PCREL,
  R_LARCH_PCREL20_S2,
  R_LARCH_ADD6,
  R_LARCH_SUB6,
  R_LARCH_ADD_ULEB128,
  R_LARCH_ADD_ULEB128_2,
  R_LARCH_ADD_ULEB128_3,
  R_LARCH_ADD_ULEB128_4,
  R_LARCH_SUB_ULEB128,
  R_LARCH_SUB_ULEB128_2,
  R_LARCH_SUB_ULEB128_3,
  R_LARCH_SUB_ULEB128_4,
  R_LARCH_64_PCREL,
  R_LARCH_CALL36,
];

/** Every rule of 64-bit LoongArch, by name. */
export const model: ReferenceModel = {
  arch: 'loongarch64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
