/**
 * Relocations with plain rules and symbols of the image: nearly all of a large object. Nothing can be wrong with one by itself,
 * nothing beside it changes what it means, and what becomes of it follows from its type. So they are kept in columns, and become
 * what all others are only where somebody asks for one of them.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { addendIn, isWholeWord } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { SHF, SHT } from '../elf/constants.ts';
import { columnsOf, type RelocationColumns } from '../elf/relocation-columns.ts';
import type { ElfFile, ElfSymbol, Section } from '../elf/types.ts';
import { readField } from '../memory/container.ts';
import { whyNotReached } from './other-states.ts';
import { type PlainClass, type PlainType, plainTypes } from './plain-rules.ts';
import type { Classified } from './symbol-use.ts';

/** What says of a relocation whether it is plain. */
export interface PlainContext {
  readonly elf: ElfFile;
  readonly architecture: Architecture;
  readonly model: ReferenceModel;
  /** Sections of the image. */
  readonly kept: ReadonlySet<number>;
  readonly classify: (symbol: ElfSymbol, rule: Rule) => Classified;
  /** What is taken. */
  readonly wanted: readonly PlainClass[];
}

const UNKNOWN = 0;
const PLAIN = 1;
const OTHER = 2;

/** A table of which some are taken. */
interface Table {
  readonly columns: RelocationColumns;
  readonly section: Section;
  /** Offsets at which more than one stands; those are never plain. */
  readonly shared: ReadonlySet<number>;
}

/** The plain relocations of an object, one in each row, in the order of the file. */
export class PlainSites {
  /** How many there are. */
  count = 0;
  /** Their types, as rows name them. */
  readonly types: readonly PlainType[];
  /** Index into the object's relocation tables, and into the table. */
  readonly table: Uint32Array;
  readonly index: Uint32Array;
  /** Bytes into the section that the table patches. */
  readonly offset: Uint32Array;
  /** Index into the object's symbols. */
  readonly symbol: Uint32Array;
  readonly addend: Float64Array;
  /** Index into `types`. */
  readonly type: Uint8Array;
  readonly #context: PlainContext;
  readonly #symbols: Uint8Array;
  readonly #indexOf: ReadonlyMap<number, number>;
  readonly #isMarker: (type: number) => boolean;
  readonly #targets = new Set<number>();

  /** @param capacity most that there may be */
  constructor(context: PlainContext, capacity: number) {
    const { architecture, model, wanted } = context;
    this.#context = context;
    this.types = [...plainTypes(architecture, model).values()].filter((each) => wanted.includes(each.class));
    this.#indexOf = new Map(this.types.map(({ type }, index) => [type, index]));
    this.#isMarker = (type) => architecture.byType.get(type)?.kind === 'marker';
    const rows = this.types.length === 0 ? 0 : capacity;
    this.table = new Uint32Array(rows);
    this.index = new Uint32Array(rows);
    this.offset = new Uint32Array(rows);
    this.symbol = new Uint32Array(rows);
    this.addend = new Float64Array(rows);
    this.type = new Uint8Array(rows);
    this.#symbols = new Uint8Array(context.elf.symbols.length);
  }

  typeOf(row: number): PlainType {
    const found = this.types[this.type[row] ?? 0];
    if (!found || row >= this.count) throw new RangeError(`there is no plain relocation ${row}`);
    return found;
  }

  /** Whether there is one of a class. */
  has(wanted: PlainClass): boolean {
    for (let row = 0; row < this.count; row++)
      if (this.types[this.type[row] ?? 0]?.class === wanted) return true;
    return false;
  }

