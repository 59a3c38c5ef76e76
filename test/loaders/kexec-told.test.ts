/** What kexec-tools tells purgatories against Debian's source packages of it: the symbols that each file writes, and structures. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { placedMembers, type Structure } from '../../relocator-dsl/told.ts';
import { debianSource, unpackSource } from '../../scripts/debian-packages.ts';
import { run } from '../support/run.ts';

const TOLD = architectures.flatMap(({ machine }) => toldBy('kexec-tools', machine) ?? []);

/** kexec-nbi.c writes it, and no purgatory has it: it is misspelt. */
const MISSPELT = 'entry32_regs32';

/** Symbols by the folder of the files that write them, each once, sorted. */
function byFolder(pairs: readonly (readonly [file: string, symbol: string])[]): Record<string, string[]> {
  const folders = new Map<string, Set<string>>();
  for (const [file, symbol] of pairs) {
    folders.set(dirname(file), (folders.get(dirname(file)) ?? new Set()).add(symbol));
  }
  return Object.fromEntries([...folders].sort().map(([folder, names]) => [folder, [...names].sort()]));
}

/** Every call that writes a symbol. */
function written(source: string): (readonly [string, string])[] {
  const files = readdirSync(join(source, 'kexec'), { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => {
    if (!file.endsWith('.c')) return [];
    const text = readFileSync(join(source, 'kexec', file), 'utf8');
    const calls = [...text.matchAll(/elf_rel_set_symbol\(\s*&\w+->rhdr,\s*"(\w+)"/g)];
    return calls.flatMap(([, name = '']) => (name === MISSPELT ? [] : [[`kexec/${file}`, name] as const]));
  });
}

/** The size of a structure of the source, and of each member its offset and size. */
function compiled(source: string, { name, members, source: header }: Structure): number[] {
  const values = members.flatMap((member) => [
    `offsetof(struct ${name}, ${member.name})`,
    `sizeof(((struct ${name} *)0)->${member.name})`,
  ]);
  const lines = [`sizeof(struct ${name})`, ...values].map((value) => `  printf("%zu\\n", ${value});`);
  const program = join(source, 'structure');
  writeFileSync(
    `${program}.c`,
    `#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n#include <sys/types.h>\n` +
      `struct kexec_info;\n#include "${header}"\nint main(void)\n{\n${lines.join('\n')}\n}\n`,
  );
  run(['gcc', '-w', `-I${source}`, `-I${join(source, 'include')}`, '-o', program, `${program}.c`]);
  return run([program]).split('\n').filter(Boolean).map(Number);
}

const STRUCTURES = [
  ...new Map(TOLD.flatMap(({ structure }) => (structure ? [[structure.name, structure] as const] : []))),
];

describe.each(['bookworm', 'trixie'])('of Debian %s', (suite) => {
  const source = mkdtempSync(join(tmpdir(), 'kexec-tools-'));
  unpackSource(debianSource('kexec-tools', suite), source);
  afterAll(() => rmSync(source, { recursive: true }));

  test('symbols are those that the files of each folder write, and no other', () => {
    const listed = TOLD.map(({ name, source: file }) => [file, name] as const);
    expect(byFolder(written(source))).toEqual(byFolder(listed));
  });

  test('each symbol is written in the file that is named', () => {
    const calls = new Set(written(source).map((pair) => pair.join(' ')));
    const wrong = TOLD.filter(({ name, source: file }) => !calls.has(`${file} ${name}`));
    expect(wrong.map(({ name, source: file }) => `${file}: ${name}`)).toEqual([]);
  });

  test.each(STRUCTURES)('%s has the members that are listed, in their order', (_name, structure) => {
    const placed = placedMembers(structure);
    const size = placed.reduce((sum, { bytes }) => sum + bytes, 0);
    const listed = [size, ...placed.flatMap(({ offset, bytes }) => [offset, bytes])];
    expect(compiled(source, structure)).toEqual(listed);
  });
});
