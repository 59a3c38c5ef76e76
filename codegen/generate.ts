/** All files that are generated from the relocation rules. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { architectures } from '../relocator-dsl/arch/index.ts';
import { withContracts } from './docs/contracts.ts';
import { emitRelocationDocs } from './docs/emit.ts';
import { emitPrologues } from './generated-asm.ts';
import { emitReferenceModel } from './model/emit.ts';

/** Directories of generated files, with the files in them that are written by hand. */
const GENERATED_DIRECTORIES: readonly { readonly directory: string; readonly byHand: readonly string[] }[] = [
  { directory: 'reference-model', byHand: ['index.ts', 'types.ts'] },
  { directory: 'docs/relocations', byHand: [] },
  ...architectures.map(({ machine }) => ({ directory: `generated-asm/${machine.arch}`, byHand: [] })),
];

/** Pages that are written by hand but for some parts, and how those are put in. */
const PAGES: ReadonlyMap<string, (page: string) => string> = new Map([['docs/loaders.md', withContracts]]);

/** Every file that is generated, or of which a part is, with its content, by path from the root of the repository. */
async function generatedFiles(root: string): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const architecture of architectures) {
    const { arch } = architecture.machine;
    files.set(`reference-model/${arch}.ts`, emitReferenceModel(architecture));
    files.set(`docs/relocations/${arch}.md`, emitRelocationDocs(architecture));
    for (const [path, content] of await emitPrologues(architecture)) files.set(path, content);
  }
  for (const [path, withParts] of PAGES) {
    files.set(path, withParts(await readFile(join(root, path), 'utf8')));
  }
  return files;
}

/**
 * - `current`: as generated
 * - `written`: was missing or different, now as generated
 * - `removed`: was stale, now gone
 * - `drifted`, `missing`, `stale`: what a check found
 */
export type FileState = 'current' | 'written' | 'removed' | 'drifted' | 'missing' | 'stale';

export interface GeneratedFile {
  readonly path: string;
  readonly state: FileState;
}

/** Writes all generated files under `root` and removes stale ones, or, with `check`, only says what differs. */
export async function writeGenerated({
  check,
  root,
}: {
  readonly check: boolean;
  readonly root: string;
}): Promise<GeneratedFile[]> {
  const files = await generatedFiles(root);
  const states: GeneratedFile[] = [];
  for (const [path, content] of files) {
    const wanted = Buffer.from(content);
    const present = await readIfPresent(join(root, path));
    if (present?.equals(wanted)) {
      states.push({ path, state: 'current' });
    } else if (check) {
      states.push({ path, state: present ? 'drifted' : 'missing' });
    } else {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), wanted);
      states.push({ path, state: 'written' });
    }
  }
  for (const path of await staleFiles(root, files)) {
    if (!check) await rm(join(root, path));
    states.push({ path, state: check ? 'stale' : 'removed' });
  }
  return states;
}

async function staleFiles(root: string, files: ReadonlyMap<string, unknown>): Promise<string[]> {
  const stale: string[] = [];
  for (const { directory, byHand } of GENERATED_DIRECTORIES) {
    let names: string[];
    try {
      const entries = await readdir(join(root, directory), { withFileTypes: true });
      names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    } catch (error) {
      if (isMissing(error)) continue;
      throw error;
    }
    for (const name of names.sort()) {
      const path = `${directory}/${name}`;
      if (!byHand.includes(name) && !files.has(path)) stale.push(path);
    }
  }
  return stale;
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
