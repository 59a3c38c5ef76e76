/**
 * s390x: the ELF ABI supplement for s390x. Its relocation types, and what a prologue finds there.
 *
 * Instructions are of 2, 4 or 6 bytes, and a place is the operand itself, mostly 2 bytes into the instruction; the
 * addend makes up for that.
 *
 *     | opcode | r1 | op |          RI2, 32 bits           |    larl, brasl, lgrl    PC32DBL, PLT32DBL, GOTENT
 *     | opcode | r1 | op |  RI2, 16 bits  |                     bras, brc            PC16DBL, PLT16DBL
 *     | opcode | m1 | RI2, 12 bits | RI3, 24 bits |             bprp                 PC12DBL, PC24DBL
 *     | opcode | r1 | x2 | b2 |  D, 12 bits  |                  la, l                12, GOT12: low bits of a halfword
 *     | opcode | r1 | x2 | b2 |  DL, 12 bits  | DH, 8 | op |    lay, lg              20, GOT20: the low part stands first
 *
 * The DBL types count in halfwords: 32 bits reach 4 GiB either way. Odd addresses cannot be said so, and compilers
 * align every symbol to 2 bytes. Short displacements are for absolute symbols, 0 to 4095, or 512 KiB either way.
 *
 * Nearly all that compilers emit is a distance; what moves is the 64-bit word. Words of 32 bits and less may be read
 * signed or unsigned, but for distances, which are signed.
 *
 * GOTENT on lgrl is rewritten: larl has the same operand, and gives the address where lgrl loads it. That needs a
 * symbol that is known to be even. There is no PLT, so L is S; PLTOFF counts from the GOT.
 *
 * Linux enters an s390x purgatory twice: with %r2 = 0 it verifies and returns, else it boots. A prologue may
 * therefore be entered again at the same address, and changes nothing then.
 *
 * Words need not be aligned, and code may be patched without more ado.
 *
 * Traps: kexec-tools refuses NONE; loaders that did not know PLT32DBL broke when gcc 11 began to emit it for every
 * call.
 */
import { architecture } from '../architecture.ts';
import { either, multipleOf, signed, unchecked, unsigned } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, type Expression, G, GOT, L, P, S } from '../expression.ts';
import { bits, type Field, insn16, insn24, insn32, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type Rule, refuse, rule, slotRules } from '../rule.ts';
import type { BytePattern, ByteRewrite, Relaxation, WeakForm } from '../rule-facets.ts';
import { LOADERS } from './loaders/s390x.ts';
import { TOLD } from './told/s390x.ts';

const ABI = 'ELF Application Binary Interface s390x Supplement';
const TYPES = `${ABI}, Relocation Types`;

const machine: Machine = {
  arch: 's390x',
  psabi: 's390x',
  title: 's390x',
  elfMachine: 22,
  wordBits: 64,
  dataOrder: 'big',
  instructionOrder: 'big',
  addends: 'explicit',
  unalignedFaults: false,
  elf: { wideHash: true },
  code: { alignment: 2 },
  loading: {
    loaders: LOADERS,
    avoid: [
      {
        types: ['GOTENT', 'GOT12', 'GOT16', 'GOT20', 'GOT32', 'GOT64', 'GOTPCDBL', 'GOTOFF32', 'GOTOFF64'],
        by: 'compile with -fno-pic, or with -fvisibility=hidden, so that nothing goes through the GOT',
      },
    ],
    told: TOLD,
  },
  entry: {
    sigil: '%',
    preserved: [register('r2', '0: verify and return, else boot'), range('r', 6, 15)],
    clobbered: [register('r0'), register('r1'), range('r', 3, 5), other('the condition code')],
    stackPointer: 'r15',
    state: 'z/Architecture mode with 64-bit addresses, address translation off, interrupts disabled',
    failure: { register: 'r0', place: 'r3' },
  },
};

