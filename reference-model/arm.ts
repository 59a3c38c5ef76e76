// Generated from relocator-dsl/arch/arm.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Arm (32-bit) as plain functions of their letters. */
import {
  given,
  notMultiple,
  notOdd,
  outOfRange,
  rotatedPiece,
  unchecked,
  unrotated,
  withoutPieces,
  word8,
  word16,
  word32,
  wordUnlessOdd,
} from './common.ts';
import type { ReferenceField, ReferenceModel, ReferenceRule } from './types.ts';

/** `value` as an unsigned word of 32 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(32, value);
}

/** `value` as a signed word of 32 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(32, value);
}

// Fields: X[high:low] are bits of X; all other bits of the container are kept.

/** X[25:2] at bit 0. */
const insn32_25_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffffn) | ((value >> 2n) & 0xffffffn),
  extract: (container) => (container & 0xffffffn) << 2n,
};

/**
 * X[11:0] at bit 0; X is |X| without 0 leading pieces; of bits 0x800000n 0x800000n, or, where X is negative,
 * 0n.
 */
const insn32_11_0_rest_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? -X : X;
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x800fffn) | opcode | (shown & 0xfffn);
  },
  extract(container) {
    const value = container & 0xfffn;
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[23] at bit 29 (flipped unless X[24] is set), X[0] at bit 28, X[22] at bit 27 (flipped unless X[24] is
 * set), X[11:1] at bit 16, X[24] at bit 10, X[21:12] at bit 0.
 */
const insn32_24_0_flipped: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3fff07ffn) |
    ((((value >> 23n) ^ ~(value >> 24n)) & 0x1n) << 29n) |
    ((value & 0x1n) << 28n) |
    ((((value >> 22n) ^ ~(value >> 24n)) & 0x1n) << 27n) |
    (((value >> 1n) & 0x7ffn) << 16n) |
    (((value >> 24n) & 0x1n) << 10n) |
    ((value >> 12n) & 0x3ffn),
  extract(container) {
    let value =
      ((container >> 28n) & 0x1n) |
      (((container >> 16n) & 0x7ffn) << 1n) |
      (((container >> 10n) & 0x1n) << 24n) |
      ((container & 0x3ffn) << 12n);
    value |= (((container >> 27n) ^ ~(value >> 24n)) & 0x1n) << 22n;
    value |= (((container >> 29n) ^ ~(value >> 24n)) & 0x1n) << 23n;
    return value;
  },
};

/**
 * X[23] at bit 29 (flipped unless X[24] is set), X[22] at bit 27 (flipped unless X[24] is set), X[11:1] at
 * bit 16, X[24] at bit 10, X[21:12] at bit 0.
 */
const insn32_24_1_flipped: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x2fff07ffn) |
    ((((value >> 23n) ^ ~(value >> 24n)) & 0x1n) << 29n) |
    ((((value >> 22n) ^ ~(value >> 24n)) & 0x1n) << 27n) |
    (((value >> 1n) & 0x7ffn) << 16n) |
    (((value >> 24n) & 0x1n) << 10n) |
    ((value >> 12n) & 0x3ffn),
  extract(container) {
    let value =
      (((container >> 16n) & 0x7ffn) << 1n) |
      (((container >> 10n) & 0x1n) << 24n) |
      ((container & 0x3ffn) << 12n);
    value |= (((container >> 27n) ^ ~(value >> 24n)) & 0x1n) << 22n;
    value |= (((container >> 29n) ^ ~(value >> 24n)) & 0x1n) << 23n;
    return value;
  },
};

/** X[0] at bit 28, X[1] at bit 24 (flipped unless X[0] is set), X[25:2] at bit 0. */
const insn32_25_0_flipped: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x11ffffffn) |
    ((value & 0x1n) << 28n) |
    ((((value >> 1n) ^ ~value) & 0x1n) << 24n) |
    ((value >> 2n) & 0xffffffn),
  extract(container) {
    let value = ((container >> 28n) & 0x1n) | ((container & 0xffffffn) << 2n);
    value |= (((container >> 24n) ^ ~value) & 0x1n) << 1n;
    return value;
  },
};

