/**
 * Build attributes, as several psABIs have them: a section in which 'A' stands in front of parts by vendor, and in these
 * lists of tags and values for the whole file, a section or a symbol. Only the first of these is read, as linkers do.
 */
import type { AttributesFacet } from '../../relocator-dsl/machine-facets.ts';
import { hex } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import { printableName } from '../trouble/printable.ts';
import type { ElfFile, Section } from './types.ts';

/** The number that a file gives each tag. Texts are passed over: none decides anything. */
export type Attributes = ReadonlyMap<number, number>;

/** The format of the section that all psABIs have. */
const VERSION = 0x41;
/** The tag in front of attributes of the whole file. */
const TAG_FILE = 1;

/**
 * What each section of build attributes says, in the order of the sections. One in another format says nothing.
 * @throws InputError when one is damaged
 */
export function readAttributes({ sections, byteOrder }: ElfFile, facet: AttributesFacet): Attributes[] {
  return sections
    .filter(({ type }) => type === facet.sectionType)
    .map((section) => new Reader(section, byteOrder, facet).read());
}

/** A place in a section of build attributes, which no read goes beyond. */
class Reader {
  readonly #section: Section;
  readonly #view: DataView;
  readonly #little: boolean;
  readonly #facet: AttributesFacet;
  readonly #found = new Map<number, number>();
  #at = 0;

  constructor(section: Section, byteOrder: 'little' | 'big', facet: AttributesFacet) {
    const { buffer, byteOffset, byteLength } = section.data;
    this.#section = section;
    this.#view = new DataView(buffer, byteOffset, byteLength);
    this.#little = byteOrder === 'little';
    this.#facet = facet;
  }

  read(): Attributes {
    const { byteLength: size } = this.#view;
    if (size === 0 || this.#view.getUint8(0) !== VERSION) return this.#found;
    this.#at = 1;
    while (this.#at < size) {
      const start = this.#at;
      const end = this.#part(start, size);
      if (this.#text(end) === this.#facet.vendor) this.#lists(end);
      this.#at = end;
    }
    return this.#found;
  }

  /** The lists of one vendor, up to `end`. */
  #lists(end: number): void {
    while (this.#at < end) {
      const start = this.#at;
      const tag = this.#number(end);
      const listEnd = this.#part(start, end);
      if (tag === TAG_FILE) while (this.#at < listEnd) this.#attribute(listEnd);
      this.#at = listEnd;
    }
  }

  #attribute(end: number): void {
    const tag = this.#number(end);
    const value = this.#facet.valueOf(tag);
    if (value !== 'text') this.#found.set(tag, this.#number(end));
    if (value !== 'number') this.#text(end);
  }

  /** Reads the length of what begins at `start`, in 4 bytes. @returns its end, which is behind them and not behind `end` */
  #part(start: number, end: number): number {
    if (this.#at + 4 > end) throw this.#damaged('a length', end);
    const length = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    if (start + length < this.#at || start + length > end)
      throw this.#damaged(`a part of ${length} bytes that begins at ${hex(start)}`, end);
    return start + length;
  }

  /** A number in groups of seven bits, the lowest first (ULEB128). More than 32 bits mean nothing here. */
  #number(end: number): number {
    let value = 0;
    for (let shift = 0; this.#at < end; shift += 7) {
      const byte = this.#view.getUint8(this.#at++);
      if (shift < 35) value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw this.#damaged('a number', end);
  }

  /** A text up to the byte 0 behind it. */
  #text(end: number): string {
    const start = this.#at;
    const length = this.#section.data.subarray(start, end).indexOf(0);
    if (length < 0) throw this.#damaged('a text', end);
    this.#at = start + length + 1;
    return Buffer.from(this.#section.data.subarray(start, start + length)).toString('latin1');
  }

  #damaged(what: string, end: number): InputError {
    return new InputError(
      `${printableName(this.#section.name)}: ${what} at ${hex(this.#at)} does not end before ${hex(end)}; rebuild the object, it is ` +
        'damaged, or remove the section (objcopy -R)',
    );
  }
}
