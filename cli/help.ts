/** The text of --help: no line is longer than the terminal's, but those of examples, which are to be copied. */
import { type Command, Help } from 'commander';
import { exitsOf, type Manual, paragraphsOf } from './manual.ts';
import { broken } from './print.ts';

/** Blanks before an item, and between it and what is said of it. */
const GAP = '  ';
/** Blanks before what is said of an item that takes a line of its own. */
const BELOW = ' '.repeat(8);
/** Items of at most this part of a line have what is said of them beside them. */
const ITEM_PART = 0.4;

export class HelpText extends Help {
  readonly #manual: Manual;
  // Of lines however short; Commander leaves those as they are that have less than 40 characters.
  override minWidthToWrap = 1;

  constructor(manual: Manual) {
    super();
    this.#manual = manual;
  }

  /** Behind what Commander tells of a command stands its manual. */
  override formatHelp(command: Command, helper: Help): string {
    const width = helper.helpWidth ?? 0;
    const exits = exitsOf(this.#manual).map(({ code, text }) => [`${code}`, text] as const);
    const codes = Math.max(...exits.map(([code]) => code.length));
    const parts = [
      ...paragraphsOf(this.#manual).map((text) => helper.boxWrap(text, width)),
      ['Exit codes:', ...exits.map(([code, text]) => helper.formatItem(code, codes, text, helper))].join(
        '\n',
      ),
      ['Examples:', ...this.#manual.examples.map((line) => GAP + line)].join('\n'),
    ];
    return `${super.formatHelp(command, helper)}\n${parts.join('\n\n')}\n`;
  }

  /** An option, argument or command with what is said of it: beside it, or below where there is no room. */
  override formatItem(term: string, widest: number, description: string, helper: Help): string {
    const width = helper.helpWidth ?? 0;
    const column = Math.min(widest, Math.floor(width * ITEM_PART));
    if (description === '') return GAP + term;
    const room = width - column - 2 * GAP.length;
    const longest = Math.max(...description.split(' ').map(({ length }) => length));
    if (term.length > column || longest > room) {
      const lines = broken(description, width - BELOW.length);
      return [GAP + term, ...lines.map((line) => BELOW + line)].join('\n');
    }
    const lines = broken(description, room);
    return lines
      .map((line, index) => `${GAP}${(index === 0 ? term : '').padEnd(column)}${GAP}${line}`)
      .join('\n');
  }
}
