/** What some rules say beyond their formula, field and check, by what it is about. A reader of the others needs none. */
import type { Expression } from './expression.ts';
import type { Field } from './field.ts';

/** How the addend is found, where it is not simply that of the entry or of the place. */
export interface AddendFacet {
  /** What the field holds, with its sign, is added to the addend of an SHT_RELA entry, as loaders and linkers do (SuperH). */
  readonly place?: true;
  /**
   * In SHT_REL the place holds the upper part of the addend only. The lower part stands, signed, where the next
   * relocation of this type against the same symbol is, and is 0 where there is none, as linkers have it. `local`: of
   * local symbols only, others have no addend. `upper`: where the place holds the upper part, if the rule's own field
   * is for something else.
   */
  readonly continues?: { readonly at: string; readonly of: 'any symbol' | 'local'; readonly upper?: Field };
  /** That of a local symbol counts from the GP for which the object was made (GP0), which the object records. */
  readonly recorded?: true;
  /** Addends from here on are no part of the value but for a linker's own use; without A in it, others are refused. */
  readonly ignoredFrom?: bigint;
  /** What SHT_REL has in the place is no addend, which is 0. */
  readonly absent?: true;
}

/** How a rule with G goes through the GOT. */
export interface GotFacet {
  /** What the word of the GOT holds whose offset G is, over S and A. */
  readonly slot: Expression;
  /** What it holds instead if the symbol is local (STB_LOCAL), over S and A. */
  readonly local?: Expression;
  /** Against the GOT symbol itself the rule means the table, not a slot with the table's address. */
  readonly itself?: true;
  /** What is rewritten in the instruction, so that it counts from the global pointer and from no other register. */
  readonly fromPointer?: readonly ByteRewrite[];
}

/** How rules share one value: each stores a part of it, or one completes another. */
export interface PartsFacet {
  /** For rules with H: names of the rules that may stand where the symbol is; one of them must. */
  readonly completes?: readonly string[];
  /** For the lower part of an address: the rule of the upper part, and what this becomes where that takes its distance form. */
  readonly lower?: { readonly of: string; readonly becomes: string };
  /**
   * The type whose field has the bits above its own, without a check of either. Where it is not in the section against
   * the same symbol and addend (`any addend`: whatever the addend), an address that moves would lose them and is refused.
   */
  readonly rest?: {
    readonly type: string;
    readonly by: 'one' | 'any addend';
    readonly remedy: string;
  };
  /**
   * The types whose fields have all bits above its own. Where each stands in the section as often as this, against the same
   * symbol and addend, its check has nothing to say, and the rule is the one that it becomes.
   */
  readonly above?: { readonly types: readonly string[]; readonly becomes: string };
  /**
   * The types whose fields have the bits above its own, which it leaves to them. Where one of them does not stand in the section
   * as often as this, against the same symbol and addend, nothing has these bits, and the rule is the one that it becomes.
   */
  readonly alone?: { readonly types: readonly string[]; readonly becomes: string };
  /**
   * It is a step of a sum, whose check is about what all relocations of the place come to: no prologue is left one of them.
   */
  readonly summed?: true;
  /**
   * The field does not change while the image moves by multiples of this many bytes: rather than have it patched at
   * load time, the image asks for such a load base. A page unless given.
   */
  readonly settledAt?: bigint;
}

/** What a rule asks of the symbol it goes to, and what stands for S where there is none. */
export interface TargetFacet {
  /** It goes to code: where the symbol is a function's descriptor, to the code that the descriptor names. */
  readonly calls?: true;
  /** What stands for S when the symbol is weak and undefined, if the psABI says so; otherwise S = 0. */
  readonly weak?: Expression;
  /** What stands for S when the symbol is undefined and has this name; it is no symbol but means this value. */
  readonly standIns?: Readonly<Record<string, Expression>>;
  /**
   * For jumps and calls of a machine with a function bit: the state in which the target must run, as that bit of its
   * symbol tells it, or `opcode` where the instruction becomes what the target needs. A target that is no function
   * counts as running in that state, or in the one that the instruction there is for.
   */
  readonly state?: 0 | 1 | 'opcode';
  /** With `opcode`, the state of the instruction itself, which a call of a weak symbol that nobody defines must not leave. */
  readonly own?: 0 | 1;
  /** Symbols to which it cannot go, by their st_other; refused. */
  readonly excluded?: {
    readonly mask: number;
    readonly values: readonly number[];
    readonly reason: string;
    readonly remedy: string;
  };
}

