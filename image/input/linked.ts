/** A linked image (static PIE, ET_DYN) as a source: its segments, flat as the linker placed them. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, absoluteWordRule, relativeWordRule } from '../../relocator-dsl/architecture.ts';
import { type Letter, lettersOf } from '../../relocator-dsl/expression.ts';
import { isWholeWord } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Descriptors } from '../../relocator-dsl/machine-facets.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { ELF_MAGIC, PF, PT, SHF, SHT, STT } from '../elf/constants.ts';
import { typeText } from '../elf/relocations.ts';
import type { ElfFile, ElfSymbol, Relocation, Section, Segment } from '../elf/types.ts';
import { hex, readContainer } from '../memory/bytes.ts';
import { grouped, oncePer } from '../memory/groups.ts';
import { closeText, someOf } from '../trouble/close-names.ts';
import { InputError } from '../trouble/errors.ts';
import { newerType } from '../trouble/report.ts';
import { type RelocationPlace, type Trouble, throwTroubles } from '../trouble/troubles.ts';
import type { Application, Target } from './application.ts';
import { countWhere } from './cuts.ts';
import { entryNote, USUAL_ENTRY } from './entry-point.ts';
import { checkSpan, type FlatMemory, flatten } from './flat-memory.ts';
import { T_IN_ADDEND, withFunctionBit } from './function-bit.ts';
import { IMPLIED, impliedRelocations } from './implied-slots.ts';
import { LinkedWords } from './linked-words.ts';
import { checkEntryState } from './other-states.ts';
import { NO_SETTLED } from './placed-settled.ts';
import { inOrder, NO_WORDS, PlacedWords } from './placed-words.ts';
import {
  checkCount,
  type ImageSource,
  type Layout,
  type PlacedSection,
  type PlacedSymbol,
  type SourceOptions,
} from './source.ts';
import { supportCode } from './support-code.ts';
import { localNames, symbolText } from './symbol-use.ts';

/** What may stand in a field that the image's own start-up code would relocate. */
const USABLE_LETTERS: readonly Letter[] = ['S', 'A', 'B', 'T'];

/** And in a whole word, which is no instruction with a reach: distances to what does not move with the image. */
const WORD_LETTERS: readonly Letter[] = [...USABLE_LETTERS, 'P'];

/** A dynamic relocation, its place and target as bytes from the image's first page. */
export interface Word {
  readonly rule: Rule;
  readonly offset: number;
  readonly target: Exclude<Target, { kind: 'late' }>;
  /** With B in the rule's value, from the first page too. */
  readonly addend: bigint;
  readonly usesBase: boolean;
  readonly inCode: boolean;
  readonly origin: RelocationPlace;
}

