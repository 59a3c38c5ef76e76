/** One hostile input, one run of the command, and what is wrong with how it ended. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../cli/run.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { archiveOf } from '../support/archives.ts';
import { withCrel } from '../support/crel.ts';
import { elfWords } from '../support/elf-words.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { random } from '../support/random.ts';

/** No case may take more processor time, in ms: a hundred times what one takes. */
const LIMIT_MS = 5000;

/** What only an exception that nobody meant for the user would say. */
const EXCEPTION =
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|NaN|null)\b|\[object|(?<!is )\bundefined\b|\.[tj]s:\d|internal error/;

export interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Processor time. */
  readonly ms: number;
}

/** A folder of its own for inputs and outputs. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), 'relocator-fuzz-'));
  readonly input = join(this.folder, 'in.ro');
  /** An archive that some cases have besides. */
  readonly library = join(this.folder, 'lib.a');
  readonly output = join(this.folder, 'out.bin');

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the command on `bytes`; undefined when it ended as it must, else what was wrong. */
  async trouble(
    bytes: Uint8Array,
    args: readonly string[],
    library: Uint8Array = new Uint8Array(),
  ): Promise<string | undefined> {
    writeFileSync(this.input, bytes);
    writeFileSync(this.library, library);
    const ending = await capture(args);
    const left = readdirSync(this.folder).filter((name) => name !== 'in.ro' && name !== 'lib.a');
    const wrong = this.#judge(ending, left, args[0] === 'build' ? 2 : args[0] === 'apply' ? 1 : 0);
    for (const name of left) rmSync(join(this.folder, name));
    return (
      wrong &&
      `${wrong}: ${args.join(' ')}: exit ${ending.code}, ${ending.ms} ms: ${ending.err.slice(0, 400)}`
    );
  }

  #judge({ code, err, ms }: Ending, left: readonly string[], outputs: number): string | undefined {
    if (ms > LIMIT_MS) return 'too slow';
    if (code !== 0 && code !== 1) return 'the exit code is neither 0 nor 1';
    if (EXCEPTION.test(err)) return 'exception text';
    if (/(?!\n)\p{Cc}/u.test(err)) return 'control characters';
    if (code === 0) return left.length === outputs ? undefined : `${left.length} files instead of ${outputs}`;
    if (left.length > 0) return `files left: ${left.join(', ')}`;
    const lines = err.trimEnd().split('\n');
    if (lines.some((line) => !/^relocator: .{20}/.test(line)))
      return 'a message that does not name the trouble';
    return undefined;
  }

  /** The arguments of a case: `build` most often, `apply` and `audit` in between, some with an archive. */
  argumentsOf(index: number): string[] {
    if (index % 7 === 6) return ['build', this.input, this.library, '-o', this.output];
    if (index % 5 === 3) return ['apply', this.input, '--base', '0x100000', '-o', this.output];
    if (index % 5 === 4) return ['audit', this.input];
    return ['build', this.input, '-o', this.output, ...(index % 2 === 0 ? ['--format', 'records'] : [])];
  }
}

async function capture(args: readonly string[]): Promise<Ending> {
  const out: string[] = [];
  const err: string[] = [];
  const { log } = console;
  const write = process.stderr.write;
  console.log = (text: string) => {
    out.push(text);
  };
  process.stderr.write = (text: string | Uint8Array) => err.push(String(text)) > 0;
  const start = process.cpuUsage();
  try {
    const code = await run(args);
    const { user, system } = process.cpuUsage(start);
    return { code, out: out.join('\n'), err: err.join(''), ms: Math.round((user + system) / 1000) };
  } finally {
    console.log = log;
    process.stderr.write = write;
  }
}

/** sh_type of sections that are read, not only placed. */
const STRUCTURE = new Set([
  ...[2, 3, 4, 5, 6], // SYMTAB, STRTAB, RELA, HASH, DYNAMIC
  ...[9, 11, 17, 18, 19], // REL, DYNSYM, GROUP, SYMTAB_SHNDX, RELR
  ...[0x4000_0014, 0x6fff_fff6, 0x7000_0003], // CREL, GNU_HASH, build attributes of several machines
]);

const ARCHIVE = '!<arch>\n';
const MEMBER_HEADER = 60;

