/** What a machine says of one subject each; most of it only some machines have to say. */
import type { Landmark } from './linker-symbols.ts';
import type { LoaderKnowledge } from './loader.ts';
import type { BytePattern } from './rule-facets.ts';
import type { Told } from './told.ts';

/** Its ELF files, beyond class, byte order and e_machine. */
export interface ElfFacet {
  /** e_ident[EI_OSABI] and e_flags of objects made here, where linkers do not take 0. */
  readonly objectHeader?: { readonly osAbi: number; readonly flags: number };
  /** Bits of e_flags, and values of them with which a file is for another processor or another ABI. */
  readonly refusesFlags?: readonly RefusedFlags[];
  /** What files that make one image must agree in; without it in all of e_flags. */
  readonly agreement?: readonly FlagAgreement[];
  /** Why linked images (ET_DYN) cannot be taken, where that is so. */
  readonly refusesLinked?: string;
  /** sh_type of sections that take memory for the sake of system loaders only; no image has them. */
  readonly bookkeepingSections?: readonly number[];
  /** Sections for unwinding besides .eh_frame, by name; likewise left out unless they are asked for. */
  readonly unwindSections?: RegExp;
  /** The type in r_info has 8 bits, and a second addend (letter O) is above it: signed, 24 bits (SPARC, 64-bit files). */
  readonly secondAddend?: true;
  /** A relocation has three types, in parts of r_info, and a second symbol by number (MIPS, 64-bit files). */
  readonly threeTypes?: true;
  /** Values of st_shndx, besides SHN_COMMON, of symbols that the file leaves to the linker to make room for. */
  readonly commons?: readonly CommonIndex[];
  /** In linked images the addend of a relocation with a local symbol is the whole address. */
  readonly localsInAddend?: true;
  /** Symbols that linkers for it define in the final link, besides those of all machines. */
  readonly linkerSymbols?: Readonly<Record<string, Landmark>>;
  /** DT_HASH has 8-byte words (64-bit files of some machines). */
  readonly wideHash?: true;
  /** Types by which debugging sections name places of each other: words of 4 bytes that count from the section named. */
  readonly debugOffsets?: readonly string[];
  /** What files say of the processors they are made for. */
  readonly attributes?: AttributesFacet;
  /** The GOT of linked images moves without relocations. */
  readonly impliedGot?: ImpliedGot;
}

/**
 * How a linked image tells of slots that every dynamic loader relocates, without an entry for each: the image's own, to
 * which it adds the load base, and behind them one for each of the last dynamic symbols, with its address.
 */
export interface ImpliedGot {
  /** The dynamic tag with the number of the image's own slots. */
  readonly own: DynamicTag;
  /** The tag with the first symbol that has a slot. */
  readonly firstSymbol: DynamicTag;
  /** The tag with the number of dynamic symbols. */
  readonly symbols: DynamicTag;
  /**
   * Addresses below this may stand in a slot as 0, as may weak symbols that nobody defines: which of them, no loader can
   * tell. In bytes.
   */
  readonly near: bigint;
  /** What to do about that. */
  readonly remedy: string;
}

export interface DynamicTag {
  readonly name: string;
  readonly tag: bigint;
}

/** Build attributes: numbers and texts by tag, in a section of their own. */
export interface AttributesFacet {
  /** sh_type of the section. */
  readonly sectionType: number;
  /** The name under which the psABI's own attributes stand in it. */
  readonly vendor: string;
  /** What the value of a tag is; without the right one nothing behind it could be read. */
  readonly valueOf: (tag: number) => 'number' | 'text' | 'number and text';
  /** Attributes with which a file is for processors that cannot run a purgatory. */
  readonly refuses: readonly RefusedAttribute[];
  /** What only some processors can do, and rules have forms for those without. */
  readonly abilities: readonly Ability[];
}

/** What processors can do from one version on: an image's can if those of one of its files can. */
export interface Ability {
  /** By which forms of rules name it. */
  readonly name: string;
  readonly tag: number;
  /** Values of the tag, 0 where a file does not have it, of processors that cannot. */
  readonly lackedBy: readonly number[];
  /** Why something cannot be done without it. */
  readonly reason: string;
  readonly remedy: string;
}

export interface RefusedAttribute {
  readonly tag: number;
  /** The psABI's name of the tag. */
  readonly name: string;
  readonly values: readonly number[];
  readonly reason: string;
  readonly remedy: string;
}

export interface CommonIndex {
  readonly index: number;
  /** Single instructions reach the symbol from the global pointer. */
  readonly small?: true;
}

/** Bits of e_flags that must be the same in all files of an image. */
export interface FlagAgreement {
  readonly mask: number;
  /** What they tell, as in "they differ in …". */
  readonly what: string;
  /** Values that may stand side by side although they differ: those of one list. */
  readonly together?: readonly (readonly number[])[];
}

