/**
 * Parts of an address whose range check has nothing to say, because other instructions have the bits above: where these
 * stand beside it, no bit is lost, wherever the image is.
 */
import { type Architecture, ruleNamed } from '../../relocator-dsl/architecture.ts';
import type { Site } from './sites.ts';

/** The sites, with the rule that does not look at what other parts hold. */
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
    if (!parts?.above) return site;
    const count = (type: string): number => counts.get(keyOf(site, type)) ?? 0;
    const whole = parts.above.types.every((type) => count(type) >= count(name));
    return whole ? { ...site, rule: ruleNamed(architecture, parts.above.becomes) } : site;
  });
}
