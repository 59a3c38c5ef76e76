// Generated from relocator-dsl/arch/s390x.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of s390x as plain functions of their letters. */
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
 * R_390_8 (1): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_8: ReferenceRule = {
  name: 'R_390_8',
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
 * R_390_12 (2): X = S + A
 * Check: 0 <= X < 2^12.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_12: ReferenceRule = {
  name: 'R_390_12',
  type: 2,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x1000n) {
      return outOfRange(value, '0 <= X < 2^12');
    }
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
 * R_390_16 (3): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_16: ReferenceRule = {
  name: 'R_390_16',
  type: 3,
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
 * R_390_32 (4): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_32: ReferenceRule = {
  name: 'R_390_32',
  type: 4,
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
 * R_390_PC32 (5): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC32: ReferenceRule = {
  name: 'R_390_PC32',
  type: 5,
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
 * R_390_GOT12 (6): X = G + A
 * Check: 0 <= X < 2^12.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOT12: ReferenceRule = {
  name: 'R_390_GOT12',
  type: 6,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check(value) {
    if (value < 0n || value >= 0x1000n) {
      return outOfRange(value, '0 <= X < 2^12');
    }
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
 * R_390_GOT32 (7): X = G + A
 * Check: -2^31 <= X < 2^32.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOT32: ReferenceRule = {
  name: 'R_390_GOT32',
  type: 7,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_390_PLT32 (8): X = L + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLT32: ReferenceRule = {
  name: 'R_390_PLT32',
  type: 8,
  bytes: 4,
  kind: 'word',
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
 * R_390_RELATIVE (12): X = B + A
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_RELATIVE: ReferenceRule = {
  name: 'R_390_RELATIVE',
  type: 12,
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
 * R_390_GOTOFF32 (13): X = S + A - GOT
 * Check: -2^31 <= X < 2^32.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTOFF32: ReferenceRule = {
  name: 'R_390_GOTOFF32',
  type: 13,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GOT');
    const A = given(letters, 'A', 'S + A - GOT');
    const GOT = given(letters, 'GOT', 'S + A - GOT');
    return word(S + A - GOT);
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
 * R_390_GOTPC (14): X = GOT + A - P
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPC: ReferenceRule = {
  name: 'R_390_GOTPC',
  type: 14,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + A - P');
    const A = given(letters, 'A', 'GOT + A - P');
    const P = given(letters, 'P', 'GOT + A - P');
    return word(GOT + A - P);
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
 * R_390_GOT16 (15): X = G + A
 * Check: -2^15 <= X < 2^16.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOT16: ReferenceRule = {
  name: 'R_390_GOT16',
  type: 15,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_390_PC16 (16): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC16: ReferenceRule = {
  name: 'R_390_PC16',
  type: 16,
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
 * R_390_PC16DBL (17): X = S + A - P
 * Check: -2^16 <= X < 2^16 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC16DBL: ReferenceRule = {
  name: 'R_390_PC16DBL',
  type: 17,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x10000n || X >= 0x10000n) {
      return outOfRange(X, '-2^16 <= X < 2^16');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 1n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 1n;
  },
};

/**
 * R_390_PLT16DBL (18): X = L + A - P
 * Check: -2^16 <= X < 2^16 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLT16DBL: ReferenceRule = {
  name: 'R_390_PLT16DBL',
  type: 18,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x10000n || X >= 0x10000n) {
      return outOfRange(X, '-2^16 <= X < 2^16');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 1n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 1n;
  },
};

/**
 * R_390_PC32DBL (19): X = S + A - P
 * Check: -2^32 <= X < 2^32 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC32DBL: ReferenceRule = {
  name: 'R_390_PC32DBL',
  type: 19,
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
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= (value >> 1n) & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffffn) << 1n;
  },
};

/**
 * R_390_PLT32DBL (20): X = L + A - P
 * Check: -2^32 <= X < 2^32 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLT32DBL: ReferenceRule = {
  name: 'R_390_PLT32DBL',
  type: 20,
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
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= (value >> 1n) & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffffn) << 1n;
  },
};

/**
 * R_390_GOTPCDBL (21): X = GOT + A - P
 * Check: -2^32 <= X < 2^32 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPCDBL: ReferenceRule = {
  name: 'R_390_GOTPCDBL',
  type: 21,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + A - P');
    const A = given(letters, 'A', 'GOT + A - P');
    const P = given(letters, 'P', 'GOT + A - P');
    return word(GOT + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= (value >> 1n) & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffffn) << 1n;
  },
};

/**
 * R_390_64 (22): X = S + A
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_64: ReferenceRule = {
  name: 'R_390_64',
  type: 22,
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
 * R_390_PC64 (23): X = S + A - P
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC64: ReferenceRule = {
  name: 'R_390_PC64',
  type: 23,
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
 * R_390_GOT64 (24): X = G + A
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOT64: ReferenceRule = {
  name: 'R_390_GOT64',
  type: 24,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_390_PLT64 (25): X = L + A - P
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLT64: ReferenceRule = {
  name: 'R_390_PLT64',
  type: 25,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
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
 * R_390_GOTENT (26): X = G + GOT + A - P
 * Check: -2^32 <= X < 2^32 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTENT: ReferenceRule = {
  name: 'R_390_GOTENT',
  type: 26,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= (value >> 1n) & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffffn) << 1n;
  },
};

/**
 * R_390_GOTOFF16 (27): X = S + A - GOT
 * Check: -2^15 <= X < 2^16.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTOFF16: ReferenceRule = {
  name: 'R_390_GOTOFF16',
  type: 27,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GOT');
    const A = given(letters, 'A', 'S + A - GOT');
    const GOT = given(letters, 'GOT', 'S + A - GOT');
    return word(S + A - GOT);
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
 * R_390_GOTOFF64 (28): X = S + A - GOT
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTOFF64: ReferenceRule = {
  name: 'R_390_GOTOFF64',
  type: 28,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GOT');
    const A = given(letters, 'A', 'S + A - GOT');
    const GOT = given(letters, 'GOT', 'S + A - GOT');
    return word(S + A - GOT);
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
 * R_390_GOTPLT12 (29): X = G + A
 * Check: 0 <= X < 2^12.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPLT12: ReferenceRule = {
  name: 'R_390_GOTPLT12',
  type: 29,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check(value) {
    if (value < 0n || value >= 0x1000n) {
      return outOfRange(value, '0 <= X < 2^12');
    }
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
 * R_390_GOTPLT16 (30): X = G + A
 * Check: -2^15 <= X < 2^16.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPLT16: ReferenceRule = {
  name: 'R_390_GOTPLT16',
  type: 30,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_390_GOTPLT32 (31): X = G + A
 * Check: -2^31 <= X < 2^32.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPLT32: ReferenceRule = {
  name: 'R_390_GOTPLT32',
  type: 31,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_390_GOTPLT64 (32): X = G + A
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPLT64: ReferenceRule = {
  name: 'R_390_GOTPLT64',
  type: 32,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_390_GOTPLTENT (33): X = G + GOT + A - P
 * Check: -2^32 <= X < 2^32 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPLTENT: ReferenceRule = {
  name: 'R_390_GOTPLTENT',
  type: 33,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffffn;
    patched |= (value >> 1n) & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffffn) << 1n;
  },
};

/**
 * R_390_PLTOFF16 (34): X = L + A - GOT
 * Check: -2^15 <= X < 2^16.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLTOFF16: ReferenceRule = {
  name: 'R_390_PLTOFF16',
  type: 34,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A - GOT');
    const A = given(letters, 'A', 'L + A - GOT');
    const GOT = given(letters, 'GOT', 'L + A - GOT');
    return word(L + A - GOT);
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
 * R_390_PLTOFF32 (35): X = L + A - GOT
 * Check: -2^31 <= X < 2^32.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLTOFF32: ReferenceRule = {
  name: 'R_390_PLTOFF32',
  type: 35,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A - GOT');
    const A = given(letters, 'A', 'L + A - GOT');
    const GOT = given(letters, 'GOT', 'L + A - GOT');
    return word(L + A - GOT);
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
 * R_390_PLTOFF64 (36): X = L + A - GOT
 * Check: none.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLTOFF64: ReferenceRule = {
  name: 'R_390_PLTOFF64',
  type: 36,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A - GOT');
    const A = given(letters, 'A', 'L + A - GOT');
    const GOT = given(letters, 'GOT', 'L + A - GOT');
    return word(L + A - GOT);
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
 * R_390_20 (57): X = S + A
 * Check: -2^19 <= X < 2^19.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_20: ReferenceRule = {
  name: 'R_390_20',
  type: 57,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000n || X >= 0x80000n) {
      return outOfRange(X, '-2^19 <= X < 2^19');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff00n;
    patched |= (value & 0xfffn) << 16n;
    patched |= ((value >> 12n) & 0xffn) << 8n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 16n) & 0xfffn;
    value |= ((container >> 8n) & 0xffn) << 12n;
    return value;
  },
};

/**
 * R_390_GOT20 (58): X = G + A
 * Check: -2^19 <= X < 2^19.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOT20: ReferenceRule = {
  name: 'R_390_GOT20',
  type: 58,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000n || X >= 0x80000n) {
      return outOfRange(X, '-2^19 <= X < 2^19');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff00n;
    patched |= (value & 0xfffn) << 16n;
    patched |= ((value >> 12n) & 0xffn) << 8n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 16n) & 0xfffn;
    value |= ((container >> 8n) & 0xffn) << 12n;
    return value;
  },
};

/**
 * R_390_GOTPLT20 (59): X = G + A
 * Check: -2^19 <= X < 2^19.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_GOTPLT20: ReferenceRule = {
  name: 'R_390_GOTPLT20',
  type: 59,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000n || X >= 0x80000n) {
      return outOfRange(X, '-2^19 <= X < 2^19');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff00n;
    patched |= (value & 0xfffn) << 16n;
    patched |= ((value >> 12n) & 0xffn) << 8n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 16n) & 0xfffn;
    value |= ((container >> 8n) & 0xffn) << 12n;
    return value;
  },
};

/**
 * R_390_PC12DBL (62): X = S + A - P
 * Check: -2^12 <= X < 2^12 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC12DBL: ReferenceRule = {
  name: 'R_390_PC12DBL',
  type: 62,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000n || X >= 0x1000n) {
      return outOfRange(X, '-2^12 <= X < 2^12');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffn;
    patched |= (value >> 1n) & 0xfffn;
    return patched;
  },
  extract(container) {
    return (container & 0xfffn) << 1n;
  },
};

/**
 * R_390_PLT12DBL (63): X = L + A - P
 * Check: -2^12 <= X < 2^12 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLT12DBL: ReferenceRule = {
  name: 'R_390_PLT12DBL',
  type: 63,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000n || X >= 0x1000n) {
      return outOfRange(X, '-2^12 <= X < 2^12');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffn;
    patched |= (value >> 1n) & 0xfffn;
    return patched;
  },
  extract(container) {
    return (container & 0xfffn) << 1n;
  },
};

/**
 * R_390_PC24DBL (64): X = S + A - P
 * Check: -2^24 <= X < 2^24 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PC24DBL: ReferenceRule = {
  name: 'R_390_PC24DBL',
  type: 64,
  bytes: 3,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffn;
    patched |= (value >> 1n) & 0xffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffn) << 1n;
  },
};

/**
 * R_390_PLT24DBL (65): X = L + A - P
 * Check: -2^24 <= X < 2^24 and X is a multiple of 2.
 * Source: ELF Application Binary Interface s390x Supplement, Relocation Types
 */
export const R_390_PLT24DBL: ReferenceRule = {
  name: 'R_390_PLT24DBL',
  type: 65,
  bytes: 3,
  kind: 'instruction',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffffn;
    patched |= (value >> 1n) & 0xffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffn) << 1n;
  },
};

const rules: readonly ReferenceRule[] = [
  R_390_8,
  R_390_12,
  R_390_16,
  R_390_32,
  R_390_PC32,
  R_390_GOT12,
  R_390_GOT32,
  R_390_PLT32,
  R_390_RELATIVE,
  R_390_GOTOFF32,
  R_390_GOTPC,
  R_390_GOT16,
  R_390_PC16,
  R_390_PC16DBL,
  R_390_PLT16DBL,
  R_390_PC32DBL,
  R_390_PLT32DBL,
  R_390_GOTPCDBL,
  R_390_64,
  R_390_PC64,
  R_390_GOT64,
  R_390_PLT64,
  R_390_GOTENT,
  R_390_GOTOFF16,
  R_390_GOTOFF64,
  R_390_GOTPLT12,
  R_390_GOTPLT16,
  R_390_GOTPLT32,
  R_390_GOTPLT64,
  R_390_GOTPLTENT,
  R_390_PLTOFF16,
  R_390_PLTOFF32,
  R_390_PLTOFF64,
  R_390_20,
  R_390_GOT20,
  R_390_GOTPLT20,
  R_390_PC12DBL,
  R_390_PLT12DBL,
  R_390_PC24DBL,
  R_390_PLT24DBL,
];

/** Every rule of s390x, by name. */
export const model: ReferenceModel = {
  arch: 's390x',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
