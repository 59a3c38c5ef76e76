/** `relocator map`: what is where in an image, for people. */
import { basename } from 'node:path';
import { viewImage } from '../../image/view/view.ts';
import { Command } from '../command.ts';
import { about, Inputs } from '../files/inputs.ts';
import { writeOutputs } from '../files/outputs.ts';
import { readViewed } from '../files/viewed.ts';
import { say } from '../print.ts';
import { jsonText } from '../reports/json-text.ts';
import { MAP_PARTS, mapText } from '../reports/map-text.ts';

const HELP = `
"gap": bytes between sections, for their alignment. "(zeros)": memory behind the file, which must be zero. "(entry)": where the
prologue goes on. Of a fixup, SYMBOL + ADDEND and where that is come last; formulas are those of relocator explain.

Examples:
  relocator map purgatory.bin
  relocator map purgatory.bin.map.json --fixups
  relocator map purgatory.bin --html purgatory.html`;

interface Options {
  readonly map?: string;
  readonly layout?: boolean;
  readonly symbols?: boolean;
  readonly fixups?: boolean;
  readonly prologue?: boolean;
  readonly json?: boolean;
  readonly html?: string;
}

export function mapCommand(): Command {
  return new Command('map')
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
    .option('--json', 'print JSON, with all of these and the rules of the fixups')
    .option(
      '--html <file>',
      'write a page of its own about it: the image drawn to scale, fixups with their rules',
    )
    .addHelpText('after', HELP)
    .action(async (path: string, options: Options) => {
      const inputs = new Inputs();
      const { map, blob } = await readViewed(inputs, path, options.map);
      const view = await about(path, () => viewImage(map, blob));
      if (options.html !== undefined) {
        const { mapPage } = await import('../pages/map-page.ts');
        const files = new Map([[options.html, mapPage(basename(path), view)]]);
        writeOutputs(files, inputs);
        if (!options.json) return;
      }
      const { rules, ...plain } = view;
      const only = MAP_PARTS.filter((part) => options[part]);
      say(
        options.json ? jsonText({ ...plain, rules: Object.fromEntries(rules) }) : mapText(path, view, only),
      );
    });
}
