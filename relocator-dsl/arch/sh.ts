/**
 * SuperH, both byte orders. It has no psABI: the types are those of binutils. Relocation types, and what a prologue
 * finds there.
 *
 * Instructions have 16 bits, too few for an address, so code loads addresses and distances as literals of 32 bits
 * from between functions. What is relocated is those words, whole, and one instruction:
 *
 *     15  12 11              0
 *     | op  |   disp, 12     |      bra, bsr     IND12W: counts in halfwords from the second instruction behind
 *
 * The oddity is the addend. Files have SHT_RELA entries, and yet linkers and loaders add what the place holds to the
 * addend of the entry; assemblers put it there. So the place is read with its sign, as in SHT_REL, and a relocation
 * must not be applied twice. Words of 32 bits wrap at 4 GiB and are not checked.
 *
 * Numbers 24 to 32 are marks for a linker that relaxes, from objects assembled with -relax, and store nothing. 3, 5
 * and 6 are marks only against the start of their own section: the assembler has filled the field. Against another
 * symbol they are refused, since 8 bits cannot reach one.
 *
 * GOT32 is an offset for a register with the table's address, r12 by custom. There is no PLT, so L is S. Numbers of
 * the SH-5 (SHmedia) and of FDPIC are refused with their names.
 *
 * Traps: literals are aligned, but packed data may not be, and accesses that are not aligned fault. Patched code
 * needs cache maintenance by address (icbi of the SH-4A), and some instructions must not stand in a delay slot.
 * kexec-tools subtracts the address of its own buffer in REL32.
 *
 * Sources: include/elf/sh.h and bfd/elf32-sh-relocs.h of binutils.
 */
import { type Architecture, architecture } from '../architecture.ts';
import { either, multipleOf, signed, unchecked } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, G, GOT, L, P, S } from '../expression.ts';
import { bits, insn16, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, refuse, rule, slotRules } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';
import { LOADERS } from './loaders/sh.ts';

/** There is no psABI document: GNU binutils, which Linux and its loaders follow, defines the types. */
const TYPES = 'GNU binutils, include/elf/sh.h and bfd/elf32-sh-relocs.h';

function machine(arch: 'sh' | 'sheb'): Machine {
  const order = arch === 'sh' ? 'little' : 'big';
  return {
    arch,
    psabi: 'sh',
    title: `${order}-endian SuperH`,
    otherNames: order === 'little' ? ['sh3', 'sh4', 'sh4a'] : ['sh3eb', 'sh4eb', 'sh4aeb'],
    elfMachine: 42,
    wordBits: 32,
    dataOrder: order,
    instructionOrder: order,
    addends: 'explicit',
    unalignedFaults: true,
    // What is left tells which processors it is for.
    elf: {
      agreement: [{ mask: 0x8000, what: 'FDPIC' }],
      linkerSymbols: { __data_start: { names: ['.data'], edge: 'start' } },
    },
    code: { alignment: 2, cache: { line: ['ocbwb', 'synco', 'icbi'], fences: [] } },
    loading: {
      loaders: LOADERS,
      told: { 'kexec-tools': KEXEC_TOOLS_COMMON },
    },
    entry: {
      preserved: [range('r', 8, 15), register('pr'), register('gbr'), register('vbr')],
      clobbered: [range('r', 0, 7), other('the T bit')],
      stackPointer: 'r15',
      state:
        'privileged mode of an SH-3 or SH-4, an SH-4A where instructions are patched, interrupts blocked, addresses that ' +
        'are not translated (P1 or P2)',
      promises: [{ register: 'r12', to: 'GOT pointer' }],
      failure: { register: 'r7', place: 'r2' },
    },
  };
}

const IN_PLACE = 'Its addend stands in the place; what the entry says is added.';

/** Words to which linkers and loaders add what they already hold. */
const partialInPlace = { field: word(32), check: unchecked, addend: { place: true }, source: TYPES } as const;

