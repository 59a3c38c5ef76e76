/** Purgatories that stand in other files, as they are and compressed by the programs that kernels are compressed by. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carveObjects } from '../../index.ts';
import { PARTED, PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';

const PURGATORY = readFixture(`${PLAIN}-gcc-small-Os.ro`);
const OTHER = readFixture(`${PARTED}-gcc-small-Os.ro`);
const PADDING = Buffer.alloc(1000, 0x90);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-extract-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, ...parts: readonly Uint8Array[]): string {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

/** What a program makes of a file that holds a purgatory among other bytes. */
function compressed(program: string, ...options: string[]): Uint8Array {
  const path = put('inner', PADDING, PURGATORY, PADDING);
  if (program === 'gzip') return gzipSync(readFileSync(path));
  run(
    [program],
    [...options, '-f', '-k', path, ...(program === 'lz4' ? [`${path}.out`] : ['--suffix=.out'])],
  );
  return readFileSync(`${path}.out`);
}

interface Told {
  readonly offset: number;
  readonly arch: string;
  readonly purgatory: boolean;
  readonly inside?: { readonly form: string; readonly offset: number };
}

async function listed(path: string): Promise<Told[]> {
  const { out, code, err } = await relocator('extract', path, '--json');
  expect([code, err]).toEqual([0, '']);
  return (JSON.parse(out) as { objects: Told[] }).objects;
}

describe('a file with a purgatory', () => {
  it('as it is tells where, and gives it', async () => {
    const path = put('program', PADDING, PURGATORY, PADDING);
    expect(await listed(path)).toEqual([
      { offset: PADDING.length, arch: PLAIN, purgatory: true, size: PURGATORY.length },
    ]);
    const output = join(folder, 'out.ro');
    expect(await relocator('extract', path, '-o', output)).toMatchObject({ code: 0 });
    expect(Buffer.compare(readFileSync(output), PURGATORY)).toBe(0);
  });

  it.each([
    ['gzip', []],
    ['xz', ['--check=crc32']],
    ['zstd', ['-q', '-o']],
    ['lz4', ['-l', '-q']],
  ])('in what %s compressed, with other bytes on both sides', async (form, options) => {
    const packed =
      form === 'zstd'
        ? ((): Uint8Array => {
            const path = put('inner', PADDING, PURGATORY, PADDING);
            run(['zstd'], ['-q', '-f', path, '-o', `${path}.out`]);
            return readFileSync(`${path}.out`);
          })()
        : compressed(form, ...options);
    const path = put(`kernel.${form}`, PADDING, packed, PADDING);
    expect(await listed(path)).toMatchObject([
      { offset: PADDING.length, arch: PLAIN, purgatory: true, inside: { form, offset: PADDING.length } },
    ]);
    const output = join(folder, `${form}.ro`);
    expect(await relocator('extract', path, '-o', output)).toMatchObject({ code: 0 });
    expect(Buffer.compare(readFileSync(output), PURGATORY)).toBe(0);
  });

  it('and other objects lists the purgatory first, and takes it', async () => {
    const object = gnuObject(PLAIN, 'f: ret\n');
    const path = put('several', object, PADDING, PURGATORY);
    expect((await listed(path)).map(({ purgatory }) => purgatory)).toEqual([true, false]);
    const output = join(folder, 'first.ro');
    expect(await relocator('extract', path, '-o', output)).toMatchObject({ code: 0 });
    expect(Buffer.compare(readFileSync(output), PURGATORY)).toBe(0);
    expect(await relocator('extract', path, '-o', output, '--number', '2')).toMatchObject({ code: 0 });
    expect(Buffer.compare(readFileSync(output), object)).toBe(0);
  });

  it('and another one asks which', async () => {
    const path = put('two', PURGATORY, OTHER);
    const result = await relocator('extract', path, '-o', join(folder, 'none.ro'));
    expect(result.code).toBe(1);
    expect(result.err).toContain('2 objects stand in it, 2 of them purgatories; tell which one by --number');
  });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['half an object', PURGATORY.subarray(0, PURGATORY.length - 1)],
  ['only its beginning', PURGATORY.subarray(0, 20)],
  ['half a compressed one', gzipSync(PADDING).subarray(0, 12)],
])('a file with %s is refused', async (_what, bytes) => {
  const result = await relocator('extract', put('nothing', bytes));
  expect(result).toMatchObject({ code: 1, out: '' });
  expect(result.err).toContain('no relocatable object of a known machine stands in it');
});

it('headers that lead out of the file are none of an object', () => {
  for (let at = 0; at < 64; at++) {
    for (const value of [0, 0xff]) {
      const changed = Uint8Array.from(PURGATORY);
      changed[at] = value;
      for (const { offset, bytes } of carveObjects(changed)) {
        expect(offset + bytes.length).toBeLessThanOrEqual(changed.length);
      }
    }
  }
});
