/**
 * Machines with two instruction sets mark functions of the second one by bit 0 of their symbols' values. What follows
 * from that for relocations: the psABI's T.
 */
import { extract } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { FunctionBit, FunctionState } from '../../relocator-dsl/machine-facets.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol } from '../elf/types.ts';
import type { SymbolUse } from './symbol-use.ts';

/** The file with the function bit apart from the addresses of functions and of the entry. */
export function splitFunctionBits(elf: ElfFile, machine: Machine): ElfFile {
  if (!machine.functions?.bit) return elf;
  const symbols = elf.symbols.map((symbol) =>
    symbol.type === STT.FUNC && symbol.value & 1n
      ? { ...symbol, value: symbol.value - 1n, functionBit: true as const }
      : symbol,
  );
  if (!(elf.entry & 1n)) return { ...elf, symbols };
  return { ...elf, symbols, entry: elf.entry - 1n, entryFunctionBit: true };
}

/** What the entry must be a multiple of, in bytes. */
export function entryAlignment({ functions, code }: Machine, set: boolean): number {
  return functions?.bit ? stateOf(functions.bit, set).alignment : code.alignment;
}

function stateOf(bit: FunctionBit, set: boolean): FunctionState {
  return set ? bit.set : bit.clear;
}

/**
 * T of one relocation. The address of a late symbol has the bit in it, so T is 0 there; what is no function leaves a
 * jump in its state, and a call of nobody goes on in the state it came from. A text tells why there is none.
 */
export function functionBitOf(
  rule: Rule,
  symbol: ElfSymbol,
  use: SymbolUse,
  container: bigint,
  machine: Machine,
): bigint | string {
  const states = machine.functions?.bit;
  if (!states || use.kind === 'late') return 0n;
  if (symbol.type !== STT.FUNC || use.kind === 'weak') {
    if (use.kind === 'weak' && rule.target?.own !== undefined) return BigInt(rule.target.own);
    if (rule.target?.state === 'opcode') return extract(rule.field, container) & 1n;
    return BigInt(rule.target?.state ?? 0);
  }
  const bit = symbol.functionBit ? 1n : 0n;
  if (typeof rule.target?.state !== 'number' || BigInt(rule.target?.state) === bit) return bit;
  const [own, other] = [bit === 0n, bit === 1n].map((set) => stateOf(states, set).name);
  return `it jumps from ${own} to ${other} code without a change of state; a linker would put a veneer between them`;
}

/** T of a relocation whose addend has it, which is as good and needs no room of its own in tables. */
export const T_IN_ADDEND = 0n;

/** The addend with which `(S + A)` is `(S + A) | T`, at every address that leaves instructions aligned. */
export function withFunctionBit(address: bigint, addend: bigint, T: bigint): bigint {
  return ((address + addend) | T) - address;
}
