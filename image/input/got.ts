/**
 * Relocations that go through the global offset table: relaxed where the psABI allows it, otherwise given a slot in a
 * table of our own.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { type Expression, isCut, type Letter, lettersOf } from '../../relocator-dsl/expression.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';
import { fieldMotion } from '../../relocator-dsl/motion.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { BytePattern, Relaxation } from '../../relocator-dsl/rule-facets.ts';
import { byteRanges } from '../memory/container.ts';
import { placeText, type RelocationPlace, type Trouble } from '../trouble/troubles.ts';
import type { Site } from './sites.ts';
import { motionOf, type SymbolUse } from './symbol-use.ts';

/** A word of the GOT; several relocations may share it. */
export interface GotSlot {
  /** The word, over S and A. */
  readonly expression: Expression;
  readonly use: SymbolUse;
  readonly addend: bigint;
  /** T, if the expression has it. */
  readonly functionBit: bigint;
  /** The relocation that asked for it first. */
  readonly origin: RelocationPlace;
}

/** A byte of a section that a relaxation rewrites. */
export interface Rewrite {
  readonly section: number;
  readonly offset: number;
  readonly keep: number;
  readonly set: number;
  /** The relocation on whose account it is done. */
  readonly origin: RelocationPlace;
}

/** A site whose way through the GOT is settled. */
export interface RoutedSite extends Site {
  /** Index into `slots`. */
  readonly slot: number | undefined;
}

export interface Routed {
  readonly sites: readonly RoutedSite[];
  readonly slots: readonly GotSlot[];
  readonly rewrites: readonly Rewrite[];
  /** True when the GOT's address is asked for, with or without slots. */
  readonly usesGot: boolean;
  /** True when the TOC pointer is asked for. */
  readonly usesToc: boolean;
  readonly relaxed: number;
  readonly troubles: readonly Trouble[];
}

/** Letters whose value follows from the GOT's address. */
const GOT_LETTERS: readonly Letter[] = ['GOT', 'G', 'GP'];

/** Decides for every site whether it is relaxed, gets a slot, or needs neither. */
export function routeThroughGot(
  sites: readonly Site[],
  architecture: Architecture,
  model: ReferenceModel,
  alignmentOf: (section: number) => number,
): Routed {
  const routed: RoutedSite[] = [];
  const slots: GotSlot[] = [];
  const slotOf = new Map<string, number>();
  const rewrites: Rewrite[] = [];
  const troubles: Trouble[] = [];
  let usesGot = false;
  let relaxed = 0;
  for (const site of sites) {
    const letters = lettersOf(site.rule.value);
    const relaxation = findRelaxation(site, architecture, model, alignmentOf);
    if (relaxation) {
      relaxed++;
      routed.push({ ...relaxation.site, slot: undefined });
      rewrites.push(...relaxation.rewrites);
      usesGot ||= site.use.kind === 'got';
      continue;
    }
    const excluded = site.rule.instruction?.excluded;
    if (excluded && matches(site, excluded.when)) {
      troubles.push({
        ...site.origin,
        why: excluded.reason,
        remedy:
          excluded.remedy ??
          'declare the symbol with hidden visibility (-fvisibility=hidden), or compile with -fno-pic',
      });
      continue;
    }
    const named = site.use.kind === 'stand-in' ? [...letters, ...lettersOf(site.use.value)] : letters;
    usesGot ||= site.use.kind === 'got' || GOT_LETTERS.some((letter) => named.includes(letter));
    // Without a slot G is 0, and GOT the table.
    if (!letters.includes('G') || (site.rule.got?.itself && site.use.kind === 'got')) {
      routed.push({ ...site, slot: undefined });
      continue;
    }
    const { got } = site.rule;
    const expression = (site.symbol.binding === 'local' ? got?.local : undefined) ?? got?.slot;
    if (!expression || !absoluteWordRule(architecture)) {
      troubles.push({
        ...site.origin,
        why: 'it needs a GOT slot, and the architecture does not say what such a slot holds',
        remedy: 'declare the symbol with hidden visibility (-fvisibility=hidden)',
      });
      continue;
    }
    if (site.use.kind === 'late' && isCut(expression)) {
      troubles.push({
        ...site.origin,
        why: `its slot holds ${expression}, which the loader that fills in the symbol cannot store there`,
        remedy: 'reach the symbol through a slot that holds its whole address',
      });
      continue;
    }
    const addend = lettersOf(expression).includes('A') ? site.addend : 0n;
    const functionBit = lettersOf(expression).includes('T') ? site.functionBit : 0n;
    const key = `${useKey(site.use)} ${expression} ${addend} ${functionBit}`;
    let slot = slotOf.get(key);
    if (slot === undefined) {
      slot = slots.length;
      slotOf.set(key, slot);
      slots.push({ expression, use: site.use, addend, functionBit, origin: site.origin });
    }
    routed.push({ ...site, slot });
  }
  troubles.push(...patchedRewrites(routed, rewrites));
  const usesToc = routed.some(({ use, rule }) => use.kind === 'toc' || lettersOf(rule.value).includes('TOC'));
  return { sites: routed, slots, rewrites, usesGot, usesToc, relaxed, troubles };
}