/** X[30:0] at bit 0. */
const word32_30_0: ReferenceField = {
  bytes: 4,
  kind: 'word',
  insert: (container, value) => (container & ~0x7fffffffn) | (value & 0x7fffffffn),
  extract: (container) => container & 0x7fffffffn,
};

/** X[15:12] at bit 16, X[11:0] at bit 0. */
const insn32_15_0_at_16_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xf0fffn) | (((value >> 12n) & 0xfn) << 16n) | (value & 0xfffn),
  extract: (container) => (((container >> 16n) & 0xfn) << 12n) | (container & 0xfffn),
};

/** X[31:28] at bit 16, X[27:16] at bit 0. */
const insn32_31_16_at_16_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xf0fffn) | (((value >> 28n) & 0xfn) << 16n) | ((value >> 16n) & 0xfffn),
  extract: (container) => (((container >> 16n) & 0xfn) << 28n) | ((container & 0xfffn) << 16n),
};

/** X[10:8] at bit 28, X[7:0] at bit 16, X[11] at bit 10, X[15:12] at bit 0. */
const insn32_15_0_at_28_16_10_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x70ff040fn) |
    (((value >> 8n) & 0x7n) << 28n) |
    ((value & 0xffn) << 16n) |
    (((value >> 11n) & 0x1n) << 10n) |
    ((value >> 12n) & 0xfn),
  extract: (container) =>
    (((container >> 28n) & 0x7n) << 8n) |
    ((container >> 16n) & 0xffn) |
    (((container >> 10n) & 0x1n) << 11n) |
    ((container & 0xfn) << 12n),
};

/** X[26:24] at bit 28, X[23:16] at bit 16, X[27] at bit 10, X[31:28] at bit 0. */
const insn32_31_16_at_28_16_10_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x70ff040fn) |
    (((value >> 24n) & 0x7n) << 28n) |
    (((value >> 16n) & 0xffn) << 16n) |
    (((value >> 27n) & 0x1n) << 10n) |
    ((value >> 28n) & 0xfn),
  extract: (container) =>
    (((container >> 28n) & 0x7n) << 24n) |
    (((container >> 16n) & 0xffn) << 16n) |
    (((container >> 10n) & 0x1n) << 27n) |
    ((container & 0xfn) << 28n),
};

/** X[18] at bit 29, X[19] at bit 27, X[11:1] at bit 16, X[20] at bit 10, X[17:12] at bit 0. */
const insn32_20_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x2fff043fn) |
    (((value >> 18n) & 0x1n) << 29n) |
    (((value >> 19n) & 0x1n) << 27n) |
    (((value >> 1n) & 0x7ffn) << 16n) |
    (((value >> 20n) & 0x1n) << 10n) |
    ((value >> 12n) & 0x3fn),
  extract: (container) =>
    (((container >> 29n) & 0x1n) << 18n) |
    (((container >> 27n) & 0x1n) << 19n) |
    (((container >> 16n) & 0x7ffn) << 1n) |
    (((container >> 10n) & 0x1n) << 20n) |
    ((container & 0x3fn) << 12n),
};

/**
 * X[11:0] at bit 0; X is the leading piece, rotated, of |X| without 0 leading pieces; of bits 0xc00000n
 * 0x800000n, or, where X is negative, 0x400000n.
 */
const insn32_11_0_piece_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = rotatedPiece(X < 0n ? -X : X);
    const opcode = X < 0n ? 0x400000n : 0x800000n;
    return (container & ~0xc00fffn) | opcode | (shown & 0xfffn);
  },
  extract(container) {
    const value = container & 0xfffn;
    return (container & 0xc00000n) === 0x400000n ? BigInt.asUintN(64, -unrotated(value)) : unrotated(value);
  },
};

/**
 * X[11:0] at bit 0; X is the leading piece, rotated, of |X| without 1 leading pieces; of bits 0xc00000n
 * 0x800000n, or, where X is negative, 0x400000n.
 */
