/** What docs/loaders.md says of what purgatories are told. */
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import {
  FAMILIES,
  type Family,
  KEXEC_TOOLS_COMMON,
  LINUX_COMMON,
  type Member,
  placedMembers,
  type Structure,
  type ToldSymbol,
} from '../../relocator-dsl/told.ts';
import { type Marks, withPart } from './part.ts';

const TOLD: Marks = {
  begin: '<!-- what purgatories are told, written by npm run generate -->',
  end: '<!-- end of what purgatories are told -->',
};

/** What is the same on every machine, and so stands in a table of its own. */
const COMMON: ReadonlySet<ToldSymbol> = new Set([...KEXEC_TOOLS_COMMON, ...LINUX_COMMON]);

/** The page with the tables of what purgatories are told. @throws RangeError when it has no place for them */
export function withTold(page: string): string {
  const families = FAMILIES.map(({ family, title, seen, knownBy }) => [
    `\`${family}\``,
    `${title} (${seen})`,
    knownBy.map((name) => `\`${name}\``).join(' and '),
  ]);
  const parts = [
    table(['family', 'purgatories of', 'known by'], families),
    `### On every machine\n\n${symbolTable([...of('kexec-tools', KEXEC_TOOLS_COMMON), ...of('linux', LINUX_COMMON), ...ownRows()])}`,
    ...machineParts(),
  ];
  return withPart(page, TOLD, `${parts.join('\n')}`);
}

interface Row {
  readonly family: Family;
  readonly bytes: string;
  readonly symbol: Omit<ToldSymbol, 'bytes'>;
}

function of(family: Family, symbols: readonly ToldSymbol[]): Row[] {
  return symbols.map((symbol) => ({ family, bytes: `${symbol.bytes}`, symbol }));
}

/** Those of this project's purgatories, of which some are as large as an address. */
function ownRows(): Row[] {
  const machines = [32, 64].flatMap((bits) =>
    architectures.filter(({ machine }) => machine.wordBits === bits).slice(0, 1),
  );
  const [narrow = [], wide = []] = machines.map(({ machine }) => toldBy('relocator', machine) ?? []);
  return narrow.map((symbol, index) => {
    const other = wide[index]?.bytes ?? symbol.bytes;
    const bytes = symbol.bytes === other ? `${other}` : `${symbol.bytes} or ${other}`;
    return { family: 'relocator', bytes, symbol };
  });
}

/** Of each machine what it has besides; once for those that have the same. */
function machineParts(): string[] {
  const machines = new Map<string, string[]>();
  for (const { machine } of architectures) {
    const part = machinePart(machine);
    if (part !== '') machines.set(part, [...(machines.get(part) ?? []), machine.arch]);
  }
  return [...machines].map(([part, names]) => `### ${names.join(', ')}\n\n${part}`);
}

function machinePart(machine: Machine): string {
  const rows = (['kexec-tools', 'linux'] as const).flatMap((family) =>
    of(
      family,
      (toldBy(family, machine) ?? []).filter((symbol) => !COMMON.has(symbol)),
    ),
  );
  return rows.length === 0 ? '' : symbolTable(rows);
}

function symbolTable(rows: readonly Row[]): string {
  const symbols = rows.map(({ family, bytes, symbol: { name, meaning, source, structure } }) => [
    `\`${name}\``,
    family,
    bytes,
    structure ? `${meaning}: \`${structure.name}\`` : meaning,
    `\`${source}\``,
  ]);
  const parts = [table(['symbol', 'family', 'bytes', 'what it is', 'written in'], symbols)];
  const structures = new Map<string, Map<Family, Structure>>();
  for (const { family, symbol } of rows) {
    if (!symbol.structure) continue;
    const { name } = symbol.structure;
    structures.set(name, (structures.get(name) ?? new Map()).set(family, symbol.structure));
  }
  return [...parts, ...[...structures].map(([name, byFamily]) => structureTable(name, byFamily))].join('\n');
}

/** The members of a structure in the orders of all families that have it, side by side. */
function structureTable(name: string, families: ReadonlyMap<Family, Structure>): string {
  const columns = [...families.values()].map(placedMembers);
  const offsets = [...new Set(columns.flatMap((members) => members.map(({ offset }) => offset)))];
  const rows = offsets
    .sort((a, b) => a - b)
    .map((offset) => [
      `${offset}`,
      ...columns.map((members) => memberText(members.find((member) => member.offset === offset))),
    ]);
  const heads = [...families].map(([family, { count, source }]) => {
    const many = count === undefined ? '' : `, ${count} of them`;
    return `${family}${many} (\`${source}\`)`;
  });
  return table([`offset in \`${name}\``, ...heads], rows);
}

function memberText(member: Member | undefined): string {
  if (!member) return '';
  const { name, bytes, meaning } = member;
  return `\`${name}\`, \`uint${bytes * 8}_t\`: ${meaning}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
