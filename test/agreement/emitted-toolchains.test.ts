/** What a C compiler, an assembler and a linker make of the emitted forms. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BuiltImage,
  buildImage,
  EMITS,
  type Emit,
  type EmitOptions,
  emitBlob,
  type ImageMap,
  InputError,
  patchImage,
  readElf,
} from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';
import { withPrologue } from '../support/with-prologue.ts';

const FIXTURES = architectures.flatMap(({ machine: { arch } }) => {
  const { emitted } = toolchainOf(arch);
  return emitted === undefined ? [] : [[arch, `${arch}-${emitted}`] as const];
});

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

/** A word of two bytes, another of the size of a digest, and one that only a late or a named symbol has. */
const EXPORTED = ['sha256_digest', 'skip_checks', 'purgatory_argument'];

describe.each(FIXTURES)('%s', (arch, object) => {
  const { as, ld } = toolchainOf(arch);
  const built = buildImage(readFixture(object));

  async function emit(form: Emit, name: string): Promise<BuiltImage> {
    const image = await built;
    const options = { emit: form, path: join(folder, name), prefix: 'purgatory', exported: EXPORTED };
    for (const [path, content] of emitBlob(image.blob, image.map, options)) writeFileSync(path, content);
    return image;
  }

  /** The bytes of a symbol of an object. */
  function bytesOf(name: string, symbol: string, section: string): Uint8Array {
    const elf = readElf(readFileSync(join(folder, name)));
    const found = elf.symbols.find((each) => each.name === symbol);
    const index = found?.place.kind === 'section' ? found.place.section : -1;
    const place = elf.sections.find((section) => section.index === index);
    if (!found || !place) throw new Error(`${name} has no ${symbol}`);
    expect(place.name).toBe(section);
    const at = Number(found.value);
    return place.data.subarray(at, at + Number(found.size));
  }

  /** What the machine's compiler would read from `struct relocator_blob`, written down a second time. */
  function infoOf({ blob, map }: BuiltImage): Buffer {
    const { machine } = architectureOf(arch);
    const big = machine.dataOrder === 'big';
    const info = Buffer.alloc(88);
    const base = (value: bigint, at: number): void => {
      if (big) info.writeBigUInt64BE(value, at);
      else info.writeBigUInt64LE(value, at);
    };
    base(BigInt.asUintN(machine.wordBits, map.bases.min), 0);
    base(BigInt.asUintN(machine.wordBits, map.bases.max), 8);
    const { table } = map.prologue;
    const counts = [
      map.size,
      map.memsz,
      map.loadAlign,
      map.block ?? 0,
      map.entry,
      map.header?.offset ?? 0,
      map.imageOffset,
      table.offset,
      table.size,
      big ? 1 : 0,
    ];
    counts.forEach((value, index) => {
      if (big) info.writeUInt32BE(value, 16 + 4 * index);
      else info.writeUInt32LE(value, 16 + 4 * index);
    });
    info.set(createHash('sha256').update(blob).digest(), 56);
    return info;
  }

  function expectContents(name: string, image: BuiltImage, section = '.rodata'): void {
    expect(Buffer.compare(bytesOf(name, 'purgatory_blob', section), image.blob)).toBe(0);
    expect(Buffer.from(bytesOf(name, 'purgatory_info', section)).toString('hex')).toBe(
      infoOf(image).toString('hex'),
    );
  }

  test('asm: the assembler makes the blob and its numbers', async () => {
    const image = await emit('asm', 'p.S');
    tool(as, '-o', 'out.o', 'p.S');
    expectContents('out.o', image);
  });

  test('elf: the linker takes the object', async () => {
    const image = await emit('elf', 'p.o');
    // Beside one of the machine's assembler, which must be for the same ABI.
    writeFileSync(join(folder, 'other.S'), '.text\n');
    tool(as, '-o', 'other.o', 'other.S');
    tool(ld, '-r', '-o', 'out.o', 'other.o', 'p.o');
    expectContents('out.o', image);
    expect(tool(['llvm-readelf-16'], '-S', 'p.o')).not.toMatch(/warning/i);
  });

  test('c: a program that includes the header sees the same, and writes its symbols', async () => {
    const { blob, map } = await emit('c', 'p.c');
    writeFileSync(join(folder, 'main.c'), MAIN);
    tool(['gcc', '-Wall', '-Wextra', '-Werror'], '-o', 'main', 'main.c', 'p.c');
    const fits = BASES.map((base) => (isLoadBase(map, base) ? 1 : 0));
    expect(tool([join(folder, 'main')])).toBe(
      `${map.entry.toString(16)} ${map.memsz.toString(16)} ${fits.join('')}\n`,
    );
    const written = patchImage(blob, map, VALUES).blob;
    expect(Buffer.compare(readFileSync(join(folder, 'blob')), written)).toBe(0);
  });
});

