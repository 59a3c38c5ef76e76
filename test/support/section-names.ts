/** Linker scripts tell sections apart by name; some linkers leave several of one name in what `ld -r` makes. */
import { elfWords } from './elf-words.ts';

interface NamedSection {
  readonly name: string;
  readonly index: number;
}

/** `sections` with names of their own: those that come again have their index in the file at the end. */
export function ownNames<Section extends NamedSection>(sections: readonly Section[]): Section[] {
  const seen = new Set<string>();
  return sections.map((section) => {
    const name = seen.has(section.name) ? `${section.name}.${section.index}` : section.name;
    seen.add(section.name);
    return { ...section, name };
  });
}

/** A copy of an ELF file in which sections, by their index, have other names. */
export function renamed(object: Uint8Array, sections: readonly NamedSection[]): Buffer {
  const { wide, word, half } = elfWords(object);
  const table = Number(word(wide ? 40 : 32));
  const [entry, strings] = [half(wide ? 58 : 46), half(wide ? 62 : 50)];
  const header = (index: number): number => table + index * entry;
  const fieldOf = (index: number, name: 'offset' | 'size'): number =>
    header(index) + (wide ? 24 : 16) + (name === 'size' ? (wide ? 8 : 4) : 0);
  const from = Number(word(fieldOf(strings, 'offset')));
  const names = [object.subarray(from, from + Number(word(fieldOf(strings, 'size'))))];
  const starts = new Map<number, number>();
  let size = names[0]?.length ?? 0;
  for (const { name, index } of sections) {
    // Sections made by the layout are in no file.
    if (index === 0) continue;
    starts.set(index, size);
    names.push(Buffer.from(`${name}\0`, 'latin1'));
    size += name.length + 1;
  }
  const file = Buffer.concat([object, ...names]);
  const { view, little } = elfWords(file);
  const put = (at: number, value: number): void => {
    if (wide) view.setBigUint64(at, BigInt(value), little);
    else view.setUint32(at, value, little);
  };
  put(fieldOf(strings, 'offset'), object.length);
  put(fieldOf(strings, 'size'), size);
  for (const [index, start] of starts) view.setUint32(header(index), start, little);
  return file;
}
