/**
 * Runs cases in a process of its own, so that one that never ends can be told and stopped: prints a line before each
 * case and one for each trouble.
 *
 *   node --import tsx test/heavy/fuzz-worker.ts mutate FIRST COUNT
 *   node --import tsx test/heavy/fuzz-worker.ts truncate FILE FIRST COUNT
 */
import { readFileSync, writeSync } from 'node:fs';
import { Bench, corpus, mutate, type Sample } from './fuzz-cases.ts';

const PAUSE = new Int32Array(new SharedArrayBuffer(4));
const PAUSE_MS = 5;
const NOTHING: Sample = { name: '', bytes: Buffer.alloc(0), library: Buffer.alloc(0) };

/** A pipe that its reader has not emptied yet is waited for, one that is gone is not. */
const say = (line: string): void => {
  let left = Buffer.from(`${line}\n`);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(PAUSE, 0, 0, PAUSE_MS);
    }
  }
};

const [mode, ...rest] = process.argv.slice(2);
const bench = new Bench();
try {
  if (mode === 'truncate') {
    const object = readFileSync(rest[0] ?? '');
    const first = Number(rest[1]);
    for (let length = first; length < first + Number(rest[2]); length++) {
      say(`case ${length}`);
      const args = bench.argumentsOf(0);
      const trouble = await bench.trouble(object.subarray(0, length), args);
      if (trouble !== undefined) say(`trouble ${length}: ${trouble.replaceAll('\n', ' | ')}`);
    }
  } else {
    const objects = corpus();
    const first = Number(rest[0]);
    for (let index = first; index < first + Number(rest[1]); index++) {
      const { name, bytes, library } = objects[index % objects.length] ?? NOTHING;
      say(`case ${index} ${name}`);
      const trouble = await bench.trouble(mutate(bytes, BigInt(index)), bench.argumentsOf(index), library);
      if (trouble !== undefined) say(`trouble ${index} ${name}: ${trouble.replaceAll('\n', ' | ')}`);
    }
  }
  say('end');
} finally {
  bench.close();
}
