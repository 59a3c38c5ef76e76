/** Whether the symbols that a loader is to fill in are such as it can. */
import { GOT_SYMBOL, type Machine } from '../../relocator-dsl/machine.ts';
import type { ElfFile } from '../elf/types.ts';
import { closeText } from '../trouble/close-names.ts';
import { InputError } from '../trouble/errors.ts';
import type { Site } from './sites.ts';

/** @throws InputError telling every name that is not one undefined symbol of the object */
export function checkLate(elf: ElfFile, late: readonly string[], { pointers }: Machine): void {
  const troubles = [...new Set(late)].flatMap((name) => {
    const why = late.filter((each) => each === name).length > 1 ? 'it is named twice' : whyNotLate(elf, name);
    if (why !== undefined) return [`--late ${name}: ${why}`];
    return name === GOT_SYMBOL || name === pointers?.toc?.symbol
      ? [`--late ${name}: relocator makes that table itself; leave it out`]
      : [];
  });
  if (troubles.length > 0) throw new InputError(troubles);
}

function whyNotLate(elf: ElfFile, name: string): string | undefined {
  const symbols = elf.symbols.filter((symbol) => symbol.name === name && symbol.binding !== 'local');
  if (symbols.some(({ place }) => place.kind === 'undefined')) return undefined;
  if (symbols.length === 0) {
    const own = elf.symbols.some((symbol) => symbol.name === name && symbol.place.kind !== 'undefined');
    if (own)
      return 'the object defines it, for its own file, and only undefined symbols are bound late; leave it out';
    const asked = elf.symbols.filter(
      ({ binding, place }) => binding !== 'local' && place.kind === 'undefined',
    );
    const close = closeText(
      name,
      asked.map((symbol) => symbol.name),
    );
    return `the object has no undefined symbol of that name${close}; check the spelling, or leave it out`;
  }
  return 'the object defines it, and only undefined symbols are bound late; leave it out';
}

/** @throws InputError telling every late symbol that the loader would fill in for nothing */
export function checkLateUse(sites: readonly Site[], late: readonly string[]): void {
  const used = new Set(sites.flatMap(({ use }) => (use.kind === 'late' ? [use.name] : [])));
  const unused = late.filter((name) => !used.has(name));
  if (unused.length === 0) return;
  throw new InputError(
    unused.map((name) => `--late ${name}: no relocation of the image refers to it; leave it out`),
  );
}