/** What a rule makes of the instruction at its place, by what that looks like. */
export interface InstructionFacet {
  /** The rule is no type by itself, but what becomes of another; of several the first that applies. */
  readonly form?: Form;
  /** For rules with G, in order of preference. */
  readonly relaxations?: readonly Relaxation[];
  /** For the upper part of an address. */
  readonly distance?: DistanceForm;
  /** For the upper part of a distance. */
  readonly absolute?: AbsoluteForm;
  /** Forms, other than the relaxed ones, to which the formula does not apply; refused. */
  readonly excluded?: {
    /** One of these. */
    readonly when: readonly (readonly BytePattern[])[];
    readonly reason: string;
    /** What to do instead, where it is not what avoids the GOT. */
    readonly remedy?: string;
  };
  /** It counts from a register that follows from the section in which its symbol is; symbols in others are refused. */
  readonly bases?: BaseRegisters;
  /** What becomes of instructions that reach for a weak symbol which nobody defines, in order of preference. */
  readonly weak?: readonly WeakForm[];
}

/** The registers from which an instruction may count, all of them with the pointer that the rule's value has. */
export interface BaseRegisters {
  readonly forms: readonly {
    /** What becomes of the instruction, in assembly. */
    readonly text: string;
    /** Names of the symbol's section: these, and what begins with one and a point. */
    readonly sections: readonly string[];
    /** COMMON symbols are there, too. */
    readonly commons?: true;
    readonly rewrite: readonly ByteRewrite[];
  }[];
  readonly reason: string;
  readonly remedy: string;
}

/**
 * An instruction with a weak undefined symbol, to which what stands for S on behalf of its type does not apply: it is
 * rewritten and needs no relocation any more, or something else stands for S.
 */
export type WeakForm = {
  /** What becomes of it, in assembly. */
  readonly text: string;
  /** Only with this addend, in bytes. */
  readonly addend?: bigint;
  readonly when: readonly BytePattern[];
  /** Not where this is there, too. */
  readonly unless?: readonly BytePattern[];
} & ({ readonly rewrite: readonly ByteRewrite[] } | { readonly standIn: Expression });

/** When a rule stands for another, of the same number. */
export interface Form {
  /** That rule's name. */
  readonly of: string;
  /** Where one of these instructions is at the place; at any if none is named. */
  readonly when?: readonly (readonly BytePattern[])[];
  /** Not where this is there, too. */
  readonly unless?: readonly BytePattern[];
  /** Where the processors lack this ability, by its name. */
  readonly without?: string;
}

/** A byte near the place: `at` counts from P; it matches when `(byte & mask) === value`. */
export interface BytePattern {
  readonly at: number;
  readonly mask: number;
  readonly value: number;
}

/** A byte that a relaxation rewrites: `byte = (byte & keep) | set`. */
export interface ByteRewrite {
  readonly at: number;
  readonly keep: number;
  readonly set: number;
}

/** An instruction that need not go through the GOT: what it looks like, what it becomes, and which rule then applies. */
export interface Relaxation {
  /** The rewrite in assembly, for example `mov foo@GOTPCREL(%rip), %reg -> lea foo(%rip), %reg`. */
  readonly text: string;
  /** The relaxation is only valid with this addend, in bytes; without it with any. */
  readonly addend?: bigint;
  readonly when: readonly BytePattern[];
  readonly rewrite: readonly ByteRewrite[];
  /** Name of the rule that applies to the rewritten instruction. */
  readonly becomes: string;
  /** How far the place moves, in bytes. */
  readonly placeShift: number;
  /** The addend of the new relocation, in bytes. */
  readonly newAddend: bigint;
}

/**
 * An instruction with the upper part of a distance that could as well have that of the address, where this is no address of
 * the image: what it looks like, what it becomes, and which rule then applies. It is taken if that rule's check passes.
 */
export interface AbsoluteForm {
  /** The rewrite in assembly. */
  readonly text: string;
  readonly when: readonly BytePattern[];
  readonly rewrite: readonly ByteRewrite[];
  /** Name of the rule that applies to the rewritten instruction. */
  readonly becomes: string;
}

/**
 * An instruction with the upper part of an address that could as well have that of the distance to it: what it looks
 * like, what it becomes, and which rule then applies. It is taken if it is certain which instructions complete it.
 */
export interface DistanceForm {
  /** The rewrite in assembly. */
  readonly text: string;
  readonly when: readonly BytePattern[];
  readonly rewrite: readonly ByteRewrite[];
  /** Name of the rule that applies to the rewritten instruction. */
  readonly becomes: string;
  /** What to do where it is not certain. */
  readonly remedy: string;
  /** Name of a rule whose words, where they hold addresses of the image, limit it as the address form does. */
  readonly uselessWith?: string;
}
