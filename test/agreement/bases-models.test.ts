/** Where an image may be loaded: solved intervals against trying bases one by one, and what the prologue does outside. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../emulate/types.ts';
import { runInUnicorn, unicornAvailable } from '../../emulate/unicorn.ts';
import { emulatorMissing, verifyImage } from '../../emulate/verify.ts';
import type { Relocation } from '../../image/elf/types.ts';
import { solveBases } from '../../image/fixups/bases.ts';
import { resolve } from '../../image/fixups/resolve.ts';
import { openObject } from '../../image/input/object.ts';
import type { ImageMap } from '../../image/map/map.ts';
import { applyAt, type BuildOptions, buildImage, InputError } from '../../index.ts';
import { models } from '../../reference-model/index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { contractOf } from '../support/machine-run.ts';
import { ALLOC, EXEC, inSection, object } from '../support/object-builder.ts';
import { random } from '../support/random.ts';

const ROUNDS = 150;
const ALIGNMENTS = [1, 16, 4096, 65536] as const;

/** Types that are checked against a range, by number. */
const TYPES = {
  x86_64: { machine: 62, wordBits: 64, types: [10, 11, 2, 24, 12, 13, 14] },
  i386: { machine: 3, wordBits: 32, types: [20, 21, 22, 1, 2] },
  aarch64: { machine: 183, wordBits: 64, types: [258, 259, 261, 263, 265, 267, 269, 274] },
} as const;

describe.each(['x86_64', 'i386', 'aarch64'] as const)('%s', (arch) => {
  const architecture = architectureNamed(arch);
  const model = models.get(arch);
  if (!architecture || !model) throw new Error(`${arch} is missing`);
  const { machine, wordBits, types } = TYPES[arch];

  it('the interval of load bases is the lowest in which every field fits, exactly', () => {
    const next = random(7n);
    const below = (count: number): number => Number(next() % BigInt(count));
    const word = (): bigint => next() >> BigInt(64 - wordBits + below(wordBits));
    let limited = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const relocations = Array.from({ length: 1 + below(3) }, (_, index): Relocation => {
        const addend = BigInt.asIntN(wordBits, (below(2) === 0 ? 1n : -1n) * (word() >> 2n)) & ~7n;
        return {
          offset: BigInt(index * 8),
          type: types[below(types.length)] ?? 0,
          symbol: 1 + below(2),
          addend,
        };
      });
      const elf = object(
        [{ name: '.text', flags: ALLOC | EXEC, data: new Array<number>(32).fill(0), relocations }],
        [
          { name: 'inside', place: inSection(1), value: 8n },
          { name: 'constant', place: { kind: 'absolute' }, value: word() & ~7n },
        ],
      );
      const source = openObject({ ...elf, machine, wordBits }, architecture, model, {});
      const layout = source.place(64);
      const align = ALIGNMENTS[below(ALIGNMENTS.length)] ?? 1;
      const fits = (base: bigint): boolean =>
        source.applications(layout).every((application) => {
          const rule = model.rules.get(application.rule.name);
          const letters = lettersAt(architecture.machine, application.placement(base, new Map()));
          return rule?.check(rule.value(letters)) === undefined;
        });
      const step = BigInt(align);
      const last = (1n << BigInt(wordBits)) - BigInt(layout.memsz);
      let solved: ReturnType<typeof solveBases>;
      try {
        const { fixups, loadAlignment } = resolve(source, layout);
        if (loadAlignment.bytes > align) continue;
        solved = solveBases(fixups, layout.memsz, align, { wordBits });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        for (let base = 0n; base <= last; base += (last / 64n / step + 1n) * step)
          expect(fits(base)).toBe(false);
        continue;
      }
      const { min, max } = solved;
      expect([min % step, max % step]).toEqual([0n, 0n]);
      for (const base of [min, max, min + ((max - min) / 2n / step) * step]) expect(fits(base)).toBe(true);
      if (min > 0n) expect(fits(min - step)).toBe(false);
      if (max + step <= last) expect(fits(max + step)).toBe(false);
      for (let base = step; base < min; base += (min / 64n / step + 1n) * step)
        expect(fits(base)).toBe(false);
      expect(solved.limited).toBe(min > 0n || max + step <= last);
      if (solved.limited) limited++;
    }
    expect(limited).toBeGreaterThan(ROUNDS / 10);
  });

  const sample = gnuObject(
    arch,
    `.globl purgatory_start\n.text\npurgatory_start: nop\n.data\n.balign 8
    ${arch === 'i386' ? '.long' : '.quad'} purgatory_start`,
  );

  it.skipIf(unicornAvailable() !== undefined).each([
    ['is not tested where every loader grants it', {}, 0x10_0800n, true],
    ['is tested with --checked', { checked: true, loadAlign: 4096 }, 0x10_0800n, false],
    ['is tested when it is more than a page', { loadAlign: 65536 }, 0x10_1000n, false],
    ['is met', { loadAlign: 65536, checked: true }, 0x10_0000n, true],
  ] as const)('the load alignment %s', async (_, options: BuildOptions, base, reached) => {
    const { blob, map } = await buildImage(sample, options);
    const run: Run = {
      arch,
      regions: [
        { address: base, data: blob, size: map.memsz },
        { address: base + 0x1_0000n, data: new Uint8Array(), size: 0x1000 },
      ],
      start: base,
      stop: [base + BigInt(map.entry)],
      registers: { [contractOf(arch).stackPointer]: base + 0x1_0800n },
      maxInstructions: 1000,
      strictAlignment: false,
    };
    const result = runInUnicorn(run);
    expect(result.reached).toBe(reached);
    if (reached) return;
    const { register } = contractOf(arch).failure;
    expect(result.registers[register]).toBe(BigInt(FAILURES.alignment.code));
    expect(Buffer.compare(result.memory[0]?.subarray(0, blob.length) ?? new Uint8Array(), blob)).toBe(0);
  });
});

