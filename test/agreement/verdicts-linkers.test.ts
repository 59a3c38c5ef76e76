/** Verdicts on linked images as linkers make them: what each loader that takes such does with each kind of relocation. */
import { describe, expect, it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { judge, type Verdict } from '../../image/verdict.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { habitsOf, loaderNamed } from '../../relocator-dsl/loaders.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { gnuLinked, gnuObject } from '../support/gnu-object.ts';

const STATIC_PIE = ['-static', '-pie', '--no-dynamic-linker', '-z', 'separate-code'];
/** Those that end at a type they do not know; all others go on. */
const STOP = ['systemd-elf2efi', 'm1n1', 'ipxe', 'origin'];
const PACKED = ['-z', 'pack-relative-relocs'];

function source({ machine }: Architecture): string {
  const word = machine.wordBits === 64 ? '.quad' : '.long';
  return `.text\n.globl _start\n_start: .zero 16\n.data\n.balign 8\nhere: ${word} here, here\n`;
}

function linked(architecture: Architecture, ...options: readonly string[]): Uint8Array {
  return gnuLinked(architecture.machine.arch, source(architecture), ...STATIC_PIE, ...options);
}

/** The file with another type in its first dynamic relocation. */
function withType(file: Uint8Array, type: number): Uint8Array {
  const changed = file.slice();
  const { sections, wordBits } = readElf(changed);
  const table = sections.find(({ name }) => /^\.rela?\.dyn$/.test(name));
  if (!table) throw new Error('the image has no dynamic relocations');
  // Section data are views of the file.
  for (let byte = 0; byte < (wordBits === 64 ? 4 : 1); byte++)
    table.data[(wordBits === 64 ? 8 : 4) + byte] = (type >>> (8 * byte)) & 0xff;
  return changed;
}

/** "takes", or what becomes of how many. */
function outcome({ whole, refused, wrong }: Verdict): string {
  if (whole !== undefined) return whole;
  return (
    [
      ...(refused.length > 0 ? [`${refused.length} refused`] : []),
      ...(wrong.length > 0 ? [`${wrong.length} wrong`] : []),
    ].join(', ') || 'takes'
  );
}

describe.each([PLAIN, NARROW, PARTED])('%s', (arch) => {
  const architecture = architectureOf(arch);
  const all = architecture.machine.loading.loaders;
  const judged = (file: Uint8Array, loader: string, release?: string): string =>
    outcome(judge(readElf(file), architecture, { loader, release }));
  const own = all.filter(
    (knowledge) => habitsOf(loaderNamed(knowledge.loader), knowledge).takes === 'static PIEs',
  );

  it('every one of them takes words that move', () => {
    expect(own.length).toBeGreaterThan(4);
    const file = linked(architecture);
    expect(own.map(({ loader }) => [loader, judged(file, loader)])).toEqual(
      own.map(({ loader }) => [loader, 'takes']),
    );
  });

  it('a type that they do not know is refused or, where they go on, wrong', () => {
    const needsSymbol = architecture.rules.find(({ name, dynamic }) => dynamic && /GLOB_DAT$/.test(name));
    const type = needsSymbol?.type ?? 255;
    const file = withType(linked(architecture), type);
    expect(own.map(({ loader }) => [loader, judged(file, loader)])).toEqual(
      own.map(({ loader }) => [loader, STOP.includes(loader) ? '1 refused' : '1 wrong']),
    );
  });

  it('a type that stores nothing is skipped rightly by who skips what he does not know', () => {
    const none = architecture.types.find(({ kind, type }) => kind === 'marker' && type === 0);
    const file = withType(linked(architecture), none?.type ?? 0);
    expect(judged(file, 'gnu-efi')).toBe('takes');
    expect(judged(file, 'musl')).toBe('takes');
    const others = own.filter(({ loader }) => ['origin', 'm1n1'].includes(loader));
    expect(others.map(({ loader }) => judged(file, loader))).toEqual(others.map(() => '1 refused'));
    const asserts = own.filter(({ loader }) => loader === 'tf-a');
    expect(asserts.map(({ loader }) => judged(file, loader))).toEqual(asserts.map(() => 'takes'));
    expect(asserts.map(({ loader }) => judged(file, loader, 'v2.4'))).toEqual(asserts.map(() => '1 wrong'));
  });

  it('those that take other files say so', () => {
    const file = linked(architecture);
    expect(judged(file, 'genfw')).toContain('link it with --emit-relocs');
    expect(judged(file, 'rmodtool')).toContain('link it with --emit-relocs');
    expect(judged(file, 'linux-modules')).toContain('it takes objects only');
    expect(judged(gnuObject(arch, source(architecture)), 'musl')).toContain('it takes linked files only');
    expect(judged(file, 'musl', '0.9')).toContain('nothing is known of musl before');
  });
});

describe.each([PLAIN, NARROW])('%s', (arch) => {
  const architecture = architectureOf(arch);

  it('packed words are wrong where they are not known, and refused where that is seen', () => {
    const elf = readElf(linked(architecture, ...PACKED));
    expect(elf.relr).toHaveLength(2);
    const judged = (loader: string, release?: string): string =>
      outcome(judge(elf, architecture, { loader, release }));
    expect(judged('musl', '1.2.3')).toBe('1 wrong');
    expect(judged('musl', '1.2.4')).toBe('takes');
    expect(judged('gnu-efi')).toBe('1 wrong');
    expect(judged('origin', '0.20.1')).toBe('1 wrong');
    expect(judged('zig')).toBe('takes');
    expect(judged('systemd-elf2efi')).toBe('1 refused');
    const [why] = judge(elf, architecture, { loader: 'musl', release: '1.2.3' }).wrong;
    expect(why?.remedy).toBe('take musl 1.2.4 or later, or link with -z nopack-relative-relocs');
  });
});
