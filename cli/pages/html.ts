/** HTML that cannot be broken by what is put into it: text is escaped wherever it goes, markup only comes from templates. */
import { printable } from '../../index.ts';

/** Markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Html[];

/** A template with its parts escaped, but for what is markup already. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    texts.map((text, at) => text + (at < parts.length ? markup(parts[at] ?? '') : '')).join(''),
  );
}

function markup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(`${part}`);
}

/** Text as elements and attributes in quotation marks have it. */
function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Most characters of a name that a page shows. */
const LONGEST = 160;

/** A name out of a file: what is not seen written out, and cut if it is long, which is told. */
export function shown(name: string, longest = LONGEST): string {
  if (name.length <= longest) return printable(name);
  return `${printable(name.slice(0, longest))}… (${name.length} characters)`;
}
