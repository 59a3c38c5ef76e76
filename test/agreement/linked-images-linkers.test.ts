/** Linked images (ET_DYN) as GNU ld makes them: each word against the address the linker gave its target. */
import { describe, expect, it } from 'vitest';
import { applyAt, auditObject, buildImage, type ImageMap, readElf } from '../../index.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { gnuLinked, gnuObject, linkedBy } from '../support/gnu-object.ts';
import { programOf } from '../support/linkers.ts';

const STATIC_PIE = ['-static', '-pie', '--no-dynamic-linker'] as const;
const BASE = 0x32_0000n;

/** The directive for a word of the machine. */
function wordOf(arch: string): string {
  return architectureOf(arch).machine.wordBits === 32 ? '.long' : '.quad';
}

function source(arch: string, more = ''): string {
  return `
    .globl purgatory_start
    .text
    purgatory_start: nop
    .data
    .balign 8
    words: ${wordOf(arch)} target, target + 0x10000, target - 0x10, words
    target: ${wordOf(arch)} 7
    ${more}
  `;
}

/** The words of `.data`, and what `address` (as linked) is when the image is loaded at BASE. */
async function loaded(file: Uint8Array): Promise<{
  readonly words: bigint[];
  readonly data: bigint;
  readonly map: ImageMap;
  at(address: bigint): bigint;
}> {
  const elf = readElf(file);
  const { blob, map } = await buildImage(file, { entry: undefined });
  const memory = applyAt(blob, map, BASE);
  const section = elf.sections.find(({ name }) => name === '.data');
  const placed = map.sections.find(({ name }) => name === '.data');
  if (!section || !placed) throw new Error('the image has no .data');
  const slide = BASE + BigInt(placed.offset) - section.address;
  const view = new DataView(memory.buffer, placed.offset - map.imageOffset, placed.size);
  const size = elf.wordBits / 8;
  const words = Array.from({ length: Math.floor(placed.size / size) }, (_, index) =>
    size === 8 ? view.getBigUint64(8 * index, true) : BigInt(view.getUint32(4 * index, true)),
  );
  return { words, data: section.address, map, at: (address) => address + slide };
}

describe.each([PLAIN, NARROW, PARTED])('%s', (arch) => {
  const size = BigInt(architectureOf(arch).machine.wordBits / 8);

  it.each([
    ['RELA or REL', []],
    ['RELR', ['-z', 'pack-relative-relocs']],
    ['a RELRO segment', ['-z', 'relro', '-z', 'now']],
    // As a static PIE, GNU ld would make an executable at a fixed address of it.
    ['another link base', ['-shared', '-e', 'purgatory_start', '-Ttext-segment=0x7000']],
  ])('words of an image with %s slide with it', async (_, options) => {
    const { words, data, at } = await loaded(
      gnuLinked(arch, source(arch), ...(options.includes('-shared') ? [] : STATIC_PIE), ...options),
    );
    const target = at(data) + 4n * size;
    expect(words.slice(0, 5)).toEqual([target, target + 0x10000n, target - 0x10n, at(data), 7n]);
  });

  it('a type that no table has is newer than relocator', async () => {
    const file = gnuLinked(arch, source(arch), ...STATIC_PIE);
    // Section data are views of the file: the first entry's type becomes 255.
    const table = readElf(file).sections.find(({ name }) => /^\.rela?\.dyn$/.test(name));
    if (!table) throw new Error('the image has no dynamic relocations');
    table.data[size === 8n ? 8 : 4] = 255;
    for (const at of size === 8n ? [9, 10, 11] : []) table.data[at] = 0;
    const message = /type 255 in DT_RELA? at 0x\w+: it is newer than relocator, .* report it to relocator's/;
    await expect(buildImage(file)).rejects.toThrow(message);
    expect(auditObject(file).entries).toContainEqual(
      expect.objectContaining({
        number: 255,
        class: 'refused',
        reason: expect.stringMatching(/newer than relocator/),
      }),
    );
  });

  it('sections aligned beyond a page stay so', async () => {
    const file = gnuLinked(arch, source(arch, `.section .large,"aw"\n.balign 16384\n.long 1`), ...STATIC_PIE);
    const { map } = await loaded(file);
    expect(map.loadAlign).toBe(16384);
    expect((map.sections.find(({ name }) => name === '.large')?.offset ?? 1) % 16384).toBe(0);
  });

  it('words against symbols of the image and against constants are done, undefined ones refused', async () => {
    const symbols = '.globl exported, console\nexported: .long 0\n.set console, 0x3f8\n';
    const shared = ['-shared', '-e', 'purgatory_start'];
    const more = `${symbols}.section .data\n${wordOf(arch)} exported`;
    const { words, at, data } = await loaded(gnuLinked(arch, source(arch, more), ...shared));
    expect(words[0]).toBe(at(data) + 4n * size);
    const undefinedIn = gnuLinked(arch, source(arch, `${wordOf(arch)} firmware\n`), ...shared);
    await expect(buildImage(undefinedIn)).rejects.toThrow(/against firmware .*its symbol is undefined/);
    const weak = await loaded(
      gnuLinked(arch, source(arch, `.weak firmware\n${wordOf(arch)} firmware + 3\n`), ...shared),
    );
    expect(weak.words[5]).toBe(3n);
  });

  it('thread-local variables are refused', async () => {
    const file = gnuLinked(arch, source(arch, '.section .tdata,"awT",%progbits\n.long 1\n'), ...STATIC_PIE);
    await expect(buildImage(file)).rejects.toThrow(/thread-local variables \(PT_TLS\)/);
  });

  it('the audit counts its relocations', () => {
    const file = gnuLinked(arch, source(arch), ...STATIC_PIE);
    expect(auditObject(file).entries).toMatchObject([{ count: 4, class: 'fixup', formula: 'B + A' }]);
  });
});

it('text that is relocated (DT_TEXTREL) slides as well', async () => {
  const text = '.globl purgatory_start\n.text\npurgatory_start: movl $words, %eax\n.data\nwords: .long words';
  const { words, at, data, map } = await loaded(gnuLinked(NARROW, text, ...STATIC_PIE, '-z', 'notext'));
  expect(words).toEqual([at(data)]);
  expect(map.fixups).toHaveLength(2);
});

describe.each([...new Set([PLAIN, PARTED])])('%s: a segment of zeros alone, as lld has it', (arch) => {
  it('may begin behind all contents of the file', async () => {
    const text =
      '.globl purgatory_start\n.text\npurgatory_start: nop\n.bss\n.balign 8\n.globl room\nroom: .space 64\n';
    const linked = linkedBy(
      programOf(arch, 'lld'),
      [gnuObject(arch, text)],
      ['-pie', '-e', 'purgatory_start'],
    );
    const zeros = readElf(linked).segments.filter(
      ({ data, memorySize }) => data.length === 0 && memorySize >= 64n,
    );
    expect(zeros.length).toBeGreaterThan(0);
    const { map } = await buildImage(linked);
    expect(map.memsz - map.size).toBeGreaterThanOrEqual(64);
  });
});
