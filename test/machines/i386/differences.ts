/** Where linkers do otherwise than the rules of i386, why, and what decides. */
import { type LinkerDifferences, onlyLinker } from '../../support/differences.ts';
import { wraps } from '../x86-common/wraps.ts';

const I386 = 'i386 psABI, Relocation Types';
const OPTIMIZATION = 'i386 psABI, Linker Optimization';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_386_(PC)?(8|16)$/,
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `${I386} does not say. The rules take what n bits can mean: -2^(n-1) to 2^n - 1 for addresses, signed for distances; what neither reading of the field gives back is refused.`,
      explains: wraps,
    },
    {
      linker: 'GNU ld',
      types: /^R_386_(8|16|PC8)$/,
      what: 'checks S or S - P and the addend in the place each by itself, and refuses sums that fit.',
      decides: `${I386}: the field holds S + A or S + A - P; it is that sum that must fit.`,
      explains: onlyLinker,
    },
    {
      linker: 'GNU ld',
      types: /^R_386_GOT32X(_NO_BASE)?$/,
      what: 'rewrites the instruction instead of making a slot when the addend is 0, whatever the instruction is.',
      decides: `${I386}: only the named instructions may be rewritten; the rule rewrites those and makes a slot for all others.`,
      explains: ({ A }) => A === 0n,
    },
    {
      linker: 'lld',
      types: /^R_386_PC16$/,
      what: 'takes 17 bits, signed: 16-bit code may wrap.',
      decides: `${I386}: S + A - P in a word16; a distance outside of 16 signed bits is another one once it wraps.`,
      explains: wraps,
    },
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_386_GOT32X(_NO_BASE)?$/,
      what: 'rewrites the instruction when the addend is 0, also one it has no other form for, and makes no slot.',
      decides:
        'i386 psABI, Relocation Types: only the instructions named there have the type. The rule rewrites `call`, ' +
        '`jmp` and `mov`, and makes a slot for others.',
      explains: ({ A, linker }) => A === 0n && linker !== 'refused',
    },
  ],
  rewritten: [
    {
      linker: 'GNU ld',
      arch: 'i386',
      fixed: true,
      forms: /^(mov|test|adc|add|and|cmp|or|sbb|sub|xor) /,
      instructions: '`mov`, `test`, arithmetic',
      way: 'immediate',
      what: 'puts the address into the instruction as an immediate, where the image does not move.',
      decides: `${OPTIMIZATION}: a linker may. \`mov\` becomes \`lea foo@GOTOFF\`, which moves with the image, and the others keep their slot; an immediate is one more word to relocate.`,
    },
    {
      linker: 'lld',
      arch: 'i386',
      fixed: false,
      forms: /^(call|jmp|mov) /,
      instructions: '`call`, `jmp`, `mov`',
      way: 'slot',
      what: 'rewrites none of them.',
      decides: `${OPTIMIZATION}: a linker may rewrite, it need not.`,
    },
  ],
  notDone: { 'GNU ld': ['R_386_32PLT'], lld: ['R_386_32PLT', 'R_386_SIZE32'] },
  blindSpots: {
    R_386_PC16: ['takes one below its range', 'takes one above its range'],
  },
};
