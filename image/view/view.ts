/** An image as people look at it: its parts, symbols, fixups with their rules, and its prologue, as plain data. */
import { describeType, type RuleDescription } from '../../codegen/docs/describe.ts';
import { architectureNamed } from '../../relocator-dsl/architectures.ts';
import type { ImageMap, MapFixup, MapRange } from '../map/map.ts';
import { openMapped } from '../map/mapped.ts';
import { type StructureData, structureData, structuresOf } from '../map/structures.ts';
import { before, type ImagePart, type Place, partsOf, placer } from './parts.ts';
import { type PrologueRow, prologueRows } from './prologue.ts';

export interface ViewedSymbol extends MapRange {
  readonly name: string;
  readonly section: string;
  readonly is: readonly SymbolMark[];
  /** What it consists of, where it is known whose purgatory this is. */
  readonly structure?: StructureData;
}

/** `entry`: the prologue ends there; `loader writes`: the loader fills it in before the jump. */
export type SymbolMark = 'entry' | 'loader writes';

export interface ViewedFixup extends MapFixup {
  /** Its place by section, and by the symbol that it is in, if the map has one. */
  readonly where: Place & { readonly inside?: string };
  /** Bytes from the offset that it may change. */
  readonly size: number;
  /** Where S + A is, if that is in the image: what a plain address comes to. */
  readonly to?: number;
}

/** Offsets count bytes from the image's first byte. */
export interface ImageView {
  readonly map: ImageMap;
  readonly parts: readonly ImagePart[];
  /** In the order of their offsets. */
  readonly symbols: readonly ViewedSymbol[];
  readonly fixups: readonly ViewedFixup[];
  /** The rules of the types that occur, by name. */
  readonly rules: ReadonlyMap<string, RuleDescription>;
  /** Absent without the image's bytes. */
  readonly prologue?: readonly PrologueRow[];
}

/**
 * What there is to see of an image.
 * @param blob its bytes; without them the prologue is not shown
 * @throws InputError when the bytes are not those of the map, or the map is of no known machine
 */
export async function viewImage(map: ImageMap, blob?: Uint8Array): Promise<ImageView> {
  if (blob) openMapped(blob, map);
  const structures = structuresOf(map.symbols, map.arch);
  const symbols = map.symbols.map((symbol): ViewedSymbol => {
    const structure = structures.get(symbol.name);
    return {
      ...symbol,
      is: marksOf(map, symbol),
      ...(structure ? { structure: structureData(structure) } : {}),
    };
  });
  symbols.sort((a, b) => a.offset - b.offset || b.size - a.size);
  return {
    map,
    parts: partsOf(map),
    symbols,
    ...fixupsOf(map, symbols),
    ...(blob ? { prologue: await prologueRows(blob, map) } : {}),
  };
}

function marksOf(
  { entry, loaderWrites = [] }: ImageMap,
  { name, offset }: ViewedSymbol | ImageMap['symbols'][number],
): SymbolMark[] {
  return [
    ...(offset === entry ? (['entry'] as const) : []),
    ...(loaderWrites.includes(name) ? (['loader writes'] as const) : []),
  ];
}

function fixupsOf(map: ImageMap, symbols: readonly ViewedSymbol[]): Pick<ImageView, 'fixups' | 'rules'> {
  const architecture = architectureNamed(map.arch);
  const rules = new Map<string, RuleDescription>();
  const sizes = new Map<string, number>();
  for (const { type } of map.fixups) {
    const rule = architecture?.byName.get(type);
    if (!architecture || rule?.kind !== 'rule' || rules.has(type)) continue;
    const described = describeType(architecture, rule);
    if (described.kind === 'rule') rules.set(type, described);
    sizes.set(type, rule.field.bytes);
  }
  const place = placer(map);
  const fixups = map.fixups.map((fixup): ViewedFixup => {
    const inside = symbolAt(symbols, fixup.offset);
    const to = targetOf(map, fixup);
    return {
      ...fixup,
      where: { ...place(fixup.offset), ...(inside === undefined ? {} : { inside }) },
      size: sizes.get(fixup.type) ?? 1,
      ...(to === undefined ? {} : { to }),
    };
  });
  return { fixups, rules };
}

/** Symbols that begin behind an outer one and end before the place, of which there may be that many. */
const MOST_INNER = 16;

/** The name of the innermost symbol that covers a place. */
function symbolAt(symbols: readonly ViewedSymbol[], offset: number): string | undefined {
  let inner = 0;
  for (let at = before(symbols, offset); at >= 0 && inner < MOST_INNER; at--) {
    const symbol = symbols[at];
    if (symbol && offset < symbol.offset + symbol.size) return symbol.name;
    inner++;
  }
  return undefined;
}

/** Where S + A is in the image; undefined when it is elsewhere, or not known before the loader has stored it. */
function targetOf({ memsz }: ImageMap, { target, addend }: MapFixup): number | undefined {
  if (target.kind !== 'image') return undefined;
  const to = target.value + addend;
  return to >= 0n && to <= BigInt(memsz) ? Number(to) : undefined;
}
