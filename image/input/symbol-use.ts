/** What a relocation's symbol is: in the image, constant, undefined but allowed to be, or bound late. */
import type { Expression } from '../../relocator-dsl/expression.ts';
import { GOT_SYMBOL, type Machine } from '../../relocator-dsl/machine.ts';
import type { SymbolMotion } from '../../relocator-dsl/motion.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { STT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol } from '../elf/types.ts';
import type { Unusable } from '../trouble/troubles.ts';
import type { LinkerSymbols } from './linker-symbols.ts';
import { supportCode } from './support-code.ts';

export type SymbolUse =
  | { readonly kind: 'section'; readonly section: number; readonly value: bigint }
  | { readonly kind: 'common'; readonly symbol: number }
  /** So many bytes behind the start of the GOT. */
  | { readonly kind: 'got'; readonly distance: number }
  /** The TOC pointer. */
  | { readonly kind: 'toc' }
  /** Undefined, and by its name a bound of the image or of sections that linkers define. */
  | { readonly kind: 'bound'; readonly name: string }
  /** Undefined, and by its name a value of the rule. */
  | { readonly kind: 'stand-in'; readonly value: Expression }
  | { readonly kind: 'absolute'; readonly value: bigint }
  /** Weak and undefined: 0, or what the rule says stands for it. */
  | { readonly kind: 'weak' }
  | { readonly kind: 'late'; readonly name: string };

export type Classified = { readonly use: SymbolUse } | { readonly unusable: Unusable };

/** Names of the variables in sections of the image that only their own file sees. */
export function localNames({ symbols }: ElfFile, inImage: (section: number) => boolean): Set<string> {
  const variables = symbols.filter(
    ({ name, binding, type, size, place }) =>
      name !== '' &&
      binding === 'local' &&
      (type === STT.OBJECT || (type === STT.NOTYPE && size > 0n)) &&
      place.kind === 'section' &&
      inImage(place.section),
  );
  return new Set(variables.map(({ name }) => name));
}

/** How the symbol's address changes when the image slides. */
export function motionOf(use: SymbolUse): SymbolMotion {
  return use.kind === 'absolute' || use.kind === 'weak' || use.kind === 'late' ? 'fixed' : 'image';
}

/** The same text for uses that come to the same. */
export function useKey(use: SymbolUse): string {
  switch (use.kind) {
    case 'section':
      return `section ${use.section} ${use.value}`;
    case 'common':
      return `common ${use.symbol}`;
    case 'absolute':
      return `absolute ${use.value}`;
    case 'late':
      return `late ${use.name}`;
    case 'bound':
      return `bound ${use.name}`;
    case 'weak':
      return 'absolute 0';
    case 'stand-in':
      return `stand-in ${use.value}`;
    case 'got':
      return `got ${use.distance}`;
    case 'toc':
      return 'toc';
  }
}

/** The name of a symbol in messages; the null symbol has none. */
export function symbolText(symbol: ElfSymbol): string {
  if (symbol.name !== '') return symbol.name;
  return symbol.index === 0 ? '' : `symbol ${symbol.index}`;
}

/** Bytes from a function's symbol to its local entry, if the machine has such entries and the symbol tells. */
export function localEntryOf({ other }: ElfSymbol, { functions }: Machine): bigint | undefined {
  const localEntry = functions?.localEntry;
  const found = localEntry?.distances.find((each) => each.other === (other & localEntry.mask));
  return found && BigInt(found.bytes);
}

/** Says what `symbol` is, or why it cannot be used. */
export function classifySymbol(
  symbol: ElfSymbol,
  { target }: Pick<Rule, 'target'>,
  { pointers }: Machine,
  late: ReadonlySet<string>,
  dropped: ReadonlyMap<number, string>,
  linker: Pick<LinkerSymbols, 'defined' | 'unusable'>,
): Classified {
  if (symbol.type === STT.TLS) {
    return unusable('it is thread-local, and a purgatory has no threads', 'make it an ordinary variable');
  }
  if (symbol.type === STT.GNU_IFUNC) {
    return unusable('it is an indirect function (STT_GNU_IFUNC)', 'call one implementation directly');
  }
  const { place } = symbol;
  const standIn = target?.standIns?.[symbol.name];
  switch (place.kind) {
    case 'section': {
      const reason = dropped.get(place.section);
      if (reason === undefined)
        return { use: { kind: 'section', section: place.section, value: symbol.value } };
      return unusable(`it is in a section that is not part of the image: ${reason}`, 'remove the reference');
    }
    case 'common':
      return { use: { kind: 'common', symbol: symbol.index } };
    case 'absolute':
      return { use: { kind: 'absolute', value: symbol.value } };
    case 'undefined':
      if (symbol.index === 0) return { use: { kind: 'absolute', value: 0n } };
      if (late.has(symbol.name)) return { use: { kind: 'late', name: symbol.name } };
      if (symbol.name === GOT_SYMBOL) return { use: { kind: 'got', distance: 0 } };
      if (pointers?.global?.symbols.includes(symbol.name))
        return { use: { kind: 'got', distance: pointers.global.fromGot } };
      if (symbol.name === pointers?.toc?.symbol) return { use: { kind: 'toc' } };
      if (standIn) return { use: { kind: 'stand-in', value: standIn } };
      if (linker.defined.has(symbol.name)) return { use: { kind: 'bound', name: symbol.name } };
      if (symbol.binding === 'weak') return { use: { kind: 'weak' } };
      return { unusable: linker.unusable.get(symbol.name) ?? whyUndefined(symbol.name) };
  }
}

/** Why an undefined symbol cannot be used. */
function whyUndefined(name: string): Unusable {
  const support = supportCode(name);
  if (support) return { why: `it is undefined; ${support.what}`, remedy: support.remedy };
  return {
    why: 'it is undefined',
    remedy:
      name === ''
        ? 'rebuild the object, it is damaged: the symbol has no name to bind it by'
        : `link the object that defines it, or let the loader fill it in with --late ${name}`,
  };
}

function unusable(why: string, remedy: string): Classified {
  return { unusable: { why, remedy } };
}
