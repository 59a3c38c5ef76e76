/** The examples that users start from, on objects of an assembler and beside a C program. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BuiltImage, buildImage, emitBlob, patchImage } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { debianObjects } from '../support/debian-objects.ts';
import { example } from '../support/example.ts';
import { inFolder } from '../support/folder.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';

test('late-symbol binds a call and an address', () => {
  const source =
    '.globl purgatory_start\npurgatory_start: call firmware\n jmp .\n.data\n.quad console\n.quad console+8\n';
  const text = inFolder((file) => {
    writeFileSync(file('in.o'), gnuObject(PLAIN, source));
    return example('late-symbol', file('in.o'), 'firmware=0x200000', 'console=0xfe201000');
  });
  expect(text).toMatch(/R_X86_64_PLT32 against firmware at offset/);
  expect(text.match(/R_X86_64_64 against console/g)).toHaveLength(2);
  expect(text).toContain('the prologue bound every reference as it must');
});

/** What loader.c makes of an image in a program of this machine, with two regions. */
function placed({ blob, map }: BuiltImage): Uint8Array {
  return inFolder((file) => {
    const emitted = emitBlob(blob, map, { emit: 'c', path: file('purgatory.c'), prefix: 'purgatory' });
    for (const [path, content] of emitted) writeFileSync(path, content);
    writeFileSync(
      file('main.c'),
      `#include <stdio.h>
      #include "${process.cwd()}/examples/loader.c"
      static unsigned char memory[PURGATORY_MEMSZ];
      int main(void) {
        const struct sha256_region regions[] = { { 0x1122334455667788, 0x99 }, { 5, 6 } };
        const unsigned char digest[32] = { 1, 2, 3 };
        const struct boot boot = { 0xfeedface, 0x1234, regions, 2, digest };
        const struct boot much = { 0, 0, regions, 17, digest };
        for (unsigned i = 0; i < sizeof memory; i++) memory[i] = 0xee;
        if (purgatory_place(memory, 0x11000, &boot) || purgatory_place(memory, 0x10000, &much)) return 1;
        if (purgatory_place(memory, 0x10000, &boot) != 0x10000) return 2;
        return fwrite(memory, 1, sizeof memory, fopen("memory", "wb")) != sizeof memory;
      }`,
    );
    const cwd = file('.');
    run(['gcc', '-Wall', '-Wextra', '-Werror', '-I', '.', '-o', 'main', 'main.c', 'purgatory.c'], [], {
      cwd,
    });
    run([file('main')], [], { cwd });
    return readFileSync(file('memory'));
  });
}

/** The blob with the same in its symbols, in the byte order that the object's header tells. */
function wanted({ blob, map }: BuiltImage, object: Uint8Array): Uint8Array {
  const memory = new Uint8Array(map.memsz);
  memory.set(blob);
  const view = new DataView(memory.buffer);
  const little = object[5] === 1;
  const of = (name: string) => map.symbols.find((symbol) => symbol.name === name);
  const at = of('sha256_regions')?.offset ?? -1;
  [0x1122334455667788n, 0x99n, 5n, 6n].forEach((value, index) => {
    view.setBigUint64(at + 8 * index, value, little);
  });
  memory.fill(0, of('sha256_digest')?.offset, (of('sha256_digest')?.offset ?? 0) + 32);
  memory.set([1, 2, 3], of('sha256_digest')?.offset);
  for (const [name, value] of [
    ['purgatory_kernel_entry', 0xfeedface],
    ['purgatory_argument', 0x1234],
  ] as const) {
    const symbol = of(name);
    if (symbol?.size === 8) view.setBigUint64(symbol.offset, BigInt(value), little);
    else if (symbol) view.setUint32(symbol.offset, value, little);
  }
  return memory;
}

const emitted = architectures.flatMap(({ machine: { arch } }) => {
  const { emitted: name } = toolchainOf(arch);
  return name === undefined ? [] : [{ name: arch, object: readFixture(`${arch}-${name}`) }];
});

describe('loader.c places what belongs into the symbols, and only where the image may stand', () => {
  test.each([
    ...emitted,
    ...debianObjects().map(({ name, object }) => ({ name: `Debian's ${name}`, object })),
  ])('$name', async ({ object }) => {
    const built = await buildImage(object, { loadAlign: 0x10000, loaderWrites: 'kexec-tools' });
    expect(Buffer.compare(placed(built), wanted(built, object))).toBe(0);
  });

  test('as patch does', async () => {
    const object = readFixture(`${PLAIN}-gcc-large-Os.ro`);
    const built = await buildImage(object, { loadAlign: 0x10000 });
    const at = (name: string) => built.map.symbols.find((symbol) => symbol.name === name)?.offset ?? -1;
    const memory = wanted(built, object);
    const values = new Map<string, Uint8Array | bigint>([
      ['sha256_regions', memory.slice(at('sha256_regions'), at('sha256_regions') + 256)],
      ['sha256_digest', memory.slice(at('sha256_digest'), at('sha256_digest') + 32)],
      ['purgatory_kernel_entry', 0xfeedfacen],
      ['purgatory_argument', 0x1234n],
    ]);
    const patched = new Uint8Array(built.map.memsz);
    patched.set(patchImage(built.blob, built.map, values).blob);
    expect(Buffer.compare(placed(built), patched)).toBe(0);
  });
});
