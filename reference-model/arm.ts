// Generated from relocator-dsl/arch/arm.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Arm (32-bit) as plain functions of their letters. */
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

/** `distance`, if it is even rounded up to a multiple of 4. */
function wordUnlessOdd(distance: bigint): bigint {
  return distance & 1n ? distance : (distance + 3n) & ~3n;
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

/** The refusal of a value that is not odd. */
function notOdd(value: bigint): string {
  const sign = value < 0n ? '-' : '';
  const size = value < 0n ? -value : value;
  return `value ${sign}0x${size.toString(16)} is not odd`;
}

/**
 * R_ARM_PC24 (1): X = ((S + A) | T) - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: ELF for the Arm Architecture, Relocation codes (deprecated)
 */
export const R_ARM_PC24: ReferenceRule = {
  name: 'R_ARM_PC24',
  type: 1,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
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
    let patched = container & ~0xffffffn;
    patched |= (value >> 2n) & 0xffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffn) << 2n;
  },
};

/**
 * R_ARM_ABS32 (2): X = (S + A) | T
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_ABS32: ReferenceRule = {
  name: 'R_ARM_ABS32',
  type: 2,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', '(S + A) | T');
    const A = given(letters, 'A', '(S + A) | T');
    const T = given(letters, 'T', '(S + A) | T');
    return word((S + A) | T);
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
 * R_ARM_REL32 (3): X = ((S + A) | T) - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_REL32: ReferenceRule = {
  name: 'R_ARM_REL32',
  type: 3,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
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
 * R_ARM_ABS16 (5): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_ABS16: ReferenceRule = {
  name: 'R_ARM_ABS16',
  type: 5,
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
 * R_ARM_ABS8 (8): X = S + A
 * Check: -2^7 <= X < 2^8.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_ABS8: ReferenceRule = {
  name: 'R_ARM_ABS8',
  type: 8,
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
 * R_ARM_THM_CALL (10): X = Word(((S + A) | T) - P)
 * Check: -2^24 <= X < 2^24.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations
 */
export const R_ARM_THM_CALL: ReferenceRule = {
  name: 'R_ARM_THM_CALL',
  type: 10,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'Word(((S + A) | T) - P)');
    const A = given(letters, 'A', 'Word(((S + A) | T) - P)');
    const T = given(letters, 'T', 'Word(((S + A) | T) - P)');
    const P = given(letters, 'P', 'Word(((S + A) | T) - P)');
    return word(wordUnlessOdd(((S + A) | T) - P));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fff07ffn;
    patched |= ((value >> 1n) & 0x7ffn) << 16n;
    patched |= (value >> 12n) & 0x3ffn;
    patched |= ((value >> 22n) & 0x1n) << 27n;
    patched ^= (~(value >> 24n) & 1n) << 27n;
    patched |= ((value >> 23n) & 0x1n) << 29n;
    patched ^= (~(value >> 24n) & 1n) << 29n;
    patched |= ((value >> 24n) & 0x1n) << 10n;
    patched |= (value & 0x1n) << 28n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 16n) & 0x7ffn) << 1n;
    value |= (container & 0x3ffn) << 12n;
    value |= ((container >> 10n) & 0x1n) << 24n;
    value |= (container >> 28n) & 0x1n;
    value |= ((container >> 27n) & 0x1n) << 22n;
    value ^= (~(value >> 24n) & 1n) << 22n;
    value |= ((container >> 29n) & 0x1n) << 23n;
    value ^= (~(value >> 24n) & 1n) << 23n;
    return value;
  },
};

/**
 * R_ARM_RELATIVE (23): X = B + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Dynamic relocations
 */
