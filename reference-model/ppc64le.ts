// Generated from relocator-dsl/arch/ppc64.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/**
 * The relocation rules of 64-bit PowerPC, little-endian: those of 64-bit PowerPC, big-endian, some with other
 * fields.
 */
import * as ppc64 from './ppc64.ts';
import type { ReferenceField, ReferenceModel, ReferenceRule } from './types.ts';

export * from './ppc64.ts';

/** X[15:0] at bit 32, X[33:16] at bit 0. */
const pair_33_0: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xffff0003ffffn) | ((value & 0xffffn) << 32n) | ((value >> 16n) & 0x3ffffn),
  extract: (container) => ((container >> 32n) & 0xffffn) | ((container & 0x3ffffn) << 16n),
};

/** X[49:34] at bit 32, X[63:50] at bit 0; 0 at bits 17 to 14. */
const pair_63_34: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xffff0003ffffn) | (((value >> 34n) & 0xffffn) << 32n) | ((value >> 50n) & 0x3fffn),
  extract: (container) => (((container >> 32n) & 0xffffn) << 34n) | ((container & 0x3fffn) << 50n),
};

/** X[15:0] at bit 32, X[27:16] at bit 0. */
const pair_27_0: ReferenceField = {
  bytes: 8,
  kind: 'instruction',
  insert: (container, value) =>
    (container & ~0xffff00000fffn) | ((value & 0xffffn) << 32n) | ((value >> 16n) & 0xfffn),
  extract: (container) => ((container >> 32n) & 0xffffn) | ((container & 0xfffn) << 16n),
};

export const R_PPC64_D34: ReferenceRule = { ...ppc64.R_PPC64_D34, ...pair_33_0 };
export const R_PPC64_D34_LO: ReferenceRule = { ...ppc64.R_PPC64_D34_LO, ...pair_33_0 };
export const R_PPC64_D34_HI30: ReferenceRule = { ...ppc64.R_PPC64_D34_HI30, ...pair_63_34 };
export const R_PPC64_D34_HA30: ReferenceRule = { ...ppc64.R_PPC64_D34_HA30, ...pair_63_34 };
export const R_PPC64_PCREL34: ReferenceRule = { ...ppc64.R_PPC64_PCREL34, ...pair_33_0 };
export const R_PPC64_GOT_PCREL34: ReferenceRule = { ...ppc64.R_PPC64_GOT_PCREL34, ...pair_33_0 };
export const R_PPC64_PLT_PCREL34: ReferenceRule = { ...ppc64.R_PPC64_PLT_PCREL34, ...pair_33_0 };
export const R_PPC64_PLT_PCREL34_NOTOC: ReferenceRule = { ...ppc64.R_PPC64_PLT_PCREL34_NOTOC, ...pair_33_0 };
export const R_PPC64_D28: ReferenceRule = { ...ppc64.R_PPC64_D28, ...pair_27_0 };
export const R_PPC64_PCREL28: ReferenceRule = { ...ppc64.R_PPC64_PCREL28, ...pair_27_0 };

const changed: readonly ReferenceRule[] = [
  R_PPC64_D34,
  R_PPC64_D34_LO,
  R_PPC64_D34_HI30,
  R_PPC64_D34_HA30,
  R_PPC64_PCREL34,
  R_PPC64_GOT_PCREL34,
  R_PPC64_PLT_PCREL34,
  R_PPC64_PLT_PCREL34_NOTOC,
  R_PPC64_D28,
  R_PPC64_PCREL28,
];

/** Every rule of 64-bit PowerPC, little-endian, by name. */
export const model: ReferenceModel = {
  ...ppc64.model,
  arch: 'ppc64le',
  rules: new Map([...ppc64.model.rules, ...changed.map((rule) => [rule.name, rule] as const)]),
};
