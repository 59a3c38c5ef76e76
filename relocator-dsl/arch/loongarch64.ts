/**
 * LoongArch, LP64: the ELF psABI, version 2.00 and later. Its relocation types, and what a prologue finds there.
 *
 *     31      26 25                     10 9      5 4      0
 *     |  opcode  |      offs, 15 to 0     |   rj   |   rd   |     beq, jirl             B16: counts in words
 *     |  opcode  |      offs, 15 to 0     |   rj   | 20-16  |     beqz, bnez            B21
 *     |  opcode  |      offs, 15 to 0     |     25 to 16    |     b, bl                 B26: the upper part stands lower
 *     |  opcode   |         si20, 24 to 5          |   rd   |     lu12i.w, pcalau12i    *_HI20, *64_LO20
 *     |  opcode     |    si12, 21 to 10   |   rj   |   rd   |     addi.d, ld.d, lu52i.d *_LO12, *64_HI12
 *
 * pcalau12i adds a distance in pages of 4 KiB to its own page; the instruction behind it has the lower 12 bits with
 * their sign. So the page is that of the address plus 0x800. The psABI checks none of these, because in the extreme
 * code model two more instructions, lu32i.d and lu52i.d, have the upper 32 bits. Their parts are what is still
 * missing after the first two, counted from the pcalau12i, 8 and 12 bytes before: all four must follow each other.
 *
 * CALL36 is pcaddu18i and jirl in one field, 128 GiB either way, rounded by 0x20000.
 *
 * ADD and SUB pairs make differences of labels, which a relaxing linker may change. Both act on one place, one after
 * the other (letter V); what an image moves by cancels out. ALIGN stands before nops of which linkers keep as many as
 * alignment needs, even when they do not relax, so relocator cuts them down, too. Its addend means two things:
 * without a symbol the bytes of nops, with one a power of two and a limit. RELAX is a hint and ignored.
 *
 * Types 22 to 46 are a stack machine of relocations from before version 2.00, refused. PCALA_LO12 on a jirl is what
 * some compilers make of calls in the medium model; no psABI has it, and linkers store the lower 12 bits with their sign.
 *
 * Traps: words that are not aligned may fault. One ibar after all patching.
 *
 * Sources: ELF for the LoongArch Architecture. kexec-tools has a stub of a purgatory for it, which it never loads.
 */
import { type Architecture, architecture } from '../architecture.ts';
import { either, multipleOf, signed, unchecked } from '../check.ts';
import { range, register } from '../entry.ts';
import { A, B, type Expression, G, GOT, P, page, S, V } from '../expression.ts';
import { bits, type Field, insn32, insnPair, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule, slotRules } from '../rule.ts';
import type { GotFacet, InstructionFacet } from '../rule-facets.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { uleb128Rules } from '../uleb128.ts';
import { LOADERS } from './loaders/loongarch64.ts';

const ABI = 'ELF for the LoongArch Architecture';
const TYPES = `${ABI}, Relocations`;

const machine: Machine = {
  arch: 'loongarch64',
  psabi: 'loongarch64',
  title: '64-bit LoongArch',
  otherNames: ['loong64'],
  elfMachine: 258,
  wordBits: 64,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'explicit',
  unalignedFaults: true,
  elf: { agreement: [{ mask: 0x7, what: 'the ABI' }] },
  code: {
    alignment: 4,
    cache: { line: [], fences: [['ibar 0']] },
    fullAddresses: 'compile with -mcmodel=extreme',
  },
  loading: { loaders: LOADERS, told: { 'kexec-tools': KEXEC_TOOLS_COMMON } },
  entry: {
    sigil: '$',
    preserved: [
      register('a0', 'boot by EFI'),
      register('a1', 'command line'),
      register('a2', 'system table'),
      register('a3', 'entry'),
      range('a', 4, 7),
      register('ra'),
      register('tp'),
      register('sp'),
      register('fp'),
      range('s', 0, 8),
      register('r21'),
    ],
    clobbered: [range('t', 0, 8)],
    stackPointer: 'sp',
    state:
      'the most privileged level, memory through a direct-mapped window (the load base is the address in it) or without ' +
      'translation, interrupts disabled',
    failure: { register: 't8', place: 't2' },
  },
};

