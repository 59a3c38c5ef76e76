/** The processors that files are made for, as their build attributes tell it. */
import type { Machine } from '../../relocator-dsl/machine.ts';
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
