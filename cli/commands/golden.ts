/** `relocator golden`: what a project's purgatories must come to, written down once and checked at every build. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MAP_VERSION } from '../../image/map/map.ts';
import { closeText } from '../../image/trouble/close-names.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable } from '../../image/trouble/printable.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import {
  hasList,
  type Kept,
  keptOf,
  LIST,
  listText,
  makeFolders,
  readGoldens,
  readList,
} from '../files/goldens.ts';
import { Inputs } from '../files/inputs.ts';
import { writeOutputs } from '../files/outputs.ts';
import { filesOf, optionWords } from '../golden-files.ts';
import { addImageOptions, type ImageOptions, refuseAddresses } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { numbered, withProgress } from '../progress.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';
import { version } from '../version.ts';

const MANUAL: Manual = {
  notes: `
Golden files of a purgatory are its relocations by type, its map, the listing of its prologue, and hashes of its memory at
five load bases; golden.json lists the purgatories, their inputs and the options of build. The same relocator makes the
same bytes of the same input, on every machine; a release that makes others says so in CHANGELOG.md.`,
  examples: [
    'relocator golden update golden purgatory.ro --loader-writes kexec-tools',
    'relocator golden check golden',
  ],
};

export function goldenCommand(): Command {
  const update = new Command('update')
    .summary('write golden files')
    .description(
      'Write the golden files of one purgatory, of several files put together as build does it; without any, those of ' +
        'every purgatory that is listed.',
    )
    .argument('<dir>', 'the folder of golden files')
    .argument('[in...]', 'objects and archives, or a static PIE')
    .withManual({
      notes: `
Options are kept with the purgatory, and hold for it until it is named again. It is called as the first of its files is; two
whose files have one name, as those of several machines, need names of their own.`,
      examples: [
        'relocator golden update golden purgatory.ro --loader-writes kexec-tools',
        'relocator golden update golden other.ro --name other',
        'relocator golden update golden',
      ],
    });
  const remove = new Command('remove')
    .summary('take purgatories off the list')
    .description(
      'Take purgatories off the list, and remove their golden files; their inputs are not looked at.',
    )
    .argument('<dir>', 'the folder of golden files')
    .argument('<name...>', 'purgatories, as the list calls them')
    .withManual({ examples: ['relocator golden remove golden purgatory.ro'] });
  const check = new Command('check')
    .summary('compare with golden files')
    .description('Build every purgatory that is listed, and tell in what it differs from its golden files.')
    .argument('<dir>', 'the folder of golden files')
    .withManual({
      exits: { done: 'nothing differs', cannot: 'something differs, or cannot be built, and why' },
      examples: ['relocator golden check golden'],
    });
  const golden = new Command('golden')
    .summary('keep golden files of your purgatories, and check them')
    .description('Write down what purgatories come to, and tell when they come to something else.')
    .withManual(MANUAL);
  addImageOptions(update).option('--name <name>', 'what to call the purgatory (default: as its first file)');
  return golden
    .addCommand(addTelling(update, 'golden').action(updateGoldens))
    .addCommand(
      addTelling(check, 'golden').action(async (folder: string, options: Telling) => {
        const { checkGoldens } = await import('./golden-check.ts');
        await checkGoldens(folder, options);
      }),
    )
    .addCommand(addTelling(remove, 'golden').action(removeGoldens));
}

async function updateGoldens(
  folder: string,
  paths: readonly string[],
  options: ImageOptions & Telling & { readonly name?: string },
): Promise<void> {
  refuseAddresses(options);
  const words = optionWords(options);
  if (paths.length === 0 && words.length > 0) {
    const why = `${words[0]}: the options of listed purgatories are kept with them; name the inputs of one to change its own`;
    throw new Exit(EXIT.usage, [why]);
  }
  if (options.name !== undefined && paths.length === 0)
    throw new Exit(EXIT.usage, ['--name: it is for a purgatory whose files are named beside it']);
  const before = paths.length === 0 || hasList(folder) ? readList(folder).purgatories : [];
  const fresh = paths.length === 0 ? [] : [keptOf(folder, paths, words, options.name)];
  if (options.name === undefined) refuseAnothers(folder, before, fresh);
  const changed = paths.length === 0 ? before : fresh;
  const inputs = new Inputs();
  const files = new Map<string, string>();
  await withProgress(options, async (show) => {
    for (const [index, kept] of changed.entries()) {
      const made = await filesOf(folder, kept, inputs, numbered(show, index, changed.length));
      for (const [file, text] of made) files.set(join(folder, kept.name, file), text);
    }
  });
  const names = new Set(fresh.map(({ name }) => name));
  const purgatories = [...before.filter(({ name }) => !names.has(name)), ...fresh];
  purgatories.sort((a, b) => (a.name < b.name ? -1 : 1));
  files.set(join(folder, LIST), listText({ relocator: version(), map: MAP_VERSION, purgatories }));
  makeFolders(files.keys());
  writeOutputs(files, inputs);
  for (const { name } of changed) {
    for (const stale of [...readGoldens(folder, name).keys()].filter(
      (file) => !files.has(join(folder, name, file)),
    ))
      rmSync(join(folder, name, stale));
  }
  const written = changed.map(({ name }) => name);
  const answer: Answer = {
    command: 'golden update',
    text: () => printable(`golden files of ${written.join(', ')} written to ${folder}`),
    data: () => ({ folder, purgatories: written, files: [...files.keys()] }),
  };
  tell(answer, options);
}

/** @throws InputError when golden files of another purgatory have the name that one would get by itself */
function refuseAnothers(folder: string, before: readonly Kept[], fresh: readonly Kept[]): void {
  for (const { name, inputs } of fresh) {
    const other = before.find((kept) => kept.name === name && kept.inputs[0] !== inputs[0]);
    if (!other) continue;
    const place = join(folder, other.inputs[0] ?? '');
    throw new InputError(
      `${name}: golden files of that name are of ${place}; give this one another name with --name, or the same to replace them`,
    );
  }
}

function removeGoldens(folder: string, names: readonly string[], options: Telling): void {
  const list = readList(folder);
  const listed = list.purgatories.map(({ name }) => name);
  for (const name of names) {
    if (listed.includes(name)) continue;
    throw new InputError(`${join(folder, LIST)}: no purgatory is called ${name}${closeText(name, listed)}`);
  }
  const purgatories = list.purgatories.filter(({ name }) => !names.includes(name));
  writeOutputs(new Map([[join(folder, LIST), listText({ ...list, purgatories })]]), new Inputs());
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
  const answer: Answer = {
    command: 'golden remove',
    text: () => printable(`golden files of ${names.join(', ')} removed from ${folder}`),
    data: () => ({ folder, purgatories: [...names] }),
  };
  tell(answer, options);
}
