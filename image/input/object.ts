/** A relocatable object (ET_REL) as a source of an image. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { type Expression, isCut, lettersOf, withSymbol } from '../../relocator-dsl/expression.ts';
import { lettersAt, type Placement } from '../../relocator-dsl/letters.ts';
import { GOT_SYMBOL, type Machine } from '../../relocator-dsl/machine.ts';
import type { TableOfContents } from '../../relocator-dsl/machine-facets.ts';
import { SHF, SHT } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import {
  placeText,
  type RelocationPlace,
  type Trouble,
  throwTroubles,
  troubleLines,
} from '../trouble/troubles.ts';
import { type Distances, makeDistances } from './distances.ts';
import { T_IN_ADDEND, withFunctionBit } from './function-bit.ts';
import { type Routed, type RoutedSite, routeThroughGot } from './got.ts';
import {
  entryCode,
  findEntry,
  type ObjectLayout,
  placeSections,
  type Selection,
  sectionAlignment,
  selectSections,
} from './layout.ts';
import { lostParts, type PairedSite, pairSites } from './pairs.ts';
import { collectSites, type Padding } from './sites.ts';
import type { Application, ImageSource, Layout, SourceOptions, Target } from './source.ts';
import { localEntryOf, localNames, motionOf, type SymbolUse } from './symbol-use.ts';

export interface AnalysedObject {
  readonly selection: Selection;
  readonly routed: Routed;
  readonly distances: Distances;
  /** The sites of `routed`, each with the one it completes. */
  readonly sites: readonly PairedSite[];
  readonly markers: readonly RelocationPlace[];
  readonly paddings: readonly Padding[];
  readonly troubles: readonly Trouble[];
}

/** The relocations of an object without its layout, for the audit as well as for building. */
export function analyseObject(
  elf: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
): AnalysedObject {
  const selection = selectSections(elf, options.keepEhFrame ?? false, architecture.machine.elf);
  const kept = new Set(selection.kept.map(({ index }) => index));
  const late = new Set(options.late ?? []);
  const collected = collectSites({ elf, architecture, model, late, dropped: selection.dropped }, kept);
  const distances = makeDistances(elf, architecture, collected.sites);
  const routed = routeThroughGot(
    distances.sites,
    architecture,
    model,
    (section) => elf.sections[section]?.alignment ?? 1,
  );
  const { sites, troubles: unpaired } = pairSites(routed.sites);
  const { markers, paddings } = collected;
  const troubles = [
    ...collected.troubles,
    ...routed.troubles,
    ...unpaired,
    ...lostParts(sites),
    ...ownPointers(elf, architecture.machine, sites),
  ];
  return { selection, routed, distances, sites, markers, paddings, troubles };
}

/**
 * Opens an object for building.
 * @throws InputError naming every relocation that cannot be done
 */
export function openObject(
  elf: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
): ImageSource {
  const late = options.late ?? [];
  checkLate(elf, late, architecture.machine);
  const analysed = analyseObject(elf, architecture, model, options);
  const { selection, routed, distances, sites, paddings, troubles } = analysed;
  const entry = entryCode(elf, architecture, findEntry(elf, selection, options.entry));
  throwTroubles(troubles);
  checkLateUse(routed, late);
  const wordBytes = architecture.machine.wordBits / 8;
  const preamble = architecture.machine.pointers?.gotPreamble?.bytes ?? [];
  const toc = routed.usesToc ? architecture.machine.pointers?.toc : undefined;
  const hasTable = toc === undefined || selection.kept.some(({ name }) => name === toc.section);
  const gotSize = routed.usesGot || !hasTable ? routed.slots.length * wordBytes : undefined;
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
    loadAlignment: strictest(withToc(sectionAlignment(elf, selection), toc), paddings),
    locals: localNames(elf),
    late,
    relaxed: routed.relaxed,
    keptAddresses: distances.kept && troubleLines([distances.kept]).join(''),
    slots: routed.slots.length,
    place(imageOffset) {
      const layout = placeSections({
        elf,
        selection,
        imageOffset,
        gotSize,
        gotPreamble: preamble.length,
        smallData: architecture.machine.pointers?.global?.smallData,
        wordBytes,
        entry,
        toc,
      });
      checkPaddings(paddings, layout);
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
      for (const { section, offset, keep, set } of [...routed.rewrites, ...distances.rewrites]) {
        const at = (offsets.get(section) ?? 0) - layout.imageOffset + offset;
        bytes[at] = ((bytes[at] ?? 0) & keep) | set;
      }
      return bytes;
    },
    applications(layout) {
      const where = placedAs(layout);
      return [
        ...sites.map((site) => siteApplication(site, where, model, architecture.machine)),
        ...slotApplications(routed, architecture, where),
      ];
    },
  };
}

