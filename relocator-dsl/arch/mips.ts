/** The MIPS psABI: the o32 ABI of 32-bit machines, in both byte orders. */
import { type Architecture, architecture } from '../architecture.ts';
import { multipleOf, signed, unchecked, unsigned } from '../check.ts';
import { A, B, block, G, GOT, GP, P, page, S } from '../expression.ts';
import { bits, insn32, word } from '../field.ts';
import { KEXEC_TOOLS, KEXEC_TOOLS_COMMON } from '../loaders.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, refuse, rule } from '../rule.ts';

const O32 = 'System V ABI, MIPS RISC Processor Supplement, 3rd edition, Relocation';
const R6 =
  'MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and binutils';

/** The word of .reginfo that says for which GP an object was made. */
const REGINFO = { sectionType: 0x7000_0006, offset: 20 };
const OPTIONS = 0x7000_000d;
const ABIFLAGS = 0x7000_002a;

/** st_other of a function of PIC in an object that has other code, too. */
const STO_MIPS_PIC = 0x20;

function machine(arch: string, order: Machine['dataOrder']): Machine {
  return {
    arch,
    title: `32-bit MIPS, ${order}-endian`,
    rulesFile: 'mips',
    elfMachine: 8,
    wordBits: 32,
    dataOrder: order,
    instructionOrder: order,
    addends: 'in place',
    unalignedFaults: true,
    instructionAlignment: 4,
    instructionCache: 'clean and invalidate by address',
    gotSymbol: '_GLOBAL_OFFSET_TABLE_',
    globalPointer: {
      symbols: ['_gp', '__gnu_local_gp'],
      fromGot: 0x7ff0,
      recorded: REGINFO,
    },
    bookkeepingSections: [REGINFO.sectionType, OPTIONS, ABIFLAGS],
    refusesLinked:
      'a linked MIPS image moves its GOT without relocations, as DT_MIPS_LOCAL_GOTNO says; pass the object before ' +
      'the final link (ld -r)',
    loaders: [{ loader: KEXEC_TOOLS, types: [] }],
    kexecToolsSymbols: KEXEC_TOOLS_COMMON,
    entry: {
      preserved: ['a0 to a3', 't0 to t3', 's0 to s7', 'gp', 'sp', 'fp', 'k0', 'k1', 'at'],
      clobbered: ['v0', 'v1', 't4 to t9', 'ra'],
      stack: 'none is used',
      state:
        'kernel mode, interrupts disabled, in memory that is cached and not mapped (KSEG0); ' +
        'MIPS32 release 1 or MIPS III, release 2 where instructions are patched at load time (synci); ' +
        't9 is the entry when the purgatory is entered, as PIC asks',
      failure: 'code in v0, then a jump to itself; after an overflow t6 is the place',
    },
  };
}

/** What the lower 16 bits of an address ask for: all that an instruction shows. */
const SETTLED = 0x1_0000n;
const LOW16 = insn32(bits(0, 15).at(0));
/** The upper half, rounded so that the signed lower half, added, gives the value. */
const HIGH16 = insn32(bits(16, 31).rounded().at(0));

const ADDRESS = S.plus(A);
const DISTANCE = S.plus(A).minus(P);
const SLOT = G.plus(GOT).minus(GP);
/** An address within 32 KiB of S + A, such that the lower half alone makes up the rest. */
const PAGE = page(S.plus(A).plus(0x8000n), 16);

const SLOT_NOTES =
  'It counts from GP, which points 0x7ff0 bytes behind the start of the GOT, and reaches 64 KiB of slots; -mxgot asks for more.';

