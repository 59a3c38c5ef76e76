/** The parts of a prologue by its labels: what finds itself and checks, each loop, handlers, what stops, and the table. */
import type { Prologue } from '../../codegen/prologue.ts';

export interface ProloguePart {
  readonly name: string;
  readonly bytes: number;
}

/** The name of the part that a label begins; labels of one loop end alike. */
function partName(label: string): string {
  const loop = /^(?:next|more|test|head|done|digit|bits|bit)(_?\d+)?$/.exec(label);
  if (loop) return `loop ${loop[1] ?? ''}`.trim();
  if (/^(stop|halt|overflow)/.test(label)) return 'stop';
  if (/^(start|here|located)/.test(label)) return 'start';
  return 'handlers';
}

/** In the order in which they stand first; what is not behind a label is the start's. */
export function partsOf({ labels, codeSize, table }: Prologue): ProloguePart[] {
  const marks = [...labels].filter(([, at]) => at < codeSize).sort((a, b) => a[1] - b[1]);
  const parts = new Map<string, number>();
  const add = (name: string, bytes: number): void => {
    if (bytes > 0) parts.set(name, (parts.get(name) ?? 0) + bytes);
  };
  add('start', marks[0]?.[1] ?? codeSize);
  for (const [index, [label, at]] of marks.entries()) {
    const end = marks[index + 1]?.[1] ?? codeSize;
    add(partName(label), end - at);
  }
  add('table', table.size);
  return [...parts].map(([name, bytes]) => ({ name, bytes }));
}
