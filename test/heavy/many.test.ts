/** Many of everything: what is refused says so in a few lines, and time grows as the input does. */
import { describe, expect, test } from 'vitest';
import { auditObject, buildImage, InputError } from '../../index.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { archiveOf } from '../support/archives.ts';
import { manyRelocations } from '../support/many-relocations.ts';
import { CODE, DATA, relocatable } from '../support/relocatable.ts';

const LIMIT = 1_048_576;
const FILE_LIMIT = 4_194_304;
const LIMIT_TEXT = `an image may have ${LIMIT} relocations at most`;
/** Of those that are looked at one by one. */
const SITES = 131_072;

function typeNamed(arch: string, name: string): number {
  const found = architectureOf(arch).byName.get(name);
  if (!found) throw new RangeError(`${arch} has no ${name}`);
  return found.type;
}

const many = (arch: string, name: string, count: number, step: number): Uint8Array =>
  manyRelocations(architectureOf(arch).machine, typeNamed(arch, name), count, step);

/** What stands against it, and the processor time until that was known, in ms. */
async function refusal(work: () => unknown): Promise<{ error: InputError; ms: number }> {
  const start = process.cpuUsage();
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { user, system } = process.cpuUsage(start);
    return { error, ms: (user + system) / 1000 };
  }
  throw new Error('nothing was refused');
}

describe('relocations', () => {
  test.each([
    [PLAIN, 'R_X86_64_64'],
    [NARROW, 'R_386_32'],
  ])('of %s: more than may be are over a limit that has a name', async (arch, name) => {
    const image = await refusal(() => buildImage(many(arch, name, LIMIT + 1, 0)));
    expect(image.error.message).toBe(`the input has 1048577 relocations; ${LIMIT_TEXT}`);
    expect(image.ms).toBeLessThan(20_000);
    const object = many(arch, name, FILE_LIMIT + 1, 0);
    for (const work of [() => buildImage(object), () => auditObject(object)]) {
      const { error, ms } = await refusal(work);
      expect(error.message).toMatch(/^section 3 \(\.rela?\.data\): with it, the file has 4194305; /);
      expect(error.message).toContain(`a file may have ${FILE_LIMIT} relocations at most`);
      expect(ms).toBeLessThan(20_000);
    }
  });

  test('as many as may be on one word are told in one line', async () => {
    const all = await refusal(() => buildImage(many(PLAIN, 'R_X86_64_64', LIMIT, 0)));
    expect(all.error.message).toMatch(/^R_X86_64_64 against .* patch the same bytes; .*rebuild the object$/);
    expect(all.ms).toBeLessThan(60_000);
    const { error, ms } = await refusal(() => buildImage(many(PLAIN, 'R_X86_64_64', SITES, 0)));
    expect(error.troubles).toHaveLength(1);
    expect(error.message).toMatch(new RegExp(`patch the same bytes; .* \\(${SITES - 1} times\\)$`));
    expect(error.message.length).toBeLessThan(400);
    expect(ms).toBeLessThan(60_000);
  });

  test('of what is looked at one by one are over a limit of their own', async () => {
    const object = many(PLAIN, 'R_X86_64_32', SITES + 1, 8);
    const { error } = await refusal(() => buildImage(object));
    expect(error.message).toContain(`an image may have ${SITES} relocations at most that`);
    // Their type tells an audit all that it asks.
    const [entry] = auditObject(object).entries;
    expect([entry?.count, entry?.class]).toEqual([SITES + 1, 'fixup']);
  });

  test.each([
    ['R_X86_64_64', 'fixup'],
    ['R_X86_64_PC32', 'settled'],
  ])('%s: as many as may be are audited and built', async (name, is) => {
    const object = many(PLAIN, name, LIMIT, 8);
    const [entry] = auditObject(object).entries;
    expect([entry?.count, entry?.class]).toEqual([LIMIT, is]);
    expect((await buildImage(object)).map.memsz).toBeGreaterThan(8 * LIMIT);
  });

  test('of several files count together', async () => {
    const files = ['a.o', 'b.o'].map((name, index) => {
      const bytes = many(PLAIN, 'R_X86_64_64', 600_000, 8);
      // The second has another name for what the first defines.
      return { name, bytes: index === 0 ? bytes : renamed(bytes) };
    });
    const { error } = await refusal(() => buildImage(files));
    expect(error.message).toBe(`the files have 1200000 relocations; ${LIMIT_TEXT}`);
  });

  test('of sections that take no memory do not count', async () => {
    const object = Buffer.from(many(PLAIN, 'R_X86_64_64', LIMIT + 1, 0));
    // .data, the second section, without SHF_ALLOC.
    const header = Number(object.readBigUInt64LE(40)) + 2 * 64;
    object.writeBigUInt64LE(0n, header + 8);
    expect((await buildImage(object)).map.fixups).toEqual([]);
  });

  test('of members that nobody asks for do not count', async () => {
    const members = ['a.o', 'b.o', 'c.o'].map((name, index) => ({
      name,
      bytes: index === 0 ? many(PLAIN, 'R_X86_64_64', 1, 8) : many(PLAIN, 'R_X86_64_64', SITES, 0),
    }));
    expect((await buildImage(archiveOf(members))).map.fixups).toHaveLength(1);
  });

  // Two of one symbol's address each: sets of fields were looked for in all that were left.
  test.each([
    [PLAIN, 'R_X86_64_16', 16],
    [PLAIN, 'R_X86_64_64', 8],
    [PARTED, 'R_AARCH64_MOVW_UABS_G0_NC', 16],
    [PARTED, 'R_AARCH64_ABS64', 8],
  ])('of %s, %s: their time grows as they do', async (arch, name, step) => {
    const start = process.cpuUsage();
    const object = many(arch, name, 16_000, step);
    await buildImage(object).catch((error: unknown) => expect(error).toBeInstanceOf(InputError));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(40_000);
  });
});

