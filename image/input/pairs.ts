/**
 * Relocations that complete another: their symbol labels the instruction with the upper part of a value (the psABI's
 * HI20), and they store its lower part. They may stand anywhere, before or behind it, several for one.
 */

import type { RelocationPlace, Trouble } from '../trouble/troubles.ts';
import type { RoutedSite } from './got.ts';
import { placeKey } from './sites.ts';

/** A site, and the one whose value it completes. */
export interface PairedSite extends RoutedSite {
  readonly completes: RoutedSite | undefined;
}

export interface Paired {
  readonly sites: readonly PairedSite[];
  /** Those that complete what is refused already: no more is said of them. */
  readonly untold: readonly RelocationPlace[];
  readonly troubles: readonly Trouble[];
}

/**
 * Finds the partner of every site whose rule has H in its value.
 * @param refusedAt places of relocations that are refused already
 */
export function pairSites(sites: readonly RoutedSite[], refusedAt: ReadonlySet<string>): Paired {
  if (sites.every(({ rule }) => rule.parts?.completes === undefined)) {
    return { sites: sites.map((site) => ({ ...site, completes: undefined })), untold: [], troubles: [] };
  }
  // By place and by name: its own, or that of the type that it had before its instruction was rewritten.
  const byPlace = new Map<string, RoutedSite>();
  for (const site of sites) {
    const place = placeKey(site.section.index, site.offset);
    for (const name of [site.rule.name, site.origin.type]) {
      const key = `${place} ${name}`;
      if (!byPlace.has(key)) byPlace.set(key, site);
    }
  }
  const untold: RelocationPlace[] = [];
  const troubles: Trouble[] = [];
  const paired = sites.flatMap((site): PairedSite[] => {
    const { rule, use, origin, addend } = site;
    const completes = rule.parts?.completes;
    if (!completes) return [{ ...site, completes: undefined }];
    const label = use.kind === 'section' ? placeKey(use.section, use.value) : undefined;
    const [found] = completes.flatMap((name) => byPlace.get(`${label} ${name}`) ?? []);
    const trouble = (why: string, remedy = 'rebuild the object, it is damaged'): PairedSite[] => {
      troubles.push({ ...origin, why, remedy });
      return [];
    };
    if (!found && label !== undefined && refusedAt.has(label)) {
      untold.push(origin);
      return [];
    }
    if (!found) return trouble(`its symbol labels no ${completes.join(' or ')}, whose value it completes`);
    if (addend === 0n) return [{ ...site, completes: found }];
    const unknown =
      found.slot !== undefined
        ? 'a slot of the GOT'
        : found.use.kind === 'late'
          ? 'a late symbol'
          : undefined;
    if (unknown === undefined) return [{ ...site, completes: found }];
    return trouble(
      `its addend is ${addend}, and ${found.origin.type} is of ${unknown}, of which nothing beside it can be reached`,
      'write the sum in an instruction of its own',
    );
  });
  return { sites: paired, untold, troubles };
}

/** Sites whose field shows a part of an address that moves, while nothing shows the bits above it. */
export function lostParts(sites: readonly RoutedSite[]): Trouble[] {
  const counts = new Map<string, number>();
  const keysOf = ({ section, symbol, addend }: RoutedSite, type: string): [string, string] => {
    const any = `${section.index} ${symbol.index} ${type}`;
    return [any, `${any} ${addend}`];
  };
  const count = (key: string): number => counts.get(key) ?? 0;
  for (const site of sites) {
    const { name, instruction } = site.rule;
    for (const key of keysOf(site, instruction?.form?.of ?? name)) counts.set(key, count(key) + 1);
  }
  return sites.flatMap((site): Trouble[] => {
    const { rest } = site.rule.parts ?? {};
    if (!rest || site.use.kind === 'absolute' || site.use.kind === 'weak') return [];
    const [any, same] = keysOf(site, rest.type);
    if (count(rest.by === 'any addend' ? any : same) > 0) return [];
    const why = `its section has no ${rest.type} against the same symbol, which have the bits above, so they would be lost`;
    return [{ ...site.origin, why, remedy: rest.remedy }];
  });
}
