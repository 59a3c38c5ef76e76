// Generated from relocator-dsl/arch/aarch64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of AArch64 as plain functions of their letters. */
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
 * R_AARCH64_ABS64 (257): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_ABS64: ReferenceRule = {
  name: 'R_AARCH64_ABS64',
  type: 257,
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
 * R_AARCH64_ABS32 (258): X = S + A
 * Check: -2^31 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_ABS32: ReferenceRule = {
  name: 'R_AARCH64_ABS32',
  type: 258,
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
 * R_AARCH64_ABS16 (259): X = S + A
 * Check: -2^15 <= X < 2^16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_ABS16: ReferenceRule = {
  name: 'R_AARCH64_ABS16',
  type: 259,
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
 * R_AARCH64_PREL64 (260): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_PREL64: ReferenceRule = {
  name: 'R_AARCH64_PREL64',
  type: 260,
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
 * R_AARCH64_PREL32 (261): X = S + A - P
 * Check: -2^31 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_PREL32: ReferenceRule = {
  name: 'R_AARCH64_PREL32',
  type: 261,
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
 * R_AARCH64_PREL16 (262): X = S + A - P
 * Check: -2^15 <= X < 2^16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_PREL16: ReferenceRule = {
  name: 'R_AARCH64_PREL16',
  type: 262,
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
 * R_AARCH64_MOVW_UABS_G0 (263): X = S + A
 * Check: 0 <= X < 2^16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G0',
  type: 263,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x10000n) {
      return outOfRange(value, '0 <= X < 2^16');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffe0n;
    patched |= (value & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return (container >> 5n) & 0xffffn;
  },
};

/**
 * R_AARCH64_MOVW_UABS_G0_NC (264): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G0_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G0_NC',
  type: 264,
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
    let patched = container & ~0x1fffe0n;
    patched |= (value & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return (container >> 5n) & 0xffffn;
  },
};

/**
 * R_AARCH64_MOVW_UABS_G1 (265): X = S + A
 * Check: 0 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G1',
  type: 265,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x100000000n) {
      return outOfRange(value, '0 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 16n;
  },
};

/**
 * R_AARCH64_MOVW_UABS_G1_NC (266): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G1_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G1_NC',
  type: 266,
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
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 16n;
  },
};

/**
 * R_AARCH64_MOVW_UABS_G2 (267): X = S + A
 * Check: 0 <= X < 2^48.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G2',
  type: 267,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    if (value < 0n || value >= 0x1000000000000n) {
      return outOfRange(value, '0 <= X < 2^48');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 32n;
  },
};

/**
 * R_AARCH64_MOVW_UABS_G2_NC (268): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G2_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G2_NC',
  type: 268,
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
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 32n;
  },
};

/**
 * R_AARCH64_MOVW_UABS_G3 (269): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for an
 * unsigned value or address
 */
export const R_AARCH64_MOVW_UABS_G3: ReferenceRule = {
  name: 'R_AARCH64_MOVW_UABS_G3',
  type: 269,
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
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 48n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 48n;
  },
};

/**
 * R_AARCH64_MOVW_SABS_G0 (270): X = S + A
 * Check: -2^16 <= X < 2^16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * signed value or offset
 */
export const R_AARCH64_MOVW_SABS_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_SABS_G0',
  type: 270,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x10000n || X >= 0x10000n) {
      return outOfRange(X, '-2^16 <= X < 2^16');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= (shown & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = (container >> 5n) & 0xffffn;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_SABS_G1 (271): X = S + A
 * Check: -2^32 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * signed value or offset
 */
export const R_AARCH64_MOVW_SABS_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_SABS_G1',
  type: 271,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 16n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_SABS_G2 (272): X = S + A
 * Check: -2^48 <= X < 2^48.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * signed value or offset
 */
export const R_AARCH64_MOVW_SABS_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_SABS_G2',
  type: 272,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000000000n || X >= 0x1000000000000n) {
      return outOfRange(X, '-2^48 <= X < 2^48');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 32n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_LD_PREL_LO19 (273): X = S + A - P
 * Check: -2^20 <= X < 2^20 and X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LD_PREL_LO19: ReferenceRule = {
  name: 'R_AARCH64_LD_PREL_LO19',
  type: 273,
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
    let patched = container & ~0xffffe0n;
    patched |= ((value >> 2n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0x7ffffn) << 2n;
  },
};

/**
 * R_AARCH64_ADR_PREL_LO21 (274): X = S + A - P
 * Check: -2^20 <= X < 2^20.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADR_PREL_LO21: ReferenceRule = {
  name: 'R_AARCH64_ADR_PREL_LO21',
  type: 274,
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
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x60ffffe0n;
    patched |= (value & 0x3n) << 29n;
    patched |= ((value >> 2n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= (container >> 29n) & 0x3n;
    value |= ((container >> 5n) & 0x7ffffn) << 2n;
    return value;
  },
};

/**
 * R_AARCH64_ADR_PREL_PG_HI21 (275): X = Page(S + A) - Page(P)
 * Check: -2^32 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADR_PREL_PG_HI21: ReferenceRule = {
  name: 'R_AARCH64_ADR_PREL_PG_HI21',
  type: 275,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'Page(S + A) - Page(P)');
    const A = given(letters, 'A', 'Page(S + A) - Page(P)');
    const P = given(letters, 'P', 'Page(S + A) - Page(P)');
    return word(page(S + A) - page(P));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x60ffffe0n;
    patched |= ((value >> 12n) & 0x3n) << 29n;
    patched |= ((value >> 14n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 29n) & 0x3n) << 12n;
    value |= ((container >> 5n) & 0x7ffffn) << 14n;
    return value;
  },
};

/**
 * R_AARCH64_ADR_PREL_PG_HI21_NC (276): X = Page(S + A) - Page(P)
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADR_PREL_PG_HI21_NC: ReferenceRule = {
  name: 'R_AARCH64_ADR_PREL_PG_HI21_NC',
  type: 276,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'Page(S + A) - Page(P)');
    const A = given(letters, 'A', 'Page(S + A) - Page(P)');
    const P = given(letters, 'P', 'Page(S + A) - Page(P)');
    return word(page(S + A) - page(P));
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x60ffffe0n;
    patched |= ((value >> 12n) & 0x3n) << 29n;
    patched |= ((value >> 14n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 29n) & 0x3n) << 12n;
    value |= ((container >> 5n) & 0x7ffffn) << 14n;
    return value;
  },
};

/**
 * R_AARCH64_ADD_ABS_LO12_NC (277): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_ADD_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_ADD_ABS_LO12_NC',
  type: 277,
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
 * R_AARCH64_LDST8_ABS_LO12_NC (278): X = S + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST8_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST8_ABS_LO12_NC',
  type: 278,
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
 * R_AARCH64_TSTBR14 (279): X = S + A - P
 * Check: -2^15 <= X < 2^15 and X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_TSTBR14: ReferenceRule = {
  name: 'R_AARCH64_TSTBR14',
  type: 279,
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
    if (X < -0x8000n || X >= 0x8000n) {
      return outOfRange(X, '-2^15 <= X < 2^15');
    }
    if (X % 4n !== 0n) {
      return notMultiple(X, 4);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x7ffe0n;
    patched |= ((value >> 2n) & 0x3fffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0x3fffn) << 2n;
  },
};

/**
 * R_AARCH64_CONDBR19 (280): X = S + A - P
 * Check: -2^20 <= X < 2^20 and X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_CONDBR19: ReferenceRule = {
  name: 'R_AARCH64_CONDBR19',
  type: 280,
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
    let patched = container & ~0xffffe0n;
    patched |= ((value >> 2n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0x7ffffn) << 2n;
  },
};

/**
 * R_AARCH64_JUMP26 (282): X = S + A - P
 * Check: -2^27 <= X < 2^27 and X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_JUMP26: ReferenceRule = {
  name: 'R_AARCH64_JUMP26',
  type: 282,
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
 * R_AARCH64_CALL26 (283): X = S + A - P
 * Check: -2^27 <= X < 2^27 and X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for control-flow
 * instructions; 5.7.7 Call and Jump relocations
 */
export const R_AARCH64_CALL26: ReferenceRule = {
  name: 'R_AARCH64_CALL26',
  type: 283,
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
 * R_AARCH64_LDST16_ABS_LO12_NC (284): X = S + A
 * Check: X is a multiple of 2.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST16_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST16_ABS_LO12_NC',
  type: 284,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X % 2n !== 0n) {
      return notMultiple(X, 2);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 1n) & 0x7ffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0x7ffn) << 1n;
  },
};

/**
 * R_AARCH64_LDST32_ABS_LO12_NC (285): X = S + A
 * Check: X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST32_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST32_ABS_LO12_NC',
  type: 285,
  bytes: 4,
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
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 2n) & 0x3ffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0x3ffn) << 2n;
  },
};

/**
 * R_AARCH64_LDST64_ABS_LO12_NC (286): X = S + A
 * Check: X is a multiple of 8.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST64_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST64_ABS_LO12_NC',
  type: 286,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X % 8n !== 0n) {
      return notMultiple(X, 8);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 3n) & 0x1ffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0x1ffn) << 3n;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G0 (287): X = S + A - P
 * Check: -2^16 <= X < 2^16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G0',
  type: 287,
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
    if (X < -0x10000n || X >= 0x10000n) {
      return outOfRange(X, '-2^16 <= X < 2^16');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= (shown & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = (container >> 5n) & 0xffffn;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G0_NC (288): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G0_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G0_NC',
  type: 288,
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
    let patched = container & ~0x1fffe0n;
    patched |= (value & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return (container >> 5n) & 0xffffn;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G1 (289): X = S + A - P
 * Check: -2^32 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G1',
  type: 289,
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
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 16n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G1_NC (290): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G1_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G1_NC',
  type: 290,
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
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 16n;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G2 (291): X = S + A - P
 * Check: -2^48 <= X < 2^48.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G2',
  type: 291,
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
    if (X < -0x1000000000000n || X >= 0x1000000000000n) {
      return outOfRange(X, '-2^48 <= X < 2^48');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 32n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G2_NC (292): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G2_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G2_NC',
  type: 292,
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
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 32n;
  },
};

/**
 * R_AARCH64_MOVW_PREL_G3 (293): X = S + A - P
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * PC-relative offset
 */
export const R_AARCH64_MOVW_PREL_G3: ReferenceRule = {
  name: 'R_AARCH64_MOVW_PREL_G3',
  type: 293,
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
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 48n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 48n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_LDST128_ABS_LO12_NC (299): X = S + A
 * Check: X is a multiple of 16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, relocations for 19, 21 and
 * 33 bit PC-relative addresses
 */
export const R_AARCH64_LDST128_ABS_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LDST128_ABS_LO12_NC',
  type: 299,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const S = given(letters, 'S', 'S + A');
    const A = given(letters, 'A', 'S + A');
    return word(S + A);
  },
  check(value) {
    const X = signedWord(value);
    if (X % 16n !== 0n) {
      return notMultiple(X, 16);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 4n) & 0xffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xffn) << 4n;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G0 (300): X = GOT + G - GOT
 * Check: -2^16 <= X < 2^16.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G0: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G0',
  type: 300,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x10000n || X >= 0x10000n) {
      return outOfRange(X, '-2^16 <= X < 2^16');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= (shown & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = (container >> 5n) & 0xffffn;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G0_NC (301): X = GOT + G - GOT
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G0_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G0_NC',
  type: 301,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffe0n;
    patched |= (value & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return (container >> 5n) & 0xffffn;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G1 (302): X = GOT + G - GOT
 * Check: -2^32 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G1: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G1',
  type: 302,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 16n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G1_NC (303): X = GOT + G - GOT
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G1_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G1_NC',
  type: 303,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 16n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 16n;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G2 (304): X = GOT + G - GOT
 * Check: -2^48 <= X < 2^48.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G2: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G2',
  type: 304,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x1000000000000n || X >= 0x1000000000000n) {
      return outOfRange(X, '-2^48 <= X < 2^48');
    }
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 32n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G2_NC (305): X = GOT + G - GOT
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G2_NC: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G2_NC',
  type: 305,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x1fffe0n;
    patched |= ((value >> 32n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0xffffn) << 32n;
  },
};

/**
 * R_AARCH64_MOVW_GOTOFF_G3 (306): X = GOT + G - GOT
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, group relocations for a
 * GOT-relative offset
 */
export const R_AARCH64_MOVW_GOTOFF_G3: ReferenceRule = {
  name: 'R_AARCH64_MOVW_GOTOFF_G3',
  type: 306,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check() {
    return undefined;
  },
  insert(container, value) {
    const X = signedWord(value);
    const shown = X < 0n ? ~X : X;
    let patched = container & ~0x401fffe0n;
    if (X >= 0n) {
      patched |= 0x40000000n;
    }
    patched |= ((shown >> 48n) & 0xffffn) << 5n;
    return patched;
  },
  extract(container) {
    const value = ((container >> 5n) & 0xffffn) << 48n;
    return (container & 0x40000000n) === 0n ? BigInt.asUintN(64, ~value) : value;
  },
};

/**
 * R_AARCH64_GOTREL64 (307): X = S + A - GOT
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative data
 * relocations
 */
export const R_AARCH64_GOTREL64: ReferenceRule = {
  name: 'R_AARCH64_GOTREL64',
  type: 307,
  bytes: 8,
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
    let patched = container & ~0xffffffffffffffffn;
    patched |= value & 0xffffffffffffffffn;
    return patched;
  },
  extract(container) {
    return container & 0xffffffffffffffffn;
  },
};

/**
 * R_AARCH64_GOTREL32 (308): X = S + A - GOT
 * Check: -2^31 <= X < 2^31.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative data
 * relocations
 */
export const R_AARCH64_GOTREL32: ReferenceRule = {
  name: 'R_AARCH64_GOTREL32',
  type: 308,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const S = given(letters, 'S', 'S + A - GOT');
    const A = given(letters, 'A', 'S + A - GOT');
    const GOT = given(letters, 'GOT', 'S + A - GOT');
    return word(S + A - GOT);
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
 * R_AARCH64_GOT_LD_PREL19 (309): X = GOT + G - P
 * Check: -2^20 <= X < 2^20 and X is a multiple of 4.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_GOT_LD_PREL19: ReferenceRule = {
  name: 'R_AARCH64_GOT_LD_PREL19',
  type: 309,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - P');
    const G = given(letters, 'G', 'GOT + G - P');
    const P = given(letters, 'P', 'GOT + G - P');
    return word(GOT + G - P);
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
    let patched = container & ~0xffffe0n;
    patched |= ((value >> 2n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    return ((container >> 5n) & 0x7ffffn) << 2n;
  },
};

/**
 * R_AARCH64_LD64_GOTOFF_LO15 (310): X = GOT + G - GOT
 * Check: 0 <= X < 2^15 and X is a multiple of 8.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_LD64_GOTOFF_LO15: ReferenceRule = {
  name: 'R_AARCH64_LD64_GOTOFF_LO15',
  type: 310,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - GOT');
    const G = given(letters, 'G', 'GOT + G - GOT');
    return word(GOT + G - GOT);
  },
  check(value) {
    const X = signedWord(value);
    if (value < 0n || value >= 0x8000n) {
      return outOfRange(value, '0 <= X < 2^15');
    }
    if (X % 8n !== 0n) {
      return notMultiple(X, 8);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 3n) & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xfffn) << 3n;
  },
};

/**
 * R_AARCH64_ADR_GOT_PAGE (311): X = Page(GOT + G) - Page(P)
 * Check: -2^32 <= X < 2^32.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_ADR_GOT_PAGE: ReferenceRule = {
  name: 'R_AARCH64_ADR_GOT_PAGE',
  type: 311,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'Page(GOT + G) - Page(P)');
    const G = given(letters, 'G', 'Page(GOT + G) - Page(P)');
    const P = given(letters, 'P', 'Page(GOT + G) - Page(P)');
    return word(page(GOT + G) - page(P));
  },
  check(value) {
    const X = signedWord(value);
    if (X < -0x100000000n || X >= 0x100000000n) {
      return outOfRange(X, '-2^32 <= X < 2^32');
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x60ffffe0n;
    patched |= ((value >> 12n) & 0x3n) << 29n;
    patched |= ((value >> 14n) & 0x7ffffn) << 5n;
    return patched;
  },
  extract(container) {
    let value = 0n;
    value |= ((container >> 29n) & 0x3n) << 12n;
    value |= ((container >> 5n) & 0x7ffffn) << 14n;
    return value;
  },
};

/**
 * R_AARCH64_LD64_GOT_LO12_NC (312): X = GOT + G
 * Check: X is a multiple of 8.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_LD64_GOT_LO12_NC: ReferenceRule = {
  name: 'R_AARCH64_LD64_GOT_LO12_NC',
  type: 312,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G');
    const G = given(letters, 'G', 'GOT + G');
    return word(GOT + G);
  },
  check(value) {
    const X = signedWord(value);
    if (X % 8n !== 0n) {
      return notMultiple(X, 8);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 3n) & 0x1ffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0x1ffn) << 3n;
  },
};

/**
 * R_AARCH64_LD64_GOTPAGE_LO15 (313): X = GOT + G - Page(GOT)
 * Check: 0 <= X < 2^15 and X is a multiple of 8.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.6 Static AArch64 relocations, GOT-relative instruction
 * relocations
 */
export const R_AARCH64_LD64_GOTPAGE_LO15: ReferenceRule = {
  name: 'R_AARCH64_LD64_GOTPAGE_LO15',
  type: 313,
  bytes: 4,
  kind: 'instruction',
  value(letters) {
    const GOT = given(letters, 'GOT', 'GOT + G - Page(GOT)');
    const G = given(letters, 'G', 'GOT + G - Page(GOT)');
    return word(GOT + G - page(GOT));
  },
  check(value) {
    const X = signedWord(value);
    if (value < 0n || value >= 0x8000n) {
      return outOfRange(value, '0 <= X < 2^15');
    }
    if (X % 8n !== 0n) {
      return notMultiple(X, 8);
    }
    return undefined;
  },
  insert(container, value) {
    let patched = container & ~0x3ffc00n;
    patched |= ((value >> 3n) & 0xfffn) << 10n;
    return patched;
  },
  extract(container) {
    return ((container >> 10n) & 0xfffn) << 3n;
  },
};

/**
 * R_AARCH64_PLT32 (314): X = S + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_PLT32: ReferenceRule = {
  name: 'R_AARCH64_PLT32',
  type: 314,
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
 * R_AARCH64_GOTPCREL32 (315): X = G + GOT + A - P
 * Check: -2^31 <= X < 2^31.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.5 Static Data relocations
 */
export const R_AARCH64_GOTPCREL32: ReferenceRule = {
  name: 'R_AARCH64_GOTPCREL32',
  type: 315,
  bytes: 4,
  kind: 'word',
  value(letters) {
    const G = given(letters, 'G', 'G + GOT + A - P');
    const GOT = given(letters, 'GOT', 'G + GOT + A - P');
    const A = given(letters, 'A', 'G + GOT + A - P');
    const P = given(letters, 'P', 'G + GOT + A - P');
    return word(G + GOT + A - P);
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
 * R_AARCH64_RELATIVE (1027): X = B + A
 * Check: none.
 * Source: ELF for the Arm 64-bit Architecture, 5.7.12 Dynamic relocations
 */
export const R_AARCH64_RELATIVE: ReferenceRule = {
  name: 'R_AARCH64_RELATIVE',
  type: 1027,
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

const rules: readonly ReferenceRule[] = [
  R_AARCH64_ABS64,
  R_AARCH64_ABS32,
  R_AARCH64_ABS16,
  R_AARCH64_PREL64,
  R_AARCH64_PREL32,
  R_AARCH64_PREL16,
  R_AARCH64_MOVW_UABS_G0,
  R_AARCH64_MOVW_UABS_G0_NC,
  R_AARCH64_MOVW_UABS_G1,
  R_AARCH64_MOVW_UABS_G1_NC,
  R_AARCH64_MOVW_UABS_G2,
  R_AARCH64_MOVW_UABS_G2_NC,
  R_AARCH64_MOVW_UABS_G3,
  R_AARCH64_MOVW_SABS_G0,
  R_AARCH64_MOVW_SABS_G1,
  R_AARCH64_MOVW_SABS_G2,
  R_AARCH64_LD_PREL_LO19,
  R_AARCH64_ADR_PREL_LO21,
  R_AARCH64_ADR_PREL_PG_HI21,
  R_AARCH64_ADR_PREL_PG_HI21_NC,
  R_AARCH64_ADD_ABS_LO12_NC,
  R_AARCH64_LDST8_ABS_LO12_NC,
  R_AARCH64_TSTBR14,
  R_AARCH64_CONDBR19,
  R_AARCH64_JUMP26,
  R_AARCH64_CALL26,
  R_AARCH64_LDST16_ABS_LO12_NC,
  R_AARCH64_LDST32_ABS_LO12_NC,
  R_AARCH64_LDST64_ABS_LO12_NC,
  R_AARCH64_MOVW_PREL_G0,
  R_AARCH64_MOVW_PREL_G0_NC,
  R_AARCH64_MOVW_PREL_G1,
  R_AARCH64_MOVW_PREL_G1_NC,
  R_AARCH64_MOVW_PREL_G2,
  R_AARCH64_MOVW_PREL_G2_NC,
  R_AARCH64_MOVW_PREL_G3,
  R_AARCH64_LDST128_ABS_LO12_NC,
  R_AARCH64_MOVW_GOTOFF_G0,
  R_AARCH64_MOVW_GOTOFF_G0_NC,
  R_AARCH64_MOVW_GOTOFF_G1,
  R_AARCH64_MOVW_GOTOFF_G1_NC,
  R_AARCH64_MOVW_GOTOFF_G2,
  R_AARCH64_MOVW_GOTOFF_G2_NC,
  R_AARCH64_MOVW_GOTOFF_G3,
  R_AARCH64_GOTREL64,
  R_AARCH64_GOTREL32,
  R_AARCH64_GOT_LD_PREL19,
  R_AARCH64_LD64_GOTOFF_LO15,
  R_AARCH64_ADR_GOT_PAGE,
  R_AARCH64_LD64_GOT_LO12_NC,
  R_AARCH64_LD64_GOTPAGE_LO15,
  R_AARCH64_PLT32,
  R_AARCH64_GOTPCREL32,
  R_AARCH64_RELATIVE,
];

/** Every rule of AArch64, by name. */
export const model: ReferenceModel = {
  arch: 'aarch64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
