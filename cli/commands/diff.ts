/** `relocator diff`: what differs between two objects, images or maps. */
import { InputError } from '../../image/trouble/errors.ts';
import { differenceOf, isSame } from '../../image/view/diff.ts';
import { Command } from '../command.ts';
import { Exit } from '../exit.ts';
import { readCompared } from '../files/compared.ts';
import { Inputs } from '../files/inputs.ts';
import { addImageOptions, buildOptions, type ImageOptions, refuseAddresses } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { diffText } from '../reports/diff-text.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
Objects are compared by their relocations and by what build makes of them; what no image has, as debugging data, is left out.
Where one cannot be built, its sections are compared. Images are taken with the map beside them. A fixup or symbol that
stands in the same place of its section is the same, wherever the section is. "-" is old, "+" is new, ">" moved.`,
  exits: {
    done: 'nothing differs',
    cannot: 'something differs',
    usage: 'one cannot be read or compared, and why; or the command line cannot be understood',
  },
  examples: [
    'relocator diff old.bin new.bin',
    'relocator diff golden/purgatory.ro/map.json purgatory.ro --loader-writes kexec-tools',
  ],
};

interface Options extends ImageOptions, Telling {
  readonly all?: boolean;
}

export function diffCommand(): Command {
  const command = new Command('diff')
    .summary('tell what differs between two objects, images or maps')
    .description(
      'Tell what differs between two objects, images or maps: relocations by type, sections, symbols, fixups, contents, load ' +
        'bases, and the instructions of the prologue.',
    )
    .argument('<old>', 'an object, an image with its map beside it, or a map alone')
    .argument('<new>', 'another one');
  addImageOptions(command).option('--all', 'tell everything, however much it is');
  return addTelling(command, 'diff').withManual(MANUAL).action(compare);
}

async function compare(old: string, now: string, options: Options, command: Command): Promise<void> {
  refuseAddresses(options);
  const inputs = new Inputs();
  try {
    const build = buildOptions(options, inputs);
    const sides = [await readCompared(inputs, old, build), await readCompared(inputs, now, build)] as const;
    if (sides.every(({ audit }) => audit === undefined)) refuseBuilding(command);
    const difference = differenceOf(...sides);
    const same = isSame(difference);
    const answer: Answer = {
      command: 'diff',
      text: () => (same ? '' : diffText(difference, options.all ?? false)),
      data: () => ({ same, ...difference }),
    };
    tell(answer, options);
    if (!same) throw new Exit(1);
  } catch (error) {
    throw error instanceof InputError ? new Exit(2, error.lines, true) : error;
  }
}

/** @throws InputError for options of build, where there is nothing to build */
function refuseBuilding(command: Command): void {
  const [first] = command.given.filter(({ long }) => !OF_DIFF.includes(long ?? ''));
  if (first === undefined) return;
  const why = `${first.long} says how an object is built, and both are images; leave it out`;
  throw new InputError(why);
}

/** Options that say nothing of how an object is built. */
const OF_DIFF: readonly string[] = ['--all', '--json', '--quiet'];
