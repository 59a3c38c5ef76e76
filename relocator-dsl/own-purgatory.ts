/** What this project's own purgatories (purgatory/) are told by whoever loads them, on every machine. */
import type { Machine } from './machine.ts';
import { type Family, REGION_MEMBERS, REGIONS, type Structure, type ToldSymbol } from './told.ts';

export interface OwnSymbol {
  readonly name: string;
  /** Of the symbol; `word` is as many as an address has. */
  readonly bytes: number | 'word';
  readonly meaning: string;
  /** What it consists of, where that is more than one number or bytes without an order. */
  readonly structure?: Structure;
}

const SOURCE = 'purgatory/purgatory.c';

/** In the order in which loaders fill them in. */
export const OWN_SYMBOLS: readonly OwnSymbol[] = [
  {
    name: 'sha256_regions',
    bytes: 256,
    meaning: '16 regions of memory, each two 64-bit words: start, and bytes (0: no region)',
    structure: { name: 'sha256_region', members: REGION_MEMBERS, count: REGIONS, source: SOURCE },
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
    structure: {
      name: 'console',
      members: [
        { name: 'kind', bytes: 4, meaning: 'what takes them; 0: nothing' },
        { name: 'reserved', bytes: 4, meaning: '0; anything else does not pass the checks' },
        { name: 'address', bytes: 8, meaning: 'where it is' },
      ],
      source: SOURCE,
    },
  },
];

/** What a family's purgatories are told on a machine; undefined where the family has none. */
export function toldBy(
  family: Family,
  { wordBits, loading }: Pick<Machine, 'wordBits' | 'loading'>,
): readonly ToldSymbol[] | undefined {
  if (family !== 'relocator') return loading.told[family];
  return OWN_SYMBOLS.map(({ bytes, ...symbol }) => ({
    ...symbol,
    bytes: bytes === 'word' ? wordBits / 8 : bytes,
    source: SOURCE,
  }));
}
