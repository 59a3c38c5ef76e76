/** The relocations of an object, each with its rule, symbol and addend: everything that does not depend on layout. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, formsOf } from '../../relocator-dsl/architecture.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import { addendIn, isWholeWord } from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { SHT } from '../elf/constants.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import { typeParts } from '../elf/relocations.ts';
import type { ElfFile, ElfSymbol, Relocation, Section } from '../elf/types.ts';
import { readField, whyNoContainer } from '../memory/container.ts';
import { SITE_LIMIT, SITE_LIMIT_TEXT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { newerType, REPORT } from '../trouble/report.ts';
import type { RelocationPlace, Trouble, Unusable } from '../trouble/troubles.ts';
import { recordedPointer, type SplitAddend, splitAddends } from './addends.ts';
import { bytesMatch } from './byte-patterns.ts';
import { describedCode } from './descriptors.ts';
import { functionBitOf } from './function-bit.ts';
import type { LinkerSymbols } from './linker-symbols.ts';
import { originOf, splitType } from './origin.ts';
import { whyNotReached } from './other-states.ts';
import type { PlainClass } from './plain-rules.ts';
import { PlainSites } from './plain-sites.ts';
import { missedAbility } from './processors.ts';
import { type Classified, classifySymbol, localEntryOf, type SymbolUse } from './symbol-use.ts';

export interface Site {
  readonly section: Section;
  readonly rule: Rule;
  readonly symbol: ElfSymbol;
  readonly use: SymbolUse;
  /** Bytes into the section. */
  readonly offset: number;
  readonly addend: bigint;
  /** The psABI's T. */
  readonly functionBit: bigint;
  /** O, which only machines with a second addend have. */
  readonly second: bigint;
  readonly origin: RelocationPlace;
}

export interface CollectedSites {
  readonly sites: readonly Site[];
  /** Those that are not among the sites, as they need nobody's look. */
  readonly plain: PlainSites;
  readonly markers: readonly RelocationPlace[];
  readonly troubles: readonly Trouble[];
  /** The places of what is refused. */
  readonly refusedAt: ReadonlySet<string>;
}

export interface SiteContext {
  readonly elf: ElfFile;
  readonly architecture: Architecture;
  readonly model: ReferenceModel;
  readonly late: ReadonlySet<string>;
  readonly dropped: ReadonlyMap<number, string>;
  readonly linker: LinkerSymbols;
  /** What the processors cannot do. */
  readonly lacked: ReadonlySet<string>;
}

/** Which plain relocations are kept in columns. */
export type Apart = readonly PlainClass[];

/**
 * Reads the relocations of every section that is kept. What cannot be used is in `troubles`.
 * @throws InputError when too many are not apart
 */
export function collectSites(context: SiteContext, kept: ReadonlySet<number>, apart: Apart): CollectedSites {
  const { elf, architecture, model } = context;
  const tables = elf.relocations.filter(({ target }) => kept.has(target));
  const most = tables.reduce((sum, table) => sum + columnsOf(table).length, 0);
  const classify = (symbol: ElfSymbol, rule: Rule): Classified => classifyIn(context, symbol, rule);
  const asked = { elf, architecture, model, kept, classify, wanted: apart };
  const plain = new PlainSites(asked, apart.length > 0 ? most : 0);
  const sites: Site[] = [];
  const markers: RelocationPlace[] = [];
  const troubles: Trouble[] = [];
  const refusedAt = new Set<string>();
  for (const [number, table] of elf.relocations.entries()) {
    const { target } = table;
    const section = elf.sections[target];
    if (!section || !kept.has(target)) continue;
    const splits = splitAddends(elf, architecture, section, table);
    const columns = columnsOf(table);
    plain.takeFrom(section, number, (index) => {
      const relocation = columns.at(index);
      const found = readSite(context, section, relocation, splits.get(index));
      if (sites.length === SITE_LIMIT)
        throw new InputError(`the input has too many relocations: ${SITE_LIMIT_TEXT}`);
      if ('site' in found) sites.push(found.site);
      else if ('marker' in found) markers.push(found.marker);
      else {
        troubles.push(found.trouble);
        refusedAt.add(placeKey(target, relocation.offset));
      }
    });
  }
  return { sites, plain, markers, troubles, refusedAt };
}

/** One of the plain ones as all other sites are. */
export function plainSite(context: SiteContext, plain: PlainSites, row: number): Site {
  const { section, relocation } = plainRelocation(context, plain, row);
  const found = readSite(context, section, relocation, undefined);
  if (!('site' in found)) throw new RangeError(`plain relocation ${row} is no site`);
  return found.site;
}

/** How messages name one of them. */
export function plainOrigin(context: SiteContext, plain: PlainSites, row: number): RelocationPlace {
  const { section, relocation } = plainRelocation(context, plain, row);
  return originOf(context.elf, context.architecture, section, relocation);
}