export interface RefusedFlags {
  readonly mask: number;
  readonly values: readonly number[];
  readonly reason: string;
  readonly remedy: string;
}

/** Its instructions, in memory and as compilers make them. */
export interface CodeFacet {
  /** Instructions stand at multiples of this, in bytes. */
  readonly alignment: 1 | 2 | 4 | 16;
  /** What must be done after instructions were patched; missing where the next jump is enough. */
  readonly cache?: CacheMaintenance;
  /** Whole words are operands of instructions: where words among code change, instructions were patched. */
  readonly wordOperands?: true;
  /** How to follow values through it, for machines whose rules have a distance form. */
  readonly flow?: Flow;
  /**
   * How compilers are made to name things by addresses of any size, from places any distance away, as instruction to the
   * reader; missing where they always do, or have no option for it.
   */
  readonly fullAddresses?: string;
}

/**
 * How instructions that were patched come to be executed, by instructions as assemblers write them: up to the first operand
 * that depends on the place, with `_` for any register.
 */
export interface CacheMaintenance {
  /** For each line of memory with patched instructions, in this order; empty where the fences do for all lines. */
  readonly line: readonly string[];
  /** Once, before any of them is executed, in this order; several where processors differ, each for its own. */
  readonly fences: readonly (readonly string[])[];
  /** So many instructions must be executed between the last of `line` and what was patched. */
  readonly distance?: number;
}

/** What the flow of values through an instruction is, for the general registers. */
export interface Step {
  readonly bytes: number;
  /** The register whose value it adds its immediate to. */
  readonly base: number | undefined;
  readonly writes: number | undefined;
  /**
   * `plain` goes on behind it, `branch` there or at its target, `jump` at its target only, `call` behind it after others
   * had the registers that calls do not preserve, `end` nowhere that is known.
   */
  readonly kind: 'plain' | 'branch' | 'jump' | 'call' | 'end';
  /** The distance to the target of a branch, jump or call, as it stands before relocation. */
  readonly distance?: number;
}

/** How to follow values through code. */
export interface Flow {
  /** Registers that functions hand back as they got them. */
  readonly preserved: ReadonlySet<number>;
  /** How many registers there are. */
  readonly registers: number;
  /** The instruction at `offset` of `code`; undefined when it is none that is known. */
  read(code: Uint8Array, offset: number): Step | undefined;
}

/** What a function's symbol says besides its address. */
export interface FunctionsFacet {
  readonly bit?: FunctionBit;
  /** How st_other tells where the local entry is: the letter E. */
  readonly localEntry?: LocalEntry;
  /** Other instruction sets of the processor, for which there are no rules: code of them is refused. */
  readonly otherStates?: readonly OtherState[];
  /** Where function symbols name descriptors, not code: a call goes to the address in the descriptor's first word. */
  readonly descriptors?: Descriptors;
  /** Functions that compilers call and linkers make, in the order in which they stand. */
  readonly made?: readonly MadeFunctions[];
  /** Code between callers and functions that have not the same pointer to their data. */
  readonly bridges?: readonly Bridge[];
  /** Calls that may be branches. */
  readonly longCalls?: LongCalls;
}

/** Calls by an address that is loaded from a slot, which become branches where all their parts are marked. */
export interface LongCalls {
  /** Names of the types of the instructions: one with the upper half of the slot's place, the load, what is between, the call. */
  readonly half: string;
  readonly load: string;
  readonly mark: string;
  readonly call: string;
  /** What becomes of all but the call. */
  readonly nop: number;
  readonly branches: readonly { readonly from: number; readonly to: number }[];
  /** Name of the type of the branch. */
  readonly becomes: string;
  /** How far it leads at least, in bytes, less what may be made for the image. */
  readonly reach: number;
}

/** Code over which calls go that cannot go straight to their function. */
export interface Bridge {
  /** Names of the types of these calls. */
  readonly calls: readonly string[];
  /** The functions, by their st_other. */
  readonly mask: number;
  readonly values: readonly number[];
  readonly code: readonly number[];
  /** Relocations of the code against the function; `at` in bytes. */
  readonly relocations: readonly { readonly at: number; readonly type: string; readonly addend: bigint }[];
  /** The instruction that must stand behind a call, what becomes of it, and what calls look like that go on there. */
  readonly behind?: {
    readonly from: number;
    readonly to: number;
    readonly linked: { readonly mask: number; readonly value: number };
  };
}

/**
 * A row of functions, one for each register from `first` to `last`, of which each goes on in the next: the psABI gives
 * their code, and whoever links makes it.
 */
export interface MadeFunctions {
  /** What their names begin with; the register's number follows. */
  readonly stem: string;
  readonly first: number;
  readonly last: number;
  /** The instructions that do it for a register, and go on with the next. */
  each(register: number): readonly number[];
  /** Those of the last register, with the end of all of them. */
  end(register: number): readonly number[];
}

