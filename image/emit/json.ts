/** The blob as one JSON document, for whom none of the other forms is made. Its schema is docs/blob.schema.json. */

import { structureData } from '../map/structures.ts';
import { hex } from '../memory/bytes.ts';
import { printableJson } from '../trouble/printable.ts';
import type { BlobContents } from './contents.ts';

const VERSION = 1;

export function jsonText({ arch, blob, digest, numbers, symbols }: BlobContents): string {
  const named = numbers.map(({ name, value, kind }): [string, string | number] => [
    name.toLowerCase(),
    kind === 'base' ? hex(value) : Number(value),
  ]);
  const document = {
    version: VERSION,
    arch,
    ...Object.fromEntries(named),
    sha256: Buffer.from(digest).toString('hex'),
    symbols: symbols.map(({ name, offset, size, isWritten, structure }) => ({
      name,
      offset,
      size,
      written: isWritten,
      ...(structure ? { structure: structureData(structure) } : {}),
    })),
    blob: Buffer.from(blob).toString('base64'),
  };
  return `${printableJson(JSON.stringify(document, null, 2))}\n`;
}
