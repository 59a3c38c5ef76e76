/**
 * `npm run bench:build [-- --write]`: `relocator build` beside `ld.lld -r` and a link of what comes of it, on the same objects in
 * the same rounds: processor time and memory. With --write into docs/performance.md, with a plot.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../cli/print.ts';
import { replacePart, writePicture } from './document.ts';
import { growthPicture } from './growth.ts';
import { addresses, distances, put, withCommand } from './large.ts';
import { costsOf } from './processor.ts';

const COUNTS = [1000, 10_000, 100_000, 1_000_000];
const ROUNDS = 3;
const PICTURE = 'build-growth.svg';

interface Measured {
  readonly kind: string;
  readonly count: number;
  readonly ours: number;
  readonly lld: number;
  readonly bytes: number;
  readonly mapBytes: number;
}

const KINDS = [
  { kind: 'addresses', object: addresses },
  { kind: 'distances', object: distances },
] as const;

const measured = await withCommand((command, folder) =>
  KINDS.flatMap(({ kind, object }) =>
    COUNTS.map((count): Measured => {
      const input = put(folder, 'in.o', object(count));
      const [image, map, partly, linked] = ['out', 'out.map', 'out.o', 'out.elf'].map((name) =>
        join(folder, name),
      ) as [string, string, string, string];
      const lld = ['ld.lld-16', '--threads=1'];
      const [ours, first, second] = costsOf(
        [
          [...command, 'build', input, '-o', image, '--map', map],
          [...lld, '-r', '-o', partly, input],
          [...lld, '-pie', '-e', 'purgatory_start', '-o', linked, partly],
        ],
        ROUNDS,
      );
      if (!ours || !first || !second) throw new RangeError('a command was not measured');
      if (statSync(image).size === 0 || readFileSync(linked).length === 0)
        throw new Error('a command wrote nothing');
      const both = first.seconds + second.seconds;
      return { kind, count, ours: ours.seconds, lld: both, bytes: ours.bytes, mapBytes: statSync(map).size };
    }),
  ),
);
const text = table(
  ['RELOCATIONS', 'COUNT', 'BUILD S', 'LLD S', 'RATIO', 'MIB', 'US EACH', 'MAP BYTES'].map(
    (title, index) => ({
      title,
      right: index > 0,
    }),
  ),
  measured.map(({ kind, count, ours, lld, bytes, mapBytes }) => [
    kind,
    String(count),
    ours.toFixed(2),
    lld.toFixed(2),
    (ours / lld).toFixed(1),
    (bytes / 2 ** 20).toFixed(0),
    ((ours * 1e6) / count).toFixed(1),
    String(mapBytes),
  ]),
);
console.log(text);
if (process.argv.includes('--write')) {
  const lines = KINDS.flatMap(({ kind }) => {
    const of = measured.filter((each) => each.kind === kind);
    return [
      { title: `build, ${kind}`, points: of.map(({ count, ours }) => ({ x: count, y: ours })) },
      { title: `ld.lld, ${kind}`, points: of.map(({ count, lld }) => ({ x: count, y: lld })) },
    ];
  });
  writePicture(PICTURE, growthPicture('relocations', 'seconds', lines));
  replacePart(
    'build',
    `## \`build\` beside a linker

\`npm run bench:build -- --write\`: objects of that many relocations, which are whole words with an address (left to the
prologue) or distances in 32 bits (done at build time). Processor time, the least of ${ROUNDS} rounds in which all ran one after
the other; LLD is \`ld.lld-16 --threads=1 -r\` and a link of what it wrote. Memory is the largest resident set of \`build\`. The map
names the fixups, which a linker does not write down.

\`\`\`text
${text}
\`\`\`

![Processor time by the number of relocations](performance/${PICTURE})

A million addresses were to take five times the linker at most, and take more: in a profile a third of the time goes into the map, of
which a linker writes none, a quarter into collecting garbage, and a fifth into the words of format chain, which are objects with a
BigInt each. Distances are in columns from the reader to the image.
`,
  );
}
