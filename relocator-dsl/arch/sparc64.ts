/**
 * 64-bit SPARC V9: SPARC Compliance Definition 2.4. Its relocation types, and what a prologue finds there.
 *
 *     31 30 29   25 24     22 21                           0
 *     | 01 |            disp30                              |      call              WDISP30
 *     | 00 | rd/cond | op2 |            imm22               |      sethi             HI22, HH22, LM22, H44
 *     | 00 |  cond   | …       |           disp19           |      bpcc              WDISP19; disp22: WDISP22
 *     | 10 |   rd    |   op3   |  rs1  | 1 |     simm13     |      or, add, loads    LO10, 13, HM10, M44, L44
 *
 * sethi fills bits 10 to 31 and clears all others, so an address is put together by code models: 32 bits of HI22 and
 * LO10 (medlow), 44 bits of H44, M44 and L44 (medmid), 64 bits of HH22, HM10, LM22 and LO10 (medany). Each type is
 * one part of the value; LO10 fills 10 of the 13 bits of simm13 and keeps the others. HI22 and H44 check that nothing
 * is above them. HM10 and LM22 do not: where the type with the upper bits is not in the section, an address that
 * moves is refused.
 *
 * HIX22 and LOX10 make addresses of the topmost 4 GiB: the complement in sethi, and an xor whose immediate is
 * negative.
 *
 * OLO10 is odd: it has two addends. The type has 8 bits of r_info, and above it stands a signed second addend of 24
 * bits (letter O), which is added after the value was cut to its low 10 bits.
 *
 * PC22 and PC10 find the GOT: sethi clears the upper half, so the table must stand behind the code, where it is put.
 * GOT22, GOT10 and GOT13 are offsets for a register with the table's address, %l7 by custom. GOTDATA_OP asks linkers
 * to do without the slot; here it stays. There is no PLT, so L is S.
 *
 * The UA types may stand at any byte, and accesses that are not aligned fault. The fields of WDISP16 and WDISP10 are
 * in two parts. Branches and calls have a delay slot, but for the compare and branch of WDISP10. Patched code is
 * flushed by address.
 *
 * Sources: the compliance definition's relocation types. kexec-tools does not know this machine.
 */
import { architecture } from '../architecture.ts';
import { type Check, either, multipleOf, signed, unchecked, unsigned } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, complement, type Expression, G, L, O, P, page, S, Z } from '../expression.ts';
import { bits, type Field, insn32, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule, slotRules } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { LOADERS } from './loaders/sparc64.ts';

const ABI = 'SPARC Compliance Definition 2.4';
const TYPES = `${ABI}, Relocation Types`;

const machine: Machine = {
  arch: 'sparc64',
  psabi: 'sparc64',
  title: '64-bit SPARC',
  otherNames: ['sparcv9'],
  elfMachine: 43,
  wordBits: 64,
  dataOrder: 'big',
  instructionOrder: 'big',
  addends: 'explicit',
  unalignedFaults: true,
  elf: {
    secondAddend: true,
    localsInAddend: true,
    agreement: [{ mask: 0x80_0000, what: 'the byte order of data' }],
  },
  code: {
    alignment: 4,
    cache: { line: ['flush'], fences: [] },
    fullAddresses: 'compile with -mcmodel=medany',
  },
  loading: { loaders: LOADERS, told: { 'kexec-tools': KEXEC_TOOLS_COMMON } },
  entry: {
    sigil: '%',
    preserved: [
      range('o', 0, 4),
      register('sp'),
      range('l', 0, 7),
      range('i', 0, 7),
      range('g', 6, 7),
      other('the register windows'),
    ],
    clobbered: [range('g', 1, 5), register('o5'), register('o7'), other('the condition codes')],
    stackPointer: 'sp',
    state:
      'privileged mode, total store order, 64-bit addresses (PSTATE.AM clear) that are mapped one to one, interrupts disabled',
    own: [{ register: 'g4', purpose: 'code of -mcmodel=embmedany counts from the start of the data in it' }],
    failure: { register: 'g1', place: 'g2' },
  },
};

