/** A report for people: a table for each file that was named, a row for each that was found, and how many of them there are. */
import type { AuditEntry } from '../../image/audit.ts';
import { CLASSES } from '../../image/audit-places.ts';
import { printable } from '../../image/trouble/printable.ts';
import type { PassedOver } from '../files/walk.ts';
import { type Column, paint, table } from '../print.ts';
import { type FileReport, placeText, type Report } from './report.ts';
import { isSummed, summaryText } from './summary.ts';

const COUNT: Column = { title: 'COUNT', right: true };
const REST: readonly Column[] = [
  {
    title: 'CLASS',
    colour: (text) => {
      if (text === 'refused' || text === 'undefined') return 'red';
      return text === 'fixup' || text === 'needs GOT' ? 'yellow' : undefined;
    },
  },
  { title: 'TYPE' },
  { title: 'NUMBER', right: true },
];

export function textReport(report: Report): string {
  const { files, passedOver, all } = report;
  const tables = files.filter(({ found }) => all || !found).flatMap((file) => fileText(file) ?? []);
  const found = files.filter((file) => file.found);
  return [
    ...tables,
    ...(found.length > 0 && !all ? [foundText(found)] : []),
    ...(passedOver.length > 0 && all ? [passedOverText(passedOver)] : []),
    ...(isSummed(report) ? [summaryText(report)] : []),
  ].join('\n\n');
}

/** A path with which a line begins: in a workflow, GitHub's runners do what stands in lines that begin with `::`. */
function lineStart(path: string): string {
  return /^\s*::/.test(path) ? `./${path}` : path;
}

/** A table of the file, if it could be audited. */
function fileText({ file, audit, known }: FileReport): string | undefined {
  if (!audit) return undefined;
  const { arch, entries, loaders, places } = audit;
  const before = known.length === 0 ? '' : `, ${known.length} found before`;
  const title = `${paint('bold', printable(lineStart(file)))} (${arch})${before}`;
  if (entries.length === 0) return `${title}: no relocations`;
  if (places) {
    const rows = places.map((place) => [place.class, place.type, String(place.number), placeText(place)]);
    return `${title}\n${table([...REST, { title: 'PLACE' }], rows)}`;
  }
  const labels = loaders.map(({ label }) => label);
  const rows = entries.map((entry) => [
    String(entry.count),
    entry.class,
    entry.name,
    String(entry.number),
    entry.formula,
    ...labels.map((name) => (entry.knownTo.includes(name) ? 'yes' : 'no')),
    placeText(entry.first),
  ]);
  const columns: Column[] = [
    COUNT,
    ...REST,
    { title: 'FORMULA' },
    ...labels.map((name) => ({ title: name.toUpperCase(), colour: colourOfKnown })),
    { title: 'FIRST' },
  ];
  return `${title}\n${table(columns, rows)}`;
}

/** A row for each file: how many of its relocations become what. */
function foundText(files: readonly FileReport[]): string {
  const entriesOf = ({ audit }: FileReport): readonly AuditEntry[] => audit?.entries ?? [];
  const classes = CLASSES.filter((name) =>
    files.some((file) => entriesOf(file).some((entry) => entry.class === name)),
  );
  const sum = (entries: readonly AuditEntry[]): string =>
    String(entries.reduce((total, { count }) => total + count, 0));
  const rows = files.map((file) => [
    lineStart(file.file),
    file.audit?.arch ?? '',
    ...[undefined, ...classes].map((name) => {
      return file.audit ? sum(entriesOf(file).filter((entry) => !name || entry.class === name)) : '';
    }),
    String(file.findings.length),
  ]);
  const columns: Column[] = [
    { title: 'FILE' },
    { title: 'MACHINE' },
    ...['relocations', ...classes].map((name) => ({ title: name.toUpperCase(), right: true })),
    { title: 'FINDINGS', right: true, colour: (text) => (text === '0' ? undefined : 'red') },
  ];
  return table(columns, rows);
}

function passedOverText(passedOver: readonly PassedOver[]): string {
  const rows = passedOver.map(({ path, why }) => [lineStart(path), why]);
  return table([{ title: 'PASSED OVER' }, { title: 'WHY' }], rows);
}

function colourOfKnown(known: string): 'red' | undefined {
  return known === 'no' ? 'red' : undefined;
}
