/**
 * 32-bit PowerPC, big-endian: Power Architecture 32-bit ABI Supplement. Its relocation types, and what a prologue
 * finds there. Bits are numbered from the lowest, where the manuals number them from the highest.
 *
 *     31    26 25  21 20  16 15                2 1  0
 *     | opcode |            LI, 24             |AA|LK|      b, bl     REL24, ADDR24, PLTREL24
 *     | opcode |  BO  |  BI  |      BD, 14     |AA|LK|      bc        REL14, ADDR14
 *     | opcode |  rt  |  ra  |    immediate, 16      |      addi, lis, lwz …     *16, *16_LO, _HI, _HA
 *
 * The place of a 16-bit type is the halfword with the immediate, 2 bytes into the instruction. Branch fields keep the
 * lowest two bits, AA and LK, which are not of the distance.
 *
 * Every address is put together by lis and addi, a load or a store: _HA is the upper half rounded by 0x8000, because
 * the lower half, _LO, is added with its sign; _HI goes with ori. Words of 32 bits wrap at 4 GiB and are not checked.
 *
 * BRTAKEN and BRNTAKEN also set a bit of BO, y, which inverts the processor's guess that backward is taken and
 * forward is not: bit 16 of the distance, its sign, decides.
 *
 * PLTREL24 is odd: its addend is no part of the distance, but where in .got2 register 30 points, 0x8000 or more with
 * -fPIC, for linkers that make a stub. GOT16 is an offset for a register with the table's address. Older code finds
 * the table by calling a blrl in the word in front of it, which the image has. There is no PLT, so L is S; calls
 * by address (-mlongcall), which load it from a slot of the PLT, become branches where all their parts are marked, and
 * form the address otherwise: addis and lwz become lis and addi.
 *
 * kexec copies the first 256 bytes of a purgatory for other processors and enters the image at them. Such a header
 * begins with a branch, which is led to the prologue.
 *
 * Small data is counted from r13 (_SDA_BASE_) and, of the embedded ABI, constants from r2 (_SDA2_BASE_). Both are GP here:
 * such sections stand together behind the GOT. Where nothing forms these pointers, the prologue sets the registers.
 *
 * A branch to a weak function that nobody defines stays at itself, as lld has it: it must not limit where images go.
 *
 * Traps: patched code needs cache maintenance by address. kexec-tools refuses REL24 from 16 MiB on, though it reaches
 * 32.
 *
 * Sources: the ABI supplement, with the embedded types; types 249 to 252 as in ELFv2.
 */
import { architecture } from '../architecture.ts';
import { type Check, multipleOf, signed, unchecked } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, type Expression, G, GP, L, P, S } from '../expression.ts';
import { bits, type Field, insn16, insn32, type Slice, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule, slotRules } from '../rule.ts';
import type { ByteRewrite, Relaxation } from '../rule-facets.ts';
import { LOADERS } from './loaders/ppc.ts';
import { TOLD } from './told/ppc.ts';

const ABI = 'Power Architecture 32-bit Application Binary Interface Supplement';
const EMBEDDED = `${ABI}, Embedded Relocation Types`;
const GNU = 'GNU binutils, include/elf/ppc.h';
const TYPES = `${ABI}, Relocation Types`;

/** Sections of small data, counted from r13, and of the constants of the embedded ABI, counted from r2. */
const SMALL_DATA = ['.sdata', '.sbss', '.gnu.linkonce.s', '.gnu.linkonce.sb'];
const SMALL_CONSTANTS = ['.sdata2', '.sbss2', '.gnu.linkonce.s2', '.gnu.linkonce.sb2'];

