/**
 * Names and numbers of all relocation types against those who have them too: binutils, by what readelf calls each number,
 * LLVM's .def files, and glibc's elf.h. Every difference is listed in test/machines, with its reason, or a name that the
 * architecture knows beside its own.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { llvmRelocations } from '../../scripts/llvm-relocations.ts';
import { FAMILIES } from '../machines/index.ts';
import type { OtherNames, Witness } from '../support/other-names.ts';
import { namesOf, numbersOf, objectOfAllNumbers } from '../support/relocation-numbers.ts';
import { attempt, missing } from '../support/run.ts';
import { programNamed } from '../support/tools.ts';

const ELF_H = '/usr/include/elf.h';

/** The newest readelf there is: that of a machine which older ones do not know well enough. */
const readelf = architectures
  .map(({ machine }) => programNamed(machine.arch, 'READELF'))
  .find((each) => each);
const llvm = llvmRelocations();
const glibc = new Map(
  [...header().matchAll(/^#define\s+(R_\w+)\s+(0x[0-9a-f]+|\d+)/gim)].map(([, name = '', number]) => [
    name,
    Number(number),
  ]),
);

function header(): string {
  if (!existsSync(ELF_H)) throw new Error(missing(ELF_H));
  return readFileSync(ELF_H, 'utf8');
}

interface Claim {
  readonly name: string;
  readonly type: number;
}

/** The names that some list has for types of the architecture: by what names begin with, up to the second underscore. */
function claims(names: ReadonlyMap<string, number>, { types }: Architecture): Claim[] {
  const beginning = (name: string): string => /^R_[A-Z0-9]+_/.exec(name)?.[0] ?? name;
  const prefixes = new Set(types.map(({ name }) => beginning(name)));
  return [...names].flatMap(([name, type]) =>
    prefixes.has(beginning(name)) && !name.endsWith('_NUM') ? [{ name, type }] : [],
  );
}

function binutils(architecture: Architecture): Claim[] {
  if (!readelf) throw new Error('no tools.sh names a READELF');
  const file = join(mkdtempSync(join(tmpdir(), 'relocator-names-')), 'numbers.o');
  writeFileSync(file, objectOfAllNumbers(architecture));
  const { stdout } = attempt(readelf, ['-rW', file]);
  return [...namesOf(stdout, architecture)].map(([type, name]) => ({ name, type }));
}

const CASES = FAMILIES.flatMap(({ toolchains, names = {} }) => {
  // Machines of one word size have the same types.
  const own = architectures.filter(({ machine }) => machine.arch in toolchains);
  return own
    .filter(
      ({ machine: { wordBits } }, index) =>
        own.findIndex((each) => each.machine.wordBits === wordBits) === index,
    )
    .map((architecture): { arch: string; architecture: Architecture; names: OtherNames } => ({
      arch: architecture.machine.arch,
      architecture,
      names,
    }));
});

describe.each(CASES)('$arch', ({ architecture, names: { others = [], unknownElsewhere = [] } }) => {
  const { byName, byOtherName, machine } = architecture;
  // Several in one entry are no number of their own.
  const types = architecture.types.filter(({ type }) => !machine.elf?.threeTypes || type <= 0xff);
  const said: Readonly<Record<Witness, Claim[]>> = {
    binutils: binutils(architecture),
    LLVM: claims(llvm, architecture),
    glibc: claims(glibc, architecture),
  };

  test.each(Object.entries(said))(
    'names and numbers are those of %s, but for the listed ones',
    (who, claimed) => {
      const different = claimed.filter(
        ({ name, type }) => (byName.get(name) ?? byOtherName.get(name))?.type !== type,
      );
      const listed = others.filter((each) => each.who === who).map(({ name, type }) => ({ name, type }));
      expect(different).toEqual(listed);
    },
  );

  test('every other name is one of theirs', () => {
    const theirs = new Set(Object.values(said).flatMap((claimed) => claimed.map(({ name }) => name)));
    expect([...byOtherName.keys()].filter((name) => !theirs.has(name))).toEqual([]);
  });

  test('somebody else knows every type, but for the listed ones', () => {
    const known = new Set(Object.values(said).flatMap((claimed) => claimed.map(({ type }) => type)));
    const unknown = types.filter(({ type }) => !known.has(type)).map(({ name }) => name);
    expect(unknown.filter((name) => !unknownElsewhere.some(({ names }) => names.test(name)))).toEqual([]);
    expect(unknownElsewhere.filter(({ names }) => !unknown.some((name) => names.test(name)))).toEqual([]);
  });

  test('the object has all numbers of the architecture', () => {
    expect(Math.max(...types.map(({ type }) => type))).toBeLessThan(numbersOf(architecture));
    expect(said.binutils.length).toBeGreaterThan(30);
  });
});

test('all three are asked', () => {
  expect(llvm.size).toBeGreaterThan(1000);
  expect(glibc.size).toBeGreaterThan(1000);
});