/** The 20-bit immediate of lu12i.w, lu32i.d, pcalau12i and the like. */
const si20 = (low: number, high: number): Field => insn32(bits(low, high).at(5));
/** The 12-bit immediate of addi.d, ori, lu52i.d, and loads and stores. */
const si12 = (low: number, high: number): Field => insn32(bits(low, high).at(10));
const OFFSET16 = insn32(bits(2, 17).at(10));
/** The upper part of an offset stands below the lower one. */
const OFFSET21 = insn32(bits(2, 17).at(10), bits(18, 22).at(0));
const OFFSET26 = insn32(bits(2, 17).at(10), bits(18, 27).at(0));
/** pcaddu18i and the jirl behind it. */
const CALL_PAIR = insnPair(bits(18, 37).rounded().at(5), bits(2, 17).at(42));
/** Six bits of a byte; the upper two are kept. */
const LOW6: Field = { kind: 'word', bytes: 1, slices: [bits(0, 5).at(0)] };

const PC_RELATIVE = S.plus(A).minus(P);
/** A branch to a weak symbol that nobody defines goes to itself: it is never taken, and any base will do. */
const NEVER_TAKEN = { weak: P } as const;
const ADDRESS = S.plus(A);
const SLOT = G.plus(GOT);

/** What pcalau12i is off from, so that a signed lower part gives the address. */
const roundedPage = (target: Expression): Expression => page(target.plus(0x800n));

const pageDistance = (target: Expression): Expression => roundedPage(target).minus(page(P));

/**
 * What is still missing from `target` after pcalau12i, `before` bytes in front of the place, added the lower 32 bits of
 * the distance between pages with their sign: the lower 12 bits of the address with their sign, plus a multiple of 2^32.
 */
const remainder = (target: Expression, before: bigint): Expression => {
  const distance = roundedPage(target).minus(page(P.minus(before)));
  return target.minus(roundedPage(target)).plus(page(distance.plus(0x8000_0000n), 32));
};

const WRAPS =
  'Only these bits are shown and nothing is checked, because the instructions of the extreme code model add the upper ones.';
const EXTREME =
  'The extreme code model (-mcmodel=extreme) forms 64-bit distances of pcalau12i, addi.d, lu32i.d and lu52i.d, which must ' +
  'follow each other, because this one counts from the pcalau12i';
const NO_ADDEND = 'The psABI gives an addend no meaning; one that is not 0 is refused.';
const PAIR_NOTES =
  'Assemblers emit it with a partner of the other sign for the difference of two labels, because a linker that relaxes ' +
  'code may change it. Both act on the same place, one after the other; what an image moves by cancels out.';

/** The four parts of an absolute address, or of a distance in pages, in the instructions that form it. */
interface Part extends Pick<Rule, 'parts'> {
  readonly name: string;
  readonly type: number;
  readonly value: Expression;
  readonly field: Field;
  readonly notes: string;
  readonly example: string;
}

function parts(all: readonly Part[], got?: GotFacet): RelocationType[] {
  return all.map((part) => {
    const fields = { ...part, name: `R_LARCH_${part.name}`, check: unchecked, source: TYPES };
    return rule(got ? { ...fields, got, notes: `${part.notes} ${NO_ADDEND}` } : fields);
  });
}

/** lu12i.w rd, 0 */
const LOADS_0 = [
  { at: 0, keep: 0x1f, set: 0 },
  { at: 1, keep: 0, set: 0 },
  { at: 2, keep: 0, set: 0 },
  { at: 3, keep: 0, set: 0x14 },
] as const;

