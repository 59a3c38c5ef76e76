/** All files that are generated from the relocation rules. */
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { architectures } from '../relocator-dsl/arch/index.ts';
import { withContracts } from './docs/contracts.ts';
import { emitRelocationDocs } from './docs/emit.ts';
import { withOtherLoaders } from './docs/other-loaders.ts';
import { pictures } from './docs/pictures/all.ts';
import { withTold } from './docs/told.ts';
import { emitPrologues } from './generated-asm.ts';
import { emitReferenceModel, emitSharedFiles } from './model/emit.ts';
import { partnerOf } from './partner.ts';
import { machineTable, modelTable } from './table.ts';

/** In these directories all files are generated. */
const GENERATED_DIRECTORIES = [
  'reference-model',
  'docs/relocations',
  'docs/pictures',
  'generated-asm',
  'docs/man',
] as const;

/** Pages that are written by hand but for some parts, and how those are put in. */
const PAGES: ReadonlyMap<string, (page: string) => string> = new Map([
  ['docs/loaders.md', (page) => withOtherLoaders(withTold(withContracts(page)))],
]);

/** Shows what is done now. */
type OnStep = (step: string) => void;

/** Every file that is generated, or of which a part is, with its content, by path from the root of the repository. */
async function generatedFiles(root: string, onStep: OnStep): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const [name, text] of emitSharedFiles(architectures)) files.set(`reference-model/${name}`, text);
  files.set('relocator-dsl/arch/table.ts', machineTable(architectures));
  files.set('reference-model/each.ts', modelTable(architectures));
  for (const [index, architecture] of architectures.entries()) {
    const { arch } = architecture.machine;
    onStep(`${index + 1} of ${architectures.length}: ${arch}`);
    const partner = partnerOf(architecture);
    files.set(`reference-model/${arch}.ts`, emitReferenceModel(architecture, partner));
    files.set(`docs/relocations/${arch}.md`, emitRelocationDocs(architecture, partner));
    for (const [path, content] of await emitPrologues(architecture)) files.set(path, content);
  }
  onStep('pages');
  for (const [name, content] of pictures()) files.set(`docs/pictures/${name}`, content);
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

/**
 * Writes all generated files under `root` and removes stale ones, or, with `check`, only says what differs.
 * @param onStep told each step as it begins, in words for people
 * @param also files that are generated from something else than the rules, by their paths
 */
export async function writeGenerated({
  check,
  root,
  also,
  onStep = () => undefined,
}: {
  readonly check: boolean;
  readonly root: string;
  readonly also: ReadonlyMap<string, string>;
  readonly onStep?: OnStep;
}): Promise<GeneratedFile[]> {
  const files = new Map([...(await generatedFiles(root, onStep)), ...also]);
  const states: GeneratedFile[] = [];
  onStep(check ? 'comparing' : 'writing');
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
  const present = await Promise.all(GENERATED_DIRECTORIES.map((directory) => filesBelow(root, directory)));
  return present.flat().filter((path) => !files.has(path));
}

/** The paths of all files in a directory, from `root`; none if there is no such directory. */
async function filesBelow(root: string, directory: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(root, directory), { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const paths = entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(async (entry) => {
      const path = `${directory}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
  return (await Promise.all(paths)).flat();
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
