/** Four fields at two load bases: values drawn as lengths, so that one sees which of them change. */
import { evaluate } from '../../../relocator-dsl/evaluate.ts';
import { A, type Expression, P, S } from '../../../relocator-dsl/expression.ts';
import { motionText, type SymbolMotion, valueMotion } from '../../../relocator-dsl/motion.ts';
import { circle, hex, line, measure, picture, rectangle, text } from './svg.ts';

const [BASE, SLIDE, SIZE] = [0x1000n, 0x3000n, 0x1c00n];
/** From the base. */
const [PLACE, INSIDE] = [0x400n, 0x1400n];
const OUTSIDE = 0x8000n;
const END = 0x9000n;
const [WIDTH, HEIGHT, MARGIN] = [370, 172, 20];

const PANELS: readonly (readonly [Expression, SymbolMotion, string])[] = [
  [S.plus(A), 'image', 'S + A, symbol in the image'],
  [S.plus(A), 'fixed', 'S + A, symbol elsewhere'],
  [S.plus(A).minus(P), 'image', 'S + A - P, symbol in the image'],
  [S.plus(A).minus(P), 'fixed', 'S + A - P, symbol elsewhere'],
];

export function movesPicture(): string {
  const shapes = PANELS.flatMap(([value, symbol, title], index) =>
    panel(value, symbol, title, (index % 2) * WIDTH, Math.floor(index / 2) * HEIGHT),
  );
  const told = PANELS.map(
    ([value, symbol, title]) => `${title}: ${motionText(valueMotion(value, symbol))}.`,
  ).join(' ');
  return picture(2 * WIDTH, 2 * HEIGHT, `Four fields of an image that slides by D. ${told}`, shapes);
}

function panel(value: Expression, symbol: SymbolMotion, title: string, left: number, top: number): string[] {
  const motion = valueMotion(value, symbol);
  const look = motion.coefficient === 0n ? 'stays' : 'moves';
  const x = (address: bigint): number =>
    left + MARGIN + (Number(address) / Number(END)) * (WIDTH - 2 * MARGIN);
  const row = (base: bigint, y: number): string[] => {
    const [place, target] = [base + PLACE, symbol === 'image' ? base + INSIDE : OUTSIDE];
    const length = evaluate(value, { S: target, A: 0n, P: place }, 64);
    const from = target - length;
    const [start, end] = [x(from), x(target)];
    return [
      line('axis', { x: x(0n), y }, { x: x(END), y }),
      rectangle('image', { x: x(base), y: y - 8 }, x(base + SIZE) - x(base), 16),
      rectangle('place', { x: x(place) - 4, y: y - 4 }, 8, 8),
      circle('symbol', { x: x(target), y }, 5),
      ...measure(look, y - 17, start, end),
      text(look, { x: (start + end) / 2, y: y - 24 }, hex(length), 'middle'),
    ];
  };
  const [upper, lower] = [top + 74, top + 140];
  return [
    text('strong', { x: left + MARGIN, y: top + 24 }, title),
    ...row(BASE, upper),
    text('quiet', { x: x(BASE), y: upper + 22 }, hex(BASE)),
    ...row(BASE + SLIDE, lower),
    text('quiet', { x: x(BASE + SLIDE), y: lower + 22 }, `${hex(BASE)} + D`),
    text(look, { x: x(END), y: lower + 22 }, changeText(motion.coefficient), 'end'),
  ];
}

function changeText(coefficient: bigint): string {
  if (coefficient === 0n) return 'stays';
  return coefficient > 0n ? '+D' : '-D';
}