/** What no instruction at the place tells, but what stands beside it. */
const onlyHere = (of: string): InstructionFacet => ({ form: { of, when: [] } });

const absoluteAlone = rule({
  name: 'R_LARCH_ABS_HI20_ALONE',
  type: 67,
  value: ADDRESS,
  field: si20(12, 31),
  check: signed(32),
  source: 'LoongArch Reference Manual, LU12I.W',
  notes:
    'R_LARCH_ABS_HI20 without the instructions that add the upper bits: lu12i.w extends the sign, so the address must be below ' +
    '2 GiB, or in the highest 2 GiB. Linkers drop what does not fit.',
  example: 'lu12i.w $a0, %abs_hi20(foo)',
  instruction: onlyHere('R_LARCH_ABS_HI20'),
});

const absolute = parts([
  {
    name: 'ABS_HI20',
    type: 67,
    value: ADDRESS,
    field: si20(12, 31),
    notes: `Bits 12 to 31 of an address, in lu12i.w, which extends the sign. ${WRAPS} Without them see R_LARCH_ABS_HI20_ALONE.`,
    example: 'lu12i.w $a0, %abs_hi20(foo)',
    parts: {
      alone: { types: ['R_LARCH_ABS64_LO20', 'R_LARCH_ABS64_HI12'], becomes: 'R_LARCH_ABS_HI20_ALONE' },
    },
  },
  {
    name: 'ABS_LO12',
    type: 68,
    value: ADDRESS,
    field: si12(0, 11),
    notes: 'The lower 12 bits of an address, in ori, which takes them without a sign.',
    example: 'ori $a0, $a0, %abs_lo12(foo)',
  },
  {
    name: 'ABS64_LO20',
    type: 69,
    value: ADDRESS,
    field: si20(32, 51),
    notes: 'Bits 32 to 51 of an address, in lu32i.d; R_LARCH_ABS64_HI12 has those above.',
    example: 'lu32i.d $a0, %abs64_lo20(foo)',
  },
  {
    name: 'ABS64_HI12',
    type: 70,
    value: ADDRESS,
    field: si12(52, 63),
    notes: 'The upper 12 bits of an address, in lu52i.d, the last of the four instructions that form it.',
    example: 'lu52i.d $a0, $a0, %abs64_hi12(foo)',
  },
]);

