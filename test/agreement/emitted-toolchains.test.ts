/** What a C compiler, an assembler and a linker make of the emitted forms. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildImage, type Emit, emitBlob, InputError, readElf } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';
import { withPrologue } from '../support/with-prologue.ts';

const FIXTURES = architectures.flatMap(({ machine: { arch } }) => {
  const { emitted } = toolchainOf(arch);
  return emitted === undefined ? [] : [[arch, `${arch}-${emitted}`] as const];
});

/** A name of which assemblers might take parts for something else. */
const FOLDER = `a "b" \\n \\ c'd é#%;?`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-emit-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function tool(command: readonly string[], ...args: string[]): string {
  return run(command, args, { cwd: folder });
}

test('every machine with a prologue is here', () => {
  expect(FIXTURES.map(([arch]) => arch)).toEqual(withPrologue.map(({ machine }) => machine.arch));
});

describe.each(FIXTURES)('%s', (arch, object) => {
  const { as, ld } = toolchainOf(arch);
  const built = buildImage(readFixture(object));

  async function emit(form: Emit, name: string): Promise<Uint8Array> {
    const { blob, map } = await built;
    const files = emitBlob(blob, map, { emit: form, path: join(folder, name), prefix: 'purgatory' });
    for (const [path, content] of files) writeFileSync(path, content);
    return blob;
  }

  /** The bytes of the blob and the value of every symbol in an object. */
  function contents(name: string): { data: Uint8Array; values: Map<string, bigint> } {
    const elf = readElf(readFileSync(join(folder, name)));
    const blob = elf.symbols.find((symbol) => symbol.name === 'purgatory_blob');
    const section = blob?.place.kind === 'section' ? blob.place.section : -1;
    const data = elf.sections.find(({ index }) => index === section)?.data ?? new Uint8Array();
    return { data, values: new Map(elf.symbols.map((symbol) => [symbol.name, symbol.value])) };
  }

  async function expectContents(name: string, blob: Uint8Array): Promise<void> {
    const { map } = await built;
    const { data, values } = contents(name);
    expect(Buffer.compare(data.subarray(0, blob.length), blob)).toBe(0);
    // Some assemblers fill sections up to what instructions ask for.
    expect(data.subarray(blob.length).every((byte) => byte === 0)).toBe(true);
    expect(data.length).toBeLessThan(blob.length + 16);
    expect(values.get('PURGATORY_ENTRY')).toBe(BigInt(map.entry));
    expect(values.get('PURGATORY_MEMSZ')).toBe(BigInt(map.memsz));
    const digest = map.symbols.find((symbol) => symbol.name === 'sha256_digest');
    expect(values.get('PURGATORY_sha256_digest_OFFSET')).toBe(BigInt(digest?.offset ?? -1));
    expect(values.get('PURGATORY_sha256_digest_SIZE')).toBe(32n);
  }

  test('asm: the assembler includes the blob, wherever it runs, and defines the constants', async () => {
    mkdirSync(join(folder, FOLDER));
    const blob = await emit('asm', `${FOLDER}/p q.S`);
    tool(as, '-o', 'out.o', `${FOLDER}/p q.S`);
    await expectContents('out.o', blob);
  });

  test('elf: the linker takes the object', async () => {
    const blob = await emit('elf', 'p.o');
    // Beside one of the machine's assembler, which must be for the same ABI.
    writeFileSync(join(folder, 'other.S'), '.text\n');
    tool(as, '-o', 'other.o', 'other.S');
    tool(ld, '-r', '-o', 'out.o', 'other.o', 'p.o');
    await expectContents('out.o', blob);
    expect(tool(['llvm-readelf-16'], '-S', 'p.o')).not.toMatch(/warning/i);
  });

  test('c: a program that includes the header sees the same', async () => {
    const blob = await emit('c', 'p.c');
    const { map } = await built;
    writeFileSync(
      join(folder, 'main.c'),
      [
        '#include <stdio.h>',
        '#include "p.h"',
        'int main(void) {',
        '  printf("%lx %lx %lx\\n", (unsigned long)PURGATORY_ENTRY, (unsigned long)PURGATORY_MEMSZ,',
        '         (unsigned long)PURGATORY_sha256_digest_OFFSET);',
        '  return fwrite(purgatory_blob, 1, sizeof(purgatory_blob), fopen("blob", "wb")) != PURGATORY_SIZE;',
        '}',
        '',
      ].join('\n'),
    );
    tool(['gcc', '-Wall', '-Werror'], '-o', 'main', 'main.c', 'p.c');
    const digest = map.symbols.find((symbol) => symbol.name === 'sha256_digest');
    const numbers = [map.entry, map.memsz, digest?.offset ?? -1].map((value) => value.toString(16));
    expect(tool([join(folder, 'main')])).toBe(`${numbers.join(' ')}\n`);
    expect(Buffer.compare(readFileSync(join(folder, 'blob')), blob)).toBe(0);
  });

  test('a prefix that is no identifier is refused', async () => {
    const { blob, map } = await built;
    const options = { emit: 'c', path: 'p.c', prefix: '1-blob' } as const;
    expect(() => emitBlob(blob, map, options)).toThrow(InputError);
  });
});

test('the files of a form stand beside each other', async () => {
  const { blob, map } = await buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`));
  const names = (emit: Emit, path: string): string[] =>
    [...emitBlob(blob, map, { emit, path, prefix: 'p' }).keys()].map((each) => basename(each));
  expect(names('bin', 'a/p.bin')).toEqual(['p.bin']);
  expect(names('c', 'a/p.c')).toEqual(['p.c', 'p.h']);
  expect(names('asm', 'a.b/p')).toEqual(['p', 'p.bin']);
  expect(names('elf', 'a/p.o')).toEqual(['p.o']);
  expect(() => names('c', 'p.h')).toThrow(/p.h would hold both files/);
});
