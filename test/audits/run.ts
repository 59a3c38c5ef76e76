/**
 * `npm run test:audits [-- [--part N] [KIND…]]`: what others compiled, audited and built: Debian's purgatories, every member of libc.a and of each
 * compiler's libgcc.a, and the modules of Debian's kernel. The audit's counts are those of readelf for sections that take
 * memory, and audit and build agree: what is built has no finding, and what is refused has the same reasons. With --part, of
 * the modules every N-th.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { walk } from '../../cli/files/walk.ts';
import { progress } from '../../cli/progress.ts';
import { archiveMembers, type BuildOptions, inputKind } from '../../index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { linuxModules } from '../../scripts/linux-modules.ts';
import { partOf } from '../support/part.ts';
import { run } from '../support/run.ts';
import { type Compared, compared, someFunction } from './compare.ts';
import { readelfCounts } from './readelf.ts';

/** What a kind of files came to. */
interface Sum {
  files: number;
  relocations: number;
  built: number;
  refused: number;
  uncounted: number;
  readonly machines: Set<string>;
  readonly wrong: string[];
}

const LIBRARIES = '/usr/lib/gcc-cross';

/** This machine's, and those of every other compiler that is installed. */
function libraries(): string[] {
  const own = ['-print-file-name=libc.a', '-print-libgcc-file-name'].map((option) =>
    run(['gcc'], [option]).trim(),
  );
  const others = readdirSync(LIBRARIES).flatMap((target) =>
    readdirSync(join(LIBRARIES, target)).map((release) => join(LIBRARIES, target, release, 'libgcc.a')),
  );
  return [...own, ...others.sort()];
}

/** Every `part`-th of them, since there are thousands. */
function* modules(): Generator<string> {
  let number = 0;
  for (const found of walk(linuxModules()))
    if ('file' in found && found.file.endsWith('.ko') && number++ % part === 0) yield found.file;
}

/** Each ELF file, and each member of an archive, with its name as readelf has it. */
function* filesIn(path: string): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const bytes = readFileSync(path);
  if (inputKind(bytes) !== 'archive') yield { name: path, bytes };
  else {
    for (const member of archiveMembers(bytes))
      yield { name: `${path}(${member.name})`, bytes: member.bytes };
  }
}

async function add(
  sum: Sum,
  path: string,
  trials: (bytes: Uint8Array) => readonly BuildOptions[],
): Promise<void> {
  const counts = readelfCounts(path);
  for (const { name, bytes } of filesIn(path)) {
    const told = (more: string): void => void sum.wrong.push(`${name}: ${more}`);
    const counted = counts.get(name);
    if (!counted) {
      told('readelf does not name it');
      continue;
    }
    let first: Compared | undefined;
    for (const options of trials(bytes)) {
      const result = await compared(name, bytes, counted, options);
      first ??= result;
      sum[result.outcome]++;
      for (const each of result.wrong) told(each);
    }
    sum.files++;
    sum.relocations += first?.relocations ?? 0;
    if (first && first.arch !== '') sum.machines.add(first.arch);
  }
}

/** As they are, and entered at a function of theirs, where that is what a library's members lack. */
function asParts(bytes: Uint8Array): BuildOptions[] {
  const entry = someFunction(bytes);
  return [{}, ...(entry === undefined ? [] : [{ entry }])];
}

const KINDS: readonly (readonly [
  string,
  () => Iterable<string>,
  (bytes: Uint8Array) => readonly BuildOptions[],
])[] = [
  [
    'purgatories',
    () => fetchPurgatories().map(({ path }) => path),
    () => [{}, { loaderWrites: 'kexec-tools' }],
  ],
  ['libraries', libraries, asParts],
  ['modules', modules, () => [{}]],
];

const { values, positionals: wanted } = parseArgs({
  options: { part: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const part = partOf(values.part);
let failed = 0;
for (const [kind, paths, trials] of KINDS) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  const sum: Sum = {
    files: 0,
    relocations: 0,
    built: 0,
    refused: 0,
    uncounted: 0,
    machines: new Set(),
    wrong: [],
  };
  for (const path of paths()) {
    progress(path);
    await add(sum, path, trials);
  }
  progress('');
  const { files, relocations, built, refused, uncounted, machines, wrong } = sum;
  const more = uncounted === 0 ? '' : `, ${uncounted} with more relocations than are read`;
  console.log(
    `${kind}: ${files} files of ${machines.size} machines with ${relocations} relocations; ${built} builds, ` +
      `${refused} refusals${more}; ${wrong.length === 0 ? 'all as readelf counts, and audit and build agree' : `${wrong.length} wrong`}`,
  );
  for (const each of wrong) console.log(`  ${each}`);
  // Without files nothing was compared.
  failed += wrong.length + (files === 0 ? 1 : 0);
}
process.exitCode = failed === 0 ? 0 : 1;
