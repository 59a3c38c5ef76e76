/**
 * i386: System V ABI, Intel386 Architecture Processor Supplement. Its relocation types, and what a prologue finds
 * there.
 *
 * Every field is a whole word of 1, 2 or 4 bytes, at any byte; none is in parts.
 *
 *     e8 [ disp32 ]               call foo                  PC32, PLT32
 *     8b 83 [ disp32 ]            mov foo@GOT(%ebx), %eax   GOT32X: 83 is ModRM, whose low three bits name the base
 *     81 c3 [ imm32 ]             add $_GLOBAL_OFFSET_TABLE_, %ebx     GOTPC
 *
 * Objects are SHT_REL: the addend stands in the field, with its sign, and the result overwrites it. Whoever relocates
 * must not do so twice. The field of a call holds -4, because the processor counts from its end.
 *
 * Addresses and distances of 32 bits wrap at 4 GiB as the processor does, so every target is in reach and nothing is
 * checked. Only the types of 8 and 16 bits have limits.
 *
 * GOT32 and GOT32X name the slot by its offset, to be added to a register with the address of the table. On an
 * operand without a base register (ModRM with mod 0, rm 5) they mean the address of the slot instead: forms of their own,
 * which the byte before the field tells, as it does for linkers. GOT32 is never rewritten: the instruction is unknown.
 *
 * A program cannot read its own address: the prologue calls the next instruction and takes the return address from
 * the stack, for which it needs 4 bytes below %esp, once.
 *
 * There is no PLT, so L is S. Words need not be aligned, and patched code is seen at the next jump.
 *
 * Sources: the psABI's section on relocation types, whose version 1.0 took over what GNU tools had added; 32PLT
 * stands in Oracle's guide to linkers only.
 */
import { architecture } from '../architecture.ts';
import { either, signed, unchecked } from '../check.ts';
import { other, register, registers, wordAt } from '../entry.ts';
import { A, B, G, GOT, L, P, S, Z } from '../expression.ts';
import { word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, refuse, rule, slotRules } from '../rule.ts';
import type { Relaxation } from '../rule-facets.ts';
import { LOADERS } from './loaders/i386.ts';
import { TOLD } from './told/i386.ts';

const ABI = 'System V ABI, Intel386 Architecture Processor Supplement';

const machine: Machine = {
  arch: 'i386',
  psabi: 'i386',
  title: 'Intel 386',
  otherNames: ['i486', 'i586', 'i686', 'ia32'],
  elfMachine: 3,
  wordBits: 32,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'in place',
  unalignedFaults: false,
  code: { alignment: 1 },
  loading: {
    loaders: LOADERS,
    avoid: [
      { types: ['GOT32', 'GOT32X', 'GOTOFF', 'GOTPC', 'PLT32'], by: 'compile with -fno-pic and -fno-pie' },
      { types: ['NONE'], by: 'assemble without .reloc directives' },
    ],
    told: TOLD,
  },
  entry: {
    sigil: '%',
    preserved: [register('esp'), wordAt('esp', 0), register('ebp')],
    clobbered: [...registers('eax', 'ecx', 'edx', 'ebx', 'esi', 'edi'), other('flags')],
    stackPointer: 'esp',
    stack: { bytes: 4, purpose: 'once, to learn the load base' },
    state: 'protected mode, flat segments, paging off, interrupts off',
    failure: { register: 'eax', place: 'edi' },
  },
};

/** A GOT load through a base register, or without one, that can name its target directly. */
function relaxation(
  text: string,
  when: Relaxation['when'],
  rest: Pick<Relaxation, 'rewrite' | 'becomes' | 'placeShift' | 'newAddend'>,
): Relaxation {
  return { text, addend: 0n, when, ...rest };
}

const NO_BASE = { at: -1, mask: 0xc7, value: 0x05 } as const;
/** It only computes, so an offset is what it is for. */
const LEA = { at: -2, mask: 0xff, value: 0x8d } as const;

const movToAddress = relaxation('mov foo@GOT, %reg -> lea foo, %reg', [{ at: -2, mask: 0xff, value: 0x8b }], {
  rewrite: [{ at: -2, keep: 0, set: 0x8d }],
  becomes: 'R_386_32',
  placeShift: 0,
  newAddend: 0n,
});

