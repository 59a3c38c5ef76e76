/** The relocation reference of an architecture, as Markdown. */
import { isDeepStrictEqual } from 'node:util';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { contractText, FAILURES } from '../../relocator-dsl/entry.ts';
import { GOT_SYMBOL, type Machine, rulesPath } from '../../relocator-dsl/machine.ts';
import { markerBlock, refusalSection, ruleBlock, tableRow } from './blocks.ts';
import { describeType, sentence, type TypeDescription } from './describe.ts';

/**
 * The text of docs/relocations/<arch>.md. With a `partner`, an architecture that has the same types, it refers to the
 * partner's and has only what differs.
 */
export function emitRelocationDocs(architecture: Architecture, partner?: Architecture): string {
  const { machine, byType } = architecture;
  const lines = [
    `<!-- Generated from ${rulesPath(machine)} by \`npm run generate\`; do not edit. -->`,
    '',
    `# Relocations of ${machine.title} (${machine.arch})`,
    '',
    countText([...byType.values()]),
    '',
    ...(partner ? differenceLines(architecture, partner) : allLines(architecture)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function countText(types: Architecture['types']): string {
  const count = (kind: (typeof types)[number]['kind'], what: string): string => {
    const { length } = types.filter((entry) => entry.kind === kind);
    return `${length} ${what}${length === 1 ? '' : 's'}`;
  };
  return `${count('rule', 'rule')}, ${count('marker', 'marker')} (nothing to store), ${count('refusal', 'refused type')}.`;
}

function allLines(architecture: Architecture): string[] {
  const { machine, types } = architecture;
  const all = types.map((entry) => describeType(architecture, entry));
  return [
    '## Machine',
    '',
    '| | |',
    '| --- | --- |',
    ...[...machineFacts(machine)].map(([label, text]) => `| ${label} | ${text} |`),
    '',
    '## Entry contract',
    '',
    ...[...contractFacts(machine)].map(([label, text]) => `- ${label}: ${text}`),
    '',
    '| Failure code | Meaning |',
    '| --- | --- |',
    ...Object.values(FAILURES).map(({ code, text }) => `| 0x${code.toString(16)} | ${text} |`),
    '',
    '## All types',
    '',
    'X is the value of the formula, as wide as the machine word, before anything is cut off. D is how far the image',
    'slides; the motion columns say what the content of the field does then.',
    '',
    '| Type | Name | X | Field | Check | Motion, symbol in the image | Motion, fixed symbol | Loaders that know it |',
    '| ---: | --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(tableRow),
    '',
    ...typeSections(all),
  ];
}

function differenceLines(architecture: Architecture, partner: Architecture): string[] {
  const { machine, types } = architecture;
  const { arch, title, dataOrder, instructionOrder } = partner.machine;
  // Byte orders are told once, so they make no type another.
  const inTheirOrder = { ...architecture, machine: { ...machine, arch, dataOrder, instructionOrder } };
  const changed = types.filter((entry, index) => {
    const other = partner.types[index];
    return !other || !isDeepStrictEqual(describeType(inTheirOrder, entry), describeType(partner, other));
  });
  const facts = (each: Machine): Map<string, string> =>
    new Map([...machineFacts(each), ...contractFacts(each)]);
  const theirs = facts(partner.machine);
  const rows = [...facts(machine)]
    .filter(([label, text]) => theirs.get(label) !== text)
    .map(([label, text]) => `| ${label} | ${theirs.get(label) ?? ''} | ${text} |`);
  return [
    `What is said of [${title}](${arch}.md) holds here, but for this table${changed.length > 0 ? ' and the types below' : ''}; fields are in its byte order.`,
    '',
    `| | ${arch} | ${machine.arch} |`,
    '| --- | --- | --- |',
    ...rows,
    '',
    ...typeSections(changed.map((entry) => describeType(architecture, entry))),
  ];
}

/** Blocks for types, by what becomes of them. */
function typeSections(all: readonly TypeDescription[]): string[] {
  const rules = all.filter((entry) => entry.kind === 'rule');
  const markers = all.filter((entry) => entry.kind === 'marker');
  const refusals = all.filter((entry) => entry.kind === 'refusal');
  return [
    ...(rules.length > 0 ? ['## Rules', '', ...rules.flatMap(ruleBlock)] : []),
    ...(markers.length > 0 ? ['## Markers', '', ...markers.flatMap(markerBlock)] : []),
    ...(refusals.length > 0 ? refusalSection(refusals) : []),
  ];
}

function machineFacts(machine: Machine): Map<string, string> {
  return new Map([
    ['ELF', `e_machine ${machine.elfMachine}, ELFCLASS${machine.wordBits}`],
    ['Word', `${machine.wordBits} bits`],
    ['Byte order', `data ${machine.dataOrder}, instructions ${machine.instructionOrder}`],
    ['Addends', machine.addends === 'explicit' ? 'explicit (SHT_RELA)' : 'in place (SHT_REL)'],
    ['Unaligned data access at entry', machine.unalignedFaults ? 'faults' : 'allowed'],
    ['After patching instructions', cacheText(machine)],
    ['GOT symbol', `\`${GOT_SYMBOL}\``],
  ]);
}

function cacheText({ code: { cache } }: Machine): string {
  if (!cache) return 'nothing to do';
  return cache.line.length > 0 ? 'clean and invalidate by address' : 'fence';
}

function contractFacts({ entry }: Machine): Map<string, string> {
  const text = contractText(entry);
  return new Map([
    ['State', sentence(text.state)],
    ['Preserved', text.preserved],
    ['Clobbered', text.clobbered],
    ['Stack', sentence(text.stack)],
    ...(text.leaving === undefined
      ? []
      : [['When the purgatory is entered', sentence(text.leaving)] as const]),
    ['Failure', sentence(text.failure)],
  ]);
}
