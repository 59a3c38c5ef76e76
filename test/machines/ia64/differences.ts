/** Where linkers do otherwise than the rules of IA-64, why, and what decides. */
import { type LinkerDifferences, rightlyRefused } from '../../support/differences.ts';

const ABI = 'Intel Itanium Processor-specific ABI, Relocation';

/** The bits of the immediate in addl. */
const IMM22 = 0x1f_ffcf_e000n;

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_IA64_(IMM14|IMM22|GPREL22|LTOFF22X?|PCREL(21[BMF]|22))$/,
      what: 'ors the immediate into what the instruction holds.',
      decides: `${ABI}: the field is the immediate, and what it held is not part of the value. Assemblers leave 0.`,
      explains: ({ X, old, linker }, model) =>
        model.extract(old) !== 0n && linker !== 'refused' && linker === (old | model.insert(0n, X)),
    },
    {
      linker: 'GNU ld',
      types: /^R_IA64_(DIR|GPREL|PCREL|LTV)32LSB$/,
      what: 'takes any value and drops what 32 bits do not hold.',
      decides: `${ABI}: the word holds the value; kexec-tools refuses others, too.`,
      explains: rightlyRefused,
    },
    {
      linker: 'GNU ld',
      types: /^R_IA64_PCREL(21[BMF]|60B)$/,
      what: 'takes distances that are no multiple of 16 and drops the lowest four bits.',
      decides: `${ABI}: branches count bundles of 16 bytes; another distance leads elsewhere.`,
      explains: (each, model) => rightlyRefused(each, model) && each.X % 16n !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_IA64_PCREL21[BMF]$/,
      what: 'leads branches that are too far by a long one, for which it makes room behind the code.',
      decides: `${ABI} lets linkers do so. An image has no room to be made: the rule refuses, and gcc emits brl on request.`,
      explains: rightlyRefused,
    },
    {
      linker: 'GNU ld',
      types: /^R_IA64_PCREL60B$/,
      what: 'turns a long branch into a short one and a nop if the target is near, even with --no-relax.',
      decides: `${ABI} lets linkers do so; the rule leaves the instruction as it is, which goes to the same place.`,
      explains: ({ X, rule, linker }) =>
        rule !== 'refused' && linker !== 'refused' && X >= -(1n << 24n) && X < 1n << 24n,
    },
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_IA64_LTOFF22X?$/,
      what: 'ors the immediate into what the instruction holds.',
      decides: `${ABI}: the field is the immediate, and what it held is not part of the value. Assemblers leave 0.`,
      explains: ({ old, rule, linker }) =>
        rule !== 'refused' && (old & IMM22) !== 0n && linker === (old | (rule & IMM22)),
    },
  ],
  notDone: {
    // test/agreement/global-pointer-linkers.test.ts links them to code.
    'GNU ld': ['R_IA64_SEGREL32LSB', 'R_IA64_SEGREL64LSB'],
    lld: [],
  },
  blindSpots: {
    // It ors, so that only bits outside the field tell an insert from an or.
    R_IA64_IMM14: ['inserted with or'],
    R_IA64_IMM22: ['inserted with or'],
    R_IA64_GPREL22: ['inserted with or'],
    R_IA64_PCREL22: ['inserted with or'],
    R_IA64_PCREL21B: ['inserted with or'],
    R_IA64_PCREL21M: ['inserted with or'],
    R_IA64_PCREL21F: ['inserted with or'],
    // No table is so long that its end is out of reach.
    R_IA64_LTOFF22: [
      'inserted with or',
      'takes one below its range',
      'takes one above its range',
      'refuses the highest of its range',
    ],
    R_IA64_LTOFF22X: [
      'inserted with or',
      'takes one below its range',
      'takes one above its range',
      'refuses the highest of its range',
    ],
    R_IA64_DIR32LSB: ['takes one below its range', 'takes one above its range'],
    R_IA64_GPREL32LSB: ['takes one below its range', 'takes one above its range'],
    R_IA64_PCREL32LSB: ['takes one below its range', 'takes one above its range'],
    R_IA64_LTV32LSB: ['takes one below its range', 'takes one above its range'],
    R_IA64_PCREL60B: ['takes any alignment'],
  },
};
