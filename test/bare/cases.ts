/** What is entered, and what must come of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyAt, buildImage, type ImageMap } from '../../index.ts';
import type { NamedCase } from '../boot/runner.ts';
import { random } from '../support/random.ts';
import { type Entry, enter } from './enter.ts';
import { type BareMachine, MEMORY_CONSOLE, type Window } from './machine.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/purgatory', import.meta.url));
/** Processor time in ms, many times what the next kernel needs to show itself. */
const QUIET = 1500;
/** The same for what never came, where it must. */
const GIVE_UP = 20_000;
const ENTERING = /ENTERING/;
const REFUSAL = /purgatory: check failed: sha256 digest/;
/** What a purgatory changes of itself while it runs. */
const OWN_STATE = ['purgatory_stack', 'purgatory_console'];

export interface BareCase extends NamedCase {
  readonly machine: BareMachine;
}

/** What of the image is not as the reference model says; undefined if all is. */
function difference(memory: Buffer, blob: Uint8Array, map: ImageMap, base: bigint): string | undefined {
  const wanted = applyAt(blob, map, base);
  const own = map.symbols.filter(({ name }) => OWN_STATE.includes(name));
  for (const [index, byte] of wanted.entries()) {
    const at = map.imageOffset + index;
    if (own.some(({ offset, size }) => at >= offset && at < offset + size)) continue;
    if (memory[at] !== byte) return `0x${at.toString(16)} is 0x${memory[at]?.toString(16)}`;
  }
  return undefined;
}

function reaches(entry: Entry, name: string): BareCase {
  const { machine, built, base, token } = entry;
  const proof = new RegExp(`NEXT KERNEL ${token}`);
  return {
    name,
    machine,
    run: async () => {
      const rest = { until: proof, processorMs: GIVE_UP };
      const { log, said, ended, answers, memory, loaded } = await enter(entry, {}, rest);
      const written = [log, said, ...answers].join('\n');
      if (ended !== 'text') return { passed: false, why: `ended by ${ended}`, log: written };
      if (!silent(entry) && !/^purgatory$/m.test(written.replaceAll('\r', '')))
        return { passed: false, why: 'the purgatory said nothing', log: written };
      const differs = difference(memory, loaded.blob.data, built.map, base);
      const why = differs === undefined ? 'the next kernel says so' : `memory differs: ${differs}`;
      return { passed: differs === undefined, why, log: written };
    },
  };
}

const silent = ({ window }: Entry): boolean => window.console === undefined;

/** The purgatory must say that the digest is wrong. */
function digestFlipped(entry: Entry, name: string): BareCase {
  return {
    name: `${name}, a bit of the digest flipped`,
    machine: entry.machine,
    run: async () => {
      const { token, window } = entry;
      const inMemory = window.console?.[0] === MEMORY_CONSOLE;
      const rest = inMemory
        ? { until: new RegExp(token), when: ENTERING, processorMs: QUIET }
        : { until: new RegExp(`${token}|${REFUSAL.source}`), processorMs: GIVE_UP };
      const { log, said, ended, answers } = await enter(entry, { flipDigest: true }, rest);
      const passed = REFUSAL.test(inMemory ? said : log) && !log.includes(token);
      const why = passed ? 'the purgatory refused' : `ended by ${ended}`;
      return { passed, why, log: [log, said, ...answers].join('\n') };
    },
  };
}

/** Nothing may come of it, and the stub in front must have run. */
function fixupsEmptied(entry: Entry, name: string): BareCase {
  return {
    name: `${name}, the fixups emptied`,
    machine: entry.machine,
    run: async () => {
      const rest = { until: new RegExp(entry.token), when: ENTERING, processorMs: QUIET };
      const { log, said, seen, ended, answers } = await enter(entry, { emptyTable: true }, rest);
      const passed = !seen && ENTERING.test(log) && ended !== 'timeout';
      return {
        passed,
        why: passed ? `nothing came of it (${ended})` : `ended by ${ended}`,
        log: [log, said, ...answers].join('\n'),
      };
    },
  };
}

function baseIn({ bases: [low, high] }: Window, { loadAlign, memsz }: ImageMap, next: () => bigint): bigint {
  const align = BigInt(loadAlign);
  const steps = (high - low - BigInt(memsz)) / align;
  return low + (next() % steps) * align;
}

export interface MachineCases {
  readonly cases: readonly BareCase[];
  /** Purgatories that are not entered in a window, each with the reason. */
  readonly leftOut: readonly string[];
}

/** Every case of a machine, with bases chosen by the seed. @param few the purgatory of the controls only, in one state */
export async function casesOf(machine: BareMachine, seed: bigint, few: boolean): Promise<MachineCases> {
  const next = random(seed);
  const all = readdirSync(FIXTURES).filter(
    (name) => name.startsWith(`${machine.arch}-`) && name.endsWith('.ro'),
  );
  const names = few ? all.filter((name) => name === machine.controlled) : all;
  const windows = few ? machine.windows.slice(0, 1) : machine.windows;
  const cases: BareCase[] = [];
  const leftOut: string[] = [];
  for (const source of names.sort()) {
    const reason = machine.not?.[source];
    if (reason !== undefined) {
      leftOut.push(`${source}: ${reason}`);
      continue;
    }
    const built = await buildImage(readFileSync(join(FIXTURES, source)), { loaderWrites: 'kexec-tools' });
    for (const window of windows) {
      const base = baseIn(window, built.map, next);
      const { min, max } = built.map.bases;
      if (base < min || base > max) {
        leftOut.push(`${source}, ${window.name}: no memory of the machine is among its load bases`);
        continue;
      }
      const name = `${source} at 0x${base.toString(16)}, ${window.name}`;
      const entry = { machine, window, built, base, token: `${source}-${next().toString(16)}` };
      cases.push(reaches(entry, name));
      if (source === machine.controlled && window === machine.windows[0])
        cases.push(digestFlipped(entry, name), fixupsEmptied(entry, name));
    }
  }
  return { cases, leftOut };
}
