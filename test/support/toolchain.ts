/** What tests must know of a machine that the DSL says in words only, or not at all. */
import type { PlacedField } from '../../codegen/request.ts';
import type { Tools } from './tools.ts';

/** What assemblers do. */
interface Assembling {
  /** llvm-mc only takes branches to labels on this machine, not to offsets from one. */
  readonly llvmLabels?: true;
  /** Lines of listings that llvm-mc gets wrong. */
  readonly llvmErrs?: RegExp;
  /** With what GNU as fills sections up to their alignment, in hexadecimal, where it is not zeros. */
  readonly filling?: string;
  /** Types that GNU as cannot be made to emit, and why. */
  readonly notEmitted?: Readonly<Record<string, string>>;
  /** The load alignment of code without data, where the prologue's table asks for more than code does. */
  readonly tableAlign?: 4 | 8;
}

/** What linkers ask of an object, and what they do with it. */
interface Linking {
  /** The section in which both linkers put `_GLOBAL_OFFSET_TABLE_`. */
  readonly gotSection: string;
  /** GNU ld has no symbol for the GOT in static links: it is the start of the section. */
  readonly gotWithoutSymbol?: true;
  /** Linker scripts of the machine put .got.plt at the start of .got; GNU ld counts from there. */
  readonly oneGot?: true;
  /** A type with which a test object asks for the GOT, where GNU ld fails without one. */
  readonly gotReference?: string;
  /** What GNU ld wants to see in the header of its input. */
  readonly elfHeader?: { readonly osAbi?: number; readonly flags?: number };
  /** What objects say about themselves, for linkers that do not take all they know for granted. */
  readonly attributes?: { readonly name: string; readonly type: number; readonly data: Uint8Array };
  /** What they say instead for types that are those of other processors. */
  readonly formAttributes?: Readonly<Record<string, Uint8Array>>;
  /** Types with which GNU ld cannot be tested against absolute symbols, and why. */
  readonly notLinked?: Readonly<Record<string, string>>;
  /** Types with which it leads branches that are too far by a detour, and moves the code for it. */
  readonly detours?: readonly string[];
  /** Types that it only takes without an addend. */
  readonly withoutAddend?: readonly string[];
  /** Types that GNU ld only takes against symbols in a section, and one that must stand beside each for the same symbol. */
  readonly inSection?: Readonly<Record<string, string>>;
  /**
   * The instructions of types for which linkers write, or look at, more of the instruction than its field: bits of the
   * container, and what is in them.
   */
  readonly opcodes?: Readonly<Record<string, { readonly mask: bigint; readonly value: bigint }>>;
  /** What makes a GOT slot for a symbol and has the longest reach; undefined where no rule does. */
  readonly slotKeeper?: string;
  /** True where GNU ld makes slots for `slotKeeper` and its like only, and not for each type that goes through one. */
  readonly keepsSlots?: true;
  /** How many slots may lie past the reach of a rule before GNU ld fails an assertion of its own. */
  readonly slotsPastReach?: number;
  /** False where a linker refuses addends of what goes through the GOT; then only slots can be chosen. */
  readonly gotAddends?: false;
  /** GNU ld's GOT has the same slots as ours, in another order, and the global pointer follows from where it is. */
  readonly sameSlots?: true;
  /** GNU ld takes the global pointer from the script or an option. */
  readonly pointerIsGiven?: true;
  /** GNU ld leaves a section as it is from the first relocation on that it refuses. */
  readonly stopsAtFirst?: true;
  /** GNU ld counts in 64 bits, and its addresses of 32 bits are signed. */
  readonly extendsSign?: true;
  /** The type of hints by which GNU ld makes branches of calls through a register. */
  readonly callHint?: string;
  /** The type that marks instructions which GNU ld shortens, those by which a function finds its TOC pointer. */
  readonly shortens?: string;
}

/** What it takes to run prologues, and to break them. */
interface Prologues {
  /** Ways for addresses to be split over instructions, where prologues can relocate such. */
  readonly splits?: readonly (readonly PlacedField[])[];
  /** Bases at which prologues are run, where not all addresses are to be had. */
  readonly bases?: readonly bigint[];
  /** The statement of a chain by which a second entry finds nothing to do, and what undoes it. */
  readonly guard?: readonly [RegExp, string];
  /** A statement of a chain, and one that is assembled otherwise; where no `add` is there to become a `sub`. */
  readonly otherStatement?: readonly [RegExp, string];
  /**
   * What of a chain's code and table may be flipped unseen, where it is more than on most machines: the part of all
   * bits, with words and with split addresses, and, with words, how many bits besides: of the word with the head that
   * the loop does not look at, and of scratch registers' numbers.
   */
  readonly unseenBits?: { readonly words?: number; readonly split?: number; readonly head?: number };
}

/** This project's purgatories for the machine, in test/fixtures/purgatory, by what follows its name in theirs. */
interface Purgatories {
  /** The one that is emitted in every form; undefined where no prologue is generated. */
  readonly emitted?: string;
  /** Those that GNU ld lays out otherwise: it makes a GOT of its own elsewhere, and does not link a linked image again. */
  readonly otherLayout?: readonly string[];
  /** Where the next kernel finds its argument, on machines that no test boots: their purgatories are run to the end. */
  readonly argumentRegister?: string;
  /** Those that Unicorn cannot run to the end. */
  readonly qemuOnly?: RegExp;
}

/** Of one machine, beside its tools. */
interface Facts extends Assembling, Linking, Prologues, Purgatories {}

export interface Toolchain extends Tools, Facts {}

/** The machines of one psABI, by name. */
export type Toolchains = Readonly<Record<string, Facts>>;

export const LINKER_MAKES_IT = 'only linkers make it, from absolute words';
export const NOT_IN_GAS = 'GNU as does not know it; LLVM does';
