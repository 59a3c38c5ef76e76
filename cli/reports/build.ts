/** What was built, in words and as data. */
import type { BuiltImage } from '../../image/build.ts';
import { printable } from '../../image/trouble/printable.ts';
import { facts, paint } from '../print.ts';

/** What was written, and the image in a few lines. */
export function builtText(files: Iterable<string>, built: BuiltImage): string {
  const names = [...files].map((file) => paint('bold', printable(file))).join(', ');
  return `${names}\n${summaryText(built)}`;
}

/** The image in a few lines. */
export function summaryText({ map, summary }: BuiltImage): string {
  const { codeSize, tableSize, bases } = summary;
  const left = [...summary.fixups].map(([type, count]) => `${count} ${type}`).join(', ');
  const more = [
    ...(summary.relaxed > 0 ? [`${summary.relaxed} relaxed`] : []),
    ...(summary.slots > 0 ? [`${summary.slots} GOT slots made`] : []),
  ].join(', ');
  const rows: (readonly [string, string])[] = [
    ['machine', `${map.arch}, format ${map.format}`],
    ['resolved', `${count(summary.settled, 'relocation')}${more === '' ? '' : ` (${more})`}`],
    ['left', left === '' ? 'none' : left],
  ];
  if (summary.dropped > 0) {
    rows.push(['dropped', `${count(summary.dropped, 'fixup')} inside symbols the loader writes`]);
  }
  if (map.late.length > 0) {
    const late = map.late.map(({ name, offset, size }) => `${name} (${size} bytes at ${hex(offset)})`);
    rows.push(['late', late.join(', ')]);
  }
  rows.push(
    ['prologue', `${codeSize} bytes of code + ${tableSize} of table = ${codeSize + tableSize}`],
    ['size', `${map.size} bytes, ${map.memsz} in memory, entry at ${hex(map.entry)}`],
    ...(map.header
      ? [['header', `enter at ${hex(map.header.offset)}, where other processors find theirs`] as const]
      : []),
    ['load align', `${summary.loadAlign} (${summary.loadAlignBecause})`],
    ['load bases', `${hex(bases.min)} to ${hex(bases.max)}`],
    ...limitRow('lowest', bases.minBecause),
    ...limitRow('highest', bases.maxBecause),
    ...(summary.keptAddresses === undefined
      ? []
      : [['addresses', `left as they are: ${summary.keptAddresses}`] as const]),
  );
  return facts(rows);
}

function limitRow(end: string, relocation: string | undefined): (readonly [string, string])[] {
  return relocation === undefined ? [] : [[end, `on account of ${relocation}`]];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function hex(value: number | bigint): string {
  return `0x${value.toString(16)}`;
}

/** The same as the data of the JSON document. */
export function summaryData({ map, summary }: BuiltImage): object {
  const { settled, relaxed, slots, fixups, dropped, keptAddresses, codeSize, tableSize } = summary;
  const { min, max, minBecause, maxBecause } = summary.bases;
  const { arch, format, size, memsz, entry, header, late } = map;
  return {
    arch,
    format,
    size,
    memsz,
    entry,
    ...(header ? { header } : {}),
    relocations: { settled, relaxed, slots, left: Object.fromEntries(fixups), dropped },
    ...(keptAddresses === undefined ? {} : { keptAddresses }),
    late,
    prologue: { code: codeSize, table: tableSize },
    loadAlign: { bytes: summary.loadAlign, because: summary.loadAlignBecause },
    bases: {
      min,
      max,
      ...(minBecause === undefined ? {} : { minBecause }),
      ...(maxBecause === undefined ? {} : { maxBecause }),
    },
    notes: summary.notes,
  };
}
