/** Where linkers do otherwise than the rules of m68k, why, and what decides. */
import { type LinkerDifferences, rightlyRefused, withinEither } from '../../support/differences.ts';

const M68K = 'System V ABI, Motorola 68000 Processor Family Supplement';

/** Offsets of slots are multiples of 4 and never negative, so most ends of a signed range cannot be tried. */
const UNREACHABLE = [
  'takes one below its range',
  'refuses the lowest of its range',
  'refuses the highest of its range',
] as const;

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_68K_(8|16)$/,
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `${M68K} does not say. The rules take what n bits can mean, -2^(n-1) to 2^n - 1.`,
      explains: (each, model) => rightlyRefused(each, model) && withinEither(each.X, 8 * model.bytes),
    },
  ],
  throughGot: [],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_68K_(PC|PLT)(8|16)$/,
      what: 'counts from 0, to which the image must be near enough; at the addresses of programs it refuses them.',
      decides:
        'So does relocator. Compilers emit them for -mpcrel and -mshort only; all others have 32 bits, which reach 0.',
    },
  ],
  notDone: { 'GNU ld': [], lld: [] },
  blindSpots: {
    R_68K_8: ['takes one below its range'],
    R_68K_16: ['takes one below its range'],
    R_68K_GOT16O: UNREACHABLE,
    R_68K_GOT8O: UNREACHABLE,
  },
};
