/** What purgatories are told against the purgatories that Debian ships and those in the package: names, sizes, whose they are. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { judge } from '../../image/verdict.ts';
import { ownPurgatories, ownPurgatory } from '../../index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { inFolder } from '../support/folder.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { toldFindings } from '../support/told-symbols.ts';

describe.each(fetchPurgatories())("Debian's $name", ({ arch, path }) => {
  test('has all that kexec-tools tells it, as large as that', () => {
    expect(toldFindings(path, arch)).toEqual({ family: 'kexec-tools', missing: [], otherSize: [] });
  });
});

test.each(ownPurgatories())(
  'that of the package for %s has all that it is told, as large as that',
  (arch) => {
    inFolder((file) => {
      writeFileSync(file('purgatory.ro'), ownPurgatory(arch));
      expect(toldFindings(file('purgatory.ro'), arch)).toEqual({
        family: 'relocator',
        missing: [],
        otherSize: [],
      });
    });
  },
);

test('a seeded fault is seen: a symbol that is larger, and those that are missing', () => {
  const source = `.globl sha256_regions, skip_checks
  .data
  sha256_regions: .skip 256
  .size sha256_regions, 256
  skip_checks: .quad 0
  .size skip_checks, 8`;
  inFolder((file) => {
    writeFileSync(file('purgatory.ro'), gnuObject(PLAIN, source));
    const { family, missing, otherSize } = toldFindings(file('purgatory.ro'), PLAIN);
    expect(family).toBe('kexec-tools');
    expect(missing).toContain('sha256_digest');
    expect(otherSize).toEqual(['skip_checks: told 4, has 8']);
  });
});

describe('a loader takes no symbol that it writes', () => {
  /** Why a loader does not take an object with one symbol. */
  function whyNot(loader: string, name: string, lines: string): string | undefined {
    const source = `.globl purgatory_start, ${name}\n.text\npurgatory_start: nop\n${lines}`;
    return judge(readElf(gnuObject(PLAIN, source)), architectureOf(PLAIN), { loader }).whole;
  }

  test.each([
    ['kexec-tools', 'sha256_digest', 32],
    ['linux', 'purgatory_sha256_digest', 32],
  ])('among zeros, or of another size: %s, %s', (loader, name, bytes) => {
    const declared = (section: string, size: number): string =>
      `${section}\n${name}: .skip ${bytes}\n.size ${name}, ${size}`;
    expect(whyNot(loader, name, declared('.data', bytes))).toBe(undefined);
    expect(whyNot(loader, name, declared('.bss', bytes))).toMatch(/cannot, in \.bss, which has no bytes/);
    expect(whyNot(loader, name, declared('.data', 8))).toMatch(
      /writes 32 bytes into .*_digest, which has 8;/,
    );
  });
});
