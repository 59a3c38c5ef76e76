/** Maps: what the schema admits, what the reader admits, and what hostile ones do to those who act on them. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import {
  applyAt,
  type BuiltImage,
  buildImage,
  formatMap,
  type ImageMap,
  InputError,
  parseMap,
  patchImage,
  verifyImage,
} from '../../index.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { readFixture } from '../support/golden.ts';
import { random } from '../support/random.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../docs/map.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: false }).compile(schema);

const late = gnuObject(
  PLAIN,
  '.globl purgatory_start\n.text\npurgatory_start: call first\n.data\n.quad second, purgatory_start\n',
);
const images: readonly (readonly [string, Promise<BuiltImage>])[] = [
  ['chain', buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`), { loaderWrites: 'kexec-tools' })],
  ['delta', buildImage(readFixture(`${NARROW}-gcc-nopic-Os.ro`), { format: 'delta' })],
  ['records with a GOT', buildImage(readFixture(`${PARTED}-gcc-pic-Os.ro`), { format: 'records' })],
  ['late symbols', buildImage(late, { late: ['first', 'second'] })],
  ['limited bases', buildImage(readFixture(`${PLAIN}-gcc-small-Os.ro`))],
  ['a linked image', buildImage(readFixture(`${PLAIN}-static-pie.elf`))],
];

/** What `work` is refused with. @throws whatever else it throws */
async function refusal(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

type Json = { [key: string]: unknown };

/** Every path to a value in it, as keys. */
function paths(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...at]];
  return [[...at], ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...at, key]))];
}

/** A copy of `root` in which `change` has been done to what holds the last key. */
function changed(root: Json, path: readonly string[], change: (holder: Json, key: string) => void): Json {
  const copy: Json = structuredClone(root);
  let holder: Json = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Json;
  change(holder, path.at(-1) ?? '');
  return copy;
}

const VALUES: readonly unknown[] = [
  0,
  1,
  -1,
  3,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  null,
  true,
  '',
  'x',
  '0x',
  '0x10',
  '-0x1',
  '0xffffffffffffffff',
  '0x10000000000000000',
  '0xAB',
  'chain',
  [],
  {},
];

describe.each(images)('the map of %s', (_, built) => {
  it('is as its schema says, and read back the same', async () => {
    const { map } = await built;
    const text = formatMap(map);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    expect(parseMap(text)).toEqual(map);
  });

  it('changed anywhere, is refused by the reader if the schema refuses it, else only for contradictions', async () => {
    const root: Json = JSON.parse(formatMap((await built).map));
    // One entry of each list stands for all of them.
    const spots = paths(root).filter((path) => path.length > 0 && !path.some((key) => /^[1-9]/.test(key)));
    for (const path of spots) {
      const mutations = [
        ...VALUES.map((value) =>
          changed(root, path, (holder, key) => Object.assign(holder, { [key]: value })),
        ),
        ...(/^\d+$/.test(path.at(-1) ?? '')
          ? []
          : [changed(root, path, (holder, key) => delete holder[key])]),
        changed(root, path, (holder) => Array.isArray(holder) || Object.assign(holder, { extra: 1 })),
      ];
      for (const mutation of mutations) {
        const message = await refusal(() => parseMap(JSON.stringify(mutation)));
        const where = `${path.join('.')}: ${message}`;
        if (!validate(mutation)) expect(message, where).toBeDefined();
        else if (message !== undefined) expect(message, where).toMatch(/contradicts itself/);
      }
    }
  });

  it('made hostile, ends in an InputError or an answer, never in another error', async () => {
    const { blob, map } = await built;
    const next = random(1n);
    const below = (count: number): number => Number(next() % BigInt(count));
    const numbers = [0, 1, 7, map.size - 1, map.size, map.memsz, 0xffff_ffff, 2 ** 53 - 1];
    const root: Json = JSON.parse(formatMap(map));
    const spots = paths(root).filter((path) => path.length > 0);
    for (let round = 0; round < 400; round++) {
      const path = spots[below(spots.length)] ?? [];
      const value = [...VALUES, ...numbers][below(VALUES.length + numbers.length)];
      const mutation = changed(root, path, (holder, key) => Object.assign(holder, { [key]: value }));
      let hostile: ImageMap | undefined;
      await refusal(() => {
        hostile = parseMap(JSON.stringify(mutation));
      });
      const read = hostile;
      if (read === undefined) continue;
      const base = read.bases.min + BigInt(read.loadAlign);
      await refusal(() => applyAt(blob, read, base));
      await refusal(() => patchImage(blob, read, new Map([['sha256_digest', 1n]])));
      if (round % 8 === 0) {
        await refusal(() => verifyImage(blob, read, { bases: [base] }));
      }
    }
  });
});

