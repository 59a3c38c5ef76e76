/** Numbers that several relocations of one place make, whose sum alone is checked: with lld, at both ends of each length. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { readContainer } from '../../image/memory/bytes.ts';
import { applyAt, applyObject, buildImage, InputError } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { extract, valueBits } from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { inFolder } from '../support/folder.ts';
import { assembledBy } from '../support/gnu-object.ts';
import { sectionsOf } from '../support/link-image.ts';
import { attempt } from '../support/run.ts';
import { programNamed } from '../support/tools.ts';

/** The types of a pair, first the one that adds. */
function pairsOf({ rules }: Architecture): [Rule, Rule][] {
  const steps = rules.filter(({ parts }) => parts?.summed);
  const takes = (rule: Rule): boolean => /- S/.test(`${rule.value}`);
  return steps
    .filter((rule) => !takes(rule))
    .map((first) => {
      const second = steps.find((rule) => takes(rule) && rule.field.bytes === first.field.bytes);
      if (!second) throw new Error(`${first.name} has no partner`);
      return [first, second];
    });
}

const machines = architectures.filter((architecture) => pairsOf(architecture).length > 0);

/** The number's bytes as they are before the link: as many as the field has, all of them 0. */
function emptyBytes(bytes: number): string {
  return Array.from({ length: bytes }, (_, index) => (index < bytes - 1 ? 0x80 : 0)).join(', ');
}

/** An object with a number for each distance, between an odd byte in front and one behind. */
function objectOf(arch: string, [first, second]: [Rule, Rule], distances: readonly bigint[]): Uint8Array {
  const typeName = ({ name, instruction }: Rule): string => instruction?.form?.of ?? name;
  const numbers = distances.map(
    (distance) => `
    .byte 0x5a
    .reloc ., ${typeName(first)}, label + ${distance + 3n}
    .reloc ., ${typeName(second)}, label + 3
    .byte ${emptyBytes(first.field.bytes)}`,
  );
  return assembled(arch, `.byte 1\nlabel: ${numbers.join('\n')}`);
}

/** An object with these lines in .data. */
function assembled(arch: string, lines: string): Uint8Array {
  const source = `
    .globl purgatory_start
    .text
  purgatory_start: nop
    .data
    ${lines.includes('label:') ? '' : 'label: .byte 0x5a'}
    ${lines}
    .byte 0xa5\n`;
  return assembledBy([...clangOf(arch), '-c'], source);
}

function clangOf(arch: string): string[] {
  const [, ...options] = programNamed(arch, 'CLANG') ?? [];
  return ['clang-19', ...options];
}

/** What lld makes of .data; a text tells why it refuses. */
function linked(arch: string, object: Uint8Array): Uint8Array | string {
  return inFolder((file) => {
    writeFileSync(file('in.o'), object);
    const { status, stderr } = attempt(programNamed(arch, 'LLD') ?? [], [
      '--no-relax',
      '-e',
      '0',
      '-Ttext=0x10000',
      '-Tdata=0x20000',
      '-o',
      file('out'),
      file('in.o'),
    ]);
    return status === 0 ? dataOf(readFileSync(file('out'))) : stderr;
  });
}

function dataOf(output: Buffer): Uint8Array {
  const found = sectionsOf(output).find(({ name }) => name === '.data');
  if (!found) throw new Error('there is no .data');
  return found.data;
}

/** What relocator makes of .data, at a base by the map and without it; they must be the same. */
async function ours(object: Uint8Array): Promise<Uint8Array> {
  const { blob, map } = await buildImage(object);
  const base = 0x12_3000n;
  const memory = applyAt(blob, map, base);
  const section = map.sections.find(({ name }) => name === '.data');
  if (!section) throw new Error('there is no .data');
  const at = section.offset - map.imageOffset;
  const direct = (await applyObject(object, base)).memory;
  expect(Buffer.compare(memory, direct)).toBe(0);
  return memory.subarray(at, at + section.size);
}

/** The first number in what `objectOf` makes. */
function extractedFrom(data: Uint8Array, { field }: Rule): bigint {
  return extract(field, readContainer(data, 2, field.bytes, 'little'));
}

