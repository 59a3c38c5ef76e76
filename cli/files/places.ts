/** Where a path leads: names differ, and what they name may still be one file. */
import { fstatSync, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf } from './reasons.ts';

/** The name that stands for standard input, or for standard output. */
export const STANDARD = '-';

const STANDARD_OUTPUT = 1;
/** More symbolic links than this, one behind the other, are taken for a circle, as the system does. */
const MAX_LINKS = 40;

export interface Place {
  /** As the user gave it. */
  readonly path: string;
  /** With all symbolic links followed; the file need not be there. */
  readonly real: string;
  /** `file` can be replaced by a new one; `stream` is a device, a FIFO or an open file, and is written to. */
  readonly kind: 'file' | 'stream' | 'directory';
  /** Equal for all names of one file; undefined for what keeps nothing, as terminals and FIFOs. */
  readonly identity: string | undefined;
  /** Permissions of the file that is there; undefined if there is none. */
  readonly mode: number | undefined;
}

/** Where `path` leads as an output. @throws the system's error */
export function placeOf(path: string): Place {
  if (path === STANDARD) {
    const identity = identityOf(fstatSync(STANDARD_OUTPUT)) ?? path;
    return { path, real: path, kind: 'stream', identity, mode: undefined };
  }
  const real = follow(path);
  const found = statOf(real);
  // What is open already is shared with whoever opened it: a new file in its place would be seen by nobody.
  const open = real.startsWith('/proc/');
  const folder = found?.isDirectory() || path.endsWith('/');
  const kind = folder ? 'directory' : open || (found && !found.isFile()) ? 'stream' : 'file';
  const identity = found ? identityOf(found) : real;
  return { path, real, kind, identity, mode: found?.isFile() ? found.mode & 0o777 : undefined };
}

/** Tells a regular file from all others, whatever it is called. */
export function identityOf(found: Stats): string | undefined {
  return found.isFile() ? `${found.dev}:${found.ino}` : undefined;
}

/** Whether what is written to `path` comes out where messages would. */
export function isStandardOutput(path: string): boolean {
  if (path === STANDARD) return true;
  const [one, other] = [statOf(path), fstatSync(STANDARD_OUTPUT)];
  return one?.dev === other.dev && one.ino === other.ino;
}

/** The path without symbolic links; the last part need not exist. Links in /proc stay: what they show is no name. */
function follow(path: string): string {
  let at = path;
  for (let links = 0; links < MAX_LINKS; links++) {
    const folder = realpathSync(dirname(at));
    const real = join(folder, basename(at));
    if (folder === '/proc' || folder.startsWith('/proc/')) return real;
    if (!isLink(real)) return real;
    at = resolve(folder, readlinkSync(real));
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' });
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
