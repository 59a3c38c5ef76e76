/** Real objects changed at random: the reader takes them or refuses them by an InputError, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';

const fixtures = fileURLToPath(new URL('../fixtures/purgatory/', import.meta.url));
const samples = readdirSync(fixtures)
  .filter((name) => /\.(ro|elf)$/.test(name))
  .map((name) => join(fixtures, name));
samples.push(...fetchPurgatories().map(({ path }) => path));

function read(bytes: Uint8Array): void {
  try {
    readElf(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

it.each(samples.map((path) => [basename(path), path]))(
  '%s, changed at random: InputError only',
  (_, path) => {
    const original = new Uint8Array(readFileSync(path));
    const length = original.length;
    const tail = Math.max(0, length - 1500);
    const limits = [0, 1, 0x7f, 0x80, 0xff];
    let state = 2463534242;
    const random = (below: number): number => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % below;
    };
    for (let round = 0; round < 700; round += 1) {
      const bytes = original.slice();
      for (let change = 1 + random(5); change > 0; change -= 1) {
        const at = [random(64), random(400), tail + random(length - tail), random(length)][random(4)] ?? 0;
        bytes[at] = random(2) === 0 ? (limits[random(5)] ?? 0) : random(256);
      }
      read(bytes.subarray(0, random(8) === 0 ? random(length) : length));
    }
  },
);
