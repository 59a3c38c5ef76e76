// Generated from relocator-dsl/arch/loongarch64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit LoongArch as plain functions of their letters. */
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

/** The start of the 4 KiB page in which `address` lies. */
function page(address: bigint): bigint {
  return address & ~0xfffn;
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
 * R_LARCH_32 (1): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_32: ReferenceRule = {
  name: 'R_LARCH_32',
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
 * R_LARCH_64 (2): X = S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_64: ReferenceRule = {
  name: 'R_LARCH_64',
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
 * R_LARCH_RELATIVE (3): X = B + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_RELATIVE: ReferenceRule = {
  name: 'R_LARCH_RELATIVE',
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
 * R_LARCH_ADD8 (47): X = V + S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ADD8: ReferenceRule = {
  name: 'R_LARCH_ADD8',
  type: 47,
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
 * R_LARCH_ADD16 (48): X = V + S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ADD16: ReferenceRule = {
  name: 'R_LARCH_ADD16',
  type: 48,
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
 * R_LARCH_ADD32 (50): X = V + S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ADD32: ReferenceRule = {
  name: 'R_LARCH_ADD32',
  type: 50,
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
 * R_LARCH_ADD64 (51): X = V + S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ADD64: ReferenceRule = {
  name: 'R_LARCH_ADD64',
  type: 51,
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
 * R_LARCH_SUB8 (52): X = V - S - A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_SUB8: ReferenceRule = {
  name: 'R_LARCH_SUB8',
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
    let patched = container & ~0xffn;
    patched |= value & 0xffn;
    return patched;
  },
  extract(container) {
    return container & 0xffn;
  },
};

/**
 * R_LARCH_SUB16 (53): X = V - S - A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_SUB16: ReferenceRule = {
  name: 'R_LARCH_SUB16',
  type: 53,
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
 * R_LARCH_SUB32 (55): X = V - S - A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_SUB32: ReferenceRule = {
  name: 'R_LARCH_SUB32',
  type: 55,
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
 * R_LARCH_SUB64 (56): X = V - S - A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_SUB64: ReferenceRule = {
  name: 'R_LARCH_SUB64',
  type: 56,
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
 * R_LARCH_B16 (64): X = S + A - P
 * Check: -2^17 <= X < 2^17 and X is a multiple of 4.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_B16: ReferenceRule = {
  name: 'R_LARCH_B16',
  type: 64,
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
    let patched = container & ~0x3fffc00n;
    patched |= ((value >> 2n) & 0xffffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xffffn) << 2n;
  },
};

/**
 * R_LARCH_B21 (65): X = S + A - P
 * Check: -2^22 <= X < 2^22 and X is a multiple of 4.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_B21: ReferenceRule = {
  name: 'R_LARCH_B21',
  type: 65,
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
    let patched = container & ~0x3fffc1fn;
    patched |= ((value >> 2n) & 0xffffn) << 10n;
    patched |= (value >> 18n) & 0x1fn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 10n) & 0xffffn) << 2n;
    value |= (container & 0x1fn) << 18n;
    return value;
  },
};

/**
 * R_LARCH_B26 (66): X = S + A - P
 * Check: -2^27 <= X < 2^27 and X is a multiple of 4.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_B26: ReferenceRule = {
  name: 'R_LARCH_B26',
  type: 66,
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
    patched |= ((value >> 2n) & 0xffffn) << 10n;
    patched |= (value >> 18n) & 0x3ffn;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 10n) & 0xffffn) << 2n;
    value |= (container & 0x3ffn) << 18n;
    return value;
  },
};

/**
 * R_LARCH_ABS_HI20 (67): X = S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ABS_HI20: ReferenceRule = {
  name: 'R_LARCH_ABS_HI20',
  type: 67,
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
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 12n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 12n;
  },
};

/**
 * R_LARCH_ABS_LO12 (68): X = S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ABS_LO12: ReferenceRule = {
  name: 'R_LARCH_ABS_LO12',
  type: 68,
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
    let patched = container & ~0x3ffc00n;
    patched |= (value & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return (container >> 10n) & 0xfffn;
  },
};

/**
 * R_LARCH_ABS64_LO20 (69): X = S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ABS64_LO20: ReferenceRule = {
  name: 'R_LARCH_ABS64_LO20',
  type: 69,
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
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 32n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 32n;
  },
};

/**
 * R_LARCH_ABS64_HI12 (70): X = S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ABS64_HI12: ReferenceRule = {
  name: 'R_LARCH_ABS64_HI12',
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
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 52n) & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xfffn) << 52n;
  },
};

/**
 * R_LARCH_PCALA_HI20 (71): X = Page(S + A + 2048) - Page(P)
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_PCALA_HI20: ReferenceRule = {
  name: 'R_LARCH_PCALA_HI20',
  type: 71,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'Page(S + A + 2048) - Page(P)');
    const A = given(letters, 'A', 'Page(S + A + 2048) - Page(P)');
    const P = given(letters, 'P', 'Page(S + A + 2048) - Page(P)');
    return word(page(S + A + 2048n) - page(P));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 12n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 12n;
  },
};

/**
 * R_LARCH_PCALA_LO12 (72): X = S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_PCALA_LO12: ReferenceRule = {
  name: 'R_LARCH_PCALA_LO12',
  type: 72,
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
    let patched = container & ~0x3ffc00n;
    patched |= (value & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return (container >> 10n) & 0xfffn;
  },
};

/**
 * R_LARCH_PCALA64_LO20 (73): X = S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 8) +
 * 2147483648)
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_PCALA64_LO20: ReferenceRule = {
  name: 'R_LARCH_PCALA64_LO20',
  type: 73,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const formula = 'S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 8) + 2147483648)';
    const S = given(letters, 'S', formula);
    const A = given(letters, 'A', formula);
    const P = given(letters, 'P', formula);
    return word(S + A - page(S + A + 2048n) + clear(page(S + A + 2048n) - page(P - 8n) + 2147483648n, 32));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 32n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 32n;
  },
};

/**
 * R_LARCH_PCALA64_HI12 (74): X = S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 12) +
 * 2147483648)
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_PCALA64_HI12: ReferenceRule = {
  name: 'R_LARCH_PCALA64_HI12',
  type: 74,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const formula = 'S + A - Page(S + A + 2048) + Page32(Page(S + A + 2048) - Page(P - 12) + 2147483648)';
    const S = given(letters, 'S', formula);
    const A = given(letters, 'A', formula);
    const P = given(letters, 'P', formula);
    return word(S + A - page(S + A + 2048n) + clear(page(S + A + 2048n) - page(P - 12n) + 2147483648n, 32));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 52n) & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xfffn) << 52n;
  },
};

/**
 * R_LARCH_GOT_PC_HI20 (75): X = Page(G + GOT + 2048) - Page(P)
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT_PC_HI20: ReferenceRule = {
  name: 'R_LARCH_GOT_PC_HI20',
  type: 75,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'Page(G + GOT + 2048) - Page(P)');
    const GOT = given(letters, 'GOT', 'Page(G + GOT + 2048) - Page(P)');
    const P = given(letters, 'P', 'Page(G + GOT + 2048) - Page(P)');
    return word(page(G + GOT + 2048n) - page(P));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 12n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 12n;
  },
};

/**
 * R_LARCH_GOT_PC_LO12 (76): X = G + GOT
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT_PC_LO12: ReferenceRule = {
  name: 'R_LARCH_GOT_PC_LO12',
  type: 76,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT');
    const GOT = given(letters, 'GOT', 'G + GOT');
    return word(G + GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= (value & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return (container >> 10n) & 0xfffn;
  },
};

/**
 * R_LARCH_GOT64_PC_LO20 (77): X = G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 8)
 * + 2147483648)
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT64_PC_LO20: ReferenceRule = {
  name: 'R_LARCH_GOT64_PC_LO20',
  type: 77,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const formula =
      'G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 8) + 2147483648)';
    const G = given(letters, 'G', formula);
    const GOT = given(letters, 'GOT', formula);
    const P = given(letters, 'P', formula);
    return word(
      G + GOT - page(G + GOT + 2048n) + clear(page(G + GOT + 2048n) - page(P - 8n) + 2147483648n, 32),
    );
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 32n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 32n;
  },
};

/**
 * R_LARCH_GOT64_PC_HI12 (78): X = G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 12)
 * + 2147483648)
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT64_PC_HI12: ReferenceRule = {
  name: 'R_LARCH_GOT64_PC_HI12',
  type: 78,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const formula =
      'G + GOT - Page(G + GOT + 2048) + Page32(Page(G + GOT + 2048) - Page(P - 12) + 2147483648)';
    const G = given(letters, 'G', formula);
    const GOT = given(letters, 'GOT', formula);
    const P = given(letters, 'P', formula);
    return word(
      G + GOT - page(G + GOT + 2048n) + clear(page(G + GOT + 2048n) - page(P - 12n) + 2147483648n, 32),
    );
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 52n) & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xfffn) << 52n;
  },
};

/**
 * R_LARCH_GOT_HI20 (79): X = G + GOT
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT_HI20: ReferenceRule = {
  name: 'R_LARCH_GOT_HI20',
  type: 79,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT');
    const GOT = given(letters, 'GOT', 'G + GOT');
    return word(G + GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 12n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 12n;
  },
};

/**
 * R_LARCH_GOT_LO12 (80): X = G + GOT
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT_LO12: ReferenceRule = {
  name: 'R_LARCH_GOT_LO12',
  type: 80,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT');
    const GOT = given(letters, 'GOT', 'G + GOT');
    return word(G + GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= (value & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return (container >> 10n) & 0xfffn;
  },
};

/**
 * R_LARCH_GOT64_LO20 (81): X = G + GOT
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT64_LO20: ReferenceRule = {
  name: 'R_LARCH_GOT64_LO20',
  type: 81,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT');
    const GOT = given(letters, 'GOT', 'G + GOT');
    return word(G + GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 32n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 32n;
  },
};

/**
 * R_LARCH_GOT64_HI12 (82): X = G + GOT
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_GOT64_HI12: ReferenceRule = {
  name: 'R_LARCH_GOT64_HI12',
  type: 82,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT');
    const GOT = given(letters, 'GOT', 'G + GOT');
    return word(G + GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 52n) & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xfffn) << 52n;
  },
};

/**
 * R_LARCH_32_PCREL (99): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_32_PCREL: ReferenceRule = {
  name: 'R_LARCH_32_PCREL',
  type: 99,
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
 * R_LARCH_PCREL20_S2 (103): X = S + A - P
 * Check: -2^21 <= X < 2^21 and X is a multiple of 4.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_PCREL20_S2: ReferenceRule = {
  name: 'R_LARCH_PCREL20_S2',
  type: 103,
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
    if (X < -0x200000n || X >= 0x200000n) {
      return outOfRange(X, '-2^21 <= X < 2^21');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1ffffe0n;
    patched |= ((value >> 2n) & 0xfffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xfffffn) << 2n;
  },
};

/**
 * R_LARCH_ADD6 (105): X = V + S + A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_ADD6: ReferenceRule = {
  name: 'R_LARCH_ADD6',
  type: 105,
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
    let patched = container & ~0x3fn;
    patched |= value & 0x3fn;
    return patched;
  },
  extract(container) {
    return container & 0x3fn;
  },
};

/**
 * R_LARCH_SUB6 (106): X = V - S - A
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_SUB6: ReferenceRule = {
  name: 'R_LARCH_SUB6',
  type: 106,
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
 * R_LARCH_64_PCREL (109): X = S + A - P
 * Check: none.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_64_PCREL: ReferenceRule = {
  name: 'R_LARCH_64_PCREL',
  type: 109,
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
 * R_LARCH_CALL36 (110): X = S + A - P
 * Check: -2^37 - 2^17 <= X < 2^37 - 2^17 and X is a multiple of 4.
 * Source: ELF for the LoongArch Architecture, Relocations
 */
export const R_LARCH_CALL36: ReferenceRule = {
  name: 'R_LARCH_CALL36',
  type: 110,
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
    if (X < -0x2000020000n || X >= 0x1ffffe0000n) {
      return outOfRange(X, '-2^37 - 2^17 <= X < 2^37 - 2^17');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3fffc0001ffffe0n;
    patched |= (((value + 0x20000n) >> 18n) & 0xfffffn) << 5n;
    patched |= ((value >> 2n) & 0xffffn) << 42n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 42n) & 0xffffn) << 2n;
    value |= ((((container >> 5n) & 0xfffffn) << 18n) - ((value & 0x20000n) << 1n)) & 0x3ffffc0000n;
    return value;
  },
};

const rules: readonly ReferenceRule[] = [
  R_LARCH_32,
  R_LARCH_64,
  R_LARCH_RELATIVE,
  R_LARCH_ADD8,
  R_LARCH_ADD16,
  R_LARCH_ADD32,
  R_LARCH_ADD64,
  R_LARCH_SUB8,
  R_LARCH_SUB16,
  R_LARCH_SUB32,
  R_LARCH_SUB64,
  R_LARCH_B16,
  R_LARCH_B21,
  R_LARCH_B26,
  R_LARCH_ABS_HI20,
  R_LARCH_ABS_LO12,
  R_LARCH_ABS64_LO20,
  R_LARCH_ABS64_HI12,
  R_LARCH_PCALA_HI20,
  R_LARCH_PCALA_LO12,
  R_LARCH_PCALA64_LO20,
  R_LARCH_PCALA64_HI12,
  R_LARCH_GOT_PC_HI20,
  R_LARCH_GOT_PC_LO12,
  R_LARCH_GOT64_PC_LO20,
  R_LARCH_GOT64_PC_HI12,
  R_LARCH_GOT_HI20,
  R_LARCH_GOT_LO12,
  R_LARCH_GOT64_LO20,
  R_LARCH_GOT64_HI12,
  R_LARCH_32_PCREL,
  R_LARCH_PCREL20_S2,
  R_LARCH_ADD6,
  R_LARCH_SUB6,
  R_LARCH_64_PCREL,
  R_LARCH_CALL36,
];

/** Every rule of 64-bit LoongArch, by name. */
export const model: ReferenceModel = {
  arch: 'loongarch64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
