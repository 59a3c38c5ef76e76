/**
 * Parts of an address whose range check depends on whether other instructions have the bits above: where these stand
 * beside it, no bit is lost, wherever the image is, and where they do not, any may be.
 */
import { type Architecture, ruleNamed } from '../../relocator-dsl/architecture.ts';
import type { PartsFacet } from '../../relocator-dsl/rule-facets.ts';
import type { Site } from './sites.ts';

/** The sites, each with the rule that looks at what no other part holds, and at nothing else. */
export function withoutIdleChecks(sites: readonly Site[], architecture: Architecture): Site[] {
  const counts = new Map<string, number>();
  const keyOf = ({ section, symbol, addend }: Site, type: string): string =>
    `${section.index} ${symbol.index} ${addend} ${type}`;
  for (const site of sites) {
    const key = keyOf(site, site.rule.name);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return sites.map((site) => {
    const { name, parts } = site.rule;
    const count = (type: string): number => counts.get(keyOf(site, type)) ?? 0;
    const becomes = (form: PartsFacet['above'], whole: boolean): string | undefined =>
      form?.types.every((type) => count(type) >= count(name)) === whole ? form.becomes : undefined;
    const other = becomes(parts?.above, true) ?? becomes(parts?.alone, false);
    return other === undefined ? site : { ...site, rule: ruleNamed(architecture, other) };
  });
}