/** Relocations that patch what a relaxation rewrites: each would undo the other. */
function patchedRewrites(sites: readonly Site[], rewrites: readonly Rewrite[]): Trouble[] {
  const byPlace = new Map(
    rewrites.map((rewrite) => [`${rewrite.section} ${rewrite.offset}`, rewrite.origin]),
  );
  return sites.flatMap(({ section, offset, rule, addend, origin }) => {
    for (const { start, end } of byteRanges(offset, rule.field, addend)) {
      for (let at = start; at < end; at++) {
        const other = byPlace.get(`${section.index} ${at}`);
        if (!other) continue;
        const why = `it patches a byte of the instruction that ${placeText(other)} rewrites`;
        return [{ ...origin, why, remedy: 'rebuild the object, it is damaged' }];
      }
    }
    return [];
  });
}

export function useKey(use: SymbolUse): string {
  switch (use.kind) {
    case 'section':
      return `section ${use.section} ${use.value}`;
    case 'common':
      return `common ${use.symbol}`;
    case 'absolute':
      return `absolute ${use.value}`;
    case 'late':
      return `late ${use.name}`;
    case 'weak':
      return 'absolute 0';
    case 'stand-in':
      return `stand-in ${use.value}`;
    case 'got':
      return `got ${use.distance}`;
    case 'toc':
      return 'toc';
  }
}

/**
 * A relaxation is taken if it leaves nothing to do at load time or, for a symbol of the image, one plain address; else
 * a slot, which holds any value, is the better way.
 */
function findRelaxation(
  site: Site,
  architecture: Architecture,
  model: ReferenceModel,
  alignmentOf: (section: number) => number,
): { site: Site; rewrites: Rewrite[] } | undefined {
  for (const relaxation of site.rule.instruction?.relaxations ?? []) {
    if (relaxation.addend !== site.addend || !matches(site, relaxation.when)) continue;
    const rule = architecture.byName.get(relaxation.becomes);
    if (rule?.kind !== 'rule') continue;
    const offset = site.offset + relaxation.placeShift;
    if (offset < 0 || offset + rule.field.bytes > site.section.size) continue;
    if (!isWorthwhile(site, rule, relaxation, model, architecture) || !isAlignedFor(site, rule, alignmentOf))
      continue;
    return {
      site: { ...site, rule, offset, addend: relaxation.newAddend },
      rewrites: relaxation.rewrite.map(({ at, keep, set }) => ({
        section: site.section.index,
        offset: site.offset + at,
        keep,
        set,
        origin: site.origin,
      })),
    };
  }
  return undefined;
}

function isWorthwhile(
  site: Site,
  rule: Rule,
  relaxation: Relaxation,
  model: ReferenceModel,
  { machine }: Architecture,
): boolean {
  const { coefficient } = fieldMotion(rule, motionOf(site.use));
  if (motionOf(site.use) === 'image') return coefficient === 0n || coefficient === 1n;
  if (coefficient !== 0n) return false;
  if (site.use.kind === 'late') return rule.check.range === undefined;
  const reference = model.rules.get(rule.name);
  if (!reference) return false;
  const letters = lettersAt(machine, {
    base: 0n,
    place: 0,
    symbol: site.use.kind === 'absolute' ? site.use.value : 0n,
    addend: relaxation.newAddend,
    got: 0,
    size: site.symbol.size,
    functionBit: 0n,
  });
  return reference.check(reference.value(letters)) === undefined;
}

/** A symbol of the image must be known to stand at a multiple of what the rule asks of its value. */
function isAlignedFor({ use, symbol }: Site, rule: Rule, alignmentOf: (section: number) => number): boolean {
  const multiple = rule.check.multipleOf ?? 1;
  switch (use.kind) {
    case 'section':
      return alignmentOf(use.section) % multiple === 0 && use.value % BigInt(multiple) === 0n;
    case 'common':
      // st_value of a common symbol is its alignment.
      return symbol.value % BigInt(multiple) === 0n;
    default:
      return true;
  }
}

export function matches(site: Site, patterns: readonly BytePattern[]): boolean {
  return patterns.every(({ at, mask, value }) => {
    const byte = site.section.data[site.offset + at];
    return byte !== undefined && (byte & mask) === value;
  });
}
