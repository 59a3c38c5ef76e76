/** From the bytes of a file to something an image can be built of. */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { MACHINES } from '../../relocator-dsl/arch/table.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { architectureForElf } from '../../relocator-dsl/architectures.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { SHF } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import { modelOf } from '../models.ts';
import { InputError } from '../trouble/errors.ts';
import { withBridges } from './bridges.ts';
import { withDirectCalls } from './direct-calls.ts';
import { USUAL_ENTRY } from './entry-point.ts';
import { about, gatherFiles, type Input } from './files.ts';
import { splitFunctionBits } from './function-bit.ts';
import { type AnalysedLinked, analyseLinked, openLinked } from './linked.ts';
import { checkNotSlim } from './lto.ts';
import { withMadeFunctions } from './made-functions.ts';
import { mergeObjects } from './merge.ts';
import { type AnalysedObject, AUDIT_APART, analyseObject, openObject } from './object.ts';
import { checkAttributes } from './processors.ts';
import type { ImageSource, SourceOptions } from './source.ts';

/** The rules for an ELF file. @throws InputError when there are none for its machine */
export function rulesFor(elf: ElfFile): { architecture: Architecture; model: ReferenceModel } {
  const architecture = architectureForElf(elf.machine, elf.wordBits, elf.byteOrder);
  const model = architecture && modelOf(architecture.machine.arch);
  if (architecture && model) return { architecture, model };
  const what = `ELF machine ${elf.machine} (${elf.wordBits}-bit, ${elf.byteOrder} endian) has no rules here`;
  const kin = MACHINES.filter(({ elfMachine }) => elfMachine === elf.machine);
  if (kin.length > 0) {
    const others = kin.map(({ title, wordBits, dataOrder }) => {
      return `${title} (${wordBits}-bit, ${dataOrder} endian)`;
    });
    throw new InputError(`${what}; of this machine only ${others.join(', ')} is known: compile for that`);
  }
  const known = MACHINES.map(({ arch }) => arch).join(', ');
  throw new InputError(`${what}; known are ${known}`);
}

/**
 * Reads the input, finds its rules, and does to it what they ask for before anything else. Several files are one from
 * here on.
 * @throws InputError when one of them is none that can be taken, or they do not belong together
 */
export function readWithRules(
  input: Input,
  { entry, late = [], withDebug }: SourceOptions,
): {
  elf: ElfFile;
  architecture: Architecture;
  model: ReferenceModel;
} {
  const files = gatherFiles(input, entry ?? USUAL_ENTRY, late, withDebug);
  const [first] = files;
  if (!first) throw new RangeError('no file was gathered');
  const { architecture, model } = about(first.name, () => rulesFor(first.elf));
  for (const file of files) about(file.name, () => checkFile(file.elf, architecture.machine));
  const read = first.name === undefined ? first.elf : mergeObjects(files, architecture.machine);
  const elf = splitFunctionBits(read, architecture.machine);
  if (elf.type === 'dynamic') return { elf, architecture, model };
  const made = withMadeFunctions(elf, architecture.machine, late);
  const whole = withBridges(withDirectCalls(made, architecture), architecture);
  return { elf: withAlignedCode(whole, architecture.machine), architecture, model };
}

/** @throws InputError when the file has no code, is for another processor or ABI, or linked where that cannot be taken */
function checkFile(elf: ElfFile, machine: Machine): void {
  checkNotSlim(elf);
  const { flags, type } = elf;
  const { refusesLinked, refusesFlags = [] } = machine.elf ?? {};
  checkAttributes(elf, machine);
  for (const { mask, values, reason, remedy } of refusesFlags) {
    if (values.includes((flags & mask) >>> 0)) throw new InputError(`${reason}; ${remedy}`);
  }
  if (type === 'dynamic' && refusesLinked !== undefined) throw new InputError(refusesLinked);
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

/** An input that several ask for, read once, where somebody asks for it. */
export class ReadInput {
  readonly #read: () => ReturnType<typeof readWithRules>;
  #found: ReturnType<typeof readWithRules> | undefined;
  #object: AnalysedObject | undefined;
  #linked: AnalysedLinked | undefined;
  readonly #options: SourceOptions;

  constructor(input: Input, options: SourceOptions) {
    this.#read = () => readWithRules(input, options);
    this.#options = options;
  }

  /** @throws InputError as `readWithRules` does */
  get file(): ReturnType<typeof readWithRules> {
    this.#found ??= this.#read();
    return this.#found;
  }

  /** What it is as an object, plain relocations of all classes apart. */
  get object(): AnalysedObject {
    const { elf, architecture, model } = this.file;
    this.#object ??= analyseObject(elf, architecture, model, this.#options, AUDIT_APART);
    return this.#object;
  }

  /** What it is as an object, if that was asked. */
  get knownObject(): AnalysedObject | undefined {
    return this.#object;
  }

  /** What it is as a linked image. */
  get linked(): AnalysedLinked {
    const { elf, architecture, model } = this.file;
    this.#linked ??= analyseLinked(elf, architecture, model);
    return this.#linked;
  }
}

/** Reads and opens objects or a linked image. @throws InputError when it cannot be done, saying why */
export function openSource(
  input: Input,
  options: SourceOptions,
  read = new ReadInput(input, options),
): ImageSource {
  const { elf, architecture, model } = read.file;
  return elf.type === 'relocatable'
    ? openObject(elf, architecture, model, options, read.knownObject)
    : openLinked(elf, architecture, model, options, read.linked);
}