/** Opens a linked image. @throws InputError naming every dynamic relocation that cannot be done */
export function openLinked(
  elf: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  options: SourceOptions,
  analysed: AnalysedLinked,
): ImageSource {
  const [name] = options.late ?? [];
  if (name !== undefined) {
    throw new InputError(
      `--late ${name}: a linked image has no symbols left to bind; pass the object instead`,
    );
  }
  const { memory, words, troubles } = analysed;
  checkCount(analysed.plain.count + words.length);
  throwTroubles(troubles);
  const { address, functionBit, other, notes } = entryOf(elf, memory, options.entry);
  // Bit 0 of e_entry tells where no symbol does.
  checkEntryState(elf, architecture.machine, other ?? 0);
  const inImage = (offset: bigint): number => {
    if (offset >= 0n && offset < BigInt(memory.bytes.length)) return Number(offset);
    throw new InputError(
      `the entry ${hex(offset + memory.low)} is outside the image; say which symbol with --entry SYM`,
    );
  };
  const named = inImage(address - memory.low);
  const isDescriptor = namesDescriptor(elf, address, architecture.machine.functions?.descriptors);
  const entry = isDescriptor ? inImage(codeOf(named, analysed)) : named;
  return {
    architecture,
    model,
    imageAlignment: memory.alignment.bytes,
    loadAlignment: memory.alignment,
    locals: localNames(elf, (section) => Boolean((elf.sections[section]?.flags ?? 0n) & SHF.ALLOC)),
    late: [],
    rewritten: 0,
    relaxed: 0,
    keptAddresses: undefined,
    slots: 0,
    notes,
    unformed: new Set(),
    place(imageOffset) {
      checkSpan(imageOffset + memory.memorySize);
      return {
        imageOffset,
        sections: placedSections(elf, memory, imageOffset),
        symbols: placedSymbols(elf, memory, imageOffset),
        size: imageOffset + memory.bytes.length,
        memsz: imageOffset + memory.memorySize,
        entry: imageOffset + entry,
        entryFunctionBit: functionBit,
        entryOther: other,
        entryDescriptor: isDescriptor ? imageOffset + named : undefined,
        got: undefined,
      };
    },
    contents: () => memory.bytes.slice(),
    applications: (layout) => allWords(analysed).map((word) => application(word, layout)),
    columns: (layout) => ({
      words: placeWords(analysed, architecture, layout),
      settled: NO_SETTLED,
      others: words.map((word) => application(word, layout)),
    }),
  };
}

export interface AnalysedLinked {
  readonly memory: FlatMemory;
  /** All but those that are apart. */
  readonly words: readonly Word[];
  readonly plain: LinkedWords;
  /** One of those that are apart as all others are. */
  readonly wordOf: (row: number) => Word;
  readonly markers: readonly RelocationPlace[];
  readonly troubles: readonly Trouble[];
}

/** The relocations of a linked image, for the audit as well as for building. */
export function analyseLinked(
  elf: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
): AnalysedLinked {
  const memory = flatten(elf);
  const words: Word[] = [];
  const markers: RelocationPlace[] = [];
  const troubles: Trouble[] = [];
  const read = (relocation: Relocation, table: string): void => {
    const found = readWord(elf, architecture, model, memory, relocation, table);
    if ('word' in found) words.push(found.word);
    else if ('marker' in found) markers.push(found.marker);
    else troubles.push(found.trouble);
  };
  const relative = relativeWordRule(architecture);
  if (elf.relr.length > 0 && !relative)
    throw new InputError('the machine has no RELATIVE type for RELR entries');
  const plain = new LinkedWords(elf, architecture, model, memory, read);
  const implied = impliedRelocations(elf, architecture, memory);
  troubles.push(...implied.troubles);
  for (const relocation of implied.relocations) read(relocation, IMPLIED);
  const wordOf = (row: number): Word => {
    const { relocation, table } = plain.relocationAt(row);
    const found = readWord(elf, architecture, model, memory, relocation, table);
    if ('word' in found) return found.word;
    throw new RangeError(`plain word ${row} is none`);
  };
  return { memory, words, plain, wordOf, markers, troubles };
}

type Found = { readonly word: Word } | { readonly marker: RelocationPlace } | { readonly trouble: Trouble };

