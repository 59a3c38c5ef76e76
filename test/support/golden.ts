/** What golden/ holds for each purgatory of this project: its map, the memory it becomes, and its prologue. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listing } from '../../codegen/assemble/listing.ts';
import { assemblerOf } from '../../codegen/machines/index.ts';
import { addressBits } from '../../emulate/index.ts';
import { applyAt, type BuiltImage, buildImage, formatMap, type ImageMap } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURES = join(root, 'test/fixtures/purgatory');
const PAGE = 0x1000;
/** Load bases, in pages, or in load alignments where that is more. */
const PAGES = [1n, 7n, 0x123n, 0x4567n, 0x7_0000n];

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

export function goldenBases(map: ImageMap): bigint[] {
  const unit = BigInt(Math.max(PAGE, map.loadAlign));
  const machine = architectureNamed(map.arch)?.machine;
  const end = 1n << BigInt(machine ? addressBits(machine) : 47);
  return PAGES.map((page) => page * unit).filter((base) => base + BigInt(map.memsz) <= end);
}

/** The golden files of an image by their names in its folder. */
export async function goldenFiles(built: BuiltImage): Promise<Map<string, string>> {
  const { blob, map, prologue } = built;
  const hashes = goldenBases(map).map((base) => {
    const hash = createHash('sha256')
      .update(applyAt(blob, map, base))
      .digest('hex');
    return `0x${base.toString(16).padEnd(12)} ${hash}\n`;
  });
  const title = '# SHA-256 of the memory from imageOffset to memsz after relocation, by load base\n';
  return new Map([
    ['map.json', formatMap(map)],
    ['memory.sha256', title + hashes.join('')],
    ['prologue.lst', await listing(assemblerOf(map.arch), prologue)],
  ]);
}

/** Builds a fixture the way its golden files were made. */
export function buildFixture(name: string): Promise<BuiltImage> {
  return buildImage(readFixture(name));
}