/** The headers of an archive, what is no object in it, and what says of its objects what they are. */
function archiveStructure(file: Buffer): [number, number][] {
  const parts: [number, number][] = [[0, ARCHIVE.length]];
  for (let at = ARCHIVE.length; at + MEMBER_HEADER <= file.length; ) {
    const size = Number(file.toString('latin1', at + 48, at + 58));
    const start = at + MEMBER_HEADER;
    const member = file.subarray(start, start + size);
    const isObject = member.toString('latin1', 1, 4) === 'ELF';
    const inside: [number, number][] = isObject ? structure(member) : [[0, size]];
    parts.push(
      [at, MEMBER_HEADER],
      ...inside.map(([from, bytes]): [number, number] => [start + from, bytes]),
    );
    at = start + size + (size % 2);
  }
  return parts.filter(([, size]) => size > 0);
}

/** The bytes of an object that say what it is: headers, symbols, relocations and names, as offset and size. */
function structure(file: Buffer): [number, number][] {
  const { wide, half, full, word } = elfWords(file);
  const table = Number(word(wide ? 40 : 32));
  const [entry, count] = [half(wide ? 58 : 46), half(wide ? 60 : 48)];
  const parts: [number, number][] = [
    [0, wide ? 64 : 52],
    [table, entry * count],
  ];
  for (let index = 1; index < count; index++) {
    const at = table + index * entry;
    const type = full(at + 4);
    if (STRUCTURE.has(type))
      parts.push([Number(word(at + (wide ? 24 : 16))), Number(word(at + (wide ? 32 : 20)))]);
  }
  return parts.filter(([, size]) => size > 0);
}

const INTERESTING = [0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0xfe, 0xf1, 0xf2];

/** The same object with one to four changes, most of them where they hurt. */
export function mutate(object: Buffer, seed: bigint): Buffer {
  const next = random(seed);
  const below = (limit: number): number => Number(next() % BigInt(limit));
  const file = Buffer.from(object);
  const isArchive = object.toString('latin1', 0, ARCHIVE.length) === ARCHIVE;
  const parts = isArchive ? archiveStructure(object) : structure(object);
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const [start, size] = parts[below(parts.length)] ?? [0, file.length];
    const at = below(8) === 0 ? below(file.length) : start + below(size);
    const width = [1, 1, 2, 4, 8][below(5)] ?? 1;
    const how = below(4);
    for (let index = 0; index < width && at + index < file.length; index++) {
      const old = file[at + index] ?? 0;
      const value = [old ^ (1 << below(8)), below(256), INTERESTING[below(INTERESTING.length)] ?? 0, 0xff][
        how
      ];
      file[at + index] = value ?? 0;
    }
  }
  return below(50) === 0 ? file.subarray(0, below(file.length)) : file;
}

/** What a case begins with. */
export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  /** An archive with objects of the same machine. */
  readonly library: Buffer;
}

/** Code and data with what a linker may cut down between them. */
const PADDED =
  '.text\n.globl purgatory_start\npurgatory_start:\nnop\n.p2align 4\nnop\n.data\n.long purgatory_start\n';

/**
 * Objects and archives to begin with: this project's purgatories and Debian's, the inputs that once came out wrong, each
 * of them with compact relocations too, and archives of them.
 */
export function corpus(): Sample[] {
  const fixtures = 'test/fixtures/purgatory';
  const objects = [
    ...readdirSync(fixtures)
      .sort()
      .filter((name) => /\.(ro|elf)$/.test(name))
      .map((name) => ({ name, bytes: readFileSync(join(fixtures, name)) })),
    ...fetchPurgatories().map(({ name, path }) => ({ name, bytes: readFileSync(path) })),
    ...assembled(),
  ];
  return objects.flatMap(({ name, bytes }): Sample[] => {
    const members = [
      { name: 'm.o', bytes, symbols: ['purgatory_start'] },
      { name: `${'long'.repeat(5)}.o`, bytes },
    ];
    const library = Buffer.from(archiveOf(members, name.length % 2 === 0 ? { table: 4 } : {}));
    const compact = name.endsWith('.elf')
      ? []
      : [{ name: `${name}, compact`, bytes: Buffer.from(withCrel(bytes)) }];
    const samples = [{ name, bytes }, ...compact, { name: `${name}, archived`, bytes: library }];
    return samples.map((each) => ({ ...each, library }));
  });
}

/** What the assemblers of all machines make of their cases, some of which are for one of several only. */
function assembled(): { name: string; bytes: Buffer }[] {
  return architectures.flatMap(({ machine: { arch, psabi } }) => {
    const folder = join('test/machines', psabi, 'cases');
    const cases = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.s')) : [];
    const sources = [
      { name: 'padded', text: PADDED },
      ...cases.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
    ];
    return sources.flatMap(({ name, text }) => {
      try {
        return [{ name: `${arch}, ${name}`, bytes: Buffer.from(gnuObject(arch, text)) }];
      } catch {
        return [];
      }
    });
  });
}
