/** Where linkers do otherwise than the rules of ppc64, why, and what decides. */

import {
  type LinkerDifferences,
  onlyLinker,
  onlyRule,
  rightlyRefused,
  withinEither,
} from '../../support/differences.ts';
import type { Fault } from '../../support/wrong-models.ts';

const ABI = '64-Bit ELF V2 ABI Specification, 3.5.3';

const ENDS: readonly Fault[] = [
  'takes one below its range',
  'takes one above its range',
  'refuses the lowest of its range',
  'refuses the highest of its range',
];

/** lld does not know them; GNU ld makes slots for functions of the file only, which plt.test.ts has. */
const SLOTS_OF_FUNCTIONS = ['16_LO', '16_HI', '16_HA', '16_LO_DS', '_PCREL34', '_PCREL34_NOTOC'].map(
  (name) => `R_PPC64_PLT${name}`,
);

const WEAK = 'The psABI is silent, and such code is never run.';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_PPC64_U?ADDR32$/,
      what: 'takes -2^32 to 2^32 - 1, so that addresses may wrap.',
      decides: `${ABI}: the value must fit the word. The rule takes what 32 bits can mean, -2^31 to 2^32 - 1, and so does lld.`,
      explains: (each, model) => rightlyRefused(each, model) && withinEither(each.X, 32),
    },
    {
      linker: 'GNU ld',
      types: /^R_PPC64_U?ADDR16$/,
      what: 'refuses 2^15 and more.',
      decides: `${ABI}: the value must fit the halfword. As data and in instructions on bits it is read as unsigned, so the rule takes -2^15 to 2^16 - 1, and so does lld.`,
      explains: (each) => onlyLinker(each) && each.X >= 0x8000n,
    },
    {
      linker: 'GNU ld',
      types: /^R_PPC64_UADDR16$/,
      what: 'takes the halfword for the opcode of an instruction, on big-endian machines, and checks as that would read it.',
      decides: `${ABI}: it is data.`,
      explains: (each) => onlyLinker(each) && each.X < 0n && each.old !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_PPC64_ADDR(14|24)$/,
      what: 'drops the low two bits, and takes -2^n to 2^n - 1 in n bits.',
      decides: `${ABI}: the fields are words of instructions, and a branch whose target lost bits goes elsewhere. The processor extends the sign.`,
      explains: (each, model) =>
        rightlyRefused(each, model) && withinEither(each.X, model.name.endsWith('14') ? 16 : 26),
    },
    {
      linker: 'GNU ld',
      types: /^R_PPC64_REL(14|24|24_NOTOC|24_P9NOTOC)$/,
      what: 'drops the low two bits.',
      decides: `${ABI}: the fields are words of instructions, and a branch whose target lost bits goes elsewhere.`,
      explains: (each) => onlyRule(each) && each.X % 4n !== 0n,
    },
    {
      linker: 'lld',
      types: /^R_PPC64_TOC16$/,
      what: 'takes 2^15 to 2^16 - 1, too.',
      decides: `${ABI}: the value must fit the field, which instructions add as signed to the TOC pointer. GNU ld refuses it, too.`,
      explains: (each) => onlyRule(each) && each.X >= 0x8000n && each.X < 0x1_0000n,
    },
  ],
  throughGot: [
    {
      linker: 'lld',
      types: /^R_PPC64_GOT(16|_PCREL34)/,
      what: 'makes a slot for the symbol alone and adds the addend to the distance.',
      decides: `${ABI}: G is the offset of the slot that holds the symbol plus the addend. GNU ld does that, too.`,
      explains: ({ A, slotless }) => A !== 0n && slotless,
    },
  ],
  weak: [
    {
      linker: 'lld',
      types: /^R_PPC64_REL24$/,
      what: 'makes the branch go to itself.',
      decides: `${WEAK} relocator does as GNU ld does and makes a nop of it.`,
    },
    {
      linker: 'lld',
      types: /^R_PPC64_REL24_NOTOC$/,
      what: 'counts from 0, which the branch must reach.',
      decides: `${WEAK} relocator does as GNU ld does and makes a nop of it.`,
    },
    {
      linker: 'GNU ld',
      types: /^R_PPC64_REL14$/,
      what: 'counts from 0 and drops what does not fit.',
      decides: `${WEAK} relocator does as lld does: the branch stays at itself.`,
    },
  ],
  notDone: {
    'GNU ld': SLOTS_OF_FUNCTIONS,
    lld: [
      ...SLOTS_OF_FUNCTIONS,
      ...['ADDR14', 'ADDR24', 'UADDR16', 'UADDR32', 'UADDR64', 'ADDR64_LOCAL', 'ADDR16_HIGHA'],
      ...['REL24_P9NOTOC', 'D34', 'D34_LO', 'D34_HI30', 'D34_HA30', 'D28', 'PCREL28', 'REL16', 'REL16DX_HA'],
      ...['REL16_HIGH', 'REL16_HIGHA', 'REL16_HIGHER', 'REL16_HIGHERA', 'REL16_HIGHEST', 'REL16_HIGHESTA'],
      ...['ADDR16', 'REL16'].flatMap((stem) =>
        ['HIGHER34', 'HIGHERA34', 'HIGHEST34', 'HIGHESTA34'].map((upper) => `${stem}_${upper}`),
      ),
    ].map((name) => (name.startsWith('R_') ? name : `R_PPC64_${name}`)),
  },
  blindSpots: {
    // GNU ld checks half of it, and lld does not do these.
    R_PPC64_ADDR14: ['takes any alignment'],
    R_PPC64_ADDR24: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
    // Cases beyond the range are not linked: GNU ld would make stubs for them in front of the code.
    R_PPC64_REL14: ['takes one below its range', 'takes one above its range'],
    R_PPC64_REL24: ['takes one below its range', 'takes one above its range'],
    R_PPC64_REL24_NOTOC: ['takes one below its range', 'takes one above its range'],
    R_PPC64_REL24_P9NOTOC: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
    R_PPC64_UADDR32: ['takes one below its range'],
    R_PPC64_UADDR16: ['takes one above its range', 'refuses the highest of its range'],
    // Slots are words in a table that ends where the 16 bits do.
    R_PPC64_GOT16: ENDS,
    R_PPC64_GOT16_DS: [...ENDS, 'takes any alignment'],
    R_PPC64_GOT16_LO_DS: ['takes any alignment'],
    R_PPC64_GOT16_HA: ENDS,
    R_PPC64_GOT16_HI: ['shifted by one bit', 'inserted with or', ...ENDS],
  },
};
