/** What is known of systemd's elf2efi.py against the script itself: each type in a static PIE, whether it is taken. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { judge } from '../../image/verdict.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { CACHE, debianSource, unpackPackages, unpackSource } from '../../scripts/debian-packages.ts';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { gnuLinked } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';
import { knowledgeOfAll } from './knowledge.ts';

const SUITE = 'trixie';
const LOADER = 'systemd-elf2efi';
/** As systemd links its own; the script wants pages of 4 KiB. */
const OPTIONS = [
  ...['-static', '-pie', '--no-dynamic-linker', '-z', 'max-page-size=4096', '-z', 'separate-code'],
  ...['-z', 'noexecstack', '-e', 'start'],
];
/** The last byte of e_ident. */
const PADDING = { at: 15, size: 1 };
const UNPACKED = ['-z', 'nopack-relative-relocs'];

const folder = mkdtempSync(join(tmpdir(), 'elf2efi-'));
afterAll(() => rmSync(folder, { recursive: true }));
const original = debianSource('systemd', SUITE);
unpackSource(original, folder, '*/tools/elf2efi.py');
/** What the script imports. */
const library = join(CACHE, `pyelftools-${SUITE}`);
if (!existsSync(library)) unpackPackages(['python3-pyelftools'], SUITE, library);
const PYTHON = ['env', `PYTHONPATH=${library}/usr/lib/python3/dist-packages`, 'python3'];

/** What the script makes of the file with each of the types in its first dynamic relocation. */
function converted(
  file: Uint8Array,
  types: readonly number[],
  { at, size } = typeField(file),
): Map<number, string> {
  const path = join(folder, 'in.elf');
  writeFileSync(path, file);
  const harness = join(import.meta.dirname, 'elf2efi-types.py');
  const script = join(folder, 'tools/elf2efi.py');
  const lines = run(PYTHON, [harness, script, path, ...[at, size, ...types].map(String)])
    .trim()
    .split('\n');
  return new Map(lines.map((line) => [Number(line.split(' ')[0]), line.slice(line.indexOf(' ') + 1)]));
}

/** Where the type of the first dynamic relocation stands in a file, and of how many bytes it is. */
function typeField(file: Uint8Array): { readonly at: number; readonly size: number } {
  const elf = readElf(file);
  const table = elf.sections.find(({ name, size }) => /^\.rela?\.(dyn|got)$/.test(name) && size > 0);
  // Section data are views of the file.
  const start = table === undefined ? 0 : table.data.byteOffset - file.byteOffset;
  return elf.wordBits === 64 ? { at: start + 8, size: 4 } : { at: start + 4, size: 1 };
}

function withType(file: Uint8Array, type: number): Uint8Array {
  const changed = file.slice();
  const { at, size } = typeField(changed);
  for (let byte = 0; byte < size; byte++) changed[at + byte] = (type >>> (8 * byte)) & 0xff;
  return changed;
}

function staticPie({ machine }: Architecture, ...options: readonly string[]): Uint8Array {
  const [word, size] = machine.wordBits === 64 ? ['.quad', 8] : ['.long', 4];
  const source = `.text\n.globl start\nstart: .zero 16\n.data\n.balign ${size}\nhere: ${word} here\n`;
  return gnuLinked(machine.arch, source, ...OPTIONS, ...options);
}

function takes(file: Uint8Array, architecture: Architecture): boolean {
  const { whole, refused, wrong } = judge(readElf(file), architecture, {
    loader: LOADER,
    release: original.release,
  });
  return whole === undefined && refused.length + wrong.length === 0;
}

it.each(knowledgeOfAll(LOADER))('each type of %s is taken or not, as it is judged', (_arch, architecture) => {
  const file = staticPie(architecture);
  const most = 2 ** (8 * typeField(file).size) - 1;
  const types = [...architecture.byType.keys(), most].filter((type) => type <= most);
  const outcomes = converted(file, types);
  const taken = types.filter((type) => outcomes.get(type) === 'ok');
  expect(taken).toEqual(types.filter((type) => takes(withType(file, type), architecture)));
  expect(taken).toHaveLength(2);
  // Nothing else of the file is what it refuses.
  const reasons = types.flatMap((type) => outcomes.get(type) ?? []).filter((text) => text !== 'ok');
  expect(reasons.filter((text) => !text.startsWith('Unsupported relocation <'))).toEqual([]);
});

describe.each([PLAIN, NARROW])('%s', (arch) => {
  it('packed words are refused', () => {
    const architecture = architectureOf(arch);
    const file = staticPie(architecture, '-z', 'pack-relative-relocs');
    expect(readElf(file).relr).toHaveLength(1);
    // It has no entry with a type: a byte that nobody looks at stays what it is.
    expect(converted(file, [0], PADDING).get(0)).toBe('Unsupported relocation type RELR');
    expect(takes(file, architecture)).toBe(false);
    expect(takes(staticPie(architecture, ...UNPACKED), architecture)).toBe(true);
  });
});
