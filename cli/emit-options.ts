/** The options that say in which form a blob is written, and what stands beside it. */
import { Option } from 'commander';
import type { BuiltImage } from '../image/build.ts';
import { EMITS, type Emit, emitBlob } from '../image/emit/emit.ts';
import { formatMap } from '../image/map/format-map.ts';
import { InputError } from '../image/trouble/errors.ts';
import { names } from './arguments.ts';
import type { Command } from './command.ts';
import { EXIT, Exit } from './exit.ts';
import { canHaveNeighbour } from './files/outputs.ts';

export interface EmitOptions {
  readonly emit: string;
  readonly prefix: string;
  readonly map?: string;
  readonly header?: string;
  readonly section?: string;
  readonly export?: readonly string[];
}

/** Adds the options to a command that has an output. */
export function addEmitOptions(command: Command): Command {
  return command
    .option('--map <out.map.json>', 'the map (default: <out.bin>.map.json)')
    .addOption(
      new Option(
        '--emit <form>',
        'bin; c: an array; asm: the same in assembly; elf: an object to link; rust: a module; go: a package; json. Beside c, asm and elf stands a header',
      )
        .choices(EMITS)
        .default('bin'),
    )
    .option('--prefix <name>', 'for names in c, asm and elf; for the package of go', 'relocator')
    .option('--header <out.h>', 'the header of the form, or one for bin (default: beside the output)')
    .option('--section <name>', 'where c, asm, elf and rust have the blob (default: .rodata)')
    .option(
      '--export <sym,…>',
      'symbols that the form tells, and has functions for that write them (default: all, and functions for those that loaders write)',
      names,
    );
}

/** @throws Exit for options about names where no output has names */
export function refuseUnnamed({ emit, header }: EmitOptions, command: Command): void {
  const unheard = command.given.flatMap(({ long }) => {
    const isUnheard =
      (long === '--prefix' && !WITH_PREFIX.includes(emit)) || (long === '--export' && emit === 'bin');
    return isUnheard
      ? [`${long}: --emit ${emit} has no such names; leave it out, or ask for a --header`]
      : [];
  });
  if (header === undefined && unheard.length > 0) throw new Exit(EXIT.usage, unheard);
}

/** Forms whose names begin with the prefix, or are in a package that is called so. */
const WITH_PREFIX: readonly string[] = ['c', 'asm', 'elf', 'go'] satisfies Emit[];

/** The form, which commander has looked at. */
export function emitOf({ emit }: EmitOptions): Emit {
  return EMITS.find((form) => form === emit) ?? 'bin';
}

/** What is written of an image, by its paths. @throws InputError when two are the same, or the form cannot be made */
export function emittedFiles(
  { blob, map }: BuiltImage,
  path: string,
  options: EmitOptions,
): Map<string, Uint8Array | string> {
  const emit = emitOf(options);
  const beside = canHaveNeighbour(path) ? `${path}.map.json` : undefined;
  const { prefix, section, header = beside === undefined ? false : undefined } = options;
  const files = emitBlob(blob, map, {
    emit,
    path,
    prefix,
    ...(header === undefined ? {} : { header }),
    ...(section === undefined ? {} : { section }),
    ...(options.export ? { exported: options.export } : {}),
  });
  const mapPath = options.map ?? beside;
  if (mapPath !== undefined) addOutput(files, '--map', mapPath, formatMap(map));
  return files;
}

/** @throws InputError when the path is an output's already */
export function addOutput(
  files: Map<string, Uint8Array | string>,
  option: string,
  path: string,
  text: string,
): void {
  if (files.has(path)) throw new InputError(`${option} names an output, ${path}`);
  files.set(path, text);
}
