/** Every purgatory of this project: as committed, in both emulators, and as GNU ld links it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emulatorsFor } from '../../emulate/index.ts';
import { applyAt, auditObject, goldenBases, goldenFiles, verifyImage } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { buildFixture, fixtureArch, fixtureNames, GOLDEN, readFixture } from '../support/golden.ts';
import { sectionDifferences } from '../support/link-image.ts';
import { README, readmeWithTable } from '../support/readme-table.ts';

test("the README's table of machines is as the rules and Debian's purgatories are", async () => {
  expect(readFileSync(README, 'utf8')).toBe(await readmeWithTable());
});

test('golden/ holds every purgatory, the test vectors and nothing else', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual([...fixtureNames(), 'vectors'].sort());
});

/** Not held against GNU ld. */
const OTHER_LAYOUT: ReadonlySet<string> = new Set(
  architectures.flatMap(({ machine: { arch } }) =>
    (toolchainOf(arch).otherLayout ?? []).map((name) => `${arch}-${name}`),
  ),
);

describe.each(fixtureNames())('%s', (name) => {
  const built = buildFixture(name);

  test('map, memory and prologue are as committed (npm run golden writes them)', async () => {
    const files = await goldenFiles(await built);
    for (const [file, content] of files) {
      expect(content, file).toBe(readFileSync(join(GOLDEN, name, file), 'utf8'));
    }
  });

  test.each(emulatorsFor(fixtureArch(name)))('runs as the reference model says in %s', async (emulator) => {
    const { blob, map } = await built;
    const { bases } = await verifyImage(blob, map, { bases: goldenBases(map), emulator });
    expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });
});

test.each(fixtureNames().filter((name) => !OTHER_LAYOUT.has(name)))(
  '%s: section by section as GNU ld links it',
  async (name) => {
    const { blob, map } = await buildFixture(name);
    for (const base of goldenBases(map)) {
      expect(sectionDifferences(applyAt(blob, map, base), map, readFixture(name), base)).toEqual([]);
    }
  },
);

test('the purgatories that GNU ld lays out otherwise are those with a GOT or that it shortens, and those it has linked already', async () => {
  const others: string[] = [];
  for (const name of fixtureNames()) {
    const { map, summary } = await buildFixture(name);
    const { pointerIsGiven, sameSlots, shortens } = toolchainOf(map.arch);
    const shortened = auditObject(readFixture(name)).entries.some((each) => each.name === shortens);
    const ownGot = map.got !== undefined && !pointerIsGiven && !sameSlots;
    if (name.endsWith('.elf') || ownGot || summary.relaxed > 0 || shortened) others.push(name);
  }
  expect(others.sort()).toEqual([...OTHER_LAYOUT].sort());
});
