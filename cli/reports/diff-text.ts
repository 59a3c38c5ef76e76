/** A difference as text: a table for each kind of thing that differs. */

import type { Difference } from '../../image/view/diff.ts';
import type { FixupChange } from '../../image/view/diff-fixups.ts';
import type { RangeChange } from '../../image/view/diff-ranges.ts';
import { type Colour, type Column, table } from '../print.ts';
import { hex, targetText, whereText } from './map-text.ts';
import { SENTENCE, shown } from './shown.ts';

/** Most rows of a table, unless all are asked for. */
const MOST_ROWS = 24;

/** @param all every row, however many there are */
export function diffText(difference: Difference, all: boolean): string {
  const { facts, types, sections, symbols, fixups, bytes, prologue } = difference;
  const part = (columns: readonly Column[], rows: readonly (readonly string[])[]): string[] => {
    if (rows.length === 0) return [];
    const told = all || rows.length <= MOST_ROWS + 1 ? rows : rows.slice(0, MOST_ROWS);
    const more = rows.length - told.length;
    return [table(columns, told) + (more === 0 ? '' : `\n  and ${more} more; --all tells them`)];
  };
  const ranges = (title: string, list: readonly RangeChange[]): string[] =>
    part([{ title: '' }, { title }, { title: 'OLD' }, { title: 'NEW' }].map(marked), list.map(rangeRow));
  return [
    ...part(
      ['WHAT', 'OLD', 'NEW'].map((title) => ({ title })),
      facts.map(({ what, old = '-', new: now = '-' }) => [what, shown(old, SENTENCE), shown(now, SENTENCE)]),
    ),
    ...part(
      [
        { title: 'RELOCATIONS' },
        { title: 'CLASS' },
        { title: 'OLD', right: true },
        { title: 'NEW', right: true },
      ],
      types.map(({ type, class: what, old, new: now }) => [type, what, `${old}`, `${now}`]),
    ),
    ...ranges('SECTION', sections),
    ...ranges('SYMBOL', symbols),
    ...part(
      ['', 'FIXUP', 'TYPE', 'SYMBOL + ADDEND'].map((title) => marked({ title })),
      fixups.flatMap(fixupRows),
    ),
    ...part(
      [
        { title: 'BYTES', right: true },
        { title: 'IN FIXUPS', right: true },
        { title: 'OF', right: true },
        { title: 'FIRST AT' },
      ],
      bytes.map(({ section, count, inFixups, compared, first }) => {
        return [`${count}`, `${inFixups}`, `${compared}`, `${shown(section, SENTENCE)}+${hex(first)}`];
      }),
    ),
    ...part(
      ['', 'PROLOGUE', 'BYTES', 'INSTRUCTION'].map((title) => marked({ title })),
      prologue.map(({ kind, row }) => [MARKS[kind], hex(row.offset), row.bytes, shown(row.text, SENTENCE)]),
    ),
  ].join('\n\n');
}

const MARKS = { old: '-', new: '+', both: '', removed: '-', added: '+', changed: '!', moved: '>' } as const;
const COLOURS: Readonly<Record<string, Colour>> = { '-': 'red', '+': 'green', '!': 'yellow', '>': 'yellow' };

/** The first column has marks in colours. */
function marked(column: Column): Column {
  return column.title === '' ? { ...column, colour: (text) => COLOURS[text] } : column;
}

function rangeRow({ name, old, new: now }: RangeChange): string[] {
  const mark = old && now ? '!' : old ? '-' : '+';
  return [mark, shown(name, SENTENCE), rangeText(old, now), rangeText(now, old)];
}

function rangeText(place: RangeChange['old'], other: RangeChange['old']): string {
  if (!place) return '-';
  const { section, offset, size, type, index } = place;
  const at = section === undefined ? hex(offset) : `${shown(section, SENTENCE)}+${hex(offset)}`;
  const kind =
    other && (other.type !== type || other.index !== index) ? `, type ${type}, number ${index}` : '';
  return `${at}, ${size} bytes${kind}`;
}

/** One that moved in one line, one that changed in two. */
function fixupRows({ kind, old, new: now }: FixupChange): string[][] {
  const row = (mark: string, fixup: FixupChange['old'], where?: string): string[][] =>
    fixup ? [[mark, where ?? whereText(fixup), fixup.type, targetText(fixup)]] : [];
  if (kind === 'moved' && old && now) return row('>', now, `${whereText(old)} to ${whereText(now)}`);
  if (kind === 'changed') return [...row('-', old), ...row('+', now)];
  return row(MARKS[kind], old ?? now);
}
