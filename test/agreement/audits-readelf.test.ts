/** The audit of linked files that keep their relocations, and of what loaders write, against readelf and against builds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditObject, buildImage } from '../../index.ts';
import { readelfCounts } from '../audits/readelf.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { relocator } from '../support/command.ts';
import { gnuLinked, gnuObject } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relocator-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A pointer, a distance, and debugging data that takes no memory. */
function source(arch: string): string {
  const word = architectureOf(arch).machine.wordBits === 64 ? '.quad' : '.long';
  return `.globl _start
_start: .zero 16
.data
.balign 8
pointer: ${word} _start
distance: .long _start - .
.section .debug_x, ""
${word} _start`;
}

interface Addresses {
  readonly sections: readonly { readonly name: string; readonly start: bigint; readonly end: bigint }[];
  /** The r_offset of each relocation. */
  readonly entries: readonly bigint[];
}

/** Where readelf says that sections and relocations are. */
function readelfPlaces(path: string): Addresses {
  const lines = run(['readelf'], ['-S', '-r', '-W', path]).split('\n');
  const number = (digits = ''): bigint => BigInt(`0x${digits}`);
  const sections = lines.flatMap((line) => {
    const found = /^\s*\[\s*\d+\] (\S+)\s+\S+\s+([0-9a-f]{8,16}) [0-9a-f]+ ([0-9a-f]+) [0-9a-f]+\s+\w*A/.exec(
      line,
    );
    if (!found) return [];
    const start = number(found[2]);
    return [{ name: found[1] ?? '', start, end: start + number(found[3]) }];
  });
  const entries = lines.flatMap((line) => {
    const found = /^([0-9a-f]{8,16})\s+[0-9a-f]{8,16}\s+R_/.exec(line);
    return found ? [number(found[1])] : [];
  });
  return { sections, entries };
}

const LINKS: readonly (readonly [string, readonly string[]])[] = [
  ['at a fixed address', ['-static', '-no-pie']],
  ['as a static PIE', ['-static', '-pie', '--no-dynamic-linker']],
];

