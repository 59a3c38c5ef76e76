/** A psABI as a whole: its machine and all its relocation types, held against the DSL's own rules when it is loaded. */
import { limits } from './check.ts';
import { lettersOf } from './expression.ts';
import { isWholeWord, valueBits } from './field.ts';
import type { Machine } from './machine.ts';
import type { Marker, RelocationType, Rule } from './rule.ts';

export interface Architecture {
  readonly machine: Machine;
  /** Every type the psABI names, in psABI order. */
  readonly types: readonly RelocationType[];
  readonly byType: ReadonlyMap<number, RelocationType>;
  readonly byName: ReadonlyMap<string, RelocationType>;
  /** Types by names that assemblers, linkers, headers or earlier editions of the psABI have for them. */
  readonly byOtherName: ReadonlyMap<string, RelocationType>;
  /** The implemented ones, in psABI order; behind a rule its forms. */
  readonly rules: readonly Rule[];
  /** Those of the rules that a prologue may be left with. */
  readonly applied: readonly Rule[];
}

/**
 * Collects an architecture's types.
 * @param otherNames names that others have for types, and the psABI's
 * @throws RangeError on a duplicate name or number, another name of a type that there is not or that a type has, a form that is not behind its rule with its number, or for processors without something that no attribute tells of, a field that drops value bits without a stated check, a check
 *   that admits values its field cannot hold, a GOT rule that does not say what its slot holds, one that may mean the
 *   GOT itself without its address, a rule with H without what it completes, a relaxation into an unknown rule, GP or E
 *   on a machine without them, or a field of two parts in a rule with an addend
 */
export function architecture(
  machine: Machine,
  types: readonly RelocationType[],
  otherNames: Readonly<Record<string, string>> = {},
): Architecture {
  const byType = new Map<number, RelocationType>();
  const byName = new Map<string, RelocationType>();
  for (const entry of types) {
    const form = entry.kind === 'rule' ? entry.instruction?.form : undefined;
    const clash = (form ? undefined : byType.get(entry.type)) ?? byName.get(entry.name);
    if (clash) {
      throw new RangeError(
        `${entry.name} (${entry.type}) and ${clash.name} (${clash.type}) share a name or number in ${machine.arch}`,
      );
    }
    if (!form) byType.set(entry.type, entry);
    byName.set(entry.name, entry);
  }
  const rules = types.filter((entry): entry is Rule => entry.kind === 'rule');
  for (const rule of rules) checkRule(rule, machine, byName);
  const byOtherName = typesByOtherName(otherNames, machine, byName);
  const applied = rules.filter(({ parts }) => !parts?.summed);
  return Object.freeze({
    machine,
    types: Object.freeze([...types]),
    byType,
    byName,
    byOtherName,
    rules,
    applied,
  });
}

function typesByOtherName(
  otherNames: Readonly<Record<string, string>>,
  { arch }: Machine,
  byName: ReadonlyMap<string, RelocationType>,
): Map<string, RelocationType> {
  return new Map(
    Object.entries(otherNames).map(([other, name]) => {
      const found = byName.get(name);
      if (!found)
        throw new RangeError(`${other} is to be another name of ${name}, which ${arch} does not have`);
      if (byName.has(other)) throw new RangeError(`${other}, another name of ${name}, is a type of ${arch}`);
      return [other, found];
    }),
  );
}

/** The forms that the rule takes by the instruction at its place, and by what processors can do. */
export function formsOf({ rules }: Architecture, { name }: Rule): Rule[] {
  return rules.filter(({ instruction }) => instruction?.form?.of === name);
}

/**
 * The type whose entries hold a word that moves by the load base: B + A, in linked images. Where the psABI has none, it
 * is the type of an address, with no symbol.
 * @throws RangeError for an architecture that has neither
 */
export function relativeRule(architecture: Architecture): Rule {
  const { machine, rules } = architecture;
  const relative = rules.find(({ dynamic, value: { node } }) => {
    if (!dynamic || node.op !== 'add') return false;
    const [left, right] = [node.left.node, node.right.node];
    return left.op === 'letter' && left.letter === 'B' && right.op === 'letter' && right.letter === 'A';
  });
  const found = relative ?? absoluteWordRule(architecture);
  if (!found) throw new RangeError(`${machine.arch} has no RELATIVE type`);
  return found;
}

/** The type for a whole word that moves by the load base, B + A; undefined where the psABI has none. */
export function relativeWordRule({ rules, machine }: Architecture): Rule | undefined {
  return rules.find(
    ({ dynamic, value, field }) =>
      dynamic && `${value}` === 'B + A' && isWholeWord(field) && field.bytes * 8 === machine.wordBits,
  );
}

/** An address, and one that tells the state in which a function runs. */
const ABSOLUTE: ReadonlySet<string> = new Set(['S + A', '(S + A) | T']);

