/** Relocation types of machines in lists: all that a machine has, and all that a number or a part of a name may mean. */
import { type Architecture, commonPrefix } from '../relocator-dsl/architecture.ts';
import { fieldMotion } from '../relocator-dsl/motion.ts';
import type { RelocationType } from '../relocator-dsl/rule.ts';

/**
 * What becomes of a type at most: `fixup`: it may be left to the prologue; `settled`: it is done at build time; `marker`: it
 * stores nothing; `refused`: it is known by name only.
 */
export type TypeClass = 'fixup' | 'settled' | 'marker' | 'refused';

export interface ListedType {
  readonly arch: string;
  readonly name: string;
  readonly number: number;
  readonly class: TypeClass;
  /** In psABI letters; empty for types without a rule. */
  readonly formula: string;
}

/** The types of an architecture by their numbers. */
export function listTypes({ machine: { arch }, byType }: Architecture): ListedType[] {
  return [...byType.values()]
    .sort((a, b) => a.type - b.type)
    .map((entry) => ({
      arch,
      name: entry.name,
      number: entry.type,
      class: classOf(entry),
      formula: entry.kind === 'rule' ? `${entry.value}` : '',
    }));
}

function classOf(entry: RelocationType): TypeClass {
  switch (entry.kind) {
    case 'rule':
      return !entry.parts?.summed && fieldMotion(entry, 'image').coefficient !== 0n ? 'fixup' : 'settled';
    case 'marker':
      return 'marker';
    case 'refusal':
      return 'refused';
  }
}

/** A type that may have been meant, and the architectures that have it. */
export interface MeantType {
  readonly name: string;
  readonly archs: readonly string[];
}

/** The types of that number (decimal or 0x…) or name, or whose name is that behind what all of the machine's begin with. */
export function typesMeant(wanted: string, architectures: readonly Architecture[]): MeantType[] {
  const meant = new Map<string, string[]>();
  for (const { machine, byType, types, byName } of architectures) {
    const name = wanted.toUpperCase();
    const entry = isTypeNumber(wanted)
      ? byType.get(Number(wanted))
      : (byName.get(name) ?? byName.get(commonPrefix(types) + name));
    if (entry) meant.set(entry.name, [...(meant.get(entry.name) ?? []), machine.arch]);
  }
  return [...meant].map(([name, archs]) => ({ name, archs }));
}

export function isTypeNumber(text: string): boolean {
  return /^(\d+|0x[0-9a-f]+)$/i.test(text);
}
