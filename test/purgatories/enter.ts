/** Purgatories of others, run from their first byte on: into the next kernel, or to a halt for a wrong digest. */
import { createHash } from 'node:crypto';
import { type Emulator, emulatorsFor, type RunResult } from '../../emulate/index.ts';
import type { BuiltImage } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { placedMembers } from '../../relocator-dsl/told.ts';
import { ENDS_IN, haltedAfter, runIn, runOf } from '../support/machine-run.ts';
import { write } from '../support/memory.ts';
import type { PurgatoryRun, Value } from '../support/purgatory-run.ts';

const BASE = 0x40_0000n;
const KERNEL = 0x10_0000n;
const STACK = 0x20_0000n;
const STACK_SIZE = 0x4000;
/** More than a purgatory takes for so small a kernel. */
const MOST = 3_000_000;

const kernel = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) & 0xff);

/** Members of a structure that was told, by where they are in memory, with what each is told. */
interface ToldRegister {
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
  readonly value: bigint;
}

interface Entered {
  /** The purgatory entered the kernel, or said that it may. */
  readonly entered: boolean;
  /** Registers that have not what they were told. */
  readonly others: readonly string[];
  readonly result?: RunResult;
}

/** Runs the purgatory, told the digest of `digested`, for at most so many ms of processor time if nothing else counts. */
async function enter(
  { blob, map }: BuiltImage,
  { regions, digest, words, loads, registers = {}, until, says }: PurgatoryRun,
  emulator: Emulator,
  digested: Uint8Array,
  processorMs = ENDS_IN,
): Promise<Entered> {
  const order = architectureNamed(map.arch)?.machine.dataOrder ?? 'little';
  const memory = new Uint8Array(map.memsz);
  memory.set(blob);
  const offsetOf = (symbol: string): number => {
    const found = map.symbols.find(({ name }) => name === symbol);
    if (!found) throw new Error(`the map has no symbol ${symbol}`);
    return found.offset;
  };
  const places = { kernel: KERNEL, stack: STACK + BigInt(STACK_SIZE / 2), toc: BASE + BigInt(map.toc ?? 0) };
  const worth = (value: Value): bigint => (typeof value === 'bigint' ? value : places[value]);
  write(memory, offsetOf(regions), 8, KERNEL, order);
  write(memory, offsetOf(regions) + 8, 8, BigInt(kernel.length), order);
  memory.set(createHash('sha256').update(digested).digest(), offsetOf(digest));
  const told = loads ? toldRegisters(map.arch, loads, offsetOf(loads.symbol)) : [];
  for (const { at, bytes, value } of told) write(memory, at, bytes, value, order);
  for (const { symbol, at = 0, bytes = 8, value } of words) {
    write(memory, offsetOf(symbol) + at, bytes, worth(value), order);
  }
  const run = runOf(map.arch, BASE, memory, []);
  const given = Object.entries(registers).map(([name, value]) => [name, worth(value)]);
  const [result] = await runIn(
    emulator,
    [
      {
        ...run,
        regions: [
          ...run.regions,
          { address: KERNEL, data: kernel, size: 0x1000 },
          { address: STACK, data: new Uint8Array(), size: STACK_SIZE },
        ],
        stop: [until ? BASE + BigInt(offsetOf(until.symbol) + until.at) : KERNEL],
        registers: { ...run.registers, ...Object.fromEntries(given) },
        maxInstructions: MOST,
      },
    ],
    processorMs,
  );
  if (!result) return { entered: false, others: [] };
  const isSaid = says === undefined || result.registers[says.register] === says.value;
  const others = told.flatMap(({ name, value }) => {
    const found = result.registers[name];
    return found === undefined || found === value ? [] : [name];
  });
  return { entered: result.reached && isSaid, others, result };
}

/** @throws Error when the family is told no such structure on the machine */
function toldRegisters(
  arch: string,
  { symbol, family }: NonNullable<PurgatoryRun['loads']>,
  offset: number,
): ToldRegister[] {
  const machine = architectureNamed(arch)?.machine;
  const structure = machine && toldBy(family, machine)?.find(({ name }) => name === symbol)?.structure;
  if (!structure) throw new Error(`${family} tells nobody of ${arch} a structure ${symbol}`);
  return placedMembers(structure).map((member, index) => ({
    name: member.name,
    at: offset + member.offset,
    bytes: member.bytes,
    value: 0x11_1111n * BigInt(index + 1),
  }));
}

/** What became of the purgatory in each emulator of its machine: `runs`, or what went wrong. */
export async function outcomeOfRun(built: BuiltImage, run: PurgatoryRun): Promise<string> {
  const outcomes: string[] = [];
  for (const emulator of run.emulator ? [run.emulator] : emulatorsFor(built.map.arch)) {
    const { entered, others, result } = await enter(built, run, emulator, kernel);
    if (!entered) outcomes.push(`does not enter the kernel in ${emulator}`);
    else if (others.length > 0) outcomes.push(`has something else in ${others.join(', ')} in ${emulator}`);
    if ((await enter(built, run, emulator, kernel.subarray(1), haltedAfter(result ?? {}))).entered) {
      outcomes.push(`enters a kernel with another digest in ${emulator}`);
    }
  }
  return outcomes.length === 0 ? 'runs' : outcomes.join('; ');
}
