/** Which machines files are for, told by their ELF headers alone, so that no others are loaded. */
import { machineForElf } from '../../relocator-dsl/architectures.ts';
import { EI_DATA, ELF_MAGIC } from '../elf/constants.ts';
import { loadMachines } from '../models.ts';
import { InputError } from '../trouble/errors.ts';
import { isArchive, readArchive } from './archive.ts';
import type { Input } from './files.ts';

/** Where e_machine stands, in files of both classes. */
const E_MACHINE = 18;

/** Loads the machines that files and members of archives are for; what is damaged is passed over, to be told where it is read. */
export async function loadMachinesOf(input: Input): Promise<void> {
  const files = input instanceof Uint8Array ? [input] : input.map(({ bytes }) => bytes);
  await loadMachines(new Set(files.flatMap(machinesOf)));
}

function machinesOf(bytes: Uint8Array): string[] {
  if (!isArchive(bytes)) return [machineOf(bytes)].flatMap((arch) => arch ?? []);
  try {
    return readArchive(bytes).members.flatMap((member) => machineOf(member.bytes) ?? []);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function machineOf(bytes: Uint8Array): string | undefined {
  if (!ELF_MAGIC.every((byte, index) => bytes[index] === byte)) return undefined;
  const [fileClass, data] = bytes.subarray(ELF_MAGIC.length);
  const [first = 0, second = 0] = bytes.subarray(E_MACHINE);
  const little = data === EI_DATA.little;
  const elfMachine = little ? first + second * 256 : first * 256 + second;
  return machineForElf(elfMachine, fileClass === 2 ? 64 : 32, little ? 'little' : 'big')?.arch;
}