interface Given extends Pick<Rule, 'got' | 'parts' | 'target'> {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly field: Field;
  readonly check: Check;
  readonly notes: string;
  readonly example?: string;
}

/** An example for what has no operator or only a long one: the relocation by its name. */
function placed(name: string, { bytes }: Field): string {
  return `.reloc ., R_SPARC_${name}, foo\n.zero ${bytes}`;
}

function one({ name, example, ...given }: Given): RelocationType {
  return rule({
    ...given,
    name: `R_SPARC_${name}`,
    example: example ?? placed(name, given.field),
    source: TYPES,
  });
}

const WHOLE = 'load all of the address (-mcmodel=medany, or setx), or use %hi below 4 GiB (-mcmodel=medlow)';
const ADDRESS = S.plus(A);
const DISTANCE = S.plus(A).minus(P);
const FUNCTION = L.plus(A);
const FUNCTION_DISTANCE = L.plus(A).minus(P);
/** A branch to a weak symbol that nobody defines goes to itself: it is never taken, and any base will do. */
const NEVER_TAKEN = { weak: P.minus(A) } as const;

/** The immediate of sethi. */
const sethi = (lowest: number, highest = lowest + 21): Field => insn32(bits(lowest, highest).at(0));
/** The low 10 bits of simm13; the three above them are kept. */
const LOW10 = insn32(bits(0, 9).at(0));
const MIDDLE10 = insn32(bits(32, 41).at(0));
const LOW_NOTES = 'The low 10 bits that sethi leaves.';
const GOT_NOTES =
  "The offset of a symbol's GOT slot, added by the code to the GOT's address (in %l7 by custom). It does not use its " +
  'addend. -fno-pic avoids it.';
const OP_NOTES =
  "The offset of the GOT slot of the symbol plus the addend, added by the code to the GOT's address (in %l7 by custom).";
const PLT_NOTES = 'A purgatory has no PLT, so the function itself is meant: L is S.';

/** Bits 0 to 9 of an address, and `more`. */
const lowAnd = (more: Expression | bigint): Expression => ADDRESS.minus(page(ADDRESS, 10)).plus(more);

interface Words {
  readonly value: Expression;
  readonly check: (size: 8 | 16 | 32) => Check;
  readonly notes: string;
  readonly types: readonly (readonly [type: number, name: string, size: 8 | 16 | 32 | 64, example: string])[];
}

function words({ value, check, notes, types }: Words): RelocationType[] {
  return types.map(([type, name, size, example]) =>
    one({
      type,
      name,
      value,
      field: word(size),
      check: size === 64 ? unchecked : check(size),
      notes: notes.replace('SIZE', `${size}`),
      example,
    }),
  );
}