const pcRelative = [
  rule({
    name: 'R_LARCH_PCALA_HI20',
    type: 71,
    value: pageDistance(ADDRESS),
    field: si20(12, 31),
    check: unchecked,
    source: TYPES,
    notes:
      'The distance from the page of the place to that of the target, in pcalau12i, rounded because the instruction that ' +
      `adds the lower 12 bits takes them as signed. ${WRAPS} ` +
      'The address of a weak symbol that nobody defines is formed by lu12i.w, as GNU ld does it in images that move.',
    example: 'pcalau12i $a0, %pc_hi20(foo)',
    instruction: {
      weak: [
        {
          text: 'pcalau12i rd, %pc_hi20(foo) -> lu12i.w rd, 0, but where lu32i.d follows 8 bytes behind',
          addend: 0n,
          when: [{ at: 3, mask: 0xfe, value: 0x1a }],
          unless: [{ at: 11, mask: 0xfe, value: 0x16 }],
          rewrite: LOADS_0,
        },
      ],
    },
    parts: {
      alone: { types: ['R_LARCH_PCALA64_LO20', 'R_LARCH_PCALA64_HI12'], becomes: 'R_LARCH_PCALA_HI20_ALONE' },
    },
  }),
  rule({
    name: 'R_LARCH_PCALA_HI20_ALONE',
    type: 71,
    value: pageDistance(ADDRESS),
    field: si20(12, 31),
    check: signed(32),
    source: 'LoongArch Reference Manual, PCALAU12I',
    notes:
      'R_LARCH_PCALA_HI20 without the instructions that add the upper bits: pcalau12i extends the sign. Linkers drop what does ' +
      'not fit. Where the target does not move, pcalau12i becomes lu12i.w, which has its address.',
    example: 'pcalau12i $a0, %pc_hi20(foo)',
    instruction: {
      ...onlyHere('R_LARCH_PCALA_HI20'),
      absolute: {
        text: 'pcalau12i rd, %pc_hi20(foo) -> lu12i.w rd, …',
        when: [{ at: 3, mask: 0xfe, value: 0x1a }],
        rewrite: [{ at: 3, keep: 0x01, set: 0x14 }],
        becomes: 'R_LARCH_PCALA_HI20_ABS',
      },
    },
  }),
  rule({
    name: 'R_LARCH_PCALA_HI20_ABS',
    type: 71,
    value: roundedPage(ADDRESS),
    field: si20(12, 31),
    check: signed(32),
    source: 'LoongArch Reference Manual, LU12I.W',
    notes:
      'What becomes of R_LARCH_PCALA_HI20 where the target does not move with the image: bits 12 to 31 of its address, rounded ' +
      'because the instruction that adds the lower 12 bits takes them as signed.',
    example: 'pcalau12i $a0, %pc_hi20(foo)',
    instruction: onlyHere('R_LARCH_PCALA_HI20'),
  }),
  rule({
    name: 'R_LARCH_PCALA_LO12',
    type: 72,
    value: ADDRESS,
    field: si12(0, 11),
    check: unchecked,
    source: TYPES,
    notes: 'The lower 12 bits of an address, in addi.d, a load or a store; R_LARCH_PCALA_HI20 has the rest.',
    example: 'addi.d $a0, $a0, %pc_lo12(foo)',
  }),
  rule({
    name: 'R_LARCH_PCALA_LO12_JIRL',
    type: 72,
    value: ADDRESS.minus(roundedPage(ADDRESS)),
    field: OFFSET16,
    check: multipleOf(4),
    source: 'GNU ld and lld',
    notes:
      'R_LARCH_PCALA_LO12 at a jirl, which has 16 bits and counts instructions: the lower 12 bits of an address with their ' +
      'sign. Compilers before R_LARCH_CALL36 made calls of the medium code model so. The psABI has no such form; both ' +
      'linkers do this.',
    example: 'jirl $ra, $a0, %pc_lo12(foo)',
    instruction: { form: { of: 'R_LARCH_PCALA_LO12', when: [[{ at: 3, mask: 0xfc, value: 0x4c }]] } },
  }),
  ...parts([
    {
      name: 'PCALA64_LO20',
      type: 73,
      value: remainder(ADDRESS, 8n),
      field: si20(32, 51),
      notes: `Bits 32 to 51 of a distance, in lu32i.d. ${EXTREME}, 8 bytes before it.`,
      example: 'lu32i.d $a1, %pc64_lo20(foo)',
    },
    {
      name: 'PCALA64_HI12',
      type: 74,
      value: remainder(ADDRESS, 12n),
      field: si12(52, 63),
      notes: `The upper 12 bits of a distance, in lu52i.d. ${EXTREME}, 12 bytes before it.`,
      example: 'lu52i.d $a1, $a1, %pc64_hi12(foo)',
    },
  ]),
];

