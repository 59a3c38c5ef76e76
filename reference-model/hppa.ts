// Generated from relocator-dsl/arch/hppa.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 32-bit PA-RISC as plain functions of their letters. */
import { clear, given, notMultiple, outOfRange, unchecked, word32 } from './common.ts';
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

/** X[17:13] at bit 16, X[19:18] at bit 14, X[12:11] at bit 12, X[30:20] at bit 1, X[31] at bit 0. */
const insn32_31_11: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x1fffffn) |
    (((value >> 13n) & 0x1fn) << 16n) |
    (((value >> 18n) & 0x3n) << 14n) |
    (((value >> 11n) & 0x3n) << 12n) |
    (((value >> 20n) & 0x7ffn) << 1n) |
    ((value >> 31n) & 0x1n),
  extract: (container) =>
    (((container >> 16n) & 0x1fn) << 13n) |
    (((container >> 14n) & 0x3n) << 18n) |
    (((container >> 12n) & 0x3n) << 11n) |
    (((container >> 1n) & 0x7ffn) << 20n) |
    ((container & 0x1n) << 31n),
};

/** X[17:13] at bit 16, X[11:2] at bit 3, X[12] at bit 2, X[18] at bit 0. */
const insn32_18_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x1f1ffdn) |
    (((value >> 13n) & 0x1fn) << 16n) |
    (((value >> 2n) & 0x3ffn) << 3n) |
    (((value >> 12n) & 0x1n) << 2n) |
    ((value >> 18n) & 0x1n),
  extract: (container) =>
    (((container >> 16n) & 0x1fn) << 13n) |
    (((container >> 3n) & 0x3ffn) << 2n) |
    (((container >> 2n) & 0x1n) << 12n) |
    ((container & 0x1n) << 18n),
};

/** X[12:0] at bit 1, X[13] at bit 0. */
const insn32_13_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffn) | ((value & 0x1fffn) << 1n) | ((value >> 13n) & 0x1n),
  extract: (container) => ((container >> 1n) & 0x1fffn) | ((container & 0x1n) << 13n),
};

/** X[11:2] at bit 3, X[12] at bit 2, X[13] at bit 0. */
const insn32_13_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x1ffdn) |
    (((value >> 2n) & 0x3ffn) << 3n) |
    (((value >> 12n) & 0x1n) << 2n) |
    ((value >> 13n) & 0x1n),
  extract: (container) =>
    (((container >> 3n) & 0x3ffn) << 2n) | (((container >> 2n) & 0x1n) << 12n) | ((container & 0x1n) << 13n),
};

/** X[10:2] at bit 3; 0 at bit 0, bit 2, bit 12, bits 20 to 16. */
const insn32_10_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x1f1ffdn) | (((value >> 2n) & 0x1ffn) << 3n),
  extract: (container) => ((container >> 3n) & 0x1ffn) << 2n,
};

/** X[10:0] at bit 1; 0 at bit 0, bits 13 to 12. */
const insn32_10_0: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) => (container & ~0x3fffn) | ((value & 0x7ffn) << 1n),
  extract: (container) => (container >> 1n) & 0x7ffn,
};

/** X[22:18] at bit 21, X[17:13] at bit 16, X[11:2] at bit 3, X[12] at bit 2, X[23] at bit 0. */
const insn32_23_2: ReferenceField = {
  bytes: 4,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0x3ff1ffdn) |
    (((value >> 18n) & 0x1fn) << 21n) |
    (((value >> 13n) & 0x1fn) << 16n) |
    (((value >> 2n) & 0x3ffn) << 3n) |
    (((value >> 12n) & 0x1n) << 2n) |
    ((value >> 23n) & 0x1n),
  extract: (container) =>
    (((container >> 21n) & 0x1fn) << 18n) |
    (((container >> 16n) & 0x1fn) << 13n) |
    (((container >> 3n) & 0x3ffn) << 2n) |
    (((container >> 2n) & 0x1n) << 12n) |
    ((container & 0x1n) << 23n),
};