const insn32_11_0_piece_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = rotatedPiece(withoutPieces(X < 0n ? -X : X, 1));
    const opcode = X < 0n ? 0x400000n : 0x800000n;
    return (container & ~0xc00fffn) | opcode | (shown & 0xfffn);
  },
  extract(container) {
    const value = container & 0xfffn;
    return (container & 0xc00000n) === 0x400000n ? BigInt.asUintN(64, -unrotated(value)) : unrotated(value);
  },
};

/**
 * X[11:0] at bit 0; X is the leading piece, rotated, of |X| without 2 leading pieces; of bits 0xc00000n
 * 0x800000n, or, where X is negative, 0x400000n.
 */
const insn32_11_0_piece_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = rotatedPiece(withoutPieces(X < 0n ? -X : X, 2));
    const opcode = X < 0n ? 0x400000n : 0x800000n;
    return (container & ~0xc00fffn) | opcode | (shown & 0xfffn);
  },
  extract(container) {
    const value = container & 0xfffn;
    return (container & 0xc00000n) === 0x400000n ? BigInt.asUintN(64, -unrotated(value)) : unrotated(value);
  },
};

/**
 * X[11:0] at bit 0; X is |X| without 1 leading pieces; of bits 0x800000n 0x800000n, or, where X is negative,
 * 0n.
 */
const insn32_11_0_rest_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = withoutPieces(X < 0n ? -X : X, 1);
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x800fffn) | opcode | (shown & 0xfffn);
  },
  extract(container) {
    const value = container & 0xfffn;
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[11:0] at bit 0; X is |X| without 2 leading pieces; of bits 0x800000n 0x800000n, or, where X is negative,
 * 0n.
 */
const insn32_11_0_rest_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = withoutPieces(X < 0n ? -X : X, 2);
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x800fffn) | opcode | (shown & 0xfffn);
  },
  extract(container) {
    const value = container & 0xfffn;
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[7:4] at bit 8, X[3:0] at bit 0; X is |X| without 0 leading pieces; of bits 0x800000n 0x800000n, or, where
 * X is negative, 0n.
 */
const insn32_7_0_rest_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? -X : X;
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x800f0fn) | opcode | (((shown >> 4n) & 0xfn) << 8n) | (shown & 0xfn);
  },
  extract(container) {
    const value = (((container >> 8n) & 0xfn) << 4n) | (container & 0xfn);
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[7:4] at bit 8, X[3:0] at bit 0; X is |X| without 1 leading pieces; of bits 0x800000n 0x800000n, or, where
 * X is negative, 0n.
 */
const insn32_7_0_rest_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = withoutPieces(X < 0n ? -X : X, 1);
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x800f0fn) | opcode | (((shown >> 4n) & 0xfn) << 8n) | (shown & 0xfn);
  },
  extract(container) {
    const value = (((container >> 8n) & 0xfn) << 4n) | (container & 0xfn);
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[7:4] at bit 8, X[3:0] at bit 0; X is |X| without 2 leading pieces; of bits 0x800000n 0x800000n, or, where
 * X is negative, 0n.
 */
const insn32_7_0_rest_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = withoutPieces(X < 0n ? -X : X, 2);
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x800f0fn) | opcode | (((shown >> 4n) & 0xfn) << 8n) | (shown & 0xfn);
  },
  extract(container) {
    const value = (((container >> 8n) & 0xfn) << 4n) | (container & 0xfn);
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[9:2] at bit 0; X is |X| without 0 leading pieces; of bits 0x800000n 0x800000n, or, where X is negative,
 * 0n.
 */
const insn32_9_2_rest_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? -X : X;
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x8000ffn) | opcode | ((shown >> 2n) & 0xffn);
  },
  extract(container) {
    const value = (container & 0xffn) << 2n;
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[9:2] at bit 0; X is |X| without 1 leading pieces; of bits 0x800000n 0x800000n, or, where X is negative,
 * 0n.
 */
const insn32_9_2_rest_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = withoutPieces(X < 0n ? -X : X, 1);
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x8000ffn) | opcode | ((shown >> 2n) & 0xffn);
  },
  extract(container) {
    const value = (container & 0xffn) << 2n;
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/**
 * X[9:2] at bit 0; X is |X| without 2 leading pieces; of bits 0x800000n 0x800000n, or, where X is negative,
 * 0n.
 */
const insn32_9_2_rest_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert(container, value) {
    const X = signedWord(value);
    const shown = withoutPieces(X < 0n ? -X : X, 2);
    const opcode = X < 0n ? 0n : 0x800000n;
    return (container & ~0x8000ffn) | opcode | ((shown >> 2n) & 0xffn);
  },
  extract(container) {
    const value = (container & 0xffn) << 2n;
    return (container & 0x800000n) === 0n ? BigInt.asUintN(64, -value) : value;
  },
};