/** Signed halfwords: `size` bits hold a distance of `size + 1`, which must be even. */
const halfwords = (size: 12 | 16 | 24 | 32): { field: Field; check: ReturnType<typeof multipleOf> } => ({
  field: { 12: insn16, 16: insn16, 24: insn24, 32: insn32 }[size](bits(1, size).at(0)),
  check: multipleOf(2, signed(size + 1)),
});

/** The 12-bit displacement in the low bits of a halfword. */
const displacement12 = { field: insn16(bits(0, 11).at(0)), check: unsigned(12) };

/** The 20-bit displacement: DL, its low 12 bits, stands in front of DH, its high 8. */
const displacement20 = {
  field: insn32(bits(0, 11).at(16), bits(12, 19).at(8)),
  check: signed(20),
};

/** lgrl loads what stands at a distance, larl is the distance: the same operand, another opcode. */
const lgrlToLarl: Relaxation = {
  text: 'lgrl %r1, foo@GOTENT -> larl %r1, foo',
  addend: 2n,
  when: [
    { at: -2, mask: 0xff, value: 0xc4 },
    { at: -1, mask: 0x0f, value: 0x08 },
  ],
  rewrite: [
    { at: -2, keep: 0, set: 0xc0 },
    { at: -1, keep: 0xf0, set: 0 },
  ],
  becomes: 'R_390_PC32DBL',
  placeShift: 0,
  newAddend: 2n,
};

const PLT_IS_SYMBOL = 'A purgatory has no PLT: the symbol itself is meant.';

/** The opcode two bytes in front of an operand: its first byte, and the four bits behind the register that go on with it. */
function opcodeAt(mask: number, first: number, rest?: number): BytePattern[] {
  const opcode = { at: -2, mask, value: first };
  return rest === undefined ? [opcode] : [opcode, { at: -1, mask: 0x0f, value: rest }];
}

/** As an operand, the distance of two bytes to the operand itself, at which no instruction can begin. */
const ONE_HALFWORD = { at: 3, keep: 0, set: 1 } as const;
const zerosAt = (...places: readonly number[]): ByteRewrite[] =>
  places.map((at) => ({ at, keep: 0, set: 0 }));

/** As GNU ld has them since 2.41, but for the branches, which it leaves out of reach. */
const longForms: readonly WeakForm[] = [
  {
    text: 'larl %r1,foo -> lay %r1,0',
    addend: 2n,
    when: opcodeAt(0xff, 0xc0, 0),
    rewrite: [
      { at: -2, keep: 0, set: 0xe3 },
      { at: -1, keep: 0xf0, set: 0 },
      ...zerosAt(0, 1, 2),
      { at: 3, keep: 0, set: 0x71 },
    ],
  },
  {
    text: 'brasl %r14,foo -> jg .+2, an exception',
    when: opcodeAt(0xff, 0xc0, 5),
    rewrite: [{ at: -1, keep: 0, set: 0xf4 }, ...zerosAt(0, 1, 2), ONE_HALFWORD],
  },
  {
    text: 'brcl 15,foo -> brcl 15,.+2, an exception',
    when: opcodeAt(0xff, 0xc0, 4),
    rewrite: [...zerosAt(0, 1, 2), ONE_HALFWORD],
  },
  {
    text: 'lrl %r1,foo and the like -> jg .+2, an exception',
    when: opcodeAt(0xfd, 0xc4),
    rewrite: [
      { at: -2, keep: 0, set: 0xc0 },
      { at: -1, keep: 0, set: 0xf4 },
      ...zerosAt(0, 1, 2),
      ONE_HALFWORD,
    ],
  },
];

const shortForms: readonly WeakForm[] = [
  {
    text: 'bras %r14,foo -> j .+2, an exception',
    when: opcodeAt(0xff, 0xa7, 5),
    rewrite: [
      { at: -1, keep: 0, set: 0xf4 },
      { at: 0, keep: 0, set: 0 },
      { at: 1, keep: 0, set: 1 },
    ],
  },
  {
    text: 'brc 15,foo -> brc 15,.+2, an exception',
    when: opcodeAt(0xff, 0xa7, 4),
    rewrite: [
      { at: 0, keep: 0, set: 0 },
      { at: 1, keep: 0, set: 1 },
    ],
  },
];