function plainRelocation(
  { elf }: SiteContext,
  plain: PlainSites,
  row: number,
): { readonly section: Section; readonly relocation: Relocation } {
  const table = elf.relocations[plain.table[row] ?? 0];
  const section = elf.sections[table?.target ?? 0];
  if (!section || !table || row >= plain.count) throw new RangeError(`there is no plain relocation ${row}`);
  return { section, relocation: columnsOf(table).at(plain.index[row] ?? 0) };
}

/** Names the place of a relocation, by the index of its section and its offset there. */
export function placeKey(section: number, offset: number | bigint): string {
  return `${section} ${offset}`;
}

type Found = { readonly site: Site } | { readonly marker: RelocationPlace } | { readonly trouble: Trouble };

function readSite(
  context: SiteContext,
  section: Section,
  relocation: Relocation,
  split: SplitAddend | undefined,
): Found {
  const { elf, architecture, model } = context;
  const { addends, title } = architecture.machine;
  const { number, second } = splitType(architecture.machine, relocation.type);
  const type = architecture.byType.get(number);
  const symbol = elf.symbols[relocation.symbol];
  const origin = originOf(elf, architecture, section, relocation);
  const trouble = (why: string, remedy: string): Found => ({ trouble: { ...origin, why, remedy } });
  if (!type) {
    const combined = whyNotCombined(architecture, number);
    if (combined) return trouble(combined.why, combined.remedy);
    const newer = newerType(architecture.machine.title);
    return trouble(newer.why, newer.remedy);
  }
  if (type.kind === 'marker') {
    const { againstOwnSection } = type;
    if (againstOwnSection && !isStartOf(section, symbol, relocation)) {
      return trouble(againstOwnSection.reason, againstOwnSection.remedy);
    }
    return { marker: origin };
  }
  if (type.kind === 'refusal') return trouble(type.reason, type.remedy);
  const rule = formOf(context, type, section, relocation.offset);
  if (rule.dynamic)
    return trouble('it belongs into linked images only', 'pass the object before the final link');
  if (!symbol) return trouble('the file has no such symbol', 'rebuild the object, it is damaged');
  if (second !== 0n && !lettersOf(rule.value).includes('O')) {
    return trouble(
      `it has a second addend, ${second}, which it does not use`,
      'rebuild the object, it is damaged',
    );
  }
  const outside = whyNoContainer(relocation.offset, rule.field, relocation.addend ?? 0n, section.size);
  if (outside !== undefined) return trouble(outside, 'rebuild the object, it is damaged');
  const { bytes, bundled } = rule.field;
  if (bundled !== undefined && section.alignment % bytes !== 0) {
    return trouble(
      `the section is aligned to ${section.alignment} bytes, and its bundles to ${bytes}`,
      `align the section to ${bytes} bytes (.balign ${bytes})`,
    );
  }
  if (section.type === SHT.NOBITS) {
    return trouble('the section has no contents to patch', 'move the variable into .data');
  }
  const classified = classifyIn(context, symbol, rule);
  if ('unusable' in classified) {
    const { why, remedy } = classified.unusable;
    if (symbol.place.kind !== 'undefined') return trouble(why, remedy);
    return { trouble: { ...origin, why, remedy: remedy + unreadText(elf), lacking: true } };
  }
  const entry = localEntryOf(symbol, architecture.machine);
  if (entry === undefined && lettersOf(rule.value).includes('E')) {
    return trouble(
      `it calls the local entry of a function, and st_other of the symbol, 0x${symbol.other.toString(16)}, does not say where that is`,
      architecture.machine.functions?.localEntry?.remedy ?? 'rebuild the object, it is damaged',
    );
  }
  const unreached = whyNotReached(symbol, architecture.machine);
  if (unreached) return trouble(unreached.why, unreached.remedy);
  const excluded = rule.target?.excluded;
  if (excluded?.values.includes(symbol.other & excluded.mask)) {
    return trouble(excluded.reason, excluded.remedy);
  }
  const offset = Number(relocation.offset);
  if (!model.rules.has(rule.name))
    return trouble('there is no reference model for it', `${REPORT}, it is an error of relocator's own`);
  // A psABI that keeps addends in SHT_RELA leaves open how an instruction's immediate is to be scaled and signed.
  if (relocation.addend === undefined && addends === 'explicit' && !isWholeWord(rule.field)) {
    return trouble(
      'its addend stands in the instruction (SHT_REL)',
      `rebuild the object with SHT_RELA relocations, as is usual on ${title}`,
    );
  }
  const ignoredFrom = rule.addend?.ignoredFrom;
  const means = ignoredFrom === undefined || (relocation.addend ?? 0n) < ignoredFrom;
  if (relocation.addend && !usesAddend(rule) && means) {
    return trouble(
      `its addend is ${relocation.addend}, and its formula, ${rule.value}, has none`,
      'write the sum in an instruction of its own; compilers do so, for example gcc and clang with -fpic',
    );
  }
  const { use } = classified;
  const container = readField(
    section.data,
    offset,
    rule.field,
    relocation.addend ?? 0n,
    architecture.machine,
  );
  const functionBit = functionBitOf(rule, symbol, use, container, architecture.machine);
  if (typeof functionBit === 'string') {
    const missed = missedAbility(rule, architecture.machine);
    const remedy = architecture.machine.functions?.bit?.remedy ?? 'rebuild the object';
    if (!missed) return trouble(functionBit, remedy);
    return trouble(`${functionBit}; ${missed.reason}`, `${missed.remedy}, or ${remedy}`);
  }
  const given =
    relocation.addend === undefined || rule.addend?.place
      ? (relocation.addend ?? 0n) + addendIn(split?.upper ?? rule.field, container) + (split?.lower ?? 0n)
      : relocation.addend;
  const pointer = recordedPointer(elf, architecture, section.file, rule, symbol);
  if (typeof pointer !== 'bigint') return trouble(pointer.why, pointer.remedy);
  const addend = given + pointer;
  const called = rule.target?.calls ? codeOf(context, rule, use, addend) : undefined;
  if (called === 'unclear') {
    return trouble(
      'its symbol is in a section of function descriptors, but no descriptor begins there',
      'rebuild the object, it is damaged',
    );
  }
  const site = { section, rule, symbol, use, offset, addend, functionBit, second, origin };
  return { site: { ...site, ...called } };
}