describe.each([PLAIN, NARROW, PARTED])('what ld --emit-relocs keeps on %s', (arch) => {
  it.each(LINKS)('%s is counted as readelf does', (_how, options) => {
    const linked = gnuLinked(arch, source(arch), ...options, '--emit-relocs');
    const path = put('linked.elf', linked);
    const counted = readelfCounts(path).get(path);
    const kept = auditObject(linked).entries.filter((entry) => entry.class === 'linked');
    expect(new Map(kept.map(({ number, count }) => [`${number}`, count]))).toEqual(counted);
    expect(counted?.size).toBeGreaterThan(1);
  });

  it.each(LINKS)('%s stands in sections where readelf has its address', async (_how, options) => {
    const linked = gnuLinked(arch, source(arch), ...options, '--emit-relocs');
    const path = put('placed.elf', linked);
    const { sections, entries } = readelfPlaces(path);
    // What readelf lists of sections without addresses is for debuggers.
    const wanted = entries.filter((entry) =>
      sections.some((each) => entry >= each.start && entry < each.end),
    );
    const places = auditObject(linked).places.map(({ section, offset, address }) => {
      const { start = 0n } = sections.find(({ name }) => name === section) ?? {};
      return { told: start + offset, address };
    });
    expect(places.length).toBeGreaterThan(1);
    expect(places.map(({ told }) => told).sort()).toEqual(wanted.sort());
    for (const { told, address } of places) expect(address).toBe(told);
    const { out } = await relocator('audit', path, '--all', '--deny', 'linked', '--format', 'text');
    expect(out).toMatch(/ \.data\+0x0 /);
    const { err } = await relocator('audit', path, '--deny', 'linked');
    expect(err).toMatch(/ in \.data at 0x0[ :(]/);
  });

  it('moves where it is a pointer, and nowhere else', () => {
    const linked = gnuLinked(arch, source(arch), '-static', '-no-pie', '--emit-relocs');
    const places = auditObject(linked).places.filter(({ section }) => section === '.data');
    expect(places.map(({ moves }) => moves)).toEqual([true, false]);
  });

  it('is audited beside what is left to a prologue, whose counts are those of the build', async () => {
    const options = ['-static', '-pie', '--no-dynamic-linker', '-z', 'nopack-relative-relocs'];
    const plain = gnuLinked(arch, source(arch), ...options);
    const linked = gnuLinked(arch, source(arch), ...options, '--emit-relocs');
    const left = (file: Uint8Array): number =>
      auditObject(file).places.filter((place) => place.class === 'fixup').length;
    const { map } = await buildImage(linked);
    expect([left(plain), left(linked)]).toEqual([map.fixups.length, map.fixups.length]);
  });
});

describe('a program at a fixed address', () => {
  const program = (...options: readonly string[]): string =>
    put('program', gnuLinked(PLAIN, source(PLAIN), '-static', '-no-pie', ...options));

  it('is what build refuses, and so does the audit, unless a loader is asked that takes it', async () => {
    const path = program('--emit-relocs');
    const { err, code } = await relocator('audit', path);
    expect(code).toBe(1);
    expect(err).toMatch(/program: .*ET_EXEC/);
    const taken = await relocator('audit', path, '--loader', 'rmodtool');
    expect(taken.err).toBe('');
    expect(taken.code).toBe(0);
  });

  it('without relocations is refused by name, and passed over in a directory', async () => {
    const path = program();
    expect((await relocator('audit', path)).err).toMatch(/program: ELF header: e_type is ET_EXEC/);
    expect((await relocator('audit', path, '--loader', 'rmodtool')).code).toBe(1);
    const { out } = await relocator('audit', folder, '--all');
    expect(out).toMatch(/program +programs at fixed addresses/);
  });
});

describe('what the loader writes', () => {
  const OBJECT = gnuObject(
    PLAIN,
    `.globl purgatory_start, mine, theirs
purgatory_start: ret
.data
.type theirs, @object
.size theirs, 12
theirs: .quad mine
.quad mine
.type mine, @object
.size mine, 8
mine: .quad purgatory_start`,
  );

  it.each<[string[]]>([[[]], [['theirs']], [['mine', 'theirs']]])(
    '%j is counted as the build does',
    async (loaderWrites) => {
      const options = loaderWrites.length > 0 ? { loaderWrites } : {};
      const { map, summary } = await buildImage(OBJECT, options);
      const { places } = auditObject(OBJECT, options);
      const count = (of: string): number => places.filter((place) => place.class === of).length;
      expect([count('fixup'), count('loader writes')]).toEqual([map.fixups.length, summary.dropped]);
      expect(summary.dropped).toBe(loaderWrites.length === 0 ? 0 : loaderWrites.length + 1);
    },
  );

  it('is an option of the command; a name that is none is what build says of it', async () => {
    const path = put('p.o', OBJECT);
    const limit = ['--max-fixups', '1'];
    expect((await relocator('audit', path, ...limit)).code).toBe(1);
    expect((await relocator('audit', path, ...limit, '--loader-writes', 'theirs')).code).toBe(0);
    const { code, err } = await relocator('audit', path, '--loader-writes', 'their');
    expect(code).toBe(1);
    expect(err).toMatch(/p\.o: --loader-writes their: .*theirs/);
  });
});

describe('parts of an image', () => {
  const PART = gnuObject(PLAIN, '.text\nf: call nobody\n.section .text.g, "ax"\ng: ret\n.data\n.quad f');

  it('lack what others have, which is found, unless --parts says that it is there', async () => {
    const path = put('part.o', PART);
    expect((await relocator('audit', path)).err).toContain('it is undefined');
    expect(await relocator('audit', path, '--parts')).toMatchObject({ code: 0, err: '' });
    expect((await relocator('audit', path, '--parts', '--deny', 'undefined')).code).toBe(1);
    const entered = put('entered.o', gnuObject(PLAIN, '.text\nf: ret\n.section .text.g, "ax"\ng: ret'));
    expect((await relocator('audit', entered)).err).toMatch(/entered\.o: the entry 0x0 is not clear/);
    expect(await relocator('audit', entered, '--entry', 'f')).toMatchObject({ code: 0 });
    expect(await relocator('audit', entered, '--parts')).toMatchObject({ code: 0 });
    // Releases of Linux before 6.4 chose none of several sections for an entry.
    for (const [of, loader, why] of [
      [path, 'linux', 'the symbol is undefined, which linux refuses'],
      [path, 'kexec-tools', 'which kexec-tools takes for 0'],
      [entered, 'linux@5.10', 'its entry 0x0 may lie in .text and .text.g'],
    ] as const) {
      expect((await relocator('audit', of, '--loader', loader)).err).toContain(why);
      expect(await relocator('audit', of, '--loader', loader, '--parts')).toMatchObject({ code: 0, err: '' });
    }
  });
});
