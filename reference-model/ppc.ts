// Generated from relocator-dsl/arch/ppc.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 32-bit PowerPC as plain functions of their letters. */
import type { Letters, ReferenceModel, ReferenceRule } from './types.ts';

/** The value of `letter`, which `formula` needs. */
function given(letters: Letters, letter: keyof Letters, formula: string): bigint {
  const value = letters[letter];
  if (value === undefined) {
    throw new TypeError(`no value for ${letter} in ${formula}`);
  }
  return value;
}

/** `value` as an unsigned word of 32 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(32, value);
}

/** `value` as a signed word of 32 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(32, value);
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
 * R_PPC_ADDR32 (1): X = S + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR32: ReferenceRule = {
  name: 'R_PPC_ADDR32',
  type: 1,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_PPC_ADDR24 (2): X = S + A
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR24: ReferenceRule = {
  name: 'R_PPC_ADDR24',
  type: 2,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x2000000n || X >= 0x2000000n) {
      return outOfRange(X, '-2^25 <= X < 2^25');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffcn;
    patched |= ((value >> 2n) & 0xffffffn) << 2n;
    return patched;
  },
  extract(container) {
    return ((container >> 2n) & 0xffffffn) << 2n;
  },
};

/**
 * R_PPC_ADDR16 (3): X = S + A
 * Check: -2^15 <= X < 2^15.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR16: ReferenceRule = {
  name: 'R_PPC_ADDR16',
  type: 3,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
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
 * R_PPC_ADDR16_LO (4): X = S + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR16_LO: ReferenceRule = {
  name: 'R_PPC_ADDR16_LO',
  type: 4,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_PPC_ADDR16_HI (5): X = S + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR16_HI: ReferenceRule = {
  name: 'R_PPC_ADDR16_HI',
  type: 5,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= (value >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_PPC_ADDR16_HA (6): X = S + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR16_HA: ReferenceRule = {
  name: 'R_PPC_ADDR16_HA',
  type: 6,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= ((value + 0x8000n) >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_PPC_ADDR14 (7): X = S + A
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR14: ReferenceRule = {
  name: 'R_PPC_ADDR14',
  type: 7,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffcn;
    patched |= ((value >> 2n) & 0x3fffn) << 2n;
    return patched;
  },
  extract(container) {
    return ((container >> 2n) & 0x3fffn) << 2n;
  },
};

/**
 * R_PPC_ADDR14_BRTAKEN (8): X = S + A
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR14_BRTAKEN: ReferenceRule = {
  name: 'R_PPC_ADDR14_BRTAKEN',
  type: 8,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x20fffcn;
    patched |= ((value >> 2n) & 0x3fffn) << 2n;
    patched |= ((value >> 16n) & 0x1n) << 21n;
    patched ^= (~(value >> 0n) & 1n) << 21n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 2n) & 0x3fffn) << 2n;
    value |= ((container >> 21n) & 0x1n) << 16n;
    value ^= (~(value >> 0n) & 1n) << 16n;
    return value;
  },
};

/**
 * R_PPC_ADDR14_BRNTAKEN (9): X = S + A
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_ADDR14_BRNTAKEN: ReferenceRule = {
  name: 'R_PPC_ADDR14_BRNTAKEN',
  type: 9,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x20fffcn;
    patched |= ((value >> 2n) & 0x3fffn) << 2n;
    patched |= ((value >> 16n) & 0x1n) << 21n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 2n) & 0x3fffn) << 2n;
    value |= ((container >> 21n) & 0x1n) << 16n;
    return value;
  },
};

/**
 * R_PPC_REL24 (10): X = S + A - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL24: ReferenceRule = {
  name: 'R_PPC_REL24',
  type: 10,
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
    if (X < -0x2000000n || X >= 0x2000000n) {
      return outOfRange(X, '-2^25 <= X < 2^25');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffcn;
    patched |= ((value >> 2n) & 0xffffffn) << 2n;
    return patched;
  },
  extract(container) {
    return ((container >> 2n) & 0xffffffn) << 2n;
  },
};

/**
 * R_PPC_REL14 (11): X = S + A - P
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL14: ReferenceRule = {
  name: 'R_PPC_REL14',
  type: 11,
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
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffcn;
    patched |= ((value >> 2n) & 0x3fffn) << 2n;
    return patched;
  },
  extract(container) {
    return ((container >> 2n) & 0x3fffn) << 2n;
  },
};

/**
 * R_PPC_REL14_BRTAKEN (12): X = S + A - P
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL14_BRTAKEN: ReferenceRule = {
  name: 'R_PPC_REL14_BRTAKEN',
  type: 12,
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
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x20fffcn;
    patched |= ((value >> 2n) & 0x3fffn) << 2n;
    patched |= ((value >> 16n) & 0x1n) << 21n;
    patched ^= (~(value >> 0n) & 1n) << 21n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 2n) & 0x3fffn) << 2n;
    value |= ((container >> 21n) & 0x1n) << 16n;
    value ^= (~(value >> 0n) & 1n) << 16n;
    return value;
  },
};

/**
 * R_PPC_REL14_BRNTAKEN (13): X = S + A - P
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL14_BRNTAKEN: ReferenceRule = {
  name: 'R_PPC_REL14_BRNTAKEN',
  type: 13,
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
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x20fffcn;
    patched |= ((value >> 2n) & 0x3fffn) << 2n;
    patched |= ((value >> 16n) & 0x1n) << 21n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 2n) & 0x3fffn) << 2n;
    value |= ((container >> 21n) & 0x1n) << 16n;
    return value;
  },
};

/**
 * R_PPC_GOT16 (14): X = G + A
 * Check: -2^15 <= X < 2^15.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_GOT16: ReferenceRule = {
  name: 'R_PPC_GOT16',
  type: 14,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
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
 * R_PPC_GOT16_LO (15): X = G + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_GOT16_LO: ReferenceRule = {
  name: 'R_PPC_GOT16_LO',
  type: 15,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check() {
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
 * R_PPC_GOT16_HI (16): X = G + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_GOT16_HI: ReferenceRule = {
  name: 'R_PPC_GOT16_HI',
  type: 16,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_PPC_GOT16_HA (17): X = G + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_GOT16_HA: ReferenceRule = {
  name: 'R_PPC_GOT16_HA',
  type: 17,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + A');
    const A = given(letters, 'A', 'G + A');
    return word(G + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= ((value + 0x8000n) >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_PPC_PLTREL24 (18): X = L - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_PLTREL24: ReferenceRule = {
  name: 'R_PPC_PLTREL24',
  type: 18,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const L = given(letters, 'L', 'L - P');
    const P = given(letters, 'P', 'L - P');
    return word(L - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x2000000n || X >= 0x2000000n) {
      return outOfRange(X, '-2^25 <= X < 2^25');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffcn;
    patched |= ((value >> 2n) & 0xffffffn) << 2n;
    return patched;
  },
  extract(container) {
    return ((container >> 2n) & 0xffffffn) << 2n;
  },
};

/**
 * R_PPC_RELATIVE (22): X = B + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_RELATIVE: ReferenceRule = {
  name: 'R_PPC_RELATIVE',
  type: 22,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_PPC_LOCAL24PC (23): X = S + A - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_LOCAL24PC: ReferenceRule = {
  name: 'R_PPC_LOCAL24PC',
  type: 23,
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
    if (X < -0x2000000n || X >= 0x2000000n) {
      return outOfRange(X, '-2^25 <= X < 2^25');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffffcn;
    patched |= ((value >> 2n) & 0xffffffn) << 2n;
    return patched;
  },
  extract(container) {
    return ((container >> 2n) & 0xffffffn) << 2n;
  },
};

/**
 * R_PPC_UADDR32 (24): X = S + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_UADDR32: ReferenceRule = {
  name: 'R_PPC_UADDR32',
  type: 24,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_PPC_UADDR16 (25): X = S + A
 * Check: -2^15 <= X < 2^15.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_UADDR16: ReferenceRule = {
  name: 'R_PPC_UADDR16',
  type: 25,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
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
 * R_PPC_REL32 (26): X = S + A - P
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL32: ReferenceRule = {
  name: 'R_PPC_REL32',
  type: 26,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_PPC_PLT32 (27): X = L + A
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_PLT32: ReferenceRule = {
  name: 'R_PPC_PLT32',
  type: 27,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_PPC_PLTREL32 (28): X = L + A - P
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_PLTREL32: ReferenceRule = {
  name: 'R_PPC_PLTREL32',
  type: 28,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_PPC_REL16 (249): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL16: ReferenceRule = {
  name: 'R_PPC_REL16',
  type: 249,
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
 * R_PPC_REL16_LO (250): X = S + A - P
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL16_LO: ReferenceRule = {
  name: 'R_PPC_REL16_LO',
  type: 250,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_PPC_REL16_HI (251): X = S + A - P
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL16_HI: ReferenceRule = {
  name: 'R_PPC_REL16_HI',
  type: 251,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= (value >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_PPC_REL16_HA (252): X = S + A - P
 * Check: none.
 * Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types
 */
