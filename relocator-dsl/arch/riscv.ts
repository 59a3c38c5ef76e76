/**
 * RISC-V, 64 and 32 bits: the RISC-V ELF Specification. Two machines, one table: they differ in what wraps and in the
 * types of 64 bits. Relocation types, and what a prologue finds there.
 *
 *     31                  25 24  20 19  15 14 12 11       7 6      0
 *     |          imm, 31 to 12                  |    rd    | opcode |     U: lui, auipc      HI20, PCREL_HI20
 *     |     imm, 11 to 0     |      | rs1  | f3 |    rd    | opcode |     I: addi, loads     LO12_I
 *     |  imm, 11 to 5 | rs2  |      | rs1  | f3 | 4 to 0   | opcode |     S: stores          LO12_S
 *     | 12 | 10 to 5  | rs2  |      | rs1  | f3 | 4-1 | 11 | opcode |     B: beq, bne        BRANCH
 *     | 20 | 10 to 1  | 11   | 19 to 12         |    rd    | opcode |     J: jal             JAL
 *
 * Compressed branches and jumps (RVC) have 16 bits with the distance in five and eight pieces. A CALL is auipc and
 * jalr, 8 bytes in one field.
 *
 * The upper 20 bits are rounded by 0x800, because the lower 12 are added with their sign; on 64-bit machines the
 * check is lower by as much at both ends.
 *
 * PCREL_LO12 is odd: its symbol is the label of the auipc, not the target. Its value is that of the relocation there,
 * with the place of that one (letter H): PCREL_HI20, or GOT_HI20. Several may share one.
 *
 * ADD, SUB and SET make differences of labels, which a relaxing linker may change. They act on one place, one after
 * the other (letter V), and what an image moves by cancels out.
 *
 * lui extends the sign on 64-bit machines: an address from 2 GiB on cannot be formed. So where it is certain which
 * lower parts belong to a lui, all of the object's addresses are made distances: lui becomes auipc. riscv-flow.ts
 * follows registers through the code for that.
 *
 * ALIGN stands before nops of which linkers keep as many as alignment needs, even when they do not relax, so relocator
 * cuts them down, too.
 *
 * Traps: Linux's loader counts on PCREL_LO12_I right behind its
 * auipc, and rewrites both. Words that are not aligned fault; one fence.i after all patching.
 *
 * Sources: the psABI's table of relocations.
 */
import { type Architecture, architecture } from '../architecture.ts';
import { type Check, either, multipleOf, signed, unchecked } from '../check.ts';
import { range, register } from '../entry.ts';
import { A, B, type Expression, G, GOT, H, P, S, V } from '../expression.ts';
import { bits, type Field, insn16, insn32, insnPair, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, refuse, rule, slotRules } from '../rule.ts';
import { uleb128Rules } from '../uleb128.ts';
import { loaders } from './loaders/riscv.ts';
import { riscvFlow } from './riscv-flow.ts';
import { riscvTold } from './told/riscv.ts';

const ABI = 'RISC-V ELF Specification';
const TYPES = `${ABI}, Relocations`;

type Xlen = 32 | 64;

function machine(xlen: Xlen): Machine {
  return {
    arch: `riscv${xlen}`,
    psabi: 'riscv',
    title: `${xlen}-bit RISC-V`,
    elfMachine: 243,
    wordBits: xlen,
    dataOrder: 'little',
    instructionOrder: 'little',
    addends: 'explicit',
    unalignedFaults: true,
    elf: {
      linkerSymbols: {
        // lld's, and GNU ld's where little data is behind it. Nothing counts from it: only linkers that relax make such code.
        __global_pointer$: { names: ['.sdata', '.data'], edge: 'start', plus: 0x800 },
        __DATA_BEGIN__: { names: ['.data'], edge: 'start' },
        __SDATA_BEGIN__: { names: ['.sdata'], edge: 'start' },
        __BSS_END__: 'end',
      },
      agreement: [
        { mask: 0x6, what: 'the ABI of floating point' },
        { mask: 0x8, what: 'RVE, which has half of the registers' },
      ],
    },
    code: {
      alignment: 2,
      cache: { line: [], fences: [['fence.i']] },
      flow: riscvFlow(xlen),
      ...(xlen === 64 ? { fullAddresses: 'compile with -mcmodel=medany' } : {}),
    },
    loading: {
      loaders: loaders(xlen),
      told: riscvTold(xlen),
    },
    entry: {
      preserved: [
        register('a0', 'hart'),
        register('a1', 'device tree'),
        register('a2', 'entry'),
        register('ra'),
        register('sp'),
        register('gp'),
        register('tp'),
        range('s', 0, 11),
        range('a', 6, 7),
        register('t4'),
      ],
      clobbered: [range('a', 3, 5), range('t', 0, 3), range('t', 5, 6)],
      stackPointer: 'sp',
      state: `supervisor or machine mode of an RV${xlen}GC hart, no address translation, interrupts disabled`,
      own: [
        {
          register: 'gp',
          purpose: 'code that a linker has relaxed counts from __global_pointer$ in it',
        },
      ],
      failure: { register: 't6', place: 'a4' },
    },
  };
}