function readWord(
  elf: ElfFile,
  architecture: Architecture,
  model: ReferenceModel,
  memory: FlatMemory,
  relocation: Relocation,
  table: string,
): Found {
  const type = architecture.byType.get(relocation.type);
  const symbol = elf.symbols[relocation.symbol];
  const origin: RelocationPlace = {
    type: type?.name ?? typeText(architecture.machine.elf, relocation.type),
    number: relocation.type,
    section: table,
    offset: relocation.offset,
    symbol: symbol ? symbolText(symbol) : '',
  };
  const trouble = (why: string, remedy: string): Found => ({ trouble: { ...origin, why, remedy } });
  if (!type) {
    const newer = newerType(architecture.machine.title);
    return trouble(newer.why, newer.remedy);
  }
  if (type.kind === 'marker') return { marker: origin };
  if (type.kind === 'refusal') return trouble(type.reason, type.remedy);
  const rule = ruleFor(elf, architecture, type, relocation.symbol);
  if (!rule) {
    return trouble(
      'its symbol has no slot, in which loaders look for its address',
      'link again, the file is damaged',
    );
  }
  const letters = lettersOf(rule.value);
  const reference = model.rules.get(rule.name);
  const usable = isWholeWord(rule.field) ? WORD_LETTERS : USABLE_LETTERS;
  if (!letters.every((letter) => usable.includes(letter)) || !reference) {
    return trouble('only addresses are relocated in a linked image', 'link with -static-pie -z text');
  }
  if (relocation.addend === undefined && !isWholeWord(rule.field)) {
    return trouble('its addend stands in an instruction', 'link with -static-pie -z text');
  }
  const offset = relocation.offset - memory.low;
  const { bytes } = rule.field;
  if (offset < 0n || offset + BigInt(bytes) > BigInt(memory.memorySize)) {
    return trouble('its place is outside the image', 'link again, the file is damaged');
  }
  const usesBase = letters.includes('B');
  const target = letters.includes('S') ? targetOf(symbol, memory, architecture.machine) : START;
  if ('why' in target) return trouble(target.why, target.remedy);
  if (offset + BigInt(bytes) > BigInt(memory.bytes.length)) {
    const isZero = target.kind === 'absolute' && target.value + (relocation.addend ?? 0n) === 0n;
    if (isZero && isWholeWord(rule.field)) return { marker: origin };
    return trouble(
      'its place starts out as zeros, which the file does not hold',
      'link with -static-pie, for which linkers fill in the addresses of own symbols (lld leaves slots of the PLT as zeros)',
    );
  }
  const { descriptors } = architecture.machine.functions ?? {};
  if (
    rule.target?.calls &&
    symbol?.place.kind === 'section' &&
    namesDescriptor(elf, symbol.value, descriptors)
  ) {
    return trouble('it asks for a copy of a function descriptor', 'link with -static-pie');
  }
  const inPlace = (): bigint => {
    const container = readContainer(memory.bytes, Number(offset), bytes, architecture.machine.dataOrder);
    return BigInt.asIntN(bytes * 8, reference.extract(container));
  };
  const whole = !letters.includes('A') ? 0n : (relocation.addend ?? (rule.addend?.absent ? 0n : inPlace()));
  const T = letters.includes('T') && symbol?.functionBit ? 1n : 0n;
  const addend = usesBase ? whole - memory.low : withFunctionBit(target.value, whole, T);
  const inCode = isInCode(elf, relocation.offset);
  return { word: { rule, offset: Number(offset), target, addend, usesBase, inCode, origin } };
}

/** What the type is where it names a symbol: where the GOT is implied, a word that moves is one with that address. */
function ruleFor(elf: ElfFile, architecture: Architecture, rule: Rule, symbol: number): Rule | undefined {
  if (symbol === 0 || !architecture.machine.elf?.impliedGot) return rule;
  if (!rule.dynamic || `${rule.value}` !== 'B + A') return rule;
  const hasSlot = symbol >= (elf.impliedSlots?.firstSymbol ?? Number.POSITIVE_INFINITY);
  return hasSlot ? absoluteWordRule(architecture, rule.field.bytes) : undefined;
}

/** Segments with code, by address: the reader takes none that overlap or descend. */
const codeSegments = oncePer((segments: readonly Segment[]) =>
  segments.filter(({ type, flags, memorySize }) => type === PT.LOAD && flags & PF.X && memorySize > 0n),
);

function isInCode(elf: ElfFile, place: bigint): boolean {
  const segments = codeSegments(elf.segments);
  const last = segments[countWhere(segments, ({ address }) => address <= place) - 1];
  return last !== undefined && place < last.address + last.memorySize;
}

type Unresolved = { readonly why: string; readonly remedy: string };

const START: Word['target'] = { kind: 'image', value: 0n };

