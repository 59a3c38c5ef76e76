/** The relocation reference of an architecture, as Markdown. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { contractText, FAILURES } from '../../relocator-dsl/entry.ts';
import { GOT_SYMBOL, type Machine, rulesPath } from '../../relocator-dsl/machine.ts';
import {
  describeType,
  fixedSymbols,
  loadersText,
  loaderText,
  type MarkerDescription,
  type RefusalDescription,
  type RuleDescription,
  sentence,
  type TypeDescription,
} from './describe.ts';

/** The text of docs/relocations/<arch>.md. */
export function emitRelocationDocs(architecture: Architecture): string {
  const { machine } = architecture;
  const all = architecture.types.map((entry) => describeType(architecture, entry));
  const rules = all.filter((entry): entry is RuleDescription => entry.kind === 'rule');
  const markers = all.filter((entry): entry is MarkerDescription => entry.kind === 'marker');
  const refusals = all.filter((entry): entry is RefusalDescription => entry.kind === 'refusal');
  const lines = [
    `<!-- Generated from ${rulesPath(machine)} by \`npm run generate\`; do not edit. -->`,
    '',
    `# Relocations of ${machine.title} (${machine.arch})`,
    '',
    `${count(rules.length, 'rule')}, ${count(markers.length, 'marker')} (nothing to store), ${count(refusals.length, 'refused type')}.`,
    '',
    ...machineSection(machine),
    '## All types',
    '',
    'X is the value of the formula, as wide as the machine word, before anything is cut off. D is how far the image',
    'slides; the motion columns say what the content of the field does then.',
    '',
    '| Type | Name | X | Field | Check | Motion, symbol in the image | Motion, fixed symbol | Loaders that know it |',
    '| ---: | --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(tableRow),
    '',
    '## Rules',
    '',
    ...rules.flatMap(ruleBlock),
    ...(markers.length > 0 ? ['## Markers', '', ...markers.flatMap(markerBlock)] : []),
    ...(refusals.length > 0 ? refusalSection(refusals) : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function machineSection(machine: Machine): string[] {
  const entry = contractText(machine.entry);
  return [
    '## Machine',
    '',
    '| | |',
    '| --- | --- |',
    `| ELF | e_machine ${machine.elfMachine}, ELFCLASS${machine.wordBits} |`,
    `| Word | ${machine.wordBits} bits |`,
    `| Byte order | data ${machine.dataOrder}, instructions ${machine.instructionOrder} |`,
    `| Addends | ${machine.addends === 'explicit' ? 'explicit (SHT_RELA)' : 'in place (SHT_REL)'} |`,
    `| Unaligned data access at entry | ${machine.unalignedFaults ? 'faults' : 'allowed'} |`,
    `| After patching instructions | ${cacheText(machine)} |`,
    `| GOT symbol | \`${GOT_SYMBOL}\` |`,
    '',
    '## Entry contract',
    '',
    `- State: ${sentence(entry.state)}`,
    `- Preserved: ${entry.preserved}`,
    `- Clobbered: ${entry.clobbered}`,
    `- Stack: ${sentence(entry.stack)}`,
    ...(entry.leaving === undefined ? [] : [`- When the purgatory is entered: ${sentence(entry.leaving)}`]),
    `- Failure: ${sentence(entry.failure)}`,
    '',
    '| Failure code | Meaning |',
    '| --- | --- |',
    ...Object.values(FAILURES).map(({ code, text }) => `| 0x${code.toString(16)} | ${text} |`),
    '',
  ];
}

function cacheText({ code: { cache } }: Machine): string {
  if (!cache) return 'nothing to do';
  return cache.line.length > 0 ? 'clean and invalidate by address' : 'fence';
}

function tableRow(entry: TypeDescription): string {
  const loaders = loadersText(entry.loaders);
  const cells =
    entry.kind === 'rule'
      ? [`\`${entry.formula}\``, entry.field, entry.check, entry.motion.image, entry.motion.fixed, loaders]
      : [entry.kind === 'marker' ? 'none: marker' : 'refused', '', '', '', '', loaders];
  return `| ${[`${entry.type}`, `\`${entry.name}\``, ...cells].map(cell).join(' | ')} |`;
}

function ruleBlock(rule: RuleDescription): string[] {
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

function markerBlock(marker: MarkerDescription): string[] {
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
  return ['Loaders:', '', ...loaders.map((support) => `- ${sentence(loaderText(support))}`), ''];
}

/** Refused types grouped by what is said about them, in the order of their numbers. */
function refusalSection(refusals: readonly RefusalDescription[]): string[] {
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

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
