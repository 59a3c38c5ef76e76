/** Undoes compressions, by the programs that everyone has for them: they take streams with other bytes behind them. */
import { spawnSync } from 'node:child_process';
import type { Compression } from '../../image/extract.ts';
import { InputError } from '../../image/trouble/errors.ts';

/** The most bytes that come of one stream: a kernel with all its symbols is smaller. */
const LIMIT = 0x2000_0000;

/**
 * What a stream holds, as far as it can be read; undefined if nothing of it can.
 * @throws InputError when there is no program for it, or more comes of it than of any kernel
 */
export function unpack(program: Compression, bytes: Uint8Array): Uint8Array | undefined {
  const { stdout, error } = spawnSync(program, ['-dc'], { input: bytes, maxBuffer: LIMIT });
  const code = error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') {
    throw new InputError(`it holds what ${program} compressed, and there is no such program; install it`);
  }
  if (code === 'ENOBUFS') throw tooLarge(program);
  // A program that ends with an error because of what stands behind the stream has written all of it.
  return stdout.length > 0 ? stdout : undefined;
}

function tooLarge(form: Compression): InputError {
  return new InputError(
    `more than 0x${LIMIT.toString(16)} bytes come of what ${form} compressed in it; decompress it first, and give that`,
  );
}