const machine: Machine = {
  arch: 'ppc',
  psabi: 'ppc',
  title: '32-bit PowerPC',
  otherNames: ['powerpc'],
  elfMachine: 20,
  wordBits: 32,
  dataOrder: 'big',
  instructionOrder: 'big',
  addends: 'explicit',
  unalignedFaults: false,
  elf: {
    linkerSymbols: {
      __sbss_start: { names: ['.sbss'], edge: 'start' },
      ___sbss_start: { names: ['.sbss'], edge: 'start' },
      __sbss_end: { names: ['.sbss'], edge: 'end' },
      ___sbss_end: { names: ['.sbss'], edge: 'end' },
    },
    localsInAddend: true,
    agreement: [
      {
        mask: 0x1_8000,
        what: '-mrelocatable',
        together: [
          [0, 0x8000],
          [0x8000, 0x1_0000, 0x1_8000],
        ],
      },
    ],
  },
  code: {
    alignment: 4,
    cache: { line: ['dcbst', 'sync', 'icbi'], fences: [['sync', 'isync']] },
    fullAddresses: 'compile with -mlongcall -mno-pltseq',
  },
  functions: {
    longCalls: {
      half: 'R_PPC_PLT16_HA',
      load: 'R_PPC_PLT16_LO',
      mark: 'R_PPC_PLTSEQ',
      call: 'R_PPC_PLTCALL',
      nop: 0x6000_0000,
      branches: [
        // bctrl and bctr
        { from: 0x4e80_0421, to: 0x4800_0001 },
        { from: 0x4e80_0420, to: 0x4800_0000 },
      ],
      becomes: 'R_PPC_REL24',
      reach: 0x1f0_0000,
    },
  },
  pointers: {
    gotPreamble: { bytes: [0x4e, 0x80, 0x00, 0x21], text: 'blrl' },
    global: {
      symbols: ['_SDA_BASE_', '_SDA2_BASE_'],
      fromGot: 0x8000,
      smallSections: [...SMALL_DATA, ...SMALL_CONSTANTS],
      remedy: 'compile with a smaller -G, or with -msdata=none',
    },
  },
  loading: {
    loaders: LOADERS,
    told: TOLD,
    header: { bytes: 0x100, branch: { rule: 'R_PPC_REL24', opcode: 0x4800_0000n } },
  },
  entry: {
    preserved: [
      register('r3', 'CPU or device tree'),
      register('r4', 'purgatory'),
      range('r', 5, 7),
      register('r1'),
      register('r2'),
      range('r', 13, 31),
    ],
    clobbered: [register('r0'), range('r', 8, 12), ...['LR', 'CTR', 'CR0', 'CR7', 'XER'].map(other)],
    stackPointer: 'r1',
    promises: [
      { register: 'r13', to: 'global pointer' },
      { register: 'r2', to: 'global pointer' },
    ],
    state:
      'big-endian, 32-bit, supervisor; address translation off or one to one, external interrupts disabled; data ' +
      'accesses of any alignment',
    failure: { register: 'r12', place: 'r10' },
  },
};

/** Half of the value, in the low half of an instruction; the place is that half. */
const LOW = insn16(bits(0, 15).at(0));
const HIGH = insn16(bits(16, 31).at(0));
/** The upper half, rounded so that a signed lower half, which another instruction adds, gives the value. */
const HIGH_ADJUSTED = insn16(bits(16, 31).rounded().at(0));
/** The LI field of `b`. */
const BRANCH24 = { field: insn32(bits(2, 25).at(2)), check: multipleOf(4, signed(26)) };
/** The BD field of `bc`. */
const BD = bits(2, 15).at(2);
const BRANCH14 = { field: insn32(BD), check: multipleOf(4, signed(16)) };
/** … and the y bit, which inverts the guess that backward is taken and forward is not; bit 16 is the sign. */
const withHint = (hint: Slice): typeof BRANCH14 => ({ ...BRANCH14, field: insn32(BD, hint) });
const NOT_TAKEN = withHint(bits(16, 16).at(21));
const TAKEN = withHint(bits(16, 16).flippedUnless(0).at(21));

const ADDRESS = S.plus(A);
const DISTANCE = S.plus(A).minus(P);
const SLOT = G.plus(A);
const FROM_SMALL_DATA = S.plus(A).minus(GP);

