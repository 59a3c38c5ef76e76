/** What a map says besides what it lists: one value for each label, and which of them differ. */
import type { ImageMap, MapLimit } from '../map/map.ts';
import type { DiffSide } from './diff-side.ts';

export interface FactChange {
  readonly what: string;
  /** Absent where there was none. */
  readonly old?: string;
  readonly new?: string;
}

/** @param bytes whether bytes differ and are told, so that a digest says nothing new */
export function factChanges(old: DiffSide, now: DiffSide, bytes: boolean): FactChange[] {
  // What only one of them can have is no difference of values.
  const alike = !old.view === !now.view;
  const [before, after] = [factsOf(old, alike, bytes), factsOf(now, alike, bytes)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const [was, is] = [before.get(what), after.get(what)];
    if (was === is) return [];
    return [{ what, ...(was === undefined ? {} : { old: was }), ...(is === undefined ? {} : { new: is }) }];
  });
}

function factsOf({ audit, view, unbuilt }: DiffSide, alike: boolean, bytes: boolean): Map<string, string> {
  const facts = new Map<string, string>();
  const arch = view?.map.arch ?? audit?.arch;
  if (arch !== undefined) facts.set('machine', arch);
  facts.set('image', unbuilt === undefined ? 'can be built' : `cannot be built: ${unbuilt.why}`);
  if (!alike) return facts;
  if (view) for (const [what, text] of mapFacts(view.map, bytes)) addFact(facts, what, text);
  for (const { name, data } of unbuilt?.contents ?? [])
    addFact(facts, `section ${name}`, `${data.length} bytes`);
  for (const [place, text] of unbuilt?.relocations ?? []) addFact(facts, `relocation at ${place}`, text);
  return facts;
}

/** Several of one label are told by their number. */
function addFact(facts: Map<string, string>, what: string, text: string): void {
  for (let nth = 1; ; nth++) {
    const label = nth === 1 ? what : `${what} (${nth})`;
    if (facts.has(label)) continue;
    facts.set(label, text);
    return;
  }
}

function mapFacts(map: ImageMap, bytes: boolean): [string, string][] {
  const { bases, prologue, header, block, digest, registers = [], loaderWrites = [], locals = [] } = map;
  const { stop, table } = prologue;
  const row = (what: string, text: string | undefined): [string, string][] =>
    text === undefined ? [] : [[what, text]];
  const dropped = map.dropped.map(({ offset, type, symbol, addend, inside }): [string, string] => {
    return [`dropped at ${hex(offset)}`, `${type} against ${symbol}, addend ${hex(addend)}, in ${inside}`];
  });
  return [
    ['format', map.format],
    ['entry', hex(map.entry)],
    ['size', `${map.size}`],
    ['size in memory', `${map.memsz}`],
    ['begin of the image', hex(map.imageOffset)],
    ['prologue', `${prologue.size} bytes`],
    ['table', `${table.size} bytes at ${hex(table.offset)}`],
    ...row('stop', stop && `${hex(stop.offset)} after ${stop.checks.join(', ') || 'no checks'}`),
    ...row('header', header && `${header.size} bytes at ${hex(header.offset)}`),
    ...row('GOT', map.got === undefined ? undefined : hex(map.got)),
    ...row('TOC pointer', map.toc === undefined ? undefined : hex(map.toc)),
    ['load alignment', `${map.loadAlign}`],
    ...row('block', block === undefined ? undefined : hex(block)),
    ['lowest load base', hex(bases.min)],
    ...row('lowest on account of', limitText(bases.minBecause)),
    ['highest load base', hex(bases.max)],
    ...row('highest on account of', limitText(bases.maxBecause)),
    ...registers.map(({ name, offset }): [string, string] => [`register ${name}`, hex(offset)]),
    ...map.late.map(({ name, offset, size }): [string, string] => [
      `late ${name}`,
      `${size} bytes at ${hex(offset)}`,
    ]),
    ...loaderWrites.map((name): [string, string] => [`loader writes ${name}`, 'yes']),
    ...locals.map((name): [string, string] => [`local ${name}`, 'yes']),
    ...dropped,
    ...(bytes ? [] : row('digest', digest?.fixed)),
    ...(bytes ? [] : row('digest of what loaders write', digest?.written)),
  ];
}

function limitText(limit: MapLimit | undefined): string | undefined {
  return limit && `${limit.type} against ${limit.symbol} in ${limit.section} at ${hex(limit.offset)}`;
}

function hex(value: number | bigint): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}
