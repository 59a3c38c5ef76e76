/**
 * IA-64 (Itanium): Intel's processor-specific ABI. Its relocation types.
 *
 * Instructions stand in bundles of 16 bytes: 5 bits of template, then three instructions of 41 bits. Bundles are
 * little-endian whatever the data are. A place of an instruction is the bundle's address plus its number, 0 to 2.
 *
 *     127                  87 86                   46 45                    5 4    0
 *     |     instruction 2     |     instruction 1     |     instruction 0     | tmpl |
 *
 *     addl   imm22:   0-6 in bits 13-19, 7-15 in 27-35, 16-20 in 22-26, 21 in 36
 *     adds   imm14:   0-6 in bits 13-19, 7-12 in 27-32, 13 in 36
 *     br     4-23 in bits 13-32, 24 in 36: a distance in bundles, 16 MiB either way
 *     movl   imm64:   the middle 41 bits fill instruction 1, the others are in instruction 2; P may name either
 *
 * Instructions count from their bundle, so P is rounded down to 16 bytes in their formulas. Data words have their own
 * place, at any byte.
 *
 * The global pointer is r1. addl reaches 2 MiB either way from it, for small data (GPREL22) and for slots of the GOT
 * (LTOFF22); movl reaches everything. Here __gp is the start of the GOT. LTOFF22X with LDXMOV allows a linker to do
 * without the slot, as kexec-tools does. relocator keeps it.
 *
 * Only the LSB types are taken, for little-endian data. Pointers to functions (FPTR) are refused: they name
 * descriptors, which linkers make. SEGREL counts from the start of the segment, and an image is one. LTV is an
 * address.
 *
 * Traps: kexec-tools stores SEGREL64LSB as the address itself, and turns LTOFF22X and LDXMOV into GPREL22 and mov. A
 * section with bundles must be aligned to 16 bytes. There is no prologue: no emulator runs this machine.
 *
 * Sources: the psABI's chapter on relocation.
 */
import { architecture } from '../architecture.ts';
import { type Check, either, multipleOf, signed, unchecked } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, type Expression, G, GOT, GP, P, page, S } from '../expression.ts';
import { bits, bundled, bundledPair, type Field, withZeros, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule } from '../rule.ts';
import { LOADERS } from './loaders/ia64.ts';
import { TOLD } from './told/ia64.ts';

const TYPES = 'Intel Itanium Processor-specific ABI, Relocation';

const machine: Machine = {
  arch: 'ia64',
  psabi: 'ia64',
  title: 'IA-64 (Itanium)',
  otherNames: ['itanium'],
  elfMachine: 50,
  wordBits: 64,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'explicit',
  unalignedFaults: true,
  code: { alignment: 16, cache: { line: ['fc.i'], fences: [['sync.i', 'srlz.i']] } },
  pointers: { global: { symbols: ['__gp'], fromGot: 0 } },
  loading: {
    loaders: LOADERS,
    told: TOLD,
  },
  entry: {
    preserved: [
      register('r28', 'boot parameters'),
      register('b0'),
      register('r12'),
      register('r13'),
      other('ar.pfs'),
      other('the register stack'),
    ],
    clobbered: [
      range('r', 2, 3),
      range('r', 8, 11),
      range('r', 14, 27),
      range('r', 29, 31),
      range('b', 6, 7),
      range('p', 6, 15),
    ],
    stackPointer: 'r12',
    state: 'physical addresses, little-endian data, interrupts disabled',
    failure: { register: 'r8' },
  },
};

/** The operands of instructions, by format: parts of the immediate and the bit of the instruction where they begin. */
const IMM14 = bundled(bits(0, 6).at(13), bits(7, 12).at(27), bits(13, 13).at(36));
const IMM22 = bundled(bits(0, 6).at(13), bits(7, 15).at(27), bits(16, 20).at(22), bits(21, 21).at(36));
const TARGET_B = bundled(bits(4, 23).at(13), bits(24, 24).at(36));
const TARGET_M = bundled(bits(4, 10).at(6), bits(11, 23).at(20), bits(24, 24).at(36));
const TARGET_F = bundled(bits(4, 23).at(6), bits(24, 24).at(36));
const SECOND = 41;
/** movl: the middle of the value fills the first of the two instructions. */
const IMM64 = bundledPair(
  bits(22, 62).at(0),
  bits(0, 6).at(SECOND + 13),
  bits(7, 15).at(SECOND + 27),
  bits(16, 20).at(SECOND + 22),
  bits(21, 21).at(SECOND + 21),
  bits(63, 63).at(SECOND + 36),
);
/** brl */
const TARGET_60 = withZeros(
  bundledPair(bits(24, 62).at(2), bits(4, 23).at(SECOND + 13), bits(63, 63).at(SECOND + 36)),
  0,
  1,
);

