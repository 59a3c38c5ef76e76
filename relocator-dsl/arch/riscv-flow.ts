/** What each RISC-V instruction does to the integer registers and to the flow of code: enough to follow addresses. */
import type { Flow, Step } from '../machine-facets.ts';

type Xlen = 32 | 64;

function bitsOf(word: number, low: number, width: number): number {
  return (word >>> low) & (2 ** width - 1);
}

/** Bits of an immediate as the ISA manual lists them: where each run stands in the instruction and in the number. */
function gathered(
  word: number,
  sign: number,
  runs: readonly (readonly [at: number, width: number, to: number])[],
) {
  const value = runs.reduce((sum, [at, width, to]) => sum | (bitsOf(word, at, width) << to), 0);
  return value >= 2 ** sign ? value - 2 ** (sign + 1) : value;
}

/** Opcodes that write rd, and those that write no integer register. Where it depends, a write is assumed. */
const WRITING = new Set([0x37, 0x17, 0x13, 0x1b, 0x33, 0x3b, 0x03, 0x2f, 0x53]);
const SILENT = new Set([0x23, 0x0f, 0x07, 0x27, 0x43, 0x47, 0x4b, 0x4f]);

function wide(word: number): Step | undefined {
  const opcode = bitsOf(word, 0, 7);
  const rd = bitsOf(word, 7, 5);
  const step = { bytes: 4, base: bitsOf(word, 15, 5), writes: rd === 0 ? undefined : rd } as const;
  if (WRITING.has(opcode)) return { ...step, kind: 'plain' };
  if (SILENT.has(opcode)) return { ...step, writes: undefined, kind: 'plain' };
  switch (opcode) {
    case 0x63: {
      const runs = [
        [8, 4, 1],
        [25, 6, 5],
        [7, 1, 11],
        [31, 1, 12],
      ] as const;
      return { ...step, writes: undefined, kind: 'branch', distance: gathered(word, 12, runs) };
    }
    case 0x6f: {
      const runs = [
        [21, 10, 1],
        [20, 1, 11],
        [12, 8, 12],
        [31, 1, 20],
      ] as const;
      return { ...step, kind: rd === 0 ? 'jump' : 'call', distance: gathered(word, 20, runs) };
    }
    case 0x67:
      return { ...step, kind: rd === 0 ? 'end' : 'call' };
    case 0x73:
      // Control and status registers; what ecall and ebreak lead to has registers as a function has.
      return { ...step, kind: bitsOf(word, 12, 3) === 0 ? 'call' : 'plain' };
    default:
      return undefined;
  }
}

const CJ = [
  [3, 3, 1],
  [11, 1, 4],
  [2, 1, 5],
  [7, 1, 6],
  [6, 1, 7],
  [9, 2, 8],
  [8, 1, 10],
  [12, 1, 11],
] as const;
const CB = [
  [3, 2, 1],
  [10, 2, 3],
  [2, 1, 5],
  [5, 2, 6],
  [12, 1, 8],
] as const;

function compressed(word: number, xlen: Xlen): Step | undefined {
  const funct = bitsOf(word, 13, 3);
  const full = bitsOf(word, 7, 5);
  const plain = (writes: number | undefined): Step => ({ bytes: 2, base: undefined, writes, kind: 'plain' });
  switch (bitsOf(word, 0, 2)) {
    case 0:
      // What is never an instruction, and fills gaps.
      if (word === 0) return { ...plain(undefined), kind: 'end' };
      if (funct === 4) return undefined;
      return plain(funct === 0 || funct === 2 || funct === 3 ? 8 + bitsOf(word, 2, 3) : undefined);
    case 1:
      if (funct === 5) return { ...plain(undefined), kind: 'jump', distance: gathered(word, 11, CJ) };
      if (funct >= 6) return { ...plain(undefined), kind: 'branch', distance: gathered(word, 8, CB) };
      if (funct === 4) return plain(8 + bitsOf(word, 7, 3));
      if (funct === 1 && xlen === 32) return { ...plain(1), kind: 'call', distance: gathered(word, 11, CJ) };
      return plain(full === 0 ? undefined : full);
    default:
      if (funct === 4 && bitsOf(word, 2, 5) === 0) {
        if (bitsOf(word, 12, 1) === 0) return { ...plain(undefined), kind: 'end' };
        return { ...plain(1), kind: 'call' };
      }
      if (funct === 1 || funct >= 5) return plain(undefined);
      return plain(full === 0 ? undefined : full);
  }
}

export function riscvFlow(xlen: Xlen): Flow {
  return {
    // sp, gp, tp, s0, s1 and s2 to s11, by the calling convention of the psABI.
    preserved: new Set([2, 3, 4, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27]),
    registers: 32,
    read(code, offset) {
      const byte = (at: number): number | undefined => code[offset + at];
      const [a, b] = [byte(0), byte(1)];
      if (a === undefined || b === undefined) return undefined;
      if ((a & 3) !== 3) return compressed(a | (b << 8), xlen);
      const [c, d] = [byte(2), byte(3)];
      if ((a & 0x1c) === 0x1c || c === undefined || d === undefined) return undefined;
      return wide((a | (b << 8) | (c << 16) | (d << 24)) >>> 0);
    },
  };
}
