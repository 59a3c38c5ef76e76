/** A flat device tree (Devicetree Specification 0.4, chapter 5) with other properties in /chosen. */
const MAGIC = 0xd00dfeed;
const [BEGIN_NODE, END_NODE, PROP, NOP, END] = [1, 2, 3, 4, 9] as const;
const HEADER = 40;
/** The version that is written, and the oldest that reads it. */
const [VERSION, COMPATIBLE] = [17, 16] as const;

/** A tree's copy in which /chosen has these properties, in place of those with their names; or why it is no tree. */
export function withChosen(
  tree: Uint8Array,
  properties: ReadonlyMap<string, Uint8Array>,
): Uint8Array | string {
  const bytes = Buffer.from(tree);
  if (bytes.length < HEADER || bytes.readUInt32BE(0) !== MAGIC) return 'it is no flat device tree';
  const [total, structAt, stringsAt, reservedAt] = [4, 8, 12, 16].map((at) => bytes.readUInt32BE(at));
  const [stringsSize, structSize] = [32, 36].map((at) => bytes.readUInt32BE(at));
  const sizes = [total, structAt, stringsAt, reservedAt, stringsSize, structSize];
  if (sizes.some((each) => each === undefined || each > bytes.length)) return 'it is cut off';
  const struct = bytes.subarray(structAt, (structAt ?? 0) + (structSize ?? 0));
  const strings = bytes.subarray(stringsAt, (stringsAt ?? 0) + (stringsSize ?? 0));
  const names = new Strings(strings);
  const changed = changedStruct(struct, names, properties);
  if (typeof changed === 'string') return changed;
  let reservedEnd = reservedAt ?? 0;
  // Pairs of address and size, up to one of zeros.
  while (
    reservedEnd + 16 <= bytes.length &&
    !bytes.subarray(reservedEnd, reservedEnd + 16).every((b) => b === 0)
  )
    reservedEnd += 16;
  const reserved = Buffer.concat([bytes.subarray(reservedAt, reservedEnd), Buffer.alloc(16)]);
  return assembled(bytes.readUInt32BE(28), reserved, changed, names.bytes());
}

function assembled(cpu: number, reserved: Buffer, struct: Buffer, strings: Buffer): Buffer {
  const structAt = HEADER + reserved.length;
  const stringsAt = structAt + struct.length;
  const header = Buffer.alloc(HEADER);
  const total = stringsAt + strings.length;
  const words = [
    MAGIC,
    total,
    structAt,
    stringsAt,
    HEADER,
    VERSION,
    COMPATIBLE,
    cpu,
    strings.length,
    struct.length,
  ];
  for (const [index, word] of words.entries()) header.writeUInt32BE(word, index * 4);
  return Buffer.concat([header, reserved, struct, strings]);
}

/** Names of properties, by their places among the strings. */
class Strings {
  readonly #parts: Buffer[];
  #size: number;

  constructor(strings: Buffer) {
    this.#parts = [strings];
    this.#size = strings.length;
  }

  name(at: number): string {
    const strings = this.#parts[0] ?? Buffer.alloc(0);
    const end = strings.indexOf(0, at);
    return strings.toString('latin1', at, end < 0 ? strings.length : end);
  }

  add(name: string): number {
    const at = this.#size;
    const text = Buffer.from(`${name}\0`, 'latin1');
    this.#parts.push(text);
    this.#size += text.length;
    return at;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** The structure block with the properties first in /chosen, which is made at the end of the root where there is none. */
function changedStruct(
  struct: Buffer,
  names: Strings,
  properties: ReadonlyMap<string, Uint8Array>,
): Buffer | string {
  const own = [...properties].flatMap(([name, value]) => [
    ...[word(PROP), word(value.length), word(names.add(name))],
    padded(value),
  ]);
  const out: Buffer[] = [];
  let depth = 0;
  let found = false;
  let inChosen = false;
  for (let at = 0; at + 4 <= struct.length; ) {
    const token = struct.readUInt32BE(at);
    const start = at;
    at += 4;
    if (token === BEGIN_NODE) {
      const end = struct.indexOf(0, at);
      if (end < 0) return 'a node has no end to its name';
      depth++;
      inChosen = depth === 2 && struct.toString('latin1', at, end) === 'chosen';
      at = (end + 4) & ~3;
      out.push(struct.subarray(start, at));
      if (inChosen) out.push(...own);
      found ||= inChosen;
    } else if (token === END_NODE) {
      if (depth === 1 && !found)
        out.push(word(BEGIN_NODE), Buffer.from('chosen\0\0', 'latin1'), ...own, word(END_NODE));
      out.push(word(END_NODE));
      depth--;
      inChosen = false;
    } else if (token === PROP) {
      if (at + 8 > struct.length) return 'a property is cut off';
      const size = struct.readUInt32BE(at);
      const name = names.name(struct.readUInt32BE(at + 4));
      at += 8 + ((size + 3) & ~3);
      if (at > struct.length) return 'a property is cut off';
      if (!(inChosen && properties.has(name))) out.push(struct.subarray(start, at));
    } else if (token === END) {
      if (depth !== 0) return 'its nodes do not end';
      out.push(word(END));
      return Buffer.concat(out);
    } else if (token !== NOP) return `it has an unknown token, ${token}`;
  }
  return 'it has no end';
}

/** A property of 64 bits. */
export function cells(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value));
  return bytes;
}
