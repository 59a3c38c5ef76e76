/**
 * Motorola 68000 family: System V ABI, Motorola 68000 Processor Family Supplement. Its relocation types, and what a
 * prologue finds there.
 *
 * Instructions are halfwords, and every field is a whole big-endian word of 4, 2 or 1 bytes among them: an operand of
 * an instruction looks like data, and one type serves both.
 *
 *     | opcode, 16 | address, 32 |            jsr foo, move.l foo, %d0         32
 *     | opcode, 16 | address, 16 |            move.w foo.w, %d0                16: the processor extends the sign
 *     | opcode, 16 | disp, 32 |               bsr.l foo                        PC32
 *     | opcode, 16 | disp, 16 |               bsr.w foo, d16(%pc)              PC16
 *     | opcode, 8 | disp, 8 |                 bsr.s foo                        PC8: 0 and -1 mean a longer one follows
 *
 * So the types come in threes, the widest first, which differ in size alone. Those of 32 bits wrap at 4 GiB as the
 * processor does and are not checked.
 *
 * Because words are operands, a word that changes may be part of an instruction: where one stands in a section of
 * code, the caches are flushed after all patching. Data need no alignment, but for instructions, which stand at even
 * addresses.
 *
 * GOT32 and its like name a slot by its distance, but against _GLOBAL_OFFSET_TABLE_ itself they mean the table: so
 * code compiled with -fpic finds its GOT. GOT32O is the offset of a slot, to be added to %a5, and uses no addend.
 * There is no PLT, so L is S; offsets in a PLT are refused.
 *
 * Traps: ColdFire is the same machine in ELF, told apart by the low bits of e_flags, and lacks instructions that the
 * prologue uses: its files are refused. -fvisibility=hidden does not make GCC do without the GOT here.
 *
 * Sources: the psABI's relocation types; the TLS types are refused. kexec-tools has no purgatory for this machine.
 */
import { architecture } from '../architecture.ts';
import { type Check, either, signed, unchecked } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, type Expression, G, GOT, L, P, S } from '../expression.ts';
import { word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule, slotRules } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { LOADERS } from './loaders/m68k.ts';

const ABI = 'System V ABI, Motorola 68000 Processor Family Supplement';
const TYPES = `${ABI}, Relocation Types`;

const machine: Machine = {
  arch: 'm68k',
  psabi: 'm68k',
  title: 'Motorola 68000 family',
  elfMachine: 4,
  wordBits: 32,
  dataOrder: 'big',
  instructionOrder: 'big',
  addends: 'explicit',
  unalignedFaults: false,
  elf: {
    // Which processors it is for.
    agreement: [],
    refusesFlags: [
      {
        mask: 0xf,
        values: [1, 2, 3, 4, 5, 6],
        reason: 'it is for ColdFire (e_flags), which lacks instructions of the prologue',
        remedy: 'compile for a 68020 or later (-m68020)',
      },
    ],
  },
  code: {
    alignment: 2,
    // By the cache control register of the 68020 and 68030, and the instruction of the 68040 and 68060.
    cache: { line: [], fences: [['movec _, %cacr'], ['nop', 'cpusha %bc']] },
    wordOperands: true,
    fullAddresses: 'compile without -mpcrel',
  },
  loading: { loaders: LOADERS, told: { 'kexec-tools': KEXEC_TOOLS_COMMON } },
  entry: {
    sigil: '%',
    preserved: [range('d', 2, 7), range('a', 4, 6), register('sp')],
    clobbered: [register('d0'), register('d1'), range('a', 0, 3), other('the condition codes')],
    stackPointer: 'sp',
    state:
      'a 68020 or later in supervisor mode, memory at its own addresses, interrupts masked, both caches flushed; where ' +
      'addresses in instructions are relocated, the prologue flushes them again',
    promises: [{ register: 'a5', to: 'GOT pointer' }],
    failure: { register: 'd0', place: 'a2' },
  },
};

