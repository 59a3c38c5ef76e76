/** Broken objects: the command ends with 0 or 1, says what is wrong, in time, and leaves no half of an output. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { NARROW } from '../machines/samples.ts';
import { fixturePath } from '../support/golden.ts';
import { Bench } from './fuzz-cases.ts';

const HEAVY = process.env.RELOCATOR_HEAVY === '1';
/** A worker that says nothing for so long hangs: minutes, so that a loaded machine is not taken for it. */
const SILENCE_MS = 300_000;
const WORKERS = 2;

/** Runs one worker; what it found, or the case it hung in. */
function work(args: readonly string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const troubles: string[] = [];
    let last = 'the start';
    let ended = false;
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/heavy/fuzz-worker.ts', ...args], {
      detached: true,
    });
    let watchdog = setTimeout(() => {}, 0);
    const wait = (): void => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => {
        troubles.push(`hangs: ${last}`);
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      }, SILENCE_MS);
    };
    wait();
    const stderr: string[] = [];
    child.stderr.on('data', (data) => stderr.push(String(data)));
    createInterface(child.stdout).on('line', (line) => {
      wait();
      if (line.startsWith('trouble')) troubles.push(line);
      if (line === 'end') ended = true;
      last = line;
    });
    child.on('close', () => {
      clearTimeout(watchdog);
      if (!ended && troubles.length === 0)
        troubles.push(`${last}: the worker died: ${stderr.join('').slice(-500)}`);
      resolve(troubles);
    });
  });
}

/** Shares `count` cases among the workers. */
async function share(count: number, args: (first: number, count: number) => string[]): Promise<string[]> {
  const each = Math.ceil(count / WORKERS);
  const parts = Array.from({ length: WORKERS }, (_, index) =>
    work(args(index * each, Math.min(each, count - index * each))),
  );
  return (await Promise.all(parts)).flat();
}

const mutations = HEAVY ? 20_000 : 2_000;

test(`${mutations} mutations of real objects`, { timeout: 3_600_000 }, async () => {
  const troubles = await share(mutations, (first, count) => ['mutate', String(first), String(count)]);
  expect(troubles.slice(0, 20)).toEqual([]);
});

const small = fixturePath(`${NARROW}-clang-nopic-Os.ro`);
const files = HEAVY ? [small, ...fetchPurgatories().map(({ path }) => path)] : [small];

test.each(files)('%s cut off at every byte', { timeout: 3_600_000 }, async (file) => {
  const length = readFileSync(file).length;
  const troubles = await share(length, (first, count) => ['truncate', file, String(first), String(count)]);
  expect(troubles.slice(0, 20)).toEqual([]);
});

describe('the judge', () => {
  const bench = new Bench();
  afterAll(() => bench.close());
  const object = readFileSync(small);

  test('takes a good run', async () => {
    expect(await bench.trouble(object, ['build', bench.input, '-o', bench.output])).toBeUndefined();
  });

  test('sees a usage error', async () => {
    expect(await bench.trouble(object, ['build', bench.input])).toMatch(/neither 0 nor 1/);
  });
});
