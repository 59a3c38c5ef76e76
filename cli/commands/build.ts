/** `relocator build`: an object in, a self-relocating image and its map out. */
import { buildImage } from '../../image/build.ts';
import { depfileText } from '../../image/emit/depfile.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { Command } from '../command.ts';
import { addEmitOptions, addOutput, type EmitOptions, emittedFiles, refuseUnnamed } from '../emit-options.ts';
import { aboutAll, Inputs } from '../files/inputs.ts';
import { writeAndTell } from '../finish.ts';
import { addImageOptions, buildOptions, type ImageOptions, refuseAddresses } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { withProgress } from '../progress.ts';
import { builtText, summaryData } from '../reports/build.ts';
import { runBriefly } from '../run-briefly.ts';
import { type Answer, addTelling, type Telling } from '../tell.ts';

interface Options extends ImageOptions, EmitOptions, Telling {
  readonly output: string;
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
  const output = new Command('build')
    .summary('build a self-relocating image')
    .description(
      'Build a self-relocating image of relocatable objects (ET_REL) and archives, or of one static PIE (ET_DYN).',
    )
    .argument('<in...>', 'objects, and archives of which the members are taken that are asked for')
    .requiredOption('-o, --output <out.bin>', 'the image');
  const command = addEmitOptions(output).option(
    '--depfile <out.d>',
    'a rule for make: what the outputs were made of',
  );
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
      const files = emittedFiles(built, options.output, options);
      if (options.depfile !== undefined) {
        addOutput(files, '--depfile', options.depfile, depfileText([...files.keys()], inputs.files));
      }
      const answer: Answer = {
        command: 'build',
        text: () => builtText(files.keys(), built),
        data: () => ({ files: [...files.keys()], ...summaryData(built) }),
        notes: { paths, notes: built.summary.notes },
      };
      writeAndTell(files, inputs, answer, options);
    });
}
