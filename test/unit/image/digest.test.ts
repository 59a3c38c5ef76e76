import { describe, expect, it } from 'vitest';
import { buildImage, digestOf, digestState, formatMap, parseMap, patchImage } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { readFixture } from '../../support/golden.ts';

const object = readFixture(`${PLAIN}-gcc-small-Os.ro`);
const built = buildImage(object, { loaderWrites: ['sha256_regions', 'sha256_digest', 'skip_checks'] });

function flipped(blob: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(blob);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('the digest of a map', () => {
  it('is that of the blob that was built, and comes through the text', async () => {
    const { blob, map } = await built;
    expect(digestState(blob, map)).toBe('same');
    expect(parseMap(formatMap(map))).toEqual(map);
  });

  it('tells every flipped bit, and those of what loaders write from others', async () => {
    const { blob, map } = await built;
    const written = map.symbols.filter(({ name }) => map.loaderWrites?.includes(name));
    expect(written.map(({ size }) => size).sort()).toEqual([256, 32, 4]);
    const wrong: number[] = [];
    for (let bit = 0; bit < blob.length * 8; bit++) {
      const at = bit >> 3;
      const loaders = written.some(({ offset, size }) => at >= offset && at < offset + size);
      if (digestState(flipped(blob, bit), map) !== (loaders ? 'written' : 'changed')) wrong.push(bit);
    }
    expect(wrong).toEqual([]);
  });

  it('is renewed by patch, which takes no blob that was changed otherwise', async () => {
    const { blob, map } = await built;
    const values = new Map<string, Uint8Array | bigint>([
      ['sha256_digest', new Uint8Array(32).fill(7)],
      ['purgatory_kernel_entry', 1n],
    ]);
    const patched = patchImage(blob, map, values);
    expect(digestState(patched.blob, patched.map)).toBe('same');
    expect(digestState(patched.blob, map)).toBe('changed');
    expect(() => patchImage(flipped(blob, 8 * map.entry), map, values)).toThrow(
      /its digest is not that of the map/,
    );
  });

  it('is missing in maps of earlier builds, which are read as they are', async () => {
    const { blob, map } = await built;
    const { digest: _, loaderWrites: __, ...earlier } = map;
    const read = parseMap(formatMap(earlier));
    expect(digestState(blob, read)).toBe('none');
    expect(patchImage(blob, read, new Map([['skip_checks', 1n]])).map).toEqual(read);
  });

  it.each([
    ['no digest', 'x', /the map's digest\.fixed is not 64 hexadecimal digits/],
    ['a digest in capitals', 'A'.repeat(64), /the map's digest\.fixed is not 64 hexadecimal digits/],
  ])('is refused when it is %s', async (_what, fixed, message) => {
    const { map, blob } = await built;
    const digest = { ...digestOf(blob, map), fixed };
    expect(() => parseMap(formatMap({ ...map, digest }))).toThrow(message);
  });
});
