/**
 * MIPS: the o32 ABI of 32-bit machines and the n64 ABI of 64-bit ones, in both byte orders. Four machines, one table;
 * what only one ABI has is at the end. Relocation types, and what a prologue finds there.
 *
 *     31    26 25  21 20  16 15                0
 *     | opcode |  rs  |  rt  |   immediate     |      lui, addiu, loads, branches    HI16, LO16, GOT16, PC16
 *     | opcode |         target, 26            |      j, jal                         26: counts in words
 *     | opcode |  rs  |  offset, 21            |      beqzc, bnezc of release 6      PC21_S2
 *
 * lui has the upper half, rounded because the instruction behind it adds the lower half with its sign. In o32, where
 * addends stand in the place, HI16 has only the upper half of its addend: the lower half stands in the next LO16
 * against the same symbol, and several may share one. GOT16 of a local symbol does likewise.
 *
 * A jump has 28 bits of the address and takes the others from the instruction behind it. Its target must be in the
 * same block of 256 MiB, so the field moves with the image, and the image asks for load bases within a block.
 *
 * GP stands 0x7ff0 behind the start of the GOT. Position-independent functions are called by t9 and find GP from it:
 * against _gp_disp, which is no symbol, HI16 and LO16 mean the distance to GP. An object that ld -r made says for
 * which GP (GP0); addends of local symbols count from there. A slot of a local symbol has its address rounded to 64
 * KiB.
 *
 * In n64 an entry has three types. Each one's value is the next one's addend, and only the last is stored;
 * combinations that compilers make are rules of their own here, by a number with the first type in its lowest byte.
 * HIGHER and HIGHEST have the upper 32 bits, each rounded for all that is below.
 *
 * Settled by a wider load alignment: LO16 and GOT_OFST do not change when an image moves by multiples of 64 KiB.
 *
 * Traps: words that are not aligned fault. Patched code needs synci, of release 2. Jumps and branches have a delay
 * slot, but for the compact ones of release 6. A jal to a function of PIC needs a stub, and is refused by st_other; so
 * is all that names code of microMIPS or MIPS16e, to which only jalx leads, and whose addresses have bit 0 set. In n64,
 * types that show a part of an address that moves are refused where those with the bits above are not in the section,
 * but for R_MIPS_HI16, of 32 bits with their sign then (-msym32).
 *
 * Linked images move their GOT without relocations: dynamic tags tell how many slots are the image's own, and from
 * which symbol on each has one. Linkers put weak symbols that nobody defines among the own ones, as 0.
 *
 * Sources: the o32 supplement, the draft of 64-bit ELF objects; types from 60 on are of release 6, as LLVM and
 * binutils number them.
 */