const ADDRESS = S.plus(A);
const GP_RELATIVE = ADDRESS.minus(GP);
const SLOT = G.plus(GOT).minus(GP);
const SEGMENT_RELATIVE = ADDRESS.minus(B);
/** Instructions count from their bundle; the low bits of P only tell which of its instructions it is. */
const FROM_BUNDLE = ADDRESS.minus(page(P, 4));
const DISTANCE = ADDRESS.minus(P);

const SHORT = 'It reaches 2 MiB either way; movl reaches everything.';
const TWO = 'movl takes two of the three instructions of its bundle, and P may name either.';
const IMAGE_GP =
  'The global pointer, __gp, is the start of the GOT, so that small data on both sides of it are in reach.';
const SEGMENT =
  'A distance from the start of the segment, as in tables for unwinding; an image is one segment.';
const LTV = 'The value at load time of an address as data; in an image that is the address.';

interface Given extends Pick<Rule, 'got'> {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly field: Field;
  readonly check?: Check;
  readonly notes: string;
  readonly example: string;
}

function ia64Rule(given: Given): RelocationType {
  return rule({ check: unchecked, ...given, name: `R_IA64_${given.name}`, source: TYPES });
}

const branch = multipleOf(16, signed(25));

const RULES: readonly Given[] = [
  {
    type: 0x21,
    name: 'IMM14',
    value: ADDRESS,
    field: IMM14,
    check: signed(14),
    notes: 'A whole address in adds, which reaches the lowest and the highest 8 KiB only: constants.',
    example: 'adds r18 = foo, r19',
  },
  {
    type: 0x22,
    name: 'IMM22',
    value: ADDRESS,
    field: IMM22,
    check: signed(22),
    notes: 'A whole address in addl, which reaches the lowest and the highest 2 MiB only: constants.',
    example: 'addl r17 = foo, r0',
  },
  {
    type: 0x23,
    name: 'IMM64',
    value: ADDRESS,
    field: IMM64,
    notes: `A whole address in movl. ${TWO}`,
    example: 'movl r20 = foo',
  },
  {
    type: 0x25,
    name: 'DIR32LSB',
    value: ADDRESS,
    field: word(32),
    check: either(32),
    notes: 'An address as data of 32 bits, which may be read signed or unsigned.',
    example: 'data4 foo',
  },
  {
    type: 0x27,
    name: 'DIR64LSB',
    value: ADDRESS,
    field: word(64),
    notes: 'An address as data: initialised pointers to data, and the slots of the GOT.',
    example: 'data8 foo',
  },
  {
    type: 0x2a,
    name: 'GPREL22',
    value: GP_RELATIVE,
    field: IMM22,
    check: signed(22),
    notes: `A distance from the global pointer in addl: small data. ${SHORT} ${IMAGE_GP}`,
    example: 'addl r16 = @gprel(foo), gp',
  },
  {
    type: 0x2b,
    name: 'GPREL64I',
    value: GP_RELATIVE,
    field: IMM64,
    notes: `A distance from the global pointer in movl. ${TWO} ${IMAGE_GP}`,
    example: 'movl r20 = @gprel(foo)',
  },
  {
    type: 0x2d,
    name: 'GPREL32LSB',
    value: GP_RELATIVE,
    field: word(32),
    check: signed(32),
    notes: `A distance from the global pointer as data of 32 bits. ${IMAGE_GP}`,
    example: 'data4 @gprel(foo)',
  },
  {
    type: 0x2f,
    name: 'GPREL64LSB',
    value: GP_RELATIVE,
    field: word(64),
    notes: `A distance from the global pointer as data of 64 bits. ${IMAGE_GP}`,
    example: 'data8 @gprel(foo)',
  },
  {
    type: 0x32,
    name: 'LTOFF22',
    value: SLOT,
    field: IMM22,
    check: signed(22),
    got: { slot: ADDRESS },
    notes: `The distance of a GOT slot from the global pointer in addl; the slot holds the address. ${IMAGE_GP}`,
    example: 'addl r14 = @ltoff(foo), gp',
  },
  {
    type: 0x33,
    name: 'LTOFF64I',
    value: SLOT,
    field: IMM64,
    got: { slot: ADDRESS },
    notes: `The distance of a GOT slot from the global pointer in movl. ${TWO}`,
    example: 'movl r20 = @ltoff(foo)',
  },
  {
    type: 0x48,
    name: 'PCREL60B',
    value: FROM_BUNDLE,
    field: TARGET_60,
    check: multipleOf(16),
    notes: 'A long branch, brl, to anywhere; it takes two of the three instructions of its bundle.',
    example: 'brl.call.sptk.many b0 = foo',
  },
  {
    type: 0x49,
    name: 'PCREL21B',
    value: FROM_BUNDLE,
    field: TARGET_B,
    check: branch,
    notes: 'A branch or call with a short reach, 16 MiB either way, from bundle to bundle.',
    example: 'br.call.sptk.many b0 = foo',
  },
  {
    type: 0x4a,
    name: 'PCREL21M',
    value: FROM_BUNDLE,
    field: TARGET_M,
    check: branch,
    notes: 'Where chk.s goes when speculation has failed, 16 MiB either way, from bundle to bundle.',
    example: 'chk.s r14, foo',
  },
  {
    type: 0x4b,
    name: 'PCREL21F',
    value: FROM_BUNDLE,
    field: TARGET_F,
    check: branch,
    notes: 'Where fchkf goes when a floating-point flag is set, 16 MiB either way, from bundle to bundle.',
    example: 'fchkf foo',
  },
  {
    type: 0x4d,
    name: 'PCREL32LSB',
    value: DISTANCE,
    field: word(32),
    check: signed(32),
    notes: 'A distance as data of 32 bits; P is the word itself, wherever it stands.',
    example: 'data4 @pcrel(foo)',
  },
  {
    type: 0x4f,
    name: 'PCREL64LSB',
    value: DISTANCE,
    field: word(64),
    notes: 'A distance as data of 64 bits, as in .eh_frame; P is the word itself, wherever it stands.',
    example: 'data8 @pcrel(foo)',
  },
  {
    type: 0x5d,
    name: 'SEGREL32LSB',
    value: SEGMENT_RELATIVE,
    field: word(32),
    check: either(32),
    notes: SEGMENT,
    example: 'data4 @segrel(foo)',
  },
  {
    type: 0x5f,
    name: 'SEGREL64LSB',
    value: SEGMENT_RELATIVE,
    field: word(64),
    notes: SEGMENT,
    example: 'data8 @segrel(foo)',
  },
  {
    type: 0x6f,
    name: 'REL64LSB',
    value: B.plus(A),
    field: word(64),
    notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
    example: 'data8 foo (linked with -static-pie)',
  },
  {
    type: 0x75,
    name: 'LTV32LSB',
    value: ADDRESS,
    field: word(32),
    check: either(32),
    notes: LTV,
    example: 'data4 @ltv(foo)',
  },
  { type: 0x77, name: 'LTV64LSB', value: ADDRESS, field: word(64), notes: LTV, example: 'data8 @ltv(foo)' },
  {
    type: 0x7a,
    name: 'PCREL22',
    value: FROM_BUNDLE,
    field: IMM22,
    check: signed(22),
    notes: `A distance from the bundle in addl. ${SHORT}`,
    example: 'addl r20 = @pcrel(foo), r2',
  },
  {
    type: 0x7b,
    name: 'PCREL64I',
    value: FROM_BUNDLE,
    field: IMM64,
    notes: `A distance from the bundle in movl. ${TWO}`,
    example: 'movl r20 = @pcrel(foo)',
  },
  {
    type: 0x86,
    name: 'LTOFF22X',
    value: SLOT,
    field: IMM22,
    check: signed(22),
    got: { slot: ADDRESS },
    notes:
      'R_IA64_LTOFF22 whose load, marked with R_IA64_LDXMOV, a linker may turn into a move, so that no slot is needed. ' +
      'relocator makes the slot and leaves both instructions as they are.',
    example: 'addl r15 = @ltoffx(foo), gp',
  },
];

