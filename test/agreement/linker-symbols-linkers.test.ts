/** Symbols that linkers define in the final link, against what GNU ld and lld give them, from the sections they bound. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { buildImage, verifyImage } from '../../index.ts';
import { LINKER_SYMBOLS } from '../../relocator-dsl/linker-symbols.ts';
import { FAMILIES } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { architectureOf } from '../support/architecture.ts';
import { type CaseImage, caseImage } from '../support/cases.ts';
import { gnuObject, linkedBy } from '../support/gnu-object.ts';
import { sectionsOf } from '../support/link-image.ts';
import { read } from '../support/memory.ts';
import { toolsOf } from '../support/tools.ts';

const MACHINES = FAMILIES.flatMap(({ toolchains }) => Object.keys(toolchains).filter(hasPrologue));

/** In place of the name of a section: the end of all that have contents. */
const CONTENTS = 'contents';

/** The symbol, and the section from which its value is told. */
const BOUNDS: readonly (readonly [string, string])[] = [
  ...['__etext', '_etext', 'etext'].map((name) => [name, '.text'] as const),
  ...['_edata', 'edata'].map((name) => [name, CONTENTS] as const),
  ...['__bss_start', '_end', 'end'].map((name) => [name, '.bss'] as const),
  ...['preinit', 'init', 'fini'].flatMap((kind) =>
    ['start', 'end'].map((edge) => [`__${kind}_array_${edge}`, `.${kind}_array`] as const),
  ),
  ...['start', 'stop'].map((edge) => [`__${edge}_words_of_ours`, 'words_of_ours'] as const),
  ...['start', 'stop'].map((edge) => [`__${edge}_zeros_of_ours`, 'zeros_of_ours'] as const),
];

/** The words of `.data`: the symbols, a weak one of a section that is nowhere, and the header that no image has. */
const NAMES = [...BOUNDS.map(([name]) => name), '__start_nowhere', '__ehdr_start'];

/** In an order that no linker has, with all that stands together apart. */
const SOURCE = `
  .globl purgatory_start
  .text
  .balign 16
  purgatory_start: .space 16
  first: .space 16
  second: .space 16
  third: .space 16
  .section words_of_ours,"aw"
  .balign 8
  .dc.a first
  .balign 64
  .section .fini_array,"aw",%fini_array
  .balign 8
  .dc.a third
  .section .init_array,"aw",%init_array
  .balign 8
  .dc.a third
  .section .preinit_array,"aw",%preinit_array
  .balign 8
  .dc.a third
  .section .init_array.00200,"aw",%init_array
  .balign 8
  .dc.a second
  .section .init_array.90,"aw",%init_array
  .balign 8
  .dc.a first
  .section zeros_of_ours,"aw",%nobits
  .balign 8
  .space 24
  .weak __start_nowhere, __ehdr_start
  .section .data
  .balign 64
  .dc.a ${NAMES.join(', ')}
  .balign 64
  .bss
  .balign 64
  .space 128
`;

/** Constructors as compilers without .init_array leave them, beside such as have it. */
const OLDER = `
  .globl purgatory_start
  .text
  .balign 16
  purgatory_start: .space 16
  one: .space 16
  two: .space 16
  three: .space 16
  four: .space 16
  .section .ctors,"aw",%progbits
  .balign 8
  .dc.a one, two
  .section .ctors.65335,"aw",%progbits
  .balign 8
  .dc.a three, four
  .section .init_array,"aw",%init_array
  .balign 8
  .dc.a three
  .section .init_array.00100,"aw",%init_array
  .balign 8
  .dc.a one
  .section .data
  .balign 64
  .dc.a __init_array_start, __init_array_end
`;

/** Every word of a section, by the machine's size and order. */
function wordsIn(arch: string, data: Uint8Array): bigint[] {
  const { wordBits, dataOrder } = architectureOf(arch).machine;
  const bytes = wordBits === 64 ? 8 : 4;
  return Array.from({ length: Math.floor(data.length / bytes) }, (_, index) =>
    read(data, index * bytes, bytes, dataOrder),
  );
}

