/** Where linkers do otherwise than the rules of 32-bit PowerPC, why, and what decides. */

import { type LinkerDifferences, onlyRule } from '../../support/differences.ts';
import type { Disagreement } from '../../support/link-cases.ts';

const PPC = 'Power Architecture 32-bit ABI Supplement, Relocation Types';

/** The y bit of a conditional branch. */
const Y_BIT = 1n << 21n;

/** The addend of calls that are compiled with -fPIC. */
const GOT2 = 0x8000n;

const isMisaligned = (each: Disagreement): boolean => onlyRule(each) && each.X % 4n !== 0n;

/** lld's branch to code of its own right behind the section, which branches on. */
const isThunk = ({ X, linker }: Disagreement): boolean => {
  if (linker === 'refused') return false;
  const distance = BigInt.asUintN(26, linker) & ~3n;
  return distance > 0n && distance < 0x4000n && !(X >= 0n && X < 0x4000n);
};

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_PPC_(ADDR|REL)(24|14|14_BRN?TAKEN)$|^R_PPC_(PLTREL24|LOCAL24PC)$/,
      what: 'takes any value and drops the lowest two bits.',
      decides: `${PPC}: low24 and low14 are an address divided by four. Instructions stand at multiples of four; a branch to another address goes elsewhere.`,
      explains: isMisaligned,
    },
    {
      linker: 'GNU ld',
      types: /^R_PPC_ADDR14_BRN?TAKEN$/,
      what: 'sets the y bit for a branch that leads backward from the place or forward from it.',
      decides:
        'PowerPC User Instruction Set Architecture, Branch Instructions: what the y bit inverts is the guess from the sign of the displacement field, and that of an absolute branch is the address itself. Either way it is a hint only.',
      explains: ({ rule, linker }) => rule !== 'refused' && linker !== 'refused' && (rule ^ linker) === Y_BIT,
    },
    {
      linker: 'lld',
      types: /^R_PPC_(REL24|PLTREL24|LOCAL24PC)$/,
      what: 'sends branches that do not reach through a thunk; it computes in 64 bits, so distances that wrap do not reach.',
      decides: `${PPC}: the distance must fit. A purgatory is smaller than the reach, so relocator refuses and makes no code.`,
      explains: isThunk,
    },
    {
      linker: 'lld',
      types: /^R_PPC_PLTREL24$/,
      what: 'adds what the addend is besides 0x8000.',
      decides: `${PPC}: the addend tells what register 30 holds, the distance is that of the function. Compilers emit 0 and 0x8000, for which all agree; ld -r adds to the latter where the .got2 of the file begins, and that is no distance either. GNU ld ignores every addend, too.`,
      explains: ({ X, A, old, linker }, { insert }) => {
        if (linker === 'refused') return (A & ~GOT2) !== 0n;
        const value = BigInt.asUintN(32, X + (A & ~GOT2));
        return (A & ~GOT2) !== 0n && linker === insert(BigInt.asUintN(32, old), value);
      },
    },
  ],
  throughGot: [],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_PPC_(REL24|REL14(_BRN?TAKEN)?|PLTREL24|LOCAL24PC)$/,
      what: 'counts from 0 and drops what does not fit.',
      decides:
        'The psABI is silent, and such code is never run. relocator does as lld does: the branch stays at itself.',
    },
  ],
  notDone: {
    'GNU ld': [
      'R_PPC_PLT32',
      'R_PPC_PLTREL32',
      'R_PPC_PLT16_LO',
      'R_PPC_PLT16_HA',
      'R_PPC_SDAREL16',
      'R_PPC_EMB_SDA2REL',
      'R_PPC_EMB_SDA21',
    ],
    lld: [
      'R_PPC_ADDR16',
      'R_PPC_ADDR14',
      'R_PPC_ADDR14_BRTAKEN',
      'R_PPC_ADDR14_BRNTAKEN',
      'R_PPC_REL14_BRTAKEN',
      'R_PPC_REL14_BRNTAKEN',
      'R_PPC_GOT16_LO',
      'R_PPC_GOT16_HI',
      'R_PPC_GOT16_HA',
      'R_PPC_UADDR32',
      'R_PPC_UADDR16',
      'R_PPC_PLT32',
      'R_PPC_PLTREL32',
      'R_PPC_PLT16_LO',
      'R_PPC_PLT16_HA',
      'R_PPC_SDAREL16',
      'R_PPC_EMB_SDA2REL',
      'R_PPC_EMB_SDA21',
      'R_PPC_REL16',
    ],
  },
  blindSpots: {
    // lld does not know them, and GNU ld takes any alignment.
    R_PPC_ADDR14: ['takes any alignment'],
    R_PPC_ADDR14_BRTAKEN: ['takes any alignment'],
    R_PPC_ADDR14_BRNTAKEN: ['takes any alignment'],
    R_PPC_REL14_BRNTAKEN: ['takes any alignment'],
    // Slots stand at multiples of 4 from the table, whose number alone the tests choose, below 64 KiB.
    R_PPC_GOT16: ['takes one below its range', 'refuses the highest of its range'],
    R_PPC_GOT16_HI: ['shifted by one bit', 'inserted with or'],
    R_PPC_GOT16_HA: ['shifted by one bit'],
  },
};