export const R_ARM_RELATIVE: ReferenceRule = {
  name: 'R_ARM_RELATIVE',
  type: 23,
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
 * R_ARM_GOTOFF32 (24): X = ((S + A) | T) - GOT
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_GOTOFF32: ReferenceRule = {
  name: 'R_ARM_GOTOFF32',
  type: 24,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - GOT');
    const A = given(letters, 'A', '((S + A) | T) - GOT');
    const T = given(letters, 'T', '((S + A) | T) - GOT');
    const GOT = given(letters, 'GOT', '((S + A) | T) - GOT');
    return word(((S + A) | T) - GOT);
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
 * R_ARM_BASE_PREL (25): X = GOT + A - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Proxy generating relocations
 */
export const R_ARM_BASE_PREL: ReferenceRule = {
  name: 'R_ARM_BASE_PREL',
  type: 25,
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
 * R_ARM_GOT_BREL (26): X = G + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Proxy generating relocations
 */
export const R_ARM_GOT_BREL: ReferenceRule = {
  name: 'R_ARM_GOT_BREL',
  type: 26,
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
 * R_ARM_PLT32 (27): X = ((S + A) | T) - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: ELF for the Arm Architecture, Relocation codes (deprecated)
 */
export const R_ARM_PLT32: ReferenceRule = {
  name: 'R_ARM_PLT32',
  type: 27,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
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
    let patched = container & ~0xffffffn;
    patched |= (value >> 2n) & 0xffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffn) << 2n;
  },
};

/**
 * R_ARM_CALL (28): X = ((S + A) | T) - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4 or odd.
 * Source: ELF for the Arm Architecture, Static Arm relocations, Call and Jump relocations
 */
export const R_ARM_CALL: ReferenceRule = {
  name: 'R_ARM_CALL',
  type: 28,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x2000000n || X >= 0x2000000n) {
      return outOfRange(X, '-2^25 <= X < 2^25');
    }
    if (X % 2n === 0n && X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x11ffffffn;
    patched |= (value >> 2n) & 0xffffffn;
    patched |= ((value >> 1n) & 0x1n) << 24n;
    patched ^= (~(value >> 0n) & 1n) << 24n;
    patched |= (value & 0x1n) << 28n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0xffffffn) << 2n;
    value |= (container >> 28n) & 0x1n;
    value |= ((container >> 24n) & 0x1n) << 1n;
    value ^= (~(value >> 0n) & 1n) << 1n;
    return value;
  },
};

/**
 * R_ARM_JUMP24 (29): X = ((S + A) | T) - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: ELF for the Arm Architecture, Static Arm relocations, Call and Jump relocations
 */
export const R_ARM_JUMP24: ReferenceRule = {
  name: 'R_ARM_JUMP24',
  type: 29,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
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
    let patched = container & ~0xffffffn;
    patched |= (value >> 2n) & 0xffffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffffn) << 2n;
  },
};

/**
 * R_ARM_THM_JUMP24 (30): X = ((S + A) | T) - P
 * Check: -2^24 <= X < 2^24 and X is odd.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations
 */
export const R_ARM_THM_JUMP24: ReferenceRule = {
  name: 'R_ARM_THM_JUMP24',
  type: 30,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000n || X >= 0x1000000n) {
      return outOfRange(X, '-2^24 <= X < 2^24');
    }
    if (X % 2n === 0n) {
      return notOdd(X);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x2fff07ffn;
    patched |= ((value >> 1n) & 0x7ffn) << 16n;
    patched |= (value >> 12n) & 0x3ffn;
    patched |= ((value >> 22n) & 0x1n) << 27n;
    patched ^= (~(value >> 24n) & 1n) << 27n;
    patched |= ((value >> 23n) & 0x1n) << 29n;
    patched ^= (~(value >> 24n) & 1n) << 29n;
    patched |= ((value >> 24n) & 0x1n) << 10n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 16n) & 0x7ffn) << 1n;
    value |= (container & 0x3ffn) << 12n;
    value |= ((container >> 10n) & 0x1n) << 24n;
    value |= ((container >> 27n) & 0x1n) << 22n;
    value ^= (~(value >> 24n) & 1n) << 22n;
    value |= ((container >> 29n) & 0x1n) << 23n;
    value ^= (~(value >> 24n) & 1n) << 23n;
    return value;
  },
};

/**
 * R_ARM_BASE_ABS (31): X = GOT + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Proxy generating relocations
 */
