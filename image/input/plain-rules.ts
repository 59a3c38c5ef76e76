/**
 * Rules that say all there is to say of a relocation whose symbol is in the image: nothing of the instruction, of what stands
 * beside it or of a table is asked for.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, formsOf } from '../../relocator-dsl/architecture.ts';
import { type Letter, lettersOf } from '../../relocator-dsl/expression.ts';
import { isWholeWord } from '../../relocator-dsl/field.ts';
import { fieldMotion } from '../../relocator-dsl/motion.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { InstructionFacet, PartsFacet, TargetFacet } from '../../relocator-dsl/rule-facets.ts';
import { oncePer } from '../memory/groups.ts';
import { splitType } from './origin.ts';

/**
 * What becomes of a relocation with such a rule: `word`: a whole word with an address, which is left to the prologue; `settled`:
 * done at build time; `moving`: left to the prologue in another way; `marker`: it stores nothing.
 */
export type PlainClass = 'word' | 'settled' | 'moving' | 'marker';

/** A type whose relocations are plain. */
export type PlainType =
  | { readonly class: 'marker'; readonly type: number; readonly rule: undefined }
  | { readonly class: Exclude<PlainClass, 'marker'>; readonly type: number; readonly rule: Rule };

/** What their values are made of. */
const LETTERS: readonly Letter[] = ['S', 'L', 'A', 'P'];

/** What facets may say all the same: of symbols that are not in the image, and of steps of an address that pages settle. */
const HARMLESS = {
  instruction: ['weak', 'absolute'] satisfies (keyof InstructionFacet)[],
  target: ['weak', 'standIns'] satisfies (keyof TargetFacet)[],
  parts: ['settledAt'] satisfies (keyof PartsFacet)[],
} as const;

/** The only value that a word has. */
const ADDRESS = 'S + A';

/** The plain types of a machine, by the number that r_info has. */
export function plainTypes(
  architecture: Architecture,
  model: ReferenceModel,
): ReadonlyMap<number, PlainType> {
  const known = plainTypesOf(architecture);
  return new Map([...known].filter(([, { rule }]) => rule === undefined || model.rules.has(rule.name)));
}

const plainTypesOf = oncePer((architecture: Architecture): ReadonlyMap<number, PlainType> => {
  const named = namedByOthers(architecture);
  const { machine } = architecture;
  const types = [...architecture.byType.values()].flatMap((entry): PlainType[] => {
    const { type } = entry;
    const { number, second } = splitType(machine, type);
    if (number !== type || second !== 0n) return [];
    if (entry.kind === 'marker')
      return entry.againstOwnSection ? [] : [{ class: 'marker', type, rule: undefined }];
    if (entry.kind !== 'rule' || named.has(entry.name) || !isPlain(entry, architecture)) return [];
    return [{ class: classOf(entry, architecture), type, rule: entry }];
  });
  return new Map(types.map((each) => [each.type, each]));
});

function isPlain(rule: Rule, architecture: Architecture): boolean {
  const { dynamic, value, field, addend, got, parts = {}, target = {}, instruction = {} } = rule;
  const letters = lettersOf(value);
  const only = (facet: object, keys: readonly string[]): boolean =>
    Object.keys(facet).every((key) => keys.includes(key));
  return (
    !dynamic &&
    addend === undefined &&
    got === undefined &&
    letters.every((letter) => LETTERS.includes(letter)) &&
    letters.includes('A') &&
    (letters.includes('S') || letters.includes('L')) &&
    field.apart === undefined &&
    field.bundled === undefined &&
    only(parts, HARMLESS.parts) &&
    only(target, HARMLESS.target) &&
    only(instruction, HARMLESS.instruction) &&
    formsOf(architecture, rule).length === 0
  );
}

/** Names of rules that others count or look for beside theirs. */
function namedByOthers({ rules }: Architecture): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ addend, parts, instruction }) => [
      ...(parts?.completes ?? []),
      ...(parts?.lower ? [parts.lower.of, parts.lower.becomes] : []),
      ...(parts?.rest ? [parts.rest.type] : []),
      ...(parts?.above?.types ?? []),
      ...(parts?.alone?.types ?? []),
      ...(addend?.continues ? [addend.continues.at] : []),
      ...(instruction?.form ? [instruction.form.of] : []),
    ]),
  );
}

function classOf(rule: Rule, { machine }: Architecture): 'word' | 'settled' | 'moving' {
  const { value, field, check } = rule;
  const { coefficient, block } = fieldMotion(rule, 'image');
  if (coefficient === 0n && block === undefined) return 'settled';
  const isWord =
    `${value}` === ADDRESS &&
    isWholeWord(field) &&
    field.kind === 'word' &&
    field.bytes * 8 === machine.wordBits &&
    check.range === undefined &&
    (check.multipleOf ?? 1) === 1;
  return isWord ? 'word' : 'moving';
}
