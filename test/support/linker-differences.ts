/** Where a linker does otherwise than a rule, why, and what decides. Everything not listed here must agree. */
import type { ReferenceRule } from '../../reference-model/types.ts';
import { GOT_DIFFERENCES } from './got-differences.ts';
import { WAYS } from './got-forms.ts';
import type { Disagreement } from './link-cases.ts';
import type { Linker } from './linkers.ts';

const AMD64 = 'AMD64 psABI, 4.4.1';
const I386 = 'i386 psABI, Relocation Types';
const S390 = 's390x psABI, Relocation Types';
const RISCV = 'RISC-V ELF Specification, Relocations';
const AAELF = 'ELF for the Arm 64-bit Architecture';

export interface Difference {
  readonly linker: Linker;
  readonly types: RegExp;
  /** What the linker does. */
  readonly what: string;
  /** What the rule does and what decides it. */
  readonly decides: string;
  /** Whether this explains a case. */
  readonly explains: (each: Disagreement, model: ReferenceRule) => boolean;
}

const onlyRule = ({ rule, linker }: Disagreement): boolean => rule === 'refused' && linker !== 'refused';
const onlyLinker = ({ rule, linker }: Disagreement): boolean => rule !== 'refused' && linker === 'refused';

/** A value that n bits hold only when addresses wrap. */
function wraps(each: Disagreement, { name }: ReferenceRule): boolean {
  const bits = name.endsWith('8') ? 8n : 16n;
  const [half, full] = [1n << (bits - 1n), 1n << bits];
  const outside = each.X < -half || (name.includes('PC') && each.X >= half);
  return onlyRule(each) && outside && each.X >= -full && each.X < full;
}

/** What n bits can hold if they may be read either way and wrap besides. */
function withinEither(X: bigint, bits: number): boolean {
  const full = 1n << BigInt(bits);
  return X >= -full && X < full;
}

/** True when only the rule refuses, and rightly so: whatever a wrong model says. */
function rightlyRefused(each: Disagreement, { check }: ReferenceRule): boolean {
  return onlyRule(each) && check(BigInt.asUintN(64, each.X)) !== undefined;
}

/** lld's signed moves: of MOVN and MOVZ it takes the one that bit 16 of the shifted value asks for, MOVK it keeps. */
function lldSignedMove({ X, old, linker }: Disagreement, { name }: ReferenceRule): boolean {
  const shift = 16n * BigInt(/_G(\d)/.exec(name)?.[1] ?? 0);
  let shown = BigInt.asUintN(64, X) >> shift;
  let instruction = old;
  if ((old & (1n << 29n)) === 0n) {
    if (shown & 0x1_0000n) {
      shown ^= 0xffffn;
      instruction &= ~(1n << 30n);
    } else instruction |= 1n << 30n;
  }
  return linker === (instruction | ((shown & 0xffffn) << 5n));
}

