/** Bundles: where parts stand, what the purgatory is told of them, and what is refused. That they boot, test/boot sees. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withChosen } from '../../image/bundle/tree.ts';
import {
  type Bundle,
  type BundleOptions,
  buildImage,
  bundleImage,
  type ImageMap,
  InputError,
} from '../../index.ts';
import { ROOT } from '../support/files.ts';
import { bzImage, linuxImage } from '../support/kernel-images.ts';
import { NARROW, PARTED, PLAIN } from './samples.ts';

const BASE = 0x2000_0000n;
const MEMORY = [[0x10_0000n, 0x7ff0_0000n]] as const;
const INITRD = Buffer.alloc(5000, 7);
/** The smallest tree: a root without anything. */
const TREE = tree([1, 0, 2, 9]);

/** A flat tree with this structure block and no strings. */
function tree(struct: readonly number[]): Buffer {
  const words = [
    0xd00dfeed,
    56 + 4 * struct.length,
    56,
    56 + 4 * struct.length,
    40,
    17,
    16,
    0,
    0,
    4 * struct.length,
  ];
  const all = [...words, 0, 0, 0, 0, ...struct];
  const bytes = Buffer.alloc(4 * all.length);
  for (const [index, word] of all.entries()) bytes.writeUInt32BE(word, 4 * index);
  return bytes;
}

async function own(arch: string): Promise<{ blob: Uint8Array; map: ImageMap }> {
  const object = readFileSync(join(ROOT, 'purgatory/objects', `${arch}.ro`));
  return buildImage(object, { loaderWrites: 'relocator' });
}

/** What a kernel of each machine is given. */
const GIVEN: Readonly<Record<string, Omit<BundleOptions, 'base'>>> = {
  [PLAIN]: { kernel: bzImage(), memory: MEMORY },
  [NARROW]: { kernel: bzImage(), memory: MEMORY },
  [PARTED]: { kernel: linuxImage('ARMd'), tree: TREE },
  riscv64: { kernel: linuxImage('RSC\x05'), tree: TREE },
};

async function bundled(
  arch: string,
  options: Partial<BundleOptions> = {},
): Promise<Bundle & { map: ImageMap }> {
  const { blob, map } = await own(arch);
  const given = GIVEN[arch];
  if (!given) throw new RangeError(`no kernel of ${arch}`);
  return {
    ...bundleImage(blob, map, { base: BASE, initrd: INITRD, commandLine: 'quiet', ...given, ...options }),
    map,
  };
}

describe.each(Object.keys(GIVEN).map((arch) => [arch] as const))('a bundle of %s', (arch) => {
  it('has its parts behind each other, in the file as in memory', async () => {
    const { segments, file, memorySize, base } = await bundled(arch);
    expect(segments.map(({ name }) => name)).toEqual(['purgatory', 'kernel', 'argument', 'initrd']);
    let end = base;
    for (const { address, offset, size, memorySize: bytes } of segments) {
      expect(address).toBeGreaterThanOrEqual(end);
      expect(BigInt(offset)).toBe(address - base);
      expect([address % 0x1000n, bytes % 0x1000]).toEqual([0n, 0]);
      expect(size).toBeLessThanOrEqual(bytes);
      end = address + BigInt(bytes);
    }
    expect(end - base).toBe(BigInt(memorySize));
    const last = segments.at(-1);
    expect(file.length).toBe((last?.offset ?? 0) + (last?.size ?? 0));
    expect(Buffer.from(file.subarray(last?.offset)).equals(INITRD)).toBe(true);
  });

  it('tells its purgatory what it has', async () => {
    const { segments, file, map, entry } = await bundled(arch);
    const view = new DataView(file.buffer);
    const at = (name: string): number => map.symbols.find((symbol) => symbol.name === name)?.offset ?? -1;
    const hash = createHash('sha256');
    const parts = segments.slice(1);
    for (const [index, { address, offset, size }] of parts.entries()) {
      expect(view.getBigUint64(at('sha256_regions') + 16 * index, true)).toBe(address);
      expect(view.getBigUint64(at('sha256_regions') + 16 * index + 8, true)).toBe(BigInt(size));
      hash.update(file.subarray(offset, offset + size));
    }
    expect(view.getBigUint64(at('sha256_regions') + 16 * parts.length + 8, true)).toBe(0n);
    expect(Buffer.from(file.subarray(at('sha256_digest'), at('sha256_digest') + 32))).toEqual(hash.digest());
    expect(view.getUint32(at('purgatory_kernel_entry'), true)).toBe(Number(entry));
    expect(view.getUint32(at('purgatory_argument'), true)).toBe(Number(parts[1]?.address));
  });

  it('is the same for the same, and needs no initrd', async () => {
    expect(await bundled(arch)).toEqual(await bundled(arch));
    const { segments } = await bundled(arch, { initrd: undefined });
    expect(segments.map(({ name }) => name)).toEqual(['purgatory', 'kernel', 'argument']);
  });

  it.each<[string, Partial<BundleOptions>, RegExp]>([
    ['another kernel', { kernel: Buffer.alloc(0x1000) }, /^the kernel is no (bzImage|Image of)/],
    ['no kernel', { kernel: Buffer.alloc(0) }, /^the kernel is no (bzImage|Image of)/],
    [
      'too little room',
      { room: 0x1000 },
      /takes 0x[0-9a-f]+ bytes of memory, and --room has 0x1000; reserve more/,
    ],
    ['a base that is not aligned', { base: BASE + 1n }, /the load base 0x20000001 is not a multiple of/],
    ['a symbol that is not there', { set: new Map([['nowhere', 1n]]) }, /nowhere/],
  ])('refuses %s', async (_, options, why) => {
    await expect(bundled(arch, options)).rejects.toThrow(why);
    await expect(bundled(arch, options)).rejects.toThrow(InputError);
  });
});

