/** The emitted forms in the languages that read them: each program writes the same symbols of the same image. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildImage, type Emit, emitBlob, type ImageMap, patchImage } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { SYMBOLS } from '../support/emitted-symbols.ts';
import { inFolderUntil } from '../support/folder.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';

const ROOT = join(import.meta.dirname, '../..');
const RUSTC = ['/usr/bin/rustc', '--edition=2021', '-D', 'warnings', '-A', 'dead_code'];
const EXPORTED = ['sha256_digest', 'skip_checks', 'purgatory_argument'];
const DIGEST = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const VALUES = new Map<string, Uint8Array | bigint>([
  ['sha256_digest', DIGEST],
  ['skip_checks', 0x1122_3344n],
  ['purgatory_argument', 0x5566_7788n],
]);
const BASES = [0n, 1n, 0x1000_0000n, 0xffff_0000n, 0xffff_ffff_fff0_0000n];

/** One machine for each width of words and order of bytes. */
const MACHINES = [
  ...new Map(
    architectures
      .filter(({ machine: { arch } }) => toolchainOf(arch).emitted !== undefined)
      .map(({ machine }) => [`${machine.wordBits} ${machine.dataOrder}`, machine.arch] as const),
  ).values(),
];

type File = (name: string) => string;

/** Writes a form, and gives what the program must say and what it must have made of the image. */
async function emitted(arch: string, emit: Emit, path: string): Promise<{ said: string; image: Uint8Array }> {
  const { blob, map } = await buildImage(readFixture(`${arch}-${toolchainOf(arch).emitted}`));
  const files = emitBlob(blob, map, { emit, path, prefix: 'purgatory', exported: EXPORTED });
  for (const [name, content] of files) writeFileSync(name, content);
  const { wordBits } = architectureOf(arch).machine;
  const fits = BASES.map((base) => fitsIn(map, base, wordBits));
  const highest = BigInt.asUintN(wordBits, map.bases.max);
  return {
    said: `${map.memsz} ${highest} ${fits.map(Number).join('')}\n`,
    image: patchImage(blob, map, VALUES).blob,
  };
}

function fitsIn({ bases, loadAlign, block, memsz }: ImageMap, base: bigint, wordBits: number): boolean {
  const [min = 0n, max = 0n] = [bases.min, bases.max].map((end) => BigInt.asUintN(wordBits, end));
  if (base % BigInt(loadAlign) !== 0n || base < min || base > max) return false;
  return block === undefined || (base % BigInt(block)) + BigInt(memsz) <= BigInt(block);
}

function check(file: File, program: string, { said, image }: { said: string; image: Uint8Array }): void {
  expect(run([file(program)], [], { cwd: file('.') })).toBe(said);
  expect(Buffer.compare(readFileSync(file('image')), image)).toBe(0);
}

const CPP = `
#include <array>
#include <cstdio>
#include <cstring>
#include "p.h"
static unsigned char image[PURGATORY_SIZE];
int main() {
  static const unsigned char digest[32] = { ${[...DIGEST].join(', ')} };
  std::printf("%u %llu ", purgatory_info.memsz, purgatory_info.base_max);
  for (unsigned long long base : { ${BASES.map((base) => `${base}ull`).join(', ')} }) std::printf("%d", purgatory_fits(base));
  std::printf("\\n");
  std::memcpy(image, purgatory_blob, sizeof image);
  purgatory_set_sha256_digest(image, &digest);
  purgatory_set_skip_checks(image, 0x11223344);
  purgatory_set_purgatory_argument(image, 0x55667788);
  std::FILE *file = std::fopen("image", "wb");
  return std::fwrite(image, 1, sizeof image, file) != sizeof image || std::fclose(file) != 0;
}
`;

const RUST = `
#[path = "p.rs"]
mod purgatory;
fn main() {
    print!("{} {} ", purgatory::MEMSZ, purgatory::BASE_MAX);
    for base in [${BASES.map((base) => `${base}u64`).join(', ')}] { print!("{}", purgatory::fits(base) as u8); }
    println!();
    let mut image = purgatory::BLOB;
    purgatory::set_sha256_digest(&mut image, &[${[...DIGEST].join(', ')}]);
    purgatory::set_skip_checks(&mut image, 0x11223344);
    purgatory::set_purgatory_argument(&mut image, 0x55667788);
    std::fs::write("image", image).unwrap();
}
`;

const GO = `
package main

import (
	"fmt"
	"os"

	"example.org/x/purgatory"
)

func main() {
	fmt.Printf("%d %d ", purgatory.Memsz, purgatory.BaseMax)
	for _, base := range []uint64{${BASES.join(', ')}} {
		if purgatory.Fits(base) {
			fmt.Print("1")
		} else {
			fmt.Print("0")
		}
	}
	fmt.Println()
	image := purgatory.Blob
	purgatory.SetSha256Digest(image[:], &[32]byte{${[...DIGEST].join(', ')}})
	purgatory.SetSkipChecks(image[:], 0x11223344)
	purgatory.SetPurgatoryArgument(image[:], 0x55667788)
	if os.WriteFile("image", image[:], 0o600) != nil {
		os.Exit(1)
	}
}
`;

