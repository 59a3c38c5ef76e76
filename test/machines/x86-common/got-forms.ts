/** Instructions of x86 that go through the GOT, and what they come to mean after a linker or relocator has been there. */
import type { Way } from '../../support/differences.ts';
import { read } from '../../support/memory.ts';

/** Instructions of two operands that the psABIs list. */
export const BINARY = ['adc', 'add', 'and', 'cmp', 'or', 'sbb', 'sub', 'xor'];

/** Why relocator keeps the slot where linkers put the address into the instruction. */
export const MOVES =
  'an immediate would tie the image to the lowest or highest 2 GiB and is one more word to relocate.';

export interface Meaning {
  readonly way: Way;
  /** The address that it calls, jumps to or computes with. */
  readonly value: bigint;
  /** The instruction's bytes without its field, which shows where a table lies. */
  readonly code: string;
}

/** Memory that holds an instruction and the slots it names. */
export interface Memory {
  readonly bytes: Uint8Array;
  /** The word at an address. */
  readonly wordAt: (address: bigint) => bigint;
}

const DIRECT = new Set([0xe8, 0xe9]);
const LEA = 0x8d;
const IMMEDIATE = new Set([0x81, 0xc7, 0xf7]);
const NO_BASE = 0x05;

/** Reads the instruction at `address`; every form has one 32-bit field after its opcode and mode byte. */
export function meaningOf(
  wordBits: 32 | 64,
  { bytes, wordAt }: Memory,
  address: bigint,
  got: bigint,
): Meaning {
  const byte = (index: number): number => bytes[index] ?? 0;
  const rex = wordBits === 64 && (byte(0) & 0xf0) === 0x40;
  const start = rex || byte(0) === 0x67 ? 1 : 0;
  const opcode = byte(start);
  const at = DIRECT.has(opcode) ? start + 1 : start + 2;
  const field = BigInt.asIntN(32, read(bytes, at, 4, 'little'));
  const word = (value: bigint): bigint => BigInt.asUintN(wordBits, value);
  const next = address + BigInt(at) + 4n;
  const code = Buffer.from(bytes)
    .fill(0, at, at + 4)
    .toString('hex');
  if (DIRECT.has(opcode)) return { way: 'direct', value: word(next + field), code };
  if (IMMEDIATE.has(opcode)) return { way: 'immediate', value: word(field), code };
  const relative = wordBits === 64 ? next : (byte(start + 1) & 0xc7) === NO_BASE ? 0n : got;
  const value = word(relative + field);
  return opcode === LEA ? { way: 'direct', value, code } : { way: 'slot', value: wordAt(value), code };
}