type Size = 8 | 16 | 32;

/** How far each size reaches; a field as wide as an address wraps as addresses do. */
const distance = (size: Size): Check => (size === 32 ? unchecked : signed(size));
const address = (size: Size): Check => (size === 32 ? unchecked : either(size));

interface Sized extends Pick<Rule, 'got'> {
  /** The number of the 32-bit type; those of 16 and 8 bits follow it. */
  readonly first: number;
  readonly stem: string;
  readonly suffix?: string;
  readonly value: Expression;
  readonly check: (size: Size) => Check;
  readonly notes: Readonly<Record<Size, string>>;
  readonly example: Readonly<Record<Size, string>>;
}

/** Three types that only differ in the size of their field, the widest first, as in the psABI. */
function sized({ first, stem, suffix = '', check, notes, example, ...rest }: Sized): RelocationType[] {
  return ([32, 16, 8] as const).map((size, index) =>
    rule({
      ...rest,
      name: `R_68K_${stem}${size}${suffix}`,
      type: first + index,
      field: word(size),
      check: check(size),
      notes: notes[size],
      example: example[size],
      source: TYPES,
    }),
  );
}

const GOT_NOTES =
  'The distance to the GOT slot of a symbol. Against _GLOBAL_OFFSET_TABLE_ it is the distance to the table itself.';
const GOT_OFFSET_NOTES =
  'The offset of a slot in the GOT, whose address a register holds (%a5 by custom). It does not use its addend. ' +
  '-fvisibility=hidden does not avoid it with GCC, -fno-pic does.';
const PLT_NOTES = 'The distance to a function that may have a PLT entry; a purgatory has none, so L is S.';