interface DataWord extends Pick<Rule, 'got'> {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly size: 16 | 32 | 64;
  readonly notes: string;
  readonly example: string;
}

/** A distance from the place as plain data: words of less than 64 bits are checked as signed. */
function distance({ size, ...given }: DataWord) {
  return rule({
    ...given,
    field: word(size),
    check: size === 64 ? unchecked : signed(size),
    source: TYPES,
  });
}

/** A distance from the GOT as plain data: words of less than 64 bits may be read either way. */
function offset({ size, ...given }: DataWord) {
  return rule({
    ...given,
    field: word(size),
    check: size === 64 ? unchecked : either(size),
    source: TYPES,
  });
}

const GOT_NOTES =
  "The offset of a symbol's GOT slot, added to the GOT's address by the code. " +
  '-fvisibility=hidden avoids it.';
const GOTPLT_NOTES =
  'The offset of the GOT slot that a PLT entry would jump through. Without a PLT it is a slot with the ' +
  'address of the function.';
const PLTOFF_NOTES = `The distance of a function from the GOT. ${PLT_IS_SYMBOL}`;
const GOTOFF_NOTES =
  "The distance of a symbol from the GOT: position-independent code adds it to the GOT's address.";

const rules = [
  marker({
    name: 'R_390_NONE',
    type: 0,
    source: TYPES,
    notes:
      'Stores nothing; `.reloc` emits it, so that linkers keep a section. kexec-tools refuses it all the same.',
  }),
  rule({
    name: 'R_390_8',
    type: 1,
    value: S.plus(A),
    field: word(8),
    check: either(8),
    source: TYPES,
    notes: 'An absolute symbol used as a small constant. The byte may be read signed or unsigned.',
    example: '.byte foo',
  }),
  rule({
    name: 'R_390_12',
    type: 2,
    value: S.plus(A),
    ...displacement12,
    source: TYPES,
    notes: 'An absolute symbol as the unsigned displacement of an instruction, 0 to 4095.',
    example: 'la %r1, foo(%r2)',
  }),
  rule({
    name: 'R_390_16',
    type: 3,
    value: S.plus(A),
    field: word(16),
    check: either(16),
    source: TYPES,
    notes: 'An absolute symbol used as a constant. The halfword may be read signed or unsigned.',
    example: '.short foo',
  }),
  rule({
    name: 'R_390_32',
    type: 4,
    value: S.plus(A),
    field: word(32),
    check: either(32),
    source: TYPES,
    notes:
      'An address below 4 GiB, or a constant; what fits neither as signed nor as unsigned is refused. For a ' +
      'symbol of the image this ties the load base to the first 4 GiB.',
    example: '.long foo',
  }),
  distance({
    name: 'R_390_PC32',
    type: 5,
    value: S.plus(A).minus(P),
    size: 32,
    notes: 'A distance in a table, such as the pointers to functions in .eh_frame.',
    example: '.long foo - .',
  }),
  rule({
    name: 'R_390_GOT12',
    type: 6,
    value: G.plus(A),
    ...displacement12,
    source: TYPES,
    notes: GOT_NOTES,
    example: 'la %r1, foo@GOT(%r12)',
    got: { slot: S },
  }),
  offset({
    name: 'R_390_GOT32',
    type: 7,
    value: G.plus(A),
    size: 32,
    notes: GOT_NOTES,
    example: '.long foo@GOT',
    got: { slot: S },
  }),
  distance({
    name: 'R_390_PLT32',
    type: 8,
    value: L.plus(A).minus(P),
    size: 32,
    notes: `The distance to a function; the psABI's table forgets to subtract P, which linkers do. ${PLT_IS_SYMBOL}`,
    example: '.long foo@PLT - .',
  }),
  ...slotRules({ value: S.plus(A), field: word(64), source: TYPES }, [
    [10, 'R_390_GLOB_DAT'],
    [11, 'R_390_JMP_SLOT'],
  ]),
  rule({
    name: 'R_390_RELATIVE',
    type: 12,
    value: B.plus(A),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes: 'An address in a linked image: the load base is added. The only type a static PIE has.',
    example: '.quad foo',
    dynamic: true,
  }),
  offset({
    name: 'R_390_GOTOFF32',
    type: 13,
    value: S.plus(A).minus(GOT),
    size: 32,
    notes: GOTOFF_NOTES,
    example: '.long foo@GOTOFF',
  }),
  distance({
    name: 'R_390_GOTPC',
    type: 14,
    value: GOT.plus(A).minus(P),
    size: 64,
    notes: 'The distance to the GOT, as data: code adds it to its own address to find the table.',
    example: '.quad _GLOBAL_OFFSET_TABLE_ - .',
  }),
  offset({
    name: 'R_390_GOT16',
    type: 15,
    value: G.plus(A),
    size: 16,
    notes: GOT_NOTES,
    example: '.short foo@GOT',
    got: { slot: S },
  }),
  distance({
    name: 'R_390_PC16',
    type: 16,
    value: S.plus(A).minus(P),
    size: 16,
    notes: 'A distance in a compact table: 32 KiB either way, as offsets of neighbouring code are.',
    example: '.reloc ., R_390_PC16, foo\n.short 0',
  }),
  rule({
    name: 'R_390_PC16DBL',
    type: 17,
    value: S.plus(A).minus(P),
    ...halfwords(16),
    source: TYPES,
    notes:
      'A short branch, 64 KiB either way, counted in halfwords. The place is the operand, two bytes into the ' +
      'instruction, and the addend makes up for it.',
    example: 'bras %r14, foo',
    instruction: { weak: shortForms },
  }),
  rule({
    name: 'R_390_PLT16DBL',
    type: 18,
    value: L.plus(A).minus(P),
    ...halfwords(16),
    source: TYPES,
    notes: `A short call. ${PLT_IS_SYMBOL}`,
    example: 'bras %r14, foo@PLT',
    instruction: { weak: shortForms },
  }),
  rule({
    name: 'R_390_PC32DBL',
    type: 19,
    value: S.plus(A).minus(P),
    ...halfwords(32),
    source: TYPES,
    notes:
      'The operand of LARL and of the long branches, 4 GiB either way, counted in halfwords: how compilers ' +
      'reach everything. An odd address cannot be said this way; symbols are aligned to two bytes for it.',
    example: 'larl %r1, foo',
    instruction: { weak: longForms },
  }),
  rule({
    name: 'R_390_PLT32DBL',
    type: 20,
    value: L.plus(A).minus(P),
    ...halfwords(32),
    source: TYPES,
    notes: `A call. ${PLT_IS_SYMBOL} gcc since version 11 and clang emit it for every function; loaders that did not know it broke.`,
    example: 'brasl %r14, foo@PLT',
    instruction: { weak: longForms },
  }),
  rule({
    name: 'R_390_GOTPCDBL',
    type: 21,
    value: GOT.plus(A).minus(P),
    ...halfwords(32),
    source: TYPES,
    notes: "How code learns the GOT's address: the operand of LARL, counted in halfwords, 4 GiB either way.",
    example: 'larl %r12, _GLOBAL_OFFSET_TABLE_',
  }),
  rule({
    name: 'R_390_64',
    type: 22,
    value: S.plus(A),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes: 'An address as a whole word: a pointer in initialised data. It is what self-relocation is for.',
    example: '.quad foo',
  }),
  distance({
    name: 'R_390_PC64',
    type: 23,
    value: S.plus(A).minus(P),
    size: 64,
    notes: 'A distance of any size, in tables that need no relocation at load time.',
    example: '.quad foo - .',
  }),
  offset({
    name: 'R_390_GOT64',
    type: 24,
    value: G.plus(A),
    size: 64,
    notes: GOT_NOTES,
    example: '.quad foo@GOT',
    got: { slot: S },
  }),
  distance({
    name: 'R_390_PLT64',
    type: 25,
    value: L.plus(A).minus(P),
    size: 64,
    notes: `The distance to a function. ${PLT_IS_SYMBOL}`,
    example: '.quad foo@PLT - .',
  }),
  rule({
    name: 'R_390_GOTENT',
    type: 26,
    value: G.plus(GOT).plus(A).minus(P),
    ...halfwords(32),
    source: TYPES,
    notes:
      'The distance to a GOT slot, counted in halfwords: how code compiled with -fpic or -fpie loads the address ' +
      'of a symbol of default visibility. LGRL becomes LARL where the symbol is known to stand at an even ' +
      'address; else there is a slot. -fvisibility=hidden avoids it.',
    example: 'lgrl %r1, foo@GOTENT',
    got: { slot: S },
    instruction: { relaxations: [lgrlToLarl] },
  }),
  offset({
    name: 'R_390_GOTOFF16',
    type: 27,
    value: S.plus(A).minus(GOT),
    size: 16,
    notes: GOTOFF_NOTES,
    example: '.short foo@GOTOFF',
  }),
  offset({
    name: 'R_390_GOTOFF64',
    type: 28,
    value: S.plus(A).minus(GOT),
    size: 64,
    notes: GOTOFF_NOTES,
    example: '.quad foo@GOTOFF',
  }),
  rule({
    name: 'R_390_GOTPLT12',
    type: 29,
    value: G.plus(A),
    ...displacement12,
    source: TYPES,
    notes: GOTPLT_NOTES,
    example: 'l %r1, foo@GOTPLT(%r12)',
    got: { slot: S },
  }),
  offset({
    name: 'R_390_GOTPLT16',
    type: 30,
    value: G.plus(A),
    size: 16,
    notes: GOTPLT_NOTES,
    example: '.reloc ., R_390_GOTPLT16, foo\n.short 0',
    got: { slot: S },
  }),
  offset({
    name: 'R_390_GOTPLT32',
    type: 31,
    value: G.plus(A),
    size: 32,
    notes: GOTPLT_NOTES,
    example: '.long foo@GOTPLT',
    got: { slot: S },
  }),
  offset({
    name: 'R_390_GOTPLT64',
    type: 32,
    value: G.plus(A),
    size: 64,
    notes: GOTPLT_NOTES,
    example: '.quad foo@GOTPLT',
    got: { slot: S },
  }),
  rule({
    name: 'R_390_GOTPLTENT',
    type: 33,
    value: G.plus(GOT).plus(A).minus(P),
    ...halfwords(32),
    source: TYPES,
    notes: `The distance to such a slot, counted in halfwords. ${GOTPLT_NOTES}`,
    example: 'lgrl %r1, foo@GOTPLT',
    got: { slot: S },
  }),
  offset({
    name: 'R_390_PLTOFF16',
    type: 34,
    value: L.plus(A).minus(GOT),
    size: 16,
    notes: PLTOFF_NOTES,
    example: '.short foo@PLTOFF',
  }),
  offset({
    name: 'R_390_PLTOFF32',
    type: 35,
    value: L.plus(A).minus(GOT),
    size: 32,
    notes: PLTOFF_NOTES,
    example: '.long foo@PLTOFF',
  }),
  offset({
    name: 'R_390_PLTOFF64',
    type: 36,
    value: L.plus(A).minus(GOT),
    size: 64,
    notes: PLTOFF_NOTES,
    example: '.quad foo@PLTOFF',
  }),
  rule({
    name: 'R_390_20',
    type: 57,
    value: S.plus(A),
    ...displacement20,
    source: TYPES,
    notes:
      'An absolute symbol as the signed long displacement of an instruction, 512 KiB either way, in two pieces: ' +
      'the low 12 bits, DL, stand in front of the high 8, DH.',
    example: 'lay %r1, foo(%r2)',
  }),
  rule({
    name: 'R_390_GOT20',
    type: 58,
    value: G.plus(A),
    ...displacement20,
    source: TYPES,
    notes: GOT_NOTES,
    example: 'lg %r1, foo@GOT(%r12)',
    got: { slot: S },
  }),
  rule({
    name: 'R_390_GOTPLT20',
    type: 59,
    value: G.plus(A),
    ...displacement20,
    source: TYPES,
    notes: GOTPLT_NOTES,
    example: '.reloc ., R_390_GOTPLT20, foo\n.long 0',
    got: { slot: S },
  }),
  rule({
    name: 'R_390_PC12DBL',
    type: 62,
    value: S.plus(A).minus(P),
    ...halfwords(12),
    source: TYPES,
    notes:
      'The branch of a branch prediction preload (BPRP), 4 KiB ahead or behind, counted in halfwords. The place is ' +
      'one byte into the instruction, whose first four bits there are a mask.',
    example: 'bprp 5, foo, 0',
  }),
  rule({
    name: 'R_390_PLT12DBL',
    type: 63,
    value: L.plus(A).minus(P),
    ...halfwords(12),
    source: TYPES,
    notes: `The branch of a branch prediction preload. ${PLT_IS_SYMBOL}`,
    example: 'bprp 5, foo@PLT, 0',
  }),
  rule({
    name: 'R_390_PC24DBL',
    type: 64,
    value: S.plus(A).minus(P),
    ...halfwords(24),
    source: TYPES,
    notes: 'The target of a branch prediction preload (BPRP), 16 MiB either way, in its last three bytes.',
    example: 'bprp 5, 0, foo',
  }),
  rule({
    name: 'R_390_PLT24DBL',
    type: 65,
    value: L.plus(A).minus(P),
    ...halfwords(24),
    source: TYPES,
    notes: `The target of a branch prediction preload. ${PLT_IS_SYMBOL}`,
    example: 'bprp 5, 0, foo@PLT',
  }),
];