export const R_ARM_BASE_ABS: ReferenceRule = {
  name: 'R_ARM_BASE_ABS',
  type: 31,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + A');
    const A = given(letters, 'A', 'GOT + A');
    return word(GOT + A);
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
 * R_ARM_TARGET1 (38): X = (S + A) | T
 * Check: none.
 * Source: ELF for the Arm Architecture, Static miscellaneous relocations
 */
export const R_ARM_TARGET1: ReferenceRule = {
  name: 'R_ARM_TARGET1',
  type: 38,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', '(S + A) | T');
    const A = given(letters, 'A', '(S + A) | T');
    const T = given(letters, 'T', '(S + A) | T');
    return word((S + A) | T);
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
 * R_ARM_TARGET2 (41): X = G + GOT + A - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static miscellaneous relocations
 */
export const R_ARM_TARGET2: ReferenceRule = {
  name: 'R_ARM_TARGET2',
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
 * R_ARM_PREL31 (42): X = ((S + A) | T) - P
 * Check: -2^30 <= X < 2^30.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_PREL31: ReferenceRule = {
  name: 'R_ARM_PREL31',
  type: 42,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x40000000n || X >= 0x40000000n) {
      return outOfRange(X, '-2^30 <= X < 2^30');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x7fffffffn;
    patched |= value & 0x7fffffffn;
    return patched;
  },
  extract(container) {
    return container & 0x7fffffffn;
  },
};

/**
 * R_ARM_MOVW_ABS_NC (43): X = (S + A) | T
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Arm relocations
 */
export const R_ARM_MOVW_ABS_NC: ReferenceRule = {
  name: 'R_ARM_MOVW_ABS_NC',
  type: 43,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '(S + A) | T');
    const A = given(letters, 'A', '(S + A) | T');
    const T = given(letters, 'T', '(S + A) | T');
    return word((S + A) | T);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xf0fffn;
    patched |= value & 0xfffn;
    patched |= ((value >> 12n) & 0xfn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= container & 0xfffn;
    value |= ((container >> 16n) & 0xfn) << 12n;
    return value;
  },
};

/**
 * R_ARM_MOVT_ABS (44): X = S + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Arm relocations
 */
export const R_ARM_MOVT_ABS: ReferenceRule = {
  name: 'R_ARM_MOVT_ABS',
  type: 44,
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
    let patched = container & ~0xf0fffn;
    patched |= (value >> 16n) & 0xfffn;
    patched |= ((value >> 28n) & 0xfn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0xfffn) << 16n;
    value |= ((container >> 16n) & 0xfn) << 28n;
    return value;
  },
};

/**
 * R_ARM_MOVW_PREL_NC (45): X = ((S + A) | T) - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Arm relocations
 */
export const R_ARM_MOVW_PREL_NC: ReferenceRule = {
  name: 'R_ARM_MOVW_PREL_NC',
  type: 45,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xf0fffn;
    patched |= value & 0xfffn;
    patched |= ((value >> 12n) & 0xfn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= container & 0xfffn;
    value |= ((container >> 16n) & 0xfn) << 12n;
    return value;
  },
};

/**
 * R_ARM_MOVT_PREL (46): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Arm relocations
 */
export const R_ARM_MOVT_PREL: ReferenceRule = {
  name: 'R_ARM_MOVT_PREL',
  type: 46,
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
    let patched = container & ~0xf0fffn;
    patched |= (value >> 16n) & 0xfffn;
    patched |= ((value >> 28n) & 0xfn) << 16n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container & 0xfffn) << 16n;
    value |= ((container >> 16n) & 0xfn) << 28n;
    return value;
  },
};

/**
 * R_ARM_THM_MOVW_ABS_NC (47): X = (S + A) | T
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations
 */
export const R_ARM_THM_MOVW_ABS_NC: ReferenceRule = {
  name: 'R_ARM_THM_MOVW_ABS_NC',
  type: 47,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '(S + A) | T');
    const A = given(letters, 'A', '(S + A) | T');
    const T = given(letters, 'T', '(S + A) | T');
    return word((S + A) | T);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x70ff040fn;
    patched |= (value & 0xffn) << 16n;
    patched |= ((value >> 8n) & 0x7n) << 28n;
    patched |= ((value >> 11n) & 0x1n) << 10n;
    patched |= (value >> 12n) & 0xfn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 16n) & 0xffn;
    value |= ((container >> 28n) & 0x7n) << 8n;
    value |= ((container >> 10n) & 0x1n) << 11n;
    value |= (container & 0xfn) << 12n;
    return value;
  },
};