/** @returns what Go's vet and gofmt have to say of the package in \`folder\`, which is built, too */
function builtByGo(file: File): string {
  writeFileSync(file('go.mod'), 'module example.org/x\n\ngo 1.19\n');
  const options = { cwd: file('.') };
  const go = ['env', `GOCACHE=${join(ROOT, '.cache/go')}`, `HOME=${file('.')}`, 'go'];
  run([...go, 'vet', './...'], [], options);
  run([...go, 'build', '-o', 'main', '.'], [], options);
  return run(['gofmt', '-l', 'purgatory'], [], options);
}

describe.each(MACHINES)('%s', (arch) => {
  test.each([
    ['g++', '-std=c++20'],
    ['g++', '-std=c++11'],
    ['clang++-19', '-std=c++20'],
  ])('%s %s', async (compiler, standard) => {
    await inFolderUntil(async (file) => {
      const expected = await emitted(arch, 'c', file('p.c'));
      writeFileSync(file('main.cc'), CPP);
      run([compiler.replace('++', compiler === 'g++' ? 'cc' : ''), '-c', 'p.c'], [], { cwd: file('.') });
      const flags = ['-Wall', '-Wextra', '-Werror', '-o', 'main', 'main.cc', 'p.o'];
      run([compiler, standard], flags, { cwd: file('.') });
      check(file, 'main', expected);
    });
  });

  test('rustc', async () => {
    await inFolderUntil(async (file) => {
      const expected = await emitted(arch, 'rust', file('p.rs'));
      writeFileSync(file('main.rs'), RUST);
      run(RUSTC, ['-o', 'main', 'main.rs'], { cwd: file('.') });
      check(file, 'main', expected);
    });
  });

  test('go', async () => {
    await inFolderUntil(async (file) => {
      mkdirSync(file('purgatory'));
      const expected = await emitted(arch, 'go', file('purgatory/p.go'));
      writeFileSync(file('main.go'), GO.trimStart());
      expect(builtByGo(file)).toBe('');
      check(file, 'main', expected);
    });
  });

  test('bindgen keeps the numbers, those of 64 bits, too', async () => {
    await inFolderUntil(async (file) => {
      const expected = await emitted(arch, 'c', file('p.c'));
      const bindings = run(['bindgen', '--no-layout-tests', 'p.h'], [], { cwd: file('.') });
      writeFileSync(file('p.rs'), bindings);
      writeFileSync(
        file('main.rs'),
        `#[allow(non_camel_case_types, non_upper_case_globals)]
#[path = "p.rs"]
mod p;
fn main() {
    let info = unsafe { &p::purgatory_info };
    println!("{} {}", p::PURGATORY_MEMSZ, info.base_max);
}
`,
      );
      run(['gcc', '-c', 'p.c'], [], { cwd: file('.') });
      run(RUSTC, ['-C', 'link-arg=p.o', '-o', 'main', 'main.rs'], { cwd: file('.') });
      expect(run([file('main')])).toBe(`${expected.said.split(' ').slice(0, 2).join(' ')}\n`);
    });
  });
});

describe('names of symbols', () => {
  async function hostile(emit: Emit, path: string): Promise<void> {
    const { blob, map } = await buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`));
    const symbols = SYMBOLS.map(([name], index) => ({
      name,
      offset: 100 + index,
      size: 1 + index,
      section: '',
    }));
    const exported = symbols.map(({ name }) => name);
    const files = emitBlob(blob, { ...map, symbols }, { emit, path, prefix: 'purgatory', exported });
    for (const [name, content] of files) writeFileSync(name, content);
  }
  /** The offsets that a source tells, in its order. */
  const offsets = (text: string, pattern: RegExp): number[] =>
    [...text.matchAll(pattern)].map(([, value]) => Number(value));
  const all = SYMBOLS.map((_, index) => 100 + index);

  test('Rust has a name of its own for each', async () => {
    await inFolderUntil(async (file) => {
      await hostile('rust', file('p.rs'));
      run(RUSTC, ['--crate-type=lib', '-o', 'p.rlib', 'p.rs'], { cwd: file('.') });
      const text = readFileSync(file('p.rs'), 'utf8');
      expect(offsets(text, /\n\/\/\/ Offset of `.*\npub const \w+_OFFSET: usize = (0x\w+);/g)).toEqual(all);
      expect([...text.matchAll(/\npub fn set_/g)]).toHaveLength(all.length);
    });
  });

  test('Go has a name of its own for each', async () => {
    await inFolderUntil(async (file) => {
      mkdirSync(file('purgatory'));
      await hostile('go', join(file('purgatory'), 'p.go'));
      writeFileSync(
        file('main.go'),
        'package main\n\nimport _ "example.org/x/purgatory"\n\nfunc main() {}\n',
      );
      expect(builtByGo(file)).toBe('');
      const text = readFileSync(file('purgatory/p.go'), 'utf8');
      expect(offsets(text, /\n\t\/\/ \w+ is the offset of .*\n\t\w+Offset = (0x\w+)/g)).toEqual(all);
      expect([...text.matchAll(/\nfunc Set/g)]).toHaveLength(all.length);
    });
  });

  test('C++ has a name of its own for each', async () => {
    await inFolderUntil(async (file) => {
      await hostile('c', file('p.c'));
      writeFileSync(file('main.cc'), '#include "p.h"\n');
      run(['g++', '-Wall', '-Wextra', '-Werror', '-c', 'main.cc'], [], { cwd: file('.') });
    });
  });
});