describe('a map that contradicts itself', () => {
  const contradictions: readonly (readonly [string, (map: ImageMap) => Partial<ImageMap>, RegExp])[] = [
    [
      'more memory than any image',
      () => ({ memsz: 2 ** 40 }),
      /memsz is 0x10000000000; an image in memory may/,
    ],
    ['no alignment', () => ({ loadAlign: 0 }), /loadAlign 0 is not a power of two/],
    ['an entry in the prologue', () => ({ entry: 0 }), /the entry 0x0 is outside the image/],
    [
      'a prologue over the image',
      (map) => ({ prologue: { ...map.prologue, size: map.size } }),
      /reaches into the image/,
    ],
    [
      'bases past the end',
      () => ({ bases: { min: 0n, max: (1n << 64n) - 1n } }),
      /runs past the 64-bit address space/,
    ],
    [
      'a limit of the bases outside the image',
      ({ bases, size }) => ({
        bases: {
          ...bases,
          minBecause: { type: 'any', symbol: 'x', section: '.text', offset: size + 1 },
        },
      }),
      /a limit of bases is outside the image/,
    ],
    ['an unknown machine', () => ({ arch: 'pdp11' }), /the map is for pdp11/],
    [
      'late symbols on top of each other',
      ({ late: [first] }) => ({ late: first ? [first, { ...first, name: 'second' }] : [] }),
      /shares bytes with another/,
    ],
    [
      'a late symbol outside the table',
      ({ late: [first], size }) => ({ late: first ? [{ ...first, offset: size - 8 }] : [] }),
      /outside the table/,
    ],
    ['a fixup against a late symbol there is none of', () => ({ late: [] }), /which is no late symbol/],
    [
      'a fixup of a type of another machine',
      ({ fixups: [first] }) => ({ fixups: first ? [{ ...first, type: 'R_AARCH64_ABS64' }] : [] }),
      /a fixup of type R_AARCH64_ABS64/,
    ],
    [
      'a fixup outside the image',
      ({ fixups: [first], size }) => ({ fixups: first ? [{ ...first, offset: size }] : [] }),
      /outside the image/,
    ],
  ];

  it.each(contradictions)('is refused: %s', async (_, change, message) => {
    const { blob, map } = await buildImage(late, { late: ['first', 'second'] });
    const wrong = { ...map, ...change(map) };
    expect(() => applyAt(blob, wrong, 0x10_0000n)).toThrow(InputError);
    expect(() => applyAt(blob, wrong, 0x10_0000n)).toThrow(message);
    expect(() => applyAt(blob.subarray(1), map, 0x10_0000n)).toThrow(/pass its own map/);
  });

  it('late values of other names or wider than a word are refused', async () => {
    const { blob, map } = await buildImage(late, { late: ['first', 'second'] });
    expect(() => applyAt(blob, map, 0x10_0000n, new Map([['third', 1n]]))).toThrow(
      /no late symbol third; it has first, second/,
    );
    expect(() => applyAt(blob, map, 0x10_0000n, new Map([['first', 1n << 64n]]))).toThrow(
      /does not fit 64 bits/,
    );
  });
});
