/** The memory in which a prologue is run: the blob as its loader leaves it, and a stack. */
import type { ImageMap } from '../image/map/map.ts';
import { writeContainer } from '../image/memory/bytes.ts';
import { registersIn } from '../relocator-dsl/entry.ts';
import type { Machine } from '../relocator-dsl/machine.ts';
import { addressBits } from './machines/index.ts';
import type { Run } from './types.ts';

export const PAGE = 0x1000n;
/** A prologue that has not reached the entry after this many instructions, and some for each byte, never will. */
const INSTRUCTION_FLOOR = 100_000;
/** Two of the largest pages that emulated machines have, in bytes. */
const LARGEST_PAGES = 0x8000;
export const STACK_SIZE = 0x1000;
const STACK_GAP = 0x1_0000n;
/** What the stack is filled with. */
export const FILL = 0xa5;

/**
 * Bytes of the image's memory that a run is given: the blob, and the zeros behind it to the end of its last page at
 * least. A prologue has nothing to write further behind, and who does meets no memory there. What a map says of the size
 * in memory so costs none.
 */
export function heldBytes({ size, memsz }: ImageMap): number {
  return Math.min(memsz, size + LARGEST_PAGES);
}

/** The blob as the loader leaves it: with the addresses of late symbols filled in. */
export function loaded(
  blob: Uint8Array,
  map: ImageMap,
  { dataOrder }: Machine,
  late: ReadonlyMap<string, bigint> = new Map(),
): Uint8Array {
  // Not slice(): that of a Buffer is a view of the same memory.
  const memory = Uint8Array.from(blob);
  for (const { name, offset, size } of map.late) {
    writeContainer(memory, offset, size, dataOrder, late.get(name) ?? 0n);
  }
  return memory;
}

/** A run at `base`; its first region is the image, its second the stack. */
export function runAt(machine: Machine, map: ImageMap, memory: Uint8Array, base: bigint): Run {
  // Near the image, so that an emulator that shares its address space with us can hold both.
  const end = base + BigInt(map.memsz) + STACK_GAP;
  const behind = (end + PAGE - 1n) & ~(PAGE - 1n);
  const limit = 1n << BigInt(addressBits(machine));
  const stack = behind + PAGE <= limit ? behind : (base - STACK_GAP) & ~(PAGE - 1n);
  const registers: Record<string, bigint> = {};
  const { preserved, stackPointer } = machine.entry;
  for (const [index, name] of registersIn(preserved).entries()) {
    registers[name] = BigInt(0x1111_1111 + 0x101_0101 * index);
  }
  registers[stackPointer] = stack + BigInt(STACK_SIZE / 2);
  return {
    arch: machine.arch,
    regions: [
      { address: base, data: memory, size: heldBytes(map) },
      { address: stack, data: new Uint8Array(STACK_SIZE).fill(FILL), size: STACK_SIZE },
    ],
    start: base,
    stop: [base + BigInt(map.entry)],
    registers,
    maxInstructions: INSTRUCTION_FLOOR + 64 * map.size,
    strictAlignment: machine.unalignedFaults,
    again: true,
  };
}
