// Generated from relocator-dsl/arch/s390x.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of s390x as plain functions of their letters. */
import { given, notMultiple, outOfRange, unchecked, word8, word16, word32, word64 } from './common.ts';
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

/** X[11:0] at bit 0. */
const insn16_11_0: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffn) | (value & 0xfffn),
  extract: (container) => container & 0xfffn,
};

/** X[16:1] at bit 0. */
const insn16_16_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (_container, value) => (value >> 1n) & 0xffffn,
  extract: (container) => (container & 0xffffn) << 1n,
};

/** X[32:1] at bit 0. */
const insn32_32_1: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (_container, value) => (value >> 1n) & 0xffffffffn,
  extract: (container) => (container & 0xffffffffn) << 1n,
};

/** X[11:0] at bit 16, X[19:12] at bit 8. */
const insn32_19_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xfffff00n) | ((value & 0xfffn) << 16n) | (((value >> 12n) & 0xffn) << 8n),
  extract: (container) => ((container >> 16n) & 0xfffn) | (((container >> 8n) & 0xffn) << 12n),
};

/** X[12:1] at bit 0. */
const insn16_12_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffn) | ((value >> 1n) & 0xfffn),
  extract: (container) => (container & 0xfffn) << 1n,
};

/** X[24:1] at bit 0. */
const insn24_24_1: ReferenceField = {
  bytes: 3,
  kind: 'instruction',
  insert: (_container, value) => (value >> 1n) & 0xffffffn,
  extract: (container) => (container & 0xffffffn) << 1n,
};

// Checks of X, before anything is cut off.

/** -2^7 <= X < 2^8. */
function either8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x100n) return outOfRange(X, '-2^7 <= X < 2^8');
  return undefined;
}

/** 0 <= X < 2^12. */
function unsigned12(value: bigint): string | undefined {
  if (value >= 0x1000n) return outOfRange(value, '0 <= X < 2^12');
  return undefined;
}

/** -2^15 <= X < 2^16. */
function either16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x10000n) return outOfRange(X, '-2^15 <= X < 2^16');
  return undefined;
}

/** -2^31 <= X < 2^32. */
function either32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x100000000n) return outOfRange(X, '-2^31 <= X < 2^32');
  return undefined;
}

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^16 <= X < 2^16 and X is a multiple of 2. */
function signed17_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x10000n || X >= 0x10000n) return outOfRange(X, '-2^16 <= X < 2^16');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^32 <= X < 2^32 and X is a multiple of 2. */
function signed33_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x100000000n || X >= 0x100000000n) return outOfRange(X, '-2^32 <= X < 2^32');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^19 <= X < 2^19. */
function signed20(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000n || X >= 0x80000n) return outOfRange(X, '-2^19 <= X < 2^19');
  return undefined;
}

/** -2^12 <= X < 2^12 and X is a multiple of 2. */
function signed13_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000n || X >= 0x1000n) return outOfRange(X, '-2^12 <= X < 2^12');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

/** -2^24 <= X < 2^24 and X is a multiple of 2. */
function signed25_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000000n || X >= 0x1000000n) return outOfRange(X, '-2^24 <= X < 2^24');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

