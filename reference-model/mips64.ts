// Generated from relocator-dsl/arch/mips.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit MIPS, big-endian as plain functions of their letters. */
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
 * R_MIPS_32 (2): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_32: ReferenceRule = {
  name: 'R_MIPS_32',
  type: 2,
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
 * R_MIPS_REL32 (3): X = B + A
 * Check: -2^31 <= X < 2^31.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_REL32: ReferenceRule = {
  name: 'R_MIPS_REL32',
  type: 3,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const B = given(letters, 'B', 'B + A');
    const A = given(letters, 'A', 'B + A');
    return word(B + A);
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
 * R_MIPS_26 (4): X = S + A - Page28(P + 4)
 * Check: 0 <= X < 2^28 and X is a multiple of 4.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_26: ReferenceRule = {
  name: 'R_MIPS_26',
  type: 4,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page28(P + 4)');
    const A = given(letters, 'A', 'S + A - Page28(P + 4)');
    const P = given(letters, 'P', 'S + A - Page28(P + 4)');
    return word(S + A - clear(P + 4n, 28));
  },
  check(value) {
    const X = signedWord(value);
    if (value < 0n || value >= 0x10000000n) {
      return outOfRange(value, '0 <= X < 2^28');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffffffn;
    patched |= (value >> 2n) & 0x3ffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3ffffffn) << 2n;
  },
};

/**
 * R_MIPS_HI16 (5): X = S + A
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_HI16: ReferenceRule = {
  name: 'R_MIPS_HI16',
  type: 5,
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
    let patched = container & ~0xffffn;
    patched |= ((value + 0x8000n) >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_MIPS_LO16 (6): X = S + A
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_LO16: ReferenceRule = {
  name: 'R_MIPS_LO16',
  type: 6,
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
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_MIPS_GPREL16 (7): X = S + A - GP
 * Check: -2^15 <= X < 2^15.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GPREL16: ReferenceRule = {
  name: 'R_MIPS_GPREL16',
  type: 7,
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
 * R_MIPS_GOT16 (9): X = G + GOT - GP
 * Check: -2^15 <= X < 2^15.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GOT16: ReferenceRule = {
  name: 'R_MIPS_GOT16',
  type: 9,
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
 * R_MIPS_PC16 (10): X = S + A - P
 * Check: -2^17 <= X < 2^17 and X is a multiple of 4.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_PC16: ReferenceRule = {
  name: 'R_MIPS_PC16',
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
    if (X < -0x20000n || X >= 0x20000n) {
      return outOfRange(X, '-2^17 <= X < 2^17');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 2n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 2n;
  },
};

/**
 * R_MIPS_CALL16 (11): X = G + GOT - GP
 * Check: -2^15 <= X < 2^15.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_CALL16: ReferenceRule = {
  name: 'R_MIPS_CALL16',
  type: 11,
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
 * R_MIPS_GPREL32 (12): X = S + A - GP
 * Check: -2^31 <= X < 2^31.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GPREL32: ReferenceRule = {
  name: 'R_MIPS_GPREL32',
  type: 12,
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
 * R_MIPS_64 (18): X = S + A
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_64: ReferenceRule = {
  name: 'R_MIPS_64',
  type: 18,
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
 * R_MIPS_GOT_DISP (19): X = G + GOT - GP
 * Check: -2^15 <= X < 2^15.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GOT_DISP: ReferenceRule = {
  name: 'R_MIPS_GOT_DISP',
  type: 19,
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
 * R_MIPS_GOT_PAGE (20): X = G + GOT - GP
 * Check: -2^15 <= X < 2^15.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GOT_PAGE: ReferenceRule = {
  name: 'R_MIPS_GOT_PAGE',
  type: 20,
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
 * R_MIPS_GOT_OFST (21): X = S + A
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GOT_OFST: ReferenceRule = {
  name: 'R_MIPS_GOT_OFST',
  type: 21,
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
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_MIPS_GOT_HI16 (22): X = G + GOT - GP
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GOT_HI16: ReferenceRule = {
  name: 'R_MIPS_GOT_HI16',
  type: 22,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
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
 * R_MIPS_GOT_LO16 (23): X = G + GOT - GP
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GOT_LO16: ReferenceRule = {
  name: 'R_MIPS_GOT_LO16',
  type: 23,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
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
 * R_MIPS_SUB (24): X = S - A
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_SUB: ReferenceRule = {
  name: 'R_MIPS_SUB',
  type: 24,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S - A');
    const A = given(letters, 'A', 'S - A');
    return word(S - A);
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
 * R_MIPS_HIGHER (28): X = S + A + 32768
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_HIGHER: ReferenceRule = {
  name: 'R_MIPS_HIGHER',
  type: 28,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + 32768');
    const A = given(letters, 'A', 'S + A + 32768');
    return word(S + A + 32768n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= ((value + 0x80000000n) >> 32n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 32n;
  },
};

/**
 * R_MIPS_HIGHEST (29): X = S + A + 2147516416
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_HIGHEST: ReferenceRule = {
  name: 'R_MIPS_HIGHEST',
  type: 29,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + 2147516416');
    const A = given(letters, 'A', 'S + A + 2147516416');
    return word(S + A + 2147516416n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= ((value + 0x800000000000n) >> 48n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 48n;
  },
};

/**
 * R_MIPS_CALL_HI16 (30): X = G + GOT - GP
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_CALL_HI16: ReferenceRule = {
  name: 'R_MIPS_CALL_HI16',
  type: 30,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
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
 * R_MIPS_CALL_LO16 (31): X = G + GOT - GP
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_CALL_LO16: ReferenceRule = {
  name: 'R_MIPS_CALL_LO16',
  type: 31,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
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
 * R_MIPS_PC21_S2 (60): X = S + A - P
 * Check: -2^22 <= X < 2^22 and X is a multiple of 4.
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC21_S2: ReferenceRule = {
  name: 'R_MIPS_PC21_S2',
  type: 60,
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
 * R_MIPS_PC26_S2 (61): X = S + A - P
 * Check: -2^27 <= X < 2^27 and X is a multiple of 4.
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC26_S2: ReferenceRule = {
  name: 'R_MIPS_PC26_S2',
  type: 61,
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
    if (X < -0x8000000n || X >= 0x8000000n) {
      return outOfRange(X, '-2^27 <= X < 2^27');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffffffn;
    patched |= (value >> 2n) & 0x3ffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3ffffffn) << 2n;
  },
};

/**
 * R_MIPS_PC18_S3 (62): X = S + A - Page3(P)
 * Check: -2^20 <= X < 2^20 and X is a multiple of 8.
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC18_S3: ReferenceRule = {
  name: 'R_MIPS_PC18_S3',
  type: 62,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page3(P)');
    const A = given(letters, 'A', 'S + A - Page3(P)');
    const P = given(letters, 'P', 'S + A - Page3(P)');
    return word(S + A - clear(P, 3));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000n || X >= 0x100000n) {
      return outOfRange(X, '-2^20 <= X < 2^20');
    }
    if (X % 8n !== 0n) {
      return notMultiple(X, 8);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffffn;
    patched |= (value >> 3n) & 0x3ffffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3ffffn) << 3n;
  },
};

/**
 * R_MIPS_PC19_S2 (63): X = S + A - P
 * Check: -2^20 <= X < 2^20 and X is a multiple of 4.
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PC19_S2: ReferenceRule = {
  name: 'R_MIPS_PC19_S2',
  type: 63,
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
 * R_MIPS_PCHI16 (64): X = S + A - P
 * Check: none.
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PCHI16: ReferenceRule = {
  name: 'R_MIPS_PCHI16',
  type: 64,
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
    let patched = container & ~0xffffn;
    patched |= ((value + 0x8000n) >> 16n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 16n;
  },
};

/**
 * R_MIPS_PCLO16 (65): X = S + A - P
 * Check: none.
 * Source: MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and
 * binutils
 */
export const R_MIPS_PCLO16: ReferenceRule = {
  name: 'R_MIPS_PCLO16',
  type: 65,
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
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_MIPS_PC32 (248): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: GNU binutils, elf/mips.h; LLVM, Mips.def
 */
export const R_MIPS_PC32: ReferenceRule = {
  name: 'R_MIPS_PC32',
  type: 248,
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
 * R_MIPS_REL32_64 (4611): X = B + A
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_REL32_64: ReferenceRule = {
  name: 'R_MIPS_REL32_64',
  type: 4611,
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
 * R_MIPS_GPREL32_64 (4620): X = S + A - GP
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GPREL32_64: ReferenceRule = {
  name: 'R_MIPS_GPREL32_64',
  type: 4620,
  bytes: 8,
  kind: 'word',
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
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_MIPS_GPREL16_SUB_HI16 (333831): X = 0 - (S + A - GP)
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GPREL16_SUB_HI16: ReferenceRule = {
  name: 'R_MIPS_GPREL16_SUB_HI16',
  type: 333831,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '0 - (S + A - GP)');
    const A = given(letters, 'A', '0 - (S + A - GP)');
    const GP = given(letters, 'GP', '0 - (S + A - GP)');
    return word(0n - (S + A - GP));
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
 * R_MIPS_GPREL16_SUB_LO16 (399367): X = 0 - (S + A - GP)
 * Check: none.
 * Source: 64-bit ELF Object File Specification, draft 2.5, Relocation Types
 */
export const R_MIPS_GPREL16_SUB_LO16: ReferenceRule = {
  name: 'R_MIPS_GPREL16_SUB_LO16',
  type: 399367,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '0 - (S + A - GP)');
    const A = given(letters, 'A', '0 - (S + A - GP)');
    const GP = given(letters, 'GP', '0 - (S + A - GP)');
    return word(0n - (S + A - GP));
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

const rules: readonly ReferenceRule[] = [
  R_MIPS_32,
  R_MIPS_REL32,
  R_MIPS_26,
  R_MIPS_HI16,
  R_MIPS_LO16,
  R_MIPS_GPREL16,
  R_MIPS_GOT16,
  R_MIPS_PC16,
  R_MIPS_CALL16,
  R_MIPS_GPREL32,
  R_MIPS_64,
  R_MIPS_GOT_DISP,
  R_MIPS_GOT_PAGE,
  R_MIPS_GOT_OFST,
  R_MIPS_GOT_HI16,
  R_MIPS_GOT_LO16,
  R_MIPS_SUB,
  R_MIPS_HIGHER,
  R_MIPS_HIGHEST,
  R_MIPS_CALL_HI16,
  R_MIPS_CALL_LO16,
  R_MIPS_PC21_S2,
  R_MIPS_PC26_S2,
  R_MIPS_PC18_S3,
  R_MIPS_PC19_S2,
  R_MIPS_PCHI16,
  R_MIPS_PCLO16,
  R_MIPS_PC32,
  R_MIPS_REL32_64,
  R_MIPS_GPREL32_64,
  R_MIPS_GPREL16_SUB_HI16,
  R_MIPS_GPREL16_SUB_LO16,
];

/** Every rule of 64-bit MIPS, big-endian, by name. */
export const model: ReferenceModel = {
  arch: 'mips64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