export const R_PPC_REL16_HA: ReferenceRule = {
  name: 'R_PPC_REL16_HA',
  type: 252,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= ((value + 0x8000n) >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

const rules: readonly ReferenceRule[] = [
  R_PPC_ADDR32,
  R_PPC_ADDR24,
  R_PPC_ADDR16,
  R_PPC_ADDR16_LO,
  R_PPC_ADDR16_HI,
  R_PPC_ADDR16_HA,
  R_PPC_ADDR14,
  R_PPC_ADDR14_BRTAKEN,
  R_PPC_ADDR14_BRNTAKEN,
  R_PPC_REL24,
  R_PPC_REL14,
  R_PPC_REL14_BRTAKEN,
  R_PPC_REL14_BRNTAKEN,
  R_PPC_GOT16,
  R_PPC_GOT16_LO,
  R_PPC_GOT16_HI,
  R_PPC_GOT16_HA,
  R_PPC_PLTREL24,
  R_PPC_RELATIVE,
  R_PPC_LOCAL24PC,
  R_PPC_UADDR32,
  R_PPC_UADDR16,
  R_PPC_REL32,
  R_PPC_PLT32,
  R_PPC_PLTREL32,
  R_PPC_REL16,
  R_PPC_REL16_LO,
  R_PPC_REL16_HI,
  R_PPC_REL16_HA,
];

/** Every rule of 32-bit PowerPC, by name. */
export const model: ReferenceModel = {
  arch: 'ppc',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