// Rules.

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_8: ReferenceRule = {
  name: 'R_390_8',
  type: 1,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_12: ReferenceRule = {
  name: 'R_390_12',
  type: 2,
  ...insn16_11_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned12,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_16: ReferenceRule = {
  name: 'R_390_16',
  type: 3,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_32: ReferenceRule = {
  name: 'R_390_32',
  type: 4,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC32: ReferenceRule = {
  name: 'R_390_PC32',
  type: 5,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOT12: ReferenceRule = {
  name: 'R_390_GOT12',
  type: 6,
  ...insn16_11_0,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unsigned12,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOT32: ReferenceRule = {
  name: 'R_390_GOT32',
  type: 7,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: either32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLT32: ReferenceRule = {
  name: 'R_390_PLT32',
  type: 8,
  ...word32,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GLOB_DAT: ReferenceRule = {
  name: 'R_390_GLOB_DAT',
  type: 10,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_JMP_SLOT: ReferenceRule = {
  name: 'R_390_JMP_SLOT',
  type: 11,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_RELATIVE: ReferenceRule = {
  name: 'R_390_RELATIVE',
  type: 12,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTOFF32: ReferenceRule = {
  name: 'R_390_GOTOFF32',
  type: 13,
  ...word32,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: either32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPC: ReferenceRule = {
  name: 'R_390_GOTPC',
  type: 14,
  ...word64,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOT16: ReferenceRule = {
  name: 'R_390_GOT16',
  type: 15,
  ...word16,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: either16,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC16: ReferenceRule = {
  name: 'R_390_PC16',
  type: 16,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC16DBL: ReferenceRule = {
  name: 'R_390_PC16DBL',
  type: 17,
  ...insn16_16_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed17_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLT16DBL: ReferenceRule = {
  name: 'R_390_PLT16DBL',
  type: 18,
  ...insn16_16_1,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed17_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC32DBL: ReferenceRule = {
  name: 'R_390_PC32DBL',
  type: 19,
  ...insn32_32_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed33_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLT32DBL: ReferenceRule = {
  name: 'R_390_PLT32DBL',
  type: 20,
  ...insn32_32_1,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed33_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPCDBL: ReferenceRule = {
  name: 'R_390_GOTPCDBL',
  type: 21,
  ...insn32_32_1,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: signed33_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_64: ReferenceRule = {
  name: 'R_390_64',
  type: 22,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC64: ReferenceRule = {
  name: 'R_390_PC64',
  type: 23,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOT64: ReferenceRule = {
  name: 'R_390_GOT64',
  type: 24,
  ...word64,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLT64: ReferenceRule = {
  name: 'R_390_PLT64',
  type: 25,
  ...word64,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTENT: ReferenceRule = {
  name: 'R_390_GOTENT',
  type: 26,
  ...insn32_32_1,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed33_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTOFF16: ReferenceRule = {
  name: 'R_390_GOTOFF16',
  type: 27,
  ...word16,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: either16,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTOFF64: ReferenceRule = {
  name: 'R_390_GOTOFF64',
  type: 28,
  ...word64,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPLT12: ReferenceRule = {
  name: 'R_390_GOTPLT12',
  type: 29,
  ...insn16_11_0,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unsigned12,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPLT16: ReferenceRule = {
  name: 'R_390_GOTPLT16',
  type: 30,
  ...word16,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: either16,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPLT32: ReferenceRule = {
  name: 'R_390_GOTPLT32',
  type: 31,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: either32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPLT64: ReferenceRule = {
  name: 'R_390_GOTPLT64',
  type: 32,
  ...word64,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPLTENT: ReferenceRule = {
  name: 'R_390_GOTPLTENT',
  type: 33,
  ...insn32_32_1,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed33_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLTOFF16: ReferenceRule = {
  name: 'R_390_PLTOFF16',
  type: 34,
  ...word16,
  value(letters) {
    const { L, A, GOT } = given(letters, 'L + A - GOT', 'L', 'A', 'GOT');
    return word(L + A - GOT);
  },
  check: either16,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLTOFF32: ReferenceRule = {
  name: 'R_390_PLTOFF32',
  type: 35,
  ...word32,
  value(letters) {
    const { L, A, GOT } = given(letters, 'L + A - GOT', 'L', 'A', 'GOT');
    return word(L + A - GOT);
  },
  check: either32,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLTOFF64: ReferenceRule = {
  name: 'R_390_PLTOFF64',
  type: 36,
  ...word64,
  value(letters) {
    const { L, A, GOT } = given(letters, 'L + A - GOT', 'L', 'A', 'GOT');
    return word(L + A - GOT);
  },
  check: unchecked,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_20: ReferenceRule = {
  name: 'R_390_20',
  type: 57,
  ...insn32_19_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed20,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOT20: ReferenceRule = {
  name: 'R_390_GOT20',
  type: 58,
  ...insn32_19_0,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: signed20,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_GOTPLT20: ReferenceRule = {
  name: 'R_390_GOTPLT20',
  type: 59,
  ...insn32_19_0,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: signed20,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC12DBL: ReferenceRule = {
  name: 'R_390_PC12DBL',
  type: 62,
  ...insn16_12_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed13_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLT12DBL: ReferenceRule = {
  name: 'R_390_PLT12DBL',
  type: 63,
  ...insn16_12_1,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed13_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PC24DBL: ReferenceRule = {
  name: 'R_390_PC24DBL',
  type: 64,
  ...insn24_24_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed25_multipleOf2,
};

/** Source: ELF Application Binary Interface s390x Supplement, Relocation Types */
export const R_390_PLT24DBL: ReferenceRule = {
  name: 'R_390_PLT24DBL',
  type: 65,
  ...insn24_24_1,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed25_multipleOf2,
};

const rules: readonly ReferenceRule[] = [
  R_390_8,
  R_390_12,
  R_390_16,
  R_390_32,
  R_390_PC32,
  R_390_GOT12,
  R_390_GOT32,
  R_390_PLT32,
  R_390_GLOB_DAT,
  R_390_JMP_SLOT,
  R_390_RELATIVE,
  R_390_GOTOFF32,
  R_390_GOTPC,
  R_390_GOT16,
  R_390_PC16,
  R_390_PC16DBL,
  R_390_PLT16DBL,
  R_390_PC32DBL,
  R_390_PLT32DBL,
  R_390_GOTPCDBL,
  R_390_64,
  R_390_PC64,
  R_390_GOT64,
  R_390_PLT64,
  R_390_GOTENT,
  R_390_GOTOFF16,
  R_390_GOTOFF64,
  R_390_GOTPLT12,
  R_390_GOTPLT16,
  R_390_GOTPLT32,
  R_390_GOTPLT64,
  R_390_GOTPLTENT,
  R_390_PLTOFF16,
  R_390_PLTOFF32,
  R_390_PLTOFF64,
  R_390_20,
  R_390_GOT20,
  R_390_GOTPLT20,
  R_390_PC12DBL,
  R_390_PLT12DBL,
  R_390_PC24DBL,
  R_390_PLT24DBL,
];

/** Every rule of s390x, by name. */
export const model: ReferenceModel = {
  arch: 's390x',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
