/** Where linkers do otherwise than the rules of 32-bit Arm, why, and what decides. */
import type { ReferenceRule } from '../../../reference-model/types.ts';
import { type LinkerDifferences, onlyLinker, rightlyRefused } from '../../support/differences.ts';
import type { Disagreement } from '../../support/link-cases.ts';

const AAELF = 'ELF for the Arm Architecture';
const BRANCHES = /^R_ARM_(PC24|PLT32|CALL(_V4T)?|JUMP24|THM_CALL(_V[45]T)?|THM_JUMP24|THM_JUMP19)$/;
const GROUPS = /^R_ARM_(ALU|LDR|LDRS|LDC)_PC_G\d(_NC)?$/;
const VENEERS = `${AAELF}, Call and Jump relocations: a linker may use a veneer where the target is out of reach or in the other state; relocator adds no code to an image and refuses.`;

/** T added to an odd sum, where the psABI says or. */
function addsFunctionBit({ A, T, X, old, linker }: Disagreement, model: ReferenceRule): boolean {
  if (T === 0n || A % 2n === 0n) return false;
  return linker === 'refused' || linker === model.insert(old, BigInt.asUintN(32, X + 1n));
}

/** Bits of the distance that branches of each type can hold. */
const REACH: Readonly<Record<string, number>> = {
  ...{ THM_CALL: 25, THM_CALL_V4T: 23, THM_CALL_V5T: 23 },
  ...{ THM_JUMP24: 25, THM_JUMP19: 21 },
};

function reachOf({ name }: ReferenceRule): bigint {
  return 1n << BigInt((REACH[name.slice('R_ARM_'.length)] ?? 26) - 1);
}

/** True for a distance that a branch cannot have, in sums that do not wrap at 4 GiB. */
function isFar(distance: bigint, model: ReferenceRule): boolean {
  return distance < -reachOf(model) || distance >= reachOf(model);
}

function passes({ X }: Disagreement, { check }: ReferenceRule): boolean {
  return check(BigInt.asUintN(32, X)) === undefined;
}

/** GNU ld takes every addend for the usual one. */
function farForGnu(each: Disagreement, model: ReferenceRule): boolean {
  const usual = model.name.includes('THM_') ? 4n : 8n;
  return passes(each, model) && isFar(each.S - each.P - usual, model);
}