const PLT_IS_SYMBOL = 'A purgatory has no PLT: the function itself is meant.';
const HA_NOTES =
  'The upper half, rounded by 0x8000, because the instruction that adds the lower half takes it as signed.';
const SMALL_DATA_NOTES =
  'Small data and small constants share one area here, and GP, in the midst of it, is both _SDA_BASE_ and _SDA2_BASE_: 64 KiB for both.';
/** The register from which the instruction at the place counts. */
const baseRegister = (register: number): ByteRewrite[] => [{ at: 1, keep: 0xe0, set: register }];
const GOT_NOTES = "The offset of a symbol's GOT slot from the GOT's address, which a register holds.";
const ABSOLUTE_BRANCH =
  'An absolute branch reaches the lowest and the highest 32 KiB (bc) or 32 MiB (b) of the address space; compilers emit none.';

/** A rule for 16 bits of a 32-bit value. */
interface Half extends Pick<Rule, 'got' | 'addend' | 'instruction'> {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly part: 'all' | 'lo' | 'hi' | 'ha';
  readonly notes: string;
  readonly example: string;
}

/** Such a rule: the value itself, which must then fit, or one of its halves. */
function half({ part, ...given }: Half): RelocationType {
  const fields: Readonly<Record<Half['part'], Field>> = { all: LOW, lo: LOW, hi: HIGH, ha: HIGH_ADJUSTED };
  const check: Check = part === 'all' ? signed(16) : unchecked;
  return rule({ ...given, field: fields[part], check, source: TYPES });
}

/** Primary opcodes of the instructions of a long call. */
const [ADDI, ADDIS, LWZ] = [14, 15, 32] as const;

interface LongCall
  extends Pick<Half, 'type' | 'name' | 'part' | 'example'>,
    Pick<Relaxation, 'text' | 'rewrite' | 'becomes'> {
  /** The primary opcode of the instruction. */
  readonly opcode: number;
}

/** A half of where a slot of the PLT is: of the function's address, as the instructions can form that as well. */
function longCall({ opcode, text, rewrite, becomes, ...given }: LongCall): RelocationType {
  return half({
    ...given,
    value: L,
    addend: { ignoredFrom: 0x8000n },
    instruction: {
      relaxations: [
        {
          text,
          when: [{ at: -2, mask: 0xfc, value: opcode << 2 }],
          rewrite,
          becomes,
          placeShift: 0,
          newAddend: 0n,
        },
      ],
      excluded: {
        when: [[]],
        reason:
          'it tells where a slot of the PLT is, which a purgatory does not have, and its instruction is none that could form the address instead',
        remedy:
          'load from the slot as gcc does with -mlongcall (lis 11, foo@plt@ha; lwz 11, foo@plt@l(11)), or form the address (foo@ha, foo@l)',
      },
    },
    notes:
      `Part of a call by address (-mlongcall), which loads it from a slot of the PLT. ${PLT_IS_SYMBOL} Where the call does not become a branch, the instructions form its address. ` +
      'The addend, 0x8000 or more with -fPIC, is where in .got2 register 30 points, from which the slot would be reached.',
  });
}

