/** The rule of a makefile that names what outputs were made of. */
import { InputError } from '../trouble/errors.ts';

/** @throws InputError when a path has a line break, which no makefile can name */
export function depfileText(outputs: readonly string[], inputs: readonly string[]): string {
  const targets = outputs.map((path) => escaped(path).replace(/%/g, '\\%'));
  const sources = inputs.map(escaped);
  // Without a rule of their own, sources that are gone would stop make.
  return [
    `${targets.join(' ')}: ${sources.join(' \\\n ')}`,
    ...sources.map((source) => `${source}:`),
    '',
  ].join('\n');
}

function escaped(path: string): string {
  if (/[\n\r]/.test(path)) throw new InputError(`--depfile: no makefile can name ${path}; rename it`);
  return path
    .replace(/\$/g, '$$$$')
    .replace(/(\\*)([ \t#])/g, '$1$1\\$2')
    .replace(/:/g, '\\:');
}
