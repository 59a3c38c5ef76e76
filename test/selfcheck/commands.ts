/** The commands that compile and link the programs that check themselves. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { programNamed } from '../support/tools.ts';
import type { Form, Image, Language, SelfCheck } from './plan.ts';
import { sysrootFor } from './rust.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(here, 'program');

/** Files of each language, in the order in which they are linked. */
const SOURCES: Readonly<Record<Language, readonly string[]>> = {
  c: ['check.c', 'far.c', 'other.c'],
  'c++': ['check.cc', 'other.cc', 'far.c', 'other.c'],
  rust: ['rust.c', 'check.rs', 'other.c'],
};

/** What sources include. */
const HEADERS = ['check.h', 'check.hh', 'arrays.ld'];

/** Stands for the compiler's library among the words of a command. */
export const LIBGCC = 'libgcc';

const COMMON = ['-ffreestanding', '-nostdlib', '-fno-stack-protector', '-fno-ident', '-w'];
const CPLUSPLUS = ['-std=c++17', '-nostdinc++'];

/** A program, its arguments, the files that they depend on, and the file that it makes. */
export interface Command {
  readonly words: readonly string[];
  readonly inputs: readonly string[];
  readonly output: string;
}

/** The commands that compile an image's sources; each makes a file in the folder in which they run. */
export function compileCommands(image: Image, check: SelfCheck): Command[] {
  const header = join(here, '../machines', architectureNamed(image.arch)?.machine.psabi ?? '', 'selfcheck.h');
  const own = SOURCES[image.language].filter((source) => !(image.near && source === 'far.c'));
  const sources = image.assembly ? ['entry.c', ...own] : own;
  return sources.map((source) => {
    const path = join(program, source);
    const output = `${source}.o`;
    const words = source.endsWith('.rs')
      ? rustc(image, check)
      : [...compiler(image, source, check, header), '-c'];
    const inputs = [path, header, ...HEADERS.map((name) => join(program, name))];
    return { words: [...words, '-o', output, path], inputs, output };
  });
}

/** The command that links what the others made to the file `out`. */
export function linkCommand(image: Image, check: SelfCheck, objects: readonly string[]): Command {
  const words = [
    ...linker(image),
    ...wordsOf(check.linking?.[image.form]),
    '-o',
    'out',
    ...objects,
    ...(check.libgcc ? [LIBGCC] : []),
  ];
  return { words, inputs: [], output: 'out' };
}

export function wordsOf(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** @throws Error for a program that tools.sh does not name */
export function tool(arch: string, name: string): readonly string[] {
  const found = programNamed(arch, name);
  if (found === undefined) throw new Error(`purgatory/machines names no ${name} for ${arch}`);
  return found;
}

/** A compiler with the options that choose the machine: as it is called, or with the version that its name ends with. */
export function compilerWords(arch: string, name: string, plusplus = false): string[] {
  const version = /\d+$/.exec(name)?.[0];
  const suffix = version === undefined ? '' : `-${version}`;
  if (name.startsWith('clang')) return [`clang${suffix}`, ...tool(arch, 'CLANG').slice(1)];
  const [gcc = '', ...options] = tool(arch, 'GCC');
  return [(plusplus ? gcc.replace(/gcc$/, 'g++') : gcc) + suffix, ...options];
}

function compiler(image: Image, source: string, check: SelfCheck, header: string): string[] {
  const { arch, flags, near, assembly } = image;
  const plusplus = source.endsWith('.cc');
  return [
    ...compilerWords(arch, image.compiler, plusplus),
    ...COMMON,
    ...(plusplus ? CPLUSPLUS : []),
    ...wordsOf(check.flags),
    ...flags.filter((flag) => !isRustFlag(flag) && (plusplus || !isPlusPlusFlag(flag))),
    ...(near ? ['-DNEAR'] : []),
    ...(assembly ? ['-DASM_ENTRY'] : []),
    '-include',
    header,
  ];
}

function isRustFlag(flag: string): boolean {
  return flag.startsWith('-C');
}

function isPlusPlusFlag(flag: string): boolean {
  return /^-f(no-)?(rtti|threadsafe-statics)$/.test(flag);
}

function rustc({ arch, flags }: Image, { rust }: SelfCheck): string[] {
  if (!rust) throw new Error(`nothing tells what Rust calls ${arch}`);
  const [level = ''] = flags;
  return [
    '/usr/bin/rustc',
    ...['--edition', '2021', '--crate-type', 'staticlib', '--target', rust.target],
    ...['--sysroot', sysrootFor(rust), '-Cpanic=abort', '-Cembed-bitcode=no'],
    `-Copt-level=${level.replace('-O', '')}`,
    ...flags.filter(isRustFlag),
  ];
}

function linker({ arch, form, language }: Image): string[] {
  const own = programNamed(arch, 'LINKER');
  const ld = own && !own[0]?.includes('lld') ? own : tool(arch, 'LD');
  // What is not asked for of core, and its bitcode.
  const unused = language === 'rust' ? ['-S', '--gc-sections', '-u', 'purgatory_start'] : [];
  const arrays = language === 'c++' ? ['-T', join(program, 'arrays.ld')] : [];
  const pie = [...unused, '-static', '-pie', '--no-dynamic-linker', '-z', 'text', '-e', 'purgatory_start'];
  const executable = [...unused, '-static', '-e', 'purgatory_start'];
  const words: Readonly<Record<Form, () => string[]>> = {
    rel: () => [...ld, '-r', ...unused, ...arrays],
    lldrel: () => [...tool(arch, 'LLD'), '-r', ...unused, ...arrays],
    objects: () => [],
    pie: () => [...ld, ...pie],
    textrel: () => [...ld, ...pie, '-z', 'notext'],
    lld: () => [...tool(arch, 'LLD'), ...pie, '--pack-dyn-relocs=relr'],
    static: () => [...ld, ...executable],
    lldstatic: () => [...tool(arch, 'LLD'), ...executable],
  };
  return words[form]();
}
