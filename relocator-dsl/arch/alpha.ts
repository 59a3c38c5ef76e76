/**
 * Alpha: its ELF as binutils document it. Relocation types, and what a prologue finds there.
 *
 *     31    26 25  21 20  16 15                0
 *     | opcode |  ra  |  rb  |  displacement   |      lda, ldah, loads, stores    LITERAL, GPREL*
 *     | opcode |  ra  |     displacement, 21   |      br, bsr, beq, …             BRADDR, BRSGP: counts in words
 *     | opcode |  ra  |  rb  | op | hint, 14   |      jmp, jsr                    HINT
 *
 * An instruction has 16 bits of displacement, signed, so a value of 32 bits is put together by ldah, which adds the
 * upper half, and by one that adds the lower half with its sign: the upper half is rounded by 0x8000.
 *
 * Code finds its data by the global pointer, $29, which stands 0x8000 behind the start of the GOT, so that 64 KiB of
 * slots and small data are in reach. A function computes it from its own address, $27 on entry, by ldah and lda:
 * GPDISP. That type is odd in three ways. Its field is two instructions that need not follow each other; its addend
 * is how far the second stands behind the first; and what both hold is added (letter V), for a register that points
 * elsewhere.
 *
 * Calls within one file (BRSGP) skip those two instructions, if st_other says that they are there (letter E): 0x80
 * for a function that needs no pointer, 0x88 for one that loads it in its first 8 bytes.
 *
 * A hint that does not fit costs time and nothing else, so it is cut off. LITUSE marks what a relaxing linker could
 * shorten; nothing is shortened here.
 *
 * Traps: words that are not aligned fault, and the prologue uses no instruction on bytes, which older processors lack
 * (BWX). One imb, by PALcode, after all patching. A branch counts from the instruction behind it, and the formula has
 * that 4, not the addend.
 *
 * Sources: the header of binutils that TYPES names; no psABI of Alpha's ELF was published. kexec-tools relocates
 * nothing for this machine.
 */
import { architecture } from '../architecture.ts';
import { either, multipleOf, signed, unchecked } from '../check.ts';
import { range, register } from '../entry.ts';
import { A, B, E, G, GOT, GP, P, S, V } from '../expression.ts';
import { bits, insn32, insnsApart, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, refuse, rule, slotRules } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { LOADERS } from './loaders/alpha.ts';

/** There is no supplement for Linux; the types are those of Digital's compilers, and binutils keeps the list. */
const TYPES = 'Alpha ELF relocation types, binutils include/elf/alpha.h';

const machine: Machine = {
  arch: 'alpha',
  psabi: 'alpha',
  title: 'Alpha',
  elfMachine: 0x9026,
  wordBits: 64,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'explicit',
  unalignedFaults: true,
  // SHN_ALPHA_SCOMMON
  elf: { wideHash: true, commons: [{ index: 0xff00, small: true }] },
  code: {
    alignment: 4,
    // imb
    cache: { line: [], fences: [['call_pal 0x86']] },
    fullAddresses: 'compile with -mlarge-data -mlarge-text',
  },
  functions: {
    localEntry: {
      mask: 0x88,
      distances: [
        { other: 0x80, bytes: 0 },
        { other: 0x88, bytes: 8 },
      ],
      remedy: 'declare the function with .prologue, or call it without !samegp (gcc -mlarge-text)',
    },
  },
  pointers: {
    global: {
      symbols: ['_gp'],
      fromGot: 0x8000,
      // SHF_ALPHA_GPREL
      smallData: 0x1000_0000n,
      remedy: 'compile with -mlarge-data',
    },
  },
  loading: { loaders: LOADERS, told: { 'kexec-tools': KEXEC_TOOLS_COMMON } },
  entry: {
    preserved: [
      range('$', 16, 21, 'arguments'),
      range('$', 9, 15),
      register('$26'),
      register('$29'),
      register('$30'),
    ],
    clobbered: [range('$', 0, 8), range('$', 22, 25), register('$27'), register('$28')],
    stackPointer: '$30',
    state:
      'kernel mode under the OSF/1 PALcode, in an address region that maps itself, interrupts disabled; any processor, ' +
      'as nothing is used that came later (BWX)',
    entryRegister: '$27',
    promises: [{ register: '$29', to: 'global pointer' }],
    failure: { register: '$0', place: '$2' },
  },
};

