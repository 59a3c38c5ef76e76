/** Padding that a relaxing linker would cut down and that stays whole here. */
import type { Section } from '../elf/types.ts';
import { placeText, type RelocationPlace, type Trouble, throwTroubles } from '../trouble/troubles.ts';
import type { ObjectLayout } from './layout.ts';
import type { LoadAlignment } from './source.ts';

/** What stands behind padding must be aligned where it is. */
export interface Padding {
  readonly section: Section;
  /** Bytes into the section, behind the padding. */
  readonly offset: number;
  readonly alignment: number;
  readonly origin: RelocationPlace;
}

/** The load alignments that paddings ask for. */
export function paddingAlignments(paddings: readonly Padding[]): LoadAlignment[] {
  return paddings.map(({ alignment, origin }) => ({ bytes: alignment, why: placeText(origin) }));
}

/**
 * Leaving padding whole is right only where it happens to end aligned.
 * @throws InputError naming each that does not
 */
export function checkPaddings(paddings: readonly Padding[], { offsets }: ObjectLayout): void {
  const troubles = paddings.flatMap(({ section, offset, alignment, origin }): Trouble[] => {
    const end = (offsets.get(section.index) ?? 0) + offset;
    if (end % alignment === 0) return [];
    return [
      {
        ...origin,
        why: `what follows its padding must stand at a multiple of ${alignment} bytes, and only a relaxing linker brings it there`,
        remedy: 'compile and assemble with -mno-relax',
      },
    ];
  });
  throwTroubles(troubles);
}