const TYPES: readonly RelocationType[] = [
  marker({
    name: 'R_MIPS_NONE',
    type: 0,
    source: O32,
    notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  rule({
    name: 'R_MIPS_32',
    type: 2,
    value: ADDRESS,
    field: word(32),
    check: unchecked,
    source: O32,
    notes:
      'An address as data of 32 bits: initialised pointers, and jump tables of code compiled with -fno-pic.',
    example: '.word foo',
  }),
  rule({
    name: 'R_MIPS_26',
    type: 4,
    value: ADDRESS.minus(block(P.plus(4n), 28)),
    field: insn32(bits(2, 27).at(0)),
    check: multipleOf(4, unsigned(28)),
    excludesOther: {
      mask: 0x3c,
      values: [STO_MIPS_PIC],
      reason:
        'its symbol is a position-independent function, which finds its data from its own address in t9',
      remedy:
        'call it through t9, as code compiled with -mabicalls does, or compile all with -mno-abicalls -fno-pic',
    },
    source: O32,
    notes:
      'A jump: the instruction holds 28 bits of the address, and the processor takes the upper ones from the ' +
      'instruction behind it. So the target must be in the same block of 256 MiB, and the field moves with the image. ' +
      'An addend in the place is read as signed.',
    example: 'jal foo',
  }),
  rule({
    name: 'R_MIPS_HI16',
    type: 5,
    value: ADDRESS,
    field: HIGH16,
    check: unchecked,
    addendContinues: { at: 'R_MIPS_LO16', of: 'any symbol' },
    standIns: { _gp_disp: GP.minus(P) },
    source: O32,
    notes:
      'The upper half of an address, in lui, rounded because the lower half is added as signed. In SHT_REL its own ' +
      'field only holds the upper half of the addend; the R_MIPS_LO16 behind it has the rest, and several may share ' +
      'one. Against _gp_disp, which is no symbol, it is the distance to GP.',
    example: 'lui $2, %hi(foo)',
  }),
  rule({
    name: 'R_MIPS_LO16',
    type: 6,
    value: ADDRESS,
    field: LOW16,
    check: unchecked,
    settledAt: SETTLED,
    standIns: { _gp_disp: GP.minus(P).plus(4n) },
    source: O32,
    notes:
      'The lower half of an address, in loads, stores and addiu. It is settled if the image moves by multiples of ' +
      '64 KiB. It completes R_MIPS_HI16 and, for local symbols, R_MIPS_GOT16. Against _gp_disp it counts from the ' +
      'instruction before it, where the lui is.',
    example: 'addiu $2, $2, %lo(foo)',
  }),
  rule({
    name: 'R_MIPS_GPREL16',
    type: 7,
    value: ADDRESS.minus(GP),
    field: LOW16,
    check: signed(16),
    addsRecordedPointer: true,
    source: O32,
    notes:
      'The distance from GP to a variable nearby. For local symbols the addend counts from the GP for which the object ' +
      'was made, as ld -r records it.',
    example: 'lw $2, %gp_rel(foo)($28)',
  }),
  rule({
    name: 'R_MIPS_GOT16',
    type: 9,
    value: SLOT,
    field: LOW16,
    check: signed(16),
    slot: S,
    localSlot: PAGE,
    addendContinues: { at: 'R_MIPS_LO16', of: 'local' },
    source: O32,
    notes: `The slot of a symbol. For a local one it holds the upper half only, and R_MIPS_LO16 completes it. ${SLOT_NOTES}`,
    example: 'lw $2, %got(foo)($28)',
  }),
  rule({
    name: 'R_MIPS_PC16',
    type: 10,
    value: DISTANCE,
    field: insn32(bits(2, 17).at(0)),
    check: multipleOf(4, signed(18)),
    source: O32,
    notes:
      'A branch, 128 KiB either way. It counts from the instruction behind it, so assemblers give it an addend of -4.',
    example: '.reloc ., R_MIPS_PC16, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_CALL16',
    type: 11,
    value: SLOT,
    field: LOW16,
    check: signed(16),
    slot: S,
    source: O32,
    notes: `The slot of a function, which nothing binds lazily in a purgatory: it holds the address. ${SLOT_NOTES}`,
    example: 'lw $25, %call16(foo)($28)',
  }),
  rule({
    name: 'R_MIPS_GPREL32',
    type: 12,
    value: ADDRESS.minus(GP),
    field: word(32),
    check: unchecked,
    addsRecordedPointer: true,
    source: O32,
    notes:
      'The distance from GP as data: entries of the jump tables that -fpic makes. For local symbols the addend counts ' +
      'from the GP for which the object was made.',
    example: '.abicalls\n.gpword foo',
  }),
  ...(
    [
      ['GOT', 22, 'got', 'a symbol'],
      ['CALL', 30, 'call', 'a function'],
    ] as const
  ).flatMap(([name, type, operator, what]) => [
    rule({
      name: `R_MIPS_${name}_HI16`,
      type,
      value: SLOT,
      field: HIGH16,
      check: unchecked,
      slot: S,
      source: O32,
      notes: `The upper half of the distance from GP to the slot of ${what}, with -mxgot; R_MIPS_${name}_LO16 has the lower half.`,
      example: `lui $2, %${operator}_hi(foo)`,
    }),
    rule({
      name: `R_MIPS_${name}_LO16`,
      type: type + 1,
      value: SLOT,
      field: LOW16,
      check: unchecked,
      slot: S,
      source: O32,
      notes: `The lower half of the distance from GP to the slot of ${what}, with -mxgot.`,
      example: `lw $2, %${operator}_lo(foo)($2)`,
    }),
  ]),
  marker({
    name: 'R_MIPS_JALR',
    type: 37,
    source: O32,
    notes:
      'Names the function that a jalr or jr through $25 calls, so that a linker may turn it into a branch. relocator ' +
      'leaves it as it is.',
  }),
  rule({
    name: 'R_MIPS_PC21_S2',
    type: 60,
    value: DISTANCE,
    field: insn32(bits(2, 22).at(0)),
    check: multipleOf(4, signed(23)),
    source: R6,
    notes: 'A compact branch of release 6 that compares with zero, 4 MiB either way.',
    example: '.reloc ., R_MIPS_PC21_S2, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_PC26_S2',
    type: 61,
    value: DISTANCE,
    field: insn32(bits(2, 27).at(0)),
    check: multipleOf(4, signed(28)),
    source: R6,
    notes:
      'A compact branch or call of release 6 (bc, balc), 128 MiB either way, which does not move with the image.',
    example: '.reloc ., R_MIPS_PC26_S2, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_PC18_S3',
    type: 62,
    value: ADDRESS.minus(page(P, 3)),
    field: insn32(bits(3, 20).at(0)),
    check: multipleOf(8, signed(21)),
    source: R6,
    notes:
      'A load of 8 bytes relative to the instruction (ldpc, release 6), counted from the aligned address below it.',
    example: '.reloc ., R_MIPS_PC18_S3, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_PC19_S2',
    type: 63,
    value: DISTANCE,
    field: insn32(bits(2, 20).at(0)),
    check: multipleOf(4, signed(21)),
    source: R6,
    notes: 'A load or an address relative to the instruction (lwpc, addiupc, release 6), 1 MiB either way.',
    example: '.reloc ., R_MIPS_PC19_S2, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_PCHI16',
    type: 64,
    value: DISTANCE,
    field: HIGH16,
    check: unchecked,
    addendContinues: { at: 'R_MIPS_PCLO16', of: 'any symbol' },
    source: R6,
    notes: 'The upper half of a distance (auipc, release 6), rounded; R_MIPS_PCLO16 has the lower half.',
    example: '.reloc ., R_MIPS_PCHI16, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_PCLO16',
    type: 65,
    value: DISTANCE,
    field: LOW16,
    check: unchecked,
    source: R6,
    notes: 'The lower half of a distance (release 6); its addend makes up for the way from the auipc.',
    example: '.reloc ., R_MIPS_PCLO16, foo\nnop',
  }),
  rule({
    name: 'R_MIPS_PC32',
    type: 248,
    value: DISTANCE,
    field: word(32),
    check: unchecked,
    source: 'GNU binutils, elf/mips.h; LLVM, Mips.def',
    notes: 'A distance as data of 32 bits: .eh_frame, and tables whose entries count from themselves.',
    example: '.word foo - .',
  }),
  rule({
    name: 'R_MIPS_REL32',
    type: 3,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    dynamic: true,
    source: O32,
    notes: 'What linkers make of absolute words in images that move: the load base plus what the word holds.',
    example: '.word foo (linked with -shared)',
  }),
  ...refuse(
    'it is of the n32 and n64 ABIs, and this is an object of the o32 ABI',
    'compile for the o32 ABI throughout: -mabi=32',
    [
      [18, 'R_MIPS_64'],
      [19, 'R_MIPS_GOT_DISP'],
      [20, 'R_MIPS_GOT_PAGE'],
      [21, 'R_MIPS_GOT_OFST'],
      [24, 'R_MIPS_SUB'],
      [28, 'R_MIPS_HIGHER'],
      [29, 'R_MIPS_HIGHEST'],
    ],
  ),
];

/** Names with the numbers that follow each other from `first` on; gaps are empty. */
function consecutive(prefix: string, first: number, names: string): [number, string][] {
  return names
    .trim()
    .split(/\s+/)
    .flatMap((name, index): [number, string][] =>
      name === '-' ? [] : [[first + index, `${prefix}${name}`]],
    );
}

const REFUSED: readonly RelocationType[] = [
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      ...consecutive(
        'R_MIPS_TLS_',
        38,
        `DTPMOD32 DTPREL32 DTPMOD64 DTPREL64 GD LDM DTPREL_HI16 DTPREL_LO16 GOTTPREL TPREL32 TPREL64 TPREL_HI16
         TPREL_LO16`,
      ),
      ...consecutive('R_MIPS16_TLS_', 106, 'GD LDM DTPREL_HI16 DTPREL_LO16 GOTTPREL TPREL_HI16 TPREL_LO16'),
      ...consecutive(
        'R_MICROMIPS_TLS_',
        162,
        'GD LDM DTPREL_HI16 DTPREL_LO16 GOTTPREL - - TPREL_HI16 TPREL_LO16',
      ),
    ],
  ),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries',
    'pass the object before the final link (ld -r)',
    [
      [51, 'R_MIPS_GLOB_DAT'],
      [126, 'R_MIPS_COPY'],
      [127, 'R_MIPS_JUMP_SLOT'],
    ],
  ),
  ...refuse(
    'the code is compiled for MIPS16e, whose instructions have halves in another order',
    'compile with -mno-mips16',
    consecutive('R_MIPS16_', 100, '26 GPREL GOT16 CALL16 HI16 LO16').concat([[113, 'R_MIPS16_PC16_S1']]),
  ),
  ...refuse(
    'the code is compiled for microMIPS, whose instructions have halves in another order',
    'compile with -mno-micromips',
    consecutive(
      'R_MICROMIPS_',
      133,
      `26_S1 HI16 LO16 GPREL16 LITERAL GOT16 PC7_S1 PC10_S1 PC16_S1 CALL16 - - GOT_DISP GOT_PAGE GOT_OFST GOT_HI16
       GOT_LO16 SUB HIGHER HIGHEST CALL_HI16 CALL_LO16 SCN_DISP JALR HI0_LO16`,
    ).concat(consecutive('R_MICROMIPS_', 172, 'GPREL7_S2 PC23_S2 PC21_S1 PC26_S1 PC18_S3 PC19_S2')),
  ),
  ...refuse(
    'it is for floating-point constants that a linker merges, and a purgatory uses no floating point',
    'compile with -msoft-float -G0',
    [[8, 'R_MIPS_LITERAL']],
  ),
  ...refuse(
    'the psABI reserves it for linkers and compilers that rewrite code, and no tool in use emits it',
    'rebuild the object with gcc or clang',
    [
      [1, 'R_MIPS_16'],
      ...consecutive('R_MIPS_', 13, 'UNUSED1 UNUSED2 UNUSED3 SHIFT5 SHIFT6'),
      ...consecutive('R_MIPS_', 25, 'INSERT_A INSERT_B DELETE'),
      ...consecutive('R_MIPS_', 32, 'SCN_DISP REL16 ADD_IMMEDIATE PJUMP RELGOT'),
      [250, 'R_MIPS_GNU_REL16_S2'],
    ],
  ),
  ...refuse(
    'it is for exception tables, and nothing unwinds in a purgatory',
    'compile with -fno-exceptions -fno-asynchronous-unwind-tables',
    [[249, 'R_MIPS_EH']],
  ),
  ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
    [253, 'R_MIPS_GNU_VTINHERIT'],
    [254, 'R_MIPS_GNU_VTENTRY'],
  ]),
];

const ALL = [...TYPES, ...REFUSED].sort((a, b) => a.type - b.type);

export const mips: Architecture = architecture(machine('mips', 'big'), ALL);
export const mipsel: Architecture = architecture(machine('mipsel', 'little'), ALL);
