import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { checkRun, PAGE, type PageRange, pageRanges, rangesOverlap } from './pages.ts';
import type { Run, RunResult } from './types.ts';

interface Machine {
  /** e_machine */
  elf: number;
  bits: 32 | 64;
  /** Position of each register among those of the `g` packet, all of them `bits` wide. */
  registers: ReadonlyMap<string, number>;
  pc: number;
}

function inOrder(...names: string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}

const MACHINES: ReadonlyMap<string, Machine> = new Map<string, Machine>([
  [
    'x86_64',
    {
      elf: 62,
      bits: 64,
      registers: inOrder(
        ...['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'],
        ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
      ),
      pc: 16,
    },
  ],
  [
    'i386',
    {
      elf: 3,
      bits: 32,
      registers: inOrder('eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi'),
      pc: 8,
    },
  ],
  [
    'aarch64',
    {
      elf: 183,
      bits: 64,
      registers: inOrder(...Array.from({ length: 31 }, (_, i) => `x${i}`), 'sp'),
      pc: 32,
    },
  ],
]);

/** One process covers no more than this from its lowest to its highest address: qemu-user reserves all of it. */
const MAX_SPAN = 1n << 33n;
/** Bytes a `m` packet asks for: two digits each must fit in QEMU's 4096-byte packets. */
const CHUNK = 2000;