import { type Architecture, architecture } from '../architecture.ts';
import { either, multipleOf, signed, unchecked, unsigned } from '../check.ts';
import { range, register, registers } from '../entry.ts';
import { A, B, block, G, GOT, GP, P, page, S } from '../expression.ts';
import { bits, insn32, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import type { FlagAgreement, RefusedFlags } from '../machine-facets.ts';
import { compose, marker, type RelocationType, type Rule, refuse, rule } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { loaders } from './loaders/mips.ts';

const O32 = 'System V ABI, MIPS RISC Processor Supplement, 3rd edition, Relocation';
const N64 = '64-bit ELF Object File Specification, draft 2.5, Relocation Types';
const R6 =
  'MIPS32 and MIPS64 Architecture, release 6, PC-relative instructions; numbers as in LLVM and binutils';

/** The word that says for which GP an object was made: in .reginfo, or in the first option of .MIPS.options. */
const RECORDED = {
  remedy: 'keep that section: GNU ld -r drops it with --gc-sections, ld.lld -r does not',
};
const REGINFO = { section: '.reginfo', sectionType: 0x7000_0006, offset: 20, ...RECORDED };
const OPTIONS = { section: '.MIPS.options', sectionType: 0x7000_000d, offset: 32, ...RECORDED };
const ABIFLAGS = 0x7000_002a;

/** st_other of a function of PIC in an object that has other code, too. */
const STO_MIPS_PIC = 0x20;

const [NO_MIPS16, NO_MICROMIPS] = ['compile with -mno-mips16', 'compile with -mno-micromips'] as const;

type Bits = 32 | 64;

/** EF_MIPS_ABI, which is 0 in objects of the n64 ABI, and of older o32 ones; EF_MIPS_ABI2. */
const ABI = 0xf000;
const ABI2 = 0x20;
const OTHER_ABI = 'it is of another ABI of the machine (e_flags)';
const NOT_O32: readonly RefusedFlags[] = [
  { mask: ABI2, values: [ABI2], reason: 'it is of the n32 ABI (e_flags)', remedy: 'compile with -mabi=32' },
  { mask: ABI, values: [0x2000, 0x3000, 0x4000], reason: OTHER_ABI, remedy: 'compile with -mabi=32' },
];
const NOT_N64: readonly RefusedFlags[] = [
  { mask: ABI, values: [0x1000, 0x2000, 0x3000, 0x4000], reason: OTHER_ABI, remedy: 'compile with -mabi=64' },
];

const IMPLIED_GOT = {
  own: { name: 'DT_MIPS_LOCAL_GOTNO', tag: 0x7000_000an },
  firstSymbol: { name: 'DT_MIPS_GOTSYM', tag: 0x7000_0013n },
  symbols: { name: 'DT_MIPS_SYMTABNO', tag: 0x7000_0011n },
  // Rounded to 64 KiB.
  near: 0x8000n,
  remedy: 'link its code and data farther up, with -Ttext=0x8000 (GNU ld) or --image-base=0x10000 (ld.lld)',
} as const;

const RELEASE_6 = [0x9000_0000, 0xa000_0000];
const AGREEMENT: readonly FlagAgreement[] = [
  { mask: 0x400, what: 'how a NaN is encoded' },
  {
    mask: 0xf000_0000,
    what: 'the instruction set: release 6 is another',
    together: [RELEASE_6, Array.from({ length: 9 }, (_, level) => level * 0x1000_0000)],
  },
];

interface Variant {
  readonly arch: string;
  readonly bits: Bits;
  readonly order: Machine['dataOrder'];
}

function machine({ arch, bits: size, order }: Variant): Machine {
  return {
    arch,
    psabi: 'mips',
    title: `${size}-bit MIPS, ${order}-endian`,
    elfMachine: 8,
    wordBits: size,
    dataOrder: order,
    instructionOrder: order,
    addends: size === 32 ? 'in place' : 'explicit',
    unalignedFaults: true,
    elf: {
      linkerSymbols: {
        _ftext: { names: ['.text'], edge: 'start' },
        _fdata: { names: ['.data'], edge: 'start' },
        _fbss: 'start of zeros',
      },
      objectHeader: { osAbi: 0, flags: size === 32 ? 0x1000 : 0x2000_0000 },
      refusesFlags: size === 32 ? NOT_O32 : NOT_N64,
      impliedGot: IMPLIED_GOT,
      agreement: AGREEMENT,
      bookkeepingSections: [REGINFO.sectionType, OPTIONS.sectionType, ABIFLAGS],
      // SHN_MIPS_SCOMMON
      commons: [{ index: 0xff03, small: true }],
      ...(size === 64 ? { threeTypes: true } : {}),
    },
    code: {
      alignment: 4,
      cache: { line: ['synci'], fences: [['sync', 'jalr.hb']] },
      fullAddresses: 'compile with -mxgot -mlong-calls -G0',
    },
    functions: {
      otherStates: [
        {
          name: 'MIPS16e',
          // STO_MIPS16, EF_MIPS_ARCH_ASE_M16
          other: { mask: 0xf0, value: 0xf0 },
          flag: 0x0400_0000,
          remedy: NO_MIPS16,
        },
        {
          name: 'microMIPS',
          // STO_MIPS_ISA, STO_MICROMIPS, EF_MIPS_ARCH_ASE_MICROMIPS
          other: { mask: 0xc0, value: 0x80 },
          flag: 0x0200_0000,
          remedy: NO_MICROMIPS,
        },
      ],
    },
    pointers: {
      global: {
        symbols: ['_gp', '__gnu_local_gp'],
        fromGot: 0x7ff0,
        // SHF_MIPS_GPREL
        smallData: 0x1000_0000n,
        remedy: 'compile with a smaller -G, or with -G0',
        recorded: size === 32 ? REGINFO : OPTIONS,
      },
    },
    loading: {
      loaders: loaders(size, order),
      told: { 'kexec-tools': KEXEC_TOOLS_COMMON },
    },
    entry: {
      preserved: [
        ...(size === 32 ? [range('a', 0, 3), range('t', 0, 3)] : [range('a', 0, 7)]),
        range('s', 0, 7),
        ...registers('gp', 'sp', 'fp', 'k0', 'k1', 'at'),
      ],
      clobbered: [
        register('v0'),
        register('v1'),
        ...(size === 32 ? [range('t', 4, 9)] : [range('t', 0, 3), register('t8'), register('t9')]),
        register('ra'),
      ],
      stackPointer: 'sp',
      state:
        `kernel mode, interrupts disabled, in memory that is cached and not mapped (KSEG0${size === 64 ? ' or XKPHYS' : ''}); ` +
        'MIPS32 release 1 or MIPS III, release 2 where instructions are patched at load time (synci), or any later one',
      entryRegister: 't9',
      promises: [{ register: 'gp', to: 'global pointer' }],
      failure: { register: 'v0', place: size === 32 ? 't6' : 't2' },
    },
  };
}

/** What the lower 16 bits of an address ask for: all that an instruction shows. */
const SETTLED = 0x1_0000n;
const HI16_ALONE = 'R_MIPS_HI16_ALONE';
const WHOLE = 'compile without -msym32, or load the address with dla';
const LOW16 = insn32(bits(0, 15).at(0));
/** The upper half, rounded so that the signed lower half, added, gives the value. */
const HIGH16 = insn32(bits(16, 31).rounded().at(0));

const ADDRESS = S.plus(A);
const DISTANCE = S.plus(A).minus(P);
const SLOT = G.plus(GOT).minus(GP);
/** A jump's own block: the processor takes the upper bits from the instruction behind it. */
const JUMP_BLOCK = block(P.plus(4n), 28);
/** An address within 32 KiB of S + A, such that the lower half alone makes up the rest. */
const PAGE = page(S.plus(A).plus(0x8000n), 16);

/** Branches to weak symbols that nobody defines go to themselves. */
const NEVER_TAKEN = { weak: P } as const;

const SLOT_NOTES =
  'It counts from GP, which points 0x7ff0 bytes behind the start of the GOT, and reaches 64 KiB of slots; -mxgot asks for more.';

function plainTypes(size: Bits): RelocationType[] {
  const source = size === 32 ? O32 : N64;
  return [
    marker({
      name: 'R_MIPS_NONE',
      type: 0,
      source,
      notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
    }),
    rule({
      name: 'R_MIPS_32',
      type: 2,
      value: ADDRESS,
      field: word(32),
      check: size === 32 ? unchecked : either(32),
      source,
      notes:
        'An address as data of 32 bits: pointers and jump tables of the o32 ABI. In the n64 ABI it may be read signed, ' +
        'as addresses of KSEG0 are, or unsigned.',
      example: '.word foo',
    }),
    rule({
      name: 'R_MIPS_26',
      type: 4,
      value: ADDRESS.minus(JUMP_BLOCK),
      field: insn32(bits(2, 27).at(0)),
      check: multipleOf(4, unsigned(28)),
      target: {
        weak: JUMP_BLOCK,
        excluded: {
          mask: 0x3c,
          values: [STO_MIPS_PIC],
          reason:
            'its symbol is a position-independent function, which finds its data from its own address in t9',
          remedy:
            'call it through t9, as code compiled with -mabicalls does, or compile all with -mno-abicalls -fno-pic',
        },
      },
      source,
      notes:
        'A jump: the instruction holds 28 bits of the address, and the processor takes the upper ones from the ' +
        'instruction behind it. So the target must be in the same block of 256 MiB, and the field moves with the image. ' +
        'An addend in the place is read as signed. A weak undefined symbol is not called, and linkers store the ' +
        'addend alone, whatever block the jump is in.',
      example: 'jal foo',
    }),
    rule({
      name: 'R_MIPS_HI16',
      type: 5,
      value: ADDRESS,
      field: HIGH16,
      check: unchecked,
      addend: { continues: { at: 'R_MIPS_LO16', of: 'any symbol' } },
      ...(size === 32
        ? { target: { standIns: { _gp_disp: GP.minus(P) } } }
        : { parts: { alone: { types: ['R_MIPS_HIGHER'], becomes: HI16_ALONE } } }),
      source,
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
      ...(size === 32
        ? { parts: { settledAt: SETTLED }, target: { standIns: { _gp_disp: GP.minus(P).plus(4n) } } }
        : {
            parts: {
              settledAt: SETTLED,
              rest: { type: 'R_MIPS_HI16', by: 'any addend', remedy: WHOLE } as const,
            },
          }),
      source,
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
      addend: { recorded: true },
      source,
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
      got: { slot: S, local: PAGE },
      addend: { continues: { at: 'R_MIPS_LO16', of: 'local', upper: HIGH16 } },
      source,
      notes: `The slot of a symbol. For a local one it holds the upper half only, and R_MIPS_LO16 completes it; in SHT_REL the place has the upper half of the addend, as that of R_MIPS_HI16. ${SLOT_NOTES}`,
      example: 'lw $2, %got(foo)($28)',
    }),
    rule({
      name: 'R_MIPS_PC16',
      type: 10,
      value: DISTANCE,
      field: insn32(bits(2, 17).at(0)),
      check: multipleOf(4, signed(18)),
      target: NEVER_TAKEN,
      source,
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
      got: { slot: S },
      source,
      notes: `The slot of a function, which nothing binds lazily in a purgatory: it holds the address. ${SLOT_NOTES}`,
      example: 'lw $25, %call16(foo)($28)',
    }),
    rule({
      name: 'R_MIPS_GPREL32',
      type: 12,
      value: ADDRESS.minus(GP),
      field: word(32),
      check: size === 32 ? unchecked : signed(32),
      addend: { recorded: true },
      source,
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
        got: { slot: S },
        source,
        notes: `The upper half of the distance from GP to the slot of ${what}, with -mxgot; R_MIPS_${name}_LO16 has the lower half.`,
        example: `lui $2, %${operator}_hi(foo)`,
      }),
      rule({
        name: `R_MIPS_${name}_LO16`,
        type: type + 1,
        value: SLOT,
        field: LOW16,
        check: unchecked,
        got: { slot: S },
        source,
        notes: `The lower half of the distance from GP to the slot of ${what}, with -mxgot.`,
        example: `lw $2, %${operator}_lo(foo)($2)`,
      }),
    ]),
    marker({
      name: 'R_MIPS_JALR',
      type: 37,
      source,
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
      target: NEVER_TAKEN,
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
      target: NEVER_TAKEN,
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
      addend: { continues: { at: 'R_MIPS_PCLO16', of: 'any symbol' } },
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
      check: size === 32 ? unchecked : signed(32),
      source: 'GNU binutils, elf/mips.h; LLVM, Mips.def',
      notes: 'A distance as data of 32 bits: .eh_frame, and tables whose entries count from themselves.',
      example: '.word foo - .',
    }),
  ];
}