describe.each(machines.map((architecture) => [architecture.machine.arch, architecture] as const))(
  '%s',
  (arch, architecture) => {
    const pairs = pairsOf(architecture);

    test('every step of a sum is in a pair', () => {
      const steps = architecture.rules.filter(({ parts }) => parts?.summed);
      expect(
        pairs
          .flat()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(steps.map(({ name }) => name).sort());
    });

    test.each(pairs.map((pair) => [pair[0].name, pair] as const))('%s', async (_name, pair) => {
      const end = 1n << BigInt(valueBits(pair[0].field));
      const object = objectOf(arch, pair, [0n, 1n, end / 2n - 1n, end / 2n, end - 1n]);
      expect(Buffer.from(await ours(object)).toString('hex')).toBe(
        Buffer.from(linked(arch, object)).toString('hex'),
      );
    });

    test.each(pairs.map((pair) => [pair[0].name, pair] as const))(
      '%s beyond its ends is refused by name',
      async (_name, pair) => {
        const end = 1n << BigInt(valueBits(pair[0].field));
        for (const distance of [end, -1n]) {
          await expect(ours(objectOf(arch, pair, [distance]))).rejects.toThrow(
            /_ULEB128(_\d)? against (label|\.data) in \.data at 0x2: value .* is out of range/,
          );
          // lld refuses it as well, or stores what it is not.
          const theirs = linked(arch, objectOf(arch, pair, [distance]));
          if (typeof theirs === 'string') expect(theirs).toMatch(/exceeds available space/);
          else expect(extractedFrom(theirs, pair[0])).not.toBe(distance);
        }
      },
    );

    test.each(pairs.map((pair) => [pair[0].name, pair] as const))(
      '%s alone, in too many bytes or of what is not in the image is refused by name',
      async (_name, pair) => {
        const refused = async (lines: string): Promise<string> =>
          ours(assembled(arch, lines)).then(
            () => 'taken',
            (error: unknown) => (error instanceof InputError ? error.message : 'crashed'),
          );
        const [add, take] = pair.map(({ name, instruction }) => instruction?.form?.of ?? name);
        const bytes = `.byte ${emptyBytes(pair[0].field.bytes)}`;
        expect(await refused(`.reloc ., ${add}, label\n${bytes}`)).toMatch(
          /at 0x1: .*(one step of a sum|changes by 1 times|it would move)/,
        );
        expect(await refused(`.reloc ., ${take}, label\n${bytes}`)).toMatch(
          /at 0x1: .*changes by -1 times the slide/,
        );
        const both = (symbol: string, number: string): string =>
          `.reloc ., ${add}, label + 3\n.reloc ., ${take}, ${symbol}\n${number}`;
        expect(await refused(both('label', `.byte ${emptyBytes(5)}`))).toMatch(/more than four bytes/);
        expect(await refused(both('nobody', bytes))).toMatch(/nobody in \.data at 0x1: .*undefined/);
      },
    );
  },
);

/** Padding and calls that a linker may cut, and numbers, words and bits that count across. */
const CUT = `
    .globl purgatory_start
    .text
  purgatory_start:
    nop
  first:
    call later
    .p2align 4
  second:
    nop
    call later
    .p2align 3
  third:
    j purgatory_start
  later:
    ret
    .data
    .uleb128 second - first
    .uleb128 third - second
    .uleb128 third - first + 0x1000
    .byte third - second
    .half third - first
    .word third - purgatory_start
    .byte 0x7f
`;

test.each(['riscv64', 'riscv32'])('%s: differences count across what is cut, as with lld', async (arch) => {
  const object = assembledBy([...clangOf(arch), '-mrelax', '-c'], CUT);
  const uncut = assembledBy([...clangOf(arch), '-mno-relax', '-c'], CUT);
  const text = (bytes: Uint8Array): number =>
    readElf(bytes).sections.find(({ name }) => name === '.text')?.size ?? 0;
  expect(text(object)).toBeGreaterThan(text(uncut));
  const [mine, theirs] = [await ours(object), linked(arch, object)];
  expect(Buffer.from(mine).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
});
