/** From the bytes of a file to something an image can be built of. */
import { models } from '../../reference-model/index.ts';
import type { ReferenceModel } from '../../reference-model/types.ts';
import { architectureForElf, architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { SHF } from '../elf/constants.ts';
import { readElf } from '../elf/read.ts';
import type { ElfFile } from '../elf/types.ts';
import { InputError } from '../trouble/errors.ts';
import { splitFunctionBits } from './function-bit.ts';
import { openLinked } from './linked.ts';
import { openObject } from './object.ts';
import type { ImageSource, SourceOptions } from './source.ts';

/** The rules for an ELF file. @throws InputError when there are none for its machine */
export function rulesFor(elf: ElfFile): { architecture: Architecture; model: ReferenceModel } {
  const architecture = architectureForElf(elf.machine, elf.wordBits, elf.byteOrder);
  const model = architecture && models.get(architecture.machine.arch);
  if (architecture && model) return { architecture, model };
  const what = `ELF machine ${elf.machine} (${elf.wordBits}-bit, ${elf.byteOrder} endian) has no rules here`;
  const kin = architectures.filter(({ machine }) => machine.elfMachine === elf.machine);
  if (kin.length > 0) {
    const others = kin.map(({ machine: { title, wordBits, dataOrder } }) => {
      return `${title} (${wordBits}-bit, ${dataOrder} endian)`;
    });
    throw new InputError(`${what}; of this machine only ${others.join(', ')} is known: compile for that`);
  }
  const known = architectures.map(({ machine }) => machine.arch).join(', ');
  throw new InputError(`${what}; known are ${known}`);
}

/** Reads a file, finds its rules, and does to it what they ask for before anything else. */
export function readWithRules(bytes: Uint8Array): {
  elf: ElfFile;
  architecture: Architecture;
  model: ReferenceModel;
} {
  const read = readElf(bytes);
  const { architecture, model } = rulesFor(read);
  const { refusesLinked, refusesFlags = [] } = architecture.machine.elf ?? {};
  for (const { mask, values, reason, remedy } of refusesFlags) {
    if (values.includes((read.flags & mask) >>> 0)) throw new InputError(`${reason}; ${remedy}`);
  }
  if (read.type === 'dynamic' && refusesLinked !== undefined) throw new InputError(refusesLinked);
  const elf = splitFunctionBits(read, architecture.machine);
  if (elf.type === 'dynamic') return { elf, architecture, model };
  return { elf: withAlignedCode(elf, architecture.machine), architecture, model };
}

/** Some assemblers do not say of code that it must be aligned as instructions are. */
function withAlignedCode(elf: ElfFile, { code }: Machine): ElfFile {
  return {
    ...elf,
    sections: elf.sections.map((section) =>
      section.flags & SHF.EXECINSTR && section.alignment < code.alignment
        ? { ...section, alignment: code.alignment }
        : section,
    ),
  };
}

/** Reads and opens an object or a linked image. @throws InputError when it cannot be done, saying why */
export function openSource(bytes: Uint8Array, options: SourceOptions): ImageSource {
  const { elf, architecture, model } = readWithRules(bytes);
  const open = elf.type === 'relocatable' ? openObject : openLinked;
  return open(elf, architecture, model, options);
}
