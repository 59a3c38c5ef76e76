/** Where an object is entered. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { SHF, SHT, STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, FileName, Section } from '../elf/types.ts';
import { hex } from '../memory/bytes.ts';
import { closeText, someOf } from '../trouble/close-names.ts';
import { InputError } from '../trouble/errors.ts';
import { sectionText } from '../trouble/troubles.ts';
import { describedCode } from './descriptors.ts';
import type { Selection } from './selection.ts';

/** The symbol kexec enters a purgatory by. */
export const USUAL_ENTRY = 'purgatory_start';

/** The first instruction of the purgatory: bytes into a section. */
export interface EntryPoint {
  readonly section: number;
  readonly offset: number;
  /** The machine's function bit, false where it has none. */
  readonly functionBit: boolean;
  /** st_other of its symbol; undefined where none names it. */
  readonly other?: number | undefined;
  /** Where the descriptor is that names it, if one does. */
  readonly descriptor?: { readonly section: number; readonly offset: number };
  /** What is entered and why, where nothing names the entry. */
  readonly note?: string;
}

/** Finds the entry: the symbol asked for, else e_entry. @throws InputError when it is not clear which one is meant */
export function findEntry(elf: ElfFile, selection: Selection, wanted: string | undefined): EntryPoint {
  if (wanted !== undefined) {
    const named = entryAt(elf, selection, wanted);
    if (named) return named;
    throw new InputError(`--entry ${wanted}: ${whyNoEntry(elf, selection, wanted)}`);
  }
  const usual = entryAt(elf, selection, USUAL_ENTRY);
  // An object linked without -e has e_entry 0, which names nothing.
  if (elf.entry === 0n && usual) return usual;
  if (
    elf.entry === 0n &&
    elf.symbols.some(({ name, place }) => name === USUAL_ENTRY && place.kind === 'undefined')
  ) {
    throw new InputError(
      `the entry ${USUAL_ENTRY} is undefined; link the object that defines it, or name another with --entry SYM ` +
        `(${knownEntries(elf, selection)})`,
    );
  }
  const candidates = selection.kept.filter(
    ({ flags, type, size, file, made }) =>
      flags & SHF.EXECINSTR &&
      type !== SHT.NOBITS &&
      elf.entry < BigInt(size) &&
      isEntered(elf, file) &&
      !made,
  );
  const [only] = candidates;
  if (only && candidates.length === 1) {
    const entry = entryByAddress(elf, only.index);
    return elf.entry === 0n ? { ...entry, note: noteOn(elf, selection, only) } : entry;
  }
  if (usual) return usual;
  const why = only
    ? `${candidates.map(({ name }) => name).join(', ')} could each hold it`
    : 'no executable section holds it';
  throw new InputError(
    `the entry ${hex(elf.entry)} is not clear, ${why}; say which symbol with --entry SYM ` +
      `(${knownEntries(elf, selection)})`,
  );
}

/** What is said of an entry that is taken because there is no other: e_entry is 0, as it is where nobody set it. */
function noteOn(elf: ElfFile, selection: Selection, section: Section): string {
  const first = symbolsAt(elf, section.index)[0]?.name;
  const where = `the start of ${sectionText(section)}`;
  return entryNote(first === undefined ? where : `${first} at ${where}`, knownEntries(elf, selection));
}

/** @param known the symbols that could be named */
export function entryNote(what: string, known: string): string {
  return (
    `it enters ${what}, for nothing names an entry: e_entry is 0, and there is no ${USUAL_ENTRY}; ` +
    `name one with --entry SYM (${known})`
  );
}

/** The symbols at e_entry, those of functions first. */
function symbolsAt({ symbols, entry }: ElfFile, section: number): ElfSymbol[] {
  const named = symbols.filter(
    ({ place, value, type }) =>
      type !== STT.SECTION && value === entry && place.kind === 'section' && place.section === section,
  );
  return [...named.filter(({ type }) => type === STT.FUNC), ...named.filter(({ type }) => type !== STT.FUNC)];
}

/** Of several files only that can hold e_entry which has a word for it, if one has. */
export function isEntered({ entryFile }: ElfFile, file: FileName | undefined): boolean {
  return entryFile === undefined || file === entryFile;
}

/** e_entry, which `ld -r` may write without the function bit that the function there has. */
function entryByAddress(elf: ElfFile, section: number): EntryPoint {
  const named = symbolsAt(elf, section);
  const marked = named.some(({ functionBit }) => functionBit);
  return {
    section,
    offset: Number(elf.entry),
    functionBit: marked || elf.entryFunctionBit === true,
    other: named[0]?.other,
  };
}

/**
 * The code at `entry`: where that is a function's descriptor, what it names.
 * @throws InputError when it is in a section of descriptors, but is none
 */
export function entryCode(elf: ElfFile, architecture: Architecture, entry: EntryPoint): EntryPoint {
  const code = describedCode(elf, architecture, entry.section, BigInt(entry.offset));
  if (!code) return entry;
  const symbol = code === 'unclear' ? undefined : elf.symbols[code.symbol];
  if (code === 'unclear' || symbol?.place.kind !== 'section') {
    throw new InputError(
      'the entry is in a section of function descriptors, but no descriptor of code begins there; name the code itself with --entry',
    );
  }
  const offset = Number(symbol.value + (code.addend ?? 0n));
  const { section, offset: at } = entry;
  return { ...entry, section: symbol.place.section, offset, descriptor: { section, offset: at } };
}

function entryAt(elf: ElfFile, { kept }: Selection, name: string): EntryPoint | undefined {
  const symbols = elf.symbols.filter((symbol) => symbol.name === name && symbol.place.kind === 'section');
  const symbol = symbols.find(({ binding }) => binding !== 'local') ?? symbols[0];
  if (symbol?.place.kind !== 'section') return undefined;
  const index = symbol.place.section;
  const section = kept.find((each) => each.index === index && each.type !== SHT.NOBITS);
  if (!section || symbol.value >= BigInt(section.size)) return undefined;
  const { functionBit, other } = symbol;
  return { section: index, offset: Number(symbol.value), functionBit: functionBit === true, other };
}

function knownEntries(elf: ElfFile, { kept }: Selection): string {
  const executable = new Set(kept.filter(({ flags }) => flags & SHF.EXECINSTR).map(({ index }) => index));
  const names = elf.symbols
    .filter(
      ({ binding, place }) =>
        binding === 'global' && place.kind === 'section' && executable.has(place.section),
    )
    .map(({ name }) => name);
  return someOf(names, 'no global symbol is in an executable section');
}

/** Why a symbol is no entry that was named as one. */
function whyNoEntry(elf: ElfFile, selection: Selection, wanted: string): string {
  const known = knownEntries(elf, selection);
  const named = elf.symbols.find(({ name }) => name === wanted);
  if (named?.place.kind === 'undefined') {
    return `the object does not define it; link the one that does, or name another (${known})`;
  }
  if (named) {
    const section = named.place.kind === 'section' ? elf.sections[named.place.section] : undefined;
    const where = section ? sectionText(section) : 'no section';
    return `it is in ${where}, where the image has no contents; name code (${known})`;
  }
  const close = closeText(
    wanted,
    elf.symbols.flatMap(({ name, type, place }) =>
      place.kind === 'section' && type !== STT.SECTION ? [name] : [],
    ),
  );
  return `the image has no such symbol${close}; known are ${known}`;
}