const throughGot = parts(
  [
    {
      name: 'GOT_PC_HI20',
      type: 75,
      value: pageDistance(SLOT),
      field: si20(12, 31),
      notes:
        'The distance to the page of a GOT slot with the address of the symbol, in pcalau12i; -fvisibility=hidden avoids it.',
      example: 'pcalau12i $a0, %got_pc_hi20(foo)',
    },
    {
      name: 'GOT_PC_LO12',
      type: 76,
      value: SLOT,
      field: si12(0, 11),
      notes: 'The lower 12 bits of the address of a GOT slot, in a load; R_LARCH_GOT_PC_HI20 has the rest.',
      example: 'ld.d $a0, $a0, %got_pc_lo12(foo)',
    },
    {
      name: 'GOT64_PC_LO20',
      type: 77,
      value: remainder(SLOT, 8n),
      field: si20(32, 51),
      notes: `Bits 32 to 51 of the distance to a GOT slot, in lu32i.d. ${EXTREME}, 8 bytes before it.`,
      example: 'lu32i.d $a1, %got64_pc_lo20(foo)',
    },
    {
      name: 'GOT64_PC_HI12',
      type: 78,
      value: remainder(SLOT, 12n),
      field: si12(52, 63),
      notes: `The upper 12 bits of the distance to a GOT slot, in lu52i.d. ${EXTREME}, 12 bytes before it.`,
      example: 'lu52i.d $a1, $a1, %got64_pc_hi12(foo)',
    },
    {
      name: 'GOT_HI20',
      type: 79,
      value: SLOT,
      field: si20(12, 31),
      notes: `Bits 12 to 31 of the address of a GOT slot, in lu12i.w; -fno-pic and no la.abs avoid it. ${WRAPS}`,
      example: 'lu12i.w $a0, %got_hi20(foo)',
    },
    {
      name: 'GOT_LO12',
      type: 80,
      value: SLOT,
      field: si12(0, 11),
      notes: 'The lower 12 bits of the address of a GOT slot, in ori, which takes them without a sign.',
      example: 'ori $a0, $a0, %got_lo12(foo)',
    },
    {
      name: 'GOT64_LO20',
      type: 81,
      value: SLOT,
      field: si20(32, 51),
      notes: 'Bits 32 to 51 of the address of a GOT slot, in lu32i.d; R_LARCH_GOT64_HI12 has those above.',
      example: 'lu32i.d $a0, %got64_lo20(foo)',
    },
    {
      name: 'GOT64_HI12',
      type: 82,
      value: SLOT,
      field: si12(52, 63),
      notes:
        'The upper 12 bits of the address of a GOT slot, in lu52i.d, the last of the four instructions that form it.',
      example: 'lu52i.d $a0, $a0, %got64_hi12(foo)',
    },
  ],
  { slot: S },
);

const branches = (
  [
    [64, 'B16', OFFSET16, 18, 'beq, bne, blt and their like, 128 KiB either way', 'beq $a0, $a1, foo'],
    [65, 'B21', OFFSET21, 23, 'beqz and bnez, 4 MiB either way', 'bnez $a0, foo'],
    [66, 'B26', OFFSET26, 28, 'b and bl, 128 MiB either way', 'bl foo'],
  ] as const
).map(([type, name, field, reach, what, example]) =>
  rule({
    name: `R_LARCH_${name}`,
    type,
    value: PC_RELATIVE,
    field,
    check: multipleOf(4, signed(reach)),
    source: TYPES,
    notes: `The distance of a branch, in ${what}. The field counts instructions. A purgatory has no PLT: functions are reached themselves.`,
    example: name === 'B16' ? '.reloc ., R_LARCH_B16, foo\n.zero 4' : example,
    target: NEVER_TAKEN,
  }),
);

const ADD_TYPES = [
  [47, 52, 8],
  [48, 53, 16],
  [50, 55, 32],
  [51, 56, 64],
] as const;

const arithmetic = [
  ...ADD_TYPES.map(([add, sub, size]) => ({
    add,
    sub,
    size: String(size),
    bytes: size / 8,
    field: word(size),
  })),
  { add: 105, sub: 106, size: '6', bytes: 1, field: LOW6 },
].flatMap(({ add, sub, size, bytes, field }) => {
  const where = size === '6' ? 'the low six bits of a byte' : `a word of ${size} bits`;
  const shared = { field, check: unchecked, source: TYPES };
  return [
    rule({
      ...shared,
      name: `R_LARCH_ADD${size}`,
      type: add,
      value: V.plus(S).plus(A),
      notes: `Adds an address to ${where}. ${PAIR_NOTES}`,
      example: `.reloc ., R_LARCH_ADD${size}, foo\n.zero ${bytes}`,
    }),
    rule({
      ...shared,
      name: `R_LARCH_SUB${size}`,
      type: sub,
      value: V.minus(S).minus(A),
      notes: `Subtracts an address from ${where}. ${PAIR_NOTES}`,
      example: `.reloc ., R_LARCH_SUB${size}, foo\n.zero ${bytes}`,
    }),
  ];
});

