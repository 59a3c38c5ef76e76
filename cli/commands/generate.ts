/** `relocator generate`: everything that is generated from the rules. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { InputError } from '../../image/trouble/errors.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Manual } from '../manual.ts';
import { withProgress } from '../progress.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';
import { version } from '../version.ts';

const MANUAL: Manual = {
  notes: 'What a new machine still needs is told when its skeleton has been written.',
  exits: { cannot: 'with --check, a file is not as generated; or it cannot be done, and why' },
  examples: ['relocator generate --check'],
};

/** @param all gives every command */
export function generateCommand(all: () => Promise<Command[]>): Command {
  const command = new Command('generate')
    .summary('write the files that are generated from the rules')
    .description(
      'Write the reference models, the prologues and the documentation from the rules, in a checkout of relocator.',
    )
    .option('--check', 'write nothing; fail if a file is not as generated')
    .addOption(
      new Option(
        '--new-machine <name>',
        'write the skeleton of a machine instead; with the three options below',
      ).conflicts('check'),
    )
    .option('--elf-machine <number>', 'its e_machine')
    .option('--bits <bits>', 'its word: 32 or 64')
    .option('--order <order>', 'its byte order: little or big');
  return addTelling(command, 'generate')
    .needing('--new-machine', '--elf-machine', '--bits', '--order')
    .withManual(MANUAL)
    .action((options: GenerateOptions) =>
      options.newMachine === undefined ? writeAll(options, all) : writeNewMachine(options),
    );
}

async function writeAll(
  { check = false, ...telling }: GenerateOptions,
  all: () => Promise<Command[]>,
): Promise<void> {
  const root = checkout();
  const { writeGenerated } = await import('../../codegen/generate.ts');
  const also = await commandFiles(await all(), root);
  const states = await withProgress(telling, (onStep) => writeGenerated({ check, root, also, onStep }));
  const changed = states.filter(({ state }) => state !== 'current');
  const current = states.length - changed.length;
  const answer: Answer = {
    command: 'generate',
    text: () =>
      [
        ...(check ? [] : changed.map(({ path, state }) => `${state}: ${path}`)),
        `${current} of ${states.length} generated files were up to date`,
      ].join('\n'),
    data: () => ({ files: states.length, current, changed }),
  };
  tell(answer, telling);
  if (check && changed.length > 0) {
    const { lines } = new InputError(changed.map(({ path, state }) => `${path} is ${state}`));
    throw new Exit(EXIT.cannot, [...lines, 'run `npm run generate` and commit the result']);
  }
}

/** The reference of the command, of its own definitions. */
async function commandFiles(commands: readonly Command[], root: string): Promise<Map<string, string>> {
  const { programOf } = await import('../program.ts');
  const { outlinesOf } = await import('../reference/outline.ts');
  const { manPage } = await import('../reference/man.ts');
  const { releaseDay } = await import('../reference/release.ts');
  const { commandPage } = await import('../reference/markdown.ts');
  const outlines = outlinesOf(programOf(commands));
  const release = {
    version: version(),
    day: releaseDay(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version()),
  };
  const pages = outlines.map((outline) => manPage(outline, outlines, release));
  return new Map([
    ['docs/command.md', commandPage(outlines)],
    ...pages.map(([file, text]) => [`docs/man/${file}`, text] as const),
  ]);
}

interface GenerateOptions extends NewMachineOptions {
  readonly check?: boolean;
}

interface NewMachineOptions extends Telling {
  readonly newMachine?: string;
  readonly elfMachine?: string;
  readonly bits?: string;
  readonly order?: string;
}

async function writeNewMachine(options: NewMachineOptions): Promise<void> {
  const { newMachine: name = '', elfMachine = '', bits, order } = options;
  const number = Number(elfMachine);
  if (!/^(0x[0-9a-f]+|[0-9]+)$/i.test(elfMachine) || number > 0xffff)
    throw new InputError(`--new-machine ${name} needs --elf-machine, the number in e_machine`);
  if (bits !== '32' && bits !== '64') throw new InputError(`--new-machine ${name} needs --bits 32 or 64`);
  if (order !== 'little' && order !== 'big')
    throw new InputError(`--new-machine ${name} needs --order little or big`);
  const root = checkout();
  const { registryLines, writeSkeleton } = await import('../../codegen/new-machine.ts');
  const machine = { name, elfMachine: number, wordBits: bits === '32' ? 32 : 64, order } as const;
  const written = await writeSkeleton(machine, root).catch((error: unknown) => {
    throw error instanceof RangeError ? new InputError(error.message) : error;
  });
  const registries = registryLines(machine);
  const answer: Answer = {
    command: 'generate',
    text: () =>
      [
        ...written.map((path) => `written: ${path}`),
        'now add the machine to these, then run `npm run generate` and `npm run test:unit`:',
        ...registries.map((line) => `  ${line}`),
      ].join('\n'),
    data: () => ({ written, registries }),
  };
  tell(answer, options);
}

/** The checkout this command belongs to, whether it runs from its sources or from dist/. */
function checkout(): string {
  const here = fileURLToPath(import.meta.url);
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'relocator-dsl')) && existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new InputError(
    'generate works in a checkout of relocator, after npm ci, and this is an installed copy',
  );
}
