import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { readContainer, writeContainer } from '../image/memory/bytes.ts';
import type { Machine } from '../relocator-dsl/machine.ts';
import { GdbClient, QemuLost, WATCHDOG_MS } from './gdb-client.ts';
import { buildGuest } from './guest-elf.ts';
import type { QemuMachine } from './machine.ts';
import { emulatedMachine } from './machines/index.ts';
import { checkRun, PAGE, type PageRange, pageRanges, rangesOverlap } from './pages.ts';
import { processorTime } from './processor-time.ts';
import { countingOptions, QemuLog } from './qemu-log.ts';
import type { Run, RunResult } from './types.ts';

/** One process covers no more than this from its lowest to its highest address: qemu-user reserves all of it. */
const MAX_SPAN = 1n << 33n;

/** Milliseconds of processor time: a thousand times what a prologue takes, however loaded the machine is. */
const PROCESSOR_MS = 5000;
/** How often the processor time is looked at, in milliseconds. */
const LOOK_MS = 50;

export interface QemuOptions {
  /** How much processor time a run may take, in milliseconds; PROCESSOR_MS unless told. */
  processorMs?: number;
  /** A process for every run, so that stray stores cannot reach the memory of another. */
  isolate?: boolean;
  /** Count the instructions of each run, which takes far longer. */
  count?: boolean;
}

function findProgram(name: string): string | undefined {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not here
    }
  }
  return undefined;
}

function programOf(arch: string): string {
  return `qemu-${emulatedMachine(arch)?.qemu.program ?? arch}-static`;
}

/** Undefined when qemu-user can run code of the architecture, else what is missing. */
export function qemuAvailable(arch: string): string | undefined {
  if (!emulatedMachine(arch)) return `no such architecture here: ${arch}`;
  const program = programOf(arch);
  if (findProgram(program) === undefined)
    return `${program} is not installed (Debian package qemu-user-static)`;
  return undefined;
}

