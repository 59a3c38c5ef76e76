/** Prologues beside the best loops in C: a bar for each, machine by machine, a panel for each format. */
import { line, picture, rectangle, text } from '../../codegen/docs/pictures/svg.ts';

export interface Bars {
  readonly arch: string;
  readonly prologue: number;
  readonly loop: number;
}

export interface Panel {
  readonly title: string;
  readonly bars: readonly Bars[];
}

const [WIDTH, MARGIN, NAMES, GAP, ROW, HEAD, FOOT] = [740, 16, 104, 14, 19, 74, 30];

/** A round number, of which at most four fit into `most`. */
function stepFor(most: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
  return steps.find((step) => step * 4 >= most) ?? most;
}

/** @param unit what the bars are, in words */
export function barsPicture(title: string, unit: string, panels: readonly Panel[]): string {
  const machines = (panels[0]?.bars ?? []).map(({ arch }) => arch);
  const most = Math.max(
    ...panels.flatMap(({ bars }) => bars.flatMap(({ prologue, loop }) => [prologue, loop])),
  );
  const step = stepFor(most);
  const width = (WIDTH - 2 * MARGIN - NAMES - GAP * (panels.length - 1)) / panels.length;
  const height = HEAD + ROW * machines.length + FOOT;
  const y = (row: number): number => HEAD + ROW * row;
  const names = machines.map((arch, row) => text('plain', { x: MARGIN, y: y(row) + 12 }, arch));
  const shapes = panels.flatMap(({ title: format, bars }, index) => {
    const left = MARGIN + NAMES + index * (width + GAP);
    const x = (value: number): number => left + (value / most) * width;
    const grid = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => [
      line('grid', { x: x(at * step), y: HEAD - 6 }, { x: x(at * step), y: y(machines.length) }),
      ...(at % 2 === 0
        ? [text('quiet', { x: x(at * step), y: y(machines.length) + 18 }, String(at * step), 'middle')]
        : []),
    ]).flat();
    return [
      text('strong', { x: left, y: HEAD - 14 }, format),
      ...grid,
      ...bars.flatMap(({ prologue, loop }, row) => [
        rectangle('place', { x: left, y: y(row) + 2 }, x(prologue) - left, 6),
        rectangle('image', { x: left, y: y(row) + 9 }, x(loop) - left, 5),
      ]),
    ];
  });
  return picture(WIDTH, height, `${title}. ${told(panels, unit)}`, [
    text('strong', { x: MARGIN, y: 24 }, title),
    rectangle('place', { x: WIDTH - 330, y: 15 }, 24, 6),
    text('plain', { x: WIDTH - 300, y: 24 }, 'prologue'),
    rectangle('image', { x: WIDTH - 210, y: 15 }, 24, 6),
    text('plain', { x: WIDTH - 180, y: 24 }, 'best loop in C'),
    ...names,
    ...shapes,
  ]);
}

/** The panels in words. */
function told(panels: readonly Panel[], unit: string): string {
  return panels
    .map(({ title, bars }) => {
      const prologues = bars.map(({ prologue }) => prologue);
      return `${title}: ${Math.min(...prologues)} to ${Math.max(...prologues)} ${unit}.`;
    })
    .join(' ');
}
