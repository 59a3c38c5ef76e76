/** `relocator map`: what is where in an image, for people. */
import { basename } from 'node:path';
import { Option } from 'commander';
import { viewImage } from '../../image/view/view.ts';
import { Command } from '../command.ts';
import { about, Inputs } from '../files/inputs.ts';
import { readViewed } from '../files/viewed.ts';
import { writeAndTell } from '../finish.ts';
import type { Manual } from '../manual.ts';
import { viewData } from '../reports/data.ts';
import { MAP_PARTS, mapText } from '../reports/map-text.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
"gap": bytes between sections, for their alignment. "(zeros)": memory behind the file, which must be zero. "(entry)": where the
prologue goes on. Of a fixup, SYMBOL + ADDEND and where that is come last; formulas are those of relocator explain.`,
  examples: [
    'relocator map purgatory.bin',
    'relocator map purgatory.bin.map.json --fixups',
    'relocator map purgatory.bin --html purgatory.html',
  ],
};

interface Options extends Telling {
  readonly map?: string;
  readonly layout?: boolean;
  readonly symbols?: boolean;
  readonly fixups?: boolean;
  readonly prologue?: boolean;
  readonly html?: string;
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
    );
  return addTelling(command, 'map-report', MAP_PARTS)
    .withManual(MANUAL)
    .action(async (path: string, options: Options) => {
      const inputs = new Inputs();
      const { map, blob } = await readViewed(inputs, path, options.map);
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
      } else tell(answer, options);
    });
}
