/** Names come from files, and a file must not write to the terminal, nor to the reader's eye. */

/**
 * What is not seen, or changes how its neighbours are: controls, formats (bidirectional ones and zero widths among
 * them), halves of surrogate pairs, separators of lines, and all else that Unicode has fonts pass over. And the bracket of
 * `##[`, behind which GitHub's runners look for commands in whatever a step prints.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=##)\[/gu;

/** The same, but for the line feeds that lay out a text. */
const UNSEEN_IN_LINES = new RegExp(`(?!\\n)(?:${UNSEEN.source})`, 'gu');

/** One character as all output has those that cannot stand as they are. */
export function escapedCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** `text` with what is not seen as `\u{…}`. */
export function printable(text: string): string {
  return text.replace(UNSEEN, escapedCharacter);
}

/** The same for text of several lines. */
export function printableLines(text: string): string {
  return text.replace(UNSEEN_IN_LINES, escapedCharacter);
}

/** JSON that says the same, with what is not seen in its strings as JSON escapes it. */
export function printableJson(json: string): string {
  return json.replace(UNSEEN_IN_LINES, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Most characters of a name that a message of the reader repeats. */
const NAME_LENGTH = 80;

/** A name, printable, and cut if it is long. */
export function printableName(name: string): string {
  return printable(name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}...` : name);
}
