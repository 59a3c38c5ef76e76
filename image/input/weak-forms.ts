/**
 * Instructions that reach for a weak symbol which nobody defines, where a rule says what becomes of them: such code is never
 * run, so it must not limit where the image can be loaded.
 */
import type { WeakForm } from '../../relocator-dsl/rule-facets.ts';
import { SHF } from '../elf/constants.ts';
import type { Trouble } from '../trouble/troubles.ts';
import { matches, patchedRewrites, type Rewrite, rewritesOf } from './relaxations.ts';
import type { Site } from './sites.ts';

export interface WeakSites {
  /** The sites that are left, some with a stand-in for their symbol. */
  readonly sites: readonly Site[];
  /** Those that were done with by rewriting their instructions. */
  readonly rewritten: readonly Site[];
  readonly rewrites: readonly Rewrite[];
  readonly troubles: readonly Trouble[];
}

/** Does what the rules' weak forms say; all other sites stay as they are. */
export function settleWeak(sites: readonly Site[]): WeakSites {
  const left: Site[] = [];
  const rewritten: Site[] = [];
  const rewrites: Rewrite[] = [];
  for (const site of sites) {
    const form = formOf(site);
    if (!form) left.push(site);
    else if ('standIn' in form) left.push({ ...site, use: { kind: 'stand-in', value: form.standIn } });
    else {
      rewritten.push(site);
      rewrites.push(...rewritesOf(site, form.rewrite));
    }
  }
  return { sites: left, rewritten, rewrites, troubles: patchedRewrites(left, rewrites) };
}

/** Bytes in front of data may look like an instruction, so it must be among code. */
function formOf(site: Site): WeakForm | undefined {
  if (site.use.kind !== 'weak' || !(site.section.flags & SHF.EXECINSTR)) return undefined;
  return site.rule.instruction?.weak?.find(
    ({ addend = site.addend, when, unless }) =>
      addend === site.addend && matches(site, when) && !(unless && matches(site, unless)),
  );
}
