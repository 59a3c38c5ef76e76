// Generated from relocator-dsl/arch/x86_64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of x86-64 as plain functions of their letters. */
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

/**
 * R_X86_64_64 (1): X = S + A
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_64: ReferenceRule = {
  name: 'R_X86_64_64',
  type: 1,
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
 * R_X86_64_PC32 (2): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_PC32: ReferenceRule = {
  name: 'R_X86_64_PC32',
  type: 2,
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
 * R_X86_64_GOT32 (3): X = G + A
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_GOT32: ReferenceRule = {
  name: 'R_X86_64_GOT32',
  type: 3,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_X86_64_PLT32 (4): X = L + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_PLT32: ReferenceRule = {
  name: 'R_X86_64_PLT32',
  type: 4,
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
 * R_X86_64_RELATIVE (8): X = B + A
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_RELATIVE: ReferenceRule = {
  name: 'R_X86_64_RELATIVE',
  type: 8,
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
 * R_X86_64_GOTPCREL (9): X = G + GOT + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_GOTPCREL: ReferenceRule = {
  name: 'R_X86_64_GOTPCREL',
  type: 9,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
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
 * R_X86_64_32 (10): X = S + A
 * Check: 0 <= X < 2^32.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_32: ReferenceRule = {
  name: 'R_X86_64_32',
  type: 10,
  bytes: 4,
  kind: 'word',
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_X86_64_32S (11): X = S + A
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_32S: ReferenceRule = {
  name: 'R_X86_64_32S',
  type: 11,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
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
 * R_X86_64_16 (12): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_16: ReferenceRule = {
  name: 'R_X86_64_16',
  type: 12,
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
 * R_X86_64_PC16 (13): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_PC16: ReferenceRule = {
  name: 'R_X86_64_PC16',
  type: 13,
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
 * R_X86_64_8 (14): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_8: ReferenceRule = {
  name: 'R_X86_64_8',
  type: 14,
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
 * R_X86_64_PC8 (15): X = S + A - P
 * Check: -2^7 <= X < 2^7.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_PC8: ReferenceRule = {
  name: 'R_X86_64_PC8',
  type: 15,
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
 * R_X86_64_PC64 (24): X = S + A - P
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_PC64: ReferenceRule = {
  name: 'R_X86_64_PC64',
  type: 24,
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
 * R_X86_64_GOTOFF64 (25): X = S + A - GOT
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_GOTOFF64: ReferenceRule = {
  name: 'R_X86_64_GOTOFF64',
  type: 25,
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
 * R_X86_64_GOTPC32 (26): X = GOT + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_GOTPC32: ReferenceRule = {
  name: 'R_X86_64_GOTPC32',
  type: 26,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + A - P');
    const A = given(letters, 'A', 'GOT + A - P');
    const P = given(letters, 'P', 'GOT + A - P');
    return word(GOT + A - P);
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
 * R_X86_64_GOT64 (27): X = G + A
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10
 */
export const R_X86_64_GOT64: ReferenceRule = {
  name: 'R_X86_64_GOT64',
  type: 27,
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
 * R_X86_64_GOTPCREL64 (28): X = G + GOT + A - P
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10
 */
export const R_X86_64_GOTPCREL64: ReferenceRule = {
  name: 'R_X86_64_GOTPCREL64',
  type: 28,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
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
 * R_X86_64_GOTPC64 (29): X = GOT + A - P
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10
 */
export const R_X86_64_GOTPC64: ReferenceRule = {
  name: 'R_X86_64_GOTPC64',
  type: 29,
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
 * R_X86_64_GOTPLT64 (30): X = G + A
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10, where
 * version 1.0 calls the number deprecated
 */
export const R_X86_64_GOTPLT64: ReferenceRule = {
  name: 'R_X86_64_GOTPLT64',
  type: 30,
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
 * R_X86_64_PLTOFF64 (31): X = L + A - GOT
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10
 */
export const R_X86_64_PLTOFF64: ReferenceRule = {
  name: 'R_X86_64_PLTOFF64',
  type: 31,
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
 * R_X86_64_SIZE32 (32): X = Z + A
 * Check: 0 <= X < 2^32.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_SIZE32: ReferenceRule = {
  name: 'R_X86_64_SIZE32',
  type: 32,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const Z = given(letters, 'Z', 'Z + A');
    const A = given(letters, 'A', 'Z + A');
    return word(Z + A);
  },
  check(value) {
    if (value < 0n || value >= 0x100000000n) {
      return outOfRange(value, '0 <= X < 2^32');
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
 * R_X86_64_SIZE64 (33): X = Z + A
 * Check: none.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9
 */
export const R_X86_64_SIZE64: ReferenceRule = {
  name: 'R_X86_64_SIZE64',
  type: 33,
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
 * R_X86_64_GOTPCRELX (41): X = G + GOT + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_GOTPCRELX',
  type: 41,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
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
 * R_X86_64_REX_GOTPCRELX (42): X = G + GOT + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_REX_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_REX_GOTPCRELX',
  type: 42,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
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

const rules: readonly ReferenceRule[] = [
  R_X86_64_64,
  R_X86_64_PC32,
  R_X86_64_GOT32,
  R_X86_64_PLT32,
  R_X86_64_RELATIVE,
  R_X86_64_GOTPCREL,
  R_X86_64_32,
  R_X86_64_32S,
  R_X86_64_16,
  R_X86_64_PC16,
  R_X86_64_8,
  R_X86_64_PC8,
  R_X86_64_PC64,
  R_X86_64_GOTOFF64,
  R_X86_64_GOTPC32,
  R_X86_64_GOT64,
  R_X86_64_GOTPCREL64,
  R_X86_64_GOTPC64,
  R_X86_64_GOTPLT64,
  R_X86_64_PLTOFF64,
  R_X86_64_SIZE32,
  R_X86_64_SIZE64,
  R_X86_64_GOTPCRELX,
  R_X86_64_REX_GOTPCRELX,
];

/** Every rule of x86-64, by name. */
export const model: ReferenceModel = {
  arch: 'x86_64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
