/** What readelf counts: the relocations of sections that take memory, by section and type. */
import { run } from '../support/run.ts';

/** How often each type occurs, by its number. */
export type Counts = ReadonlyMap<string, number>;

const FILE = /^File: (.*)$/;
/** From the right: names may hold anything. */
const SECTION =
  /^\s*\[\s*(\d+)\] (.*?)\s+[0-9a-f]{8,16} ([0-9a-f]{6,}) [0-9a-f]{6,} [0-9a-f]{2,}\s+([A-Za-z]*)\s+\d+\s+(\d+)\s+\d+$/;
const TABLE = /^Relocation section '.*' at offset 0x([0-9a-f]+) contains \d+ entr(?:y|ies)(?::|$)/;
const ENTRY = /^[0-9a-f]{8,16}\s+([0-9a-f]{8,16})\s+(?:R_|unrecognized)/;
const MACHINE = /^\s+Machine:\s+(.*)$/;

interface Seen {
  machine: string;
  readonly allocated: Set<number>;
  /** The section that each table is for, by where the table is in the file. */
  readonly targets: Map<number, number>;
  readonly counts: Map<string, number>;
}

/**
 * By the name that readelf has for a file: `lib.a(member.o)` for a member, the path for a file. Tables that take memory
 * themselves are for a dynamic linker; they are for no section.
 */
export function readelfCounts(path: string): Map<string, Counts> {
  const files = new Map<string, Counts>();
  let seen: Seen = begin(files, path);
  let table: number | undefined;
  for (const line of run(['readelf'], ['-h', '-S', '-r', '-W', path]).split('\n')) {
    const name = FILE.exec(line)?.[1];
    if (name !== undefined) seen = begin(files, name);
    seen.machine ||= MACHINE.exec(line)?.[1] ?? '';
    const section = SECTION.exec(line);
    if (section) {
      const [, number, , offset, flags = '', info] = section;
      if (flags.includes('A')) seen.allocated.add(Number(number));
      seen.targets.set(Number.parseInt(offset ?? '', 16), Number(info));
      continue;
    }
    const start = TABLE.exec(line)?.[1];
    if (start !== undefined) table = seen.targets.get(Number.parseInt(start, 16));
    const info = ENTRY.exec(line)?.[1];
    if (info === undefined || table === undefined || !seen.allocated.has(table)) continue;
    const key = `${typeIn(info, seen)}`;
    seen.counts.set(key, (seen.counts.get(key) ?? 0) + 1);
  }
  return files;
}

/** The type in r_info: 8 bits of it in ELF32, and 32 in ELF64, of which SPARC uses 8 and keeps an addend in the others. */
function typeIn(info: string, { machine }: Seen): number {
  const number = BigInt(`0x${info}`);
  return Number(number & (info.length === 8 || /sparc/i.test(machine) ? 0xffn : 0xffff_ffffn));
}

function begin(files: Map<string, Counts>, name: string): Seen {
  const counts = new Map<string, number>();
  files.set(name, counts);
  return { machine: '', allocated: new Set(), targets: new Map(), counts };
}
