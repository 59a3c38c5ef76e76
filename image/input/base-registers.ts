/** Instructions whose base register is chosen by where their symbol is, as linkers choose it. */
import type { ElfFile } from '../elf/types.ts';
import type { Trouble } from '../trouble/troubles.ts';
import { type Rewrite, rewritesOf } from './relaxations.ts';
import { isNamedSo } from './section-names.ts';
import type { Site } from './sites.ts';

export interface BasedSites {
  readonly rewrites: readonly Rewrite[];
  readonly troubles: readonly Trouble[];
}

/** What is to be rewritten for the registers that rules leave open. */
export function chooseBases({ sections }: ElfFile, sites: readonly Site[]): BasedSites {
  const rewrites: Rewrite[] = [];
  const troubles: Trouble[] = [];
  for (const site of sites) {
    const bases = site.rule.instruction?.bases;
    if (!bases) continue;
    const { use, origin } = site;
    const name = use.kind === 'section' ? sections[use.section]?.name : undefined;
    const form = bases.forms.find((each) =>
      name === undefined ? use.kind === 'common' && each.commons : isNamedSo(name, each.sections),
    );
    if (form) rewrites.push(...rewritesOf(site, form.rewrite));
    else troubles.push({ ...origin, why: bases.reason, remedy: bases.remedy });
  }
  return { rewrites, troubles };
}
