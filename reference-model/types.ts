// Generated from codegen/model/shared.ts by `npm run generate`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT

/** What every reference model exports, so that one image pipeline serves all of them. */

/** The psABI's letters, in bytes; two's complement of any width. Unused letters may be absent. */
export interface Letters {
  readonly S?: bigint | undefined;
  readonly A?: bigint | undefined;
  readonly P?: bigint | undefined;
  readonly L?: bigint | undefined;
  readonly G?: bigint | undefined;
  readonly GOT?: bigint | undefined;
  readonly B?: bigint | undefined;
  readonly Z?: bigint | undefined;
  readonly T?: bigint | undefined;
  readonly E?: bigint | undefined;
  readonly TOC?: bigint | undefined;
  readonly GP?: bigint | undefined;
  readonly V?: bigint | undefined;
  readonly O?: bigint | undefined;
  readonly H?: bigint | undefined;
}

/** Where a value goes. */
export interface ReferenceField {
  /** Size of the container in bytes. */
  readonly bytes: 1 | 2 | 3 | 4 | 8 | 16;
  readonly kind: 'word' | 'instruction';
  /** The container is two halves: the first at P, the second A bytes behind it. */
  readonly apart?: true;
  /** The container is one instruction of a bundle, or the last two; the low two bits of P number it. */
  readonly bundled?: 1 | 2;
  /** The container with X, an unsigned machine word, inserted and all other bits kept. */
  insert(container: bigint, value: bigint): bigint;
  /** The value bits a container holds, zero-extended. */
  extract(container: bigint): bigint;
}

export interface ReferenceRule extends ReferenceField {
  readonly name: string;
  readonly type: number;
  /** X as an unsigned machine word. */
  value(letters: Letters): bigint;
  /** Why X, an unsigned machine word, fails its check, or undefined. */
  check(value: bigint): string | undefined;
}

export interface ReferenceModel {
  readonly arch: string;
  readonly rules: ReadonlyMap<string, ReferenceRule>;
}
