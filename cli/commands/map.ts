/** `relocator map`: what is where in an image, for people. */
import { Command } from 'commander';
import { viewImage } from '../../index.ts';
import { about, Inputs } from '../files/inputs.ts';
import { readViewed } from '../files/viewed.ts';
import { jsonText } from '../reports/json-text.ts';
import { MAP_PARTS, mapText } from '../reports/map-text.ts';

const HELP = `
"gap": bytes between sections, for their alignment. "(zeros)": memory behind the file, which must be zero. "(entry)": where the
prologue goes on. Of a fixup, SYMBOL + ADDEND and where that is come last; formulas are those of relocator explain.

Examples:
  relocator map purgatory.bin
  relocator map purgatory.bin.map.json --fixups`;

interface Options {
  readonly map?: string;
  readonly layout?: boolean;
  readonly symbols?: boolean;
  readonly fixups?: boolean;
  readonly prologue?: boolean;
  readonly json?: boolean;
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
    .addHelpText('after', HELP)
    .action(async (path: string, options: Options) => {
      const { map, blob } = await readViewed(new Inputs(), path, options.map);
      const view = await about(path, () => viewImage(map, blob));
      const only = MAP_PARTS.filter((part) => options[part]);
      const { rules, ...plain } = view;
      console.log(
        options.json ? jsonText({ ...plain, rules: Object.fromEntries(rules) }) : mapText(path, view, only),
      );
    });
}