// Checks of X, before anything is cut off.

/** X is a multiple of 4. */
function multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^18 <= X < 2^18 and X is a multiple of 4. */
function signed19_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x40000n || X >= 0x40000n) return outOfRange(X, '-2^18 <= X < 2^18');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^13 <= X < 2^13. */
function signed14(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000n || X >= 0x2000n) return outOfRange(X, '-2^13 <= X < 2^13');
  return undefined;
}

/** -2^13 <= X < 2^13 and X is a multiple of 4. */
function signed14_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x2000n || X >= 0x2000n) return outOfRange(X, '-2^13 <= X < 2^13');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

/** -2^23 <= X < 2^23 and X is a multiple of 4. */
function signed24_multipleOf4(value: bigint): string | undefined {
  const X = signedWord(value);
  if (X < -0x800000n || X >= 0x800000n) return outOfRange(X, '-2^23 <= X < 2^23');
  if (X % 4n !== 0n) return notMultiple(X, 4);
  return undefined;
}

// Rules.

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DIR32: ReferenceRule = {
  name: 'R_PARISC_DIR32',
  type: 1,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DIR21L: ReferenceRule = {
  name: 'R_PARISC_DIR21L',
  type: 2,
  ...insn32_31_11,
  value(letters) {
    const { S, A } = given(letters, 'S + Page13(A + 4096)', 'S', 'A');
    return word(S + clear(A + 4096n, 13));
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DIR17R: ReferenceRule = {
  name: 'R_PARISC_DIR17R',
  type: 3,
  ...insn32_18_2,
  value(letters) {
    const { S, A } = given(letters, 'S - Page11(S) + A - Page13(A + 4096)', 'S', 'A');
    return word(S - clear(S, 11) + A - clear(A + 4096n, 13));
  },
  check: multipleOf4,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DIR17F: ReferenceRule = {
  name: 'R_PARISC_DIR17F',
  type: 4,
  ...insn32_18_2,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed19_multipleOf4,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DIR14R: ReferenceRule = {
  name: 'R_PARISC_DIR14R',
  type: 6,
  ...insn32_13_0,
  value(letters) {
    const { S, A } = given(letters, 'S - Page11(S) + A - Page13(A + 4096)', 'S', 'A');
    return word(S - clear(S, 11) + A - clear(A + 4096n, 13));
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DIR14F: ReferenceRule = {
  name: 'R_PARISC_DIR14F',
  type: 7,
  ...insn32_13_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: signed14,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL12F: ReferenceRule = {
  name: 'R_PARISC_PCREL12F',
  type: 8,
  ...insn32_13_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: signed14_multipleOf4,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL32: ReferenceRule = {
  name: 'R_PARISC_PCREL32',
  type: 9,
  ...word32,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL21L: ReferenceRule = {
  name: 'R_PARISC_PCREL21L',
  type: 10,
  ...insn32_31_11,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL17R: ReferenceRule = {
  name: 'R_PARISC_PCREL17R',
  type: 11,
  ...insn32_10_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: multipleOf4,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL17F: ReferenceRule = {
  name: 'R_PARISC_PCREL17F',
  type: 12,
  ...insn32_18_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: signed19_multipleOf4,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL17C: ReferenceRule = {
  name: 'R_PARISC_PCREL17C',
  type: 13,
  ...insn32_18_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: signed19_multipleOf4,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL14R: ReferenceRule = {
  name: 'R_PARISC_PCREL14R',
  type: 14,
  ...insn32_10_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL14F: ReferenceRule = {
  name: 'R_PARISC_PCREL14F',
  type: 15,
  ...insn32_13_0,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: signed14,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DPREL21L: ReferenceRule = {
  name: 'R_PARISC_DPREL21L',
  type: 18,
  ...insn32_31_11,
  value(letters) {
    const { S, GP, A } = given(letters, 'S - GP + Page13(A + 4096)', 'S', 'GP', 'A');
    return word(S - GP + clear(A + 4096n, 13));
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DPREL14R: ReferenceRule = {
  name: 'R_PARISC_DPREL14R',
  type: 22,
  ...insn32_13_0,
  value(letters) {
    const { S, GP, A } = given(letters, 'S - GP - Page11(S - GP) + A - Page13(A + 4096)', 'S', 'GP', 'A');
    return word(S - GP - clear(S - GP, 11) + A - clear(A + 4096n, 13));
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DPREL14F: ReferenceRule = {
  name: 'R_PARISC_DPREL14F',
  type: 23,
  ...insn32_13_0,
  value(letters) {
    const { S, A, GP } = given(letters, 'S + A - GP', 'S', 'A', 'GP');
    return word(S + A - GP);
  },
  check: signed14,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DLTIND21L: ReferenceRule = {
  name: 'R_PARISC_DLTIND21L',
  type: 34,
  ...insn32_31_11,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DLTIND14R: ReferenceRule = {
  name: 'R_PARISC_DLTIND14R',
  type: 38,
  ...insn32_10_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_DLTIND14F: ReferenceRule = {
  name: 'R_PARISC_DLTIND14F',
  type: 39,
  ...insn32_13_0,
  value(letters) {
    const { G, GOT, GP } = given(letters, 'G + GOT - GP', 'G', 'GOT', 'GP');
    return word(G + GOT - GP);
  },
  check: signed14,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_SEGREL32: ReferenceRule = {
  name: 'R_PARISC_SEGREL32',
  type: 49,
  ...word32,
  value(letters) {
    const { S, A, B } = given(letters, 'S + A - B', 'S', 'A', 'B');
    return word(S + A - B);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PLABEL32: ReferenceRule = {
  name: 'R_PARISC_PLABEL32',
  type: 65,
  ...word32,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PLABEL21L: ReferenceRule = {
  name: 'R_PARISC_PLABEL21L',
  type: 66,
  ...insn32_31_11,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PLABEL14R: ReferenceRule = {
  name: 'R_PARISC_PLABEL14R',
  type: 70,
  ...insn32_10_0,
  value(letters) {
    const { S, A } = given(letters, 'S + A', 'S', 'A');
    return word(S + A);
  },
  check: unchecked,
};

/** Source: Processor-Specific ELF for PA-RISC, Relocations */
export const R_PARISC_PCREL22F: ReferenceRule = {
  name: 'R_PARISC_PCREL22F',
  type: 74,
  ...insn32_23_2,
  value(letters) {
    const { S, A, P } = given(letters, 'S + A - P - 8', 'S', 'A', 'P');
    return word(S + A - P - 8n);
  },
  check: signed24_multipleOf4,
};

const rules: readonly ReferenceRule[] = [
  R_PARISC_DIR32,
  R_PARISC_DIR21L,
  R_PARISC_DIR17R,
  R_PARISC_DIR17F,
  R_PARISC_DIR14R,
  R_PARISC_DIR14F,
  R_PARISC_PCREL12F,
  R_PARISC_PCREL32,
  R_PARISC_PCREL21L,
  R_PARISC_PCREL17R,
  R_PARISC_PCREL17F,
  R_PARISC_PCREL17C,
  R_PARISC_PCREL14R,
  R_PARISC_PCREL14F,
  R_PARISC_DPREL21L,
  R_PARISC_DPREL14R,
  R_PARISC_DPREL14F,
  R_PARISC_DLTIND21L,
  R_PARISC_DLTIND14R,
  R_PARISC_DLTIND14F,
  R_PARISC_SEGREL32,
  R_PARISC_PLABEL32,
  R_PARISC_PLABEL21L,
  R_PARISC_PLABEL14R,
  R_PARISC_PCREL22F,
];

/** Every rule of 32-bit PA-RISC, by name. */
export const model: ReferenceModel = {
  arch: 'hppa',
  rules: new Map(rules.map((rule) => [rule.name, rule])),
};
