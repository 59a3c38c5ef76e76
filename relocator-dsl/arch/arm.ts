/**
 * Arm, 32 bits, little-endian: ELF for the Arm Architecture. Its relocation types, and what a prologue finds there.
 *
 *     31  28 27    24 23                           0
 *     | cond |  101L  |          imm24             |         b, bl        CALL, JUMP24: counts in words
 *     | cond | opcode | imm4, 19 to 16 | rd | imm12 |        movw, movt
 *
 *     first halfword              second halfword, at the higher address
 *     | 11110 | S | imm10 |       | 11 | J1 | x | J2 | imm11 |     b.w, bl, blx   THM_CALL, THM_JUMP24
 *     | 11110 | i | op | imm4 |   | 0 | imm3 | rd | imm8 |         movw, movt     THM_MOVW_*
 *
 * The two halfwords of a Thumb instruction stand in memory in that order, so that, read as one little-endian word,
 * the first is the lower half. J1 and J2 are bits 23 and 22 of the distance, each inverted unless the sign, S, is
 * set.
 *
 * A function of Thumb code has bit 0 of its symbol set: the letter T. It is no part of the address, but is or-ed into
 * what code jumps through, so T comes before P is subtracted. BL becomes BLX, and back, by what the target is; Arm's
 * BLX has a bit more of distance in bit 24, and Thumb's counts from its address rounded down to a word. Branches and
 * conditional calls cannot change the state: where a linker would put a veneer, they are refused. MOVT has no T.
 *
 * Objects are SHT_REL. The addend of MOVW and of MOVT is the 16 bits they hold, signed, whichever half of the address
 * the instruction makes. A weak undefined symbol makes a branch go on behind itself, and a distance 0.
 *
 * Group relocations build up a distance in a chain of ADD or SUB and a load: each takes the eight leading bits, from an even
 * one on, of what those in front leave of its magnitude; its sign is in the opcode. SHT_REL has the addend there likewise.
 *
 * PREL31 keeps bit 31, which is a flag of the unwinder. TARGET1 and TARGET2 mean what a platform chose: here, as on
 * Linux, an address, and the distance to a GOT slot. V4BX only marks a bx.
 *
 * Traps: with the MMU off accesses that are not aligned fault, and literals may stand anywhere. Patched code needs
 * cache maintenance by address. kexec-tools has ABS32 and REL32 for this machine, but takes big-endian files only.
 *
 * Sources: ELF for the Arm Architecture, by its families: static data, Arm, Thumb16 and Thumb32, miscellaneous, and
 * those that make a GOT or PLT entry.
 */
import { architecture } from '../architecture.ts';
import { type Check, either, multipleOf, odd, restBelow, signed, unchecked, unlessOdd } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, G, GOT, L, P, S, T, wordUnlessOdd } from '../expression.ts';
import {
  bits,
  type Field,
  insn16,
  insn32,
  type Magnitude,
  opcodeBit,
  thumb32,
  withMagnitude,
  withUnscaledAddend,
  word,
  word32,
} from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, refuse, rule, slotRules } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { LOADERS } from './loaders/arm.ts';

const ABI = 'ELF for the Arm Architecture';

/** Tags of build attributes: Addenda to, and Errata in, the ABI for the Arm Architecture, 3.3. */
const TAG_CPU_ARCH = 6;
const TAG_CPU_ARCH_PROFILE = 7;

/** Tags below 32 have numbers, but for the names of processors; of those above odd ones have texts. */
function attributeValue(tag: number): 'number' | 'text' | 'number and text' {
  // Tag_CPU_raw_name, Tag_CPU_name
  if (tag === 4 || tag === 5) return 'text';
  // Tag_compatibility
  if (tag === 32) return 'number and text';
  return tag > 32 && tag % 2 === 1 ? 'text' : 'number';
}

const BLX = 'BLX';
const FAR_BL = 'BL with a reach of 16 MiB';

const MICROCONTROLLER = {
  reason:
    'it is made for a microcontroller (M profile), which has no Arm state, in which purgatories are entered and prologues run',
  remedy: 'compile for the processor of the machine (-march=armv7-a or -mcpu=…)',
};

