/** Relocatable objects that stand in other files as data: a purgatory in a loader's program, or in a kernel. */

/** An object in a file. */
export interface Carved {
  /** Where it begins, in bytes. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const MAGIC = Buffer.from('\x7fELF', 'latin1');
const ET_REL = 1;
const SMALLEST_HEADER = 52;

/** Every relocatable object in `bytes` that is whole, in the order of their places; none inside another. */
export function carveObjects(bytes: Uint8Array): Carved[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Carved[] = [];
  let at = file.indexOf(MAGIC);
  while (at >= 0) {
    const end = objectEnd(file, at);
    if (end !== undefined) found.push({ offset: at, bytes: file.subarray(at, end) });
    at = file.indexOf(MAGIC, end ?? at + 1);
  }
  return found;
}

/** The end of the ET_REL file at `start`: that of its section headers, which assemblers and linkers write last. */
function objectEnd(file: Buffer, start: number): number | undefined {
  if (start + SMALLEST_HEADER > file.length) return undefined;
  const wide = file[start + 4] === 2;
  const little = file[start + 5] === 1;
  const headerSize = wide ? 64 : SMALLEST_HEADER;
  if (start + headerSize > file.length) return undefined;
  const view = new DataView(file.buffer, file.byteOffset + start, headerSize);
  const half = (at: number): number => view.getUint16(at, little);
  const sizes = wide ? 52 : 40;
  const sectionHeader = wide ? 64 : 40;
  const isObject =
    half(16) === ET_REL &&
    view.getUint32(20, little) === 1 &&
    half(sizes) === headerSize &&
    half(sizes + 6) === sectionHeader;
  if (!isObject) return undefined;
  const sections = wide ? Number(view.getBigUint64(40, little)) : view.getUint32(32, little);
  const end = start + sections + sectionHeader * half(sizes + 8);
  return sections >= headerSize && end <= file.length ? end : undefined;
}
