/**
 * Builds small ELF files by hand, so that each field can be set to what a compiler would never write. It has numbers and
 * sizes of its own, against which those of image/elf are held.
 */

export interface SectionSpec {
  readonly name: string;
  readonly type: number;
  readonly flags?: bigint;
  readonly link?: number;
  readonly info?: number;
  readonly alignment?: bigint;
  readonly entrySize?: number;
  readonly data?: Uint8Array;
  /** Instead of what follows from `data`. */
  readonly size?: bigint;
  readonly offset?: bigint;
}

export interface SegmentSpec {
  readonly type: number;
  readonly offset: bigint;
  readonly address: bigint;
  readonly fileSize: bigint;
  readonly memorySize?: bigint;
}

export interface Shape {
  readonly wide: boolean;
  readonly little: boolean;
  /** Each relocation has three types, as in 64-bit files of MIPS. */
  readonly threeTypes?: boolean;
}

/** Appends numbers in the file's class and byte order. */
export class Writer {
  readonly #bytes: number[] = [];
  readonly shape: Shape;

  constructor(shape: Shape) {
    this.shape = shape;
  }

  number(value: number | bigint, size: number): this {
    const bytes = Array.from({ length: size }, (_, i) => Number((BigInt(value) >> BigInt(8 * i)) & 0xffn));
    this.#bytes.push(...(this.shape.little ? bytes : bytes.reverse()));
    return this;
  }

  word(value: number | bigint): this {
    return this.number(value, this.shape.wide ? 8 : 4);
  }

  raw(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  get length(): number {
    return this.#bytes.length;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

export function symbol(
  shape: Shape,
  name: number,
  value: bigint,
  info: number,
  place: number,
  size = 0n,
  other = 0,
): Uint8Array {
  const out = new Writer(shape).number(name, 4);
  if (shape.wide) out.number(info, 1).number(other, 1).number(place, 2).word(value).word(size);
  else out.word(value).word(size).number(info, 1).number(other, 1).number(place, 2);
  return out.done();
}

function swapped(value: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return view.getUint32(0);
}

export function relocation(
  shape: Shape,
  offset: bigint,
  symbolIndex: number,
  type: number,
  addend?: bigint,
): Uint8Array {
  const info = shape.wide ? (BigInt(symbolIndex) << 32n) | BigInt(type) : BigInt(symbolIndex * 256 + type);
  const out = new Writer(shape).word(offset);
  if (shape.threeTypes && shape.little) {
    // The symbol, a second one, and the types in big-endian order, whatever that of the file.
    out.word(BigInt(symbolIndex) | (BigInt(swapped(type)) << 32n));
  } else out.word(info);
  return addend === undefined ? out.done() : out.word(addend).done();
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export interface FileSpec extends Shape {
  readonly type?: number;
  readonly machine?: number;
  /** e_ident[EI_OSABI]. */
  readonly osAbi?: number;
  /** e_flags. */
  readonly flags?: number;
  /** Section 0 and the section names (the last one) are added. */
  readonly sections: readonly SectionSpec[];
  readonly segments?: readonly SegmentSpec[];
  /** Puts the counts into section 0, as files with 65280 and more sections do. */
  readonly extendedNumbering?: boolean;
  /** Writes no section headers; the data of `sections` is still there. */
  readonly withoutHeaders?: boolean;
}

/** The file, and where the data of each section of the specification starts. */
export function build(spec: FileSpec): { bytes: Uint8Array; offsets: number[]; headers: number } {
  const { wide } = spec;
  const headerSize = wide ? 64 : 52;
  const segmentSize = wide ? 56 : 32;
  const sectionSize = wide ? 64 : 40;
  const segments = spec.segments ?? [];
  const text = new TextEncoder();
  const names = new Writer(spec).number(0, 1);
  const nameOffsets: number[] = [];
  const all: SectionSpec[] = [...spec.sections, { name: '.shstrtab', type: 3 }];
  for (const { name } of all) {
    nameOffsets.push(names.length);
    names.raw(text.encode(name)).number(0, 1);
  }
  const body = new Writer(spec);
  const base = headerSize + segments.length * segmentSize;
  const offsets: number[] = [];
  const data = all.map(
    (section, i) => section.data ?? (i === all.length - 1 ? names.done() : new Uint8Array(0)),
  );
  for (const part of data) {
    while ((base + body.length) % 8 !== 0) body.number(0, 1);
    offsets.push(base + body.length);
    body.raw(part);
  }
  while ((base + body.length) % 8 !== 0) body.number(0, 1);
  const headers = base + body.length;

  const count = all.length + 1;
  const extended = spec.extendedNumbering ?? false;
  const bare = spec.withoutHeaders ?? false;
  const out = new Writer(spec);
  out.raw(
    Uint8Array.of(
      0x7f,
      0x45,
      0x4c,
      0x46,
      wide ? 2 : 1,
      spec.little ? 1 : 2,
      1,
      spec.osAbi ?? 0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ),
  );
  out
    .number(spec.type ?? 1, 2)
    .number(spec.machine ?? 62, 2)
    .number(1, 4);
  out
    .word(0)
    .word(segments.length > 0 ? headerSize : 0)
    .word(bare ? 0 : headers)
    .number(spec.flags ?? 0, 4);
  out.number(headerSize, 2).number(segments.length > 0 ? segmentSize : 0, 2);
  out.number(extended && segments.length > 0 ? 0xffff : segments.length, 2);
  out.number(sectionSize, 2).number(extended || bare ? 0 : count, 2);
  out.number(bare ? 0 : extended ? 0xffff : count - 1, 2);
  for (const segment of segments) {
    const memorySize = segment.memorySize ?? segment.fileSize;
    out.number(segment.type, 4);
    if (wide) out.number(6, 4);
    out
      .word(segment.offset)
      .word(segment.address)
      .word(segment.address)
      .word(segment.fileSize)
      .word(memorySize);
    if (!wide) out.number(6, 4);
    out.word(8);
  }
  out.raw(body.done());
  if (!bare) {
    out.number(0, 4).number(0, 4).word(0).word(0).word(0);
    out.word(extended ? count : 0).number(extended ? count - 1 : 0, 4);
    out
      .number(extended ? segments.length : 0, 4)
      .word(0)
      .word(0);
    all.forEach((section, i) => {
      out
        .number(nameOffsets[i] ?? 0, 4)
        .number(section.type, 4)
        .word(section.flags ?? 0n)
        .word(0);
      out.word(section.offset ?? BigInt(offsets[i] ?? 0)).word(section.size ?? BigInt(data[i]?.length ?? 0));
      out.number(section.link ?? 0, 4).number(section.info ?? 0, 4);
      out.word(section.alignment ?? 1n).word(section.entrySize ?? 0);
    });
  }
  return { bytes: out.done(), offsets, headers };
}
