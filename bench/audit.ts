/**
 * `npm run bench:audit [-- --write]`: `relocator audit` beside `readelf -r` and `llvm-readelf -r`, on the same files in the
 * same rounds: processor time and memory. With --write into docs/performance.md.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../cli/print.ts';
import { replacePart } from './document.ts';
import { addresses, distances, put, withCommand } from './large.ts';
import { costsOf } from './processor.ts';

const COUNT = 500_000;
const ROUNDS = 5;
const MEMBERS = 1000;

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly options?: readonly string[];
}

/** Objects of Debian's C library, each a small file. */
function members(folder: string): string[] {
  const library = execFileSync('gcc', ['-print-file-name=libc.a'], { encoding: 'utf8' }).trim();
  const names = execFileSync('ar', ['t', library], { encoding: 'utf8' }).trim().split('\n');
  const wanted = [...new Set(names)].slice(0, MEMBERS);
  execFileSync('mkdir', [join(folder, 'members')]);
  execFileSync('ar', ['x', library, ...wanted], { cwd: join(folder, 'members') });
  return readdirSync(join(folder, 'members'))
    .sort()
    .map((name) => join(folder, 'members', name));
}

function casesIn(folder: string): Case[] {
  const words = put(folder, 'words.o', addresses(COUNT));
  const near = put(folder, 'distances.o', distances(COUNT));
  const linked = (name: string, object: string, ...options: readonly string[]): string => {
    const path = join(folder, name);
    execFileSync('ld', [...options, '-e', 'purgatory_start', '-o', path, object], { stdio: 'ignore' });
    return path;
  };
  const pie = ['-pie', '--no-dynamic-linker', '-z', 'nopack-relative-relocs'];
  return [
    { name: 'addresses in an object', files: [words] },
    { name: 'distances in an object', files: [near] },
    { name: 'a static PIE', files: [linked('words.pie', words, ...pie)] },
    { name: 'a program with --emit-relocs', files: [linked('words.kept', words, '--emit-relocs')] },
    { name: `${MEMBERS} objects of libc.a`, files: members(folder), options: ['--each', '--parts'] },
  ];
}

const rows = await withCommand((command, folder) =>
  casesIn(folder).map(({ name, files, options = [] }) => {
    const commands = [
      [...command, 'audit', ...options, ...files],
      ['readelf', '-rW', ...files],
      ['llvm-readelf-16', '-r', ...files],
    ];
    const [ours, gnu, llvm] = costsOf(commands, ROUNDS);
    if (!ours || !gnu || !llvm) throw new RangeError('a command was not measured');
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const ratio = (a: number, b: number): string => (a / b).toFixed(2);
    return [
      name,
      ours.seconds.toFixed(2),
      gnu.seconds.toFixed(2),
      llvm.seconds.toFixed(2),
      ratio(ours.seconds, gnu.seconds),
      ratio(ours.seconds, llvm.seconds),
      (ours.bytes / 2 ** 20).toFixed(0),
      (size / 2 ** 20).toFixed(0),
    ];
  }),
);
const TITLES = ['FILE', 'AUDIT S', 'READELF S', 'LLVM S', 'TO READELF', 'TO LLVM', 'AUDIT MIB', 'FILE MIB'];
const text = table(
  TITLES.map((title, index) => ({ title, right: index > 0 })),
  rows,
);
console.log(text);
if (process.argv.includes('--write')) {
  replacePart(
    'audit',
    `## \`audit\` beside readers of ELF files

\`npm run bench:audit -- --write\`: ${COUNT.toLocaleString('en')} relocations in each file but the last. Processor time, the
least of ${ROUNDS} rounds in which all three ran one after the other; memory is the largest resident set. \`readelf -rW\` and
\`llvm-readelf-16 -r\` print relocations; \`audit\` tells what becomes of each, which loaders take the file, and whether an image
can be built. Node by itself takes some 0.05 s and 40 MiB.

\`\`\`text
${text}
\`\`\`

A thousand small files were to take twice GNU readelf at most, which reads all of them in the time in which node starts; the audit takes
some 1.7 ms for each: a third goes into reading, a fifth into judging for loaders, a tenth into the report. Memory was to be four times
the file at most: node alone takes 40 MiB.
`,
  );
}
