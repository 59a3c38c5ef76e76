/** Many sources in one run of an assembler: each in a section of its own, with labels of its own. */
import { readElf } from '../../image/elf/read.ts';
import type { Relocation } from '../../image/elf/types.ts';
import { assembledBy } from './gnu-object.ts';

export interface Assembled {
  readonly data: Uint8Array;
  readonly relocations: readonly Relocation[];
}

/**
 * What the assembler makes of each source, which has one section, no macros, and changes nothing for those behind it.
 * @throws Error with what it said of any
 */
export function assembledTogether(assembler: readonly string[], sources: readonly string[]): Assembled[] {
  const parts = sources.map(
    (source, index) => `.section ${sectionName(index)}, "ax"\n${ownLabels(source, `_${index}`)}\n`,
  );
  const { sections, relocations } = readElf(assembledBy(assembler, parts.join('')));
  return sources.map((_, index) => {
    const section = sections.find(({ name }) => name === sectionName(index));
    if (!section) throw new Error(`${assembler[0]} made no section ${sectionName(index)}`);
    const tables = relocations.filter(({ target }) => target === section.index);
    return { data: section.data, relocations: tables.flatMap((table) => table.relocations) };
  });
}

function sectionName(index: number): string {
  return `.part${index}`;
}

/** The source with a suffix on every label and every name that is set, where it stands and where it is an operand. */
function ownLabels(source: string, suffix: string): string {
  const names = source.matchAll(/^(?:\s*\.set\s+(?=\w+,))?([A-Za-z_]\w*)[:,]/gm);
  const labels = [...names].map(([, name = '']) => name);
  if (labels.length === 0) return source;
  const operand = new RegExp(`(?<![\\w.%$])(?:${labels.join('|')})(?!\\w)`, 'g');
  return source.replace(
    /^(\s*)([A-Za-z_.]\S*)(.*)$/gm,
    (_line, space: string, word: string, rest: string) => {
      const label = word.endsWith(':') ? `${word.slice(0, -1)}${suffix}:` : word;
      return `${space}${label}${rest.replace(operand, (name) => name + suffix)}`;
    },
  );
}
