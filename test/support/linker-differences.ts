/** Where a linker does otherwise than a rule. Everything not listed must agree. */
import { FAMILIES } from '../machines/index.ts';
import type { Difference, GotDifference, Rewritten, WeakDifference } from './differences.ts';
import type { Linker } from './linkers.ts';
import type { Fault } from './wrong-models.ts';

const families = FAMILIES.map(({ differences }) => differences);

export const DIFFERENCES: readonly Difference[] = families.flatMap(({ plain }) => plain);
export const GOT_DIFFERENCES: readonly GotDifference[] = families.flatMap(({ throughGot }) => throughGot);
const REWRITTEN: readonly Rewritten[] = families.flatMap(({ rewritten = [] }) => rewritten);
const WEAK: readonly WeakDifference[] = families.flatMap(({ weak = [] }) => weak);

/** Types a linker does not do in a static link, each of them by name. */
export const NOT_DONE: Readonly<Record<Linker, readonly string[]>> = {
  'GNU ld': families.flatMap(({ notDone }) => notDone['GNU ld']),
  lld: families.flatMap(({ notDone }) => notDone.lld),
};

const blindSpots = new Map(families.flatMap(({ blindSpots: each }) => Object.entries(each)));

/** The faults in a model of the type that no linker notices. */
export function blindSpotsOf(arch: string, name: string): readonly Fault[] {
  return blindSpots.get(`${arch} ${name}`) ?? blindSpots.get(name) ?? [];
}

function patternText(pattern: RegExp): string {
  const text = pattern.source.replace(/^\^/, '').replace(/\$$/, '').trim();
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function rows(differences: readonly Pick<Difference, 'linker' | 'types' | 'what' | 'decides'>[]): string[] {
  return [
    '| linker | types | the linker | the rule |',
    '|---|---|---|---|',
    ...differences.map(({ linker, types, what, decides }) => {
      return `| ${linker} | ${patternText(types)} | ${what} | ${decides} |`;
    }),
  ];
}

/** The differences as a page. */
export function differencesPage(): string {
  const lines = [
    '# Where linkers differ',
    '',
    'Every rule is held against GNU ld and lld at both ends of its range, one past them, at misaligned values, at random',
    'ones, and on fields full of zeros, of ones and of both. Where a linker does otherwise, it is listed here; anything',
    'else fails a test. RELATIVE types, which only loaders apply, are not tested this way.',
    '',
    ...rows(DIFFERENCES),
    '',
    '## Through the GOT',
    '',
    'For rules that go through the GOT the slot is found in the table the linker made. The place, the addend or the',
    'number of the slot is moved until the value is at both ends of the range and beyond.',
    '',
    ...rows(GOT_DIFFERENCES),
    '',
    '## Instructions rewritten to do without the GOT',
    '',
    'Both psABIs list the instructions a linker may rewrite. What is rewritten is the same, byte for byte, in images that',
    'move (PIE); other than that:',
    '',
    '| linker | machine | instructions | the linker | relocator |',
    '|---|---|---|---|---|',
    ...REWRITTEN.map(
      ({ linker, arch, instructions, what, decides }) =>
        `| ${linker} | ${arch} | ${instructions} | ${what} | ${decides} |`,
    ),
    '',
    '## Weak symbols that nobody defines',
    '',
    'Code reaches for such a symbol behind a test only, so a call of it must not limit where an image can be loaded. What the',
    'psABI says decides; where it is silent, what linkers do, if it is right at every load base.',
    '',
    ...rows(WEAK),
    '',
    '## Symbols that linkers define',
    '',
    'Undefined symbols that linkers define in the final link are defined here, too: bounds of sections whose names are',
    'identifiers of C (`__start_X`, `__stop_X`), of the arrays of constructors and destructors, of code, data and zeros, and those',
    "of the machine's linker script. What has no meaning in a flat image (`__ehdr_start`, `_DYNAMIC`, …) is refused by name, and 0",
    'where it is weak. Other than in what linkers make:',
    '',
    '- `__executable_start`, and `__dso_handle`, which only lld defines, are the first byte of the blob: there is no ELF header.',
    "- `__bss_start` is the start of the first section of zeros, as lld has it; GNU ld's is right behind the data in front of it.",
    '- `_end` is the end of memory, as lld has it; GNU ld rounds it up to a word.',
    '- `__global_pointer$` (RISC-V) is 0x800 behind the start of `.sdata`, as lld has it, or of `.data`; GNU ld counts from `.data`',
    '  where there is little. Nothing counts from it, because nothing relaxes.',
    '- Of `.ctors` and `.dtors` arrays between `__init_array_start` and its like are made as GNU ld makes them, turned around; lld leaves',
    '  them out.',
    '',
    '## Types that a linker does not do',
    '',
    ...Object.entries(NOT_DONE).flatMap(([linker, names]) => [
      `${linker}: ${names.map((name) => `\`${name}\``).join(', ')}.`,
      '',
    ]),
  ];
  return lines.join('\n');
}
