/** The cross tools of each architecture, and what tests must know of its machine that the DSL says in words only. */
import type { PlacedField } from '../../codegen/prologue/specification.ts';
import { loongarchProgram } from '../../scripts/loongarch-binutils.ts';

export interface Toolchain {
  readonly as: readonly string[];
  readonly ld: readonly string[];
  /** undefined where lld has no such target. */
  readonly lld: readonly string[] | undefined;
  /** llvm-mc's name of the architecture; undefined where LLVM does not know it. */
  readonly llvm: string | undefined;
  /** The section in which both linkers put `_GLOBAL_OFFSET_TABLE_`. */
  readonly gotSection: string;
  /** GNU ld has no symbol for the GOT in static links: it is the start of the section. */
  readonly gotWithoutSymbol?: true;
  readonly llvmOptions?: readonly string[];
  /** llvm-mc only takes branches to labels on this machine, not to offsets from one. */
  readonly llvmLabels?: true;
  /** Lines of listings that llvm-mc gets wrong. */
  readonly llvmErrs?: RegExp;
  /** Linker scripts of the machine put .got.plt at the start of .got; GNU ld counts from there. */
  readonly oneGot?: true;
  /** A type with which a test object asks for the GOT, where GNU ld fails without one. */
  readonly gotReference?: string;
  /** What GNU ld wants to see in the header of its input. */
  readonly elfHeader?: { readonly osAbi?: number; readonly flags?: number };
  /** Types with which GNU ld cannot be tested against absolute symbols, and why. */
  readonly notLinked?: Readonly<Record<string, string>>;
  /** Types with which it leads branches that are too far by a detour, and moves the code for it. */
  readonly detours?: readonly string[];
  /** Types that it only takes without an addend. */
  readonly withoutAddend?: readonly string[];
  /** What makes a GOT slot for a symbol and has the longest reach; undefined where no rule does. */
  readonly slotKeeper?: string;
  /** True where GNU ld makes slots for `slotKeeper` and its like only, and not for each type that goes through one. */
  readonly keepsSlots?: true;
  /** Types that GNU ld only takes against symbols in a section, and one that must stand beside each for the same symbol. */
  readonly inSection?: Readonly<Record<string, string>>;
  /** How many slots may lie past the reach of a rule before GNU ld fails an assertion of its own. */
  readonly slotsPastReach?: number;
  /**
   * The instructions of types for which linkers write, or look at, more of the instruction than its field: bits of the
   * container, and what is in them.
   */
  readonly opcodes?: Readonly<Record<string, { readonly mask: bigint; readonly value: bigint }>>;
  /** What objects say about themselves, for linkers that do not take all they know for granted. */
  readonly attributes?: { readonly name: string; readonly type: number; readonly data: Uint8Array };
  /** False where a linker refuses addends of what goes through the GOT; then only slots can be chosen. */
  readonly gotAddends?: false;
  /** GNU ld leaves a section as it is from the first relocation on that it refuses. */
  readonly stopsAtFirst?: true;
  /** GNU ld takes the global pointer from the script or an option. */
  readonly pointerIsGiven?: true;
  /** GNU ld's GOT has the same slots as ours, in another order, and the global pointer follows from where it is. */
  readonly sameSlots?: true;
  /** GNU ld counts in 64 bits, and its addresses of 32 bits are signed. */
  readonly extendsSign?: true;
  /** Where a refusal leaves its code. */
  readonly failureRegister: string;
  /** Ways for addresses to be split over instructions, where prologues can relocate such. */
  readonly splits?: readonly (readonly PlacedField[])[];
  /** The statement of a chain by which a second entry finds nothing to do, and what undoes it; for prologues. */
  readonly guard?: readonly [RegExp, string];
  /** The register that must hold the entry's address when it is reached. */
  readonly entryRegister?: string;
  /** Bases at which prologues are run, where not all addresses are to be had. */
  readonly bases?: readonly bigint[];
  /** The part of a chain's bits that processors ignore, where it is large: unused fields and conditions, delay slots. */
  readonly unseenBits?: { readonly words: number; readonly split: number };
  /** Registers that must come through a prologue, with values to recognise them by. */
  readonly preserved: Readonly<Record<string, bigint>>;
}

