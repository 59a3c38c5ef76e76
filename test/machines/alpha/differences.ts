/** Where linkers do otherwise than the rules of the Alpha, why, and what decides. */
import { type LinkerDifferences, rightlyRefused, withinEither } from '../../support/differences.ts';

const INSTRUCTIONS = 'Alpha Architecture Handbook';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_ALPHA_(REF|LITERAL|GPREL|SREL|BRADDR|HINT)/,
      what: 'adds to the explicit addend what the field holds, and looks at the sum for its range.',
      decides:
        "Nobody wrote down which is right. Assemblers leave 0 in the field, and Linux's module loader, which applies the same types, overwrites it; so does the rule.",
      explains: ({ X, old, linker }, model) => {
        const held = model.extract(old);
        return held !== 0n && (linker === 'refused' || linker === model.insert(old, X + held));
      },
    },
    {
      linker: 'GNU ld',
      types: /^R_ALPHA_(REFLONG|GPREL32)$/,
      what: 'takes -2^32 to 2^32 - 1 in 32 bits, so that addresses may wrap.',
      decides: `${INSTRUCTIONS}: ldl extends the sign of what it loads. The rules take what 32 bits can mean for an address, and for a distance what is signed.`,
      explains: (each, model) => rightlyRefused(each, model) && withinEither(each.X, 32),
    },
    {
      linker: 'GNU ld',
      types: /^R_ALPHA_BRADDR$/,
      what: 'takes distances that are no multiple of 4 and drops the lowest two bits.',
      decides: `${INSTRUCTIONS}: the displacement counts instructions of 4 bytes; another distance leads elsewhere.`,
      explains: (each, model) => rightlyRefused(each, model) && each.X % 4n !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_ALPHA_GPDISP$/,
      what: 'refuses the lowest 2^15 of the distances that ldah and lda reach together.',
      decides: `${INSTRUCTIONS}: both displacements are signed, so that they reach from -2^31 - 2^15. The rule takes these too.`,
      explains: ({ X, linker }) => linker === 'refused' && X < -(1n << 31n),
    },
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_ALPHA_LITERAL$/,
      what: 'adds what the field holds, and looks at the sum for its range.',
      decides:
        "Nobody wrote down which is right. Assemblers leave 0 in the field, and Linux's module loader overwrites it; so does the rule.",
      explains: ({ X, old, linker }) =>
        BigInt.asUintN(16, old) !== 0n &&
        (linker === 'refused' || linker === (old & ~0xffffn) + BigInt.asUintN(16, X + old)),
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_ALPHA_(BRADDR|GPREL|SREL)/,
      what: 'counts from 0, to which the image must be near enough; at the addresses of programs it refuses them.',
      decides:
        'So does relocator. Compilers reach such symbols through slots, which hold 0 at every load base.',
    },
  ],
  notDone: {
    // It crashes on symbols without a section; test/agreement/global-pointer-linkers.test.ts links the type to functions.
    'GNU ld': ['R_ALPHA_BRSGP'],
    lld: [],
  },
  blindSpots: {
    // It adds what the field holds, so that only bits outside it tell an insert from an or.
    R_ALPHA_REFLONG: ['inserted with or', 'takes one below its range'],
    R_ALPHA_REFQUAD: ['inserted with or'],
    R_ALPHA_GPREL32: ['inserted with or', 'takes one below its range', 'takes one above its range'],
    // It makes no table that is longer than the range, the last slot is 8 bytes from its end, and the first has a case
    // whose field is not 0.
    R_ALPHA_LITERAL: [
      'inserted with or',
      'takes one below its range',
      'takes one above its range',
      'refuses the lowest of its range',
      'refuses the highest of its range',
    ],
    R_ALPHA_GPDISP: ['takes one below its range', 'refuses the lowest of its range'],
    R_ALPHA_BRADDR: ['inserted with or', 'takes any alignment'],
    R_ALPHA_HINT: ['inserted with or'],
    R_ALPHA_SREL16: ['inserted with or'],
    R_ALPHA_SREL32: ['inserted with or'],
    R_ALPHA_SREL64: ['inserted with or'],
    R_ALPHA_GPRELHIGH: ['inserted with or'],
    R_ALPHA_GPRELLOW: ['inserted with or'],
    R_ALPHA_GPREL16: ['inserted with or'],
  },
};
