import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { evaluate } from '../../../relocator-dsl/evaluate.ts';
import {
  A,
  complement,
  E,
  type Expression,
  G,
  GOT,
  GP,
  H,
  L,
  type Letter,
  lettersOf,
  O,
  P,
  page,
  S,
  T,
  V,
  wordUnlessOdd,
} from '../../../relocator-dsl/expression.ts';
import { insn32, insnsApart, word } from '../../../relocator-dsl/field.ts';
import {
  addendWord,
  type Leaf,
  type RecordForm,
  recordAddend,
  recordForm,
  type ValueTree,
} from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';

const word64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const second = fc.bigInt({ min: -(1n << 15n), max: (1n << 15n) - 1n });
const letters = fc.record({
  ...{ S: word64, A: word64, P: word64, L: word64, G: word64, GOT: word64, B: word64, Z: word64 },
  ...{ TOC: word64, GP: word64, V: word64, T: fc.bigInt({ min: 0n, max: 1n }), O: second },
  E: fc.constantFrom(0n, 4n, 8n, 64n),
});
type Drawn = Readonly<Record<Exclude<Letter, 'H'>, bigint>>;

function evaluated(tree: ValueTree, sources: Readonly<Record<Leaf, bigint>>): bigint {
  const visit = (each: ValueTree): bigint => evaluated(each, sources);
  switch (tree.op) {
    case 'constant':
      return tree.value;
    case 'add':
      return visit(tree.left) + visit(tree.right);
    case 'subtract':
      return visit(tree.left) - visit(tree.right);
    case 'page':
      return (visit(tree.operand) >> BigInt(tree.bits)) << BigInt(tree.bits);
    case 'low':
      return BigInt.asUintN(tree.bits, visit(tree.operand));
    case 'word unless odd': {
      const operand = visit(tree.operand);
      return operand % 2n === 0n ? ((operand + 3n) >> 2n) << 2n : operand;
    }
    default:
      return sources[tree.op];
  }
}

/** What the formula gives, and what a handler gets from the record that an image would have. */
function bothWays(rule: Rule, form: RecordForm, wordBits: 32 | 64, drawn: Drawn): [bigint, bigint] {
  const named = lettersOf(rule.value);
  const carried = named.includes('E') ? drawn.A + drawn.E : drawn.A;
  const given = named.includes('T') ? ((drawn.S + carried) | drawn.T) - drawn.S : carried;
  const symbol = form.symbol.reduce((sum, letter) => sum + (letter === 'H' ? 0n : drawn[letter]), 0n);
  const addend = recordAddend(form, given, wordBits);
  const stored = addendWord(form, addend, drawn.O);
  const target = symbol + stored;
  const sources = {
    ...{ target, symbol, addend, second: stored >> BigInt(form.secondAt ?? 0), place: drawn.P },
    ...{ got: drawn.GOT, gp: drawn.GP, toc: drawn.TOC, base: drawn.B, held: drawn.V },
  };
  const formula = evaluate(rule.value, { ...drawn, H: target - drawn.P }, wordBits);
  return [formula, BigInt.asUintN(wordBits, evaluated(form.tree, sources))];
}

const textOf = (tree: ValueTree): string => {
  switch (tree.op) {
    case 'constant':
      return `${tree.value}`;
    case 'add':
      return `${textOf(tree.left)} + ${textOf(tree.right)}`;
    case 'subtract':
      return `${textOf(tree.left)} - (${textOf(tree.right)})`;
    case 'page':
    case 'low':
      return `${tree.op}${tree.bits}(${textOf(tree.operand)})`;
    case 'word unless odd':
      return `word(${textOf(tree.operand)})`;
    default:
      return tree.op;
  }
};

const formOf = (value: Expression, field = word(32)): RecordForm => recordForm({ name: 'R_X', value, field });