const rules: RelocationType[] = [
  marker({
    name: 'R_PPC_NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  rule({
    name: 'R_PPC_ADDR32',
    type: 1,
    value: ADDRESS,
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'An address as data: initialised pointers, jump tables, and the words of .got2 that code compiled with -fPIC loads.',
    example: '.long foo',
  }),
  rule({
    name: 'R_PPC_ADDR24',
    type: 2,
    value: ADDRESS,
    ...BRANCH24,
    source: TYPES,
    notes: ABSOLUTE_BRANCH,
    example: 'ba foo',
  }),
  rule({
    name: 'R_PPC_ADDR16',
    type: 3,
    value: ADDRESS,
    field: LOW,
    check: signed(16),
    source: TYPES,
    notes:
      'An absolute symbol as an immediate or a displacement, which instructions extend by the sign; an address of the ' +
      'image hardly ever fits.',
    example: 'lwz 3, foo(0)',
  }),
  half({
    name: 'R_PPC_ADDR16_LO',
    type: 4,
    value: ADDRESS,
    part: 'lo',
    notes:
      'The lower half of an address: the second instruction of how compilers form every address with -fno-pic.',
    example: 'addi 3, 3, foo@l',
  }),
  half({
    name: 'R_PPC_ADDR16_HI',
    type: 5,
    value: ADDRESS,
    part: 'hi',
    notes: 'The upper half of an address, for a lower half that is taken as unsigned: lis and ori.',
    example: 'lis 3, foo@h',
  }),
  half({
    name: 'R_PPC_ADDR16_HA',
    type: 6,
    value: ADDRESS,
    part: 'ha',
    notes: `The first instruction of an address. ${HA_NOTES}`,
    example: 'lis 3, foo@ha',
  }),
  rule({
    name: 'R_PPC_ADDR14',
    type: 7,
    value: ADDRESS,
    ...BRANCH14,
    source: TYPES,
    notes: ABSOLUTE_BRANCH,
    example: 'bca 12, 2, foo',
  }),
  rule({
    name: 'R_PPC_ADDR14_BRTAKEN',
    type: 8,
    value: ADDRESS,
    ...TAKEN,
    source: TYPES,
    notes: `Also tells the processor to expect the branch. ${ABSOLUTE_BRANCH}`,
    example: 'bca 12, 2, foo@brtaken',
  }),
  rule({
    name: 'R_PPC_ADDR14_BRNTAKEN',
    type: 9,
    value: ADDRESS,
    ...NOT_TAKEN,
    source: TYPES,
    notes: `Also tells the processor not to expect the branch. ${ABSOLUTE_BRANCH}`,
    example: 'bca 12, 2, foo@brntaken',
  }),
  rule({
    name: 'R_PPC_REL24',
    type: 10,
    value: DISTANCE,
    ...BRANCH24,
    target: { weak: P },
    source: TYPES,
    notes:
      'A branch or call, 32 MiB either way; the lowest two bits are kept, as they are not of the operand.',
    example: 'bl foo',
  }),
  rule({
    name: 'R_PPC_REL14',
    type: 11,
    value: DISTANCE,
    ...BRANCH14,
    target: { weak: P },
    source: TYPES,
    notes:
      'A conditional branch, 32 KiB either way. Compilers branch around an unconditional one if it may be farther.',
    example: 'bc 12, 2, foo',
  }),
  rule({
    name: 'R_PPC_REL14_BRTAKEN',
    type: 12,
    value: DISTANCE,
    ...TAKEN,
    target: { weak: P },
    source: TYPES,
    notes:
      'A conditional branch that the processor is told to expect: the y bit is set if it leads forward. Only ' +
      'assembly sources ask for it.',
    example: 'bc 12, 2, foo@brtaken',
  }),
  rule({
    name: 'R_PPC_REL14_BRNTAKEN',
    type: 13,
    value: DISTANCE,
    ...NOT_TAKEN,
    target: { weak: P },
    source: TYPES,
    notes:
      'A conditional branch that the processor is told not to expect: the y bit is set if it leads backward. Only ' +
      'assembly sources ask for it.',
    example: 'bc 12, 2, foo@brntaken',
  }),
  half({
    name: 'R_PPC_GOT16',
    type: 14,
    value: SLOT,
    part: 'all',
    got: { slot: S },
    notes: `${GOT_NOTES} How code compiled with -fpic loads every address; -fvisibility=hidden does not change that.`,
    example: 'lwz 3, foo@got(30)',
  }),
  half({
    name: 'R_PPC_GOT16_LO',
    type: 15,
    value: SLOT,
    part: 'lo',
    got: { slot: S },
    notes: `${GOT_NOTES} This is its lower half, for tables of more than 32 KiB.`,
    example: 'lwz 3, foo@got@l(3)',
  }),
  half({
    name: 'R_PPC_GOT16_HI',
    type: 16,
    value: SLOT,
    part: 'hi',
    got: { slot: S },
    notes: `${GOT_NOTES} This is its upper half.`,
    example: 'lis 3, foo@got@h',
  }),
  half({
    name: 'R_PPC_GOT16_HA',
    type: 17,
    value: SLOT,
    part: 'ha',
    got: { slot: S },
    notes: `${GOT_NOTES} ${HA_NOTES}`,
    example: 'addis 3, 30, foo@got@ha',
  }),
  rule({
    name: 'R_PPC_PLTREL24',
    type: 18,
    value: L.minus(P),
    addend: { ignoredFrom: 0x8000n },
    ...BRANCH24,
    target: { weak: P },
    source: TYPES,
    notes:
      `A call to a function that may be elsewhere. ${PLT_IS_SYMBOL} With -fPIC the addend is no part of the distance but where ` +
      'in .got2 register 30 points, 0x8000 or more, for linkers that make a PLT stub. A smaller one is refused.',
    example: 'bl foo@plt',
  }),
  ...slotRules({ value: ADDRESS, field: word(32), source: TYPES }, [
    [20, 'R_PPC_GLOB_DAT'],
    [21, 'R_PPC_JMP_SLOT'],
  ]),
  rule({
    name: 'R_PPC_RELATIVE',
    type: 22,
    value: B.plus(A),
    field: word(32),
    check: unchecked,
    dynamic: true,
    source: TYPES,
    notes:
      'An address in a linked image: the load base is added. The only type that a static PIE should have.',
    example: '.long foo',
  }),
  rule({
    name: 'R_PPC_LOCAL24PC',
    type: 23,
    value: DISTANCE,
    ...BRANCH24,
    target: { weak: P },
    source: TYPES,
    notes:
      'A call within the file. Also how code learns the address of the GOT: it calls the blrl in the word in front of the table, ' +
      'which returns at once with the table as its return address.',
    example: 'bl foo@local',
  }),
  rule({
    name: 'R_PPC_UADDR32',
    type: 24,
    value: ADDRESS,
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'An address as data that may stand at any byte, as in packed structures. The same as R_PPC_ADDR32 otherwise.',
    example: '.reloc ., R_PPC_UADDR32, foo\n.long 0',
  }),
  rule({
    name: 'R_PPC_UADDR16',
    type: 25,
    value: ADDRESS,
    field: word(16),
    check: signed(16),
    source: TYPES,
    notes:
      'An absolute symbol as a signed constant of 16 bits at any byte. Assemblers emit R_PPC_ADDR16 instead.',
    example: '.reloc ., R_PPC_UADDR16, foo\n.short 0',
  }),
  rule({
    name: 'R_PPC_REL32',
    type: 26,
    value: DISTANCE,
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes:
      'A distance as data: jump tables of position-independent code, and what such code adds to find .got2.',
    example: '.long foo - .',
  }),
  rule({
    name: 'R_PPC_PLT32',
    type: 27,
    value: L.plus(A),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes: `The address of a function as data. ${PLT_IS_SYMBOL}`,
    example: '.reloc ., R_PPC_PLT32, foo\n.long 0',
  }),
  rule({
    name: 'R_PPC_PLTREL32',
    type: 28,
    value: L.plus(A).minus(P),
    field: word(32),
    check: unchecked,
    source: TYPES,
    notes: `The distance to a function as data. ${PLT_IS_SYMBOL}`,
    example: '.reloc ., R_PPC_PLTREL32, foo\n.long 0',
  }),
  longCall({
    name: 'R_PPC_PLT16_LO',
    type: 29,
    part: 'lo',
    opcode: LWZ,
    text: 'lwz 11, foo@plt@l(11) -> addi 11, 11, foo@l',
    rewrite: [{ at: -2, keep: 0x03, set: ADDI << 2 }],
    becomes: 'R_PPC_ADDR16_LO',
    example: 'lwz 11, foo@plt@l(11)',
  }),
  longCall({
    name: 'R_PPC_PLT16_HA',
    type: 31,
    part: 'ha',
    opcode: ADDIS,
    text: 'addis 11, 30, foo@plt@ha -> lis 11, foo@ha',
    rewrite: [{ at: -1, keep: 0xe0, set: 0 }],
    becomes: 'R_PPC_ADDR16_HA',
    example: 'lis 11, foo@plt@ha',
  }),
  half({
    name: 'R_PPC_SDAREL16',
    type: 32,
    value: FROM_SMALL_DATA,
    part: 'all',
    notes: `A distance from r13 (-msdata=sysv). ${SMALL_DATA_NOTES}`,
    example: 'lwz 3, foo@sdarel(13)',
  }),
  half({
    name: 'R_PPC_EMB_SDA2REL',
    type: 108,
    value: FROM_SMALL_DATA,
    part: 'all',
    notes: `A distance from r2, for the constants of the embedded ABI (-msdata=eabi). ${SMALL_DATA_NOTES}`,
    example: 'lwz 3, foo@sda2rel(2)',
  }),
  rule({
    name: 'R_PPC_EMB_SDA21',
    type: 109,
    value: FROM_SMALL_DATA,
    field: insn32(bits(0, 15).at(0)),
    check: signed(16),
    instruction: {
      bases: {
        forms: [
          {
            text: 'lwz 3, foo@sda21(0) -> lwz 3, foo@sdarel(13)',
            sections: SMALL_DATA,
            commons: true,
            rewrite: baseRegister(13),
          },
          {
            text: 'lwz 3, foo@sda21(0) -> lwz 3, foo@sda2rel(2)',
            sections: SMALL_CONSTANTS,
            rewrite: baseRegister(2),
          },
        ],
        reason: `the section of its symbol tells from which register it counts, and it is none of ${[...SMALL_DATA, ...SMALL_CONSTANTS].join(', ')}`,
        remedy:
          'compile all files with one -msdata and one -G, so that they agree on what is small data, or with -msdata=none',
      },
    },
    source: EMBEDDED,
    notes: `A distance from r13 or, for constants, r2, which the linker puts into the instruction (-msdata=eabi). ${SMALL_DATA_NOTES}`,
    example: 'lwz 3, foo@sda21(0)',
  }),
  marker({
    name: 'R_PPC_EMB_MRKREF',
    type: 110,
    source: EMBEDDED,
    notes:
      'Stores nothing: it says that the section needs what the symbol names, so that linkers keep that, too.',
  }),
  ...(
    [
      [119, 'R_PPC_PLTSEQ', 'mtctr'],
      [120, 'R_PPC_PLTCALL', 'bctrl'],
    ] as const
  ).map(([type, name, instruction]) =>
    marker({
      name,
      type,
      source: GNU,
      notes: `Marks the ${instruction} of a call through a slot, which becomes a branch where the function is in the image; it stays otherwise.`,
    }),
  ),
  half({
    name: 'R_PPC_REL16',
    type: 249,
    value: DISTANCE,
    part: 'all',
    notes:
      'A distance of 32 KiB either way, in the immediate of an instruction that adds it to a known address.',
    example: 'li 3, foo - .',
  }),
  half({
    name: 'R_PPC_REL16_LO',
    type: 250,
    value: DISTANCE,
    part: 'lo',
    notes:
      'The lower half of a distance: how position-independent code, compiled with -msecure-plt, comes from its own ' +
      'address to the GOT or to .got2.',
    example: 'addi 30, 30, (foo - .)@l',
  }),
  half({
    name: 'R_PPC_REL16_HI',
    type: 251,
    value: DISTANCE,
    part: 'hi',
    notes: 'The upper half of a distance, for a lower half that is taken as unsigned.',
    example: 'lis 30, (foo - .)@h',
  }),
  half({
    name: 'R_PPC_REL16_HA',
    type: 252,
    value: DISTANCE,
    part: 'ha',
    notes: `The first half of a distance. ${HA_NOTES}`,
    example: 'addis 30, 30, (foo - .)@ha',
  }),
];

