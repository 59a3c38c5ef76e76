/** Loads and stores of machines that fault where an access is wider than its place is aligned. */
import { describe, expect, test } from 'vitest';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { targetNamed } from './targets.ts';

export interface Accesses {
  readonly architecture: Architecture;
  /** A load or store at the place or behind it: the letters of its width, and its offset if it has one. */
  readonly access: RegExp;
  readonly widths: Readonly<Record<string, number>>;
  /** What is in some line of every handler: the place. */
  readonly place: string;
  /** How a word that is aligned is stored. */
  readonly store: string;
}

export function describeAccesses({ architecture, access, widths, place, store }: Accesses): void {
  const { machine, applied: rules } = architecture;
  const { selection, words } = targetNamed(machine.arch);
  const sizes = machine.wordBits === 64 ? ([4, 8] as const) : ([4] as const);
  const word = sizes.at(-1) ?? 4;

  /** Those that the machine would refuse at multiples of `granule`. */
  const unaligned = (lines: readonly string[], granule: number): string[] =>
    lines
      .flatMap((line) => line.split('\n'))
      .filter((line) => {
        const [found, width = '', offset = '0'] = access.exec(line) ?? [];
        const bytes = widths[width] ?? 99;
        return found !== undefined && (bytes > granule || Number(offset) % bytes !== 0);
      });

  describe('accesses', () => {
    test('of handlers and words are never wider than what is aligned', () => {
      for (const granule of [1, 2, 4, 8].filter((each) => each <= word)) {
        for (const rule of rules) {
          // Instructions stand at multiples of 4.
          if (rule.field.kind === 'instruction' && granule < 4) continue;
          const lines = selection.handler(rule, 0x40, granule, 0, machine);
          expect(
            lines.some((line) => line.includes(place)),
            rule.name,
          ).toBe(true);
          expect(unaligned(lines, granule), rule.name).toEqual([]);
        }
        for (const bytes of sizes) {
          for (const lines of [words?.load(bytes, granule) ?? [], words?.store(bytes, granule) ?? []]) {
            expect(lines).not.toEqual([]);
            expect(unaligned(lines, granule)).toEqual([]);
          }
        }
      }
    });

    test('that are too wide are seen', () => {
      expect(unaligned(words?.store(word, word) ?? [], word / 2)).toEqual([store]);
    });
  });
}
