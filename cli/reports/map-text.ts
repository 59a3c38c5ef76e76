/** An image as text, in the manner of a linker's map: facts, what is where, symbols, fixups, the prologue. */
import { printable } from '../../image/trouble/printable.ts';
import type { ImageView, ViewedFixup, ViewedSymbol } from '../../image/view/view.ts';
import { type Column, facts, paint, table } from '../print.ts';
import { SENTENCE, shown } from './shown.ts';

export const MAP_PARTS = ['layout', 'symbols', 'fixups', 'prologue'] as const;
export type MapPart = (typeof MAP_PARTS)[number];

/** @param only what to print; everything, with facts, if empty */
export function mapText(name: string, view: ImageView, only: readonly MapPart[]): string {
  const texts: Readonly<Record<MapPart, () => string>> = {
    layout: () => layoutText(view),
    symbols: () => symbolsText(view),
    fixups: () => fixupsText(view),
    prologue: () => prologueText(view),
  };
  if (only.length > 0) return only.map((part) => texts[part]()).join('\n\n');
  const { arch, format } = view.map;
  const title = `${paint('bold', printable(name))} (${arch}, format ${format})`;
  return [
    `${title}\n${facts(factRows(view))}`,
    texts.layout(),
    texts.fixups(),
    ...(view.prologue ? [texts.prologue()] : []),
  ].join('\n\n');
}

/** What a map says besides what it lists, as people can read it. */
export function factRows({ map, symbols }: ImageView): (readonly [string, string])[] {
  const { bases, prologue, header, got, toc, block, late, registers = [], digest } = map;
  const entry = symbols.find(({ is }) => is.includes('entry'))?.name;
  const limit = (label: string, because: typeof bases.minBecause): (readonly [string, string])[] => {
    if (!because) return [];
    const { type, symbol, section, offset } = because;
    return [
      [
        label,
        `on account of ${type} against ${shown(symbol, SENTENCE)} in ${shown(section, SENTENCE)} at ${hex(offset)}`,
      ],
    ];
  };
  const row = (label: string, text: string | undefined): (readonly [string, string])[] =>
    text === undefined ? [] : [[label, text]];
  const { stop, table: at } = prologue;
  return [
    ['size', `${map.size} bytes, ${map.memsz} in memory`],
    ['entry', `${hex(map.entry)}${entry === undefined ? '' : ` ${shown(entry, SENTENCE)}`}`],
    ['prologue', `${prologue.size} bytes, ${at.size} of them table at ${hex(at.offset)}`],
    ...row('stop', stop && `at ${hex(stop.offset)}; ${stop.checks.join(', ') || 'nothing'} is checked`),
    ...row(
      'beacon',
      stop?.beacon && `${stop.beacon.kind}:${hex(stop.beacon.address)}, stored at ${hex(stop.beacon.offset)}`,
    ),
    ...row('header', header && `${header.size} bytes; enter at ${hex(header.offset)}`),
    ...row('GOT', got === undefined ? undefined : hex(got)),
    ...row('TOC pointer', toc === undefined ? undefined : hex(toc)),
    ['load align', `${map.loadAlign}`],
    ...row('block', block === undefined ? undefined : `no multiple of ${hex(block)} within the memory`),
    ['load bases', `${hex(bases.min)} to ${hex(bases.max)}`],
    ...limit('lowest', bases.minBecause),
    ...limit('highest', bases.maxBecause),
    ...registers.map(
      (each) => ['register', `${each.name} is load base + ${hex(each.offset)} at the entry`] as const,
    ),
    ...late.map(
      ({ name, offset, size }) =>
        ['late', `${shown(name, SENTENCE)}: ${size} bytes at ${hex(offset)}`] as const,
    ),
    ...row('loader writes', map.loaderWrites && shown(map.loaderWrites.join(', '), SENTENCE)),
    ...row('digest', digest && shown(digest.fixed, SENTENCE)),
  ];
}

const OFFSET: Column = { title: 'OFFSET', right: true };
const SIZE: Column = { title: 'SIZE', right: true };

/** Parts, and the symbols and late words in each. */
function layoutText(view: ImageView): string {
  const counts = countsOf(view);
  const places = view.parts.flatMap((part): Row[] => {
    const name = shown(part.name, SENTENCE);
    const about = part.kind === 'zeros' ? `${name} (zeros)` : name;
    const fixups = part.kind === 'section' ? counts(part.offset, part.offset + part.size) : 0;
    return [{ ...part, rank: 0, what: about, more: fixups === 0 ? '' : `${fixups}` }];
  });
  const words = view.map.late.map(
    (word): Row => ({ ...word, rank: 1, what: `  ${shown(word.name, SENTENCE)} (late)`, more: '' }),
  );
  const symbols = view.symbols.map((symbol): Row => {
    return { ...symbol, rank: 2, what: `  ${nameText(symbol)}`, more: '' };
  });
  const members = view.symbols.flatMap((symbol) =>
    membersOf(symbol).map(
      ({ name, offset, size }): Row => ({ offset, size, rank: 3, what: `    ${name}`, more: '' }),
    ),
  );
  const rows = [...places, ...words, ...symbols, ...members].sort(
    (a, b) => a.offset - b.offset || a.rank - b.rank,
  );
  return table(
    [OFFSET, SIZE, { title: 'FIXUPS', right: true }, { title: 'WHAT', colour: colourOfPart }],
    rows.map(({ offset, size, what, more }) => [hex(offset), hex(size), more, what]),
  );
}