const types: RelocationType[] = [
  marker({
    name: 'R_68K_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  ...sized({
    first: 1,
    stem: '',
    value: S.plus(A),
    check: address,
    notes: {
      32: 'An address: a pointer in data, or an absolute operand or immediate of an instruction.',
      16:
        'An address as data of 16 bits, or an absolute short operand, which the processor reads with its sign: ' +
        'it reaches the lowest and the highest 32 KiB only.',
      8: 'An address as data of 8 bits, in tables of an assembler program; compilers do not emit it.',
    },
    example: { 32: 'jsr foo', 16: '.word foo', 8: '.byte foo' },
  }),
  ...sized({
    first: 4,
    stem: 'PC',
    value: S.plus(A).minus(P),
    check: distance,
    notes: {
      32:
        'A distance: a long branch, an operand relative to the program counter, or a table of offsets. Distances ' +
        'wrap at 4 GiB as the processor does, so every target is in reach.',
      16: 'A distance of 32 KiB either way: branches with a word displacement, and d16(%pc).',
      8:
        'A distance of 128 bytes either way: short branches. Displacements of 0 and -1 there mean that a longer one ' +
        'follows, so a short branch cannot go to the instruction behind it.',
    },
    example: { 32: 'bsr.l foo', 16: 'bsr.w foo', 8: '.byte foo - .' },
  }),
  ...sized({
    first: 7,
    stem: 'GOT',
    value: G.plus(GOT).plus(A).minus(P),
    check: distance,
    got: { slot: S, itself: true },
    notes: {
      32: `${GOT_NOTES} So code compiled with -fpic finds its GOT.`,
      16: `${GOT_NOTES} It reaches 32 KiB either way.`,
      8: `${GOT_NOTES} It reaches 128 bytes either way.`,
    },
    example: {
      32: 'lea (%pc, _GLOBAL_OFFSET_TABLE_@GOTPC), %a5',
      16: '.reloc ., R_68K_GOT16, foo\n.zero 2',
      8: '.reloc ., R_68K_GOT8, foo\n.zero 1',
    },
  }),
  ...sized({
    first: 10,
    stem: 'GOT',
    suffix: 'O',
    value: G,
    check: distance,
    got: { slot: S },
    notes: {
      32: `${GOT_OFFSET_NOTES} -fPIC makes it.`,
      16: `${GOT_OFFSET_NOTES} -fpic makes it; it reaches 8191 slots.`,
      8: `${GOT_OFFSET_NOTES} It reaches 31 slots.`,
    },
    example: {
      32: 'move.l foo@GOT.l(%a5), %d0',
      16: 'move.l foo@GOT.w(%a5), %d0',
      8: '.reloc ., R_68K_GOT8O, foo\n.zero 1',
    },
  }),
  ...sized({
    first: 13,
    stem: 'PLT',
    value: L.plus(A).minus(P),
    check: distance,
    notes: {
      32: `${PLT_NOTES} Calls of code compiled with -fpic.`,
      16: `${PLT_NOTES} It reaches 32 KiB either way.`,
      8: `${PLT_NOTES} It reaches 128 bytes either way.`,
    },
    example: {
      32: 'bsr.l foo@PLTPC',
      16: '.reloc ., R_68K_PLT16, foo\n.zero 2',
      8: '.reloc ., R_68K_PLT8, foo\n.zero 1',
    },
  }),
  ...refuse(
    'it is an offset in the procedure linkage table, and a purgatory has no such table',
    'write @PLTPC in place of @PLT, or compile with -fno-pic',
    [
      [16, 'R_68K_PLT32O'],
      [17, 'R_68K_PLT16O'],
      [18, 'R_68K_PLT8O'],
    ],
  ),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries',
    'link statically (-static-pie), or pass the object (ld -r)',
    [[19, 'R_68K_COPY']],
  ),
  ...slotRules({ value: S, field: word(32), source: TYPES }, [
    [20, 'R_68K_GLOB_DAT'],
    [21, 'R_68K_JMP_SLOT'],
  ]),
  rule({
    name: 'R_68K_RELATIVE',
    type: 22,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    dynamic: true,
    source: TYPES,
    notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
    example: '.long foo (linked with -static-pie)',
  }),
  ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
    [23, 'R_68K_GNU_VTINHERIT'],
    [24, 'R_68K_GNU_VTENTRY'],
  ]),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [25, 'R_68K_TLS_GD32'],
      [26, 'R_68K_TLS_GD16'],
      [27, 'R_68K_TLS_GD8'],
      [28, 'R_68K_TLS_LDM32'],
      [29, 'R_68K_TLS_LDM16'],
      [30, 'R_68K_TLS_LDM8'],
      [31, 'R_68K_TLS_LDO32'],
      [32, 'R_68K_TLS_LDO16'],
      [33, 'R_68K_TLS_LDO8'],
      [34, 'R_68K_TLS_IE32'],
      [35, 'R_68K_TLS_IE16'],
      [36, 'R_68K_TLS_IE8'],
      [37, 'R_68K_TLS_LE32'],
      [38, 'R_68K_TLS_LE16'],
      [39, 'R_68K_TLS_LE8'],
      [40, 'R_68K_TLS_DTPMOD32'],
      [41, 'R_68K_TLS_DTPREL32'],
      [42, 'R_68K_TLS_TPREL32'],
    ],
  ),
];

export const m68k = architecture(machine, types, {
  // LLVM.
  R_68K_GOTPCREL32: 'R_68K_GOT32',
  R_68K_GOTPCREL16: 'R_68K_GOT16',
  R_68K_GOTPCREL8: 'R_68K_GOT8',
  R_68K_GOTOFF32: 'R_68K_GOT32O',
  R_68K_GOTOFF16: 'R_68K_GOT16O',
  R_68K_GOTOFF8: 'R_68K_GOT8O',
  R_68K_PLTOFF32: 'R_68K_PLT32O',
  R_68K_PLTOFF16: 'R_68K_PLT16O',
  R_68K_PLTOFF8: 'R_68K_PLT8O',
});
