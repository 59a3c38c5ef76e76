/** System V ABI, Intel386 Architecture Processor Supplement: its machine and relocation types. */
import { architecture } from '../architecture.ts';
import { either, signed, unchecked } from '../check.ts';
import { A, B, G, GOT, L, P, S } from '../expression.ts';
import { word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type Relaxation, refuse, rule } from '../rule.ts';

const ABI = 'System V ABI, Intel386 Architecture Processor Supplement';

const machine: Machine = {
  arch: 'i386',
  title: 'Intel 386',
  elfMachine: 3,
  wordBits: 32,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'in place',
  unalignedFaults: false,
  instructionCache: 'none',
  gotSymbol: '_GLOBAL_OFFSET_TABLE_',
  entry: {
    preserved: ['%esp', 'the word at 0(%esp)', '%ebp'],
    clobbered: ['%eax', '%ecx', '%edx', '%ebx', '%esi', '%edi', 'flags', 'the 4 bytes below %esp'],
    stack: '4 writable bytes below %esp, once, to learn the load base',
    state: 'protected mode, flat segments, paging off, interrupts off',
    failure: 'code in %eax, then a jump to itself; after an overflow %edi is the place',
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

const got32x: readonly Relaxation[] = [
  relaxation('mov foo@GOT, %reg -> lea foo, %reg', [{ at: -2, mask: 0xff, value: 0x8b }, NO_BASE], {
    rewrite: [{ at: -2, keep: 0, set: 0x8d }],
    becomes: 'R_386_32',
    placeShift: 0,
    newAddend: 0n,
  }),
  relaxation(
    'mov foo@GOT(%base), %reg -> lea foo@GOTOFF(%base), %reg',
    [{ at: -2, mask: 0xff, value: 0x8b }],
    {
      rewrite: [{ at: -2, keep: 0, set: 0x8d }],
      becomes: 'R_386_GOTOFF',
      placeShift: 0,
      newAddend: 0n,
    },
  ),
  relaxation(
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
  ),
  relaxation(
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
  ),
];

const rules = [
  marker({
    name: 'R_386_NONE',
    type: 0,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'Stores nothing.',
  }),
  rule({
    name: 'R_386_32',
    type: 1,
    value: S.plus(A),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'An address.',
    example: '.long foo',
  }),
  rule({
    name: 'R_386_PC32',
    type: 2,
    value: S.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'A distance; the 32-bit address space wraps.',
    example: 'call foo',
  }),
  rule({
    name: 'R_386_GOT32',
    type: 3,
    value: G.plus(A),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'The offset of a slot in the GOT.',
    example: 'mov foo@GOT(%ebx), %eax',
    slot: S,
  }),
  rule({
    name: 'R_386_PLT32',
    type: 4,
    value: L.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'A call or jump; without a PLT, L is S.',
    example: 'call foo@PLT',
  }),
  rule({
    name: 'R_386_RELATIVE',
    type: 8,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'An address in a linked image.',
    example: '(made by the linker)',
    dynamic: true,
  }),
  rule({
    name: 'R_386_GOTOFF',
    type: 9,
    value: S.plus(A).minus(GOT),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'The distance from the GOT.',
    example: 'lea foo@GOTOFF(%ebx), %eax',
  }),
  rule({
    name: 'R_386_GOTPC',
    type: 10,
    value: GOT.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'The distance to the GOT.',
    example: 'add $_GLOBAL_OFFSET_TABLE_, %ebx',
  }),
  rule({
    name: 'R_386_16',
    type: 20,
    value: S.plus(A),
    field: word(16),
    check: either(16),
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'A 16-bit address.',
    example: '.word foo',
  }),
  rule({
    name: 'R_386_PC16',
    type: 21,
    value: S.plus(A).minus(P),
    field: word(16),
    check: signed(16),
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'A signed 16-bit distance.',
    example: '.word foo - .',
  }),
  rule({
    name: 'R_386_8',
    type: 22,
    value: S.plus(A),
    field: word(8),
    check: either(8),
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'An 8-bit address.',
    example: '.byte foo',
  }),
  rule({
    name: 'R_386_PC8',
    type: 23,
    value: S.plus(A).minus(P),
    field: word(8),
    check: signed(8),
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'A signed 8-bit distance.',
    example: '.byte foo - .',
  }),
  rule({
    name: 'R_386_GOT32X',
    type: 43,
    value: G.plus(A),
    field: word(32),
    check: unchecked,
    source: `${ABI}, section 4.4.1 Relocation Types`,
    notes: 'Like GOT32, on an instruction that may be rewritten.',
    example: 'mov foo@GOT(%ebx), %eax',
    slot: S,
    relaxations: got32x,
    excludes: {
      when: [NO_BASE],
      reason: 'the instruction has no base register, so the slot cannot be named by its offset',
    },
  }),
];

const refusals = [
  ...refuse(
    'it belongs to dynamic linking, and a purgatory has no dynamic linker',
    'link with ld -r, or as a static PIE with -static-pie -Bsymbolic',
    [
      [5, 'R_386_COPY'],
      [6, 'R_386_GLOB_DAT'],
      [7, 'R_386_JMP_SLOT'],
    ],
  ),
  ...refuse(
    'no rule is defined for it',
    'compile the purgatory with -fno-pic or -fpie -fvisibility=hidden and without large-model PIC',
    [
      [11, 'R_386_32PLT'],
      [38, 'R_386_SIZE32'],
    ],
  ),
  ...refuse(
    'thread-local storage needs a thread pointer, and a purgatory has none',
    "remove __thread and _Thread_local from the purgatory's sources",
    [
      [14, 'R_386_TLS_TPOFF'],
      [15, 'R_386_TLS_IE'],
      [16, 'R_386_TLS_GOTIE'],
      [17, 'R_386_TLS_LE'],
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
      [32, 'R_386_TLS_LDO_32'],
      [33, 'R_386_TLS_IE_32'],
      [34, 'R_386_TLS_LE_32'],
      [35, 'R_386_TLS_DTPMOD32'],
      [36, 'R_386_TLS_DTPOFF32'],
      [37, 'R_386_TLS_TPOFF32'],
      [39, 'R_386_TLS_GOTDESC'],
      [40, 'R_386_TLS_DESC_CALL'],
      [41, 'R_386_TLS_DESC'],
    ],
  ),
  ...refuse(
    'an indirect function must be called to learn its address, before anything is relocated',
    'build without ifunc resolvers (GNU ld: -z noifunc; no __attribute__((ifunc)))',
    [[42, 'R_386_IRELATIVE']],
  ),
];

export const i386 = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
);
