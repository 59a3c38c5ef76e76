/** Where linkers do otherwise than the rules of riscv, why, and what decides. */
import { type LinkerDifferences, onlyLinker, rightlyRefused } from '../../support/differences.ts';

const RISCV = 'RISC-V ELF Specification, Relocations';
const SILENT = 'The psABI is silent.';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_RISCV_SUB(6|8|16|32|64)$/,
      what: 'subtracts the symbol and adds the addend.',
      decides: `${RISCV}: V - S - A. Assemblers only emit it with an addend of 0, for which both are the same.`,
      explains: ({ A, rule, linker }, { bytes, name }) => {
        const bits = name.endsWith('SUB6') ? 6 : 8 * bytes;
        return (
          rule !== 'refused' && linker !== 'refused' && BigInt.asUintN(bits, linker - rule - 2n * A) === 0n
        );
      },
    },
    {
      linker: 'GNU ld',
      types: /^R_RISCV_32(_PCREL)?$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${RISCV} calls them 32-bit without a check. An address that lost its upper half, or of which lw extends the sign, is another one; Linux's module loader refuses what 32 bits do not hold.`,
      explains: rightlyRefused,
    },
    {
      linker: 'lld',
      types: /^R_RISCV_32$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${RISCV} calls it 32-bit without a check. An address that lost its upper half, or of which lw extends the sign, is another one; Linux's module loader refuses what 32 bits do not hold.`,
      explains: rightlyRefused,
    },
    {
      linker: 'lld',
      types: /^R_RISCV_SET32$/,
      what: 'refuses values that 32 signed bits do not hold.',
      decides: `${RISCV}: SET32 is one half of a difference, which R_RISCV_SUB32 completes; only the difference must fit.`,
      explains: (each) => onlyLinker(each),
    },
    {
      linker: 'lld',
      types: /^R_RISCV_(32_PCREL|PLT32)$/,
      what: 'computes in 64 bits on 32-bit machines too, and refuses distances that only fit once the word wraps.',
      decides: `${RISCV}: the word is as wide as an address, and sums wrap around it as addresses do.`,
      explains: (each) => onlyLinker(each) && BigInt.asIntN(32, each.X) === each.X,
    },
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_RISCV_GOT_HI20$/,
      what: 'refuses addends.',
      decides:
        'RISC-V ELF Specification, Relocations: G + GOT + A - P. Assemblers emit no addend; the rule adds what is there.',
      explains: ({ A, linker }) => A !== 0n && linker === 'refused',
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_RISCV_CALL(_PLT)?$/,
      what: 'makes a jump to address 0 of the call, by x0.',
      decides: `${SILENT} relocator does as lld does: the call goes to itself.`,
    },
    {
      linker: 'GNU ld',
      types: /^R_RISCV_(JAL|BRANCH|RVC_BRANCH|RVC_JUMP)$/,
      what: 'counts from 0, to which the image must be near enough.',
      decides: `${SILENT} relocator does as lld does: the branch goes to itself.`,
    },
    {
      linker: 'GNU ld',
      types: /^R_RISCV_PCREL_HI20$/,
      what: 'on 64-bit machines makes lui of auipc where 0 is too far away, in images that do not move.',
      decides: `${SILENT} relocator does that everywhere, with other symbols that do not move, too.`,
    },
    {
      linker: 'lld',
      types: /^R_RISCV_PCREL_HI20$/,
      what: 'counts from 0, to which the image must be near enough.',
      decides: `${SILENT} As above: a test of such a symbol does not limit the load bases.`,
    },
  ],
  notDone: {
    'GNU ld': ['R_RISCV_PLT32', 'R_RISCV_GOT32_PCREL'],
    lld: [],
  },
  blindSpots: {
    'riscv64 R_RISCV_32': ['takes one below its range', 'takes one above its range'],
  },
};
