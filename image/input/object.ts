/** A relocatable object (ET_REL) as a source of an image. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { TableOfContents } from '../../relocator-dsl/machine-facets.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { SHT } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import { type RelocationPlace, type Trouble, throwTroubles, troubleLines } from '../trouble/troubles.ts';
import { type AbsoluteSites, makeAbsolute } from './absolute-forms.ts';
import type { Application } from './application.ts';
import { siteApplication, slotApplications } from './applications.ts';
import { type BasedSites, chooseBases } from './base-registers.ts';
import { commonsNearPointer, nearPointer, ownPointers, unformedPointers } from './data-pointers.ts';
import { type Distances, makeDistances } from './distances.ts';
import { entryCode, findEntry } from './entry-point.ts';
import { type Routed, routeThroughGot } from './got.ts';
import { withoutIdleChecks } from './idle-checks.ts';
import { checkLate, checkLateUse } from './late-symbols.ts';
import { type ObjectLayout, placeSections, sectionAlignment } from './layout.ts';
import { type LinkerSymbols, linkerSymbols } from './linker-symbols.ts';
import { checkEntryState } from './other-states.ts';
import { lostParts, type PairedSite, pairSites } from './pairs.ts';
import type { PlacedSettled } from './placed-settled.ts';
import { inOrder, PlacedWords } from './placed-words.ts';
import type { PlainClass, PlainType } from './plain-rules.ts';
import type { PlainSites } from './plain-sites.ts';
import { lackedAbilities } from './processors.ts';
import { type Selection, selectSections } from './selection.ts';
import { type Apart, collectSites, plainSite, type SiteContext } from './sites.ts';
import {
  type Columns,
  checkCount,
  type ImageSource,
  type Layout,
  type LoadAlignment,
  type SourceOptions,
  strictest,
} from './source.ts';
import { localNames, symbolText } from './symbol-use.ts';
import { trimPadding } from './trim.ts';
import { withTurnedArrays } from './turned-arrays.ts';
import { settleWeak, type WeakSites } from './weak-forms.ts';

export interface AnalysedObject {
  /** The object with its padding cut down. */
  readonly elf: ElfFile;
  /** The sections of the image, in the order in which they are placed. */
  readonly selection: Selection;
  readonly linker: LinkerSymbols;
  readonly weak: WeakSites;
  readonly routed: Routed;
  readonly distances: Distances;
  readonly absolute: AbsoluteSites;
  readonly based: BasedSites;
  /** The sites of `routed`, each with the one it completes. */
  readonly sites: readonly PairedSite[];
  /** Those that are apart, if that was asked for. */
  readonly plain: PlainSites;
  readonly context: SiteContext;
  readonly markers: readonly RelocationPlace[];
  /** Relocations that complete others, which are refused. */
  readonly untold: readonly RelocationPlace[];
  readonly troubles: readonly Trouble[];
}

/** Everything is looked at one by one. */
const NOTHING_APART: Apart = [];

/** Everything of which an audit can tell what becomes of it. */
export const AUDIT_APART: Apart = ['word', 'settled', 'moving', 'marker'];

/** What is stored without more than columns tell. */
const STORED_APART: Apart = ['word', 'settled'];

/**
 * The relocations of an object without its layout, for the audit as well as for building.
 * @param apart which plain ones are kept apart, unless something looks at them beside others
 */
export function analyseObject(
  file: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
  apart = NOTHING_APART,
): AnalysedObject {
  const { elf, troubles: untrimmed } = trimPadding(
    withTurnedArrays(file, architecture.machine),
    architecture,
  );
  const selected = selectSections(elf, options.keepEhFrame ?? false, architecture.machine.elf);
  const linker = linkerSymbols(elf, selected.kept, architecture.machine);
  const selection = { ...selected, kept: linker.kept };
  const kept = new Set(selection.kept.map(({ index }) => index));
  const late = new Set(options.late ?? []);
  const lacked = lackedAbilities(elf, architecture.machine);
  const context = { elf, architecture, model, late, dropped: selection.dropped, linker, lacked };
  const collected = collectSites(context, kept, apart);
  const { plain } = collected;
  const together = (): AnalysedObject => analyseObject(file, architecture, model, options);
  // Plain ones may tell where code is entered, of which distances ask.
  if (plain.count > 0 && collected.sites.some(({ rule }) => rule.instruction?.distance)) return together();
  const weak = settleWeak(collected.sites);
  const distances = makeDistances(elf, architecture, withoutIdleChecks(weak.sites, architecture));
  const absolute = makeAbsolute(distances.sites, architecture, model);
  const routed = routeThroughGot(
    absolute.sites,
    architecture,
    model,
    (section) => elf.sections[section]?.alignment ?? 1,
  );
  if (plain.meets([...weak.rewrites, ...routed.rewrites])) return together();
  const based = chooseBases(elf, routed.sites);
  const { sites, untold, troubles: unpaired } = pairSites(routed.sites, collected.refusedAt);
  const troubles = [
    ...untrimmed,
    ...collected.troubles,
    ...weak.troubles,
    ...routed.troubles,
    ...based.troubles,
    ...unpaired,
    ...lostParts(sites),
    ...ownPointers(elf, architecture.machine, sites),
  ];
  const { markers } = collected;
  return {
    elf,
    selection,
    linker,
    weak,
    routed,
    distances,
    absolute,
    based,
    sites,
    plain,
    context,
    markers,
    untold,
    troubles,
  };
}

