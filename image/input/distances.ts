/**
 * Addresses that instructions form in parts, made into distances where a rule says how: what is reached by its distance
 * needs nothing at load time, and is not limited to where an address fits. The instructions that complete an upper part
 * name its place, so all of them must be certain: values are followed through the code of the section.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Flow, Step } from '../../relocator-dsl/machine-facets.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, Section } from '../elf/types.ts';
import { grouped } from '../memory/groups.ts';
import type { RelocationPlace, Trouble } from '../trouble/troubles.ts';
import { matches, type Rewrite, rewritesOf } from './relaxations.ts';
import type { Site } from './sites.ts';
import { motionOf, useKey } from './symbol-use.ts';

export interface Distances {
  readonly sites: readonly Site[];
  readonly rewrites: readonly Rewrite[];
  /** Why the addresses of the object were left as they are, at the first place where that shows. */
  readonly kept: Trouble | undefined;
}

/** All of the object's addresses become distances, or none does. */
export function makeDistances(elf: ElfFile, architecture: Architecture, sites: readonly Site[]): Distances {
  const uppers = sites.filter((site) => site.rule.instruction?.distance && motionOf(site.use) === 'image');
  const { flow } = architecture.machine.code;
  const remedy = uppers[0]?.rule.instruction?.distance?.remedy;
  if (remedy === undefined || !flow) return { sites, rewrites: [], kept: undefined };
  const none = (at: RelocationPlace & { readonly why: string }): Distances => ({
    sites,
    rewrites: [],
    kept: { ...at, remedy },
  });
  const moving = new Map<string, Site>();
  for (const site of sites) {
    if (motionOf(site.use) === 'image' && !moving.has(site.rule.name)) moving.set(site.rule.name, site);
  }
  for (const { rule } of uppers) {
    const useless = moving.get(rule.instruction?.distance?.uselessWith ?? '');
    if (useless) return none({ ...useless.origin, why: `it limits the image as ${rule.name} does` });
  }
  const changed = new Map<Site, Site>();
  const rewrites: Rewrite[] = [];
  for (const site of uppers) {
    const distance = site.rule.instruction?.distance;
    const rule = distance && ruleNamed(architecture, distance.becomes);
    if (!rule || !matches(site, distance.when))
      return none({ ...site.origin, why: 'it is no such instruction' });
    changed.set(site, { ...site, rule });
    rewrites.push(...rewritesOf(site, distance.rewrite));
  }
  const followed = new Map<Section, Followed | string>();
  const sitesIn = grouped(sites, ({ section }) => section);
  const usesOf = grouped(sites, ({ use }) => (use.kind === 'section' ? use.section : undefined));
  const labelsIn = grouped(elf.symbols, ({ place }) =>
    place.kind === 'section' ? place.section : undefined,
  );
  for (const site of sites) {
    const lower = site.rule.parts?.lower;
    if (!lower) continue;
    const known =
      followed.get(site.section) ??
      follow(flow, site.section, {
        sites: sitesIn.get(site.section) ?? [],
        uses: usesOf.get(site.section.index) ?? [],
        labels: labelsIn.get(site.section.index) ?? [],
      });
    followed.set(site.section, known);
    if (typeof known === 'string') return none({ ...site.origin, why: known });
    const upper = known.upperOf(site);
    const moves = motionOf(site.use) === 'image';
    if (!moves && (!upper || !changed.has(upper))) continue;
    if (!upper || !moves || upper.rule.name !== lower.of)
      return none({ ...site.origin, why: 'it is not certain which instruction has its upper part' });
    if (useKey(upper.use) !== useKey(site.use) || upper.addend !== site.addend)
      return none({ ...site.origin, why: 'the upper part in its register is that of another address' });
    const rule = ruleNamed(architecture, lower.becomes);
    if (!rule) return none({ ...site.origin, why: `${lower.becomes} is unknown` });
    const use = { kind: 'section', section: upper.section.index, value: BigInt(upper.offset) } as const;
    changed.set(site, { ...site, rule, use, addend: 0n });
  }
  return { sites: sites.map((site) => changed.get(site) ?? site), rewrites, kept: undefined };
}

function ruleNamed({ byName }: Architecture, name: string): Rule | undefined {
  const found = byName.get(name);
  return found?.kind === 'rule' ? found : undefined;
}

