/** What a zone of ramoops has, read as fs/pstore/ram_core.c says: struct persistent_ram_buffer, without ECC. */

const SIGNATURE = 0x4347_4244;
/** Bytes in front of the text. */
export const HEADER = 12;

/** The text, oldest first; undefined if there is none that Linux would take. */
export function readZone(bytes: Buffer): string | undefined {
  const [signature, start, size] = [0, 4, 8].map((at) => bytes.readUInt32LE(at));
  if (signature !== SIGNATURE || start === undefined || size === undefined) return undefined;
  const data = bytes.subarray(HEADER);
  if (size === 0 || size > data.length || start > size) return undefined;
  return Buffer.concat([data.subarray(start, size), data.subarray(0, start)]).toString('latin1');
}