/**
 * Opens an object for building.
 * @param known the object as it was analysed with these options, addends and all
 * @throws InputError naming every relocation that cannot be done
 */
export function openObject(
  file: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
  known?: AnalysedObject,
): ImageSource {
  const late = options.late ?? [];
  checkLate(file, late, architecture.machine);
  // What moves in other ways is looked at one by one.
  const analysed =
    known && !known.plain.has('moving')
      ? known
      : analyseObject(file, architecture, model, options, STORED_APART);
  checkCount(analysed.plain.count + analysed.sites.length);
  const { elf, plain, selection, linker, weak, routed, distances, absolute, based, sites, troubles } =
    analysed;
  // Before what is wrong with the whole: these are what the audit tells.
  throwTroubles(troubles);
  const entry = entryCode(elf, architecture, findEntry(elf, selection, options.entry));
  checkEntryState(elf, architecture.machine, entry.other);
  checkLateUse(routed.sites, late);
  const wordBytes = architecture.machine.wordBits / 8;
  const preamble = architecture.machine.pointers?.gotPreamble?.bytes ?? [];
  const toc = routed.usesToc ? architecture.machine.pointers?.toc : undefined;
  const hasTable = toc === undefined || selection.kept.some(({ name }) => name === toc.section);
  const gotSize = routed.usesGot || !hasTable ? routed.slots.length * wordBytes : undefined;
  const rewrites = [weak, routed, distances, absolute, based].flatMap((each) => each.rewrites);
  const smallCommons = commonsNearPointer(elf, sites);
  const small = nearPointer(architecture.machine, sites);
  const sections = new Map(selection.kept.map((section) => [section.index, section]));
  const placed = new WeakMap<Layout, ObjectLayout>();
  const placedAs = (layout: Layout): ObjectLayout => {
    const found = placed.get(layout);
    if (!found) throw new RangeError('the layout belongs to another input');
    return found;
  };
  return {
    architecture,
    model,
    imageAlignment: selection.kept[0]?.alignment ?? 1,
    loadAlignment: strictest(sectionAlignment(elf, selection), ...tocAlignment(toc)),
    locals: localNames(elf, (section) => sections.has(section)),
    late,
    rewritten: weak.rewritten.length,
    relaxed: routed.relaxed,
    keptAddresses: distances.kept && troubleLines([distances.kept]).join(''),
    slots: routed.slots.length,
    notes: entry.note === undefined ? [] : [entry.note],
    unformed: unformedPointers(architecture.machine, sites),
    place(imageOffset) {
      const layout = placeSections({
        elf,
        selection,
        imageOffset,
        gotSize,
        gotPreamble: preamble.length,
        small,
        smallCommons,
        wordBytes,
        entry,
        linkerSymbols: linker.defined,
        toc,
      });
      placed.set(layout, layout);
      return layout;
    },
    contents(layout) {
      const bytes = new Uint8Array(layout.size - layout.imageOffset);
      const { offsets } = placedAs(layout);
      for (const [index, offset] of offsets) {
        const section = sections.get(index);
        if (section && section.type !== SHT.NOBITS) bytes.set(section.data, offset - layout.imageOffset);
      }
      if (layout.got !== undefined) bytes.set(preamble, layout.got - preamble.length - layout.imageOffset);
      for (const { section, offset, keep, set } of rewrites) {
        const at = (offsets.get(section) ?? 0) - layout.imageOffset + offset;
        bytes[at] = ((bytes[at] ?? 0) & keep) | set;
      }
      return bytes;
    },
    applications(layout) {
      const all = plain.count > 0 ? analyseObject(file, architecture, model, options) : analysed;
      return applicationsOf(all, placedAs(layout));
    },
    columns(layout) {
      const where = placedAs(layout);
      return { ...placePlain(analysed, where), others: applicationsOf(analysed, where) };
    },
  };
}

