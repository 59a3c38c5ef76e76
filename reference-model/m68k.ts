// Generated from relocator-dsl/arch/m68k.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Motorola 68000 family as plain functions of their letters. */
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

/**
 * R_68K_32 (1): X = S + A
 * Check: none.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_32: ReferenceRule = {
  name: 'R_68K_32',
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
 * R_68K_16 (2): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_16: ReferenceRule = {
  name: 'R_68K_16',
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
 * R_68K_8 (3): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_8: ReferenceRule = {
  name: 'R_68K_8',
  type: 3,
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
 * R_68K_PC32 (4): X = S + A - P
 * Check: none.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_PC32: ReferenceRule = {
  name: 'R_68K_PC32',
  type: 4,
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
 * R_68K_PC16 (5): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_PC16: ReferenceRule = {
  name: 'R_68K_PC16',
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
 * R_68K_PC8 (6): X = S + A - P
 * Check: -2^7 <= X < 2^7.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_PC8: ReferenceRule = {
  name: 'R_68K_PC8',
  type: 6,
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
 * R_68K_GOT32 (7): X = G + GOT + A - P
 * Check: none.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_GOT32: ReferenceRule = {
  name: 'R_68K_GOT32',
  type: 7,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_68K_GOT16 (8): X = G + GOT + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_GOT16: ReferenceRule = {
  name: 'R_68K_GOT16',
  type: 8,
  bytes: 2,
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
 * R_68K_GOT8 (9): X = G + GOT + A - P
 * Check: -2^7 <= X < 2^7.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_GOT8: ReferenceRule = {
  name: 'R_68K_GOT8',
  type: 9,
  bytes: 1,
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
 * R_68K_GOT32O (10): X = G
 * Check: none.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_GOT32O: ReferenceRule = {
  name: 'R_68K_GOT32O',
  type: 10,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
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
 * R_68K_GOT16O (11): X = G
 * Check: -2^15 <= X < 2^15.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_GOT16O: ReferenceRule = {
  name: 'R_68K_GOT16O',
  type: 11,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
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
 * R_68K_GOT8O (12): X = G
 * Check: -2^7 <= X < 2^7.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_GOT8O: ReferenceRule = {
  name: 'R_68K_GOT8O',
  type: 12,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G');
    return word(G);
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
 * R_68K_PLT32 (13): X = L + A - P
 * Check: none.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_PLT32: ReferenceRule = {
  name: 'R_68K_PLT32',
  type: 13,
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
 * R_68K_PLT16 (14): X = L + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_PLT16: ReferenceRule = {
  name: 'R_68K_PLT16',
  type: 14,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
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
 * R_68K_PLT8 (15): X = L + A - P
 * Check: -2^7 <= X < 2^7.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_PLT8: ReferenceRule = {
  name: 'R_68K_PLT8',
  type: 15,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const L = given(letters, 'L', 'L + A - P');
    const A = given(letters, 'A', 'L + A - P');
    const P = given(letters, 'P', 'L + A - P');
    return word(L + A - P);
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
 * R_68K_RELATIVE (22): X = B + A
 * Check: none.
 * Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types
 */
export const R_68K_RELATIVE: ReferenceRule = {
  name: 'R_68K_RELATIVE',
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

const rules: readonly ReferenceRule[] = [
  R_68K_32,
  R_68K_16,
  R_68K_8,
  R_68K_PC32,
  R_68K_PC16,
  R_68K_PC8,
  R_68K_GOT32,
  R_68K_GOT16,
  R_68K_GOT8,
  R_68K_GOT32O,
  R_68K_GOT16O,
  R_68K_GOT8O,
  R_68K_PLT32,
  R_68K_PLT16,
  R_68K_PLT8,
  R_68K_RELATIVE,
];

/** Every rule of Motorola 68000 family, by name. */
export const model: ReferenceModel = {
  arch: 'm68k',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