/** X[11:1] at bit 0. */
const insn16_11_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x7ffn) | ((value >> 1n) & 0x7ffn),
  extract: (container) => (container & 0x7ffn) << 1n,
};

/** X[8:1] at bit 0. */
const insn16_8_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffn) | ((value >> 1n) & 0xffn),
  extract: (container) => (container & 0xffn) << 1n,
};

// Checks of X, before anything is cut off.

/** -2^25 <= X < 2^25 and X is a multiple of 4. */
function signed26_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000000n || X >= 0x2000000n) return outOfRange(X, '-2^25 <= X < 2^25');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** |X| is below 2^12. */
function rest0_below12(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 0);
  if (rest >= 0x1000n) return outOfRange(X, '|X| is below 2^12');
  return undefined;
}

/** -2^15 <= X < 2^16. */
function either16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x10000n) return outOfRange(X, '-2^15 <= X < 2^16');
  return undefined;
}

/** -2^7 <= X < 2^8. */
function either8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x100n) return outOfRange(X, '-2^7 <= X < 2^8');
  return undefined;
}

/** -2^24 <= X < 2^24. */
function signed25(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000000n || X >= 0x1000000n) return outOfRange(X, '-2^24 <= X < 2^24');
  return undefined;
}

/** -2^22 <= X < 2^22 and X is odd. */
function signed23_odd(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x400000n || X >= 0x400000n) return outOfRange(X, '-2^22 <= X < 2^22');
  if (X % 2n === 0n) return notOdd(X);
  return undefined;
}

/** -2^22 <= X < 2^22. */
function signed23(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x400000n || X >= 0x400000n) return outOfRange(X, '-2^22 <= X < 2^22');
  return undefined;
}

/** -2^25 <= X < 2^25 and X is a multiple of 4 or odd. */
function signed26_multipleOf4_unlessOdd(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000000n || X >= 0x2000000n) return outOfRange(X, '-2^25 <= X < 2^25');
  if (X % 2n === 0n && X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^24 <= X < 2^24 and X is odd. */
function signed25_odd(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000000n || X >= 0x1000000n) return outOfRange(X, '-2^24 <= X < 2^24');
  if (X % 2n === 0n) return notOdd(X);
  return undefined;
}

/** -2^30 <= X < 2^30. */
function signed31(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x40000000n || X >= 0x40000000n) return outOfRange(X, '-2^30 <= X < 2^30');
  return undefined;
}

/** -2^20 <= X < 2^20 and X is odd. */
function signed21_odd(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000n || X >= 0x100000n) return outOfRange(X, '-2^20 <= X < 2^20');
  if (X % 2n === 0n) return notOdd(X);
  return undefined;
}

/** |X| without 1 leading piece is 0. */
function rest1_below0(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 1);
  if (rest !== 0n) return outOfRange(X, '|X| without 1 leading piece is 0');
  return undefined;
}

/** |X| without 2 leading pieces is 0. */
function rest2_below0(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 2);
  if (rest !== 0n) return outOfRange(X, '|X| without 2 leading pieces is 0');
  return undefined;
}

/** |X| without 3 leading pieces is 0. */
function rest3_below0(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 3);
  if (rest !== 0n) return outOfRange(X, '|X| without 3 leading pieces is 0');
  return undefined;
}

/** |X| without 1 leading piece is below 2^12. */
function rest1_below12(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 1);
  if (rest >= 0x1000n) return outOfRange(X, '|X| without 1 leading piece is below 2^12');
  return undefined;
}

/** |X| without 2 leading pieces is below 2^12. */
function rest2_below12(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 2);
  if (rest >= 0x1000n) return outOfRange(X, '|X| without 2 leading pieces is below 2^12');
  return undefined;
}

