/** Small programs of several machines, which emulators must run as processors do. */
import type { Run } from '../../emulate/index.ts';
import { FAMILIES } from '../machines/index.ts';

export interface Program {
  /** data[0] += 1 through the pointer in the first register; then the second register = 0x2a; then the stop. */
  add: Uint8Array;
  addInstructions: number;
  /** Offset of the stop in `add`. */
  stop: number;
  pointer: string;
  output: string;
  width: 4 | 8;
  forever: Uint8Array;
  /** Load `width` bytes through the pointer, then the stop, at `wildStop`. */
  load: Uint8Array;
  loadStop: number;
  /** Store `width` bytes through the pointer. */
  store: Uint8Array;
  /** Jump to the address in the pointer register. */
  jump: Uint8Array;
  bases: readonly bigint[];
  /** A run from 0x40_0000 that patches code that it has run or is about to run, and the register that tells. */
  patching?: Patching;
}

export interface Patching {
  code: Uint8Array;
  /** Offset of the stop. */
  stop: number;
  registers: Readonly<Record<string, bigint>>;
  register: string;
  value: bigint;
}

/** By machine. */
export const PROGRAMS: ReadonlyMap<string, Program> = new Map(
  FAMILIES.flatMap(({ programs = {} }) => Object.entries(programs)),
);

export function program(arch: string): Program {
  const found = PROGRAMS.get(arch);
  if (found === undefined) throw new Error(arch);
  return found;
}

/** Code at `base`, data at `base + 0x800 + skew`. */
export function run(
  arch: string,
  base: bigint,
  code: Uint8Array,
  stop: readonly bigint[],
  { skew = 0, strict = false, pointer }: { skew?: number; strict?: boolean; pointer?: bigint } = {},
): Run {
  const data = base + 0x800n + BigInt(skew);
  return {
    arch,
    regions: [
      { address: base, data: code, size: code.length },
      { address: data, data: Uint8Array.of(0xff, 0x01), size: 16 },
    ],
    start: base,
    stop,
    registers: { [program(arch).pointer]: pointer ?? data },
    maxInstructions: 1000,
    strictAlignment: strict,
  };
}

/** Runs that patch code they have run or are about to run, and the register that tells. */
export function patching(): { run: Run; register: string; value: bigint }[] {
  return [...PROGRAMS].flatMap(([arch, { patching: found }]) => {
    if (!found) return [];
    const { code, stop, registers, register, value } = found;
    const each = run(arch, 0x40_0000n, code, [0x40_0000n + BigInt(stop)]);
    return [{ run: { ...each, registers: { ...registers } }, register, value }];
  });
}
