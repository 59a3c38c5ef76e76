/** Man pages, in the macros of man(7). */
import type { CommandOutline, OptionOutline } from './outline.ts';

/** What the head of every page carries. */
export interface Release {
  readonly version: string;
  /** As ISO 8601 writes it. */
  readonly day: string;
}

/** The page of a command, by the name of its file. */
export function manPage(
  outline: CommandOutline,
  all: readonly CommandOutline[],
  { version, day }: Release,
): readonly [file: string, text: string] {
  const name = outline.path.replaceAll(' ', '-');
  const others = all.filter(({ path }) => path !== outline.path).map(({ path }) => path.replaceAll(' ', '-'));
  const text = [
    `.\\" Generated from cli/commands by \`npm run generate\`; do not edit.`,
    `.TH ${quoted(name.toUpperCase())} 1 ${quoted(day)} ${quoted(`relocator ${version}`)} "User Commands"`,
    '.SH NAME',
    `${escaped(name)} \\- ${escaped(firstLower(outline.summary).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    `.B ${escaped(outline.path)}`,
    escaped(outline.usage),
    '.SH DESCRIPTION',
    escaped(outline.description),
    ...section(
      'COMMANDS',
      outline.commands.flatMap((each) => entry(each.name, `${each.summary}; see ${name}-${each.name}(1)`)),
    ),
    ...section(
      'ARGUMENTS',
      outline.arguments.flatMap((each) => entry(each.name, each.text)),
    ),
    ...section(
      'OPTIONS',
      outline.options.flatMap((option) => entry(option.flags, optionText(option))),
    ),
    ...section('NOTES', outline.notes.flatMap(paragraph)),
    ...section(
      'EXIT STATUS',
      outline.exits.flatMap(({ code, text }) => entry(`${code}`, text)),
    ),
    ...section(
      'EXAMPLES',
      outline.examples.flatMap((line) => ['.PP', '.nf', escaped(line), '.fi']),
    ),
    '.SH SEE ALSO',
    others.map((each) => `.BR ${escaped(each)} (1)`).join(' ,\n'),
    '',
  ];
  return [`${name}.1`, text.join('\n')];
}

function section(title: string, lines: readonly string[]): string[] {
  // A heading begins a paragraph by itself.
  const rest = lines[0] === '.PP' ? lines.slice(1) : lines;
  return rest.length === 0 ? [] : [`.SH ${title}`, ...rest];
}

function entry(term: string, text: string): string[] {
  return ['.TP', `.B ${escaped(term)}`, escaped(`${text}.`.replace(/\.\.$/, '.'))];
}

function paragraph(text: string): string[] {
  return ['.PP', escaped(text)];
}

export function optionText({ text, choices, initial }: OptionOutline): string {
  const more = [
    ...(choices ? [`one of ${choices.join(', ')}`] : []),
    ...(initial === undefined ? [] : [`default: ${initial}`]),
  ];
  return more.length === 0 ? text : `${text} (${more.join('; ')})`;
}

function firstLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Text as roff reads it: no request at the start of a line, and hyphens that can be copied. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^(?=[.'])/, '\\&');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '')}"`;
}
