/**
 * 64-bit PowerPC: both byte orders, ELFv2 and ELFv1. Relocation types, and what a prologue finds there. Bits are
 * numbered from the lowest, where the manuals number them from the highest.
 *
 *     31    26 25  21 20  16 15                2 1  0
 *     | opcode |            LI, 24             |AA|LK|      b, bl        REL24
 *     | opcode |  rt  |  ra  |    immediate, 16      |      addis, addi   *16, _LO, _HA; a multiple of 4 in ld, std: _DS
 *     | opcode |  rt  | 17-21 | 22-31 | … |   | 16   |      addpcis       REL16DX_HA: three pieces
 *     | prefix … 16-33 |  | opcode | rt | ra | 0-15  |      pld, paddi    D34, PCREL34: two words, 34 bits
 *
 * The place of a 16-bit type is the halfword with the immediate: at the instruction on little-endian machines, 2
 * bytes into it on big-endian ones. The prefix is the first word in either order.
 *
 * Code reaches its data from the TOC pointer, r2, 0x8000 behind the start of the table (.toc, or the GOT), which
 * stands at a multiple of 256. .TOC. is an undefined symbol that means the pointer. Addresses in full take four
 * instructions: _HIGHEST, _HIGHER, _HIGH and _LO; the types with an A at the end round for a lowest half that is
 * added with its sign.
 *
 * A function of ELFv2 may have two entry points: st_other tells how far behind the symbol the local one is, for
 * callers that share the TOC pointer (letter E). Between callers with a TOC pointer and functions that do not keep it, and
 * the other way round, stands a bridge; jumps and conditional branches of the former are refused. In ELFv1 a function's symbol names a descriptor in
 * .opd, and a call goes to the address in its first word. The entry is a function like others: where it has two entry
 * points it is entered at the global one with its address in r12, and through a descriptor with r2 from its second word.
 *
 * pld through the GOT becomes paddi where the symbol is known. Calls through a slot of the PLT (-mlongcall) have it in the GOT: r12
 * then is the function's address, so that caller and callee need not share the TOC pointer. Other marks for linkers (PLTSEQ,
 * TOCSAVE, PCREL_OPT) stay.
 *
 * Functions that save and restore registers (-Os) are in no object: whoever links makes those that are called.
 *
 * kexec copies the first 256 bytes of a purgatory for other processors: such a header begins with a branch, which is
 * led to the prologue.
 *
 * Traps: _HI and _HA check 32 bits, _HIGH and _HIGHA do not; beside _HIGHER and _HIGHEST of the same address, as older code has
 * them, they need not. kexec-tools stores REL64 and REL32 wrongly, and does not
 * round REL16_HA; Linux mended its copy. Patched code needs cache maintenance by address. After a bl a nop stays,
 * which linkers may replace by a load of r2.
 *
 * Sources: ELFv2 3.5.3; what only binutils has is marked GNU.
 */
import { type Architecture, architecture } from '../architecture.ts';
import { type Check, either, multipleOf, signed, unchecked } from '../check.ts';
import { other, range, register } from '../entry.ts';
import { A, B, E, type Expression, G, GOT, P, S, TOC } from '../expression.ts';
import { bits, type Field, insn16, insn32, insnPair, type Slice, withZeros, word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, type Rule, refuse, rule, slotRules } from '../rule.ts';
import type { BytePattern, InstructionFacet, TargetFacet } from '../rule-facets.ts';
import { LOADERS } from './loaders/ppc64.ts';
import { bridgesOf, CLOBBERS_TOC, LOCAL_ENTRY_BITS, NEEDS_TOC } from './ppc64-bridges.ts';
import { saveRestore } from './ppc64-save-restore.ts';
import { TOLD } from './told/ppc64.ts';

const ABI = '64-Bit ELF V2 ABI Specification, Power Architecture, 3.5.3';
const GNU = 'GNU binutils, include/elf/ppc64.h and the assembler manual on PowerPC operators';

type Order = 'little' | 'big';

/** Primary opcodes of instructions by which functions count from their address. */
const [ADDI, ADDIS, LD] = [14, 15, 58] as const;

/** What an instruction with this opcode looks like whose base is r12. */
function fromR12(order: Order, opcode: number): BytePattern[] {
  const [first, second] = order === 'big' ? [0, 1] : [3, 2];
  return [
    { at: first, mask: 0xfc, value: opcode << 2 },
    { at: second, mask: 0x1f, value: 12 },
  ];
}

