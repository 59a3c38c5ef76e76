// Generated from relocator-dsl/arch/ppc64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit PowerPC, big-endian as plain functions of their letters. */
import { given, notMultiple, outOfRange, unchecked, word16, word32, word64 } from './common.ts';
import type { ReferenceField, ReferenceModel, ReferenceRule } from './types.ts';

/** `value` as an unsigned word of 64 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

/** `value` as a signed word of 64 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

// Fields: X[high:low] are bits of X; all other bits of the container are kept.

/** X[25:2] at bit 2. */
const insn32_25_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffffcn) | (((value >> 2n) & 0xffffffn) << 2n),
  extract: (container) => ((container >> 2n) & 0xffffffn) << 2n,
};

/** X[15:0] at bit 0. */
const insn16_15_0: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => BigInt.asUintN(16, value),
  extract: (container) => container,
};

/** X[31:16] at bit 0. */
const insn16_31_16: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => (value >> 16n) & 0xffffn,
  extract: (container) => (container & 0xffffn) << 16n,
};

/** X[31:16] at bit 0 (rounded). */
const insn16_31_16_rounded: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => ((value + 0x8000n) >> 16n) & 0xffffn,
  extract: (container) => (container & 0xffffn) << 16n,
};

/** X[15:2] at bit 2. */
const insn32_15_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffcn) | (((value >> 2n) & 0x3fffn) << 2n),
  extract: (container) => ((container >> 2n) & 0x3fffn) << 2n,
};

/** X[47:32] at bit 0. */
const insn16_47_32: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => (value >> 32n) & 0xffffn,
  extract: (container) => (container & 0xffffn) << 32n,
};

/** X[63:48] at bit 0. */
const insn16_63_48: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => (value >> 48n) & 0xffffn,
  extract: (container) => (container & 0xffffn) << 48n,
};

/** X[15:2] at bit 2. */
const insn16_15_2: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffcn) | (((value >> 2n) & 0x3fffn) << 2n),
  extract: (container) => ((container >> 2n) & 0x3fffn) << 2n,
};

/** X[15:4] at bit 4. */
const insn16_15_4: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfff0n) | (((value >> 4n) & 0xfffn) << 4n),
  extract: (container) => ((container >> 4n) & 0xfffn) << 4n,
};

/** X[33:16] at bit 32, X[15:0] at bit 0. */
const pair_33_0: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3ffff0000ffffn) | (((value >> 16n) & 0x3ffffn) << 32n) | (value & 0xffffn),
  extract: (container) => (((container >> 32n) & 0x3ffffn) << 16n) | (container & 0xffffn),
};

/** X[63:50] at bit 32, X[49:34] at bit 0; 0 at bits 49 to 46. */
const pair_63_34: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3ffff0000ffffn) | (((value >> 50n) & 0x3fffn) << 32n) | ((value >> 34n) & 0xffffn),
  extract: (container) => (((container >> 32n) & 0x3fffn) << 50n) | ((container & 0xffffn) << 34n),
};

/** X[49:34] at bit 0. */
const insn16_49_34: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => (value >> 34n) & 0xffffn,
  extract: (container) => (container & 0xffffn) << 34n,
};

/** X[63:50] at bit 0; 0 at bits 15 to 14. */
const insn16_63_50: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => (value >> 50n) & 0x3fffn,
  extract: (container) => (container & 0x3fffn) << 50n,
};

/** X[27:16] at bit 32, X[15:0] at bit 0. */
const pair_27_0: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xfff0000ffffn) | (((value >> 16n) & 0xfffn) << 32n) | (value & 0xffffn),
  extract: (container) => (((container >> 32n) & 0xfffn) << 16n) | (container & 0xffffn),
};

/** X[21:17] at bit 16, X[31:22] at bit 6, X[16] at bit 0. */
const insn32_31_16: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x1fffc1n) |
    (((value >> 17n) & 0x1fn) << 16n) |
    (((value >> 22n) & 0x3ffn) << 6n) |
    ((value >> 16n) & 0x1n),
  extract: (container) =>
    (((container >> 16n) & 0x1fn) << 17n) |
    (((container >> 6n) & 0x3ffn) << 22n) |
    ((container & 0x1n) << 16n),
};

// Checks of X, before anything is cut off.

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
  return undefined;
}

/** -2^25 <= X < 2^25 and X is a multiple of 4. */
function signed26_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000000n || X >= 0x2000000n) return outOfRange(X, '-2^25 <= X < 2^25');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^15 <= X < 2^16. */
function either16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x10000n) return outOfRange(X, '-2^15 <= X < 2^16');
  return undefined;
}

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** -2^31 - 2^15 <= X < 2^31 - 2^15. */
function signed32_rounded16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80008000n || X >= 0x7fff8000n) return outOfRange(X, '-2^31 - 2^15 <= X < 2^31 - 2^15');
  return undefined;
}

