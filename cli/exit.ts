/** A command that ends with an exit code of its own. */

/** What a command throws that has said what it had to, but for the troubles given. */
export class Exit extends Error {
  readonly code: number;
  readonly troubles: readonly string[];

  constructor(code: number, troubles: readonly string[] = []) {
    super(troubles.join('\n'));
    this.name = 'Exit';
    this.code = code;
    this.troubles = troubles;
  }
}
