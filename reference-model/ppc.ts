// Generated from relocator-dsl/arch/ppc.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 32-bit PowerPC as plain functions of their letters. */
import { given, notMultiple, outOfRange, unchecked, word16, word32 } from './common.ts';
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

/** X[16] at bit 21 (flipped unless X[0] is set), X[15:2] at bit 2. */
const insn32_16_2_flipped: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x20fffcn) |
    ((((value >> 16n) ^ ~value) & 0x1n) << 21n) |
    (((value >> 2n) & 0x3fffn) << 2n),
  extract(container) {
    let value = ((container >> 2n) & 0x3fffn) << 2n;
    value |= (((container >> 21n) ^ ~value) & 0x1n) << 16n;
    return value;
  },
};

/** X[16] at bit 21, X[15:2] at bit 2. */
const insn32_16_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x20fffcn) | (((value >> 16n) & 0x1n) << 21n) | (((value >> 2n) & 0x3fffn) << 2n),
  extract: (container) => (((container >> 21n) & 0x1n) << 16n) | (((container >> 2n) & 0x3fffn) << 2n),
};

/** X[15:0] at bit 0. */
const insn32_15_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0xffffn) | (value & 0xffffn),
  extract: (container) => container & 0xffffn,
};

// Checks of X, before anything is cut off.

/** -2^25 <= X < 2^25 and X is a multiple of 4. */
function signed26_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000000n || X >= 0x2000000n) return outOfRange(X, '-2^25 <= X < 2^25');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^15 <= X < 2^15. */
function signed16(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  return undefined;
}

/** -2^15 <= X < 2^15 and X is a multiple of 4. */
function signed16_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x8000n || X >= 0x8000n) return outOfRange(X, '-2^15 <= X < 2^15');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

