/** `relocator apply`: what memory must look like after the prologue ran. */
import { applyObject } from '../../image/apply.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable } from '../../image/trouble/printable.ts';
import { address } from '../arguments.ts';
import { Command } from '../command.ts';
import { aboutAll, Inputs } from '../files/inputs.ts';
import { writeAndTell } from '../finish.ts';
import { addImageOptions, buildOptions, givenAddresses, type ImageOptions } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { type Answer, addTelling, type Telling } from '../tell.ts';

interface Options extends ImageOptions, Telling {
  readonly output: string;
  readonly base: bigint;
}

const MANUAL: Manual = {
  notes: `
The output is the memory from the map's imageOffset to memsz, after the prologue ran at that base, by the reference
model: every relocation is evaluated at the base itself. Give the same options as to build, or the layout differs.
Addresses of late symbols are given as --late SYM=ADDRESS; those left out count as 0.`,
  examples: ['relocator apply purgatory.ro --base 0x100000 -o purgatory.img'],
};

export function applyCommand(): Command {
  const command = new Command('apply')
    .summary('write the image as it must stand after relocation')
    .description('Write the image region as it must stand in memory after the prologue ran at a load base.')
    .argument('<in...>', 'what was given to build')
    .requiredOption('--base <address>', 'the load base, of the first byte of the prologue', address)
    .requiredOption('-o, --output <out.img>', 'the memory');
  return addTelling(addImageOptions(command), 'apply')
    .withManual(MANUAL)
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
      const [size, address] = [memory.length, options.base + BigInt(map.imageOffset)];
      const answer: Answer = {
        command: 'apply',
        text: () => `${printable(options.output)}: ${size} bytes, to stand at 0x${address.toString(16)}`,
        data: () => ({ files: [options.output], arch: map.arch, base: options.base, address, size, notes }),
        notes: { paths, notes },
      };
      writeAndTell(outputs, inputs, answer, options);
    });
}
