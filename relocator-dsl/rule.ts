/**
 * One relocation type: either a rule (how its value is computed, checked and stored), a marker (nothing to store), or
 * a refusal (known by name, cannot apply in a purgatory, and why).
 */
import type { Check } from './check.ts';
import { Expression, withAddend, withSymbol } from './expression.ts';
import type { Field } from './field.ts';

interface Named {
  /** The psABI's name, in full. */
  readonly name: string;
  /** The number in r_info. */
  readonly type: number;
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
  /** The relaxation is only valid with this addend, in bytes. */
  readonly addend: bigint;
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

export interface Rule extends Named {
  readonly kind: 'rule';
  /** X, the value, computed in the machine's word. */
  readonly value: Expression;
  readonly field: Field;
  readonly check: Check;
  /** Where the psABI defines it. */
  readonly source: string;
  /** What it is for and what to watch out for, in sentences. */
  readonly notes: string;
  /** An instruction or directive that makes an assembler emit it. */
  readonly example: string;
  /** Only in linked images (ET_DYN), applied by whoever loads them. */
  readonly dynamic?: boolean;
  /** For rules with G: the word its GOT slot holds, over S and A. */
  readonly slot?: Expression;
  /** What the field holds, with its sign, is added to the addend of an SHT_RELA entry, as loaders and linkers do (SuperH). */
  readonly addsPlace?: true;
  /** For rules with G: against the GOT symbol itself it means the table, not a slot with the table's address. */
  readonly gotItself?: true;
  /** For rules with G: what its slot holds instead if the symbol is local (STB_LOCAL), over S and A. */
  readonly localSlot?: Expression;
  /** For rules with G, in order of preference. */
  readonly relaxations?: readonly Relaxation[];
  /** Instruction forms, other than the relaxed ones, to which the formula does not apply; refused. */
  readonly excludes?: {
    readonly when: readonly BytePattern[];
    readonly reason: string;
    /** What to do instead, where it is not what avoids the GOT. */
    readonly remedy?: string;
  };
  /** Symbols to which it cannot go, by their st_other; refused. */
  readonly excludesOther?: {
    readonly mask: number;
    readonly values: readonly number[];
    readonly reason: string;
    readonly remedy: string;
  };
  /** It goes to code: where the symbol is a function's descriptor, to the code that the descriptor names. */
  readonly calls?: true;
  /** Addends from here on are no part of the value but for a linker's own use; without A in it, others are refused. */
  readonly ignoresAddendsFrom?: bigint;
  /** What stands for S when the symbol is weak and undefined, if the psABI says so; otherwise S = 0. */
  readonly undefinedWeak?: Expression;
  /**
   * For jumps and calls of a machine with a function bit: the bit that a function must have to be their target, or
   * `opcode` where the instruction becomes what the target needs. A target that is no function counts as having it, or
   * as asking for the instruction that is there.
   */
  readonly functionBit?: 0 | 1 | 'opcode';
  /** For the upper part of an address. */
  readonly distance?: DistanceForm;
  /** For the lower part of an address: the rule of the upper part, and what this becomes where that is rewritten. */
  readonly lowerPart?: { readonly of: string; readonly becomes: string };
  /** For rules with H: names of the rules that may stand where the symbol is; one of them must. */
  readonly completes?: readonly string[];
  /**
   * The field does not change while the image moves by multiples of this many bytes: rather than have it patched at
   * load time, the image asks for such a load base. A page unless given.
   */
  readonly settledAt?: bigint;
  /**
   * In SHT_REL the place holds the upper part of the addend only. The lower part stands, signed, where the next
   * relocation of this type against the same symbol is. `local`: of local symbols only, others have no addend.
   */
  readonly addendContinues?: { readonly at: string; readonly of: 'any symbol' | 'local' };
  /**
   * The type whose field has the bits above its own, without a check of either. Where it is not in the section against
   * the same symbol and addend (`each`: as often as this, as it is used up; `one`: once will do; `any addend`: once,
   * whatever the addend), an address that moves would lose them and is refused.
   */
  readonly restIn?: {
    readonly type: string;
    readonly by: 'each' | 'one' | 'any addend';
    readonly remedy: string;
  };
  /** The addend of a local symbol counts from the GP for which the object was made (GP0). */
  readonly addsRecordedPointer?: true;
  /** What stands for S when the symbol is undefined and has this name; it is no symbol but means this value. */
  readonly standIns?: Readonly<Record<string, Expression>>;
}

export interface Marker extends Named {
  readonly kind: 'marker';
  readonly source: string;
  readonly notes: string;
  /**
   * The marker stands before padding that a relaxing linker would cut down. What is behind it must stand at a multiple
   * of `alignment` bytes: both from the addend, which a psABI may read in two ways, with and without a symbol; undefined
   * when the addend says nothing of the kind.
   */
  readonly padding?: (addend: bigint, more: { readonly hasSymbol: boolean }) => Padding | undefined;
  /** It stores nothing only against the start of its own section; against anything else it is refused, and why. */
  readonly againstOwnSection?: { readonly reason: string; readonly remedy: string };
}

export interface Padding {
  readonly bytes: bigint;
  /** What is behind the padding stands at a multiple of this. */
  readonly alignment: number;
  /** If more bytes than this are needed, none are kept and nothing is aligned. */
  readonly limit?: number;
  /** Size of each of its instructions, where all have the same, so that it can be cut down by whole ones. */
  readonly instruction?: number;
}

export interface Refusal extends Named {
  readonly kind: 'refusal';
  /** Why a purgatory cannot have it. */
  readonly reason: string;
  /** What to do instead: the compiler or linker flag that avoids it. */
  readonly remedy: string;
}

export type RelocationType = Rule | Marker | Refusal;

/** Declares a rule. @throws RangeError if the field or check cannot hold the value (see `architecture`). */
export function rule(definition: Omit<Rule, 'kind'>): Rule {
  return Object.freeze({ kind: 'rule', ...definition });
}

/**
 * Declares several types that stand in one entry of a relocation table: the value of each is the addend of the next,
 * which has no symbol (S = 0), and only the last is checked and stored. The number is the parts', lowest byte first.
 * @throws RangeError when there is nothing to compose
 */
export function compose(
  definition: Pick<Rule, 'name' | 'source' | 'notes' | 'example'> & Pick<Partial<Rule>, 'dynamic'>,
  ...parts: readonly Rule[]
): Rule {
  const [first, ...others] = parts;
  const last = others.at(-1);
  if (!first || !last) throw new RangeError(`${definition.name}: one type is no composition`);
  const zero = new Expression({ op: 'constant', value: 0n });
  return rule({
    ...definition,
    type: parts.reduce((number, { type }, index) => number + type * 256 ** index, 0),
    value: others.reduce((inner, { value }) => withAddend(withSymbol(value, zero), inner), first.value),
    field: last.field,
    check: last.check,
    ...(last.settledAt === undefined ? {} : { settledAt: last.settledAt }),
    ...(first.slot === undefined ? {} : { slot: first.slot }),
    ...(first.addsRecordedPointer ? { addsRecordedPointer: true } : {}),
  });
}

/** Declares a type that stores nothing (NONE, hints). */
export function marker(definition: Omit<Marker, 'kind'>): Marker {
  return Object.freeze({ kind: 'marker', ...definition });
}

/** Declares types that share one reason for being refused. */
export function refuse(
  reason: string,
  remedy: string,
  types: readonly (readonly [type: number, name: string])[],
): Refusal[] {
  return types.map(([type, name]) => Object.freeze({ kind: 'refusal', name, type, reason, remedy }));
}