export const DIFFERENCES: readonly Difference[] = [
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
    linker: 'GNU ld',
    types: /^R_390_(8|(PC|GOTOFF|PLTOFF|GOT|GOTPLT)?(16|32)|PLT32)$/,
    what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
    decides: `${S390}: the bits above a half16 must be all ones or all zeros, which leaves the sign open; of word32 it says nothing. The rules take what n bits can mean, -2^(n-1) to 2^n - 1 for addresses and constants, signed for distances, and so does lld. A byte8 may be 0 to 255 there; both linkers also take negative bytes, and the rule with them.`,
    explains: (each, model) => rightlyRefused(each, model) && withinEither(each.X, 8 * model.bytes),
  },
  {
    linker: 'GNU ld',
    types: /^R_390_(PC|PLT)(12|16|24|32)DBL$/,
    what: 'takes distances twice as long either way as the field, which is signed, can hold.',
    decides: `${S390} calls the fields signed and shifted left by one, but leaves one bit too many above them open. The instructions read signed halfwords; a longer distance is another one. lld refuses it, too.`,
    explains: (each, { name }) =>
      onlyRule(each) && withinEither(each.X, Number(/\d+/.exec(name.slice(6))) + 1),
  },
  {
    linker: 'GNU ld',
    types: /^R_390_(12|20)$/,
    what: 'takes any value and drops what does not fit.',
    decides: `${S390}: the bits above a low12 must be zero, and a mid20 is signed; an instruction with another displacement reaches elsewhere.`,
    explains: rightlyRefused,
  },
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
    decides: `${RISCV} calls them 32-bit without a check. An address that lost its upper half is another one; Linux's module loader refuses it too.`,
    explains: rightlyRefused,
  },
  {
    linker: 'lld',
    types: /^R_RISCV_32$/,
    what: 'takes any value and drops what does not fit.',
    decides: `${RISCV} calls it 32-bit without a check. An address that lost its upper half is another one; Linux's module loader refuses it too.`,
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
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_ABS(16|32)$/,
    what: 'refuses negative values.',
    decides: `${AAELF}, 5.7.5: check that -2^(n-1) <= X < 2^n.`,
    explains: (each) => onlyLinker(each) && each.X < 0n,
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_PREL(16|32)$/,
    what: 'takes signed values only.',
    decides: `${AAELF}, 5.7.5: check that -2^(n-1) <= X < 2^n.`,
    explains: (each) => onlyLinker(each) && each.X > 0n,
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_(TSTBR14|CONDBR19|JUMP26|CALL26)$/,
    what: 'drops the low bits of a branch distance that is not a multiple of 4.',
    decides: `${AAELF}, 5.7.6, the table of control-flow instructions: all offsets are a multiple of 4. The branch would end elsewhere than asked; the rule refuses it.`,
    explains: (each) => onlyRule(each) && each.X % 4n !== 0n,
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_(JUMP26|CALL26)$/,
    what: 'adds a veneer to reach a target that is too far.',
    decides: `${AAELF}, 5.7.6: check that -2^27 <= X < 2^27. A static linker may insert veneers; relocator adds no code to an image and refuses.`,
    explains: (each) => onlyRule(each) && (each.X < -(1n << 27n) || each.X >= 1n << 27n),
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_MOVW_GOTOFF_G1$/,
    what: 'leaves the opcode as it is.',
    decides: `${AAELF}, 5.7.6: the instruction becomes MOVZ or MOVN by the sign of X.`,
    explains: ({ rule, linker, X }) =>
      rule !== 'refused' && linker !== 'refused' && X >= 0n && rule === (linker | (1n << 30n)),
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_(TSTBR14|JUMP26|CALL26)$/,
    what: 'drops the low bits of a branch distance that is not a multiple of 4.',
    decides: `${AAELF}, 5.7.6, the table of control-flow instructions: all offsets are a multiple of 4. The branch would end elsewhere than asked; the rule refuses it.`,
    explains: (each) => onlyRule(each) && each.X % 4n !== 0n,
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_(JUMP26|CALL26|PLT32)$/,
    what: 'adds a thunk to reach a target that is too far, or within 4 bytes of being so.',
    decides: `${AAELF}, 5.7.5 and 5.7.6: the range of the field. relocator adds no code to an image and refuses.`,
    explains: (each, model) => {
      const reach = model.name.endsWith('PLT32') ? 1n << 31n : 1n << 27n;
      const far = each.X < -reach || each.X >= reach;
      return onlyRule(each) ? far : each.X >= reach - 4n && each.X < reach;
    },
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_JUMP26$/,
    what: 'writes a whole B instruction.',
    decides: `${AAELF}, 5.7.6: set the immediate field; the rest of the instruction stays.`,
    explains: ({ rule, linker }) =>
      rule !== 'refused' && linker !== 'refused' && linker === ((rule & 0x3ff_ffffn) | 0x1400_0000n),
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_(MOVW_UABS|LD_PREL|ADR|ADD|LDST|LD64|TSTBR14|CONDBR19|CALL26)/,
    what: 'ORs the value into the immediate and counts on finding it 0.',
    decides: `${AAELF}, 5.7: with RELA the addend is in the entry, and the field is set to the value; what stood there does not matter.`,
    explains: ({ rule, linker, old }) => rule !== 'refused' && linker === (rule | old),
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_MOVW_(SABS|PREL)_G/,
    what: 'ORs the value into the immediate, and chooses between MOVN and MOVZ in the _NC forms too, but keeps a MOVK.',
    decides: `${AAELF}, 5.7.6: the field is set to the value. The forms without _NC become MOVN or MOVZ by the sign of X; the _NC forms leave the opcode.`,
    explains: lldSignedMove,
  },
];

