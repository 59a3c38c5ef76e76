/** Golden files of a project: a folder for each of its purgatories, and a list of what they were made of. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { InputError } from '../../image/trouble/errors.ts';
import { STANDARD } from './places.ts';
import { reasonOf } from './reasons.ts';

/** The list, in the folder of the golden files. */
export const LIST = 'golden.json';

/** A purgatory's map, in its folder. */
export const MAP_FILE = 'map.json';

/** A purgatory whose golden files are kept. */
export interface Kept {
  /** Its folder among the golden files. */
  readonly name: string;
  /** Its files, counted from the folder of the golden files. */
  readonly inputs: readonly string[];
  /** Options of the command line, as they were given. */
  readonly options: readonly string[];
}

export interface GoldenList {
  /** The version of relocator that wrote the files. */
  readonly relocator: string;
  /** The version of the map that it writes. */
  readonly map: number;
  readonly purgatories: readonly Kept[];
}

/** Whether there is a list. */
export function hasList(folder: string): boolean {
  return existsSync(join(folder, LIST));
}

/** Reads the list. @throws InputError when there is none, or it is no such list */
export function readList(folder: string): GoldenList {
  const path = join(folder, LIST);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(
      `cannot read ${path}: ${reasonOf(error)}; relocator golden update ${folder} FILE… writes it`,
    );
  }
  const fail = (): never => {
    throw new InputError(
      `${path}: it is no list of golden files; write it anew with relocator golden update`,
    );
  };
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return fail();
  }
  if (!isObject(root) || typeof root.relocator !== 'string' || typeof root.map !== 'number') return fail();
  if (!Array.isArray(root.purgatories)) return fail();
  const purgatories = root.purgatories.map((each: unknown): Kept => {
    if (!isObject(each) || typeof each.name !== 'string') return fail();
    if (!isPlainName(each.name) || !isStrings(each.inputs) || !isStrings(each.options)) return fail();
    return { name: each.name, inputs: each.inputs, options: each.options };
  });
  return { relocator: root.relocator, map: root.map, purgatories };
}

/** The list as text. */
export function listText(list: GoldenList): string {
  return `${JSON.stringify(list, null, 2)}\n`;
}

/**
 * What is kept of files that are put together, its inputs counted from the folder.
 * @param name its folder among the golden files; by itself it is called as the first of its files is
 * @throws InputError for standard input, which a check could not read again, and for a name that is no folder's
 */
export function keptOf(
  folder: string,
  paths: readonly string[],
  options: readonly string[],
  name = basename(paths[0] ?? ''),
): Kept {
  if (paths.includes(STANDARD))
    throw new InputError('golden files are of files that can be read again; standard input cannot');
  if (!isPlainName(name) || name === LIST)
    throw new InputError(
      `${name}: golden files cannot be in a folder of that name; give another with --name`,
    );
  return { name, inputs: paths.map((path) => relative(resolve(folder), resolve(path))), options };
}

/** Golden files' folders that are not on the list, and folders within those of purgatories, which have none. */
export function strayFolders(folder: string, { purgatories }: GoldenList): string[] {
  const names = new Set(purgatories.map(({ name }) => name));
  const unlisted = foldersIn(folder).filter(
    (name) => !names.has(name) && existsSync(join(folder, name, MAP_FILE)),
  );
  const within = [...names].flatMap((name) =>
    foldersIn(join(folder, name)).map((inner) => join(name, inner)),
  );
  return [...unlisted, ...within].sort();
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

/** The golden files that are there, by name. */
export function readGoldens(folder: string, name: string): Map<string, string> {
  const own = join(folder, name);
  if (!existsSync(own)) return new Map();
  const files = readdirSync(own, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return new Map(files.map(({ name: file }) => [file, readFileSync(join(own, file), 'utf8')]));
}

/** Makes the folders that the paths stand in. @throws InputError when one cannot be made */
export function makeFolders(paths: Iterable<string>): void {
  for (const folder of new Set([...paths].map((path) => dirname(path)))) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw new InputError(`cannot make ${folder}: ${reasonOf(error)}`);
    }
  }
}

function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && basename(name) === name && !name.includes('\\');
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
