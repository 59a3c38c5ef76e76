// Generated from relocator-dsl/arch/hppa.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 32-bit PA-RISC as plain functions of their letters. */
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
 * R_PARISC_DIR32 (1): X = S + A
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DIR32: ReferenceRule = {
  name: 'R_PARISC_DIR32',
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
 * R_PARISC_DIR21L (2): X = S + Page13(A + 4096)
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DIR21L: ReferenceRule = {
  name: 'R_PARISC_DIR21L',
  type: 2,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + Page13(A + 4096)');
    const A = given(letters, 'A', 'S + Page13(A + 4096)');
    return word(S + clear(A + 4096n, 13));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffffn;
    patched |= (value >> 31n) & 0x1n;
    patched |= ((value >> 20n) & 0x7ffn) << 1n;
    patched |= ((value >> 18n) & 0x3n) << 14n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    patched |= ((value >> 11n) & 0x3n) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 31n;
    value |= ((container >> 1n) & 0x7ffn) << 20n;
    value |= ((container >> 14n) & 0x3n) << 18n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    value |= ((container >> 12n) & 0x3n) << 11n;
    return value;
  },
};

/**
 * R_PARISC_DIR17R (3): X = S - Page11(S) + A - Page13(A + 4096)
 * Check: X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DIR17R: ReferenceRule = {
  name: 'R_PARISC_DIR17R',
  type: 3,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S - Page11(S) + A - Page13(A + 4096)');
    const A = given(letters, 'A', 'S - Page11(S) + A - Page13(A + 4096)');
    return word(S - clear(S, 11) + A - clear(A + 4096n, 13));
  },
  check(value) {
    const X = signedWord(value);
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1f1ffdn;
    patched |= (value >> 18n) & 0x1n;
    patched |= ((value >> 2n) & 0x3ffn) << 3n;
    patched |= ((value >> 12n) & 0x1n) << 2n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 18n;
    value |= ((container >> 3n) & 0x3ffn) << 2n;
    value |= ((container >> 2n) & 0x1n) << 12n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    return value;
  },
};

/**
 * R_PARISC_DIR17F (4): X = S + A
 * Check: -2^18 <= X < 2^18 and X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DIR17F: ReferenceRule = {
  name: 'R_PARISC_DIR17F',
  type: 4,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x40000n || X >= 0x40000n) {
      return outOfRange(X, '-2^18 <= X < 2^18');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1f1ffdn;
    patched |= (value >> 18n) & 0x1n;
    patched |= ((value >> 2n) & 0x3ffn) << 3n;
    patched |= ((value >> 12n) & 0x1n) << 2n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 18n;
    value |= ((container >> 3n) & 0x3ffn) << 2n;
    value |= ((container >> 2n) & 0x1n) << 12n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    return value;
  },
};

/**
 * R_PARISC_DIR14R (6): X = S - Page11(S) + A - Page13(A + 4096)
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DIR14R: ReferenceRule = {
  name: 'R_PARISC_DIR14R',
  type: 6,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S - Page11(S) + A - Page13(A + 4096)');
    const A = given(letters, 'A', 'S - Page11(S) + A - Page13(A + 4096)');
    return word(S - clear(S, 11) + A - clear(A + 4096n, 13));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value >> 13n) & 0x1n;
    patched |= (value & 0x1fffn) << 1n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 13n;
    value |= (container >> 1n) & 0x1fffn;
    return value;
  },
};

/**
 * R_PARISC_DIR14F (7): X = S + A
 * Check: -2^13 <= X < 2^13.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DIR14F: ReferenceRule = {
  name: 'R_PARISC_DIR14F',
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
    if (X < -0x2000n || X >= 0x2000n) {
      return outOfRange(X, '-2^13 <= X < 2^13');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value >> 13n) & 0x1n;
    patched |= (value & 0x1fffn) << 1n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 13n;
    value |= (container >> 1n) & 0x1fffn;
    return value;
  },
};

/**
 * R_PARISC_PCREL12F (8): X = S + A - P - 8
 * Check: -2^13 <= X < 2^13 and X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL12F: ReferenceRule = {
  name: 'R_PARISC_PCREL12F',
  type: 8,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x2000n || X >= 0x2000n) {
      return outOfRange(X, '-2^13 <= X < 2^13');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffdn;
    patched |= (value >> 13n) & 0x1n;
    patched |= ((value >> 2n) & 0x3ffn) << 3n;
    patched |= ((value >> 12n) & 0x1n) << 2n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 13n;
    value |= ((container >> 3n) & 0x3ffn) << 2n;
    value |= ((container >> 2n) & 0x1n) << 12n;
    return value;
  },
};

/**
 * R_PARISC_PCREL32 (9): X = S + A - P - 8
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL32: ReferenceRule = {
  name: 'R_PARISC_PCREL32',
  type: 9,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
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
 * R_PARISC_PCREL21L (10): X = S + A - P - 8
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL21L: ReferenceRule = {
  name: 'R_PARISC_PCREL21L',
  type: 10,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffffn;
    patched |= (value >> 31n) & 0x1n;
    patched |= ((value >> 20n) & 0x7ffn) << 1n;
    patched |= ((value >> 18n) & 0x3n) << 14n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    patched |= ((value >> 11n) & 0x3n) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 31n;
    value |= ((container >> 1n) & 0x7ffn) << 20n;
    value |= ((container >> 14n) & 0x3n) << 18n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    value |= ((container >> 12n) & 0x3n) << 11n;
    return value;
  },
};

/**
 * R_PARISC_PCREL17R (11): X = S + A - P - 8
 * Check: X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL17R: ReferenceRule = {
  name: 'R_PARISC_PCREL17R',
  type: 11,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check(value) {
    const X = signedWord(value);
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1f1ffdn;
    patched |= ((value >> 2n) & 0x1ffn) << 3n;
    return patched;
  },
  extract(container) {
    return ((container >> 3n) & 0x1ffn) << 2n;
  },
};

/**
 * R_PARISC_PCREL17F (12): X = S + A - P - 8
 * Check: -2^18 <= X < 2^18 and X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL17F: ReferenceRule = {
  name: 'R_PARISC_PCREL17F',
  type: 12,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x40000n || X >= 0x40000n) {
      return outOfRange(X, '-2^18 <= X < 2^18');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1f1ffdn;
    patched |= (value >> 18n) & 0x1n;
    patched |= ((value >> 2n) & 0x3ffn) << 3n;
    patched |= ((value >> 12n) & 0x1n) << 2n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 18n;
    value |= ((container >> 3n) & 0x3ffn) << 2n;
    value |= ((container >> 2n) & 0x1n) << 12n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    return value;
  },
};

/**
 * R_PARISC_PCREL17C (13): X = S + A - P - 8
 * Check: -2^18 <= X < 2^18 and X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL17C: ReferenceRule = {
  name: 'R_PARISC_PCREL17C',
  type: 13,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x40000n || X >= 0x40000n) {
      return outOfRange(X, '-2^18 <= X < 2^18');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1f1ffdn;
    patched |= (value >> 18n) & 0x1n;
    patched |= ((value >> 2n) & 0x3ffn) << 3n;
    patched |= ((value >> 12n) & 0x1n) << 2n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 18n;
    value |= ((container >> 3n) & 0x3ffn) << 2n;
    value |= ((container >> 2n) & 0x1n) << 12n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    return value;
  },
};

/**
 * R_PARISC_PCREL14R (14): X = S + A - P - 8
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL14R: ReferenceRule = {
  name: 'R_PARISC_PCREL14R',
  type: 14,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value & 0x7ffn) << 1n;
    return patched;
  },
  extract(container) {
    return (container >> 1n) & 0x7ffn;
  },
};

/**
 * R_PARISC_PCREL14F (15): X = S + A - P - 8
 * Check: -2^13 <= X < 2^13.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL14F: ReferenceRule = {
  name: 'R_PARISC_PCREL14F',
  type: 15,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x2000n || X >= 0x2000n) {
      return outOfRange(X, '-2^13 <= X < 2^13');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value >> 13n) & 0x1n;
    patched |= (value & 0x1fffn) << 1n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 13n;
    value |= (container >> 1n) & 0x1fffn;
    return value;
  },
};

/**
 * R_PARISC_DPREL21L (18): X = S - GP + Page13(A + 4096)
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DPREL21L: ReferenceRule = {
  name: 'R_PARISC_DPREL21L',
  type: 18,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S - GP + Page13(A + 4096)');
    const GP = given(letters, 'GP', 'S - GP + Page13(A + 4096)');
    const A = given(letters, 'A', 'S - GP + Page13(A + 4096)');
    return word(S - GP + clear(A + 4096n, 13));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffffn;
    patched |= (value >> 31n) & 0x1n;
    patched |= ((value >> 20n) & 0x7ffn) << 1n;
    patched |= ((value >> 18n) & 0x3n) << 14n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    patched |= ((value >> 11n) & 0x3n) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 31n;
    value |= ((container >> 1n) & 0x7ffn) << 20n;
    value |= ((container >> 14n) & 0x3n) << 18n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    value |= ((container >> 12n) & 0x3n) << 11n;
    return value;
  },
};

/**
 * R_PARISC_DPREL14R (22): X = S - GP - Page11(S - GP) + A - Page13(A + 4096)
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DPREL14R: ReferenceRule = {
  name: 'R_PARISC_DPREL14R',
  type: 22,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S - GP - Page11(S - GP) + A - Page13(A + 4096)');
    const GP = given(letters, 'GP', 'S - GP - Page11(S - GP) + A - Page13(A + 4096)');
    const A = given(letters, 'A', 'S - GP - Page11(S - GP) + A - Page13(A + 4096)');
    return word(S - GP - clear(S - GP, 11) + A - clear(A + 4096n, 13));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value >> 13n) & 0x1n;
    patched |= (value & 0x1fffn) << 1n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 13n;
    value |= (container >> 1n) & 0x1fffn;
    return value;
  },
};

/**
 * R_PARISC_DPREL14F (23): X = S + A - GP
 * Check: -2^13 <= X < 2^13.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_DPREL14F: ReferenceRule = {
  name: 'R_PARISC_DPREL14F',
  type: 23,
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
    if (X < -0x2000n || X >= 0x2000n) {
      return outOfRange(X, '-2^13 <= X < 2^13');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffn;
    patched |= (value >> 13n) & 0x1n;
    patched |= (value & 0x1fffn) << 1n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 13n;
    value |= (container >> 1n) & 0x1fffn;
    return value;
  },
};

/**
 * R_PARISC_SEGREL32 (49): X = S + A - B
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_SEGREL32: ReferenceRule = {
  name: 'R_PARISC_SEGREL32',
  type: 49,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - B');
    const A = given(letters, 'A', 'S + A - B');
    const B = given(letters, 'B', 'S + A - B');
    return word(S + A - B);
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
 * R_PARISC_PLABEL32 (65): X = S + A
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PLABEL32: ReferenceRule = {
  name: 'R_PARISC_PLABEL32',
  type: 65,
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
 * R_PARISC_PLABEL21L (66): X = S + A
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PLABEL21L: ReferenceRule = {
  name: 'R_PARISC_PLABEL21L',
  type: 66,
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
    let patched = container & ~0x1fffffn;
    patched |= (value >> 31n) & 0x1n;
    patched |= ((value >> 20n) & 0x7ffn) << 1n;
    patched |= ((value >> 18n) & 0x3n) << 14n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    patched |= ((value >> 11n) & 0x3n) << 12n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 31n;
    value |= ((container >> 1n) & 0x7ffn) << 20n;
    value |= ((container >> 14n) & 0x3n) << 18n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    value |= ((container >> 12n) & 0x3n) << 11n;
    return value;
  },
};

/**
 * R_PARISC_PLABEL14R (70): X = S + A
 * Check: none.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PLABEL14R: ReferenceRule = {
  name: 'R_PARISC_PLABEL14R',
  type: 70,
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
    let patched = container & ~0x3fffn;
    patched |= (value & 0x7ffn) << 1n;
    return patched;
  },
  extract(container) {
    return (container >> 1n) & 0x7ffn;
  },
};

/**
 * R_PARISC_PCREL22F (74): X = S + A - P - 8
 * Check: -2^23 <= X < 2^23 and X is a multiple of 4.
 * Source: Processor-Specific ELF for PA-RISC, Relocations
 */
