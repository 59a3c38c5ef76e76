/** Where linkers do otherwise than the rules of sh, why, and what decides. */
import { type LinkerDifferences, onlyLinker, onlyRule, rightlyRefused } from '../../support/differences.ts';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_SH_DIR(8|16)$/,
      what: 'takes any value and drops what does not fit.',
      decides:
        'No document says. An address that lost its upper part is another one; the rules take what n bits can mean, -2^(n-1) to 2^n - 1.',
      explains: rightlyRefused,
    },
    {
      linker: 'GNU ld',
      types: /^R_SH_REL32$/,
      what: 'refuses distances that only fit once the sum with the addend wraps.',
      decides: 'The word is as wide as an address, and sums wrap around it as addresses do.',
      explains: (each) => {
        const sum = BigInt.asIntN(32, each.X - each.A) + each.A;
        return onlyLinker(each) && BigInt.asIntN(32, sum) !== sum;
      },
    },
    {
      linker: 'GNU ld',
      types: /^R_SH_IND12W$/,
      what: 'takes odd distances and drops the lowest bit.',
      decides: 'The field is a signed number of halfwords; an odd distance leads elsewhere. The rule checks.',
      explains: (each) => onlyRule(each) && each.X % 2n !== 0n,
    },
  ],
  throughGot: [],
  notDone: { 'GNU ld': [], lld: [] },
  blindSpots: {
    R_SH_IND12W: ['takes any alignment'],
    R_SH_DIR8: ['takes one below its range', 'takes one above its range'],
    R_SH_DIR16: ['takes one below its range', 'takes one above its range'],
  },
};
