/** Files that are no ELF objects, or such without code, as the tools write them that people use: each is told by what it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditObject, buildImage, InputError } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { inFolder } from '../support/folder.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';

const SOURCE = 'int glob = 5; int *p = &glob; void purgatory_start(void) { glob = *p; for (;;); }\n';
const ASSEMBLY = '.globl purgatory_start\npurgatory_start: .byte 0x90\n';
const IR = 'define void @purgatory_start() {\n  ret void\n}\n';

/** What a command makes of a file `in`, with the name of its output put in for `OUT`. */
function made(input: string | Uint8Array, ...command: readonly string[]): Uint8Array {
  return inFolder((file) => {
    writeFileSync(file('in'), input);
    run(
      command.map((word) => (word === 'OUT' ? file('out') : word)),
      [],
      { cwd: file('') },
    );
    return readFileSync(file('out'));
  });
}

/** The message with which an object of those bytes is refused, by build and audit alike. */
async function refusal(bytes: Uint8Array, ...more: readonly Uint8Array[]): Promise<string> {
  const all = [bytes, ...more].map((each, index) => ({ name: `in${index}`, bytes: each }));
  const input = more.length === 0 ? bytes : all;
  const built = await buildImage(input).then(
    () => 'built',
    (error: unknown) => (error instanceof InputError ? error.message : Promise.reject(error)),
  );
  const audited = ((): string => {
    try {
      auditObject(input);
      return 'audited';
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
  })();
  expect(audited).toBe(built);
  return built;
}

const object = gnuObject(PLAIN, ASSEMBLY);
const slim = made(SOURCE, 'gcc', '-O2', '-flto', '-ffreestanding', '-x', 'c', '-c', 'in', '-o', 'OUT');
const bitcode = made(IR, 'llvm-as-16', 'in', '-o', 'OUT');
const llvmObject = (triple: string): Uint8Array =>
  made(ASSEMBLY, 'llvm-mc-16', `-triple=${triple}`, '-filetype=obj', 'in', '-o', 'OUT');

describe('an object without code', () => {
  const message = /^it is a slim LTO object \(gcc -flto\), .*-fno-lto, or with -ffat-lto-objects$/;

  test('of gcc -flto is told as that', async () => {
    expect(await refusal(slim)).toMatch(message);
  });

  test('is taken with code beside the notes', async () => {
    const options = ['-O2', '-flto', '-ffat-lto-objects', '-ffreestanding', '-fPIC'];
    const fat = made(SOURCE, 'gcc', ...options, '-x', 'c', '-c', 'in', '-o', 'OUT');
    const plain = made(
      SOURCE,
      'gcc',
      '-O2',
      '-fno-lto',
      ...options.slice(3),
      '-x',
      'c',
      '-c',
      'in',
      '-o',
      'OUT',
    );
    expect((await buildImage(fat)).blob).toEqual((await buildImage(plain)).blob);
  });

  test('is told by its name in an archive', async () => {
    const archive = made(slim, 'gcc-ar', 'rcs', 'OUT', 'in');
    expect(await refusal(archive)).toMatch(/^in: it is a slim LTO object/);
    expect(await refusal(object, slim)).toMatch(/^in1: it is a slim LTO object/);
  });
});

describe('a member of an archive', () => {
  test('is told by what it is, if it is asked for', async () => {
    expect(await refusal(made(bitcode, 'llvm-ar-16', 'rcs', 'OUT', 'in'))).toMatch(
      /^in: not an ELF file: it is LLVM bitcode/,
    );
  });
});

describe('members without a symbol to be seen', () => {
  const caller = gnuObject(PLAIN, '.globl purgatory_start\npurgatory_start: call helper\n');
  const compressed = made(object, 'bash', '-c', 'gzip <in >"$0"', 'OUT');
  const slimHelper = made(
    'int helper(int a) { return 3 * a; }',
    ...['gcc', '-flto', '-x', 'c', '-c', 'in', '-o', 'OUT'],
  );

  test.each([
    ['bitcode', bitcode, /LLVM bitcode: recompile it with -fno-lto/],
    ['compressed', compressed, /compressed with gzip: unpack it first \(gunzip\)/],
    ['slim LTO', slimHelper, /a slim LTO object \(gcc -flto\), .*: recompile it with -fno-lto/],
  ] as const)('are told where something stays undefined: %s', async (_, bytes, what) => {
    const archive = made(bytes, 'llvm-ar-16', 'rcS', 'OUT', 'in');
    const built = await buildImage([
      { name: 'main.o', bytes: caller },
      { name: 'lib.a', bytes: archive },
    ]).catch((error: unknown) => String(error));
    expect(built).toMatch(
      / against helper in .text of main.o at 0x1: it is undefined; .*; it may be in lib.a\(in\), which is /,
    );
    expect(built).toMatch(what);
    await expect(buildImage(archive)).rejects.toThrow(
      /no member of the archive defines purgatory_start.*\nit may be in in, which is /,
    );
    await expect(buildImage(archive)).rejects.toThrow(what);
  });

  test("are nobody's business where nothing does", async () => {
    const archive = made(bitcode, 'llvm-ar-16', 'rcS', 'OUT', 'in');
    const files = [
      { name: 'main.o', bytes: object },
      { name: 'lib.a', bytes: archive },
    ];
    expect((await buildImage(files)).map.symbols.map(({ name }) => name)).toEqual(['purgatory_start']);
    const text = made('no code', 'llvm-ar-16', 'rcS', 'OUT', 'in');
    const refused = await buildImage([
      { name: 'main.o', bytes: caller },
      { name: 'lib.a', bytes: text },
    ]).catch(String);
    expect(refused).not.toContain('it may be in');
  });

  test('and a misspelt entry of an archive is answered with what comes close', async () => {
    const archive = made(object, 'ar', 'rcs', 'OUT', 'in');
    await expect(buildImage(archive, { entry: 'purgatory_strat' })).rejects.toThrow(
      'no member of the archive defines purgatory_strat, and there is no object that asks for others; close to it is purgatory_start; pass',
    );
  });
});

describe('a file that is told by what it is', () => {
  test.each([
    ['LLVM bitcode', bitcode, /^not an ELF file: it is LLVM bitcode; recompile it with -fno-lto/],
    [
      'LLVM bitcode for macOS',
      made(`target triple = "${PLAIN}-apple-macosx"\n${IR}`, 'llvm-as-16', 'in', '-o', 'OUT'),
      /it is LLVM bitcode in its wrapper; recompile it with -fno-lto/,
    ],
    ['LLVM assembly', made(bitcode, 'llvm-dis-16', 'in', '-o', 'OUT'), /it is LLVM assembly; compile it/],
    [
      'gzip',
      made(object, 'bash', '-c', 'gzip <in >"$0"', 'OUT'),
      /compressed with gzip; unpack it first \(gunzip\)/,
    ],
    ['xz', made(object, 'bash', '-c', 'xz <in >"$0"', 'OUT'), /compressed with xz; unpack it first \(unxz\)/],
    [
      'lzma',
      made(object, 'bash', '-c', 'xz --format=lzma <in >"$0"', 'OUT'),
      /with lzma; unpack it first \(unlzma\)/,
    ],
    ['zstd', made(object, 'zstd', '-q', 'in', '-o', 'OUT'), /with zstd; unpack it first \(unzstd\)/],
    [
      'bzip2',
      made(object, 'bash', '-c', 'bzip2 <in >"$0"', 'OUT'),
      /with bzip2; unpack it first \(bunzip2\)/,
    ],
    ['lz4', made(object, 'lz4', '-q', 'in', 'OUT'), /with lz4; unpack it first \(unlz4\)/],
    ['old lz4', made(object, 'lz4', '-q', '-l', 'in', 'OUT'), /with lz4 \(its old format\); unpack it first/],
    ['tar', made(object, 'tar', '-cf', 'OUT', 'in'), /a tar archive; unpack it first/],
    [
      'COFF',
      llvmObject(`${PLAIN}-pc-windows-msvc`),
      /a Windows object \(COFF\); compile for a target with ELF/,
    ],
    [
      'PE',
      made(
        llvmObject(`${PLAIN}-pc-windows-msvc`),
        ...['lld-link-16', '/entry:purgatory_start', '/subsystem:console', 'in', '/out:out'],
      ),
      /a Windows or EFI program \(PE\); compile/,
    ],
    [
      'WebAssembly',
      made(IR, 'llc-16', '-mtriple=wasm32', '-filetype=obj', 'in', '-o', 'OUT'),
      /WebAssembly; compile/,
    ],
    [
      'XCOFF',
      made(IR, 'llc-16', '-mtriple=powerpc64-ibm-aix', '-filetype=obj', 'in', '-o', 'OUT'),
      /\(XCOFF\); comp/,
    ],
    ['Mach-O', llvmObject(`${PLAIN}-apple-darwin`), /a Mach-O file; compile for a target with ELF/],
  ] as const)('%s', async (_, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
    expect(await refusal(object, bytes)).toMatch(/^in1: not an ELF file: it is /);
  });
});
