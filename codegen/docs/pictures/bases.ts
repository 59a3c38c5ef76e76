/** At which load bases three fields fit, and all of them. */
import { type Check, limits, signed, unchecked } from '../../../relocator-dsl/check.ts';
import { evaluate } from '../../../relocator-dsl/evaluate.ts';
import { A, type Expression, P, S } from '../../../relocator-dsl/expression.ts';
import { type SymbolMotion, valueMotion } from '../../../relocator-dsl/motion.ts';
import { hex, line, measure, picture, rectangle, text } from './svg.ts';

const GIB = 1n << 30n;
const END = 6n * GIB;
/** From the base; the one outside is an address. */
const [PLACE, INSIDE, OUTSIDE] = [0x40n, 0x1880n, 0xfe20_1000n];
const [WIDTH, HEIGHT, MARGIN, ROW] = [740, 268, 20, 50];

interface Field {
  readonly value: Expression;
  readonly check: Check;
  readonly symbol: SymbolMotion;
  readonly title: string;
}

const FIELDS: readonly Field[] = [
  { value: S.plus(A), check: unchecked, symbol: 'image', title: 'S + A in 64 bits' },
  {
    ...{ value: S.plus(A), check: signed(32), symbol: 'image' },
    title: `S + A in 32 bits with a sign, symbol at ${hex(INSIDE)} from the base`,
  },
  {
    ...{ value: S.plus(A).minus(P), check: signed(32), symbol: 'fixed' },
    title: `S + A - P in 32 bits, symbol at ${hex(OUTSIDE)}, not in the image`,
  },
];

interface Bases {
  readonly first: bigint;
  readonly last: bigint;
}

/** The bases from 0 on at which the value passes the check: it is c + coefficient * base. */
function basesOf({ value, check, symbol }: Field): Bases {
  const { coefficient } = valueMotion(value, symbol);
  if (!check.range) return { first: 0n, last: END };
  const target = symbol === 'image' ? INSIDE : OUTSIDE;
  const c = BigInt.asIntN(64, evaluate(value, { S: target, A: 0n, P: PLACE }, 64));
  const { min, max } = limits(check.range);
  const ends = [(min - c) * coefficient, (max - 1n - c) * coefficient];
  const [first = 0n, last = 0n] = coefficient > 0n ? ends : ends.reverse();
  return { first: first < 0n ? 0n : first, last };
}

export function basesPicture(): string {
  const x = (base: bigint): number => MARGIN + (Number(base) / Number(END)) * (WIDTH - 2 * MARGIN);
  const each = FIELDS.map((field) => ({ ...field, ...basesOf(field) }));
  const all = each.reduce(
    (a, b) => ({
      first: a.first > b.first ? a.first : b.first,
      last: a.last < b.last ? a.last : b.last,
    }),
    { first: 0n, last: END },
  );
  const rows = each.flatMap(({ title, first, last }, index) => {
    const y = 56 + index * ROW;
    return [
      text('plain', { x: MARGIN, y: y - 12 }, title),
      ...measure('span', y, x(first), x(last < END ? last : END)),
    ];
  });
  const bottom = 56 + FIELDS.length * ROW;
  const marks = Array.from({ length: 7 }, (_, index) => {
    const at = x(BigInt(index) * GIB);
    const where = index === 0 ? 'start' : index === 6 ? 'end' : 'middle';
    return [
      line('grid', { x: at, y: 22 }, { x: at, y: bottom + 24 }),
      text('quiet', { x: at, y: bottom + 42 }, `${index} GiB`, where),
    ];
  }).flat();
  const told = `All of them fit from ${hex(all.first)} to ${hex(all.last)}`;
  return picture(WIDTH, HEIGHT, `Load bases of three fields. ${told}.`, [
    ...marks,
    rectangle('image', { x: x(all.first), y: 30 }, x(all.last) - x(all.first), bottom - 30),
    ...rows,
    text('strong', { x: x(all.first) - 4, y: bottom + 8 }, told, 'middle'),
  ]);
}