/** lld takes the addend in the place for one bit shorter than it is. */
function shortAddend({ A }: Disagreement, model: ReferenceRule): boolean {
  return A !== BigInt.asIntN(reachOf(model).toString(2).length - 1, A);
}

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_ARM_ABS(8|16)$/,
      what: 'refuses negative values, and whatever an addend in the place makes of a negative one or is itself negative in.',
      decides: `${AAELF}, Static Data relocations: -2^(n-1) <= X < 2^n.`,
      explains: (each) => onlyLinker(each) && (each.X < 0n || each.A < 0n || each.S + each.A !== each.X),
    },
    {
      linker: 'GNU ld',
      types: /^R_ARM_GOTOFF32$/,
      what: 'adds T where the sum of S and A is odd.',
      decides: `${AAELF}, Relocation codes table: (S + A) | T. Code has no odd addends.`,
      explains: addsFunctionBit,
    },
    {
      linker: 'lld',
      types: /^R_ARM_(ABS32|REL32|TARGET1|PREL31|GOTOFF32|(THM_)?MOVW_(ABS|PREL)_NC|ALU_PC_G\d(_NC)?)$/,
      what: 'adds T where the sum of S and A is odd.',
      decides: `${AAELF}, Relocation codes table: (S + A) | T. Code has no odd addends.`,
      explains: addsFunctionBit,
    },
    {
      linker: 'GNU ld',
      types: BRANCHES,
      what: 'adds a veneer, or refuses, by the distance without the addend, and does not let it wrap at 4 GiB.',
      decides: VENEERS,
      explains: farForGnu,
    },
    {
      linker: 'GNU ld',
      types: BRANCHES,
      what: 'adds a veneer to reach a target that is too far or in the other state, and drops the low bits of distances.',
      decides: VENEERS,
      explains: rightlyRefused,
    },
    {
      linker: 'GNU ld',
      types: /^R_ARM_THM_CALL_V5T$/,
      what: 'adds a veneer where BLX would do, on account of an erratum of the ARM1176 (--fix-arm1176, which is its default before Thumb-2).',
      decides: `${AAELF}, Call and Jump relocations: BLX where the processor has it. lld makes it, and so does GNU ld with --no-fix-arm1176.`,
      explains: (each, model) => each.T === 0n && passes(each, model),
    },
    {
      linker: 'GNU ld',
      types: GROUPS,
      what: 'does not let distances wrap at 4 GiB: those of more than 2 GiB have other pieces.',
      decides: `${AAELF}, Group relocations: X is a word of 32 bits. No chain of them is so long.`,
      explains: ({ S, A, P }) => BigInt.asIntN(32, S + A - P) !== S + A - P,
    },
    {
      linker: 'GNU ld',
      types: /^R_ARM_ALU_PC_G\d(_NC)?$/,
      what: 'takes an addend in the place for another where the immediate is rotated.',
      decides: `${AAELF}, Addends and PC-bias compensation: the addend is the immediate, as the processor takes it. lld reads it so.`,
      explains: ({ A }) => A > 255n || A < -255n,
    },
    {
      linker: 'lld',
      types: BRANCHES,
      what: 'adds a veneer for distances that only fit once they wrap at 4 GiB.',
      decides: VENEERS,
      explains: (each, model) => passes(each, model) && isFar(each.S + each.A - each.P, model),
    },
    {
      linker: 'lld',
      types: /^R_ARM_THM_(CALL(_V[45]T)?|JUMP24|JUMP19)$/,
      what: 'takes the addend in the place for one bit shorter than it is.',
      decides: `${AAELF}, Thumb relocation actions by instruction type: the signed immediate of the instruction, which has 25 bits, or 21. Code has addends near 0.`,
      explains: shortAddend,
    },
    {
      linker: 'lld',
      types: BRANCHES,
      what: 'adds a veneer to reach a target that is too far or in the other state, and drops the low bits of distances.',
      decides: VENEERS,
      explains: rightlyRefused,
    },
  ],
  throughGot: [],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_ARM_(PC24|PLT32|CALL|JUMP24|THM_CALL|THM_JUMP24)$/,
      what: 'makes a nop of the branch; of an Arm BLX, whose condition it keeps, another instruction (f320f000).',
      decides: `${AAELF}, Weak references: a branch goes on behind itself, or is a nop. relocator does as lld does: a call stays one, to the next instruction, and stays in its state.`,
    },
  ],
  notDone: {
    'GNU ld': ['R_ARM_BASE_ABS', 'R_ARM_PLT32_ABS', 'R_ARM_GOT_ABS'],
    lld: [
      'R_ARM_ABS16',
      'R_ARM_ABS8',
      'R_ARM_BASE_ABS',
      'R_ARM_ABS32_NOI',
      'R_ARM_REL32_NOI',
      'R_ARM_PLT32_ABS',
      'R_ARM_GOT_ABS',
      'R_ARM_LDC_PC_G0',
      'R_ARM_LDC_PC_G1',
      'R_ARM_LDC_PC_G2',
    ],
  },
  blindSpots: {
    R_ARM_ABS16: ['takes one below its range', 'refuses the lowest of its range'],
    R_ARM_ABS8: ['takes one below its range', 'refuses the lowest of its range'],
    // It is even, so no distance to a Thumb target.
    R_ARM_THM_CALL_V4T: ['refuses the lowest of its range'],
    R_ARM_THM_JUMP24: ['refuses the lowest of its range'],
    R_ARM_THM_JUMP19: ['refuses the lowest of its range'],
    R_ARM_THM_JUMP11: ['takes any alignment'],
    R_ARM_THM_JUMP8: ['takes any alignment'],
  },
};
