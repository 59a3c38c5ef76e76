// SPDX-License-Identifier: GPL-2.0-only
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['test/support/sha256-host.c', 'purgatory/sha256.c'].map((path) => join(root, path));

interface Message {
  readonly data: Uint8Array;
  /** How many bytes at a time it is hashed in. */
  readonly piece: number;
}

/** What purgatory/sha256.c makes of each message. */
function digests(messages: readonly Message[]): string[] {
  return inFolder((file) => {
    run(['gcc', '-Os', '-Wall', '-Wextra', '-Werror', ...SOURCES, '-o', file('sha256')]);
    const parts = messages.map(({ data, piece }) => [Buffer.from(`${piece} ${data.length}\n`), data]);
    writeFileSync(file('messages'), Buffer.concat(parts.flat()));
    run([file('sha256'), file('messages'), file('digests')]);
    return readFileSync(file('digests'), 'utf8').trimEnd().split('\n');
  });
}

function byNode({ data }: Message): string {
  return createHash('sha256').update(data).digest('hex');
}

describe('the SHA-256 of purgatory/sha256.c', () => {
  it('gives the published digest of "abc"', () => {
    expect(digests([{ data: Buffer.from('abc'), piece: 64 }])).toEqual([
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ]);
  });

  it('agrees with node:crypto at every length up to three blocks', () => {
    const messages = Array.from({ length: 193 }, (_, length) => ({
      data: Uint8Array.from({ length }, (_byte, index) => (index * 131 + length) & 0xff),
      piece: 1 + (length % 70),
    }));
    expect(digests(messages)).toEqual(messages.map(byNode));
  });

  it('agrees with node:crypto on a megabyte, however it is cut', () => {
    const data = Uint8Array.from({ length: 1 << 20 }, (_, index) => (index ^ (index >> 7)) & 0xff);
    const messages = [1, 63, 64, 65, 4096].map((piece) => ({ data, piece }));
    expect(digests(messages)).toEqual(messages.map(byNode));
  });
});
