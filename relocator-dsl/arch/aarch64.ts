/**
 * AArch64: ELF for the Arm 64-bit Architecture, LP64. Its relocation types, and what a prologue finds there.
 *
 *     31   30 29   28     24 23                          5 4    0
 *     | op | immlo | 10000  |           immhi            |  rd  |    adr, adrp        ADR_PREL_*, ADR_GOT_PAGE
 *     |      opcode         |           imm19            |  rt  |    b.cond, cbz, ldr CONDBR19, LD_PREL_LO19
 *     |      opcode         | bit |     imm14            |  rt  |    tbz, tbnz        TSTBR14: bits 18 to 5
 *     |  opcode  |                  imm26                       |    b, bl            JUMP26, CALL26
 *     |      opcode       |  imm12, 21 to 10  |  rn  |  rt      |    add, ldr, str    *_LO12_NC
 *     |   opcode     | hw |     imm16, 20 to 5        |  rd      |    movz, movk, movn MOVW_*
 *
 * adrp gives the distance between two pages of 4 KiB, whatever pages the system has; add, ldr or str has the lower 12
 * bits of the address. So an image that moves by multiples of 4 KiB needs no change in either. Loads and stores count
 * in units of their size: the field shows the bits from the size up, and the address must be such a multiple.
 *
 * MOVW types have an address, a distance or the offset of a slot in groups of 16 bits, one to an instruction. The _NC
 * types leave what is above to others, those without it check. The signed ones, which are SABS and, without _NC, PREL
 * and GOTOFF, choose the opcode by the sign: movn with the complement, or movz.
 *
 * A weak undefined symbol has the place as its value, or the instruction behind a branch, so that a call goes on and
 * a distance is 0. Words of 32 and 16 bits, even distances, may be read signed or unsigned.
 *
 * Traps: with the MMU off all memory is device memory, where accesses that are not aligned fault, so words at odd
 * places are patched in pieces. After code is patched the data cache is cleaned and the instruction cache invalidated
 * by address. kexec-tools refuses adr of what is no multiple of 4, though it reaches any byte, and knows no NONE. The
 * LO15 types reach slots of the first 32 KiB of the table only, or of what is left of them behind its page.
 *
 * Sources: sections 5.7.4 to 5.7.12. Numbers below 256 are those of ILP32, refused with their names.
 */
import { architecture } from '../architecture.ts';
import { either, multipleOf, signed, unchecked, unsigned } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, G, GOT, P, page, S } from '../expression.ts';
import { bits, insn32, signSelected, withZeros, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, refuse, rule, slotRules } from '../rule.ts';
import { LOADERS } from './loaders/aarch64.ts';
import { TOLD } from './told/aarch64.ts';

const ABI = 'ELF for the Arm 64-bit Architecture';

const machine: Machine = {
  arch: 'aarch64',
  psabi: 'aarch64',
  title: 'AArch64',
  otherNames: ['arm64'],
  elfMachine: 183,
  wordBits: 64,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'explicit',
  unalignedFaults: true,
  elf: {
    linkerSymbols: {
      __bss_start__: 'start of zeros',
      _bss_end__: 'end',
      __bss_end__: 'end',
      __end__: 'end',
      __data_start: { names: ['.data'], edge: 'start' },
    },
  },
  code: {
    alignment: 4,
    cache: { line: ['dc cvau', 'dsb ish', 'ic ivau'], fences: [['dsb ish', 'isb']] },
    fullAddresses: 'compile with -mcmodel=large -fno-pic',
  },
  loading: {
    loaders: LOADERS,
    avoid: [
      {
        types: ['ADR_GOT_PAGE', 'LD64_GOT_LO12_NC', 'LD64_GOTPAGE_LO15', 'GOT_LD_PREL19'],
        by: 'compile with -fno-pic, or with -fvisibility=hidden, so that nothing goes through the GOT',
      },
      {
        types: ['LDST8_ABS_LO12_NC', 'LDST16_ABS_LO12_NC', 'LDST32_ABS_LO12_NC', 'ADR_PREL_PG_HI21_NC'],
        by: 'compile with -mcmodel=large -fno-pic',
      },
      { types: ['PREL64'], by: 'compile with -fno-asynchronous-unwind-tables' },
      { types: ['PREL32'], by: 'compile with -fno-asynchronous-unwind-tables and -fno-jump-tables' },
      { types: ['LDST128_ABS_LO12_NC'], by: 'compile with -mgeneral-regs-only' },
      {
        types: ['MOVW_UABS_G0_NC', 'MOVW_UABS_G1_NC', 'MOVW_UABS_G2_NC', 'MOVW_UABS_G3'],
        by: 'compile with -mcmodel=small',
      },
    ],
    told: TOLD,
  },
  entry: {
    preserved: [range('x', 0, 3), register('sp'), range('x', 13, 30)],
    clobbered: [range('x', 4, 12), other('flags')],
    stackPointer: 'sp',
    state: 'EL1 or EL2, MMU and data cache off or memory mapped at its own addresses, interrupts masked',
    failure: { register: 'x12', place: 'x6' },
  },
};

const MISC = `${ABI}, 5.7.4 Static miscellaneous relocations`;
const DATA = `${ABI}, 5.7.5 Static Data relocations`;
const STATIC = `${ABI}, 5.7.6 Static AArch64 relocations`;
const UNSIGNED = `${STATIC}, group relocations for an unsigned value or address`;
const SIGNED = `${STATIC}, group relocations for a signed value or offset`;
const PCREL = `${STATIC}, relocations for 19, 21 and 33 bit PC-relative addresses`;
const BRANCH = `${STATIC}, relocations for control-flow instructions; 5.7.7 Call and Jump relocations`;
const PREL = `${STATIC}, group relocations for a PC-relative offset`;
const GOT_GROUP = `${STATIC}, group relocations for a GOT-relative offset`;
const GOT_DATA = `${STATIC}, GOT-relative data relocations`;
const GOT_INSN = `${STATIC}, GOT-relative instruction relocations`;
const DYNAMIC = `${ABI}, 5.7.12 Dynamic relocations`;

