// Generated from relocator-dsl/arch/i386.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Intel 386 as plain functions of their letters. */
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
 * R_386_32 (1): X = S + A
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_32: ReferenceRule = {
  name: 'R_386_32',
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
 * R_386_PC32 (2): X = S + A - P
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_PC32: ReferenceRule = {
  name: 'R_386_PC32',
  type: 2,
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
 * R_386_GOT32 (3): X = G + A
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_GOT32: ReferenceRule = {
  name: 'R_386_GOT32',
  type: 3,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_386_PLT32 (4): X = L + A - P
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_PLT32: ReferenceRule = {
  name: 'R_386_PLT32',
  type: 4,
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
 * R_386_RELATIVE (8): X = B + A
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_RELATIVE: ReferenceRule = {
  name: 'R_386_RELATIVE',
  type: 8,
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
 * R_386_GOTOFF (9): X = S + A - GOT
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_GOTOFF: ReferenceRule = {
  name: 'R_386_GOTOFF',
  type: 9,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_386_GOTPC (10): X = GOT + A - P
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types
 */
export const R_386_GOTPC: ReferenceRule = {
  name: 'R_386_GOTPC',
  type: 10,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_386_32PLT (11): X = L + A
 * Check: none.
 * Source: Oracle Solaris 11.2 Linkers and Libraries Guide, 32-bit x86: Relocation Types, table 12-18
 */
export const R_386_32PLT: ReferenceRule = {
  name: 'R_386_32PLT',
  type: 11,
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
 * R_386_16 (20): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types
 */
export const R_386_16: ReferenceRule = {
  name: 'R_386_16',
  type: 20,
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
 * R_386_PC16 (21): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types
 */
export const R_386_PC16: ReferenceRule = {
  name: 'R_386_PC16',
  type: 21,
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
 * R_386_8 (22): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types
 */
export const R_386_8: ReferenceRule = {
  name: 'R_386_8',
  type: 22,
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
 * R_386_PC8 (23): X = S + A - P
 * Check: -2^7 <= X < 2^7.
 * Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types
 */
export const R_386_PC8: ReferenceRule = {
  name: 'R_386_PC8',
  type: 23,
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
 * R_386_SIZE32 (38): X = Z + A
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types
 */
export const R_386_SIZE32: ReferenceRule = {
  name: 'R_386_SIZE32',
  type: 38,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

/**
 * R_386_GOT32X (43): X = G + A
 * Check: none.
 * Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types
 */
export const R_386_GOT32X: ReferenceRule = {
  name: 'R_386_GOT32X',
  type: 43,
  bytes: 4,
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
    let patched = container & ~0xffffffffn;
    patched |= value & 0xffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffn;
  },
};

const rules: readonly ReferenceRule[] = [
  R_386_32,
  R_386_PC32,
  R_386_GOT32,
  R_386_PLT32,
  R_386_RELATIVE,
  R_386_GOTOFF,
  R_386_GOTPC,
  R_386_32PLT,
  R_386_16,
  R_386_PC16,
  R_386_8,
  R_386_PC8,
  R_386_SIZE32,
  R_386_GOT32X,
];

/** Every rule of Intel 386, by name. */
export const model: ReferenceModel = {
  arch: 'i386',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
