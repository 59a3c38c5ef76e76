/** Reading inputs and writing outputs, so that no half-written file is ever seen under its name. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { InputError } from '../image/trouble/errors.ts';

/** Larger than any purgatory by far; keeps a wrong argument from filling the memory. */
const MAX_INPUT = 64 * 1024 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'an unknown error' : code);
}

/** The bytes of a file. @throws InputError naming the file */
export function readInput(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${reason(error)}`);
  }
  if (bytes.length > MAX_INPUT) {
    throw new InputError(`${path} has ${bytes.length} bytes; inputs may have ${MAX_INPUT} at most`);
  }
  return bytes;
}

/** Runs `work` so that the troubles it throws begin with the name of the file they are about. */
export async function about<Result>(path: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.troubles.map((trouble) => `${path}: ${trouble}`));
  }
}

/**
 * Writes all files or none: each beside its final name first, then all are renamed.
 * @throws InputError naming the file that could not be written
 */
export function writeOutputs(files: ReadonlyMap<string, Uint8Array | string>): void {
  const partial = (path: string): string => `${path}.${process.pid}.partial`;
  const begun: string[] = [];
  let current = '';
  try {
    for (const [path, content] of files) {
      current = path;
      begun.push(partial(path));
      writeFileSync(partial(path), content);
    }
    for (const path of files.keys()) {
      current = path;
      renameSync(partial(path), path);
    }
  } catch (error) {
    for (const path of begun) rmSync(path, { force: true });
    throw new InputError(`cannot write ${current}: ${reason(error)}`);
  }
}
