import { createRequire } from 'node:module';
import type { UnicornMachine } from './machine.ts';
import { emulatedMachine } from './machines/index.ts';
import { checkRun, pageRanges } from './pages.ts';
import type { Run, RunResult } from './types.ts';

/** The little of koffi that is used here; declared by hand because koffi is optional. */
interface Koffi {
  load(path: string): { func(prototype: string): (...args: unknown[]) => unknown };
  opaque(name: string): unknown;
  proto(prototype: string): unknown;
  register(callback: (...args: never[]) => void, type: string): unknown;
  decode(pointer: unknown, type: string, length: number): Uint8Array;
  encode(pointer: unknown, offset: number, type: string, value: bigint): void;
}

type Call = (...args: unknown[]) => number;

interface Unicorn {
  koffi: Koffi;
  open: Call;
  map: Call;
  unmap: Call;
  write: Call;
  read: Call;
  regWrite: Call;
  regRead: Call;
  start: Call;
  stop: Call;
  hook: Call;
  control: Call;
  contextSize: Call;
  contextAlloc: Call;
  contextSave: Call;
  contextRestore: Call;
  strerror(code: number): string;
}

const HOOK_CODE = 1 << 2;
const HOOK_MEM_READ = 1 << 10;
const HOOK_MEM_WRITE = 1 << 11;
const MEM_WRITE = 17;
const ERR_FETCH_UNMAPPED = 8;
const ERR_EXCEPTION = 21;
const ALL = 7;
/** UC_CTL_WRITE(UC_CTL_CPU_MODEL, 1) */
const CPU_MODEL = 7 | (1 << 26) | (1 << 30);
/** UC_CTL_WRITE(UC_CTL_TB_REMOVE_CACHE, 2) */
const REMOVE_CACHE = 9 | (2 << 26) | (1 << 30);

/** What the hooks of an engine look at; replaced for every run. */
interface Watch {
  stops: ReadonlySet<number | bigint>;
  limit: number;
  strict: boolean;
  executed: number;
  /** The stop address that was reached; the program counter may lag behind it. */
  stopped: bigint | undefined;
  exhausted: boolean;
  fault: string | undefined;
}

interface Engine {
  handle: unknown;
  fresh: unknown;
  watch: Watch;
}

let loaded: Unicorn | string | undefined;
const engines = new Map<string, Engine>();

function load(): Unicorn | string {
  let koffi: Koffi;
  try {
    koffi = createRequire(import.meta.url)('koffi') as Koffi;
  } catch {
    return 'the npm package koffi is not installed';
  }
  let library: ReturnType<Koffi['load']> | undefined;
  for (const name of ['libunicorn.so.2', 'libunicorn.2.dylib']) {
    try {
      library = koffi.load(name);
      break;
    } catch {
      // try the next name
    }
  }
  if (library === undefined) return 'libunicorn.so.2 is not installed (Debian package libunicorn2)';
  koffi.opaque('uc_struct');
  koffi.opaque('uc_context');
  koffi.proto('void uc_code_hook(uc_struct *uc, uint64_t address, uint32_t size, void *user)');
  koffi.proto(
    'void uc_mem_hook(uc_struct *uc, int type, uint64_t address, int size, int64_t value, void *user)',
  );
  const func = (prototype: string) => library.func(prototype) as Call;
  return {
    koffi,
    open: func('int uc_open(int arch, int mode, _Out_ uc_struct **uc)'),
    map: func('int uc_mem_map(uc_struct *uc, uint64_t address, size_t size, uint32_t perms)'),
    unmap: func('int uc_mem_unmap(uc_struct *uc, uint64_t address, size_t size)'),
    write: func('int uc_mem_write(uc_struct *uc, uint64_t address, const void *bytes, size_t size)'),
    read: func('int uc_mem_read(uc_struct *uc, uint64_t address, _Out_ uint8_t *bytes, size_t size)'),
    regWrite: func('int uc_reg_write(uc_struct *uc, int regid, const void *value)'),
    regRead: func('int uc_reg_read(uc_struct *uc, int regid, _Out_ uint8_t *value)'),
    start: func(
      'int uc_emu_start(uc_struct *uc, uint64_t begin, uint64_t until, uint64_t timeout, size_t count)',
    ),
    stop: func('int uc_emu_stop(uc_struct *uc)'),
    hook: func(
      'int uc_hook_add(uc_struct *uc, _Out_ size_t *hh, int type, void *cb, void *user, uint64_t begin, uint64_t end, ...)',
    ),
    control: func('int uc_ctl(uc_struct *uc, int control, ...)'),
    contextSize: func('size_t uc_context_size(uc_struct *uc)'),
    contextAlloc: func('int uc_context_alloc(uc_struct *uc, _Out_ uc_context **context)'),
    contextSave: func('int uc_context_save(uc_struct *uc, uc_context *context)'),
    contextRestore: func('int uc_context_restore(uc_struct *uc, uc_context *context)'),
    strerror: library.func('const char *uc_strerror(int code)') as (code: number) => string,
  };
}

