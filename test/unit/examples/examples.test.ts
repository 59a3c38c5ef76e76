import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildImage, emitBlob, patchImage } from '../../../index.ts';

function example(name: string, ...args: string[]): string {
  return execFileSync('npx', ['tsx', `examples/${name}.ts`, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('place-in-memory tells where to copy and what will change', () => {
  const text = example('place-in-memory', 'test/fixtures/purgatory/aarch64-gcc-small-Os.ro', '0x80001234');
  expect(text).toMatch(/^copy \d+ bytes to 0x80002000 and jump there$/m);
  expect(text).toMatch(/and then enter purgatory_start at 0x80002/);
});

test('late-symbol binds a call and an address', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-late-'));
  try {
    const source = join(folder, 'in.s');
    const object = join(folder, 'in.o');
    writeFileSync(
      source,
      '.globl purgatory_start\npurgatory_start: call firmware\n jmp .\n.data\n.quad console\n.quad console+8\n',
    );
    execFileSync('as', ['--64', '-o', object, source]);
    const text = example('late-symbol', object, 'firmware=0x200000', 'console=0xfe201000');
    expect(text).toMatch(/R_X86_64_PLT32 against firmware at offset/);
    expect(text.match(/R_X86_64_64 against console/g)).toHaveLength(2);
    expect(text).toContain('the prologue bound every reference as it must');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('loader.c places what patch would write, and only where the image may stand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-loader-'));
  try {
    const object = readFileSync('test/fixtures/purgatory/x86_64-gcc-large-Os.ro');
    const { blob, map } = await buildImage(object, { loadAlign: 0x10000 });
    const emitted = emitBlob(blob, map, {
      emit: 'c',
      path: join(folder, 'purgatory.c'),
      prefix: 'purgatory',
    });
    for (const [path, content] of emitted) writeFileSync(path, content);
    writeFileSync(
      join(folder, 'main.c'),
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
        return fwrite(memory, 1, sizeof memory, stdout) != sizeof memory;
      }`,
    );
    execFileSync('gcc', ['-Wall', '-I', folder, '-o', 'main', 'main.c', 'purgatory.c'], { cwd: folder });
    const memory = execFileSync(join(folder, 'main'), { maxBuffer: 1 << 24 });
    const regions = Buffer.alloc(256);
    [0x1122334455667788n, 0x99n, 5n, 6n].forEach((value, index) => {
      regions.writeBigUInt64LE(value, index * 8);
    });
    const digest = new Uint8Array(32);
    digest.set([1, 2, 3]);
    const patched = patchImage(
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
  } finally {
    rmSync(folder, { recursive: true });
  }
});
