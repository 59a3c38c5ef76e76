/** Compact relocations (SHT_CREL): as clang writes them and as lld reads them, they are those of the same object without. */
import { describe, expect, test } from 'vitest';
import { auditObject, buildImage, type ElfFile, readElf } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { encodeCrel, leb128, withCrel } from '../support/crel.ts';
import { build, type Shape, symbol } from '../support/elf-builder.ts';
import { assembledBy, linkedBy } from '../support/gnu-object.ts';
import { fixtureArch, fixtureNames, readFixture } from '../support/golden.ts';
import { attempt } from '../support/run.ts';
import { programNamed, toolsOf } from '../support/tools.ts';

const CREL = ['-Wa,--crel,--allow-experimental-crel'];
const SOURCE = `extern int other(int);
  int data[70] = { 1 }; int *middle = &data[3]; int (*function)(int) = other; static const char *text = "text";
  int purgatory_start(void) { return other(data[1]) + *middle + text[0]; }
  int other(int a) { return a ? other(a - 1) : data[69]; }`;

/** What a file's relocations are, whatever their sections are called. */
function relocationsOf({ relocations }: ElfFile, addends = true): unknown {
  return relocations.map(({ target, relocations: entries }) => [
    target,
    entries.map(({ addend, ...rest }) => (addends ? { ...rest, addend } : rest)),
  ]);
}

/** Of machines with 64-bit MIPS's three types in one entry, all parts of r_info are in the type. */
const fixtures = fixtureNames().filter((name) => name.endsWith('.ro'));
const wholeInfo = fixtures.filter(
  (name) =>
    architectures.find(({ machine }) => machine.arch === fixtureArch(name))?.machine.elf?.threeTypes !== true,
);

test.each(wholeInfo)('%s: read as it was', (name) => {
  const object = readFixture(name);
  const compact = readElf(withCrel(object));
  expect(relocationsOf(compact)).toEqual(relocationsOf(readElf(object)));
  expect(compact.relocations.length).toBeGreaterThan(0);
});

describe.each([PLAIN, NARROW, PARTED])('%s', (arch) => {
  const explicit = architectureOf(arch).machine.addends === 'explicit';
  const name = wholeInfo.find((each) => fixtureArch(each) === arch) ?? '';
  const object = readFixture(name);

  // lld 19 knows compact relocations with addends only: where they have none it takes 0, not what is in the place.
  (explicit ? test : test.fails)('lld takes what is read here, and makes the same of it', () => {
    const lld = ['ld.lld-19', ...(toolsOf(arch).lld ?? []).slice(1)];
    const link = (bytes: Uint8Array): Uint8Array => linkedBy(lld, [bytes], ['-e', 'purgatory_start', '-s']);
    expect(Buffer.compare(link(withCrel(object)), link(object))).toBe(0);
  });

  test('build and audit make the same of it', async () => {
    const compact = withCrel(object);
    expect(auditObject(compact)).toEqual(auditObject(object));
    expect((await buildImage(compact)).blob).toEqual((await buildImage(object)).blob);
    const twice = [compact, readFixture(name)].map((bytes, index) => ({ name: `${index}.o`, bytes }));
    await expect(buildImage(twice)).rejects.toThrow(/is defined in 0\.o and in 1\.o/);
  });
});

/** Clang of each machine, in the first version that writes compact relocations. */
const clangs = architectures.flatMap(({ machine }) => {
  const [, ...options] = programNamed(machine.arch, 'CLANG') ?? [];
  return options.length === 0 ? [] : [[machine.arch, machine, options] as const];
});

test.each(clangs)('%s: clang', (_arch, machine, options) => {
  const compile = (...more: readonly string[]): Uint8Array =>
    assembledBy(['clang-19', ...options, '-ffreestanding', '-O1', '-c', '-x', 'c', ...more], SOURCE);
  const unknown = attempt(['clang-19', ...options, ...CREL, '-c', '-x', 'c', '-o', '/dev/null', '/dev/null']);
  if (unknown.status !== 0) {
    expect(unknown.stderr).toMatch(/unsupported option '-Wa,--crel' for target/);
    return;
  }
  const [compact, plain] = [readElf(compile(...CREL)), readElf(compile())];
  // Compact ones have addends always; what else has them in the place is not what they would be there (Arm).
  const explicit = machine.addends === 'explicit';
  expect(relocationsOf(compact, explicit)).toEqual(relocationsOf(plain, explicit));
  expect(compact.relocations.some(({ name }) => name.startsWith('.crel'))).toBe(true);
});

describe('hostile ones', () => {
  const SHAPE: Shape = { wide: true, little: true };
  const trouble = (contents: readonly number[]): string => {
    const { bytes } = build({
      ...SHAPE,
      sections: [
        { name: '.text', type: 1, flags: 6n, data: new Uint8Array(16) },
        {
          name: '.crel.text',
          type: 0x40000014,
          link: 3,
          info: 1,
          entrySize: 1,
          data: Uint8Array.from(contents),
        },
        { name: '.symtab', type: 2, link: 4, info: 1, entrySize: 24, data: symbol(SHAPE, 0, 0n, 0, 0) },
        { name: '.strtab', type: 3, data: Uint8Array.of(0) },
      ],
    });
    try {
      return JSON.stringify(relocationsOf(readElf(bytes)), (_, value: unknown) =>
        typeof value === 'bigint' ? Number(value) : value,
      );
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };

  test.each([
    [
      'more than there are bytes',
      leb128(8n << 40n, false),
      /it is to have \d+ relocations, but only 0x0 bytes/,
    ],
    [
      'more than an image may have',
      [...leb128(1_200_000n * 8n, false), ...new Array(1_200_000).fill(0)],
      /1048576/,
    ],
    ['cut off', [0x08, 0x80], /1 bytes at 0x2 are past its end/],
    [
      'a number that does not end',
      [0x08, ...new Array(11).fill(0x80), 0],
      /number at 0x1 has more than 10 bytes/,
    ],
    ['a symbol that is not there', [0x08, 0x01, 0x05], /names symbol 5, but the symbol table has 1/],
    ['a symbol below 0', [0x08, 0x01, 0x7f], /names symbol 4294967295, but/],
    ['a place past the end', [0x08, 0xfc, 0x01], /r_offset 0x3f is past the end/],
  ])('%s', (_what, contents, message) => {
    expect(trouble(contents)).toMatch(message);
  });

  test('offsets may go back, around the end of addresses, and addends be missing', () => {
    const entries = [
      { offset: 8n, symbol: 0n, type: 2n, addend: 0n },
      { offset: 4n, symbol: 0n, type: 2n, addend: 0n },
    ];
    expect(trouble([...encodeCrel(entries, 64, { addends: false })])).toBe(
      '[[1,[{"offset":8,"symbol":0,"type":2},{"offset":4,"symbol":0,"type":2}]]]',
    );
  });
});
