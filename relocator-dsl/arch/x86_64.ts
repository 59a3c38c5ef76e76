/**
 * x86-64: System V ABI, AMD64 Architecture Processor Supplement. Its relocation types, and what a prologue finds
 * there.
 *
 * Every field is a whole word of 1, 2, 4 or 8 bytes, at any byte; none is in parts.
 *
 *     e8 [ disp32 ]               call foo            PC32, PLT32     A = -4
 *     48 8d 05 [ disp32 ]         lea foo(%rip), …    PC32            A = -4, less where an immediate follows
 *     48 b8 [     imm64     ]     movabs $foo, …      64
 *
 * Distances count from the end of the instruction, which the type does not know: the addend makes up for it. So A =
 * -4 tells that the field is the last of its instruction, and only then may the instruction be rewritten.
 *
 * One field of 32 bits has three checks. The processor fills 32 up with zeros and 32S with the sign, and PC32 is a
 * distance; a loader that checks none of them, as kexec-tools with PC32 and PLT32, stores what was not meant. 32 and
 * 32S of the image's own symbols tie its load base to the lowest 4 GiB, or to the lowest and the highest 2 GiB.
 *
 * GOTPCREL may be on any instruction and always gets its slot. GOTPCRELX and REX_GOTPCRELX promise one of those that
 * the psABI lists: mov becomes lea; call and jmp through the slot, 6 bytes each, become direct ones of 5 bytes with a
 * prefix in front or a nop behind, and the field of jmp moves down by one byte. CODE_4_GOTPCRELX and its like are the
 * same for the longer instructions of APX. The forms with an immediate in place
 * of the load are not taken, since an immediate would have to be relocated.
 *
 * The types of 8 and 16 bits are for real-mode code and loop; the psABI calls objects that have them not conforming.
 * There is no PLT, so L is S. Words need not be aligned, and code may be patched without more ado: the processor sees
 * it at the next jump.
 *
 * Sources: tables 4.9 and 4.10 of the psABI and its appendix on linker optimizations. 39 and 40 were withdrawn, 250
 * and 251 are private to GNU tools.
 */
import { architecture } from '../architecture.ts';
import { either, signed, unchecked, unsigned } from '../check.ts';
import { other, range, register, registers, wordAt } from '../entry.ts';
import { A, B, G, GOT, L, P, S, Z } from '../expression.ts';
import { word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, refuse, rule, slotRules } from '../rule.ts';
import type { Relaxation, WeakForm } from '../rule-facets.ts';
import { LOADERS } from './loaders/x86_64.ts';
import { TOLD } from './told/x86_64.ts';

const ABI = 'System V ABI, AMD64 Architecture Processor Supplement';

const machine: Machine = {
  arch: 'x86_64',
  psabi: 'x86_64',
  title: 'x86-64',
  otherNames: ['amd64', 'x86-64', 'x64'],
  elfMachine: 62,
  wordBits: 64,
  dataOrder: 'little',
  instructionOrder: 'little',
  addends: 'explicit',
  unalignedFaults: false,
  // SHN_X86_64_LCOMMON
  elf: { commons: [{ index: 0xff02 }] },
  code: { alignment: 1, fullAddresses: 'compile with -mcmodel=large' },
  loading: {
    loaders: LOADERS,
    avoid: [
      {
        types: [
          'GOTPCREL',
          'GOTPCRELX',
          'REX_GOTPCRELX',
          'CODE_4_GOTPCRELX',
          'CODE_5_GOTPCRELX',
          'CODE_6_GOTPCRELX',
        ],
        by: 'compile with -fno-pic, or with -fvisibility=hidden, so that nothing goes through the GOT',
      },
      {
        types: ['GOT64', 'GOTOFF64', 'GOTPC64', 'GOTPCREL64', 'GOTPLT64', 'PLTOFF64', 'GOTPC32'],
        by: 'compile with -fno-pic, or without -mcmodel=large',
      },
      { types: ['PC64'], by: 'compile with -fno-asynchronous-unwind-tables and -fno-jump-tables' },
    ],
    told: TOLD,
  },
  entry: {
    sigil: '%',
    preserved: [register('rsp'), wordAt('rsp', 0), register('rbp'), range('r', 8, 15)],
    clobbered: [...registers('rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi'), other('flags')],
    stackPointer: 'rsp',
    state: 'long mode, memory mapped at its own addresses, interrupts off',
    failure: { register: 'rax', place: 'rdi' },
  },
};

