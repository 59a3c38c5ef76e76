/** `relocator apply`: what memory must look like after the prologue ran. */
import { applyObject } from '../../image/apply.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable } from '../../image/trouble/printable.ts';
import { address } from '../arguments.ts';
import { Command } from '../command.ts';
import { aboutAll, Inputs } from '../files/inputs.ts';
import { summarize, writeOutputs } from '../files/outputs.ts';
import { addImageOptions, buildOptions, givenAddresses, type ImageOptions } from '../image-options.ts';
import { printNotes } from '../print.ts';
import { jsonText } from '../reports/json-text.ts';

interface Options extends ImageOptions {
  readonly output: string;
  readonly base: bigint;
  readonly json?: boolean;
}

const HELP = `
The output is the memory from the map's imageOffset to memsz, after the prologue ran at that base, by the reference
model: every relocation is evaluated at the base itself. Give the same options as to build, or the layout differs.
Addresses of late symbols are given as --late SYM=ADDRESS; those left out count as 0.

Example:
  relocator apply purgatory.ro --base 0x100000 -o purgatory.img`;

export function applyCommand(): Command {
  const command = new Command('apply')
    .summary('write the image as it must stand after relocation')
    .description('Write the image region as it must stand in memory after the prologue ran at a load base.')
    .argument('<in...>', 'what was given to build')
    .requiredOption('--base <address>', 'the load base, of the first byte of the prologue', address)
    .requiredOption('-o, --output <out.img>', 'the memory')
    .option('--json', 'print what was done as JSON');
  return addImageOptions(command)
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: Options) => {
      const inputs = new Inputs();
      const input = inputs.readAll(paths);
      await loadMachinesOf(input);
      const late = givenAddresses(options.late);
      const { memory, map, notes } = await aboutAll(paths, () =>
        applyObject(input, options.base, buildOptions(options, inputs), late),
      );
      if (memory.length === 0) throw new InputError(`${paths.join(', ')}: the image is empty`);
      const outputs = new Map([[options.output, memory]]);
      writeOutputs(outputs, inputs);
      printNotes(paths, notes);
      const first = options.base + BigInt(map.imageOffset);
      const { output, json } = options;
      const told = { files: [output], address: first, size: memory.length, notes };
      summarize(
        outputs,
        json
          ? jsonText(told)
          : `${printable(output)}: ${memory.length} bytes, to stand at 0x${first.toString(16)}`,
      );
    });
}