/** Types a linker does not do in a static link, each of them by name. */
export const NOT_DONE: Readonly<Record<Linker, readonly string[]>> = {
  'GNU ld': [
    'R_386_32PLT',
    'R_AARCH64_MOVW_GOTOFF_G0',
    'R_AARCH64_MOVW_GOTOFF_G1_NC',
    'R_AARCH64_MOVW_GOTOFF_G2',
    'R_AARCH64_MOVW_GOTOFF_G2_NC',
    'R_AARCH64_MOVW_GOTOFF_G3',
    'R_AARCH64_GOTREL64',
    'R_AARCH64_GOTREL32',
    'R_AARCH64_PLT32',
    'R_AARCH64_GOTPCREL32',
    'R_RISCV_PLT32',
  ],
  lld: [
    'R_X86_64_GOTPCREL64',
    'R_X86_64_GOTPLT64',
    'R_386_32PLT',
    'R_386_SIZE32',
    'R_AARCH64_MOVW_GOTOFF_G0',
    'R_AARCH64_MOVW_GOTOFF_G0_NC',
    'R_AARCH64_MOVW_GOTOFF_G1',
    'R_AARCH64_MOVW_GOTOFF_G1_NC',
    'R_AARCH64_MOVW_GOTOFF_G2',
    'R_AARCH64_MOVW_GOTOFF_G2_NC',
    'R_AARCH64_MOVW_GOTOFF_G3',
    'R_AARCH64_GOTREL64',
    'R_AARCH64_GOTREL32',
    'R_AARCH64_GOT_LD_PREL19',
    'R_AARCH64_LD64_GOTOFF_LO15',
    'R_AARCH64_GOTPCREL32',
    'R_390_GOTPLT12',
    'R_390_GOTPLT16',
    'R_390_GOTPLT20',
    'R_390_GOTPLT32',
    'R_390_GOTPLT64',
    'R_390_GOTPLTENT',
  ],
};

function patternText(pattern: RegExp): string {
  const text = pattern.source.replace(/^\^/, '').replace(/\$$/, '').trim();
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function rows(differences: readonly Pick<Difference, 'linker' | 'types' | 'what' | 'decides'>[]): string[] {
  return [
    '| linker | types | the linker | the rule |',
    '|---|---|---|---|',
    ...differences.map(({ linker, types, what, decides }) => {
      return `| ${linker} | ${patternText(types)} | ${what} | ${decides} |`;
    }),
  ];
}

/** The differences as a page. */
export function differencesPage(): string {
  const lines = [
    '# Where linkers differ',
    '',
    'Every rule is held against GNU ld and lld at both ends of its range, one past them, at misaligned values, at random',
    'ones, and on fields full of zeros, of ones and of both. Where a linker does otherwise, it is listed here; anything',
    'else fails a test. RELATIVE types, which only loaders apply, are not tested this way.',
    '',
    ...rows(DIFFERENCES),
    '',
    '## Through the GOT',
    '',
    'For rules that go through the GOT the slot is found in the table the linker made. The place, the addend or the',
    'number of the slot is moved until the value is at both ends of the range and beyond.',
    '',
    ...rows(GOT_DIFFERENCES),
    '',
    '## Instructions rewritten to do without the GOT',
    '',
    'Both psABIs list the instructions a linker may rewrite. What is rewritten is the same, byte for byte, in images that',
    'move (PIE); other than that:',
    '',
    '| linker | machine | instructions | the linker | relocator |',
    '|---|---|---|---|---|',
    ...WAYS.map(
      ({ linker, arch, instructions, what, decides }) =>
        `| ${linker} | ${arch} | ${instructions} | ${what} | ${decides} |`,
    ),
    '',
    '## Types that a linker does not do',
    '',
    ...Object.entries(NOT_DONE).flatMap(([linker, names]) => [
      `${linker}: ${names.map((name) => `\`${name}\``).join(', ')}.`,
      '',
    ]),
  ];
  return lines.join('\n');
}