function targetOf(
  symbol: ElfSymbol | undefined,
  memory: FlatMemory,
  { elf }: Machine,
): Word['target'] | Unresolved {
  if (!symbol || symbol.index === 0) return { kind: 'absolute', value: 0n };
  if (symbol.type === STT.TLS || symbol.type === STT.GNU_IFUNC) {
    return { why: 'its symbol is thread-local or an indirect function', remedy: 'use an ordinary symbol' };
  }
  switch (symbol.place.kind) {
    case 'absolute':
      return { kind: 'absolute', value: symbol.value };
    case 'section': {
      const value = elf?.localsInAddend && symbol.binding === 'local' ? 0n : symbol.value;
      return { kind: 'image', value: value - memory.low };
    }
    default:
      if (symbol.binding === 'weak') return { kind: 'absolute', value: 0n };
      return undefinedIn(symbol.name);
  }
}

/** A final link leaves undefined what a dynamic linker is to find, which nobody does for a purgatory. */
function undefinedIn(name: string): Unresolved {
  const support = supportCode(name);
  return support
    ? { why: `its symbol is undefined; ${support.what}`, remedy: support.remedy }
    : { why: 'its symbol is undefined', remedy: 'link the object that defines it' };
}

/** All words, those that are apart first. */
function allWords({ words, plain, wordOf }: AnalysedLinked): Word[] {
  return [...Array.from({ length: plain.count }, (_, row) => wordOf(row)), ...words];
}

function placeWords(
  { plain, wordOf }: AnalysedLinked,
  { machine }: Architecture,
  layout: Layout,
): PlacedWords {
  const { rule, count } = plain;
  if (!rule || count === 0) return NO_WORDS;
  const { imageOffset } = layout;
  const offsets = new Uint32Array(count);
  const addends = new Float64Array(count);
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    offsets[row] = (plain.offsets[row] ?? 0) + imageOffset;
    // What they hold counts from the load base.
    addends[row] = (plain.addends[row] ?? 0) + imageOffset;
    rows[row] = row;
  }
  const symbols = new Float64Array(count);
  const bytes = machine.wordBits === 64 ? 8 : 4;
  const columns = inOrder({ bytes, offsets, symbols, addends, rows });
  return new PlacedWords(columns, {
    ruleOf: () => rule,
    symbolOf: () => '',
    applicationOf: (row) => application(wordOf(row), layout),
  });
}

function application(word: Word, layout: Layout): Application {
  const { rule, usesBase, inCode, origin } = word;
  const shift = BigInt(layout.imageOffset);
  const offset = word.offset + layout.imageOffset;
  const target: Word['target'] =
    word.target.kind === 'image' && !usesBase
      ? { kind: 'image', value: word.target.value + shift }
      : word.target;
  const addend = usesBase ? word.addend + shift : word.addend;
  return {
    offset,
    rule,
    value: rule.value,
    motion: target.kind === 'image' ? 'image' : 'fixed',
    target,
    addend,
    second: undefined,
    slot: undefined,
    synthetic: false,
    inCode,
    origin,
    placement(base) {
      const symbol = target.kind === 'image' ? base + target.value : target.value;
      return { base, place: offset, symbol, addend, functionBit: T_IN_ADDEND };
    },
  };
}

interface Entry {
  readonly address: bigint;
  readonly functionBit: boolean;
  /** st_other of its symbol; undefined where none names it. */
  readonly other: number | undefined;
  readonly notes: readonly string[];
}