/** What only the n64 ABI has. */
function wideTypes(plain: readonly RelocationType[]): RelocationType[] {
  const named = (name: string): Rule => {
    const found = plain.find((type) => type.name === name);
    if (found?.kind !== 'rule') throw new RangeError(`${name} is no rule`);
    return found;
  };
  const relative = rule({
    name: 'R_MIPS_REL32',
    type: 3,
    value: B.plus(A),
    field: word(32),
    check: signed(32),
    dynamic: true,
    source: N64,
    notes:
      'What linkers make of absolute words; with R_MIPS_64 behind it in the same entry it is a word of 64 bits.',
    example: '.word foo (linked with -shared)',
  });
  const double = rule({
    name: 'R_MIPS_64',
    type: 18,
    value: ADDRESS,
    field: word(64),
    check: unchecked,
    source: N64,
    notes:
      'An address as data: initialised pointers, jump tables of code compiled with -fno-pic, and literals.',
    example: '.dword foo',
  });
  const subtract = rule({
    name: 'R_MIPS_SUB',
    type: 24,
    value: S.minus(A),
    field: word(64),
    check: unchecked,
    source: N64,
    notes:
      'An address less the addend. Assemblers only emit it behind another type of the same entry, whose value it negates.',
    example: '.reloc ., R_MIPS_SUB, foo\n.dword 0',
  });
  const upper = (name: string, type: number, low: 32 | 48, operator: string): Rule =>
    rule({
      name: `R_MIPS_${name}`,
      type,
      // Rounding carries from each part into the next, so each adds half of what is below it; the field adds its own.
      value: ADDRESS.plus(low === 32 ? 0x8000n : 0x8000_8000n),
      field: insn32(
        bits(low, low + 15)
          .rounded()
          .at(0),
      ),
      check: unchecked,
      ...(low === 32
        ? { parts: { rest: { type: 'R_MIPS_HIGHEST', by: 'one', remedy: WHOLE } as const } }
        : {}),
      source: N64,
      notes: `Bits ${low} to ${low + 15} of an address, rounded for the parts below, which are added as signed.`,
      example: `lui $2, %${operator}(foo)`,
    });
  const aloneHi16 = rule({
    name: HI16_ALONE,
    type: 5,
    // The instructions round, so what is in reach is lower by that.
    value: ADDRESS.plus(0x8000n),
    field: insn32(bits(16, 31).at(0)),
    check: signed(32),
    // No instruction tells it, but that those with the bits above are not there.
    instruction: { form: { of: 'R_MIPS_HI16', when: [] } },
    source: N64,
    notes:
      'R_MIPS_HI16 where no R_MIPS_HIGHER stands beside it, as with -msym32: lui extends the sign of 32 bits, and the ' +
      'address has to be what comes of that.',
    example: 'lui $2, %hi(foo)',
  });
  const parts = [upper('HIGHER', 28, 32, 'higher'), upper('HIGHEST', 29, 48, 'highest')];
  const gprel = named('R_MIPS_GPREL16');
  const halves = [named('R_MIPS_HI16'), named('R_MIPS_LO16')];
  return [
    relative,
    compose(
      {
        name: 'R_MIPS_REL32_64',
        source: N64,
        dynamic: true,
        notes:
          'R_MIPS_REL32 and R_MIPS_64 in one entry: the load base plus the addend, as a word of 64 bits.',
        example: '.dword foo (linked with -shared)',
      },
      { ...relative, value: B.plus(A) },
      { ...double, value: A },
    ),
    double,
    subtract,
    rule({
      name: 'R_MIPS_GOT_DISP',
      type: 19,
      value: SLOT,
      field: LOW16,
      check: signed(16),
      got: { slot: ADDRESS },
      source: N64,
      notes: `The slot with the address of a symbol. ${SLOT_NOTES}`,
      example: 'ld $2, %got_disp(foo)($28)',
    }),
    rule({
      name: 'R_MIPS_GOT_PAGE',
      type: 20,
      value: SLOT,
      field: LOW16,
      check: signed(16),
      got: { slot: PAGE },
      source: N64,
      notes: `The slot with the address rounded to 64 KiB, which R_MIPS_GOT_OFST completes. ${SLOT_NOTES}`,
      example: 'ld $2, %got_page(foo)($28)',
    }),
    rule({
      name: 'R_MIPS_GOT_OFST',
      type: 21,
      value: ADDRESS,
      field: LOW16,
      check: unchecked,
      parts: { settledAt: SETTLED },
      source: N64,
      notes:
        'What is between the address in the slot of R_MIPS_GOT_PAGE and that of the symbol: the lower half of the latter.',
      example: 'daddiu $2, $2, %got_ofst(foo)',
    }),
    aloneHi16,
    ...parts,
    ...halves.map((half) =>
      compose(
        {
          name: `R_MIPS_GPREL16_SUB_${half.name.slice(7)}`,
          source: N64,
          notes:
            `R_MIPS_GPREL16, R_MIPS_SUB and ${half.name} in one entry: a half of the distance from a function to GP, with ` +
            'which position-independent functions find GP from their own address.',
          example: `${half.name === 'R_MIPS_HI16' ? 'lui $28, %hi' : 'daddiu $28, $28, %lo'}(%neg(%gp_rel(foo)))`,
        },
        gprel,
        subtract,
        half,
      ),
    ),
    compose(
      {
        name: 'R_MIPS_GPREL32_64',
        source: N64,
        notes:
          'R_MIPS_GPREL32 and R_MIPS_64 in one entry: the distance from GP as a word of 64 bits, in the jump tables that ' +
          '-fpic makes.',
        example: '.abicalls\n.gpdword foo',
      },
      named('R_MIPS_GPREL32'),
      double,
    ),
    compose(
      {
        name: 'R_MIPS_PC32_64',
        source: `${N64}; LLVM, MipsELFObjectWriter.cpp`,
        notes:
          'R_MIPS_PC32 and R_MIPS_64 in one entry: a distance as data of 64 bits, which reaches everything there is in memory.',
        example: '.8byte foo - .',
      },
      named('R_MIPS_PC32'),
      double,
    ),
  ];
}

const NARROW: readonly RelocationType[] = [
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
    'compile for one ABI throughout: -mabi=32, or -mabi=64 for a 64-bit purgatory',
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
    NO_MIPS16,
    consecutive('R_MIPS16_', 100, '26 GPREL GOT16 CALL16 HI16 LO16').concat([[113, 'R_MIPS16_PC16_S1']]),
  ),
  ...refuse(
    'the code is compiled for microMIPS, whose instructions have halves in another order',
    NO_MICROMIPS,
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

function typesOf(size: Bits): RelocationType[] {
  const plain = plainTypes(size);
  const all = [...plain, ...(size === 64 ? wideTypes(plain) : NARROW), ...REFUSED];
  return all.sort((a, b) => a.type - b.type);
}

function variant(arch: string, size: Bits, order: Machine['dataOrder']): Architecture {
  return architecture(machine({ arch, bits: size, order }), typesOf(size));
}

export const mips: Architecture = variant('mips', 32, 'big');
export const mipsel: Architecture = variant('mipsel', 32, 'little');
export const mips64: Architecture = variant('mips64', 64, 'big');
export const mips64el: Architecture = variant('mips64el', 64, 'little');
