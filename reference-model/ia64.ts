// Generated from relocator-dsl/arch/ia64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of IA-64 (Itanium) as plain functions of their letters. */
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
 * R_IA64_IMM14 (33): X = S + A
 * Check: -2^13 <= X < 2^13.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_IMM14: ReferenceRule = {
  name: 'R_IA64_IMM14',
  type: 33,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
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
    let patched = container & ~0x11f80fe000n;
    patched |= (value & 0x7fn) << 13n;
    patched |= ((value >> 7n) & 0x3fn) << 27n;
    patched |= ((value >> 13n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 13n) & 0x7fn;
    value |= ((container >> 27n) & 0x3fn) << 7n;
    value |= ((container >> 36n) & 0x1n) << 13n;
    return value;
  },
};

/**
 * R_IA64_IMM22 (34): X = S + A
 * Check: -2^21 <= X < 2^21.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_IMM22: ReferenceRule = {
  name: 'R_IA64_IMM22',
  type: 34,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000n || X >= 0x200000n) {
      return outOfRange(X, '-2^21 <= X < 2^21');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffcfe000n;
    patched |= (value & 0x7fn) << 13n;
    patched |= ((value >> 7n) & 0x1ffn) << 27n;
    patched |= ((value >> 16n) & 0x1fn) << 22n;
    patched |= ((value >> 21n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 13n) & 0x7fn;
    value |= ((container >> 27n) & 0x1ffn) << 7n;
    value |= ((container >> 22n) & 0x1fn) << 16n;
    value |= ((container >> 36n) & 0x1n) << 21n;
    return value;
  },
};

/**
 * R_IA64_IMM64 (35): X = S + A
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_IMM64: ReferenceRule = {
  name: 'R_IA64_IMM64',
  type: 35,
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffdfc001ffffffffffn;
    patched |= (value >> 22n) & 0x1ffffffffffn;
    patched |= (value & 0x7fn) << 54n;
    patched |= ((value >> 7n) & 0x1ffn) << 68n;
    patched |= ((value >> 16n) & 0x1fn) << 63n;
    patched |= ((value >> 21n) & 0x1n) << 62n;
    patched |= ((value >> 63n) & 0x1n) << 77n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1ffffffffffn) << 22n;
    value |= (container >> 54n) & 0x7fn;
    value |= ((container >> 68n) & 0x1ffn) << 7n;
    value |= ((container >> 63n) & 0x1fn) << 16n;
    value |= ((container >> 62n) & 0x1n) << 21n;
    value |= ((container >> 77n) & 0x1n) << 63n;
    return value;
  },
};

/**
 * R_IA64_DIR32LSB (37): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_DIR32LSB: ReferenceRule = {
  name: 'R_IA64_DIR32LSB',
  type: 37,
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
 * R_IA64_DIR64LSB (39): X = S + A
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_DIR64LSB: ReferenceRule = {
  name: 'R_IA64_DIR64LSB',
  type: 39,
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
 * R_IA64_GPREL22 (42): X = S + A - GP
 * Check: -2^21 <= X < 2^21.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_GPREL22: ReferenceRule = {
  name: 'R_IA64_GPREL22',
  type: 42,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const S = given(letters, 'S', 'S + A - GP');
    const A = given(letters, 'A', 'S + A - GP');
    const GP = given(letters, 'GP', 'S + A - GP');
    return word(S + A - GP);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000n || X >= 0x200000n) {
      return outOfRange(X, '-2^21 <= X < 2^21');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffcfe000n;
    patched |= (value & 0x7fn) << 13n;
    patched |= ((value >> 7n) & 0x1ffn) << 27n;
    patched |= ((value >> 16n) & 0x1fn) << 22n;
    patched |= ((value >> 21n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 13n) & 0x7fn;
    value |= ((container >> 27n) & 0x1ffn) << 7n;
    value |= ((container >> 22n) & 0x1fn) << 16n;
    value |= ((container >> 36n) & 0x1n) << 21n;
    return value;
  },
};

/**
 * R_IA64_GPREL64I (43): X = S + A - GP
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_GPREL64I: ReferenceRule = {
  name: 'R_IA64_GPREL64I',
  type: 43,
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
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
    let patched = container & ~0x3fffdfc001ffffffffffn;
    patched |= (value >> 22n) & 0x1ffffffffffn;
    patched |= (value & 0x7fn) << 54n;
    patched |= ((value >> 7n) & 0x1ffn) << 68n;
    patched |= ((value >> 16n) & 0x1fn) << 63n;
    patched |= ((value >> 21n) & 0x1n) << 62n;
    patched |= ((value >> 63n) & 0x1n) << 77n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1ffffffffffn) << 22n;
    value |= (container >> 54n) & 0x7fn;
    value |= ((container >> 68n) & 0x1ffn) << 7n;
    value |= ((container >> 63n) & 0x1fn) << 16n;
    value |= ((container >> 62n) & 0x1n) << 21n;
    value |= ((container >> 77n) & 0x1n) << 63n;
    return value;
  },
};

/**
 * R_IA64_GPREL32LSB (45): X = S + A - GP
 * Check: -2^31 <= X < 2^31.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_GPREL32LSB: ReferenceRule = {
  name: 'R_IA64_GPREL32LSB',
  type: 45,
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
 * R_IA64_GPREL64LSB (47): X = S + A - GP
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_GPREL64LSB: ReferenceRule = {
  name: 'R_IA64_GPREL64LSB',
  type: 47,
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
 * R_IA64_LTOFF22 (50): X = G + GOT - GP
 * Check: -2^21 <= X < 2^21.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_LTOFF22: ReferenceRule = {
  name: 'R_IA64_LTOFF22',
  type: 50,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000n || X >= 0x200000n) {
      return outOfRange(X, '-2^21 <= X < 2^21');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffcfe000n;
    patched |= (value & 0x7fn) << 13n;
    patched |= ((value >> 7n) & 0x1ffn) << 27n;
    patched |= ((value >> 16n) & 0x1fn) << 22n;
    patched |= ((value >> 21n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 13n) & 0x7fn;
    value |= ((container >> 27n) & 0x1ffn) << 7n;
    value |= ((container >> 22n) & 0x1fn) << 16n;
    value |= ((container >> 36n) & 0x1n) << 21n;
    return value;
  },
};

/**
 * R_IA64_LTOFF64I (51): X = G + GOT - GP
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_LTOFF64I: ReferenceRule = {
  name: 'R_IA64_LTOFF64I',
  type: 51,
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
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
    let patched = container & ~0x3fffdfc001ffffffffffn;
    patched |= (value >> 22n) & 0x1ffffffffffn;
    patched |= (value & 0x7fn) << 54n;
    patched |= ((value >> 7n) & 0x1ffn) << 68n;
    patched |= ((value >> 16n) & 0x1fn) << 63n;
    patched |= ((value >> 21n) & 0x1n) << 62n;
    patched |= ((value >> 63n) & 0x1n) << 77n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1ffffffffffn) << 22n;
    value |= (container >> 54n) & 0x7fn;
    value |= ((container >> 68n) & 0x1ffn) << 7n;
    value |= ((container >> 63n) & 0x1fn) << 16n;
    value |= ((container >> 62n) & 0x1n) << 21n;
    value |= ((container >> 77n) & 0x1n) << 63n;
    return value;
  },
};

/**
 * R_IA64_PCREL60B (72): X = S + A - Page4(P)
 * Check: X is a multiple of 16.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL60B: ReferenceRule = {
  name: 'R_IA64_PCREL60B',
  type: 72,
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page4(P)');
    const A = given(letters, 'A', 'S + A - Page4(P)');
    const P = given(letters, 'P', 'S + A - Page4(P)');
    return word(S + A - clear(P, 4));
  },
  check(value) {
    const X = signedWord(value);
    if (X % 16n !== 0n) {
      return notMultiple(X, 16);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x23ffffc001ffffffffffn;
    patched |= ((value >> 24n) & 0x7fffffffffn) << 2n;
    patched |= ((value >> 4n) & 0xfffffn) << 54n;
    patched |= ((value >> 63n) & 0x1n) << 77n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 2n) & 0x7fffffffffn) << 24n;
    value |= ((container >> 54n) & 0xfffffn) << 4n;
    value |= ((container >> 77n) & 0x1n) << 63n;
    return value;
  },
};

/**
 * R_IA64_PCREL21B (73): X = S + A - Page4(P)
 * Check: -2^24 <= X < 2^24 and X is a multiple of 16.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL21B: ReferenceRule = {
  name: 'R_IA64_PCREL21B',
  type: 73,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page4(P)');
    const A = given(letters, 'A', 'S + A - Page4(P)');
    const P = given(letters, 'P', 'S + A - Page4(P)');
    return word(S + A - clear(P, 4));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    if (X % 16n !== 0n) {
      return notMultiple(X, 16);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x11ffffe000n;
    patched |= ((value >> 4n) & 0xfffffn) << 13n;
    patched |= ((value >> 24n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 13n) & 0xfffffn) << 4n;
    value |= ((container >> 36n) & 0x1n) << 24n;
    return value;
  },
};

/**
 * R_IA64_PCREL21M (74): X = S + A - Page4(P)
 * Check: -2^24 <= X < 2^24 and X is a multiple of 16.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL21M: ReferenceRule = {
  name: 'R_IA64_PCREL21M',
  type: 74,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page4(P)');
    const A = given(letters, 'A', 'S + A - Page4(P)');
    const P = given(letters, 'P', 'S + A - Page4(P)');
    return word(S + A - clear(P, 4));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    if (X % 16n !== 0n) {
      return notMultiple(X, 16);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x11fff01fc0n;
    patched |= ((value >> 4n) & 0x7fn) << 6n;
    patched |= ((value >> 11n) & 0x1fffn) << 20n;
    patched |= ((value >> 24n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 6n) & 0x7fn) << 4n;
    value |= ((container >> 20n) & 0x1fffn) << 11n;
    value |= ((container >> 36n) & 0x1n) << 24n;
    return value;
  },
};

/**
 * R_IA64_PCREL21F (75): X = S + A - Page4(P)
 * Check: -2^24 <= X < 2^24 and X is a multiple of 16.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL21F: ReferenceRule = {
  name: 'R_IA64_PCREL21F',
  type: 75,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page4(P)');
    const A = given(letters, 'A', 'S + A - Page4(P)');
    const P = given(letters, 'P', 'S + A - Page4(P)');
    return word(S + A - clear(P, 4));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    if (X % 16n !== 0n) {
      return notMultiple(X, 16);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1003ffffc0n;
    patched |= ((value >> 4n) & 0xfffffn) << 6n;
    patched |= ((value >> 24n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 6n) & 0xfffffn) << 4n;
    value |= ((container >> 36n) & 0x1n) << 24n;
    return value;
  },
};

/**
 * R_IA64_PCREL32LSB (77): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL32LSB: ReferenceRule = {
  name: 'R_IA64_PCREL32LSB',
  type: 77,
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
 * R_IA64_PCREL64LSB (79): X = S + A - P
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL64LSB: ReferenceRule = {
  name: 'R_IA64_PCREL64LSB',
  type: 79,
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
 * R_IA64_SEGREL32LSB (93): X = S + A - B
 * Check: -2^31 <= X < 2^32.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_SEGREL32LSB: ReferenceRule = {
  name: 'R_IA64_SEGREL32LSB',
  type: 93,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - B');
    const A = given(letters, 'A', 'S + A - B');
    const B = given(letters, 'B', 'S + A - B');
    return word(S + A - B);
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
 * R_IA64_SEGREL64LSB (95): X = S + A - B
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_SEGREL64LSB: ReferenceRule = {
  name: 'R_IA64_SEGREL64LSB',
  type: 95,
  bytes: 8,
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
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_IA64_REL64LSB (111): X = B + A
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_REL64LSB: ReferenceRule = {
  name: 'R_IA64_REL64LSB',
  type: 111,
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
 * R_IA64_LTV32LSB (117): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_LTV32LSB: ReferenceRule = {
  name: 'R_IA64_LTV32LSB',
  type: 117,
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
 * R_IA64_LTV64LSB (119): X = S + A
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_LTV64LSB: ReferenceRule = {
  name: 'R_IA64_LTV64LSB',
  type: 119,
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
 * R_IA64_PCREL22 (122): X = S + A - Page4(P)
 * Check: -2^21 <= X < 2^21.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL22: ReferenceRule = {
  name: 'R_IA64_PCREL22',
  type: 122,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page4(P)');
    const A = given(letters, 'A', 'S + A - Page4(P)');
    const P = given(letters, 'P', 'S + A - Page4(P)');
    return word(S + A - clear(P, 4));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000n || X >= 0x200000n) {
      return outOfRange(X, '-2^21 <= X < 2^21');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffcfe000n;
    patched |= (value & 0x7fn) << 13n;
    patched |= ((value >> 7n) & 0x1ffn) << 27n;
    patched |= ((value >> 16n) & 0x1fn) << 22n;
    patched |= ((value >> 21n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 13n) & 0x7fn;
    value |= ((container >> 27n) & 0x1ffn) << 7n;
    value |= ((container >> 22n) & 0x1fn) << 16n;
    value |= ((container >> 36n) & 0x1n) << 21n;
    return value;
  },
};

/**
 * R_IA64_PCREL64I (123): X = S + A - Page4(P)
 * Check: none.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_PCREL64I: ReferenceRule = {
  name: 'R_IA64_PCREL64I',
  type: 123,
  bytes: 16,
  kind: 'instruction',
  bundled: 2,
  value(letters) {
    const S = given(letters, 'S', 'S + A - Page4(P)');
    const A = given(letters, 'A', 'S + A - Page4(P)');
    const P = given(letters, 'P', 'S + A - Page4(P)');
    return word(S + A - clear(P, 4));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffdfc001ffffffffffn;
    patched |= (value >> 22n) & 0x1ffffffffffn;
    patched |= (value & 0x7fn) << 54n;
    patched |= ((value >> 7n) & 0x1ffn) << 68n;
    patched |= ((value >> 16n) & 0x1fn) << 63n;
    patched |= ((value >> 21n) & 0x1n) << 62n;
    patched |= ((value >> 63n) & 0x1n) << 77n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0x1ffffffffffn) << 22n;
    value |= (container >> 54n) & 0x7fn;
    value |= ((container >> 68n) & 0x1ffn) << 7n;
    value |= ((container >> 63n) & 0x1fn) << 16n;
    value |= ((container >> 62n) & 0x1n) << 21n;
    value |= ((container >> 77n) & 0x1n) << 63n;
    return value;
  },
};

/**
 * R_IA64_LTOFF22X (134): X = G + GOT - GP
 * Check: -2^21 <= X < 2^21.
 * Source: Intel Itanium Processor-specific ABI, Relocation
 */
