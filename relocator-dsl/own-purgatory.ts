/** What this project's own purgatories (purgatory/) are told by whoever loads them, on every machine. */

export interface OwnSymbol {
  readonly name: string;
  /** Of the symbol; `word` is as many as an address has. */
  readonly bytes: number | 'word';
  readonly meaning: string;
}

/** In the order in which loaders fill them in. */
export const OWN_SYMBOLS: readonly OwnSymbol[] = [
  {
    name: 'sha256_regions',
    bytes: 256,
    meaning: '16 regions of memory, each two 64-bit words: start, and bytes (0: no region)',
  },
  { name: 'sha256_digest', bytes: 32, meaning: 'SHA-256 of the regions, one after another' },
  { name: 'skip_checks', bytes: 4, meaning: 'not 0: jump without checking anything' },
  { name: 'purgatory_kernel_entry', bytes: 'word', meaning: 'where to jump; 0 does not pass the checks' },
  { name: 'purgatory_argument', bytes: 'word', meaning: 'what the kernel gets at that jump' },
  {
    name: 'purgatory_console',
    bytes: 16,
    meaning:
      'where messages go: a 32-bit kind, 32 bits of zeros, a 64-bit address; kind 0 none, 1 8250 by port (x86), ' +
      '2 8250 with 8-bit registers, 3 8250 with 32-bit registers, 4 PL011, 5 memory, which the address moves on in',
  },
];