const movToOffset = relaxation(
  'mov foo@GOT(%base), %reg -> lea foo@GOTOFF(%base), %reg',
  [{ at: -2, mask: 0xff, value: 0x8b }],
  {
    rewrite: [{ at: -2, keep: 0, set: 0x8d }],
    becomes: 'R_386_GOTOFF',
    placeShift: 0,
    newAddend: 0n,
  },
);

const callDirect = relaxation(
  'call *foo@GOT(...) -> addr32 call foo',
  [
    { at: -2, mask: 0xff, value: 0xff },
    { at: -1, mask: 0x38, value: 0x10 },
  ],
  {
    rewrite: [
      { at: -2, keep: 0, set: 0x67 },
      { at: -1, keep: 0, set: 0xe8 },
    ],
    becomes: 'R_386_PC32',
    placeShift: 0,
    newAddend: -4n,
  },
);

const jumpDirect = relaxation(
  'jmp *foo@GOT(...) -> jmp foo; nop',
  [
    { at: -2, mask: 0xff, value: 0xff },
    { at: -1, mask: 0x38, value: 0x20 },
  ],
  {
    rewrite: [
      { at: -2, keep: 0, set: 0xe9 },
      { at: 3, keep: 0, set: 0x90 },
    ],
    becomes: 'R_386_PC32',
    placeShift: -1,
    newAddend: -4n,
  },
);

const TYPES = `${ABI}, section Relocation Types`;
/** The word-sized and smaller types that GNU tools added, which the psABI took over with version 1.0. */
const ADDED = `${ABI} 1.0, section Relocation Types`;

/** What stands for `G + A` where an operand has no register with the address of the table. */
const SLOT_ITSELF = {
  value: G.plus(GOT).plus(A),
  field: word(32),
  check: unchecked,
  got: { slot: S },
} as const;
const SLOT_NOTES =
  'on an operand without a base register: the address of the slot, not its offset. The byte before the field tells, also ' +
  'where it is the opcode of an immediate that looks like such an operand, as linkers have it. `lea` means the offset. ';

