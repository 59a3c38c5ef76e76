import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

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
