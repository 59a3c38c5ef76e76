/** Where texts are no JSON, against JSON.parse, and the places that are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntaxTrouble } from '../../../cli/files/json-syntax.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Characters that JSON means something by, and some that it does not. */
const piece = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '-',
    '.',
    '0',
    '1',
    'e',
    'E',
    '+',
    'u0041',
    'true',
    'nul',
    ' ',
    '\n',
  ],
  ...['\t', '\u0000', '\u00a0', '\u2028', '\ud800', '/', '#', "'"],
);

describe('a text', () => {
  it('is JSON where JSON.parse takes it, however it is written or damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), piece), { maxLength: 3 });
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), damage, (json, indent, changes) => {
        let text = JSON.stringify(JSON.parse(json), null, indent);
        for (const [at, length, instead] of changes) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + instead + text.slice(from + length);
        }
        const trouble = syntaxTrouble(text);
        if (trouble?.why.endsWith('is there twice')) return;
        expect(trouble === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it.each<[string, number, number, string]>([
    ['', 1, 1, 'it ends where a value is wanted'],
    ['[', 1, 2, 'it ends where a value is wanted'],
    ['{"a": 1', 1, 8, 'it ends where a comma or } is wanted'],
    ['{\n  "a": [1,]\n}', 2, 11, 'a value is wanted after a comma, not ]'],
    ['{"a": 1,\n}', 2, 1, 'a name in quotation marks is wanted after a comma, not }'],
    ['deny = ["x"]', 1, 1, 'a value is wanted, not d'],
    ['{deny: []}', 1, 2, 'a name in quotation marks is wanted, not d'],
    ["['x']", 1, 2, "a value is wanted, not '"],
    ['[1 2]', 1, 4, 'a comma or ] is wanted, not 2'],
    ['{"a" 1}', 1, 6, 'a colon is wanted, not 1'],
    ['{} // x', 1, 4, 'the end is wanted; JSON has no comments'],
    ['\u00a0{}', 1, 1, 'a value is wanted, not U+00a0'],
    ['["a\n"]', 1, 4, 'a string does not end in its line'],
    ['["a', 1, 4, 'a string does not end in its line'],
    ['["\\x"]', 1, 3, 'there is no such escape'],
    ['{"a": 1, "b": 2, "\\u0061": 3}', 1, 18, '"\\u0061" is there twice'],
    ['['.repeat(101), 1, 101, 'more than 100 brackets are open'],
  ])('%j is none at line %i, column %i', (text, line, column, why) => {
    expect(syntaxTrouble(text)).toEqual({ line, column, why });
  });

  it('of one long string is gone through', () => {
    const text = JSON.stringify(['x'.repeat(1 << 24), '"\\\n'.repeat(1 << 20)]);
    expect(syntaxTrouble(text)).toBeUndefined();
  });
});