const machine: Machine = {
  arch: 'arm',
  psabi: 'arm',
  title: 'Arm (32-bit)',
  otherNames: ['armel', 'armhf', 'armv5tel', 'armv6l', 'armv7l'],
  elfMachine: 40,
  wordBits: 32,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'in place',
  unalignedFaults: true,
  elf: {
    linkerSymbols: {
      __bss_start__: 'start of zeros',
      _bss_end__: 'end',
      __bss_end__: 'end',
      __end__: 'end',
      __data_start: { names: ['.data'], edge: 'start' },
      __exidx_start: { names: ['.ARM.exidx'], edge: 'start' },
      __exidx_end: { names: ['.ARM.exidx'], edge: 'end' },
    },
    unwindSections: /^\.ARM\.(exidx|extab)/,
    agreement: [{ mask: 0xff00_0000, what: 'the version of the EABI' }],
    attributes: {
      sectionType: 0x7000_0003,
      vendor: 'aeabi',
      valueOf: attributeValue,
      refuses: [
        {
          tag: TAG_CPU_ARCH,
          name: 'Tag_CPU_arch',
          // v6-M, v6S-M, v7E-M, v8-M.baseline, v8-M.mainline, v8.1-M.mainline
          values: [11, 12, 13, 16, 17, 21],
          ...MICROCONTROLLER,
        },
        { tag: TAG_CPU_ARCH_PROFILE, name: 'Tag_CPU_arch_profile', values: [0x4d], ...MICROCONTROLLER },
      ],
      abilities: [
        {
          name: BLX,
          tag: TAG_CPU_ARCH,
          // Before v4, v4, v4T
          lackedBy: [0, 1, 2],
          reason:
            'processors before Armv5T have no BLX, with which calls change it, and no build attributes tell of a later one',
          remedy: 'compile for one that has BLX (-march=armv5t; in assembly .arch armv5t)',
        },
        {
          name: FAR_BL,
          tag: TAG_CPU_ARCH,
          // Up to v6KZ, and v6K; of Armv6 v6T2 alone has Thumb-2.
          lackedBy: [0, 1, 2, 3, 4, 5, 6, 7, 9],
          reason:
            'BL reaches 4 MiB in place of 16 MiB on processors without Thumb-2, and no build attributes tell of one that has it',
          remedy: 'compile for one that has Thumb-2 (-march=armv7-a; in assembly .arch armv7-a)',
        },
      ],
    },
  },
  code: {
    alignment: 2,
    // By the coprocessor, as from Armv6 on all have it; the instruction cache goes as a whole.
    cache: {
      line: ['mcr p15, 0, _, c7, c10, 1'],
      fences: [
        [
          'mcr p15, 0, _, c7, c10, 4',
          'mcr p15, 0, _, c7, c5, 0',
          'mcr p15, 0, _, c7, c5, 6',
          'mcr p15, 0, _, c7, c10, 4',
          'mcr p15, 0, _, c7, c5, 4',
        ],
      ],
    },
    fullAddresses: 'compile with -mlong-calls',
  },
  functions: {
    bit: {
      clear: { name: 'Arm', alignment: 4 },
      set: { name: 'Thumb', alignment: 2 },
      remedy:
        'compile both for the same instruction set (-marm or -mthumb), or without jumps in place of calls ' +
        '(-fno-optimize-sibling-calls)',
    },
  },
  loading: {
    loaders: LOADERS,
    told: { 'kexec-tools': KEXEC_TOOLS_COMMON },
  },
  entry: {
    preserved: [range('r', 0, 2), register('sp'), register('lr')],
    clobbered: [range('r', 3, 12), other('flags')],
    // The register of -msingle-pic-base in the EABI.
    promises: [{ register: 'r9', to: 'GOT pointer' }],
    stackPointer: 'sp',
    state:
      'Arm state, a privileged mode, MMU and data cache off or memory mapped at its own addresses, interrupts masked',
    failure: { register: 'r12', place: 'r6' },
  },
};

const DATA = `${ABI}, Static Data relocations`;
const ARM = `${ABI}, Static Arm relocations`;
const CALLS = `${ARM}, Call and Jump relocations`;
const THUMB16 = `${ABI}, Static Thumb16 relocations`;
const THUMB32 = `${ABI}, Static Thumb32 relocations`;
const MISC = `${ABI}, Static miscellaneous relocations`;
const PROXY = `${ABI}, Proxy generating relocations`;
const DYNAMIC = `${ABI}, Dynamic relocations`;

/** (S + A) | T: an address that tells in bit 0 whether Thumb code is there. */
const ADDRESS = S.plus(A).or(T);
const DISTANCE = ADDRESS.minus(P);
const SLOT = S.or(T);

const BRANCH = insn32(bits(2, 25).at(0));
const MOVW = insn32(bits(0, 11).at(0), bits(12, 15).at(16));
const MOVT = withUnscaledAddend(insn32(bits(16, 27).at(0), bits(28, 31).at(16)));
const THUMB_MOVW = thumb32(bits(0, 7).at(0), bits(8, 10).at(12), bits(11, 11).at(26), bits(12, 15).at(16));
const THUMB_MOVT = withUnscaledAddend(
  thumb32(bits(16, 23).at(0), bits(24, 26).at(12), bits(27, 27).at(26), bits(28, 31).at(16)),
);
/** S, I1 and I2, of which the last two are stored as J1 and J2, and the two immediates. */
const THUMB_BRANCH = [
  bits(1, 11).at(0),
  bits(12, 21).at(16),
  bits(22, 22).flippedUnless(24).at(11),
  bits(23, 23).flippedUnless(24).at(13),
  bits(24, 24).at(26),
] as const;
/** Bits 0 and 1 of the distance tell what becomes of the instruction: BL or BLX, whose bit 24 is the latter. */
const CALL = insn32(
  bits(2, 25).at(0),
  opcodeBit(bits(1, 1).flippedUnless(0).at(24)),
  opcodeBit(bits(0, 0).at(28)),
);
const THUMB_CALL = thumb32(...THUMB_BRANCH, opcodeBit(bits(0, 0).at(12)));

const NO_VENEER =
  'A linker may put a veneer in between where the target is out of reach or in the other state; here it is refused.';
const REL_MOV =
  'In SHT_REL the 16 bits in the instruction are the addend, signed, whichever half of the address the instruction makes.';

