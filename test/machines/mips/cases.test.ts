/** Inputs for MIPS that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { runInQemu } from '../../../emulate/index.ts';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseByLlvm, caseImage, caseObject, differencesFromLd } from '../../support/cases.ts';
import { gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { linkAt } from '../../support/link-image.ts';
import { runOf } from '../../support/machine-run.ts';
import { read } from '../../support/memory.ts';
import { toolsOf } from '../../support/tools.ts';

const O32 = ['mips', 'mipsel'] as const;
const N64 = ['mips64', 'mips64el'] as const;
const BASES = [0x12_3000n, 0x3fff_0000n];

describe.each(O32)('an upper half whose lower half is never asked for, on %s', (arch) => {
  const object = caseObject(arch, 'mips/hi16-alone.s');

  it('has 0 as the lower half of its addend, as linkers take it', async () => {
    for (const base of BASES) {
      const { word, section } = await caseImage(object, base);
      const page = base + BigInt(section('.data'));
      expect(word(section('.text'))).toBe(0x3c04_0000n + (((page + 0x8000n) >> 16n) & 0xffffn));
      expect(await differencesFromLd(object, base)).toEqual([]);
    }
  });

  it('is built to run at every base', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.bases.min).toBe(0n);
    expect((await verifyImage(blob, map)).bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });
});

describe.each(O32)('a slot of local data far into its section, on %s', (arch) => {
  const object = caseObject(arch, 'mips/far-local.s');

  it('has the page of the datum, not of the section', async () => {
    const order = arch === 'mips' ? 'big' : 'little';
    for (const base of BASES.map((base) => base & ~0xffffn)) {
      const { memory, word, section } = await caseImage(object, base);
      const reached = [0, 1, 2, 3].map((index) => {
        const [slot, low] = [0, 4].map((at) =>
          BigInt.asIntN(16, read(memory, section('.text') + 8 * index + at, 4, order)),
        );
        return word(section('.got') + 0x7ff0 + Number(slot)) + (low ?? 0n) - base;
      });
      const data = section('.data');
      expect(reached).toEqual([0x3fff0, 0x47ff0, 0, 0x7ff0].map((offset) => BigInt(data + offset)));
      expect(await differencesFromLd(object, base)).toEqual([]);
    }
  });

  it('is built to run', async () => {
    const { blob, map } = await buildImage(object);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describe.each(N64)('types that stand in one entry, on %s', (arch) => {
  it('are a distance in 64 bits, whatever the base', async () => {
    const object = caseByLlvm(arch, 'mips/pc64.s');
    for (const base of BASES) {
      const { word, section } = await caseImage(object, base);
      const distance = BigInt(section('.text') - section('.data'));
      expect(word(section('.data'), 8)).toBe(BigInt.asUintN(64, distance));
    }
  });

  it.each([
    [
      'lui $4, %higher(%neg(%gp_rel(f)))',
      /compilers do not put R_MIPS_GPREL16, R_MIPS_SUB, R_MIPS_HIGHER into one/,
    ],
    [
      '.set micromips\nlui $4, %hi(%neg(%gp_rel(f)))',
      /of these R_MICROMIPS_GPREL16 is refused.*-mno-micromips/,
    ],
  ])('are named where no rule is known for what they come to: %s', async (line, message) => {
    const object = gnuObject(arch, `.globl purgatory_start, f\npurgatory_start:\nf: nop\n${line}\n`);
    await expect(buildImage(object)).rejects.toThrow(message);
  });
});

describe.each(N64)('addresses of 32 bits (-msym32), on %s', (arch) => {
  const object = caseObject(arch, 'mips/msym32.s');
  const order = arch === 'mips64' ? 'big' : 'little';

  /** What lui and daddiu leave in the register. */
  const formed = (memory: Uint8Array, at: number): bigint => {
    const [high, low] = [0, 4].map((more) => BigInt.asIntN(16, read(memory, at + more, 4, order)));
    return BigInt.asUintN(64, ((high ?? 0n) << 16n) + (low ?? 0n));
  };

  it('are what the instructions form, up to where their sign changes', async () => {
    const { map } = await buildImage(object);
    expect(map.bases.maxBecause).toMatchObject({
      type: 'R_MIPS_HI16_ALONE',
      symbol: '.data',
      section: '.text',
    });
    for (const base of [map.bases.min, 0x12_0000n, map.bases.max]) {
      const { memory, section } = await caseImage(object, base);
      expect(formed(memory, section('.text'))).toBe(base + BigInt(section('.data') + 0x9000));
      expect(await differencesFromLd(object, base)).toEqual([]);
    }
    // GNU ld takes a base beyond, and the instructions form another address there.
    const beyond = map.bases.max + BigInt(map.loadAlign);
    await expect(caseImage(object, beyond)).rejects.toThrow(/load base/);
    const text = linkAt(object, map, beyond).find(({ name }) => name === '.text');
    const datum = map.sections.find(({ name }) => name === '.data');
    expect(formed(text?.data ?? new Uint8Array(), 0)).not.toBe(beyond + BigInt(datum?.offset ?? 0) + 0x9000n);
  });

  it('are built to run', async () => {
    const { blob, map } = await buildImage(object);
    expect((await verifyImage(blob, map)).bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });

  it('of constants must be such', async () => {
    const source = (value: string): Uint8Array =>
      gnuObject(
        arch,
        '.globl purgatory_start\npurgatory_start: lui $2, %hi(far)\n',
        `.globl far\n.set far, ${value}\n`,
      );
    await expect(buildImage(source('0xffffffff80000000'))).resolves.toBeDefined();
    await expect(buildImage(source('0x80000000'))).rejects.toThrow(/R_MIPS_HI16 against far .*range/);
  });
});