/** What GNU ld or lld makes of the source: words of sections, and where those are. */
function linked(arch: string, linker: readonly string[], source = SOURCE) {
  const options = ['-static', '-e', 'purgatory_start', '-N', '--build-id=none'];
  const sections = sectionsOf(Buffer.from(linkedBy(linker, [gnuObject(arch, source)], options)));
  const end = sections
    .filter(({ name, address }) => address > 0n && name !== '.bss' && name !== 'zeros_of_ours')
    .map(({ address, data }) => address + BigInt(data.length))
    .reduce((most, each) => (each > most ? each : most));
  const section = (name: string) => {
    const found = sections.find((each) => each.name === name);
    if (!found) throw new Error(`the linker made no ${name}`);
    return found;
  };
  return {
    start: (name: string): bigint => (name === CONTENTS ? end : section(name).address),
    words: (name: string): bigint[] => wordsIn(arch, section(name).data),
    between(from: bigint, to: bigint): bigint[] {
      const { address, data } = section('.init_array');
      return wordsIn(arch, data.subarray(Number(from - address), Number(to - address)));
    },
  };
}

const BASE = 0x12_0000n;

/** The same of the image at BASE; sections of one name that stand together count as one. */
async function built(arch: string, source = SOURCE) {
  const image: CaseImage = await caseImage(gnuObject(arch, source), BASE);
  const { map, memory } = image;
  const named = (name: string) =>
    map.sections.filter((each) => each.name === name || each.name.startsWith(`${name}.`));
  return {
    map,
    start: (name: string): bigint =>
      BASE + BigInt(name === CONTENTS ? map.size : Math.min(...named(name).map(({ offset }) => offset))),
    words(name: string): bigint[] {
      const [from, to] = [
        Math.min(...named(name).map(({ offset }) => offset)),
        Math.max(...named(name).map(({ offset, size }) => offset + size)),
      ];
      return wordsIn(arch, memory.subarray(from, to));
    },
    between: (from: bigint, to: bigint): bigint[] =>
      wordsIn(arch, memory.subarray(Number(from - BASE), Number(to - BASE))),
  };
}

