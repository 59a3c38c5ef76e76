/** `relocator audit`: which relocation types objects have, and what becomes of them. */
import { Command } from 'commander';
import { printable, printableJson } from '../../image/trouble/printable.ts';
import { type Audit, type AuditEntry, auditObject, InputError } from '../../index.ts';
import { names } from '../arguments.ts';
import { aboutAll, Inputs } from '../files/inputs.ts';
import { type Column, paint, table } from '../print.ts';

const HELP = `
Classes: "settled" at build time; "fixup" for the prologue; "needs GOT": its slot is made in the image; "marker": stores
nothing; "refused": cannot be done, with the reason. The exit code is 1 if anything is refused.

Example:
  relocator audit purgatory.ro`;

const COLUMNS: readonly Column[] = [
  { title: 'COUNT', right: true },
  {
    title: 'CLASS',
    colour: (text) =>
      text === 'refused' ? 'red' : text === 'settled' || text === 'marker' ? undefined : 'yellow',
  },
  { title: 'TYPE' },
  { title: 'NUMBER', right: true },
  { title: 'FORMULA' },
  { title: 'FIRST' },
];

interface Options {
  readonly each?: boolean;
  readonly late?: readonly string[];
  readonly entry?: string;
  readonly json?: boolean;
}

export function auditCommand(): Command {
  return new Command('audit')
    .summary('list the relocation types of objects and what becomes of them')
    .description(
      'List the relocation types of objects: count, formula, what becomes of them, and where each is first.',
    )
    .argument(
      '<in...>',
      'objects (ET_REL) and archives, which are put together as build does it; or a static PIE',
    )
    .option('--each', 'take each file by itself')
    .option('--late <sym,…>', 'undefined symbols whose addresses the loader fills in', names)
    .option('--entry <sym>', 'a symbol that archives are asked for (default: purgatory_start)')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], { each, json, ...options }: Options) => {
      const inputs = new Inputs();
      const troubles: string[] = [];
      let more = 0;
      const audits: { file: string; audit: Audit }[] = [];
      for (const paths of each ? files.map((file) => [file]) : [files]) {
        try {
          const audit = await aboutAll(paths, () => auditObject(inputs.readAll(paths), options));
          audits.push({ file: paths.join(' '), audit });
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          troubles.push(...error.troubles);
          more += error.more;
        }
      }
      if (each === undefined && files.length > 1 && audits.length === 0)
        troubles.push('to see each file by itself, add --each');
      if (json) console.log(printableJson(JSON.stringify(audits.map(jsonOf), null, 2)));
      else console.log(audits.map(({ file, audit }) => text(file, audit)).join('\n\n'));
      for (const { file, audit } of audits) {
        const refused = audit.entries.filter((entry) => entry.class === 'refused');
        troubles.push(...refused.map((entry) => `${file}: ${refusalText(entry)}`));
      }
      if (troubles.length > 0) throw new InputError(troubles, more);
    });
}

function text(file: string, { arch, entries }: Audit): string {
  const rows = entries.map((entry) => [
    String(entry.count),
    entry.class,
    entry.name,
    String(entry.number),
    entry.formula,
    placeText(entry),
  ]);
  const title = `${paint('bold', printable(file))} (${arch})`;
  return rows.length === 0 ? `${title}: no relocations` : `${title}\n${table(COLUMNS, rows)}`;
}

function placeText({ first: { section, file, offset, symbol } }: AuditEntry): string {
  const place = `${section}+0x${offset.toString(16)}`;
  return `${file === undefined ? place : `${file}(${place})`}${symbol === '' ? '' : ` ${symbol}`}`;
}

function refusalText(entry: AuditEntry): string {
  const more = entry.count > 1 ? ` (and ${entry.count - 1} more)` : '';
  return `${entry.name} at ${placeText(entry)}${more}: ${entry.reason ?? 'refused'}; ${entry.remedy ?? ''}`;
}

function jsonOf({ file, audit }: { file: string; audit: Audit }): unknown {
  const entries = audit.entries.map((entry) => ({
    ...entry,
    first: { ...entry.first, offset: `0x${entry.first.offset.toString(16)}` },
  }));
  return { file, arch: audit.arch, entries };
}
