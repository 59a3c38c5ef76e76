// SPDX-License-Identifier: GPL-2.0-only
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the SHA-256 of purgatory/sha256.c', () => {
  let folder = '';
  let program = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'purgatory-sha256-'));
    program = join(folder, 'sha256');
    const sources = [join(root, 'test/support/sha256-host.c'), join(root, 'purgatory/sha256.c')];
    const built = spawnSync('gcc', ['-Os', '-Wall', '-Wextra', '-Werror', ...sources, '-o', program], {
      encoding: 'utf8',
    });
    if (built.error) {
      throw new Error(`gcc cannot be run (${built.error.message}): apt-get install gcc libc6-dev`);
    }
    if (built.status !== 0) throw new Error(`gcc failed:\n${built.stderr}`);
  });

  afterAll(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const digest = (data: Uint8Array, piece: number): string =>
    execFileSync(program, [String(piece)], { input: data, encoding: 'utf8' });

  it('gives the published digest of "abc"', () => {
    expect(digest(Buffer.from('abc'), 64)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('agrees with node:crypto at every length up to three blocks', () => {
    for (let length = 0; length <= 192; length++) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 131 + length) & 0xff);
      const expected = createHash('sha256').update(data).digest('hex');
      expect(digest(data, 1 + (length % 70)), `length ${length}`).toBe(expected);
    }
  });

  it('agrees with node:crypto on a megabyte, however it is cut', () => {
    const data = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i ^ (i >> 7)) & 0xff);
    const expected = createHash('sha256').update(data).digest('hex');
    for (const piece of [1, 63, 64, 65, 4096]) expect(digest(data, piece), `piece ${piece}`).toBe(expected);
  });
});
