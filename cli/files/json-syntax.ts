/** Where a text is no JSON (RFC 8259), and why: the message of the engine names no line, and a name that comes twice is none to it. */

export interface SyntaxTrouble {
  /** From 1; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly why: string;
}

const SPACE = /[ \t\n\r]*/y;
/** What a string cannot have within itself as it stands: its end, an escape, controls. */
const SPECIAL = /["\\]|[^ -\uffff]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const DEEPEST = 100;

/** The first thing that is wrong; undefined for JSON in which no object has a name twice. */
export function syntaxTrouble(text: string): SyntaxTrouble | undefined {
  const scanner = new Scanner(text);
  const why = scanner.document();
  if (why === undefined) return undefined;
  const before = text.slice(0, scanner.at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, why };
}

/** Each method goes over what it is called after, or says why that is not there, with `at` where it is not. */
class Scanner {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): string | undefined {
    const why = this.#value(0, 'a value');
    if (why !== undefined) return why;
    return this.at === this.#text.length ? undefined : this.#instead('the end');
  }

  #value(depth: number, wanted: string): string | undefined {
    this.#take(SPACE);
    const first = this.#text[this.at];
    if (first === '{' || first === '[') {
      if (depth === DEEPEST) return `more than ${DEEPEST} brackets are open`;
      return first === '{' ? this.#object(depth + 1) : this.#array(depth + 1);
    }
    const why = first === '"' ? this.#string() : this.#plain(wanted);
    if (why === undefined) this.#take(SPACE);
    return why;
  }

  #plain(wanted: string): string | undefined {
    return [NUMBER, WORD].some((pattern) => this.#take(pattern) !== '') ? undefined : this.#instead(wanted);
  }

  /** Goes from mark to mark: a pattern for all of it would need room for each character. */
  #string(): string | undefined {
    for (let from = this.at + 1; ; ) {
      SPECIAL.lastIndex = from;
      const special = SPECIAL.exec(this.#text);
      this.at = special?.index ?? this.#text.length;
      if (special?.[0] === '"') {
        this.at++;
        return undefined;
      }
      if (special?.[0] !== '\\') return 'a string does not end in its line';
      ESCAPE.lastIndex = this.at;
      const [escaped] = ESCAPE.exec(this.#text) ?? [];
      if (escaped === undefined) return 'there is no such escape';
      from = this.at + escaped.length;
    }
  }

  #object(depth: number): string | undefined {
    const names = new Set<string>();
    return this.#items('}', NAME, () => {
      const start = this.at;
      const broken = this.#text[start] === '"' ? this.#string() : this.#instead(NAME);
      if (broken !== undefined) return broken;
      const name = this.#text.slice(start, this.at);
      const plain: unknown = JSON.parse(name);
      if (names.has(`${plain}`)) {
        this.at = start;
        return `${name.slice(0, LONGEST)} is there twice`;
      }
      names.add(`${plain}`);
      this.#take(SPACE);
      if (this.#text[this.at] !== ':') return this.#instead('a colon');
      this.at++;
      return this.#value(depth, 'a value');
    });
  }

  #array(depth: number): string | undefined {
    return this.#items(']', 'a value', () => this.#value(depth, 'a value'));
  }

  /** What stands between brackets, with commas between. */
  #items(end: string, wanted: string, item: () => string | undefined): string | undefined {
    this.at++;
    this.#take(SPACE);
    if (this.#text[this.at] !== end) {
      for (;;) {
        const why = item();
        if (why !== undefined) return why;
        this.#take(SPACE);
        if (this.#text[this.at] !== ',') break;
        this.at++;
        this.#take(SPACE);
        if (this.#text[this.at] === end) return `${wanted} is wanted after a comma, not ${end}`;
      }
    }
    if (this.#text[this.at] !== end) return this.#instead(`a comma or ${end}`);
    this.at++;
    this.#take(SPACE);
    return undefined;
  }

  #instead(wanted: string): string {
    const code = this.#text.codePointAt(this.at);
    if (code === undefined) return `it ends where ${wanted} is wanted`;
    const found =
      code > 0x20 && code < 0x7f ? String.fromCodePoint(code) : `U+${code.toString(16).padStart(4, '0')}`;
    if (found === '/' || found === '#') return `${wanted} is wanted; JSON has no comments`;
    return `${wanted} is wanted, not ${found}`;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [taken = ''] = pattern.exec(this.#text) ?? [];
    this.at += taken.length;
    return taken;
  }
}

const NAME = 'a name in quotation marks';
/** Most characters of a name that is repeated. */
const LONGEST = 80;
