/** Where linkers do otherwise than the rules of mips, why, and what decides. */

import { type LinkerDifferences, onlyLinker, rightlyRefused } from '../../support/differences.ts';
import type { Fault } from '../../support/wrong-models.ts';

const O32 = 'MIPS psABI supplement, Relocation Types';
const N64 = '64-bit ELF Object File Specification, Relocation Types';

/** The table starts above the lowest slot that is in reach, and linkers split one that would grow past the highest. */
const BEYOND_A_TABLE: readonly Fault[] = [
  'takes one below its range',
  'takes one above its range',
  'refuses the lowest of its range',
  'refuses the highest of its range',
];

/** No linker checks what fits into 32 bits. */
const UNCHECKED: readonly Fault[] = ['takes one below its range', 'takes one above its range'];

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_MIPS_26$/,
      what: 'refuses jalx, which changes the instruction set, when the target is of the same.',
      decides: `${O32}: a jump, whatever its opcode. Code for one instruction set has no jalx.`,
      explains: (each) => onlyLinker(each) && each.old >> 26n === 0x1dn,
    },
    {
      linker: 'lld',
      types: /^R_MIPS_26$/,
      what: 'drops the second lowest bit of the target.',
      decides: `${O32}: the field holds the target without its two lowest bits, so these must be 0; GNU ld refuses others too.`,
      explains: rightlyRefused,
    },
    {
      linker: 'lld',
      types: /^R_MIPS_(GOT16|CALL16|(GOT|CALL)_(HI|LO)16)$/,
      what: 'makes a slot for the symbol plus the addend.',
      decides: `${O32}: the slot of the symbol; the formula has no addend. Assemblers emit none, and without one both are the same.`,
      explains: ({ A }) => A !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_MIPS_PC32_64$/,
      what: 'keeps 32 bits of the distance and fills the upper half with zeros.',
      decides:
        '64-bit ELF Object File Specification, Relocation Types: what one type of an entry comes to is the addend of the ' +
        'next, in 64 bits. GNU as emits no such entry; lld does as the rule, and LLVM means a signed distance.',
      explains: ({ X, linker }) => X >> 31n !== 0n && linker === BigInt.asUintN(32, X),
    },
    ...(['GNU ld', 'lld'] as const).map((linker) => ({
      linker,
      types: /^R_MIPS_(32|GPREL32|PC32)$/,
      what: 'takes any value on 64-bit machines and drops what does not fit.',
      decides: `${N64} has them truncated. An address or a distance that lost its upper half is another one.`,
      explains: rightlyRefused,
    })),
  ],
  throughGot: [
    {
      linker: 'lld',
      types: /^R_MIPS_(GOT16|CALL16|(GOT|CALL)_(HI|LO)16)$/,
      what: 'makes a slot for the symbol plus the addend.',
      decides: `${O32}: the slot of the symbol; the formula has no addend.`,
      explains: ({ A }) => A !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_MIPS_GOT_DISP$/,
      what: 'leaves the addend out of the slot of a global symbol.',
      decides:
        'The slot has the address of the symbol and addend, as GNU ld itself has it for local symbols, and lld for all. ' +
        'Assemblers emit no addend, and without one both are the same.',
      explains: ({ A }) => A !== 0n,
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_MIPS_(PC16|PC21_S2|PC26_S2)$/,
      what: 'counts from 0 and drops what does not fit, at whatever address.',
      decides:
        'The psABI is silent. relocator has such branches go to themselves: they are never taken, and limit no load base.',
    },
    {
      linker: 'lld',
      types: /^R_MIPS_(PC16|PC21_S2|PC26_S2)$/,
      what: 'counts from 0, to which the image must be near enough.',
      decides: 'As above.',
    },
  ],
  notDone: { 'GNU ld': [], lld: ['R_MIPS_PC18_S3', 'R_MIPS_SUB'] },
  blindSpots: Object.fromEntries([
    ...['GOT16', 'CALL16', 'GOT_DISP', 'GOT_PAGE'].map((name) => [`R_MIPS_${name}`, BEYOND_A_TABLE]),
    ...['mips64', 'mips64el'].flatMap((arch) =>
      ['32', 'GPREL32', 'PC32', 'HI16_ALONE'].map((name) => [`${arch} R_MIPS_${name}`, UNCHECKED]),
    ),
  ]),
};
