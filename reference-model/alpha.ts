// Generated from relocator-dsl/arch/alpha.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Alpha as plain functions of their letters. */
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
 * R_ALPHA_REFLONG (1): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_REFLONG: ReferenceRule = {
  name: 'R_ALPHA_REFLONG',
  type: 1,
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
 * R_ALPHA_REFQUAD (2): X = S + A
 * Check: none.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_REFQUAD: ReferenceRule = {
  name: 'R_ALPHA_REFQUAD',
  type: 2,
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
 * R_ALPHA_GPREL32 (3): X = S + A - GP
 * Check: -2^31 <= X < 2^31.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_GPREL32: ReferenceRule = {
  name: 'R_ALPHA_GPREL32',
  type: 3,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GP');
    const A = given(letters, 'A', 'S + A - GP');
    const GP = given(letters, 'GP', 'S + A - GP');
    return word(S + A - GP);
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
 * R_ALPHA_LITERAL (4): X = G + GOT - GP
 * Check: -2^15 <= X < 2^15.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_LITERAL: ReferenceRule = {
  name: 'R_ALPHA_LITERAL',
  type: 4,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
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
 * R_ALPHA_GPDISP (6): X = GP - P + V
 * Check: -2^31 - 2^15 <= X < 2^31 - 2^15.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_GPDISP: ReferenceRule = {
  name: 'R_ALPHA_GPDISP',
  type: 6,
  bytes: 8,
  kind: 'instruction',
  apart: true,
  value(letters) {
    const GP = given(letters, 'GP', 'GP - P + V');
    const P = given(letters, 'P', 'GP - P + V');
    const V = given(letters, 'V', 'GP - P + V');
    return word(GP - P + V);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80008000n || X >= 0x7fff8000n) {
      return outOfRange(X, '-2^31 - 2^15 <= X < 2^31 - 2^15');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffff0000ffffn;
    patched |= ((value + 0x8000n) >> 16n) & 0xffffn;
    patched |= (value & 0xffffn) << 32n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 32n) & 0xffffn;
    value |= (((container & 0xffffn) << 16n) - ((value & 0x8000n) << 1n)) & 0xffff0000n;
    return value;
  },
};

/**
 * R_ALPHA_BRADDR (7): X = S + A - P - 4
 * Check: -2^22 <= X < 2^22 and X is a multiple of 4.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_BRADDR: ReferenceRule = {
  name: 'R_ALPHA_BRADDR',
  type: 7,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 4');
    const A = given(letters, 'A', 'S + A - P - 4');
    const P = given(letters, 'P', 'S + A - P - 4');
    return word(S + A - P - 4n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x400000n || X >= 0x400000n) {
      return outOfRange(X, '-2^22 <= X < 2^22');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffffn;
    patched |= (value >> 2n) & 0x1fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x1fffffn) << 2n;
  },
};

/**
 * R_ALPHA_HINT (8): X = S + A - P - 4
 * Check: none.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_HINT: ReferenceRule = {
  name: 'R_ALPHA_HINT',
  type: 8,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 4');
    const A = given(letters, 'A', 'S + A - P - 4');
    const P = given(letters, 'P', 'S + A - P - 4');
    return word(S + A - P - 4n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value >> 2n) & 0x3fffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffn) << 2n;
  },
};

/**
 * R_ALPHA_SREL16 (9): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_SREL16: ReferenceRule = {
  name: 'R_ALPHA_SREL16',
  type: 9,
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
 * R_ALPHA_SREL32 (10): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_SREL32: ReferenceRule = {
  name: 'R_ALPHA_SREL32',
  type: 10,
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
 * R_ALPHA_SREL64 (11): X = S + A - P
 * Check: none.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_SREL64: ReferenceRule = {
  name: 'R_ALPHA_SREL64',
  type: 11,
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
 * R_ALPHA_GPRELHIGH (17): X = S + A - GP
 * Check: -2^31 - 2^15 <= X < 2^31 - 2^15.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_GPRELHIGH: ReferenceRule = {
  name: 'R_ALPHA_GPRELHIGH',
  type: 17,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GP');
    const A = given(letters, 'A', 'S + A - GP');
    const GP = given(letters, 'GP', 'S + A - GP');
    return word(S + A - GP);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80008000n || X >= 0x7fff8000n) {
      return outOfRange(X, '-2^31 - 2^15 <= X < 2^31 - 2^15');
    }
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
 * R_ALPHA_GPRELLOW (18): X = S + A - GP
 * Check: none.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_GPRELLOW: ReferenceRule = {
  name: 'R_ALPHA_GPRELLOW',
  type: 18,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GP');
    const A = given(letters, 'A', 'S + A - GP');
    const GP = given(letters, 'GP', 'S + A - GP');
    return word(S + A - GP);
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
 * R_ALPHA_GPREL16 (19): X = S + A - GP
 * Check: -2^15 <= X < 2^15.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_GPREL16: ReferenceRule = {
  name: 'R_ALPHA_GPREL16',
  type: 19,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GP');
    const A = given(letters, 'A', 'S + A - GP');
    const GP = given(letters, 'GP', 'S + A - GP');
    return word(S + A - GP);
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
 * R_ALPHA_RELATIVE (27): X = B + A
 * Check: none.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_RELATIVE: ReferenceRule = {
  name: 'R_ALPHA_RELATIVE',
  type: 27,
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
 * R_ALPHA_BRSGP (28): X = S + E + A - P - 4
 * Check: -2^22 <= X < 2^22 and X is a multiple of 4.
 * Source: Alpha ELF relocation types, binutils include/elf/alpha.h
 */
export const R_ALPHA_BRSGP: ReferenceRule = {
  name: 'R_ALPHA_BRSGP',
  type: 28,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + E + A - P - 4');
    const E = given(letters, 'E', 'S + E + A - P - 4');
    const A = given(letters, 'A', 'S + E + A - P - 4');
    const P = given(letters, 'P', 'S + E + A - P - 4');
    return word(S + E + A - P - 4n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x400000n || X >= 0x400000n) {
      return outOfRange(X, '-2^22 <= X < 2^22');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffffn;
    patched |= (value >> 2n) & 0x1fffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x1fffffn) << 2n;
  },
};

const rules: readonly ReferenceRule[] = [
  R_ALPHA_REFLONG,
  R_ALPHA_REFQUAD,
  R_ALPHA_GPREL32,
  R_ALPHA_LITERAL,
  R_ALPHA_GPDISP,
  R_ALPHA_BRADDR,
  R_ALPHA_HINT,
  R_ALPHA_SREL16,
  R_ALPHA_SREL32,
  R_ALPHA_SREL64,
  R_ALPHA_GPRELHIGH,
  R_ALPHA_GPRELLOW,
  R_ALPHA_GPREL16,
  R_ALPHA_RELATIVE,
  R_ALPHA_BRSGP,
];

/** Every rule of Alpha, by name. */
export const model: ReferenceModel = {
  arch: 'alpha',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
