/**
 * PA-RISC, 32 bits: Processor-Specific ELF for PA-RISC. Its relocation types, and what a prologue finds there.
 *
 * Immediates stand in pieces, the sign lowest (bit 0 here is the lowest, where the manuals count from the other end):
 *
 *     ldil, addil          21 upper bits:  31 | 20-30 | 18-19 | 13-17 | 11-12     in bits 0, 1-11, 14-15, 16-20, 12-13
 *     ldo, loads, stores   14 bits:        13 | 0-12                              in bits 0, 1-13
 *     b,l and be           17 bits:        18 | 2-11 | 12 | 13-17                 in bits 0, 3-12, 2, 16-20
 *     b,l of PA-RISC 2.0   22 bits:        the same, and 18-22 in bits 21-25; the sign is bit 23
 *
 * A 32-bit value is put together by ldil or addil, with its upper 21 bits, and an instruction that adds the lower 11.
 * How the value is cut is a selector of the assembler, and each has types of its own: L% and R% cut at bit 11. LR%
 * and RR% first round the addend to a multiple of 8 KiB, so that several addends of one symbol may share one upper
 * part; the lower part then has the rest of the addend with its sign. So both halves must have the same symbol, and
 * addends that round to the same multiple.
 *
 * Branches count from the second instruction behind their own, and the formulas have that 8. A branch to another
 * space (be) has a whole address in two halves. Linkers lead a branch that is too far by a detour; here it is
 * refused.
 *
 * Function pointers (PLABEL) are addresses of code in a static image: $$dyncall takes what is a multiple of 4 as
 * such. Code reaches data by the global pointer, %r27, at $global$, and so it does slots of the GOT, which code compiled
 * with -fPIC counts from %r19: its instructions are made to name %r27. Linked images have function descriptors and a
 * linkage table, which a dynamic loader fills in, so they are not taken.
 *
 * Traps: load addresses are multiples of 16, by which the prologue finds its start. Words that are not aligned fault,
 * and patched code needs cache maintenance by address. GNU ld wants ELFOSABI_GNU and e_flags of PA-RISC 1.1.
 *
 * Sources: Processor-Specific ELF for PA-RISC. Most of its types are for 64-bit or shared objects, and refused.
 */
import { architecture } from '../architecture.ts';
import { multipleOf, signed, unchecked } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, type Expression, G, GOT, GP, P, page, S } from '../expression.ts';
import { bits, type Field, insn32, type Slice, withZeros, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule } from '../rule.ts';
import type { GotFacet } from '../rule-facets.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { LOADERS } from './loaders/hppa.ts';

const TYPES = 'Processor-Specific ELF for PA-RISC, Relocations';

const machine: Machine = {
  arch: 'hppa',
  psabi: 'hppa',
  title: '32-bit PA-RISC',
  otherNames: ['parisc'],
  elfMachine: 15,
  wordBits: 32,
  dataOrder: 'big',
  instructionOrder: 'big',
  addends: 'explicit',
  unalignedFaults: true,
  elf: {
    // ELFOSABI_GNU, PA-RISC 1.1.
    objectHeader: { osAbi: 3, flags: 0x210 },
    refusesLinked:
      'a linked image of PA-RISC has function descriptors and a linkage table, which a dynamic loader fills in; pass ' +
      'the object before the final link (ld -r)',
    unwindSections: /^\.PARISC\.unwind$/,
    debugOffsets: ['R_PARISC_SECREL32'],
    // What is left tells the oldest processor it runs on.
    agreement: [],
  },
  code: {
    alignment: 4,
    cache: { line: ['fdc', 'sync', 'fic', 'sync'], fences: [], distance: 7 },
    fullAddresses: 'compile with -mlong-calls',
  },
  pointers: { global: { symbols: ['$global$'], fromGot: 0 } },
  loading: { loaders: LOADERS, told: { 'kexec-tools': KEXEC_TOOLS_COMMON }, leastAlignment: 16 },
  entry: {
    sigil: '%',
    preserved: [
      range('r', 23, 26, 'arguments'),
      register('r2'),
      range('r', 3, 18),
      register('r27'),
      register('r30'),
    ],
    clobbered: [
      register('r1'),
      range('r', 19, 22),
      register('r28'),
      register('r29'),
      register('r31'),
      other('carry bits'),
    ],
    stackPointer: 'r30',
    state: 'real mode (no translation of addresses), any privilege level, interrupts disabled',
    promises: [{ register: 'r27', to: 'global pointer' }],
    failure: { register: 'r28', place: 'r20' },
  },
};

