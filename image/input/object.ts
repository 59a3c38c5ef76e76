/** A relocatable object (ET_REL) as a source of an image. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { TableOfContents } from '../../relocator-dsl/machine-facets.ts';
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
import { inOrder, PlacedWords } from './placed-words.ts';
import { lackedAbilities } from './processors.ts';
import { type Selection, selectSections } from './selection.ts';
import { collectSites, type SiteContext, wordSite } from './sites.ts';
import {
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
import type { WordSites } from './words.ts';

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
  readonly words: WordSites;
  readonly context: SiteContext;
  readonly markers: readonly RelocationPlace[];
  /** Relocations that complete others, which are refused. */
  readonly untold: readonly RelocationPlace[];
  readonly troubles: readonly Trouble[];
}

/**
 * The relocations of an object without its layout, for the audit as well as for building.
 * @param apart keep whole words that hold an address of the image apart, unless something looks at them beside others
 */
export function analyseObject(
  file: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
  apart = false,
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
  const { words } = collected;
  const together = (): AnalysedObject => analyseObject(file, architecture, model, options);
  // Words may tell where code is entered, of which distances ask.
  if (words.count > 0 && collected.sites.some(({ rule }) => rule.instruction?.distance)) return together();
  const weak = settleWeak(collected.sites);
  const distances = makeDistances(elf, architecture, withoutIdleChecks(weak.sites, architecture));
  const absolute = makeAbsolute(distances.sites, architecture, model);
  const routed = routeThroughGot(
    absolute.sites,
    architecture,
    model,
    (section) => elf.sections[section]?.alignment ?? 1,
  );
  if (words.meets([...weak.rewrites, ...routed.rewrites])) return together();
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
    words,
    context,
    markers,
    untold,
    troubles,
  };
}

/**
 * Opens an object for building.
 * @throws InputError naming every relocation that cannot be done
 */
export function openObject(
  file: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
): ImageSource {
  const late = options.late ?? [];
  checkLate(file, late, architecture.machine);
  const analysed = analyseObject(file, architecture, model, options, true);
  const { elf, words, selection, linker, weak, routed, distances, absolute, based, sites, troubles } =
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
      const all = words.count > 0 ? analyseObject(file, architecture, model, options) : analysed;
      return applicationsOf(all, placedAs(layout));
    },
    columns(layout) {
      const where = placedAs(layout);
      return { words: placeWords(analysed, where), others: applicationsOf(analysed, where) };
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

function placeWords({ elf, words, context }: AnalysedObject, layout: ObjectLayout): PlacedWords {
  const { architecture, model } = context;
  const { machine } = architecture;
  const { count } = words;
  const startOf = elf.relocations.map(({ target }) => layout.offsets.get(target) ?? 0);
  const addresses = new Float64Array(elf.symbols.length).fill(Number.NaN);
  const addressOf = (index: number): number => {
    const known = addresses[index] ?? 0;
    if (!Number.isNaN(known)) return known;
    const { place, value } = elf.symbols[index] ?? {};
    const start = place?.kind === 'section' ? (layout.offsets.get(place.section) ?? 0) : 0;
    addresses[index] = start + Number(value);
    return start + Number(value);
  };
  const offsets = new Uint32Array(count);
  const symbols = new Float64Array(count);
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    offsets[row] = (startOf[words.table[row] ?? 0] ?? 0) + (words.offset[row] ?? 0);
    symbols[row] = addressOf(words.symbol[row] ?? 0);
    rows[row] = row;
  }
  const bytes = machine.wordBits === 64 ? 8 : 4;
  const columns = inOrder({ bytes, offsets, symbols, addends: words.addend.slice(0, count), rows });
  return new PlacedWords(columns, {
    ruleOf: (row) => words.ruleOf(row),
    symbolOf: (row) => {
      const symbol = elf.symbols[words.symbol[row] ?? 0];
      return symbol ? symbolText(symbol) : '';
    },
    applicationOf: (row) => {
      const site = { ...wordSite(context, words, row), slot: undefined, completes: undefined };
      return siteApplication(site, layout, model, machine);
    },
  });
}

/** The load alignment that the TOC asks for. */
function tocAlignment(toc: TableOfContents | undefined): LoadAlignment[] {
  return toc ? [{ bytes: toc.alignment, why: `the table of ${toc.symbol}` }] : [];
}