/** @throws RangeError unless `name` is one of the rules */
export function ruleNamed({ machine, byName }: Architecture, name: string): Rule {
  const found = byName.get(name);
  if (found?.kind !== 'rule') throw new RangeError(`${name} is no rule of ${machine.arch}`);
  return found;
}

/** The rule whose field is a whole word of `bytes` bytes (the machine's own, by default) with an address: S + A. */
export function absoluteWordRule(
  { rules, machine }: Architecture,
  bytes = machine.wordBits / 8,
): Rule | undefined {
  const fits = rules.filter(
    ({ dynamic, value, field }) =>
      !dynamic && ABSOLUTE.has(`${value}`) && isWholeWord(field) && field.bytes === bytes,
  );
  return fits.find(({ field }) => field.kind === 'word') ?? fits[0];
}

/** What all names begin with, up to and with an underscore, such as `R_X86_64_`; may be empty. */
export function commonPrefix(types: readonly { readonly name: string }[]): string {
  let prefix = types[0]?.name ?? '';
  for (const { name } of types) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix.slice(0, prefix.lastIndexOf('_') + 1);
}

/** What the name of a type begins with, up to and with its second underscore: few machines share that. */
export function familyOf(typeName: string): string {
  return /^[^_]*_[^_]*_/.exec(typeName)?.[0] ?? typeName;
}

/** True for types that store nothing. */
export function isMarker(entry: RelocationType): entry is Marker {
  return entry.kind === 'marker';
}

function checkRule(rule: Rule, machine: Machine, byName: ReadonlyMap<string, RelocationType>): void {
  const width = valueBits(rule.field);
  const fail = (what: string): never => {
    throw new RangeError(`${rule.name}: ${what}`);
  };
  if (width < machine.wordBits && rule.check === undefined)
    fail('its value is wider than its field; state a check');
  const range = rule.check.range;
  if (range) {
    const { min, max } = limits(range);
    const wordHigh = 1n << BigInt(machine.wordBits);
    if (max > wordHigh || min < -(wordHigh / 2n))
      fail(`its check exceeds the machine's ${machine.wordBits}-bit word`);
    // A field of n bits tells at most 2^n values apart; `either` is ambiguous by design but must still fit both ways.
    const held = width + (rule.field.signSelect ? 1 : 0);
    if (range.bits > held) fail(`its check admits ${range.bits} bits, its field holds ${held}`);
  }
  const form = rule.instruction?.form;
  if (form && byName.get(form.of)?.type !== rule.type)
    fail(`is a form of ${form.of}, which has another number`);
  const abilities = machine.elf?.attributes?.abilities ?? [];
  if (form?.without !== undefined && !abilities.some(({ name }) => name === form.without))
    fail(`is a form for processors without ${form.without}, of which their attributes do not tell`);
  const lowest = Math.min(...rule.field.slices.map((slice) => slice.from));
  const letters = lettersOf(rule.value);
  if (letters.includes('G') && !rule.got)
    fail('it goes through the GOT but does not say what its slot holds');
  if (letters.includes('GP') && !machine.pointers?.global) fail('its machine has no global pointer');
  if (letters.includes('E') && !machine.functions?.localEntry)
    fail('its machine does not say where a function has its local entry');
  if (rule.field.apart && letters.includes('A'))
    fail('A is the distance of the two parts of its field, so it cannot be an addend');
  if (rule.got?.itself && !(letters.includes('G') && letters.includes('GOT')))
    fail('without a slot it must still have the address of the GOT');
  if (letters.includes('H') !== (rule.parts?.completes !== undefined))
    fail('H is the value of one of the rules that `completes` names; it has only one of the two');
  for (const name of rule.parts?.completes ?? []) {
    if (byName.get(name)?.kind !== 'rule') fail(`completes ${name}, which is no rule`);
  }
  for (const relaxation of rule.instruction?.relaxations ?? []) {
    if (byName.get(relaxation.becomes)?.kind !== 'rule')
      fail(`relaxes into ${relaxation.becomes}, which is no rule`);
  }
  for (const name of [
    rule.instruction?.distance?.becomes,
    rule.instruction?.absolute?.becomes,
    rule.parts?.lower?.of,
    rule.parts?.lower?.becomes,
    rule.parts?.rest?.type,
    ...(rule.parts?.above ? [...rule.parts.above.types, rule.parts.above.becomes] : []),
  ]) {
    if (name !== undefined && byName.get(name)?.kind !== 'rule') fail(`speaks of ${name}, which is no rule`);
  }
  if (rule.instruction?.distance && !machine.code.flow)
    fail('has a distance form, but the machine does not say how code flows');
  if (lowest > 0 && rule.check.multipleOf && BigInt(rule.check.multipleOf) < 1n << BigInt(lowest)) {
    fail(`its field drops ${lowest} low bits, its check only ensures a multiple of ${rule.check.multipleOf}`);
  }
}