const rules = [
  marker({
    name: 'R_386_NONE',
    type: 0,
    source: TYPES,
    notes:
      'Stores nothing. `.reloc` emits it so that a linker keeps a section that nothing else names. Some loaders ' +
      'refuse it all the same.',
  }),
  rule({
    name: 'R_386_32',
    type: 1,
    value: S.plus(A),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'An address: a pointer in data, or the immediate or displacement of an instruction compiled with -fno-pic. ' +
      'As with all types here the addend usually stands in the field itself (SHT_REL), so applying it twice to ' +
      'the same bytes adds twice. The field is as wide as the address space, sums wrap and nothing is checked.',
    example: '.long foo',
  }),
  rule({
    name: 'R_386_PC32',
    type: 2,
    value: S.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'A distance: the operand of a call or jump, or a table of offsets. The processor counts from the end of the ' +
      'field, so the field of a branch holds -4 before it is relocated. Distances wrap at 4 GiB as the processor ' +
      'does, so every target is in reach.',
    example: 'call foo',
  }),
  rule({
    name: 'R_386_GOT32',
    type: 3,
    value: G.plus(A),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'The offset of a slot in the GOT, whose address a register holds (%ebx by custom), on an instruction that is ' +
      'none of those that R_386_GOT32X lists, or from an assembler before binutils 2.26. It is never rewritten. ' +
      '-fvisibility=hidden avoids it.',
    example: 'push foo@GOT(%ebx)',
    got: { slot: S },
  }),
  rule({
    ...SLOT_ITSELF,
    name: 'R_386_GOT32_NO_BASE',
    type: 3,
    source: TYPES,
    notes: `R_386_GOT32 ${SLOT_NOTES}gcc makes calls so with -fno-plt and -fno-pic, through binutils before 2.26.`,
    example: 'push foo@GOT',
    instruction: { form: { of: 'R_386_GOT32', when: [[NO_BASE]], unless: [LEA] } },
  }),
  rule({
    name: 'R_386_PLT32',
    type: 4,
    value: L.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'A call of a function that may have a PLT entry: compilers write @PLT with -fpic and -fpie. ' +
      'A purgatory has no PLT, so L is S and it does what R_386_PC32 does.',
    example: 'call foo@PLT',
  }),
  ...slotRules({ value: S, field: word(32), source: TYPES }, [
    [6, 'R_386_GLOB_DAT'],
    [7, 'R_386_JUMP_SLOT'],
  ]),
  rule({
    name: 'R_386_RELATIVE',
    type: 8,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'An address in a linked image: the linker turns each R_386_32 of a PIE into one and leaves the address at ' +
      'link base 0 in the word, which is the addend. It names no symbol. Because the result overwrites the addend, ' +
      'a loader must not apply it twice. In an ET_REL file it is out of place and refused.',
    example: '.long foo # what the linker makes of it with -static-pie',
    dynamic: true,
  }),
  rule({
    name: 'R_386_GOTOFF',
    type: 9,
    value: S.plus(A).minus(GOT),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'The distance from the GOT to a symbol, which needs no slot: how code compiled with -fpic or -fpie reaches ' +
      'its static and hidden variables.',
    example: 'lea foo@GOTOFF(%ebx), %eax',
  }),
  rule({
    name: 'R_386_GOTPC',
    type: 10,
    value: GOT.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'The distance to the GOT itself, with which position-independent functions find it after they have learnt ' +
      'their own address; the symbol does not count. Assemblers emit it wherever `_GLOBAL_OFFSET_TABLE_` is named, ' +
      'and put into the field how far it is from the start of the instruction.',
    example: 'add $_GLOBAL_OFFSET_TABLE_, %ebx',
  }),
  rule({
    name: 'R_386_32PLT',
    type: 11,
    value: L.plus(A),
    field: word(32),
    check: unchecked,
    source: 'Oracle Solaris 11.2 Linkers and Libraries Guide, 32-bit x86: Relocation Types, table 12-18',
    notes:
      'The address of a PLT entry. A purgatory has no PLT, so L is S and it does what R_386_32 does. No assembler ' +
      'in use emits it, and GNU ld does not know it.',
    example: '.long foo # R_386_32PLT has no syntax of its own',
  }),
  rule({
    name: 'R_386_16',
    type: 20,
    value: S.plus(A),
    field: word(16),
    check: either(16),
    source: ADDED,
    notes:
      'A 16-bit address, in real-mode code. The addend stands in 16 bits and is read as signed. The field may be ' +
      'read signed or unsigned; what fits neither way is refused.',
    example: '.word foo',
  }),
  rule({
    name: 'R_386_PC16',
    type: 21,
    value: S.plus(A).minus(P),
    field: word(16),
    check: signed(16),
    source: ADDED,
    notes:
      'A distance of at most 32 KiB, from a 16-bit branch or a compact table. The processor wraps such a branch at ' +
      '64 KiB in 16-bit segments; the check does not.',
    example: '.word foo - .',
  }),
  rule({
    name: 'R_386_8',
    type: 22,
    value: S.plus(A),
    field: word(8),
    check: either(8),
    source: ADDED,
    notes:
      'An 8-bit address or, more often, an absolute symbol used as a small constant. The addend stands in 8 bits ' +
      'and is read as signed. The field may be read signed or unsigned; what fits neither way is refused.',
    example: '.byte foo',
  }),
  rule({
    name: 'R_386_PC8',
    type: 23,
    value: S.plus(A).minus(P),
    field: word(8),
    check: signed(8),
    source: ADDED,
    notes:
      'A distance of at most 128 bytes. The branches that have no longer form, `loop` and `jecxz`, emit it when ' +
      'their target is in another section, where it rarely fits.',
    example: 'loop foo',
  }),
  rule({
    name: 'R_386_SIZE32',
    type: 38,
    value: Z.plus(A),
    field: word(32),
    check: unchecked,
    source: ADDED,
    notes: 'The size of a symbol, as its `st_size` says. It does not depend on where anything is placed.',
    example: '.long foo@SIZE',
  }),
  rule({
    name: 'R_386_GOT32X',
    type: 43,
    value: G.plus(A),
    field: word(32),
    check: unchecked,
    source: ADDED,
    notes:
      'R_386_GOT32 on an instruction that a linker may rewrite: `call`, `jmp`, `mov`, `test` or one of eight ' +
      'arithmetic ones. `call`, `jmp` and `mov` are rewritten to do without the slot, which is only right while the ' +
      'addend in the field is 0; the others keep their slot.',
    example: 'mov foo@GOT(%ebx), %eax',
    got: { slot: S },
    instruction: { relaxations: [movToOffset, callDirect, jumpDirect] },
  }),
  rule({
    ...SLOT_ITSELF,
    name: 'R_386_GOT32X_NO_BASE',
    type: 43,
    source: ADDED,
    notes: `R_386_GOT32X ${SLOT_NOTES}gcc makes calls so with -fno-plt and -fno-pic. It is rewritten like the others.`,
    example: 'mov foo@GOT, %eax',
    instruction: {
      form: { of: 'R_386_GOT32X', when: [[NO_BASE]], unless: [LEA] },
      relaxations: [movToAddress, callDirect, jumpDirect],
    },
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
    'a dynamic linker copies a variable out of a shared library, and a purgatory has neither',
    NO_DYNAMIC_LINKER,
    [[5, 'R_386_COPY']],
  ),
  ...refuse('it is relative to the thread pointer in %gs, and a purgatory has none', NO_TLS, [
    [14, 'R_386_TLS_TPOFF'],
    [15, 'R_386_TLS_IE'],
    [16, 'R_386_TLS_GOTIE'],
    [17, 'R_386_TLS_LE'],
    [33, 'R_386_TLS_IE_32'],
    [34, 'R_386_TLS_LE_32'],
    [37, 'R_386_TLS_TPOFF32'],
  ]),
  ...refuse('the code goes on to call ___tls_get_addr, and a purgatory has no threads', NO_TLS, [
    [18, 'R_386_TLS_GD'],
    [19, 'R_386_TLS_LDM'],
    [24, 'R_386_TLS_GD_32'],
    [25, 'R_386_TLS_GD_PUSH'],
    [26, 'R_386_TLS_GD_CALL'],
    [27, 'R_386_TLS_GD_POP'],
    [28, 'R_386_TLS_LDM_32'],
    [29, 'R_386_TLS_LDM_PUSH'],
    [30, 'R_386_TLS_LDM_CALL'],
    [31, 'R_386_TLS_LDM_POP'],
  ]),
  ...refuse(
    'a dynamic linker fills in which module a thread-local variable is in, and a purgatory has none',
    NO_TLS,
    [
      [32, 'R_386_TLS_LDO_32'],
      [35, 'R_386_TLS_DTPMOD32'],
      [36, 'R_386_TLS_DTPOFF32'],
    ],
  ),
  ...refuse(
    'a dynamic linker provides the function behind a thread-local descriptor, and a purgatory has none',
    NO_TLS,
    [
      [39, 'R_386_TLS_GOTDESC'],
      [40, 'R_386_TLS_DESC_CALL'],
      [41, 'R_386_TLS_DESC'],
    ],
  ),
  ...refuse(
    'an indirect function must be called to learn its address, before anything it uses is relocated',
    'use neither __attribute__((ifunc)) nor target_clones, and link without the C library (-nostdlib)',
    [[42, 'R_386_IRELATIVE']],
  ),
  ...refuse(
    'one vendor uses the number for itself, and no psABI says what it means',
    'rebuild the object with gcc or clang',
    [[200, 'R_386_USED_BY_INTEL_200']],
  ),
  ...refuse(
    'it is private to GNU tools, tells a linker which C++ virtual functions are unused, and is in no psABI',
    'compile without -fvtable-gc',
    [
      [250, 'R_386_GNU_VTINHERIT'],
      [251, 'R_386_GNU_VTENTRY'],
    ],
  ),
];

export const i386 = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
  // glibc's elf.h.
  {
    R_386_JMP_SLOT: 'R_386_JUMP_SLOT',
  },
);
