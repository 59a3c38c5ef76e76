/** Inputs that once came out wrong: each is small and stands for a kind, and its test tells the right value. */
import { readFileSync, writeFileSync } from 'node:fs';
import { runInUnicorn } from '../../emulate/index.ts';
import { applyAt, type BuiltImage, buildImage, type ImageMap } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { inFolder } from './folder.ts';
import { assembledBy, gnuObject } from './gnu-object.ts';
import { sectionDifferences } from './link-image.ts';
import { runOf } from './machine-run.ts';
import { read } from './memory.ts';
import { run } from './run.ts';
import { programNamed, toolsOf } from './tools.ts';

/** The text of test/machines/<psABI>/cases/<name>, for a file called <psABI>/<name>. */
export function caseText(file: string): string {
  const [psabi, name] = file.split('/');
  return readFileSync(new URL(`../machines/${psabi}/cases/${name}`, import.meta.url), 'utf8');
}

/** The object that GNU as for the machine makes of such a file. @throws Error with what it said */
export function caseObject(arch: string, file: string): Uint8Array {
  return gnuObject(arch, caseText(file));
}

/** The same by llvm-mc, for what GNU as does not know. */
export function caseByLlvm(arch: string, file: string): Uint8Array {
  const { llvm = arch, llvmOptions } = toolsOf(arch);
  return assembledBy(['llvm-mc-16', `-arch=${llvm}`, '-filetype=obj', ...llvmOptions], caseText(file));
}

/** The file that a compiler of tools.sh, with options, makes of C. @throws Error with what it said */
export function caseCompiled(
  arch: string,
  compiler: 'GCC' | 'CLANG',
  file: string,
  options: readonly string[],
): Uint8Array {
  const command = programNamed(arch, compiler);
  if (!command) throw new Error(`tools.sh names no ${compiler} for ${arch}`);
  return inFolder((at) => {
    writeFileSync(at('in.c'), caseText(file));
    run(command, [...options, '-o', at('out'), at('in.c')]);
    return readFileSync(at('out'));
  });
}

/** An image after its prologue ran at `base`, by the reference model. */
export interface CaseImage {
  readonly map: ImageMap;
  /** The bytes of the memory from the load base on; what is in front of the image counts as zeros. */
  readonly memory: Uint8Array;
  /** The word of 4 or 8 bytes at an offset from the load base, as data. */
  word(offset: number, bytes?: 4 | 8): bigint;
  /** Offset of a global symbol from the load base. @throws Error when there is none */
  at(symbol: string): number;
  /** Offset of a section from the load base. @throws Error when there is none */
  section(name: string): number;
}

/** Builds an object and tells what it comes to. */
export async function caseImage(object: Uint8Array, base: bigint): Promise<CaseImage> {
  const { blob, map } = await buildImage(object);
  const memory = new Uint8Array(map.memsz);
  memory.set(applyAt(blob, map, base), map.imageOffset);
  const order = architectureNamed(map.arch)?.machine.dataOrder ?? 'little';
  const offsetOf = (list: ImageMap['symbols'] | ImageMap['sections'], name: string): number => {
    const found = list.find((each) => each.name === name);
    if (!found) throw new Error(`the image has no ${name}`);
    return found.offset;
  };
  return {
    map,
    memory,
    word: (offset, bytes = 4) => read(memory, offset, bytes, order),
    at: (symbol) => offsetOf(map.symbols, symbol),
    section: (name) => offsetOf(map.sections, name),
  };
}

/** Where the image of an object is not what GNU ld makes of the object at the same addresses. */
export async function differencesFromLd(
  object: Uint8Array,
  base: bigint,
  symbols?: ReadonlyMap<string, bigint>,
): Promise<string[]> {
  const { map, memory } = await caseImage(object, base);
  return sectionDifferences(memory.subarray(map.imageOffset), map, object, base, symbols);
}

/**
 * Runs an image at `base` from its first byte up to the instruction at `stop`, an offset from there.
 * @returns its memory from the load base on
 */
export function memoryAfter({ blob, map }: BuiltImage, base: bigint, stop: number): Uint8Array {
  const whole = new Uint8Array(map.memsz);
  whole.set(blob);
  const result = runInUnicorn(runOf(map.arch, base, whole, [stop]));
  if (!result.reached)
    throw new Error(`${result.fault ?? 'the run ended'} at 0x${result.stoppedAt.toString(16)}`);
  return result.memory[0] ?? new Uint8Array();
}