/** Upper 20 bits of a U-type instruction, rounded so that a signed lower part gives the value. */
const U_TYPE = insn32(bits(12, 31).rounded().at(12));
/** The 12-bit immediate of loads and of addi. */
const I_TYPE = insn32(bits(0, 11).at(20));
/** The 12-bit immediate of stores, in two parts. */
const S_TYPE = insn32(bits(5, 11).at(25), bits(0, 4).at(7));
const B_TYPE = insn32(bits(12, 12).at(31), bits(5, 10).at(25), bits(1, 4).at(8), bits(11, 11).at(7));
const J_TYPE = insn32(bits(20, 20).at(31), bits(1, 10).at(21), bits(11, 11).at(20), bits(12, 19).at(12));
/** auipc and the jalr behind it. */
const CALL_PAIR = insnPair(bits(0, 11).at(52), bits(12, 31).rounded().at(12));
const CB_TYPE = insn16(
  bits(8, 8).at(12),
  bits(3, 4).at(10),
  bits(6, 7).at(5),
  bits(1, 2).at(3),
  bits(5, 5).at(2),
);
const CJ_TYPE = insn16(
  bits(11, 11).at(12),
  bits(4, 4).at(11),
  bits(8, 9).at(9),
  bits(10, 10).at(8),
  bits(6, 6).at(7),
  bits(7, 7).at(6),
  bits(1, 3).at(3),
  bits(5, 5).at(2),
);
/** Six bits of a byte; the upper two are kept. */
const LOW6: Field = { kind: 'word', bytes: 1, slices: [bits(0, 5).at(0)] };

const PC_RELATIVE = S.plus(A).minus(P);
/** A branch to a weak symbol that nobody defines goes to itself, as lld has it: it is never taken, and any base will do. */
const NEVER_TAKEN = { weak: P } as const;
const HI_NOTES =
  'The upper 20 bits of the value, rounded by 0x800, because the instruction that adds the lower 12 takes them as signed.';

/** What the upper 20 bits and a signed lower part reach: everything on a 32-bit machine. */
const upperRange = (xlen: Xlen): Check => (xlen === 32 ? unchecked : signed(32, { rounded: 12 }));

interface Arithmetic {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly field: Field;
  readonly notes: string;
  readonly example: string;
}

/** ADD, SUB and SET: the psABI does not check them, sums wrap. */
function arithmetic(given: Arithmetic): RelocationType {
  return rule({ ...given, check: unchecked, source: TYPES });
}

const PAIR_NOTES =
  'Assemblers emit it with a partner of the other sign for the difference of two labels, because a linker that relaxes ' +
  'code may change it. Both act on the same place, one after the other; what an image moves by cancels out.';

