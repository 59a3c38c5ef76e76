/**
 * Compiles templates. In a package they are compiled already: scripts/bundle.ts puts what they have become, and the part of
 * Handlebars that runs it, in place of this file.
 */
import Handlebars from 'handlebars';
import { templateSources } from './template-sources.ts';

/** What a compiled template makes of a context, with the others that it includes. */
export type Delegate = HandlebarsTemplateDelegate<object>;

export type Helper = (...given: readonly unknown[]) => unknown;

/** Handlebars by itself misses no name that a helper is asked about; it reads this of its own tree. */
class EveryNameStrict extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

/** The tree of a template, in which no name is left out silently. */
function parseStrictly(source: string): hbs.AST.Program {
  const program = Handlebars.parse(source);
  new EveryNameStrict().accept(program);
  return program;
}

/** That only `helpers` may be asked beside `if`, `unless`, `each` and `with`. */
function optionsFor(helpers: Iterable<string>): PrecompileOptions {
  const knownHelpers = Object.fromEntries([...helpers].map((name) => [name, true]));
  return { noEscape: true, strict: true, knownHelpers, knownHelpersOnly: true };
}

/** Each of `sources`, compiled. */
export function compileAll(
  sources: ReadonlyMap<string, string>,
  helpers: ReadonlyMap<string, Helper>,
): ReadonlyMap<string, Delegate> {
  const environment = Handlebars.create();
  for (const [name, helper] of helpers) environment.registerHelper(name, helper);
  const options = optionsFor(helpers.keys());
  return new Map(
    [...sources].map(([name, source]) => [name, environment.compile<object>(parseStrictly(source), options)]),
  );
}

/** The templates of the machine whose folder is `psabi`, compiled. */
export function compiledTemplates(
  psabi: string,
  helpers: ReadonlyMap<string, Helper>,
): ReadonlyMap<string, Delegate> {
  return compileAll(templateSources(psabi), helpers);
}

/** A program in JavaScript that gives what Handlebars' part for running needs of a template. */
export function precompiled(source: string, helpers: Iterable<string>): string {
  return String(Handlebars.precompile(parseStrictly(source), optionsFor(helpers)));
}
