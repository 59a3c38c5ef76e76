/** Instructions of rules that are forms of others by what stands at the place. */
import { containerBits } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { BytePattern } from '../../relocator-dsl/rule-facets.ts';
import { orderOf } from './linkers.ts';
import { read, write } from './memory.ts';

/** Of several such instructions the last, which all linkers know. */
function patternsOf({ instruction }: Rule): readonly BytePattern[] {
  return instruction?.form?.when?.at(-1) ?? [];
}

/** Makes the bytes around the place of a rule's field those of its form, if it is one. */
export function writeForm(memory: Uint8Array, place: number, rule: Rule): void {
  for (const { at, mask, value } of patternsOf(rule)) {
    memory[place + at] = ((memory[place + at] ?? 0) & ~mask) | value;
  }
  // What it must not be becomes something else by its lowest bit.
  const not = rule.instruction?.form?.unless ?? [];
  if (!not.every(({ at, mask, value }) => ((memory[place + at] ?? 0) & mask) === value)) return;
  for (const { at, mask } of not.slice(0, 1)) {
    memory[place + at] = (memory[place + at] ?? 0) ^ (mask & -mask);
  }
}

/** A container as it is in such an instruction. */
export function inForm(machine: Machine, rule: Rule, container: bigint): bigint {
  if (!rule.instruction?.form) return container;
  const size = containerBits(rule.field) / 8;
  const around = 8;
  const memory = new Uint8Array(2 * around + size);
  write(memory, around, size, container, orderOf(machine, rule.field));
  writeForm(memory, around, rule);
  return read(memory, around, size, orderOf(machine, rule.field));
}
