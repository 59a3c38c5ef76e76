/**
 * Upper parts of distances, made into those of addresses where a rule says how: what does not move with the image, such as
 * a weak symbol that nobody defines or a device, is then reached from every load base.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, ruleNamed } from '../../relocator-dsl/architecture.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { matches, type Rewrite, rewritesOf } from './relaxations.ts';
import type { Site } from './sites.ts';

export interface AbsoluteSites {
  readonly sites: readonly Site[];
  readonly rewrites: readonly Rewrite[];
}

/** Gives every site for which that is possible the form that has an address. */
export function makeAbsolute(
  sites: readonly Site[],
  architecture: Architecture,
  model: ReferenceModel,
): AbsoluteSites {
  const rewrites: Rewrite[] = [];
  const made = sites.map((site) => {
    const form = site.rule.instruction?.absolute;
    if (!form || !matches(site, form.when)) return site;
    const rule = ruleNamed(architecture, form.becomes);
    if (!fits(site, rule, architecture, model)) return site;
    rewrites.push(...rewritesOf(site, form.rewrite));
    return { ...site, rule };
  });
  return { sites: made, rewrites };
}

/** Whether the rule can hold what the site names, wherever the image is. */
function fits(
  { use, addend }: Site,
  { name }: Rule,
  { machine }: Architecture,
  model: ReferenceModel,
): boolean {
  if (use.kind !== 'weak' && use.kind !== 'absolute') return false;
  const reference = model.rules.get(name);
  const symbol = use.kind === 'weak' ? 0n : use.value;
  const letters = lettersAt(machine, { base: 0n, symbol, addend });
  return reference !== undefined && reference.check(reference.value(letters)) === undefined;
}
