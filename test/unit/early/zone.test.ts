/** Zones are read as Linux reads them, and what Linux would not take has no text. */
import { expect, it } from 'vitest';
import { HEADER, readZone } from '../../early/zone.ts';

/** struct persistent_ram_buffer with 8 bytes of data. */
function zone(start: number, size: number, data = 'ABCDEFGH', signature = 'DBGC'): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write(signature, 0, 'latin1');
  header.writeUInt32LE(start, 4);
  header.writeUInt32LE(size, 8);
  return Buffer.concat([header, Buffer.from(data)]);
}

it('begins with the oldest byte', () => {
  expect(readZone(zone(0, 3))).toBe('ABC');
  expect(readZone(zone(3, 3))).toBe('ABC');
  expect(readZone(zone(3, 8))).toBe('DEFGHABC');
});

it('has no text that Linux would not take', () => {
  expect(readZone(zone(0, 0))).toBeUndefined();
  expect(readZone(zone(4, 3))).toBeUndefined();
  expect(readZone(zone(0, 9))).toBeUndefined();
  expect(readZone(zone(0, 3, 'ABCDEFGH', 'DBGB'))).toBeUndefined();
});