  /** Takes the plain ones of a table in; the others are told, by their index. */
  takeFrom(section: Section, number: number, tell: (index: number) => void): void {
    const { elf, architecture } = this.#context;
    const entry = elf.relocations[number];
    if (!entry) return;
    const columns = columnsOf(entry);
    const hasTypes = [...columns.types].some((type) => this.#indexOf.has(type));
    // Two tables of one section may name the same places.
    const isSecond = this.#targets.has(section.index);
    this.#targets.add(section.index);
    const isTaken = hasTypes && !isSecond && section.type !== SHT.NOBITS;
    // Addresses alone come to the same however many share a place.
    const isAlike = [...columns.types].every(
      (type) => this.#isMarker(type) || this.types[this.#indexOf.get(type) ?? -1]?.class === 'word',
    );
    const shared = !isTaken
      ? undefined
      : isAlike
        ? new Set<number>()
        : sharedOffsets(columns, section, this.#isMarker);
    if (!shared) {
      for (let index = 0; index < columns.length; index++) tell(index);
      return;
    }
    const { wordOperands } = architecture.machine.code;
    const hasWords = !(wordOperands && section.flags & SHF.EXECINSTR);
    const table = { columns, section, shared };
    const kinds = this.#kindsIn(columns, hasWords);
    for (let index = 0; index < columns.length; index++) {
      const kind = kinds(columns.typeAt(index));
      if (kind < 0 || !this.#take(table, number, index, kind)) tell(index);
    }
  }

  /** Looks up the index of a type, -1 for those that are not taken; the one asked for last is found at once. */
  #kindsIn(columns: RelocationColumns, hasWords: boolean): (type: number) => number {
    const { addends } = this.#context.architecture.machine;
    const isInPlace = columns.length > 0 && Number.isNaN(columns.addendAt(0));
    const taken = new Map(
      [...columns.types].map((type) => {
        const index = this.#indexOf.get(type) ?? -1;
        const { rule, class: is } = this.types[index] ?? {};
        // Of an instruction nobody says how an addend in it is scaled and signed.
        const isUnclear = isInPlace && addends === 'explicit' && rule && !isWholeWord(rule.field);
        return [type, isUnclear || (is === 'word' && !hasWords) ? -1 : index];
      }),
    );
    let last = -1;
    let found = -1;
    return (type) => {
      if (type === last) return found;
      last = type;
      found = taken.get(type) ?? -1;
      return found;
    };
  }

  #take({ columns, section, shared }: Table, table: number, index: number, kind: number): boolean {
    const { rule } = this.types[kind] as PlainType;
    const offset = columns.offsetAt(index);
    const symbol = columns.symbolAt(index);
    let addend = 0;
    if (rule) {
      if (!(offset + rule.field.bytes <= section.size) || !this.#isInImage(symbol, rule)) return false;
      if (shared.size > 0 && shared.has(offset)) return false;
      addend = columns.addendAt(index);
      if (Number.isNaN(addend)) addend = addendAt(section, offset, rule, this.#context.architecture.machine);
      if (!isExact(addend)) return false;
    }
    const row = this.count++;
    this.table[row] = table;
    this.index[row] = index;
    this.offset[row] = offset;
    this.symbol[row] = symbol;
    this.addend[row] = addend;
    this.type[row] = kind;
    return true;
  }

  /** Whether one of them has a byte that is rewritten on another's account. */
  meets(rewrites: readonly { readonly section: number; readonly offset: number }[]): boolean {
    if (rewrites.length === 0) return false;
    const bytesOf = new Map<number, Set<number>>();
    for (const { section, offset } of rewrites) {
      const known = bytesOf.get(section);
      if (known) known.add(offset);
      else bytesOf.set(section, new Set([offset]));
    }
    const { relocations } = this.#context.elf;
    for (let row = 0; row < this.count; row++) {
      const bytes = bytesOf.get(relocations[this.table[row] ?? 0]?.target ?? 0);
      if (!bytes) continue;
      const { rule } = this.typeOf(row);
      const offset = this.offset[row] ?? 0;
      for (let at = offset; at < offset + (rule?.field.bytes ?? 0); at++) if (bytes.has(at)) return true;
    }
    return false;
  }

  /** Whether a symbol is in a section of the image, whatever rule asks. */
  #isInImage(index: number, rule: Rule): boolean {
    const known = this.#symbols[index] ?? OTHER;
    if (known !== UNKNOWN) return known === PLAIN;
    const { elf, architecture, kept, classify } = this.#context;
    const symbol = elf.symbols[index] as ElfSymbol;
    const found = classify(symbol, rule);
    const isPlain =
      'use' in found &&
      found.use.kind === 'section' &&
      kept.has(found.use.section) &&
      whyNotReached(symbol, architecture.machine) === undefined &&
      isExact(Number(symbol.value));
    this.#symbols[index] = isPlain ? PLAIN : OTHER;
    return isPlain;
  }
}

/** The addend that stands in a place. */
function addendAt({ data }: Section, offset: number, { field }: Rule, machine: Machine): number {
  const isOften = field.kind === 'word' && field.bytes === 4 && isWholeWord(field);
  if (!isOften) return Number(addendIn(field, readField(data, offset, field, 0n, machine)));
  const byteAt = (index: number): number => data[offset + index] ?? 0;
  return machine.dataOrder === 'little'
    ? byteAt(0) | (byteAt(1) << 8) | (byteAt(2) << 16) | (byteAt(3) << 24)
    : byteAt(3) | (byteAt(2) << 8) | (byteAt(1) << 16) | (byteAt(0) << 24);
}

/** Whether sums of the number are exact. */
function isExact(value: number): boolean {
  return Math.abs(value) < 2 ** 51;
}

/** The offsets that more than one relocation has that stores something. */
function sharedOffsets(
  columns: RelocationColumns,
  { size }: Section,
  isMarker: (type: number) => boolean,
): Set<number> {
  const shared = new Set<number>();
  const markers = new Set([...columns.types].filter(isMarker));
  let last = -1;
  let isAscending = true;
  for (let index = 0; isAscending && index < columns.length; index++) {
    if (markers.size > 0 && markers.has(columns.typeAt(index))) continue;
    const offset = columns.offsetAt(index);
    isAscending = offset > last;
    last = offset;
  }
  if (isAscending) return shared;
  const met = new Uint8Array(Math.ceil((size + 1) / 8));
  for (let index = 0; index < columns.length; index++) {
    if (markers.size > 0 && markers.has(columns.typeAt(index))) continue;
    const offset = columns.offsetAt(index);
    const [at, bit] = [offset >>> 3, 1 << (offset & 7)];
    const byte = met[at] ?? 0;
    if (byte & bit) shared.add(offset);
    met[at] = byte | bit;
  }
  return shared;
}
