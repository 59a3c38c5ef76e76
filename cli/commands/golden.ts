/** `relocator golden`: what a project's purgatories must come to, written down once and checked at every build. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { createTwoFilesPatch } from 'diff';
import { auditObject } from '../../image/audit.ts';
import { buildImage } from '../../image/build.ts';
import { goldenAudit, goldenFiles } from '../../image/golden.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import { MAP_VERSION } from '../../image/map/map.ts';
import { parseMap } from '../../image/map/read-map.ts';
import { loadMachines } from '../../image/models.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable, printableLines } from '../../image/trouble/printable.ts';
import { differenceOf } from '../../image/view/diff.ts';
import { imageSide } from '../../image/view/side.ts';
import { Command } from '../command.ts';
import {
  type GoldenList,
  hasList,
  type Kept,
  keptOf,
  LIST,
  listText,
  makeFolders,
  readGoldens,
  readList,
} from '../files/goldens.ts';
import { aboutAll, Inputs } from '../files/inputs.ts';
import { writeOutputs } from '../files/outputs.ts';
import { addImageOptions, buildOptions, type ImageOptions } from '../image-options.ts';
import { paint, say } from '../print.ts';
import { diffText } from '../reports/diff-text.ts';
import { jsonText } from '../reports/json-text.ts';
import { version } from '../version.ts';

const HELP = `
Golden files of a purgatory are its relocations by type, its map, the listing of its prologue, and hashes of its memory at
five load bases; golden.json lists the purgatories, their inputs and the options of build. The same relocator makes the
same bytes of the same input, on every machine; a release that makes others says so in CHANGELOG.md.
The exit code of check is 1 if anything differs.

Examples:
  relocator golden update golden build/purgatory.ro --loader-writes kexec-tools
  relocator golden check golden`;

export function goldenCommand(): Command {
  const update = new Command('update')
    .summary('write golden files')
    .description(
      'Write the golden files of one purgatory, of several files put together as build does it; without any, those of ' +
        'every purgatory that is listed.',
    )
    .argument('<dir>', 'the folder of golden files')
    .argument('[in...]', 'objects and archives, or a static PIE')
    .option('--json', 'print what was done as JSON');
  const check = new Command('check')
    .summary('compare with golden files')
    .description('Build every purgatory that is listed, and tell in what it differs from its golden files.')
    .argument('<dir>', 'the folder of golden files')
    .option('--json', 'print JSON')
    .action(checkGoldens);
  const golden = new Command('golden')
    .summary('keep golden files of your purgatories, and check them')
    .description('Write down what purgatories come to, and tell when they come to something else.')
    .addHelpText('after', HELP);
  return golden.addCommand(addImageOptions(update).action(updateGoldens)).addCommand(check);
}

interface GoldenOptions extends ImageOptions {
  readonly json?: boolean;
}

async function updateGoldens(
  folder: string,
  paths: readonly string[],
  options: GoldenOptions,
): Promise<void> {
  const before = paths.length === 0 || hasList(folder) ? readList(folder).purgatories : [];
  const fresh = paths.length === 0 ? [] : [keptOf(folder, paths, optionWords(options))];
  const changed = paths.length === 0 ? before : fresh;
  const inputs = new Inputs();
  const files = new Map<string, string>();
  for (const kept of changed) {
    for (const [file, text] of await filesOf(folder, kept, inputs))
      files.set(join(folder, kept.name, file), text);
  }
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
  say(
    options.json
      ? jsonText({ folder, written })
      : `golden files of ${written.join(', ')} written to ${folder}`,
  );
}

async function checkGoldens(folder: string, { json }: Pick<GoldenOptions, 'json'>): Promise<void> {
  const list = readList(folder);
  const told: { name: string; differ: string[] }[] = [];
  const troubles: string[] = [];
  const inputs = new Inputs();
  for (const kept of list.purgatories) {
    try {
      const made = await filesOf(folder, kept, inputs);
      const golden = readGoldens(folder, kept.name);
      const different = await differences(kept.name, golden, made);
      told.push({ name: kept.name, differ: different.map(({ file }) => file) });
      if (different.length > 0) {
        if (!json) say(different.map(({ patch }) => patch).join('\n'));
        troubles.push(`${kept.name}: ${different.map(({ file }) => file).join(', ')} differ`);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      troubles.push(...error.lines);
    }
  }
  if (json) say(jsonText({ folder, relocator: list.relocator, map: list.map, purgatories: told }));
  if (troubles.length === 0) {
    if (!json) say(`${list.purgatories.length} as golden files say`);
    return;
  }
  throw new InputError([
    ...otherRelease(list),
    ...troubles,
    `if that is as it should be: relocator golden update ${folder}`,
  ]);
}

/** That another release made the golden files, which is told before all else. */
function otherRelease({ relocator, map }: GoldenList): string[] {
  const now = version();
  const maps = map === MAP_VERSION ? '' : `, and its maps had version ${map} where these have ${MAP_VERSION}`;
  return relocator === now
    ? []
    : [
        `relocator ${relocator} wrote the golden files, this is ${now}${maps}; CHANGELOG.md tells what changed between them`,
      ];
}

