/** What commands end with. */

/** The codes; some commands give 1 and 2 a meaning of their own. */
export const EXIT = { done: 0, cannot: 1, usage: 2, internal: 70, output: 74 } as const;

/** What a command throws that ends with a code of its own, or that has told what it found and now ends with its troubles. */
export class Exit extends Error {
  readonly code: number;
  readonly troubles: readonly string[];
  /** Nothing has been printed: who asked for a JSON document gets one with the troubles. */
  readonly untold: boolean;

  constructor(code: number, troubles: readonly string[] = [], untold = false) {
    super(troubles.join('\n'));
    this.name = 'Exit';
    this.code = code;
    this.troubles = troubles;
    this.untold = untold;
  }
}
