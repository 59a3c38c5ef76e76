/** What an image must come to, as text that a person reads and a tool compares: its audit, its map, its prologue, its memory. */
import { createHash } from 'node:crypto';
import { listing } from '../codegen/assemble/listing.ts';
import { assemblerOf } from '../codegen/machines/index.ts';
import { applyAt } from './apply.ts';
import type { AuditEntry } from './audit.ts';
import type { BuiltImage } from './build.ts';
import { formatMap } from './map/format-map.ts';
import type { ImageMap } from './map/map.ts';
import { withinBlock } from './map/mapped.ts';

const PAGE = 0x1000;
/** Load bases, in pages, or in load alignments where that is more. */
const PAGES = [1n, 7n, 0x123n, 0x4567n, 0x7_0000n];

/** Those of the golden load bases that the image is for. */
export function goldenBases(map: ImageMap): bigint[] {
  const unit = BigInt(Math.max(PAGE, map.loadAlign));
  return PAGES.map((page) => page * unit).filter(
    (base) => base >= map.bases.min && base <= map.bases.max && withinBlock(map, base),
  );
}

/** The golden files of an image, by name. */
export async function goldenFiles({ blob, map, prologue }: BuiltImage): Promise<Map<string, string>> {
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
    ['prologue.lst', await listing(await assemblerOf(map.arch), prologue)],
  ]);
}

/** What an audit found, a line for each type and class, without places: these move with every change of code. */
export function goldenAudit(entries: readonly AuditEntry[]): string {
  const lines = entries.map(({ name, class: what, count }) => `${name} ${what} ${count}\n`);
  return ['# relocations by type and by what becomes of them\n', ...lines.sort()].join('');
}
