/** The library and the command as they are in the package: few files, of which a command reads those that it needs. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { templateSources } from '../codegen/formats/template-sources.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is not put into the files: an optional package, engines with WebAssembly beside them, and what only a checkout needs. */
const EXTERNAL = ['koffi', 'keystone-engine', '@alexaltea/capstone-js', 'ts-morph'];

/** Packages that still use `require`, which modules do not have. */
const REQUIRE = `import { createRequire as requireFor } from 'node:module';
const require = requireFor(import.meta.url);`;

/** Puts the text of all templates in place of the module that reads their folders. */
const TEMPLATES: Plugin = {
  name: 'templates',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]codegen[\\/]formats[\\/]template-sources\.ts$/ }, () => {
      const folders = readdirSync(`${ROOT}codegen/machines`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && hasTemplates(entry.name))
        .map(({ name }) => [name, [...templateSources(name)]] as const);
      return {
        loader: 'ts',
        contents: `const FOLDERS = new Map(${JSON.stringify(folders)});
export const templateSources = (psabi) => new Map(FOLDERS.get(psabi));`,
      };
    });
  },
};

function hasTemplates(psabi: string): boolean {
  return readdirSync(`${ROOT}codegen/machines/${psabi}`).includes('templates');
}

/** Writes `index.js`, `relocator.js` and what they share into a folder, and tells what is in each file. */
export async function bundle(folder: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { index: 'index.ts', relocator: 'cli/relocator.ts' },
    outdir: folder,
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    plugins: [TEMPLATES],
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