const types: readonly RelocationType[] = [
  marker({
    name: 'R_SH_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  rule({
    ...partialInPlace,
    name: 'R_SH_DIR32',
    type: 1,
    value: S.plus(A),
    notes: `An address: pointers in data, and the literals from which code loads addresses and calls. ${IN_PLACE}`,
    example: '.long foo',
  }),
  rule({
    ...partialInPlace,
    name: 'R_SH_REL32',
    type: 2,
    value: S.plus(A).minus(P),
    notes: `A distance as data: .eh_frame, and literals for braf and bsrf. ${IN_PLACE}`,
    example: '.long foo - .',
  }),
  ...(
    [
      [3, 'DIR8WPN', 'a conditional branch'],
      [5, 'DIR8WPL', 'mov.l or mova relative to the program counter'],
      [6, 'DIR8WPZ', 'mov.w relative to the program counter'],
    ] as const
  ).map(([type, name, what]) =>
    marker({
      name: `R_SH_${name}`,
      type,
      source: TYPES,
      notes:
        `On ${what}, in objects assembled with -relax. Against the start of its own section it only tells a relaxing ` +
        'linker where such an instruction is; the assembler has filled its field.',
      againstOwnSection: {
        reason: 'an instruction with 8 bits of distance cannot name a symbol of another section',
        remedy: 'load the address from a literal (.long foo), as gcc does, or compile without -mrelax',
      },
    }),
  ),
  rule({
    name: 'R_SH_IND12W',
    type: 4,
    value: S.plus(A).minus(P),
    field: insn16(bits(1, 12).at(0)),
    check: multipleOf(2, signed(13)),
    source: TYPES,
    notes:
      'Instructions bra and bsr, 4 KiB either way, in objects assembled with -relax. The processor counts from the second ' +
      'instruction behind, so the addend has -4.',
    example: '.reloc ., R_SH_IND12W, foo\n.zero 2',
  }),
  ...refuse(
    'it counts from what the register gbr holds, which no symbol says',
    'compile without -mfdpic, and add the address to gbr in the program',
    [
      [7, 'R_SH_DIR8BP'],
      [8, 'R_SH_DIR8W'],
      [9, 'R_SH_DIR8L'],
    ],
  ),
  ...refuse(
    'it is for the repeat loops of the SH-DSP, whose assembler fills them with labels of the same section',
    'assemble without -dsp, or without -relax',
    [
      [10, 'R_SH_LOOP_START'],
      [11, 'R_SH_LOOP_END'],
    ],
  ),
  ...refuse('it is for the virtual tables of C++ classes', 'compile without -fvtable-gc', [
    [22, 'R_SH_GNU_VTINHERIT'],
    [23, 'R_SH_GNU_VTENTRY'],
  ]),
  ...(
    [
      [24, 'SWITCH8', 'On an entry of a switch table of bytes, a distance that the assembler has filled.'],
      [
        25,
        'SWITCH16',
        'On an entry of a switch table of halfwords, a distance that the assembler has filled.',
      ],
      [26, 'SWITCH32', 'On an entry of a switch table of words, a distance that the assembler has filled.'],
      [27, 'USES', 'On a call through a register, with the distance to the load of its address.'],
      [28, 'COUNT', 'On a literal with an address, with how often it is loaded.'],
      [29, 'ALIGN', 'At an alignment, which a linker that deletes bytes must keep; none are deleted here.'],
      [30, 'CODE', 'Where instructions begin.'],
      [31, 'DATA', 'Where data begin among instructions.'],
      [32, 'LABEL', 'On a label among instructions, so that none is moved past it.'],
    ] as const
  ).map(([type, name, what]) =>
    marker({
      name: `R_SH_${name}`,
      type,
      source: TYPES,
      notes: `${what} It is for a linker that relaxes, from an assembler with -relax; relocator leaves code as it is.`,
    }),
  ),
  ...([16, 8] as const).map((size) =>
    rule({
      name: `R_SH_DIR${size}`,
      type: size === 16 ? 33 : 34,
      value: S.plus(A),
      field: word(size),
      check: either(size),
      source: TYPES,
      notes: `An address as data of ${size} bits, in tables of an assembler program; compilers do not emit it.`,
      example: size === 16 ? '.word foo' : '.byte foo',
    }),
  ),
  ...refuse(
    'it only comes from compilers of Hitachi and Renesas, and no document says what it means',
    'compile with gcc',
    [
      [35, 'R_SH_DIR8UL'],
      [36, 'R_SH_DIR8UW'],
      [37, 'R_SH_DIR8U'],
      [38, 'R_SH_DIR8SW'],
      [39, 'R_SH_DIR8S'],
      [40, 'R_SH_DIR4UL'],
      [41, 'R_SH_DIR4UW'],
      [42, 'R_SH_DIR4U'],
      [43, 'R_SH_PSHA'],
      [44, 'R_SH_PSHL'],
      [53, 'R_SH_DIR16S'],
    ],
  ),
  ...refuse(
    'it is for the 64-bit SHmedia instructions of the SH-5, which was never sold and has no kexec',
    'compile for another processor (-m4)',
    [
      [45, 'R_SH_DIR5U'],
      [46, 'R_SH_DIR6U'],
      [47, 'R_SH_DIR6S'],
      [48, 'R_SH_DIR10S'],
      [49, 'R_SH_DIR10SW'],
      [50, 'R_SH_DIR10SL'],
      [51, 'R_SH_DIR10SQ'],
      [169, 'R_SH_GOT_LOW16'],
      [170, 'R_SH_GOT_MEDLOW16'],
      [171, 'R_SH_GOT_MEDHI16'],
      [172, 'R_SH_GOT_HI16'],
      [173, 'R_SH_GOTPLT_LOW16'],
      [174, 'R_SH_GOTPLT_MEDLOW16'],
      [175, 'R_SH_GOTPLT_MEDHI16'],
      [176, 'R_SH_GOTPLT_HI16'],
      [177, 'R_SH_PLT_LOW16'],
      [178, 'R_SH_PLT_MEDLOW16'],
      [179, 'R_SH_PLT_MEDHI16'],
      [180, 'R_SH_PLT_HI16'],
      [181, 'R_SH_GOTOFF_LOW16'],
      [182, 'R_SH_GOTOFF_MEDLOW16'],
      [183, 'R_SH_GOTOFF_MEDHI16'],
      [184, 'R_SH_GOTOFF_HI16'],
      [185, 'R_SH_GOTPC_LOW16'],
      [186, 'R_SH_GOTPC_MEDLOW16'],
      [187, 'R_SH_GOTPC_MEDHI16'],
      [188, 'R_SH_GOTPC_HI16'],
      [189, 'R_SH_GOT10BY4'],
      [190, 'R_SH_GOTPLT10BY4'],
      [191, 'R_SH_GOT10BY8'],
      [192, 'R_SH_GOTPLT10BY8'],
      [193, 'R_SH_COPY64'],
      [194, 'R_SH_GLOB_DAT64'],
      [195, 'R_SH_JMP_SLOT64'],
      [196, 'R_SH_RELATIVE64'],
      [242, 'R_SH_SHMEDIA_CODE'],
      [243, 'R_SH_PT_16'],
      [244, 'R_SH_IMMS16'],
      [245, 'R_SH_IMMU16'],
      [246, 'R_SH_IMM_LOW16'],
      [247, 'R_SH_IMM_LOW16_PCREL'],
      [248, 'R_SH_IMM_MEDLOW16'],
      [249, 'R_SH_IMM_MEDLOW16_PCREL'],
      [250, 'R_SH_IMM_MEDHI16'],
      [251, 'R_SH_IMM_MEDHI16_PCREL'],
      [252, 'R_SH_IMM_HI16'],
      [253, 'R_SH_IMM_HI16_PCREL'],
      [254, 'R_SH_64'],
      [255, 'R_SH_64_PCREL'],
    ],
  ),
  ...refuse(
    'it is for thread-local variables, and a purgatory has no threads',
    'remove __thread, or compile with -femulated-tls',
    [
      [144, 'R_SH_TLS_GD_32'],
      [145, 'R_SH_TLS_LD_32'],
      [146, 'R_SH_TLS_LDO_32'],
      [147, 'R_SH_TLS_IE_32'],
      [148, 'R_SH_TLS_LE_32'],
      [149, 'R_SH_TLS_DTPMOD32'],
      [150, 'R_SH_TLS_DTPOFF32'],
      [151, 'R_SH_TLS_TPOFF32'],
    ],
  ),
  rule({
    ...partialInPlace,
    name: 'R_SH_GOT32',
    type: 160,
    value: G.plus(A),
    got: { slot: S },
    notes:
      'The offset of a slot in the GOT, whose address a register holds (r12 by custom), in code compiled with -fpic ' +
      `or -fpie. ${IN_PLACE} -fno-pic avoids it.`,
    example: '.long foo@GOT',
  }),
  rule({
    ...partialInPlace,
    name: 'R_SH_PLT32',
    type: 161,
    value: L.plus(A).minus(P),
    notes:
      'The distance to a function that may have a PLT entry, in code compiled with -fpic. A purgatory has no PLT, ' +
      `so L is S. ${IN_PLACE}`,
    example: '.long foo@PLT',
  }),
  ...refuse(
    'a dynamic loader applies it, to bind symbols of shared libraries',
    'link statically (-static-pie), or pass the object (ld -r)',
    [[162, 'R_SH_COPY']],
  ),
  ...slotRules({ value: S, field: word(32), source: TYPES }, [
    [163, 'R_SH_GLOB_DAT'],
    [164, 'R_SH_JMP_SLOT'],
  ]),
  rule({
    name: 'R_SH_RELATIVE',
    type: 165,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    dynamic: true,
    source: TYPES,
    notes:
      'What linkers make of absolute words in a static PIE: the load base plus the addend, which the place holds too.',
    example: '.long foo (linked with -static-pie)',
  }),
  rule({
    ...partialInPlace,
    name: 'R_SH_GOTOFF',
    type: 166,
    value: S.plus(A).minus(GOT),
    notes: `The distance of a symbol of the image from the GOT, in code compiled with -fpic. ${IN_PLACE}`,
    example: '.long foo@GOTOFF',
  }),
  rule({
    ...partialInPlace,
    name: 'R_SH_GOTPC',
    type: 167,
    value: GOT.plus(A).minus(P),
    notes: `The distance to the GOT: how a function compiled with -fpic finds it. ${IN_PLACE}`,
    example: '.long _GLOBAL_OFFSET_TABLE_',
  }),
  rule({
    ...partialInPlace,
    name: 'R_SH_GOTPLT32',
    type: 168,
    value: G.plus(A),
    got: { slot: S },
    notes:
      'The offset of the GOT slot that a PLT entry would jump through. Without a PLT it is a slot with the address ' +
      `of the function. ${IN_PLACE}`,
    example: '.long foo@GOTPLT',
  }),
  ...refuse(
    'it is for programs whose segments move apart (FDPIC), and a purgatory is one block',
    'compile without -mfdpic',
    [
      [201, 'R_SH_GOT20'],
      [202, 'R_SH_GOTOFF20'],
      [203, 'R_SH_GOTFUNCDESC'],
      [204, 'R_SH_GOTFUNCDESC20'],
      [205, 'R_SH_GOTOFFFUNCDESC'],
      [206, 'R_SH_GOTOFFFUNCDESC20'],
      [207, 'R_SH_FUNCDESC'],
      [208, 'R_SH_FUNCDESC_VALUE'],
    ],
  ),
];

/** In the order of the numbers. */
const sorted = [...types].sort((a, b) => a.type - b.type);

export const sh: Architecture = architecture(machine('sh'), sorted);
export const sheb: Architecture = architecture(machine('sheb'), sorted);