function unicorn(): Unicorn | string {
  loaded ??= load();
  return loaded;
}

/** Undefined when Unicorn can be used, and knows `arch` if that is given; else what is missing. */
export function unicornAvailable(arch?: string): string | undefined {
  const found = unicorn();
  if (typeof found === 'string') return found;
  return arch === undefined || emulatedMachine(arch)?.unicorn ? undefined : `Unicorn does not know ${arch}`;
}

function check(uc: Unicorn, code: number, what: string): void {
  if (code !== 0) throw new Error(`Unicorn: ${what}: ${uc.strerror(code)}`);
}

function openEngine(uc: Unicorn, machine: UnicornMachine): Engine {
  const out: unknown[] = [null];
  check(uc, uc.open(machine.arch, machine.mode, out), 'open');
  const handle = out[0];
  if (machine.model !== undefined)
    check(uc, uc.control(handle, CPU_MODEL, 'int', machine.model), 'CPU model');
  const engine: Engine = {
    handle,
    fresh: undefined,
    watch: {
      stops: new Set(),
      limit: 0,
      strict: false,
      executed: 0,
      stopped: undefined,
      exhausted: false,
      fault: undefined,
    },
  };
  // An exception must not leave a callback: koffi would swallow it and the emulation would go on.
  const onCode = (_uc: unknown, address: number | bigint) => {
    const watch = engine.watch;
    if (watch.stops.has(address)) {
      watch.stopped = BigInt(address);
      uc.stop(handle);
    } else if (watch.executed >= watch.limit) {
      watch.exhausted = true;
      uc.stop(handle);
    } else {
      watch.executed++;
    }
  };
  const onAccess = (_uc: unknown, type: number, address: number | bigint, size: number) => {
    const watch = engine.watch;
    if (!watch.strict || watch.fault !== undefined) return;
    if (typeof address === 'number' ? address % size === 0 : address % BigInt(size) === 0n) return;
    const kind = type === MEM_WRITE ? 'store' : 'load';
    watch.fault = `unaligned ${kind} of ${size} bytes at 0x${address.toString(16)}`;
    uc.stop(handle);
  };
  const codeHook = uc.koffi.register(onCode, 'uc_code_hook *');
  const memHook = uc.koffi.register(onAccess, 'uc_mem_hook *');
  // begin > end: everywhere
  check(uc, uc.hook(handle, [0], HOOK_CODE, codeHook, null, 1, 0), 'code hook');
  check(uc, uc.hook(handle, [0], HOOK_MEM_READ | HOOK_MEM_WRITE, memHook, null, 1, 0), 'memory hook');
  for (const [id, value] of machine.initial ?? []) writeRegister(uc, engine, id, value);
  const context: unknown[] = [null];
  check(uc, uc.contextAlloc(handle, context), 'context');
  engine.fresh = context[0];
  if (machine.state) setState(uc, engine, machine.state);
  check(uc, uc.contextSave(handle, engine.fresh), 'context');
  return engine;
}

/** Puts the processor into a state that cannot be had by writing registers, by way of a saved context. */
function setState(uc: Unicorn, engine: Engine, state: NonNullable<UnicornMachine['state']>): void {
  const { handle, fresh } = engine;
  writeRegister(uc, engine, state.register, state.marker);
  check(uc, uc.contextSave(handle, fresh), 'context');
  const bytes = Buffer.from(uc.koffi.decode(fresh, 'uint8_t', Number(uc.contextSize(handle))));
  const marker = Buffer.alloc(8);
  marker.writeBigUInt64LE(state.marker);
  const at = bytes.indexOf(marker);
  if (at < 0 || bytes.indexOf(marker, at + 1) >= 0)
    throw new Error('Unicorn: its saved context has another form than is known here');
  uc.koffi.encode(fresh, at, 'uint64_t', state.stored);
  check(uc, uc.contextRestore(handle, fresh), 'context');
  writeRegister(uc, engine, state.register, state.written);
}

function writeRegister(uc: Unicorn, engine: Engine, id: number, value: bigint): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  check(uc, uc.regWrite(engine.handle, id, bytes), 'register');
}

function readRegister(uc: Unicorn, engine: Engine, id: number): bigint {
  const value = Buffer.alloc(8);
  check(uc, uc.regRead(engine.handle, id, value), 'register');
  return value.readBigUInt64LE();
}