function machine(order: Order): Machine {
  return {
    arch: order === 'little' ? 'ppc64le' : 'ppc64',
    psabi: 'ppc64',
    title: `64-bit PowerPC, ${order}-endian`,
    otherNames: order === 'little' ? ['ppc64el', 'powerpc64le'] : ['powerpc64'],
    elfMachine: 21,
    wordBits: 64,
    dataOrder: order,
    instructionOrder: order,
    addends: 'explicit',
    unalignedFaults: false,
    // Code without calls of functions may leave it open.
    elf: {
      agreement: [
        {
          mask: 3,
          what: 'the version of the ABI',
          together: [
            [0, 1],
            [0, 2],
          ],
        },
      ],
    },
    code: {
      alignment: 4,
      cache: { line: ['dcbst', 'sync', 'icbi'], fences: [['isync']] },
      fullAddresses: 'compile with -mcmodel=large',
    },
    functions: {
      localEntry: {
        mask: LOCAL_ENTRY_BITS,
        distances: [
          { other: 0, bytes: 0 },
          { other: 0x60, bytes: 8 },
          { other: 0x20, bytes: 0 },
          { other: 0x40, bytes: 4 },
          { other: 0x80, bytes: 16 },
          { other: 0xa0, bytes: 32 },
          { other: 0xc0, bytes: 64 },
        ],
        remedy: 'rebuild the object with a compiler that keeps to the ABI (gcc or clang with -mabi=elfv2)',
        countsFromEntry: [ADDI, ADDIS, LD].map((opcode) => fromR12(order, opcode)),
      },
      descriptors: {
        section: '.opd',
        pointer: 'R_PPC64_ADDR64',
        data: 8,
        // EF_PPC64_ABI
        flags: { mask: 3, value: 1 },
      },
      made: saveRestore,
      bridges: bridgesOf(order),
    },
    pointers: { toc: { symbol: '.TOC.', section: '.toc', bias: 0x8000, alignment: 256 } },
    loading: {
      loaders: LOADERS,
      avoid: [
        { types: ['TOC16_HA', 'TOC16_LO', 'TOC16_LO_DS'], by: 'compile with -mcmodel=small' },
        { types: ['REL32', 'REL64'], by: 'compile with -fno-asynchronous-unwind-tables' },
      ],
      told: TOLD,
      header: { bytes: 0x100, branch: { rule: 'R_PPC64_REL24', opcode: 0x4800_0000n } },
    },
    entry: {
      preserved: [
        register('r1'),
        register('r2'),
        register('r3', 'physical processor number'),
        register('r4', 'address of the purgatory'),
        register('r5'),
        range('r', 13, 31),
      ],
      clobbered: [register('r0'), range('r', 6, 12), ...['lr', 'ctr', 'cr0'].map(other)],
      stackPointer: 'r1',
      state:
        "64-bit real mode in the machine's byte order, interrupts disabled, storage neither caching-inhibited nor guarded, so that " +
        'unaligned data can be accessed',
      promises: [
        { register: 'r12', to: 'two entries' },
        { register: 'r2', to: 'descriptor' },
      ],
      failure: { register: 'r12', place: 'r7' },
    },
  };
}

/** A halfword of an instruction, or of data, that shows bits `low` to `low + 15` of the value. */
const half = (low: number): Field => insn16(bits(low, low + 15).at(0));
const halfRounded = (low: number): Field =>
  insn16(
    bits(low, low + 15)
      .rounded()
      .at(0),
  );
/** The displacement of loads and stores of doublewords: a multiple of 4, whose low two bits belong to the opcode. */
const HALF_DS = insn16(bits(2, 15).at(2));
const LOW24 = insn32(bits(2, 25).at(2));
const LOW14 = insn32(bits(2, 15).at(2));
/** addpcis: the immediate stands in three pieces. */
const DX = insn32(bits(22, 31).at(6), bits(17, 21).at(16), bits(16, 16).at(0));

const SIGNED_HA = signed(32, { rounded: 16 });
/** What @highera and @highesta add before they drop bits. */
const ROUND16 = 0x8000n;
const ROUND34 = 1n << 33n;

const ABSOLUTE = S.plus(A);
const PC_RELATIVE = S.plus(A).minus(P);
const TO_CODE = S.plus(A).plus(E).minus(P);
const TOC_RELATIVE = S.plus(A).minus(TOC);
const SLOT_FROM_TOC = G.plus(GOT).minus(TOC);
const SLOT_FROM_PLACE = G.plus(GOT).minus(P);

/** Prefixed instructions: the prefix is the first word in either byte order, and holds the upper bits. */
function prefixed(order: Order, low: readonly [number, number], high: readonly [number, number]): Field {
  const prefix = order === 'little' ? 0 : 32;
  const suffix = 32 - prefix;
  const slices: Slice[] = [bits(...high).at(prefix), bits(...low).at(suffix)];
  return insnPair(...slices);
}

/** Primary opcodes of lxvp and stxvp, of lq, and of what lxv and stxv are among. */
const [VECTOR_PAIR, QUADWORD, VECTOR] = [6, 56, 61] as const;
/** … of quadwords: a multiple of 16, whose low four bits belong to opcode and register (DQ). */
const HALF_DQ = insn16(bits(4, 15).at(4));

/** What instructions of the form DQ look like from the halfword with the immediate. */
function quadwords(order: Order): BytePattern[][] {
  const opcode = (number: number): BytePattern => ({
    at: order === 'big' ? -2 : 3,
    mask: 0xfc,
    value: number << 2,
  });
  const low: BytePattern = { at: order === 'big' ? 1 : 0, mask: 3, value: 1 };
  return [[opcode(VECTOR_PAIR)], [opcode(QUADWORD)], [opcode(VECTOR), low]];
}

interface Half extends Pick<Rule, 'got' | 'instruction' | 'parts' | 'target'> {
  readonly type: number;
  readonly name: string;
  readonly value: Expression;
  readonly field: Field;
  readonly check: Check;
  readonly notes: string;
  readonly example: string;
  readonly source?: string;
}

function half16({ source = ABI, ...given }: Half): Rule {
  return rule({ ...given, source });
}

interface Family extends Pick<Rule, 'got' | 'target'> {
  readonly order: Order;
  /** Of the names, such as `ADDR16`. */
  readonly stem: string;
  readonly value: Expression;
  readonly what: string;
  /** After the symbol in assembly, such as `@toc`. */
  readonly operator: string;
  /** Numbers of the members that there are. */
  readonly plain?: number;
  readonly lo?: number;
  readonly hi?: number;
  readonly ha?: number;
  readonly ds?: number;
  readonly loDs?: number;
}