const NO_TLS =
  'declare no __thread, _Thread_local or thread_local variable and link no C library, whose errno is one; ' +
  'if the stack protector asks for it, build with -fno-stack-protector or -mstack-protector-guard=global';

const refusals = [
  ...refuse(
    'a dynamic linker copies a variable out of a shared library, and a purgatory has neither',
    'link with -static or -static-pie, or pass the object before the final link (ld -r)',
    [[9, 'R_390_COPY']],
  ),
  ...refuse('it is part of thread-local access, and a purgatory has no threads', NO_TLS, [
    [37, 'R_390_TLS_LOAD'],
    [38, 'R_390_TLS_GDCALL'],
    [39, 'R_390_TLS_LDCALL'],
    [40, 'R_390_TLS_GD32'],
    [41, 'R_390_TLS_GD64'],
    [42, 'R_390_TLS_GOTIE12'],
    [43, 'R_390_TLS_GOTIE32'],
    [44, 'R_390_TLS_GOTIE64'],
    [45, 'R_390_TLS_LDM32'],
    [46, 'R_390_TLS_LDM64'],
    [47, 'R_390_TLS_IE32'],
    [48, 'R_390_TLS_IE64'],
    [49, 'R_390_TLS_IEENT'],
    [50, 'R_390_TLS_LE32'],
    [51, 'R_390_TLS_LE64'],
    [52, 'R_390_TLS_LDO32'],
    [53, 'R_390_TLS_LDO64'],
    [54, 'R_390_TLS_DTPMOD'],
    [55, 'R_390_TLS_DTPOFF'],
    [56, 'R_390_TLS_TPOFF'],
    [60, 'R_390_TLS_GOTIE20'],
  ]),
  ...refuse(
    'an indirect function must be called to learn its address, before anything it uses is relocated',
    'use no __attribute__((ifunc)), and link without the C library (-nostdlib)',
    [[61, 'R_390_IRELATIVE']],
  ),
  ...refuse(
    'it is private to GNU tools, tells a linker which C++ virtual functions are unused, and is in no psABI',
    'compile without -fvtable-gc',
    [
      [250, 'R_390_GNU_VTINHERIT'],
      [251, 'R_390_GNU_VTENTRY'],
    ],
  ),
];

export const s390x = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
  // LLVM.
  {
    R_390_GOTOFF: 'R_390_GOTOFF32',
  },
);
