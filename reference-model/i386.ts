// Generated from relocator-dsl/arch/i386.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Intel 386 as plain functions of their letters. */
import { given, outOfRange, unchecked, word8, word16, word32 } from './common.ts';
import type { ReferenceModel, ReferenceRule } from './types.ts';

/** `value` as an unsigned word of 32 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(32, value);
}

/** `value` as a signed word of 32 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(32, value);
}

// Checks of X, before anything is cut off.

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

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_32: ReferenceRule = {
  name: 'R_386_32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_PC32: ReferenceRule = {
  name: 'R_386_PC32',
  type: 2,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_GOT32: ReferenceRule = {
  name: 'R_386_GOT32',
  type: 3,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_GOT32_NO_BASE: ReferenceRule = {
  name: 'R_386_GOT32_NO_BASE',
  type: 3,
  ...word32,
  value(letters) {
    const { G, GOT, A } = given(letters, 'G + GOT + A', 'G', 'GOT', 'A');
    return word(G + GOT + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_PLT32: ReferenceRule = {
  name: 'R_386_PLT32',
  type: 4,
  ...word32,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_GLOB_DAT: ReferenceRule = {
  name: 'R_386_GLOB_DAT',
  type: 6,
  ...word32,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_JUMP_SLOT: ReferenceRule = {
  name: 'R_386_JUMP_SLOT',
  type: 7,
  ...word32,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_RELATIVE: ReferenceRule = {
  name: 'R_386_RELATIVE',
  type: 8,
  ...word32,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_GOTOFF: ReferenceRule = {
  name: 'R_386_GOTOFF',
  type: 9,
  ...word32,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement, section Relocation Types */
export const R_386_GOTPC: ReferenceRule = {
  name: 'R_386_GOTPC',
  type: 10,
  ...word32,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: unchecked,
};

/** Source: Oracle Solaris 11.2 Linkers and Libraries Guide, 32-bit x86: Relocation Types, table 12-18 */
export const R_386_32PLT: ReferenceRule = {
  name: 'R_386_32PLT',
  type: 11,
  ...word32,
  value(letters) {
    const { L, A } = given(letters, 'L + A', 'L', 'A');
    return word(L + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_16: ReferenceRule = {
  name: 'R_386_16',
  type: 20,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_PC16: ReferenceRule = {
  name: 'R_386_PC16',
  type: 21,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_8: ReferenceRule = {
  name: 'R_386_8',
  type: 22,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_PC8: ReferenceRule = {
  name: 'R_386_PC8',
  type: 23,
  ...word8,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed8,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_SIZE32: ReferenceRule = {
  name: 'R_386_SIZE32',
  type: 38,
  ...word32,
  value(letters) {
    const { Z, A } = given(letters, 'Z + A', 'Z', 'A');
    return word(Z + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_GOT32X: ReferenceRule = {
  name: 'R_386_GOT32X',
  type: 43,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Intel386 Architecture Processor Supplement 1.0, section Relocation Types */
export const R_386_GOT32X_NO_BASE: ReferenceRule = {
  name: 'R_386_GOT32X_NO_BASE',
  type: 43,
  ...word32,
  value(letters) {
    const { G, GOT, A } = given(letters, 'G + GOT + A', 'G', 'GOT', 'A');
    return word(G + GOT + A);
  },
  check: unchecked,
};

const rules: readonly ReferenceRule[] = [
  R_386_32,
  R_386_PC32,
  R_386_GOT32,
  R_386_GOT32_NO_BASE,
  R_386_PLT32,
  R_386_GLOB_DAT,
  R_386_JUMP_SLOT,
  R_386_RELATIVE,
  R_386_GOTOFF,
  R_386_GOTPC,
  R_386_32PLT,
  R_386_16,
  R_386_PC16,
  R_386_8,
  R_386_PC8,
  R_386_SIZE32,
  R_386_GOT32X,
  R_386_GOT32X_NO_BASE,
];

/** Every rule of Intel 386, by name. */
export const model: ReferenceModel = {
  arch: 'i386',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