const NO_QUADWORD = 'it is in an instruction that loads or stores 16 bytes, and a slot has 8';
const LOAD_SLOT = 'load the address from the slot (ld 3, foo@got(2)), and the quadword from there';

/** The members that the families of 16-bit immediates have in common. */
function family({ order, stem, value, what, operator, got, target, ...numbers }: Family): Rule[] {
  const { plain, lo, hi, ha, ds, loDs } = numbers;
  const through = { ...(got ? { got } : {}), ...(target ? { target } : {}) };
  const symbol = (suffix: string): string => `foo${operator}${suffix}`;
  const check16 = stem === 'ADDR16' ? either(16) : signed(16);
  const quadword = (of: string): InstructionFacet => ({ form: { of, when: quadwords(order) } });
  // Of the GOT and the TOC, which are small, there are no parts above these.
  const upper = (notes: string, suffix: '' | 'A'): Pick<Half, 'notes' | 'parts'> => {
    if (stem !== 'ADDR16' && stem !== 'REL16') return { notes };
    const types = [`R_PPC64_${stem}_HIGHER${suffix}`, `R_PPC64_${stem}_HIGHEST${suffix}`] as const;
    const becomes = `R_PPC64_${stem}_HIGH${suffix}`;
    return {
      notes: `${notes} Beside ${types.join(' and ')} of the same address it is ${becomes}.`,
      parts: { above: { types, becomes } },
    };
  };
  // A slot is no quadword.
  const doublewords: Pick<Rule, 'instruction'> = got
    ? { instruction: { excluded: { when: quadwords(order), reason: NO_QUADWORD, remedy: LOAD_SLOT } } }
    : {};
  const rows: (readonly [number | undefined, Omit<Half, 'type' | 'value'>])[] = [
    [
      plain,
      {
        name: `R_PPC64_${stem}`,
        field: half(0),
        check: check16,
        notes: `${what}, in the 16 bits of one immediate: 32 KiB either way, or a constant.`,
        example: `addi 3, 2, ${symbol('')}`,
      },
    ],
    [
      lo,
      {
        name: `R_PPC64_${stem}_LO`,
        field: half(0),
        check: unchecked,
        notes: `The lower half of a pair: ${what.toLowerCase()}, bits 0 to 15, which the instruction takes as signed.`,
        example: `addi 3, 3, ${symbol('@l')}`,
      },
    ],
    [
      hi,
      {
        name: `R_PPC64_${stem}_HI`,
        field: half(16),
        check: signed(32),
        ...upper(
          `The upper half of a pair: ${what.toLowerCase()}, bits 16 to 31, for a lower half that is taken as unsigned (ori).`,
          '',
        ),
        example: `lis 3, ${symbol('@h')}`,
      },
    ],
    [
      ha,
      {
        name: `R_PPC64_${stem}_HA`,
        field: halfRounded(16),
        check: SIGNED_HA,
        ...upper(
          `The upper half of a pair: ${what.toLowerCase()}, bits 16 to 31, rounded by 0x8000 for a lower half that is taken as signed (addi).`,
          'A',
        ),
        example: `addis 3, 2, ${symbol('@ha')}`,
      },
    ],
    [
      ds,
      {
        name: `R_PPC64_${stem}_DS`,
        field: HALF_DS,
        check: multipleOf(4, signed(16)),
        notes: `${what}, in the immediate of ld, lwa or std: a multiple of 4, whose low two bits belong to the opcode.`,
        example: `ld 3, ${symbol('')}(2)`,
        ...doublewords,
      },
    ],
    [
      got ? undefined : ds,
      {
        name: `R_PPC64_${stem}_DQ`,
        field: HALF_DQ,
        check: multipleOf(16, signed(16)),
        instruction: quadword(`R_PPC64_${stem}_DS`),
        notes: `R_PPC64_${stem}_DS in lq, lxv, stxv, lxvp or stxvp: a multiple of 16, whose low four bits belong to opcode and register.`,
        example: `lxv 3, ${symbol('')}(2)`,
      },
    ],
    [
      loDs,
      {
        name: `R_PPC64_${stem}_LO_DS`,
        field: HALF_DS,
        check: multipleOf(4),
        notes: `The lower half of a pair, in the immediate of ld, lwa or std: a multiple of 4, whose low two bits belong to the opcode.`,
        example: `ld 3, ${symbol('@l')}(3)`,
        ...doublewords,
      },
    ],
    [
      got ? undefined : loDs,
      {
        name: `R_PPC64_${stem}_LO_DQ`,
        field: HALF_DQ,
        check: multipleOf(16),
        instruction: quadword(`R_PPC64_${stem}_LO_DS`),
        notes: `R_PPC64_${stem}_LO_DS in lq, lxv, stxv, lxvp or stxvp: a multiple of 16, whose low four bits belong to opcode and register.`,
        example: `lxv 3, ${symbol('@l')}(3)`,
      },
    ],
  ];
  return rows.flatMap(([type, row]) =>
    type === undefined ? [] : [half16({ ...row, ...through, type, value })],
  );
}

