// Generated from relocator-dsl/arch/mips.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 64-bit MIPS, little-endian: those of 64-bit MIPS, big-endian. */
import * as mips64 from './mips64.ts';
import type { ReferenceModel } from './types.ts';

export * from './mips64.ts';

/** Every rule of 64-bit MIPS, little-endian, by name. */
export const model: ReferenceModel = { ...mips64.model, arch: 'mips64el' };
