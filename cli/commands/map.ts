/** `relocator map`: what is where in an image, for people and for debuggers. */
import { basename } from 'node:path';
import { Option } from 'commander';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable } from '../../image/trouble/printable.ts';
import { viewImage } from '../../image/view/view.ts';
import { address, lateValues } from '../arguments.ts';
import { Command } from '../command.ts';
import { about, aboutAll, Inputs } from '../files/inputs.ts';
import { readViewed, type ViewedFiles } from '../files/viewed.ts';
import { writeAndTell } from '../finish.ts';
import { givenAddresses } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { viewData } from '../reports/data.ts';
import { MAP_PARTS, mapText } from '../reports/map-text.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
"gap": bytes between sections, for their alignment. "(zeros)": memory behind the file, which must be zero. "(entry)": where the
prologue goes on. Where it is known whose purgatory this is, by its symbols, structures that loaders fill have their members below
them. Of a fixup, SYMBOL + ADDEND and where that is come last; formulas are those of relocator explain.

--elf writes an executable for gdb, with the image as it stands at that load base and its symbols there; the prologue is in it
as relocator_prologue, and where it stops as relocator_stop. With --object, what was given to build, in its order, it has the
symbols of single files and their debugging data as well. docs/debugging.md attaches gdb to a machine of QEMU's.`,
  examples: [
    'relocator map purgatory.bin',
    'relocator map purgatory.bin.map.json --fixups',
    'relocator map purgatory.bin --html purgatory.html',
    'relocator map purgatory.bin --elf 0x100000 -o purgatory.elf --object purgatory.ro',
  ],
};

interface Options extends Telling {
  readonly map?: string;
  readonly layout?: boolean;
  readonly symbols?: boolean;
  readonly fixups?: boolean;
  readonly prologue?: boolean;
  readonly html?: string;
  readonly elf?: bigint;
  readonly output?: string;
  readonly object?: readonly string[];
  readonly late?: ReadonlyMap<string, bigint | undefined>;
}

export function mapCommand(): Command {
  const command = new Command('map')
    .summary('print what is where in an image')
    .description(
      'Print what is where in an image, as a linker prints its map: prologue, table, sections, symbols, gaps and zeros, the ' +
        'fixups and what they are against, load bases and what limits them.',
    )
    .argument('<image>', 'an image with its map beside it, or a map alone')
    .option('--map <out.map.json>', 'its map (default: <image>.map.json)')
    .option('--layout', 'print parts and symbols by their offsets, and nothing else that is not asked for')
    .option('--symbols', 'print the symbols')
    .option('--fixups', 'print the fixups')
    .option('--prologue', 'print the instructions and the table of the prologue')
    .addOption(
      new Option(
        '--html <file>',
        'write a page of its own about it: the image drawn to scale, fixups with their rules',
      ).conflicts([...MAP_PARTS]),
    )
    .addOption(
      new Option(
        '--elf <base>',
        'write an executable for debuggers: the image as it stands at that load base',
      )
        .argParser(address)
        .conflicts([...MAP_PARTS, 'html']),
    )
    .option('-o, --output <out.elf>', 'the executable (default: <image>.elf)')
    .option(
      '--object <in...>',
      'what the image was made of, for debugging data and the symbols of single files',
    )
    .option('--late <sym=address,…>', 'addresses that the loader stores for late symbols', lateValues);
  return addTelling(command, 'map-report', MAP_PARTS)
    .needing('--elf', '--output', '--object', '--late')
    .withManual(MANUAL)
    .action(async (path: string, options: Options) => {
      const inputs = new Inputs();
      const viewed = await readViewed(inputs, path, options.map);
      const { map, blob } = viewed;
      const view = await about(path, () => viewImage(map, blob));
      const only = MAP_PARTS.filter((part) => options[part]);
      const answer: Answer = {
        command: 'map',
        text: () => mapText(path, view, only),
        data: () => viewData(view),
      };
      if (options.html !== undefined) {
        const { mapPage } = await import('../pages/map-page.ts');
        const files = new Map([[options.html, mapPage(basename(path), view)]]);
        writeAndTell(files, inputs, { ...answer, text: () => '' }, options);
      } else if (options.elf !== undefined) {
        const { files, ...told } = await executable(inputs, path, viewed, options, options.elf);
        writeAndTell(files, inputs, { ...answer, ...told }, options);
      } else tell(answer, options);
    });
}

interface Written extends Pick<Answer, 'text' | 'notes'> {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

async function executable(
  inputs: Inputs,
  path: string,
  { map, blob }: ViewedFiles,
  { output = `${path}.elf`, object: paths, late }: Options,
  base: bigint,
): Promise<Written> {
  if (!blob) throw new InputError(`${path} is a map; --elf needs the image, name that`);
  const object = paths && inputs.readAll(paths);
  if (object) await loadMachinesOf(object);
  const { debugFile } = await import('../../image/debug/debug-file.ts');
  const write = () => debugFile(blob, map, base, { object, late: givenAddresses(late) });
  const { file, debug, notes } = await aboutAll(paths ?? [path], write);
  const lines = debug === 0 ? 'no debugging data' : `${debug} bytes of debugging data`;
  return {
    files: new Map([[output, file]]),
    text: () => `${printable(output)}: ${map.memsz} bytes of memory at 0x${base.toString(16)}, ${lines}`,
    notes: { paths: paths ?? [path], notes },
  };
}
