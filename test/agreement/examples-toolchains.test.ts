/** The examples that users start from, on objects of an assembler and beside a C program. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildImage, emitBlob, patchImage } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
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

test('loader.c places what patch would write, and only where the image may stand', async () => {
  const { blob, map } = await buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`), { loadAlign: 0x10000 });
  const memory = inFolder((file) => {
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
        const struct boot boot = { 0xfeedfacecafe, 0x1234, regions, 2, digest };
        const struct boot much = { 0, 0, regions, 17, digest };
        for (unsigned i = 0; i < sizeof memory; i++) memory[i] = 0xee;
        if (purgatory_place(memory, 0x11000, &boot) || purgatory_place(memory, 0x10000, &much)) return 1;
        if (purgatory_place(memory, 0x10000, &boot) != 0x10000) return 2;
        return fwrite(memory, 1, sizeof memory, fopen("memory", "wb")) != sizeof memory;
      }`,
    );
    const cwd = file('.');
    run(['gcc', '-Wall', '-I', '.', '-o', 'main', 'main.c', 'purgatory.c'], [], { cwd });
    run([file('main')], [], { cwd });
    return readFileSync(file('memory'));
  });
  const regions = Buffer.alloc(256);
  [0x1122334455667788n, 0x99n, 5n, 6n].forEach((value, index) => {
    regions.writeBigUInt64LE(value, index * 8);
  });
  const digest = new Uint8Array(32);
  digest.set([1, 2, 3]);
  const { blob: patched } = patchImage(
    blob,
    map,
    new Map<string, Uint8Array | bigint>([
      ['sha256_regions', regions],
      ['sha256_digest', digest],
      ['purgatory_kernel_entry', 0xfeedfacecafen],
      ['purgatory_argument', 0x1234n],
    ]),
  );
  const expected = new Uint8Array(map.memsz);
  expected.set(patched);
  expect(Buffer.compare(memory, expected)).toBe(0);
});
