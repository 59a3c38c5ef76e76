/**
 * Templates: each machine has one for each format, and those that they include; what all machines have alike stands in
 * templates/ beside this file. A name that a template's context does not have is an error, wherever it stands.
 */
import Handlebars from 'handlebars';
import type { Questions } from '../machine.ts';
import { FORMATS, type Format } from '../request.ts';
import { templateSources } from './template-sources.ts';

export type Template = (context: object) => string;

type Helper = (...given: readonly unknown[]) => unknown;

/** What templates may ask beside `if`, `unless`, `each` and `with`. */
export function helpersOf({ locate, constant }: Questions): Map<string, Helper> {
  const helpers = new Map<string, Helper>([
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

/** Handlebars by itself misses no name that a helper is asked about; it reads this of its own tree. */
class EveryNameStrict extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

/** The tree of a template, in which no name is left out silently. */
export function parseStrictly(source: string): hbs.AST.Program {
  const program = Handlebars.parse(source);
  new EveryNameStrict().accept(program);
  return program;
}

/** The templates of formats among `sources`, by name; the others are what they include. */
export function compileTemplates(
  sources: ReadonlyMap<string, string>,
  questions: Questions,
): ReadonlyMap<string, Template> {
  const environment = Handlebars.create();
  const helpers = helpersOf(questions);
  for (const [name, helper] of helpers) environment.registerHelper(name, helper);
  const knownHelpers = Object.fromEntries([...helpers.keys()].map((name) => [name, true]));
  const compiled = [...sources].map(([name, source]) => {
    const options = { noEscape: true, strict: true, knownHelpers, knownHelpersOnly: true };
    return [name, environment.compile<object>(parseStrictly(source), options)] as const;
  });
  const partials = Object.fromEntries(compiled);
  const formats: ReadonlySet<string> = new Set(FORMATS);
  return new Map(
    compiled
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
  const templates = byQuestions.get(questions) ?? compileTemplates(templateSources(psabi), questions ?? {});
  byQuestions.set(questions, templates);
  const template = templates.get(format);
  if (!template) throw new RangeError(`${psabi} has no template for format ${format}`);
  return template;
}