const GROUPS = `${ARM}, Group relocations`;
/** Of the data-processing instructions, ADD and SUB. */
const ADD_OR_SUB = { mask: 0xc0_0000n, add: 0x80_0000n, subtract: 0x40_0000n };
/** The bit U of loads: the offset is added. */
const UP = { mask: 0x80_0000n, add: 0x80_0000n, subtract: 0n };

/** A type for each place in a chain of instructions that build up a distance, eight bits at a time. */
function groupRules(
  { first, name, plain, notes, example }: GroupFamily,
  members: readonly (readonly [suffix: string, field: Magnitude, check: Check])[],
) {
  return members.map(([suffix, magnitude, check], index) =>
    rule({
      name: `${name}${suffix}`,
      // The first of the loads has an old number.
      type: typeof first === 'number' ? first + index : (first[index] ?? 0),
      value: magnitude.rotated ? DISTANCE : S.plus(A).minus(P),
      field: withMagnitude(plain, magnitude),
      check,
      source: GROUPS,
      notes,
      example: example.replace('GROUP', suffix.toLowerCase()),
      target: { weak: P },
    }),
  );
}

interface GroupFamily {
  readonly first: number | readonly number[];
  readonly name: string;
  readonly plain: Field;
  readonly notes: string;
  readonly example: string;
}

const IN_A_CHAIN =
  'The last in a chain of instructions that build up a distance out of eight bits at a time: its offset is what those in ' +
  'front leave, and the bit U tells its sign. Assembly has it, by operators such as :pc_g1:.';

/** What a load of the chain has: all that is left. */
function loads(without: number, bits: number, multipleOf?: number): readonly [string, Magnitude, Check] {
  return [`G${without}`, { opcode: UP, without }, restBelow(without, bits, multipleOf)];
}

function adds(without: number, name: string, check: Check): readonly [string, Magnitude, Check] {
  return [`G${without}${name}`, { opcode: ADD_OR_SUB, without, rotated: true }, check];
}

const groupRelocations = [
  ...groupRules(
    {
      first: 57,
      name: 'R_ARM_ALU_PC_',
      plain: insn32(bits(0, 11).at(0)),
      notes:
        'A place in a chain of ADD or SUB that build up a distance out of eight bits at a time; which of the two it is ' +
        'follows from the sign. Without _NC nothing may be left for others. Assembly has it, by operators such as :pc_g1_nc:.',
      example: 'add r0, pc, #:pc_GROUP:(foo)',
    },
    [
      adds(0, '_NC', unchecked),
      adds(0, '', restBelow(1, 0)),
      adds(1, '_NC', unchecked),
      adds(1, '', restBelow(2, 0)),
      adds(2, '', restBelow(3, 0)),
    ],
  ),
  ...groupRules(
    {
      first: [4, 62, 63],
      name: 'R_ARM_LDR_PC_',
      plain: insn32(bits(0, 11).at(0)),
      notes: `LDR, STR, LDRB and STRB. ${IN_A_CHAIN}`,
      example: 'ldr r0, [pc, #:pc_GROUP:(foo)]',
    },
    [loads(0, 12), loads(1, 12), loads(2, 12)],
  ),
  ...groupRules(
    {
      first: 64,
      name: 'R_ARM_LDRS_PC_',
      plain: insn32(bits(0, 3).at(0), bits(4, 7).at(8)),
      notes: `LDRH, LDRSB, LDRSH, LDRD and stores of these. ${IN_A_CHAIN}`,
      example: 'ldrh r0, [pc, #:pc_GROUP:(foo)]',
    },
    [loads(0, 8), loads(1, 8), loads(2, 8)],
  ),
  ...groupRules(
    {
      first: 67,
      name: 'R_ARM_LDC_PC_',
      plain: insn32(bits(2, 9).at(0)),
      notes: `LDC and STC, also VLDR: its offset counts in words. ${IN_A_CHAIN}`,
      example: 'ldc p1, c2, [pc, #:pc_GROUP:(foo)]',
    },
    [loads(0, 10, 4), loads(1, 10, 4), loads(2, 10, 4)],
  ),
];

