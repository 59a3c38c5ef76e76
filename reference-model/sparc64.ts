// Generated from relocator-dsl/arch/sparc64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit SPARC as plain functions of their letters. */
import type { Letters, ReferenceModel, ReferenceRule } from './types.ts';

/** The value of `letter`, which `formula` needs. */
function given(letters: Letters, letter: keyof Letters, formula: string): bigint {
  const value = letters[letter];
  if (value === undefined) {
    throw new TypeError(`no value for ${letter} in ${formula}`);
  }
  return value;
}

/** `value` as an unsigned word of 64 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

/** `value` as a signed word of 64 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** `address` with its low `bits` bits cleared. */
function clear(address: bigint, bits: number): bigint {
  return address - BigInt.asUintN(bits, address);
}

/** The refusal of a value that is not within `limits`. */
function outOfRange(value: bigint, limits: string): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  return `value ${sign}0x${size.toString(16)} is out of range, ${limits}`;
}

/** The refusal of a value that is not a multiple of `bytes`. */
function notMultiple(value: bigint, bytes: number): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  return `value ${sign}0x${size.toString(16)} is not a multiple of ${bytes}`;
}

/**
 * R_SPARC_8 (1): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_8: ReferenceRule = {
  name: 'R_SPARC_8',
  type: 1,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80n || X >= 0x100n) {
      return outOfRange(X, '-2^7 <= X < 2^8');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffn;
    patched |= value & 0xffn;
    return patched;
  },
  extract(container) {
    return container & 0xffn;
  },
};

/**
 * R_SPARC_16 (2): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_16: ReferenceRule = {
  name: 'R_SPARC_16',
  type: 2,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000n || X >= 0x10000n) {
      return outOfRange(X, '-2^15 <= X < 2^16');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_SPARC_32 (3): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_32: ReferenceRule = {
  name: 'R_SPARC_32',
  type: 3,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^31 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_SPARC_DISP8 (4): X = S + A - P
 * Check: -2^7 <= X < 2^7.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_DISP8: ReferenceRule = {
  name: 'R_SPARC_DISP8',
  type: 4,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80n || X >= 0x80n) {
      return outOfRange(X, '-2^7 <= X < 2^7');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffn;
    patched |= value & 0xffn;
    return patched;
  },
  extract(container) {
    return container & 0xffn;
  },
};

/**
 * R_SPARC_DISP16 (5): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_DISP16: ReferenceRule = {
  name: 'R_SPARC_DISP16',
  type: 5,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_SPARC_DISP32 (6): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_DISP32: ReferenceRule = {
  name: 'R_SPARC_DISP32',
  type: 6,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_SPARC_WDISP30 (7): X = S + A - P
 * Check: -2^31 <= X < 2^31 and X is a multiple of 4.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_WDISP30: ReferenceRule = {
  name: 'R_SPARC_WDISP30',
  type: 7,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffffn;
    patched |= (value >> 2n) & 0x3fffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffffn) << 2n;
  },
};

/**
 * R_SPARC_WDISP22 (8): X = S + A - P
 * Check: -2^23 <= X < 2^23 and X is a multiple of 4.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_WDISP22: ReferenceRule = {
  name: 'R_SPARC_WDISP22',
  type: 8,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x800000n || X >= 0x800000n) {
      return outOfRange(X, '-2^23 <= X < 2^23');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 2n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 2n;
  },
};

/**
 * R_SPARC_HI22 (9): X = S + A
 * Check: 0 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_HI22: ReferenceRule = {
  name: 'R_SPARC_HI22',
  type: 9,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x100000000n) {
      return outOfRange(value, '0 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_22 (10): X = S + A
 * Check: -2^21 <= X < 2^22.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_22: ReferenceRule = {
  name: 'R_SPARC_22',
  type: 10,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000n || X >= 0x400000n) {
      return outOfRange(X, '-2^21 <= X < 2^22');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= value & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return container & 0x3fffffn;
  },
};

/**
 * R_SPARC_13 (11): X = S + A
 * Check: -2^12 <= X < 2^12.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_13: ReferenceRule = {
  name: 'R_SPARC_13',
  type: 11,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000n || X >= 0x1000n) {
      return outOfRange(X, '-2^12 <= X < 2^12');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffn;
    patched |= value & 0x1fffn;
    return patched;
  },
  extract(container) {
    return container & 0x1fffn;
  },
};

/**
 * R_SPARC_LO10 (12): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_LO10: ReferenceRule = {
  name: 'R_SPARC_LO10',
  type: 12,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= value & 0x3ffn;
    return patched;
  },
  extract(container) {
    return container & 0x3ffn;
  },
};

/**
 * R_SPARC_GOT10 (13): X = G
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_GOT10: ReferenceRule = {
  name: 'R_SPARC_GOT10',
  type: 13,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= value & 0x3ffn;
    return patched;
  },
  extract(container) {
    return container & 0x3ffn;
  },
};

/**
 * R_SPARC_GOT13 (14): X = G
 * Check: -2^12 <= X < 2^12.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_GOT13: ReferenceRule = {
  name: 'R_SPARC_GOT13',
  type: 14,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000n || X >= 0x1000n) {
      return outOfRange(X, '-2^12 <= X < 2^12');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffn;
    patched |= value & 0x1fffn;
    return patched;
  },
  extract(container) {
    return container & 0x1fffn;
  },
};

/**
 * R_SPARC_GOT22 (15): X = G
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_GOT22: ReferenceRule = {
  name: 'R_SPARC_GOT22',
  type: 15,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_PC10 (16): X = S + A - P
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PC10: ReferenceRule = {
  name: 'R_SPARC_PC10',
  type: 16,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= value & 0x3ffn;
    return patched;
  },
  extract(container) {
    return container & 0x3ffn;
  },
};

/**
 * R_SPARC_PC22 (17): X = S + A - P
 * Check: -2^31 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PC22: ReferenceRule = {
  name: 'R_SPARC_PC22',
  type: 17,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^31 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_WPLT30 (18): X = L + A - P
 * Check: -2^31 <= X < 2^31 and X is a multiple of 4.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_WPLT30: ReferenceRule = {
  name: 'R_SPARC_WPLT30',
  type: 18,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffffn;
    patched |= (value >> 2n) & 0x3fffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffffn) << 2n;
  },
};

/**
 * R_SPARC_RELATIVE (22): X = B + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_RELATIVE: ReferenceRule = {
  name: 'R_SPARC_RELATIVE',
  type: 22,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const B = given(letters, 'B', 'B + A');
    const A = given(letters, 'A', 'B + A');
    return word(B + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_SPARC_UA32 (23): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_UA32: ReferenceRule = {
  name: 'R_SPARC_UA32',
  type: 23,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^31 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_SPARC_PLT32 (24): X = L + A
 * Check: -2^31 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PLT32: ReferenceRule = {
  name: 'R_SPARC_PLT32',
  type: 24,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A');
    const A = given(letters, 'A', 'L + A');
    return word(L + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^31 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_SPARC_10 (30): X = S + A
 * Check: -2^9 <= X < 2^9.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_10: ReferenceRule = {
  name: 'R_SPARC_10',
  type: 30,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200n || X >= 0x200n) {
      return outOfRange(X, '-2^9 <= X < 2^9');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= value & 0x3ffn;
    return patched;
  },
  extract(container) {
    return container & 0x3ffn;
  },
};

/**
 * R_SPARC_11 (31): X = S + A
 * Check: -2^10 <= X < 2^10.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_11: ReferenceRule = {
  name: 'R_SPARC_11',
  type: 31,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x400n || X >= 0x400n) {
      return outOfRange(X, '-2^10 <= X < 2^10');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x7ffn;
    patched |= value & 0x7ffn;
    return patched;
  },
  extract(container) {
    return container & 0x7ffn;
  },
};

/**
 * R_SPARC_64 (32): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_64: ReferenceRule = {
  name: 'R_SPARC_64',
  type: 32,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_SPARC_OLO10 (33): X = S + A - Page10(S + A) + O
 * Check: -2^12 <= X < 2^12.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_OLO10: ReferenceRule = {
  name: 'R_SPARC_OLO10',
  type: 33,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page10(S + A) + O');
    const A = given(letters, 'A', 'S + A - Page10(S + A) + O');
    const O = given(letters, 'O', 'S + A - Page10(S + A) + O');
    return word(S + A - clear(S + A, 10) + O);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000n || X >= 0x1000n) {
      return outOfRange(X, '-2^12 <= X < 2^12');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffn;
    patched |= value & 0x1fffn;
    return patched;
  },
  extract(container) {
    return container & 0x1fffn;
  },
};

/**
 * R_SPARC_HH22 (34): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_HH22: ReferenceRule = {
  name: 'R_SPARC_HH22',
  type: 34,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 42n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 42n;
  },
};

/**
 * R_SPARC_HM10 (35): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_HM10: ReferenceRule = {
  name: 'R_SPARC_HM10',
  type: 35,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= (value >> 32n) & 0x3ffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3ffn) << 32n;
  },
};

/**
 * R_SPARC_LM22 (36): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_LM22: ReferenceRule = {
  name: 'R_SPARC_LM22',
  type: 36,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_PC_HH22 (37): X = S + A - P
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PC_HH22: ReferenceRule = {
  name: 'R_SPARC_PC_HH22',
  type: 37,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 42n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 42n;
  },
};

/**
 * R_SPARC_PC_HM10 (38): X = S + A - P
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PC_HM10: ReferenceRule = {
  name: 'R_SPARC_PC_HM10',
  type: 38,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= (value >> 32n) & 0x3ffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3ffn) << 32n;
  },
};

/**
 * R_SPARC_PC_LM22 (39): X = S + A - P
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PC_LM22: ReferenceRule = {
  name: 'R_SPARC_PC_LM22',
  type: 39,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_WDISP16 (40): X = S + A - P
 * Check: -2^17 <= X < 2^17 and X is a multiple of 4.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_WDISP16: ReferenceRule = {
  name: 'R_SPARC_WDISP16',
  type: 40,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x20000n || X >= 0x20000n) {
      return outOfRange(X, '-2^17 <= X < 2^17');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x303fffn;
    patched |= ((value >> 16n) & 0x3n) << 20n;
    patched |= (value >> 2n) & 0x3fffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 20n) & 0x3n) << 16n;
    value |= (container & 0x3fffn) << 2n;
    return value;
  },
};

/**
 * R_SPARC_WDISP19 (41): X = S + A - P
 * Check: -2^20 <= X < 2^20 and X is a multiple of 4.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_WDISP19: ReferenceRule = {
  name: 'R_SPARC_WDISP19',
  type: 41,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000n || X >= 0x100000n) {
      return outOfRange(X, '-2^20 <= X < 2^20');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x7ffffn;
    patched |= (value >> 2n) & 0x7ffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x7ffffn) << 2n;
  },
};

/**
 * R_SPARC_7 (43): X = S + A
 * Check: 0 <= X < 2^7.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_7: ReferenceRule = {
  name: 'R_SPARC_7',
  type: 43,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x80n) {
      return outOfRange(value, '0 <= X < 2^7');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x7fn;
    patched |= value & 0x7fn;
    return patched;
  },
  extract(container) {
    return container & 0x7fn;
  },
};

/**
 * R_SPARC_5 (44): X = S + A
 * Check: 0 <= X < 2^5.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_5: ReferenceRule = {
  name: 'R_SPARC_5',
  type: 44,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x20n) {
      return outOfRange(value, '0 <= X < 2^5');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fn;
    patched |= value & 0x1fn;
    return patched;
  },
  extract(container) {
    return container & 0x1fn;
  },
};

/**
 * R_SPARC_6 (45): X = S + A
 * Check: 0 <= X < 2^6.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_6: ReferenceRule = {
  name: 'R_SPARC_6',
  type: 45,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x40n) {
      return outOfRange(value, '0 <= X < 2^6');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fn;
    patched |= value & 0x3fn;
    return patched;
  },
  extract(container) {
    return container & 0x3fn;
  },
};

/**
 * R_SPARC_DISP64 (46): X = S + A - P
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_DISP64: ReferenceRule = {
  name: 'R_SPARC_DISP64',
  type: 46,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_SPARC_PLT64 (47): X = L + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_PLT64: ReferenceRule = {
  name: 'R_SPARC_PLT64',
  type: 47,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A');
    const A = given(letters, 'A', 'L + A');
    return word(L + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_SPARC_HIX22 (48): X = (-1) - (S + A)
 * Check: 0 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_HIX22: ReferenceRule = {
  name: 'R_SPARC_HIX22',
  type: 48,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '(-1) - (S + A)');
    const A = given(letters, 'A', '(-1) - (S + A)');
    return word(-1n - (S + A));
  },
  check(value) {
    if (value < 0n || value >= 0x100000000n) {
      return outOfRange(value, '0 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_LOX10 (49): X = S + A - Page10(S + A) + 7168
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_LOX10: ReferenceRule = {
  name: 'R_SPARC_LOX10',
  type: 49,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page10(S + A) + 7168');
    const A = given(letters, 'A', 'S + A - Page10(S + A) + 7168');
    return word(S + A - clear(S + A, 10) + 7168n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffn;
    patched |= value & 0x1fffn;
    return patched;
  },
  extract(container) {
    return container & 0x1fffn;
  },
};

/**
 * R_SPARC_H44 (50): X = S + A
 * Check: 0 <= X < 2^44.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_H44: ReferenceRule = {
  name: 'R_SPARC_H44',
  type: 50,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x100000000000n) {
      return outOfRange(value, '0 <= X < 2^44');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 22n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 22n;
  },
};

/**
 * R_SPARC_M44 (51): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_M44: ReferenceRule = {
  name: 'R_SPARC_M44',
  type: 51,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffn;
    patched |= (value >> 12n) & 0x3ffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3ffn) << 12n;
  },
};

/**
 * R_SPARC_L44 (52): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_L44: ReferenceRule = {
  name: 'R_SPARC_L44',
  type: 52,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffn;
    patched |= value & 0xfffn;
    return patched;
  },
  extract(container) {
    return container & 0xfffn;
  },
};

/**
 * R_SPARC_UA64 (54): X = S + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_UA64: ReferenceRule = {
  name: 'R_SPARC_UA64',
  type: 54,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_SPARC_UA16 (55): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_UA16: ReferenceRule = {
  name: 'R_SPARC_UA16',
  type: 55,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000n || X >= 0x10000n) {
      return outOfRange(X, '-2^15 <= X < 2^16');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_SPARC_GOTDATA_OP_HIX22 (82): X = G
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_GOTDATA_OP_HIX22: ReferenceRule = {
  name: 'R_SPARC_GOTDATA_OP_HIX22',
  type: 82,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 10n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 10n;
  },
};

/**
 * R_SPARC_GOTDATA_OP_LOX10 (83): X = G - Page10(G)
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_GOTDATA_OP_LOX10: ReferenceRule = {
  name: 'R_SPARC_GOTDATA_OP_LOX10',
  type: 83,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G - Page10(G)');
    return word(G - clear(G, 10));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffn;
    patched |= value & 0x1fffn;
    return patched;
  },
  extract(container) {
    return container & 0x1fffn;
  },
};

/**
 * R_SPARC_H34 (85): X = S + A
 * Check: 0 <= X < 2^34.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_H34: ReferenceRule = {
  name: 'R_SPARC_H34',
  type: 85,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x400000000n) {
      return outOfRange(value, '0 <= X < 2^34');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffn;
    patched |= (value >> 12n) & 0x3fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffffn) << 12n;
  },
};

/**
 * R_SPARC_SIZE32 (86): X = Z + A
 * Check: -2^31 <= X < 2^32.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_SIZE32: ReferenceRule = {
  name: 'R_SPARC_SIZE32',
  type: 86,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const Z = given(letters, 'Z', 'Z + A');
    const A = given(letters, 'A', 'Z + A');
    return word(Z + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^31 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_SPARC_SIZE64 (87): X = Z + A
 * Check: none.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_SIZE64: ReferenceRule = {
  name: 'R_SPARC_SIZE64',
  type: 87,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const Z = given(letters, 'Z', 'Z + A');
    const A = given(letters, 'A', 'Z + A');
    return word(Z + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_SPARC_WDISP10 (88): X = S + A - P
 * Check: -2^11 <= X < 2^11 and X is a multiple of 4.
 * Source: SPARC Compliance Definition 2.4, Relocation Types
 */
export const R_SPARC_WDISP10: ReferenceRule = {
  name: 'R_SPARC_WDISP10',
  type: 88,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x800n || X >= 0x800n) {
      return outOfRange(X, '-2^11 <= X < 2^11');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x181fe0n;
    patched |= ((value >> 10n) & 0x3n) << 19n;
    patched |= ((value >> 2n) & 0xffn) << 5n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 19n) & 0x3n) << 10n;
    value |= ((container >> 5n) & 0xffn) << 2n;
    return value;
  },
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
