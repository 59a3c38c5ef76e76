import { describe, expect, it } from 'vitest';
import { solveBases } from '../../../image/fixups/bases.ts';
import { planParts } from '../../../image/fixups/plan.ts';
import type { Fixup } from '../../../image/fixups/resolve.ts';
import type { Target } from '../../../image/input/application.ts';
import { NO_WORDS } from '../../../image/input/placed-words.ts';
import { buildImage } from '../../../index.ts';
import { signed, unsigned } from '../../../relocator-dsl/check.ts';
import { PARTED, PLAIN } from '../../machines/samples.ts';
import { architectureOf, architectureWith } from '../../support/architecture.ts';
import { readFixture } from '../../support/golden.ts';

/** A fixup of any rule, with another check. */
function fixup(check: ReturnType<typeof signed>, value: bigint, coefficient: 1n | -1n): Fixup {
  const [rule] = architectureOf(PLAIN).rules;
  if (!rule) throw new Error(`${PLAIN} has no rules`);
  const origin = { type: rule.name, number: 0, section: '.text', offset: 0n, symbol: 'symbol' };
  return {
    value: BigInt.asUintN(64, value),
    coefficient,
    linear: true,
    block: undefined,
    application: {
      offset: 0,
      rule: { ...rule, check },
      value: rule.value,
      motion: 'image',
      target: { kind: 'image', value },
      addend: 0n,
      second: undefined,
      slot: undefined,
      synthetic: false,
      inCode: false,
      origin,
      placement: (base: bigint) => ({ base }),
    },
  };
}

describe('load bases', () => {
  it('are all those at which the image fits when nothing is limited', () => {
    expect(solveBases([], 0x1000, 0x1000, { wordBits: 64 })).toEqual({
      min: 0n,
      max: 0xffff_ffff_ffff_f000n,
      limited: false,
    });
  });

  it.each([
    ['unsigned, moving up', unsigned(32), 0x10n, 1n, 0n, 0xffff_ffefn],
    ['unsigned, from below 0', unsigned(32), -0x10n, 1n, 0x10n, 0x1_0000_000fn],
    ['signed, lowest interval', signed(32), 0x10n, 1n, 0n, 0x7fff_ffefn],
    ['signed, moving down', signed(32), 0x10n, -1n, 0n, 0x8000_0010n],
  ] as const)('are exact: %s', (_, check, value, coefficient, min, max) => {
    expect(solveBases([fixup(check, value, coefficient)], 0x1000, 1, { wordBits: 64 })).toMatchObject({
      min,
      max,
      limited: true,
    });
  });

  it('are ended by who is named, the first of those that agree', () => {
    const [low, high, same] = [
      fixup(unsigned(32), -0x10n, 1n),
      fixup(signed(32), 0x20n, 1n),
      fixup(signed(32), 0x20n, 1n),
    ];
    const { min, max, minBecause, maxBecause } = solveBases([low, high, same], 0x1000, 1, { wordBits: 64 });
    expect([min, max]).toEqual([0x10n, 0x7fff_ffdfn]);
    expect(minBecause).toBe(low);
    expect(maxBecause).toBe(high);
  });

  it('are refused by name when none is left', () => {
    const both = [fixup(unsigned(16), 0n, 1n), fixup(unsigned(16), -0x2_0000n, 1n)];
    expect(() => solveBases(both, 0x1000, 1, { wordBits: 64 })).toThrow(
      /against symbol .*no load base.*; use relocations with wider fields$/,
    );
    const code = { alignment: 1, fullAddresses: 'compile with -mfull' } as const;
    expect(() => solveBases(both, 0x1000, 1, { wordBits: 64, code })).toThrow(
      /no load base.*; compile with -mfull$/,
    );
  });
});

describe('records', () => {
  /** What the symbol word and the addend of a record with the addend 8 are, GOT at 0x400 and TOC at 0x8400. */
  function planned(name: string, target: Target, slot?: number): unknown[] {
    const { machine, byName } = architectureWith(name);
    const rule = byName.get(name);
    if (rule?.kind !== 'rule') throw new Error(`${name} is no rule`);
    const { application, ...rest } = fixup(rule.check, 0n, 1n);
    const one = {
      ...rest,
      application: { ...application, rule, value: rule.value, target, slot, addend: 8n },
    };
    const layout = { got: 0x400, toc: 0x8400 };
    const { records, symbols } = planParts(
      'records',
      { fixups: [one], words: NO_WORDS },
      ['late'],
      machine,
      4,
      layout,
    );
    return records.flatMap(({ symbol, addend }) => [symbols[symbol], addend]);
  }
  const base = { kind: 'base' } as const;
  const image: Target = { kind: 'image', value: 0x100n };

  it.each<[string, Target, number | undefined, unknown, bigint]>([
    ['R_X86_64_64', image, undefined, base, 0x108n],
    ['R_X86_64_PC32', { kind: 'late', name: 'late' }, undefined, { kind: 'late', name: 'late' }, 8n],
    ['R_X86_64_PC32', { kind: 'absolute', value: 5n }, undefined, { kind: 'absolute', value: 5n }, 8n],
    ['R_X86_64_RELATIVE', { kind: 'image', value: 0n }, undefined, base, 8n],
    ['R_ARM_GOT_ABS', image, 0x420, base, 0x428n],
    ['R_ARM_BASE_ABS', image, undefined, base, 0x408n],
    ['R_PPC64_TOC', image, undefined, base, 0x8408n],
    ['R_MIPS_SUB', image, undefined, base, 0xf8n],
    ['R_PARISC_DIR21L', image, undefined, base, 0x100n],
  ])('of %s against %o, slot %s: %o + %i', (name, target, slot, symbol, addend) => {
    expect(planned(name, target, slot)).toEqual([symbol, addend]);
  });
});

describe('formats', () => {
  it('say why they cannot hold an image', async () => {
    const large = readFixture(`${PARTED}-clang-large-Os.ro`);
    await expect(buildImage(large, { format: 'relr' })).rejects.toThrow(/MOVW_UABS.*use --format records/);
    expect((await buildImage(large)).map.format).toBe('delta');
  });

  it('split addresses go into a chain where they lie alike, and into a table of distances where they do not', async () => {
    const plain = readFixture(`${PARTED}-clang-large-O0.ro`);
    const { map, prologue } = await buildImage(plain);
    expect(map.format).toBe('chain');
    const records = await buildImage(plain, { format: 'records' });
    expect(prologue.bytes.length).toBeLessThan(records.prologue.bytes.length / 5);
    // Moved about by the optimiser, they are split in many ways, and each would need a loop of its own in a chain.
    const scheduled = readFixture(`${PARTED}-clang-large-Os.ro`);
    const chain = await buildImage(scheduled, { format: 'chain' });
    const smallest = await buildImage(scheduled);
    const listed = await buildImage(scheduled, { format: 'records' });
    expect(smallest.map.format).toBe('delta');
    expect(smallest.prologue.bytes.length).toBeLessThan(listed.prologue.bytes.length / 2);
    expect(chain.prologue.bytes.length).toBeGreaterThan(smallest.prologue.bytes.length);
  });

  it('refuse a load alignment that is too little and record a larger one', async () => {
    const bytes = readFixture(`${PARTED}-gcc-small-Os.ro`);
    await expect(buildImage(bytes, { loadAlign: 16 })).rejects.toThrow(/ADR_PREL_PG_HI21.*needs 4096/);
    expect((await buildImage(bytes, { loadAlign: 65536 })).map.loadAlign).toBe(65536);
  });
});
