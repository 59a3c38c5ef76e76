/** The options that say how an object becomes an image; `build` and `apply` must agree on them. */
import { Option } from 'commander';
import { type Beacon, FORMATS } from '../codegen/request.ts';
import type { BuildOptions } from '../image/build.ts';
import { FAMILIES } from '../relocator-dsl/told.ts';
import { beacon, type Given, lateValues, names, setting, size } from './arguments.ts';
import type { Command } from './command.ts';
import { EXIT, Exit } from './exit.ts';
import type { Inputs } from './files/inputs.ts';

export interface ImageOptions {
  readonly format: string;
  readonly late?: ReadonlyMap<string, bigint | undefined>;
  readonly entry?: string;
  readonly loadAlign?: number;
  readonly loaderWrites?: readonly string[];
  readonly checked?: boolean;
  readonly beacon?: Beacon;
  readonly set?: ReadonlyMap<string, Given>;
  readonly keepEhFrame?: boolean;
}

const CHOICES = ['auto', ...FORMATS];

/** Adds all of them to a command that takes objects. */
export function addImageOptions(command: Command): Command {
  return addShapeOptions(command)
    .option(
      '--late <sym,…>',
      'undefined symbols whose addresses the loader fills in before the jump',
      lateValues,
    )
    .option('--entry <sym>', 'where the prologue jumps to (default: purgatory_start, else e_entry)')
    .option(
      '--loader-writes <sym,…|family>',
      'symbols the loader fills in before the jump; no fixup is left inside them. A family is all that its purgatories are ' +
        `told: ${FAMILIES.map(({ family }) => family).join(', ')}`,
      names,
    )
    .option('--keep-eh-frame', 'keep .eh_frame sections and what serves them, which are dropped otherwise')
    .offering({ '--loader-writes': ['families'] });
}

/** Adds those that have a meaning for every image, whatever it is made of. */
export function addShapeOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how fixups are stored; auto takes the smallest that can hold them')
        .choices(CHOICES)
        .default('auto'),
    )
    .option('--load-align <bytes>', 'promise of the loader: its bases are multiples of this', size)
    .option('--checked', 'test even that the load base is aligned, which loaders promise')
    .option(
      '--beacon <kind:address>',
      'where a prologue that stops tells why, once: port:N gets the code as a byte (x86), mmio:ADDR as a word of 4 ' +
        'bytes, serial:ADDR as the byte that is its letter',
      beacon,
    )
    .option(
      '--set <sym=hex|@file>',
      'contents for a symbol of the image, as patch takes them; may be repeated',
      setting,
    );
}

/** @throws Exit when late symbols have addresses, of which a command that makes no memory has no use */
export function refuseAddresses({ late }: ImageOptions): void {
  if (givenAddresses(late).size === 0) return;
  const why = '--late SYM=ADDRESS is for apply and verify; the loader fills it in after build';
  throw new Exit(EXIT.usage, [why]);
}

/** The options as the library takes them; what they name is read. */
export function buildOptions(options: ImageOptions, inputs: Inputs): BuildOptions {
  return {
    format: (['auto', ...FORMATS] as const).find((format) => format === options.format),
    late: [...(options.late?.keys() ?? [])],
    entry: options.entry,
    loadAlign: options.loadAlign,
    loaderWrites: writtenSymbols(options.loaderWrites),
    checked: options.checked,
    beacon: options.beacon,
    set: options.set && inputs.contents(options.set),
    keepEhFrame: options.keepEhFrame,
  };
}

/** The symbols of --loader-writes, or the family. */
export function writtenSymbols(names: readonly string[] | undefined): BuildOptions['loaderWrites'] {
  return FAMILIES.find(({ family }) => family === names?.join())?.family ?? names;
}

/** The addresses given with `--late SYM=ADDRESS`. */
export function givenAddresses(
  late: ReadonlyMap<string, bigint | undefined> | undefined,
): ReadonlyMap<string, bigint> {
  const given = new Map<string, bigint>();
  for (const [name, value] of late ?? []) if (value !== undefined) given.set(name, value);
  return given;
}
