/** Puts many files of a bundle into few: to find and open a file takes node longer than to read it. */
import { basename, dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';

type Output = Metafile['outputs'][string];

/** One file of a bundle, as CommonJS, and what esbuild says is in it. */
export interface Chunk {
  readonly path: string;
  readonly text: string;
  readonly output: Output;
}

/** Bytes from which on a file stays by itself: who does not need it would read all of it. */
const LARGE = 20_000;

/** Of how many of the program's commands a part is, if all shall read it. */
const MANY = 4;

/**
 * The same files, where one holds all that the program reads before it knows what it is asked for, and another the small parts that
 * many of its commands need. A part of them runs when it is first asked for, as a file of its own does.
 * @param program the path of the program's file
 */
export function mergeChunks(chunks: readonly Chunk[], program: string): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [basename(chunk.path), chunk]));
  const reached = (from: Chunk): Set<Chunk> => {
    const found = new Set([from]);
    for (const { output } of found) {
      for (const { path, kind } of output.imports) {
        const next = kind === 'import-statement' ? byName.get(basename(path)) : undefined;
        if (next) found.add(next);
      }
    }
    return found;
  };
  const isPart = ({ output, text }: Chunk): boolean => !output.entryPoint && text.length < LARGE;
  const start = chunks.find(({ path }) => path === program);
  if (!start) throw new Error(`${program} is not in the bundle`);
  const first = [...reached(start)].filter((chunk) => !chunk.output.entryPoint);
  const commands = chunks
    .filter(({ output }) => /^cli\/commands\//.test(output.entryPoint ?? ''))
    .map((chunk) => reached(chunk));
  const common = chunks.filter(
    (chunk) =>
      isPart(chunk) &&
      !first.includes(chunk) &&
      commands.filter((needed) => needed.has(chunk)).length >= MANY,
  );
  const folder = join(dirname(program), 'parts');
  const held = new Map([
    ...first.map((each) => [each, 'start'] as const),
    ...common.map((each) => [each, 'common'] as const),
  ]);
  const text = (chunk: Chunk, within?: string): string =>
    chunk.text.replace(/\brequire\("(\.[^"]*?)([^"/]+)"\)/g, (whole, way: string, name: string) => {
      const needed = byName.get(name);
      const holder = needed && held.get(needed);
      if (!holder) return whole;
      return holder === within ? `part("${name}")` : `require("${way}${holder}.cjs").part("${name}")`;
    });
  const merged = (['start', 'common'] as const).map((name) => {
    const parts = [...held].filter(([, holder]) => holder === name).map(([chunk]) => chunk);
    return {
      path: join(folder, `${name}.cjs`),
      text: holderOf(parts.map((part) => [basename(part.path), text(part, name)])),
      output: together(parts.map(({ output }) => output)),
    };
  });
  return [
    ...merged,
    ...chunks.filter((chunk) => !held.has(chunk)).map((chunk) => ({ ...chunk, text: text(chunk) })),
  ];
}

/** A file that holds parts by name, and runs each once. */
function holderOf(parts: readonly (readonly [name: string, text: string])[]): string {
  const functions = parts.map(([name, text]) => `${JSON.stringify(name)}(module,exports){${text}}`);
  return `const parts={${functions.join(',\n')}};
const loaded={};
function part(name){
  let module=loaded[name];
  if(module===undefined){module=loaded[name]={exports:{}};parts[name](module,module.exports)}
  return module.exports;
}
exports.part=part;
`;
}

/** What is in all of them, as esbuild says it of one. */
function together(outputs: readonly Output[]): Output {
  return {
    bytes: outputs.reduce((sum, { bytes }) => sum + bytes, 0),
    inputs: Object.assign({}, ...outputs.map(({ inputs }) => inputs)) as Output['inputs'],
    imports: outputs.flatMap(({ imports }) => imports),
    exports: [],
  };
}
