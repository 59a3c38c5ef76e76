/** `relocator patch`: fills in symbols of an image that has been built. */
import { Argument } from 'commander';
import { formatMap } from '../../image/map/format-map.ts';
import { patchImage } from '../../image/map/patch.ts';
import { printable } from '../../image/trouble/printable.ts';
import { type Given, setting } from '../arguments.ts';
import { Command } from '../command.ts';
import { mapBeside, readImage } from '../files/image.ts';
import { about, Inputs } from '../files/inputs.ts';
import { type Content, canHaveNeighbour } from '../files/outputs.ts';
import { writeAndTell } from '../finish.ts';
import type { Manual } from '../manual.ts';
import { type Answer, addTelling, type Telling } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
Up to 16 hexadecimal digits are a number in the machine's byte order, for symbols of 8 bytes at most; more digits, and
@file, are bytes as they stand and must be as many as the symbol has.
What the prologue relocates is never written to. The map gets the new digest and is written beside the image, under the
name that verify looks for; both are replaced as a whole or not at all.`,
  examples: ['relocator patch purgatory.bin sha256_digest=@digest skip_checks=1'],
};

interface Options extends Telling {
  readonly output?: string;
  readonly map?: string;
}

export function patchCommand(): Command {
  const command = new Command('patch')
    .summary('fill in symbols of a built image')
    .description(
      'Write values into symbols of an image that build has made, as a loader does before the jump.',
    )
    .argument('<out.bin>', 'the image')
    .addArgument(new Argument('<sym=value...>', 'SYM=HEX or SYM=@FILE').argParser(setting))
    .option('-o, --output <file>', 'write the result there (default: replace the image)')
    .option('--map <out.map.json>', 'its map (default: <out.bin>.map.json)');
  return addTelling(command, 'patch')
    .withManual(MANUAL)
    .action(async (input: string, values: ReadonlyMap<string, Given>, options: Options) => {
      const inputs = new Inputs();
      const { blob, map, mapFile } = await readImage(inputs, input, options.map);
      const patched = await about(input, () => patchImage(blob, map, inputs.contents(values)));
      const output = options.output ?? input;
      const outputs = new Map<string, Content>([[output, patched.blob]]);
      const patchedMap =
        output === input ? mapFile : canHaveNeighbour(output) ? mapBeside(output) : undefined;
      if (patchedMap !== undefined) outputs.set(patchedMap, formatMap(patched.map));
      const answer: Answer = {
        command: 'patch',
        text: () => `${printable(output)}: ${values.size} symbol${values.size === 1 ? '' : 's'} written`,
        data: () => ({ files: [...outputs.keys()], symbols: [...values.keys()], digest: patched.map.digest }),
      };
      writeAndTell(outputs, inputs, answer, options, output === input ? [input, mapFile] : []);
    });
}
