/** Undoes compressions, by the programs that everyone has for them: they take streams with other bytes behind them. */
import { spawnSync } from 'node:child_process';
import type { Compression } from '../../image/elf/compression.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { codeOf } from './reasons.ts';

/** The most bytes that come of one stream: a kernel with all its symbols is smaller. */
const LIMIT = 0x2000_0000;

/** So that a file cannot ask for absurd memory; the others have limits of their own. Distributions ask for 65 MiB at most (xz -9). */
const OPTIONS: Readonly<Record<Compression, readonly string[]>> = {
  gzip: [],
  xz: ['--memlimit-decompress=256MiB'],
  zstd: [],
  lz4: [],
};

/**
 * What a stream holds, as far as it can be read; undefined if nothing of it can.
 * @throws InputError when there is no program for it, or more comes of it than of any kernel
 */
export function unpack(form: Compression, bytes: Uint8Array): Uint8Array | undefined {
  const { stdout } = undone(form, bytes, LIMIT);
  // A program that ends with an error because of what stands behind the stream has written all of it.
  return stdout.length > 0 ? stdout : undefined;
}

/**
 * What a file holds that is compressed as a whole.
 * @throws InputError when there is no program for it, it is damaged, or more than `limit` bytes come of it
 */
export function unpackWhole(form: Compression, bytes: Uint8Array, limit: number): Uint8Array {
  const { stdout, stderr, status } = undone(form, bytes, limit, OPTIONS[form]);
  if (status === 0) return stdout;
  const [why = ''] = stderr.toString().trim().split('\n');
  throw new InputError(`${form} cannot undo its compression (${why}); see whether the file is whole`);
}

function undone(
  form: Compression,
  input: Uint8Array,
  limit: number,
  options: readonly string[] = [],
): { readonly stdout: Buffer; readonly stderr: Buffer; readonly status: number | null } {
  const { error, ...result } = spawnSync(form, ['-dc', ...options], { input, maxBuffer: limit });
  const code = codeOf(error);
  if (code === 'ENOENT') {
    throw new InputError(`it holds what ${form} compressed, and there is no such program; install it`);
  }
  if (code === 'ENOBUFS') throw tooLarge(form, limit);
  return result;
}

function tooLarge(form: Compression, limit: number): InputError {
  return new InputError(
    `more than 0x${limit.toString(16)} bytes come of what ${form} compressed in it; decompress it first, and give that`,
  );
}
