/** Addresses that are whole words in instructions: when the instruction cache is cared for, and that it is. */
import { describe, expect, it } from 'vitest';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { FORMATS } from '../../../codegen/request.ts';
import { type Run, runInUnicorn } from '../../../emulate/index.ts';
import { buildImage } from '../../../index.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { runOf } from '../../support/machine-run.ts';
import { blobOf, ENTRY, requestFor, shapesOf } from '../../support/word-images.ts';

const IN_CODE = `
  .text
  .globl purgatory_start
  purgatory_start: jsr far
  .section .text.far, "ax"
  far: rts`;
const IN_DATA = `
  .text
  .globl purgatory_start
  purgatory_start: rts
  .data
  .long purgatory_start`;
const STATIC_PIE = ['-static', '-pie', '--no-dynamic-linker', '-e', 'purgatory_start'] as const;

describe('m68k', () => {
  const files = [
    ['an object', (source: string) => gnuObject('m68k', source)],
    ['a linked image', (source: string) => gnuLinked('m68k', source, ...STATIC_PIE, '-z', 'notext')],
  ] as const;
  it.each(files)('%s with an address in an instruction needs the cache to be flushed', async (_, made) => {
    for (const format of ['auto', 'records'] as const) {
      const { prologue, map } = await buildImage(made(IN_CODE), { format });
      expect(map.fixups).toHaveLength(1);
      expect([...prologue.labels.keys()]).toContain('push');
    }
  });

  it.each(files)('%s with addresses in data only does not', async (_, made) => {
    for (const format of ['auto', 'records'] as const) {
      const { prologue, map } = await buildImage(made(IN_DATA), { format });
      expect(map.fixups).toHaveLength(1);
      expect([...prologue.labels.keys()]).not.toContain('push');
    }
  });

  /** Sets the cache control register and enters the image; the emulated 68040 keeps the two bits that a 68040 has. */
  async function enter(format: (typeof FORMATS)[number], cacr: number, stop: 'entry' | 'push') {
    const [{ groups } = { groups: [] }] = shapesOf('m68k').filter(({ name }) => /instructions/.test(name));
    const records = { place: 0x900, rule: 'R_68K_32', symbol: 0, addend: 0n, inCode: true as const };
    const wanted =
      format === 'records'
        ? { ...requestFor('m68k', format, []), records: [records], symbols: [{ kind: 'base' as const }] }
        : requestFor('m68k', format, groups);
    const prologue = await generatePrologue(wanted);
    const blob = blobOf(wanted, prologue);
    const at = stop === 'entry' ? ENTRY : (prologue.labels.get(stop) ?? 0);
    const base = 0x2_0000n;
    const before = Buffer.alloc(16);
    // move.l #cacr, %d0; movec %d0, %cacr; jmp base
    before.writeUInt16BE(0x203c, 0);
    before.writeUInt32BE(cacr, 2);
    before.writeUInt32BE(0x4e7b_0002, 6);
    before.writeUInt16BE(0x4ef9, 10);
    before.writeUInt32BE(Number(base), 12);
    const image = runOf('m68k', base, blob, [at]);
    const run: Run = {
      ...image,
      start: 0x1_0000n,
      regions: [...image.regions, { address: 0x1_0000n, data: before, size: before.length }],
    };
    return runInUnicorn(run);
  }

  describe.each(FORMATS)('%s', (format) => {
    // A register without the bit of the 68040's instruction cache, as those of the 68020 and 68030 are.
    it.each([0, 0x8000_0000])('clears the cache by its register, with %i in it', async (cacr) => {
      const { fault, reached, registers } = await enter(format, cacr, 'entry');
      expect(fault).toBeUndefined();
      expect(reached).toBe(true);
      expect(registers.d0).toBe(BigInt(cacr + 8));
      expect((await enter(format, cacr, 'push')).reached).toBe(false);
    });

    // Both caches, or that of instructions alone.
    it.each([0x8000_8000, 0x8000])('pushes both caches of a 68040, with %i in the register', async (cacr) => {
      expect((await enter(format, cacr, 'push')).reached).toBe(true);
      const { fault, reached } = await enter(format, cacr, 'entry');
      expect(fault).toBeUndefined();
      expect(reached).toBe(true);
    });
  });
});

describe('where instructions have no such operands, or caches see what is stored', () => {
  it.each([
    ['arm', '.text\n.globl purgatory_start\npurgatory_start: nop\n', '.word purgatory_start'],
    ['i386', '.text\n.globl purgatory_start\npurgatory_start: nop\n', 'mov $purgatory_start, %eax'],
  ] as const)('%s: words among code are words', async (arch, start, code) => {
    const data = '.data\n.balign 4\n.long purgatory_start';
    const [among, apart] = await Promise.all(
      [code, data].map((more) => buildImage(gnuObject(arch, `${start}${more}\n`))),
    );
    expect(among?.map.fixups).toHaveLength(1);
    expect(among?.prologue.codeSize).toBeGreaterThan(0);
    expect(among?.prologue.codeSize).toBe(apart?.prologue.codeSize);
  });
});
