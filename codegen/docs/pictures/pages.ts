/** A distance in pages at three load bases: the same where pages go with the image, another where they do not. */
import { evaluate } from '../../../relocator-dsl/evaluate.ts';
import { A, P, PAGE_SIZE, page, S } from '../../../relocator-dsl/expression.ts';
import { valueMotion } from '../../../relocator-dsl/motion.ts';
import { circle, hex, line, measure, picture, rectangle, text } from './svg.ts';

const VALUE = page(S.plus(A)).minus(page(P));
const [BASE, SIZE, PLACE, SYMBOL] = [0x1000n, 0x2000n, 0x400n, 0x1900n];
const SLIDES = [0n, 2n * PAGE_SIZE, PAGE_SIZE / 2n] as const;
const PAGES = 6;
const [WIDTH, HEIGHT, MARGIN, ROW] = [740, 300, 20, 84];

export function pagesPicture(): string {
  const { modulus } = valueMotion(VALUE, 'image');
  const x = (address: bigint): number =>
    MARGIN + (Number(address) / (PAGES * Number(PAGE_SIZE))) * (WIDTH - 2 * MARGIN);
  const first = valueAt(BASE);
  const rows = SLIDES.flatMap((slide, index) => {
    const base = BASE + slide;
    const y = 88 + index * ROW;
    const [place, symbol, value] = [base + PLACE, base + SYMBOL, valueAt(base)];
    const look = value === first ? 'stays' : 'moves';
    const start = place - (place % PAGE_SIZE);
    const whether = slide % modulus === 0n ? 'whole pages' : 'no whole page';
    return [
      line('axis', { x: x(0n), y }, { x: WIDTH - MARGIN, y }),
      rectangle('image', { x: x(base), y: y - 8 }, x(base + SIZE) - x(base), 16),
      rectangle('place', { x: x(place) - 4, y: y - 4 }, 8, 8),
      circle('symbol', { x: x(symbol), y }, 5),
      ...measure(look, y - 17, x(start), x(start + value)),
      text(look, { x: (x(start) + x(start + value)) / 2, y: y - 24 }, hex(value), 'middle'),
      text(
        'quiet',
        { x: x(base) + 6, y: y + 24 },
        slide === 0n ? hex(base) : `D = ${hex(slide)}, ${whether}`,
      ),
    ];
  });
  const grid = Array.from({ length: PAGES + 1 }, (_, index) => {
    const at = x(BigInt(index) * PAGE_SIZE);
    return line('grid', { x: at, y: 38 }, { x: at, y: HEIGHT - 14 });
  });
  const title = `page(S + A) - page(P), pages of ${hex(PAGE_SIZE)} bytes`;
  const told = `${title}: at ${hex(BASE)} and two pages further the same, half a page further another.`;
  return picture(WIDTH, HEIGHT, told, [text('strong', { x: MARGIN, y: 24 }, title), ...grid, ...rows]);
}

function valueAt(base: bigint): bigint {
  return evaluate(VALUE, { S: base + SYMBOL, A: 0n, P: base + PLACE }, 64);
}