/**
 * R_ARM_THM_MOVT_ABS (48): X = S + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations
 */
export const R_ARM_THM_MOVT_ABS: ReferenceRule = {
  name: 'R_ARM_THM_MOVT_ABS',
  type: 48,
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
    let patched = container & ~0x70ff040fn;
    patched |= ((value >> 16n) & 0xffn) << 16n;
    patched |= ((value >> 24n) & 0x7n) << 28n;
    patched |= ((value >> 27n) & 0x1n) << 10n;
    patched |= (value >> 28n) & 0xfn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 16n) & 0xffn) << 16n;
    value |= ((container >> 28n) & 0x7n) << 24n;
    value |= ((container >> 10n) & 0x1n) << 27n;
    value |= (container & 0xfn) << 28n;
    return value;
  },
};

/**
 * R_ARM_THM_MOVW_PREL_NC (49): X = ((S + A) | T) - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations
 */
export const R_ARM_THM_MOVW_PREL_NC: ReferenceRule = {
  name: 'R_ARM_THM_MOVW_PREL_NC',
  type: 49,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x70ff040fn;
    patched |= (value & 0xffn) << 16n;
    patched |= ((value >> 8n) & 0x7n) << 28n;
    patched |= ((value >> 11n) & 0x1n) << 10n;
    patched |= (value >> 12n) & 0xfn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 16n) & 0xffn;
    value |= ((container >> 28n) & 0x7n) << 8n;
    value |= ((container >> 10n) & 0x1n) << 11n;
    value |= (container & 0xfn) << 12n;
    return value;
  },
};

/**
 * R_ARM_THM_MOVT_PREL (50): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations
 */
export const R_ARM_THM_MOVT_PREL: ReferenceRule = {
  name: 'R_ARM_THM_MOVT_PREL',
  type: 50,
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
    let patched = container & ~0x70ff040fn;
    patched |= ((value >> 16n) & 0xffn) << 16n;
    patched |= ((value >> 24n) & 0x7n) << 28n;
    patched |= ((value >> 27n) & 0x1n) << 10n;
    patched |= (value >> 28n) & 0xfn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 16n) & 0xffn) << 16n;
    value |= ((container >> 28n) & 0x7n) << 24n;
    value |= ((container >> 10n) & 0x1n) << 27n;
    value |= (container & 0xfn) << 28n;
    return value;
  },
};

/**
 * R_ARM_THM_JUMP19 (51): X = ((S + A) | T) - P
 * Check: -2^20 <= X < 2^20 and X is odd.
 * Source: ELF for the Arm Architecture, Static Thumb32 relocations, Thumb call and jump relocations
 */
export const R_ARM_THM_JUMP19: ReferenceRule = {
  name: 'R_ARM_THM_JUMP19',
  type: 51,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', '((S + A) | T) - P');
    const A = given(letters, 'A', '((S + A) | T) - P');
    const T = given(letters, 'T', '((S + A) | T) - P');
    const P = given(letters, 'P', '((S + A) | T) - P');
    return word(((S + A) | T) - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000n || X >= 0x100000n) {
      return outOfRange(X, '-2^20 <= X < 2^20');
    }
    if (X % 2n === 0n) {
      return notOdd(X);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x2fff043fn;
    patched |= ((value >> 1n) & 0x7ffn) << 16n;
    patched |= (value >> 12n) & 0x3fn;
    patched |= ((value >> 18n) & 0x1n) << 29n;
    patched |= ((value >> 19n) & 0x1n) << 27n;
    patched |= ((value >> 20n) & 0x1n) << 10n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 16n) & 0x7ffn) << 1n;
    value |= (container & 0x3fn) << 12n;
    value |= ((container >> 29n) & 0x1n) << 18n;
    value |= ((container >> 27n) & 0x1n) << 19n;
    value |= ((container >> 10n) & 0x1n) << 20n;
    return value;
  },
};

