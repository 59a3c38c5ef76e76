/** What is known of EDK2's GenFw against itself, from Debian's source package: each type in a linked file, whether it is known. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { typesOf } from '../../relocator-dsl/loaders.ts';
import { debianSource, unpackSource } from '../../scripts/debian-packages.ts';
import { elfWords } from '../support/elf-words.ts';
import { gnuLinked } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';
import { knowledgeOfAll, numbersOf } from './knowledge.ts';

const LOADER = 'genfw';
/** Each pass has its own list, and says this of what is not in it. */
const UNKNOWN = /unsupported ELF EM_\w+ relocation 0x/;

const folder = mkdtempSync(join(tmpdir(), 'genfw-'));
afterAll(() => rmSync(folder, { recursive: true }));
const original = debianSource('edk2', 'trixie');
built();

/** Compiles GenFw for this machine. */
function built(): void {
  unpackSource(original, folder, '*/BaseTools/Source/C/*', '*/MdePkg/Include/*');
  const tools = join(folder, 'BaseTools/Source/C');
  const sources = ['GenFw', 'Common'].flatMap((part) =>
    readdirSync(join(tools, part))
      .filter((name) => name.endsWith('.c') && name !== 'PcdValueCommon.c')
      .map((name) => join(tools, part, name)),
  );
  const own = ['Include', 'Include/Common', 'Common', '.'].map((name) => join(tools, name));
  const shared = ['Include', 'Include/X64'].map((name) => join(folder, 'MdePkg', name));
  const program = join(folder, 'GenFw');
  const includes = [...own, ...shared].map((name) => `-I${name}`);
  run(['gcc', '-w', '-fno-strict-aliasing', ...includes, '-o', program, ...sources]);
}

/** A file linked with --emit-relocs that has one relocation in a section. */
function linked({ machine }: Architecture): Uint8Array {
  const [word, size] = machine.wordBits === 64 ? ['.quad', 8] : ['.long', 4];
  const source = `.text\n.globl start\nstart: .zero 64\n.data\n.balign ${size}\n.zero 64\nhere: ${word} here\n.zero 64\n`;
  return gnuLinked(machine.arch, source, '-q', '-e', 'start', '-z', 'max-page-size=4096');
}

/** The same with another type. */
function withType(file: Uint8Array, type: number): Uint8Array {
  const changed = Buffer.from(file);
  const { view, little, wide, word, half, full } = elfWords(changed);
  const table = Number(word(wide ? 40 : 32));
  const [entry, count] = [half(wide ? 58 : 46), half(wide ? 60 : 48)];
  for (let at = table; at < table + entry * count; at += entry) {
    if (![4, 9].includes(full(at + 4))) continue;
    const start = Number(word(at + (wide ? 24 : 16)));
    if (wide) view.setUint32(start + 8, type, little);
    else view.setUint8(start + 4, type);
  }
  return changed;
}

/** Which of the types GenFw knows. */
function knownTo(file: Uint8Array, types: readonly number[]): number[] {
  for (const type of types) writeFileSync(join(folder, `${type}.elf`), withType(file, type));
  // One shell for all: it ends with an error for most.
  const each = './GenFw -e UEFI_APPLICATION -o out.efi $type.elf >$type.log 2>&1';
  run(['/bin/sh', '-c', `for type in ${types.join(' ')}; do ${each}; done; true`], [], { cwd: folder });
  return types.filter((type) => {
    const log = readFileSync(join(folder, `${type}.log`), 'utf8');
    return !UNKNOWN.test(log);
  });
}

it.each(knowledgeOfAll(LOADER))(
  'the types of %s that it knows are listed',
  (_arch, architecture, knowledge) => {
    const types = [...architecture.byType.keys()].sort((a, b) => a - b);
    const listed = typesOf(architecture, knowledge, `edk2-stable${original.release.replace('.', '')}`);
    expect(knownTo(linked(architecture), types)).toEqual(numbersOf(architecture, listed));
  },
);
