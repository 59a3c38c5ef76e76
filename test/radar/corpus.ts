/** What is compiled for the radar: which sources, by which compilers, with which flags. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolsFile, toolWords } from '../../scripts/machine-tools.ts';
import { FAMILIES } from '../machines/index.ts';
import { type Command, compileCommands, compilerWords, wordsOf } from '../selfcheck/commands.ts';
import { type Image, imagesOf, type SelfCheck } from '../selfcheck/plan.ts';

const purgatory = fileURLToPath(new URL('../../purgatory', import.meta.url));

export const LEVELS = ['-O0', '-O1', '-O2', '-O3', '-Os', '-Oz'];
/** Those that the programs which check themselves are compiled at; purgatories at the others, so that each is there once. */
export const CHECKED_AT: readonly string[] = ['-O0', '-O2', '-Os'];
/** `-Oz` is young in gcc, and hardly other than `-Os`. */
export const PURGATORIES_AT = {
  gcc: ['-O1', '-O3', '-Os'],
  clang: ['-O1', '-O3', '-Oz'],
} as const satisfies Record<string, readonly string[]>;

/** As purgatories are compiled, by kexec-tools and here. */
const FREESTANDING = [
  ...[
    '-std=gnu11',
    '-w',
    '-ffreestanding',
    '-fno-builtin',
    '-nostdlib',
    '-fno-stack-protector',
    '-fno-ident',
  ],
  ...['-fno-asynchronous-unwind-tables', '-fno-unwind-tables', '-fno-common'],
];

/** One compiler and one set of flags: all sources at all levels are compiled so. */
export interface Job {
  readonly arch: string;
  /** `gcc` or `clang`, and the version behind a dash. */
  readonly compiler: string;
  /** Those that change what addresses are made of; empty for what the compiler does by itself. */
  readonly flags: string;
  readonly commands: readonly Compilation[];
}

export interface Compilation extends Command {
  readonly level: string;
}

const selfChecks = new Map(FAMILIES.flatMap(({ selfChecks: own = {} }) => Object.entries(own)));

/** The machines that there is a plan of self-checking images for. */
export const MACHINES = [...selfChecks.keys()].sort();

/** The compilers of a machine, gcc first, from the oldest on. */
export function compilersOf(arch: string): string[] {
  return ['gcc', 'clang'].flatMap((name) =>
    (toolWords(arch, `${name.toUpperCase()}_VERSIONS`) ?? []).map((version) => `${name}-${version}`),
  );
}

/** All jobs of a machine, in the order of its plan; none of flags first. */
export function jobsOf(arch: string): Job[] {
  const check = selfChecks.get(arch);
  if (!check) throw new Error(`there is no plan of self-checking images for ${arch}`);
  const seen = new Map<string, Image>();
  for (const image of [undefined, ...imagesOf(arch, check)].map((each) => each ?? bare(arch))) {
    if (image.language !== 'c') continue;
    const family = image.compiler.replace(/\d+$/, '');
    const flags = image.flags.filter((flag) => !LEVELS.includes(flag)).join(' ');
    for (const each of image.compiler === '' ? ['gcc', 'clang'] : [family]) {
      const key = `${each} ${flags}`;
      if (!seen.has(key)) seen.set(key, image);
    }
  }
  return [...seen].flatMap(([key, image]) => {
    const [family = '', ...flags] = key.split(' ');
    return compilersOf(arch)
      .filter((compiler) => compiler.startsWith(`${family}-`))
      .map((compiler) => jobOf(image, compiler, flags.join(' '), check));
  });
}

/** An image with no flags at all. */
function bare(arch: string): Image {
  const none = { flags: [], cpu: undefined, near: false, assembly: false } as const;
  return { arch, name: '', language: 'c', compiler: '', form: 'rel', ...none };
}

function jobOf(image: Image, compiler: string, flags: string, check: SelfCheck): Job {
  const { arch } = image;
  const own = CHECKED_AT.flatMap((level) =>
    compileCommands({ ...image, compiler, flags: [level, ...wordsOf(flags)] }, check)
      // The other one is an array, and nothing but.
      .filter(({ output }) => output !== 'far.c.o')
      .map((command) => ({ ...command, level })),
  );
  const words = [...compilerWords(arch, compiler), ...FREESTANDING, ...(toolWords(arch, 'FLAGS') ?? [])];
  const levels = PURGATORIES_AT[compiler.startsWith('gcc') ? 'gcc' : 'clang'];
  const ours = levels.flatMap((level) =>
    ['purgatory.c', 'sha256.c'].map((source) =>
      purgatorySource(words, source, [...wordsOf(flags), level], level),
    ),
  );
  const entry = toolsFile(arch).replace(/^purgatory\/(.*)tools\.sh$/, '$1entry.S');
  return {
    arch,
    compiler,
    flags,
    commands: [...own, ...ours, purgatorySource(words, entry, wordsOf(flags), '')],
  };
}

function purgatorySource(
  words: readonly string[],
  source: string,
  flags: readonly string[],
  level: string,
): Compilation {
  const path = join(purgatory, source);
  const output = `${source.replace(/.*\//, '')}.o`;
  return {
    words: [...words, ...flags, '-c', '-o', output, path],
    inputs: [path, join(purgatory, 'sha256.h')],
    output,
    level,
  };
}
