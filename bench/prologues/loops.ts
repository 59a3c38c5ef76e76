/** loops.c, as each compiler of a machine makes machine code of it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Format } from '../../codegen/request.ts';
import { ET } from '../../image/elf/constants.ts';
import { readHeader } from '../../image/elf/header.ts';
import { readSections } from '../../image/elf/sections.ts';
import { readSegments } from '../../image/elf/segments.ts';
import { readSymbols } from '../../image/elf/symbols.ts';
import { toolsFile, toolWords } from '../../scripts/machine-tools.ts';
import type { BenchMachine } from './machine.ts';

const SOURCE = fileURLToPath(new URL('loops.c', import.meta.url));
/** Where code is linked. */
const CODE = 0x20_0000n;
const LEVELS = ['-Os', '-Oz', '-O2'] as const;
const OPTIONS = [
  ...['-ffreestanding', '-fno-pic', '-fomit-frame-pointer', '-fno-asynchronous-unwind-tables'],
  // So that none depends on the size of those in front of it.
  '-ffunction-sections',
];

/** What names a compiler in a machine's tools. */
const COMPILERS = ['GCC', 'CLANG'] as const;

/** A function in C, compiled. */
export interface Loop {
  readonly code: Uint8Array;
  /** Its address. */
  readonly start: bigint;
}

/** All loops, by one compiler at one level. */
export interface Loops {
  /** As `gcc -Os`. */
  readonly by: string;
  /** @throws Error for a format that has none */
  readonly over: (format: Format) => Loop;
}

function run(program: string, options: readonly string[]): string {
  try {
    return execFileSync(program, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new Error(`${program} is not installed: run scripts/setup and scripts/setup-selfcheck`);
  }
}

/** Every compiler of a machine with its version, as `gcc 12.2.0`. */
export function compilersOf(arch: string): string[] {
  return COMPILERS.flatMap((compiler) => {
    const [program] = toolWords(arch, compiler) ?? [];
    if (program === undefined) return [];
    const version = run(program, [compiler === 'GCC' ? '-dumpfullversion' : '-dumpversion']);
    return [`${compiler.toLowerCase()} ${version.trim()}`];
  });
}

/** By every compiler that the machine has, at each level. @throws Error where one is not installed */
export function compiledLoops(
  arch: string,
  { options = [], gcc = [] }: Pick<BenchMachine, 'options' | 'gcc'>,
): Loops[] {
  const flags = [...(toolWords(arch, 'FLAGS') ?? []), ...OPTIONS, ...options];
  const linker = toolWords(arch, 'LD') ?? [];
  const loops = COMPILERS.flatMap((compiler) => {
    const words = toolWords(arch, compiler);
    if (!words) return [];
    const own = compiler === 'GCC' ? gcc : [];
    return LEVELS.map((level) => ({
      by: `${compiler.toLowerCase()} ${level}`,
      over: compile(words, [...flags, ...own, level], linker),
    }));
  });
  if (loops.length === 0) throw new Error(`${toolsFile(arch)} names no compiler`);
  return loops;
}

function compile(
  [compiler = '', ...first]: readonly string[],
  options: readonly string[],
  [linker = '', ...emulation]: readonly string[],
): Loops['over'] {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-bench-'));
  const [object, linked] = [join(folder, 'loops.o'), join(folder, 'loops')];
  try {
    run(compiler, [...first, ...options, '-c', '-o', object, SOURCE]);
    run(linker, [...emulation, `-Ttext=0x${CODE.toString(16)}`, '-e', '0', '-o', linked, object]);
    const file = readFileSync(linked);
    return (format) => functionOf(format, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A function's own bytes, without what aligns its section, and its address: assemblers leave branches to linkers. */
function functionOf(wanted: string, linked: Uint8Array): Loop {
  const { source, header } = readHeader(linked, '', new Map([[ET.EXEC, 'kept']]));
  const symbol = readSymbols(source, readSections(source, header)).find(({ name }) => name === wanted);
  if (!symbol) throw new Error(`loops.c has no ${wanted}()`);
  const start = symbol.value;
  const segment = readSegments(source, header).find(
    ({ address, data }) => address <= start && start + symbol.size <= address + BigInt(data.length),
  );
  if (!segment || symbol.size === 0n) throw new Error(`${wanted}() is not where it was linked to be`);
  const at = Number(start - segment.address);
  return { code: segment.data.slice(at, at + Number(symbol.size)), start };
}
