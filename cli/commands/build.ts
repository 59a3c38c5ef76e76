/** `relocator build`: an object in, a self-relocating image and its map out. */
import { Option } from 'commander';
import { buildImage } from '../../image/build.ts';
import { depfileText } from '../../image/emit/depfile.ts';
import { EMITS, type Emit, emitBlob } from '../../image/emit/emit.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { formatMap } from '../../image/map/map.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable } from '../../image/trouble/printable.ts';
import { names } from '../arguments.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import { aboutAll, Inputs } from '../files/inputs.ts';
import { canHaveNeighbour } from '../files/outputs.ts';
import { writeAndTell } from '../finish.ts';
import { addImageOptions, buildOptions, type ImageOptions, refuseAddresses } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { paint } from '../print.ts';
import { withProgress } from '../progress.ts';
import { summaryData, summaryText } from '../reports/build.ts';
import { runBriefly } from '../run-briefly.ts';
import { type Answer, addTelling, type Telling } from '../tell.ts';

interface Options extends ImageOptions, Telling {
  readonly emit: string;
  readonly prefix: string;
  readonly output: string;
  readonly map?: string;
  readonly header?: string;
  readonly section?: string;
  readonly export?: readonly string[];
  readonly depfile?: string;
}

const MANUAL: Manual = {
  notes: `
The image may be loaded at any base in the range and alignment printed, and is entered at its first byte. Where a
relocation does not fit beyond an end of the range, it is named. The map says where every section, symbol and fixup is;
its schema is docs/map.schema.json. An image that goes to standard output, a device or a FIFO has a map only if --map
names it.

Several objects are put together as ld -r does it, with the members of archives that their undefined symbols ask for.`,
  examples: [
    'relocator build purgatory.ro -o purgatory.bin --loader-writes kexec-tools',
    'relocator build purgatory.o "$(cc -print-libgcc-file-name)" -o purgatory.bin',
  ],
};

export function buildCommand(): Command {
  const command = new Command('build')
    .summary('build a self-relocating image')
    .description(
      'Build a self-relocating image of relocatable objects (ET_REL) and archives, or of one static PIE (ET_DYN).',
    )
    .argument('<in...>', 'objects, and archives of which the members are taken that are asked for')
    .requiredOption('-o, --output <out.bin>', 'the image')
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
    )
    .option('--depfile <out.d>', 'a rule for make: what the outputs were made of');
  return addTelling(addImageOptions(command), 'build')
    .withManual(MANUAL)
    .action(async (paths: readonly string[], options: Options, command: Command) => {
      refuseAddresses(options);
      refuseUnnamed(options, command);
      runBriefly();
      const inputs = new Inputs();
      const built = await withProgress(options, async (onStep) => {
        onStep('reading');
        const input = inputs.readAll(paths);
        await loadMachinesOf(input);
        return aboutAll(paths, () => buildImage(input, { ...buildOptions(options, inputs), onStep }));
      });
      const emit = EMITS.find((form) => form === options.emit) ?? 'bin';
      const beside = canHaveNeighbour(options.output) ? `${options.output}.map.json` : undefined;
      const { output: path, prefix, section, header = beside === undefined ? false : undefined } = options;
      const files = emitBlob(built.blob, built.map, {
        emit,
        path,
        prefix,
        ...(header === undefined ? {} : { header }),
        ...(section === undefined ? {} : { section }),
        ...(options.export ? { exported: options.export } : {}),
      });
      const map = options.map ?? beside;
      if (map !== undefined) addOutput(files, '--map', map, formatMap(built.map));
      if (options.depfile !== undefined) {
        addOutput(files, '--depfile', options.depfile, depfileText([...files.keys()], inputs.files));
      }
      const answer: Answer = {
        command: 'build',
        text: () => {
          const names = [...files.keys()].map((file) => paint('bold', printable(file))).join(', ');
          return `${names}\n${summaryText(built)}`;
        },
        data: () => ({ files: [...files.keys()], ...summaryData(built) }),
        notes: { paths, notes: built.summary.notes },
      };
      writeAndTell(files, inputs, answer, options);
    });
}

/** @throws Exit for options about names where no output has names */
function refuseUnnamed({ emit, header }: Options, command: Command): void {
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

function addOutput(
  files: Map<string, Uint8Array | string>,
  option: string,
  path: string,
  text: string,
): void {
  if (files.has(path)) throw new InputError(`${option} names an output, ${path}`);
  files.set(path, text);
}
