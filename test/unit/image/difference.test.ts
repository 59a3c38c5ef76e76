/** Differences of images: each fault planted in a map or an image is told, and what only moved with its section is not. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BuiltImage,
  buildImage,
  type Difference,
  differenceOf,
  formatMap,
  type ImageMap,
  InputError,
  imageSide,
  isSame,
  objectSide,
  parseMap,
} from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { readFixture } from '../../support/golden.ts';

let built: BuiltImage;
beforeAll(async () => {
  built = await buildImage(readFixture(`${PLAIN}-gcc-small-Os.ro`), { loaderWrites: ['purgatory_checks'] });
});

async function difference(map: ImageMap, blob?: Uint8Array): Promise<Difference> {
  const now = await imageSide(map, blob);
  return differenceOf(await imageSide(built.map, blob && built.blob), now);
}

/** The map with one value changed, for each value in it that can be another; what then contradicts itself is no map. */
function* changedMaps(root: unknown, text: string): Generator<[string, ImageMap]> {
  const places: [object, string, string][] = [];
  const walk = (value: unknown, way: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object') walk(member, `${way}.${key}`);
      else places.push([value, key, `${way}.${key}`]);
    }
  };
  walk(root, '');
  for (const [holder, key, way] of places) {
    const before: unknown = Reflect.get(holder, key);
    for (const other of othersOf(before)) {
      Reflect.set(holder, key, other);
      try {
        yield [`${way} = ${other}`, parseMap(JSON.stringify(root))];
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    Reflect.set(holder, key, before);
  }
  expect(JSON.stringify(root)).toBe(JSON.stringify(JSON.parse(text)));
}

const WORDS = ['word', 'field', 'image', 'absolute', 'late', 'chain', 'rela', 'range', 'alignment'];

function othersOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value * 2].filter((each) => each !== value);
  if (typeof value !== 'string') return [];
  if (WORDS.includes(value)) return WORDS.filter((each) => each !== value);
  if (value.startsWith('0x')) return [`0x${(BigInt(value) ^ 1n).toString(16)}`];
  return /^[0-9a-f]{64}$/.test(value) ? [`${value.slice(1)}0`] : [`${value}x`];
}

describe('a difference', () => {
  it('is none between an image, its map, and the object that it is built of', async () => {
    const { map, blob } = built;
    const image = await imageSide(map, blob);
    const object = await objectSide(readFixture(`${PLAIN}-gcc-small-Os.ro`), {
      loaderWrites: ['purgatory_checks'],
    });
    for (const other of [image, object, await imageSide(map), await imageSide(parseMap(formatMap(map)))]) {
      expect(isSame(differenceOf(image, other))).toBe(true);
      expect(isSame(differenceOf(other, image))).toBe(true);
    }
  });

  it('tells of every value of a map that changes', async () => {
    const text = formatMap(built.map);
    const untold: string[] = [];
    let tried = 0;
    for (const [way, map] of changedMaps(JSON.parse(text), text)) {
      tried++;
      if (isSame(await difference(map))) untold.push(way);
    }
    expect(tried).toBeGreaterThan(300);
    expect(untold).toEqual([]);
  });

  it('tells of every byte of an image that changes', async () => {
    const { map, blob } = built;
    const old = await imageSide(map, blob);
    for (let at = 0; at < blob.length; at += at < map.imageOffset ? 1 : 13) {
      const changed = Uint8Array.from(blob);
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      const found = differenceOf(old, await imageSide(map, changed));
      const told = found.bytes.reduce((sum, { count }) => sum + count, 0);
      expect([at, told > 0 || found.prologue.length > 0]).toEqual([at, at < map.prologue.size || told === 1]);
      if (at < map.prologue.size) expect([at, found.prologue.length > 0]).toEqual([at, true]);
    }
  });

  it('tells of a section that moved, and not of all that moved with it', async () => {
    const { map } = built;
    const from = map.sections.find(({ name }) => name === '.data')?.offset ?? 0;
    expect(from).toBeGreaterThan(map.imageOffset);
    const moved = (offset: number): number => (offset >= from ? offset + 0x40 : offset);
    const shift = <Item extends { offset: number }>(item: Item): Item => ({
      ...item,
      offset: moved(item.offset),
    });
    const found = await difference({
      ...map,
      size: map.size + 0x40,
      memsz: map.memsz + 0x40,
      sections: map.sections.map(shift),
      symbols: map.symbols.map(shift),
      dropped: map.dropped.map(shift),
      fixups: map.fixups.map((fixup) => ({
        ...shift(fixup),
        target: { ...fixup.target, value: BigInt(moved(Number(fixup.target.value))) },
      })),
    });
    expect(found.sections.map(({ name }) => name)).toEqual(['.data', '.bss']);
    expect(found.symbols).toEqual([]);
    expect(found.fixups).toEqual([]);
  });

  it('pairs fixups that moved within their section', async () => {
    const { map } = built;
    const [first, ...rest] = map.fixups;
    if (!first) throw new RangeError('no fixups');
    const found = await difference({
      ...map,
      fixups: [{ ...first, offset: first.offset + 1 }, ...rest.slice(1)],
    });
    expect(found.fixups.map(({ kind }) => kind).sort()).toEqual(['moved', 'removed']);
    const other = await difference({ ...map, fixups: [{ ...first, addend: 5n }, ...rest] });
    expect(other.fixups).toMatchObject([{ kind: 'changed', new: { addend: 5n } }]);
  });
});

describe('objects that cannot be built', () => {
  it('are compared by their sections and relocations', async () => {
    const bytes = readFixture(`${PLAIN}-gcc-small-Os.ro`);
    const options = { entry: 'nowhere' };
    const old = await objectSide(bytes, options);
    expect(old.unbuilt?.why).toContain('nowhere');
    expect(isSame(differenceOf(old, await objectSide(bytes, options)))).toBe(true);
    const text = old.unbuilt?.contents.find(({ data }) => data.length > 64)?.data ?? new Uint8Array();
    const at = Buffer.from(bytes).indexOf(text);
    const changed = Buffer.from(bytes);
    changed[at + 1] = (changed[at + 1] ?? 0) ^ 1;
    expect(differenceOf(old, await objectSide(changed, options)).bytes).toMatchObject([
      { count: 1, first: 1 },
    ]);
  });
});
