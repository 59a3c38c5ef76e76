/**
 * Relocations that go through the global offset table: relaxed where the psABI allows it, otherwise given a slot in a
 * table of our own.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { type Expression, isCut, type Letter, lettersOf } from '../../relocator-dsl/expression.ts';
import type { RelocationPlace, Trouble } from '../trouble/troubles.ts';
import { findRelaxation, matches, patchedRewrites, type Rewrite, rewritesOf } from './relaxations.ts';
import type { Site } from './sites.ts';
import { type SymbolUse, useKey } from './symbol-use.ts';

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
    if (excluded?.when.some((patterns) => matches(site, patterns))) {
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
    rewrites.push(...rewritesOf(site, got?.fromPointer ?? []));
  }
  troubles.push(...patchedRewrites(routed, rewrites));
  const usesToc = routed.some(({ use, rule }) => use.kind === 'toc' || lettersOf(rule.value).includes('TOC'));
  return { sites: routed, slots, rewrites, usesGot, usesToc, relaxed, troubles };
}