/** A multiple of 8 KiB, the nearest to A: what the selectors LR% and RR% share, so that both parts fit each other. */
const ROUNDED = page(A.plus(0x1000n), 13);

/** Selector LR%: the addend only counts in multiples of 8 KiB. The field shows the upper 21 bits. */
function upperRounded(symbol: Expression): Expression {
  return symbol.plus(ROUNDED);
}

/** Selector RR%: the lower 11 bits of the symbol, and what LR% left of the addend. */
function lowerRounded(symbol: Expression): Expression {
  return symbol.minus(page(symbol, 11)).plus(A).minus(ROUNDED);
}

/** The upper 21 bits of the value, as ldil and addil hold them. */
const IM21 = insn32(
  bits(31, 31).at(0),
  bits(20, 30).at(1),
  bits(18, 19).at(14),
  bits(13, 17).at(16),
  bits(11, 12).at(12),
);

/** The displacement of loads, stores and ldo: the sign stands lowest. */
const IM14 = insn32(bits(13, 13).at(0), bits(0, 12).at(1));
/** The same with the lower 11 bits of the value, which are never negative: selector R%. */
const IM14_LOW = withZeros(withZeros(insn32(bits(0, 10).at(1)), 0, 0), 12, 13);

const W17: readonly Slice[] = [bits(2, 11).at(3), bits(12, 12).at(2), bits(13, 17).at(16)];
const BRANCH_12 = insn32(bits(13, 13).at(0), bits(2, 11).at(3), bits(12, 12).at(2));
const BRANCH_17 = insn32(bits(18, 18).at(0), ...W17);
const BRANCH_22 = insn32(bits(23, 23).at(0), ...W17, bits(18, 22).at(21));
/** Selector R% in a branch. */
const BRANCH_17_LOW = [
  [0, 0],
  [2, 2],
  [12, 12],
  [16, 20],
].reduce((field, [low = 0, high = 0]) => withZeros(field, low, high), insn32(bits(2, 10).at(3)));

const PC_RELATIVE = S.plus(A).minus(P).minus(8n);
const GP_RELATIVE = S.minus(GP);
/** A call of a weak symbol that nobody defines goes on behind its delay slot, whatever the addend. */
const GOES_ON = { weak: P.plus(8n).minus(A) } as const;

/** How a rule goes through the GOT: %r27 becomes the base register, bits 21 to 25 of the instruction. */
const FROM_GLOBAL_POINTER: GotFacet = {
  slot: S.plus(A),
  fromPointer: [
    { at: 0, keep: 0xfc, set: 27 >> 3 },
    { at: 1, keep: 0x1f, set: (27 & 7) << 5 },
  ],
};
const SLOT = G.plus(GOT).minus(GP);

const BEHIND = 'It counts from the second instruction behind P, as branches do.';
const PARTNER =
  'Its partner of the other half must have the same symbol and an addend that rounds to the same multiple of 8 KiB.';
const CALL_NOTES = `A branch or call. ${BEHIND} Linkers lead those that are too far by a detour; relocator refuses them.`;
const ANY_VALUE = 'The instruction that adds the lower bits gives the rest.';
const DATA_POINTER =
  'The global pointer, %r27, is what $global$ names; relocator puts it at the start of the GOT.';

const LINKAGE_TABLE =
  'Code counts from the linkage table pointer, mostly in %r19, which callers through function descriptors set up; the ' +
  'instruction is made to count from the global pointer, %r27, as GNU ld does it in static links.';

interface Part extends Pick<Rule, 'got' | 'instruction'> {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly field: Field;
  readonly notes: string;
  readonly example: string;
}

/** Half of an address: whatever it is, the field holds its part. */
function part(given: Part): RelocationType {
  return rule({ ...given, check: unchecked, source: TYPES });
}

