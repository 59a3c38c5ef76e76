/** Where linkers do otherwise than the rules of sparc64, why, and what decides. */
import {
  type LinkerDifferences,
  onlyLinker,
  onlyRule,
  rightlyRefused,
  withinEither,
} from '../../support/differences.ts';

const SPARC = 'SPARC Compliance Definition 2.4, Relocation Types';

/** Bits of the value that a field of the psABI's size, named at the end, stands for. */
function bitsOf(name: string): number {
  const named = Number(/\d+$/.exec(name)?.[0]);
  return name.endsWith('PC22') ? 32 : named;
}

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_SPARC_((UA|PLT|SIZE)?(8|16|32)|5|6|7|10|11|13|22|PC22)$/,
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `${SPARC}: these fields are verified. The rules take what n bits can mean to the instruction: signed, unsigned, or either for data and sethi.`,
      explains: (each, model) => rightlyRefused(each, model) && withinEither(each.X, bitsOf(model.name)),
    },
    {
      linker: 'GNU ld',
      types: /^R_SPARC_(HI22|HIX22)$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${SPARC}: the field is verified; an address that lost its upper part is another one.`,
      explains: rightlyRefused,
    },
    {
      linker: 'GNU ld',
      types: /^R_SPARC_W(DISP|PLT)\d+$/,
      what: 'takes distances that are not multiples of 4, and drops what does not fit.',
      decides: `${SPARC}: the field is a number of instructions; another distance leads elsewhere. The rules check.`,
      explains: (each) => onlyRule(each) && each.X % 4n !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_SPARC_WDISP1[06]$/,
      what: 'leaves bits that are set in the two parts of the field.',
      decides: `${SPARC}: the field is stored. Assemblers leave zeros there, for which both are the same.`,
      explains: ({ rule, linker, old }) =>
        rule !== 'refused' && linker !== 'refused' && linker === (BigInt.asUintN(32, old) | rule),
    },
    {
      linker: 'lld',
      types: /^R_SPARC_(UA)?32$/,
      what: 'takes addresses only, 0 to 2^32 - 1.',
      decides: `${SPARC}: a word32 that is verified, without its sign. The rules take what 32 bits can mean, -2^31 to 2^32 - 1, and GNU ld does too.`,
      explains: (each) => onlyLinker(each) && each.X < 0n && each.X >= -(1n << 31n),
    },
    {
      linker: 'lld',
      types: /^R_SPARC_W(DISP|PLT)30$/,
      what: 'takes distances that are not multiples of 4, and drops what does not fit.',
      decides: `${SPARC}: the field is a number of instructions; another distance leads elsewhere. The rules check.`,
      explains: (each) => onlyRule(each) && each.X % 4n !== 0n,
    },
    {
      linker: 'lld',
      types: /^R_SPARC_PC22$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${SPARC}: the field is verified; a distance that lost its upper part is another one.`,
      explains: rightlyRefused,
    },
    {
      linker: 'lld',
      types: /^R_SPARC_(LO10|HM10|L44)$/,
      what: 'clears the bits of simm13 above the value.',
      decides: `${SPARC} gives simm13 a value of 10 or 12 bits. Assemblers leave zeros above, for which all are the same; GNU ld and Linux keep what is there, and the rules with them.`,
      explains: ({ rule, linker }) =>
        rule !== 'refused' &&
        linker !== 'refused' &&
        [0x1c00n, 0x1000n].some((above) => linker === (rule & ~above)),
    },
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_SPARC_GOTDATA_OP_(HIX22|LOX10)$/,
      what: 'makes a slot for the symbol alone and adds the addend to its offset.',
      decides:
        'What the instructions come to is the same with and without a slot: the symbol plus the addend. GNU ld makes a distance of that for symbols of the file, and only these are given addends by assemblers; the rule has a slot with the sum.',
      explains: ({ A, slotless }) => A !== 0n && slotless,
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_SPARC_W(DISP|PLT)/,
      what: 'counts from 0 and drops what does not fit.',
      decides:
        'The SPARC Compliance Definition is silent. relocator has all branches go to themselves: they are never taken.',
    },
    {
      linker: 'lld',
      types: /^R_SPARC_W(DISP|PLT)/,
      what: 'counts from 0, which the branch must reach.',
      decides: 'As above: code that is never run does not limit the load bases.',
    },
  ],
  notDone: {
    'GNU ld': [],
    lld: [
      'R_SPARC_GOT13',
      'R_SPARC_GOTDATA_OP_HIX22',
      'R_SPARC_GOTDATA_OP_LOX10',
      'R_SPARC_8',
      'R_SPARC_16',
      'R_SPARC_DISP8',
      'R_SPARC_DISP16',
      'R_SPARC_WDISP22',
      'R_SPARC_22',
      'R_SPARC_13',
      'R_SPARC_PLT32',
      'R_SPARC_10',
      'R_SPARC_11',
      'R_SPARC_OLO10',
      'R_SPARC_PC_HH22',
      'R_SPARC_PC_HM10',
      'R_SPARC_PC_LM22',
      'R_SPARC_WDISP16',
      'R_SPARC_WDISP19',
      'R_SPARC_7',
      'R_SPARC_5',
      'R_SPARC_6',
      'R_SPARC_DISP64',
      'R_SPARC_PLT64',
      'R_SPARC_HIX22',
      'R_SPARC_LOX10',
      'R_SPARC_UA16',
      'R_SPARC_H34',
      'R_SPARC_SIZE32',
      'R_SPARC_SIZE64',
      'R_SPARC_WDISP10',
    ],
  },
  blindSpots: {
    R_SPARC_8: ['takes one below its range'],
    R_SPARC_16: ['takes one below its range'],
    R_SPARC_PC22: ['takes one below its range'],
    R_SPARC_22: ['takes one below its range'],
    R_SPARC_PLT32: ['takes one below its range'],
    R_SPARC_7: ['takes one below its range'],
    R_SPARC_5: ['takes one below its range'],
    R_SPARC_6: ['takes one below its range'],
    R_SPARC_UA16: ['takes one below its range'],
    R_SPARC_SIZE32: ['takes one below its range'],
    R_SPARC_WDISP30: ['takes any alignment'],
    R_SPARC_WDISP22: ['takes any alignment'],
    R_SPARC_WPLT30: ['takes any alignment'],
    R_SPARC_WDISP19: ['takes any alignment'],
    R_SPARC_13: ['takes one below its range', 'takes one above its range'],
    R_SPARC_10: ['takes one below its range', 'takes one above its range'],
    R_SPARC_11: ['takes one below its range', 'takes one above its range'],
    R_SPARC_HIX22: ['takes one below its range', 'takes one above its range'],
    R_SPARC_WDISP16: ['inserted with or', 'takes any alignment'],
    R_SPARC_WDISP10: ['inserted with or', 'takes any alignment'],
    // Offsets of slots are multiples of 8, and GNU ld moves the table's start only so far.
    R_SPARC_GOT13: [
      'takes one below its range',
      'refuses the lowest of its range',
      'refuses the highest of its range',
    ],
  },
};