/** `mov foo@GOTPCREL(%rip), %reg` becomes `lea foo(%rip), %reg`. */
function movToLea(...prefix: Relaxation['when']): Relaxation {
  return {
    text: 'mov foo@GOTPCREL(%rip), %reg -> lea foo(%rip), %reg',
    addend: -4n,
    when: [...prefix, { at: -2, mask: 0xff, value: 0x8b }, { at: -1, mask: 0xc7, value: 0x05 }],
    rewrite: [{ at: -2, keep: 0, set: 0x8d }],
    becomes: 'R_X86_64_PC32',
    placeShift: 0,
    newAddend: -4n,
  };
}

const callDirect: Relaxation = {
  text: 'call *foo@GOTPCREL(%rip) -> addr32 call foo',
  addend: -4n,
  when: [
    { at: -2, mask: 0xff, value: 0xff },
    { at: -1, mask: 0xff, value: 0x15 },
  ],
  rewrite: [
    { at: -2, keep: 0, set: 0x67 },
    { at: -1, keep: 0, set: 0xe8 },
  ],
  becomes: 'R_X86_64_PC32',
  placeShift: 0,
  newAddend: -4n,
};

const jumpDirect: Relaxation = {
  text: 'jmp *foo@GOTPCREL(%rip) -> jmp foo; nop',
  addend: -4n,
  when: [
    { at: -2, mask: 0xff, value: 0xff },
    { at: -1, mask: 0xff, value: 0x25 },
  ],
  rewrite: [
    { at: -2, keep: 0, set: 0xe9 },
    { at: 3, keep: 0, set: 0x90 },
  ],
  becomes: 'R_X86_64_PC32',
  placeShift: -1,
  newAddend: -4n,
};

/** Branches, which in front of a distance of 32 bits nothing else looks like: a ModRM byte with %rip is 0x05 to 0x3d. */
const weakBranches: readonly WeakForm[] = [
  { text: 'call foo, jmp foo', when: [{ at: -1, mask: 0xfe, value: 0xe8 }], standIn: B },
  {
    text: 'jcc foo',
    when: [
      { at: -2, mask: 0xff, value: 0x0f },
      { at: -1, mask: 0xf0, value: 0x80 },
    ],
    standIn: B,
  },
];

const TYPES = `${ABI}, 4.4.1 Relocation Types, table 4.9`;
const LARGE = `${ABI}, 4.4.2 Large Models, table 4.10`;
const GOTPCRELX = `${TYPES}; appendix Linker Optimization`;

/** What the types for slots in instructions of APX have in common. */
const APX_SLOT = {
  value: G.plus(GOT).plus(A).minus(P),
  field: word(32),
  check: signed(32),
  source: GOTPCRELX,
  example: 'mov foo@GOTPCREL(%rip), %r16',
  got: { slot: S },
} as const;
const APX_NOTES =
  'A purgatory with such instructions has to enable APX (in XCR0) before it comes to them; loaders do not.';

