/** Files of JSON that users write or keep. */
import { InputError } from '../../image/trouble/errors.ts';
import { printableName } from '../../image/trouble/printable.ts';
import { type Inputs, type Most, nameOf } from './inputs.ts';
import { syntaxTrouble } from './json-syntax.ts';

/**
 * What a file holds; no object in it has a name twice.
 * @param what it is to be, in words for messages
 * @throws InputError naming the file, and the line and column where it is no JSON
 */
export function readJson(inputs: Inputs, path: string, what: string, most: Most): unknown {
  const bytes = inputs.read(path, most);
  const fail = (why: string, place = ''): never => {
    throw new InputError(`${nameOf(path)}${place}: ${why}; ${what}`);
  };
  if (bytes.length === 0) return fail('it is empty');
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('it is no JSON, nor other text in UTF-8');
  }
  const trouble = syntaxTrouble(text);
  if (trouble) {
    // A table of TOML begins as a list does.
    const isOther = /\.(?:toml|ya?ml)$/i.test(path) || !/^\s*[[{"]/.test(text);
    const which = isOther ? 'it is no JSON, and TOML and YAML are not read' : 'it is no JSON';
    return fail(`${which}: ${trouble.why}`, `:${trouble.line}:${trouble.column}`);
  }
  const value: unknown = JSON.parse(text);
  return value;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, in words. */
export function valueText(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text ${printableName(JSON.stringify(value))}` : String(value);
}