const rules = [
  ...groupRelocations,
  marker({
    name: 'R_ARM_NONE',
    type: 0,
    source: MISC,
    notes:
      'Stores nothing. It makes one section depend on another: compilers let the index of the unwinder (.ARM.exidx) ' +
      'name the routine that reads it by one.',
  }),
  rule({
    name: 'R_ARM_PC24',
    type: 1,
    value: DISTANCE,
    field: BRANCH,
    check: multipleOf(4, signed(26)),
    source: `${ABI}, Relocation codes (deprecated)`,
    notes: `A branch or a call from before the EABI, which now have types of their own. ${NO_VENEER}`,
    example: '.reloc ., R_ARM_PC24, foo\nb .',
    target: { state: 0, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_ABS32',
    type: 2,
    value: ADDRESS,
    field: word(32),
    check: unchecked,
    source: DATA,
    notes:
      'An address: a pointer in data, or an entry of the literal pools from which code compiled without MOVW loads ' +
      'every address. That of a Thumb function has bit 0 set, so that whoever calls through it changes the state. ' +
      'The psABI allows it at any byte; in a purgatory, which runs with the MMU off, a word that is not aligned makes ' +
      'the processor fault, so such words are patched piece by piece. It is what self-relocation is for.',
    example: '.word foo',
  }),
  rule({
    name: 'R_ARM_REL32',
    type: 3,
    value: DISTANCE,
    field: word(32),
    check: unchecked,
    source: DATA,
    notes:
      'A distance, in a table or in a literal pool of position-independent code. Distances wrap at 4 GiB as the ' +
      'processor does, so every target is in reach.',
    example: '.word foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_ABS16',
    type: 5,
    value: S.plus(A),
    field: word(16),
    check: either(16),
    source: DATA,
    notes:
      'An absolute symbol used as a small constant. The field may be read signed or unsigned; what fits neither way is ' +
      'refused.',
    example: '.hword foo',
  }),
  rule({
    name: 'R_ARM_ABS8',
    type: 8,
    value: S.plus(A),
    field: word(8),
    check: either(8),
    source: DATA,
    notes:
      'An absolute symbol used as a very small constant. The field may be read signed or unsigned; what fits neither ' +
      'way is refused.',
    example: '.byte foo',
  }),
  rule({
    name: 'R_ARM_THM_CALL',
    type: 10,
    value: wordUnlessOdd(DISTANCE),
    field: THUMB_CALL,
    check: signed(25),
    source: `${THUMB32}, Thumb call and jump relocations`,
    notes:
      'A call from Thumb code, at most 16 MiB away. It becomes BL for a Thumb function and BLX for an Arm one; a symbol ' +
      'that is no function is called as the instruction says. BLX counts from its own address rounded down to a word, ' +
      'so its distance is the next multiple of 4, here called Word. A call of an undefined weak symbol goes on behind ' +
      'itself, in Thumb state. Processors before Thumb-2 reach less far: build attributes tell for which an object is.',
    example: '.thumb\nbl foo',
    target: { state: 'opcode', own: 1, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_THM_CALL_V4T',
    type: 10,
    value: DISTANCE,
    field: thumb32(...THUMB_BRANCH),
    check: odd(signed(23)),
    source: `${THUMB32}, Thumb call and jump relocations`,
    notes:
      'R_ARM_THM_CALL of a BL on processors without BLX: at most 4 MiB away, and it cannot change to Arm state: X of a ' +
      `Thumb target is odd. ${NO_VENEER}`,
    example: '.thumb\nbl foo',
    target: { state: 1, weak: P.plus(4n) },
    // Bit 12 of the second halfword tells BL from BLX.
    instruction: {
      form: { of: 'R_ARM_THM_CALL', without: BLX, when: [[{ at: 3, mask: 0x10, value: 0x10 }]] },
    },
  }),
  rule({
    name: 'R_ARM_THM_CALL_V5T',
    type: 10,
    value: wordUnlessOdd(DISTANCE),
    field: THUMB_CALL,
    check: signed(23),
    source: `${THUMB32}, Thumb call and jump relocations`,
    notes:
      'R_ARM_THM_CALL on processors before Thumb-2, whose BL and BLX reach 4 MiB. The bits J1 and J2, which make the ' +
      'reach longer, are then set, as those processors have them.',
    example: '.thumb\nbl foo',
    target: { state: 'opcode', own: 1, weak: P.plus(4n) },
    instruction: { form: { of: 'R_ARM_THM_CALL', without: FAR_BL } },
  }),
  ...slotRules({ value: ADDRESS, field: word(32), source: DYNAMIC }, [[21, 'R_ARM_GLOB_DAT']]),
  // The place has what binds the symbol at its first call.
  ...slotRules({ value: ADDRESS, field: word(32), source: DYNAMIC, addend: { absent: true } }, [
    [22, 'R_ARM_JUMP_SLOT'],
  ]),
  rule({
    name: 'R_ARM_RELATIVE',
    type: 23,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    source: DYNAMIC,
    notes:
      'An address in a linked image: the linker turns each R_ARM_ABS32 of a PIE into one and leaves the address at ' +
      'link base 0 in the word, which is the addend. It names no symbol. Because the result overwrites the addend, a ' +
      'loader must not apply it twice. In an ET_REL file it is out of place and refused.',
    example: '.word foo // what the linker makes of it with -static-pie',
    dynamic: true,
  }),
  rule({
    name: 'R_ARM_GOTOFF32',
    type: 24,
    value: ADDRESS.minus(GOT),
    field: word(32),
    check: unchecked,
    source: DATA,
    notes:
      'The distance from the GOT to a symbol, which needs no slot: how code compiled with -fpic by older compilers ' +
      'reaches its static and hidden variables.',
    example: '.word foo(GOTOFF)',
  }),
  rule({
    name: 'R_ARM_BASE_PREL',
    type: 25,
    value: GOT.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: PROXY,
    notes:
      'The distance to the GOT itself, with which position-independent functions find it; the symbol does not count. ' +
      'Assemblers emit it wherever `_GLOBAL_OFFSET_TABLE_` is named.',
    example: '.word _GLOBAL_OFFSET_TABLE_ - .',
  }),
  rule({
    name: 'R_ARM_GOT_BREL',
    type: 26,
    value: G.plus(A),
    field: word(32),
    check: unchecked,
    source: PROXY,
    notes:
      'The offset of a slot in the GOT, whose address a register holds: how code compiled with -fpic loads the address ' +
      'of a symbol that may be elsewhere. -fvisibility=hidden avoids it.',
    example: '.word foo(GOT)',
    got: { slot: SLOT },
  }),
  rule({
    name: 'R_ARM_PLT32',
    type: 27,
    value: DISTANCE,
    field: BRANCH,
    check: multipleOf(4, signed(26)),
    source: `${ABI}, Relocation codes (deprecated)`,
    notes:
      'A branch to a function that may have a PLT entry, from before the EABI. A purgatory has no PLT, so it does what ' +
      `R_ARM_JUMP24 does. ${NO_VENEER}`,
    example: '.reloc ., R_ARM_PLT32, foo\nb .',
    target: { state: 0, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_CALL',
    type: 28,
    value: DISTANCE,
    field: CALL,
    check: unlessOdd(multipleOf(4, signed(26))),
    source: CALLS,
    notes:
      'An unconditional call from Arm code, at most 32 MiB away. It becomes BL for an Arm function and BLX, which has a ' +
      'bit more of the distance, for a Thumb one; a symbol that is no function is called as the instruction says. A call ' +
      'of an undefined weak symbol goes on behind itself, in Arm state.',
    example: 'bl foo',
    target: { state: 'opcode', own: 0, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_CALL_V4T',
    type: 28,
    value: DISTANCE,
    field: BRANCH,
    check: multipleOf(4, signed(26)),
    source: CALLS,
    notes:
      'R_ARM_CALL of a BL on processors without BLX, which cannot change to Thumb state. Build attributes tell for which ' +
      `processors an object is. ${NO_VENEER}`,
    example: 'bl foo',
    target: { state: 0, weak: P.plus(4n) },
    // BLX has no condition: 1111 stands there.
    instruction: {
      form: { of: 'R_ARM_CALL', without: BLX, when: [[{ at: 3, mask: 0xff, value: 0xeb }]] },
    },
  }),
  rule({
    name: 'R_ARM_JUMP24',
    type: 29,
    value: DISTANCE,
    field: BRANCH,
    check: multipleOf(4, signed(26)),
    source: CALLS,
    notes:
      'A branch, or a call with a condition, at most 32 MiB away. Neither can change to Thumb state. ' +
      `${NO_VENEER} Compilers emit it for calls at the end of a function.`,
    example: 'b foo',
    target: { state: 0, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_THM_JUMP24',
    type: 30,
    value: DISTANCE,
    field: thumb32(...THUMB_BRANCH),
    check: odd(signed(25)),
    source: `${THUMB32}, Thumb call and jump relocations`,
    notes:
      'A branch from Thumb code, at most 16 MiB away, which cannot change to Arm state: X of a Thumb target is odd. ' +
      `${NO_VENEER} Compilers emit it for calls at the end of a function.`,
    example: '.syntax unified\n.thumb\nb.w foo',
    target: { state: 1, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_BASE_ABS',
    type: 31,
    value: GOT.plus(A),
    field: word(32),
    check: unchecked,
    source: PROXY,
    notes: 'The address of the GOT; the symbol does not count. No compiler is known to emit it.',
    example: '.reloc ., R_ARM_BASE_ABS, foo\n.word 0',
  }),
  rule({
    name: 'R_ARM_TARGET1',
    type: 38,
    value: ADDRESS,
    field: word(32),
    check: unchecked,
    source: MISC,
    notes:
      'A pointer to a constructor or destructor. Platforms choose between R_ARM_ABS32 and R_ARM_REL32; Linux has the ' +
      'former. Nobody calls constructors in a purgatory unless it does so itself.',
    example: '.word foo(TARGET1)',
  }),
  marker({
    name: 'R_ARM_V4BX',
    type: 40,
    source: MISC,
    notes:
      'Marks a BX instruction, for linkers that make code for processors without Thumb (Armv4). It stays as it is, ' +
      'which every later processor executes.',
  }),
  rule({
    name: 'R_ARM_TARGET2',
    type: 41,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: MISC,
    notes:
      'A reference to type information from an exception table. Platforms choose its meaning; Linux has that of ' +
      'R_ARM_GOT_PREL. Nothing unwinds in a purgatory: -fno-exceptions avoids it.',
    example: '.word foo(TARGET2)',
    got: { slot: SLOT },
  }),
  rule({
    name: 'R_ARM_PREL31',
    type: 42,
    value: DISTANCE,
    field: word32(bits(0, 30).at(0)),
    check: signed(31),
    source: DATA,
    notes:
      'A distance of 31 bits in the tables of the unwinder (.ARM.exidx, .ARM.extab), whose highest bit is a flag and ' +
      'kept.',
    example: '.rel31 0, foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_MOVW_ABS_NC',
    type: 43,
    value: ADDRESS,
    field: MOVW,
    check: unchecked,
    source: ARM,
    notes: `Bits 15 to 0 of an address that MOVW and MOVT make. ${REL_MOV}`,
    example: 'movw r0, #:lower16:foo',
  }),
  rule({
    name: 'R_ARM_MOVT_ABS',
    type: 44,
    value: S.plus(A),
    field: MOVT,
    check: unchecked,
    source: ARM,
    notes: `Bits 31 to 16 of an address that MOVW and MOVT make. ${REL_MOV}`,
    example: 'movt r0, #:upper16:foo',
  }),
  rule({
    name: 'R_ARM_MOVW_PREL_NC',
    type: 45,
    value: DISTANCE,
    field: MOVW,
    check: unchecked,
    source: ARM,
    notes: `Bits 15 to 0 of a distance that MOVW and MOVT make, to be added to the program counter. ${REL_MOV}`,
    example: 'movw r0, #:lower16:foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_MOVT_PREL',
    type: 46,
    value: S.plus(A).minus(P),
    field: MOVT,
    check: unchecked,
    source: ARM,
    notes: `Bits 31 to 16 of a distance that MOVW and MOVT make, to be added to the program counter. ${REL_MOV}`,
    example: 'movt r0, #:upper16:foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_THM_MOVW_ABS_NC',
    type: 47,
    value: ADDRESS,
    field: THUMB_MOVW,
    check: unchecked,
    source: THUMB32,
    notes: `Bits 15 to 0 of an address that MOVW and MOVT make in Thumb code: compilers for Armv7 make most addresses so. ${REL_MOV}`,
    example: '.thumb\nmovw r0, #:lower16:foo',
  }),
  rule({
    name: 'R_ARM_THM_MOVT_ABS',
    type: 48,
    value: S.plus(A),
    field: THUMB_MOVT,
    check: unchecked,
    source: THUMB32,
    notes: `Bits 31 to 16 of an address that MOVW and MOVT make in Thumb code. ${REL_MOV}`,
    example: '.thumb\nmovt r0, #:upper16:foo',
  }),
  rule({
    name: 'R_ARM_THM_MOVW_PREL_NC',
    type: 49,
    value: DISTANCE,
    field: THUMB_MOVW,
    check: unchecked,
    source: THUMB32,
    notes: `Bits 15 to 0 of a distance that MOVW and MOVT make in Thumb code. ${REL_MOV}`,
    example: '.thumb\nmovw r0, #:lower16:foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_THM_MOVT_PREL',
    type: 50,
    value: S.plus(A).minus(P),
    field: THUMB_MOVT,
    check: unchecked,
    source: THUMB32,
    notes: `Bits 31 to 16 of a distance that MOVW and MOVT make in Thumb code. ${REL_MOV}`,
    example: '.thumb\nmovt r0, #:upper16:foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_THM_JUMP19',
    type: 51,
    value: DISTANCE,
    field: thumb32(
      bits(1, 11).at(0),
      bits(12, 17).at(16),
      bits(18, 18).at(13),
      bits(19, 19).at(11),
      bits(20, 20).at(26),
    ),
    check: odd(signed(21)),
    source: `${THUMB32}, Thumb call and jump relocations`,
    notes: `A conditional branch of Thumb code, at most 1 MiB away: X of a Thumb target is odd. ${NO_VENEER}`,
    example: '.syntax unified\n.thumb\nbeq.w foo',
    target: { state: 1, weak: P.plus(4n) },
  }),
  rule({
    name: 'R_ARM_ABS32_NOI',
    type: 55,
    value: S.plus(A),
    field: word(32),
    check: unchecked,
    source: DATA,
    notes:
      'The address of an instruction, without the bit that tells Thumb code. No compiler is known to emit it.',
    example: '.reloc ., R_ARM_ABS32_NOI, foo\n.word 0',
  }),
  rule({
    name: 'R_ARM_REL32_NOI',
    type: 56,
    value: S.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: DATA,
    notes:
      'The distance to an instruction, without the bit that tells Thumb code. No compiler is known to emit it.',
    example: '.reloc ., R_ARM_REL32_NOI, foo\n.word 0',
    target: { weak: P },
  }),
  rule({
    name: 'R_ARM_PLT32_ABS',
    type: 94,
    value: L.plus(A),
    field: word(32),
    check: unchecked,
    source: `${ABI}, Relocation codes`,
    notes:
      'The address of a PLT entry. A purgatory has no PLT, so L is S, an address without the bit that tells Thumb code. ' +
      'No compiler is known to emit it.',
    example: '.reloc ., R_ARM_PLT32_ABS, foo\n.word 0',
  }),
  rule({
    name: 'R_ARM_GOT_ABS',
    type: 95,
    value: G.plus(GOT).plus(A),
    field: word(32),
    check: unchecked,
    source: PROXY,
    notes: 'The address of a GOT slot. No compiler is known to emit it; -fvisibility=hidden avoids slots.',
    example: '.reloc ., R_ARM_GOT_ABS, foo\n.word 0',
    got: { slot: SLOT },
  }),
  rule({
    name: 'R_ARM_GOT_PREL',
    type: 96,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: PROXY,
    notes:
      'The distance to a GOT slot: how gcc and clang load, with -fpic or -fpie, the address of a symbol that may be ' +
      'elsewhere. -fvisibility=hidden avoids it.',
    example: '.word foo(GOT_PREL)',
    got: { slot: SLOT },
  }),
  rule({
    name: 'R_ARM_THM_JUMP11',
    type: 102,
    value: S.plus(A).minus(P),
    field: insn16(bits(1, 11).at(0)),
    check: multipleOf(2, signed(12)),
    source: THUMB16,
    notes: `A short branch of Thumb code, at most 2 KiB away. ${NO_VENEER}`,
    example: '.syntax unified\n.thumb\nb.n foo',
    target: { state: 1, weak: P.plus(2n) },
  }),
  rule({
    name: 'R_ARM_THM_JUMP8',
    type: 103,
    value: S.plus(A).minus(P),
    field: insn16(bits(1, 8).at(0)),
    check: multipleOf(2, signed(9)),
    source: THUMB16,
    notes: `A short conditional branch of Thumb code, at most 256 bytes away. ${NO_VENEER}`,
    example: '.syntax unified\n.thumb\nbeq.n foo',
    target: { state: 1, weak: P.plus(2n) },
  }),
];

const NO_TLS =
  'declare no __thread, _Thread_local or thread_local variable and link no C library, whose errno is one; ' +
  '-ftls-model only exchanges one such type for another; if the stack protector asks for it, build with ' +
  '-fno-stack-protector or -mstack-protector-guard=global';
const NO_DYNAMIC_LINKER =
  'give relocator the object before the final link (ld -r), or link it alone: ' +
  '-nostdlib -static-pie -Wl,-z,now -Wl,-Bsymbolic';
const BY_ADDRESS =
  'load the address from a literal pool (ldr r0, =foo) or with movw and movt, as gcc and clang do; both are relocated';
const NO_STATIC_BASE =
  'compile without -frwpi, -msingle-pic-base and -mno-pic-data-is-text-relative, which use such a base';
const REBUILD = 'rebuild the object with gcc or clang for the EABI (-mabi=aapcs)';

/** Types of one family that are told apart by a number in their names. */
function family(first: number, name: string, ...numbers: readonly (number | string)[]): [number, string][] {
  return numbers.map((number, index) => [first + index, `${name}${number}`]);
}

function consecutive(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

const refusals = [
  ...refuse(
    'it is the offset of an instruction that holds a sign and a small number apart; only assembly that names a symbol ' +
      'of another section where an offset belongs has it',
    BY_ADDRESS,
    [
      [6, 'R_ARM_ABS12'],
      [97, 'R_ARM_GOT_BREL12'],
      [98, 'R_ARM_GOTOFF12'],
      [131, 'R_ARM_THM_GOT_BREL12'],
    ],
  ),
  ...refuse(
    'it reaches only a little way ahead, or counts from its own address rounded down to a word; only assembly that ' +
      'names a symbol of another section there has it',
    BY_ADDRESS,
    [
      [7, 'R_ARM_THM_ABS5'],
      [11, 'R_ARM_THM_PC8'],
      [52, 'R_ARM_THM_JUMP6'],
      [53, 'R_ARM_THM_ALU_PREL_11_0'],
      [54, 'R_ARM_THM_PC12'],
    ],
  ),
  ...refuse(
    'it makes an address in pieces of 8 bits for processors without MOVW (Armv6-M), which run no kernel that could kexec',
    'compile for the processor of the machine (-march=armv7-a), not for a microcontroller',
    family(132, 'R_ARM_THM_ALU_ABS_', 'G0_NC', 'G1_NC', 'G2_NC', 'G3'),
  ),
  ...refuse(
    'it is a branch of Armv8.1-M, whose processors run no kernel that could kexec',
    'compile for the processor of the machine (-march=armv7-a), not for a microcontroller',
    [
      [136, 'R_ARM_THM_BF16'],
      [137, 'R_ARM_THM_BF12'],
      [138, 'R_ARM_THM_BF18'],
    ],
  ),
  ...refuse(
    'it is relative to the base of a data segment that moves apart from the code, and a purgatory moves as one piece',
    NO_STATIC_BASE,
    [
      [9, 'R_ARM_SBREL32'],
      [12, 'R_ARM_BREL_ADJ'],
      [35, 'R_ARM_LDR_SBREL_11_0_NC'],
      [36, 'R_ARM_ALU_SBREL_19_12_NC'],
      [37, 'R_ARM_ALU_SBREL_27_20_CK'],
      [39, 'R_ARM_SBREL31'],
      ...family(70, 'R_ARM_ALU_SB_', 'G0_NC', 'G0', 'G1_NC', 'G1', 'G2'),
      ...family(75, 'R_ARM_LDR_SB_', 'G0', 'G1', 'G2'),
      ...family(78, 'R_ARM_LDRS_SB_', 'G0', 'G1', 'G2'),
      ...family(81, 'R_ARM_LDC_SB_', 'G0', 'G1', 'G2'),
      [84, 'R_ARM_MOVW_BREL_NC'],
      [85, 'R_ARM_MOVT_BREL'],
      [86, 'R_ARM_MOVW_BREL'],
      [87, 'R_ARM_THM_MOVW_BREL_NC'],
      [88, 'R_ARM_THM_MOVT_BREL'],
      [89, 'R_ARM_THM_MOVW_BREL'],
    ],
  ),
  ...refuse(
    'a dynamic linker copies a variable out of a shared library, and a purgatory has neither',
    NO_DYNAMIC_LINKER,
    [[20, 'R_ARM_COPY']],
  ),
  ...refuse('it belongs to a thread-local variable, and a purgatory has no threads', NO_TLS, [
    [13, 'R_ARM_TLS_DESC'],
    [17, 'R_ARM_TLS_DTPMOD32'],
    [18, 'R_ARM_TLS_DTPOFF32'],
    [19, 'R_ARM_TLS_TPOFF32'],
    [90, 'R_ARM_TLS_GOTDESC'],
    [91, 'R_ARM_TLS_CALL'],
    [92, 'R_ARM_TLS_DESCSEQ'],
    [93, 'R_ARM_THM_TLS_CALL'],
    [104, 'R_ARM_TLS_GD32'],
    [105, 'R_ARM_TLS_LDM32'],
    [106, 'R_ARM_TLS_LDO32'],
    [107, 'R_ARM_TLS_IE32'],
    [108, 'R_ARM_TLS_LE32'],
    [109, 'R_ARM_TLS_LDO12'],
    [110, 'R_ARM_TLS_LE12'],
    [111, 'R_ARM_TLS_IE12GP'],
    [129, 'R_ARM_THM_TLS_DESCSEQ16'],
    [130, 'R_ARM_THM_TLS_DESCSEQ32'],
  ]),
  ...refuse(
    'an indirect function must be called to learn its address, before anything it uses is relocated',
    'use neither __attribute__((ifunc)) nor target_clones, and link without the C library (-nostdlib)',
    [[160, 'R_ARM_IRELATIVE']],
  ),
  ...refuse('it is obsolete, and the psABI no longer says what it means', REBUILD, [
    [14, 'R_ARM_THM_SWI8'],
    [15, 'R_ARM_XPC25'],
    [16, 'R_ARM_THM_XPC22'],
    [32, 'R_ARM_ALU_PCREL_7_0'],
    [33, 'R_ARM_ALU_PCREL_15_8'],
    [34, 'R_ARM_ALU_PCREL_23_15'],
    [128, 'R_ARM_ME_TOO'],
    [249, 'R_ARM_RXPC25'],
    [250, 'R_ARM_RSBREL32'],
    [251, 'R_ARM_THM_RPC22'],
    [252, 'R_ARM_RREL32'],
    [253, 'R_ARM_RABS22'],
    [254, 'R_ARM_RPC24'],
    [255, 'R_ARM_RBASE'],
  ]),
  ...refuse('it is reserved for optimisations of linkers to come, and says nothing yet', REBUILD, [
    [99, 'R_ARM_GOTRELAX'],
  ]),
  ...refuse(
    'it is private to GNU tools, tells a linker which C++ virtual functions are unused, and is in no psABI',
    'compile without -fvtable-gc',
    [
      [100, 'R_ARM_GNU_VTENTRY'],
      [101, 'R_ARM_GNU_VTINHERIT'],
    ],
  ),
  ...refuse('one vendor may use the number for itself, and no psABI says what it means', REBUILD, [
    ...family(112, 'R_ARM_PRIVATE_', ...consecutive(0, 16)),
    ...family(161, 'R_ARM_PRIVATE_', ...consecutive(16, 16)),
  ]),
];

export const arm = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
  // What binutils and glibc's elf.h have from earlier editions of the psABI, and types of FDPIC, whose ABI took private numbers.
  {
    R_ARM_PC13: 'R_ARM_LDR_PC_G0',
    R_ARM_THM_PC22: 'R_ARM_THM_CALL',
    R_ARM_AMP_VCALL9: 'R_ARM_BREL_ADJ',
    R_ARM_GOTOFF: 'R_ARM_GOTOFF32',
    R_ARM_GOTPC: 'R_ARM_BASE_PREL',
    R_ARM_GOT32: 'R_ARM_GOT_BREL',
    R_ARM_ALU_PCREL7_0: 'R_ARM_ALU_PCREL_7_0',
    R_ARM_ALU_PCREL15_8: 'R_ARM_ALU_PCREL_15_8',
    R_ARM_ALU_PCREL23_15: 'R_ARM_ALU_PCREL_23_15',
    R_ARM_LDR_SBREL_11_0: 'R_ARM_LDR_SBREL_11_0_NC',
    R_ARM_ALU_SBREL_19_12: 'R_ARM_ALU_SBREL_19_12_NC',
    R_ARM_ALU_SBREL_27_20: 'R_ARM_ALU_SBREL_27_20_CK',
    R_ARM_THM_PC11: 'R_ARM_THM_JUMP11',
    R_ARM_THM_PC9: 'R_ARM_THM_JUMP8',
    R_ARM_THM_TLS_DESCSEQ: 'R_ARM_THM_TLS_DESCSEQ16',
    R_ARM_THM_ALU_ABS_G3_NC: 'R_ARM_THM_ALU_ABS_G3',
    R_ARM_GOTFUNCDESC: 'R_ARM_PRIVATE_16',
    R_ARM_GOTOFFFUNCDESC: 'R_ARM_PRIVATE_17',
    R_ARM_FUNCDESC: 'R_ARM_PRIVATE_18',
    R_ARM_FUNCDESC_VALUE: 'R_ARM_PRIVATE_19',
    R_ARM_TLS_GD32_FDPIC: 'R_ARM_PRIVATE_20',
    R_ARM_TLS_LDM32_FDPIC: 'R_ARM_PRIVATE_21',
    R_ARM_TLS_IE32_FDPIC: 'R_ARM_PRIVATE_22',
  },
);