/** Bits 32 and up of an address or distance; the rounded ones round by 0x8000, for a lowest half that is signed. */
function upperHalves(
  stem: 'ADDR16' | 'REL16',
  value: Expression,
  numbers: {
    readonly higher: number;
    readonly highera: number;
    readonly highest: number;
    readonly highesta: number;
  },
  source: string,
): Rule[] {
  const what = stem === 'ADDR16' ? 'an address' : 'a distance';
  const operand = stem === 'ADDR16' ? 'foo' : '(foo-.)';
  return (
    [
      ['HIGHER', numbers.higher, 32, false],
      ['HIGHERA', numbers.highera, 32, true],
      ['HIGHEST', numbers.highest, 48, false],
      ['HIGHESTA', numbers.highesta, 48, true],
    ] as const
  ).map(([suffix, type, low, rounded]) =>
    half16({
      type,
      name: `R_PPC64_${stem}_${suffix}`,
      value: rounded ? value.plus(ROUND16) : value,
      field: half(low),
      check: unchecked,
      notes:
        `Bits ${low} to ${low + 15} of ${what}: one of the four instructions that build it in full.` +
        (rounded ? ' It is rounded by 0x8000, because the lowest half is taken as signed.' : ''),
      example: `lis 3, ${operand}@${suffix.toLowerCase()}`,
      source,
    }),
  );
}

/** The upper bits beside a prefixed instruction, which holds 34. */
function upperHalves34(stem: 'ADDR16' | 'REL16', value: Expression, first: number): Rule[] {
  const what = stem === 'ADDR16' ? 'an address' : 'a distance';
  const high = withZeros(insn16(bits(50, 63).at(0)), 14, 15);
  return (
    [
      ['HIGHER34', half(34), value],
      ['HIGHERA34', half(34), value.plus(ROUND34)],
      ['HIGHEST34', high, value],
      ['HIGHESTA34', high, value.plus(ROUND34)],
    ] as const
  ).map(([suffix, field, X], index) =>
    half16({
      type: first + index,
      name: `R_PPC64_${stem}_${suffix}`,
      value: X,
      field,
      check: unchecked,
      notes: `Bits ${suffix.startsWith('HIGHER') ? '34 to 49' : '50 to 63'} of ${what}, above the 34 of a prefixed instruction${suffix.includes('A34') ? ', rounded for them to be signed' : ''}.`,
      example: `.reloc ., R_PPC64_${stem}_${suffix}, foo\n.short 0`,
      source: GNU,
    }),
  );
}

const BRANCH_NOTES =
  'A function with two entry points is entered at the local one, because caller and callee share the TOC pointer.';

const CALL_FROM_TOC: TargetFacet = {
  calls: true,
  excluded: {
    mask: LOCAL_ENTRY_BITS,
    values: CLOBBERS_TOC,
    reason:
      'the function called does not keep the TOC pointer, which its caller needs, and this is no call (bl) with a nop behind it that could restore it',
    remedy: 'compile all files for one processor, with -mno-pcrel (-mcpu=power9) or all with -mcpu=power10',
  },
};
const CALL_WITHOUT_TOC: TargetFacet = {
  calls: true,
  excluded: {
    mask: LOCAL_ENTRY_BITS,
    values: NEEDS_TOC,
    reason:
      'the function called needs the TOC pointer, which its caller does not have; a linker would put a stub between them',
    remedy: 'compile all files for one processor, with -mno-pcrel (-mcpu=power9) or all with -mcpu=power10',
  },
};

/** A branch or call that can only be there behind a test of its target. */
function weakBranch(order: Order): InstructionFacet {
  const nop = order === 'big' ? [0x60, 0, 0, 0] : [0, 0, 0, 0x60];
  return {
    weak: [
      {
        text: 'b foo, bl foo -> nop',
        when: [{ at: order === 'big' ? 0 : 3, mask: 0xfc, value: 0x48 }],
        rewrite: nop.map((set, at) => ({ at, keep: 0, set })),
      },
    ],
  };
}

const NO_TLS =
  'declare no __thread, _Thread_local or thread_local variable; if the stack protector asks for it, build with ' +
  '-fno-stack-protector or -mstack-protector-guard=global';

