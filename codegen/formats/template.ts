/**
 * Templates: each machine has one for each format, and those that they include; what all machines have alike stands in
 * templates/ beside this file. A name that a template's context does not have is an error, wherever it stands.
 */
import type { Questions } from '../machine.ts';
import { FORMATS, type Format } from '../request.ts';
import { compiledTemplates, type Delegate, type Helper } from './template-engine.ts';

export type Template = (context: object) => string;

/** All that templates may ask beside `if`, `unless`, `each` and `with`. */
export const HELPERS = ['hex', 'atMost', 'locate', 'constant'] as const;

/** Those of them that a machine answers. */
export function helpersOf({ locate, constant }: Questions): Map<(typeof HELPERS)[number], Helper> {
  const helpers = new Map<(typeof HELPERS)[number], Helper>([
    ['hex', (value) => numeric(value).toString(16)],
    ['atMost', (value, limit) => numeric(value) <= numeric(limit)],
  ]);
  if (locate) helpers.set('locate', (offset) => locate(Number(numeric(offset))));
  if (constant) helpers.set('constant', (value) => constant(BigInt(numeric(value))));
  return helpers;
}

function numeric(value: unknown): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  throw new TypeError(`a template has ${String(value)} where a number belongs`);
}

/** Of all that were compiled together, those of formats, which may include the others. */
export function formatsAmong(compiled: Iterable<readonly [string, Delegate]>): ReadonlyMap<string, Template> {
  const all = [...compiled];
  const partials = Object.fromEntries(all);
  const formats: ReadonlySet<string> = new Set(FORMATS);
  return new Map(
    all
      .filter(([name]) => formats.has(name))
      .map(([name, delegate]) => [name, (context) => delegate(context, { partials })]),
  );
}

/** By what they ask, as machines that share a folder do not answer alike. */
const compiled = new Map<string, Map<Questions | undefined, ReadonlyMap<string, Template>>>();

/** The template of a format, of the machine whose folder is `psabi`; each is read and compiled once. */
export function templateFor(psabi: string, questions: Questions | undefined, format: Format): Template {
  const byQuestions = compiled.get(psabi) ?? new Map<Questions | undefined, ReadonlyMap<string, Template>>();
  compiled.set(psabi, byQuestions);
  const templates =
    byQuestions.get(questions) ?? formatsAmong(compiledTemplates(psabi, helpersOf(questions ?? {})));
  byQuestions.set(questions, templates);
  const template = templates.get(format);
  if (!template) throw new RangeError(`${psabi} has no template for format ${format}`);
  return template;
}