export const R_PARISC_PCREL22F: ReferenceRule = {
  name: 'R_PARISC_PCREL22F',
  type: 74,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P - 8');
    const A = given(letters, 'A', 'S + A - P - 8');
    const P = given(letters, 'P', 'S + A - P - 8');
    return word(S + A - P - 8n);
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
    let patched = container & ~0x3ff1ffdn;
    patched |= (value >> 23n) & 0x1n;
    patched |= ((value >> 2n) & 0x3ffn) << 3n;
    patched |= ((value >> 12n) & 0x1n) << 2n;
    patched |= ((value >> 13n) & 0x1fn) << 16n;
    patched |= ((value >> 18n) & 0x1fn) << 21n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1n) << 23n;
    value |= ((container >> 3n) & 0x3ffn) << 2n;
    value |= ((container >> 2n) & 0x1n) << 12n;
    value |= ((container >> 16n) & 0x1fn) << 13n;
    value |= ((container >> 21n) & 0x1fn) << 18n;
    return value;
  },
};

const rules: readonly ReferenceRule[] = [
  R_PARISC_DIR32,
  R_PARISC_DIR21L,
  R_PARISC_DIR17R,
  R_PARISC_DIR17F,
  R_PARISC_DIR14R,
  R_PARISC_DIR14F,
  R_PARISC_PCREL12F,
  R_PARISC_PCREL32,
  R_PARISC_PCREL21L,
  R_PARISC_PCREL17R,
  R_PARISC_PCREL17F,
  R_PARISC_PCREL17C,
  R_PARISC_PCREL14R,
  R_PARISC_PCREL14F,
  R_PARISC_DPREL21L,
  R_PARISC_DPREL14R,
  R_PARISC_DPREL14F,
  R_PARISC_SEGREL32,
  R_PARISC_PLABEL32,
  R_PARISC_PLABEL21L,
  R_PARISC_PLABEL14R,
  R_PARISC_PCREL22F,
];

/** Every rule of 32-bit PA-RISC, by name. */
export const model: ReferenceModel = {
  arch: 'hppa',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