/** |X| is below 2^8. */
function rest0_below8(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 0);
  if (rest >= 0x100n) return outOfRange(X, '|X| is below 2^8');
  return undefined;
}

/** |X| without 1 leading piece is below 2^8. */
function rest1_below8(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 1);
  if (rest >= 0x100n) return outOfRange(X, '|X| without 1 leading piece is below 2^8');
  return undefined;
}

/** |X| without 2 leading pieces is below 2^8. */
function rest2_below8(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 2);
  if (rest >= 0x100n) return outOfRange(X, '|X| without 2 leading pieces is below 2^8');
  return undefined;
}

/** |X| is below 2^10 and a multiple of 4. */
function rest0_below10_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 0);
  if (rest >= 0x400n || rest % 4n !== 0n) return outOfRange(X, '|X| is below 2^10 and a multiple of 4');
  return undefined;
}

/** |X| without 1 leading piece is below 2^10 and a multiple of 4. */
function rest1_below10_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 1);
  if (rest >= 0x400n || rest % 4n !== 0n)
    return outOfRange(X, '|X| without 1 leading piece is below 2^10 and a multiple of 4');
  return undefined;
}

/** |X| without 2 leading pieces is below 2^10 and a multiple of 4. */
function rest2_below10_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  const rest = withoutPieces(X < 0n ? -X : X, 2);
  if (rest >= 0x400n || rest % 4n !== 0n)
    return outOfRange(X, '|X| without 2 leading pieces is below 2^10 and a multiple of 4');
  return undefined;
}

/** -2^11 <= X < 2^11 and X is a multiple of 2. */
function signed12_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x800n || X >= 0x800n) return outOfRange(X, '-2^11 <= X < 2^11');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^8 <= X < 2^8 and X is a multiple of 2. */
function signed9_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100n || X >= 0x100n) return outOfRange(X, '-2^8 <= X < 2^8');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

// Rules.

