/** The relocations of an object in their places: where each stands and what it counts from, once the layout is made. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { type Expression, isCut, lettersOf, withSymbol } from '../../relocator-dsl/expression.ts';
import { roundingOf } from '../../relocator-dsl/field.ts';
import { lettersAt, type Placement } from '../../relocator-dsl/letters.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { SHF } from '../elf/constants.ts';
import { hex } from '../memory/bytes.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import { placeText } from '../trouble/troubles.ts';
import type { Application, Target } from './application.ts';
import { T_IN_ADDEND, withFunctionBit } from './function-bit.ts';
import type { Routed, RoutedSite } from './got.ts';
import type { ObjectLayout } from './layout.ts';
import type { PairedSite } from './pairs.ts';
import { localEntryOf, motionOf, type SymbolUse } from './symbol-use.ts';

function addressOf(use: SymbolUse, layout: ObjectLayout, base: bigint, late: LateValues): bigint {
  switch (use.kind) {
    case 'section':
      return base + BigInt(layout.offsets.get(use.section) ?? 0) + use.value;
    case 'common':
      return base + BigInt(layout.commons.get(use.symbol) ?? 0);
    case 'got':
      return base + BigInt((layout.got ?? 0) + use.distance);
    case 'toc':
      return base + BigInt(layout.toc ?? 0);
    case 'bound':
      return base + BigInt(layout.bounds.get(use.name) ?? 0);
    case 'absolute':
      return use.value;
    case 'weak':
    case 'stand-in':
      return 0n;
    case 'late':
      return late.get(use.name) ?? 0n;
  }
}

function targetOf(use: SymbolUse, layout: ObjectLayout): Target {
  if (use.kind === 'late') return { kind: 'late', name: use.name };
  const kind = motionOf(use) === 'image' ? 'image' : 'absolute';
  return { kind, value: addressOf(use, layout, 0n, new Map()) };
}

/** What a rule's value counts from; a rule without S and L does not need the address of its symbol, late or not. */
function siteTarget({ rule, use }: PairedSite, layout: ObjectLayout): Target {
  const named = lettersOf(rule.value).some((letter) => letter === 'S' || letter === 'L');
  return use.kind === 'late' && !named ? { kind: 'absolute', value: 0n } : targetOf(use, layout);
}

/** A relocation of the object in its place. */
export function siteApplication(
  site: PairedSite,
  layout: ObjectLayout,
  model: ReferenceModel,
  machine: Machine,
): Application {
  const { rule, use, completes } = site;
  const local = lettersOf(rule.value).includes('E') ? (localEntryOf(site.symbol, machine) ?? 0n) : 0n;
  const { wordBits } = machine;
  const offset = (layout.offsets.get(site.section.index) ?? 0) + site.offset;
  if (completes) return completingApplication(site, completes, offset, layout, model, machine);
  const slot = site.slot === undefined ? undefined : (layout.got ?? 0) + site.slot * (wordBits / 8);
  const second = lettersOf(rule.value).includes('O') ? site.second : undefined;
  const { got, toc } = layout;
  const standIn = standInFor(site);
  const symbolAt = (base: bigint, late: LateValues): bigint =>
    standIn
      ? evaluate(standIn, lettersAt(machine, { base, place: offset, addend: site.addend, got }), wordBits)
      : addressOf(use, layout, base, late);
  const addend = lettersOf(rule.value).includes('T')
    ? withFunctionBit(symbolAt(0n, new Map()), site.addend, site.functionBit)
    : site.addend;
  return {
    offset,
    rule,
    value: shownValue(site),
    motion: motionOf(use),
    target: siteTarget(site, layout),
    // What is left to do at load time goes to the local entry point by its addend.
    addend: addend + local,
    second,
    slot,
    synthetic: false,
    inCode: (site.section.flags & SHF.EXECINSTR) !== 0n,
    origin: site.origin,
    placement: (base, late) => ({
      base,
      place: offset,
      symbol: symbolAt(base, late),
      addend,
      second,
      got,
      slot,
      toc,
      size: site.symbol.size,
      localEntry: local,
      functionBit: T_IN_ADDEND,
    }),
  };
}

