/** Bytes and instructions of a prologue and of the loops that compilers make of the same format, on the same words. */
import { generatePrologue } from '../../codegen/prologue.ts';
import type { Format, PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor, type Region, type Run, runInQemu, runInUnicorn } from '../../emulate/index.ts';
import type { RunResult } from '../../emulate/types.ts';
import { compiledLoops, type Loop, type Loops } from './loops.ts';
import type { BenchMachine } from './machine.ts';
import { blobOf, firstWrong, givenToC, machineOf, requestOf } from './words.ts';

const BASE = 0x40_0000n;
const TABLE = 0x28_0000n;
const STOP = 0x30_0000n;
const STACK = 0x10_0000n;
const STACK_BYTES = 0x1000;
/** Where in its memory the stack pointer points. */
const STACK_USED = 0x800;

export interface Cost {
  /** Of code. */
  readonly bytes: number;
  /** Executed, for all words. */
  readonly instructions: number;
}

export interface LoopCost extends Cost {
  readonly by: string;
}

export interface Measured {
  readonly arch: string;
  readonly format: Format;
  readonly words: number;
  readonly prologue: Cost;
  /** Bytes of the prologue's table. */
  readonly table: number;
  readonly loops: readonly LoopCost[];
}

/** Prologues beside the loops, each checked to leave the memory that it must, format by format. */
export async function measure(
  arch: string,
  machine: BenchMachine,
  formats: readonly Format[],
  counts: readonly number[],
): Promise<Measured[]> {
  const compiled = compiledLoops(arch, machine);
  const all: Measured[] = [];
  for (const format of formats) {
    const loops = compiled.map(({ by, over }) => ({ by, ...over(format) }));
    all.push(...(await measureLoops(arch, machine, format, counts, loops)));
  }
  return all;
}

async function measureLoops(
  arch: string,
  machine: BenchMachine,
  format: Format,
  counts: readonly number[],
  loops: readonly (Loop & Pick<Loops, 'by'>)[],
): Promise<Measured[]> {
  const jobs = await Promise.all(
    counts.map(async (words) => {
      const request = requestOf(arch, format, words);
      const prologue = await generatePrologue(request);
      const { image, table } = givenToC(request, prologue);
      const ours = { what: 'prologue', request, run: prologueRun(request, blobOf(request, prologue)) };
      const theirs = loops.map((loop) => ({
        what: loop.by,
        request,
        run: loopRun(arch, machine, loop, image, table),
      }));
      return { words, prologue, ours, theirs };
    }),
  );
  const instructions = await execute(
    arch,
    jobs.flatMap(({ ours, theirs }) => [ours, ...theirs]),
  );
  return jobs.map(({ words, prologue }, index) => {
    const [own = Number.NaN, ...each] = instructions.slice(index * (loops.length + 1));
    return {
      ...{ arch, format, words, table: prologue.table.size },
      prologue: { bytes: prologue.codeSize, instructions: own },
      loops: loops.map(({ by, code }, at) => ({
        by,
        bytes: code.length,
        instructions: each[at] ?? Number.NaN,
      })),
    };
  });
}

interface Job {
  readonly what: string;
  readonly request: PrologueRequest;
  readonly run: Run;
}

function region(address: bigint, data: Uint8Array): Region {
  return { address, data, size: data.length };
}

/** The image is the first region, in both. */
function prologueRun({ arch, entry }: PrologueRequest, blob: Uint8Array): Run {
  return {
    ...common(arch),
    regions: [region(BASE, blob), region(STACK, new Uint8Array(STACK_BYTES))],
    start: BASE,
    stop: [BASE + BigInt(entry)],
    registers: stackPointer(arch),
  };
}

function loopRun(
  arch: string,
  { call, returnsTo = STOP }: BenchMachine,
  { code, start }: Loop,
  image: Uint8Array,
  table: Uint8Array,
): Run {
  const frame = Buffer.alloc(STACK_BYTES);
  const registers = call({
    ...{ arguments: [BASE, TABLE], start, returnTo: returnsTo },
    ...{ frame, sp: STACK_USED, stack: STACK + BigInt(STACK_USED) },
  });
  return {
    ...common(arch),
    regions: [region(BASE, image), region(STACK, frame), region(start, code), region(TABLE, table)],
    start,
    stop: [returnsTo],
    registers: { ...stackPointer(arch), ...registers },
  };
}

function common(arch: string): Pick<Run, 'arch' | 'maxInstructions' | 'strictAlignment'> {
  return { arch, maxInstructions: 10_000_000, strictAlignment: machineOf(arch).unalignedFaults };
}

function stackPointer(arch: string): Record<string, bigint> {
  return { [machineOf(arch).entry.stackPointer]: STACK + BigInt(STACK_USED) };
}

/** How many instructions each takes. @throws Error for one that does not end, or leaves something else in memory */
async function execute(arch: string, jobs: readonly Job[]): Promise<number[]> {
  const results = await runAll(
    arch,
    jobs.map(({ run }) => run),
  );
  return jobs.map(({ what, request }, index) => {
    const where = `${arch} ${request.format}, ${what}`;
    const result = results[index];
    if (!result?.reached) throw new Error(`${where}: ${result?.fault}`);
    const wrong = firstWrong(request, result.memory[0] ?? new Uint8Array(), BASE);
    if (wrong !== undefined) throw new Error(`${where}: wrong at 0x${wrong.toString(16)}`);
    return result.instructions;
  });
}

async function runAll(arch: string, runs: readonly Run[]): Promise<RunResult[]> {
  if (emulatorsFor(arch).includes('unicorn')) return runs.map((run) => runInUnicorn(run));
  return runInQemu(runs, { isolate: true, count: true });
}