export const R_IA64_LTOFF22X: ReferenceRule = {
  name: 'R_IA64_LTOFF22X',
  type: 134,
  bytes: 16,
  kind: 'instruction',
  bundled: 1,
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - GP');
    const GOT = given(letters, 'GOT', 'G + GOT - GP');
    const GP = given(letters, 'GP', 'G + GOT - GP');
    return word(G + GOT - GP);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000n || X >= 0x200000n) {
      return outOfRange(X, '-2^21 <= X < 2^21');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffcfe000n;
    patched |= (value & 0x7fn) << 13n;
    patched |= ((value >> 7n) & 0x1ffn) << 27n;
    patched |= ((value >> 16n) & 0x1fn) << 22n;
    patched |= ((value >> 21n) & 0x1n) << 36n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 13n) & 0x7fn;
    value |= ((container >> 27n) & 0x1ffn) << 7n;
    value |= ((container >> 22n) & 0x1fn) << 16n;
    value |= ((container >> 36n) & 0x1n) << 21n;
    return value;
  },
};

const rules: readonly ReferenceRule[] = [
  R_IA64_IMM14,
  R_IA64_IMM22,
  R_IA64_IMM64,
  R_IA64_DIR32LSB,
  R_IA64_DIR64LSB,
  R_IA64_GPREL22,
  R_IA64_GPREL64I,
  R_IA64_GPREL32LSB,
  R_IA64_GPREL64LSB,
  R_IA64_LTOFF22,
  R_IA64_LTOFF64I,
  R_IA64_PCREL60B,
  R_IA64_PCREL21B,
  R_IA64_PCREL21M,
  R_IA64_PCREL21F,
  R_IA64_PCREL32LSB,
  R_IA64_PCREL64LSB,
  R_IA64_SEGREL32LSB,
  R_IA64_SEGREL64LSB,
  R_IA64_REL64LSB,
  R_IA64_LTV32LSB,
  R_IA64_LTV64LSB,
  R_IA64_PCREL22,
  R_IA64_PCREL64I,
  R_IA64_LTOFF22X,
];

/** Every rule of IA-64 (Itanium), by name. */
export const model: ReferenceModel = {
  arch: 'ia64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
