/** TypeScript as text, laid out as the repository's formatter would, so that it can be compared byte for byte. */

export const LINE_WIDTH = 110;

export function hexCode(value: bigint): string {
  return value === 0n ? '0n' : value < 0n ? `-0x${(-value).toString(16)}n` : `0x${value.toString(16)}n`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export function docComment(...paragraphs: string[]): string {
  const lines = paragraphs.flatMap((text) => wrap(text.replaceAll('*/', '* /'), LINE_WIDTH - 3));
  const [only = ''] = lines;
  if (lines.length === 1 && only.length <= LINE_WIDTH - '/**  */'.length) return `/** ${only} */`;
  return ['/**', ...lines.map((line) => ` * ${line}`), ' */'].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + part.length > width) {
      lines.push(line);
      line = part;
    } else {
      line = line === '' ? part : `${line} ${part}`;
    }
  }
  return [...lines, line];
}

/** A list between brackets behind `opening`, on one line where it fits, else with a line for each item. */
export function listCode(opening: string, items: readonly string[], closing: string, indent = 0): string {
  const [first, last] = [opening.at(-1), closing.at(0)];
  const space = first === '{' && last === '}' ? ' ' : '';
  const line = `${opening}${space}${items.join(', ')}${space}${closing}`;
  if (indent + line.length <= LINE_WIDTH) return line;
  const margin = ' '.repeat(indent);
  return [opening, ...items.map((item) => `${margin}  ${item},`), `${margin}${closing}`].join('\n');
}

/** `file` without its ending. */
export function importStatement(
  keyword: 'import' | 'import type',
  names: readonly string[],
  file: string,
): string {
  return listCode(`${keyword} {`, names, `} from './${file}.ts';`);
}

/** The order of imports: numbers in names count as such. */
export function byName(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

export function linesOf(...lines: readonly string[]): string {
  return lines.join('\n');
}
