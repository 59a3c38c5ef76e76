/**
 * `npm run notice`: writes NOTICE, which names what the package has in itself of others, or needs, with each licence in full.
 * What is bundled is what esbuild says; what is needed are the dependencies of package.json.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The packages that have a part in the bundles, by their folders in node_modules. */
async function bundled(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-notice-'));
  try {
    const inputs = Object.values(await bundle(folder)).flatMap((output) => Object.keys(output.inputs));
    const found = inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
    return [...new Set(found)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The licence of a package as its own file has it. @throws Error when there is none */
function licenceOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence`);
  return readFileSync(join(folder, file), 'utf8').replace(/\r/g, '').trim();
}

/** The text of NOTICE. */
export async function noticeText(): Promise<string> {
  const own = await bundled();
  const needed = Object.keys(manifestOf(ROOT).dependencies ?? {});
  const parts = [...new Set([...own, ...needed])].sort().map((name) => {
    const folder = join(ROOT, 'node_modules', name);
    if (!existsSync(folder)) throw new Error(`${name} is not installed; run npm ci`);
    const manifest = manifestOf(folder);
    const how = own.includes(name) ? 'a part of it is in dist/' : 'installed beside it';
    const title = `${manifest.name} ${manifest.version} (${manifest.license}): ${how}`;
    return `${title}\n${'-'.repeat(title.length)}\n\n${licenceOf(folder)}\n`;
  });
  return [
    'relocator is licensed under GPL-2.0-only (LICENSE). What it generates for others to carry is, at their choice, under',
    'GPL-2.0-only or MIT, as its first line says. The package has or needs the following works of others.\n',
    ...parts,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(ROOT, 'NOTICE'), await noticeText());