/**
 * R_ARM_ABS32_NOI (55): X = S + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_ABS32_NOI: ReferenceRule = {
  name: 'R_ARM_ABS32_NOI',
  type: 55,
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
 * R_ARM_REL32_NOI (56): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Static Data relocations
 */
export const R_ARM_REL32_NOI: ReferenceRule = {
  name: 'R_ARM_REL32_NOI',
  type: 56,
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
 * R_ARM_PLT32_ABS (94): X = L + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Relocation codes
 */
export const R_ARM_PLT32_ABS: ReferenceRule = {
  name: 'R_ARM_PLT32_ABS',
  type: 94,
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
 * R_ARM_GOT_ABS (95): X = G + GOT + A
 * Check: none.
 * Source: ELF for the Arm Architecture, Proxy generating relocations
 */
export const R_ARM_GOT_ABS: ReferenceRule = {
  name: 'R_ARM_GOT_ABS',
  type: 95,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A');
    const GOT = given(letters, 'GOT', 'G + GOT + A');
    const A = given(letters, 'A', 'G + GOT + A');
    return word(G + GOT + A);
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
 * R_ARM_GOT_PREL (96): X = G + GOT + A - P
 * Check: none.
 * Source: ELF for the Arm Architecture, Proxy generating relocations
 */
export const R_ARM_GOT_PREL: ReferenceRule = {
  name: 'R_ARM_GOT_PREL',
  type: 96,
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
 * R_ARM_THM_JUMP11 (102): X = S + A - P
 * Check: -2^11 <= X < 2^11 and X is a multiple of 2.
 * Source: ELF for the Arm Architecture, Static Thumb16 relocations
 */
export const R_ARM_THM_JUMP11: ReferenceRule = {
  name: 'R_ARM_THM_JUMP11',
  type: 102,
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
    let patched = container & ~0x7ffn;
    patched |= (value >> 1n) & 0x7ffn;
    return patched;
  },
  extract(container) {
    return (container & 0x7ffn) << 1n;
  },
};

/**
 * R_ARM_THM_JUMP8 (103): X = S + A - P
 * Check: -2^8 <= X < 2^8 and X is a multiple of 2.
 * Source: ELF for the Arm Architecture, Static Thumb16 relocations
 */
export const R_ARM_THM_JUMP8: ReferenceRule = {
  name: 'R_ARM_THM_JUMP8',
  type: 103,
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
    let patched = container & ~0xffn;
    patched |= (value >> 1n) & 0xffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffn) << 1n;
  },
};

const rules: readonly ReferenceRule[] = [
  R_ARM_PC24,
  R_ARM_ABS32,
  R_ARM_REL32,
  R_ARM_ABS16,
  R_ARM_ABS8,
  R_ARM_THM_CALL,
  R_ARM_RELATIVE,
  R_ARM_GOTOFF32,
  R_ARM_BASE_PREL,
  R_ARM_GOT_BREL,
  R_ARM_PLT32,
  R_ARM_CALL,
  R_ARM_JUMP24,
  R_ARM_THM_JUMP24,
  R_ARM_BASE_ABS,
  R_ARM_TARGET1,
  R_ARM_TARGET2,
  R_ARM_PREL31,
  R_ARM_MOVW_ABS_NC,
  R_ARM_MOVT_ABS,
  R_ARM_MOVW_PREL_NC,
  R_ARM_MOVT_PREL,
  R_ARM_THM_MOVW_ABS_NC,
  R_ARM_THM_MOVT_ABS,
  R_ARM_THM_MOVW_PREL_NC,
  R_ARM_THM_MOVT_PREL,
  R_ARM_THM_JUMP19,
  R_ARM_ABS32_NOI,
  R_ARM_REL32_NOI,
  R_ARM_PLT32_ABS,
  R_ARM_GOT_ABS,
  R_ARM_GOT_PREL,
  R_ARM_THM_JUMP11,
  R_ARM_THM_JUMP8,
];

/** Every rule of Arm (32-bit), by name. */
export const model: ReferenceModel = {
  arch: 'arm',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