/** @throws InputError when there is no such symbol, or nothing names an entry and none can be meant */
function entryOf(elf: ElfFile, memory: FlatMemory, name: string | undefined): Entry {
  const asked = name ?? (elf.entry === 0n ? USUAL_ENTRY : undefined);
  const symbol = elf.symbols.find((each) => each.name === asked && each.place.kind === 'section');
  if (symbol) {
    const { value, functionBit = false, other } = symbol;
    return { address: value, functionBit, other, notes: [] };
  }
  if (name !== undefined) {
    throw new InputError(
      `--entry ${name}: the linked image has no such dynamic symbol${closeText(name, namesOf(elf))}; link it with -e ${name}`,
    );
  }
  const { entry, entryFunctionBit: functionBit = false } = elf;
  const named = elf.symbols.find(
    ({ value, place, type }) => value === entry && place.kind === 'section' && type !== STT.SECTION,
  );
  const notes = entry === 0n ? [noteOn(elf, memory, named)] : [];
  return { address: entry, functionBit, other: named?.other, notes };
}

/** Names of the symbols that the image defines. */
function namesOf({ symbols }: ElfFile): string[] {
  return symbols.flatMap(({ name, place }) => (place.kind === 'section' ? [name] : []));
}

/** e_entry 0 says that there is no entry, unless code is linked at 0. */
function noteOn({ symbols }: ElfFile, { low, bytes }: FlatMemory, named: ElfSymbol | undefined): string {
  const at = Number(-low);
  if (bytes[at] === undefined || ELF_MAGIC.every((byte, index) => bytes[at + index] === byte)) {
    throw new InputError(
      `nothing names an entry: e_entry is 0, and there is no dynamic symbol ${USUAL_ENTRY}; link with -e SYM`,
    );
  }
  const known = symbols.filter(({ type, place }) => type === STT.FUNC && place.kind === 'section');
  const what = named === undefined ? 'the code at address 0' : `${named.name} at address 0`;
  return entryNote(
    what,
    someOf(
      known.map((symbol) => symbol.name),
      'no dynamic symbol is a function',
    ),
  );
}

/** Whether the address of a function is that of a descriptor, in this image. */
function namesDescriptor(
  { flags, sections }: ElfFile,
  at: bigint,
  descriptors: Descriptors | undefined,
): boolean {
  if (!descriptors) return false;
  const told = flags & descriptors.flags.mask;
  if (told !== 0) return told === descriptors.flags.value;
  const named = sectionsByName(sections).get(descriptors.section) ?? [];
  return named.some(({ address, size }) => at >= address && at < address + BigInt(size));
}

const sectionsByName = oncePer((sections: readonly Section[]) => grouped(sections, ({ name }) => name));

/** The code that the descriptor at `at` names, as bytes from the image's first page. */
function codeOf(at: number, { words, plain, wordOf }: AnalysedLinked): bigint {
  const row = plain.offsets.subarray(0, plain.count).indexOf(at);
  const pointer = row < 0 ? words.find(({ offset }) => offset === at) : wordOf(row);
  if (pointer?.target.kind === 'image') return pointer.target.value + pointer.addend;
  throw new InputError(
    'the entry names a function descriptor, but no address of code is there; name the code itself with --entry',
  );
}

function placedSections(elf: ElfFile, memory: FlatMemory, imageOffset: number): PlacedSection[] {
  const end = memory.low + BigInt(memory.memorySize);
  return elf.sections
    .filter(({ flags, address }) => flags & SHF.ALLOC && address >= memory.low)
    .filter(({ address, size }) => address + BigInt(size) <= end)
    .filter(({ type, flags }) => !(type === SHT.NOBITS && flags & SHF.TLS))
    .map(({ index, name, address, size, type }) => ({
      index,
      name,
      offset: imageOffset + Number(address - memory.low),
      size,
      type,
    }));
}

function placedSymbols(elf: ElfFile, memory: FlatMemory, imageOffset: number): PlacedSymbol[] {
  const end = memory.low + BigInt(memory.memorySize);
  return elf.symbols.flatMap(({ name, place, value, size, binding }) => {
    if (name === '' || binding === 'local' || place.kind !== 'section') return [];
    if (value < memory.low || value + size > end) return [];
    const section = elf.sections[place.section]?.name ?? '';
    return [{ name, offset: imageOffset + Number(value - memory.low), size: Number(size), section }];
  });
}
