/** What is compared. */
import type { Audit } from '../audit.ts';
import type { ImageView } from './view.ts';

/** Contents by name, in order; several may have one name. */
export type Contents = readonly { readonly name: string; readonly data: Uint8Array }[];

/** An object that no image can be built of. */
export interface Unbuilt {
  readonly why: string;
  /** Sections that take memory. */
  readonly contents: Contents;
  /** Their relocations, by place. */
  readonly relocations: ReadonlyMap<string, string>;
}

/** One of the two. */
export interface DiffSide {
  /** What an object's relocations are. */
  readonly audit?: Pick<Audit, 'arch' | 'entries'>;
  /** The image, or what an object was built to. */
  readonly view?: ImageView;
  readonly blob?: Uint8Array;
  readonly unbuilt?: Unbuilt;
}
