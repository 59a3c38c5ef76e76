/** Several objects and archives against what `ld -r` makes of them: the same image, on every machine. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { readElf } from '../../image/elf/read.ts';
import type { ElfFile } from '../../image/elf/types.ts';
import { mergeObjects } from '../../image/input/merge.ts';
import { applyAt, buildImage, type ImageMap, type InputFile } from '../../index.ts';
import { FAMILIES } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { archiveOf } from '../support/archives.ts';
import { gnuObject, linkedBy, linkedInOrder } from '../support/gnu-object.ts';
import { toolsOf } from '../support/tools.ts';

const MACHINES = FAMILIES.flatMap(({ toolchains, sections = {} }) =>
  Object.keys(toolchains)
    .filter(hasPrologue)
    .map((arch) => [arch, sections[arch]?.call] as const),
);

/** What a symbol can be in a file, by the directives that make it so. */
const KINDS = {
  undefined: (word: string) => `.data\n${word} it\n`,
  'weak undefined': (word: string) => `.weak it\n.data\n${word} it\n`,
  weak: (word: string) => `.weak it\n.data\n.space 16\nit: ${word} 1\n`,
  common: () => '.comm it, 8, 4\n',
  'larger common': () => '.comm it, 24, 2\n',
  defined: (word: string) => `.globl it\n.data\n.space 32\nit: ${word} 2\n`,
  hidden: (word: string) => `.hidden it\n.globl it\n.data\n.space 48\nit: ${word} 3\n`,
  'hidden undefined': (word: string) => `.hidden it\n.data\n${word} it\n`,
  constant: () => '.globl it\n.set it, 0x1234\n',
} as const;
type Kind = keyof typeof KINDS;

/** What three files have in them: every way in which one names what is in another. */
function sources(word: string, call: string | undefined): readonly [string, string, string] {
  const function_ = (name: string, other: string): string =>
    `\n.balign 16\n${name}:\n${call === undefined ? '' : `${call} ${other}\n`}.balign 16\n.space 16\n`;
  const first = `
    .globl purgatory_start, both
    .weak nobody, weakly
    .text
    ${function_('purgatory_start', 'second')}
    .section .text.comdat,"axG",%progbits,signature,comdat
    .weak comdat
    .globl once
    ${function_('comdat', 'weakly')}
    once:
    .data
    .balign 16
    both: ${word} second, second + 8, shared + 4, archived, nobody, weakly, comdat, here
    .space 64
    here: ${word} both
    .balign 16
    .comm shared, 16, 8
    .section .table,"aw"
    .balign 16
    ${word} both, second, text, text + 4
    .balign 16
    .section .rodata.str1.1,"aMS",%progbits,1
    text: .string "one string"
  `;
  const second = `
    .globl second, weakly
    .text
    ${function_('second', 'purgatory_start')}
    .section .text.comdat,"axG",%progbits,signature,comdat
    .weak comdat
    .globl once
    ${function_('comdat', 'purgatory_start')}
    once:
    .section .table,"aw"
    .balign 16
    ${word} here, comdat, once, text
    .balign 16
    .section .rodata.str1.1,"aMS",%progbits,1
    text: .string "string"
    .string "one string"
    .data
    .balign 16
    weakly: ${word} both + 16, here, .
    here: ${word} shared
    .balign 16
    .comm shared, 40, 16
  `;
  const third = `
    .globl archived, asked
    .data
    .balign 16
    archived: ${word} both, here, asked
    here: ${word} weakly
    .balign 16
  `;
  return [first, second, third];
}

describe.each(MACHINES)('on %s', (arch, call) => {
  const word = architectureOf(arch).machine.wordBits === 32 ? '.long' : '.quad';
  const [a, b, c] = sources(word, call).map((source) => gnuObject(arch, source)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const last = gnuObject(
    arch,
    `.globl asked\n.data\n.balign 16\nasked: ${word} archived + 4, 5\n.balign 16\n`,
  );
  const unused = gnuObject(arch, `.globl nobody, both\n.data\nnobody: ${word} 1\nboth: ${word} 1\n`);
  const library = archiveOf([
    { name: 'archived.o', bytes: c },
    { name: 'unused.o', bytes: unused },
    { name: 'a-name-with-no-room-in-its-header.o', bytes: last },
  ]);
  const files: readonly InputFile[] = [
    { name: 'a.o', bytes: a },
    { name: 'b.o', bytes: b },
    { name: 'lib.a', bytes: library },
  ];

  it('the image of several files is that of what ld -r makes of them', async () => {
    const { blob, map, summary } = await buildImage(files);
    const names = [...new Set(map.sections.map(({ name }) => name))].filter((name) => name !== 'COMMON');
    const merged = await buildImage(linkedInOrder(arch, [a, b, c, last], names));
    expect(names).toEqual(expect.arrayContaining(['.text', '.text.comdat', '.data', '.table']));
    expect(summary.fixups).toEqual(merged.summary.fixups);
    for (const base of [map.bases.min, 0x10_0000n, 0x3fff_0000n]) {
      const [ours, theirs] = [applyAt(blob, map, base), applyAt(merged.blob, merged.map, base)];
      expect(Buffer.compare(ours, theirs)).toBe(0);
    }
    expect(Buffer.compare(blob, merged.blob)).toBe(0);
    const symbolsOf = ({ symbols }: ImageMap): unknown =>
      symbols.map(({ name, offset, size }) => [name, offset, size]);
    expect(symbolsOf(map)).toEqual(symbolsOf(merged.map));
  });
});

describe('a symbol of two files', () => {
  const { machine } = architectureOf(PLAIN);
  const objects = new Map(
    Object.entries(KINDS).map(([kind, source]) => [kind, gnuObject(PLAIN, source('.quad'))]),
  );
  const kinds = Object.keys(KINDS) as Kind[];
  const pairs = kinds.flatMap((first) => kinds.map((second) => [first, second] as const));
  /** What a file says of it, with its section by name. */
  const symbolOf = ({ symbols, sections }: ElfFile): unknown => {
    const { value, size, binding, other, place } = symbols.find(({ name }) => name === 'it') ?? {};
    const section = place?.kind === 'section' ? sections[place.section]?.name : undefined;
    // In a section, offsets count from the start of all of that name here and from the file's own there.
    return {
      value: place?.kind === 'section' ? undefined : value,
      size,
      binding,
      other,
      kind: place?.kind,
      section,
    };
  };

  it.each(pairs)('%s in the first and %s in the second is what ld -r makes of it', (first, second) => {
    const files = [first, second].map((kind, index) => objects.get(kind) ?? new Uint8Array(index));
    const merge = (): ElfFile =>
      mergeObjects(
        files.map((bytes, index) => ({ name: `${index}.o`, elf: readElf(bytes) })),
        machine,
      );
    const link = (): Uint8Array => linkedBy(toolsOf(PLAIN).ld, files, ['-r']);
    const strong: readonly Kind[] = ['defined', 'hidden', 'constant'];
    const isTwice =
      strong.includes(first) && strong.includes(second) && first + second !== 'constantconstant';
    if (isTwice) {
      expect(link).toThrow(/multiple definition of `it'/);
      expect(merge).toThrow(/^it is defined in 0\.o and in 1\.o; /);
    } else expect(symbolOf(merge())).toEqual(symbolOf(readElf(link())));
  });
});