describe.each([...O32, ...N64])('distances of local labels from the global pointer, on %s', (arch) => {
  // GNU ld -r counts them from a pointer of its own, which it records.
  const linked = (...options: readonly string[]): Uint8Array =>
    linkedBy(toolsOf(arch).ld, [caseObject(arch, 'mips/local-gprel.s')], ['-r', ...options]);

  it('count from the one that ld -r recorded', async () => {
    for (const object of [caseObject(arch, 'mips/local-gprel.s'), linked()]) {
      const { word, section } = await caseImage(object, 0x12_0000n);
      const first = BigInt(section('.text') + 12 - section('.got') - 0x7ff0);
      const table = section('.data.rel');
      expect([word(table), word(table + 4)]).toEqual(
        [first, first + 4n].map((distance) => BigInt.asUintN(32, distance)),
      );
    }
  });

  it('are refused where ld -r dropped what it recorded', async () => {
    await expect(buildImage(linked('--gc-sections', '-u', 'purgatory_start'))).rejects.toThrow(
      /R_MIPS_GPREL32 against .*global pointer for which the file was made.*(\.reginfo|\.MIPS\.options), is not there; .*--gc-sections/,
    );
  });
});

describe.each(O32)('small data on %s', (arch) => {
  it('stands within reach of the global pointer, other data in front of it', async () => {
    const object = caseObject(arch, 'mips/small-data.s');
    for (const base of BASES.map((base) => base & ~0xffffn)) {
      const { memory, section, at } = await caseImage(object, base);
      const order = arch === 'mips' ? 'big' : 'little';
      const distance = BigInt.asIntN(16, read(memory, section('.text') + 8, 4, order));
      expect(BigInt(section('.got') + 0x7ff0) + distance).toBe(BigInt(at('v')));
      expect(await differencesFromLd(object, base)).toEqual([]);
    }
  });

  it.each([
    ['as they are', (object: Uint8Array) => object],
    // SHN_MIPS_SCOMMON
    ['marked by ld -r', (object: Uint8Array) => linkedBy(toolsOf(arch).ld, [object], ['-r'])],
  ])('may be COMMON symbols, %s', async (_how, from) => {
    const object = from(caseObject(arch, 'mips/small-commons.s'));
    const { map, at, word, section } = await caseImage(object, 0x12_0000n);
    expect(at('small')).toBeLessThan(at('large'));
    expect([word(section('.data')), word(section('.data') + 4)]).toEqual(
      [at('small'), at('large')].map((offset) => 0x12_0000n + BigInt(offset)),
    );
    expect(map.symbols.find(({ name }) => name === 'small')?.section).toBe('.scommon');
    const { blob } = await buildImage(object);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describe.each(O32)('C as clang -mno-abicalls compiles it for %s', (arch) => {
  it('counts from $gp, which the prologue sets, and ends with its good code', async () => {
    const { blob, map } = await buildImage(caseByLlvm(arch, 'mips/gp-unset.s'));
    const code = Buffer.from(blob.subarray(map.entry));
    const syscall = Buffer.from(arch === 'mips' ? [0, 0, 0, 0xc] : [0xc, 0, 0, 0]);
    const stop = map.entry + code.indexOf(syscall);
    for (const result of await runInQemu(BASES.map((base) => runOf(arch, base, blob, [stop])))) {
      expect(result.fault).toBeUndefined();
      expect(result.registers.a0).toBe(42n);
    }
  });
});
