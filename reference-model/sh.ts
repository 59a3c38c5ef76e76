// Generated from relocator-dsl/arch/sh.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of little-endian SuperH as plain functions of their letters. */
import { given, notMultiple, outOfRange, unchecked, word8, word16, word32 } from './common.ts';
import type { ReferenceField, ReferenceModel, ReferenceRule } from './types.ts';

/** `value` as an unsigned word of 32 bits. */
function word(value: bigint): bigint {
  return BigInt.asUintN(32, value);
}

/** `value` as a signed word of 32 bits. */
function signedWord(value: bigint): bigint {
  return BigInt.asIntN(32, value);
}

// Fields: X[high:low] are bits of X; all other bits of the container are kept.

/** X[12:1] at bit 0. */
const insn16_12_1: ReferenceField = {
  bytes: 2,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xfffn) | ((value >> 1n) & 0xfffn),
  extract: (container) => (container & 0xfffn) << 1n,
};

// Checks of X, before anything is cut off.

/** -2^12 <= X < 2^12 and X is a multiple of 2. */
function signed13_multipleOf2(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x1000n || X >= 0x1000n) return outOfRange(X, '-2^12 <= X < 2^12');
  if (X % 2n !== 0n) return notMultiple(X, 2);
  return undefined;
}

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

// Rules.

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_DIR32: ReferenceRule = {
  name: 'R_SH_DIR32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_REL32: ReferenceRule = {
  name: 'R_SH_REL32',
  type: 2,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_IND12W: ReferenceRule = {
  name: 'R_SH_IND12W',
  type: 4,
  ...insn16_12_1,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed13_multipleOf2,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_DIR16: ReferenceRule = {
  name: 'R_SH_DIR16',
  type: 33,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either16,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_DIR8: ReferenceRule = {
  name: 'R_SH_DIR8',
  type: 34,
  ...word8,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: either8,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_GOT32: ReferenceRule = {
  name: 'R_SH_GOT32',
  type: 160,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_PLT32: ReferenceRule = {
  name: 'R_SH_PLT32',
  type: 161,
  ...word32,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_GLOB_DAT: ReferenceRule = {
  name: 'R_SH_GLOB_DAT',
  type: 163,
  ...word32,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_JMP_SLOT: ReferenceRule = {
  name: 'R_SH_JMP_SLOT',
  type: 164,
  ...word32,
  value(letters) {
    const { S } = given(letters, 'S', 'S');
    return word(S);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_RELATIVE: ReferenceRule = {
  name: 'R_SH_RELATIVE',
  type: 165,
  ...word32,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_GOTOFF: ReferenceRule = {
  name: 'R_SH_GOTOFF',
  type: 166,
  ...word32,
  value(letters) {
    const { S, A, GOT } = given(letters, 'S + A - GOT', 'S', 'A', 'GOT');
    return word(S + A - GOT);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_GOTPC: ReferenceRule = {
  name: 'R_SH_GOTPC',
  type: 167,
  ...word32,
  value(letters) {
    const { GOT, A, P } = given(letters, 'GOT + A - P', 'GOT', 'A', 'P');
    return word(GOT + A - P);
  },
  check: unchecked,
};

/** Source: GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h */
export const R_SH_GOTPLT32: ReferenceRule = {
  name: 'R_SH_GOTPLT32',
  type: 168,
  ...word32,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

const rules: readonly ReferenceRule[] = [
  R_SH_DIR32,
  R_SH_REL32,
  R_SH_IND12W,
  R_SH_DIR16,
  R_SH_DIR8,
  R_SH_GOT32,
  R_SH_PLT32,
  R_SH_GLOB_DAT,
  R_SH_JMP_SLOT,
  R_SH_RELATIVE,
  R_SH_GOTOFF,
  R_SH_GOTPC,
  R_SH_GOTPLT32,
];

/** Every rule of little-endian SuperH, by name. */
export const model: ReferenceModel = {
  arch: 'sh',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