/** Relocations that count from a global pointer which the object has put elsewhere than it is here. */
function ownPointers(elf: ElfFile, { pointers }: Machine, sites: readonly PairedSite[]): Trouble[] {
  const own = elf.symbols.find(
    ({ name, place }) => pointers?.global?.symbols.includes(name) && place.kind !== 'undefined',
  );
  if (!own) return [];
  return sites.flatMap(({ rule, origin }): Trouble[] => {
    if (!lettersOf(rule.value).includes('GP')) return [];
    return [
      {
        ...origin,
        why: `it counts from the global pointer, which the object itself defines as ${own.name}`,
        remedy: `do not define ${own.name} (no -T script that sets it): relocator places it by the GOT`,
      },
    ];
  });
}

/** The load alignment that sections and the TOC ask for. */
function withToc(
  sections: ImageSource['loadAlignment'],
  toc: TableOfContents | undefined,
): ImageSource['loadAlignment'] {
  return toc && toc.alignment > sections.bytes
    ? { bytes: toc.alignment, why: `the table of ${toc.symbol}` }
    : sections;
}

/** The load alignment that sections and padding ask for. */
function strictest(
  sections: ImageSource['loadAlignment'],
  paddings: readonly Padding[],
): ImageSource['loadAlignment'] {
  return paddings.reduce(
    (most, { alignment, origin }) =>
      alignment > most.bytes ? { bytes: alignment, why: placeText(origin) } : most,
    sections,
  );
}

/**
 * Padding that a relaxing linker would cut down stays whole here, which is right only where it happens to end aligned.
 * @throws InputError naming each that does not
 */
function checkPaddings(paddings: readonly Padding[], { offsets }: ObjectLayout): void {
  const troubles = paddings.flatMap(({ section, offset, alignment, origin }): Trouble[] => {
    const end = (offsets.get(section.index) ?? 0) + offset;
    if (end % alignment === 0) return [];
    return [
      {
        ...origin,
        why: `what follows its padding must stand at a multiple of ${alignment} bytes, and only a relaxing linker brings it there`,
        remedy: 'compile and assemble with -mno-relax',
      },
    ];
  });
  throwTroubles(troubles);
}

/** @throws InputError telling every name that is not one undefined symbol of the object */
function checkLate(elf: ElfFile, late: readonly string[], { pointers }: Machine): void {
  const troubles = [...new Set(late)].flatMap((name) => {
    const why = late.filter((each) => each === name).length > 1 ? 'it is named twice' : whyNotLate(elf, name);
    if (why !== undefined) return [`--late ${name}: ${why}`];
    return name === GOT_SYMBOL || name === pointers?.toc?.symbol
      ? [`--late ${name}: relocator makes that table itself; leave it out`]
      : [];
  });
  if (troubles.length > 0) throw new InputError(troubles);
}

function whyNotLate(elf: ElfFile, name: string): string | undefined {
  const symbols = elf.symbols.filter((symbol) => symbol.name === name && symbol.binding !== 'local');
  if (symbols.length === 0) return 'the object has no global symbol of that name; check the spelling';
  if (symbols.some(({ place }) => place.kind === 'undefined')) return undefined;
  return 'the object defines it, and only undefined symbols are bound late; leave it out';
}

/** @throws InputError telling every late symbol that the loader would fill in for nothing */
function checkLateUse({ sites }: Routed, late: readonly string[]): void {
  const used = new Set(sites.flatMap(({ use }) => (use.kind === 'late' ? [use.name] : [])));
  const unused = late.filter((name) => !used.has(name));
  if (unused.length === 0) return;
  throw new InputError(
    unused.map((name) => `--late ${name}: no relocation of the image refers to it; leave it out`),
  );
}

function addressOf(use: SymbolUse, layout: ObjectLayout, base: bigint, late: LateValues): bigint {
  switch (use.kind) {
    case 'section':
      return base + BigInt(layout.offsets.get(use.section) ?? 0) + use.value;
    case 'common':
      return base + BigInt(layout.commons.get(use.symbol) ?? 0);
    case 'got':
      return base + BigInt((layout.got ?? 0) + use.distance);
    case 'toc':
      return base + BigInt(layout.toc ?? 0);
    case 'absolute':
      return use.value;
    case 'weak':
    case 'stand-in':
      return 0n;
    case 'late':
      return late.get(use.name) ?? 0n;
  }
}

function targetOf(use: SymbolUse, layout: ObjectLayout): Target {
  if (use.kind === 'late') return { kind: 'late', name: use.name };
  const kind = motionOf(use) === 'image' ? 'image' : 'absolute';
  return { kind, value: addressOf(use, layout, 0n, new Map()) };
}

/** What a rule's value counts from; a rule without S and L does not need the address of its symbol, late or not. */
function siteTarget({ rule, use }: PairedSite, layout: ObjectLayout): Target {
  const named = lettersOf(rule.value).some((letter) => letter === 'S' || letter === 'L');
  return use.kind === 'late' && !named ? { kind: 'absolute', value: 0n } : targetOf(use, layout);
}

