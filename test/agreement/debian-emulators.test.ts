/** Debian's purgatories at many bases: both emulators and GNU ld against the reference model. */
import { describe, expect, test } from 'vitest';
import { addressBits, type Emulator, emulatorsFor } from '../../emulate/index.ts';
import { rulesFor } from '../../image/input/open.ts';
import {
  applyAt,
  applyObject,
  type BuiltImage,
  buildImage,
  type ImageMap,
  readElf,
  verifyImage,
} from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { outcomeOfRun } from '../purgatories/enter.ts';
import { architectureOf } from '../support/architecture.ts';
import type { DebianFact } from '../support/debian-facts.ts';
import { debianObjects } from '../support/debian-objects.ts';
import { sectionDifferences } from '../support/link-image.ts';
import type { PurgatoryRun } from '../support/purgatory-run.ts';
import { random } from '../support/random.ts';

const COUNT = 100;

/** Random bases over the whole range the map allows, as many low as high ones. */
function randomBases(map: ImageMap, count: number): bigint[] {
  const next = random(0xdeb1a_2n);
  const align = BigInt(map.loadAlign);
  // User-mode emulation has 47 bits of addresses, of which the first pages are not to be had; in their upper half is
  // the emulator, at another place every time.
  const machine = architectureNamed(map.arch)?.machine;
  const bits = BigInt(Math.min(machine ? addressBits(machine) : 46, 46));
  const last = (1n << bits) - BigInt(map.memsz) - 0x10_0000n;
  const bases = new Set<bigint>();
  while (bases.size < count) {
    const wide = next() >> (64n - bits + (next() % (bits - 20n)));
    const base = wide - (wide % align);
    if (base >= 0x1_0000n && base <= last && base <= map.bases.max) bases.add(base);
  }
  return [...bases];
}

function emulatorsOf(object: Uint8Array): readonly Emulator[] {
  return emulatorsFor(rulesFor(readElf(object)).architecture.machine.arch);
}

/** Bases at which GNU ld links the object. */
function linkedBases({ linkedBelow }: DebianFact, map: ImageMap, count: number): bigint[] {
  if (linkedBelow === undefined) return randomBases(map, count);
  const max = linkedBelow - BigInt(map.memsz) - 0x1000n;
  return randomBases({ ...map, bases: { ...map.bases, max } }, count);
}

