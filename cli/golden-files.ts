/** The golden files of a purgatory as they are today, and its options as words that are kept beside them. */
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { auditObject } from '../image/audit.ts';
import { buildImage } from '../image/build.ts';
import { goldenAudit, goldenFiles } from '../image/golden.ts';
import { loadMachinesOf } from '../image/input/needed.ts';
import { InputError } from '../image/trouble/errors.ts';
import { Command } from './command.ts';
import { type Kept, LIST } from './files/goldens.ts';
import { aboutAll, type Inputs } from './files/inputs.ts';
import { addImageOptions, buildOptions, type ImageOptions } from './image-options.ts';
import type { Show } from './progress.ts';

/** The golden files of a purgatory as they are today. @param show what is done of it */
export async function filesOf(
  folder: string,
  kept: Kept,
  inputs: Inputs,
  show: Show,
): Promise<Map<string, string>> {
  const paths = kept.inputs.map((path) => join(folder, path));
  const onStep = (step: string): void => show(`${kept.name}: ${step}`);
  const options = { ...buildOptions(parsed(kept.options), inputs), onStep };
  onStep('reading');
  const input = inputs.readAll(paths);
  await loadMachinesOf(input);
  return aboutAll(paths, async () => {
    const built = await buildImage(input, options);
    onStep('auditing');
    const { entries } = auditObject(input, {
      ...(options.late ? { late: options.late } : {}),
      ...(options.entry === undefined ? {} : { entry: options.entry }),
    });
    onStep('relocating at load bases');
    return new Map([['audit.txt', goldenAudit(entries)], ...(await goldenFiles(built))]);
  });
}

/** Words of a command line that give the same options again. @throws InputError for contents, which are not kept */
export function optionWords(options: ImageOptions): string[] {
  const { format, late, entry, loadAlign, loaderWrites, checked, set, keepEhFrame } = options;
  if (set) throw new InputError('golden files are of images as they are built; leave --set out');
  return [
    ...(format === 'auto' ? [] : ['--format', format]),
    ...(late ? ['--late', [...late.keys()].join()] : []),
    ...(entry === undefined ? [] : ['--entry', entry]),
    ...(loadAlign === undefined ? [] : ['--load-align', `${loadAlign}`]),
    ...(loaderWrites ? ['--loader-writes', loaderWrites.join()] : []),
    ...(checked ? ['--checked'] : []),
    ...(keepEhFrame ? ['--keep-eh-frame'] : []),
  ];
}

/** The options that such words give. @throws InputError when they are none */
function parsed(words: readonly string[]): ImageOptions {
  const command = addImageOptions(
    new Command('golden').exitOverride().configureOutput({ writeErr: () => undefined }),
  );
  try {
    return command.parse(words, { from: 'user' }).opts<ImageOptions>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new InputError(`${LIST}: ${words.join(' ')}: ${error.message.replace(/^error: /, '')}`);
  }
}