function siteApplication(
  site: PairedSite,
  layout: ObjectLayout,
  model: ReferenceModel,
  machine: Machine,
): Application {
  const { rule, use, completes } = site;
  const local = lettersOf(rule.value).includes('E') ? (localEntryOf(site.symbol, machine) ?? 0n) : 0n;
  const { wordBits } = machine;
  const offset = (layout.offsets.get(site.section.index) ?? 0) + site.offset;
  if (completes) return completingApplication(site, completes, offset, layout, model, machine);
  const slot = site.slot === undefined ? undefined : (layout.got ?? 0) + site.slot * (wordBits / 8);
  const second = lettersOf(rule.value).includes('O') ? site.second : undefined;
  const { got, toc } = layout;
  const standIn = standInFor(site);
  const symbolAt = (base: bigint, late: LateValues): bigint =>
    standIn
      ? evaluate(standIn, lettersAt(machine, { base, place: offset, addend: site.addend, got }), wordBits)
      : addressOf(use, layout, base, late);
  const addend = lettersOf(rule.value).includes('T')
    ? withFunctionBit(symbolAt(0n, new Map()), site.addend, site.functionBit)
    : site.addend;
  return {
    offset,
    rule,
    value: standIn ? withSymbol(rule.value, standIn) : rule.value,
    motion: motionOf(use),
    target: siteTarget(site, layout),
    // What is left to do at load time goes to the local entry point by its addend.
    addend: addend + local,
    second,
    slot,
    synthetic: false,
    inCode: (site.section.flags & SHF.EXECINSTR) !== 0n,
    origin: site.origin,
    placement: (base, late) => ({
      base,
      place: offset,
      symbol: symbolAt(base, late),
      addend,
      second,
      got,
      slot,
      toc,
      size: site.symbol.size,
      localEntry: local,
      functionBit: T_IN_ADDEND,
    }),
  };
}

/** What the psABI says stands for the symbol. */
function standInFor({ rule, use }: PairedSite): Expression | undefined {
  if (use.kind === 'stand-in') return use.value;
  return use.kind === 'weak' ? rule.target?.weak : undefined;
}

/** A relocation that stores a part of another's value: it counts from that one's place, symbol and addend. */
function completingApplication(
  site: PairedSite,
  completes: RoutedSite,
  offset: number,
  layout: ObjectLayout,
  model: ReferenceModel,
  machine: Machine,
): Application {
  const upper = siteApplication({ ...completes, completes: undefined }, layout, model, machine);
  const reference = model.rules.get(completes.rule.name);
  if (!reference) throw new RangeError(`${completes.rule.name} has no reference model`);
  return {
    ...upper,
    offset,
    rule: site.rule,
    inCode: (site.section.flags & SHF.EXECINSTR) !== 0n,
    origin: site.origin,
    // Seen from this place, the same distance needs an addend that makes up for the way between the two.
    addend: upper.addend + BigInt(offset - upper.offset),
    placement(base, late) {
      const placement = upper.placement(base, late);
      return { ...placement, place: offset, completed: reference.value(lettersAt(machine, placement)) };
    },
  };
}

function slotApplications(
  { slots }: Routed,
  architecture: Architecture,
  layout: ObjectLayout,
): Application[] {
  const rule = absoluteWordRule(architecture);
  if (!rule || layout.got === undefined) return [];
  const got = layout.got;
  const { machine } = architecture;
  const wordBytes = machine.wordBits / 8;
  return slots.map(({ expression, use, addend: given, functionBit, origin }, index) => {
    const offset = got + index * wordBytes;
    const addend = withFunctionBit(addressOf(use, layout, 0n, new Map()), given, functionBit);
    // Where a slot holds a part of an address, the whole of it is the target.
    const plain = !isCut(expression);
    const contentOf = (symbol: bigint): bigint =>
      evaluate(expression, lettersAt(machine, { base: 0n, symbol, addend }), machine.wordBits);
    const target = targetOf(use, layout);
    return {
      offset,
      rule,
      value: plain ? rule.value : expression,
      motion: motionOf(use),
      target: plain || target.kind === 'late' ? target : { ...target, value: contentOf(target.value) },
      addend: plain ? addend : 0n,
      second: undefined,
      slot: undefined,
      synthetic: true,
      inCode: false,
      origin: {
        ...origin,
        type: rule.name,
        number: rule.type,
        section: '.got',
        offset: BigInt(index * wordBytes),
      },
      placement(base, late): Placement {
        const address = addressOf(use, layout, base, late);
        const symbol = plain ? address : contentOf(address);
        return { base, place: offset, symbol, addend: plain ? addend : 0n, functionBit: T_IN_ADDEND };
      },
    };
  });
}
