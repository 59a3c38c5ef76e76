/** Archives (ar): their members and the table of symbols that GNU's ar writes into them. */
import { hex, readContainer } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';

export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A symbol that a member defines, as the archive's table says. */
export interface IndexedSymbol {
  readonly name: string;
  /** Index into `members`. */
  readonly member: number;
}

export interface Archive {
  readonly members: readonly Member[];
  /** In the table's order; undefined where the archive has no table, or one of another form than GNU's. */
  readonly index: readonly IndexedSymbol[] | undefined;
}

const MAGIC = '!<arch>\n';
const THIN_MAGIC = '!<thin>\n';
/** ar_name[16], ar_date[12], ar_uid[6], ar_gid[6], ar_mode[8], ar_size[10], ar_fmag[2]. */
const HEADER = { bytes: 60, name: [0, 16], size: [48, 58], end: [58, 60] } as const;
/** GNU's tables of symbols, by the bytes of their numbers, which are big-endian whatever the machine. */
const GNU_TABLES: ReadonlyMap<string, 4 | 8> = new Map([
  ['/', 4],
  ['/SYM64/', 8],
]);
/** GNU's table of names that have no room in their header. */
const LONG_NAMES = '//';
/** Bytes of a name that are looked at; keeps a table without ends of names from being read once for each member. */
const LONGEST_NAME = 4096;
/** BSD's: the name's length; the name is in front of the contents. */
const BSD_NAME = '#1/';
const BSD_TABLE = /^__\.SYMDEF/;

/** True for an archive, thin ones included. */
export function isArchive(bytes: Uint8Array): boolean {
  const magic = text(bytes.subarray(0, MAGIC.length));
  return magic === MAGIC || magic === THIN_MAGIC;
}

/** A member with its raw name, and where its header is. */
interface Entry extends Member {
  readonly at: number;
}

/**
 * Reads an archive. Members' bytes are views into `bytes`.
 * @throws InputError when it is damaged, or thin: then it names files and has none
 */
export function readArchive(bytes: Uint8Array): Archive {
  if (text(bytes.subarray(0, THIN_MAGIC.length)) === THIN_MAGIC) {
    throw new InputError(
      'it is a thin archive, which names its members and does not hold them; make a whole one (ar rcs, without T)',
    );
  }
  const entries = readEntries(bytes);
  const longNames = entries.find(({ name }) => name === LONG_NAMES)?.bytes;
  const isBookkeeping = ({ name }: Entry): boolean =>
    GNU_TABLES.has(name) || name === LONG_NAMES || BSD_TABLE.test(name);
  const own = entries.filter((entry) => !isBookkeeping(entry));
  const members = own.map(({ name, bytes: contents }) => ({
    name: memberName(name, longNames),
    bytes: contents,
  }));
  const table = entries.find(({ name }) => GNU_TABLES.has(name));
  const memberAt = new Map(own.map(({ at }, index) => [at, index]));
  return { members, index: table && readIndex(table, memberAt) };
}

/** The members alone. @throws as `readArchive` does */
export function archiveMembers(bytes: Uint8Array): readonly Member[] {
  return readArchive(bytes).members;
}

function readEntries(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = MAGIC.length; at < bytes.length; ) {
    const header = bytes.subarray(at, at + HEADER.bytes);
    const field = ([from, to]: readonly [number, number]): string => text(header.subarray(from, to));
    const size = /^(\d+) *$/.exec(field(HEADER.size))?.[1];
    if (header.length < HEADER.bytes || field(HEADER.end) !== '`\n' || size === undefined) {
      throw damaged(`there is no header of a member at ${hex(at)}`);
    }
    const start = at + HEADER.bytes;
    const end = start + Number(size);
    if (end > bytes.length)
      throw damaged(`the member at ${hex(at)} has ${size} bytes, which reach past the end of the file`);
    entries.push({ at, ...named(field(HEADER.name).trimEnd(), bytes.subarray(start, end), at) });
    // Members begin at even offsets.
    at = end + (end % 2);
  }
  return entries;
}

/** The name as it stands, out of the contents where BSD's ar put it there. */
function named(name: string, contents: Uint8Array, at: number): Member {
  if (!name.startsWith(BSD_NAME)) return { name, bytes: contents };
  const length = /^#1\/(\d+)$/.exec(name)?.[1];
  if (length === undefined || Number(length) > contents.length)
    throw damaged(`the member at ${hex(at)} has no room for its name (${name})`);
  const own = text(contents.subarray(0, Number(length))).replace(/\0+$/, '');
  return { name: own, bytes: contents.subarray(Number(length)) };
}

/** GNU's names end with a slash; `/123` is a place in the table of long ones. */
function memberName(name: string, longNames: Uint8Array | undefined): string {
  const place = /^\/(\d+)$/.exec(name)?.[1];
  if (place === undefined) return name.replace(/\/$/, '');
  const at = Number(place);
  const [found = ''] = text(longNames?.subarray(at, at + LONGEST_NAME) ?? new Uint8Array()).split('\n', 1);
  if (found === '') throw damaged(`the name of a member, ${name}, is not in its table of names`);
  return found.replace(/\/$/, '');
}

/** GNU's table: how many symbols, for each where its member's header is, then all names. */
function readIndex({ name: form, bytes }: Entry, memberAt: ReadonlyMap<number, number>): IndexedSymbol[] {
  const width = GNU_TABLES.get(form) ?? 4;
  const number = (at: number): number => Number(readContainer(bytes, at, width, 'big'));
  const count = bytes.length < width ? 0 : number(0);
  if ((count + 1) * width > bytes.length) {
    throw damaged(`its table of symbols has ${bytes.length} bytes, too few for ${count} symbols; run ranlib`);
  }
  const names = text(bytes.subarray((count + 1) * width)).split('\0');
  return Array.from({ length: count }, (_, index): IndexedSymbol => {
    const name = names[index];
    const member = memberAt.get(number((index + 1) * width));
    if (name === undefined || member === undefined)
      throw damaged(`symbol ${index} of its table has no name or no member; run ranlib`);
    return { name, member };
  });
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function text(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

function damaged(why: string): InputError {
  return new InputError(`the archive is damaged: ${why}`);
}