const PPC64_SPLITS = [
  [
    { at: 0, rule: 'R_PPC64_ADDR16_HIGHEST' },
    { at: 4, rule: 'R_PPC64_ADDR16_HIGHER' },
    { at: 12, rule: 'R_PPC64_ADDR16_HI' },
    { at: 16, rule: 'R_PPC64_ADDR16_LO' },
  ],
  [
    { at: 0, rule: 'R_PPC64_ADDR16_HA' },
    { at: 12, rule: 'R_PPC64_ADDR16_LO_DS' },
    { at: 16, rule: 'R_PPC64_ADDR16_HA' },
  ],
  [
    { at: 0, rule: 'R_PPC64_ADDR16_HIGHER' },
    { at: 8, rule: 'R_PPC64_ADDR16_HIGHA' },
    { at: 100, rule: 'R_PPC64_ADDR16_LO' },
    { at: 104, rule: 'R_PPC64_ADDR16_HIGHEST' },
  ],
] as const;

/** GNU ld makes stubs for them. */
const DETOURS = ['REL14', 'REL24', 'REL24_NOTOC', 'REL24_P9NOTOC'].map((name) => `R_PPC64_${name}`);

/** A process has the lower 2 GiB, and its stack at their end. */
const MIPS_BASES = [0x1_0000n, 0x7_7000n, 0x3fff_f000n, 0x7000_0000n];

/** The same with another kernel. */
const SH_BASES = MIPS_BASES;

/** A pair, one with the lower half first and two upper ones, and a jump. */
const MIPS_SPLITS: readonly (readonly PlacedField[])[] = [
  [
    { at: 0, rule: 'R_MIPS_HI16' },
    { at: 4, rule: 'R_MIPS_LO16' },
  ],
  [
    { at: 0, rule: 'R_MIPS_LO16' },
    { at: 20, rule: 'R_MIPS_HI16' },
    { at: 24, rule: 'R_MIPS_HI16' },
  ],
  [{ at: 0, rule: 'R_MIPS_26' }],
];

/** Slots for pages are counted in sections. */
const N64_PAGES = { R_MIPS_GOT_PAGE: 'R_MIPS_GOT_OFST', R_MIPS_GOT_OFST: 'R_MIPS_GOT_PAGE' };

/** All 64 bits, as -mcmodel=medany has them, in another order too; 44, 34 and 32 bits. */
const SPARC_SPLITS: readonly (readonly PlacedField[])[] = [
  [
    { at: 0, rule: 'R_SPARC_HH22' },
    { at: 4, rule: 'R_SPARC_HM10' },
    { at: 8, rule: 'R_SPARC_LM22' },
    { at: 20, rule: 'R_SPARC_LO10' },
  ],
  [
    { at: 0, rule: 'R_SPARC_LO10' },
    { at: 8, rule: 'R_SPARC_LM22' },
    { at: 24, rule: 'R_SPARC_HM10' },
    { at: 44, rule: 'R_SPARC_HH22' },
    { at: 48, rule: 'R_SPARC_LM22' },
  ],
  [
    { at: 0, rule: 'R_SPARC_H44' },
    { at: 4, rule: 'R_SPARC_M44' },
    { at: 12, rule: 'R_SPARC_L44' },
  ],
  [
    { at: 0, rule: 'R_SPARC_H34' },
    { at: 4, rule: 'R_SPARC_L44' },
  ],
  [
    { at: 0, rule: 'R_SPARC_HI22' },
    { at: 4, rule: 'R_SPARC_LO10' },
  ],
];

