/** Where a linker does otherwise than a rule. Everything not listed must agree. */
import { aarch64 } from '../machines/aarch64/differences.ts';
import { alpha } from '../machines/alpha/differences.ts';
import { arm } from '../machines/arm/differences.ts';
import { hppa } from '../machines/hppa/differences.ts';
import { ia64 } from '../machines/ia64/differences.ts';
import { loongarch } from '../machines/loongarch64/differences.ts';
import { m68k } from '../machines/m68k/differences.ts';
import { mips } from '../machines/mips/differences.ts';
import { ppc } from '../machines/ppc/differences.ts';
import { ppc64 } from '../machines/ppc64/differences.ts';
import { riscv } from '../machines/riscv/differences.ts';
import { s390x } from '../machines/s390x/differences.ts';
import { sh } from '../machines/sh/differences.ts';
import { sparc64 } from '../machines/sparc64/differences.ts';
import { x86 } from '../machines/x86-common/differences.ts';
import type { Difference, GotDifference } from './differences.ts';
import { WAYS } from './got-forms.ts';
import type { Linker } from './linkers.ts';
import type { Fault } from './wrong-models.ts';

const families = [
  x86,
  s390x,
  riscv,
  aarch64,
  alpha,
  hppa,
  loongarch,
  m68k,
  sh,
  sparc64,
  arm,
  ia64,
  ppc64,
  ppc,
  mips,
];

export const DIFFERENCES: readonly Difference[] = families.flatMap(({ plain }) => plain);
export const GOT_DIFFERENCES: readonly GotDifference[] = families.flatMap(({ throughGot }) => throughGot);

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
    ...WAYS.map(
      ({ linker, arch, instructions, what, decides }) =>
        `| ${linker} | ${arch} | ${instructions} | ${what} | ${decides} |`,
    ),
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
