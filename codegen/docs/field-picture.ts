/** A field drawn as the bits of its container. */
import { containerBits, type Field, roundingOf, type Slice } from '../../relocator-dsl/field.ts';

interface Run {
  readonly high: number;
  readonly low: number;
  readonly label: string;
}

/**
 * Four lines: bit numbers, frame, content, frame; the high bit is on the left. `X[20:2]` are bits of the value,
 * `(X+0x800)[31:12]` those of the rounded value, `sign` is the opcode that follows the value's sign, empty cells are kept. `Y1[11:0]` are
 * bits of what one leading piece leaves of the magnitude, `G1[11:0]` those of its own leading piece as it is rotated.
 */
export function drawField(field: Field): string[] {
  let numbers = '';
  let frame = '+';
  let content = '|';
  for (const { high, low, label } of runs(field)) {
    const ends = high === low ? `${high}` : `${high} ${low}`;
    const width = Math.max(label.length + 2, ends.length);
    const left = Math.floor((width - label.length) / 2);
    numbers += ` ${high === low ? `${high}`.padEnd(width) : `${high}${`${low}`.padStart(width - `${high}`.length)}`}`;
    frame += `${'-'.repeat(width)}+`;
    content += `${' '.repeat(left)}${label}${' '.repeat(width - left - label.length)}|`;
  }
  return [numbers.trimEnd(), frame, content, frame];
}

function sliceLabel(slice: Slice, magnitude: Field['magnitude']): string {
  const { from, to, rounded, flippedUnless } = slice;
  if (magnitude) {
    // Y and G of the psABI that has them: what pieces leave, and the leading one of it.
    const value = `${magnitude.rotated ? 'G' : 'Y'}${magnitude.without}`;
    return `${value}[${to}:${from}]`;
  }
  const value = rounded ? `(X+0x${roundingOf(slice).toString(16)})` : 'X';
  if (flippedUnless !== undefined) return `!(X[${from}]^X[${flippedUnless}])`;
  return from === to ? `${value}[${from}]` : `${value}[${to}:${from}]`;
}

function runs(field: Field): Run[] {
  const owned: Run[] = field.slices.map((slice) => ({
    high: slice.at + slice.to - slice.from,
    low: slice.at,
    label: sliceLabel(slice, field.magnitude),
  }));
  if (field.signSelect) {
    const { opcodeBit } = field.signSelect;
    owned.push({ high: opcodeBit, low: opcodeBit, label: 'sign' });
  }
  if (field.magnitude) {
    const { mask } = field.magnitude.opcode;
    const high = mask.toString(2).length - 1;
    const low = (mask & -mask).toString(2).length - 1;
    owned.push({ high, low, label: 'sign' });
  }
  for (const { low, high } of field.zeros ?? []) owned.push({ high, low, label: '0' });
  owned.sort((a, b) => b.high - a.high);
  const all: Run[] = [];
  let next = containerBits(field) - 1;
  for (const run of owned) {
    if (run.high < next) all.push({ high: next, low: run.high + 1, label: '' });
    all.push(run);
    next = run.low - 1;
  }
  if (next >= 0) all.push({ high: next, low: 0, label: '' });
  return all;
}