const rules = [
  marker({
    name: 'R_AARCH64_NONE',
    type: 0,
    source: MISC,
    notes:
      'Stores nothing. It makes one section depend on another, so that linkers keep both; ' +
      '`.reloc` emits it. Some loaders refuse it all the same.',
  }),
  marker({
    name: 'R_AARCH64_NULL',
    type: 256,
    source: MISC,
    notes: 'Stores nothing. An early number of R_AARCH64_NONE, withdrawn, to be treated like it.',
  }),
  rule({
    name: 'R_AARCH64_ABS64',
    type: 257,
    value: S.plus(A),
    field: word(64),
    check: unchecked,
    source: DATA,
    notes:
      'An address as a whole word: a pointer in initialised data, or an entry of the literal ' +
      'pools from which gcc -mcmodel=large loads every address. The psABI allows it at any byte; ' +
      'in a purgatory, which runs with the MMU off, a word that is not aligned makes the ' +
      'processor fault when the prologue touches it, so such words are patched piece by piece. It ' +
      'is what self-relocation is for.',
    example: '.xword foo',
  }),
  rule({
    name: 'R_AARCH64_ABS32',
    type: 258,
    value: S.plus(A),
    field: word(32),
    check: either(32),
    source: DATA,
    notes:
      'An address below 4 GiB, or an absolute symbol used as a constant. The field may be read ' +
      'signed or unsigned; what fits neither way is refused. For a symbol of the image this ties ' +
      'the load base to the first 4 GiB.',
    example: '.word foo',
  }),
  rule({
    name: 'R_AARCH64_ABS16',
    type: 259,
    value: S.plus(A),
    field: word(16),
    check: either(16),
    source: DATA,
    notes:
      'An absolute symbol used as a small constant. The field may be read signed or unsigned; ' +
      'what fits neither way is refused.',
    example: '.hword foo',
  }),
  rule({
    name: 'R_AARCH64_PREL64',
    type: 260,
    value: S.plus(A).minus(P),
    field: word(64),
    check: unchecked,
    source: DATA,
    notes:
      'A distance of any size, in tables that need no relocation at load time: against a symbol ' +
      'of the image it never changes.',
    example: '.xword foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_PREL32',
    type: 261,
    value: S.plus(A).minus(P),
    field: word(32),
    check: either(32),
    source: DATA,
    notes:
      'A distance in a table: jump tables of a `switch`, the function pointers of .eh_frame, the ' +
      'entries of exception tables. The psABI admits 4 GiB forward, too, although whoever reads ' +
      'the word as signed then goes wrong.',
    example: '.word foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_PREL16',
    type: 262,
    value: S.plus(A).minus(P),
    field: word(16),
    check: either(16),
    source: DATA,
    notes:
      'A distance in a compact table. The psABI admits 64 KiB forward, too, although whoever ' +
      'reads the word as signed then goes wrong.',
    example: '.hword foo - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_PLT32',
    type: 314,
    value: S.plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: DATA,
    notes:
      'The distance to a function, as data: LLVM puts it into relative vtables. A linker may use a ' +
      'PLT entry or a veneer instead of the function; here it is the function. GNU as has no syntax ' +
      'for it.',
    example: '.word foo@PLT - .',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_GOTPCREL32',
    type: 315,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: DATA,
    notes:
      'The distance to a GOT slot, as data: LLVM since version 18 uses it for relative references ' +
      'to symbols that may be elsewhere. Unlike in the other GOT types the addend belongs to the ' +
      'distance, not to what the slot holds. GNU as has no syntax for it.',
    example: '.word foo@GOTPCREL',
    got: { slot: S },
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G0',
    type: 263,
    value: S.plus(A),
    field: insn32(bits(0, 15).at(5)),
    check: unsigned(16),
    source: UNSIGNED,
    notes:
      'Bits 15 to 0 of a value that has no more: a MOVZ or MOVK that alone makes an absolute ' +
      'symbol below 64 KiB.',
    example: 'movz x0, #:abs_g0:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G0_NC',
    type: 264,
    value: S.plus(A),
    field: insn32(bits(0, 15).at(5)),
    check: unchecked,
    source: UNSIGNED,
    notes:
      'Bits 15 to 0 of an address that a sequence of MOVZ and MOVK makes; higher bits are left to ' +
      'the other instructions. clang -mcmodel=large makes every address with four of them.',
    example: 'movk x0, #:abs_g0_nc:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G1',
    type: 265,
    value: S.plus(A),
    field: insn32(bits(16, 31).at(5)),
    check: unsigned(32),
    source: UNSIGNED,
    notes:
      'Bits 31 to 16, in the highest of two instructions that make an address below 4 GiB. For a ' +
      'symbol of the image this ties the load base to the first 4 GiB.',
    example: 'movz x0, #:abs_g1:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G1_NC',
    type: 266,
    value: S.plus(A),
    field: insn32(bits(16, 31).at(5)),
    check: unchecked,
    source: UNSIGNED,
    notes:
      'Bits 31 to 16 of an address that a sequence of MOVZ and MOVK makes; higher bits are left ' +
      'to the other instructions.',
    example: 'movk x0, #:abs_g1_nc:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G2',
    type: 267,
    value: S.plus(A),
    field: insn32(bits(32, 47).at(5)),
    check: unsigned(48),
    source: UNSIGNED,
    notes: 'Bits 47 to 32, in the highest of three instructions that make an address below 2^48.',
    example: 'movz x0, #:abs_g2:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G2_NC',
    type: 268,
    value: S.plus(A),
    field: insn32(bits(32, 47).at(5)),
    check: unchecked,
    source: UNSIGNED,
    notes:
      'Bits 47 to 32 of an address that a sequence of MOVZ and MOVK makes; higher bits are left ' +
      'to R_AARCH64_MOVW_UABS_G3.',
    example: 'movk x0, #:abs_g2_nc:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_UABS_G3',
    type: 269,
    value: S.plus(A),
    field: insn32(bits(48, 63).at(5)),
    check: unchecked,
    source: UNSIGNED,
    notes:
      'Bits 63 to 48, in the highest of four instructions that make an address; nothing is left ' +
      'that could overflow. As in all these types the shift of the instruction is the business of ' +
      'the assembler and must match.',
    example: 'movz x0, #:abs_g3:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_SABS_G0',
    type: 270,
    value: S.plus(A),
    field: signSelected(insn32(bits(0, 15).at(5)), 30),
    check: signed(17),
    source: SIGNED,
    notes:
      'A signed value of 17 bits in one instruction. If it is negative the instruction becomes ' +
      'MOVN and holds the complement, else it becomes MOVZ, whatever the assembler wrote.',
    example: 'movz x0, #:abs_g0_s:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_SABS_G1',
    type: 271,
    value: S.plus(A),
    field: signSelected(insn32(bits(16, 31).at(5)), 30),
    check: signed(33),
    source: SIGNED,
    notes:
      'Bits 31 to 16 of a signed value, in the first and highest of two instructions; a MOVK adds ' +
      'the rest. If the value is negative the instruction becomes MOVN and holds the complement, ' +
      'else it becomes MOVZ.',
    example: 'movz x0, #:abs_g1_s:foo',
  }),
  rule({
    name: 'R_AARCH64_MOVW_SABS_G2',
    type: 272,
    value: S.plus(A),
    field: signSelected(insn32(bits(32, 47).at(5)), 30),
    check: signed(49),
    source: SIGNED,
    notes:
      'Bits 47 to 32 of a signed value, in the first and highest of three instructions; MOVKs add ' +
      'the rest. If the value is negative the instruction becomes MOVN and holds the complement, ' +
      'else it becomes MOVZ.',
    example: 'movz x0, #:abs_g2_s:foo',
  }),
  rule({
    name: 'R_AARCH64_LD_PREL_LO19',
    type: 273,
    value: S.plus(A).minus(P),
    field: insn32(bits(2, 20).at(5)),
    check: multipleOf(4, signed(21)),
    source: PCREL,
    notes:
      'A load of a literal at most 1 MiB away: how gcc -mcmodel=tiny reads variables, and what `ldr ' +
      'x0, label` means in assembly. Place and literal must be apart by a multiple of 4; an 8-byte ' +
      'literal ought to be aligned to 8, because the load faults otherwise while the MMU is off. ' +
      'The psABI gives an undefined weak symbol the address of the place.',
    example: 'ldr x0, foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_ADR_PREL_LO21',
    type: 274,
    value: S.plus(A).minus(P),
    field: insn32(bits(0, 1).at(29), bits(2, 20).at(5)),
    check: signed(21),
    source: PCREL,
    notes:
      'An address at most 1 MiB away, from gcc -mcmodel=tiny and from assembly. ADR counts bytes: ' +
      'the target needs no alignment. The two low bits of the value are apart from the others in ' +
      'the instruction. The psABI gives an undefined weak symbol the address of the place.',
    example: 'adr x0, foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_ADR_PREL_PG_HI21',
    type: 275,
    value: page(S.plus(A)).minus(page(P)),
    field: insn32(bits(12, 13).at(29), bits(14, 32).at(5)),
    check: signed(33),
    source: PCREL,
    notes:
      'The distance between two pages of 4 KiB, whatever the page of the system, with a reach of ' +
      '4 GiB: the first half of every address of the small code model; R_AARCH64_ADD_ABS_LO12_NC ' +
      'or one of the scaled offsets follows. It depends on where within its page the image lies, ' +
      'so the load base must be a multiple of 4 KiB, on which the whole scheme relies. The psABI ' +
      'gives an undefined weak symbol the address of the place, so a test whether it is defined ' +
      'must go through the GOT.',
    example: 'adrp x0, foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_ADR_PREL_PG_HI21_NC',
    type: 276,
    value: page(S.plus(A)).minus(page(P)),
    field: insn32(bits(12, 13).at(29), bits(14, 32).at(5)),
    check: unchecked,
    source: PCREL,
    notes:
      'R_AARCH64_ADR_PREL_PG_HI21 without the check, for code that adds the bits above 4 GiB ' +
      'itself. If it does not, a distance that is too large goes unnoticed.',
    example: 'adrp x0, :pg_hi21_nc:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_ADD_ABS_LO12_NC',
    type: 277,
    value: S.plus(A),
    field: insn32(bits(0, 11).at(10)),
    check: unchecked,
    source: PCREL,
    notes:
      'The low 12 bits of an address, added to the page that ADRP made. Nothing is checked ' +
      'because the higher bits are in ADRP. As long as the load base is a multiple of 4 KiB they ' +
      'do not change.',
    example: 'add x0, x0, :lo12:foo',
  }),
  rule({
    name: 'R_AARCH64_LDST8_ABS_LO12_NC',
    type: 278,
    value: S.plus(A),
    field: insn32(bits(0, 11).at(10)),
    check: unchecked,
    source: PCREL,
    notes:
      'The low 12 bits of the address of a byte, as the offset of a load or store after ADRP. ' +
      'Bytes are not scaled, so any address will do.',
    example: 'ldrb w0, [x0, :lo12:foo]',
  }),
  rule({
    name: 'R_AARCH64_LDST16_ABS_LO12_NC',
    type: 284,
    value: S.plus(A),
    field: withZeros(insn32(bits(1, 11).at(10)), 21, 21),
    check: multipleOf(2),
    source: PCREL,
    notes:
      'The low 12 bits of the address of 2 bytes. The offset counts units of 2, so the address ' +
      'must be a multiple of 2; the psABI asks linkers to check that, and it is checked here.',
    example: 'ldrh w0, [x0, :lo12:foo]',
  }),
  rule({
    name: 'R_AARCH64_LDST32_ABS_LO12_NC',
    type: 285,
    value: S.plus(A),
    field: withZeros(insn32(bits(2, 11).at(10)), 20, 21),
    check: multipleOf(4),
    source: PCREL,
    notes:
      'The low 12 bits of the address of 4 bytes. The offset counts units of 4, so the address ' +
      'must be a multiple of 4. A variable of a packed structure, or one whose section lost its ' +
      'alignment, is not, and is refused.',
    example: 'ldr w0, [x0, :lo12:foo]',
  }),
  rule({
    name: 'R_AARCH64_LDST64_ABS_LO12_NC',
    type: 286,
    value: S.plus(A),
    field: withZeros(insn32(bits(3, 11).at(10)), 19, 21),
    check: multipleOf(8),
    source: PCREL,
    notes:
      'The low 12 bits of the address of 8 bytes: the usual way to load a pointer. The offset ' +
      'counts units of 8, so the address must be a multiple of 8. Also on loads of floating-point ' +
      'registers.',
    example: 'ldr x0, [x0, :lo12:foo]',
  }),
  rule({
    name: 'R_AARCH64_LDST128_ABS_LO12_NC',
    type: 299,
    value: S.plus(A),
    field: withZeros(insn32(bits(4, 11).at(10)), 18, 21),
    check: multipleOf(16),
    source: PCREL,
    notes:
      'The low 12 bits of the address of 16 bytes. Compilers that vectorise by default (gcc since ' +
      'version 12 at -O2) copy constants with such loads, also in a SHA-256, where loaders did ' +
      'not expect them. The offset counts units of 16, so the address must be a multiple of 16. ' +
      '-mgeneral-regs-only avoids it, which is wise in a purgatory anyway.',
    example: 'ldr q0, [x0, :lo12:foo]',
  }),
  rule({
    name: 'R_AARCH64_TSTBR14',
    type: 279,
    value: S.plus(A).minus(P),
    field: insn32(bits(2, 15).at(5)),
    check: multipleOf(4, signed(16)),
    source: BRANCH,
    notes:
      'A TBZ or TBNZ to a target at most 32 KiB away, the shortest reach of all branches. ' +
      'Compilers emit it within a function only, where assemblers resolve it; it is left when the ' +
      'target is in another section. The psABI promises an undefined weak symbol the next ' +
      'instruction only for R_AARCH64_CALL26; here all branches do the same, since a branch to ' +
      'itself, which its general rule would give, helps nobody.',
    example: 'tbz w0, #1, foo',
    target: { weak: P.plus(4n) },
  }),
  rule({
    name: 'R_AARCH64_CONDBR19',
    type: 280,
    value: S.plus(A).minus(P),
    field: insn32(bits(2, 20).at(5)),
    check: multipleOf(4, signed(21)),
    source: BRANCH,
    notes:
      'A B.cond, CBZ or CBNZ to a target at most 1 MiB away, left when the target is in another ' +
      'section. The psABI promises an undefined weak symbol the next instruction only for ' +
      'R_AARCH64_CALL26; here all branches do the same, since a branch to itself, which its general ' +
      'rule would give, helps nobody.',
    example: 'b.eq foo',
    target: { weak: P.plus(4n) },
  }),
  rule({
    name: 'R_AARCH64_JUMP26',
    type: 282,
    value: S.plus(A).minus(P),
    field: insn32(bits(2, 27).at(0)),
    check: multipleOf(4, signed(28)),
    source: BRANCH,
    notes:
      'A branch to a target at most 128 MiB away, from tail calls and assembly. A linker may put ' +
      'a veneer in between; here none is made, and a target out of reach is refused. The psABI ' +
      'promises an undefined weak symbol the next instruction only for R_AARCH64_CALL26; here all ' +
      'branches do the same, since a branch to itself, which its general rule would give, helps ' +
      'nobody.',
    example: 'b foo',
    target: { weak: P.plus(4n) },
  }),
  rule({
    name: 'R_AARCH64_CALL26',
    type: 283,
    value: S.plus(A).minus(P),
    field: insn32(bits(2, 27).at(0)),
    check: multipleOf(4, signed(28)),
    source: BRANCH,
    notes:
      'A call of a function at most 128 MiB away. A linker may put a veneer in between; here none ' +
      'is made, and a target out of reach is refused. A call of an undefined weak symbol goes to ' +
      'the next instruction, as the psABI demands: it does nothing.',
    example: 'bl foo',
    target: { weak: P.plus(4n) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G0',
    type: 287,
    value: S.plus(A).minus(P),
    field: signSelected(insn32(bits(0, 15).at(5)), 30),
    check: signed(17),
    source: PREL,
    notes:
      'A distance of at most 64 KiB, in one instruction. It becomes MOVN with the complement if ' +
      'the distance is negative, else MOVZ.',
    example: 'movz x0, #:prel_g0:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G0_NC',
    type: 288,
    value: S.plus(A).minus(P),
    field: insn32(bits(0, 15).at(5)),
    check: unchecked,
    source: PREL,
    notes:
      'Bits 15 to 0 of a distance, in a MOVK that follows the instruction with the higher bits. ' +
      'The opcode is kept, also for negative distances. The place of each instruction counts, so ' +
      'its addend must make up for the distance from the first one.',
    example: 'movk x0, #:prel_g0_nc:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G1',
    type: 289,
    value: S.plus(A).minus(P),
    field: signSelected(insn32(bits(16, 31).at(5)), 30),
    check: signed(33),
    source: PREL,
    notes:
      'Bits 31 to 16 of a distance of at most 4 GiB, in the first of two instructions. It becomes ' +
      'MOVN with the complement if the distance is negative, else MOVZ. The place of each ' +
      'instruction counts, so the addends of a sequence must make up for the 4 bytes between ' +
      'them.',
    example: 'movz x0, #:prel_g1:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G1_NC',
    type: 290,
    value: S.plus(A).minus(P),
    field: insn32(bits(16, 31).at(5)),
    check: unchecked,
    source: PREL,
    notes:
      'Bits 31 to 16 of a distance, in a MOVK that follows the instruction with the higher bits. ' +
      'The opcode is kept, also for negative distances. The place of each instruction counts, so ' +
      'its addend must make up for the distance from the first one.',
    example: 'movk x0, #:prel_g1_nc:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G2',
    type: 291,
    value: S.plus(A).minus(P),
    field: signSelected(insn32(bits(32, 47).at(5)), 30),
    check: signed(49),
    source: PREL,
    notes:
      'Bits 47 to 32 of a distance, in the first of three instructions. It becomes MOVN with the ' +
      'complement if the distance is negative, else MOVZ.',
    example: 'movz x0, #:prel_g2:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G2_NC',
    type: 292,
    value: S.plus(A).minus(P),
    field: insn32(bits(32, 47).at(5)),
    check: unchecked,
    source: PREL,
    notes:
      'Bits 47 to 32 of a distance, in a MOVK that follows the instruction with the higher bits. ' +
      'The opcode is kept, also for negative distances. The place of each instruction counts, so ' +
      'its addend must make up for the distance from the first one.',
    example: 'movk x0, #:prel_g2_nc:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_PREL_G3',
    type: 293,
    value: S.plus(A).minus(P),
    field: signSelected(insn32(bits(48, 63).at(5)), 30),
    check: unchecked,
    source: PREL,
    notes:
      'Bits 63 to 48 of a distance, in the first of four instructions; nothing is left that could ' +
      'overflow. It becomes MOVN with the complement if the distance is negative, else MOVZ.',
    example: 'movz x0, #:prel_g3:foo',
    target: { weak: P },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G0',
    type: 300,
    value: GOT.plus(G).minus(GOT),
    field: signSelected(insn32(bits(0, 15).at(5)), 30),
    check: signed(17),
    source: GOT_GROUP,
    notes:
      'Bits 15 to 0 of the offset of a slot in the GOT, in the first instruction of a group; it ' +
      'becomes MOVZ, because offsets are not negative. The code has the address of the GOT in a ' +
      'register. GNU as has no syntax for it. LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_MOVW_GOTOFF_G0, foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G0_NC',
    type: 301,
    value: GOT.plus(G).minus(GOT),
    field: insn32(bits(0, 15).at(5)),
    check: unchecked,
    source: GOT_GROUP,
    notes:
      'Bits 15 to 0 of the offset of a slot in the GOT, in a MOVK that follows the instruction ' +
      'with the higher bits. gcc does not emit it; GNU ld knows it.',
    example: 'movk x0, #:gotoff_g0_nc:foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G1',
    type: 302,
    value: GOT.plus(G).minus(GOT),
    field: signSelected(insn32(bits(16, 31).at(5)), 30),
    check: signed(33),
    source: GOT_GROUP,
    notes:
      'Bits 31 to 16 of the offset of a slot in the GOT, in the first instruction of a group; it ' +
      'becomes MOVZ, because offsets are not negative. The code has the address of the GOT in a ' +
      'register. gcc does not emit it; GNU ld knows it.',
    example: 'movz x0, #:gotoff_g1:foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G1_NC',
    type: 303,
    value: GOT.plus(G).minus(GOT),
    field: insn32(bits(16, 31).at(5)),
    check: unchecked,
    source: GOT_GROUP,
    notes:
      'Bits 31 to 16 of the offset of a slot in the GOT, in a MOVK that follows the instruction ' +
      'with the higher bits. GNU as has no syntax for it. LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_MOVW_GOTOFF_G1_NC, foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G2',
    type: 304,
    value: GOT.plus(G).minus(GOT),
    field: signSelected(insn32(bits(32, 47).at(5)), 30),
    check: signed(49),
    source: GOT_GROUP,
    notes:
      'Bits 47 to 32 of the offset of a slot in the GOT, in the first instruction of a group; it ' +
      'becomes MOVZ, because offsets are not negative. The code has the address of the GOT in a ' +
      'register. GNU as has no syntax for it. LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_MOVW_GOTOFF_G2, foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G2_NC',
    type: 305,
    value: GOT.plus(G).minus(GOT),
    field: insn32(bits(32, 47).at(5)),
    check: unchecked,
    source: GOT_GROUP,
    notes:
      'Bits 47 to 32 of the offset of a slot in the GOT, in a MOVK that follows the instruction ' +
      'with the higher bits. GNU as has no syntax for it. LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_MOVW_GOTOFF_G2_NC, foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_MOVW_GOTOFF_G3',
    type: 306,
    value: GOT.plus(G).minus(GOT),
    field: signSelected(insn32(bits(48, 63).at(5)), 30),
    check: unchecked,
    source: GOT_GROUP,
    notes:
      'Bits 63 to 48 of the offset of a slot in the GOT, in the first instruction of a group; it ' +
      'becomes MOVZ, because offsets are not negative. The code has the address of the GOT in a ' +
      'register. GNU as has no syntax for it. LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_MOVW_GOTOFF_G3, foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_GOTREL64',
    type: 307,
    value: S.plus(A).minus(GOT),
    field: word(64),
    check: unchecked,
    source: GOT_DATA,
    notes:
      'The distance from the GOT to a symbol, which needs no slot, as data. GNU tools do not know ' +
      'it; LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_GOTREL64, foo',
  }),
  rule({
    name: 'R_AARCH64_GOTREL32',
    type: 308,
    value: S.plus(A).minus(GOT),
    field: word(32),
    check: signed(32),
    source: GOT_DATA,
    notes:
      'The distance from the GOT to a symbol, which needs no slot, as data that is read as ' +
      'signed. GNU tools do not know it; LLVM takes the name in `.reloc`.',
    example: '.reloc ., R_AARCH64_GOTREL32, foo',
  }),
  rule({
    name: 'R_AARCH64_GOT_LD_PREL19',
    type: 309,
    value: GOT.plus(G).minus(P),
    field: insn32(bits(2, 20).at(5)),
    check: multipleOf(4, signed(21)),
    source: GOT_INSN,
    notes:
      'A load of a GOT slot at most 1 MiB away: how gcc -mcmodel=tiny -fpic reaches symbols of ' +
      'default visibility. The addend belongs to what the slot holds. -fvisibility=hidden avoids ' +
      'it.',
    example: 'ldr x0, :got:foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_LD64_GOTOFF_LO15',
    type: 310,
    value: GOT.plus(G).minus(GOT),
    field: insn32(bits(3, 14).at(10)),
    check: multipleOf(8, unsigned(15)),
    source: GOT_INSN,
    notes:
      'A load of a GOT slot whose address is counted from the GOT, held in a register; slots ' +
      'below 32 KiB are in reach. The addend belongs to what the slot holds.',
    example: 'ldr x0, [x1, #:gotoff_lo15:foo]',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_ADR_GOT_PAGE',
    type: 311,
    value: page(GOT.plus(G)).minus(page(P)),
    field: insn32(bits(12, 13).at(29), bits(14, 32).at(5)),
    check: signed(33),
    source: GOT_INSN,
    notes:
      'The page of a GOT slot: with R_AARCH64_LD64_GOT_LO12_NC how code compiled with -fpic or ' +
      '-fpie reaches symbols of default visibility, and how gcc reaches undefined weak ones even ' +
      'without. A linker may turn both into ADRP and ADD; here the slot is always made, because ' +
      'the second instruction may be anywhere. Like all types with pages it needs load bases that ' +
      'are multiples of 4 KiB. -fvisibility=hidden avoids it.',
    example: 'adrp x0, :got:foo',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_LD64_GOT_LO12_NC',
    type: 312,
    value: GOT.plus(G),
    field: withZeros(insn32(bits(3, 11).at(10)), 19, 21),
    check: multipleOf(8),
    source: GOT_INSN,
    notes:
      'The low 12 bits of the address of a GOT slot, in the load that follows ' +
      'R_AARCH64_ADR_GOT_PAGE. Slots are aligned to 8, as the scaled offset asks.',
    example: 'ldr x0, [x0, :got_lo12:foo]',
    got: { slot: S.plus(A) },
  }),
  rule({
    name: 'R_AARCH64_LD64_GOTPAGE_LO15',
    type: 313,
    value: GOT.plus(G).minus(page(GOT)),
    field: insn32(bits(3, 14).at(10)),
    check: multipleOf(8, unsigned(15)),
    source: GOT_INSN,
    notes:
      'A load of a GOT slot whose address is counted from the page of the GOT, which one ADRP ' +
      'made for many loads: gcc -fpic (the small one) uses it. Slots below 32 KiB from that page ' +
      'are in reach; what does not fit needs -fPIC.',
    example: 'ldr x0, [x1, #:gotpage_lo15:foo]',
    got: { slot: S.plus(A) },
  }),
  ...slotRules({ value: S.plus(A), field: word(64), source: DYNAMIC }, [
    [1025, 'R_AARCH64_GLOB_DAT'],
    [1026, 'R_AARCH64_JUMP_SLOT'],
  ]),
  rule({
    name: 'R_AARCH64_RELATIVE',
    type: 1027,
    value: B.plus(A),
    field: word(64),
    check: unchecked,
    source: DYNAMIC,
    notes:
      'An address in a linked image: the linker turns each R_AARCH64_ABS64 of a PIE into one and ' +
      'puts the address at link base 0 into the addend. Its place must be aligned to 8. The psABI ' +
      'calls the base Delta(S), and allows a symbol, which no linker writes. In an ET_REL file it ' +
      'is out of place and refused.',
    example: '.xword foo // what the linker makes of it with -static-pie',
    dynamic: true,
  }),
];

const NO_TLS =
  'declare no __thread, _Thread_local or thread_local variable and link no C library, whose errno is one; ' +
  '-ftls-model only exchanges one such type for another; if the stack protector asks for it, build with ' +
  '-fno-stack-protector or -mstack-protector-guard=global';
const NO_DYNAMIC_LINKER =
  'give relocator the object before the final link (ld -r), or link it alone: ' +
  '-nostdlib -static-pie -Wl,-z,now -Wl,-Bsymbolic';

const refusals = [
  ...refuse(
    'it belongs to the 32-bit data model (ILP32), and this machine is the 64-bit one',
    'compile and link with -mabi=lp64',
    [
      [1, 'R_AARCH64_P32_ABS32'],
      [2, 'R_AARCH64_P32_ABS16'],
      [3, 'R_AARCH64_P32_PREL32'],
      [4, 'R_AARCH64_P32_PREL16'],
      [5, 'R_AARCH64_P32_MOVW_UABS_G0'],
      [6, 'R_AARCH64_P32_MOVW_UABS_G0_NC'],
      [7, 'R_AARCH64_P32_MOVW_UABS_G1'],
      [8, 'R_AARCH64_P32_MOVW_SABS_G0'],
      [9, 'R_AARCH64_P32_LD_PREL_LO19'],
      [10, 'R_AARCH64_P32_ADR_PREL_LO21'],
      [11, 'R_AARCH64_P32_ADR_PREL_PG_HI21'],
      [12, 'R_AARCH64_P32_ADD_ABS_LO12_NC'],
      [13, 'R_AARCH64_P32_LDST8_ABS_LO12_NC'],
      [14, 'R_AARCH64_P32_LDST16_ABS_LO12_NC'],
      [15, 'R_AARCH64_P32_LDST32_ABS_LO12_NC'],
      [16, 'R_AARCH64_P32_LDST64_ABS_LO12_NC'],
      [17, 'R_AARCH64_P32_LDST128_ABS_LO12_NC'],
      [18, 'R_AARCH64_P32_TSTBR14'],
      [19, 'R_AARCH64_P32_CONDBR19'],
      [20, 'R_AARCH64_P32_JUMP26'],
      [21, 'R_AARCH64_P32_CALL26'],
      [22, 'R_AARCH64_P32_MOVW_PREL_G0'],
      [23, 'R_AARCH64_P32_MOVW_PREL_G0_NC'],
      [24, 'R_AARCH64_P32_MOVW_PREL_G1'],
      [25, 'R_AARCH64_P32_GOT_LD_PREL19'],
      [26, 'R_AARCH64_P32_ADR_GOT_PAGE'],
      [27, 'R_AARCH64_P32_LD32_GOT_LO12_NC'],
      [28, 'R_AARCH64_P32_LD32_GOTPAGE_LO14'],
      [29, 'R_AARCH64_P32_PLT32'],
      [80, 'R_AARCH64_P32_TLSGD_ADR_PREL21'],
      [81, 'R_AARCH64_P32_TLSGD_ADR_PAGE21'],
      [82, 'R_AARCH64_P32_TLSGD_ADD_LO12_NC'],
      [83, 'R_AARCH64_P32_TLSLD_ADR_PREL21'],
      [84, 'R_AARCH64_P32_TLSLD_ADR_PAGE21'],
      [85, 'R_AARCH64_P32_TLSLD_ADD_LO12_NC'],
      [86, 'R_AARCH64_P32_TLSLD_LD_PREL19'],
      [87, 'R_AARCH64_P32_TLSLD_MOVW_DTPREL_G1'],
      [88, 'R_AARCH64_P32_TLSLD_MOVW_DTPREL_G0'],
      [89, 'R_AARCH64_P32_TLSLD_MOVW_DTPREL_G0_NC'],
      [90, 'R_AARCH64_P32_TLSLD_ADD_DTPREL_HI12'],
      [91, 'R_AARCH64_P32_TLSLD_ADD_DTPREL_LO12'],
      [92, 'R_AARCH64_P32_TLSLD_ADD_DTPREL_LO12_NC'],
      [93, 'R_AARCH64_P32_TLSLD_LDST8_DTPREL_LO12'],
      [94, 'R_AARCH64_P32_TLSLD_LDST8_DTPREL_LO12_NC'],
      [95, 'R_AARCH64_P32_TLSLD_LDST16_DTPREL_LO12'],
      [96, 'R_AARCH64_P32_TLSLD_LDST16_DTPREL_LO12_NC'],
      [97, 'R_AARCH64_P32_TLSLD_LDST32_DTPREL_LO12'],
      [98, 'R_AARCH64_P32_TLSLD_LDST32_DTPREL_LO12_NC'],
      [99, 'R_AARCH64_P32_TLSLD_LDST64_DTPREL_LO12'],
      [100, 'R_AARCH64_P32_TLSLD_LDST64_DTPREL_LO12_NC'],
      [101, 'R_AARCH64_P32_TLSLD_LDST128_DTPREL_LO12'],
      [102, 'R_AARCH64_P32_TLSLD_LDST128_DTPREL_LO12_NC'],
      [103, 'R_AARCH64_P32_TLSIE_ADR_GOTTPREL_PAGE21'],
      [104, 'R_AARCH64_P32_TLSIE_LD32_GOTTPREL_LO12_NC'],
      [105, 'R_AARCH64_P32_TLSIE_LD_GOTTPREL_PREL19'],
      [106, 'R_AARCH64_P32_TLSLE_MOVW_TPREL_G1'],
      [107, 'R_AARCH64_P32_TLSLE_MOVW_TPREL_G0'],
      [108, 'R_AARCH64_P32_TLSLE_MOVW_TPREL_G0_NC'],
      [109, 'R_AARCH64_P32_TLSLE_ADD_TPREL_HI12'],
      [110, 'R_AARCH64_P32_TLSLE_ADD_TPREL_LO12'],
      [111, 'R_AARCH64_P32_TLSLE_ADD_TPREL_LO12_NC'],
      [112, 'R_AARCH64_P32_TLSLE_LDST8_TPREL_LO12'],
      [113, 'R_AARCH64_P32_TLSLE_LDST8_TPREL_LO12_NC'],
      [114, 'R_AARCH64_P32_TLSLE_LDST16_TPREL_LO12'],
      [115, 'R_AARCH64_P32_TLSLE_LDST16_TPREL_LO12_NC'],
      [116, 'R_AARCH64_P32_TLSLE_LDST32_TPREL_LO12'],
      [117, 'R_AARCH64_P32_TLSLE_LDST32_TPREL_LO12_NC'],
      [118, 'R_AARCH64_P32_TLSLE_LDST64_TPREL_LO12'],
      [119, 'R_AARCH64_P32_TLSLE_LDST64_TPREL_LO12_NC'],
      [120, 'R_AARCH64_P32_TLSLE_LDST128_TPREL_LO12'],
      [121, 'R_AARCH64_P32_TLSLE_LDST128_TPREL_LO12_NC'],
      [122, 'R_AARCH64_P32_TLSDESC_LD_PREL19'],
      [123, 'R_AARCH64_P32_TLSDESC_ADR_PREL21'],
      [124, 'R_AARCH64_P32_TLSDESC_ADR_PAGE21'],
      [125, 'R_AARCH64_P32_TLSDESC_LD32_LO12'],
      [126, 'R_AARCH64_P32_TLSDESC_ADD_LO12'],
      [127, 'R_AARCH64_P32_TLSDESC_CALL'],
      [180, 'R_AARCH64_P32_COPY'],
      [181, 'R_AARCH64_P32_GLOB_DAT'],
      [182, 'R_AARCH64_P32_JUMP_SLOT'],
      [183, 'R_AARCH64_P32_RELATIVE'],
      [184, 'R_AARCH64_P32_TLS_DTPMOD'],
      [185, 'R_AARCH64_P32_TLS_DTPREL'],
      [186, 'R_AARCH64_P32_TLS_TPREL'],
      [187, 'R_AARCH64_P32_TLSDESC'],
      [188, 'R_AARCH64_P32_IRELATIVE'],
    ],
  ),
  ...refuse(
    'it replaces an instruction if a linker finds the symbol that switches pointer field ' +
      'protection off, and here is no such linker',
    'compile without -fexperimental-pointer-field-protection-abi and [[clang::pointer_field_protection]]',
    [[316, 'R_AARCH64_PATCHINST']],
  ),
  ...refuse(
    'a function must be called to learn the address, before anything it uses is relocated',
    'use neither __attribute__((ifunc)) nor target_clones or target_version, and link without ' +
      'the C library (-nostdlib)',
    [
      [317, 'R_AARCH64_FUNCINIT64'],
      [1032, 'R_AARCH64_IRELATIVE'],
    ],
  ),
  ...refuse('the code goes on to call __tls_get_addr, and a purgatory has no threads', NO_TLS, [
    [512, 'R_AARCH64_TLSGD_ADR_PREL21'],
    [513, 'R_AARCH64_TLSGD_ADR_PAGE21'],
    [514, 'R_AARCH64_TLSGD_ADD_LO12_NC'],
    [515, 'R_AARCH64_TLSGD_MOVW_G1'],
    [516, 'R_AARCH64_TLSGD_MOVW_G0_NC'],
    [517, 'R_AARCH64_TLSLD_ADR_PREL21'],
    [518, 'R_AARCH64_TLSLD_ADR_PAGE21'],
    [519, 'R_AARCH64_TLSLD_ADD_LO12_NC'],
    [520, 'R_AARCH64_TLSLD_MOVW_G1'],
    [521, 'R_AARCH64_TLSLD_MOVW_G0_NC'],
    [522, 'R_AARCH64_TLSLD_LD_PREL19'],
  ]),
  ...refuse(
    'a dynamic linker fills in which module a thread-local variable is in, and a purgatory has ' + 'none',
    NO_TLS,
    [
      [523, 'R_AARCH64_TLSLD_MOVW_DTPREL_G2'],
      [524, 'R_AARCH64_TLSLD_MOVW_DTPREL_G1'],
      [525, 'R_AARCH64_TLSLD_MOVW_DTPREL_G1_NC'],
      [526, 'R_AARCH64_TLSLD_MOVW_DTPREL_G0'],
      [527, 'R_AARCH64_TLSLD_MOVW_DTPREL_G0_NC'],
      [528, 'R_AARCH64_TLSLD_ADD_DTPREL_HI12'],
      [529, 'R_AARCH64_TLSLD_ADD_DTPREL_LO12'],
      [530, 'R_AARCH64_TLSLD_ADD_DTPREL_LO12_NC'],
      [531, 'R_AARCH64_TLSLD_LDST8_DTPREL_LO12'],
      [532, 'R_AARCH64_TLSLD_LDST8_DTPREL_LO12_NC'],
      [533, 'R_AARCH64_TLSLD_LDST16_DTPREL_LO12'],
      [534, 'R_AARCH64_TLSLD_LDST16_DTPREL_LO12_NC'],
      [535, 'R_AARCH64_TLSLD_LDST32_DTPREL_LO12'],
      [536, 'R_AARCH64_TLSLD_LDST32_DTPREL_LO12_NC'],
      [537, 'R_AARCH64_TLSLD_LDST64_DTPREL_LO12'],
      [538, 'R_AARCH64_TLSLD_LDST64_DTPREL_LO12_NC'],
      [572, 'R_AARCH64_TLSLD_LDST128_DTPREL_LO12'],
      [573, 'R_AARCH64_TLSLD_LDST128_DTPREL_LO12_NC'],
      [1028, 'R_AARCH64_TLS_DTPMOD'],
      [1029, 'R_AARCH64_TLS_DTPREL'],
    ],
  ),
  ...refuse('it is relative to the thread pointer in TPIDR_EL0, and a purgatory has none', NO_TLS, [
    [539, 'R_AARCH64_TLSIE_MOVW_GOTTPREL_G1'],
    [540, 'R_AARCH64_TLSIE_MOVW_GOTTPREL_G0_NC'],
    [541, 'R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21'],
    [542, 'R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC'],
    [543, 'R_AARCH64_TLSIE_LD_GOTTPREL_PREL19'],
    [544, 'R_AARCH64_TLSLE_MOVW_TPREL_G2'],
    [545, 'R_AARCH64_TLSLE_MOVW_TPREL_G1'],
    [546, 'R_AARCH64_TLSLE_MOVW_TPREL_G1_NC'],
    [547, 'R_AARCH64_TLSLE_MOVW_TPREL_G0'],
    [548, 'R_AARCH64_TLSLE_MOVW_TPREL_G0_NC'],
    [549, 'R_AARCH64_TLSLE_ADD_TPREL_HI12'],
    [550, 'R_AARCH64_TLSLE_ADD_TPREL_LO12'],
    [551, 'R_AARCH64_TLSLE_ADD_TPREL_LO12_NC'],
    [552, 'R_AARCH64_TLSLE_LDST8_TPREL_LO12'],
    [553, 'R_AARCH64_TLSLE_LDST8_TPREL_LO12_NC'],
    [554, 'R_AARCH64_TLSLE_LDST16_TPREL_LO12'],
    [555, 'R_AARCH64_TLSLE_LDST16_TPREL_LO12_NC'],
    [556, 'R_AARCH64_TLSLE_LDST32_TPREL_LO12'],
    [557, 'R_AARCH64_TLSLE_LDST32_TPREL_LO12_NC'],
    [558, 'R_AARCH64_TLSLE_LDST64_TPREL_LO12'],
    [559, 'R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC'],
    [570, 'R_AARCH64_TLSLE_LDST128_TPREL_LO12'],
    [571, 'R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC'],
    [1030, 'R_AARCH64_TLS_TPREL'],
  ]),
  ...refuse(
    'a dynamic linker provides the function behind a thread-local descriptor, and a purgatory ' + 'has none',
    NO_TLS,
    [
      [560, 'R_AARCH64_TLSDESC_LD_PREL19'],
      [561, 'R_AARCH64_TLSDESC_ADR_PREL21'],
      [562, 'R_AARCH64_TLSDESC_ADR_PAGE21'],
      [563, 'R_AARCH64_TLSDESC_LD64_LO12'],
      [564, 'R_AARCH64_TLSDESC_ADD_LO12'],
      [565, 'R_AARCH64_TLSDESC_OFF_G1'],
      [566, 'R_AARCH64_TLSDESC_OFF_G0_NC'],
      [567, 'R_AARCH64_TLSDESC_LDR'],
      [568, 'R_AARCH64_TLSDESC_ADD'],
      [569, 'R_AARCH64_TLSDESC_CALL'],
      [1031, 'R_AARCH64_TLSDESC'],
    ],
  ),
  ...refuse(
    'it signs a pointer, and nobody has set the keys of pointer authentication when a purgatory ' + 'runs',
    'compile without -mabi=pauthtest and without the -fptrauth options',
    [
      [580, 'R_AARCH64_AUTH_ABS64'],
      [581, 'R_AARCH64_AUTH_MOVW_GOTOFF_G0'],
      [582, 'R_AARCH64_AUTH_MOVW_GOTOFF_G0_NC'],
      [583, 'R_AARCH64_AUTH_MOVW_GOTOFF_G1'],
      [584, 'R_AARCH64_AUTH_MOVW_GOTOFF_G1_NC'],
      [585, 'R_AARCH64_AUTH_MOVW_GOTOFF_G2'],
      [586, 'R_AARCH64_AUTH_MOVW_GOTOFF_G2_NC'],
      [587, 'R_AARCH64_AUTH_MOVW_GOTOFF_G3'],
      [588, 'R_AARCH64_AUTH_GOT_LD_PREL19'],
      [589, 'R_AARCH64_AUTH_LD64_GOTOFF_LO15'],
      [590, 'R_AARCH64_AUTH_ADR_GOT_PAGE'],
      [591, 'R_AARCH64_AUTH_LD64_GOT_LO12_NC'],
      [592, 'R_AARCH64_AUTH_LD64_GOTPAGE_LO15'],
      [593, 'R_AARCH64_AUTH_GOT_ADD_LO12_NC'],
      [594, 'R_AARCH64_AUTH_GOT_ADR_PREL_LO21'],
      [595, 'R_AARCH64_AUTH_TLSDESC_ADR_PAGE21'],
      [596, 'R_AARCH64_AUTH_TLSDESC_LD64_LO12'],
      [597, 'R_AARCH64_AUTH_TLSDESC_ADD_LO12'],
      [598, 'R_AARCH64_AUTH_TLSDESC_CALL'],
      [1041, 'R_AARCH64_AUTH_RELATIVE'],
      [1042, 'R_AARCH64_AUTH_GLOB_DAT'],
      [1043, 'R_AARCH64_AUTH_TLSDESC'],
      [1044, 'R_AARCH64_AUTH_IRELATIVE'],
    ],
  ),
  ...refuse(
    'a dynamic linker copies a variable out of a shared library, and a purgatory has neither',
    NO_DYNAMIC_LINKER,
    [[1024, 'R_AARCH64_COPY']],
  ),
];

export const aarch64 = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
  // binutils and LLVM.
  {
    R_AARCH64_TLS_DTPMOD64: 'R_AARCH64_TLS_DTPMOD',
    R_AARCH64_TLS_DTPREL64: 'R_AARCH64_TLS_DTPREL',
    R_AARCH64_TLS_TPREL64: 'R_AARCH64_TLS_TPREL',
    R_AARCH64_P32_TLSDESC_LD32_LO12_NC: 'R_AARCH64_P32_TLSDESC_LD32_LO12',
    R_AARCH64_P32_TLSDESC_ADD_LO12_NC: 'R_AARCH64_P32_TLSDESC_ADD_LO12',
  },
);
