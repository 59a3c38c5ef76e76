/** Lines over two axes by powers of ten: where both grow alike a line rises by one step for each. */
import { circle, type Look, line, picture, text } from '../codegen/docs/pictures/svg.ts';

export interface Growth {
  readonly title: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const [LEFT, TOP, STEP_X, STEP_Y, BELOW, LEGEND] = [90, 20, 170, 60, 50, 22];
const LOOKS: readonly (readonly [Look, 'moves' | 'stays'])[] = [
  ['moves', 'moves'],
  ['stays', 'stays'],
];
const DOT = 4;

/** The picture as a file. */
export function growthPicture(x: string, y: string, lines: readonly Growth[]): string {
  const all = lines.flatMap(({ points }) => points);
  const [fromX, toX] = decades(all.map((point) => point.x));
  const [fromY, toY] = decades(all.map((point) => point.y));
  const height = (toY - fromY) * STEP_Y;
  const width = (toX - fromX) * STEP_X;
  const at = (point: { readonly x: number; readonly y: number }) => ({
    x: LEFT + (Math.log10(point.x) - fromX) * STEP_X,
    y: TOP + height - (Math.log10(point.y) - fromY) * STEP_Y,
  });
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const grid = [
    ...range(fromX, toX).flatMap((power) => {
      const place = LEFT + (power - fromX) * STEP_X;
      return [
        line('grid', { x: place, y: TOP }, { x: place, y: TOP + height }),
        text('quiet', { x: place, y: TOP + height + 18 }, String(10 ** power), 'middle'),
      ];
    }),
    ...range(fromY, toY).flatMap((power) => {
      const place = TOP + height - (power - fromY) * STEP_Y;
      return [
        line('grid', { x: LEFT, y: place }, { x: LEFT + width, y: place }),
        text('quiet', { x: LEFT - 8, y: place + 4 }, String(10 ** power), 'end'),
      ];
    }),
  ];
  const drawn = lines.flatMap(({ points }, index) => {
    const [look] = LOOKS[index % LOOKS.length] ?? ['axis'];
    return points.flatMap((point, number) => {
      const before = points[number - 1];
      const dot = circle(index < LOOKS.length ? 'place' : 'image', at(point), DOT);
      return before ? [line(look, at(before), at(point)), dot] : [dot];
    });
  });
  const below = TOP + height + BELOW;
  const legend = lines.map(({ title }, index) => {
    const [, look] = LOOKS[index % LOOKS.length] ?? ['axis', 'stays'];
    const dots = index < LOOKS.length ? 'full dots' : 'light dots';
    return text(look, { x: LEFT, y: below + index * LEGEND }, `${title} (${dots})`);
  });
  const title = `${lines.map((each) => each.title).join(', ')}: ${y} by the number of ${x}, both by powers of ten`;
  const axes = [text('strong', { x: LEFT, y: TOP - 6 }, `${y} by ${x}`)];
  return picture(LEFT + width + 60, below + lines.length * LEGEND, title, [
    ...grid,
    ...drawn,
    ...axes,
    ...legend,
  ]);
}

/** The powers of ten around the values. */
function decades(values: readonly number[]): readonly [number, number] {
  const powers = values.map((value) => Math.log10(value));
  return [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
}
