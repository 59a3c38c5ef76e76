/**
 * The names that templates use, held against those that they are told, in all branches: what a rendering does not come by
 * is read in the template's tree.
 */
import Handlebars from 'handlebars';

/** What a template is told: the names of an object, what a list is of, or nothing that has names. */
export type Shape =
  | { readonly kind: 'names'; readonly names: ReadonlyMap<string, Shape> }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'value' };

const VALUE: Shape = { kind: 'value' };
const LINES: Shape = { kind: 'list', of: VALUE };

export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return { kind: 'list', of: value.map(shapeOf).reduce(together, VALUE) };
  if (typeof value !== 'object' || value === null) return VALUE;
  return {
    kind: 'names',
    names: new Map(Object.entries(value).map(([name, each]) => [name, shapeOf(each)])),
  };
}

function together(a: Shape, b: Shape): Shape {
  if (a.kind !== 'names' || b.kind !== 'names') return a.kind === 'value' ? b : a;
  return { kind: 'names', names: new Map([...a.names, ...b.names]) };
}

export interface Machine {
  /** All templates that may be included, by name. */
  readonly sources: ReadonlyMap<string, string>;
  /** The helpers that it has beside those of Handlebars. */
  readonly helpers: ReadonlySet<string>;
}

export interface Names {
  /** Whatever is named and not there, with the template and the line. */
  readonly missing: readonly string[];
  /** The names that are there and named, the inner ones behind a point. */
  readonly used: ReadonlySet<string>;
}

interface Scope {
  readonly shape: Shape;
  /** How `used` begins for its names. */
  readonly prefix: string;
}

const NOTHING: Scope = { shape: VALUE, prefix: '' };

/** A template that stands in another one, which includes a frame around it. */
interface Inline {
  readonly program: hbs.AST.Program;
  readonly where: string;
}

const DATA: ReadonlySet<string> = new Set(['first', 'last', 'index']);
const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** The names of the template `main` and of all that it includes. */
export function namesIn(machine: Machine, main: string, told: Shape): Names {
  const found: Found = { missing: new Set(), used: new Set() };
  const walk = new Walk(machine, found, main, new Map(), [{ shape: told, prefix: '' }]);
  walk.accept(Handlebars.parse(machine.sources.get(main) ?? ''));
  return { missing: [...found.missing], used: found.used };
}

interface Found {
  readonly missing: Set<string>;
  readonly used: Set<string>;
}

/** A walk through one template. */
class Walk extends Handlebars.Visitor {
  readonly #machine: Machine;
  readonly #found: Found;
  readonly #where: string;
  readonly #inlines: ReadonlyMap<string, Inline>;
  /** The innermost comes first. */
  readonly #scopes: readonly Scope[];
  /** What the expression was that was visited last. */
  #value: Scope = NOTHING;

  constructor(
    machine: Machine,
    found: Found,
    where: string,
    inlines: ReadonlyMap<string, Inline>,
    scopes: readonly Scope[],
  ) {
    super();
    this.#machine = machine;
    this.#found = found;
    this.#where = where;
    this.#inlines = inlines;
    this.#scopes = scopes;
  }

  #miss(what: string, { loc }: hbs.AST.Node): void {
    this.#found.missing.add(`${this.#where}:${loc.start.line}: ${what}`);
  }

  #valueOf(node: hbs.AST.Expression): Scope {
    this.#value = NOTHING;
    this.accept(node);
    return this.#value;
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    this.#value = path.data ? this.#data(path) : this.#look(path);
  }

  #data(path: hbs.AST.PathExpression): Scope {
    if (!DATA.has(path.parts.join('.'))) this.#miss(path.original, path);
    return NOTHING;
  }

  #look(path: hbs.AST.PathExpression): Scope {
    let scope = this.#scopes[path.depth];
    for (const part of path.parts) {
      const inner = scope?.shape.kind === 'names' ? scope.shape.names.get(part) : undefined;
      const name = `${scope?.prefix ?? ''}${part}`;
      scope = inner && { shape: inner, prefix: `${name}.` };
      if (inner) this.#found.used.add(name);
    }
    if (!scope) this.#miss(path.original, path);
    return scope ?? NOTHING;
  }

  override MustacheStatement({ path, params }: hbs.AST.MustacheStatement): void {
    if (params.length === 0) this.accept(path);
    else this.#call(path, params);
  }

  override SubExpression({ path, params }: hbs.AST.SubExpression): void {
    this.#call(path, params);
    this.#value = { shape: LINES, prefix: '' };
  }

  #call(path: hbs.AST.Node, params: readonly hbs.AST.Expression[]): void {
    const name = originalOf(path);
    if (!this.#machine.helpers.has(name)) this.#miss(`the helper ${name}`, path);
    for (const param of params) this.accept(param);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const { path, params, program } = block;
    const name = path.original;
    if (!BLOCKS.has(name)) this.#miss(`the block ${name}`, path);
    const [asked = NOTHING] = params.map((param) => this.#valueOf(param));
    if (name === 'each') {
      if (asked.shape.kind === 'list') this.#within({ ...asked, shape: asked.shape.of }).accept(program);
      else this.#miss('a list', path);
    } else if (name === 'with') this.#within(asked).accept(program);
    else this.accept(program);
    // Without an else there is none, whatever the types say.
    const inverse: hbs.AST.Program | undefined = block.inverse;
    if (inverse) this.accept(inverse);
  }

  #within(scope: Scope): Walk {
    return new Walk(this.#machine, this.#found, this.#where, this.#inlines, [scope, ...this.#scopes]);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    if (!this.#include(partial, this.#inlines))
      this.#miss(`the template ${originalOf(partial.name)}`, partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    const inlines = new Map([...this.#inlines, ...this.#inlinesOf(partial.program)]);
    // What stands in it serves where there is no such template.
    if (!this.#include(partial, inlines)) this.accept(partial.program);
  }

  #inlinesOf({ body }: hbs.AST.Program): Map<string, Inline> {
    const where = this.#where;
    const inlines = new Map<string, Inline>();
    const reader = new (class extends Handlebars.Visitor {
      override DecoratorBlock({ params, program }: hbs.AST.DecoratorBlock): void {
        for (const param of params)
          if ('value' in param) inlines.set(String(param.value), { program, where });
      }
    })();
    for (const statement of body) reader.accept(statement);
    return inlines;
  }

  /** What is included is told what it is given, and nothing of what stands around. False where there is none. */
  #include(
    { name, params, hash }: Pick<hbs.AST.PartialStatement, 'name' | 'params' | 'hash'>,
    inlines: ReadonlyMap<string, Inline>,
  ): boolean {
    const [given = this.#scopes[0] ?? NOTHING] = params.map((param) => this.#valueOf(param));
    // Without pairs there is no hash, whatever the types say.
    const named: hbs.AST.Hash | undefined = hash;
    const more = new Map(named?.pairs.map(({ key, value }) => [key, this.#valueOf(value).shape]));
    const shape = more.size > 0 ? together(given.shape, { kind: 'names', names: more }) : given.shape;
    const original = originalOf(name);
    const source = this.#machine.sources.get(original);
    const { program, where } = this.#inlines.get(original) ?? {
      program: source === undefined ? undefined : Handlebars.parse(source),
      where: original,
    };
    if (program) new Walk(this.#machine, this.#found, where, inlines, [{ ...given, shape }]).accept(program);
    return program !== undefined;
  }
}

function originalOf(node: hbs.AST.Node): string {
  return 'original' in node ? String(node.original) : node.type;
}