/**
 * Run to a stop address, a fault or the instruction limit. An unaligned access is told, but may have happened.
 * For code that is meant as code: on random bytes for x86, Unicorn 2.0.1 may abort the whole process.
 */
export function runInUnicorn(run: Run): RunResult {
  const uc = unicorn();
  if (typeof uc === 'string') throw new Error(`Unicorn cannot be used: ${uc}`);
  const emulated = emulatedMachine(run.arch);
  const machine = emulated?.unicorn;
  if (emulated === undefined || machine === undefined) {
    throw new RangeError(`Unicorn: no such architecture here: ${run.arch}`);
  }
  const { wordBits } = emulated.machine;
  checkRun(run, machine.registers, wordBits);
  let engine = engines.get(run.arch);
  if (engine === undefined) {
    engine = openEngine(uc, machine);
    engines.set(run.arch, engine);
  }
  const { handle } = engine;
  const mapped: { address: bigint; size: bigint }[] = [];
  const forget = (address: bigint, size: bigint): void => {
    // Else what was translated here would be run in place of what stands there then.
    uc.control(handle, REMOVE_CACHE, 'uint64_t', address, 'uint64_t', address + size);
  };
  try {
    for (const range of pageRanges(run.regions, emulated.page)) {
      const size = range.end - range.address;
      check(
        uc,
        uc.map(handle, range.address, size, ALL),
        `map 0x${size.toString(16)} bytes at 0x${range.address.toString(16)}`,
      );
      mapped.push({ address: range.address, size });
    }
    for (const region of run.regions) {
      if (region.data.length === 0) continue;
      check(uc, uc.write(handle, region.address, region.data, region.data.length), 'write');
    }
    const result = enter(uc, engine, machine, run, wordBits);
    if (run.again && result.reached) {
      for (const { address, size } of mapped) forget(address, size);
      result.again = enter(uc, engine, machine, run, wordBits);
    }
    return result;
  } finally {
    for (const { address, size } of mapped) {
      forget(address, size);
      uc.unmap(handle, address, size);
    }
  }
}

/** One run in memory that is mapped and written. */
function enter(uc: Unicorn, engine: Engine, machine: UnicornMachine, run: Run, wordBits: 32 | 64): RunResult {
  const { handle } = engine;
  check(uc, uc.contextRestore(handle, engine.fresh), 'context');
  const mask = (1n << BigInt(wordBits)) - 1n;
  for (const [name, value] of Object.entries(run.registers)) {
    writeRegister(uc, engine, machine.registers.get(name) ?? 0, value & mask);
  }
  const stops = new Set<number | bigint>();
  for (const stop of run.stop) {
    stops.add(stop);
    stops.add(Number(stop));
  }
  const watch: Watch = {
    stops,
    limit: run.maxInstructions,
    strict: run.strictAlignment,
    executed: 0,
    stopped: undefined,
    exhausted: false,
    fault: undefined,
  };
  engine.watch = watch;
  const begin = run.start;
  let code = 0;
  if (stops.has(begin)) {
    watch.stopped = begin;
    writeRegister(uc, engine, machine.pc, begin);
  } else {
    const [first] = machine.staysInFront ? [] : run.stop;
    const until = first ?? mask & ~0xfn;
    // The count is always given: an engine run first without and then with one never returns.
    code = uc.start(handle, begin, until, 0, run.maxInstructions + 1);
  }
  const pc = watch.stopped ?? readRegister(uc, engine, machine.pc);
  // A stop address that is not mapped is reached by failing to fetch from it.
  // One engine calls it an exception when it ends at the first instruction of a block.
  const atStop = stops.has(pc) && [0, ERR_FETCH_UNMAPPED, ERR_EXCEPTION].includes(code);
  const reached = watch.fault === undefined && atStop;
  const result: RunResult = {
    stoppedAt: pc,
    reached,
    instructions: watch.executed,
    memory: run.regions.map((region) => {
      const bytes = Buffer.alloc(region.size);
      if (region.size > 0) check(uc, uc.read(handle, region.address, bytes, region.size), 'read');
      return new Uint8Array(bytes.buffer, bytes.byteOffset, region.size);
    }),
    registers: Object.fromEntries(
      [...machine.registers].map(([name, id]) => [name, readRegister(uc, engine, id)]),
    ),
  };
  if (watch.fault !== undefined) result.fault = watch.fault;
  else if (code !== 0 && !reached) result.fault = uc.strerror(code);
  else if (!reached && watch.exhausted) result.fault = `no stop within ${run.maxInstructions} instructions`;
  else if (!reached) result.fault = 'the emulation ended';
  return result;
}
