/** What golden/ holds for each purgatory of this project: its map, the memory it becomes, and its prologue. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltImage, buildImage } from '../../index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURES = join(root, 'test/fixtures/purgatory');

export const GOLDEN = join(root, 'golden');

/** The names of the purgatories, without their endings. */
export function fixtureNames(): string[] {
  return readdirSync(FIXTURES)
    .filter((name) => /\.(ro|elf)$/.test(name))
    .sort();
}

/** The machine of a purgatory, by which its name begins. */
export function fixtureArch(name: string): string {
  return /^[^-]+/.exec(name)?.[0] ?? '';
}

export function fixturePath(name: string): string {
  return join(FIXTURES, name);
}

export function readFixture(name: string): Buffer {
  return readFileSync(fixturePath(name));
}

/** Builds a fixture the way its golden files were made. */
export function buildFixture(name: string): Promise<BuiltImage> {
  return buildImage(readFixture(name));
}