const rules = [
  marker({
    name: 'R_X86_64_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing. `.reloc` emits it so that a linker keeps a section that nothing else names.',
  }),
  rule({
    name: 'R_X86_64_64',
    type: 1,
    value: S.plus(A),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes:
      'An address as a whole word: a pointer in initialised data, or the immediate of `movabs`, with which ' +
      '-mcmodel=large names every symbol. It can hold any address, so nothing is checked. It is what self-relocation ' +
      'is for: in a position-independent image these words are all that is left to do at load time.',
    example: '.quad foo',
  }),
  rule({
    name: 'R_X86_64_PC32',
    type: 2,
    value: S.plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'A distance of at most 2 GiB, mostly the operand of an instruction that is relative to %rip. The processor ' +
      'counts from the end of the instruction, so the addend is -4 when the field stands last and less when an ' +
      'immediate follows it. Assemblers before binutils 2.31 used it for calls, too. Some loaders cut the value ' +
      'off without looking; here a distance that does not fit is refused.',
    example: 'lea foo(%rip), %rax',
    instruction: { weak: weakBranches },
  }),
  rule({
    name: 'R_X86_64_GOT32',
    type: 3,
    value: G.plus(A),
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'The offset of a slot in the GOT, for code that keeps the address of the GOT in a register. Compilers prefer ' +
      'operands relative to %rip; it comes from assembly that was written for i386. The processor sign-extends the ' +
      'field.',
    example: 'mov foo@GOT(%rbx), %rax',
    got: { slot: S },
  }),
  rule({
    name: 'R_X86_64_PLT32',
    type: 4,
    value: L.plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'A call or a jump. Since binutils 2.31 every branch to a symbol of another section or file has this type, ' +
      'whether or not @PLT is written, and loaders that knew only R_X86_64_PC32 then refused whole purgatories. ' +
      'A purgatory has no PLT, so L is S and both types do the same. A call of an undefined weak symbol, which is never ' +
      'made, goes to the load base, as linkers have it in images that move: it must not limit them to 2 GiB.',
    example: 'call foo',
    target: { weak: B },
  }),
  ...slotRules({ value: S, field: word(64), source: TYPES }, [
    [6, 'R_X86_64_GLOB_DAT'],
    [7, 'R_X86_64_JUMP_SLOT'],
  ]),
  rule({
    name: 'R_X86_64_RELATIVE',
    type: 8,
    value: B.plus(A),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes:
      'An address in a linked image: the linker turns each R_X86_64_64 of a PIE into one and puts the address at ' +
      'link base 0 into the addend. It names no symbol. In an ET_REL file it is out of place and refused.',
    example: '.quad foo # what the linker makes of it with -static-pie',
    dynamic: true,
  }),
  rule({
    name: 'R_X86_64_GOTPCREL',
    type: 9,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'The distance to the GOT slot of a symbol. Assemblers of today emit it only where the instruction is none ' +
      'of those that R_X86_64_GOTPCRELX lists; those before binutils 2.26, and all with -mrelax-relocations=no, ' +
      'emit it everywhere. The instruction is unknown, so it must not be rewritten: a slot is always made. ' +
      '-fvisibility=hidden avoids it.',
    example: 'push foo@GOTPCREL(%rip)',
    got: { slot: S },
  }),
  rule({
    name: 'R_X86_64_32',
    type: 10,
    value: S.plus(A),
    field: word(32),
    check: unsigned(32),
    source: TYPES,
    notes:
      'An address below 4 GiB that the processor zero-extends, in code compiled with -fno-pic -mcmodel=small. The ' +
      'psABI demands that zero-extending the field gives the value back. For a symbol of the image this ties the ' +
      'load base to the first 4 GiB; -fpie or -mcmodel=large avoid that.',
    example: 'mov $foo, %eax',
  }),
  rule({
    name: 'R_X86_64_32S',
    type: 11,
    value: S.plus(A),
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'An address that the processor sign-extends: displacements and the immediates of 64-bit instructions, the ' +
      'typical type of -mcmodel=small and -mcmodel=kernel without -fpie. The psABI demands that sign-extending the ' +
      'field gives the value back, so it reaches the lowest and the highest 2 GiB. For a symbol of the image this ' +
      'ties the load base to the first 2 GiB; -fpie or -mcmodel=large avoid that.',
    example: 'mov foo, %rax',
  }),
  rule({
    name: 'R_X86_64_16',
    type: 12,
    value: S.plus(A),
    field: word(16),
    check: either(16),
    source: TYPES,
    notes:
      'A 16-bit address, in real-mode code. The psABI lists it, lets it truncate and calls objects that have it ' +
      'not conforming. Nobody says how the field is read, so it may be signed or unsigned; what fits neither way ' +
      'is refused.',
    example: '.word foo',
  }),
  rule({
    name: 'R_X86_64_PC16',
    type: 13,
    value: S.plus(A).minus(P),
    field: word(16),
    check: signed(16),
    source: TYPES,
    notes:
      'A distance of at most 32 KiB, from a 16-bit branch or a compact table. The psABI lists it for documentation ' +
      'and calls objects that have it not conforming. The processor wraps such a branch at 64 KiB in 16-bit ' +
      'segments; the check does not.',
    example: '.word foo - .',
  }),
  rule({
    name: 'R_X86_64_8',
    type: 14,
    value: S.plus(A),
    field: word(8),
    check: either(8),
    source: TYPES,
    notes:
      'An 8-bit address or, more often, an absolute symbol used as a small constant. The psABI lets it truncate ' +
      'and calls objects that have it not conforming. The field may be read signed or unsigned; what fits neither ' +
      'way is refused.',
    example: '.byte foo',
  }),
  rule({
    name: 'R_X86_64_PC8',
    type: 15,
    value: S.plus(A).minus(P),
    field: word(8),
    check: signed(8),
    source: TYPES,
    notes:
      'A distance of at most 128 bytes. The branches that have no longer form, `loop` and `jrcxz`, emit it when ' +
      'their target is in another section, where it rarely fits. The psABI calls objects that have it not conforming.',
    example: 'loop foo',
  }),
  rule({
    name: 'R_X86_64_PC64',
    type: 24,
    value: S.plus(A).minus(P),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes:
      'A distance of any size: tables of offsets, and position-independent code of the large model. Against a ' +
      'symbol of the image it never changes.',
    example: '.quad foo - .',
  }),
  rule({
    name: 'R_X86_64_GOTOFF64',
    type: 25,
    value: S.plus(A).minus(GOT),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes:
      'The distance from the GOT to a symbol, which needs no slot. -mcmodel=large -fPIC and -mcmodel=medium -fPIC ' +
      'address local data with it, after they have put the address of the GOT in a register.',
    example: 'movabs $foo@GOTOFF, %rax',
  }),
  rule({
    name: 'R_X86_64_GOTPC32',
    type: 26,
    value: GOT.plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: TYPES,
    notes:
      'The distance to the GOT itself; the symbol, `_GLOBAL_OFFSET_TABLE_`, does not count. Prologues of functions ' +
      'compiled with -mcmodel=medium -fPIC have it.',
    example: 'lea _GLOBAL_OFFSET_TABLE_(%rip), %rbx',
  }),
  rule({
    name: 'R_X86_64_GOT64',
    type: 27,
    value: G.plus(A),
    field: word(64),
    check: unchecked,
    source: LARGE,
    notes:
      'The offset of a slot in the GOT. -mcmodel=large -fPIC emits it for symbols of default visibility; with ' +
      '-fvisibility=hidden it uses R_X86_64_GOTOFF64 and needs no slot.',
    example: 'movabs $foo@GOT, %rax',
    got: { slot: S },
  }),
  rule({
    name: 'R_X86_64_GOTPCREL64',
    type: 28,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(64),
    check: unchecked,
    source: LARGE,
    notes:
      'The distance of any size to a GOT slot. No instruction of the processor has such an operand; it is a word ' +
      'of data.',
    example: '.quad foo@GOTPCREL',
    got: { slot: S },
  }),
  rule({
    name: 'R_X86_64_GOTPC64',
    type: 29,
    value: GOT.plus(A).minus(P),
    field: word(64),
    check: unchecked,
    source: LARGE,
    notes:
      'The distance of any size to the GOT, with which functions compiled with -mcmodel=large -fPIC find it. ' +
      'Compilers that emit PIE by default once brought it into purgatories of the large model; loaders refused it.',
    example: 'movabs $_GLOBAL_OFFSET_TABLE_ - ., %rbx',
  }),
  rule({
    name: 'R_X86_64_GOTPLT64',
    type: 30,
    value: G.plus(A),
    field: word(64),
    check: unchecked,
    source: `${LARGE}, where version 1.0 calls the number deprecated`,
    notes:
      'The offset of a slot in the GOT of a function that also has a PLT entry. Without a PLT it is ' +
      'R_X86_64_GOT64, as which linkers treat it. Compilers stopped emitting it; assemblers still do.',
    example: 'movabs $foo@GOTPLT, %rax',
    got: { slot: S },
  }),
  rule({
    name: 'R_X86_64_PLTOFF64',
    type: 31,
    value: L.plus(A).minus(GOT),
    field: word(64),
    check: unchecked,
    source: LARGE,
    notes:
      'The distance from the GOT to a function: how -mcmodel=large -fPIC calls. A purgatory has no PLT, so L is S ' +
      'and it does what R_X86_64_GOTOFF64 does.',
    example: 'movabs $foo@PLTOFF, %rax',
  }),
  rule({
    name: 'R_X86_64_SIZE32',
    type: 32,
    value: Z.plus(A),
    field: word(32),
    check: unsigned(32),
    source: TYPES,
    notes:
      'The size of a symbol, as its `st_size` says. It does not depend on where anything is placed. Compilers ' +
      'emitted it for the bounds of MPX.',
    example: 'mov $foo@SIZE, %eax',
  }),
  rule({
    name: 'R_X86_64_SIZE64',
    type: 33,
    value: Z.plus(A),
    field: word(64),
    check: unchecked,
    source: TYPES,
    notes:
      'The size of a symbol as a whole word. It does not depend on where anything is placed, and for a symbol that ' +
      'another file would define it is what this file claims.',
    example: '.quad foo@SIZE',
  }),
  rule({
    name: 'R_X86_64_GOTPCRELX',
    type: 41,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: GOTPCRELX,
    notes:
      'R_X86_64_GOTPCREL on one of the instructions the psABI lists, without a REX prefix: `call`, `jmp`, `mov`, ' +
      '`test` or one of eight arithmetic ones. `call` and `jmp` through the slot, from -fno-plt, and `mov` are ' +
      'rewritten to do without it; the others keep their slot. Only with the addend -4 does the field stand last ' +
      'in its instruction; with any other nothing is rewritten.',
    example: 'call *foo@GOTPCREL(%rip)',
    got: { slot: S },
    instruction: { relaxations: [movToLea(), callDirect, jumpDirect] },
  }),
  rule({
    name: 'R_X86_64_REX_GOTPCRELX',
    type: 42,
    value: G.plus(GOT).plus(A).minus(P),
    field: word(32),
    check: signed(32),
    source: GOTPCRELX,
    notes:
      'R_X86_64_GOTPCRELX on an instruction with a REX prefix: how code compiled with -fpie or -fpic loads the ' +
      'address of a symbol of default visibility. `mov` becomes `lea`, with any other addend than -4 it stays. ' +
      '-fvisibility=hidden makes the compiler emit `lea` itself.',
    example: 'mov foo@GOTPCREL(%rip), %rax',
    got: { slot: S },
    instruction: { relaxations: [movToLea({ at: -3, mask: 0xf0, value: 0x40 })] },
  }),
  rule({
    ...APX_SLOT,
    name: 'R_X86_64_CODE_4_GOTPCRELX',
    type: 43,
    notes:
      'R_X86_64_GOTPCRELX on an instruction of APX with a REX2 prefix, that is, of the registers r16 to r31. `mov` becomes ' +
      `\`lea\`. ${APX_NOTES}`,
    // The prefix, whose highest bit tells the map of opcodes.
    instruction: {
      relaxations: [movToLea({ at: -4, mask: 0xff, value: 0xd5 }, { at: -3, mask: 0x80, value: 0 })],
    },
  }),
  rule({
    ...APX_SLOT,
    name: 'R_X86_64_CODE_5_GOTPCRELX',
    type: 46,
    notes: `R_X86_64_GOTPCRELX on an instruction of APX that begins 5 bytes before the field. It keeps its slot. ${APX_NOTES}`,
  }),
  rule({
    ...APX_SLOT,
    name: 'R_X86_64_CODE_6_GOTPCRELX',
    type: 49,
    notes: `R_X86_64_GOTPCRELX on an instruction of APX with an EVEX prefix. It keeps its slot. ${APX_NOTES}`,
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
    [[5, 'R_X86_64_COPY']],
  ),
  ...refuse(
    'a dynamic linker fills in which module a thread-local variable is in, and a purgatory has none',
    NO_TLS,
    [
      [16, 'R_X86_64_DTPMOD64'],
      [17, 'R_X86_64_DTPOFF64'],
      [21, 'R_X86_64_DTPOFF32'],
    ],
  ),
  ...refuse('the code goes on to call __tls_get_addr, and a purgatory has no threads', NO_TLS, [
    [19, 'R_X86_64_TLSGD'],
    [20, 'R_X86_64_TLSLD'],
  ]),
  ...refuse('it is relative to the thread pointer in %fs, and a purgatory has none', NO_TLS, [
    [18, 'R_X86_64_TPOFF64'],
    [22, 'R_X86_64_GOTTPOFF'],
    [23, 'R_X86_64_TPOFF32'],
  ]),
  ...refuse(
    'a dynamic linker provides the function behind a thread-local descriptor, and a purgatory has none',
    NO_TLS,
    [
      [34, 'R_X86_64_GOTPC32_TLSDESC'],
      [35, 'R_X86_64_TLSDESC_CALL'],
      [36, 'R_X86_64_TLSDESC'],
    ],
  ),
  ...refuse(
    'an indirect function must be called to learn its address, before anything it uses is relocated',
    'use neither __attribute__((ifunc)) nor target_clones, and link without the C library (-nostdlib)',
    [[37, 'R_X86_64_IRELATIVE']],
  ),
  ...refuse(
    'it relocates 64-bit words in linked images of the 32-bit data model (x32), and this one is 64-bit',
    'compile and link with -m64 instead of -mx32',
    [[38, 'R_X86_64_RELATIVE64']],
  ),
  ...refuse(
    'it marked branches with the bounds prefix of MPX, and the psABI has withdrawn the number',
    'compile without -mmpx, or assemble with current binutils, which emit R_X86_64_PLT32 instead',
    [
      [39, 'R_X86_64_PC32_BND'],
      [40, 'R_X86_64_PLT32_BND'],
    ],
  ),
  ...refuse(
    'it is on an APX instruction that computes a thread-local address, and a purgatory has no thread pointer',
    NO_TLS,
    [
      [44, 'R_X86_64_CODE_4_GOTTPOFF'],
      [45, 'R_X86_64_CODE_4_GOTPC32_TLSDESC'],
      [47, 'R_X86_64_CODE_5_GOTTPOFF'],
      [48, 'R_X86_64_CODE_5_GOTPC32_TLSDESC'],
      [50, 'R_X86_64_CODE_6_GOTTPOFF'],
      [51, 'R_X86_64_CODE_6_GOTPC32_TLSDESC'],
    ],
  ),
  ...refuse(
    'it is private to GNU tools, tells a linker which C++ virtual functions are unused, and is in no psABI',
    'compile without -fvtable-gc',
    [
      [250, 'R_X86_64_GNU_VTINHERIT'],
      [251, 'R_X86_64_GNU_VTENTRY'],
    ],
  ),
];

export const x86_64 = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
);
