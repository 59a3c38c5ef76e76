// Generated from relocator-dsl/arch/riscv.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit RISC-V as plain functions of their letters. */
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
 * R_RISCV_32 (1): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_32: ReferenceRule = {
  name: 'R_RISCV_32',
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
 * R_RISCV_64 (2): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_64: ReferenceRule = {
  name: 'R_RISCV_64',
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
 * R_RISCV_RELATIVE (3): X = B + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_RELATIVE: ReferenceRule = {
  name: 'R_RISCV_RELATIVE',
  type: 3,
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
 * R_RISCV_BRANCH (16): X = S + A - P
 * Check: -2^12 <= X < 2^12 and X is a multiple of 2.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_BRANCH: ReferenceRule = {
  name: 'R_RISCV_BRANCH',
  type: 16,
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
    if (X < -0x1000n || X >= 0x1000n) {
      return outOfRange(X, '-2^12 <= X < 2^12');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfe000f80n;
    patched |= ((value >> 12n) & 0x1n) << 31n;
    patched |= ((value >> 5n) & 0x3fn) << 25n;
    patched |= ((value >> 1n) & 0xfn) << 8n;
    patched |= ((value >> 11n) & 0x1n) << 7n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 31n) & 0x1n) << 12n;
    value |= ((container >> 25n) & 0x3fn) << 5n;
    value |= ((container >> 8n) & 0xfn) << 1n;
    value |= ((container >> 7n) & 0x1n) << 11n;
    return value;
  },
};

/**
 * R_RISCV_JAL (17): X = S + A - P
 * Check: -2^20 <= X < 2^20 and X is a multiple of 2.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_JAL: ReferenceRule = {
  name: 'R_RISCV_JAL',
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
    if (X < -0x100000n || X >= 0x100000n) {
      return outOfRange(X, '-2^20 <= X < 2^20');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff000n;
    patched |= ((value >> 20n) & 0x1n) << 31n;
    patched |= ((value >> 1n) & 0x3ffn) << 21n;
    patched |= ((value >> 11n) & 0x1n) << 20n;
    patched |= ((value >> 12n) & 0xffn) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 31n) & 0x1n) << 20n;
    value |= ((container >> 21n) & 0x3ffn) << 1n;
    value |= ((container >> 20n) & 0x1n) << 11n;
    value |= ((container >> 12n) & 0xffn) << 12n;
    return value;
  },
};

/**
 * R_RISCV_CALL (18): X = S + A - P
 * Check: -2^31 - 2^11 <= X < 2^31 - 2^11.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_CALL: ReferenceRule = {
  name: 'R_RISCV_CALL',
  type: 18,
  bytes: 8,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000800n || X >= 0x7ffff800n) {
      return outOfRange(X, '-2^31 - 2^11 <= X < 2^31 - 2^11');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfff00000fffff000n;
    patched |= (value & 0xfffn) << 52n;
    patched |= (((value + 0x800n) >> 12n) & 0xfffffn) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 52n) & 0xfffn;
    value |= ((((container >> 12n) & 0xfffffn) << 12n) - ((value & 0x800n) << 1n)) & 0xfffff000n;
    return value;
  },
};

/**
 * R_RISCV_CALL_PLT (19): X = S + A - P
 * Check: -2^31 - 2^11 <= X < 2^31 - 2^11.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_CALL_PLT: ReferenceRule = {
  name: 'R_RISCV_CALL_PLT',
  type: 19,
  bytes: 8,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P');
    const A = given(letters, 'A', 'S + A - P');
    const P = given(letters, 'P', 'S + A - P');
    return word(S + A - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000800n || X >= 0x7ffff800n) {
      return outOfRange(X, '-2^31 - 2^11 <= X < 2^31 - 2^11');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfff00000fffff000n;
    patched |= (value & 0xfffn) << 52n;
    patched |= (((value + 0x800n) >> 12n) & 0xfffffn) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 52n) & 0xfffn;
    value |= ((((container >> 12n) & 0xfffffn) << 12n) - ((value & 0x800n) << 1n)) & 0xfffff000n;
    return value;
  },
};

/**
 * R_RISCV_GOT_HI20 (20): X = G + GOT + A - P
 * Check: -2^31 - 2^11 <= X < 2^31 - 2^11.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_GOT_HI20: ReferenceRule = {
  name: 'R_RISCV_GOT_HI20',
  type: 20,
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
    if (X < -0x80000800n || X >= 0x7ffff800n) {
      return outOfRange(X, '-2^31 - 2^11 <= X < 2^31 - 2^11');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff000n;
    patched |= (((value + 0x800n) >> 12n) & 0xfffffn) << 12n;
    return patched;
  },
  extract(container) {
    return ((container >> 12n) & 0xfffffn) << 12n;
  },
};

/**
 * R_RISCV_PCREL_HI20 (23): X = S + A - P
 * Check: -2^31 - 2^11 <= X < 2^31 - 2^11.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_PCREL_HI20: ReferenceRule = {
  name: 'R_RISCV_PCREL_HI20',
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
    if (X < -0x80000800n || X >= 0x7ffff800n) {
      return outOfRange(X, '-2^31 - 2^11 <= X < 2^31 - 2^11');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff000n;
    patched |= (((value + 0x800n) >> 12n) & 0xfffffn) << 12n;
    return patched;
  },
  extract(container) {
    return ((container >> 12n) & 0xfffffn) << 12n;
  },
};

/**
 * R_RISCV_PCREL_LO12_I (24): X = H
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_PCREL_LO12_I: ReferenceRule = {
  name: 'R_RISCV_PCREL_LO12_I',
  type: 24,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const H = given(letters, 'H', 'H');
    return word(H);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfff00000n;
    patched |= (value & 0xfffn) << 20n;
    return patched;
  },
  extract(container) {
    return (container >> 20n) & 0xfffn;
  },
};

/**
 * R_RISCV_PCREL_LO12_S (25): X = H
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_PCREL_LO12_S: ReferenceRule = {
  name: 'R_RISCV_PCREL_LO12_S',
  type: 25,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const H = given(letters, 'H', 'H');
    return word(H);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfe000f80n;
    patched |= ((value >> 5n) & 0x7fn) << 25n;
    patched |= (value & 0x1fn) << 7n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 25n) & 0x7fn) << 5n;
    value |= (container >> 7n) & 0x1fn;
    return value;
  },
};

/**
 * R_RISCV_HI20 (26): X = S + A
 * Check: -2^31 - 2^11 <= X < 2^31 - 2^11.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_HI20: ReferenceRule = {
  name: 'R_RISCV_HI20',
  type: 26,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000800n || X >= 0x7ffff800n) {
      return outOfRange(X, '-2^31 - 2^11 <= X < 2^31 - 2^11');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfffff000n;
    patched |= (((value + 0x800n) >> 12n) & 0xfffffn) << 12n;
    return patched;
  },
  extract(container) {
    return ((container >> 12n) & 0xfffffn) << 12n;
  },
};

/**
 * R_RISCV_LO12_I (27): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_LO12_I: ReferenceRule = {
  name: 'R_RISCV_LO12_I',
  type: 27,
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
    let patched = container & ~0xfff00000n;
    patched |= (value & 0xfffn) << 20n;
    return patched;
  },
  extract(container) {
    return (container >> 20n) & 0xfffn;
  },
};

/**
 * R_RISCV_LO12_S (28): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_LO12_S: ReferenceRule = {
  name: 'R_RISCV_LO12_S',
  type: 28,
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
    let patched = container & ~0xfe000f80n;
    patched |= ((value >> 5n) & 0x7fn) << 25n;
    patched |= (value & 0x1fn) << 7n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 25n) & 0x7fn) << 5n;
    value |= (container >> 7n) & 0x1fn;
    return value;
  },
};

/**
 * R_RISCV_ADD8 (33): X = V + S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_ADD8: ReferenceRule = {
  name: 'R_RISCV_ADD8',
  type: 33,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V + S + A');
    const S = given(letters, 'S', 'V + S + A');
    const A = given(letters, 'A', 'V + S + A');
    return word(V + S + A);
  },
  check() {
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
 * R_RISCV_ADD16 (34): X = V + S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_ADD16: ReferenceRule = {
  name: 'R_RISCV_ADD16',
  type: 34,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V + S + A');
    const S = given(letters, 'S', 'V + S + A');
    const A = given(letters, 'A', 'V + S + A');
    return word(V + S + A);
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
 * R_RISCV_ADD32 (35): X = V + S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_ADD32: ReferenceRule = {
  name: 'R_RISCV_ADD32',
  type: 35,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V + S + A');
    const S = given(letters, 'S', 'V + S + A');
    const A = given(letters, 'A', 'V + S + A');
    return word(V + S + A);
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
 * R_RISCV_ADD64 (36): X = V + S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_ADD64: ReferenceRule = {
  name: 'R_RISCV_ADD64',
  type: 36,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V + S + A');
    const S = given(letters, 'S', 'V + S + A');
    const A = given(letters, 'A', 'V + S + A');
    return word(V + S + A);
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
 * R_RISCV_SUB8 (37): X = V - S - A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SUB8: ReferenceRule = {
  name: 'R_RISCV_SUB8',
  type: 37,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V - S - A');
    const S = given(letters, 'S', 'V - S - A');
    const A = given(letters, 'A', 'V - S - A');
    return word(V - S - A);
  },
  check() {
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
 * R_RISCV_SUB16 (38): X = V - S - A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SUB16: ReferenceRule = {
  name: 'R_RISCV_SUB16',
  type: 38,
  bytes: 2,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V - S - A');
    const S = given(letters, 'S', 'V - S - A');
    const A = given(letters, 'A', 'V - S - A');
    return word(V - S - A);
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
 * R_RISCV_SUB32 (39): X = V - S - A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SUB32: ReferenceRule = {
  name: 'R_RISCV_SUB32',
  type: 39,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V - S - A');
    const S = given(letters, 'S', 'V - S - A');
    const A = given(letters, 'A', 'V - S - A');
    return word(V - S - A);
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
 * R_RISCV_SUB64 (40): X = V - S - A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SUB64: ReferenceRule = {
  name: 'R_RISCV_SUB64',
  type: 40,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V - S - A');
    const S = given(letters, 'S', 'V - S - A');
    const A = given(letters, 'A', 'V - S - A');
    return word(V - S - A);
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
 * R_RISCV_RVC_BRANCH (44): X = S + A - P
 * Check: -2^8 <= X < 2^8 and X is a multiple of 2.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_RVC_BRANCH: ReferenceRule = {
  name: 'R_RISCV_RVC_BRANCH',
  type: 44,
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
    if (X < -0x100n || X >= 0x100n) {
      return outOfRange(X, '-2^8 <= X < 2^8');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1c7cn;
    patched |= ((value >> 8n) & 0x1n) << 12n;
    patched |= ((value >> 3n) & 0x3n) << 10n;
    patched |= ((value >> 6n) & 0x3n) << 5n;
    patched |= ((value >> 1n) & 0x3n) << 3n;
    patched |= ((value >> 5n) & 0x1n) << 2n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 12n) & 0x1n) << 8n;
    value |= ((container >> 10n) & 0x3n) << 3n;
    value |= ((container >> 5n) & 0x3n) << 6n;
    value |= ((container >> 3n) & 0x3n) << 1n;
    value |= ((container >> 2n) & 0x1n) << 5n;
    return value;
  },
};

/**
 * R_RISCV_RVC_JUMP (45): X = S + A - P
 * Check: -2^11 <= X < 2^11 and X is a multiple of 2.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_RVC_JUMP: ReferenceRule = {
  name: 'R_RISCV_RVC_JUMP',
  type: 45,
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
    if (X < -0x800n || X >= 0x800n) {
      return outOfRange(X, '-2^11 <= X < 2^11');
    }
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffcn;
    patched |= ((value >> 11n) & 0x1n) << 12n;
    patched |= ((value >> 4n) & 0x1n) << 11n;
    patched |= ((value >> 8n) & 0x3n) << 9n;
    patched |= ((value >> 10n) & 0x1n) << 8n;
    patched |= ((value >> 6n) & 0x1n) << 7n;
    patched |= ((value >> 7n) & 0x1n) << 6n;
    patched |= ((value >> 1n) & 0x7n) << 3n;
    patched |= ((value >> 5n) & 0x1n) << 2n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 12n) & 0x1n) << 11n;
    value |= ((container >> 11n) & 0x1n) << 4n;
    value |= ((container >> 9n) & 0x3n) << 8n;
    value |= ((container >> 8n) & 0x1n) << 10n;
    value |= ((container >> 7n) & 0x1n) << 6n;
    value |= ((container >> 6n) & 0x1n) << 7n;
    value |= ((container >> 3n) & 0x7n) << 1n;
    value |= ((container >> 2n) & 0x1n) << 5n;
    return value;
  },
};

/**
 * R_RISCV_SUB6 (52): X = V - S - A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SUB6: ReferenceRule = {
  name: 'R_RISCV_SUB6',
  type: 52,
  bytes: 1,
  kind: 'word',
  value(letters) {
    const V = given(letters, 'V', 'V - S - A');
    const S = given(letters, 'S', 'V - S - A');
    const A = given(letters, 'A', 'V - S - A');
    return word(V - S - A);
  },
  check() {
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
 * R_RISCV_SET6 (53): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SET6: ReferenceRule = {
  name: 'R_RISCV_SET6',
  type: 53,
  bytes: 1,
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
    let patched = container & ~0x3fn;
    patched |= value & 0x3fn;
    return patched;
  },
  extract(container) {
    return container & 0x3fn;
  },
};

/**
 * R_RISCV_SET8 (54): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SET8: ReferenceRule = {
  name: 'R_RISCV_SET8',
  type: 54,
  bytes: 1,
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
    let patched = container & ~0xffn;
    patched |= value & 0xffn;
    return patched;
  },
  extract(container) {
    return container & 0xffn;
  },
};

/**
 * R_RISCV_SET16 (55): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SET16: ReferenceRule = {
  name: 'R_RISCV_SET16',
  type: 55,
  bytes: 2,
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
    let patched = container & ~0xffffn;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffn;
  },
};

/**
 * R_RISCV_SET32 (56): X = S + A
 * Check: none.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_SET32: ReferenceRule = {
  name: 'R_RISCV_SET32',
  type: 56,
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
 * R_RISCV_32_PCREL (57): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_32_PCREL: ReferenceRule = {
  name: 'R_RISCV_32_PCREL',
  type: 57,
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
 * R_RISCV_PLT32 (59): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: RISC-V ELF Specification, Relocations
 */
export const R_RISCV_PLT32: ReferenceRule = {
  name: 'R_RISCV_PLT32',
  type: 59,
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

const rules: readonly ReferenceRule[] = [
  R_RISCV_32,
  R_RISCV_64,
  R_RISCV_RELATIVE,
  R_RISCV_BRANCH,
  R_RISCV_JAL,
  R_RISCV_CALL,
  R_RISCV_CALL_PLT,
  R_RISCV_GOT_HI20,
  R_RISCV_PCREL_HI20,
  R_RISCV_PCREL_LO12_I,
  R_RISCV_PCREL_LO12_S,
  R_RISCV_HI20,
  R_RISCV_LO12_I,
  R_RISCV_LO12_S,
  R_RISCV_ADD8,
  R_RISCV_ADD16,
  R_RISCV_ADD32,
  R_RISCV_ADD64,
  R_RISCV_SUB8,
  R_RISCV_SUB16,
  R_RISCV_SUB32,
  R_RISCV_SUB64,
  R_RISCV_RVC_BRANCH,
  R_RISCV_RVC_JUMP,
  R_RISCV_SUB6,
  R_RISCV_SET6,
  R_RISCV_SET8,
  R_RISCV_SET16,
  R_RISCV_SET32,
  R_RISCV_32_PCREL,
  R_RISCV_PLT32,
];

/** Every rule of 64-bit RISC-V, by name. */
export const model: ReferenceModel = {
  arch: 'riscv64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
