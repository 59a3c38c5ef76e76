/**
 * One relocation type: either a rule (how its value is computed, checked and stored), a marker (nothing to store), or
 * a refusal (known by name, cannot apply in a purgatory, and why).
 */
import { type Check, unchecked } from './check.ts';
import { Expression, withAddend, withSymbol } from './expression.ts';
import type { Field } from './field.ts';
import type { AddendFacet, GotFacet, InstructionFacet, PartsFacet, TargetFacet } from './rule-facets.ts';

interface Named {
  /** The psABI's name, in full. */
  readonly name: string;
  /** The number in r_info. */
  readonly type: number;
}

/** A type that stores a value. Most say no more than how; the facets hold what only some have to say. */
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
  readonly addend?: AddendFacet;
  readonly got?: GotFacet;
  readonly parts?: PartsFacet;
  readonly target?: TargetFacet;
  readonly instruction?: InstructionFacet;
}

export interface Marker extends Named {
  readonly kind: 'marker';
  readonly source: string;
  readonly notes: string;
  readonly padding?: PaddingFacet;
  /** It stores nothing only against the start of its own section; against anything else it is refused, and why. */
  readonly againstOwnSection?: { readonly reason: string; readonly remedy: string };
}

/** For markers that stand before padding, of which linkers keep as much as alignment needs. */
export interface PaddingFacet {
  /** What the addend, which a psABI may read in two ways, says of the padding. */
  readonly of: (addend: bigint, more: { readonly hasSymbol: boolean }) => Padding;
  /** Instructions that do nothing, of which what is kept is made: the longest first. */
  readonly nops: readonly { readonly bytes: 2 | 4; readonly code: bigint }[];
}

export interface Padding {
  /** 0 where there is nothing to align; a number that cannot be is that of a damaged addend. */
  readonly bytes: number;
  /** What is behind the padding stands at a multiple of this, in bytes. */
  readonly alignment: number;
  /** If more bytes than this are needed, none are kept and nothing is aligned. */
  readonly limit?: number;
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
  const settledAt = last.parts?.settledAt;
  const zero = new Expression({ op: 'constant', value: 0n });
  return rule({
    ...definition,
    type: parts.reduce((number, { type }, index) => number + type * 256 ** index, 0),
    value: others.reduce((inner, { value }) => withAddend(withSymbol(value, zero), inner), first.value),
    field: last.field,
    check: last.check,
    ...(settledAt === undefined ? {} : { parts: { settledAt } }),
    ...(first.got ? { got: { slot: first.got.slot } } : {}),
    ...(first.addend?.recorded ? { addend: { recorded: true } } : {}),
  });
}

/** Declares a type that stores nothing (NONE, hints). */
export function marker(definition: Omit<Marker, 'kind'>): Marker {
  return Object.freeze({ kind: 'marker', ...definition });
}

/**
 * Declares the types with which a dynamic linker fills a slot of a linked image with the address of a symbol, all from one
 * definition: here the symbol is one of the image's own, or a weak one that nobody defines, which is 0.
 */
export function slotRules(
  definition: Pick<Rule, 'value' | 'field' | 'source' | 'addend' | 'target'>,
  types: readonly (readonly [type: number, name: string])[],
): Rule[] {
  return types.map(([type, name]) =>
    rule({
      ...definition,
      name,
      type,
      check: unchecked,
      notes:
        'A slot with the address of a symbol, in a linked image. With -static-pie GNU ld leaves it for weak symbols that ' +
        "nobody defines, which are 0; with -shared for the image's own, too. In an ET_REL file it is out of place and refused.",
      example: `.reloc ., ${name}, foo`,
      dynamic: true,
    }),
  );
}

/** Declares types that share one reason for being refused. */
export function refuse(
  reason: string,
  remedy: string,
  types: readonly (readonly [type: number, name: string])[],
): Refusal[] {
  return types.map(([type, name]) => Object.freeze({ kind: 'refusal', name, type, reason, remedy }));
}
