/** What a command reads. */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { compressionOf } from '../../image/elf/compression.ts';
import { inputKind } from '../../image/elf/input-kind.ts';
import type { Input } from '../../image/input/files.ts';
import { FILE_LIMIT, FILE_LIMIT_TEXT, SIZE_LIMIT } from '../../image/memory/limits.ts';
import { InputError } from '../../image/trouble/errors.ts';
import type { Given } from '../arguments.ts';
import { readAll } from './bytes.ts';
import { identityOf, STANDARD } from './places.ts';
import { reasonOf } from './reasons.ts';
import { unpackWhole } from './unpack.ts';

const STANDARD_INPUT = 0;

/** How large an input may be, and what is said of one that is larger. */
export interface Most {
  readonly bytes: number;
  /** What is no regular file, if that may have less. */
  readonly streamed?: number;
  readonly otherwise: string;
}

const PURGATORY: Most = {
  bytes: FILE_LIMIT,
  streamed: SIZE_LIMIT,
  otherwise: `is larger than any purgatory: ${FILE_LIMIT_TEXT}`,
};

/** Of files that a purgatory stands in. */
export const KERNEL: Most = {
  bytes: 0x4000_0000,
  otherwise:
    'is larger than any kernel: a file may have 0x40000000 bytes (1 GiB) at most; strip it of its debugging data',
};

/** The inputs of one command: remembers which files they are, so that no output is written over one. */
export class Inputs {
  readonly #paths = new Map<string, string>();
  readonly #read = new Set<string>();
  #standardTaken = false;

  /**
   * The bytes of a file, or of standard input where the path is `-`. What is no regular file is read up to its end.
   * @throws InputError naming the file, when it cannot be read or has more bytes than any input may have
   */
  read(path: string, most: Most = PURGATORY): Uint8Array {
    const name = nameOf(path);
    if (path === STANDARD && this.#standardTaken) {
      throw new InputError(
        'standard input (-) stands for two inputs, and can be read once only; name a file for one',
      );
    }
    this.#standardTaken ||= path === STANDARD;
    let bytes: Uint8Array | undefined;
    try {
      const descriptor = path === STANDARD ? STANDARD_INPUT : openSync(path, 'r');
      try {
        const status = fstatSync(descriptor);
        const identity = identityOf(status);
        if (identity !== undefined) this.#paths.set(identity, name);
        bytes = readAll(descriptor, status.isFile() ? most.bytes : (most.streamed ?? most.bytes));
      } finally {
        if (path !== STANDARD) closeSync(descriptor);
      }
    } catch (error) {
      throw new InputError(`cannot read ${name}: ${reasonOf(error)}`);
    }
    if (path !== STANDARD) this.#read.add(path);
    if (bytes) return bytes;
    throw new InputError(`${name} ${most.otherwise}`);
  }

  /**
   * An object, an archive or a linked file, which may be compressed as a whole, as distributions ship kernel modules: what
   * comes of it has the same limit.
   * @throws as `read` does, and InputError naming the file when its compression cannot be undone, or hides something else
   */
  readObject(path: string): Uint8Array {
    const bytes = this.read(path);
    const form = compressionOf(bytes);
    if (form === undefined) return bytes;
    try {
      const object = unpackWhole(form, bytes, SIZE_LIMIT);
      if (inputKind(object) !== 'other') return object;
      throw new InputError(`what ${form} compressed in it is no ELF file and no archive; pass an object`);
    } catch (error) {
      throw error instanceof InputError ? error.about(nameOf(path)) : error;
    }
  }

  /** One file as its bytes, several with their names: objects and archives. @throws as `read` does */
  readAll(paths: readonly string[]): Input {
    const files = paths.map((path) => ({ name: nameOf(path), bytes: this.readObject(path) }));
    const [only, ...more] = files;
    return only && more.length === 0 ? only.bytes : files;
  }

  /** Contents for symbols, those in files read. @throws as `read` does */
  contents(given: ReadonlyMap<string, Given>): Map<string, Uint8Array | bigint> {
    const contentOf = (value: Given): Uint8Array | bigint =>
      typeof value === 'object' && 'file' in value ? this.read(value.file) : value;
    return new Map([...given].map(([name, value]) => [name, contentOf(value)]));
  }

  /** The files that were read, in their order: what outputs depend on. */
  get files(): string[] {
    return [...this.#read];
  }

  /** The name of the input that is that file, if one is. */
  nameOf(identity: string | undefined): string | undefined {
    return identity === undefined ? undefined : this.#paths.get(identity);
  }
}

/** What messages call an input. */
export function nameOf(path: string): string {
  return path === STANDARD ? 'standard input' : path;
}

/** Runs `work` so that the troubles it throws begin with the name of the only file; of several they name theirs. */
export async function aboutAll<Result>(
  paths: readonly string[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const [only, ...more] = paths;
  return only !== undefined && more.length === 0 ? about(only, work) : work();
}

/** Runs `work` so that the troubles it throws begin with the name of the file they are about. */
export async function about<Result>(path: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw error.about(nameOf(path));
  }
}
