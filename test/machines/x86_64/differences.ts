/** Where linkers do otherwise than the rules of x86_64, why, and what decides. */
import { type LinkerDifferences, onlyLinker, onlyRule } from '../../support/differences.ts';
import { MOVES } from '../x86-common/got-forms.ts';
import { wraps } from '../x86-common/wraps.ts';

const AMD64 = 'AMD64 psABI, 4.4.1';
const OPTIMIZATION = 'AMD64 psABI, appendix Linker Optimization';

/** Newer than the linkers that tests run. */
const APX = [4, 5, 6].map((bytes) => `R_X86_64_CODE_${bytes}_GOTPCRELX`);

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_X86_64_(PC)?(8|16)$/,
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `The rules take what n bits can mean: -2^(n-1) to 2^n - 1 for addresses, signed for distances. ${AMD64} asks to verify only R_X86_64_32 and 32S; what neither reading of the field gives back is refused.`,
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
  throughGot: [],
  rewritten: [
    {
      linker: 'GNU ld',
      arch: 'x86_64',
      fixed: true,
      forms: /^(mov|test|adc|add|and|cmp|or|sbb|sub|xor) /,
      instructions: '`mov`, `test`, arithmetic',
      way: 'immediate',
      what: 'puts the address into the instruction as an immediate, where the image does not move and the address fits.',
      decides: `${OPTIMIZATION}: a linker may. Only \`call\`, \`jmp\` and \`mov\` have a form without the slot that moves with the image; ${MOVES}`,
    },
    {
      linker: 'lld',
      arch: 'x86_64',
      fixed: true,
      forms: /^(test|adc|add|and|cmp|or|sbb|sub|xor) .*%r(\d+|.x)(,|$)/,
      instructions: '`test`, arithmetic, with a REX prefix',
      way: 'immediate',
      what: 'puts the address into instructions with a REX prefix as an immediate, where the image does not move.',
      decides: `${OPTIMIZATION}: a linker may. The slot stays; ${MOVES}`,
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_X86_64_(PLT32|PC32)$/,
      what: 'makes a PLT entry in images that move, whose slot holds 0; elsewhere the branch goes to 0 and must reach it.',
      decides:
        'The psABI is silent. relocator does as lld does in images that move: the branch goes to the load base. What is no branch, and could test the address, still gets 0.',
    },
  ],
  notDone: { 'GNU ld': APX, lld: ['R_X86_64_GOTPCREL64', 'R_X86_64_GOTPLT64', ...APX] },
  blindSpots: {},
};