describe('what a kernel asks for', () => {
  it('must be there, and nothing else', async () => {
    await expect(bundled(PLAIN, { memory: [] })).rejects.toThrow(
      /name what it may use with --memory START\+SIZE/,
    );
    await expect(bundled(PLAIN, { tree: TREE })).rejects.toThrow(/handed no device tree; leave out --dtb/);
    await expect(bundled(PARTED, { tree: undefined })).rejects.toThrow(/pass that of the machine with --dtb/);
    await expect(bundled(PARTED, { memory: MEMORY })).rejects.toThrow(/tells of memory; leave out --memory/);
    await expect(bundled(PLAIN, { commandLine: 'x'.repeat(2048) })).rejects.toThrow(
      /2048 bytes, and the kernel takes 2047/,
    );
    await expect(bundled(PLAIN, { kernel: bzImage(0x3000, 0) })).rejects.toThrow(/has no 64-bit entry/);
    await expect(
      bundled(PLAIN, { kernel: bzImage(0x3000, 1), base: 1n << 32n, memory: [[1n << 32n, 0x1000_0000n]] }),
    ).rejects.toThrow(/above 4 GiB/);
  });

  it('must be what its header says', async () => {
    const damaged = (at: number, value: number): Buffer => {
      const image = bzImage();
      image.writeUInt32LE(value, at);
      return image;
    };
    for (const alignment of [0, 3, 0x8000_0000])
      await expect(bundled(PLAIN, { kernel: damaged(0x230, alignment) })).rejects.toThrow(
        /cut off or damaged/,
      );
    await expect(bundled(PLAIN, { kernel: bzImage(0) })).rejects.toThrow(/cut off or damaged/);
    await expect(bundled(PLAIN, { kernel: damaged(0x260, 0xffff_ffff) })).rejects.toThrow(/1 GiB\) at most$/);
    const image = linuxImage('ARMd');
    image.writeBigUInt64LE(1n << 63n, 16);
    await expect(bundled(PARTED, { kernel: image })).rejects.toThrow(/damaged: it says that it takes 0x8000/);
  });

  it('is in memory that the kernel is told of', async () => {
    const told = (...memory: readonly (readonly [bigint, bigint])[]): Promise<unknown> =>
      bundled(PLAIN, { memory });
    await expect(told([0x1000n, 0x1000n])).rejects.toThrow(/no memory at 0x20000000; name it with --memory$/);
    await expect(told([BASE, 0x1000n], [BASE + 0x2000n, 0x1000_0000n])).rejects.toThrow(
      /no memory at 0x20001000/,
    );
    await expect(told([BASE + 0x1000n, 0x1000_0000n], [BASE, 0x1000n])).resolves.toBeDefined();
    await expect(told([BASE, 0n])).rejects.toThrow(/^--memory 0x20000000\+0x0 is no memory/);
    await expect(told([(1n << 64n) - 1n, 2n])).rejects.toThrow(/is no memory/);
  });

  it('is not known of every machine', async () => {
    const { blob, map } = await own('s390x');
    const options = { base: BASE, kernel: bzImage() };
    expect(() => bundleImage(blob, map, options)).toThrow(/started is not known here, only of .*patch$/);
  });
});

describe('a device tree', () => {
  const properties = new Map([['bootargs', Buffer.from('quiet\0')]]);

  it('gets /chosen where it has none, and keeps one', () => {
    const once = withChosen(TREE, properties);
    const twice =
      typeof once === 'string' ? once : withChosen(once, new Map([['bootargs', Buffer.from('loud\0')]]));
    const text = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('latin1');
    expect(text(once)).toContain('chosen\0\0');
    expect(text(once)).toContain('quiet\0');
    expect(text(twice)).not.toContain('quiet\0');
    expect(text(twice).split('chosen').length).toBe(2);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['something else', Buffer.alloc(100), /^it is no flat device tree$/],
    ['nothing', Buffer.alloc(0), /^it is no flat device tree$/],
    ['what is cut off', TREE.subarray(0, 50), /^it is cut off$/],
    ['nodes without an end', tree([1, 0, 9]), /^its nodes do not end$/],
    ['no end at all', tree([1, 0, 2]), /^it has no end$/],
    ['an unknown token', tree([1, 0, 7, 9]), /^it has an unknown token, 7$/],
    ['a property that runs out', tree([1, 0, 3, 99, 0, 9]), /^a property is cut off$/],
  ])('is refused if it is %s', (_, bytes, why) => {
    expect(withChosen(bytes, properties)).toMatch(why);
  });
});
