/** The architectures, by name and by ELF header. They are to be loaded first; arch/index.ts loads all. */
import { MACHINES, type MachineEntry } from './arch/table.ts';
import { type Architecture, familyOf } from './architecture.ts';
import { ByMachine } from './by-machine.ts';

const kept = new ByMachine<Architecture>(
  Object.fromEntries(MACHINES.map(({ arch, read }) => [arch, read] as const)),
);

/** Keeps architectures that have been read by other means. */
export function addArchitectures(architectures: readonly Architecture[]): void {
  for (const each of architectures) kept.add(each.machine.arch, each);
}

/** Reads architectures; names of none are passed over. */
export async function loadArchitectures(names: Iterable<string>): Promise<void> {
  await Promise.all([...names].map((name) => kept.load(name)));
}

/** Reads one; undefined where none has that name. */
export function loadArchitecture(name: string): Promise<Architecture | undefined> {
  return kept.load(name);
}

/** All of them. @throws RangeError when one has not been loaded */
export function allArchitectures(): Architecture[] {
  return MACHINES.flatMap(({ arch }) => kept.get(arch) ?? []);
}

/** The architecture the command line calls `name`. @throws RangeError when it has not been loaded */
export function architectureNamed(name: string): Architecture | undefined {
  return kept.get(name);
}

/** The name here of the machine that `name` is a name of, in any case; others are given back as they are. */
export function archCalled(name: string): string {
  const wanted = name.toLowerCase();
  return (
    MACHINES.find(({ arch, otherNames }) => arch === wanted || otherNames.includes(wanted))?.arch ?? name
  );
}

/** The machine of an ELF file with this e_machine, class and byte order, loaded or not. */
export function machineForElf(
  elfMachine: number,
  wordBits: 32 | 64,
  byteOrder: 'little' | 'big',
): MachineEntry | undefined {
  return MACHINES.find(
    (entry) =>
      entry.elfMachine === elfMachine && entry.wordBits === wordBits && entry.dataOrder === byteOrder,
  );
}

/** The architecture of such a file. @throws RangeError when it has not been loaded */
export function architectureForElf(
  elfMachine: number,
  wordBits: 32 | 64,
  byteOrder: 'little' | 'big',
): Architecture | undefined {
  const entry = machineForElf(elfMachine, wordBits, byteOrder);
  return entry && kept.get(entry.arch);
}

/** The names of those that may have a relocation type of that name, in any case, by what it begins with. */
export function architecturesNaming(typeName: string): string[] {
  const family = familyOf(typeName.toUpperCase());
  return MACHINES.filter(({ families }) => families.includes(family)).map(({ arch }) => arch);
}
