/**
 * `npm run test:purgatories`: the purgatories that others ship, Debian's kexec-tools' and Linux's own, built, verified,
 * held against GNU ld's links, and run; a table of them with their load bases and who ends those.
 */
import { readFileSync } from 'node:fs';
import { paint } from '../../cli/print.ts';
import { progress } from '../../cli/progress.ts';
import {
  applyAt,
  type BuildOptions,
  buildImage,
  type ImageMap,
  type MapLimit,
  verifyImage,
} from '../../index.ts';
import { linuxPurgatories } from '../../scripts/linux-purgatories.ts';
import { FAMILIES } from '../machines/index.ts';
import { debianObjects } from '../support/debian-objects.ts';
import { sectionDifferences } from '../support/link-image.ts';
import type { PurgatoryRun } from '../support/purgatory-run.ts';
import { toldFindings } from '../support/told-symbols.ts';
import { outcomeOfRun } from './enter.ts';

/** In pages, or in load alignments where that is more. */
const PAGES = [0x10n, 0x123n, 0x4567n, 0x7_0000n, 0xf_f000n, 0x123_4567n];
const PAGE = 0x1000n;

interface Purgatory {
  readonly name: string;
  readonly arch: string;
  /** Where it is as it was shipped. */
  readonly path: string;
  readonly object: Uint8Array;
  /** With what its loader writes, as the run has it. */
  readonly options: BuildOptions;
  /** How it is run, or why it is not. */
  readonly run: PurgatoryRun | string;
  /** Bases at which GNU ld links it are lower than this. */
  readonly linkedBelow: bigint;
}

const runs = new Map(FAMILIES.flatMap(({ linux = {} }) => Object.entries(linux)));
const ANYWHERE = 1n << 64n;

function purgatories(): Purgatory[] {
  const debian = debianObjects().map(({ name, arch, path, object, facts, completed }): Purgatory => {
    const run = facts.run ?? (completed ? 'has no entry of its own' : 'nobody says how');
    const { linkedBelow = ANYWHERE } = facts;
    return {
      name: `kexec-tools ${name}`,
      arch,
      path,
      object,
      options: { loaderWrites: 'kexec-tools' },
      run,
      linkedBelow,
    };
  });
  const linux = linuxPurgatories().map(({ name, arch, path }): Purgatory => {
    const run = runs.get(arch) ?? 'nobody says how';
    return {
      name,
      arch,
      path,
      object: readFileSync(path),
      options: { loaderWrites: 'linux' },
      run,
      linkedBelow: ANYWHERE,
    };
  });
  return [...debian, ...linux];
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

function limit(because: MapLimit | undefined): string {
  if (because === undefined) return '-';
  return `${because.type} against ${because.symbol} in ${because.section} at ${hex(BigInt(because.offset))}`;
}

/** Bases to link at: low and high ones, and the ends of the range. */
function basesOf({ bases, loadAlign, memsz }: ImageMap, below: bigint): bigint[] {
  const align = BigInt(loadAlign);
  const unit = align > PAGE ? align : PAGE;
  const last = bases.max - (bases.max % align);
  const wanted = [...PAGES.map((page) => page * unit), bases.min, last];
  return [...new Set(wanted)].filter(
    (base) => base >= bases.min && base <= last && base + BigInt(memsz) + PAGE <= below,
  );
}

/** What it lacks of what its family is told. */
function toldTroubles(path: string, arch: string): string[] {
  const { family, missing, otherSize } = toldFindings(path, arch);
  return [
    ...(family === undefined ? ['is of no known family'] : []),
    ...missing.map((name) => `lacks ${name}, which it is told`),
    ...otherSize,
  ];
}

interface Row {
  readonly cells: readonly string[];
  readonly wrong: readonly string[];
}

async function rowOf({ name, arch, path, object, options, run, linkedBelow }: Purgatory): Promise<Row> {
  const plain = await buildImage(object);
  const { blob, map } = plain;
  const bases = basesOf(map, linkedBelow);
  const unlike = bases.flatMap((base) =>
    sectionDifferences(applyAt(blob, map, base), map, object, base).map(
      (each) => `${hex(base)}: ${JSON.stringify(each)}`,
    ),
  );
  const { bases: verified } = await verifyImage(blob, map);
  const troubles = verified.flatMap(({ base, trouble }) =>
    trouble === undefined ? [] : [`${hex(base)}: ${trouble}`],
  );
  const outcome = typeof run === 'string' ? run : await outcomeOfRun(await buildImage(object, options), run);
  const wrong = [
    ...unlike,
    ...troubles,
    ...(typeof run === 'string' || outcome === 'runs' ? [] : [outcome]),
    ...toldTroubles(path, arch),
  ];
  const ends = [
    `${hex(map.bases.min)} to ${hex(map.bases.max)}`,
    limit(map.bases.minBecause),
    limit(map.bases.maxBecause),
  ];
  return {
    cells: [
      name,
      arch,
      `${map.fixups.length}`,
      `${map.loadAlign}`,
      ...ends,
      unlike.length === 0 ? `same at ${bases.length}` : paint('red', 'differs'),
      troubles.length === 0 ? `ok at ${verified.length}` : paint('red', 'fails'),
      outcome,
    ],
    wrong,
  };
}

const HEADINGS = [
  ...['purgatory', 'machine', 'left', 'load align', 'load bases', 'ended below by', 'ended above by'],
  ...['as GNU ld links it', 'verified', 'run'],
];

const rows: Row[] = [];
for (const purgatory of purgatories()) {
  progress(purgatory.name);
  rows.push(await rowOf(purgatory));
  progress('');
}
for (const cells of [HEADINGS, HEADINGS.map(() => '---'), ...rows.map((row) => row.cells)]) {
  console.log(`| ${cells.join(' | ')} |`);
}
for (const { cells, wrong } of rows) for (const each of wrong) console.log(`${cells[0]}: ${each}`);
process.exitCode = rows.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
