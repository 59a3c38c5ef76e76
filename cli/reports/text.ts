/** A report for people: a table for each file. */
import { type AuditPlace, printable, verdictName } from '../../index.ts';
import { type Column, paint, table } from '../print.ts';
import type { FileReport, Report } from './report.ts';

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

export function textReport({ files, all }: Report): string {
  return files.flatMap((file) => (file.audit ? [fileText(file, all)] : [])).join('\n\n');
}

function fileText({ file, audit, known }: FileReport, all: boolean): string {
  if (!audit) return '';
  const { arch, entries, places, verdicts } = audit;
  const before = known === 0 ? '' : `, ${known} found before`;
  const title = `${paint('bold', printable(file))} (${arch})${before}`;
  if (entries.length === 0) return `${title}: no relocations`;
  if (all) {
    const rows = places.map((place) => [place.class, place.type, String(place.number), placeText(place)]);
    return `${title}\n${table([...REST, { title: 'PLACE' }], rows)}`;
  }
  const loaders = verdicts.map(verdictName);
  const rows = entries.map((entry) => [
    String(entry.count),
    entry.class,
    entry.name,
    String(entry.number),
    entry.formula,
    ...loaders.map((name) => (entry.knownTo.includes(name) ? 'yes' : 'no')),
    placeText(entry.first),
  ]);
  const columns: Column[] = [
    COUNT,
    ...REST,
    { title: 'FORMULA' },
    ...loaders.map((name) => ({ title: name.toUpperCase(), colour: colourOfKnown })),
    { title: 'FIRST' },
  ];
  return `${title}\n${table(columns, rows)}`;
}

function colourOfKnown(known: string): 'red' | undefined {
  return known === 'no' ? 'red' : undefined;
}

function placeText({
  section,
  file,
  offset,
  symbol,
}: Pick<AuditPlace, 'section' | 'file' | 'offset' | 'symbol'>): string {
  const place = `${section}+0x${offset.toString(16)}`;
  return `${file === undefined ? place : `${file}(${place})`}${symbol === '' ? '' : ` ${symbol}`}`;
}
