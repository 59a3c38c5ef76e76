/** `relocator verify`: runs the prologue in an emulator and compares with the reference model. */
import { Option } from 'commander';
import { EMULATORS, type Verification, verifyImage } from '../../emulate/verify.ts';
import { DIGEST_CHANGED } from '../../image/map/digest.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { addresses, lateValues } from '../arguments.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import { readImage } from '../files/image.ts';
import { about, Inputs } from '../files/inputs.ts';
import { givenAddresses } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { facts, table } from '../print.ts';
import { withProgress } from '../progress.ts';
import { addTelling, type Telling, tell } from '../tell.ts';

interface Options extends Telling {
  readonly map?: string;
  readonly base?: readonly bigint[];
  readonly late?: ReadonlyMap<string, bigint | undefined>;
  readonly emulator?: string;
}

const MANUAL: Manual = {
  notes: `
The digest in the map comes first: what was changed where no loader writes is no longer what was built. Then the prologue
is run twice in a row at every base. Each time the whole image must be as the reference model says, the registers that
the entry contract preserves must be as they were, those that the entry's ABI promises must hold what it asks, and the
entry must be reached. At bases that the prologue must refuse it has to stop with its code and to have written nothing.
Then it tells what registers hold at the entry, and which the purgatory must set itself before its code counts from them.

Needs Unicorn (Debian package libunicorn2 and the npm package koffi) or qemu-user (Debian package qemu-user-static,
which does not count instructions).`,
  exits: {
    done: 'the image does what it must at every base',
    cannot: 'it does not, or is not what the map tells; or it cannot be run, and why',
  },
  examples: ['relocator verify purgatory.bin --base 0x1000 --base 0x7fff0000'],
};

export function verifyCommand(): Command {
  const command = new Command('verify')
    .summary('run an image in an emulator and compare with the reference model')
    .description(
      'Run the prologue of an image in an emulator and compare every byte with the reference model.',
    )
    .argument('<out.bin>', 'the image that build wrote')
    .option('--map <out.map.json>', 'its map (default: <out.bin>.map.json)')
    .option('--base <address...>', 'load bases (default: a set of low, odd and high ones)', addresses)
    .option('--late <sym=address,…>', 'addresses of late symbols (default: next to the image)', lateValues)
    .addOption(new Option('--emulator <name>', 'default: the first that is installed').choices(EMULATORS));
  return addTelling(command, 'verify')
    .withManual(MANUAL)
    .action(async (input: string, options: Options) => {
      const inputs = new Inputs();
      const { base: bases, emulator: name } = options;
      const emulator = EMULATORS.find((each) => each === name);
      const verification = await withProgress(options, async (onStep) => {
        onStep('reading');
        const { blob, map } = await readImage(inputs, input, options.map);
        const late = givenAddresses(options.late);
        return about(input, () => verifyImage(blob, map, { bases, late, emulator, onStep }));
      });
      tell({ command: 'verify', text: () => report(verification), data: () => verification }, options);
      const tried = [...verification.bases, ...verification.refused];
      const failed = tried.filter(({ trouble }) => trouble !== undefined).length;
      const troubles = [
        ...(verification.digest === 'changed' ? [`${input}: ${DIGEST_CHANGED}`] : []),
        ...(failed > 0
          ? [`${input}: ${failed} of ${tried.length} load bases failed; rebuild the image`]
          : []),
      ];
      if (troubles.length > 0) throw new Exit(EXIT.cannot, new InputError(troubles).lines);
    });
}

const DIGESTS: Readonly<Record<Verification['digest'], string>> = {
  same: 'the digest is that of the map',
  written: 'the digest is that of the map but for what loaders write',
  changed: 'the digest is not that of the map',
  none: 'the map is of an earlier build and has no digest',
};

function report({ emulator, relocations, bases, refused, registers, digest }: Verification): string {
  const rows = bases.map(({ base, instructions, trouble }) => [
    `0x${base.toString(16)}`,
    instructions === undefined ? '-' : String(instructions),
    instructions === undefined || relocations === 0 ? '-' : (instructions / relocations).toFixed(1),
    trouble ?? 'as the reference model says',
  ]);
  const refusals = refused.map(({ base, instructions, trouble, why }) => [
    `0x${base.toString(16)}`,
    instructions === undefined ? '-' : String(instructions),
    '-',
    trouble ?? `refused: ${why}`,
  ]);
  const text = table(
    [
      { title: 'LOAD BASE', right: true },
      { title: 'INSTRUCTIONS', right: true },
      { title: 'PER FIXUP', right: true },
      { title: 'IMAGE', colour: (cell) => (/^(as the|refused:)/.test(cell) ? 'green' : 'red') },
    ],
    [...rows, ...refusals],
  );
  const atEntry = registers.map(({ name, offset, meaning }): [string, string] => [
    name,
    offset === undefined ? `not set: ${meaning}` : `load base + 0x${offset.toString(16)}: ${meaning}`,
  ]);
  return [
    text,
    `${relocations} fixups, run in ${emulator}, entered twice at each base; ${DIGESTS[digest]}`,
    'registers at the entry:',
    facts(atEntry),
  ].join('\n');
}
