/** `relocator golden check`: builds what is listed, and tells in what it differs from its golden files. */
import { createTwoFilesPatch } from 'diff';
import { MAP_VERSION } from '../../image/map/map.ts';
import { parseMap } from '../../image/map/read-map.ts';
import { loadMachines } from '../../image/models.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable, printableLines } from '../../image/trouble/printable.ts';
import { type Difference, differenceOf, isSame } from '../../image/view/diff.ts';
import { imageSide } from '../../image/view/side.ts';
import { EXIT, Exit } from '../exit.ts';
import {
  type GoldenList,
  type Kept,
  MAP_FILE,
  readGoldens,
  readList,
  strayFolders,
} from '../files/goldens.ts';
import { Inputs } from '../files/inputs.ts';
import { filesOf } from '../golden-files.ts';
import { paint } from '../print.ts';
import { numbered, type Show, withProgress } from '../progress.ts';
import { diffText } from '../reports/diff-text.ts';
import { type Answer, type Telling, tell } from '../tell.ts';
import { version } from '../version.ts';

/** What became of one purgatory. */
interface Checked {
  readonly name: string;
  readonly different: readonly Changed[];
  /** Why it could not be built, or its golden files not be read. */
  readonly errors: readonly string[];
}

/** A file that differs: lines of it, or, of two maps that can be read, what they say. */
interface Changed {
  readonly file: string;
  readonly patch?: string;
  readonly difference?: Difference;
}

export async function checkGoldens(folder: string, telling: Telling): Promise<void> {
  const list = readList(folder);
  const inputs = new Inputs();
  const purgatories: Checked[] = [];
  await withProgress(telling, async (show) => {
    for (const [index, kept] of list.purgatories.entries()) {
      purgatories.push(await checked(folder, kept, inputs, numbered(show, index, list.purgatories.length)));
    }
  });
  const stray = strayFolders(folder, list);
  const troubles = [
    ...purgatories.flatMap(({ name, different, errors }) =>
      different.length > 0 ? [`${name}: ${different.map(({ file }) => file).join(', ')} differ`] : errors,
    ),
    ...stray.map((name) => `${name}: this folder is of no purgatory that is listed; remove it`),
  ];
  const release = troubles.length === 0 ? [] : otherRelease(list);
  const answer: Answer = {
    command: 'golden check',
    notes: { paths: [], notes: release },
    text: () =>
      troubles.length === 0
        ? `${purgatories.length} as golden files say`
        : purgatories
            .flatMap(({ name, different }) => different.map((changed) => changeText(name, changed)))
            .join('\n'),
    data: () => ({
      folder,
      writtenBy: { relocator: list.relocator, map: list.map },
      same: troubles.length === 0,
      purgatories,
      stray,
    }),
  };
  tell(answer, telling);
  if (troubles.length === 0) return;
  throw new Exit(EXIT.cannot, [
    // Where nothing but errors is told, it has not been said yet.
    ...(telling.quiet ? release : []),
    ...new InputError(troubles).lines,
    ...(purgatories.some(({ different }) => different.length > 0)
      ? [printable(`if that is as it should be: relocator golden update ${folder}`)]
      : []),
    ...purgatories
      .filter(({ errors }) => errors.length > 0)
      .map(({ name }) => printable(`if ${name} is no more: relocator golden remove ${folder} ${name}`)),
  ]);
}

async function checked(folder: string, kept: Kept, inputs: Inputs, show: Show): Promise<Checked> {
  const { name } = kept;
  try {
    const made = await filesOf(folder, kept, inputs, show);
    show(`${name}: comparing`);
    return { name, different: await changes(name, readGoldens(folder, name), made), errors: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { name, different: [], errors: error.lines };
  }
}

/** That what made the golden files writes others, which is told before all else. */
function otherRelease({ relocator, map }: GoldenList): string[] {
  const now = version();
  const told = [
    ...(relocator === now ? [] : [`relocator ${relocator} wrote the golden files, this is ${now}`]),
    ...(map === MAP_VERSION
      ? []
      : [`the golden maps have version ${map}, this relocator writes ${MAP_VERSION}`]),
  ];
  return told.length === 0 ? [] : [printable(`${told.join('; ')}; CHANGELOG.md tells what changed`)];
}

async function changes(
  name: string,
  golden: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
): Promise<Changed[]> {
  const found: Changed[] = [];
  for (const file of [...new Set([...golden.keys(), ...made.keys()])].sort()) {
    const [before = '', now = ''] = [golden.get(file), made.get(file)];
    if (before === now) continue;
    const difference = file === MAP_FILE ? await mapDifference(before, now) : undefined;
    const [old, own] = namesOf(name, file);
    found.push(
      difference
        ? { file, difference }
        : { file, patch: createTwoFilesPatch(old, own, before, now, '', '', CONTEXT) },
    );
  }
  return found;
}

const CONTEXT = { context: 3 };

function namesOf(name: string, file: string): [string, string] {
  return [`golden/${name}/${file}`, `${name}/${file}`];
}

function changeText(name: string, { file, patch, difference }: Changed): string {
  if (difference === undefined) return coloured(printableLines(patch ?? ''));
  return `${printable(namesOf(name, file).join(' and '))}\n${diffText(difference, false)}`;
}

/** What differs between two maps; undefined where lines must tell it, because one cannot be read or they mean the same. */
async function mapDifference(before: string, now: string): Promise<Difference | undefined> {
  try {
    const [old, own] = [parseMap(before), parseMap(now)];
    await loadMachines([old.arch, own.arch]);
    const difference = differenceOf(await imageSide(old), await imageSide(own));
    return isSame(difference) ? undefined : difference;
  } catch (error) {
    if (error instanceof InputError) return undefined;
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
