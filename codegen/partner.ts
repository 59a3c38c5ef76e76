/** Machines of one psABI that differ in little more than their byte order. */
import { architectures } from '../relocator-dsl/arch/index.ts';
import type { Architecture } from '../relocator-dsl/architecture.ts';
import { checkText } from '../relocator-dsl/check.ts';
import type { RelocationType } from '../relocator-dsl/rule.ts';

/** The first machine `among` those whose types are those of `architecture` but for fields; undefined if it is that itself. */
export function partnerOf(
  architecture: Architecture,
  among: readonly Architecture[] = architectures,
): Architecture | undefined {
  const { psabi, wordBits } = architecture.machine;
  const first = among.find(
    ({ machine, types }) =>
      machine.psabi === psabi && machine.wordBits === wordBits && sameTypes(types, architecture.types),
  );
  return first === architecture ? undefined : first;
}

function sameTypes(some: readonly RelocationType[], others: readonly RelocationType[]): boolean {
  return (
    some.length === others.length && some.every((entry, index) => essence(entry) === essence(others[index]))
  );
}

/** What types must have in common. */
function essence(entry: RelocationType | undefined): string | undefined {
  if (!entry) return undefined;
  const { name, type, kind } = entry;
  const said = entry.kind === 'rule' ? [`${entry.value}`, checkText(entry.check), entry.source] : [];
  return [name, type, kind, ...said].join('\n');
}
