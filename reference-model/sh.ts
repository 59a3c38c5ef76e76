// Generated from relocator-dsl/arch/sh.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of little-endian SuperH as plain functions of their letters. */
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
 * R_SH_DIR32 (1): X = S + A
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_DIR32: ReferenceRule = {
  name: 'R_SH_DIR32',
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
 * R_SH_REL32 (2): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_REL32: ReferenceRule = {
  name: 'R_SH_REL32',
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
 * R_SH_IND12W (4): X = S + A - P
 * Check: -2^12 <= X < 2^12 and X is a multiple of 2.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_IND12W: ReferenceRule = {
  name: 'R_SH_IND12W',
  type: 4,
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
 * R_SH_DIR16 (33): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_DIR16: ReferenceRule = {
  name: 'R_SH_DIR16',
  type: 33,
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
 * R_SH_DIR8 (34): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_DIR8: ReferenceRule = {
  name: 'R_SH_DIR8',
  type: 34,
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
 * R_SH_GOT32 (160): X = G + A
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_GOT32: ReferenceRule = {
  name: 'R_SH_GOT32',
  type: 160,
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
 * R_SH_PLT32 (161): X = L + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_PLT32: ReferenceRule = {
  name: 'R_SH_PLT32',
  type: 161,
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
 * R_SH_RELATIVE (165): X = B + A
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_RELATIVE: ReferenceRule = {
  name: 'R_SH_RELATIVE',
  type: 165,
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
 * R_SH_GOTOFF (166): X = S + A - GOT
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_GOTOFF: ReferenceRule = {
  name: 'R_SH_GOTOFF',
  type: 166,
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
 * R_SH_GOTPC (167): X = GOT + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_GOTPC: ReferenceRule = {
  name: 'R_SH_GOTPC',
  type: 167,
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
 * R_SH_GOTPLT32 (168): X = G + A
 * Check: none.
 * Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h
 */
export const R_SH_GOTPLT32: ReferenceRule = {
  name: 'R_SH_GOTPLT32',
  type: 168,
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
  R_SH_DIR32,
  R_SH_REL32,
  R_SH_IND12W,
  R_SH_DIR16,
  R_SH_DIR8,
  R_SH_GOT32,
  R_SH_PLT32,
  R_SH_RELATIVE,
  R_SH_GOTOFF,
  R_SH_GOTPC,
  R_SH_GOTPLT32,
];

/** Every rule of little-endian SuperH, by name. */
export const model: ReferenceModel = {
  arch: 'sh',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
