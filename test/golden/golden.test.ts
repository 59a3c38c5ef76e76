/** Every purgatory of this project: as committed, in both emulators, and as GNU ld links it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emulatorsFor } from '../../emulate/index.ts';
import { applyAt, auditObject, verifyImage } from '../../index.ts';
import {
  buildFixture,
  fixtureNames,
  GOLDEN,
  goldenBases,
  goldenFiles,
  readFixture,
} from '../support/golden.ts';
import { sectionDifferences } from '../support/link-image.ts';
import { README, readmeWithTable } from '../support/readme-table.ts';
import { toolchainOf } from '../support/toolchains.ts';

test("the README's table of machines is as the rules and Debian's purgatories are", async () => {
  expect(readFileSync(README, 'utf8')).toBe(await readmeWithTable());
});

test('golden/ holds every purgatory and nothing else', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(fixtureNames());
});

/** Not held against GNU ld: it makes a GOT of its own elsewhere, and does not link a linked image again. */
const OTHER_LAYOUT: ReadonlySet<string> = new Set([
  'aarch64-clang-pic-Os.ro',
  'aarch64-gcc-pic-Os.ro',
  'aarch64-static-pie.elf',
  'alpha-static-pie.elf',
  'arm-clang-armpic-Os.ro',
  'arm-clang-thumbpic-Os.ro',
  'arm-gcc-armpic-Os.ro',
  'arm-gcc-thumbpic-Os.ro',
  'arm-static-pie.elf',
  'i386-clang-pic-Os.ro',
  'i386-gcc-pic-Os.ro',
  'i386-gcc-pichidden-Os.ro',
  'i386-static-pie.elf',
  'ppc64-static-pie.elf',
  'ppc64le-gcc-large-O0.ro',
  'ppc64le-gcc-power10-O2.ro',
  'ppc64le-static-pie.elf',
  'riscv32-clang-pic-Os.ro',
  'riscv32-gcc-pic-Os.ro',
  'riscv32-static-pie.elf',
  'riscv64-clang-pic-Os.ro',
  'riscv64-gcc-pic-Os.ro',
  'riscv64-gcc-pichidden-Os.ro',
  'riscv64-static-pie.elf',
  'loongarch64-clang-extreme-Os.ro',
  'loongarch64-clang-pic-Os.ro',
  'loongarch64-clang-pichidden-Os.ro',
  'loongarch64-static-pie.elf',
  'ppc-clang-bigpic-Os.ro',
  'ppc-clang-pic-Os.ro',
  'ppc-gcc-bigpic-Os.ro',
  'ppc-gcc-pic-Os.ro',
  'ppc-gcc-pichidden-Os.ro',
  'ppc-static-pie.elf',
  'm68k-gcc-bigpic-Os.ro',
  'm68k-gcc-pic-Os.ro',
  'm68k-gcc-pichidden-Os.ro',
  'm68k-static-pie.elf',
  's390x-clang-pic-Os.ro',
  's390x-gcc-pic-Os.ro',
  's390x-gcc-pichidden-Os.ro',
  's390x-static-pie.elf',
  ...['sh', 'sheb'].flatMap((arch) => [
    `${arch}-gcc-pic-O2.ro`,
    `${arch}-gcc-pic-Os.ro`,
    `${arch}-gcc-pichidden-Os.ro`,
    `${arch}-static-pie.elf`,
  ]),
  'sparc64-clang-pic-Os.ro',
  'sparc64-gcc-bigpic-O2.ro',
  'sparc64-gcc-pic-Os.ro',
  'sparc64-static-pie.elf',
  'x86_64-clang-pic-Os.ro',
  'x86_64-gcc-pic-Os.ro',
  'x86_64-static-pie.elf',
]);

describe.each(fixtureNames())('%s', (name) => {
  const built = buildFixture(name);

  test('map, memory and prologue are as committed (npm run golden writes them)', async () => {
    const files = await goldenFiles(await built);
    for (const [file, content] of files) {
      expect(content, file).toBe(readFileSync(join(GOLDEN, name, file), 'utf8'));
    }
  });

  test.each(emulatorsFor(/^[^-]+/.exec(name)?.[0] ?? ''))(
    'runs as the reference model says in %s',
    async (emulator) => {
      const { blob, map } = await built;
      const { bases } = await verifyImage(blob, map, { bases: goldenBases(map), emulator });
      expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    },
  );
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
    // GNU ld shortens the instructions by which such functions find their TOC pointer.
    const shortened = auditObject(readFixture(name)).entries.some((each) => each.name === 'R_PPC64_ENTRY');
    const { pointerIsGiven, sameSlots } = toolchainOf(map.arch);
    const ownGot = map.got !== undefined && !pointerIsGiven && !sameSlots;
    if (name.endsWith('.elf') || ownGot || summary.relaxed > 0 || shortened) others.push(name);
  }
  expect(others.sort()).toEqual([...OTHER_LAYOUT].sort());
});