/** Source: ELF for the Arm Architecture, Relocation codes (deprecated) */
export const R_ARM_PC24: ReferenceRule = {
  name: 'R_ARM_PC24',
  type: 1,
  ...insn32_25_2,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed26_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_ABS32: ReferenceRule = {
  name: 'R_ARM_ABS32',
  type: 2,
  ...word32,
  value(letters) {
    const { S, A, T } = given(letters, '(S + A) | T', 'S', 'A', 'T');
    return word((S + A) | T);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_REL32: ReferenceRule = {
  name: 'R_ARM_REL32',
  type: 3,
  ...word32,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDR_PC_G0: ReferenceRule = {
  name: 'R_ARM_LDR_PC_G0',
  type: 4,
  ...insn32_11_0_rest_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest0_below12,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_ABS16: ReferenceRule = {
  name: 'R_ARM_ABS16',
  type: 5,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_ABS8: ReferenceRule = {
  name: 'R_ARM_ABS8',
  type: 8,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations */
export const R_ARM_THM_CALL: ReferenceRule = {
  name: 'R_ARM_THM_CALL',
  type: 10,
  ...insn32_24_0_flipped,
  value(letters) {
    const { S, A, T, P } = given(letters, 'Word(((S + A) | T) - P)', 'S', 'A', 'T', 'P');
    return word(wordUnlessOdd(((S + A) | T) - P));
  },
  check: signed25,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations */
export const R_ARM_THM_CALL_V4T: ReferenceRule = {
  name: 'R_ARM_THM_CALL_V4T',
  type: 10,
  ...insn32_24_1_flipped,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed23_odd,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations */
export const R_ARM_THM_CALL_V5T: ReferenceRule = {
  name: 'R_ARM_THM_CALL_V5T',
  type: 10,
  ...insn32_24_0_flipped,
  value(letters) {
    const { S, A, T, P } = given(letters, 'Word(((S + A) | T) - P)', 'S', 'A', 'T', 'P');
    return word(wordUnlessOdd(((S + A) | T) - P));
  },
  check: signed23,
};

/** Source: ELF for the Arm Architecture, Dynamic relocations */
export const R_ARM_GLOB_DAT: ReferenceRule = {
  name: 'R_ARM_GLOB_DAT',
  type: 21,
  ...word32,
  value(letters) {
    const { S, A, T } = given(letters, '(S + A) | T', 'S', 'A', 'T');
    return word((S + A) | T);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Dynamic relocations */
export const R_ARM_JUMP_SLOT: ReferenceRule = {
  name: 'R_ARM_JUMP_SLOT',
  type: 22,
  ...word32,
  value(letters) {
    const { S, A, T } = given(letters, '(S + A) | T', 'S', 'A', 'T');
    return word((S + A) | T);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Dynamic relocations */
export const R_ARM_RELATIVE: ReferenceRule = {
  name: 'R_ARM_RELATIVE',
  type: 23,
  ...word32,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_GOTOFF32: ReferenceRule = {
  name: 'R_ARM_GOTOFF32',
  type: 24,
  ...word32,
  value(letters) {
    const { S, A, T, GOT } = given(letters, '((S + A) | T) - GOT', 'S', 'A', 'T', 'GOT');
    return word(((S + A) | T) - GOT);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Proxy generating relocations */
export const R_ARM_BASE_PREL: ReferenceRule = {
  name: 'R_ARM_BASE_PREL',
  type: 25,
  ...word32,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Proxy generating relocations */
export const R_ARM_GOT_BREL: ReferenceRule = {
  name: 'R_ARM_GOT_BREL',
  type: 26,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Relocation codes (deprecated) */
export const R_ARM_PLT32: ReferenceRule = {
  name: 'R_ARM_PLT32',
  type: 27,
  ...insn32_25_2,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed26_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Call and Jump relocations */
export const R_ARM_CALL: ReferenceRule = {
  name: 'R_ARM_CALL',
  type: 28,
  ...insn32_25_0_flipped,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed26_multipleOf4_unlessOdd,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Call and Jump relocations */
export const R_ARM_CALL_V4T: ReferenceRule = {
  name: 'R_ARM_CALL_V4T',
  type: 28,
  ...insn32_25_2,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed26_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Call and Jump relocations */
export const R_ARM_JUMP24: ReferenceRule = {
  name: 'R_ARM_JUMP24',
  type: 29,
  ...insn32_25_2,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed26_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations */
export const R_ARM_THM_JUMP24: ReferenceRule = {
  name: 'R_ARM_THM_JUMP24',
  type: 30,
  ...insn32_24_1_flipped,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed25_odd,
};

/** Source: ELF for the Arm Architecture, Proxy generating relocations */
export const R_ARM_BASE_ABS: ReferenceRule = {
  name: 'R_ARM_BASE_ABS',
  type: 31,
  ...word32,
  value(letters) {
    const { GOT, A } = given(letters, 'GOT + A', 'GOT', 'A');
    return word(GOT + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static miscellaneous relocations */
export const R_ARM_TARGET1: ReferenceRule = {
  name: 'R_ARM_TARGET1',
  type: 38,
  ...word32,
  value(letters) {
    const { S, A, T } = given(letters, '(S + A) | T', 'S', 'A', 'T');
    return word((S + A) | T);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static miscellaneous relocations */
export const R_ARM_TARGET2: ReferenceRule = {
  name: 'R_ARM_TARGET2',
  type: 41,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_PREL31: ReferenceRule = {
  name: 'R_ARM_PREL31',
  type: 42,
  ...word32_30_0,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed31,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations */
export const R_ARM_MOVW_ABS_NC: ReferenceRule = {
  name: 'R_ARM_MOVW_ABS_NC',
  type: 43,
  ...insn32_15_0_at_16_0,
  value(letters) {
    const { S, A, T } = given(letters, '(S + A) | T', 'S', 'A', 'T');
    return word((S + A) | T);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations */
export const R_ARM_MOVT_ABS: ReferenceRule = {
  name: 'R_ARM_MOVT_ABS',
  type: 44,
  ...insn32_31_16_at_16_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations */
export const R_ARM_MOVW_PREL_NC: ReferenceRule = {
  name: 'R_ARM_MOVW_PREL_NC',
  type: 45,
  ...insn32_15_0_at_16_0,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations */
export const R_ARM_MOVT_PREL: ReferenceRule = {
  name: 'R_ARM_MOVT_PREL',
  type: 46,
  ...insn32_31_16_at_16_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations */
export const R_ARM_THM_MOVW_ABS_NC: ReferenceRule = {
  name: 'R_ARM_THM_MOVW_ABS_NC',
  type: 47,
  ...insn32_15_0_at_28_16_10_0,
  value(letters) {
    const { S, A, T } = given(letters, '(S + A) | T', 'S', 'A', 'T');
    return word((S + A) | T);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations */
export const R_ARM_THM_MOVT_ABS: ReferenceRule = {
  name: 'R_ARM_THM_MOVT_ABS',
  type: 48,
  ...insn32_31_16_at_28_16_10_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations */
export const R_ARM_THM_MOVW_PREL_NC: ReferenceRule = {
  name: 'R_ARM_THM_MOVW_PREL_NC',
  type: 49,
  ...insn32_15_0_at_28_16_10_0,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations */
export const R_ARM_THM_MOVT_PREL: ReferenceRule = {
  name: 'R_ARM_THM_MOVT_PREL',
  type: 50,
  ...insn32_31_16_at_28_16_10_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations */
export const R_ARM_THM_JUMP19: ReferenceRule = {
  name: 'R_ARM_THM_JUMP19',
  type: 51,
  ...insn32_20_1,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: signed21_odd,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_ABS32_NOI: ReferenceRule = {
  name: 'R_ARM_ABS32_NOI',
  type: 55,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Data relocations */
export const R_ARM_REL32_NOI: ReferenceRule = {
  name: 'R_ARM_REL32_NOI',
  type: 56,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_ALU_PC_G0_NC: ReferenceRule = {
  name: 'R_ARM_ALU_PC_G0_NC',
  type: 57,
  ...insn32_11_0_piece_0,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_ALU_PC_G0: ReferenceRule = {
  name: 'R_ARM_ALU_PC_G0',
  type: 58,
  ...insn32_11_0_piece_0,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: rest1_below0,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_ALU_PC_G1_NC: ReferenceRule = {
  name: 'R_ARM_ALU_PC_G1_NC',
  type: 59,
  ...insn32_11_0_piece_1,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_ALU_PC_G1: ReferenceRule = {
  name: 'R_ARM_ALU_PC_G1',
  type: 60,
  ...insn32_11_0_piece_1,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: rest2_below0,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_ALU_PC_G2: ReferenceRule = {
  name: 'R_ARM_ALU_PC_G2',
  type: 61,
  ...insn32_11_0_piece_2,
  value(letters) {
    const { S, A, T, P } = given(letters, '((S + A) | T) - P', 'S', 'A', 'T', 'P');
    return word(((S + A) | T) - P);
  },
  check: rest3_below0,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDR_PC_G1: ReferenceRule = {
  name: 'R_ARM_LDR_PC_G1',
  type: 62,
  ...insn32_11_0_rest_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest1_below12,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDR_PC_G2: ReferenceRule = {
  name: 'R_ARM_LDR_PC_G2',
  type: 63,
  ...insn32_11_0_rest_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest2_below12,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDRS_PC_G0: ReferenceRule = {
  name: 'R_ARM_LDRS_PC_G0',
  type: 64,
  ...insn32_7_0_rest_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest0_below8,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDRS_PC_G1: ReferenceRule = {
  name: 'R_ARM_LDRS_PC_G1',
  type: 65,
  ...insn32_7_0_rest_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest1_below8,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDRS_PC_G2: ReferenceRule = {
  name: 'R_ARM_LDRS_PC_G2',
  type: 66,
  ...insn32_7_0_rest_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest2_below8,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDC_PC_G0: ReferenceRule = {
  name: 'R_ARM_LDC_PC_G0',
  type: 67,
  ...insn32_9_2_rest_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest0_below10_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDC_PC_G1: ReferenceRule = {
  name: 'R_ARM_LDC_PC_G1',
  type: 68,
  ...insn32_9_2_rest_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest1_below10_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Static Arm relocations, Group relocations */
export const R_ARM_LDC_PC_G2: ReferenceRule = {
  name: 'R_ARM_LDC_PC_G2',
  type: 69,
  ...insn32_9_2_rest_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: rest2_below10_multipleOf4,
};

/** Source: ELF for the Arm Architecture, Relocation codes */
export const R_ARM_PLT32_ABS: ReferenceRule = {
  name: 'R_ARM_PLT32_ABS',
  type: 94,
  ...word32,
  value(letters) {
    const { L, A } = given(letters, 'L + A', 'L', 'A');
    return word(L + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Proxy generating relocations */
export const R_ARM_GOT_ABS: ReferenceRule = {
  name: 'R_ARM_GOT_ABS',
  type: 95,
  ...word32,
  value(letters) {
    const { G, GOT, A } = given(letters, 'G + GOT + A', 'G', 'GOT', 'A');
    return word(G + GOT + A);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Proxy generating relocations */
export const R_ARM_GOT_PREL: ReferenceRule = {
  name: 'R_ARM_GOT_PREL',
  type: 96,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: unchecked,
};

/** Source: ELF for the Arm Architecture, Static Thumb16 relocations */
export const R_ARM_THM_JUMP11: ReferenceRule = {
  name: 'R_ARM_THM_JUMP11',
  type: 102,
  ...insn16_11_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed12_multipleOf2,
};

/** Source: ELF for the Arm Architecture, Static Thumb16 relocations */
export const R_ARM_THM_JUMP8: ReferenceRule = {
  name: 'R_ARM_THM_JUMP8',
  type: 103,
  ...insn16_8_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed9_multipleOf2,
};

const rules: readonly ReferenceRule[] = [
  R_ARM_PC24,
  R_ARM_ABS32,
  R_ARM_REL32,
  R_ARM_LDR_PC_G0,
  R_ARM_ABS16,
  R_ARM_ABS8,
  R_ARM_THM_CALL,
  R_ARM_THM_CALL_V4T,
  R_ARM_THM_CALL_V5T,
  R_ARM_GLOB_DAT,
  R_ARM_JUMP_SLOT,
  R_ARM_RELATIVE,
  R_ARM_GOTOFF32,
  R_ARM_BASE_PREL,
  R_ARM_GOT_BREL,
  R_ARM_PLT32,
  R_ARM_CALL,
  R_ARM_CALL_V4T,
  R_ARM_JUMP24,
  R_ARM_THM_JUMP24,
  R_ARM_BASE_ABS,
  R_ARM_TARGET1,
  R_ARM_TARGET2,
  R_ARM_PREL31,
  R_ARM_MOVW_ABS_NC,
  R_ARM_MOVT_ABS,
  R_ARM_MOVW_PREL_NC,
  R_ARM_MOVT_PREL,
  R_ARM_THM_MOVW_ABS_NC,
  R_ARM_THM_MOVT_ABS,
  R_ARM_THM_MOVW_PREL_NC,
  R_ARM_THM_MOVT_PREL,
  R_ARM_THM_JUMP19,
  R_ARM_ABS32_NOI,
  R_ARM_REL32_NOI,
  R_ARM_ALU_PC_G0_NC,
  R_ARM_ALU_PC_G0,
  R_ARM_ALU_PC_G1_NC,
  R_ARM_ALU_PC_G1,
  R_ARM_ALU_PC_G2,
  R_ARM_LDR_PC_G1,
  R_ARM_LDR_PC_G2,
  R_ARM_LDRS_PC_G0,
  R_ARM_LDRS_PC_G1,
  R_ARM_LDRS_PC_G2,
  R_ARM_LDC_PC_G0,
  R_ARM_LDC_PC_G1,
  R_ARM_LDC_PC_G2,
  R_ARM_PLT32_ABS,
  R_ARM_GOT_ABS,
  R_ARM_GOT_PREL,
  R_ARM_THM_JUMP11,
  R_ARM_THM_JUMP8,
];

/** Every rule of Arm (32-bit), by name. */
export const model: ReferenceModel = {
  arch: 'arm',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