export interface QemuOptions {
  /** Per run; 5 seconds unless told. */
  timeoutMs?: number;
  /** A process for every run, so that stray stores cannot reach the memory of another. */
  isolate?: boolean;
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

/** Undefined when qemu-user can run code of the architecture, else what is missing. */
export function qemuAvailable(arch: string): string | undefined {
  if (!MACHINES.has(arch)) return `no such architecture here: ${arch}`;
  if (findProgram(`qemu-${arch}-static`) === undefined) {
    return `qemu-${arch}-static is not installed (Debian package qemu-user-static)`;
  }
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

/** A static executable whose PT_LOADs are the pages of the runs. */
function buildElf(machine: Machine, runs: readonly Run[]): Buffer {
  const regions = runs.flatMap((run) => run.regions);
  const ranges = pageRanges(regions);
  const wide = machine.bits === 64;
  const headerSize = wide ? 64 : 52;
  const entrySize = wide ? 56 : 32;
  const page = Number(PAGE);
  let offset = Math.ceil((headerSize + entrySize * ranges.length) / page) * page;
  const placed = ranges.map((range) => {
    const at = offset;
    offset += Number(range.end - range.address);
    return { ...range, offset: at };
  });
  const file = Buffer.alloc(offset);
  file.set([0x7f, 0x45, 0x4c, 0x46, wide ? 2 : 1, 1, 1]);
  let at = 16;
  const half = (value: number) => {
    at = file.writeUInt16LE(value, at);
  };
  const word = (value: number) => {
    at = file.writeUInt32LE(value, at);
  };
  const native = (value: bigint) => {
    at = wide ? file.writeBigUInt64LE(value, at) : file.writeUInt32LE(Number(value), at);
  };
  half(2); // ET_EXEC
  half(machine.elf);
  word(1);
  native(runs[0]?.start ?? 0n);
  native(BigInt(headerSize));
  native(0n);
  word(0);
  half(headerSize);
  half(entrySize);
  half(placed.length);
  half(0);
  half(0);
  half(0);
  for (const range of placed) {
    const size = range.end - range.address;
    word(1); // PT_LOAD
    if (wide) word(7);
    native(BigInt(range.offset));
    native(range.address);
    native(range.address);
    native(size);
    native(size);
    if (!wide) word(7);
    native(PAGE);
  }
  for (const region of regions) {
    const home = placed.find((range) => range.address <= region.address && region.address < range.end);
    if (home !== undefined) file.set(region.data, home.offset + Number(region.address - home.address));
  }
  return file;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** The process ended or stopped answering. */
class QemuLost extends Error {}

/** One qemu-user process under its gdbstub, holding the memory of several runs. */
export class QemuUser {
  readonly #machine: Machine;
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #cleanup: () => void;
  #socket: Socket | undefined;
  #input = '';
  #stderr = '';
  #ended: string | undefined;
  #wake: (() => void) | undefined;
  #acks = true;
  #initial: Buffer = Buffer.alloc(0);

  private constructor(machine: Machine, program: string, runs: readonly Run[]) {
    this.#machine = machine;
    const directory = mkdtempSync(join(tmpdir(), 'relocator-qemu-'));
    this.#directory = directory;
    const image = join(directory, 'image');
    try {
      writeFileSync(image, buildElf(machine, runs), { mode: 0o755 });
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
    const child = spawn(program, ['-g', join(directory, 'gdb'), image], {
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
    this.#child.on('error', (error) => this.#end(error.message));
    this.#child.on('close', (code, signal) => {
      this.#end(this.#stderr.trim() || `qemu ended with ${signal ?? `status ${code}`}`);
    });
  }

  /** Start a process that holds the memory of all of the runs, which must not share pages. */
  static async start(arch: string, runs: readonly Run[]): Promise<QemuUser> {
    const machine = MACHINES.get(arch);
    const program = findProgram(`qemu-${arch}-static`);
    if (machine === undefined || program === undefined) {
      throw new Error(`qemu-user cannot be used: ${qemuAvailable(arch)}`);
    }
    const qemu = new QemuUser(machine, program, runs);
    try {
      await qemu.#handshake();
      return qemu;
    } catch (error) {
      await qemu.close();
      throw error;
    }
  }

  #end(reason: string): void {
    this.#ended ??= reason;
    this.#wake?.();
  }

  get alive(): boolean {
    return this.#ended === undefined;
  }

  async #connect(): Promise<Socket> {
    const deadline = Date.now() + 5000;
    for (;;) {
      if (this.#ended !== undefined) throw new QemuLost(this.#ended);
      const socket = await new Promise<Socket | undefined>((resolve) => {
        const attempt = connect(join(this.#directory, 'gdb'));
        attempt.once('connect', () => resolve(attempt));
        attempt.once('error', () => resolve(undefined));
      });
      if (socket !== undefined) return socket;
      if (Date.now() > deadline) throw new QemuLost('qemu did not open its socket');
      await sleep(3);
    }
  }

  async #handshake(): Promise<void> {
    const socket = await this.#connect();
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#input += text;
      this.#wake?.();
    });
    socket.on('error', () => this.#end('the connection to qemu broke'));
    socket.on('close', () => {
      // What qemu says about it, if anything, comes with its end.
      setTimeout(() => this.#end('the connection to qemu closed'), 200).unref();
    });
    await this.#ask('qSupported:xmlRegisters=i386');
    // Only a client that reads the description gets the registers it describes.
    await this.#ask('qXfer:features:read:target.xml:0,ffb');
    if ((await this.#ask('QStartNoAckMode')) === 'OK') this.#acks = false;
    this.#initial = Buffer.from(await this.#ask('g'), 'hex');
  }

  /** The next packet, or undefined when none comes in time. */
  async #packet(timeoutMs: number): Promise<string | undefined> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const begin = this.#input.indexOf('$');
      const end = begin < 0 ? -1 : this.#input.indexOf('#', begin);
      if (end >= 0 && this.#input.length >= end + 3) {
        const body = this.#input.slice(begin + 1, end);
        this.#input = this.#input.slice(end + 3);
        if (this.#acks) this.#socket?.write('+');
        return body;
      }
      if (this.#ended !== undefined) throw new QemuLost(this.#ended);
      const left = deadline - Date.now();
      if (left <= 0) return undefined;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
  }

  #send(body: string): void {
    let sum = 0;
    for (let i = 0; i < body.length; i++) sum = (sum + body.charCodeAt(i)) & 0xff;
    this.#socket?.write(`$${body}#${sum.toString(16).padStart(2, '0')}`, 'latin1');
  }

  async #ask(body: string): Promise<string> {
    this.#send(body);
    const reply = await this.#packet(5000);
    if (reply === undefined) throw new QemuLost(`qemu did not answer ${body.slice(0, 20)}`);
    return reply;
  }

  async #command(body: string): Promise<void> {
    const reply = await this.#ask(body);
    if (reply !== 'OK') throw new Error(`qemu refused ${body.slice(0, 40)}: ${reply}`);
  }

  #get(registers: Buffer, index: number): bigint {
    return this.#machine.bits === 64
      ? registers.readBigUInt64LE(index * 8)
      : BigInt(registers.readUInt32LE(index * 4));
  }

  #set(registers: Buffer, index: number, value: bigint): void {
    if (this.#machine.bits === 64) registers.writeBigUInt64LE(BigInt.asUintN(64, value), index * 8);
    else registers.writeUInt32LE(Number(BigInt.asUintN(32, value)), index * 4);
  }

  async #readMemory(address: bigint, size: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += CHUNK) {
      const length = Math.min(CHUNK, size - at);
      const reply = await this.#ask(`m${(address + BigInt(at)).toString(16)},${length.toString(16)}`);
      const chunk = Buffer.from(reply, 'hex');
      if (chunk.length !== length) throw new Error(`qemu cannot read memory: ${reply.slice(0, 10)}`);
      bytes.set(chunk, at);
    }
    return bytes;
  }

  /** Perform one of the runs the process was started for. Each can be run once: it changes its memory. */
  async run(run: Run, timeoutMs = 5000): Promise<RunResult> {
    const machine = this.#machine;
    const initial = Buffer.from(this.#initial);
    for (const [name, index] of machine.registers) this.#set(initial, index, run.registers[name] ?? 0n);
    this.#set(initial, machine.pc, run.start);
    await this.#command(`G${initial.toString('hex')}`);
    const stops = [...new Set(run.stop)];
    let fault: string | undefined;
    if (!stops.includes(run.start)) {
      for (const stop of stops) await this.#command(`Z0,${stop.toString(16)},4`);
      this.#send('c');
      let reply = await this.#packet(timeoutMs);
      if (reply?.startsWith('T02')) {
        // The interrupt of an earlier run, which ended by itself just before it came.
        this.#send('c');
        reply = await this.#packet(timeoutMs);
      }
      if (reply === undefined) {
        fault = `no stop within ${timeoutMs} ms`;
        // The stub does not listen while the guest runs, but it reports the signals the guest gets.
        this.#child.kill('SIGINT');
        reply = await this.#packet(1000);
        if (reply === undefined) throw new QemuLost(fault);
      }
      if (reply.startsWith('W') || reply.startsWith('X')) {
        this.#end(`the program ended itself (${reply})`);
        throw new QemuLost(`the program ended itself (${reply})`);
      }
      const signal = Number.parseInt(reply.slice(1, 3), 16);
      if (fault === undefined && signal !== 5) fault = `signal ${signal}${signal === 11 ? ' (SIGSEGV)' : ''}`;
      for (const stop of stops) await this.#command(`z0,${stop.toString(16)},4`);
    }
    const registers = Buffer.from(await this.#ask('g'), 'hex');
    const pc = this.#get(registers, machine.pc);
    const memory: Uint8Array[] = [];
    for (const region of run.regions) memory.push(await this.#readMemory(region.address, region.size));
    // A stop address that is not mapped may be reached by failing to fetch from it.
    const reached = stops.includes(pc);
    const result: RunResult = {
      stoppedAt: pc,
      reached,
      instructions: -1,
      memory,
      registers: Object.fromEntries(
        [...machine.registers].map(([name, index]) => [name, this.#get(registers, index)]),
      ),
    };
    if (!reached) result.fault = fault ?? 'a trap that is not a stop address';
    return result;
  }

  /** End the process and remove its files. */
  async close(): Promise<void> {
    this.#socket?.destroy();
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
    const ranges = pageRanges(run.regions);
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
 * Run each to a stop address, a fault or the time limit, as many in one process as do not share pages.
 * `strictAlignment` and `maxInstructions` are not enforced. System calls the code makes are performed.
 */
export async function runInQemu(runs: readonly Run[], options: QemuOptions = {}): Promise<RunResult[]> {
  const { timeoutMs = 5000, isolate = false } = options;
  for (const run of runs) {
    const reason = qemuAvailable(run.arch);
    const machine = MACHINES.get(run.arch);
    if (reason !== undefined || machine === undefined) throw new Error(`qemu-user cannot be used: ${reason}`);
    checkRun(run, machine.registers, machine.bits);
  }
  const results = new Map<number, RunResult>();
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
      );
    } catch (error) {
      if (left.length <= 1) throw error;
      // Together they do not fit in an address space; each by itself may.
      for (const { index } of left) pending.push({ arch, runs: [index], ranges });
      continue;
    }
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        try {
          results.set(next.index, await qemu.run(next.run, timeoutMs));
        } catch (error) {
          if (!(error instanceof QemuLost)) throw error;
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