const types: readonly RelocationType[] = [
  marker({
    name: 'R_SPARC_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  ...words({
    value: ADDRESS,
    check: either,
    notes:
      'An address as data of SIZE bits: pointers, jump tables, and tables of an assembler program. The UA types may stand ' +
      'at any byte.',
    types: [
      [1, '8', 8, '.byte foo'],
      [2, '16', 16, '.half foo'],
      [3, '32', 32, '.word foo'],
      [32, '64', 64, '.xword foo'],
      [55, 'UA16', 16, '.uahalf foo'],
      [23, 'UA32', 32, '.uaword foo'],
      [54, 'UA64', 64, '.uaxword foo'],
    ],
  }),
  ...words({
    value: DISTANCE,
    check: signed,
    notes: 'A distance as data of SIZE bits: .eh_frame, and tables whose entries count from themselves.',
    types: [
      [4, 'DISP8', 8, '.byte foo - .'],
      [5, 'DISP16', 16, '.half foo - .'],
      [6, 'DISP32', 32, '.word foo - .'],
      [46, 'DISP64', 64, '.xword foo - .'],
    ],
  }),
  one({
    type: 7,
    name: 'WDISP30',
    value: DISTANCE,
    field: insn32(bits(2, 31).at(0)),
    check: multipleOf(4, signed(32)),
    target: NEVER_TAKEN,
    notes: 'The instruction call, 2 GiB either way; the instruction behind it runs before the jump.',
    example: 'call foo\nnop',
  }),
  one({
    type: 8,
    name: 'WDISP22',
    value: DISTANCE,
    field: insn32(bits(2, 23).at(0)),
    check: multipleOf(4, signed(24)),
    target: NEVER_TAKEN,
    notes: 'A conditional branch without prediction, as SPARC V8 has it, 8 MiB either way.',
    example: 'ba foo\nnop',
  }),
  one({
    type: 9,
    name: 'HI22',
    value: ADDRESS,
    field: sethi(10),
    check: unsigned(32),
    parts: { above: { types: ['R_SPARC_HH22', 'R_SPARC_HM10'], becomes: 'R_SPARC_LM22' } },
    notes:
      'The upper 22 of 32 bits, in sethi; R_SPARC_LO10 has the others. The processor clears what is above them, so ' +
      'addresses from 4 GiB on cannot be formed: there, compile with -mcmodel=medany. Beside R_SPARC_HH22 and R_SPARC_HM10 ' +
      'it is R_SPARC_LM22.',
    example: 'sethi %hi(foo), %g1',
  }),
  one({
    type: 10,
    name: '22',
    value: ADDRESS,
    field: insn32(bits(0, 21).at(0)),
    check: either(22),
    notes: 'A whole address of 22 bits as the immediate of sethi or of the illegal instruction unimp.',
  }),
  one({
    type: 11,
    name: '13',
    value: ADDRESS,
    field: insn32(bits(0, 12).at(0)),
    check: signed(13),
    notes: 'A whole address as an immediate, which the processor reads with its sign: 4 KiB at either end.',
    example: 'or %g1, foo, %g1',
  }),
  one({
    type: 12,
    name: 'LO10',
    value: ADDRESS,
    field: LOW10,
    check: unchecked,
    notes: `${LOW_NOTES} It goes with R_SPARC_HI22 and R_SPARC_LM22.`,
    example: 'or %g1, %lo(foo), %g1',
  }),
  one({
    type: 13,
    name: 'GOT10',
    value: G,
    field: LOW10,
    check: unchecked,
    got: { slot: S },
    notes: `${GOT_NOTES} These are the low 10 bits, R_SPARC_GOT22 has the others.`,
  }),
  one({
    type: 14,
    name: 'GOT13',
    value: G,
    field: insn32(bits(0, 12).at(0)),
    check: signed(13),
    got: { slot: S },
    notes: `${GOT_NOTES} -fpic makes it; it reaches 511 slots.`,
  }),
  one({
    type: 15,
    name: 'GOT22',
    value: G,
    field: sethi(10),
    check: unchecked,
    got: { slot: S },
    notes: `${GOT_NOTES} These are the upper 22 bits, R_SPARC_GOT10 has the others.`,
  }),
  one({
    type: 16,
    name: 'PC10',
    value: DISTANCE,
    field: LOW10,
    check: unchecked,
    notes: `${LOW_NOTES} It is for the low bits of a distance; R_SPARC_PC22 has the others, at another place.`,
    example: 'or %g1, %pc10(foo), %g1',
  }),
  one({
    type: 17,
    name: 'PC22',
    value: DISTANCE,
    field: sethi(10),
    check: either(32),
    notes:
      'The upper 22 of 32 bits of a distance, in sethi. Code compiled with -fpic finds its GOT so: the processor clears ' +
      'what is above, so the GOT must stand behind such code, as relocator puts it.',
    example: 'sethi %pc22(foo), %g1',
  }),
  one({
    type: 18,
    name: 'WPLT30',
    value: FUNCTION_DISTANCE,
    field: insn32(bits(2, 31).at(0)),
    check: multipleOf(4, signed(32)),
    target: NEVER_TAKEN,
    notes: `A call in code compiled with -fpic. ${PLT_NOTES}`,
  }),
  ...refuse(
    'it stands for instructions, which a dynamic loader writes into the procedure linkage table',
    'link with -static-pie in place of -shared, or pass the object (ld -r)',
    [[21, 'R_SPARC_JMP_SLOT']],
  ),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries or choose an implementation',
    'link statically (-static-pie), or pass the object (ld -r)',
    [
      [19, 'R_SPARC_COPY'],
      [53, 'R_SPARC_REGISTER'],
      [248, 'R_SPARC_JMP_IREL'],
      [249, 'R_SPARC_IRELATIVE'],
    ],
  ),
  ...slotRules({ value: S.plus(A), field: word(64), source: TYPES }, [[20, 'R_SPARC_GLOB_DAT']]),
  rule({
    name: 'R_SPARC_RELATIVE',
    type: 22,
    value: B.plus(A),
    field: word(64),
    check: unchecked,
    dynamic: true,
    source: TYPES,
    notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
    example: '.xword foo (linked with -static-pie)',
  }),
  ...words({
    value: FUNCTION,
    check: either,
    notes: `The address of a function as data of SIZE bits. ${PLT_NOTES}`,
    types: [
      [24, 'PLT32', 32, '.word %r_plt32(foo)'],
      [47, 'PLT64', 64, '.xword %r_plt64(foo)'],
    ],
  }),
  ...(
    [
      [30, '10', signed(10), 10, 'a movr or a conditional move'],
      [31, '11', signed(11), 11, 'a conditional move or a trap'],
      [43, '7', unsigned(7), 7, 'a trap number'],
      [44, '5', unsigned(5), 5, 'a shift count'],
      [45, '6', unsigned(6), 6, 'a shift count of 64-bit words'],
    ] as const
  ).map(([type, name, check, size, what]) =>
    one({
      type,
      name,
      value: ADDRESS,
      field: insn32(bits(0, size - 1).at(0)),
      check,
      notes: `A whole constant of ${size} bits as the immediate of an instruction: ${what}. Compilers do not emit it.`,
    }),
  ),
  one({
    type: 33,
    name: 'OLO10',
    value: lowAnd(O),
    field: insn32(bits(0, 12).at(0)),
    check: signed(13),
    notes:
      'The low 10 bits that sethi leaves, and a second addend, which stands beside the type in r_info: a load or store ' +
      'at a constant distance from them.',
    example: 'ldx [%g1 + %lo(foo) + 8], %g2',
  }),
  one({
    type: 34,
    name: 'HH22',
    value: ADDRESS,
    field: sethi(42),
    check: unchecked,
    notes: 'The top 22 of 64 bits, in sethi: code compiled with -mcmodel=medany.',
    example: 'sethi %hh(foo), %g1',
  }),
  one({
    type: 35,
    name: 'HM10',
    value: ADDRESS,
    field: MIDDLE10,
    check: unchecked,
    parts: { rest: { type: 'R_SPARC_HH22', by: 'one', remedy: WHOLE } },
    notes: 'Bits 32 to 41 of an address: code compiled with -mcmodel=medany.',
    example: 'or %g1, %hm(foo), %g1',
  }),
  one({
    type: 36,
    name: 'LM22',
    value: ADDRESS,
    field: sethi(10),
    check: unchecked,
    parts: { rest: { type: 'R_SPARC_HM10', by: 'one', remedy: WHOLE } },
    notes: 'Bits 10 to 31 of a 64-bit address, in sethi: code compiled with -mcmodel=medany.',
    example: 'sethi %lm(foo), %g1',
  }),
  one({
    type: 37,
    name: 'PC_HH22',
    value: DISTANCE,
    field: sethi(42),
    check: unchecked,
    notes: 'The top 22 of 64 bits of a distance, in sethi; no compiler is known to emit it.',
  }),
  one({
    type: 38,
    name: 'PC_HM10',
    value: DISTANCE,
    field: MIDDLE10,
    check: unchecked,
    notes: 'Bits 32 to 41 of a 64-bit distance; no compiler is known to emit it.',
  }),
  one({
    type: 39,
    name: 'PC_LM22',
    value: DISTANCE,
    field: sethi(10),
    check: unchecked,
    notes: 'Bits 10 to 31 of a 64-bit distance, in sethi; no compiler is known to emit it.',
  }),
  one({
    type: 40,
    name: 'WDISP16',
    value: DISTANCE,
    field: insn32(bits(16, 17).at(20), bits(2, 15).at(0)),
    check: multipleOf(4, signed(18)),
    target: NEVER_TAKEN,
    notes: 'A branch on the contents of a register, 128 KiB either way; its field is in two parts.',
    example: 'brz %o0, foo\nnop',
  }),
  one({
    type: 41,
    name: 'WDISP19',
    value: DISTANCE,
    field: insn32(bits(2, 20).at(0)),
    check: multipleOf(4, signed(21)),
    target: NEVER_TAKEN,
    notes: 'A conditional branch with prediction, 1 MiB either way: what compilers emit for jumps.',
    example: 'ba,pt %xcc, foo\nnop',
  }),
  ...refuse(
    'it is for the procedure linkage table, which a purgatory lacks; no assembler emits it and no linker applies it',
    'rebuild the object with gcc',
    [
      [25, 'R_SPARC_HIPLT22'],
      [26, 'R_SPARC_LOPLT10'],
      [27, 'R_SPARC_PCPLT32'],
      [28, 'R_SPARC_PCPLT22'],
      [29, 'R_SPARC_PCPLT10'],
    ],
  ),
  ...refuse('it was taken out of the psABI before anything used it', 'rebuild the object with gcc', [
    [42, 'R_SPARC_GLOB_JMP'],
  ]),
  one({
    type: 48,
    name: 'HIX22',
    value: complement(ADDRESS),
    field: sethi(10),
    check: unsigned(32),
    notes:
      'The complement of bits 10 to 31, in sethi, for addresses in the topmost 4 GiB; the xor with R_SPARC_LOX10 behind ' +
      'it sets all bits above.',
    example: 'sethi %hix(foo), %g1',
  }),
  one({
    type: 49,
    name: 'LOX10',
    value: lowAnd(0x1c00n),
    field: insn32(bits(0, 12).at(0)),
    check: unchecked,
    notes:
      'The low 10 bits that R_SPARC_HIX22 leaves, and three ones above them, which make simm13 negative.',
    example: 'xor %g1, %lox(foo), %g1',
  }),
  one({
    type: 50,
    name: 'H44',
    value: ADDRESS,
    field: sethi(22),
    check: unsigned(44),
    notes: 'The upper 22 of 44 bits, in sethi: code compiled with -mcmodel=medmid.',
    example: 'sethi %h44(foo), %g1',
  }),
  one({
    type: 51,
    name: 'M44',
    value: ADDRESS,
    field: insn32(bits(12, 21).at(0)),
    check: unchecked,
    notes: 'Bits 12 to 21 of an address: code compiled with -mcmodel=medmid.',
    example: 'or %g1, %m44(foo), %g1',
  }),
  one({
    type: 52,
    name: 'L44',
    value: ADDRESS,
    field: insn32(bits(0, 11).at(0)),
    check: unchecked,
    notes: 'The low 12 bits of an address, of simm13: code compiled with -mcmodel=medmid.',
    example: 'or %g1, %l44(foo), %g1',
  }),
  one({
    type: 82,
    name: 'GOTDATA_OP_HIX22',
    value: G,
    field: sethi(10),
    check: unchecked,
    got: { slot: ADDRESS },
    notes:
      `${OP_NOTES} -fPIC makes it. Linkers may rewrite what follows into a distance from the GOT without a slot; ` +
      'relocator keeps the slot, whose offset is never negative.',
    example: 'sethi %gdop_hix22(foo), %g1',
  }),
  one({
    type: 83,
    name: 'GOTDATA_OP_LOX10',
    value: G.minus(page(G, 10)),
    field: insn32(bits(0, 12).at(0)),
    check: unchecked,
    got: { slot: ADDRESS },
    notes: `${OP_NOTES} These are the low 10 bits, with zeros above them, as R_SPARC_GOTDATA_OP_HIX22 is never negative.`,
    example: 'xor %g1, %gdop_lox10(foo), %g1',
  }),
  marker({
    name: 'R_SPARC_GOTDATA_OP',
    type: 84,
    source: TYPES,
    notes:
      'On the load from a GOT slot, which a linker may make an addition where R_SPARC_GOTDATA_OP_HIX22 needs no slot. ' +
      'relocator leaves the load.',
  }),
  one({
    type: 85,
    name: 'H34',
    value: ADDRESS,
    field: sethi(12),
    check: unsigned(34),
    notes: 'The upper 22 of 34 bits, in sethi; R_SPARC_L44 has the others.',
    example: 'sethi %h34(foo), %g1',
  }),
  ...words({
    value: Z.plus(A),
    check: either,
    notes: 'The size of a symbol in bytes, as data of SIZE bits, plus an addend.',
    types: [
      [86, 'SIZE32', 32, '.reloc ., R_SPARC_SIZE32, foo\n.zero 4'],
      [87, 'SIZE64', 64, '.reloc ., R_SPARC_SIZE64, foo\n.zero 8'],
    ],
  }),
  one({
    type: 88,
    name: 'WDISP10',
    value: DISTANCE,
    field: insn32(bits(10, 11).at(19), bits(2, 9).at(5)),
    check: multipleOf(4, signed(12)),
    target: NEVER_TAKEN,
    notes: 'A compare and branch of SPARC T4 and later, 2 KiB either way; its field is in two parts.',
    example: 'cwbe %o0, %o1, foo',
  }),
  ...refuse(
    'it chooses between two instructions by the sign of a distance from the GOT, and no assembler emits it',
    'rebuild the object with gcc, which emits R_SPARC_GOTDATA_OP_HIX22 in its place',
    [
      [80, 'R_SPARC_GOTDATA_HIX22'],
      [81, 'R_SPARC_GOTDATA_LOX10'],
    ],
  ),
  ...refuse(
    'it is for little-endian data of a big-endian machine',
    'store the address in the byte order of the machine (gcc without scalar_storage_order)',
    [[252, 'R_SPARC_REV32']],
  ),
  ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
    [250, 'R_SPARC_GNU_VTINHERIT'],
    [251, 'R_SPARC_GNU_VTENTRY'],
  ]),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [56, 'R_SPARC_TLS_GD_HI22'],
      [57, 'R_SPARC_TLS_GD_LO10'],
      [58, 'R_SPARC_TLS_GD_ADD'],
      [59, 'R_SPARC_TLS_GD_CALL'],
      [60, 'R_SPARC_TLS_LDM_HI22'],
      [61, 'R_SPARC_TLS_LDM_LO10'],
      [62, 'R_SPARC_TLS_LDM_ADD'],
      [63, 'R_SPARC_TLS_LDM_CALL'],
      [64, 'R_SPARC_TLS_LDO_HIX22'],
      [65, 'R_SPARC_TLS_LDO_LOX10'],
      [66, 'R_SPARC_TLS_LDO_ADD'],
      [67, 'R_SPARC_TLS_IE_HI22'],
      [68, 'R_SPARC_TLS_IE_LO10'],
      [69, 'R_SPARC_TLS_IE_LD'],
      [70, 'R_SPARC_TLS_IE_LDX'],
      [71, 'R_SPARC_TLS_IE_ADD'],
      [72, 'R_SPARC_TLS_LE_HIX22'],
      [73, 'R_SPARC_TLS_LE_LOX10'],
      [74, 'R_SPARC_TLS_DTPMOD32'],
      [75, 'R_SPARC_TLS_DTPMOD64'],
      [76, 'R_SPARC_TLS_DTPOFF32'],
      [77, 'R_SPARC_TLS_DTPOFF64'],
      [78, 'R_SPARC_TLS_TPOFF32'],
      [79, 'R_SPARC_TLS_TPOFF64'],
    ],
  ),
];

/** In the order of the numbers. */
export const sparc64 = architecture(
  machine,
  [...types].sort((a, b) => a.type - b.type),
  // binutils.
  { R_SPARC_UNUSED_42: 'R_SPARC_GLOB_JMP' },
);