describe.each(['mips', 'mipsel', 'mips64', 'mips64el'] as const)('a jump within its block, on %s', (arch) => {
  const BLOCK = 0x1000_0000n;
  /** To the target, which may be anywhere, from `before` bytes behind the entry. */
  const jump = (target: string, before: number, more = ''): Uint8Array =>
    gnuObject(
      arch,
      `.globl purgatory_start\n.text\n.set noreorder\npurgatory_start: nop\n.skip ${before}
      .insn\n.reloc ., R_MIPS_26, constant\n.word 0x0c000000\nnop\n${more}\n.globl constant\n.set constant, ${target}`,
    );
  /** What the map says, but with every base allowed. */
  const anywhere = (map: ImageMap): ImageMap => {
    const { block: _, ...rest } = map;
    return { ...rest, bases: { min: 0n, max: (1n << 32n) - BigInt(map.memsz) } };
  };

  it.each([
    ['the third block', 0x2345_6788n, 0],
    ['the start of a block', BLOCK, 0x1230],
    ['the end of a block', 2n * BLOCK - 4n, 0x30],
    ['the lowest block', 0x40n, 0x100],
  ])('to a constant in %s asks for a base from where it is in the same', async (_, target, before) => {
    const { blob, map } = await buildImage(jump(`0x${target.toString(16)}`, before));
    const step = BigInt(map.loadAlign);
    const behind = BigInt(map.entry + 4 + before + 4);
    const start = target - (target % BLOCK);
    const { min, max } = map.bases;
    expect(map.fixups).toMatchObject([{ type: 'R_MIPS_26', offset: Number(behind) - 4 }]);
    // Only the jump must be in that block, not the image.
    expect(map.block).toBeUndefined();
    expect(max + behind < start + BLOCK && max + step + behind >= start + BLOCK).toBe(true);
    if (start === 0n) expect(min).toBe(0n);
    else {
      expect(min + behind >= start && min - step + behind < start).toBe(true);
      expect(() => applyAt(blob, anywhere(map), min - step)).toThrow(/R_MIPS_26 .* out of range/);
      expect(() => applyAt(blob, map, min - step)).toThrow(/outside the range the image is for/);
    }
    expect(() => applyAt(blob, anywhere(map), max + step)).toThrow(/R_MIPS_26 .* out of range/);
    for (const base of [min, max])
      expect(applyAt(blob, map, base)).toEqual(applyAt(blob, anywhere(map), base));
  });

  it.skipIf(emulatorMissing(arch) !== undefined)('is verified where the map says', async () => {
    const { blob, map } = await buildImage(jump('0x12345678', 0));
    const { bases, ok } = await verifyImage(blob, map);
    expect(ok).toBe(true);
    expect(bases.map(({ base }) => base)).toEqual(expect.arrayContaining([map.bases.min, map.bases.max]));
  });

  it.skipIf(emulatorMissing(arch) !== undefined)(
    'to a late symbol is verified up to the ends of blocks',
    async () => {
      const text = '.globl purgatory_start\n.text\npurgatory_start: nop\njal late\nnop';
      const { blob, map } = await buildImage(gnuObject(arch, text), { late: ['late'] });
      expect(map.block).toBe(Number(BLOCK));
      const { bases, ok } = await verifyImage(blob, map);
      expect(ok).toBe(true);
      expect(bases.some(({ base }) => (base % BLOCK) + 4096n === BLOCK)).toBe(true);
    },
  );

  it('to a constant and one into the image keep all of it in the block of the constant', async () => {
    const { map } = await buildImage(jump('0x12345678', 0, 'jal purgatory_start\nnop'));
    const step = BigInt(map.loadAlign);
    expect(map.block).toBe(Number(BLOCK));
    expect(map.bases.min).toBe(BLOCK);
    expect(map.bases.max).toBe(2n * BLOCK - BigInt(map.memsz) - ((2n * BLOCK - BigInt(map.memsz)) % step));
  });

  it('to constants in two blocks has no base', async () => {
    const more =
      '.insn\n.reloc ., R_MIPS_26, other\n.word 0x0c000000\nnop\n.globl other\n.set other, 0x40000000';
    await expect(buildImage(jump('0x12345678', 0, more))).rejects.toThrow(/there is no load base/);
  });

  it.each(['jal purgatory_start + 0x100000\nnop', '.set noreorder\njal purgatory_start'])(
    'that is no jump from the image into it is refused: %s',
    async (text) => {
      const bytes = gnuObject(
        arch,
        `.globl purgatory_start\n.text\n.balign 4\npurgatory_start: nop\nnop\nnop\n${text}`,
      );
      await expect(buildImage(bytes)).rejects.toThrow(/reaches out of the image/);
    },
  );
});

/** Words at both ends of an image of about that many bytes. */
function spread(arch: string, bytes: number, more = ''): Uint8Array {
  const word = arch === 'i386' ? '.long' : '.quad';
  return gnuObject(
    arch,
    `.globl purgatory_start\n.text\npurgatory_start: nop\n.data\n.balign 8
    first: ${word} purgatory_start, last
    .skip ${bytes}
    last: ${word} first\n${more}`,
  );
}

describe('the format that auto takes', () => {
  it.each([
    ['i386', 0x8000, '', 'chain', 'its halves of 16 bits reach every slot'],
    ['i386', 0x1_0000, '', 'delta', 'they do not'],
    ['x86_64', 0x1_0000, '', 'chain', 'halves of 32 bits do'],
    ['x86_64', 0x100, '.quad first - 0x10000', 'delta', 'a target before the image does not fit half a word'],
    ['aarch64', 0x100, '.byte 0\n.quad first', 'delta', 'slots are not aligned'],
    ['i386', 0x100, '.short first', 'records', 'not only whole words move'],
  ] as const)('for %s with 0x%s bytes and "%s" is %s: %s', async (arch, bytes, more, format, _why) => {
    expect((await buildImage(spread(arch, bytes, more))).map.format).toBe(format);
  });
});
