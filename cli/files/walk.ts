/** What is in a directory: its files in an order that depends on their names alone, and what is not looked into. */
import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globMatches } from '../../image/gate/policy.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { reasonOf } from './reasons.ts';

/** What was not taken, and why, as in "they are …". */
export interface PassedOver {
  readonly path: string;
  readonly why: string;
}

/** A file, or something that is not taken, or why it cannot be known what is there. */
export type Found =
  | { readonly file: string }
  | PassedOver
  | { readonly path: string; readonly error: InputError };

/** Follows symbolic links: a path that the user names is what it leads to. */
export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Whoever opens it tells why that cannot be done.
    return false;
  }
}

/**
 * Every file below a directory, in the order of the names' code units, folders among files. Symbolic links in it are not
 * followed, so nothing is met twice and no circle is entered; what is no regular file is not opened, for it may wait forever.
 * @param excluded patterns of names, or of paths below the directory, of what is not taken, folders with all that is in them
 * @param below the path up to here from the directory that was named
 */
export function* walk(directory: string, excluded: readonly string[] = [], below = ''): Generator<Found> {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    yield { path: directory, error: new InputError(`cannot read ${directory}: ${reasonOf(error)}`) };
    return;
  }
  // By code units, not by the locale's rules: the same order everywhere.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(directory, entry.name);
    const name = below + entry.name;
    if (excluded.some((pattern) => globMatches(pattern, entry.name) || globMatches(pattern, name)))
      yield { path, why: 'excluded by --exclude' };
    else if (entry.isDirectory()) yield* walk(path, excluded, `${name}/`);
    else if (entry.isFile()) yield { file: path };
    else if (entry.isSymbolicLink()) yield { path, why: 'symbolic links' };
    else yield { path, why: 'no regular files' };
  }
}

/** The first bytes of a file, at most `length`. @throws InputError when it cannot be read */
export function startOf(path: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  try {
    const descriptor = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}
