// Generated from relocator-dsl/arch/mips.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of 32-bit MIPS, little-endian: those of 32-bit MIPS, big-endian. */
import * as mips from './mips.ts';
import type { ReferenceModel } from './types.ts';

export * from './mips.ts';

/** Every rule of 32-bit MIPS, little-endian, by name. */
export const model: ReferenceModel = { ...mips.model, arch: 'mipsel' };
