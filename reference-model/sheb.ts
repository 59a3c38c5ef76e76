// Generated from relocator-dsl/arch/sh.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** The relocation rules of big-endian SuperH: those of little-endian SuperH. */
import * as sh from './sh.ts';
import type { ReferenceModel } from './types.ts';

export * from './sh.ts';

/** Every rule of big-endian SuperH, by name. */
export const model: ReferenceModel = { ...sh.model, arch: 'sheb' };
