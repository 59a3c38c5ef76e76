/** `relocator purgatory`: this project's own purgatories, ready to load. */
import { Option } from 'commander';
import { buildImage } from '../../image/build.ts';
import type { Emit } from '../../image/emit/emit.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { OWN_LOADER_WRITES, ownPurgatories, ownPurgatoryPath } from '../../image/own-purgatory.ts';
import { MACHINES } from '../../relocator-dsl/arch/table.ts';
import { archCalled } from '../../relocator-dsl/architectures.ts';
import { OWN_SYMBOLS } from '../../relocator-dsl/own-purgatory.ts';
import { Command } from '../command.ts';
import { addEmitOptions, type EmitOptions, emitOf, emittedFiles, refuseUnnamed } from '../emit-options.ts';
import { EXIT, Exit } from '../exit.ts';
import { Inputs } from '../files/inputs.ts';
import { writeAndTell } from '../finish.ts';
import { addShapeOptions, buildOptions, type ImageOptions } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { facts, table } from '../print.ts';
import { withProgress } from '../progress.ts';
import { builtText, summaryData } from '../reports/build.ts';
import { runBriefly } from '../run-briefly.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

interface Options extends ImageOptions, EmitOptions, Telling {
  readonly arch?: string;
  readonly output?: string;
  readonly object?: true;
  readonly list?: true;
}

const MANUAL: Manual = {
  notes: `
The purgatory checks the SHA-256 digest of the regions that it is told of and jumps to the kernel; where a check fails it says
which on its console, if it was told of one, and halts. What it is told, it is told in symbols, which patch, --set and the
functions of the forms write; --list has them, and docs/loaders.md the state in which it is entered and leaves.

The blob, its map and its forms are those that build makes of the object that --object writes, with all of these symbols as
--loader-writes.`,
  examples: [
    'relocator purgatory --arch "$(uname -m)" -o purgatory.bin',
    'relocator purgatory --arch "$(uname -m)" --emit c --prefix purgatory',
    'relocator purgatory --arch "$(uname -m)" --object',
    'relocator purgatory --list',
  ],
};

/** What the output is called where nobody says. */
const ENDINGS: Readonly<Record<Emit, string>> = {
  bin: 'bin',
  c: 'c',
  asm: 'S',
  elf: 'o',
  rust: 'rs',
  go: 'go',
  json: 'json',
};

export function purgatoryCommand(): Command {
  const image = addShapeOptions(addEmitOptions(new Command('purgatory')));
  const ofImages = image.options.map((option) => option.attributeName());
  image
    .summary("write one of relocator's own purgatories")
    .description(
      'Write a purgatory that is in the package, as a self-relocating image with its map, or as an object.',
    )
    .option('--arch <arch>', 'the machine, as uname -m, Debian or compilers call it', archCalled)
    .option('-o, --output <out.bin>', 'the image (default: purgatory.bin, or what the form ends in)')
    .addOption(
      new Option(
        '--object',
        'write the relocatable object instead, for other loaders or for build (default: purgatory.ro)',
      ).conflicts(ofImages),
    )
    .option('--list', 'list the machines that have one, and the symbols that loaders fill in');
  const needing = image.options.flatMap(({ long }) => (long && !ALONE.includes(long) ? [long] : []));
  return addTelling(image, 'purgatory')
    .needing('--arch', ...needing)
    .offering({ '--arch': ['machines'] })
    .withManual(MANUAL)
    .action(async (options: Options, command: Command) => {
      const { arch, list, object } = options;
      if ((arch === undefined) === (list === undefined))
        throw new Exit(EXIT.usage, [
          'name one machine with --arch, or ask for --list (see relocator purgatory --help)',
        ]);
      refuseUnnamed(options, command);
      if (arch === undefined) tell(listed(), options);
      else if (object) written(arch, options);
      else await built(arch, options);
    });
}

/** What says something without a machine. */
const ALONE: readonly string[] = ['--arch', '--list'];

function listed(): Answer {
  const known = ownPurgatories();
  const machines = MACHINES.filter(({ arch }) => known.includes(arch));
  return {
    command: 'purgatory',
    text: () => {
      const columns = [{ title: 'MACHINE' }, { title: 'NAME' }];
      const rows = machines.map(({ arch, title }) => [arch, title]);
      const symbols = OWN_SYMBOLS.map(({ name, meaning }) => [name, meaning] as const);
      return `${table(columns, rows)}\n\nSymbols that loaders fill in:\n${facts(symbols)}`;
    },
    data: () => ({
      machines: machines.map(({ arch, title }) => ({ arch, title })),
      symbols: OWN_SYMBOLS.map(({ name, bytes, meaning }) => ({ name, bytes, meaning })),
    }),
  };
}

function written(arch: string, options: Options): void {
  const inputs = new Inputs();
  const output = options.output ?? 'purgatory.ro';
  const files = new Map([[output, inputs.read(ownPurgatoryPath(arch))]]);
  const answer: Answer = { command: 'purgatory', text: () => '', data: () => ({ arch, files: [output] }) };
  writeAndTell(files, inputs, answer, options);
}

async function built(arch: string, options: Options): Promise<void> {
  runBriefly();
  const inputs = new Inputs();
  const image = await withProgress(options, async (onStep) => {
    onStep('reading');
    const object = inputs.read(ownPurgatoryPath(arch));
    await loadMachinesOf(object);
    const asked = buildOptions(options, inputs);
    return buildImage(object, { ...asked, loaderWrites: OWN_LOADER_WRITES, onStep });
  });
  const files = emittedFiles(image, options.output ?? `purgatory.${ENDINGS[emitOf(options)]}`, options);
  const answer: Answer = {
    command: 'purgatory',
    text: () => builtText(files.keys(), image),
    data: () => ({ files: [...files.keys()], ...summaryData(image) }),
  };
  writeAndTell(files, inputs, answer, options);
}
