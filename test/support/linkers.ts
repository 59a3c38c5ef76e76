/** GNU ld and lld as oracles for single relocations: what they store in a field, or that they refuse. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { build, join as bytesOf, relocation, symbol } from '../image/elf-builder.ts';
import { sectionsOf } from './link-image.ts';
import { read, write } from './machine-run.ts';

export const LINKERS = ['GNU ld', 'lld'] as const;
export type Linker = (typeof LINKERS)[number];

const GNU: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['ld', '-m', 'elf_x86_64', '--no-relax'],
  i386: ['ld', '-m', 'elf_i386', '--no-relax'],
  aarch64: ['aarch64-linux-gnu-ld'],
};
const LLD: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['ld.lld-16', '-m', 'elf_x86_64', '--no-relax'],
  i386: ['ld.lld-16', '-m', 'elf_i386', '--no-relax'],
  aarch64: ['ld.lld-16', '-m', 'aarch64linux', '--no-relax'],
};
const GOT_SECTION: Readonly<Record<string, string>> = {
  x86_64: '.got.plt',
  i386: '.got.plt',
  aarch64: '.got',
};
const SHN_ABS = 0xfff1;
const GLOBAL = 0x10;
const NO_SUCH_TYPE = /unsupported|unrecognized|unrecognised|unknown relocation|not supported|unhandled/i;
const REFUSED = /truncated|out of range|aligned|alignment|overflow|dangerous|not a multiple/i;

/** One relocation against an absolute symbol of its own. */
export interface LinkCase {
  /** Offset in the section. */
  readonly offset: number;
  readonly S: bigint;
  /** undefined for machines whose addends stand in the place. */
  readonly A: bigint | undefined;
  readonly old: bigint;
  /** Size of the symbol. */
  readonly Z?: bigint;
}

export interface Linked {
  /** In the order of the cases: the field's bytes, or that the linker refused. */
  readonly fields: readonly (bigint | 'refused')[];
  /** Address of the GOT slot that holds a value, if there is one. */
  readonly slotOf: (value: bigint) => bigint | undefined;
  /** _GLOBAL_OFFSET_TABLE_, if the output has the section it is the start of. */
  readonly got: bigint | undefined;
}

/**
 * Links one section of cases at `address`; a text tells why the linker does not do this type at all.
 * `bytes` is the size of the fields.
 */
export function linkCases(
  machine: Machine,
  linker: Linker,
  type: number,
  bytes: number,
  address: bigint,
  cases: readonly LinkCase[],
): Linked | string {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-link-'));
  const file = (name: string): string => join(folder, name);
  try {
    writeFileSync(file('in.o'), objectOf(machine, type, cases));
    writeFileSync(file('link.ld'), `SECTIONS { .text 0x${address.toString(16)} : { *(.text) } }\n`);
    const [program = '', ...mode] = (linker === 'lld' ? LLD : GNU)[machine.arch] ?? [];
    const tell = linker === 'lld' ? ['--error-limit=0'] : ['--verbose', '--no-warn-rwx-segments'];
    const { stdout, stderr, error } = spawnSync(
      program,
      [
        ...mode,
        ...tell,
        '-static',
        '--noinhibit-exec',
        '-e',
        '0',
        '-T',
        file('link.ld'),
        '-o',
        file('out'),
        file('in.o'),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (error) throw new Error(`${program} cannot be run: ${error.message}`);
    const messages = `${stdout}\n${stderr}`.split('\n');
    const unknown = messages.find((line) => NO_SUCH_TYPE.test(line));
    if (unknown !== undefined) return unknown;
    const refused = new Set<number>();
    for (const line of messages) {
      const at = REFUSED.test(line) ? /\.text\+0x([0-9a-f]+)/.exec(line)?.[1] : undefined;
      if (at !== undefined) refused.add(Number.parseInt(at, 16));
    }
    if (!existsSync(file('out'))) {
      // lld does not go on after some refusals; without those cases it does.
      const others = cases.filter(({ offset }) => !refused.has(offset));
      if (refused.size === 0) throw new Error(`${linker} made nothing:\n${stderr.slice(-2000)}`);
      const linked = linkCases(machine, linker, type, bytes, address, others);
      if (typeof linked === 'string') return linked;
      const byOffset = new Map(others.map(({ offset }, index) => [offset, linked.fields[index]]));
      return { ...linked, fields: cases.map(({ offset }) => byOffset.get(offset) ?? 'refused') };
    }
    const sections = sectionsOf(readFileSync(file('out')));
    const text = sections.find(({ name }) => name === '.text')?.data ?? new Uint8Array();
    const word = machine.wordBits / 8;
    const slots = new Map<bigint, bigint>();
    for (const section of sections.filter(({ name }) => /^\.got/.test(name))) {
      for (let at = 0; at + word <= section.data.length; at += word) {
        slots.set(read(section.data, at, word), section.address + BigInt(at));
      }
    }
    return {
      fields: cases.map(({ offset }) => (refused.has(offset) ? 'refused' : read(text, offset, bytes))),
      slotOf: (value) => slots.get(value),
      got: sections.find(({ name }) => name === GOT_SECTION[machine.arch])?.address,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `.text` with a relocation for each case, and a reference to the GOT, so that the linker says where it is. */
function objectOf(machine: Machine, type: number, cases: readonly LinkCase[]): Uint8Array {
  const shape = { wide: machine.wordBits === 64, little: machine.dataOrder === 'little' };
  const rela = machine.addends === 'explicit';
  const size = Math.max(...cases.map(({ offset }) => offset)) + 32;
  const text = new Uint8Array(size);
  // Before the field stands lea disp32(%ebx), %eax, which no linker rewrites so as not to need the GOT.
  for (const { offset, old } of cases) {
    write(text, offset, 8, old);
    if (offset >= 2 && machine.instructionAlignment === 1) write(text, offset - 2, 2, 0x838dn);
  }
  let strings = `\0${machine.gotSymbol}\0`;
  const symbols = [symbol(shape, 0, 0n, 0, 0), symbol(shape, 1, 0n, GLOBAL, 0)];
  for (const [index, { S, Z }] of cases.entries()) {
    const name = strings.length;
    strings += `s${index}\0`;
    symbols.push(symbol(shape, name, S, GLOBAL, SHN_ABS, Z));
  }
  const relocations = cases.map(({ offset, A }, index) =>
    relocation(shape, BigInt(offset), index + 2, type, rela ? (A ?? 0n) : undefined),
  );
  const entrySize = shape.wide ? 24 : 16;
  return build({
    ...shape,
    machine: machine.elfMachine,
    sections: [
      { name: '.text', type: 1, flags: 7n, alignment: 16n, data: text },
      { name: '.symtab', type: 2, link: 3, info: 1, alignment: 8n, entrySize, data: bytesOf(...symbols) },
      { name: '.strtab', type: 3, data: new TextEncoder().encode(strings) },
      {
        name: rela ? '.rela.text' : '.rel.text',
        type: rela ? 4 : 9,
        flags: 0x40n,
        link: 2,
        info: 1,
        alignment: 8n,
        entrySize: rela ? entrySize : 8,
        data: bytesOf(...relocations),
      },
    ],
  }).bytes;
}