/** The rule's value, with what stands for the symbol put in. */
export function shownValue(site: RoutedSite): Expression {
  const standIn = standInFor(site);
  return standIn ? withSymbol(site.rule.value, standIn) : site.rule.value;
}

/** What the psABI says stands for the symbol. */
function standInFor({ rule, use }: RoutedSite): Expression | undefined {
  if (use.kind === 'stand-in') return use.value;
  return use.kind === 'weak' ? rule.target?.weak : undefined;
}

/** A relocation that stores a part of another's value: it counts from that one's place, symbol and addend. */
function completingApplication(
  site: PairedSite,
  completes: RoutedSite,
  offset: number,
  layout: ObjectLayout,
  model: ReferenceModel,
  machine: Machine,
): Application {
  const upper = siteApplication({ ...completes, completes: undefined }, layout, model, machine);
  const reference = model.rules.get(completes.rule.name);
  if (!reference) throw new RangeError(`${completes.rule.name} has no reference model`);
  const valueAt = (base: bigint, late: LateValues): bigint =>
    reference.value(lettersAt(machine, upper.placement(base, late)));
  return {
    ...upper,
    offset,
    rule: site.rule,
    inCode: (site.section.flags & SHF.EXECINSTR) !== 0n,
    origin: site.origin,
    // Seen from this place, the same distance needs an addend that makes up for the way between the two.
    addend: upper.addend + BigInt(offset - upper.offset) + site.addend,
    obstacle(base, late) {
      const value = valueAt(base, late);
      if (upperPart(completes.rule, value) === upperPart(completes.rule, value + site.addend))
        return undefined;
      const where = placeText(completes.origin);
      return {
        why: `with its addend of ${site.addend} the value is ${hex(value + site.addend)}, whose upper part is not that in ${where}`,
        remedy: 'align the data to more than the addend, or write the sum in an instruction of its own',
      };
    },
    placement(base, late) {
      const placement = upper.placement(base, late);
      return { ...placement, place: offset, completed: valueAt(base, late) + site.addend };
    },
  };
}

/** What a field that is rounded shows of the value. */
function upperPart({ field }: Rule, value: bigint): bigint {
  const slices = field.slices.filter(({ rounded }) => rounded);
  return slices.reduce((sum, slice) => sum + ((value + roundingOf(slice)) >> BigInt(slice.from)), 0n);
}

/** The words of the GOT made here, each an address that some relocation asked for. */
export function slotApplications(
  { slots }: Routed,
  architecture: Architecture,
  layout: ObjectLayout,
): Application[] {
  const rule = absoluteWordRule(architecture);
  if (!rule || layout.got === undefined) return [];
  const got = layout.got;
  const { machine } = architecture;
  const wordBytes = machine.wordBits / 8;
  return slots.map(({ expression, use, addend: given, functionBit, origin }, index) => {
    const offset = got + index * wordBytes;
    const addend = withFunctionBit(addressOf(use, layout, 0n, new Map()), given, functionBit);
    // Where a slot holds a part of an address, the whole of it is the target.
    const plain = !isCut(expression);
    const contentOf = (symbol: bigint): bigint =>
      evaluate(expression, lettersAt(machine, { base: 0n, symbol, addend }), machine.wordBits);
    const target = targetOf(use, layout);
    return {
      offset,
      rule,
      value: plain ? rule.value : expression,
      motion: motionOf(use),
      target: plain || target.kind === 'late' ? target : { ...target, value: contentOf(target.value) },
      addend: plain ? addend : 0n,
      second: undefined,
      slot: undefined,
      synthetic: true,
      inCode: false,
      origin: {
        ...origin,
        type: rule.name,
        number: rule.type,
        section: '.got',
        offset: BigInt(index * wordBytes),
      },
      placement(base, late): Placement {
        const address = addressOf(use, layout, base, late);
        const symbol = plain ? address : contentOf(address);
        return { base, place: offset, symbol, addend: plain ? addend : 0n, functionBit: T_IN_ADDEND };
      },
    };
  });
}
