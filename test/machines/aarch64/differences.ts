/** Where linkers do otherwise than the rules of aarch64, why, and what decides. */
import type { ReferenceRule } from '../../../reference-model/types.ts';
import { type LinkerDifferences, onlyLinker, onlyRule } from '../../support/differences.ts';
import type { Disagreement } from '../../support/link-cases.ts';

const AAELF = 'ELF for the Arm 64-bit Architecture';

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

const ADDEND =
  `${AAELF}, 5.7.3: GDAT(S+A) is an entry for the address S+A; since 2024 the addend has to be 0, because linkers never did ` +
  'that. Assemblers write addends when they put a section in place of a local symbol, and mean S+A: the rule does that.';

/** True for the same field, but for the opcode bit that GNU ld leaves alone in wide moves. */
function sameMove(linker: bigint | 'refused', field: bigint | 'refused'): boolean {
  return linker === field || (linker !== 'refused' && field === (linker | (1n << 30n)));
}
export const differences: LinkerDifferences = {
  plain: [
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
  ],
  throughGot: [
    {
      linker: 'GNU ld',
      types: /^R_AARCH64_ADR_GOT_PAGE$/,
      what: 'takes distances beyond 4 GiB and drops what does not fit.',
      decides: `${AAELF}, 5.7.6: check that -2^32 <= X < 2^32. The rule checks.`,
      explains: ({ X, rule, linker }) =>
        rule === 'refused' && linker !== 'refused' && (X < -(1n << 32n) || X >= 1n << 32n),
    },
    {
      linker: 'GNU ld',
      types: /^R_AARCH64_MOVW_GOTOFF_G1$/,
      what: 'leaves the opcode as it is.',
      decides: `${AAELF}, 5.7.6: the checking forms relocate MOVN or MOVZ. The offset of a slot is not negative, so the rule makes it MOVZ.`,
      explains: ({ X, rule, linker, old }) =>
        rule !== 'refused' &&
        linker !== 'refused' &&
        X >= 0n &&
        (old & (1n << 30n)) === 0n &&
        rule === (linker | (1n << 30n)),
    },
    {
      linker: 'GNU ld',
      types: /^R_AARCH64_/,
      what: 'ignores an addend.',
      decides: ADDEND,
      explains: ({ A, G, linker, besideSymbol }) =>
        A !== 0n && G === undefined && sameMove(linker, besideSymbol(0n)),
    },
    {
      linker: 'lld',
      types: /^R_AARCH64_LD64_GOTPAGE_LO15$/,
      what: 'takes slots beyond 32 KiB and drops what does not fit.',
      decides: `${AAELF}, 5.7.6: check that 0 <= X < 2^15. The rule checks.`,
      explains: ({ X, rule, linker }) => rule === 'refused' && linker !== 'refused' && X >= 1n << 15n,
    },
    {
      linker: 'lld',
      types: /^R_AARCH64_LD64_GOT(_LO12_NC|PAGE_LO15)$/,
      what: 'ORs the value into the immediate and counts on finding it 0.',
      decides: `${AAELF}, 5.7.6: the immediate field is set to the bits of X, and with RELA nothing that stood there counts. The rule sets it.`,
      explains: ({ rule, linker, old }) => rule !== 'refused' && old !== 0n && linker === (rule | old),
    },
    {
      linker: 'lld',
      types: /^R_AARCH64_/,
      what: 'adds an addend to the address of the slot.',
      decides: ADDEND,
      explains: ({ A, G, linker, besideSymbol }) =>
        A !== 0n && G === undefined && sameMove(linker, besideSymbol(A)),
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_AARCH64_(CALL|JUMP)26$/,
      what: 'makes a nop of the branch.',
      decides: `${AAELF}, Weak references: a branch goes to the next instruction; both do the same.`,
    },
    {
      linker: 'GNU ld',
      types: /^R_AARCH64_(TSTBR14|CONDBR19)$/,
      what: 'makes the branch go to itself.',
      decides: `${AAELF}, Weak references: the place stands for the symbol, for branches the next instruction.`,
    },
    {
      linker: 'lld',
      types: /^R_AARCH64_MOVW_PREL_G0(_NC)?$/,
      what: 'counts the lowest part from the next instruction, as for branches.',
      decides: `${AAELF}, Weak references: the place stands for the symbol.`,
    },
  ],
  notDone: {
    'GNU ld': [
      'R_AARCH64_MOVW_GOTOFF_G0',
      'R_AARCH64_MOVW_GOTOFF_G1_NC',
      'R_AARCH64_MOVW_GOTOFF_G2',
      'R_AARCH64_MOVW_GOTOFF_G2_NC',
      'R_AARCH64_MOVW_GOTOFF_G3',
      'R_AARCH64_GOTREL64',
      'R_AARCH64_GOTREL32',
      'R_AARCH64_PLT32',
      'R_AARCH64_GOTPCREL32',
    ],
    lld: [
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
    ],
  },
  blindSpots: {
    R_AARCH64_TSTBR14: ['takes any alignment'],
    R_AARCH64_MOVW_GOTOFF_G1: [
      'shifted by one bit',
      'takes one below its range',
      'takes one above its range',
      'refuses the lowest of its range',
      'refuses the highest of its range',
    ],
    R_AARCH64_LD64_GOTOFF_LO15: [
      'takes one below its range',
      'refuses the lowest of its range',
      'takes any alignment',
    ],
    R_AARCH64_LD64_GOT_LO12_NC: ['takes any alignment'],
    R_AARCH64_LD64_GOTPAGE_LO15: [
      'takes one below its range',
      'refuses the lowest of its range',
      'takes any alignment',
    ],
  },
};