const PC_RELATIVE = S.plus(A).minus(P);
/** Branches count from the instruction behind them. */
const BRANCH = PC_RELATIVE.minus(4n);
const GP_RELATIVE = S.plus(A).minus(GP);

const BRANCH_FIELD = insn32(bits(2, 22).at(0));
/** The displacement of lda, loads and stores. */
const DISPLACEMENT = insn32(bits(0, 15).at(0));
/** The displacement of ldah, which another instruction completes with a signed lower half. */
const HIGH_DISPLACEMENT = insn32(bits(16, 31).rounded().at(0));

const COUNTERPART =
  'The upper half is rounded by 0x8000, because the instruction that adds the lower one takes it as signed.';

export const alpha = architecture(machine, [
  marker({
    name: 'R_ALPHA_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; linkers turn relocations into it that relaxing has made superfluous.',
  }),
  rule({
    name: 'R_ALPHA_REFLONG',
    type: 1,
    value: S.plus(A),
    field: word(32),
    check: either(32),
    source: TYPES,
    notes: 'An address as data of 32 bits, which may be read signed or unsigned.',
    example: '.long foo',
  }),
  rule({
    name: 'R_ALPHA_REFQUAD',
    type: 2,
    value: S.plus(A),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes: 'An address as data: initialised pointers, and the slots of the GOT.',
    example: '.quad foo',
  }),
  rule({
    name: 'R_ALPHA_GPREL32',
    type: 3,
    value: GP_RELATIVE,
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'A distance from the global pointer as data: the entries of jump tables, which compilers read signed.',
    example: '.gprel32 foo',
  }),
  rule({
    name: 'R_ALPHA_LITERAL',
    type: 4,
    value: G.plus(GOT).minus(GP),
    field: DISPLACEMENT,
    check: signed(16),
    got: { slot: S.plus(A) },
    source: TYPES,
    notes:
      'Loads an address from the GOT: the distance of its slot from the global pointer. Compilers emit it for every ' +
      'call and for data of other files; the addend belongs to what the slot holds.',
    example: 'ldq $1, foo($29) !literal',
  }),
  marker({
    name: 'R_ALPHA_LITUSE',
    type: 5,
    source: TYPES,
    notes:
      'Tells a relaxing linker which instruction uses the address that an R_ALPHA_LITERAL loaded, and for what. relocator ' +
      'leaves both as they are.',
  }),
  rule({
    name: 'R_ALPHA_GPDISP',
    type: 6,
    value: GP.minus(P).plus(V),
    field: insnsApart(bits(16, 31).rounded().at(0), bits(0, 15).at(32)),
    check: signed(32, { rounded: 16 }),
    source: TYPES,
    notes:
      'Computes the global pointer from the address of the ldah at P, which some register holds. The lda that adds the ' +
      'lower half stands A bytes behind it, so A is no addend; what both hold is added, for registers that do not point ' +
      `exactly at P. ${COUNTERPART}`,
    example: '1: ldah $29, 0($27)\nlda $29, 0($29)\n.reloc 1b, GPDISP, .text + 4',
  }),
  rule({
    name: 'R_ALPHA_BRADDR',
    type: 7,
    value: BRANCH,
    field: BRANCH_FIELD,
    check: multipleOf(4, signed(23)),
    source: TYPES,
    notes: 'A branch, conditional or not, 4 MiB either way from the instruction behind it.',
    example: 'br $31, foo',
  }),
  rule({
    name: 'R_ALPHA_HINT',
    type: 8,
    value: BRANCH,
    field: insn32(bits(2, 15).at(0)),
    check: unchecked,
    source: TYPES,
    notes:
      'A hint to the processor where a jsr or jmp will go. A wrong one costs time and nothing else, so bits that do not ' +
      'fit are dropped.',
    example: 'jsr $26, ($27), foo',
  }),
  rule({
    name: 'R_ALPHA_SREL16',
    type: 9,
    value: PC_RELATIVE,
    field: word(16),
    check: signed(16),
    source: TYPES,
    notes: 'A distance as data of 16 bits; assemblers know it, but compilers do not emit it.',
    example: '.reloc ., SREL16, foo\n.zero 2',
  }),
  rule({
    name: 'R_ALPHA_SREL32',
    type: 10,
    value: PC_RELATIVE,
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes: 'A distance as data of 32 bits: .eh_frame, and tables whose entries count from themselves.',
    example: '.long foo - .',
  }),
  rule({
    name: 'R_ALPHA_SREL64',
    type: 11,
    value: PC_RELATIVE,
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes: 'A distance as data of 64 bits, which reaches everything there is in memory.',
    example: '.quad foo - .',
  }),
  rule({
    name: 'R_ALPHA_GPRELHIGH',
    type: 17,
    value: GP_RELATIVE,
    field: HIGH_DISPLACEMENT,
    check: signed(32, { rounded: 16 }),
    source: TYPES,
    notes: `The upper half of a distance from the global pointer, in ldah: data of the same file. ${COUNTERPART}`,
    example: 'ldah $1, foo($29) !gprelhigh',
  }),
  rule({
    name: 'R_ALPHA_GPRELLOW',
    type: 18,
    value: GP_RELATIVE,
    field: DISPLACEMENT,
    check: unchecked,
    source: TYPES,
    notes: 'The lower half of a distance from the global pointer; R_ALPHA_GPRELHIGH has the upper one.',
    example: 'lda $1, foo($1) !gprellow',
  }),
  rule({
    name: 'R_ALPHA_GPREL16',
    type: 19,
    value: GP_RELATIVE,
    field: DISPLACEMENT,
    check: signed(16),
    source: TYPES,
    notes:
      'A distance from the global pointer in one instruction, 32 KiB either way: small data, which gcc -msmall-data puts ' +
      'near the GOT. gcc -mlarge-data avoids it.',
    example: 'lda $1, foo($29) !gprel',
  }),
  ...slotRules({ value: S.plus(A), field: word(64), source: TYPES }, [
    [25, 'R_ALPHA_GLOB_DAT'],
    [26, 'R_ALPHA_JMP_SLOT'],
  ]),
  rule({
    name: 'R_ALPHA_RELATIVE',
    type: 27,
    value: B.plus(A),
    field: word(64),
    check: unchecked,
    dynamic: true,
    source: TYPES,
    notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
    example: '.quad foo (linked with -static-pie)',
  }),
  rule({
    name: 'R_ALPHA_BRSGP',
    type: 28,
    value: S.plus(E).plus(A).minus(P).minus(4n),
    field: BRANCH_FIELD,
    check: multipleOf(4, signed(23)),
    source: TYPES,
    notes:
      'A branch to a function that shares the global pointer of its caller: past the two instructions that would load ' +
      'it, if the symbol says (in st_other) that they are there. gcc -msmall-text emits it.',
    example: 'bsr $26, foo !samegp',
  }),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries',
    'link statically (-static-pie), or pass the object (ld -r)',
    [[24, 'R_ALPHA_COPY']],
  ),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [29, 'R_ALPHA_TLSGD'],
      [30, 'R_ALPHA_TLSLDM'],
      [31, 'R_ALPHA_DTPMOD64'],
      [32, 'R_ALPHA_GOTDTPREL'],
      [33, 'R_ALPHA_DTPREL64'],
      [34, 'R_ALPHA_DTPRELHI'],
      [35, 'R_ALPHA_DTPRELLO'],
      [36, 'R_ALPHA_DTPREL16'],
      [37, 'R_ALPHA_GOTTPREL'],
      [38, 'R_ALPHA_TPREL64'],
      [39, 'R_ALPHA_TPRELHI'],
      [40, 'R_ALPHA_TPRELLO'],
      [41, 'R_ALPHA_TPREL16'],
    ],
  ),
]);
