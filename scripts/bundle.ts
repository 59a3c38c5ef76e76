/** The library and the command as they are in the package: few files, of which a command reads those that it needs. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin, transformSync } from 'esbuild';
import { SCRIPT, STYLE } from '../cli/pages/page-sources.ts';
import { HELPERS } from '../codegen/formats/template.ts';
import { precompiled } from '../codegen/formats/template-engine.ts';
import { templateSources } from '../codegen/formats/template-sources.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is not put into the files: an optional package, engines with WebAssembly beside them, and what only a checkout needs. */
const EXTERNAL = ['koffi', 'keystone-engine', '@alexaltea/capstone-js', 'ts-morph'];

const MINIFIED = { minifyWhitespace: true, minifySyntax: true } as const;

/** Packages that still use `require`, which modules do not have, get it by a function that stands in one file. */
const ASKS_REQUIRE = 'Dynamic require of';
const REQUIRE = `import { createRequire as requireFor } from 'node:module';
const require = requireFor(import.meta.url);`;

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

function hasTemplates(psabi: string): boolean {
  return readdirSync(`${ROOT}codegen/machines/${psabi}`).includes('templates');
}

/**
 * Writes the library and the command into folders of theirs in `folder`, and tells what is in each file. They share no files:
 * the library has all machines, and what the command shared with it would be in many small pieces.
 */
export async function bundle(folder: string): Promise<Metafile['outputs']> {
  const library = await bundled('index.ts', `${folder}/library`);
  return { ...library, ...(await bundled('cli/relocator.ts', `${folder}/command`)) };
}

async function bundled(entry: string, folder: string): Promise<Metafile['outputs']> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outdir: folder,
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names stay, for who has to read where an error came from.
    ...MINIFIED,
    external: EXTERNAL,
    plugins: [TEMPLATES, PAGES],
    metafile: true,
    logLevel: 'warning',
    write: false,
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.includes(ASKS_REQUIRE) ? withRequire(text) : text);
  }
  return metafile.outputs;
}

function withRequire(text: string): string {
  const [first = ''] = /^#!.*\n/.exec(text) ?? [];
  return `${first}${REQUIRE}\n${text.slice(first.length)}`;
}
