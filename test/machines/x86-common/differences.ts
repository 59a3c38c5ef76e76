/** Where linkers do otherwise than the rules of x86, why, and what decides. */
import type { ReferenceRule } from '../../../reference-model/types.ts';
import { type FamilyDifferences, onlyLinker, onlyRule } from '../../support/differences.ts';
import type { Disagreement } from '../../support/link-cases.ts';

const AMD64 = 'AMD64 psABI, 4.4.1';
const I386 = 'i386 psABI, Relocation Types';

/** A value that n bits hold only when addresses wrap. */
function wraps(each: Disagreement, { name }: ReferenceRule): boolean {
  const bits = name.endsWith('8') ? 8n : 16n;
  const [half, full] = [1n << (bits - 1n), 1n << bits];
  const outside = each.X < -half || (name.includes('PC') && each.X >= half);
  return onlyRule(each) && outside && each.X >= -full && each.X < full;
}

export const x86: FamilyDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_(X86_64|386)_(PC)?(8|16)$/,
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `The rules take what n bits can mean: -2^(n-1) to 2^n - 1 for addresses, signed for distances. ${AMD64} asks to verify only R_X86_64_32 and 32S; what neither reading of the field gives back is refused.`,
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
      types: /^R_386_GOT32X$/,
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
    {
      linker: 'lld',
      types: /^R_X86_64_SIZE32$/,
      what: 'takes signed values: negative sums, and none from 2^31 on.',
      decides: `${AMD64}: Z + A is a size; a negative one does not zero-extend to the original value.`,
      explains: (each) => (onlyRule(each) && each.X < 0n) || (onlyLinker(each) && each.X >= 1n << 31n),
    },
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_386_GOT32X$/,
      what: 'rewrites the instruction when the addend is 0, also one it has no other form for, and makes no slot.',
      decides:
        'i386 psABI, Relocation Types: only the instructions named there have the type. The rule rewrites `call`, ' +
        '`jmp` and `mov`, and makes a slot for others.',
      explains: ({ A, linker }) => A === 0n && linker !== 'refused',
    },
  ],
  notDone: {
    'GNU ld': ['R_386_32PLT'],
    lld: ['R_X86_64_GOTPCREL64', 'R_X86_64_GOTPLT64', 'R_386_32PLT', 'R_386_SIZE32'],
  },
  blindSpots: {
    R_386_PC16: ['takes one below its range', 'takes one above its range'],
  },
};