export const TOOLCHAINS = {
  x86_64: {
    as: ['as', '--64'],
    ld: ['ld', '-m', 'elf_x86_64'],
    lld: ['ld.lld-16', '-m', 'elf_x86_64'],
    llvm: 'x86-64',
    gotSection: '.got.plt',
    slotKeeper: 'R_X86_64_GOTPCREL',
    failureRegister: 'rax',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%rbx\)/, 'mov$1 $2(%rbx), %ecx'],
    preserved: { rsp: 0x77n, rbp: 0x88n },
  },
  i386: {
    as: ['as', '--32'],
    ld: ['ld', '-m', 'elf_i386'],
    lld: ['ld.lld-16', '-m', 'elf_i386'],
    llvm: 'x86',
    gotSection: '.got.plt',
    slotKeeper: 'R_386_GOT32',
    failureRegister: 'eax',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%ebx\)/, 'mov$1 $2(%ebx), %ecx'],
    preserved: {},
  },
  aarch64: {
    as: ['aarch64-linux-gnu-as'],
    ld: ['aarch64-linux-gnu-ld'],
    lld: ['ld.lld-16', '-m', 'aarch64linux'],
    llvm: 'aarch64',
    gotSection: '.got',
    slotKeeper: 'R_AARCH64_ADR_GOT_PAGE',
    failureRegister: 'x12',
    guard: [/str( +)wzr, .*/, 'nop'],
    splits: [
      [
        { at: 0, rule: 'R_AARCH64_MOVW_UABS_G0_NC' },
        { at: 4, rule: 'R_AARCH64_MOVW_UABS_G1_NC' },
        { at: 8, rule: 'R_AARCH64_MOVW_UABS_G2_NC' },
        { at: 12, rule: 'R_AARCH64_MOVW_UABS_G3' },
      ],
      [
        { at: 0, rule: 'R_AARCH64_MOVW_UABS_G3' },
        { at: 24, rule: 'R_AARCH64_MOVW_UABS_G0_NC' },
        { at: 32, rule: 'R_AARCH64_MOVW_UABS_G2_NC' },
        { at: 44, rule: 'R_AARCH64_MOVW_UABS_G1_NC' },
        { at: 48, rule: 'R_AARCH64_MOVW_UABS_G1_NC' },
      ],
    ],
    preserved: { x0: 1n, x1: 2n, x2: 3n, x3: 4n, sp: 0x70n },
  },
  arm: {
    as: ['arm-linux-gnueabi-as', '-march=armv7-a'],
    ld: ['arm-linux-gnueabi-ld', '-m', 'armelf_linux_eabi'],
    lld: ['ld.lld-16', '-m', 'armelf_linux_eabi'],
    llvm: 'arm',
    llvmOptions: ['--mattr=+v7'],
    gotSection: '.got',
    oneGot: true,
    guard: [/str( +)r[57], \[r4, .*/, 'nop'],
    splits: [
      [
        { at: 0, rule: 'R_ARM_MOVW_ABS_NC' },
        { at: 4, rule: 'R_ARM_MOVT_ABS' },
      ],
      [
        { at: 0, rule: 'R_ARM_THM_MOVW_ABS_NC' },
        { at: 10, rule: 'R_ARM_THM_MOVT_ABS' },
      ],
    ],
    slotKeeper: 'R_ARM_GOT_PREL',
    attributes: {
      name: '.ARM.attributes',
      type: 0x7000_0003,
      // Tag_CPU_arch 10 (Armv7), Tag_CPU_arch_profile 'A', Tag_ARM_ISA_use 1, Tag_THUMB_ISA_use 2
      data: Buffer.from('A\x17\0\0\0aeabi\0\x01\x0d\0\0\0\x06\x0a\x07A\x08\x01\x09\x02', 'latin1'),
    },
    opcodes: {
      R_ARM_CALL: { mask: 0xee00_0000n, value: 0xea00_0000n },
      // With a condition, so that it is no call.
      R_ARM_PC24: { mask: 0xff00_0000n, value: 0x0a00_0000n },
      R_ARM_PLT32: { mask: 0xff00_0000n, value: 0x0a00_0000n },
      R_ARM_JUMP24: { mask: 0x8f00_0000n, value: 0x0a00_0000n },
      // The first halfword is the lower half.
      R_ARM_THM_CALL: { mask: 0xc000_f800n, value: 0xc000_f000n },
      R_ARM_THM_JUMP24: { mask: 0xd000_f800n, value: 0x9000_f000n },
      R_ARM_THM_JUMP19: { mask: 0xd000_f800n, value: 0x8000_f000n },
      R_ARM_THM_MOVW_ABS_NC: { mask: 0x8000_fbf0n, value: 0xf240n },
      R_ARM_THM_MOVW_PREL_NC: { mask: 0x8000_fbf0n, value: 0xf240n },
      R_ARM_THM_MOVT_ABS: { mask: 0x8000_fbf0n, value: 0xf2c0n },
      R_ARM_THM_MOVT_PREL: { mask: 0x8000_fbf0n, value: 0xf2c0n },
    },
    failureRegister: 'r12',
    preserved: { r0: 0n, r1: 0x1234n, r2: 0x100n, sp: 0x70n, lr: 0x90n },
  },
  s390x: {
    as: ['s390x-linux-gnu-as'],
    ld: ['s390x-linux-gnu-ld'],
    lld: ['ld.lld-19', '-m', 'elf64_s390'],
    llvm: 'systemz',
    gotSection: '.got',
    slotKeeper: 'R_390_GOT64',
    gotReference: 'R_390_GOTPCDBL',
    failureRegister: 'r0',
    guard: [/xc( +)0x/, 'oc$10x'],
    preserved: { r2: 1n, r6: 6n, r13: 13n, r14: 14n, r15: 15n },
  },
  riscv64: {
    as: ['riscv64-linux-gnu-as', '-march=rv64gc', '-mabi=lp64d', '-mno-relax'],
    ld: ['riscv64-linux-gnu-ld', '-m', 'elf64lriscv'],
    stopsAtFirst: true,
    lld: ['ld.lld-19', '-m', 'elf64lriscv'],
    llvm: 'riscv64',
    gotSection: '.got',
    slotKeeper: 'R_RISCV_GOT_HI20',
    failureRegister: 't6',
    llvmOptions: ['--mattr=+c'],
    guard: [/sw( +)zero, .*\(t0\)/, 'nop'],
    preserved: { a0: 1n, a1: 2n, a2: 3n, ra: 4n, sp: 0x50n, s0: 8n, a6: 6n, t4: 9n },
  },
  riscv32: {
    as: ['riscv64-linux-gnu-as', '-march=rv32gc', '-mabi=ilp32d', '-mno-relax'],
    ld: ['riscv64-linux-gnu-ld', '-m', 'elf32lriscv'],
    stopsAtFirst: true,
    lld: ['ld.lld-19', '-m', 'elf32lriscv'],
    llvm: 'riscv32',
    gotSection: '.got',
    slotKeeper: 'R_RISCV_GOT_HI20',
    failureRegister: 't6',
    llvmOptions: ['--mattr=+c'],
    guard: [/sw( +)zero, .*\(t0\)/, 'nop'],
    preserved: { a0: 1n, a1: 2n, a2: 3n, ra: 4n, sp: 0x50n, s0: 8n, a6: 6n, t4: 9n },
  },
  alpha: {
    as: ['alpha-linux-gnu-as'],
    ld: ['alpha-linux-gnu-ld', '-m', 'elf64alpha'],
    lld: undefined,
    llvm: undefined,
    gotSection: '.got',
    gotWithoutSymbol: true,
    sameSlots: true,
    slotKeeper: 'R_ALPHA_LITERAL',
    gotReference: 'R_ALPHA_LITERAL',
    notLinked: { R_ALPHA_BRSGP: 'it crashes on symbols without a section' },
    opcodes: {
      // ldah below, lda above it.
      R_ALPHA_GPDISP: { mask: 0xfc00_0000_fc00_0000n, value: 0x2000_0000_2400_0000n },
    },
    failureRegister: '$0',
    guard: [/stl( +)\$31, .*/, 'bis$1$31, $31, $31'],
    entryRegister: '$27',
    bases: [0x1_0000n, 0x7_7000n, 0xffff_0000n, 0x12_3456_7000n, 0x2f0_0000_0000n],
    preserved: { $9: 9n, $15: 15n, $16: 0x10n, $17: 0x11n, $21: 0x15n, $26: 0x1an, $29: 0x1dn, $30: 0x1e0n },
  },
  hppa: {
    as: ['hppa-linux-gnu-as'],
    ld: ['hppa-linux-gnu-ld', '-m', 'hppalinux'],
    lld: undefined,
    llvm: undefined,
    gotSection: '.got',
    elfHeader: { osAbi: 3 },
    notLinked: { R_PARISC_SEGREL32: 'absolute symbols are in no segment' },
    detours: ['R_PARISC_PCREL12F', 'R_PARISC_PCREL17F', 'R_PARISC_PCREL22F'],
    withoutAddend: ['R_PARISC_PLABEL32', 'R_PARISC_PLABEL21L', 'R_PARISC_PLABEL14R'],
    failureRegister: 'r28',
    pointerIsGiven: true,
    guard: [/stw( +)%r0, .*/, 'nop'],
    splits: [
      [{ at: 0, rule: 'R_PARISC_DIR21L' }],
      // Whether a word of low addresses only or not, it is stored alike.
      [{ at: 0, rule: 'R_PARISC_DIR17F' }],
      [{ at: 0, rule: 'R_PARISC_DIR14F' }],
    ],
    // Fields for a condition, a space or a hint to the cache are in most instructions, and mean nothing in many.
    unseenBits: { words: 0.125, split: 0.27 },
    preserved: {
      ...{ r2: 2n, r3: 3n, r4: 4n, r5: 5n, r6: 6n, r7: 7n, r8: 8n, r9: 9n, r10: 10n, r11: 11n, r12: 12n },
      ...{ r13: 13n, r14: 14n, r15: 15n, r16: 16n, r17: 17n, r18: 18n, r23: 23n, r24: 24n, r25: 25n },
      ...{ r26: 26n, r27: 27n, r30: 0x300n },
    },
  },
  loongarch64: {
    as: [loongarchProgram('as'), '-mno-relax', '-mthin-add-sub'],
    ld: [loongarchProgram('ld'), '-m', 'elf64loongarch'],
    lld: ['ld.lld-19', '-m', 'elf64loongarch'],
    llvm: 'loongarch64',
    llvmLabels: true,
    gotSection: '.got',
    slotKeeper: 'R_LARCH_GOT_PC_HI20',
    keepsSlots: true,
    // Object ABI version 1, double-precision floats.
    elfHeader: { flags: 0x43 },
    failureRegister: 't8',
    guard: [/st\.w( +)\$zero, .*/, 'addi.d$1$zero, $zero, 0'],
    splits: [
      [
        { at: 0, rule: 'R_LARCH_ABS_HI20' },
        { at: 4, rule: 'R_LARCH_ABS_LO12' },
        { at: 8, rule: 'R_LARCH_ABS64_LO20' },
        { at: 12, rule: 'R_LARCH_ABS64_HI12' },
      ],
    ],
    preserved: { a0: 1n, a1: 2n, a2: 3n, a3: 4n, ra: 0x11n, tp: 0x22n, sp: 0x50n, fp: 8n, s0: 6n, s8: 7n },
  },
  m68k: {
    as: ['m68k-linux-gnu-as', '-m68040'],
    ld: ['m68k-linux-gnu-ld', '-m', 'm68kelf'],
    lld: undefined,
    // It knows a part of the instructions only; test/codegen/m68k-encoder.test.ts asks it for those.
    llvm: undefined,
    gotSection: '.got',
    oneGot: true,
    slotsPastReach: 1,
    slotKeeper: 'R_68K_GOT32',
    failureRegister: 'd0',
    // What is added to the head adds to what is behind it, where no image is yet.
    unseenBits: { words: 0.07, split: 0.07 },
    // It also makes room for the sum in every slot.
    guard: [/clr\.w( +)\(%a1\)/, 'nop'],
    preserved: { d2: 2n, d3: 3n, d4: 4n, d7: 7n, a4: 0x40n, a5: 0x50n, a6: 0x60n, sp: 0x70n },
  },
  ia64: {
    as: ['ia64-linux-gnu-as'],
    ld: ['ia64-linux-gnu-ld', '-m', 'elf64_ia64'],
    lld: undefined,
    llvm: undefined,
    gotSection: '.got',
    gotReference: 'R_IA64_LTOFF64I',
    slotKeeper: 'R_IA64_LTOFF64I',
    elfHeader: { flags: 0x10 },
    notLinked: {
      R_IA64_SEGREL32LSB: 'absolute symbols are in no segment',
      R_IA64_SEGREL64LSB: 'absolute symbols are in no segment',
    },
    failureRegister: 'r8',
    preserved: {},
  },
  ppc64le: {
    as: ['powerpc64le-linux-gnu-as', '-mpower10'],
    ld: ['powerpc64le-linux-gnu-ld', '-m', 'elf64lppc', '--no-toc-optimize', '--traditional-format'],
    lld: ['ld.lld-16', '-m', 'elf64lppc', '--no-toc-optimize'],
    detours: DETOURS,
    splits: PPC64_SPLITS,
    guard: [/stw( +)9, .*/, 'nop'],
    llvm: 'ppc64le',
    gotSection: '.got',
    slotKeeper: 'R_PPC64_GOT_PCREL34',
    failureRegister: 'r12',
    preserved: { r1: 0x71n, r2: 0x72n, r3: 3n, r4: 4n, r5: 5n, r13: 13n, r31: 31n },
  },
  ppc64: {
    as: ['powerpc64-linux-gnu-as', '-mpower10'],
    ld: ['powerpc64-linux-gnu-ld', '-m', 'elf64ppc', '--no-toc-optimize', '--traditional-format'],
    lld: ['ld.lld-16', '-m', 'elf64ppc', '--no-toc-optimize'],
    detours: DETOURS,
    splits: PPC64_SPLITS,
    guard: [/stw( +)9, .*/, 'nop'],
    llvm: 'ppc64',
    gotSection: '.got',
    slotKeeper: 'R_PPC64_GOT_PCREL34',
    failureRegister: 'r12',
    preserved: { r1: 0x71n, r2: 0x72n, r3: 3n, r4: 4n, r5: 5n, r13: 13n, r31: 31n },
  },
  ppc: {
    as: ['powerpc-linux-gnu-as', '-a32', '-mbig'],
    ld: ['powerpc-linux-gnu-ld', '-m', 'elf32ppclinux'],
    lld: ['ld.lld-16', '-m', 'elf32ppc'],
    llvm: 'ppc32',
    gotSection: '.got',
    slotKeeper: 'R_PPC_GOT16',
    gotAddends: false,
    failureRegister: 'r12',
    guard: [/stw( +)9, 0x[0-9a-f]+-4\(8\)/, 'nop'],
    splits: [
      [
        { at: 0, rule: 'R_PPC_ADDR16_HA' },
        { at: 4, rule: 'R_PPC_ADDR16_LO' },
      ],
      [
        { at: 0, rule: 'R_PPC_ADDR16_LO' },
        { at: 24, rule: 'R_PPC_ADDR16_HI' },
        { at: 44, rule: 'R_PPC_ADDR16_HA' },
        { at: 48, rule: 'R_PPC_ADDR16_LO' },
      ],
      [{ at: 0, rule: 'R_PPC_ADDR24' }],
    ],
    preserved: { r1: 0x70n, r2: 2n, r3: 3n, r4: 4n, r5: 5n, r6: 6n, r7: 7n, r13: 13n, r30: 30n, r31: 31n },
  },
  sh: {
    as: ['sh4-linux-gnu-as', '-little'],
    ld: ['sh4-linux-gnu-ld', '-EL'],
    lld: undefined,
    llvm: undefined,
    gotSection: '.got',
    oneGot: true,
    slotKeeper: 'R_SH_GOT32',
    gotReference: 'R_SH_GOTPC',
    failureRegister: 'r7',
    guard: [/mov\.l( +)r1, @\(28,r0\)/, 'nop'],
    bases: SH_BASES,
    preserved: { r8: 8n, r12: 12n, r14: 14n, r15: 0xf0n, pr: 0x99n, gbr: 0x77n, vbr: 0x55n },
  },
  sheb: {
    as: ['sh4-linux-gnu-as', '-big'],
    ld: ['sh4-linux-gnu-ld', '-EB'],
    lld: undefined,
    llvm: undefined,
    gotSection: '.got',
    oneGot: true,
    slotKeeper: 'R_SH_GOT32',
    gotReference: 'R_SH_GOTPC',
    failureRegister: 'r7',
    guard: [/mov\.l( +)r1, @\(28,r0\)/, 'nop'],
    bases: SH_BASES,
    preserved: { r8: 8n, r12: 12n, r14: 14n, r15: 0xf0n, pr: 0x99n, gbr: 0x77n, vbr: 0x55n },
  },
  sparc64: {
    as: ['sparc64-linux-gnu-as', '-Av9v'],
    ld: ['sparc64-linux-gnu-ld', '-m', 'elf64_sparc'],
    lld: ['ld.lld-19', '-m', 'elf64_sparc'],
    llvm: 'sparcv9',
    // Of the distance of a branch back on a register it drops the upper two bits and changes the register.
    llvmErrs: /\bbr[a-z]+(,a)?,p[nt] %g\d, (next|more)\d?$/,
    gotSection: '.got',
    slotsPastReach: 552,
    slotKeeper: 'R_SPARC_GOT22',
    failureRegister: 'g1',
    guard: [/stw( +)%g0, /, 'stw$1%g4, '],
    splits: SPARC_SPLITS,
    unseenBits: { words: 0.21, split: 0.26 },
    bases: [0x1_0000n, 0x7_7000n, 0xffff_0000n, 0x12_3456_7000n, 0x90_0000_0000n],
    preserved: {
      o0: 1n,
      o1: 2n,
      o2: 3n,
      o3: 4n,
      o4: 5n,
      sp: 0x70n,
      l0: 0x10n,
      i6: 0x66n,
      i7: 0x77n,
      g6: 6n,
      g7: 7n,
    },
  },
  mips: {
    as: ['mips-linux-gnu-as', '-mabi=32', '-march=mips32r2'],
    ld: ['mips-linux-gnu-ld', '-m', 'elf32btsmip'],
    lld: ['ld.lld-16', '-m', 'elf32btsmip'],
    llvm: 'mips',
    gotSection: '.got',
    slotKeeper: 'R_MIPS_GOT_HI16',
    gotReference: 'R_MIPS_GOT_HI16',
    extendsSign: true,
    pointerIsGiven: true,
    failureRegister: 'v0',
    guard: [/sw( +)\$0, /, 'lw$1$3, '],
    splits: MIPS_SPLITS,
    entryRegister: 't9',
    bases: MIPS_BASES,
    unseenBits: { words: 0.09, split: 0.22 },
    preserved: { at: 1n, a0: 4n, a1: 5n, a2: 6n, a3: 7n, s0: 16n, gp: 28n, sp: 0x1d0n },
  },
  mipsel: {
    as: ['mipsel-linux-gnu-as', '-mabi=32', '-march=mips32r2'],
    ld: ['mipsel-linux-gnu-ld', '-m', 'elf32ltsmip'],
    lld: ['ld.lld-16', '-m', 'elf32ltsmip'],
    llvm: 'mipsel',
    gotSection: '.got',
    slotKeeper: 'R_MIPS_GOT_HI16',
    gotReference: 'R_MIPS_GOT_HI16',
    extendsSign: true,
    pointerIsGiven: true,
    failureRegister: 'v0',
    guard: [/sw( +)\$0, /, 'lw$1$3, '],
    splits: MIPS_SPLITS,
    entryRegister: 't9',
    bases: MIPS_BASES,
    unseenBits: { words: 0.09, split: 0.22 },
    preserved: { at: 1n, a0: 4n, a1: 5n, a2: 6n, a3: 7n, s0: 16n, gp: 28n, sp: 0x1d0n },
  },
  mips64: {
    as: ['mips64-linux-gnuabi64-as', '-mabi=64', '-march=mips64r2'],
    ld: ['mips64-linux-gnuabi64-ld', '-m', 'elf64btsmip'],
    lld: ['ld.lld-16', '-m', 'elf64btsmip'],
    llvm: 'mips64',
    gotSection: '.got',
    slotKeeper: 'R_MIPS_GOT_HI16',
    gotReference: 'R_MIPS_GOT_HI16',
    pointerIsGiven: true,
    inSection: N64_PAGES,
    failureRegister: 'v0',
    guard: [/sw( +)\$0, /, 'lw$1$3, '],
    splits: MIPS_SPLITS,
    entryRegister: 't9',
    unseenBits: { words: 0.09, split: 0.24 },
    preserved: { at: 1n, a0: 4n, a1: 5n, a2: 6n, a3: 7n, a4: 8n, s0: 16n, gp: 28n, sp: 0x1d0n },
  },
  mips64el: {
    as: ['mips64el-linux-gnuabi64-as', '-mabi=64', '-march=mips64r2'],
    ld: ['mips64el-linux-gnuabi64-ld', '-m', 'elf64ltsmip'],
    lld: ['ld.lld-16', '-m', 'elf64ltsmip'],
    llvm: 'mips64el',
    gotSection: '.got',
    slotKeeper: 'R_MIPS_GOT_HI16',
    gotReference: 'R_MIPS_GOT_HI16',
    pointerIsGiven: true,
    inSection: N64_PAGES,
    failureRegister: 'v0',
    guard: [/sw( +)\$0, /, 'lw$1$3, '],
    splits: MIPS_SPLITS,
    entryRegister: 't9',
    unseenBits: { words: 0.09, split: 0.24 },
    preserved: { at: 1n, a0: 4n, a1: 5n, a2: 6n, a3: 7n, a4: 8n, s0: 16n, gp: 28n, sp: 0x1d0n },
  },
} as const satisfies Readonly<Record<string, Toolchain>>;

export type ToolArch = keyof typeof TOOLCHAINS;

/** @throws Error for an architecture without tools */
export function toolchainOf(arch: string): Toolchain {
  const all: Readonly<Record<string, Toolchain>> = TOOLCHAINS;
  const found = all[arch];
  if (!found) throw new Error(`test/support/toolchains.ts has no tools for ${arch}`);
  return found;
}