const types: readonly RelocationType[] = [
  marker({
    name: 'R_LARCH_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  rule({
    name: 'R_LARCH_32',
    type: 1,
    value: ADDRESS,
    field: word(32),
    check: either(32),
    source: TYPES,
    notes: 'An address as data of 32 bits, which may be read signed or unsigned.',
    example: '.word foo',
  }),
  rule({
    name: 'R_LARCH_64',
    type: 2,
    value: ADDRESS,
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes: 'An address as data: initialised pointers and tables of functions.',
    example: '.dword foo',
  }),
  ...slotRules({ value: S, field: word(64), source: TYPES }, [[5, 'R_LARCH_JUMP_SLOT']]),
  rule({
    name: 'R_LARCH_RELATIVE',
    type: 3,
    value: B.plus(A),
    field: word(64),
    check: unchecked,
    dynamic: true,
    source: TYPES,
    notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
    example: '.dword foo (linked with -static-pie)',
  }),
  ...(
    [
      [20, 'LA', 'la.abs'],
      [21, 'PCREL', 'a branch to another file'],
    ] as const
  ).map(([type, name, what]) =>
    marker({
      name: `R_LARCH_MARK_${name}`,
      type,
      source: TYPES,
      notes: `Stores nothing. Assemblers before version 2.00 of the psABI marked ${what} with it, in front of what does the work.`,
    }),
  ),
  ...branches,
  ...absolute.slice(0, 1),
  absoluteAlone,
  ...absolute.slice(1),
  ...pcRelative,
  ...throughGot,
  ...arithmetic,
  rule({
    name: 'R_LARCH_32_PCREL',
    type: 99,
    value: PC_RELATIVE,
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes: 'A distance as data of 32 bits: .eh_frame, and tables whose entries count from themselves.',
    example: '.word foo - .',
  }),
  marker({
    name: 'R_LARCH_RELAX',
    type: 100,
    source: TYPES,
    notes:
      'Allows a linker to shorten the instructions at the same place. relocator leaves them as they are.',
  }),
  marker({
    name: 'R_LARCH_ALIGN',
    type: 102,
    source: TYPES,
    notes:
      'Stands before nops, of which linkers keep as many as alignment needs, relaxing or not, and so does relocator. ' +
      'Without a symbol the addend is their number of bytes; with one its lowest byte is the power of two to align to, and ' +
      'what is above it the most bytes to spend: if it takes more, none are kept.',
    padding: {
      of: (addend, { hasSymbol }) => {
        if (!hasSymbol) return { bytes: Number(addend), alignment: 2 ** addend.toString(2).length };
        const alignment = 2 ** Number(addend & 0xffn);
        const bytes = alignment > 4 ? alignment - 4 : 0;
        const limit = Number(addend >> 8n);
        return { bytes, alignment, ...(limit !== 0 && limit < bytes ? { limit } : {}) };
      },
      nops: [{ bytes: 4, code: 0x0340_0000n }],
    },
  }),
  rule({
    name: 'R_LARCH_PCREL20_S2',
    type: 103,
    value: PC_RELATIVE,
    field: si20(2, 21),
    check: multipleOf(4, signed(22)),
    source: TYPES,
    notes:
      'A distance in pcaddi, 2 MiB either way, to what stands at a multiple of 4. The address of a weak symbol that nobody ' +
      'defines is formed by lu12i.w.',
    example: 'pcaddi $a0, %pcrel_20(foo)',
    instruction: {
      weak: [
        {
          text: 'pcaddi rd, %pcrel_20(foo) -> lu12i.w rd, 0',
          addend: 0n,
          when: [{ at: 3, mask: 0xfe, value: 0x18 }],
          rewrite: LOADS_0,
        },
      ],
    },
  }),
  ...uleb128Rules({
    name: 'R_LARCH_ADD_ULEB128',
    type: 107,
    value: V.plus(S).plus(A),
    source: TYPES,
    notes: `Adds an address to a ULEB128 number, as in exception tables, whose length is kept. ${PAIR_NOTES}`,
  }),
  ...uleb128Rules({
    name: 'R_LARCH_SUB_ULEB128',
    type: 108,
    value: V.minus(S).minus(A),
    source: TYPES,
    notes: `Subtracts an address from a ULEB128 number, whose length is kept. ${PAIR_NOTES}`,
  }),
  rule({
    name: 'R_LARCH_64_PCREL',
    type: 109,
    value: PC_RELATIVE,
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes: 'A distance as data of 64 bits, for tables whose entries count from themselves.',
    example: '.dword foo - .',
  }),
  rule({
    name: 'R_LARCH_CALL36',
    type: 110,
    value: PC_RELATIVE,
    field: CALL_PAIR,
    check: multipleOf(4, signed(38, { rounded: 18 })),
    source: TYPES,
    notes:
      'A call to anywhere within 128 GiB: pcaddu18i and the jirl behind it, eight bytes in one field. The upper part is ' +
      'rounded by 0x20000, because jirl takes the lower one as signed.',
    example: 'call36 foo',
    target: NEVER_TAKEN,
  }),
  ...refuse(
    'it is of the stack machine of relocations that version 2.00 of the psABI replaced',
    'assemble with GNU as 2.40 or LLVM 16 or later, or compile with gcc 13 or later',
    (
      [
        'PUSH_PCREL',
        'PUSH_ABSOLUTE',
        'PUSH_DUP',
        'PUSH_GPREL',
        'PUSH_TLS_TPREL',
        'PUSH_TLS_GOT',
        'PUSH_TLS_GD',
        'PUSH_PLT_PCREL',
        'ASSERT',
        'NOT',
        'SUB',
        'SL',
        'SR',
        'ADD',
        'AND',
        'IF_ELSE',
        'POP_32_S_10_5',
        'POP_32_U_10_12',
        'POP_32_S_10_12',
        'POP_32_S_10_16',
        'POP_32_S_10_16_S2',
        'POP_32_S_5_20',
        'POP_32_S_0_5_10_16_S2',
        'POP_32_S_0_10_10_16_S2',
        'POP_32_U',
      ] as const
    ).map((name, index) => [22 + index, `R_LARCH_SOP_${name}`] as const),
  ),
  ...refuse(
    'it is a sum of 24 bits, which version 2.00 of the psABI took out',
    'assemble with GNU as 2.40 or LLVM 16 or later, or compile with gcc 13 or later',
    [
      [49, 'R_LARCH_ADD24'],
      [54, 'R_LARCH_SUB24'],
    ],
  ),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [6, 'R_LARCH_TLS_DTPMOD32'],
      [7, 'R_LARCH_TLS_DTPMOD64'],
      [8, 'R_LARCH_TLS_DTPREL32'],
      [9, 'R_LARCH_TLS_DTPREL64'],
      [10, 'R_LARCH_TLS_TPREL32'],
      [11, 'R_LARCH_TLS_TPREL64'],
      [13, 'R_LARCH_TLS_DESC32'],
      [14, 'R_LARCH_TLS_DESC64'],
      [83, 'R_LARCH_TLS_LE_HI20'],
      [84, 'R_LARCH_TLS_LE_LO12'],
      [85, 'R_LARCH_TLS_LE64_LO20'],
      [86, 'R_LARCH_TLS_LE64_HI12'],
      [87, 'R_LARCH_TLS_IE_PC_HI20'],
      [88, 'R_LARCH_TLS_IE_PC_LO12'],
      [89, 'R_LARCH_TLS_IE64_PC_LO20'],
      [90, 'R_LARCH_TLS_IE64_PC_HI12'],
      [91, 'R_LARCH_TLS_IE_HI20'],
      [92, 'R_LARCH_TLS_IE_LO12'],
      [93, 'R_LARCH_TLS_IE64_LO20'],
      [94, 'R_LARCH_TLS_IE64_HI12'],
      [95, 'R_LARCH_TLS_LD_PC_HI20'],
      [96, 'R_LARCH_TLS_LD_HI20'],
      [97, 'R_LARCH_TLS_GD_PC_HI20'],
      [98, 'R_LARCH_TLS_GD_HI20'],
      [111, 'R_LARCH_TLS_DESC_PC_HI20'],
      [112, 'R_LARCH_TLS_DESC_PC_LO12'],
      [113, 'R_LARCH_TLS_DESC64_PC_LO20'],
      [114, 'R_LARCH_TLS_DESC64_PC_HI12'],
      [115, 'R_LARCH_TLS_DESC_HI20'],
      [116, 'R_LARCH_TLS_DESC_LO12'],
      [117, 'R_LARCH_TLS_DESC64_LO20'],
      [118, 'R_LARCH_TLS_DESC64_HI12'],
      [119, 'R_LARCH_TLS_DESC_LD'],
      [120, 'R_LARCH_TLS_DESC_CALL'],
      [121, 'R_LARCH_TLS_LE_HI20_R'],
      [122, 'R_LARCH_TLS_LE_ADD_R'],
      [123, 'R_LARCH_TLS_LE_LO12_R'],
      [124, 'R_LARCH_TLS_LD_PCREL20_S2'],
      [125, 'R_LARCH_TLS_GD_PCREL20_S2'],
      [126, 'R_LARCH_TLS_DESC_PCREL20_S2'],
      [132, 'R_LARCH_TLS_IE_PCADD_HI20'],
      [133, 'R_LARCH_TLS_IE_PCADD_LO12'],
      [134, 'R_LARCH_TLS_LD_PCADD_HI20'],
      [135, 'R_LARCH_TLS_LD_PCADD_LO12'],
      [136, 'R_LARCH_TLS_GD_PCADD_HI20'],
      [137, 'R_LARCH_TLS_GD_PCADD_LO12'],
      [138, 'R_LARCH_TLS_DESC_PCADD_HI20'],
      [139, 'R_LARCH_TLS_DESC_PCADD_LO12'],
    ],
  ),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries or choose an implementation',
    'link statically (-static-pie), or pass the object (ld -r)',
    [
      [4, 'R_LARCH_COPY'],
      [12, 'R_LARCH_IRELATIVE'],
    ],
  ),
  ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
    [57, 'R_LARCH_GNU_VTINHERIT'],
    [58, 'R_LARCH_GNU_VTENTRY'],
  ]),
  ...refuse(
    'it is of a relaxing linker, for its own use',
    'pass the object (ld -r --no-relax) as the assembler made it',
    [
      [101, 'R_LARCH_DELETE'],
      [104, 'R_LARCH_CFA'],
    ],
  ),
  ...refuse(
    'it is of the instructions of 32-bit LoongArch, which add to the program counter itself',
    'compile with -march=loongarch64',
    [
      [127, 'R_LARCH_CALL30'],
      [128, 'R_LARCH_PCADD_HI20'],
      [129, 'R_LARCH_PCADD_LO12'],
      [130, 'R_LARCH_GOT_PCADD_HI20'],
      [131, 'R_LARCH_GOT_PCADD_LO12'],
    ],
  ),
];

/** In the order of the numbers, which is the psABI's. */
export const loongarch64: Architecture = architecture(
  machine,
  [...types].sort((a, b) => a.type - b.type),
);
