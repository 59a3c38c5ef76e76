/** Where an image may be loaded: solved intervals against trying bases one by one, and what the prologue does outside. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../emulate/types.ts';
import { runInUnicorn } from '../../emulate/unicorn.ts';
import type { Relocation } from '../../image/elf/types.ts';
import { solveBases } from '../../image/fixups/bases.ts';
import { resolve } from '../../image/fixups/resolve.ts';
import type { Application } from '../../image/input/application.ts';
import { openObject } from '../../image/input/object.ts';
import { type BuildOptions, buildImage, InputError } from '../../index.ts';
import { models } from '../../reference-model/index.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { contractOf } from '../support/machine-run.ts';
import { ALLOC, EXEC, inSection, object } from '../support/object-builder.ts';
import { random } from '../support/random.ts';

const ROUNDS = 150;
const ALIGNMENTS = [1, 16, 4096, 65536] as const;

/** Types that are checked against a range, by number. */
const TYPES: readonly (readonly [arch: string, types: readonly number[]])[] = [
  [PLAIN, [10, 11, 2, 24, 12, 13, 14]],
  [NARROW, [20, 21, 22, 1, 2]],
  [PARTED, [258, 259, 261, 263, 265, 267, 269, 274]],
];

/** The directive for a word of the machine. */
function wordOf(arch: string): string {
  return architectureOf(arch).machine.wordBits === 32 ? '.long' : '.quad';
}

describe.each(TYPES)('%s', (arch, types) => {
  const architecture = architectureOf(arch);
  const { elfMachine: machine, wordBits } = architecture.machine;
  const model = models.get(arch);
  if (!model) throw new Error(`no model of ${arch}`);

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
          const value = rule?.value(letters) ?? 0n;
          return rule?.check(value) === undefined && !isNegativeAddress(application, value);
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
      const { min, max, minBecause, maxBecause } = solved;
      expect([min % step, max % step]).toEqual([0n, 0n]);
      for (const base of [min, max, min + ((max - min) / 2n / step) * step]) expect(fits(base)).toBe(true);
      // Who is named at an end is what does not fit beyond it.
      const beyond = [
        ...(min > 0n ? [{ base: min - step, because: minBecause }] : []),
        ...(max + step <= last ? [{ base: max + step, because: maxBecause }] : []),
      ];
      for (const { base, because } of beyond) {
        expect(fits(base)).toBe(false);
        const rule = because && model.rules.get(because.application.rule.name);
        const letters = lettersAt(
          architecture.machine,
          because?.application.placement(base, new Map()) ?? { base },
        );
        const value = rule?.value(letters) ?? 0n;
        if (!because || isNegativeAddress(because.application, value)) continue;
        expect(rule?.check(value)).toMatch(/out of range/);
      }
      expect(minBecause === undefined).toBe(min === 0n);
      expect(maxBecause === undefined).toBe(max + step > last);
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
    ${wordOf(arch)} purgatory_start`,
  );

  it.each([
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

/** Where a field may be read either way, what it has of an address of the image is not negative. */
function isNegativeAddress({ rule, motion }: Application, value: bigint): boolean {
  const { range } = rule.check;
  return (
    range?.kind === 'either' &&
    motion === 'image' &&
    `${rule.value}` === 'S + A' &&
    value >> BigInt(range.bits) !== 0n
  );
}

/** Words at both ends of an image of about that many bytes. */
function spread(arch: string, bytes: number, more = ''): Uint8Array {
  const word = wordOf(arch);
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
    [NARROW, 0x8000, '', 'chain', 'its halves of 16 bits reach every slot'],
    [NARROW, 0x1_0000, '', 'delta', 'they do not'],
    [PLAIN, 0x1_0000, '', 'chain', 'halves of 32 bits do'],
    [PLAIN, 0x100, '.quad first - 0x10000', 'delta', 'a target before the image does not fit half a word'],
    [PARTED, 0x100, '.byte 0\n.quad first', 'delta', 'slots are not aligned'],
    [NARROW, 0x100, '.short first', 'records', 'not only whole words move'],
  ] as const)('for %s with 0x%s bytes and "%s" is %s: %s', async (arch, bytes, more, format, _why) => {
    expect((await buildImage(spread(arch, bytes, more))).map.format).toBe(format);
  });
});
