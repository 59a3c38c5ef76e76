/**
 * `npm run bench`: prologues beside loops that a C compiler makes of the same formats, on the same words, run in the
 * same emulator. Bytes and instructions, which are the same on every machine; no times.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../cli/print.ts';
import { generatePrologue } from '../codegen/prologue.ts';
import { emptyRequest, type Format, type PrologueRequest, type WordContents } from '../codegen/request.ts';
import { type Run, runInUnicorn } from '../emulate/index.ts';
import { readContainer, writeContainer } from '../image/memory/bytes.ts';
import { architectureNamed } from '../relocator-dsl/arch/index.ts';
import type { Machine } from '../relocator-dsl/machine.ts';
import type { BenchMachine } from './machine.ts';
import { BENCH_MACHINES } from './machines/index.ts';

const PEER = fileURLToPath(new URL('peer.c', import.meta.url));
const FORMATS: readonly Format[] = ['chain', 'delta', 'relr', 'rela'];
const COUNTS = [16, 69, 1000];
const ENTRY = 0x1_0000;
const IMAGE = 0x1_1000;
const BASE = 0x40_0000n;
const CODE = 0x20_0000n;
const STOP = 0x30_0000n;
const STACK = 0x10_0000n;
/** Where in its memory the stack pointer points. */
const STACK_USED = 0x800;

/** The smallest code of a few optimisation levels. */
function compilePeer({ clang }: BenchMachine, format: Format): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-bench-'));
  try {
    const codes = ['-Os', '-Oz', '-O2'].map((level) => {
      const [object, code] = [join(folder, 'peer.o'), join(folder, 'peer.bin')];
      const options = [
        '-ffreestanding',
        '-fno-pic',
        '-fomit-frame-pointer',
        '-fno-asynchronous-unwind-tables',
      ];
      const define = `-D${format.toUpperCase()}`;
      execFileSync('clang-16', [...clang, level, ...options, define, '-c', '-o', object, PEER]);
      execFileSync('llvm-objcopy-16', ['-O', 'binary', '-j', '.text', object, code]);
      return readFileSync(code);
    });
    return codes.reduce((least, code) => (code.length < least.length ? code : least));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function machineOf(arch: string): Machine {
  const found = architectureNamed(arch);
  if (!found) throw new Error(`no machine is called ${arch}`);
  return found.machine;
}

function request(arch: string, format: Format, count: number): PrologueRequest {
  const word = machineOf(arch).wordBits === 32 ? 4 : 8;
  // Pairs of neighbours with gaps between them, as tables of pointers in data have. A chain of 32-bit words reaches 64 KiB.
  const words = Array.from({ length: count }, (_, index) => ({
    offset: (word === 4 ? 0x4000 : IMAGE) + (index + (index >> 1) * 3) * word,
    value: BigInt(index * 16),
  }));
  return { ...emptyRequest(arch, format, ENTRY), groups: [{ bytes: word, granule: word, words }] };
}

/** What memory holds before relocation: the words, and the blob's own bytes in front if there are any. */
function memoryOf(wanted: PrologueRequest, contents: Pick<WordContents, 'get'>): Uint8Array {
  const memory = Buffer.alloc(IMAGE + 0x2_0000);
  for (const { bytes, words } of wanted.groups) {
    for (const { offset, value } of words) {
      const word = contents.get(offset)?.value ?? value;
      writeContainer(memory, offset, bytes, orderOf(wanted), word);
    }
  }
  return memory;
}

function orderOf({ arch }: PrologueRequest): 'little' | 'big' {
  return machineOf(arch).dataOrder;
}

interface Measured {
  readonly code: number;
  readonly instructions: number;
}

function execute(run: Run, wanted: PrologueRequest): number {
  const { reached, fault, instructions, memory } = runInUnicorn(run);
  if (!reached) throw new Error(`${wanted.arch} ${wanted.format}: ${fault}`);
  const after = Buffer.from(memory[0] ?? new Uint8Array());
  for (const { bytes, words } of wanted.groups) {
    for (const { offset, value } of words) {
      const word = readContainer(after, offset, bytes, orderOf(wanted));
      if (word !== value + BASE)
        throw new Error(`${wanted.arch} ${wanted.format}: wrong at 0x${offset.toString(16)}`);
    }
  }
  return instructions;
}

function stackPointer(arch: string): Record<string, bigint> {
  return { [machineOf(arch).entry.stackPointer]: STACK + BigInt(STACK_USED) };
}

async function measure(
  machine: BenchMachine,
  format: Format,
  count: number,
): Promise<{ ours: Measured; peer: Measured; table: number }> {
  const { arch } = machine;
  const wanted = request(arch, format, count);
  const prologue = await generatePrologue(wanted);
  const image = memoryOf(wanted, prologue.words);
  const blob = image.slice();
  blob.set(prologue.bytes);
  const common = { arch, maxInstructions: 10_000_000, strictAlignment: false };
  const stack = { address: STACK, data: new Uint8Array(0x1000), size: 0x1000 };
  const region = (address: bigint, data: Uint8Array) => ({ address, data, size: data.length });
  const ours = execute(
    {
      ...common,
      regions: [region(BASE, blob), stack],
      start: BASE,
      stop: [BASE + BigInt(ENTRY)],
      registers: stackPointer(arch),
    },
    wanted,
  );
  const code = compilePeer(machine, format);
  const data = prologue.bytes.subarray(prologue.table.offset);
  const tableAt = CODE + 0x1000n;
  // The arguments, and the address to return to.
  const frame = Buffer.alloc(0x1000);
  const registers = machine.call({ arguments: [BASE, tableAt], returnTo: STOP, frame, sp: STACK_USED });
  const peer = execute(
    {
      ...common,
      regions: [region(BASE, image), region(STACK, frame), region(CODE, code), region(tableAt, data)],
      start: CODE,
      stop: [STOP],
      registers: { ...stackPointer(arch), ...registers },
    },
    wanted,
  );
  return {
    ours: { code: prologue.codeSize, instructions: ours },
    peer: { code: code.length, instructions: peer },
    table: prologue.table.size,
  };
}

const rows: string[][] = [];
for (const machine of BENCH_MACHINES) {
  for (const format of FORMATS) {
    for (const count of COUNTS) {
      const { ours, peer, table: size } = await measure(machine, format, count);
      const ratio = (a: number, b: number): string => (a / b).toFixed(2);
      rows.push([
        machine.arch,
        format,
        String(count),
        String(ours.code),
        String(peer.code),
        String(size),
        (ours.instructions / count).toFixed(1),
        (peer.instructions / count).toFixed(1),
        ratio(ours.instructions, peer.instructions),
      ]);
    }
  }
}
console.log(
  table(
    [
      { title: 'MACHINE' },
      { title: 'FORMAT' },
      { title: 'WORDS', right: true },
      { title: 'CODE', right: true },
      { title: 'C LOOP', right: true },
      { title: 'TABLE', right: true },
      { title: 'INSTR. EACH', right: true },
      { title: 'C LOOP', right: true },
      { title: 'RATIO', right: true },
    ],
    rows,
  ),
);
console.log(
  '\nCODE is the whole prologue: finding itself, the loop, the guard and the jump; C LOOP is the loop alone.',
);
