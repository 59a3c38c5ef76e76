/** Code in an instruction set for which a machine has no rules, though its processor may run it. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { OtherState } from '../../relocator-dsl/machine-facets.ts';
import type { ElfFile, ElfSymbol } from '../elf/types.ts';
import { InputError } from '../trouble/errors.ts';
import type { Unusable } from '../trouble/troubles.ts';

/** Why nothing can lead to the symbol; undefined unless it is in another state. */
export function whyNotReached({ place, other }: ElfSymbol, { functions }: Machine): Unusable | undefined {
  const state = place.kind === 'section' ? stateOf(other, functions?.otherStates) : undefined;
  if (!state) return undefined;
  return {
    why:
      `its symbol is ${state.name} code, whose address has bit 0 set, and to which only an instruction leads that ` +
      'changes the state',
    remedy: state.remedy,
  };
}

/**
 * @param other st_other of the entry's symbol; undefined where none names it
 * @throws InputError when the entry is in another state, or nothing but e_flags tells in which it is
 */
export function checkEntryState(
  { flags, entry }: ElfFile,
  { functions }: Machine,
  other: number | undefined,
): void {
  const states = functions?.otherStates;
  const [told] = states?.filter(({ flag }) => (flags & flag) !== 0) ?? [];
  const state = other === undefined ? undefined : stateOf(other, states);
  // Linkers leave bit 0 set in e_entry.
  const found = state ?? ((entry & 1n) !== 0n ? told : undefined);
  if (found)
    throw new InputError(`the entry is ${found.name} code, in which no prologue ends; ${found.remedy}`);
  if (told && other === undefined) {
    throw new InputError(
      `the file has ${told.name} code (e_flags), and no symbol tells what the entry is; name it with --entry SYM`,
    );
  }
}

function stateOf(other: number, states: readonly OtherState[] = []): OtherState | undefined {
  return states.find((state) => (other & state.other.mask) === state.other.value);
}
