/** Archives as ar makes them, so that tests can state exactly the case they are about. */

export interface MemberSpec {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Symbols that the table has for it. */
  readonly symbols?: readonly string[];
}

export interface ArchiveSpec {
  /** How names are written that have no room in 16 bytes; default: GNU's way. */
  readonly names?: 'gnu' | 'bsd';
  /** Bytes of the numbers in the table of symbols; default: no table. */
  readonly table?: 4 | 8;
}

/** A header and its contents. */
interface Part {
  readonly name: string;
  readonly contents: Buffer;
}

function part({ name, contents }: Part): Buffer {
  const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}${String(contents.length).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(header), contents, Buffer.from(contents.length % 2 === 0 ? '' : '\n')]);
}

export function archiveOf(
  members: readonly MemberSpec[],
  { names = 'gnu', table }: ArchiveSpec = {},
): Uint8Array {
  let longNames = '';
  const parts = members.map(({ name, bytes }): Part => {
    const contents = Buffer.from(bytes);
    if (names === 'bsd') {
      const padded = name.padEnd(Math.ceil(name.length / 4) * 4, '\0');
      return { name: `#1/${padded.length}`, contents: Buffer.concat([Buffer.from(padded), contents]) };
    }
    if (name.length < 16) return { name: `${name}/`, contents };
    const at = longNames.length;
    longNames += `${name}/\n`;
    return { name: `/${at}`, contents };
  });
  const front: Part[] = longNames === '' ? [] : [{ name: '//', contents: Buffer.from(longNames) }];
  const symbols = members.flatMap((member, index) => (member.symbols ?? []).map((name) => ({ name, index })));
  const width = table ?? 4;
  const tableOf = (offsets: readonly number[]): Part => {
    const numbers = [symbols.length, ...symbols.map(({ index }) => offsets[index] ?? 0)];
    const words = numbers.map((value) => {
      const word = Buffer.alloc(width);
      word.writeUInt32BE(value, width - 4);
      return word;
    });
    const text = Buffer.from(symbols.map(({ name }) => `${name}\0`).join(''));
    return { name: width === 4 ? '/' : '/SYM64/', contents: Buffer.concat([...words, text]) };
  };
  const MAGIC = '!<arch>\n';
  const before = [...(table === undefined ? [] : [tableOf([])]), ...front].map(part);
  let at = MAGIC.length + before.reduce((sum, { length }) => sum + length, 0);
  const offsets = parts.map((each) => {
    const start = at;
    at += part(each).length;
    return start;
  });
  const head = [...(table === undefined ? [] : [tableOf(offsets)]), ...front].map(part);
  return Buffer.concat([Buffer.from(MAGIC), ...head, ...parts.map(part)]);
}
