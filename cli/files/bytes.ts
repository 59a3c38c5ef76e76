/** Reading and writing what is open, in full, whether it can wait or not. */
import { fstatSync, readSync, writeSync } from 'node:fs';
import { codeOf } from './reasons.ts';

const FIRST_CHUNK = 0x1_0000;
const PAUSE_MS = 5;

/** All bytes up to the end, or undefined when there are more than `limit`; no more than those are read. */
export function readAll(descriptor: number, limit: number): Uint8Array | undefined {
  const { size } = fstatSync(descriptor);
  if (size > limit) return undefined;
  let bytes = new Uint8Array(Math.min(limit, Math.max(size, FIRST_CHUNK)) + 1);
  let length = 0;
  for (;;) {
    const room = bytes.subarray(length);
    const read = waiting(() => readSync(descriptor, room));
    if (read === 0) return bytes.slice(0, length);
    length += read;
    if (length > limit) return undefined;
    if (length === bytes.length) {
      const larger = new Uint8Array(Math.min(limit, 2 * length) + 1);
      larger.set(bytes);
      bytes = larger;
    }
  }
}

/** Writes all bytes. */
export function writeAll(descriptor: number, content: Uint8Array): void {
  for (let done = 0; done < content.length; ) {
    done += waiting(() => writeSync(descriptor, content.subarray(done)));
  }
}

/** Pipes and terminals may say that it is not yet time. */
function waiting(work: () => number): number {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