/** -2^15 <= X < 2^15 and X is a multiple of 4. */
function signed16_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^15 <= X < 2^15 and X is a multiple of 16. */
function signed16_multipleOf16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  if (X % 16n !== 0n) return notMultiple(X, 16);
  return undefined;
}

/** X is a multiple of 4. */
function multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** X is a multiple of 16. */
function multipleOf16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 16n !== 0n) return notMultiple(X, 16);
  return undefined;
}

/** -2^33 <= X < 2^33. */
function signed34(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x200000000n || X >= 0x200000000n) return outOfRange(X, '-2^33 <= X < 2^33');
  return undefined;
}

/** -2^27 <= X < 2^27. */
function signed28(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000000n || X >= 0x8000000n) return outOfRange(X, '-2^27 <= X < 2^27');
  return undefined;
}

// Rules.

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR32: ReferenceRule = {
  name: 'R_PPC64_ADDR32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR24: ReferenceRule = {
  name: 'R_PPC64_ADDR24',
  type: 2,
  ...insn32_25_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed26_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16: ReferenceRule = {
  name: 'R_PPC64_ADDR16',
  type: 3,
  ...insn16_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_LO: ReferenceRule = {
  name: 'R_PPC64_ADDR16_LO',
  type: 4,
  ...insn16_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HI: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HI',
  type: 5,
  ...insn16_31_16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HA',
  type: 6,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed32_rounded16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR14: ReferenceRule = {
  name: 'R_PPC64_ADDR14',
  type: 7,
  ...insn32_15_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL24: ReferenceRule = {
  name: 'R_PPC64_REL24',
  type: 10,
  ...insn32_25_2,
  value(letters) {
    const { S, A, E, P } = given(letters, 'S + A + E - P', 'S', 'A', 'E', 'P');
    return word(S + A + E - P);
  },
  check: signed26_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL14: ReferenceRule = {
  name: 'R_PPC64_REL14',
  type: 11,
  ...insn32_15_2,
  value(letters) {
    const { S, A, E, P } = given(letters, 'S + A + E - P', 'S', 'A', 'E', 'P');
    return word(S + A + E - P);
  },
  check: signed16_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT16: ReferenceRule = {
  name: 'R_PPC64_GOT16',
  type: 14,
  ...insn16_15_0,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: signed16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT16_LO: ReferenceRule = {
  name: 'R_PPC64_GOT16_LO',
  type: 15,
  ...insn16_15_0,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT16_HI: ReferenceRule = {
  name: 'R_PPC64_GOT16_HI',
  type: 16,
  ...insn16_31_16,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT16_HA: ReferenceRule = {
  name: 'R_PPC64_GOT16_HA',
  type: 17,
  ...insn16_31_16_rounded,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: signed32_rounded16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GLOB_DAT: ReferenceRule = {
  name: 'R_PPC64_GLOB_DAT',
  type: 20,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_JMP_SLOT: ReferenceRule = {
  name: 'R_PPC64_JMP_SLOT',
  type: 21,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_RELATIVE: ReferenceRule = {
  name: 'R_PPC64_RELATIVE',
  type: 22,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_UADDR32: ReferenceRule = {
  name: 'R_PPC64_UADDR32',
  type: 24,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_UADDR16: ReferenceRule = {
  name: 'R_PPC64_UADDR16',
  type: 25,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL32: ReferenceRule = {
  name: 'R_PPC64_REL32',
  type: 26,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PLT16_LO: ReferenceRule = {
  name: 'R_PPC64_PLT16_LO',
  type: 29,
  ...insn16_15_0,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PLT16_HI: ReferenceRule = {
  name: 'R_PPC64_PLT16_HI',
  type: 30,
  ...insn16_31_16,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PLT16_HA: ReferenceRule = {
  name: 'R_PPC64_PLT16_HA',
  type: 31,
  ...insn16_31_16_rounded,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: signed32_rounded16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR64: ReferenceRule = {
  name: 'R_PPC64_ADDR64',
  type: 38,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HIGHER: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHER',
  type: 39,
  ...insn16_47_32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HIGHERA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHERA',
  type: 40,
  ...insn16_47_32,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 32768', 'S', 'A');
    return word(S + A + 32768n);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HIGHEST: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHEST',
  type: 41,
  ...insn16_63_48,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HIGHESTA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHESTA',
  type: 42,
  ...insn16_63_48,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 32768', 'S', 'A');
    return word(S + A + 32768n);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_UADDR64: ReferenceRule = {
  name: 'R_PPC64_UADDR64',
  type: 43,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL64: ReferenceRule = {
  name: 'R_PPC64_REL64',
  type: 44,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16: ReferenceRule = {
  name: 'R_PPC64_TOC16',
  type: 47,
  ...insn16_15_0,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: signed16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_LO: ReferenceRule = {
  name: 'R_PPC64_TOC16_LO',
  type: 48,
  ...insn16_15_0,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_HI: ReferenceRule = {
  name: 'R_PPC64_TOC16_HI',
  type: 49,
  ...insn16_31_16,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_HA: ReferenceRule = {
  name: 'R_PPC64_TOC16_HA',
  type: 50,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: signed32_rounded16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC: ReferenceRule = {
  name: 'R_PPC64_TOC',
  type: 51,
  ...word64,
  value(letters) {
    const { TOC, A } = given(letters, 'TOC + A', 'TOC', 'A');
    return word(TOC + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_DS: ReferenceRule = {
  name: 'R_PPC64_ADDR16_DS',
  type: 56,
  ...insn16_15_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_DQ: ReferenceRule = {
  name: 'R_PPC64_ADDR16_DQ',
  type: 56,
  ...insn16_15_4,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16_multipleOf16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_ADDR16_LO_DS',
  type: 57,
  ...insn16_15_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_LO_DQ: ReferenceRule = {
  name: 'R_PPC64_ADDR16_LO_DQ',
  type: 57,
  ...insn16_15_4,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: multipleOf16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT16_DS: ReferenceRule = {
  name: 'R_PPC64_GOT16_DS',
  type: 58,
  ...insn16_15_2,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: signed16_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_GOT16_LO_DS',
  type: 59,
  ...insn16_15_2,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PLT16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_PLT16_LO_DS',
  type: 60,
  ...insn16_15_2,
  value(letters) {
    const { G, GOT, TOC } = given(letters, 'G + GOT - TOC', 'G', 'GOT', 'TOC');
    return word(G + GOT - TOC);
  },
  check: multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_DS: ReferenceRule = {
  name: 'R_PPC64_TOC16_DS',
  type: 63,
  ...insn16_15_2,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: signed16_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_DQ: ReferenceRule = {
  name: 'R_PPC64_TOC16_DQ',
  type: 63,
  ...insn16_15_4,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: signed16_multipleOf16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_LO_DS: ReferenceRule = {
  name: 'R_PPC64_TOC16_LO_DS',
  type: 64,
  ...insn16_15_2,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_TOC16_LO_DQ: ReferenceRule = {
  name: 'R_PPC64_TOC16_LO_DQ',
  type: 64,
  ...insn16_15_4,
  value(letters) {
    const { S, A, TOC } = given(letters, 'S + A - TOC', 'S', 'A', 'TOC');
    return word(S + A - TOC);
  },
  check: multipleOf16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HIGH: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGH',
  type: 110,
  ...insn16_31_16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR16_HIGHA: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHA',
  type: 111,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL24_NOTOC: ReferenceRule = {
  name: 'R_PPC64_REL24_NOTOC',
  type: 116,
  ...insn32_25_2,
  value(letters) {
    const { S, A, E, P } = given(letters, 'S + A + E - P', 'S', 'A', 'E', 'P');
    return word(S + A + E - P);
  },
  check: signed26_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_ADDR64_LOCAL: ReferenceRule = {
  name: 'R_PPC64_ADDR64_LOCAL',
  type: 117,
  ...word64,
  value(letters) {
    const { S, A, E } = given(letters, 'S + A + E', 'S', 'A', 'E');
    return word(S + A + E);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL24_P9NOTOC: ReferenceRule = {
  name: 'R_PPC64_REL24_P9NOTOC',
  type: 124,
  ...insn32_25_2,
  value(letters) {
    const { S, A, E, P } = given(letters, 'S + A + E - P', 'S', 'A', 'E', 'P');
    return word(S + A + E - P);
  },
  check: signed26_multipleOf4,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_D34: ReferenceRule = {
  name: 'R_PPC64_D34',
  type: 128,
  ...pair_33_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed34,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_D34_LO: ReferenceRule = {
  name: 'R_PPC64_D34_LO',
  type: 129,
  ...pair_33_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_D34_HI30: ReferenceRule = {
  name: 'R_PPC64_D34_HI30',
  type: 130,
  ...pair_63_34,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_D34_HA30: ReferenceRule = {
  name: 'R_PPC64_D34_HA30',
  type: 131,
  ...pair_63_34,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 8589934592', 'S', 'A');
    return word(S + A + 8589934592n);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PCREL34: ReferenceRule = {
  name: 'R_PPC64_PCREL34',
  type: 132,
  ...pair_33_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed34,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_GOT_PCREL34: ReferenceRule = {
  name: 'R_PPC64_GOT_PCREL34',
  type: 133,
  ...pair_33_0,
  value(letters) {
    const { G, GOT, P } = given(letters, 'G + GOT - P', 'G', 'GOT', 'P');
    return word(G + GOT - P);
  },
  check: signed34,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PLT_PCREL34: ReferenceRule = {
  name: 'R_PPC64_PLT_PCREL34',
  type: 134,
  ...pair_33_0,
  value(letters) {
    const { G, GOT, P } = given(letters, 'G + GOT - P', 'G', 'GOT', 'P');
    return word(G + GOT - P);
  },
  check: signed34,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_PLT_PCREL34_NOTOC: ReferenceRule = {
  name: 'R_PPC64_PLT_PCREL34_NOTOC',
  type: 135,
  ...pair_33_0,
  value(letters) {
    const { G, GOT, P } = given(letters, 'G + GOT - P', 'G', 'GOT', 'P');
    return word(G + GOT - P);
  },
  check: signed34,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_ADDR16_HIGHER34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHER34',
  type: 136,
  ...insn16_49_34,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_ADDR16_HIGHERA34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHERA34',
  type: 137,
  ...insn16_49_34,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 8589934592', 'S', 'A');
    return word(S + A + 8589934592n);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_ADDR16_HIGHEST34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHEST34',
  type: 138,
  ...insn16_63_50,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_ADDR16_HIGHESTA34: ReferenceRule = {
  name: 'R_PPC64_ADDR16_HIGHESTA34',
  type: 139,
  ...insn16_63_50,
  value(letters) {
    const { S, A } = given(letters, 'S + A + 8589934592', 'S', 'A');
    return word(S + A + 8589934592n);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHER34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHER34',
  type: 140,
  ...insn16_49_34,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHERA34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHERA34',
  type: 141,
  ...insn16_49_34,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P + 8589934592', 'S', 'A', 'P');
    return word(S + A - P + 8589934592n);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHEST34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHEST34',
  type: 142,
  ...insn16_63_50,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHESTA34: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHESTA34',
  type: 143,
  ...insn16_63_50,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P + 8589934592', 'S', 'A', 'P');
    return word(S + A - P + 8589934592n);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_D28: ReferenceRule = {
  name: 'R_PPC64_D28',
  type: 144,
  ...pair_27_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed28,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_PCREL28: ReferenceRule = {
  name: 'R_PPC64_PCREL28',
  type: 145,
  ...pair_27_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed28,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGH: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGH',
  type: 240,
  ...insn16_31_16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHA: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHA',
  type: 241,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHER: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHER',
  type: 242,
  ...insn16_47_32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHERA: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHERA',
  type: 243,
  ...insn16_47_32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P + 32768', 'S', 'A', 'P');
    return word(S + A - P + 32768n);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHEST: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHEST',
  type: 244,
  ...insn16_63_48,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators */
export const R_PPC64_REL16_HIGHESTA: ReferenceRule = {
  name: 'R_PPC64_REL16_HIGHESTA',
  type: 245,
  ...insn16_63_48,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P + 32768', 'S', 'A', 'P');
    return word(S + A - P + 32768n);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL16DX_HA: ReferenceRule = {
  name: 'R_PPC64_REL16DX_HA',
  type: 246,
  ...insn32_31_16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P + 32768', 'S', 'A', 'P');
    return word(S + A - P + 32768n);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL16: ReferenceRule = {
  name: 'R_PPC64_REL16',
  type: 249,
  ...insn16_15_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL16_LO: ReferenceRule = {
  name: 'R_PPC64_REL16_LO',
  type: 250,
  ...insn16_15_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL16_HI: ReferenceRule = {
  name: 'R_PPC64_REL16_HI',
  type: 251,
  ...insn16_31_16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: 64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3 */
export const R_PPC64_REL16_HA: ReferenceRule = {
  name: 'R_PPC64_REL16_HA',
  type: 252,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32_rounded16,
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
  R_PPC64_GLOB_DAT,
  R_PPC64_JMP_SLOT,
  R_PPC64_RELATIVE,
  R_PPC64_UADDR32,
  R_PPC64_UADDR16,
  R_PPC64_REL32,
  R_PPC64_PLT16_LO,
  R_PPC64_PLT16_HI,
  R_PPC64_PLT16_HA,
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
  R_PPC64_ADDR16_DQ,
  R_PPC64_ADDR16_LO_DS,
  R_PPC64_ADDR16_LO_DQ,
  R_PPC64_GOT16_DS,
  R_PPC64_GOT16_LO_DS,
  R_PPC64_PLT16_LO_DS,
  R_PPC64_TOC16_DS,
  R_PPC64_TOC16_DQ,
  R_PPC64_TOC16_LO_DS,
  R_PPC64_TOC16_LO_DQ,
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
  R_PPC64_PLT_PCREL34,
  R_PPC64_PLT_PCREL34_NOTOC,
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