interface Row {
  readonly offset: number;
  readonly size: number;
  readonly rank: number;
  readonly what: string;
  readonly more: string;
}

function colourOfPart(text: string): 'dim' | 'bold' | undefined {
  if (text === 'gap') return 'dim';
  return text.startsWith(' ') ? undefined : 'bold';
}

/** Counts the fixups between two offsets. */
function countsOf({ fixups }: ImageView): (from: number, to: number) => number {
  return (from, to) => fixups.filter(({ offset }) => offset >= from && offset < to).length;
}

function symbolsText({ symbols }: ImageView): string {
  if (symbols.length === 0) return 'no symbols';
  return table(
    [OFFSET, SIZE, { title: 'SECTION' }, { title: 'SYMBOL' }],
    symbols.flatMap((symbol) => [
      [hex(symbol.offset), hex(symbol.size), shown(symbol.section, SENTENCE), nameText(symbol)],
      ...membersOf(symbol).map(({ name, offset, size }) => [hex(offset), hex(size), '', `  ${name}`]),
    ]),
  );
}

/** A symbol with what is to be said of it. */
function nameText(symbol: ViewedSymbol): string {
  return `${shown(symbol.name, SENTENCE)}${marksText([...symbol.is, ...structureMarks(symbol)])}`;
}

/** Whose structure a symbol is; where several stand in it, what one consists of. */
export function structureMarks({ structure }: ViewedSymbol): string[] {
  if (!structure) return [];
  const { family, name, count, members } = structure;
  const each = members.map((member) => `${member.name} at ${hex(member.offset)}`).join(', ');
  return [count === undefined ? `${name} of ${family}` : `${count} of ${name} of ${family}: ${each}`];
}

/** The members of a symbol that is one structure, by their offsets in the image. */
export function membersOf({
  offset,
  structure,
}: ViewedSymbol): { name: string; offset: number; size: number }[] {
  if (structure?.count !== undefined) return [];
  return (structure?.members ?? []).map((member) => ({ ...member, offset: offset + member.offset }));
}

function marksText(is: readonly string[]): string {
  return is.length === 0 ? '' : ` (${is.join(', ')})`;
}

function fixupsText({ fixups, rules, map }: ImageView): string {
  if (fixups.length === 0 && map.dropped.length === 0) return 'no fixups: nothing depends on the load base';
  const rows = fixups.map((fixup) => [
    hex(fixup.offset),
    fixup.kind,
    fixup.type,
    whereText(fixup),
    rules.get(fixup.type)?.formula ?? '',
    targetText(fixup),
  ]);
  const dropped = map.dropped.map(({ offset, type, symbol, addend, inside }) => {
    return [
      hex(offset),
      'dropped',
      type,
      `${shown(inside, SENTENCE)}, which the loader writes`,
      '',
      sumText(symbol, addend),
    ];
  });
  return table(
    [OFFSET, ...['KIND', 'TYPE', 'WHERE', 'FORMULA', 'SYMBOL + ADDEND'].map((title) => ({ title }))],
    [...rows, ...dropped],
  );
}

/** A fixup's place: section and offset, and the symbol that it is in, each name of at most so many characters. */
export function whereText({ where: { section, offset, inside } }: ViewedFixup, longest = SENTENCE): string {
  const at = section === '' ? hex(offset) : `${shown(section, longest)}+${hex(offset)}`;
  return inside === undefined ? at : `${at} ${shown(inside, longest)}`;
}

/** What a fixup is against, and where that is; names of at most so many characters. */
export function targetText(
  { symbol, addend, second, target, to, slot }: ViewedFixup,
  longest = SENTENCE,
): string {
  const is = {
    image: to === undefined ? 'outside' : hex(to),
    absolute: `absolute ${hex(target.value)}`,
    late: 'late',
  };
  const more = second === undefined ? '' : `, ${hex(second)}`;
  const through = slot === undefined ? '' : ` by the slot at ${hex(slot)}`;
  return `${sumText(symbol, addend, longest)}${more} (${is[target.kind]}${through})`;
}

function sumText(symbol: string, addend: bigint, longest = SENTENCE): string {
  if (symbol === '') return hex(addend);
  const name = shown(symbol, longest);
  return addend === 0n ? name : `${name} ${addend < 0n ? '-' : '+'} ${hex(addend < 0n ? -addend : addend)}`;
}

function prologueText({ prologue }: ImageView): string {
  if (!prologue) return 'no prologue to show without the image: pass the .bin, with its map beside it';
  return table(
    [OFFSET, { title: 'BYTES' }, { title: 'PROLOGUE' }],
    prologue.map(({ offset, bytes, text }) => [hex(offset), bytes, shown(text, SENTENCE)]),
  );
}

export function hex(value: number | bigint): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