const NO_TLS =
  'declare no __thread, _Thread_local or thread_local variable and link no C library, whose errno is one; ' +
  'if the stack protector asks for it, build with -fno-stack-protector or -mstack-protector-guard=global';

const OTHER_SMALL_DATA =
  'it goes through a pointer in a small data area, is for another compiler, or names both halves of a distance that compilers keep in one';

const refusals = [
  ...refuse(
    'a dynamic linker copies a variable out of a shared library, and a purgatory has neither',
    'link with -static or -static-pie, or pass the object before the final link (ld -r)',
    [[19, 'R_PPC_COPY']],
  ),
  ...refuse(
    'it is part of a call through a slot of the PLT, and a purgatory has no PLT',
    'use foo@plt@ha and foo@plt@l, as gcc does with -mlongcall, or the address itself (foo@h and foo@l)',
    [[30, 'R_PPC_PLT16_HI']],
  ),
  ...refuse(OTHER_SMALL_DATA, 'compile with -msdata=none, or use @sda21; gcc emits none of these', [
    [106, 'R_PPC_EMB_SDAI16'],
    [107, 'R_PPC_EMB_SDA2I16'],
    [116, 'R_PPC_EMB_RELSDA'],
    [180, 'R_PPC_DIAB_SDA21_LO'],
    [181, 'R_PPC_DIAB_SDA21_HI'],
    [182, 'R_PPC_DIAB_SDA21_HA'],
    [183, 'R_PPC_DIAB_RELSDA_LO'],
    [184, 'R_PPC_DIAB_RELSDA_HI'],
    [185, 'R_PPC_DIAB_RELSDA_HA'],
  ]),
  ...refuse(
    'it counts from the start of an output section, which an image that is one piece does not have',
    'use addresses or distances in assembly; gcc emits it in debug information only, which -g0 leaves out',
    [
      [33, 'R_PPC_SECTOFF'],
      [34, 'R_PPC_SECTOFF_LO'],
      [35, 'R_PPC_SECTOFF_HI'],
      [36, 'R_PPC_SECTOFF_HA'],
    ],
  ),
  ...refuse(
    'it shares a word with two other bits, and neither assemblers nor linkers know it',
    'gcc emits R_PPC_REL32 for distances; use that',
    [[37, 'R_PPC_ADDR30']],
  ),
  ...refuse('it is part of thread-local access, and a purgatory has no threads', NO_TLS, [
    [67, 'R_PPC_TLS'],
    [68, 'R_PPC_DTPMOD32'],
    [69, 'R_PPC_TPREL16'],
    [70, 'R_PPC_TPREL16_LO'],
    [71, 'R_PPC_TPREL16_HI'],
    [72, 'R_PPC_TPREL16_HA'],
    [73, 'R_PPC_TPREL32'],
    [74, 'R_PPC_DTPREL16'],
    [75, 'R_PPC_DTPREL16_LO'],
    [76, 'R_PPC_DTPREL16_HI'],
    [77, 'R_PPC_DTPREL16_HA'],
    [78, 'R_PPC_DTPREL32'],
    [79, 'R_PPC_GOT_TLSGD16'],
    [80, 'R_PPC_GOT_TLSGD16_LO'],
    [81, 'R_PPC_GOT_TLSGD16_HI'],
    [82, 'R_PPC_GOT_TLSGD16_HA'],
    [83, 'R_PPC_GOT_TLSLD16'],
    [84, 'R_PPC_GOT_TLSLD16_LO'],
    [85, 'R_PPC_GOT_TLSLD16_HI'],
    [86, 'R_PPC_GOT_TLSLD16_HA'],
    [87, 'R_PPC_GOT_TPREL16'],
    [88, 'R_PPC_GOT_TPREL16_LO'],
    [89, 'R_PPC_GOT_TPREL16_HI'],
    [90, 'R_PPC_GOT_TPREL16_HA'],
    [91, 'R_PPC_GOT_DTPREL16'],
    [92, 'R_PPC_GOT_DTPREL16_LO'],
    [93, 'R_PPC_GOT_DTPREL16_HI'],
    [94, 'R_PPC_GOT_DTPREL16_HA'],
    [95, 'R_PPC_TLSGD'],
    [96, 'R_PPC_TLSLD'],
  ]),
  ...refuse(
    'it is of the embedded ABI and stores the negative of an address, which no compiler asks for',
    'subtract the address in the source; gcc emits none of these',
    [
      [101, 'R_PPC_EMB_NADDR32'],
      [102, 'R_PPC_EMB_NADDR16'],
      [103, 'R_PPC_EMB_NADDR16_LO'],
      [104, 'R_PPC_EMB_NADDR16_HI'],
      [105, 'R_PPC_EMB_NADDR16_HA'],
    ],
  ),
  ...refuse(
    'it is of the embedded ABI and depends on the section in which a linker puts the symbol, or on a bit field',
    'use addresses or distances in assembly; gcc emits none of these',
    [
      [111, 'R_PPC_EMB_RELSEC16'],
      [112, 'R_PPC_EMB_RELST_LO'],
      [113, 'R_PPC_EMB_RELST_HI'],
      [114, 'R_PPC_EMB_RELST_HA'],
      [115, 'R_PPC_EMB_BIT_FLD'],
    ],
  ),
  ...refuse(
    'it is for instructions of variable length (VLE), in which no prologue can be entered',
    'compile with -mno-vle and assemble without -mvle',
    [
      [216, 'R_PPC_VLE_REL8'],
      [217, 'R_PPC_VLE_REL15'],
      [218, 'R_PPC_VLE_REL24'],
      [219, 'R_PPC_VLE_LO16A'],
      [220, 'R_PPC_VLE_LO16D'],
      [221, 'R_PPC_VLE_HI16A'],
      [222, 'R_PPC_VLE_HI16D'],
      [223, 'R_PPC_VLE_HA16A'],
      [224, 'R_PPC_VLE_HA16D'],
      [225, 'R_PPC_VLE_SDA21'],
      [226, 'R_PPC_VLE_SDA21_LO'],
      [227, 'R_PPC_VLE_SDAREL_LO16A'],
      [228, 'R_PPC_VLE_SDAREL_LO16D'],
      [229, 'R_PPC_VLE_SDAREL_HI16A'],
      [230, 'R_PPC_VLE_SDAREL_HI16D'],
      [231, 'R_PPC_VLE_SDAREL_HA16A'],
      [232, 'R_PPC_VLE_SDAREL_HA16D'],
      [233, 'R_PPC_VLE_ADDR20'],
    ],
  ),
  ...refuse(
    'it is the operand of addpcis, an instruction of POWER9, which is a 64-bit machine',
    'compile with -mcpu=powerpc',
    [[246, 'R_PPC_REL16DX_HA']],
  ),
  ...refuse(
    'an indirect function must be called to learn its address, before anything it uses is relocated',
    'use no __attribute__((ifunc)), and link without the C library (-nostdlib)',
    [[248, 'R_PPC_IRELATIVE']],
  ),
  ...refuse(
    'it is private to GNU tools, tells a linker which C++ virtual functions are unused, and is in no psABI',
    'compile without -fvtable-gc',
    [
      [253, 'R_PPC_GNU_VTINHERIT'],
      [254, 'R_PPC_GNU_VTENTRY'],
    ],
  ),
  ...refuse(
    'it counts from a table of contents, which the 32-bit psABI does not have',
    'compile for powerpc-linux-gnu, not for AIX; gcc emits R_PPC_GOT16 there',
    [[255, 'R_PPC_TOC16']],
  ),
];

export const ppc = architecture(
  machine,
  [...rules, ...refusals].sort((a, b) => a.type - b.type),
);
