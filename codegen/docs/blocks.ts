/** What the relocation reference says of single types, as lines of Markdown. */
import {
  fixedSymbols,
  loadersText,
  loaderTexts,
  type MarkerDescription,
  type RefusalDescription,
  type RuleDescription,
  sentence,
  type TypeDescription,
} from './describe.ts';

/** The row of a type in the table of all types. */
export function tableRow(entry: TypeDescription): string {
  const loaders = loadersText(entry.loaders);
  const cells =
    entry.kind === 'rule'
      ? [`\`${entry.formula}\``, entry.field, entry.check, entry.motion.image, entry.motion.fixed, loaders]
      : [entry.kind === 'marker' ? 'none: marker' : 'refused', '', '', '', '', loaders];
  const names = [entry.name, ...entry.otherNames].map((name) => `\`${name}\``).join(', also ');
  return `| ${[`${entry.type}`, names, ...cells].map(cell).join(' | ')} |`;
}

/** All about a rule. */
export function ruleBlock(rule: RuleDescription): string[] {
  return [
    `### ${rule.name} (${rule.type})`,
    '',
    'Fixup expression:',
    '',
    ...fenced([`X = ${rule.formula}`]),
    `Field: ${rule.field}; X[high:low] are bits of X, empty cells are kept.`,
    '',
    ...fenced(rule.picture),
    'Errors:',
    '',
    ...rule.errors.map((error) => `- ${error}`),
    '',
    'Motion when the image slides by D:',
    '',
    `- symbol in the image: ${rule.motion.image}`,
    `- ${fixedSymbols(rule)}: ${rule.motion.fixed}`,
    ...(rule.undefinedWeak === undefined
      ? []
      : [`- weak undefined symbol, for which \`S = ${rule.undefinedWeak}\`: ${rule.motion.weak}`]),
    '',
    ...(rule.dynamic ? ['Only in linked images, as a dynamic relocation.', ''] : []),
    ...(rule.slot === undefined ? [] : [`GOT slot: holds \`${rule.slot}\`.`, '']),
    ...(rule.relaxations.length > 0
      ? ['Relaxations:', '', ...rule.relaxations.map((text) => `- \`${text}\``), '']
      : []),
    ...(rule.weakForms.length > 0
      ? ['With a weak undefined symbol:', '', ...rule.weakForms.map((text) => `- \`${text}\``), '']
      : []),
    `Notes: ${sentence(rule.notes)}`,
    '',
    'Example:',
    '',
    ...fenced(rule.example.split('\n')),
    ...loaderLines(rule),
    `Source: ${sentence(rule.source)}`,
    '',
  ];
}

/** All about a type that stores nothing. */
export function markerBlock(marker: MarkerDescription): string[] {
  return [
    `### ${marker.name} (${marker.type})`,
    '',
    `Notes: ${sentence(marker.notes)}`,
    '',
    ...loaderLines(marker),
    `Source: ${sentence(marker.source)}`,
    '',
  ];
}

function loaderLines({ loaders }: TypeDescription): string[] {
  const texts = loaderTexts(loaders);
  if (texts.length === 0) return [];
  const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  const lines = texts.map((text) => `- ${sentence(text.startsWith('known to') ? capital(text) : text)}`);
  return ['Loaders:', '', ...lines, ''];
}

/** Refused types grouped by what is said about them, in the order of their numbers. */
export function refusalSection(refusals: readonly RefusalDescription[]): string[] {
  const groups = new Map<string, RefusalDescription[]>();
  for (const refusal of refusals) {
    const key = `${refusal.reason}\n${refusal.remedy}`;
    const group = groups.get(key) ?? [];
    group.push(refusal);
    groups.set(key, group);
  }
  const lines = ['## Refused types', ''];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    lines.push(
      `### Refused because ${prose(first.reason)}`,
      '',
      `Remedy: ${prose(sentence(first.remedy))}`,
      '',
      ...group.map(({ name, type }) => `- \`${name}\` (${type})`),
      '',
    );
  }
  return lines;
}

/** `text` with the underscores escaped that begin a word and would mean emphasis. */
function prose(text: string): string {
  return text.replace(/(?<!\w)_+/g, (underscores) => underscores.replaceAll('_', '\\_'));
}

function fenced(lines: readonly string[]): string[] {
  return ['```text', ...lines, '```', ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
