/** The processors that files are made for, as their build attributes tell it. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Ability } from '../../relocator-dsl/machine-facets.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { readAttributes } from '../elf/attributes.ts';
import type { ElfFile } from '../elf/types.ts';
import { hex } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';

/** @throws InputError when the file is for processors that cannot run a purgatory, or its attributes are damaged */
export function checkAttributes(elf: ElfFile, machine: Machine): void {
  const facet = machine.elf?.attributes;
  if (!facet) return;
  for (const attributes of readAttributes(elf, facet)) {
    for (const { tag, name, values, reason, remedy } of facet.refuses) {
      const value = attributes.get(tag);
      if (value === undefined || !values.includes(value)) continue;
      throw new InputError(`${reason}: ${name} of its build attributes is ${hex(value)}; ${remedy}`);
    }
  }
}

/** What the processors cannot do, by its names: that of which no file tells. Files without attributes tell nothing. */
export function lackedAbilities(elf: ElfFile, { elf: facet }: Machine): ReadonlySet<string> {
  if (!facet?.attributes) return new Set();
  const files = readAttributes(elf, facet.attributes);
  const lacked = facet.attributes.abilities.filter(({ tag, lackedBy }) =>
    files.every((attributes) => lackedBy.includes(attributes.get(tag) ?? 0)),
  );
  return new Set(lacked.map(({ name }) => name));
}

/** What a rule does without, if it is a form for processors that cannot do something. */
export function missedAbility({ instruction }: Rule, { elf }: Machine): Ability | undefined {
  const without = instruction?.form?.without;
  return elf?.attributes?.abilities.find(({ name }) => name === without);
}
