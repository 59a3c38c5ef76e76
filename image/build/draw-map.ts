/** The map of an image, but for its digest. */
import { isMovingWord } from '../fixups/plan.ts';
import type { Fixup } from '../fixups/resolve.ts';
import type { PlacedWords } from '../input/placed-words.ts';
import type { ImageSource } from '../input/source.ts';
import {
  type ImageMap,
  MAP_VERSION,
  type MapFixup,
  type MapLimit,
  type MapRelocation,
  type MapStop,
} from '../map/map.ts';
import type { Attempt } from './attempt.ts';

export function mapOf(source: ImageSource, attempt: Attempt): ImageMap {
  const {
    layout,
    entry,
    registers,
    header,
    prologue,
    fixups,
    words,
    dropped,
    written,
    alignment,
    bases,
    format,
  } = attempt;
  const { arch, wordBits } = source.architecture.machine;
  const globals = new Set(layout.symbols.map(({ name }) => name));
  const locals = [...source.locals].filter((name) => !globals.has(name));
  return {
    version: MAP_VERSION,
    arch,
    format,
    entry,
    ...(registers.length > 0 ? { registers } : {}),
    ...(header ? { header: { offset: header.offset, size: header.size } } : {}),
    imageOffset: layout.imageOffset,
    size: layout.size,
    memsz: layout.memsz,
    loadAlign: alignment.bytes,
    bases: {
      min: bases.min,
      max: bases.max,
      ...(bases.minBecause ? { minBecause: mapLimit(bases.minBecause) } : {}),
      ...(bases.maxBecause ? { maxBecause: mapLimit(bases.maxBecause) } : {}),
    },
    ...(attempt.block === undefined ? {} : { block: attempt.block }),
    prologue: { size: prologue.bytes.length, table: prologue.table, ...stopOf(attempt) },
    ...(layout.got === undefined ? {} : { got: layout.got }),
    ...(layout.toc === undefined ? {} : { toc: layout.toc }),
    sections: layout.sections,
    symbols: layout.symbols,
    ...(locals.length > 0 ? { locals } : {}),
    // The symbol table of a records prologue starts with the base, then come the late symbols.
    late: source.late.map((name, index) => ({
      name,
      offset: prologue.symbolOffsets[index + 1] ?? 0,
      size: wordBits / 8,
    })),
    fixups: [...mapWords(words), ...fixups.map((fixup) => mapFixup(fixup, source))].sort(
      (a, b) => a.offset - b.offset,
    ),
    dropped: dropped
      .map(({ fixup, inside }) => ({ ...mapRelocation(fixup), inside }))
      .sort((a, b) => a.offset - b.offset),
    ...(written.length > 0 ? { loaderWrites: written } : {}),
  };
}

/** Where the prologue stops, if there is something for which it does. */
function stopOf({ prologue: { labels }, checks, beacon }: Attempt): { stop?: MapStop } {
  const offset = labels.get('stop');
  const halt = labels.get('halt');
  if (offset === undefined) return {};
  if (!beacon || halt === undefined) return { stop: { offset, checks } };
  return { stop: { offset: halt, checks, beacon: { ...beacon, offset } } };
}

function mapLimit({ application: { offset, rule, origin } }: Fixup): MapLimit {
  return { type: rule.name, symbol: origin.symbol, section: origin.section, offset };
}

function mapRelocation({ application: { offset, rule, origin, addend } }: Fixup): MapRelocation {
  return { offset, type: rule.name, symbol: origin.symbol, addend };
}

function mapWords(words: PlacedWords): MapFixup[] {
  // Most words of large images have their symbols in common.
  const targets = new Map<number, MapFixup['target']>();
  const targetOf = (offset: number): MapFixup['target'] => {
    const known = targets.get(offset);
    if (known) return known;
    const target = { kind: 'image', value: BigInt.asUintN(64, BigInt(offset)) } as const;
    targets.set(offset, target);
    return target;
  };
  return Array.from({ length: words.count }, (_, index) => ({
    offset: words.offsetAt(index),
    kind: 'word',
    type: words.ruleAt(index).name,
    symbol: words.symbolNameAt(index),
    addend: BigInt(words.addendAt(index)),
    target: targetOf(words.symbolAt(index)),
  }));
}

function mapFixup(fixup: Fixup, source: ImageSource): MapFixup {
  const { second, target, slot } = fixup.application;
  const { offset, ...relocation } = mapRelocation(fixup);
  return {
    offset,
    kind: isMovingWord(fixup, source.architecture.machine) ? 'word' : 'field',
    ...relocation,
    target: { kind: target.kind, value: target.kind === 'late' ? 0n : BigInt.asUintN(64, target.value) },
    ...(second === undefined ? {} : { second }),
    ...(slot === undefined ? {} : { slot }),
  };
}
