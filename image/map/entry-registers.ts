/** What registers hold when an image's prologue goes on to the entry, and which the purgatory must set itself. */
import { PROMISES } from '../../relocator-dsl/entry.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { ImageMap } from './map.ts';

export interface EntryRegister {
  readonly name: string;
  /** What the prologue has set it to, in bytes from the load base; undefined where it has not. */
  readonly offset: number | undefined;
  /** What it holds, or why nothing is put there. */
  readonly meaning: string;
}

/** The registers that the prologue sets, with offsets from the load base. */
export function setRegisters(
  map: ImageMap,
  { entry: { entryRegister } }: Machine,
): readonly { readonly name: string; readonly offset: number }[] {
  const atEntry = entryRegister === undefined ? [] : [{ name: entryRegister, offset: map.entry }];
  return [...atEntry, ...(map.registers ?? [])];
}

/** Those that the prologue sets, in front of those that the purgatory must set before it counts from them. */
export function entryRegisters(map: ImageMap, machine: Machine): EntryRegister[] {
  const { entryRegister, promises = [], own = [], stackPointer } = machine.entry;
  const set = setRegisters(map, machine);
  const promised = promises.map(({ register, to }) => {
    const offset = set.find(({ name }) => name === register)?.offset;
    const { what, otherwise } = PROMISES[to];
    return { name: register, offset, meaning: offset === undefined ? otherwise : what };
  });
  const registers: EntryRegister[] = [
    ...(entryRegister === undefined
      ? []
      : [{ name: entryRegister, offset: map.entry, meaning: "the entry's address" }]),
    ...promised,
    ...own.map(({ register, purpose }) => ({ name: register, offset: undefined, meaning: purpose })),
    { name: stackPointer, offset: undefined, meaning: 'it is as the loader left it' },
  ];
  return [
    ...registers.filter(({ offset }) => offset !== undefined),
    ...registers.filter(({ offset }) => offset === undefined),
  ];
}
