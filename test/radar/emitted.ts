/** The relocation types in the objects that a compiler makes of the corpus. What was compiled once is kept in .cache. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHF } from '../../image/elf/constants.ts';
import { rulesFor } from '../../image/input/open.ts';
import { originOf } from '../../image/input/origin.ts';
import { readElf } from '../../index.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import { compilerWords } from '../selfcheck/commands.ts';
import { ended } from '../selfcheck/ended.ts';
import { type Job, LEVELS } from './corpus.ts';

const SETUP = 'scripts/setup-radar';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** To be raised when more is read out of the objects. */
const READER = 1;
const kept = join(CACHE, 'radar');

/** What sections a type stands in. Unwinding tables are what a purgatory is compiled without. */
export const STANDS_IN = ['code', 'data', 'unwinding'] as const;
export type StandsIn = (typeof STANDS_IN)[number];

export interface EmittedType {
  readonly type: string;
  /** At which of `LEVELS`, in their order. */
  readonly levels: readonly string[];
  readonly standsIn: readonly StandsIn[];
}

export interface Emitted {
  /** By name. */
  readonly types: readonly EmittedType[];
  /** How many of the corpus's objects could not be compiled, and what the compiler said of the first. */
  readonly failed?: { readonly count: number; readonly why: string };
}

/** The compiler's own number of its version. */
export async function versionOf(arch: string, compiler: string): Promise<string> {
  const option = compiler.startsWith('gcc') ? '-dumpfullversion' : '-dumpversion';
  const { output } = await ended([...compilerWords(arch, compiler), option], tmpdir(), 0, SETUP);
  return output.trim();
}

/** All types that a job's objects have in sections which take memory. */
export async function emittedBy(job: Job, version: string): Promise<Emitted> {
  const hash = createHash('sha256').update(JSON.stringify([READER, version]));
  for (const { words, inputs, level } of job.commands) {
    hash.update(JSON.stringify([words.map((word) => word.replace(ROOT, '')), level]));
    for (const input of inputs) hash.update(readFileSync(input));
  }
  const file = join(kept, `${hash.digest('hex')}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // not compiled yet
  }
  const emitted = await compiled(job);
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(emitted));
  renameSync(`${file}.${process.pid}`, file);
  return emitted;
}

async function compiled({ commands }: Job): Promise<Emitted> {
  const folder = await mkdtemp(join(tmpdir(), 'relocator-radar-'));
  const found = new Map<string, { levels: Set<string>; standsIn: Set<StandsIn> }>();
  const failures: string[] = [];
  try {
    for (const { words, output, level } of commands) {
      const { status, signal, output: said } = await ended(words, folder, 0, SETUP);
      if (status !== 0) {
        failures.push(errorIn(said) ?? `it ended with ${status ?? signal}`);
        continue;
      }
      for (const { type, standsIn } of typesIn(readFileSync(join(folder, output)))) {
        const entry = found.get(type) ?? { levels: new Set(), standsIn: new Set() };
        found.set(type, entry);
        for (const each of level === '' ? LEVELS : [level]) entry.levels.add(each);
        entry.standsIn.add(standsIn);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const types = [...found].map(
    ([type, { levels, standsIn }]): EmittedType => ({
      type,
      levels: LEVELS.filter((level) => levels.has(level)),
      standsIn: STANDS_IN.filter((kind) => standsIn.has(kind)),
    }),
  );
  types.sort((a, b) => (a.type < b.type ? -1 : 1));
  const [why] = failures;
  return { types, ...(why === undefined ? {} : { failed: { count: failures.length, why } }) };
}

/** What a compiler says of its first error, without places, which are this machine's. */
function errorIn(said: string): string | undefined {
  const line = said.split('\n').find((each) => /(^|\s)(fatal |internal compiler )?error:/i.test(each));
  return line?.replace(/^.*?((fatal |internal compiler )?error: )/i, '').trim();
}

const UNWINDING = /^\.(eh_frame|gcc_except_table|ARM\.ex|PARISC\.unwind)/;

function* typesIn(object: Uint8Array): Generator<{ type: string; standsIn: StandsIn }> {
  const elf = readElf(object);
  const { architecture } = rulesFor(elf);
  for (const { target, relocations } of elf.relocations) {
    const section = elf.sections[target];
    if (!section || !(section.flags & SHF.ALLOC)) continue;
    const code = section.flags & SHF.EXECINSTR ? 'code' : 'data';
    const standsIn = UNWINDING.test(section.name) ? 'unwinding' : code;
    for (const relocation of relocations) {
      yield { type: originOf(elf, architecture, section, relocation).type, standsIn };
    }
  }
}
