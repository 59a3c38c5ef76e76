/** Links one object with each output section where the test wants it, and reads what came out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LinkedSection, sectionsOf } from './link-image.ts';
import type { Linker } from './linkers.ts';

const PROGRAMS: Readonly<Record<string, Readonly<Record<Linker, readonly string[]>>>> = {
  x86_64: {
    'GNU ld': ['ld', '-m', 'elf_x86_64'],
    lld: ['ld.lld-16', '-m', 'elf_x86_64'],
  },
  i386: {
    'GNU ld': ['ld', '-m', 'elf_i386'],
    lld: ['ld.lld-16', '-m', 'elf_i386'],
  },
  aarch64: {
    'GNU ld': ['aarch64-linux-gnu-ld'],
    lld: ['ld.lld-16', '-m', 'aarch64linux'],
  },
};
/** So that every refusal is named, and the output is written all the same. */
const TELL: Readonly<Record<Linker, readonly string[]>> = {
  'GNU ld': ['--verbose', '--no-warn-rwx-segments', '--no-warn-mismatch'],
  lld: ['--error-limit=0', '--no-check-sections'],
};

export interface OutputSection {
  readonly name: string;
  readonly address: bigint;
  /** Input sections, in the linker script's notation. */
  readonly inputs: string;
}

export interface LinkedFile {
  /** False when the linker gave up without an output; then there are no sections. */
  readonly made: boolean;
  readonly sections: readonly LinkedSection[];
  readonly symbols: ReadonlyMap<string, bigint>;
  /** What the linker says of a place: `.section+0x10` and the message. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly messages: string;
}

/** Links `object` with a linker script of one line for each section of `layout`. */
export function linkObject(
  arch: string,
  linker: Linker,
  object: Uint8Array,
  layout: readonly OutputSection[],
  ...options: readonly string[]
): LinkedFile {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-link-'));
  const file = (name: string): string => join(folder, name);
  try {
    writeFileSync(file('in.o'), object);
    writeFileSync(file('link.ld'), scriptOf(layout));
    const [program = '', ...mode] = PROGRAMS[arch]?.[linker] ?? [];
    const args = [...mode, ...TELL[linker], '--noinhibit-exec', '-e', '0', ...options];
    const { stdout, stderr, error } = spawnSync(
      program,
      [...args, '-T', file('link.ld'), '-o', file('out'), file('in.o')],
      { encoding: 'utf8', maxBuffer: 1 << 27 },
    );
    if (error) throw new Error(`${program} cannot be run: ${error.message}`);
    const made = existsSync(file('out'));
    const sections = made ? sectionsOf(readFileSync(file('out'))) : [];
    return {
      made,
      sections,
      symbols: symbolsOf(sections, arch !== 'i386'),
      refusals: refusalsIn(`${stderr}\n${stdout}`),
      messages: stderr,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A segment for every section: far apart in memory they must not be far apart in the file. */
function scriptOf(layout: readonly OutputSection[]): string {
  const sorted = [...layout].sort((a, b) => (a.address < b.address ? -1 : 1));
  const headers = sorted.map((_, index) => `  h${index} PT_LOAD;`);
  const places = sorted.map(
    ({ name, address, inputs }, index) => `  ${name} 0x${address.toString(16)} : { ${inputs} } :h${index}`,
  );
  return `PHDRS {\n${headers.join('\n')}\n}\nSECTIONS {\n${places.join('\n')}\n}\n`;
}

/** Both linkers name the place as `in.o:(.section+0x10)`. */
function refusalsIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const place = /:\((\.[\w.]+\+0x[0-9a-f]+)\)/.exec(line)?.[1];
    if (place !== undefined && !found.has(place)) found.set(place, line);
  }
  return found;
}

function symbolsOf(sections: readonly LinkedSection[], wide: boolean): Map<string, bigint> {
  const data = (name: string): Buffer =>
    Buffer.from(sections.find((each) => each.name === name)?.data ?? new Uint8Array());
  const [table, strings] = [data('.symtab'), data('.strtab')];
  const size = wide ? 24 : 16;
  return new Map(
    Array.from({ length: Math.floor(table.length / size) }, (_, index) => {
      const at = index * size;
      const start = table.readUInt32LE(at);
      const value = wide ? table.readBigUInt64LE(at + 8) : BigInt(table.readUInt32LE(at + 4));
      return [strings.toString('latin1', start, strings.indexOf(0, start)), value];
    }),
  );
}