// Nothing outlives this process, whatever ends it.
const cleanups = new Set<() => void>();
let exitHandler = false;
function atExit(cleanup: () => void): void {
  cleanups.add(cleanup);
  if (exitHandler) return;
  exitHandler = true;
  process.once('exit', () => {
    for (const each of cleanups) each();
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

type Emulated = NonNullable<ReturnType<typeof emulatedMachine>>;

/** One qemu-user process under its gdbstub, holding the memory of several runs. */
export class QemuUser {
  readonly #machine: Machine;
  readonly #map: QemuMachine;
  readonly #gdb = new GdbClient();
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #cleanup: () => void;
  readonly #log: QemuLog | undefined;
  #stderr = '';
  #initial: Buffer = Buffer.alloc(0);

  private constructor(
    { machine, qemu, page = PAGE }: Emulated,
    program: string,
    runs: readonly Run[],
    count: boolean,
  ) {
    this.#machine = machine;
    this.#map = qemu;
    const directory = mkdtempSync(join(tmpdir(), 'relocator-qemu-'));
    this.#directory = directory;
    const image = join(directory, 'image');
    try {
      writeFileSync(image, buildGuest(machine, runs, page, qemu.elfFlags), { mode: 0o755 });
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
    const log = count ? join(directory, 'log') : undefined;
    if (log !== undefined) this.#log = new QemuLog(log);
    const counting = log === undefined ? [] : countingOptions(program, log);
    const options = [...(qemu.options ?? []), ...counting, '-g', join(directory, 'gdb')];
    const child = spawn(program, [...options, image], {
      cwd: directory,
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    this.#cleanup = () => {
      child.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    };
    atExit(this.#cleanup);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-2000);
    });
    this.#child.on('error', (error) => this.#gdb.end(error.message));
    this.#child.on('close', (code, signal) => {
      this.#gdb.end(this.#stderr.trim() || `qemu ended with ${signal ?? `status ${code}`}`);
    });
  }

  /** Start a process that holds the memory of all of the runs, which must not share pages. */
  static async start(arch: string, runs: readonly Run[], count = false): Promise<QemuUser> {
    const emulated = emulatedMachine(arch);
    const program = findProgram(programOf(arch));
    if (emulated === undefined || program === undefined) {
      throw new Error(`qemu-user cannot be used: ${qemuAvailable(arch)}`);
    }
    const qemu = new QemuUser(emulated, program, runs, count);
    try {
      await qemu.#gdb.connect(join(qemu.#directory, 'gdb'));
      qemu.#initial = Buffer.from(await qemu.#gdb.ask('g'), 'hex');
      return qemu;
    } catch (error) {
      await qemu.close();
      throw error;
    }
  }

  get alive(): boolean {
    return this.#gdb.alive;
  }

  #get(registers: Buffer, index: number): bigint {
    const { wordBits, dataOrder } = this.#machine;
    const size = wordBits / 8;
    return readContainer(registers, index * size, size, dataOrder);
  }

  #set(registers: Buffer, index: number, value: bigint): void {
    const { wordBits, dataOrder } = this.#machine;
    const size = wordBits / 8;
    writeContainer(registers, index * size, size, dataOrder, value);
  }

  /** Perform one of the runs the process was started for. Each can be run once: it changes its memory. */
  async run(run: Run, processorMs = PROCESSOR_MS): Promise<RunResult> {
    const result = await this.#enter(run, processorMs);
    if (run.again && result.reached) result.again = await this.#enter(run, processorMs);
    return result;
  }

  async #enter(run: Run, processorMs: number): Promise<RunResult> {
    const map = this.#map;
    const initial = Buffer.from(this.#initial);
    for (const [name, index] of [...map.registers, ...(map.alsoAt ?? [])])
      this.#set(initial, index, run.registers[name] ?? 0n);
    for (const index of map.pcWritten ?? [map.pc]) this.#set(initial, index, run.start);
    if (map.nextPc !== undefined) this.#set(initial, map.nextPc, run.start + 4n);
    await this.#gdb.command(`G${initial.toString('hex')}`);
    const stops = [...new Set(run.stop)];
    let fault: string | undefined;
    const spent = processorTime(this.#child.pid);
    if (!stops.includes(run.start)) {
      for (const stop of stops) await this.#gdb.command(`Z0,${stop.toString(16)},4`);
      this.#gdb.send('c');
      let reply = await this.#stop(spent + processorMs);
      while (reply?.startsWith('T04') && (await this.#stepOverPrivileged())) {
        this.#gdb.send('c');
        reply = await this.#stop(spent + processorMs);
      }
      if (reply?.startsWith('T02')) {
        // The interrupt of an earlier run, which ended by itself just before it came.
        this.#gdb.send('c');
        reply = await this.#stop(spent + processorMs);
      }
      if (reply === undefined) {
        fault = `no stop within ${processorMs} ms of processor time`;
        // The stub does not listen while the guest runs, but it reports the signals the guest gets.
        this.#child.kill('SIGINT');
        reply = await this.#gdb.packet();
        if (reply === undefined) throw new QemuLost(fault);
      }
      if (reply.startsWith('W') || reply.startsWith('X')) {
        this.#gdb.end(`the program ended itself (${reply})`);
        throw new QemuLost(`the program ended itself (${reply})`);
      }
      const signal = Number.parseInt(reply.slice(1, 3), 16);
      if (fault === undefined && signal !== 5) fault = `signal ${signal}${signal === 11 ? ' (SIGSEGV)' : ''}`;
      for (const stop of stops) await this.#gdb.command(`z0,${stop.toString(16)},4`);
    }
    const registers = Buffer.from(await this.#gdb.ask('g'), 'hex');
    const pc = this.#get(registers, map.pc) & ~(map.pcFlags ?? 0n);
    const isIn = (address: bigint): boolean =>
      run.regions.some(
        (region) => address >= region.address && address < region.address + BigInt(region.size),
      );
    const instructions = this.#log?.count(isIn) ?? -1;
    const memory: Uint8Array[] = [];
    for (const region of run.regions) memory.push(await this.#gdb.readMemory(region.address, region.size));
    // A stop address that is not mapped may be reached by failing to fetch from it.
    const reached = stops.includes(pc);
    const result: RunResult = {
      stoppedAt: pc,
      reached,
      instructions,
      processorMs: processorTime(this.#child.pid) - spent,
      memory,
      registers: Object.fromEntries(
        [...map.registers].map(([name, index]) => [name, this.#get(registers, index)]),
      ),
    };
    if (!reached) result.fault = fault ?? 'a trap that is not a stop address';
    return result;
  }

  /** The next packet, or undefined once the process has had its processor time, or had none of it for minutes. */
  async #stop(limitMs: number): Promise<string | undefined> {
    const deadline = Date.now() + WATCHDOG_MS;
    for (;;) {
      const reply = await this.#gdb.packet(LOOK_MS);
      if (reply !== undefined || processorTime(this.#child.pid) >= limitMs || Date.now() > deadline)
        return reply;
    }
  }

  /** True if the program counter stood at an instruction for which user mode has no permission and no need. */
  async #stepOverPrivileged(): Promise<boolean> {
    const { privileged, pc } = this.#map;
    if (!privileged) return false;
    const registers = Buffer.from(await this.#gdb.ask('g'), 'hex');
    const at = this.#get(registers, pc);
    const memory = await this.#gdb.readMemory(at, 4);
    const found = privileged.find(({ bytes, mask, value }) => {
      const word = Number(readContainer(memory, 0, bytes, this.#machine.instructionOrder));
      return (word & mask) >>> 0 === value;
    });
    if (!found) return false;
    this.#set(registers, pc, at + BigInt(found.bytes));
    await this.#gdb.command(`G${registers.toString('hex')}`);
    return true;
  }

  /** End the process and remove its files. */
  async close(): Promise<void> {
    this.#gdb.close();
    const child = this.#child;
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const gone = new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
      child.kill('SIGKILL');
      await Promise.race([gone, sleep(2000)]);
    }
    this.#cleanup();
    cleanups.delete(this.#cleanup);
  }
}

interface Group {
  arch: string;
  runs: number[];
  ranges: PageRange[];
}

/** Runs that can share a process: same architecture, no page in common, not too far apart. */
function groupRuns(runs: readonly Run[], isolate: boolean): Group[] {
  const groups: Group[] = [];
  runs.forEach((run, index) => {
    const ranges = pageRanges(run.regions, emulatedMachine(run.arch)?.page);
    const group = groups.find((candidate) => {
      if (isolate || candidate.arch !== run.arch || rangesOverlap(candidate.ranges, ranges)) return false;
      const all = [...candidate.ranges, ...ranges];
      const low = all.reduce((least, { address }) => (address < least ? address : least), 1n << 64n);
      const high = all.reduce((most, { end }) => (end > most ? end : most), 0n);
      return high - low <= MAX_SPAN;
    });
    if (group === undefined) {
      groups.push({ arch: run.arch, runs: [index], ranges });
    } else {
      group.runs.push(index);
      group.ranges.push(...ranges);
    }
  });
  return groups;
}

/**
 * Run each to a stop address, a fault or the end of its processor time, as many in one process as do not share pages.
 * `maxInstructions` is not enforced, and `strictAlignment` only where the machine's options see to it. System calls the
 * code makes are performed.
 */
export async function runInQemu(runs: readonly Run[], options: QemuOptions = {}): Promise<RunResult[]> {
  const { processorMs, isolate = false, count = false } = options;
  for (const run of runs) {
    const reason = qemuAvailable(run.arch);
    const emulated = emulatedMachine(run.arch);
    if (reason !== undefined || emulated === undefined)
      throw new Error(`qemu-user cannot be used: ${reason}`);
    checkRun(run, emulated.qemu.registers, emulated.machine.wordBits);
  }
  const results = new Map<number, RunResult>();
  const lost = new Set<number>();
  const unstarted = new Set<number>();
  const pending = groupRuns(runs, isolate);
  for (let group = pending.shift(); group !== undefined; group = pending.shift()) {
    const { arch, ranges } = group;
    const left = group.runs.flatMap((index) => {
      const run = runs[index];
      return run === undefined ? [] : [{ index, run }];
    });
    let qemu: QemuUser;
    try {
      qemu = await QemuUser.start(
        arch,
        left.map(({ run }) => run),
        count,
      );
    } catch (error) {
      const [only] = left;
      if (left.length > 1) {
        // Together they do not fit in an address space; each by itself may.
        for (const { index } of left) pending.push({ arch, runs: [index], ranges });
      } else {
        // Where qemu-user itself stands in memory is another place every time.
        if (!only || !(error instanceof QemuLost) || unstarted.has(only.index)) throw error;
        unstarted.add(only.index);
        pending.push({ arch, runs: [only.index], ranges });
      }
      continue;
    }
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        try {
          results.set(next.index, await qemu.run(next.run, processorMs));
        } catch (error) {
          if (!(error instanceof QemuLost)) throw error;
          // qemu-user now and then fails an assertion of its own (cpu == current_cpu); code that ends it does so again.
          if (!lost.has(next.index)) {
            lost.add(next.index);
            pending.push({ arch, runs: [next, ...left].map(({ index }) => index), ranges });
            break;
          }
          results.set(next.index, {
            stoppedAt: next.run.start,
            reached: false,
            instructions: -1,
            memory: next.run.regions.map((region) => {
              const bytes = new Uint8Array(region.size);
              bytes.set(region.data);
              return bytes;
            }),
            registers: { ...next.run.registers },
            fault: error.message,
          });
          if (left.length > 0) pending.push({ arch, runs: left.map(({ index }) => index), ranges });
          break;
        }
      }
    } finally {
      await qemu.close();
    }
  }
  return runs.map((_, index) => {
    const result = results.get(index);
    if (result === undefined) throw new Error('qemu-user: a run was lost');
    return result;
  });
}
