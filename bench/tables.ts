/**
 * `npm run bench:tables [-- --write]`: what the words of large images take in each format: the places of the RELATIVE relocations of
 * programs and libraries as Debian ships them. Deterministic for the same packages. With --write into docs/performance.md.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { table } from '../cli/print.ts';
import { generatePrologue } from '../codegen/prologue.ts';
import { emptyRequest, type Format } from '../codegen/request.ts';
import { architectureNamed } from '../relocator-dsl/arch/index.ts';
import { relativeWordRule } from '../relocator-dsl/architecture.ts';
import { PLAIN } from '../test/machines/samples.ts';
import { run } from '../test/support/run.ts';
import { replacePart } from './document.ts';

const FORMATS: readonly Format[] = ['chain', 'delta', 'relr', 'rela'];
const FILES = ['libLLVM-16.so.1', 'libstdc++.so.6', 'libcrypto.so.3'];
const ENTRY = 0x800;
const BITS = 8;

const found = architectureNamed(PLAIN);
const relative = found && relativeWordRule(found);
if (!relative) throw new RangeError(`${PLAIN} has no words of its own`);

/** The addresses that move, and what they hold, of a file that the system has. */
function wordsOf(name: string): { readonly offset: number; readonly value: bigint }[] {
  const path = run(['gcc', `-print-file-name=${name}`], []).trim();
  const listed = run(['readelf', '-rW', path]);
  if (readFileSync(path).length === 0) throw new Error(`${path} is empty`);
  return [...listed.matchAll(/^([0-9a-f]{16}) +[0-9a-f]+ R_\w+_RELATIVE +([0-9a-f]+)$/gm)]
    .map(([, place = '', target = '']) => ({
      offset: Number.parseInt(place, 16),
      value: BigInt(`0x${target}`),
    }))
    .sort((a, b) => a.offset - b.offset);
}

const rows: string[][] = [];
for (const file of FILES) {
  const words = wordsOf(file);
  for (const format of FORMATS) {
    const groups = [{ bytes: 8, granule: 8, words } as const];
    const { codeSize, table: told } = await generatePrologue({
      ...emptyRequest(PLAIN, format, ENTRY),
      groups,
    });
    const bits = ((told.size * BITS) / words.length).toFixed(3);
    rows.push([basename(file), String(words.length), format, String(codeSize), String(told.size), bits]);
  }
}
const text = table(
  ['FILE', 'WORDS', 'FORMAT', 'CODE', 'TABLE', 'BITS A WORD'].map((title, index) => ({
    title,
    right: index === 1 || index > 2,
  })),
  rows,
);
console.log(text);
if (process.argv.includes('--write')) {
  replacePart(
    'tables',
    `## Tables of large images

\`npm run bench:tables -- --write\`: the words that move with the image of files that Debian ships (their RELATIVE relocations), in each
format. In \`chain\`, which \`auto\` takes where it can, a word holds the offset of the next one beside its target: the table is one
word, and costs no memory behind the image. Words of 64 bits hold offsets up to 4 GiB, those of 32 bits up to 64 KiB: larger images of
32-bit machines have \`delta\`, a byte a word and more. No table of runs and strides, which would be smaller there, is made.

\`\`\`text
${text}
\`\`\`
`,
  );
}