const DIGEST = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const VALUES = new Map<string, Uint8Array | bigint>([
  ['sha256_digest', DIGEST],
  ['skip_checks', 0x1122_3344n],
  ['purgatory_argument', 0x5566_7788n],
]);
const BASES = [
  0n,
  1n,
  0x1_0000n,
  0x1_0001n,
  0x1000_0000n,
  0x8000_0000n,
  0xffff_0000n,
  0xffff_ffff_fff0_0000n,
];

const MAIN = `
#include <stdio.h>
#include <string.h>
#include "p.h"
static unsigned char image[PURGATORY_SIZE];
static const unsigned char digest[32] = { ${[...DIGEST].join(', ')} };
static const unsigned long long bases[] = { ${BASES.map((base) => `${base}ull`).join(', ')} };
int main(void) {
  FILE *file = fopen("blob", "wb");
  printf("%x %x ", PURGATORY_ENTRY, PURGATORY_MEMSZ);
  for (unsigned int i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) printf("%d", purgatory_fits(bases[i]));
  printf("\\n");
  memcpy(image, purgatory_blob, sizeof(image));
  purgatory_set_sha256_digest(image, &digest);
  purgatory_set_skip_checks(image, 0x11223344);
  purgatory_set_purgatory_argument(image, 0x55667788);
  return fwrite(image, 1, sizeof(image), file) != PURGATORY_SIZE || fclose(file) != 0;
}
`;

function isLoadBase({ arch, bases, loadAlign, block, memsz }: ImageMap, base: bigint): boolean {
  const bits = architectureOf(arch).machine.wordBits;
  const [min, max] = [bases.min, bases.max].map((end) => BigInt.asUintN(bits, end));
  if (base % BigInt(loadAlign) !== 0n || base < (min ?? 0n) || base > (max ?? 0n)) return false;
  const whole = BigInt(block ?? 0);
  return block === undefined || base / whole === (base + BigInt(memsz) - 1n) / whole;
}