function arithmeticTypes(xlen: Xlen): RelocationType[] {
  const sizes = ([8, 16, 32, 64] as const).filter((size) => size <= xlen);
  return [
    ...sizes.map((size, index) =>
      arithmetic({
        type: 33 + index,
        name: `R_RISCV_ADD${size}`,
        value: V.plus(S).plus(A),
        field: word(size),
        notes: `Adds an address to a word of ${size} bits. ${PAIR_NOTES}`,
        example: `.reloc ., R_RISCV_ADD${size}, foo\n.zero ${size / 8}`,
      }),
    ),
    ...sizes.map((size, index) =>
      arithmetic({
        type: 37 + index,
        name: `R_RISCV_SUB${size}`,
        value: V.minus(S).minus(A),
        field: word(size),
        notes: `Subtracts an address from a word of ${size} bits. ${PAIR_NOTES}`,
        example: `.reloc ., R_RISCV_SUB${size}, foo\n.zero ${size / 8}`,
      }),
    ),
  ];
}

const SMALL_SETS: readonly (readonly [number, 8 | 16 | 32])[] = [
  [54, 8],
  [55, 16],
  [56, 32],
];

function typesOf(xlen: Xlen): RelocationType[] {
  const upper = upperRange(xlen);
  const wordOf = (size: 32 | 64): Field => word(size);
  return [
    marker({
      name: 'R_RISCV_NONE',
      type: 0,
      source: TYPES,
      notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
    }),
    rule({
      name: 'R_RISCV_32',
      type: 1,
      value: S.plus(A),
      field: word(32),
      check: xlen === 32 ? unchecked : either(32, { moving: 'signed' }),
      source: TYPES,
      notes:
        'An address as data of 32 bits. On a 64-bit machine the only such words that compilers emit are the tables of ' +
        'jumps of -mcmodel=medlow, which lw loads with their sign: addresses in the image from 2 GiB on would lead ' +
        'elsewhere. What does not move is a number in the source, and may be read either way.',
      example: '.word foo',
    }),
    ...(xlen === 64
      ? [
          rule({
            name: 'R_RISCV_64',
            type: 2,
            value: S.plus(A),
            field: word(64),
            check: unchecked,
            source: TYPES,
            notes:
              'An address as data: initialised pointers, jump tables, and literals of the large code model.',
            example: '.dword foo',
          }),
        ]
      : []),
    ...slotRules({ value: S, field: wordOf(xlen), source: TYPES }, [[5, 'R_RISCV_JUMP_SLOT']]),
    rule({
      name: 'R_RISCV_RELATIVE',
      type: 3,
      value: B.plus(A),
      field: wordOf(xlen),
      check: unchecked,
      dynamic: true,
      source: TYPES,
      notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
      example: xlen === 64 ? '.dword foo (linked with -static-pie)' : '.word foo (linked with -static-pie)',
    }),
    rule({
      name: 'R_RISCV_BRANCH',
      type: 16,
      value: PC_RELATIVE,
      field: B_TYPE,
      check: multipleOf(2, signed(13)),
      source: TYPES,
      notes:
        'A conditional branch, 4 KiB either way. Assemblers turn those that may be farther into a branch around a jump.',
      example: '.reloc ., R_RISCV_BRANCH, foo\n.zero 4',
      target: NEVER_TAKEN,
    }),
    rule({
      name: 'R_RISCV_JAL',
      type: 17,
      value: PC_RELATIVE,
      field: J_TYPE,
      check: multipleOf(2, signed(21)),
      source: TYPES,
      notes: 'A jump, with or without a return address, 1 MiB either way; it drops the lowest bit.',
      example: 'jal foo',
      target: NEVER_TAKEN,
    }),
    ...(
      [
        [18, 'CALL', 'Deprecated: assemblers emit R_RISCV_CALL_PLT now.'],
        [19, 'CALL_PLT', 'A purgatory has no PLT: the function itself is called.'],
      ] as const
    ).map(([type, name, more]) =>
      rule({
        name: `R_RISCV_${name}`,
        type,
        value: PC_RELATIVE,
        field: CALL_PAIR,
        check: upper,
        source: TYPES,
        notes: `A call to anywhere within 2 GiB: auipc and the jalr behind it, eight bytes in one field. ${more}`,
        example: name === 'CALL' ? '.reloc ., R_RISCV_CALL, foo\n.zero 8' : 'call foo',
        target: NEVER_TAKEN,
      }),
    ),
    rule({
      name: 'R_RISCV_GOT_HI20',
      type: 20,
      value: G.plus(GOT).plus(A).minus(P),
      field: U_TYPE,
      check: upper,
      got: { slot: S },
      source: TYPES,
      notes:
        'The distance to a GOT slot with the address of the symbol; an R_RISCV_PCREL_LO12_I completes it. ' +
        '-fvisibility=hidden avoids it.',
      example: 'auipc a0, %got_pcrel_hi(foo)',
    }),
    rule({
      name: 'R_RISCV_PCREL_HI20',
      type: 23,
      value: PC_RELATIVE,
      field: U_TYPE,
      check: upper,
      source: TYPES,
      notes:
        `A distance, in auipc; one or more of R_RISCV_PCREL_LO12_I and _S complete it. ${HI_NOTES}` +
        (xlen === 64
          ? ' The address of a weak symbol that nobody defines, or of another that does not move, is formed by lui, as ' +
            'GNU ld does it where it is too far away.'
          : ''),
      example: 'auipc a0, %pcrel_hi(foo)',
      ...(xlen === 64
        ? {
            instruction: {
              absolute: {
                text: 'auipc rd, %pcrel_hi(foo) -> lui rd, %hi(foo)',
                when: [{ at: 0, mask: 0x7f, value: 0x17 }],
                rewrite: [{ at: 0, keep: 0x80, set: 0x37 }],
                becomes: 'R_RISCV_HI20',
              },
            },
          }
        : {}),
    }),
    ...(
      [
        [24, 'I', I_TYPE, 'addi a0, a0, %pcrel_lo(label)', 'a load or addi'],
        [25, 'S', S_TYPE, 'sw a1, %pcrel_lo(label)(a0)', 'a store'],
      ] as const
    ).map(([type, letter, field, example, what]) =>
      rule({
        name: `R_RISCV_PCREL_LO12_${letter}`,
        type,
        value: H,
        field,
        check: unchecked,
        parts: { completes: ['R_RISCV_PCREL_HI20', 'R_RISCV_GOT_HI20'] },
        source: TYPES,
        notes:
          `The lower 12 bits of a distance, in ${what}. Its symbol is not the target but the label of the auipc, whose ` +
          'relocation has the target: H is the value of that one, with its own place. An addend reaches what stands ' +
          'beside the target, if the upper part is the same for it; so it does with GNU ld, and lld warns and ignores it.',
        example,
      }),
    ),
    rule({
      name: 'R_RISCV_HI20',
      type: 26,
      value: S.plus(A),
      field: U_TYPE,
      check: upper,
      source: TYPES,
      notes:
        `An address, in lui. ${HI_NOTES} On a 64-bit machine lui extends the sign, so addresses from 2 GiB on cannot be ` +
        'formed: a purgatory that is loaded there must be compiled with -mcmodel=medany, or it must be certain which ' +
        'R_RISCV_LO12_I or _S belongs to it, so that both become a distance.',
      example: 'lui a0, %hi(foo)',
      instruction: {
        distance: {
          text: 'lui rd, %hi(foo) -> auipc rd, %pcrel_hi(foo)',
          when: [{ at: 0, mask: 0x7f, value: 0x37 }],
          rewrite: [{ at: 0, keep: 0x80, set: 0x17 }],
          becomes: 'R_RISCV_PCREL_HI20',
          remedy: 'compile with -mcmodel=medany',
          // Compilers that form addresses with lui load such words with their sign, too.
          ...(xlen === 64 ? { uselessWith: 'R_RISCV_32' } : {}),
        },
      },
    }),
    ...(
      [
        [27, 'I', I_TYPE, 'addi a0, a0, %lo(foo)', 'a load or addi'],
        [28, 'S', S_TYPE, 'sw a1, %lo(foo)(a0)', 'a store'],
      ] as const
    ).map(([type, letter, field, example, what]) =>
      rule({
        name: `R_RISCV_LO12_${letter}`,
        type,
        value: S.plus(A),
        field,
        check: unchecked,
        parts: { lower: { of: 'R_RISCV_HI20', becomes: `R_RISCV_PCREL_LO12_${letter}` } },
        source: TYPES,
        notes: `The lower 12 bits of an address, in ${what}; R_RISCV_HI20 has the upper ones.`,
        example,
      }),
    ),
    ...arithmeticTypes(xlen),
    rule({
      name: 'R_RISCV_GOT32_PCREL',
      type: 41,
      value: G.plus(GOT).plus(A).minus(P),
      field: word(32),
      check: xlen === 32 ? unchecked : signed(32),
      got: { slot: S },
      source: TYPES,
      notes:
        'The distance to a GOT slot as data of 32 bits. Older tools have the number for virtual tables of C++, for which nobody emitted it.',
      example: '.reloc ., R_RISCV_GOT32_PCREL, foo\n.zero 4',
    }),
    marker({
      name: 'R_RISCV_ALIGN',
      type: 43,
      source: TYPES,
      notes:
        'Stands before A bytes of nops, of which linkers keep as many as alignment needs, relaxing or not, and so does ' +
        'relocator. What follows stands at a multiple of the lowest power of two above A.',
      padding: {
        of: (addend) => ({ bytes: Number(addend), alignment: 2 ** addend.toString(2).length }),
        nops: [
          { bytes: 4, code: 0x0000_0013n },
          { bytes: 2, code: 0x0001n },
        ],
      },
    }),
    rule({
      name: 'R_RISCV_RVC_BRANCH',
      type: 44,
      value: PC_RELATIVE,
      field: CB_TYPE,
      check: multipleOf(2, signed(9)),
      source: TYPES,
      notes: 'A compressed conditional branch, 256 bytes either way, only to a label of the same file.',
      example: '.reloc ., R_RISCV_RVC_BRANCH, foo\n.zero 2',
      target: NEVER_TAKEN,
    }),
    rule({
      name: 'R_RISCV_RVC_JUMP',
      type: 45,
      value: PC_RELATIVE,
      field: CJ_TYPE,
      check: multipleOf(2, signed(12)),
      source: TYPES,
      notes: 'A compressed jump, 2 KiB either way, mostly to a label of the same function.',
      example: '.reloc ., R_RISCV_RVC_JUMP, foo\n.zero 2',
      target: NEVER_TAKEN,
    }),
    marker({
      name: 'R_RISCV_RELAX',
      type: 51,
      source: TYPES,
      notes: 'Allows a linker to shorten the instruction at the same place. relocator leaves it as it is.',
    }),
    arithmetic({
      type: 52,
      name: 'R_RISCV_SUB6',
      value: V.minus(S).minus(A),
      field: LOW6,
      notes: `Subtracts an address from the low six bits of a byte, as in .eh_frame. ${PAIR_NOTES}`,
      example: '.reloc ., R_RISCV_SUB6, foo\n.zero 1',
    }),
    arithmetic({
      type: 53,
      name: 'R_RISCV_SET6',
      value: S.plus(A),
      field: LOW6,
      notes:
        'Sets the low six bits of a byte; R_RISCV_SUB6 then subtracts the other label. The other two bits are kept.',
      example: '.reloc ., R_RISCV_SET6, foo\n.zero 1',
    }),
    ...SMALL_SETS.map(([type, size]) =>
      arithmetic({
        type,
        name: `R_RISCV_SET${size}`,
        value: S.plus(A),
        field: word(size),
        notes: `Sets a word of ${size} bits, from which R_RISCV_SUB${size} then subtracts the other label.`,
        example: `.reloc ., R_RISCV_SET${size}, foo\n.zero ${size / 8}`,
      }),
    ),
    rule({
      name: 'R_RISCV_32_PCREL',
      type: 57,
      value: PC_RELATIVE,
      field: word(32),
      check: xlen === 32 ? unchecked : signed(32),
      source: TYPES,
      notes: 'A distance as data of 32 bits: .eh_frame, and tables whose entries count from themselves.',
      example: '.reloc ., R_RISCV_32_PCREL, foo\n.zero 4',
    }),
    rule({
      name: 'R_RISCV_PLT32',
      type: 59,
      value: PC_RELATIVE,
      field: word(32),
      check: xlen === 32 ? unchecked : signed(32),
      source: TYPES,
      notes: 'The distance to a function as data. A purgatory has no PLT: the function itself is meant.',
      example: '.reloc ., R_RISCV_PLT32, foo\n.zero 4',
      target: NEVER_TAKEN,
    }),
    ...uleb128Rules({
      name: 'R_RISCV_SET_ULEB128',
      type: 60,
      value: S.plus(A),
      source: TYPES,
      notes:
        'Sets a ULEB128 number, from which R_RISCV_SUB_ULEB128 at the same place then subtracts the other label. The bytes ' +
        'that are there tell its length, which linkers keep.',
    }),
    ...uleb128Rules({
      name: 'R_RISCV_SUB_ULEB128',
      type: 61,
      value: V.minus(S).minus(A),
      source: TYPES,
      notes: `Subtracts an address from a ULEB128 number, as in exception tables. ${PAIR_NOTES}`,
    }),
    ...refuse(
      'it is for thread-local variables, and a purgatory has no threads',
      'remove __thread, or compile with -femulated-tls',
      [
        [6, 'R_RISCV_TLS_DTPMOD32'],
        [7, 'R_RISCV_TLS_DTPMOD64'],
        [8, 'R_RISCV_TLS_DTPREL32'],
        [9, 'R_RISCV_TLS_DTPREL64'],
        [10, 'R_RISCV_TLS_TPREL32'],
        [11, 'R_RISCV_TLS_TPREL64'],
        [12, 'R_RISCV_TLSDESC'],
        [21, 'R_RISCV_TLS_GOT_HI20'],
        [22, 'R_RISCV_TLS_GD_HI20'],
        [29, 'R_RISCV_TPREL_HI20'],
        [30, 'R_RISCV_TPREL_LO12_I'],
        [31, 'R_RISCV_TPREL_LO12_S'],
        [32, 'R_RISCV_TPREL_ADD'],
        [49, 'R_RISCV_TPREL_I'],
        [50, 'R_RISCV_TPREL_S'],
        [62, 'R_RISCV_TLSDESC_HI20'],
        [63, 'R_RISCV_TLSDESC_LOAD_LO12'],
        [64, 'R_RISCV_TLSDESC_ADD_LO12'],
        [65, 'R_RISCV_TLSDESC_CALL'],
      ],
    ),
    ...refuse(
      'a dynamic loader applies it, to bind symbols of shared libraries or choose an implementation',
      'link statically (-static-pie), or pass the object (ld -r)',
      [
        [4, 'R_RISCV_COPY'],
        [58, 'R_RISCV_IRELATIVE'],
      ],
    ),
    ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
      [42, 'R_RISCV_GNU_VTENTRY'],
    ]),
    ...refuse(
      'it is of a relaxing linker, for its own use',
      'pass the object (ld -r --no-relax) as the assembler made it',
      [
        [46, 'R_RISCV_RVC_LUI'],
        [47, 'R_RISCV_GPREL_I'],
        [48, 'R_RISCV_GPREL_S'],
      ],
    ),
    ...refuse(
      'it names a vendor, its symbol, for whose extension the next relocation of the place is; no rules are known for any',
      'compile for the standard extensions (-march=rv64gc or -march=rv32gc)',
      [[191, 'R_RISCV_VENDOR']],
    ),
    ...refuse(
      'it is for an extension of the vendor that R_RISCV_VENDOR in front of it names; no rules are known for any',
      'compile for the standard extensions (-march=rv64gc or -march=rv32gc)',
      Array.from({ length: 64 }, (_, index) => [192 + index, `R_RISCV_CUSTOM${192 + index}`] as const),
    ),
    ...(xlen === 32
      ? refuse(
          'a 64-bit address does not occur on a 32-bit machine',
          'compile without -gdwarf64, and write .word in place of .dword',
          [
            [2, 'R_RISCV_64'],
            [36, 'R_RISCV_ADD64'],
            [40, 'R_RISCV_SUB64'],
          ],
        )
      : []),
  ];
}

/** In the order of the numbers, which is the psABI's. */
function sorted(types: readonly RelocationType[]): RelocationType[] {
  return [...types].sort((a, b) => a.type - b.type);
}

export const riscv64: Architecture = architecture(machine(64), sorted(typesOf(64)));
export const riscv32: Architecture = architecture(machine(32), sorted(typesOf(32)));
