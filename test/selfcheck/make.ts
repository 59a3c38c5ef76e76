/** Compiles and links the programs that check themselves. What was made once is kept in .cache. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CACHE } from '../../scripts/debian-packages.ts';
import { type Command, compileCommands, LIBGCC, linkCommand, tool, wordsOf } from './commands.ts';
import { ended } from './ended.ts';
import type { Image, SelfCheck } from './plan.ts';

const kept = join(CACHE, 'selfcheck');

/** The image could not be compiled or linked: what the tool said. */
export class NotMade extends Error {}

/** The object, static PIE or executable of an image. @throws NotMade */
export async function madeImage(image: Image, check: SelfCheck): Promise<Uint8Array> {
  mkdirSync(kept, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'relocator-selfcheck-'));
  try {
    const objects: string[] = [];
    for (const command of compileCommands(image, check)) objects.push(await made(command, folder));
    const link = linkCommand(image, check, objects);
    const words = await withLibrary(link.words, image, check);
    return readFileSync(await made({ ...link, words, inputs: objects }, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The file that a command makes: of an earlier run of the same command on the same inputs, or of this one. */
async function made({ words, inputs, output }: Command, folder: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(words));
  // What was made is called by what it was made of.
  for (const input of inputs) hash.update(input.startsWith(kept) ? basename(input) : readFileSync(input));
  const file = join(kept, hash.digest('hex'));
  try {
    readFileSync(file);
    return file;
  } catch {
    // not made yet
  }
  const { status, signal, output: said } = await ended(words, folder);
  if (status !== 0) throw new NotMade(firstLines(said) || `${words[0]} ended with ${status ?? signal}`);
  copyFileSync(join(folder, output), `${file}.${basename(folder)}`);
  renameSync(`${file}.${basename(folder)}`, file);
  return file;
}

/** Variants of a compiler have libraries of their own. */
async function withLibrary(
  words: readonly string[],
  image: Image,
  check: SelfCheck,
): Promise<readonly string[]> {
  if (!words.includes(LIBGCC)) return words;
  const flags = [...wordsOf(check.flags), ...(image.compiler === 'gcc' ? image.flags : [])];
  const { output } = await ended([...tool(image.arch, 'GCC'), ...flags, '-print-libgcc-file-name'], '/');
  return words.map((word) => (word === LIBGCC ? output.trim() : word));
}

function firstLines(output: string): string {
  return output.trim().split('\n').slice(0, 3).join(' ');
}
