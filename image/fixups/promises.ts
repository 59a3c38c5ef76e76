/** What the ABI promises a purgatory's entry in registers, beside what the machine's contract says of all entries. */
import type { PromisedRegister } from '../../codegen/request.ts';
import type { EntryPromise } from '../../relocator-dsl/entry.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { bytesMatch } from '../input/byte-patterns.ts';
import type { DataPointer, ImageSource, Layout } from '../input/source.ts';
import { hex } from '../memory/bytes.ts';
import { SIZE_LIMIT } from '../memory/limits.ts';
import { InputError } from '../trouble/errors.ts';
import { isMovingWord } from './plan.ts';
import { type Fixup, type Resolved, wordFixup } from './resolve.ts';

/**
 * The registers that code at `entry` counts from.
 * @param fixups those that are left to the prologue
 */
export function promisedRegisters(
  { architecture: { machine }, unformed }: ImageSource,
  layout: Layout,
  entry: number,
  resolved: Resolved,
): PromisedRegister[] {
  const kept = (to: EntryPromise['to']): number | undefined => {
    switch (to) {
      case 'descriptor':
        return descriptorPointer(layout, resolved, machine);
      case 'two entries':
        return countsFromEntry(layout, entry, resolved.image, machine);
      case 'global pointer':
      case 'GOT pointer':
        return unformed.has(to) ? dataPointer(to, layout, machine) : undefined;
    }
  };
  return (machine.entry.promises ?? []).flatMap(({ register, to }) => {
    const offset = kept(to);
    return offset === undefined ? [] : [{ name: register, offset }];
  });
}

/** The entry itself, if its symbol says that it has a second one, or if its code begins as such functions do. */
function countsFromEntry(
  { entryOther, imageOffset }: Layout,
  entry: number,
  image: Uint8Array,
  { functions }: Machine,
): number | undefined {
  const { localEntry } = functions ?? {};
  if (!localEntry) return undefined;
  const told = localEntry.distances.find(({ other }) => other === ((entryOther ?? 0) & localEntry.mask));
  const begins = localEntry.countsFromEntry?.some((patterns) =>
    bytesMatch(image, entry - imageOffset, patterns),
  );
  return (told?.bytes ?? 0) > 0 || begins ? entry : undefined;
}

function dataPointer(to: DataPointer, { got }: Layout, { pointers }: Machine): number | undefined {
  if (got === undefined) return undefined;
  return to === 'global pointer' ? got + (pointers?.global?.fromGot ?? 0) : got;
}

/** What the entry's descriptor has for its code, if that is an address in the image. */
function descriptorPointer(
  { entryDescriptor }: Layout,
  resolved: Resolved,
  machine: Machine,
): number | undefined {
  const { descriptors } = machine.functions ?? {};
  if (!descriptors || entryDescriptor === undefined) return undefined;
  const word = fixupAt(resolved, entryDescriptor + descriptors.data);
  if (!word || !isMovingWord(word, machine)) return undefined;
  if (word.value <= BigInt(SIZE_LIMIT) * 2n) return Number(word.value);
  throw new InputError(
    `the pointer in the entry's descriptor is ${hex(word.value)}, far from the image; rebuild the object, it is damaged`,
  );
}

function fixupAt({ fixups, words }: Resolved, offset: number): Fixup | undefined {
  const index = words.firstBehind(offset);
  if (index < words.count && words.offsetAt(index) === offset) return wordFixup(words, index);
  return fixups.find(({ application }) => application.offset === offset);
}