function applicationsOf({ sites, routed, context }: AnalysedObject, layout: ObjectLayout): Application[] {
  const { architecture, model } = context;
  return [
    ...sites.map((site) => siteApplication(site, layout, model, architecture.machine)),
    ...slotApplications(routed, architecture, layout),
  ];
}

function placePlain(
  { elf, plain, context }: AnalysedObject,
  layout: ObjectLayout,
): Pick<Columns, 'words' | 'settled'> {
  const { architecture, model } = context;
  const { machine } = architecture;
  const startOf = elf.relocations.map(({ target }) => layout.offsets.get(target) ?? 0);
  const addresses = addressesIn(elf, layout);
  const rowsOf = (wanted: PlainClass): Uint32Array => {
    const isWanted = plain.types.map((type) => type.class === wanted);
    const rows = new Uint32Array(plain.count);
    let count = 0;
    for (let row = 0; row < plain.count; row++) if (isWanted[plain.type[row] ?? 0]) rows[count++] = row;
    return rows.subarray(0, count);
  };
  const columnsOf = (rows: Uint32Array) => {
    const offsets = new Uint32Array(rows.length);
    const symbols = new Float64Array(rows.length);
    const addends = new Float64Array(rows.length);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      offsets[index] = (startOf[plain.table[row] ?? 0] ?? 0) + (plain.offset[row] ?? 0);
      symbols[index] = addresses(plain.symbol[row] ?? 0);
      addends[index] = plain.addend[row] ?? 0;
    }
    return { offsets, symbols, addends };
  };
  const ruleOf = (type: PlainType): Rule => {
    if (type.rule) return type.rule;
    throw new RangeError('a marker stores nothing');
  };
  const applicationOf = (row: number): Application => {
    const site = { ...plainSite(context, plain, row), slot: undefined, completes: undefined };
    return siteApplication(site, layout, model, machine);
  };
  const bytes = machine.wordBits === 64 ? 8 : 4;
  const [wordRows, settledRows] = [rowsOf('word'), rowsOf('settled')];
  const words = new PlacedWords(inOrder({ bytes, ...columnsOf(wordRows), rows: wordRows }), {
    ruleOf: (row) => ruleOf(plain.typeOf(row)),
    symbolOf: (row) => {
      const symbol = elf.symbols[plain.symbol[row] ?? 0];
      return symbol ? symbolText(symbol) : '';
    },
    applicationOf,
  });
  const settledTypes = plain.types.flatMap((type, index) => (type.class === 'settled' ? [index] : []));
  const numberOf = plain.types.map((_, index) => settledTypes.indexOf(index));
  const numbersOf = (rows: Uint32Array): Uint8Array => {
    const numbers = new Uint8Array(rows.length);
    for (let index = 0; index < rows.length; index++)
      numbers[index] = numberOf[plain.type[rows[index] ?? 0] ?? 0] ?? 0;
    return numbers;
  };
  const settled: PlacedSettled = {
    rules: settledTypes.map((index) => ruleOf(plain.types[index] as PlainType)),
    rule: numbersOf(settledRows),
    ...columnsOf(settledRows),
    applicationAt: (index) => applicationOf(settledRows[index] ?? 0),
  };
  return { words, settled };
}

/** Where symbols of sections are in the blob, each looked up once. */
function addressesIn({ symbols }: ElfFile, layout: ObjectLayout): (symbol: number) => number {
  const addresses = new Float64Array(symbols.length).fill(Number.NaN);
  return (index) => {
    const known = addresses[index] ?? 0;
    if (!Number.isNaN(known)) return known;
    const { place, value } = symbols[index] ?? {};
    const start = place?.kind === 'section' ? (layout.offsets.get(place.section) ?? 0) : 0;
    const address = start + Number(value);
    addresses[index] = address;
    return address;
  };
}

/** The load alignment that the TOC asks for. */
function tocAlignment(toc: TableOfContents | undefined): LoadAlignment[] {
  return toc ? [{ bytes: toc.alignment, why: `the table of ${toc.symbol}` }] : [];
}
