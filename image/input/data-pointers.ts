/** The pointers in registers from which code counts to its data: what the object says of them, and what it leaves out. */
import { type Expression, type Letter, lettersOf, termsOf } from '../../relocator-dsl/expression.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { GlobalPointer } from '../../relocator-dsl/machine-facets.ts';
import { SHF } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import type { Trouble } from '../trouble/troubles.ts';
import type { PairedSite } from './pairs.ts';
import type { DataPointer } from './source.ts';

/** Relocations that count from a global pointer which the object has put elsewhere than it is here. */
export function ownPointers(elf: ElfFile, { pointers }: Machine, sites: readonly PairedSite[]): Trouble[] {
  const own = elf.symbols.find(
    ({ name, place }) => pointers?.global?.symbols.includes(name) && place.kind !== 'undefined',
  );
  if (!own) return [];
  return sites.flatMap(({ rule, origin }): Trouble[] => {
    if (!lettersOf(rule.value).includes('GP')) return [];
    return [
      {
        ...origin,
        why: `it counts from the global pointer, which the object itself defines as ${own.name}`,
        remedy: `do not define ${own.name} (no -T script that sets it): relocator places it by the GOT`,
      },
    ];
  });
}

/** COMMON symbols that single instructions reach from the global pointer: they say so, or some relocation does. */
export function commonsNearPointer({ symbols }: ElfFile, sites: readonly PairedSite[]): Set<number> {
  const told = symbols.flatMap(({ index, place }) => (place.kind === 'common' && place.small ? [index] : []));
  const reached = sites.flatMap(({ rule: { value, check }, use }) => {
    const isNear = lettersOf(value).includes('GP') && check.range !== undefined && check.range.bits <= 16;
    return use.kind === 'common' && isNear ? [use.symbol] : [];
  });
  return new Set([...told, ...reached]);
}

/** How sections near the global pointer are known: by name only in objects that count from it, as others have such, too. */
export function nearPointer(
  { pointers }: Machine,
  sites: readonly PairedSite[],
): Pick<GlobalPointer, 'smallData' | 'smallSections'> {
  const { smallData, smallSections } = pointers?.global ?? {};
  const counts = sites.some(({ rule }) => lettersOf(rule.value).includes('GP'));
  return {
    ...(smallData === undefined ? {} : { smallData }),
    ...(counts && smallSections ? { smallSections } : {}),
  };
}

/**
 * The pointers from which instructions count though nothing in the object forms them: some register must have them when
 * it is entered. A relocation forms a pointer whose value has it added, and counts from one that is subtracted.
 */
export function unformedPointers({ pointers }: Machine, sites: readonly PairedSite[]): Set<DataPointer> {
  const { symbols = [] } = pointers?.global ?? {};
  const parts = sites.map((site) => {
    const { rule, use, symbol, slot, section } = site;
    const value = use.kind === 'stand-in' ? [rule.value, use.value] : [rule.value];
    const added = (letter: Letter): number => value.reduce((sum, each) => sum + timesIn(each, letter), 0);
    // A symbol of the table or of the pointer brings it in where S stands.
    const brought = use.kind === 'got' ? added('S') + added('L') : 0;
    const isGlobal = symbols.includes(symbol.name);
    const inCode = (section.flags & SHF.EXECINSTR) !== 0n;
    const global = added('GP') + (isGlobal ? brought : 0);
    // Where a slot is counts from the table.
    const got = added('GOT') - (slot === undefined ? 0 : added('G')) + (isGlobal ? 0 : brought);
    return { inCode, global, got: global === 0 ? got : 0 };
  });
  const isUnformed = (pointer: 'global' | 'got'): boolean =>
    parts.some((part) => part.inCode && part[pointer] < 0) && parts.every((part) => part[pointer] <= 0);
  return new Set<DataPointer>([
    ...(isUnformed('global') ? (['global pointer'] as const) : []),
    ...(isUnformed('got') ? (['GOT pointer'] as const) : []),
  ]);
}

/** How often the letter is added in an expression, less how often it is subtracted. */
function timesIn(expression: Expression, letter: Letter): number {
  return termsOf(expression).reduce((sum, { sign, expression: { node } }) => {
    if (node.op === 'letter') return node.letter === letter ? sum + sign : sum;
    if (node.op === 'page' || node.op === 'word unless odd')
      return sum + sign * timesIn(node.operand, letter);
    return node.op === 'or' ? sum + sign * timesIn(node.left, letter) : sum;
  }, 0);
}
