// Generated from relocator-dsl/arch/m68k.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of Motorola 68000 family as plain functions of their letters. */
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

/** -2^7 <= X < 2^8. */
function either8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x100n) return outOfRange(X, '-2^7 <= X < 2^8');
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^7 <= X < 2^7. */
function signed8(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x80n || X >= 0x80n) return outOfRange(X, '-2^7 <= X < 2^7');
  return undefined;
}

// Rules.

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_32: ReferenceRule = {
  name: 'R_68K_32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_16: ReferenceRule = {
  name: 'R_68K_16',
  type: 2,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_8: ReferenceRule = {
  name: 'R_68K_8',
  type: 3,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_PC32: ReferenceRule = {
  name: 'R_68K_PC32',
  type: 4,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_PC16: ReferenceRule = {
  name: 'R_68K_PC16',
  type: 5,
  ...word16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_PC8: ReferenceRule = {
  name: 'R_68K_PC8',
  type: 6,
  ...word8,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed8,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GOT32: ReferenceRule = {
  name: 'R_68K_GOT32',
  type: 7,
  ...word32,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GOT16: ReferenceRule = {
  name: 'R_68K_GOT16',
  type: 8,
  ...word16,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed16,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GOT8: ReferenceRule = {
  name: 'R_68K_GOT8',
  type: 9,
  ...word8,
  value(letters) {
    const { G, GOT, A, P } = given(letters, 'G + GOT + A - P', 'G', 'GOT', 'A', 'P');
    return word(G + GOT + A - P);
  },
  check: signed8,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GOT32O: ReferenceRule = {
  name: 'R_68K_GOT32O',
  type: 10,
  ...word32,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GOT16O: ReferenceRule = {
  name: 'R_68K_GOT16O',
  type: 11,
  ...word16,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: signed16,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GOT8O: ReferenceRule = {
  name: 'R_68K_GOT8O',
  type: 12,
  ...word8,
  value(letters) {
    const { G } = given(letters, 'G', 'G');
    return word(G);
  },
  check: signed8,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_PLT32: ReferenceRule = {
  name: 'R_68K_PLT32',
  type: 13,
  ...word32,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_PLT16: ReferenceRule = {
  name: 'R_68K_PLT16',
  type: 14,
  ...word16,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed16,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_PLT8: ReferenceRule = {
  name: 'R_68K_PLT8',
  type: 15,
  ...word8,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: signed8,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_GLOB_DAT: ReferenceRule = {
  name: 'R_68K_GLOB_DAT',
  type: 20,
  ...word32,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_JMP_SLOT: ReferenceRule = {
  name: 'R_68K_JMP_SLOT',
  type: 21,
  ...word32,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types */
export const R_68K_RELATIVE: ReferenceRule = {
  name: 'R_68K_RELATIVE',
  type: 22,
  ...word32,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

const rules: readonly ReferenceRule[] = [
  R_68K_32,
  R_68K_16,
  R_68K_8,
  R_68K_PC32,
  R_68K_PC16,
  R_68K_PC8,
  R_68K_GOT32,
  R_68K_GOT16,
  R_68K_GOT8,
  R_68K_GOT32O,
  R_68K_GOT16O,
  R_68K_GOT8O,
  R_68K_PLT32,
  R_68K_PLT16,
  R_68K_PLT8,
  R_68K_GLOB_DAT,
  R_68K_JMP_SLOT,
  R_68K_RELATIVE,
];

/** Every rule of Motorola 68000 family, by name. */
export const model: ReferenceModel = {
  arch: 'm68k',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
