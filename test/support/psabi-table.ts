/** One row for each rule: number, name, value, bits of X, check, and what X must be a multiple of. */
export interface PsabiTable {
  readonly arch: string;
  readonly rows: string;
}
