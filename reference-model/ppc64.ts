// Generated from relocator-dsl/arch/ppc64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit PowerPC, big-endian as plain functions of their letters. */
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
 * R_PPC64_ADDR32 (1): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR32: ReferenceRule = {
  name: 'R_PPC64_ADDR32',
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
 * R_PPC64_ADDR24 (2): X = S + A
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR24: ReferenceRule = {
  name: 'R_PPC64_ADDR24',
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
 * R_PPC64_ADDR16 (3): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16: ReferenceRule = {
  name: 'R_PPC64_ADDR16',
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
 * R_PPC64_ADDR16_LO (4): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_LO: ReferenceRule = {
  name: 'R_PPC64_ADDR16_LO',
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
 * R_PPC64_ADDR16_HI (5): X = S + A
 * Check: -2^31 <= X < 2^31.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HI: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HI',
  type: 5,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
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
 * R_PPC64_ADDR16_HA (6): X = S + A
 * Check: -2^31 - 2^15 <= X < 2^31 - 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HA',
  type: 6,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
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
 * R_PPC64_ADDR14 (7): X = S + A
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR14: ReferenceRule = {
  name: 'R_PPC64_ADDR14',
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
 * R_PPC64_REL24 (10): X = S + A + E - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL24: ReferenceRule = {
  name: 'R_PPC64_REL24',
  type: 10,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + E - P');
    const A = given(letters, 'A', 'S + A + E - P');
    const E = given(letters, 'E', 'S + A + E - P');
    const P = given(letters, 'P', 'S + A + E - P');
    return word(S + A + E - P);
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
 * R_PPC64_REL14 (11): X = S + A + E - P
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL14: ReferenceRule = {
  name: 'R_PPC64_REL14',
  type: 11,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + E - P');
    const A = given(letters, 'A', 'S + A + E - P');
    const E = given(letters, 'E', 'S + A + E - P');
    const P = given(letters, 'P', 'S + A + E - P');
    return word(S + A + E - P);
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
 * R_PPC64_GOT16 (14): X = G + GOT - TOC
 * Check: -2^15 <= X < 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT16: ReferenceRule = {
  name: 'R_PPC64_GOT16',
  type: 14,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - TOC');
    const GOT = given(letters, 'GOT', 'G + GOT - TOC');
    const TOC = given(letters, 'TOC', 'G + GOT - TOC');
    return word(G + GOT - TOC);
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
 * R_PPC64_GOT16_LO (15): X = G + GOT - TOC
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT16_LO: ReferenceRule = {
  name: 'R_PPC64_GOT16_LO',
  type: 15,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - TOC');
    const GOT = given(letters, 'GOT', 'G + GOT - TOC');
    const TOC = given(letters, 'TOC', 'G + GOT - TOC');
    return word(G + GOT - TOC);
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
 * R_PPC64_GOT16_HI (16): X = G + GOT - TOC
 * Check: -2^31 <= X < 2^31.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT16_HI: ReferenceRule = {
  name: 'R_PPC64_GOT16_HI',
  type: 16,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - TOC');
    const GOT = given(letters, 'GOT', 'G + GOT - TOC');
    const TOC = given(letters, 'TOC', 'G + GOT - TOC');
    return word(G + GOT - TOC);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
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
 * R_PPC64_GOT16_HA (17): X = G + GOT - TOC
 * Check: -2^31 - 2^15 <= X < 2^31 - 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT16_HA: ReferenceRule = {
  name: 'R_PPC64_GOT16_HA',
  type: 17,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - TOC');
    const GOT = given(letters, 'GOT', 'G + GOT - TOC');
    const TOC = given(letters, 'TOC', 'G + GOT - TOC');
    return word(G + GOT - TOC);
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
 * R_PPC64_RELATIVE (22): X = B + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_RELATIVE: ReferenceRule = {
  name: 'R_PPC64_RELATIVE',
  type: 22,
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
 * R_PPC64_UADDR32 (24): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_UADDR32: ReferenceRule = {
  name: 'R_PPC64_UADDR32',
  type: 24,
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
 * R_PPC64_UADDR16 (25): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_UADDR16: ReferenceRule = {
  name: 'R_PPC64_UADDR16',
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
 * R_PPC64_REL32 (26): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL32: ReferenceRule = {
  name: 'R_PPC64_REL32',
  type: 26,
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
 * R_PPC64_ADDR64 (38): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR64: ReferenceRule = {
  name: 'R_PPC64_ADDR64',
  type: 38,
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
 * R_PPC64_ADDR16_HIGHER (39): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HIGHER: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHER',
  type: 39,
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
    patched |= (value >> 32n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 32n;
  },
};

/**
 * R_PPC64_ADDR16_HIGHERA (40): X = S + A + 32768
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HIGHERA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHERA',
  type: 40,
  bytes: 2,
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
    patched |= (value >> 32n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 32n;
  },
};

/**
 * R_PPC64_ADDR16_HIGHEST (41): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HIGHEST: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHEST',
  type: 41,
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
    patched |= (value >> 48n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 48n;
  },
};

/**
 * R_PPC64_ADDR16_HIGHESTA (42): X = S + A + 32768
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HIGHESTA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHESTA',
  type: 42,
  bytes: 2,
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
    patched |= (value >> 48n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 48n;
  },
};

/**
 * R_PPC64_UADDR64 (43): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_UADDR64: ReferenceRule = {
  name: 'R_PPC64_UADDR64',
  type: 43,
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
 * R_PPC64_REL64 (44): X = S + A - P
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL64: ReferenceRule = {
  name: 'R_PPC64_REL64',
  type: 44,
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
 * R_PPC64_TOC16 (47): X = S + A - TOC
 * Check: -2^15 <= X < 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC16: ReferenceRule = {
  name: 'R_PPC64_TOC16',
  type: 47,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - TOC');
    const A = given(letters, 'A', 'S + A - TOC');
    const TOC = given(letters, 'TOC', 'S + A - TOC');
    return word(S + A - TOC);
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
 * R_PPC64_TOC16_LO (48): X = S + A - TOC
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC16_LO: ReferenceRule = {
  name: 'R_PPC64_TOC16_LO',
  type: 48,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - TOC');
    const A = given(letters, 'A', 'S + A - TOC');
    const TOC = given(letters, 'TOC', 'S + A - TOC');
    return word(S + A - TOC);
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
 * R_PPC64_TOC16_HI (49): X = S + A - TOC
 * Check: -2^31 <= X < 2^31.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC16_HI: ReferenceRule = {
  name: 'R_PPC64_TOC16_HI',
  type: 49,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - TOC');
    const A = given(letters, 'A', 'S + A - TOC');
    const TOC = given(letters, 'TOC', 'S + A - TOC');
    return word(S + A - TOC);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
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
 * R_PPC64_TOC16_HA (50): X = S + A - TOC
 * Check: -2^31 - 2^15 <= X < 2^31 - 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC16_HA: ReferenceRule = {
  name: 'R_PPC64_TOC16_HA',
  type: 50,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - TOC');
    const A = given(letters, 'A', 'S + A - TOC');
    const TOC = given(letters, 'TOC', 'S + A - TOC');
    return word(S + A - TOC);
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
 * R_PPC64_TOC (51): X = TOC + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC: ReferenceRule = {
  name: 'R_PPC64_TOC',
  type: 51,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const TOC = given(letters, 'TOC', 'TOC + A');
    const A = given(letters, 'A', 'TOC + A');
    return word(TOC + A);
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
 * R_PPC64_ADDR16_DS (56): X = S + A
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_DS: ReferenceRule = {
  name: 'R_PPC64_ADDR16_DS',
  type: 56,
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
 * R_PPC64_ADDR16_LO_DS (57): X = S + A
 * Check: X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_ADDR16_LO_DS',
  type: 57,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
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
 * R_PPC64_GOT16_DS (58): X = G + GOT - TOC
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT16_DS: ReferenceRule = {
  name: 'R_PPC64_GOT16_DS',
  type: 58,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - TOC');
    const GOT = given(letters, 'GOT', 'G + GOT - TOC');
    const TOC = given(letters, 'TOC', 'G + GOT - TOC');
    return word(G + GOT - TOC);
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
 * R_PPC64_GOT16_LO_DS (59): X = G + GOT - TOC
 * Check: X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_GOT16_LO_DS',
  type: 59,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - TOC');
    const GOT = given(letters, 'GOT', 'G + GOT - TOC');
    const TOC = given(letters, 'TOC', 'G + GOT - TOC');
    return word(G + GOT - TOC);
  },
  check(value) {
    const X = signedWord(value);
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
 * R_PPC64_TOC16_DS (63): X = S + A - TOC
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC16_DS: ReferenceRule = {
  name: 'R_PPC64_TOC16_DS',
  type: 63,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - TOC');
    const A = given(letters, 'A', 'S + A - TOC');
    const TOC = given(letters, 'TOC', 'S + A - TOC');
    return word(S + A - TOC);
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
 * R_PPC64_TOC16_LO_DS (64): X = S + A - TOC
 * Check: X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_TOC16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_TOC16_LO_DS',
  type: 64,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - TOC');
    const A = given(letters, 'A', 'S + A - TOC');
    const TOC = given(letters, 'TOC', 'S + A - TOC');
    return word(S + A - TOC);
  },
  check(value) {
    const X = signedWord(value);
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
 * R_PPC64_ADDR16_HIGH (110): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HIGH: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGH',
  type: 110,
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
 * R_PPC64_ADDR16_HIGHA (111): X = S + A
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR16_HIGHA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHA',
  type: 111,
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
 * R_PPC64_REL24_NOTOC (116): X = S + A + E - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL24_NOTOC: ReferenceRule = {
  name: 'R_PPC64_REL24_NOTOC',
  type: 116,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + E - P');
    const A = given(letters, 'A', 'S + A + E - P');
    const E = given(letters, 'E', 'S + A + E - P');
    const P = given(letters, 'P', 'S + A + E - P');
    return word(S + A + E - P);
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
 * R_PPC64_ADDR64_LOCAL (117): X = S + A + E
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_ADDR64_LOCAL: ReferenceRule = {
  name: 'R_PPC64_ADDR64_LOCAL',
  type: 117,
  bytes: 8,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A + E');
    const A = given(letters, 'A', 'S + A + E');
    const E = given(letters, 'E', 'S + A + E');
    return word(S + A + E);
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
 * R_PPC64_REL24_P9NOTOC (124): X = S + A + E - P
 * Check: -2^25 <= X < 2^25 and X is a multiple of 4.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL24_P9NOTOC: ReferenceRule = {
  name: 'R_PPC64_REL24_P9NOTOC',
  type: 124,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + E - P');
    const A = given(letters, 'A', 'S + A + E - P');
    const E = given(letters, 'E', 'S + A + E - P');
    const P = given(letters, 'P', 'S + A + E - P');
    return word(S + A + E - P);
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
 * R_PPC64_D34 (128): X = S + A
 * Check: -2^33 <= X < 2^33.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_D34: ReferenceRule = {
  name: 'R_PPC64_D34',
  type: 128,
  bytes: 8,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000000n || X >= 0x200000000n) {
      return outOfRange(X, '-2^33 <= X < 2^33');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffff0000ffffn;
    patched |= ((value >> 16n) & 0x3ffffn) << 32n;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0x3ffffn) << 16n;
    value |= container & 0xffffn;
    return value;
  },
};

/**
 * R_PPC64_D34_LO (129): X = S + A
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_D34_LO: ReferenceRule = {
  name: 'R_PPC64_D34_LO',
  type: 129,
  bytes: 8,
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
    let patched = container & ~0x3ffff0000ffffn;
    patched |= ((value >> 16n) & 0x3ffffn) << 32n;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0x3ffffn) << 16n;
    value |= container & 0xffffn;
    return value;
  },
};

/**
 * R_PPC64_D34_HI30 (130): X = S + A
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_D34_HI30: ReferenceRule = {
  name: 'R_PPC64_D34_HI30',
  type: 130,
  bytes: 8,
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
    let patched = container & ~0x3ffff0000ffffn;
    patched |= ((value >> 50n) & 0x3fffn) << 32n;
    patched |= (value >> 34n) & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0x3fffn) << 50n;
    value |= (container & 0xffffn) << 34n;
    return value;
  },
};

/**
 * R_PPC64_D34_HA30 (131): X = S + A + 8589934592
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_D34_HA30: ReferenceRule = {
  name: 'R_PPC64_D34_HA30',
  type: 131,
  bytes: 8,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + 8589934592');
    const A = given(letters, 'A', 'S + A + 8589934592');
    return word(S + A + 8589934592n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffff0000ffffn;
    patched |= ((value >> 50n) & 0x3fffn) << 32n;
    patched |= (value >> 34n) & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0x3fffn) << 50n;
    value |= (container & 0xffffn) << 34n;
    return value;
  },
};

/**
 * R_PPC64_PCREL34 (132): X = S + A - P
 * Check: -2^33 <= X < 2^33.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_PCREL34: ReferenceRule = {
  name: 'R_PPC64_PCREL34',
  type: 132,
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
    if (X < -0x200000000n || X >= 0x200000000n) {
      return outOfRange(X, '-2^33 <= X < 2^33');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffff0000ffffn;
    patched |= ((value >> 16n) & 0x3ffffn) << 32n;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0x3ffffn) << 16n;
    value |= container & 0xffffn;
    return value;
  },
};

/**
 * R_PPC64_GOT_PCREL34 (133): X = G + GOT - P
 * Check: -2^33 <= X < 2^33.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_GOT_PCREL34: ReferenceRule = {
  name: 'R_PPC64_GOT_PCREL34',
  type: 133,
  bytes: 8,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT - P');
    const GOT = given(letters, 'GOT', 'G + GOT - P');
    const P = given(letters, 'P', 'G + GOT - P');
    return word(G + GOT - P);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x200000000n || X >= 0x200000000n) {
      return outOfRange(X, '-2^33 <= X < 2^33');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffff0000ffffn;
    patched |= ((value >> 16n) & 0x3ffffn) << 32n;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0x3ffffn) << 16n;
    value |= container & 0xffffn;
    return value;
  },
};

/**
 * R_PPC64_ADDR16_HIGHER34 (136): X = S + A
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_ADDR16_HIGHER34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHER34',
  type: 136,
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
    patched |= (value >> 34n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 34n;
  },
};

/**
 * R_PPC64_ADDR16_HIGHERA34 (137): X = S + A + 8589934592
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_ADDR16_HIGHERA34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHERA34',
  type: 137,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + 8589934592');
    const A = given(letters, 'A', 'S + A + 8589934592');
    return word(S + A + 8589934592n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 34n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 34n;
  },
};

/**
 * R_PPC64_ADDR16_HIGHEST34 (138): X = S + A
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_ADDR16_HIGHEST34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHEST34',
  type: 138,
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
    patched |= (value >> 50n) & 0x3fffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffn) << 50n;
  },
};

/**
 * R_PPC64_ADDR16_HIGHESTA34 (139): X = S + A + 8589934592
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_ADDR16_HIGHESTA34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHESTA34',
  type: 139,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A + 8589934592');
    const A = given(letters, 'A', 'S + A + 8589934592');
    return word(S + A + 8589934592n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 50n) & 0x3fffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffn) << 50n;
  },
};

/**
 * R_PPC64_REL16_HIGHER34 (140): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHER34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHER34',
  type: 140,
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
    patched |= (value >> 34n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 34n;
  },
};

/**
 * R_PPC64_REL16_HIGHERA34 (141): X = S + A - P + 8589934592
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHERA34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHERA34',
  type: 141,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P + 8589934592');
    const A = given(letters, 'A', 'S + A - P + 8589934592');
    const P = given(letters, 'P', 'S + A - P + 8589934592');
    return word(S + A - P + 8589934592n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 34n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 34n;
  },
};

/**
 * R_PPC64_REL16_HIGHEST34 (142): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHEST34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHEST34',
  type: 142,
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
    patched |= (value >> 50n) & 0x3fffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffn) << 50n;
  },
};

/**
 * R_PPC64_REL16_HIGHESTA34 (143): X = S + A - P + 8589934592
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHESTA34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHESTA34',
  type: 143,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P + 8589934592');
    const A = given(letters, 'A', 'S + A - P + 8589934592');
    const P = given(letters, 'P', 'S + A - P + 8589934592');
    return word(S + A - P + 8589934592n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 50n) & 0x3fffn;
    return patched;
  },
  extract(container) {
    return (container & 0x3fffn) << 50n;
  },
};

/**
 * R_PPC64_D28 (144): X = S + A
 * Check: -2^27 <= X < 2^27.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_D28: ReferenceRule = {
  name: 'R_PPC64_D28',
  type: 144,
  bytes: 8,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x8000000n || X >= 0x8000000n) {
      return outOfRange(X, '-2^27 <= X < 2^27');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfff0000ffffn;
    patched |= ((value >> 16n) & 0xfffn) << 32n;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0xfffn) << 16n;
    value |= container & 0xffffn;
    return value;
  },
};

/**
 * R_PPC64_PCREL28 (145): X = S + A - P
 * Check: -2^27 <= X < 2^27.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_PCREL28: ReferenceRule = {
  name: 'R_PPC64_PCREL28',
  type: 145,
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
    if (X < -0x8000000n || X >= 0x8000000n) {
      return outOfRange(X, '-2^27 <= X < 2^27');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xfff0000ffffn;
    patched |= ((value >> 16n) & 0xfffn) << 32n;
    patched |= value & 0xffffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 32n) & 0xfffn) << 16n;
    value |= container & 0xffffn;
    return value;
  },
};

/**
 * R_PPC64_REL16_HIGH (240): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGH: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGH',
  type: 240,
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
 * R_PPC64_REL16_HIGHA (241): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHA: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHA',
  type: 241,
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

/**
 * R_PPC64_REL16_HIGHER (242): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHER: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHER',
  type: 242,
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
    patched |= (value >> 32n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 32n;
  },
};

/**
 * R_PPC64_REL16_HIGHERA (243): X = S + A - P + 32768
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHERA: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHERA',
  type: 243,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P + 32768');
    const A = given(letters, 'A', 'S + A - P + 32768');
    const P = given(letters, 'P', 'S + A - P + 32768');
    return word(S + A - P + 32768n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 32n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 32n;
  },
};

/**
 * R_PPC64_REL16_HIGHEST (244): X = S + A - P
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHEST: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHEST',
  type: 244,
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
    patched |= (value >> 48n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 48n;
  },
};

/**
 * R_PPC64_REL16_HIGHESTA (245): X = S + A - P + 32768
 * Check: none.
 * Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators
 */
export const R_PPC64_REL16_HIGHESTA: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHESTA',
  type: 245,
  bytes: 2,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P + 32768');
    const A = given(letters, 'A', 'S + A - P + 32768');
    const P = given(letters, 'P', 'S + A - P + 32768');
    return word(S + A - P + 32768n);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0xffffn;
    patched |= (value >> 48n) & 0xffffn;
    return patched;
  },
  extract(container) {
    return (container & 0xffffn) << 48n;
  },
};

/**
 * R_PPC64_REL16DX_HA (246): X = S + A - P + 32768
 * Check: -2^31 <= X < 2^31.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL16DX_HA: ReferenceRule = {
  name: 'R_PPC64_REL16DX_HA',
  type: 246,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A - P + 32768');
    const A = given(letters, 'A', 'S + A - P + 32768');
    const P = given(letters, 'P', 'S + A - P + 32768');
    return word(S + A - P + 32768n);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffc1n;
    patched |= ((value >> 22n) & 0x3ffn) << 6n;
    patched |= ((value >> 17n) & 0x1fn) << 16n;
    patched |= (value >> 16n) & 0x1n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 6n) & 0x3ffn) << 22n;
    value |= ((container >> 16n) & 0x1fn) << 17n;
    value |= (container & 0x1n) << 16n;
    return value;
  },
};

/**
 * R_PPC64_REL16 (249): X = S + A - P
 * Check: -2^15 <= X < 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL16: ReferenceRule = {
  name: 'R_PPC64_REL16',
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
 * R_PPC64_REL16_LO (250): X = S + A - P
 * Check: none.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL16_LO: ReferenceRule = {
  name: 'R_PPC64_REL16_LO',
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
 * R_PPC64_REL16_HI (251): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL16_HI: ReferenceRule = {
  name: 'R_PPC64_REL16_HI',
  type: 251,
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
    if (X < -0x80000000n || X >= 0x80000000n) {
      return outOfRange(X, '-2^31 <= X < 2^31');
    }
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
 * R_PPC64_REL16_HA (252): X = S + A - P
 * Check: -2^31 - 2^15 <= X < 2^31 - 2^15.
 * Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3
 */
export const R_PPC64_REL16_HA: ReferenceRule = {
  name: 'R_PPC64_REL16_HA',
  type: 252,
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

const rules: readonly ReferenceRule[] = [
  R_PPC64_ADDR32,
  R_PPC64_ADDR24,
  R_PPC64_ADDR16,
  R_PPC64_ADDR16_LO,
  R_PPC64_ADDR16_HI,
  R_PPC64_ADDR16_HA,
  R_PPC64_ADDR14,
  R_PPC64_REL24,
  R_PPC64_REL14,
  R_PPC64_GOT16,
  R_PPC64_GOT16_LO,
  R_PPC64_GOT16_HI,
  R_PPC64_GOT16_HA,
  R_PPC64_RELATIVE,
  R_PPC64_UADDR32,
  R_PPC64_UADDR16,
  R_PPC64_REL32,
  R_PPC64_ADDR64,
  R_PPC64_ADDR16_HIGHER,
  R_PPC64_ADDR16_HIGHERA,
  R_PPC64_ADDR16_HIGHEST,
  R_PPC64_ADDR16_HIGHESTA,
  R_PPC64_UADDR64,
  R_PPC64_REL64,
  R_PPC64_TOC16,
  R_PPC64_TOC16_LO,
  R_PPC64_TOC16_HI,
  R_PPC64_TOC16_HA,
  R_PPC64_TOC,
  R_PPC64_ADDR16_DS,
  R_PPC64_ADDR16_LO_DS,
  R_PPC64_GOT16_DS,
  R_PPC64_GOT16_LO_DS,
  R_PPC64_TOC16_DS,
  R_PPC64_TOC16_LO_DS,
  R_PPC64_ADDR16_HIGH,
  R_PPC64_ADDR16_HIGHA,
  R_PPC64_REL24_NOTOC,
  R_PPC64_ADDR64_LOCAL,
  R_PPC64_REL24_P9NOTOC,
  R_PPC64_D34,
  R_PPC64_D34_LO,
  R_PPC64_D34_HI30,
  R_PPC64_D34_HA30,
  R_PPC64_PCREL34,
  R_PPC64_GOT_PCREL34,
  R_PPC64_ADDR16_HIGHER34,
  R_PPC64_ADDR16_HIGHERA34,
  R_PPC64_ADDR16_HIGHEST34,
  R_PPC64_ADDR16_HIGHESTA34,
  R_PPC64_REL16_HIGHER34,
  R_PPC64_REL16_HIGHERA34,
  R_PPC64_REL16_HIGHEST34,
  R_PPC64_REL16_HIGHESTA34,
  R_PPC64_D28,
  R_PPC64_PCREL28,
  R_PPC64_REL16_HIGH,
  R_PPC64_REL16_HIGHA,
  R_PPC64_REL16_HIGHER,
  R_PPC64_REL16_HIGHERA,
  R_PPC64_REL16_HIGHEST,
  R_PPC64_REL16_HIGHESTA,
  R_PPC64_REL16DX_HA,
  R_PPC64_REL16,
  R_PPC64_REL16_LO,
  R_PPC64_REL16_HI,
  R_PPC64_REL16_HA,
];

/** Every rule of 64-bit PowerPC, big-endian, by name. */
export const model: ReferenceModel = {
  arch: 'ppc64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