interface Difference {
  readonly file: string;
  readonly patch: string;
}

async function differences(
  name: string,
  golden: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const file of [...new Set([...golden.keys(), ...made.keys()])].sort()) {
    const [before = '', now = ''] = [golden.get(file), made.get(file)];
    if (before === now) continue;
    const [old, own] = [`golden/${name}/${file}`, `${name}/${file}`];
    const told = file === MAP_FILE ? await mapDifference(before, now) : '';
    const patch = () => coloured(printableLines(createTwoFilesPatch(old, own, before, now, '', '', CONTEXT)));
    found.push({ file, patch: told === '' ? patch() : `${printable(`${old} and ${own}`)}\n${told}` });
  }
  return found;
}

const MAP_FILE = 'map.json';
const CONTEXT = { context: 3 };

/** What differs between two maps; empty where lines must tell it, because one cannot be read or they mean the same. */
async function mapDifference(before: string, now: string): Promise<string> {
  try {
    const [old, own] = [parseMap(before), parseMap(now)];
    await loadMachines([old.arch, own.arch]);
    return diffText(differenceOf(await imageSide(old), await imageSide(own)), false);
  } catch (error) {
    if (error instanceof InputError) return '';
    throw error;
  }
}

function coloured(patch: string): string {
  const colourOf = (line: string): string => {
    if (line.startsWith('+')) return paint('green', line);
    return line.startsWith('-') ? paint('red', line) : line;
  };
  return patch.split('\n').slice(1).map(colourOf).join('\n').trimEnd();
}

/** The golden files of a purgatory as they are today. */
async function filesOf(folder: string, kept: Kept, inputs: Inputs): Promise<Map<string, string>> {
  const paths = kept.inputs.map((path) => join(folder, path));
  const options = buildOptions(parsed(kept.options), inputs);
  const input = inputs.readAll(paths);
  await loadMachinesOf(input);
  return aboutAll(paths, async () => {
    const built = await buildImage(input, options);
    const { entries } = auditObject(input, {
      ...(options.late ? { late: options.late } : {}),
      ...(options.entry === undefined ? {} : { entry: options.entry }),
    });
    return new Map([['audit.txt', goldenAudit(entries)], ...(await goldenFiles(built))]);
  });
}

/** Words of a command line that give the same options again. @throws InputError for contents, which are not kept */
function optionWords(options: ImageOptions): string[] {
  const { format, late, entry, loadAlign, loaderWrites, checked, set, keepEhFrame } = options;
  if (set) throw new InputError('golden files are of images as they are built; leave --set out');
  return [
    ...(format === 'auto' ? [] : ['--format', format]),
    ...(late ? ['--late', [...late.keys()].join()] : []),
    ...(entry === undefined ? [] : ['--entry', entry]),
    ...(loadAlign === undefined ? [] : ['--load-align', `${loadAlign}`]),
    ...(loaderWrites ? ['--loader-writes', loaderWrites.join()] : []),
    ...(checked ? ['--checked'] : []),
    ...(keepEhFrame ? ['--keep-eh-frame'] : []),
  ];
}

/** The options that such words give. @throws InputError when they are none */
function parsed(words: readonly string[]): ImageOptions {
  const command = addImageOptions(
    new Command('golden').exitOverride().configureOutput({ writeErr: () => undefined }),
  );
  try {
    return command.parse(words, { from: 'user' }).opts<ImageOptions>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new InputError(`${LIST}: ${words.join(' ')}: ${error.message.replace(/^error: /, '')}`);
  }
}
