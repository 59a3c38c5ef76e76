/**
 * Linked images, whose GOT moves without relocations. What they are when they were moved is what the linker makes of the
 * same objects, linked so much farther up.
 */
import { describe, expect, it } from 'vitest';
import { applyAt, auditObject, buildImage, readElf, verifyImage } from '../../../index.ts';
import { caseImage, caseText } from '../../support/cases.ts';
import { gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { toolsOf } from '../../support/tools.ts';

const MACHINES = ['mips', 'mipsel', 'mips64', 'mips64el'] as const;
type Arch = (typeof MACHINES)[number];
const ENTRY = ['-e', 'purgatory_start'] as const;
const STATIC_PIE = ['-static', '-pie', '--no-dynamic-linker', '-z', 'text', ...ENTRY] as const;
/** Of what is in memory, by their names: what moves is in these. */
const CONTENTS = ['.text', '.data', '.got'];
const MOVED = 0x23_0000n;

function isWide(arch: Arch): boolean {
  return arch.startsWith('mips64');
}

function objectOf(arch: Arch): Uint8Array {
  return gnuObject(arch, `.set WIDE, ${isWide(arch) ? 1 : 0}\n${caseText('mips/static-pie.s')}`);
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

/** The ways to link an image so that no address is near 0, and the option that says how far up it is. */
const LINKS = [
  {
    way: 'GNU ld as static PIE',
    linker: 'ld',
    options: STATIC_PIE,
    at: (up: bigint) => [`-Ttext=${hex(0x8000n + up)}`],
  },
  {
    way: 'GNU ld -shared -Bsymbolic',
    linker: 'ld',
    options: ['-shared', '-Bsymbolic', ...ENTRY],
    at: (up: bigint) => [`-Ttext-segment=${hex(0x1_0000n + up)}`],
  },
  {
    way: 'lld as static PIE',
    linker: 'lld',
    options: [...STATIC_PIE, '-z', 'rel', '--apply-dynamic-relocs'],
    at: (up: bigint) => [`--image-base=${hex(0x1_0000n + up)}`],
  },
  {
    way: 'lld as static PIE with RELR',
    linker: 'lld',
    options: [...STATIC_PIE, '--pack-dyn-relocs=relr'],
    at: (up: bigint) => [`--image-base=${hex(0x1_0000n + up)}`],
  },
  {
    way: 'lld with slots of dynamic symbols',
    linker: 'lld',
    options: ['-pie', ...ENTRY],
    at: (up: bigint) => [`--image-base=${hex(0x1_0000n + up)}`],
  },
] as const;

describe.each(MACHINES)('%s', (arch) => {
  const object = objectOf(arch);
  const { ld, lld = ld } = toolsOf(arch);
  const size = isWide(arch) ? 8 : 4;
  const linkedSo = ({ linker, options, at }: (typeof LINKS)[number], up: bigint): Uint8Array =>
    linkedBy(linker === 'ld' ? ld : lld, [object], [...options, ...at(up)]);

  it.each(LINKS)('an image of $way becomes what the linker makes farther up', async (link) => {
    const file = linkedSo(link, 0n);
    const { blob, map } = await buildImage(file);
    const here = sectionsOf(Buffer.from(file));
    const there = sectionsOf(Buffer.from(linkedSo(link, MOVED)));
    const text = there.find(({ name }) => name === '.text');
    const placed = map.sections.find(({ name }) => name === '.text');
    const base = (text?.address ?? 0n) - BigInt(placed?.offset ?? 0);
    const memory = applyAt(blob, map, base);
    for (const name of CONTENTS) {
      const found = map.sections.find((each) => each.name === name);
      const wanted = there.find((each) => each.name === name);
      const start = (found?.offset ?? 0) - map.imageOffset;
      expect(wanted?.address).toBe(base + BigInt(found?.offset ?? 0));
      const moved = memory.subarray(start, start + (found?.size ?? 0));
      expect([name, Buffer.compare(moved, wanted?.data ?? moved)]).toEqual([name, 0]);
    }
    expect(here.find(({ name }) => name === '.got')?.data).not.toEqual(
      there.find(({ name }) => name === '.got')?.data,
    );
  });

  it('an image is built to run', async () => {
    const { blob, map } = await buildImage(linkedSo(LINKS[0], 0n));
    expect((await verifyImage(blob, map)).bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });

  it('where an address could be 0, so could be a weak symbol that nobody defines: refused with the option', async () => {
    const near = linkedBy(ld, [object], STATIC_PIE);
    await expect(buildImage(near)).rejects.toThrow(
      /R_MIPS_REL32\w* in DT_PLTGOT at 0x\w+: .*holds 0.*; link .*-Ttext=0x8000 .*--image-base=0x10000/,
    );
    expect(auditObject(near).entries).toContainEqual(expect.objectContaining({ class: 'refused', count: 1 }));
  });

  it('words and slots of dynamic symbols have their addresses, those of weak ones of nobody 0', async () => {
    const source = [
      '.option pic2\n.globl purgatory_start, own\n.weak hook\n.type own, @function\npurgatory_start:',
      `${size === 8 ? 'ld' : 'lw'} $25, %call16(own)($28)\n${size === 8 ? 'ld' : 'lw'} $25, %call16(hook)($28)`,
      'own: nop\n.data\n.balign 8',
      `words: ${size === 8 ? '.dword' : '.word'} own, own + 4, hook, words`,
    ].join('\n');
    const file = linkedBy(ld, [gnuObject(arch, source)], ['-shared', ...ENTRY]);
    const relocated = readElf(file).relocations.flatMap(({ relocations }) => relocations);
    expect(relocated.filter(({ symbol }) => symbol !== 0)).toHaveLength(3);
    const base = 0x77_0000n;
    const { at, word, section } = await caseImage(file, base);
    const own = base + BigInt(at('own'));
    const words = [0, 1, 2, 3].map((index) => word(section('.data') + index * size, size === 8 ? 8 : 4));
    expect(words).toEqual([own, own + 4n, 0n, base + BigInt(section('.data'))]);
    const { blob, map } = await buildImage(file);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('tags that do not fit the file are told', async () => {
    const file = linkedSo(LINKS[0], 0n);
    const changed = (tag: number, value: number): Uint8Array => {
      const bytes = Buffer.from(file);
      const little = arch.endsWith('el');
      const entry = Buffer.alloc(size);
      if (little) entry.writeUInt32LE(tag);
      else entry.writeUInt32BE(tag, size - 4);
      const at = bytes.indexOf(entry) + size;
      if (little) bytes.writeUInt32LE(value, at);
      else bytes.writeUInt32BE(value, at + size - 4);
      return bytes;
    };
    await expect(buildImage(changed(0x7000_0013, 99))).rejects.toThrow(
      /DT_MIPS_GOTSYM is 99, but the file has \d+ dynamic symbols/,
    );
    await expect(buildImage(changed(0x7000_000a, 0x7fff_ffff))).rejects.toThrow(/DT_PLTGOT: .* run past/);
    await expect(buildImage(changed(0x7000_0011, 0x7fff_ffff))).rejects.toThrow(/DT_SYMTAB: .* run past/);
  });

  it('an undefined symbol is refused', async () => {
    const source = `.option pic2\n.globl purgatory_start\npurgatory_start: ${size === 8 ? 'ld' : 'lw'} $25, %call16(firmware)($28)\n`;
    const file = linkedBy(ld, [gnuObject(arch, source)], ['-shared', ...ENTRY]);
    await expect(buildImage(file)).rejects.toThrow(/against firmware in DT_PLTGOT .*its symbol is undefined/);
  });
});