function typesOf(order: Order): RelocationType[] {
  const pldToPaddi = {
    text: 'pld 3, foo@got@pcrel -> paddi 3, 0, foo@pcrel, 1',
    addend: 0n,
    when: [
      { at: order === 'little' ? 3 : 0, mask: 0xff, value: 0x04 },
      { at: order === 'little' ? 7 : 4, mask: 0xfc, value: 0xe4 },
    ],
    rewrite: [
      { at: order === 'little' ? 3 : 0, keep: 0, set: 0x06 },
      { at: order === 'little' ? 7 : 4, keep: 0x03, set: 0x38 },
    ],
    becomes: 'R_PPC64_PCREL34',
    placeShift: 0,
    newAddend: 0n,
  };
  const d34 = prefixed(order, [0, 15], [16, 33]);
  const d34Upper = withZeros(
    prefixed(order, [34, 49], [50, 63]),
    (order === 'little' ? 0 : 32) + 14,
    (order === 'little' ? 0 : 32) + 17,
  );
  const d28 = prefixed(order, [0, 15], [16, 27]);
  return [
    marker({
      name: 'R_PPC64_NONE',
      type: 0,
      source: ABI,
      notes: 'Stores nothing; `.reloc` emits it, so that linkers keep a section that nothing else refers to.',
    }),
    rule({
      name: 'R_PPC64_ADDR32',
      type: 1,
      value: ABSOLUTE,
      field: word(32),
      check: either(32),
      source: ABI,
      notes: 'An address below 4 GiB, or a constant, as data; it may be read signed or unsigned.',
      example: '.long foo',
    }),
    rule({
      name: 'R_PPC64_ADDR24',
      type: 2,
      value: ABSOLUTE,
      field: LOW24,
      check: multipleOf(4, signed(26)),
      source: ABI,
      notes: 'A branch to an absolute address, within the first or last 32 MiB of the address space.',
      example: 'bla foo',
    }),
    ...family({
      order,
      stem: 'ADDR16',
      value: ABSOLUTE,
      what: 'An address',
      operator: '',
      plain: 3,
      lo: 4,
      hi: 5,
      ha: 6,
    }),
    rule({
      name: 'R_PPC64_ADDR14',
      type: 7,
      value: ABSOLUTE,
      field: LOW14,
      check: multipleOf(4, signed(16)),
      source: ABI,
      notes:
        'A conditional branch to an absolute address, within the first or last 32 KiB of the address space.',
      example: 'beqa foo',
    }),
    ...refuse(
      'it also chooses a hint in the instruction by the direction of the branch',
      'give the hint in the mnemonic (beq+ or beq-), for which GNU as emits R_PPC64_REL14 (gcc and clang emit none of these)',
      [
        [8, 'R_PPC64_ADDR14_BRTAKEN'],
        [9, 'R_PPC64_ADDR14_BRNTAKEN'],
        [12, 'R_PPC64_REL14_BRTAKEN'],
        [13, 'R_PPC64_REL14_BRNTAKEN'],
      ],
    ),
    rule({
      name: 'R_PPC64_REL24',
      type: 10,
      value: TO_CODE,
      field: LOW24,
      check: multipleOf(4, signed(26)),
      target: CALL_FROM_TOC,
      instruction: weakBranch(order),
      source: ABI,
      notes:
        `A branch or call, 32 MiB either way. ${BRANCH_NOTES} The nop behind a call stays, unless the function does not keep the TOC pointer. A call of an undefined weak ` +
        'function becomes a nop, as GNU ld has it.',
      example: 'bl foo',
    }),
    rule({
      name: 'R_PPC64_REL14',
      type: 11,
      value: TO_CODE,
      field: LOW14,
      check: multipleOf(4, signed(16)),
      target: { ...CALL_FROM_TOC, weak: P },
      source: ABI,
      notes: `A conditional branch, 32 KiB either way. ${BRANCH_NOTES} One to an undefined weak function stays at itself, as lld has it.`,
      example: 'beq foo',
    }),
    ...family({
      order,
      stem: 'GOT16',
      value: SLOT_FROM_TOC,
      what: 'The distance of a GOT slot from the TOC pointer',
      operator: '@got',
      got: { slot: ABSOLUTE },
      plain: 14,
      lo: 15,
      hi: 16,
      ha: 17,
    }),
    ...slotRules({ value: ABSOLUTE, field: word(64), source: ABI }, [[20, 'R_PPC64_GLOB_DAT']]),
    // Of ELFv1 it is a copy of a descriptor.
    ...slotRules({ value: ABSOLUTE, field: word(64), source: ABI, target: { calls: true } }, [
      [21, 'R_PPC64_JMP_SLOT'],
    ]),
    rule({
      name: 'R_PPC64_RELATIVE',
      type: 22,
      value: B.plus(A),
      field: word(64),
      check: unchecked,
      dynamic: true,
      source: ABI,
      notes: 'What linkers make of absolute words in a static PIE: the load base plus the addend.',
      example: '.quad foo (linked with -static-pie)',
    }),
    rule({
      name: 'R_PPC64_UADDR32',
      type: 24,
      value: ABSOLUTE,
      field: word(32),
      check: either(32),
      source: ABI,
      notes: 'The same as R_PPC64_ADDR32 for a word that need not be aligned; no word need be here.',
      example: '.reloc ., R_PPC64_UADDR32, foo\n.long 0',
    }),
    rule({
      name: 'R_PPC64_UADDR16',
      type: 25,
      value: ABSOLUTE,
      field: word(16),
      check: either(16),
      source: ABI,
      notes: 'The same as R_PPC64_ADDR16 for data that need not be aligned; none need be here.',
      example: '.reloc ., R_PPC64_UADDR16, foo\n.short 0',
    }),
    rule({
      name: 'R_PPC64_REL32',
      type: 26,
      value: PC_RELATIVE,
      field: word(32),
      check: signed(32),
      source: ABI,
      notes: 'A distance as data: jump tables that count from themselves, and .eh_frame.',
      example: '.long foo - .',
    }),
    ...refuse(
      'it is emitted by no assembler, and linkers differ on what it means',
      'write the distance as a word of 32 bits (.long foo - .), as gcc and clang do',
      [[37, 'R_PPC64_ADDR30']],
    ),
    rule({
      name: 'R_PPC64_ADDR64',
      type: 38,
      value: ABSOLUTE,
      field: word(64),
      check: unchecked,
      source: ABI,
      notes:
        'An address as a whole word: pointers in initialised data, entries of .toc, words of function descriptors.',
      example: '.quad foo',
    }),
    ...upperHalves('ADDR16', ABSOLUTE, { higher: 39, highera: 40, highest: 41, highesta: 42 }, ABI),
    rule({
      name: 'R_PPC64_UADDR64',
      type: 43,
      value: ABSOLUTE,
      field: word(64),
      check: unchecked,
      source: ABI,
      notes: 'The same as R_PPC64_ADDR64 for a word that need not be aligned; no word need be here.',
      example: '.reloc ., R_PPC64_UADDR64, foo\n.quad 0',
    }),
    rule({
      name: 'R_PPC64_REL64',
      type: 44,
      value: PC_RELATIVE,
      field: word(64),
      check: unchecked,
      source: ABI,
      notes: 'A distance of any size, in tables that need no relocation at load time.',
      example: '.quad foo - .',
    }),
    ...family({
      order,
      stem: 'TOC16',
      value: TOC_RELATIVE,
      what: 'A distance from the TOC pointer',
      operator: '@toc',
      plain: 47,
      lo: 48,
      hi: 49,
      ha: 50,
    }),
    rule({
      name: 'R_PPC64_TOC',
      type: 51,
      value: TOC.plus(A),
      field: word(64),
      check: unchecked,
      source: ABI,
      notes: 'The TOC pointer as data: the second word of a function descriptor. The symbol does not matter.',
      example: '.quad .TOC.@tocbase',
    }),
    ...family({ order, stem: 'ADDR16', value: ABSOLUTE, what: 'An address', operator: '', ds: 56, loDs: 57 }),
    ...family({
      order,
      stem: 'GOT16',
      value: SLOT_FROM_TOC,
      what: 'The distance of a GOT slot from the TOC pointer',
      operator: '@got',
      got: { slot: ABSOLUTE },
      ds: 58,
      loDs: 59,
    }),
    ...family({
      order,
      stem: 'TOC16',
      value: TOC_RELATIVE,
      what: 'A distance from the TOC pointer',
      operator: '@toc',
      ds: 63,
      loDs: 64,
    }),
    marker({
      name: 'R_PPC64_TOCSAVE',
      type: 109,
      source: ABI,
      notes:
        'Tells a linker where the TOC pointer could be saved, so that no bridge need do it; here they do.',
    }),
    half16({
      type: 110,
      name: 'R_PPC64_ADDR16_HIGH',
      value: ABSOLUTE,
      field: half(16),
      check: unchecked,
      notes: 'Bits 16 to 31 of an address of any size: as R_PPC64_ADDR16_HI, but others hold the bits above.',
      example: 'oris 3, 3, foo@high',
    }),
    half16({
      type: 111,
      name: 'R_PPC64_ADDR16_HIGHA',
      value: ABSOLUTE,
      field: halfRounded(16),
      check: unchecked,
      notes:
        'Bits 16 to 31 of an address of any size, rounded by 0x8000: as R_PPC64_ADDR16_HA, but others hold the bits above.',
      example: 'oris 3, 3, foo@higha',
    }),
    rule({
      name: 'R_PPC64_REL24_NOTOC',
      type: 116,
      value: TO_CODE,
      field: LOW24,
      check: multipleOf(4, signed(26)),
      target: CALL_WITHOUT_TOC,
      instruction: weakBranch(order),
      source: ABI,
      notes:
        'A branch or call in code that has no TOC pointer (-mcpu=power10), 32 MiB either way. To a function that needs one it ' +
        'goes over a bridge, which gives that its address in r12.',
      example: 'bl foo@notoc',
    }),
    rule({
      name: 'R_PPC64_ADDR64_LOCAL',
      type: 117,
      value: S.plus(A).plus(E),
      field: word(64),
      check: unchecked,
      source: ABI,
      notes: "The address of a function's local entry point as a whole word.",
      example: '.quad foo@localentry',
    }),
    marker({
      name: 'R_PPC64_ENTRY',
      type: 118,
      source: ABI,
      notes:
        'Marks a function that finds its TOC pointer with two instructions a linker may shorten; they stay.',
    }),
    ...(
      [
        [119, 'PLTSEQ'],
        [120, 'PLTCALL'],
        [121, 'PLTSEQ_NOTOC'],
        [122, 'PLTCALL_NOTOC'],
      ] as const
    ).map(([type, name]) =>
      marker({
        name: `R_PPC64_${name}`,
        type,
        source: ABI,
        notes:
          'Marks an instruction of a call through a slot, which a linker may turn into a direct call; it stays.',
      }),
    ),
    marker({
      name: 'R_PPC64_PCREL_OPT',
      type: 123,
      source: ABI,
      notes:
        'Allows a linker to join the load of an address and the access through it; both stay as they are.',
    }),
    rule({
      name: 'R_PPC64_REL24_P9NOTOC',
      type: 124,
      value: TO_CODE,
      field: LOW24,
      check: multipleOf(4, signed(26)),
      target: CALL_WITHOUT_TOC,
      instruction: weakBranch(order),
      source: GNU,
      notes:
        'As R_PPC64_REL24_NOTOC, where a bridge must not use the instructions of POWER10; here none does.',
      example: '.reloc ., R_PPC64_REL24_P9NOTOC, foo\nb .',
    }),
    rule({
      name: 'R_PPC64_D34',
      type: 128,
      value: ABSOLUTE,
      field: d34,
      check: signed(34),
      source: ABI,
      notes: 'An address in a prefixed instruction of POWER10: 8 GiB either way of 0.',
      example: 'paddi 3, 0, foo',
    }),
    rule({
      name: 'R_PPC64_D34_LO',
      type: 129,
      value: ABSOLUTE,
      field: d34,
      check: unchecked,
      source: GNU,
      notes: 'The low 34 bits of an address, in a prefixed instruction; others hold the bits above.',
      example: '.reloc ., R_PPC64_D34_LO, foo\n.quad 0',
    }),
    ...(
      [
        [130, 'HI30', ABSOLUTE, ''],
        [131, 'HA30', ABSOLUTE.plus(ROUND34), ', rounded for the lower 34 to be signed'],
      ] as const
    ).map(([type, name, value, more]) =>
      rule({
        name: `R_PPC64_D34_${name}`,
        type,
        value,
        field: d34Upper,
        check: unchecked,
        source: GNU,
        notes: `The 30 bits of an address above the low 34, in a prefixed instruction${more}.`,
        example: `.reloc ., R_PPC64_D34_${name}, foo\n.quad 0`,
      }),
    ),
    rule({
      name: 'R_PPC64_PCREL34',
      type: 132,
      value: PC_RELATIVE,
      field: d34,
      check: signed(34),
      instruction: {
        absolute: {
          text: 'paddi 3, 0, foo@pcrel, 1 -> paddi 3, 0, foo, 0',
          when: [{ at: order === 'little' ? 2 : 1, mask: 0x10, value: 0x10 }],
          rewrite: [{ at: order === 'little' ? 2 : 1, keep: 0xef, set: 0 }],
          becomes: 'R_PPC64_D34',
        },
      },
      source: ABI,
      notes:
        'A distance in a prefixed instruction of POWER10, 8 GiB either way: how -mcpu=power10 reaches data. To what does not ' +
        'move, such as a weak symbol that nobody defines, it becomes the address itself.',
      example: 'paddi 3, 0, foo@pcrel, 1',
    }),
    rule({
      name: 'R_PPC64_GOT_PCREL34',
      type: 133,
      value: SLOT_FROM_PLACE,
      field: d34,
      check: signed(34),
      got: { slot: ABSOLUTE },
      instruction: { relaxations: [pldToPaddi] },
      source: ABI,
      notes:
        'The distance to a GOT slot, in a prefixed load. It becomes the address itself where the symbol is known; ' +
        '-fvisibility=hidden avoids it.',
      example: 'pld 3, foo@got@pcrel',
    }),
    ...(
      [
        [134, 'PLT_PCREL34', ''],
        [135, 'PLT_PCREL34_NOTOC', ', in code that has no TOC pointer'],
      ] as const
    ).map(([type, name, more]) =>
      rule({
        name: `R_PPC64_${name}`,
        type,
        value: SLOT_FROM_PLACE,
        field: d34,
        check: signed(34),
        got: { slot: ABSOLUTE },
        target: { calls: true },
        instruction: { relaxations: [pldToPaddi] },
        source: ABI,
        notes:
          `The distance to a slot with the address of a function, in a prefixed load${more} (-mlongcall). It becomes the ` +
          'address itself where the function is known.',
        example: more === '' ? 'pld 12, foo@plt@pcrel' : `.reloc ., R_PPC64_${name}, foo\npld 12, 0(0), 1`,
      }),
    ),
    ...upperHalves34('ADDR16', ABSOLUTE, 136),
    ...upperHalves34('REL16', PC_RELATIVE, 140),
    ...(
      [
        [144, 'D28', ABSOLUTE, 'An address'],
        [145, 'PCREL28', PC_RELATIVE, 'A distance'],
      ] as const
    ).map(([type, name, value, what]) =>
      rule({
        name: `R_PPC64_${name}`,
        type,
        value,
        field: d28,
        check: signed(28),
        source: GNU,
        notes: `${what} in a prefixed instruction that has 28 bits for it, 128 MiB either way.`,
        example: `.reloc ., R_PPC64_${name}, foo\n.quad 0`,
      }),
    ),
    ...(
      [
        [240, 'HIGH', half(16), ''],
        [241, 'HIGHA', halfRounded(16), ', rounded by 0x8000'],
      ] as const
    ).map(([type, name, field, more]) =>
      half16({
        type,
        name: `R_PPC64_REL16_${name}`,
        value: PC_RELATIVE,
        field,
        check: unchecked,
        notes: `Bits 16 to 31 of a distance of any size${more}; others hold the bits above.`,
        example: `addis 3, 3, (foo-.)@${name.toLowerCase()}`,
        source: GNU,
      }),
    ),
    ...upperHalves('REL16', PC_RELATIVE, { higher: 242, highera: 243, highest: 244, highesta: 245 }, GNU),
    rule({
      name: 'R_PPC64_REL16DX_HA',
      type: 246,
      value: PC_RELATIVE.plus(ROUND16),
      field: DX,
      check: signed(32),
      source: ABI,
      notes:
        'The upper half of a distance in addpcis, which has its immediate in three pieces, rounded by 0x8000 for a lower ' +
        'half that is taken as signed.',
      example: '.reloc ., R_PPC64_REL16DX_HA, foo\naddpcis 3, 0',
    }),
    ...family({
      order,
      stem: 'REL16',
      value: PC_RELATIVE,
      what: 'A distance from the place',
      operator: '-.',
      plain: 249,
      lo: 250,
      hi: 251,
      ha: 252,
    }),
    ...family({
      order,
      stem: 'PLT16',
      value: SLOT_FROM_TOC,
      what: 'The distance of a slot with the address of a function from the TOC pointer',
      operator: '@plt',
      got: { slot: ABSOLUTE },
      target: { calls: true },
      lo: 29,
      hi: 30,
      ha: 31,
      loDs: 60,
    }),
    ...refuse(
      'it is about a PLT entry of a linker, and a purgatory has none',
      'compile with -fvisibility=hidden; gcc and clang emit R_PPC64_REL24 for calls, with -mlongcall R_PPC64_PLT16_HA',
      [
        [27, 'R_PPC64_PLT32'],
        [28, 'R_PPC64_PLTREL32'],
        [45, 'R_PPC64_PLT64'],
        [46, 'R_PPC64_PLTREL64'],
        [52, 'R_PPC64_PLTGOT16'],
        [53, 'R_PPC64_PLTGOT16_LO'],
        [54, 'R_PPC64_PLTGOT16_HI'],
        [55, 'R_PPC64_PLTGOT16_HA'],
        [65, 'R_PPC64_PLTGOT16_DS'],
        [66, 'R_PPC64_PLTGOT16_LO_DS'],
      ],
    ),
    ...refuse(
      'it counts from the start of an output section, and an image has the sections of its object',
      'subtract a symbol of your own (foo - start), for which gcc and clang emit other types',
      [
        [33, 'R_PPC64_SECTOFF'],
        [34, 'R_PPC64_SECTOFF_LO'],
        [35, 'R_PPC64_SECTOFF_HI'],
        [36, 'R_PPC64_SECTOFF_HA'],
        [61, 'R_PPC64_SECTOFF_DS'],
        [62, 'R_PPC64_SECTOFF_LO_DS'],
      ],
    ),
    ...refuse('it is part of thread-local access, and a purgatory has no threads', NO_TLS, [
      [67, 'R_PPC64_TLS'],
      [68, 'R_PPC64_DTPMOD64'],
      [69, 'R_PPC64_TPREL16'],
      [70, 'R_PPC64_TPREL16_LO'],
      [71, 'R_PPC64_TPREL16_HI'],
      [72, 'R_PPC64_TPREL16_HA'],
      [73, 'R_PPC64_TPREL64'],
      [74, 'R_PPC64_DTPREL16'],
      [75, 'R_PPC64_DTPREL16_LO'],
      [76, 'R_PPC64_DTPREL16_HI'],
      [77, 'R_PPC64_DTPREL16_HA'],
      [78, 'R_PPC64_DTPREL64'],
      [79, 'R_PPC64_GOT_TLSGD16'],
      [80, 'R_PPC64_GOT_TLSGD16_LO'],
      [81, 'R_PPC64_GOT_TLSGD16_HI'],
      [82, 'R_PPC64_GOT_TLSGD16_HA'],
      [83, 'R_PPC64_GOT_TLSLD16'],
      [84, 'R_PPC64_GOT_TLSLD16_LO'],
      [85, 'R_PPC64_GOT_TLSLD16_HI'],
      [86, 'R_PPC64_GOT_TLSLD16_HA'],
      [87, 'R_PPC64_GOT_TPREL16_DS'],
      [88, 'R_PPC64_GOT_TPREL16_LO_DS'],
      [89, 'R_PPC64_GOT_TPREL16_HI'],
      [90, 'R_PPC64_GOT_TPREL16_HA'],
      [91, 'R_PPC64_GOT_DTPREL16_DS'],
      [92, 'R_PPC64_GOT_DTPREL16_LO_DS'],
      [93, 'R_PPC64_GOT_DTPREL16_HI'],
      [94, 'R_PPC64_GOT_DTPREL16_HA'],
      [95, 'R_PPC64_TPREL16_DS'],
      [96, 'R_PPC64_TPREL16_LO_DS'],
      [97, 'R_PPC64_TPREL16_HIGHER'],
      [98, 'R_PPC64_TPREL16_HIGHERA'],
      [99, 'R_PPC64_TPREL16_HIGHEST'],
      [100, 'R_PPC64_TPREL16_HIGHESTA'],
      [101, 'R_PPC64_DTPREL16_DS'],
      [102, 'R_PPC64_DTPREL16_LO_DS'],
      [103, 'R_PPC64_DTPREL16_HIGHER'],
      [104, 'R_PPC64_DTPREL16_HIGHERA'],
      [105, 'R_PPC64_DTPREL16_HIGHEST'],
      [106, 'R_PPC64_DTPREL16_HIGHESTA'],
      [107, 'R_PPC64_TLSGD'],
      [108, 'R_PPC64_TLSLD'],
      [112, 'R_PPC64_TPREL16_HIGH'],
      [113, 'R_PPC64_TPREL16_HIGHA'],
      [114, 'R_PPC64_DTPREL16_HIGH'],
      [115, 'R_PPC64_DTPREL16_HIGHA'],
      [146, 'R_PPC64_TPREL34'],
      [147, 'R_PPC64_DTPREL34'],
      [148, 'R_PPC64_GOT_TLSGD_PCREL34'],
      [149, 'R_PPC64_GOT_TLSLD_PCREL34'],
      [150, 'R_PPC64_GOT_TPREL_PCREL34'],
      [151, 'R_PPC64_GOT_DTPREL_PCREL34'],
    ]),
    ...refuse(
      'a dynamic linker applies it, to bind symbols of shared libraries or choose an implementation',
      'link statically (-static-pie), or pass the object (ld -r)',
      [
        [19, 'R_PPC64_COPY'],
        [247, 'R_PPC64_JMP_IREL'],
        [248, 'R_PPC64_IRELATIVE'],
      ],
    ),
    ...refuse(
      'it is private to GNU tools, tells a linker which C++ virtual functions are unused, and is in no psABI',
      'compile without -fvtable-gc',
      [
        [253, 'R_PPC64_GNU_VTINHERIT'],
        [254, 'R_PPC64_GNU_VTENTRY'],
      ],
    ),
  ].sort((a, b) => a.type - b.type);
}

/** binutils. */
const otherNames = { R_PPC64_REL30: 'R_PPC64_ADDR30' };

export const ppc64le: Architecture = architecture(machine('little'), typesOf('little'), otherNames);
export const ppc64: Architecture = architecture(machine('big'), typesOf('big'), otherNames);
