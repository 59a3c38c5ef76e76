/** Which images are made of the programs that check themselves: a machine's tables, spread out. */
import { createHash } from 'node:crypto';

import type { RustMachine } from './rust.ts';

/** What comes of images that do not end well, where that is known. */
export interface Listed {
  /** Of the images' names, without the machine: each of them ends so, and the entry is stale when one does not. */
  readonly images: RegExp;
  /** How they end: of the outcome that is printed. */
  readonly ends: RegExp;
  /** What is wrong. */
  readonly why: string;
}

/** What is refused for good. */
export interface Refused extends Listed {
  /** Where the psABI says that nobody can do it; without it linkers must refuse the same objects. */
  readonly psabi?: string;
}

export interface SelfCheck {
  /** Options of all compilers. */
  readonly flags?: string;
  /** Options of linkers for an image of this form. */
  readonly linking?: Readonly<Partial<Record<Form, string>>>;
  /** True where compilers call functions of libgcc. */
  readonly libgcc?: true;
  /** An instruction that does nothing, where the prologue has some that user mode does not permit. */
  readonly nop?: Uint8Array;
  /** Where Debian has Rust's libraries for the machine. */
  readonly rust?: RustMachine;
  /**
   * Rows of languages and compilers, forms and flags, between bars. A language is `c`, unless `c++` or `rust` is named;
   * `clang` stands for both versions. Optimisation levels go round, unless the flags name one. A flag `cpu=…` is for the
   * emulator; with `near` nothing is farther than 32 KiB, and with `asm` the entry is assembly.
   */
  readonly images: string;
  /** Names of images whose objects are kept in test/fixtures/selfcheck: those of the everyday tests. */
  readonly kept: readonly string[];
  /** What no tool does either: refused, and why. */
  readonly refused?: readonly Refused[];
  /** Of what compilers and linkers make nothing, or a file that is wrong before any image is built of it. */
  readonly unmade?: readonly Listed[];
  /** What is wrong today. */
  readonly known?: readonly Listed[];
}

/** The machines of one psABI, by name. */
export type SelfChecks = Readonly<Record<string, SelfCheck>>;

const LANGUAGES = ['c', 'c++', 'rust'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * `rel`: ld -r; `lldrel`: lld's; `objects`: what compilers made, and their library, for relocator to put together, in C
 * only; `pie`: GNU ld's static PIE; `textrel`: one whose code has relocations, too; `lld`: lld's, with RELR. The last
 * two are executables as GNU ld and lld make them, of which no image is built: what linkers make of the same objects.
 */
const FORMS = ['rel', 'lldrel', 'objects', 'pie', 'textrel', 'lld', 'static', 'lldstatic'] as const;
export type Form = (typeof FORMS)[number];

const COMPILERS: Readonly<Record<string, readonly string[]>> = {
  gcc: ['gcc'],
  clang: ['clang16', 'clang19'],
  clang16: ['clang16'],
  clang19: ['clang19'],
  rustc: ['rustc'],
};

const LEVELS = ['-O0', '-O1', '-O2', '-O3', '-Os', '-Oz'];

/** Words of a row that are no flags. */
const WORDS = /^(cpu=.*|near|asm)$/;

export interface Image {
  readonly arch: string;
  /** Language, compiler, form, level and flags. */
  readonly name: string;
  readonly language: Language;
  readonly compiler: string;
  readonly form: Form;
  readonly flags: readonly string[];
  /** The processor that the emulator is to be. */
  readonly cpu: string | undefined;
  /** True where nothing is farther than 32 KiB. */
  readonly near: boolean;
  /** True where the entry is not a C function. */
  readonly assembly: boolean;
}

function isOneOf<Name extends string>(names: readonly Name[], word: string): word is Name {
  return names.some((name) => name === word);
}

/** The images of a machine. @throws Error for a row that says nothing known */
export function imagesOf(arch: string, { images }: SelfCheck): Image[] {
  return images
    .split('\n')
    .filter((row) => row.trim() !== '')
    .flatMap((row) => {
      const [who = [], forms = [], words = []] = row.split('|').map((part) => part.trim().split(/\s+/));
      const language = who.find((word) => isOneOf(LANGUAGES, word)) ?? 'c';
      const compilers = who.flatMap((word) => COMPILERS[word] ?? []);
      const flags = words.filter((word) => word !== '' && !WORDS.test(word));
      const cpu = words.find((word) => word.startsWith('cpu='))?.slice('cpu='.length);
      if (compilers.length === 0 || forms.length === 0) throw new Error(`${arch}: no image in "${row}"`);
      return compilers.flatMap((compiler) =>
        forms.map((form): Image => {
          if (!isOneOf(LANGUAGES, language) || !isOneOf(FORMS, form)) {
            throw new Error(`${arch}: ${language} and ${form} are not both known, in "${row}"`);
          }
          const rest = [language, compiler, form, ...flags].join(' ');
          const all = flags.some((flag) => flag.startsWith('-O')) ? flags : [levelOf(rest), ...flags];
          const name = [language, compiler, form, ...all].join(' ');
          return {
            arch,
            name,
            language,
            compiler,
            form,
            flags: all,
            cpu,
            near: words.includes('near'),
            assembly: words.includes('asm'),
          };
        }),
      );
    });
}

/** One of the levels, always the same for the same words, however many rows there are. */
function levelOf(words: string): string {
  return LEVELS[(createHash('sha256').update(words).digest()[0] ?? 0) % LEVELS.length] ?? '';
}