/** The words that function symbols name in place of code. */
export interface Descriptors {
  readonly section: string;
  /** Name of the type that fills in the first word. */
  readonly pointer: string;
  /** Where in it the pointer stands by which its code reaches data, in bytes. */
  readonly data: number;
  /** Bits of e_flags that tell the ABI, and the value of those with descriptors; files without any tell it by the section. */
  readonly flags: { readonly mask: number; readonly value: number };
}

/**
 * Bit 0 of the symbol's value is no part of the address but tells the state in which the function runs: the two states,
 * and what helps against a jump from one to the other. The letter T.
 */
export interface FunctionBit {
  readonly clear: FunctionState;
  readonly set: FunctionState;
  readonly remedy: string;
}

/** One of two instruction sets that a processor switches between. */
export interface FunctionState {
  readonly name: string;
  /** Its instructions stand at multiples of this, in bytes. */
  readonly alignment: 2 | 4;
}

/** An instruction set that is none of the rules': its functions have bit 0 of their addresses set, but not in the file. */
export interface OtherState {
  readonly name: string;
  /** How st_other marks its functions and labels. */
  readonly other: { readonly mask: number; readonly value: number };
  /** The bit of e_flags of files that have such code. */
  readonly flag: number;
  readonly remedy: string;
}

/** The entry of a function for callers that have set up what its first instructions would. */
export interface LocalEntry {
  /** The bits of st_other that tell. */
  readonly mask: number;
  /** What they may be, and how far behind the symbol the entry is; anything else has no such entry. */
  readonly distances: readonly { readonly other: number; readonly bytes: number }[];
  /** What to do about a symbol that has none. */
  readonly remedy: string;
  /** Where callers leave a function its address: what functions begin with that count from it, one of these. */
  readonly countsFromEntry?: readonly (readonly BytePattern[])[];
}

/** The pointers by which code reaches data: to the GOT or into the midst of a table. */
export interface PointersFacet {
  /** How the global pointer stands to the GOT, on machines whose code addresses both through it: the letter GP. */
  readonly global?: GlobalPointer;
  /** The TOC pointer, on machines whose code has one: the letter TOC. */
  readonly toc?: TableOfContents;
  /** The instruction that stands right in front of the GOT's address, if the psABI puts one there. */
  readonly gotPreamble?: { readonly bytes: readonly number[]; readonly text: string };
}

/** The global pointer, in the middle of what instructions reach from it. */
export interface GlobalPointer {
  /** Undefined symbols by which objects ask for its value. */
  readonly symbols: readonly string[];
  /** GP = GOT + fromGot. */
  readonly fromGot: number;
  /**
   * The bit of sh_flags by which sections tell that single instructions reach them from the pointer; they stand behind
   * the GOT, near it, and so do COMMON symbols that are reached in that way.
   */
  readonly smallData?: bigint;
  /** The same where names tell: these, and what begins with one and a point. */
  readonly smallSections?: readonly string[];
  /** What makes compilers reach less of their data from it. */
  readonly remedy?: string;
  /** Where an object says for which GP it was made (the psABI's GP0). */
  readonly recorded?: RecordedPointer;
}

/** A word in a section. */
export interface RecordedPointer {
  readonly section: string;
  /** Its sh_type, by which it is found. */
  readonly sectionType: number;
  /** Where the word is in it, in bytes. */
  readonly offset: number;
  /** What to do where it is missing. */
  readonly remedy: string;
}

/** The table that code reaches by a pointer into its midst. */
export interface TableOfContents {
  /** The undefined symbol that means the pointer. */
  readonly symbol: string;
  /** The section that is the table; the GOT where there is none. */
  readonly section: string;
  /** Bytes from the table's start to where the pointer points. */
  readonly bias: number;
  /** Bytes that the start is aligned to. */
  readonly alignment: number;
}

/** What loads its purgatories. */
export interface LoadingFacet {
  /** Who else relocates files of this machine. */
  readonly loaders: readonly LoaderKnowledge[];
  /** How compilers are kept from emitting types that loaders do not know, by name without what all of the machine's begin with. */
  readonly avoid?: readonly { readonly types: readonly string[]; readonly by: string }[];
  /** What loaders write by name after they have relocated a purgatory, but for relocator's own. */
  readonly told: Told;
  /** Load addresses are multiples of this, in bytes, whatever the image asks for: by it prologues find their start. */
  readonly leastAlignment?: number;
  /**
   * What loaders copy for other processors from the address they enter, if the entry's symbol is that long: its first
   * instruction must be a branch with no bits set but these and what the rule stores.
   */
  readonly header?: {
    readonly bytes: number;
    readonly branch: { readonly rule: string; readonly opcode: bigint };
  };
}
