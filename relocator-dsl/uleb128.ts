/** Types that add up a ULEB128 number: a rule for each length that the bytes in the place have. */
import { unsigned } from './check.ts';
import { uleb128 } from './field.ts';
import { type Rule, rule } from './rule.ts';
import type { BytePattern } from './rule-facets.ts';

const LENGTHS = [1, 2, 3, 4] as const;

const CONTINUES = 0x80;

/**
 * The rules of a type: that of one byte, which is refused where more than four follow each other, and its forms. Linkers
 * keep the length that the place has, so a sum that it cannot hold is an error.
 */
export function uleb128Rules(definition: Pick<Rule, 'name' | 'type' | 'value' | 'source' | 'notes'>): Rule[] {
  return LENGTHS.map((length) =>
    rule({
      ...definition,
      name: length === 1 ? definition.name : `${definition.name}_${length}`,
      field: uleb128(length),
      check: unsigned(7 * length),
      parts: { summed: true },
      example: `.reloc ., ${definition.name}, foo\n.byte ${bytesOf(length)}`,
      instruction:
        length === 1
          ? { excluded: { when: [[pattern(0, true)]], ...TOO_LONG } }
          : { form: { of: definition.name, when: [patterns(length)] } },
    }),
  );
}

const TOO_LONG = {
  reason:
    'its number has more than four bytes, which no distance in an image needs, or does not end in its section',
  remedy: 'write the number with as many bytes as it needs (.uleb128)',
};

function pattern(at: number, continues: boolean): BytePattern {
  return { at, mask: CONTINUES, value: continues ? CONTINUES : 0 };
}

function patterns(length: number): BytePattern[] {
  return Array.from({ length }, (_, index) => pattern(index, index < length - 1));
}

function bytesOf(length: number): string {
  return patterns(length)
    .map(({ value }) => `0x${value.toString(16)}`)
    .join(', ');
}