describe.each(debianObjects())("Debian's $name purgatory", ({ arch, facts, object }) => {
  const built = buildImage(object);

  test.each(emulatorsOf(object))(`in %s at ${COUNT} random bases`, async (emulator) => {
    const { blob, map } = await built;
    const bases = randomBases(map, COUNT);
    const { bases: verified } = await verifyImage(blob, map, { bases, emulator });
    expect(verified.length).toBe(COUNT);
    expect(verified.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });

  test(`section by section as GNU ld links it, at ${COUNT} random bases`, async () => {
    const { blob, map } = await built;
    for (const base of linkedBases(facts, map, COUNT)) {
      const memory = applyAt(blob, map, base);
      expect(sectionDifferences(memory, map, object, base)).toEqual([]);
    }
  });

  const { run } = facts;
  if (run) {
    test('enters a kernel with the digest that it was told, and no other', async () => {
      expect(await outcomeOfRun(await buildImage(object, { loaderWrites: 'kexec-tools' }), run)).toBe('runs');
    });
    const told = run.loads && toldBy('linux', architectureOf(arch).machine);
    if (told?.some(({ name }) => name === run.loads?.symbol)) {
      test("a seeded fault is seen: registers in the order of another family's purgatories", async () => {
        const other: PurgatoryRun = { ...run, loads: { symbol: run.loads?.symbol ?? '', family: 'linux' } };
        const image = await buildImage(object, { loaderWrites: 'kexec-tools' });
        expect(await outcomeOfRun(image, other)).toMatch(/has something else in rcx, rdx, rbx, rsp/);
      });
    }
  }

  test('direct evaluation of the object gives the same memory', async () => {
    const { blob, map } = await built;
    for (const base of randomBases(map, 10)) {
      const { memory } = await applyObject(object, base);
      expect(Buffer.compare(applyAt(blob, map, base), memory)).toBe(0);
    }
  });

  test('something moves with the image, or nothing does', async () => {
    const { map } = await built;
    expect(map.fixups.length === 0).toBe(facts.settled === true);
  });

  const seeds = facts.settled ? settledSeeds : movingSeeds;
  describe('a seeded fault is seen', () => seeds(facts, object, built));
});
/** Faults in an image of which nothing moves. */
function settledSeeds(facts: DebianFact, object: Uint8Array, built: Promise<BuiltImage>): void {
  test('by GNU ld: a flipped bit in a field that was settled', async () => {
    const { blob, map } = await built;
    const [base = 0n] = linkedBases(facts, map, 1);
    const memory = applyAt(blob, map, base);
    const [site] = readElf(object).relocations.flatMap(({ relocations }) => relocations);
    const at = (map.sections[0]?.offset ?? 0) - map.imageOffset + Number(site?.offset ?? 0n);
    memory[at] = (memory[at] ?? 0) ^ 1;
    expect(sectionDifferences(memory, map, object, base)).toHaveLength(1);
  });

  test.each(emulatorsOf(object))('by %s: a jump that ends elsewhere', async (emulator) => {
    const { blob, map } = await built;
    const broken = blob.slice();
    // A byte of the distance, wherever the machine has its opcode.
    const at = map.prologue.size - 2;
    broken[at] = (broken[at] ?? 0) ^ 0x10;
    const { bases } = await verifyImage(broken, map, { bases: randomBases(map, 3), emulator });
    expect(bases.some(({ trouble }) => trouble !== undefined)).toBe(true);
  });
}

/** Faults in an image with a chain. */
function movingSeeds(facts: DebianFact, object: Uint8Array, built: Promise<BuiltImage>): void {
  test('by GNU ld: a fixup with another addend', async () => {
    const { blob, map } = await built;
    const [base = 0n] = linkedBases(facts, map, 1);
    const memory = applyAt(blob, withFixup(map, { addend: 0x1_0001n }), base);
    expect(sectionDifferences(memory, map, object, base)).toHaveLength(1);
  });

  test.each(emulatorsOf(object))('by %s: a table entry that is dropped', async (emulator) => {
    const image = await built;
    const bases = randomBases(image.map, 3);
    const verified = await verifyImage(withoutLastWord(image), image.map, { bases, emulator });
    expect(verified.bases.some(({ trouble }) => trouble !== undefined)).toBe(true);
  });

  test.each(emulatorsOf(object))('by %s: a flipped bit in the prologue', async (emulator) => {
    const { blob, map } = await built;
    const broken = blob.slice();
    const table = map.prologue.table.offset;
    broken[table] = (broken[table] ?? 0) ^ 0x10;
    const { bases } = await verifyImage(broken, map, { bases: randomBases(map, 3), emulator });
    expect(bases.some(({ trouble }) => trouble !== undefined)).toBe(true);
  });
}

function withFixup(map: ImageMap, change: { addend: bigint }): ImageMap {
  // A field that shows upper bits only would not change.
  const first = map.fixups.find(({ kind }) => kind === 'word') ?? map.fixups[0];
  if (!first) throw new Error('the image has no fixups');
  const changed = { ...first, addend: first.addend + change.addend };
  return { ...map, fixups: map.fixups.map((each) => (each === first ? changed : each)) };
}

/** Ends the chain one word early. */
function withoutLastWord({ blob, map, prologue }: BuiltImage): Uint8Array {
  const broken = blob.slice();
  if (map.format === 'delta') {
    // What a group's table ends in: the last distance, and the 0 behind it.
    const { offset, size } = prologue.table;
    broken[offset + size - 2] = 0;
    return broken;
  }
  const words = [...prologue.words].sort(([a], [b]) => a - b);
  const [offset, { bytes }] = words.at(-2) ?? [0, { bytes: 8 as const }];
  broken.fill(0, offset + bytes / 2, offset + bytes);
  expect(map.format).toBe('chain');
  return broken;
}