/** The rule itself, or that of its forms that the instruction at the place and the processors ask for. */
function formOf({ architecture, lacked }: SiteContext, rule: Rule, { data }: Section, offset: bigint): Rule {
  const place = Number(offset);
  const found = formsOf(architecture, rule).find(({ instruction }) => {
    const { when, unless, without } = instruction?.form ?? {};
    if (without !== undefined && !lacked.has(without)) return false;
    if (unless && bytesMatch(data, place, unless)) return false;
    return when === undefined || when.some((patterns) => bytesMatch(data, place, patterns));
  });
  return found ?? rule;
}

function classifyIn(
  { architecture, late, dropped, linker }: SiteContext,
  symbol: ElfSymbol,
  rule: Rule,
): Classified {
  return classifySymbol(symbol, rule, architecture.machine, late, dropped, linker);
}

/** Where an undefined symbol may be that archives were asked for. */
function unreadText({ unread = [] }: ElfFile): string {
  const [first, ...more] = unread;
  if (first === undefined) return '';
  return `; it may be in ${first}${more.length > 0 ? ` (and in ${more.length} more such members)` : ''}`;
}

/** Where a call really goes whose symbol is a function descriptor; undefined when it is none. */
function codeOf(
  context: SiteContext,
  rule: Rule,
  use: SymbolUse,
  addend: bigint,
): { readonly use: SymbolUse; readonly addend: bigint } | 'unclear' | undefined {
  if (use.kind !== 'section') return undefined;
  const { elf, architecture } = context;
  const found = describedCode(elf, architecture, use.section, use.value + addend);
  if (!found || found === 'unclear') return found;
  const symbol = elf.symbols[found.symbol];
  const target = symbol && classifyIn(context, symbol, rule);
  return target && 'use' in target ? { use: target.use, addend: found.addend ?? 0n } : 'unclear';
}

/** What completes another relocation has its addend looked at with that one; A may also be how far parts are apart. */
function usesAddend({ value, got, parts, field }: Rule): boolean {
  const all = [value, ...(got ? [got.slot] : []), ...(got?.local ? [got.local] : [])];
  const letters = all.flatMap((each) => lettersOf(each));
  return letters.includes('A') || parts?.completes !== undefined || field.apart === true;
}

/** True when the relocation names the first byte of the section that it stands in. */
function isStartOf(section: Section, symbol: ElfSymbol | undefined, { addend = 0n }: Relocation): boolean {
  const place = symbol?.place;
  return (
    place?.kind === 'section' && place.section === section.index && symbol?.value === 0n && addend === 0n
  );
}

/** Why types that are known, each by itself, are not done in one entry; undefined for a single one. */
function whyNotCombined({ machine, byType }: Architecture, number: number): Unusable | undefined {
  if (!machine.elf?.threeTypes) return undefined;
  const { types, symbol } = typeParts(number);
  const parts = types.map((type) => byType.get(type));
  const refused = parts.find((part) => part?.kind === 'refusal');
  if (refused)
    return { why: `of these ${refused.name} is refused: ${refused.reason}`, remedy: refused.remedy };
  if (parts.some((part) => part === undefined) || (types.length === 1 && symbol === 0)) return undefined;
  const names = parts.map((part) => part?.name).join(', ');
  const second = symbol === 0 ? '' : ' and a second symbol';
  return {
    why: `compilers do not put ${names}${second} into one entry, and no rule is known for what they come to`,
    remedy: 'write the expression in steps that have an entry each, or compute it at run time',
  };
}