/** The object with its symbol, purgatory_start, under another name. */
function renamed(object: Uint8Array): Uint8Array {
  const bytes = Buffer.from(object);
  bytes.write('purgatory_stop_', bytes.indexOf('purgatory_start'));
  return bytes;
}

describe('troubles', () => {
  const { machine } = architectureOf(PLAIN);

  test('the first twenty are told, and the rest are counted', async () => {
    const names = Array.from({ length: 4731 }, (_, index) => `missing${index}`);
    const object = relocatable(
      machine,
      [
        { name: '.text', flags: CODE, data: new Uint8Array(16) },
        {
          name: '.data',
          flags: DATA,
          data: new Uint8Array(8 * names.length),
          relocations: names.map((symbol, index) => ({
            offset: 8 * index,
            type: typeNamed(PLAIN, 'R_X86_64_64'),
            symbol,
          })),
        },
      ],
      [
        { name: 'purgatory_start', value: 0n, place: '.text' },
        ...names.map((name) => ({ name, value: 0n, place: 'undefined' })),
      ],
    );
    const { error } = await refusal(() => buildImage(object));
    expect(error.troubles).toHaveLength(20);
    expect(error.troubles[19]).toContain('against missing19 in .data');
    expect(error.message.split('\n').at(-1)).toBe('and 4711 more that are not told');
    expect(error.about('x').lines.at(-1)).toBe('and 4711 more that are not told');
  });

  test('those that read alike are told once, with their number', () => {
    expect(new InputError(['a', 'b', 'a', 'a']).message).toBe('a (3 times)\nb');
    const texts = Array.from({ length: 25 }, (_, index) => `trouble ${index % 22}`);
    const error = new InputError(texts);
    expect(error.troubles[0]).toBe('trouble 0 (2 times)');
    expect(error.lines.slice(19)).toEqual(['trouble 19', 'and 2 more that are not told']);
    expect(new InputError(texts.slice(0, 21)).lines.at(-1)).toBe('and 1 more that is not told');
  });
});