export const ia64 = architecture(machine, [
  marker({
    name: 'R_IA64_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; linkers turn relocations into it that relaxing has made superfluous.',
  }),
  ...RULES.map((given) =>
    given.name === 'REL64LSB'
      ? rule({ check: unchecked, ...given, name: 'R_IA64_REL64LSB', dynamic: true, source: TYPES })
      : ia64Rule(given),
  ),
  marker({
    name: 'R_IA64_LDXMOV',
    type: 0x87,
    source: TYPES,
    notes:
      'Marks the load that belongs to an R_IA64_LTOFF22X, which a relaxing linker turns into a move. relocator leaves it ' +
      'as it is.',
  }),
  ...refuse(
    'it stores the most significant byte first, and the data of this machine are little-endian',
    "leave out the assembler's .msb directive and -mbe",
    [
      [0x24, 'R_IA64_DIR32MSB'],
      [0x26, 'R_IA64_DIR64MSB'],
      [0x2c, 'R_IA64_GPREL32MSB'],
      [0x2e, 'R_IA64_GPREL64MSB'],
      [0x4c, 'R_IA64_PCREL32MSB'],
      [0x4e, 'R_IA64_PCREL64MSB'],
      [0x5c, 'R_IA64_SEGREL32MSB'],
      [0x5e, 'R_IA64_SEGREL64MSB'],
      [0x6c, 'R_IA64_REL32MSB'],
      [0x6e, 'R_IA64_REL64MSB'],
      [0x74, 'R_IA64_LTV32MSB'],
      [0x76, 'R_IA64_LTV64MSB'],
    ],
  ),
  ...refuse(
    'a pointer to a function is the address of a descriptor with its entry and global pointer, which only linkers and loaders make',
    'call the function by name, which gcc does without a pointer, or choose between functions with if and switch',
    [
      [0x43, 'R_IA64_FPTR64I'],
      [0x44, 'R_IA64_FPTR32MSB'],
      [0x45, 'R_IA64_FPTR32LSB'],
      [0x46, 'R_IA64_FPTR64MSB'],
      [0x47, 'R_IA64_FPTR64LSB'],
      [0x52, 'R_IA64_LTOFF_FPTR22'],
      [0x53, 'R_IA64_LTOFF_FPTR64I'],
      [0x54, 'R_IA64_LTOFF_FPTR32MSB'],
      [0x55, 'R_IA64_LTOFF_FPTR32LSB'],
      [0x56, 'R_IA64_LTOFF_FPTR64MSB'],
      [0x57, 'R_IA64_LTOFF_FPTR64LSB'],
    ],
  ),
  ...refuse('it is for a procedure linkage table, and a purgatory has none', 'compile with -fno-pic', [
    [0x3a, 'R_IA64_PLTOFF22'],
    [0x3b, 'R_IA64_PLTOFF64I'],
    [0x3e, 'R_IA64_PLTOFF64MSB'],
    [0x3f, 'R_IA64_PLTOFF64LSB'],
  ]),
  ...refuse(
    'it counts from the start of an output section, and an image has no such sections',
    'strip debugging information (strip --strip-debug), which alone uses it',
    [
      [0x64, 'R_IA64_SECREL32MSB'],
      [0x65, 'R_IA64_SECREL32LSB'],
      [0x66, 'R_IA64_SECREL64MSB'],
      [0x67, 'R_IA64_SECREL64LSB'],
    ],
  ),
  ...refuse(
    'it is one step of an expression that no assembler writes for ELF',
    'pass the object as the assembler of binutils made it (ia64-linux-gnu-as)',
    [
      [0x79, 'R_IA64_PCREL21BI'],
      [0x85, 'R_IA64_SUB'],
    ],
  ),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries',
    'link statically (-static), or pass the object (ld -r)',
    [
      [0x6d, 'R_IA64_REL32LSB'],
      [0x80, 'R_IA64_IPLTMSB'],
      [0x81, 'R_IA64_IPLTLSB'],
      [0x84, 'R_IA64_COPY'],
    ],
  ),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [0x91, 'R_IA64_TPREL14'],
      [0x92, 'R_IA64_TPREL22'],
      [0x93, 'R_IA64_TPREL64I'],
      [0x96, 'R_IA64_TPREL64MSB'],
      [0x97, 'R_IA64_TPREL64LSB'],
      [0x9a, 'R_IA64_LTOFF_TPREL22'],
      [0xa6, 'R_IA64_DTPMOD64MSB'],
      [0xa7, 'R_IA64_DTPMOD64LSB'],
      [0xaa, 'R_IA64_LTOFF_DTPMOD22'],
      [0xb1, 'R_IA64_DTPREL14'],
      [0xb2, 'R_IA64_DTPREL22'],
      [0xb3, 'R_IA64_DTPREL64I'],
      [0xb4, 'R_IA64_DTPREL32MSB'],
      [0xb5, 'R_IA64_DTPREL32LSB'],
      [0xb6, 'R_IA64_DTPREL64MSB'],
      [0xb7, 'R_IA64_DTPREL64LSB'],
      [0xba, 'R_IA64_LTOFF_DTPREL22'],
    ],
  ),
]);
