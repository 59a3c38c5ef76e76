/** Compiles and links the programs that check themselves. What was made once is kept in .cache. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Input } from '../../index.ts';
import { CACHE } from '../../scripts/debian-packages.ts';
import { type Command, compileCommands, LIBGCC, linkCommand, tool, wordsOf } from './commands.ts';
import { ended } from './ended.ts';
import type { Image, SelfCheck } from './plan.ts';

const kept = join(CACHE, 'selfcheck');

/** The image could not be compiled or linked: what the tool said. */
export class NotMade extends Error {}

/** What an image is built of: an object, a static PIE, or several objects. @throws NotMade */
export function madeInput(image: Image, check: SelfCheck): Promise<Input> {
  return inFolder(async (folder) => {
    const objects = await compiled(image, check, folder);
    if (image.form !== 'objects') return await linked(image, check, objects, folder);
    const library = check.libgcc ? [await libraryOf(image, check)] : [];
    return [...objects, ...library].map((file) => ({ name: basename(file), bytes: readFileSync(file) }));
  });
}

/** The object, static PIE or executable of an image. @throws NotMade */
export function madeImage(image: Image, check: SelfCheck): Promise<Uint8Array> {
  return inFolder(async (folder) => linked(image, check, await compiled(image, check, folder), folder));
}

async function inFolder<Result>(job: (folder: string) => Promise<Result>): Promise<Result> {
  mkdirSync(kept, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'relocator-selfcheck-'));
  try {
    return await job(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compiled(image: Image, check: SelfCheck, folder: string): Promise<string[]> {
  const objects: string[] = [];
  for (const command of compileCommands(image, check)) {
    // Linkers write the names of objects into what they make: the same names wherever the cache is.
    const object = join(folder, command.output);
    copyFileSync(await made(command, folder), object);
    objects.push(object);
  }
  return objects;
}

async function linked(
  image: Image,
  check: SelfCheck,
  objects: readonly string[],
  folder: string,
): Promise<Uint8Array> {
  const link = linkCommand(
    image,
    check,
    objects.map((object) => basename(object)),
  );
  const library = link.words.includes(LIBGCC) ? await libraryOf(image, check) : LIBGCC;
  const words = link.words.map((word) => (word === LIBGCC ? library : word));
  return readFileSync(await made({ ...link, words, inputs: objects }, folder));
}

/** The file that a command makes: of an earlier run of the same command on the same inputs, or of this one. */
async function made({ words, inputs, output }: Command, folder: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(words));
  for (const input of inputs) hash.update(readFileSync(input));
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

/** Where the compiler's library is; variants of a compiler have libraries of their own. */
async function libraryOf(image: Image, check: SelfCheck): Promise<string> {
  const flags = [...wordsOf(check.flags), ...(image.compiler === 'gcc' ? image.flags : [])];
  const { output } = await ended([...tool(image.arch, 'GCC'), ...flags, '-print-libgcc-file-name'], '/');
  return output.trim();
}

function firstLines(output: string): string {
  return output.trim().split('\n').slice(0, 3).join(' ');
}