describe('what records stand for', () => {
  it.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
    'gives every handler of %s what its formula gives',
    (_, { machine, applied: rules }) => {
      const forms = rules.map((rule) => [rule, recordForm(rule)] as const);
      fc.assert(
        fc.property(letters, (drawn) => {
          for (const [rule, form] of forms) {
            const [formula, handler] = bothWays(rule, form, machine.wordBits, drawn);
            expect(`${rule.name} ${handler}`).toBe(`${rule.name} ${formula}`);
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each<[Expression, string, string, string]>([
    [S.plus(A).minus(P), 'S', 'A', 'target - (place)'],
    [S.plus(A).or(T).minus(GOT), 'S', 'A', 'target - (got)'],
    [wordUnlessOdd(S.plus(A).or(T).minus(P)), 'S', 'A', 'word(target - (place))'],
    [S.plus(E).plus(A).minus(P), 'S', 'A', 'target - (place)'],
    [L.minus(P), 'L', 'undefined', 'target - (place)'],
    [G.plus(A), 'G', 'A', 'target'],
    [GOT.plus(G).minus(page(GOT)), 'G,GOT', 'undefined', 'target - (page12(got))'],
    [GOT.plus(A).minus(P), 'GOT', 'A', 'target - (place)'],
    [V.minus(S).minus(A), 'S', 'A', 'held - (target)'],
    [S.minus(A), 'S', '0 - A', 'target'],
    [complement(S.plus(A)), 'S', 'A', '-1 - (target)'],
    [page(S.plus(A)).minus(page(P)), 'S', 'A', 'page12(target) - (page12(place))'],
    [S.plus(A).minus(page(P.plus(4n), 28)), 'S', 'A', 'target - (page28(place + 4))'],
    [S.minus(GP).plus(page(A.plus(1n), 13)), 'S', 'Page13(A + 1)', 'target - (gp)'],
    [S.minus(page(S, 11)).plus(A), 'S', 'A', 'low11(symbol) + addend'],
    [G.minus(page(G, 10)), 'G', 'undefined', 'low10(target)'],
    [H, 'S', 'A', 'target - (place)'],
  ])('%s: %s, %s, %s', (value, symbol, addend, left) => {
    const form = formOf(value);
    expect([`${form.symbol}`, `${form.addend}`, textOf(form.tree)]).toEqual([symbol, addend, left]);
  });

  it('has the distance of the second part in the addend where a field has two', () => {
    const { symbol, addend } = formOf(GP.minus(P).plus(V), insnsApart({ from: 0, to: 15, at: 0 }));
    expect([symbol, addend]).toEqual([[], A]);
  });

  it.each<[Expression, RegExp]>([
    [S.or(A), /R_X: no record can hold S \| A in S \| A/],
    [S.plus(O), /no record can hold S \+ O/],
    [P.minus(A), /no record can hold/],
    [
      S.plus(A)
        .minus(page(S.plus(A.plus(1n))))
        .plus(A.minus(P)),
      /no record can hold/,
    ],
    [G.plus(GOT).minus(page(G)), /no record can hold G/],
  ])('does not take %s', (value, why) => {
    expect(() => formOf(value, insn32({ from: 0, to: 31, at: 0 }))).toThrow(why);
  });
});

describe('the addend of a record', () => {
  const rounded = page(A.plus(0x1000n), 13);
  const addendOf = (value: Expression, addend: bigint): bigint => recordAddend(formOf(value), addend, 32);

  it('is the addend itself where that is added, or only counts together with other letters', () => {
    expect(addendOf(S.plus(A).minus(P), -5n)).toBe(-5n);
    expect(addendOf(page(S.plus(A)).minus(page(P)), 7n)).toBe(7n);
  });

  it('is what the addend alone decides, with its sign', () => {
    expect(addendOf(S.minus(A), 5n)).toBe(-5n);
    // The sum of address and addend is subtracted.
    expect(addendOf(V.minus(S).minus(A), 5n)).toBe(5n);
    expect(addendOf(S.plus(rounded), 0x1234n)).toBe(0x2000n);
    expect(addendOf(S.plus(rounded), -0x1001n)).toBe(-0x2000n);
    expect(addendOf(S.minus(page(S, 11)).plus(A).minus(rounded), 0x1234n)).toBe(-0xdccn);
  });

  it('is nothing where the value has none', () => {
    expect(addendOf(L.minus(P), 5n)).toBe(0n);
  });

  it('shares its word with a second one', () => {
    const form = formOf(
      S.plus(A)
        .minus(page(S.plus(A), 10))
        .plus(O),
    );
    expect(form.secondAt).toBe(10);
    expect(addendWord(form, -1n, -3n)).toBe((-3n << 10n) | 0x3ffn);
    expect(() => addendWord(form, 0n, 1n << 21n)).toThrow(
      /second addend of 2097152 does not fit the 22 bits/,
    );
  });
});