// Rules.

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR32: ReferenceRule = {
  name: 'R_PPC_ADDR32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR24: ReferenceRule = {
  name: 'R_PPC_ADDR24',
  type: 2,
  ...insn32_25_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed26_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR16: ReferenceRule = {
  name: 'R_PPC_ADDR16',
  type: 3,
  ...insn16_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR16_LO: ReferenceRule = {
  name: 'R_PPC_ADDR16_LO',
  type: 4,
  ...insn16_15_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR16_HI: ReferenceRule = {
  name: 'R_PPC_ADDR16_HI',
  type: 5,
  ...insn16_31_16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR16_HA: ReferenceRule = {
  name: 'R_PPC_ADDR16_HA',
  type: 6,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR14: ReferenceRule = {
  name: 'R_PPC_ADDR14',
  type: 7,
  ...insn32_15_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR14_BRTAKEN: ReferenceRule = {
  name: 'R_PPC_ADDR14_BRTAKEN',
  type: 8,
  ...insn32_16_2_flipped,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_ADDR14_BRNTAKEN: ReferenceRule = {
  name: 'R_PPC_ADDR14_BRNTAKEN',
  type: 9,
  ...insn32_16_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL24: ReferenceRule = {
  name: 'R_PPC_REL24',
  type: 10,
  ...insn32_25_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed26_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL14: ReferenceRule = {
  name: 'R_PPC_REL14',
  type: 11,
  ...insn32_15_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL14_BRTAKEN: ReferenceRule = {
  name: 'R_PPC_REL14_BRTAKEN',
  type: 12,
  ...insn32_16_2_flipped,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL14_BRNTAKEN: ReferenceRule = {
  name: 'R_PPC_REL14_BRNTAKEN',
  type: 13,
  ...insn32_16_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_GOT16: ReferenceRule = {
  name: 'R_PPC_GOT16',
  type: 14,
  ...insn16_15_0,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_GOT16_LO: ReferenceRule = {
  name: 'R_PPC_GOT16_LO',
  type: 15,
  ...insn16_15_0,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_GOT16_HI: ReferenceRule = {
  name: 'R_PPC_GOT16_HI',
  type: 16,
  ...insn16_31_16,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_GOT16_HA: ReferenceRule = {
  name: 'R_PPC_GOT16_HA',
  type: 17,
  ...insn16_31_16_rounded,
  value(letters) {
    const { G, A } = given(letters, 'G + A', 'G', 'A');
    return word(G + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_PLTREL24: ReferenceRule = {
  name: 'R_PPC_PLTREL24',
  type: 18,
  ...insn32_25_2,
  value(letters) {
    const { L, P } = given(letters, 'L - P', 'L', 'P');
    return word(L - P);
  },
  check: signed26_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_GLOB_DAT: ReferenceRule = {
  name: 'R_PPC_GLOB_DAT',
  type: 20,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_JMP_SLOT: ReferenceRule = {
  name: 'R_PPC_JMP_SLOT',
  type: 21,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_RELATIVE: ReferenceRule = {
  name: 'R_PPC_RELATIVE',
  type: 22,
  ...word32,
  value(letters) {
    const { B, A } = given(letters, 'B + A', 'B', 'A');
    return word(B + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_LOCAL24PC: ReferenceRule = {
  name: 'R_PPC_LOCAL24PC',
  type: 23,
  ...insn32_25_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed26_multipleOf4,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_UADDR32: ReferenceRule = {
  name: 'R_PPC_UADDR32',
  type: 24,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_UADDR16: ReferenceRule = {
  name: 'R_PPC_UADDR16',
  type: 25,
  ...word16,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL32: ReferenceRule = {
  name: 'R_PPC_REL32',
  type: 26,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_PLT32: ReferenceRule = {
  name: 'R_PPC_PLT32',
  type: 27,
  ...word32,
  value(letters) {
    const { L, A } = given(letters, 'L + A', 'L', 'A');
    return word(L + A);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_PLTREL32: ReferenceRule = {
  name: 'R_PPC_PLTREL32',
  type: 28,
  ...word32,
  value(letters) {
    const { L, A, P } = given(letters, 'L + A - P', 'L', 'A', 'P');
    return word(L + A - P);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_PLT16_LO: ReferenceRule = {
  name: 'R_PPC_PLT16_LO',
  type: 29,
  ...insn16_15_0,
  value(letters) {
    const { L } = given(letters, 'L', 'L');
    return word(L);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_PLT16_HA: ReferenceRule = {
  name: 'R_PPC_PLT16_HA',
  type: 31,
  ...insn16_31_16_rounded,
  value(letters) {
    const { L } = given(letters, 'L', 'L');
    return word(L);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_SDAREL16: ReferenceRule = {
  name: 'R_PPC_SDAREL16',
  type: 32,
  ...insn16_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_EMB_SDA2REL: ReferenceRule = {
  name: 'R_PPC_EMB_SDA2REL',
  type: 108,
  ...insn16_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Embedded Relocation Types */
export const R_PPC_EMB_SDA21: ReferenceRule = {
  name: 'R_PPC_EMB_SDA21',
  type: 109,
  ...insn32_15_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL16: ReferenceRule = {
  name: 'R_PPC_REL16',
  type: 249,
  ...insn16_15_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: signed16,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL16_LO: ReferenceRule = {
  name: 'R_PPC_REL16_LO',
  type: 250,
  ...insn16_15_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL16_HI: ReferenceRule = {
  name: 'R_PPC_REL16_HI',
  type: 251,
  ...insn16_31_16,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

/** Source: Power Architecture 32-bit Application Binary Interface Supplement, Relocation Types */
export const R_PPC_REL16_HA: ReferenceRule = {
  name: 'R_PPC_REL16_HA',
  type: 252,
  ...insn16_31_16_rounded,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P', 'S', 'A', 'P');
    return word(S + A - P);
  },
  check: unchecked,
};

const rules: readonly ReferenceRule[] = [
  R_PPC_ADDR32,
  R_PPC_ADDR24,
  R_PPC_ADDR16,
  R_PPC_ADDR16_LO,
  R_PPC_ADDR16_HI,
  R_PPC_ADDR16_HA,
  R_PPC_ADDR14,
  R_PPC_ADDR14_BRTAKEN,
  R_PPC_ADDR14_BRNTAKEN,
  R_PPC_REL24,
  R_PPC_REL14,
  R_PPC_REL14_BRTAKEN,
  R_PPC_REL14_BRNTAKEN,
  R_PPC_GOT16,
  R_PPC_GOT16_LO,
  R_PPC_GOT16_HI,
  R_PPC_GOT16_HA,
  R_PPC_PLTREL24,
  R_PPC_GLOB_DAT,
  R_PPC_JMP_SLOT,
  R_PPC_RELATIVE,
  R_PPC_LOCAL24PC,
  R_PPC_UADDR32,
  R_PPC_UADDR16,
  R_PPC_REL32,
  R_PPC_PLT32,
  R_PPC_PLTREL32,
  R_PPC_PLT16_LO,
  R_PPC_PLT16_HA,
  R_PPC_SDAREL16,
  R_PPC_EMB_SDA2REL,
  R_PPC_EMB_SDA21,
  R_PPC_REL16,
  R_PPC_REL16_LO,
  R_PPC_REL16_HI,
  R_PPC_REL16_HA,
];

/** Every rule of 32-bit PowerPC, by name. */
export const model: ReferenceModel = {
  arch: 'ppc',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
