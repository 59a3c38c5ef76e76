/** Instructions that are rewritten: which, into what, and on whose account. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';
import { fieldMotion } from '../../relocator-dsl/motion.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { BytePattern, ByteRewrite, Relaxation } from '../../relocator-dsl/rule-facets.ts';
import { byteRanges } from '../memory/container.ts';
import { placeText, type RelocationPlace, type Trouble } from '../trouble/troubles.ts';
import { bytesMatch } from './byte-patterns.ts';
import type { Site } from './sites.ts';
import { motionOf } from './symbol-use.ts';

/** A byte of a section that is rewritten: `byte = (byte & keep) | set`. */
export interface Rewrite {
  readonly section: number;
  readonly offset: number;
  readonly keep: number;
  readonly set: number;
  /** The relocation on whose account it is done. */
  readonly origin: RelocationPlace;
}

/** The bytes of a site's instruction that are rewritten. */
export function rewritesOf({ section, offset, origin }: Site, rewrite: readonly ByteRewrite[]): Rewrite[] {
  return rewrite.map((byte) => ({
    section: section.index,
    offset: offset + byte.at,
    keep: byte.keep,
    set: byte.set,
    origin,
  }));
}

/**
 * A relaxation is taken if it leaves nothing to do at load time or, for a symbol of the image, one plain address; else
 * a slot, which holds any value, is the better way.
 */
export function findRelaxation(
  site: Site,
  architecture: Architecture,
  model: ReferenceModel,
  alignmentOf: (section: number) => number,
): { site: Site; rewrites: Rewrite[] } | undefined {
  for (const relaxation of site.rule.instruction?.relaxations ?? []) {
    const { addend = site.addend } = relaxation;
    if (addend !== site.addend || !matches(site, relaxation.when)) continue;
    const rule = architecture.byName.get(relaxation.becomes);
    if (rule?.kind !== 'rule') continue;
    const offset = site.offset + relaxation.placeShift;
    if (offset < 0 || offset + rule.field.bytes > site.section.size) continue;
    if (!isWorthwhile(site, rule, relaxation, model, architecture) || !isAlignedFor(site, rule, alignmentOf))
      continue;
    return {
      site: { ...site, rule, offset, addend: relaxation.newAddend },
      rewrites: rewritesOf(site, relaxation.rewrite),
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
    case 'bound':
      return multiple === 1;
    default:
      return true;
  }
}

/** Whether the bytes around a site are those of the instruction that `patterns` tell. */
export function matches({ section, offset }: Site, patterns: readonly BytePattern[]): boolean {
  return bytesMatch(section.data, offset, patterns);
}

/**
 * Relocations that patch what a relaxation on another's account rewrites: each would undo the other. What it makes of its
 * own is a field in the instruction that it writes.
 */
export function patchedRewrites(sites: readonly Site[], rewrites: readonly Rewrite[]): Trouble[] {
  const byPlace = new Map(
    rewrites.map((rewrite) => [`${rewrite.section} ${rewrite.offset}`, rewrite.origin]),
  );
  return sites.flatMap(({ section, offset, rule, addend, origin }) => {
    for (const { start, end } of byteRanges(offset, rule.field, addend)) {
      for (let at = start; at < end; at++) {
        const other = byPlace.get(`${section.index} ${at}`);
        if (!other || other === origin) continue;
        const why = `it patches a byte of the instruction that ${placeText(other)} rewrites`;
        return [{ ...origin, why, remedy: 'rebuild the object, it is damaged' }];
      }
    }
    return [];
  });
}
