/** The library and the command as they are in the package: few files, of which a command reads those that it needs. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin, transformSync } from 'esbuild';
import { SCRIPT, STYLE } from '../cli/pages/page-sources.ts';
import { HELPERS } from '../codegen/formats/template.ts';
import { precompiled } from '../codegen/formats/template-engine.ts';
import { templateSources } from '../codegen/formats/template-sources.ts';
import { type Chunk, mergeChunks } from './merge-chunks.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is not put into the files: an optional package, engines with WebAssembly beside them, and what only a checkout needs. */
const EXTERNAL = ['koffi', 'keystone-engine', '@alexaltea/capstone-js', 'ts-morph'];

/** Modules of node that take long to read, which many parts name and few runs use. */
const LATE = ['child_process', 'crypto', 'v8'];
const ADDRESS = '__address';
const TARGET = 'node20';
const MINIFIED = { minifyWhitespace: true, minifySyntax: true } as const;

/**
 * Puts templates that are compiled in place of the module that compiles them. Each machine's are text until they are asked for:
 * what is not wanted is not even looked at.
 */
const TEMPLATES: Plugin = {
  name: 'templates',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]codegen[\\/]formats[\\/]template-engine\.ts$/ }, () => {
      const folders = readdirSync(`${ROOT}codegen/machines`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && hasTemplates(entry.name))
        .map(({ name }) => [name, programOf(templateSources(name))] as const);
      return {
        loader: 'ts',
        resolveDir: ROOT,
        contents: `import Handlebars from 'handlebars/runtime.js';
const PROGRAMS = new Map(${JSON.stringify(folders)});
export function compiledTemplates(psabi, helpers) {
  const environment = Handlebars.create();
  for (const [name, helper] of helpers) environment.registerHelper(name, helper);
  const specifications = Function(PROGRAMS.get(psabi))();
  return new Map(Object.entries(specifications).map(([name, each]) => [name, environment.template(each)]));
}`,
      };
    });
  },
};

/** What templates have become, by name, as a program. */
function programOf(sources: ReadonlyMap<string, string>): string {
  const members = [...sources].map(
    ([name, source]) => `${JSON.stringify(name)}: ${precompiled(source, HELPERS)}`,
  );
  const { code } = transformSync(`return {${members.join(',\n')}}`, { ...MINIFIED, minifyIdentifiers: true });
  return code;
}

/** Puts what all pages have in themselves in place of the module that reads it. */
const PAGES: Plugin = {
  name: 'pages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]cli[\\/]pages[\\/]page-sources\.ts$/ }, () => ({
      loader: 'ts',
      contents: `export const STYLE = ${JSON.stringify(STYLE)};\nexport const SCRIPT = ${JSON.stringify(SCRIPT)};`,
    }));
  },
};

/**
 * Commander reads how to start processes, and with that all of the network's modules, for commands that are programs of their
 * own. There are none here.
 */
const NO_PROCESSES: Plugin = {
  name: 'no processes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export {};' }));
  },
};

function hasTemplates(psabi: string): boolean {
  return readdirSync(`${ROOT}codegen/machines/${psabi}`).includes('templates');
}

/**
 * Writes the library and the command into folders of theirs in `folder`, and tells what is in each file. They share no files:
 * the library has all machines, and what the command shared with it would be in many small pieces. The command is CommonJS, which
 * node reads in less time.
 */
export async function bundle(folder: string): Promise<Metafile['outputs']> {
  const library = await bundled('index.ts', `${folder}/library`, '.js');
  const modules = await bundled('cli/relocator.ts', `${folder}/command`, '.cjs');
  const command = mergeChunks(
    modules.map((chunk) => ({ ...chunk, text: commonJs(chunk.text) })),
    `${folder}/command/relocator.cjs`,
  );
  const files = [...library, ...command];
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return Object.fromEntries(files.map(({ path, output }) => [relative(ROOT, path), output]));
}

async function bundled(entry: string, folder: string, extension: string): Promise<Chunk[]> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outdir: folder,
    outExtension: { '.js': extension },
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: TARGET,
    // Names stay, for who has to read where an error came from.
    ...MINIFIED,
    external: EXTERNAL,
    plugins: [TEMPLATES, PAGES, NO_PROCESSES],
    metafile: true,
    logLevel: 'warning',
    write: false,
  });
  return outputFiles.map(({ path, text }) => {
    const output = metafile.outputs[relative(ROOT, path)];
    if (!output) throw new Error(`esbuild does not say what is in ${path}`);
    return { path, text, output };
  });
}

/**
 * What was split into modules, as CommonJS. What asks for its own address is told it, and some of node's modules are read where they
 * are used.
 */
function commonJs(text: string): string {
  const { code } = transformSync(text, {
    ...MINIFIED,
    format: 'cjs',
    platform: 'node',
    target: TARGET,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': ADDRESS },
  });
  const lazy = LATE.reduce(
    (source, name) =>
      source
        .replaceAll(`import_node_${name}=require("node:${name}")`, `import_node_${name}=void 0`)
        .replaceAll(`import_node_${name}.`, `require("node:${name}").`),
    code,
  );
  if (!lazy.includes(ADDRESS)) return lazy;
  const [first = ''] = /^#!.*\n/.exec(lazy) ?? [];
  return `${first}const ${ADDRESS}=require("node:url").pathToFileURL(__filename).href;\n${lazy.slice(first.length)}`;
}