describe.each(MACHINES)('%s', (arch) => {
  it('bounds of sections and of the image are where GNU ld has them', async () => {
    const [theirs, ours] = [linked(arch, toolsOf(arch).ld), await built(arch)];
    const told = ({ words, start }: Pick<typeof theirs, 'words' | 'start'>): string[] =>
      NAMES.map((name, index) => {
        const [, section] = BOUNDS[index] ?? [];
        return `${name} ${(words('.data')[index] ?? 0n) - (section === undefined ? 0n : start(section))}`;
      });
    expect(told(ours)).toEqual(told(theirs));
    for (const name of ['.init_array', '.fini_array', '.preinit_array', 'words_of_ours']) {
      const [mine, other] = [ours, theirs].map(({ words, start }) =>
        words(name).map((word) => (word === 0n ? 'nothing' : word - start('.text'))),
      );
      expect(mine, name).toEqual(other);
    }
  });

  it('constructors of the older kind stand among the others, in the order in which GNU ld has them', async () => {
    const older = OLDER.replaceAll('.balign 8', `.balign ${architectureOf(arch).machine.wordBits / 8}`);
    const [theirs, ours] = [linked(arch, toolsOf(arch).ld, older), await built(arch, older)];
    const functions = (array: bigint[], { start }: Pick<typeof theirs, 'start'>): bigint[] =>
      array.map((word) => word - start('.text'));
    const [mine, other] = [ours, theirs].map((image) => {
      const [from = 0n, to = 0n] = image.words('.data').slice(0, 2);
      return functions(image.between(from, to), image);
    });
    expect(other).toHaveLength(6);
    expect(mine).toEqual(other);
  });

  it('are done by the prologue', async () => {
    const { blob, map } = await buildImage(gnuObject(arch, SOURCE));
    expect((await verifyImage(blob, map)).bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });
});

/** Machines with symbols of their own, and the section from which each is told. */
const OWN = MACHINES.flatMap((arch) => {
  const own = Object.entries(architectureOf(arch).machine.elf?.linkerSymbols ?? {});
  const from = own.flatMap(([name, landmark]) => {
    if (typeof landmark === 'string') return [[name, '.bss'] as const];
    // Bounds of what serves unwinding are bounds of nothing.
    const [section = ''] = landmark.names;
    return section.startsWith('.ARM') ? [] : [[name, section] as const];
  });
  return own.length === 0 ? [] : [[arch, from] as const];
});

it.each(OWN)('the symbols of %s alone are where GNU ld has them', async (arch, from) => {
  const small = from.some(([, section]) => section === '.sdata');
  const source = `
    .globl purgatory_start
    .text
    .balign 64
    purgatory_start: .space 64
    .dc.a ${from.map(([name]) => name).join(', ')}
    .balign 64
    .section ${small ? '.sdata,"aw"' : '.data'}
    .balign 64
    .space 64
    ${from.some(([, section]) => section === '.sbss') ? '.section .sbss,"aw",%nobits\n.balign 64\n.space 64' : ''}
    .bss
    .balign 64
    .space 64
  `;
  const [ours, theirs] = [await built(arch, source), linked(arch, toolsOf(arch).ld, source)].map(
    ({ words, start }) => {
      const first = 64 / (architectureOf(arch).machine.wordBits / 8);
      return from.map(([name, section], index) => {
        const value = words('.text')[first + index] ?? 0n;
        return `${name} ${value - start(section === '.data' && small ? '.sdata' : section)}`;
      });
    },
  );
  expect(ours).toEqual(theirs);
});

describe('symbols that linkers define', () => {
  const words = (names: string, more = ''): Uint8Array =>
    gnuObject(
      PLAIN,
      `.globl purgatory_start\n.text\npurgatory_start: nop\n${more}\n.data\n.balign 8\n.quad ${names}`,
    );

  it('are the start of the image for what names that, as the ELF header is in a linked one', async () => {
    const { word, section } = await caseImage(words('__executable_start, __dso_handle'), BASE);
    expect([word(section('.data'), 8), word(section('.data') + 8, 8)]).toEqual([BASE, BASE]);
  });

  it('bound nothing where there is nothing to bound', async () => {
    const pairs = Object.keys(LINKER_SYMBOLS).filter(
      (name) => /_(start|end)$/.test(name) && /_array_|iplt/.test(name),
    );
    const { word, section, map } = await caseImage(words(pairs.join(', ')), BASE);
    const held = pairs.map((_, index) => word(section('.data') + 8 * index, 8));
    expect(new Set(held)).toEqual(new Set([BASE + BigInt(map.size)]));
  });

  it('stay what the object defines', async () => {
    const { word, section, at } = await caseImage(
      words('_end, etext', '.globl _end, etext\n_end: etext: nop'),
      BASE,
    );
    expect(word(section('.data'), 8)).toBe(BASE + BigInt(at('_end')));
    expect(word(section('.data') + 8, 8)).toBe(BASE + BigInt(at('etext')));
  });

  it('are refused by name where a flat image has nothing that they could mean', async () => {
    for (const [name, why] of [
      ['__ehdr_start', /is the ELF header, and a flat image has none/],
      ['_DYNAMIC', /is the table for a dynamic loader, and a flat image has none/],
      ['__tdata_start', /a purgatory has no threads/],
      ['__start_nowhere', /the image has no section nowhere of which it could be a bound; put something/],
      ['__stop_nowhere', /the image has no section nowhere/],
    ] as const) {
      await expect(buildImage(words(name))).rejects.toThrow(why);
    }
  });

  it('keep sections of which they are bounds, whatever these are for', async () => {
    const note = '.section of_ours,"a",%note\n.quad 7';
    expect((await caseImage(words('1', note), 0n)).map.sections.map(({ name }) => name)).not.toContain(
      'of_ours',
    );
    const { word, section } = await caseImage(words('__start_of_ours, __stop_of_ours', note), BASE);
    expect(word(section('.data'), 8)).toBe(BASE + BigInt(section('of_ours')));
    expect(word(section('.data') + 8, 8)).toBe(BASE + BigInt(section('of_ours') + 8));
  });

  it('are refused as bounds of what is partly zeros', async () => {
    const mixed =
      '.section mixed,"awG",%progbits,a,comdat\n.quad 1\n.section mixed,"awG",%nobits,b,comdat\n.space 8';
    await expect(buildImage(words('__start_mixed', mixed))).rejects.toThrow(
      /__start_mixed .*some have contents and others/,
    );
  });
});