const types: readonly RelocationType[] = [
  marker({
    name: 'R_PARISC_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; assemblers emit it where a relocation is asked for without a symbol.',
  }),
  rule({
    name: 'R_PARISC_DIR32',
    type: 1,
    value: S.plus(A),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes: 'An address as data: initialised pointers and jump tables, wherever in memory they point.',
    example: '.word foo',
  }),
  part({
    type: 2,
    name: 'R_PARISC_DIR21L',
    value: upperRounded(S),
    field: IM21,
    notes: `The upper part of an address, selector LR%. ${PARTNER}`,
    example: "ldil LR'foo, %r1",
  }),
  rule({
    name: 'R_PARISC_DIR17R',
    type: 3,
    value: lowerRounded(S),
    field: BRANCH_17,
    check: multipleOf(4),
    source: TYPES,
    notes: `The lower part of an address, selector RR%, in a branch to another space: gcc -mlong-calls. ${PARTNER}`,
    example: "be RR'foo(%sr4, %r1)",
  }),
  rule({
    name: 'R_PARISC_DIR17F',
    type: 4,
    value: S.plus(A),
    field: BRANCH_17,
    check: multipleOf(4, signed(19)),
    source: TYPES,
    notes:
      'A whole address in a branch to another space, which reaches the lowest and the highest 256 KiB only.',
    example: 'be foo(%sr4, %r0)',
  }),
  part({
    type: 6,
    name: 'R_PARISC_DIR14R',
    value: lowerRounded(S),
    field: IM14,
    notes: `The lower part of an address, selector RR%, in a load, store or ldo. ${PARTNER}`,
    example: "ldo RR'foo(%r1), %r1",
  }),
  rule({
    name: 'R_PARISC_DIR14F',
    type: 7,
    value: S.plus(A),
    field: IM14,
    check: signed(14),
    source: TYPES,
    notes: 'A whole address in a load or store, which reaches the lowest and the highest 8 KiB only.',
    example: 'ldw foo(%r0), %r2',
  }),
  rule({
    name: 'R_PARISC_PCREL12F',
    type: 8,
    value: PC_RELATIVE,
    field: BRANCH_12,
    check: multipleOf(4, signed(14)),
    target: GOES_ON,
    source: TYPES,
    notes: `A conditional branch, 8 KiB either way. ${BEHIND}`,
    example: 'comb,= %r1, %r2, foo',
  }),
  rule({
    name: 'R_PARISC_PCREL32',
    type: 9,
    value: PC_RELATIVE,
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes: 'A distance as data; assemblers add 8 to the addend to make up for the 8 that it subtracts.',
    example: '.word foo - .',
  }),
  part({
    type: 10,
    name: 'R_PARISC_PCREL21L',
    value: PC_RELATIVE,
    field: IM21,
    notes: `The upper part of a distance, selector L%. ${ANY_VALUE}`,
    example: "addil L'foo - $PIC_pcrel$0 + 4, %r1",
  }),
  rule({
    name: 'R_PARISC_PCREL17R',
    type: 11,
    value: PC_RELATIVE,
    field: BRANCH_17_LOW,
    check: multipleOf(4),
    source: TYPES,
    notes:
      'The lower part of a distance, selector R%, in a branch to another space: calls of gcc -mlong-calls -fPIC.',
    example: '.reloc ., R_PARISC_PCREL17R, foo\n.word 0',
  }),
  rule({
    name: 'R_PARISC_PCREL17F',
    type: 12,
    value: PC_RELATIVE,
    field: BRANCH_17,
    check: multipleOf(4, signed(19)),
    target: GOES_ON,
    source: TYPES,
    notes: `${CALL_NOTES} It reaches 256 KiB either way.`,
    example: 'b,l foo, %r2',
  }),
  rule({
    name: 'R_PARISC_PCREL17C',
    type: 13,
    value: PC_RELATIVE,
    field: BRANCH_17,
    check: multipleOf(4, signed(19)),
    target: GOES_ON,
    source: TYPES,
    notes:
      'A branch for which linkers need not make a detour, and of which they do not tell when it is too far; relocator does.',
    example: '.reloc ., R_PARISC_PCREL17C, foo\n.word 0',
  }),
  part({
    type: 14,
    name: 'R_PARISC_PCREL14R',
    value: PC_RELATIVE,
    field: IM14_LOW,
    notes: 'The lower part of a distance, selector R%; R_PARISC_PCREL21L has the upper one.',
    example: "ldo R'foo - $PIC_pcrel$0 + 8(%r1), %r1",
  }),
  rule({
    name: 'R_PARISC_PCREL14F',
    type: 15,
    value: PC_RELATIVE,
    field: IM14,
    check: signed(14),
    source: TYPES,
    notes: 'A whole distance in a load, store or ldo, 8 KiB either way; compilers do not emit it.',
    example: 'ldo foo - $PIC_pcrel$0(%r1), %r1',
  }),
  part({
    type: 18,
    name: 'R_PARISC_DPREL21L',
    value: upperRounded(GP_RELATIVE),
    field: IM21,
    notes: `The upper part of a distance from the global pointer, selector LR%: data. ${DATA_POINTER} ${PARTNER}`,
    example: "addil LR'foo - $global$, %r27",
  }),
  part({
    type: 22,
    name: 'R_PARISC_DPREL14R',
    value: lowerRounded(GP_RELATIVE),
    field: IM14,
    notes: `The lower part of a distance from the global pointer, selector RR%. ${DATA_POINTER} ${PARTNER}`,
    example: "ldo RR'foo - $global$(%r1), %r1",
  }),
  rule({
    name: 'R_PARISC_DPREL14F',
    type: 23,
    value: S.plus(A).minus(GP),
    field: IM14,
    check: signed(14),
    source: TYPES,
    notes: `A whole distance from the global pointer, 8 KiB either way. ${DATA_POINTER}`,
    example: 'ldw foo - $global$(%r27), %r3',
  }),
  part({
    type: 34,
    name: 'R_PARISC_DLTIND21L',
    value: SLOT,
    field: IM21,
    got: FROM_GLOBAL_POINTER,
    instruction: {
      excluded: {
        // ldil
        when: [[{ at: 0, mask: 0xfc, value: 0x20 }]],
        reason: 'it forms the distance to a slot of the GOT without the register it counts from',
        remedy: 'write addil in place of ldil, as compilers do',
      },
    },
    notes: `The upper part of the distance to a GOT slot, selector LT%, in code compiled with -fPIC. ${LINKAGE_TABLE} ${ANY_VALUE}`,
    example: "addil LT'foo, %r19",
  }),
  part({
    type: 38,
    name: 'R_PARISC_DLTIND14R',
    value: SLOT,
    field: IM14_LOW,
    got: { slot: S.plus(A) },
    notes: 'The lower part of the distance to a GOT slot, selector RT%; see R_PARISC_DLTIND21L.',
    example: "ldw RT'foo(%r1), %r2",
  }),
  rule({
    name: 'R_PARISC_DLTIND14F',
    type: 39,
    value: SLOT,
    field: IM14,
    check: signed(14),
    got: FROM_GLOBAL_POINTER,
    source: TYPES,
    notes: `The whole distance to a GOT slot, 8 KiB either way. ${LINKAGE_TABLE} Compilers do not emit it.`,
    example: "ldw T'foo(%r19), %r2",
  }),
  rule({
    name: 'R_PARISC_SEGREL32',
    type: 49,
    value: S.plus(A).minus(B),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes: 'A distance from the start of the segment, in tables for unwinding; an image is one segment.',
    example: '.reloc ., R_PARISC_SEGREL32, foo\n.word 0',
  }),
  rule({
    name: 'R_PARISC_PLABEL32',
    type: 65,
    value: S.plus(A),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'A pointer to a function as data. In a static image it is the address of the function: $$dyncall, by which ' +
      'compilers call through pointers, takes what is a multiple of 4 as such.',
    example: ".word P'foo",
  }),
  part({
    type: 66,
    name: 'R_PARISC_PLABEL21L',
    value: S.plus(A),
    field: IM21,
    notes: `The upper part of a pointer to a function, selector L%; see R_PARISC_PLABEL32. ${ANY_VALUE}`,
    example: "ldil LP'foo, %r1",
  }),
  part({
    type: 70,
    name: 'R_PARISC_PLABEL14R',
    value: S.plus(A),
    field: IM14_LOW,
    notes: 'The lower part of a pointer to a function, selector R%; see R_PARISC_PLABEL32.',
    example: "ldo RP'foo(%r1), %r1",
  }),
  rule({
    name: 'R_PARISC_PCREL22F',
    type: 74,
    value: PC_RELATIVE,
    field: BRANCH_22,
    check: multipleOf(4, signed(24)),
    target: GOES_ON,
    source: TYPES,
    notes: `${CALL_NOTES} It reaches 8 MiB either way, on processors of PA-RISC 2.0.`,
    example: '.level 2.0\nb,l foo, %r2',
  }),
  ...refuse(
    'it counts from a base that another relocation set, and neither compilers nor linkers for ELF know such bases',
    'write the address itself, or its distance from $global$; gcc emits nothing else',
    [
      [40, 'R_PARISC_SETBASE'],
      [42, 'R_PARISC_BASEREL21L'],
      [43, 'R_PARISC_BASEREL17R'],
      [44, 'R_PARISC_BASEREL17F'],
      [46, 'R_PARISC_BASEREL14R'],
      [47, 'R_PARISC_BASEREL14F'],
      [48, 'R_PARISC_SEGBASE'],
    ],
  ),
  ...refuse(
    'it counts from the start of an output section, and an image has no such sections',
    'strip debugging information (strip --strip-debug), which alone uses it',
    [[41, 'R_PARISC_SECREL32']],
  ),
  ...refuse(
    'it is of HP-UX, whose data pointer and linkage table pointer differ; no linker for Linux applies it',
    "use the selectors of Linux (LR' and T'), as gcc does",
    [
      [26, 'R_PARISC_DLTREL21L'],
      [30, 'R_PARISC_DLTREL14R'],
      [31, 'R_PARISC_DLTREL14F'],
    ],
  ),
  ...refuse(
    'it asks for a procedure linkage table or for function descriptors, and a purgatory has neither',
    'call the function directly, and compile with gcc for Linux, which does not emit it',
    [
      [50, 'R_PARISC_PLTOFF21L'],
      [54, 'R_PARISC_PLTOFF14R'],
      [55, 'R_PARISC_PLTOFF14F'],
      [57, 'R_PARISC_LTOFF_FPTR32'],
      [58, 'R_PARISC_LTOFF_FPTR21L'],
      [62, 'R_PARISC_LTOFF_FPTR14R'],
      [115, 'R_PARISC_PLTOFF14WR'],
      [116, 'R_PARISC_PLTOFF14DR'],
      [117, 'R_PARISC_PLTOFF16F'],
      [118, 'R_PARISC_PLTOFF16WF'],
      [119, 'R_PARISC_PLTOFF16DF'],
      [120, 'R_PARISC_LTOFF_FPTR64'],
      [123, 'R_PARISC_LTOFF_FPTR14WR'],
      [124, 'R_PARISC_LTOFF_FPTR14DR'],
      [125, 'R_PARISC_LTOFF_FPTR16F'],
      [126, 'R_PARISC_LTOFF_FPTR16WF'],
      [127, 'R_PARISC_LTOFF_FPTR16DF'],
    ],
  ),
  ...refuse(
    'it is of the 64-bit machine: the word or the displacement it fills is none that 32-bit code has',
    'compile for 32 bits (hppa-linux-gnu-gcc)',
    [
      [19, 'R_PARISC_DPREL14WR'],
      [20, 'R_PARISC_DPREL14DR'],
      [64, 'R_PARISC_FPTR64'],
      [72, 'R_PARISC_PCREL64'],
      [73, 'R_PARISC_PCREL22C'],
      [75, 'R_PARISC_PCREL14WR'],
      [76, 'R_PARISC_PCREL14DR'],
      [77, 'R_PARISC_PCREL16F'],
      [78, 'R_PARISC_PCREL16WF'],
      [79, 'R_PARISC_PCREL16DF'],
      [80, 'R_PARISC_DIR64'],
      [83, 'R_PARISC_DIR14WR'],
      [84, 'R_PARISC_DIR14DR'],
      [85, 'R_PARISC_DIR16F'],
      [86, 'R_PARISC_DIR16WF'],
      [87, 'R_PARISC_DIR16DF'],
      [88, 'R_PARISC_GPREL64'],
      [91, 'R_PARISC_DLTREL14WR'],
      [92, 'R_PARISC_DLTREL14DR'],
      [93, 'R_PARISC_GPREL16F'],
      [94, 'R_PARISC_GPREL16WF'],
      [95, 'R_PARISC_GPREL16DF'],
      [96, 'R_PARISC_LTOFF64'],
      [99, 'R_PARISC_DLTIND14WR'],
      [100, 'R_PARISC_DLTIND14DR'],
      [101, 'R_PARISC_LTOFF16F'],
      [102, 'R_PARISC_LTOFF16WF'],
      [103, 'R_PARISC_LTOFF16DF'],
      [104, 'R_PARISC_SECREL64'],
      [107, 'R_PARISC_BASEREL14WR'],
      [108, 'R_PARISC_BASEREL14DR'],
      [112, 'R_PARISC_SEGREL64'],
    ],
  ),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries',
    'link statically (-static), or pass the object (ld -r)',
    [
      [128, 'R_PARISC_COPY'],
      [129, 'R_PARISC_IPLT'],
      [130, 'R_PARISC_EPLT'],
    ],
  ),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [153, 'R_PARISC_TPREL32'],
      [154, 'R_PARISC_TPREL21L'],
      [158, 'R_PARISC_TPREL14R'],
      [162, 'R_PARISC_LTOFF_TP21L'],
      [166, 'R_PARISC_LTOFF_TP14R'],
      [167, 'R_PARISC_LTOFF_TP14F'],
      [216, 'R_PARISC_TPREL64'],
      [219, 'R_PARISC_TPREL14WR'],
      [220, 'R_PARISC_TPREL14DR'],
      [221, 'R_PARISC_TPREL16F'],
      [222, 'R_PARISC_TPREL16WF'],
      [223, 'R_PARISC_TPREL16DF'],
      [224, 'R_PARISC_LTOFF_TP64'],
      [227, 'R_PARISC_LTOFF_TP14WR'],
      [228, 'R_PARISC_LTOFF_TP14DR'],
      [229, 'R_PARISC_LTOFF_TP16F'],
      [230, 'R_PARISC_LTOFF_TP16WF'],
      [231, 'R_PARISC_LTOFF_TP16DF'],
      [234, 'R_PARISC_TLS_GD21L'],
      [235, 'R_PARISC_TLS_GD14R'],
      [236, 'R_PARISC_TLS_GDCALL'],
      [237, 'R_PARISC_TLS_LDM21L'],
      [238, 'R_PARISC_TLS_LDM14R'],
      [239, 'R_PARISC_TLS_LDMCALL'],
      [240, 'R_PARISC_TLS_LDO21L'],
      [241, 'R_PARISC_TLS_LDO14R'],
      [242, 'R_PARISC_TLS_DTPMOD32'],
      [243, 'R_PARISC_TLS_DTPMOD64'],
      [244, 'R_PARISC_TLS_DTPOFF32'],
      [245, 'R_PARISC_TLS_DTPOFF64'],
    ],
  ),
  ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
    [232, 'R_PARISC_GNU_VTENTRY'],
    [233, 'R_PARISC_GNU_VTINHERIT'],
  ]),
];

export const hppa = architecture(machine, types, {
  // What the psABI for 64 bits calls them.
  R_PARISC_GPREL21L: 'R_PARISC_DLTREL21L',
  R_PARISC_GPREL14R: 'R_PARISC_DLTREL14R',
  R_PARISC_LTOFF21L: 'R_PARISC_DLTIND21L',
  R_PARISC_LTOFF14R: 'R_PARISC_DLTIND14R',
  R_PARISC_GPREL14WR: 'R_PARISC_DLTREL14WR',
  R_PARISC_GPREL14DR: 'R_PARISC_DLTREL14DR',
  R_PARISC_LTOFF14WR: 'R_PARISC_DLTIND14WR',
  R_PARISC_LTOFF14DR: 'R_PARISC_DLTIND14DR',
});
