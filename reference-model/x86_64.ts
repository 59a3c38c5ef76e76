// Generated from relocator-dsl/arch/x86_64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of x86-64 as plain functions of their letters. */
import { given, outOfRange, unchecked, word8, word16, word32, word64 } from './common.ts';
import type { ReferenceModel, ReferenceRule } from './types.ts';

/** `value` as an unsigned word of 64 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

/** `value` as a signed word of 64 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

// Checks of X, before anything is cut off.

/** -2^31 <= X < 2^31. */
function signed32(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80000000n || X >= 0x80000000n) return outOfRange(X, '-2^31 <= X < 2^31');
  return undefined;
}

/** 0 <= X < 2^32. */
function unsigned32(value: bigint): string | undefined {
  if (value >= 0x100000000n) return outOfRange(value, '0 <= X < 2^32');
  return undefined;
}

/** -2^15 <= X < 2^16. */
function either16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x10000n) return outOfRange(X, '-2^15 <= X < 2^16');
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^7 <= X < 2^8. */
function either8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x100n) return outOfRange(X, '-2^7 <= X < 2^8');
  return undefined;
}

/** -2^7 <= X < 2^7. */
function signed8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x80n) return outOfRange(X, '-2^7 <= X < 2^7');
  return undefined;
}

// Rules.

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_64: ReferenceRule = {
  name: 'R_X86_64_64',
  type: 1,
  ...word64,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_PC32: ReferenceRule = {
  name: 'R_X86_64_PC32',
  type: 2,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_GOT32: ReferenceRule = {
  name: 'R_X86_64_GOT32',
  type: 3,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: signed32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_PLT32: ReferenceRule = {
  name: 'R_X86_64_PLT32',
  type: 4,
  ...word32,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_GLOB_DAT: ReferenceRule = {
  name: 'R_X86_64_GLOB_DAT',
  type: 6,
  ...word64,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_JUMP_SLOT: ReferenceRule = {
  name: 'R_X86_64_JUMP_SLOT',
  type: 7,
  ...word64,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_RELATIVE: ReferenceRule = {
  name: 'R_X86_64_RELATIVE',
  type: 8,
  ...word64,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_GOTPCREL: ReferenceRule = {
  name: 'R_X86_64_GOTPCREL',
  type: 9,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_32: ReferenceRule = {
  name: 'R_X86_64_32',
  type: 10,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unsigned32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_32S: ReferenceRule = {
  name: 'R_X86_64_32S',
  type: 11,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_16: ReferenceRule = {
  name: 'R_X86_64_16',
  type: 12,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_PC16: ReferenceRule = {
  name: 'R_X86_64_PC16',
  type: 13,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_8: ReferenceRule = {
  name: 'R_X86_64_8',
  type: 14,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_PC8: ReferenceRule = {
  name: 'R_X86_64_PC8',
  type: 15,
  ...word8,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed8,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_PC64: ReferenceRule = {
  name: 'R_X86_64_PC64',
  type: 24,
  ...word64,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_GOTOFF64: ReferenceRule = {
  name: 'R_X86_64_GOTOFF64',
  type: 25,
  ...word64,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_GOTPC32: ReferenceRule = {
  name: 'R_X86_64_GOTPC32',
  type: 26,
  ...word32,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: signed32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10 */
export const R_X86_64_GOT64: ReferenceRule = {
  name: 'R_X86_64_GOT64',
  type: 27,
  ...word64,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10 */
export const R_X86_64_GOTPCREL64: ReferenceRule = {
  name: 'R_X86_64_GOTPCREL64',
  type: 28,
  ...word64,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10 */
export const R_X86_64_GOTPC64: ReferenceRule = {
  name: 'R_X86_64_GOTPC64',
  type: 29,
  ...word64,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: unchecked,
};

/**
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10, where
 * version 1.0 calls the number deprecated
 */
export const R_X86_64_GOTPLT64: ReferenceRule = {
  name: 'R_X86_64_GOTPLT64',
  type: 30,
  ...word64,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.2 Large Models, table 4.10 */
export const R_X86_64_PLTOFF64: ReferenceRule = {
  name: 'R_X86_64_PLTOFF64',
  type: 31,
  ...word64,
  value(letters) {
    const { L, A, GOT } = given(letters, 'L + A - GOT', 'L', 'A', 'GOT');
    return word(L + A - GOT);
  },
  check: unchecked,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_SIZE32: ReferenceRule = {
  name: 'R_X86_64_SIZE32',
  type: 32,
  ...word32,
  value(letters) {
    const { Z, A } = given(letters, 'Z + A', 'Z', 'A');
    return word(Z + A);
  },
  check: unsigned32,
};

/** Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9 */
export const R_X86_64_SIZE64: ReferenceRule = {
  name: 'R_X86_64_SIZE64',
  type: 33,
  ...word64,
  value(letters) {
    const { Z, A } = given(letters, 'Z + A', 'Z', 'A');
    return word(Z + A);
  },
  check: unchecked,
};

/**
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_GOTPCRELX',
  type: 41,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/**
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_REX_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_REX_GOTPCRELX',
  type: 42,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/**
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_CODE_4_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_CODE_4_GOTPCRELX',
  type: 43,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/**
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_CODE_5_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_CODE_5_GOTPCRELX',
  type: 46,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

/**
 * Source: System V ABI, AMD64 Architecture Processor Supplement, 4.4.1 Relocation Types, table 4.9; appendix
 * Linker Optimization
 */
export const R_X86_64_CODE_6_GOTPCRELX: ReferenceRule = {
  name: 'R_X86_64_CODE_6_GOTPCRELX',
  type: 49,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed32,
};

const rules: readonly ReferenceRule[] = [
  R_X86_64_64,
  R_X86_64_PC32,
  R_X86_64_GOT32,
  R_X86_64_PLT32,
  R_X86_64_GLOB_DAT,
  R_X86_64_JUMP_SLOT,
  R_X86_64_RELATIVE,
  R_X86_64_GOTPCREL,
  R_X86_64_32,
  R_X86_64_32S,
  R_X86_64_16,
  R_X86_64_PC16,
  R_X86_64_8,
  R_X86_64_PC8,
  R_X86_64_PC64,
  R_X86_64_GOTOFF64,
  R_X86_64_GOTPC32,
  R_X86_64_GOT64,
  R_X86_64_GOTPCREL64,
  R_X86_64_GOTPC64,
  R_X86_64_GOTPLT64,
  R_X86_64_PLTOFF64,
  R_X86_64_SIZE32,
  R_X86_64_SIZE64,
  R_X86_64_GOTPCRELX,
  R_X86_64_REX_GOTPCRELX,
  R_X86_64_CODE_4_GOTPCRELX,
  R_X86_64_CODE_5_GOTPCRELX,
  R_X86_64_CODE_6_GOTPCRELX,
];

/** Every rule of x86-64, by name. */
export const model: ReferenceModel = {
  arch: 'x86_64',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
