/** The part of docs/performance.md that sets prologues beside C, with its pictures. */
import { fastestLoop, smallestLoop } from './best.ts';
import { FORMATS } from './every.ts';
import type { LoopCost, Measured } from './measure.ts';
import { type Bars, barsPicture } from './picture.ts';
import type { Shipped } from './shipped.ts';

/** How many words the page tells of. */
export const WORDS = 1000;

export interface Part {
  readonly markdown: string;
  /** SVG files by name. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** A machine in a format, beside the loops that are best. */
interface Row extends Measured {
  readonly small: LoopCost;
  readonly fast: LoopCost;
}

const BYTES = 'prologues-bytes.svg';
const INSTRUCTIONS = 'prologues-instructions.svg';

/**
 * @param measured every machine in every format, for WORDS words
 * @param compilers of each machine, with versions
 * @param shipped loops of others
 */
export function prologuesPart(
  measured: readonly Measured[],
  compilers: ReadonlyMap<string, readonly string[]>,
  shipped: readonly Shipped[],
): Part {
  const rows = measured.map((each) => ({
    ...each,
    small: smallestLoop(each.loops),
    fast: fastestLoop(each.loops),
  }));
  const panels = (bars: (row: Row) => Omit<Bars, 'arch'>) =>
    FORMATS.map((format) => ({
      title: format,
      bars: rows.filter((row) => row.format === format).map((row) => ({ arch: row.arch, ...bars(row) })),
    }));
  const bytes = panels(({ prologue, small }) => ({ prologue: prologue.bytes, loop: small.bytes }));
  const instructions = panels((row) => ({
    prologue: each(row.prologue.instructions, row),
    loop: each(row.fast.instructions, row),
  }));
  return {
    markdown: [...pageOf(rows, compilers), '', ...shippedLines(rows, shipped)].join('\n'),
    pictures: new Map([
      [BYTES, barsPicture('Bytes of code', 'bytes', bytes)],
      [INSTRUCTIONS, barsPicture('Instructions for each word', 'instructions', instructions)],
    ]),
  };
}

/** Rounded to a tenth. */
function each(instructions: number, { words }: Measured): number {
  return Math.round((10 * instructions) / words) / 10;
}

function pageOf(rows: readonly Row[], compilers: ReadonlyMap<string, readonly string[]>): string[] {
  return [
    '## Prologues beside C',
    '',
    '`npm run bench -- --write` writes this part. [loops.c](../bench/prologues/loops.c) has the loop of each format as a C programmer',
    `writes it. Each compiler compiles it at \`-Os\`, \`-Oz\` and \`-O2\`, with the machine's options for purgatories; prologue and loops`,
    `relocate the same ${WORDS} words in the same emulator, and must leave the same memory. The loop with the fewest bytes and the one`,
    'that executes the fewest instructions are each told with who made it. A prologue is counted whole: it finds itself, relocates, guards',
    'against being entered again and jumps to the entry. A loop is only told base and table, and returns.',
    '',
    ...compilerLines(compilers),
    '',
    `![Bytes of prologues and of the smallest loops in C](performance/${BYTES})`,
    '',
    `![Instructions of prologues and of the fastest loops in C for each word](performance/${INSTRUCTIONS})`,
    '',
    ...summary(rows),
    ...FORMATS.flatMap((format) => ['', `### ${format}`, '', ...tableOf(rows, format)]),
  ];
}

function shippedLines(rows: readonly Row[], shipped: readonly Shipped[]): string[] {
  const lines = shipped.map(({ name, from, arch, format, each: theirs }) => {
    const row = rows.find((one) => one.arch === arch && one.format === format);
    if (!row) throw new Error(`${name} is for ${arch}, which was not measured`);
    const ours = each(row.prologue.instructions, row);
    const cells = [
      ...[name, from, arch, format, theirs.toFixed(1), ours.toFixed(1)],
      ...[ratio(ours, theirs), `${each(row.fast.instructions, row).toFixed(1)} (${row.fast.by})`],
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '### Loops of others',
    '',
    'What others relocate themselves with, as Debian ships it, over tables of the same words: instructions for each further word, until the',
    'last one is relocated. These loops look at the types of entries, and some at more; prologues have tables of one type.',
    '[vectors-peers.md](vectors-peers.md) has what they do otherwise.',
    '',
    '| loop | Debian package | machine | format | instructions for each word | prologue | ratio | fastest loop in C |',
    '|---|---|---|---|--:|--:|--:|--:|',
    ...lines,
  ];
}

function compilerLines(compilers: ReadonlyMap<string, readonly string[]>): string[] {
  const machines = new Map<string, string[]>();
  for (const [arch, names] of compilers) {
    const key = names.join(' and ');
    machines.set(key, [...(machines.get(key) ?? []), arch]);
  }
  return [...machines].map(([names, of]) => `- ${names}: ${of.join(', ')}`);
}

function summary(rows: readonly Row[]): string[] {
  const share = (format: string, holds: (row: Row) => boolean): string => {
    const of = rows.filter((row) => row.format === format);
    return `${of.filter(holds).length} of ${of.length}`;
  };
  const extremes = (format: string): string => {
    const ratios = rows
      .filter((row) => row.format === format)
      .map((row) => ({ arch: row.arch, value: row.prologue.instructions / row.fast.instructions }))
      .sort((a, b) => a.value - b.value);
    const [least, most] = [ratios[0], ratios.at(-1)];
    return `${least?.value.toFixed(2)} (${least?.arch}) | ${most?.value.toFixed(2)} (${most?.arch})`;
  };
  return [
    '| format | no more bytes than the smallest loop | no more instructions than the fastest loop | least ratio of instructions | greatest |',
    '|---|---|---|---|---|',
    ...FORMATS.map((format) => {
      const small = share(format, ({ prologue, small: { bytes } }) => prologue.bytes <= bytes);
      const fast = share(
        format,
        (row) => each(row.prologue.instructions, row) <= each(row.fast.instructions, row),
      );
      return `| ${format} | ${small} machines | ${fast} machines | ${extremes(format)} |`;
    }),
  ];
}

function tableOf(rows: readonly Row[], format: string): string[] {
  return [
    '| machine | bytes | smallest loop | ratio | instructions for each word | fastest loop | ratio |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows
      .filter((row) => row.format === format)
      .map((row) => {
        const { arch, prologue, small, fast } = row;
        const cells = [
          ...[arch, prologue.bytes, `${small.bytes} (${small.by})`, ratio(prologue.bytes, small.bytes)],
          ...[
            each(prologue.instructions, row).toFixed(1),
            `${each(fast.instructions, row).toFixed(1)} (${fast.by})`,
          ],
          ratio(prologue.instructions, fast.instructions),
        ];
        return `| ${cells.join(' | ')} |`;
      }),
  ];
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2);
}
