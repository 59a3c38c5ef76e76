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
  /** The table that `_GLOBAL_OFFSET_TABLE_` starts and the slots are one output section, and offsets count from there. */
  readonly oneGot?: true;
  /** A type with which a test object asks for the GOT, where GNU ld fails without one. */
  readonly gotReference?: string;
  /** Instructions that GNU ld insists upon, by type: bits of the container, and what they must be. */
  readonly opcodes?: Readonly<Record<string, { readonly mask: bigint; readonly value: bigint }>>;
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
  /** How many slots may lie past the reach of a rule before GNU ld fails an assertion of its own. */
  readonly slotsPastReach?: number;
  /** GNU ld leaves a section as it is from the first relocation on that it refuses. */
  readonly stopsAtFirst?: true;
  /** Where a refusal leaves its code. */
  readonly failureRegister: string;
  /** Ways for addresses to be split over instructions, where prologues can relocate such. */
  readonly splits?: readonly (readonly PlacedField[])[];
  /** The statement of a chain by which a second entry finds nothing to do, and what undoes it; for prologues. */
  readonly guard?: readonly [RegExp, string];
  /** Registers that must come through a prologue, with values to recognise them by. */
  readonly preserved: Readonly<Record<string, bigint>>;
}

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
    failureRegister: 'x31',
    preserved: { x10: 1n, x11: 2n, x12: 3n, x1: 4n, x2: 0x50n, x8: 8n, x16: 6n },
  },
  riscv32: {
    as: ['riscv64-linux-gnu-as', '-march=rv32gc', '-mabi=ilp32d', '-mno-relax'],
    ld: ['riscv64-linux-gnu-ld', '-m', 'elf32lriscv'],
    stopsAtFirst: true,
    lld: ['ld.lld-19', '-m', 'elf32lriscv'],
    llvm: 'riscv32',
    gotSection: '.got',
    slotKeeper: 'R_RISCV_GOT_HI20',
    failureRegister: 'x31',
    preserved: { x10: 1n, x11: 2n, x12: 3n, x1: 4n, x2: 0x50n, x8: 8n, x16: 6n },
  },
  alpha: {
    as: ['alpha-linux-gnu-as'],
    ld: ['alpha-linux-gnu-ld', '-m', 'elf64alpha'],
    lld: undefined,
    llvm: undefined,
    gotSection: '.got',
    gotWithoutSymbol: true,
    slotKeeper: 'R_ALPHA_LITERAL',
    gotReference: 'R_ALPHA_LITERAL',
    notLinked: { R_ALPHA_BRSGP: 'it crashes on symbols without a section' },
    opcodes: {
      // ldah below, lda above it.
      R_ALPHA_GPDISP: { mask: 0xfc00_0000_fc00_0000n, value: 0x2000_0000_2400_0000n },
    },
    failureRegister: '$0',
    preserved: {},
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
    preserved: {},
  },
  loongarch64: {
    as: [loongarchProgram('as'), '-mno-relax', '-mthin-add-sub'],
    ld: [loongarchProgram('ld'), '-m', 'elf64loongarch'],
    lld: ['ld.lld-19', '-m', 'elf64loongarch'],
    llvm: 'loongarch64',
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
    llvm: 'm68k',
    gotSection: '.got',
    oneGot: true,
    slotsPastReach: 1,
    slotKeeper: 'R_68K_GOT32',
    failureRegister: 'd0',
    preserved: { d4: 4n, d7: 7n, a3: 0x30n, a6: 0x60n, sp: 0x70n },
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
