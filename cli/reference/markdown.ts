/** The reference of the command as a page of the documentation. */
import { optionText } from './man.ts';
import type { CommandOutline } from './outline.ts';

export function commandPage(outlines: readonly CommandOutline[]): string {
  return [
    '<!-- Generated from cli/commands by `npm run generate`; do not edit. -->',
    '',
    '# The command',
    '',
    'What `relocator help COMMAND` and the pages of man(1) in [man/](man) say. `relocator completion SHELL` prints a completion for',
    'bash, zsh or fish.',
    '',
    ...outlines.flatMap(commandLines),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

function commandLines(outline: CommandOutline): string[] {
  return [
    `## ${outline.path}`,
    '',
    '```text',
    `${outline.path} ${outline.usage}`,
    '```',
    '',
    outline.description,
    '',
    ...rows(
      ['Command', 'What it does'],
      outline.commands.map((each) => [each.name, each.summary]),
    ),
    ...rows(
      ['Argument', 'What it is'],
      outline.arguments.map((each) => [each.name, each.text]),
    ),
    ...rows(
      ['Option', 'What it does'],
      outline.options.map((option) => [option.flags, optionText(option)]),
    ),
    ...outline.notes.flatMap((note) => [note, '']),
    ...rows(
      ['Exit code', 'What it means'],
      outline.exits.map(({ code, text }) => [`${code}`, text]),
    ),
    '```shell',
    ...outline.examples,
    '```',
    '',
  ];
}

function rows(titles: readonly [string, string], cells: readonly (readonly [string, string])[]): string[] {
  if (cells.length === 0) return [];
  const row = (left: string, right: string): string => `| ${left} | ${right} |`;
  return [
    row(...titles),
    row('---', '---'),
    ...cells.map(([name, text]) => row(`\`${name.replaceAll('|', '\\|')}\``, escaped(text))),
    '',
  ];
}

/** As text of a cell: neither its end nor a tag. */
function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
