/** What a command writes: all of its files or none of them, and no half-written one is ever seen under its name. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../../image/trouble/errors.ts';
import { writeAll } from './bytes.ts';
import type { Inputs } from './inputs.ts';
import { isStandardOutput, type Place, placeOf, STANDARD } from './places.ts';
import { reasonOf } from './reasons.ts';

const STANDARD_OUTPUT = 1;
const NEW_FILE = 'wx';
const OPEN_FOR_WRITING = constants.O_WRONLY | constants.O_APPEND;

export type Content = Uint8Array | string;

/** An output whose bytes stand beside it, under a name that nobody knows. */
interface Staged {
  readonly place: Place;
  readonly partial: string;
  /** What was there before, while it may still be wanted. */
  previous?: string;
}

/**
 * Writes all files or none: each beside its place first, then all take their places; where one cannot, the others go
 * back. Devices, FIFOs and standard output (`-`) are written to when nothing but renaming is left.
 * @param replaced inputs that outputs may take the place of
 * @throws InputError naming the file that could not be written, or that is an input or another output
 */
export function writeOutputs(
  files: ReadonlyMap<string, Content>,
  inputs?: Inputs,
  replaced: readonly string[] = [],
): void {
  const outputs = [...files].map(([path, content]) => ({
    place: told(path, () => placeOf(path)),
    content: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
  }));
  checkPlaces(
    outputs.map(({ place }) => place),
    inputs,
    replaced,
  );
  const staged: Staged[] = [];
  try {
    for (const { place, content } of outputs) {
      if (place.kind === 'file') told(place.path, () => stage(place, content, staged));
    }
    for (const { place, content } of outputs) {
      if (place.kind === 'stream') told(place.path, () => writeTo(place, content));
    }
    takePlaces(staged);
  } finally {
    for (const { partial, previous } of staged) {
      rmSync(partial, { force: true });
      if (previous !== undefined) rmSync(previous, { force: true });
    }
  }
}

/** Whether one of the paths leads to standard output. */
export function goesToStandard(paths: Iterable<string>): boolean {
  return [...paths].some(isStandardOutput);
}

/** Whether other outputs can stand beside this one: it has a name, and is no device. */
export function canHaveNeighbour(path: string): boolean {
  return told(path, () => placeOf(path)).kind !== 'stream';
}

function checkPlaces(
  places: readonly Place[],
  inputs: Inputs | undefined,
  replaced: readonly string[],
): void {
  const seen = new Map<string, string>();
  for (const { path, kind, identity } of places) {
    if (kind === 'directory') throw cannotWrite(path, 'it is a directory');
    const input = inputs?.nameOf(identity);
    if (input !== undefined && !replaced.includes(input)) {
      const same = input === path ? '' : ` is ${input}, which`;
      throw cannotWrite(path, `it${same} is an input, and would be lost; name another output`);
    }
    const other = identity === undefined ? undefined : seen.get(identity);
    if (other !== undefined) throw cannotWrite(path, `it is also the output ${other}; name another for one`);
    if (identity !== undefined) seen.set(identity, path);
  }
}

function stage(place: Place, content: Uint8Array, staged: Staged[]): void {
  const partial = nameBeside(place.real);
  const descriptor = openSync(partial, NEW_FILE);
  staged.push({ place, partial });
  try {
    writeAll(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
  if (place.mode !== undefined) chmodSync(partial, place.mode);
}

/** A name of no file, in the folder of `real`, where renaming cannot meet another file system. */
function nameBeside(real: string): string {
  return join(dirname(real), `.relocator-${randomBytes(8).toString('hex')}`);
}

function writeTo({ path, real }: Place, content: Uint8Array): void {
  if (path === STANDARD) {
    writeAll(STANDARD_OUTPUT, content);
    return;
  }
  const descriptor = openSync(real, OPEN_FOR_WRITING);
  try {
    writeAll(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}

function takePlaces(staged: readonly Staged[]): void {
  const done: Staged[] = [];
  try {
    for (const each of staged) {
      told(each.place.path, () => {
        if (staged.length > 1 && each.place.mode !== undefined) keepPrevious(each);
        renameSync(each.partial, each.place.real);
      });
      done.push(each);
    }
  } catch (error) {
    for (const each of done) {
      const { place, previous } = each;
      // Should going back fail, too, what was there is still in its second name.
      delete each.previous;
      if (previous === undefined) rmSync(place.real, { force: true });
      else renameSync(previous, place.real);
    }
    throw error;
  }
}

/** A second name for what is there, or a copy where the file system has no second names. */
function keepPrevious(each: Staged): void {
  const previous = nameBeside(each.place.real);
  try {
    linkSync(each.place.real, previous);
  } catch {
    copyFileSync(each.place.real, previous, constants.COPYFILE_EXCL);
  }
  each.previous = previous;
}

/** Runs `work`; what the system refuses is told with the name of the output. */
function told<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw cannotWrite(path, reasonOf(error));
  }
}

function cannotWrite(path: string, why: string): InputError {
  return new InputError(`cannot write ${path === STANDARD ? 'standard output' : path}: ${why}`);
}