describe('emitted files', () => {
  const built = buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`), { loaderWrites: ['sha256_digest'] });
  async function files(options: EmitOptions): Promise<Map<string, Uint8Array | string>> {
    const { blob, map } = await built;
    return emitBlob(blob, map, options);
  }
  const names = async (emit: Emit, path: string, header?: string | false): Promise<string[]> => {
    const emitted = await files({ emit, path, prefix: 'p', ...(header === undefined ? {} : { header }) });
    return [...emitted.keys()].map((each) => basename(each));
  };

  test('stand beside each other', async () => {
    expect(await names('bin', 'a/p.bin')).toEqual(['p.bin']);
    expect(await names('bin', 'a/p.bin', 'a/p.h')).toEqual(['p.bin', 'p.h']);
    expect(await names('c', 'a/p.c')).toEqual(['p.c', 'p.h']);
    expect(await names('c', 'a/p.c', 'b/q.h')).toEqual(['p.c', 'q.h']);
    expect(await names('c', 'a/p.c', false)).toEqual(['p.c']);
    expect(await names('asm', 'a.b/p')).toEqual(['p', 'p.h']);
    expect(await names('elf', 'a/p.o')).toEqual(['p.o', 'p.h']);
    for (const form of ['rust', 'go', 'json'] as const) expect(await names(form, 'a/p')).toEqual(['p']);
    await expect(names('c', 'p.h')).rejects.toThrow(/p.h would hold both files/);
  });

  test('do not tell where they stand', async () => {
    for (const emit of EMITS) {
      const [here = '', there = ''] = ['a/p.x', '/some/where else/p.x'];
      const [one, other] = [
        await files({ emit, path: here, prefix: 'p' }),
        await files({ emit, path: there, prefix: 'p' }),
      ];
      expect([...one.values()], emit).toEqual([...other.values()]);
    }
  });

  test('a source without a header has all of it in itself, and one elsewhere is included', async () => {
    const alone = await files({ emit: 'c', path: join(folder, 'p.c'), prefix: 'p', header: false });
    const apart = await files({
      emit: 'c',
      path: join(folder, 'q.c'),
      prefix: 'q',
      header: join(folder, 'include/q.h'),
    });
    mkdirSync(join(folder, 'include'));
    for (const [path, content] of [...alone, ...apart]) writeFileSync(path, content);
    tool(['gcc', '-Wall', '-Werror'], '-c', 'p.c', 'q.c');
  });

  test('have functions for what loaders write, or for what is exported', async () => {
    const header = async (exported?: string[]): Promise<string> => {
      const emitted = await files({ emit: 'c', path: 'p.c', prefix: 'p', ...(exported ? { exported } : {}) });
      return String(emitted.get('p.h'));
    };
    expect([...(await header()).matchAll(/p_set_(\w+)/g)].map(([, name]) => name)).toEqual(['sha256_digest']);
    const exported = await header(['skip_checks']);
    expect([...exported.matchAll(/p_set_(\w+)/g)].map(([, name]) => name)).toEqual(['skip_checks']);
    expect([...exported.matchAll(/P_([a-z]\w+)_SIZE 0x/g)].map(([, name]) => name)).toEqual(['skip_checks']);
    await expect(header(['sha256_diggest', 'nobody'])).rejects.toThrow(
      /--export sha256_diggest: .* close to it is sha256_digest;[^\n]*\n.*--export nobody: the image has no such/,
    );
  });

  test('stand in the section that is named', async () => {
    for (const emit of ['c', 'asm', 'elf'] as const) {
      const emitted = await files({ emit, path: join(folder, 'p.S'), prefix: 'p', section: '.init.rodata' });
      for (const [path, content] of emitted) writeFileSync(path, content);
      if (emit !== 'elf') tool(['gcc'], '-c', ...(emit === 'c' ? ['-x', 'c'] : []), 'p.S', '-o', 'p.o');
      const elf = readElf(readFileSync(join(folder, emit === 'elf' ? 'p.S' : 'p.o')));
      const blob = elf.symbols.find(({ name }) => name === 'p_blob');
      const index = blob?.place.kind === 'section' ? blob.place.section : -1;
      expect(elf.sections.find((section) => section.index === index)?.name).toBe('.init.rodata');
    }
    await expect(files({ emit: 'c', path: 'p.c', prefix: 'p', section: 'a"b' })).rejects.toThrow(
      /--section a"b: name it/,
    );
    await expect(files({ emit: 'go', path: 'p.go', prefix: 'p', section: '.x' })).rejects.toThrow(
      /go has no sections/,
    );
  });

  test('have no prefix that is no identifier', async () => {
    for (const emit of EMITS) {
      await expect(files({ emit, path: 'p.c', prefix: '1-blob' })).rejects.toThrow(InputError);
    }
  });
});