interface Followed {
  /** The only site whose instruction can have made what the instruction at this one adds to. */
  upperOf(site: Site): Site | undefined;
}

/** For each register the offset of the only instruction that can have written it; undefined if there are others. */
type State = (number | undefined)[];

interface Instruction extends Step {
  readonly offset: number;
}

/** What there is of a section. */
interface About {
  readonly sites: readonly Site[];
  /** Sites that name it. */
  readonly uses: readonly Site[];
  readonly labels: readonly ElfSymbol[];
}

/** Follows what registers hold through a section; a text says why that cannot be done. */
function follow(flow: Flow, section: Section, { sites: here, uses, labels }: About): Followed | string {
  const code = new Map<number, Instruction>();
  for (let offset = 0; offset < section.size; ) {
    const step = flow.read(section.data, offset);
    if (!step) return `the section has no known instruction at 0x${offset.toString(16)}`;
    code.set(offset, { ...step, offset });
    offset += step.bytes;
  }
  const astray = here.find(({ offset }) => !code.has(offset));
  if (astray) return `instructions and data mix at 0x${astray.offset.toString(16)}`;
  const apart = labels.find(
    ({ value, name }) => Number(value) < section.size && !code.has(Number(value)) && name !== '',
  );
  if (apart) return `instructions and data mix at ${apart.name}`;
  const siteAt = new Map(here.map((site) => [site.offset, site]));
  const targetOf = ({ offset, distance }: Instruction): number | undefined => {
    const site = siteAt.get(offset);
    if (!site) return distance === undefined ? undefined : offset + distance;
    return site.use.kind === 'section' && site.use.section === section.index
      ? Number(site.use.value + site.addend)
      : undefined;
  };
  const states = new Map<number, State>();
  const work: number[] = [];
  const flowTo = (offset: number, state: State): void => {
    if (!code.has(offset)) return;
    const known = states.get(offset);
    if (!known) {
      states.set(offset, [...state]);
      work.push(offset);
      return;
    }
    const merged = known.map((definition, register) =>
      definition === state[register] ? definition : undefined,
    );
    if (merged.every((definition, register) => definition === known[register])) return;
    states.set(offset, merged);
    work.push(offset);
  };
  const nothing: State = new Array<undefined>(flow.registers).fill(undefined);
  for (const entry of entriesOf(section, labels, uses, code, targetOf)) flowTo(entry, nothing);
  for (let offset = work.pop(); offset !== undefined; offset = work.pop()) {
    const step = code.get(offset);
    const before = states.get(offset);
    if (!step || !before) continue;
    const after = [...before];
    if (step.kind === 'call') {
      for (let register = 0; register < flow.registers; register++)
        if (!flow.preserved.has(register)) after[register] = undefined;
    }
    if (step.writes !== undefined) after[step.writes] = step.kind === 'call' ? undefined : offset;
    if (step.kind === 'branch' || step.kind === 'jump') {
      const target = targetOf(step);
      if (target !== undefined) flowTo(target, after);
    }
    if (step.kind !== 'jump' && step.kind !== 'end') flowTo(offset + step.bytes, after);
  }
  return {
    upperOf({ offset }) {
      const base = code.get(offset)?.base;
      const definition = base === undefined ? undefined : states.get(offset)?.[base];
      return definition === undefined ? undefined : siteAt.get(definition);
    },
  };
}

/** Where code may be entered with anything in the registers: all that is named or whose address is taken. */
function entriesOf(
  section: Section,
  labels: ElfFile['symbols'],
  uses: readonly Site[],
  code: ReadonlyMap<number, Instruction>,
  targetOf: (instruction: Instruction) => number | undefined,
): Set<number> {
  const entries = new Set([0]);
  for (const { binding, type, value } of labels)
    if (binding !== 'local' || type === STT.FUNC) entries.add(Number(value));
  for (const site of uses) {
    if (site.use.kind !== 'section') continue;
    const kind = site.section === section ? code.get(site.offset)?.kind : undefined;
    if (kind !== 'branch' && kind !== 'jump') entries.add(Number(site.use.value + site.addend));
  }
  for (const instruction of code.values()) {
    const target = instruction.kind === 'call' ? targetOf(instruction) : undefined;
    if (target !== undefined) entries.add(target);
  }
  return entries;
}
