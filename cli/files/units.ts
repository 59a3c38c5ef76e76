/** What is audited by itself: files together, a file, a file of a directory, a member of an archive. */

import { inputKind, whyForeign } from '../../image/elf/input-kind.ts';
import { archiveMembers } from '../../image/input/archive.ts';
import { about, type Input } from '../../image/input/files.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { type Inputs, nameOf } from './inputs.ts';
import { isDirectory, type PassedOver, startOf, walk } from './walk.ts';

/** Something to be audited. */
export interface Unit {
  /** What reports call it: `lib.a(member.o)` for a member, the paths for files that are taken together. */
  readonly name: string;
  /** It was found in a directory or an archive, not named. */
  readonly found: boolean;
  /** Several files make one input. */
  readonly together: boolean;
  /** @throws InputError when it cannot be read, or there is nothing in it */
  read(): Input;
}

/** Bytes by which files are told apart. */
const START_BYTES = 8;
/** Compressed files that are looked into where they are not named: kernel modules as distributions ship them. */
const MODULE = /\.ko\.(gz|xz|zst)$/;
const NO_ELF = 'no ELF files';
const NOTHING = 'there is no ELF file in it to be audited';

/**
 * Named files together, or with `each` one by one, archives by their members. Where one of them is a directory, all are
 * taken one by one, but for those that patterns exclude. They are read as they are asked for, and told apart from what is passed over by `read`.
 */
export function* unitsOf(
  paths: readonly string[],
  each: boolean,
  inputs: Inputs,
  excluded: readonly string[] = [],
): Generator<Unit | PassedOver> {
  if (!each && !paths.some(isDirectory)) {
    const name = paths.map(nameOf).join(' ');
    yield { name, found: false, together: paths.length > 1, read: () => inputs.readAll(paths) };
    return;
  }
  for (const path of paths) {
    if (isDirectory(path)) yield* inDirectory(path, inputs, excluded);
    else yield* fileOrMembers(path, inputs, false);
  }
}

function* inDirectory(
  directory: string,
  inputs: Inputs,
  excluded: readonly string[],
): Generator<Unit | PassedOver> {
  let units = 0;
  for (const found of walk(directory, excluded)) {
    if ('why' in found) yield found;
    else if ('error' in found) yield failing(found.path, found.error);
    else {
      for (const unit of fileOrMembers(found.file, inputs, true)) {
        if ('read' in unit) units++;
        yield unit;
      }
    }
  }
  if (units === 0) yield failing(directory, new InputError(`${directory}: ${NOTHING}`));
}

/** A file by itself, or the members of an archive. */
function* fileOrMembers(path: string, inputs: Inputs, found: boolean): Generator<Unit | PassedOver> {
  const name = nameOf(path);
  try {
    if (found && !MODULE.test(path) && inputKind(startOf(path, START_BYTES)) === 'other') {
      yield { path, why: NO_ELF };
      return;
    }
    const bytes = inputs.readObject(path);
    const foreign = found ? whyForeign(bytes) : undefined;
    if (foreign !== undefined) yield { path, why: foreign };
    else if (inputKind(bytes) === 'archive') yield* membersOf(name, bytes);
    else yield { name, found, together: false, read: () => bytes };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield failing(name, error);
  }
}

/** @throws InputError when the archive is damaged */
function* membersOf(archive: string, bytes: Uint8Array): Generator<Unit | PassedOver> {
  let units = 0;
  for (const { name: member, bytes: contents } of about(archive, () => archiveMembers(bytes))) {
    const name = `${archive}(${member})`;
    if (inputKind(contents) === 'other') {
      yield { path: name, why: NO_ELF };
      continue;
    }
    units++;
    yield { name, found: true, together: false, read: () => contents };
  }
  if (units === 0) yield failing(archive, new InputError(`${archive}: ${NOTHING}`));
}

/** What cannot be read is told where its turn is. */
function failing(name: string, error: InputError): Unit {
  return {
    name,
    found: false,
    together: false,
    read: () => {
      throw error;
    },
  };
}
