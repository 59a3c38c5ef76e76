/** Lines of every row of a table of instructions: each operand at its limits and past them, while the others stand still. */
import { boundsOf, type Operand, type ValueOperand } from '../../codegen/assemble/operands.ts';
import { operandsOf } from '../../codegen/assemble/own.ts';
import type { InstructionTable } from '../../codegen/assemble/table.ts';

/** One instruction. */
export interface Sample {
  /** The line, if `target` is how the place is written that it leads to. */
  readonly line: (target: string) => string;
  /** Bytes from the instruction to its target, if it has one. */
  readonly distance?: number | undefined;
}

export interface Samples {
  /** Those that can be encoded. */
  readonly good: readonly Sample[];
  /** Those that cannot. */
  readonly bad: readonly Sample[];
}

export function plain(lines: readonly string[]): Sample[] {
  return lines.map((line) => ({ line: () => line }));
}

/** @param notRegisters what is written like a register of the machine, and is none */
export function samplesOf(table: InstructionTable, notRegisters: readonly string[]): Samples {
  const rows = table.rows.map(([form]) => takeApart(form, table));
  const registers = Object.values(table.operands).flatMap((operand) =>
    operand.kind === 'register' ? [...operand.registers.numbers.keys()] : [],
  );
  const all = rows.map((row) => samplesOfRow(row, rows, [...new Set([...registers, ...notRegisters])]));
  return { good: all.flatMap(({ good }) => good), bad: all.flatMap(({ bad }) => bad) };
}

/** A row of a table. */
interface Row {
  readonly mnemonic: string;
  /** What is between commas: operands, and text around them. */
  readonly parts: readonly (readonly (string | Operand)[])[];
  readonly operands: readonly Operand[];
  /** Those of them that are limits of others. */
  readonly limits: readonly (Operand | undefined)[];
}

function takeApart(form: string, { operands }: InstructionTable): Row {
  const { mnemonic, operands: texts } = operandsOf(form);
  const parts = texts.map((text) => text.split(/(\w+)/).map((part) => operands[part] ?? part));
  const own = parts.flat().filter((part) => typeof part !== 'string');
  const limits = own.map((operand) =>
    operand.kind === 'number' ? operands[operand.notAbove ?? ''] : undefined,
  );
  return { mnemonic, parts, operands: own, limits };
}

/** The name of a register, a number, or the distance of a target from where it counts. */
type Value = string | number;

function samplesOfRow(row: Row, rows: readonly Row[], names: readonly string[]): Samples {
  const good = row.operands.map(goodValues);
  const bad = row.operands.map((operand, index) =>
    badValues(operand, names).filter((value) => !isTakenOtherwise(value, index, row, rows)),
  );
  const still = good.map((values, index) => stillValue(row, index, values));
  const one = written(row, still);
  const varied = (values: readonly (readonly Value[])[]): Sample[] =>
    values.flatMap((each, index) =>
      each.map((value) =>
        written(
          row,
          still.map((other, place) => (place === index ? value : other)),
        ),
      ),
    );
  return {
    good: good.length === 0 ? [one] : varied(good),
    bad: [...varied(bad), ...miscounted(row, rows, one)],
  };
}

/** The value that an operand has while another is varied: not the same for any two registers. */
function stillValue({ operands, limits }: Row, index: number, values: readonly Value[]): Value {
  const operand = operands[index];
  if (operand?.kind === 'target') return 2 * stepOf(operand);
  if (operand?.kind === 'number' && operand.notAbove !== undefined) return 0;
  if (operand?.kind === 'number' && limits.includes(operand)) return boundsOf(operand)?.max ?? 0;
  return values[Math.min(2 + index, values.length - 1)] ?? '';
}

function goodValues(operand: Operand): Value[] {
  if (operand.kind === 'register') return [...operand.registers.numbers.keys()];
  const lowBits = operand.kind === 'number' ? operand.lowBits : undefined;
  const { min, max } = lowBits === undefined ? boundsFor(operand) : { min: 0, max: 2 ** lowBits - 1 };
  const step = stepOf(operand);
  const values = new Set([min, max, 0, step, -step, 3 * step]);
  for (let bit = step; bit <= max; bit *= 2)
    for (const value of [bit, -bit, max - bit + 1 - step]) values.add(value);
  const whole = [...values].filter((value) => accepts(operand, value) || lowBits !== undefined);
  // What is above the bits that count does not change them.
  return lowBits === undefined ? whole : [...whole, ...whole.map((value) => 0x1234_5000 + value)];
}

function badValues(operand: Operand, names: readonly string[]): Value[] {
  if (operand.kind === 'register') return names.filter((name) => !operand.registers.numbers.has(name));
  if (operand.kind === 'number' && operand.lowBits !== undefined) return [];
  const { min, max } = boundsFor(operand);
  const step = stepOf(operand);
  const near = [min - step, max + step, min + 1, step / 2, 0].filter(Number.isInteger);
  return [...new Set(near)].filter((value) => !accepts(operand, value));
}

function boundsFor(operand: ValueOperand): { readonly min: number; readonly max: number } {
  const bounds = boundsOf(operand);
  if (!bounds) throw new RangeError('an operand has no limits');
  return bounds;
}

function stepOf({ check }: ValueOperand): number {
  return check.multipleOf ?? 1;
}

function accepts(operand: ValueOperand, value: number): boolean {
  const { min, max } = boundsFor(operand);
  if (operand.kind === 'number' && operand.notZero && value === 0) return false;
  return value >= min && value <= max && value % stepOf(operand) === 0;
}

/** True if another row of the same mnemonic, which is written alike, has `value` in the place of the operand. */
function isTakenOtherwise(value: Value, index: number, row: Row, rows: readonly Row[]): boolean {
  return rows.some((other) => {
    const operand = other.operands[index];
    if (other.mnemonic !== row.mnemonic || shapeOf(other) !== shapeOf(row)) return false;
    return operand?.kind === 'number' && typeof value === 'number' && accepts(operand, value);
  });
}

/** What of a row is not the name of an operand. */
function shapeOf({ parts }: Row): string {
  return JSON.stringify(
    parts.map((each) => each.map((part) => (typeof part === 'string' ? part : part.kind))),
  );
}

/** The line with an operand less, at either end, and one with an operand more. */
function miscounted(row: Row, rows: readonly Row[], { line, distance }: Sample): Sample[] {
  const counts = new Set(
    rows.filter(({ mnemonic }) => mnemonic === row.mnemonic).map(({ parts }) => parts.length),
  );
  const changed = (change: (operands: readonly string[]) => readonly string[]): Sample[] => {
    const text = (target: string): string => {
      const { mnemonic, operands } = operandsOf(line(target));
      return `${mnemonic} ${change(operands).join(', ')}`.trim();
    };
    return counts.has(operandsOf(text('here')).operands.length) ? [] : [{ line: text, distance }];
  };
  const count = row.parts.length;
  return [
    ...(count > 0 ? [...changed((all) => all.slice(1)), ...changed((all) => all.slice(0, -1))] : []),
    ...changed((all) => [...all, all[0] ?? '1']),
  ];
}

/** Where the target of a line is put in. */
const TARGET = '\u0000';

function written({ mnemonic, parts, operands }: Row, values: readonly Value[]): Sample {
  let next = 0;
  const texts = parts.map((each) => {
    const signed = each.includes(' ± ');
    const text = each.map((part) =>
      typeof part === 'string' ? part : writtenValue(part, values[next++] ?? '', signed),
    );
    return text.join('').replace(' ± ', ' ');
  });
  const text = `${mnemonic} ${texts.join(', ')}`.trim();
  const index = operands.findIndex(({ kind }) => kind === 'target');
  const operand = operands[index];
  return {
    line: (target) => text.replace(TARGET, target),
    distance: operand?.kind === 'target' ? Number(values[index]) + operand.behind : undefined,
  };
}

function writtenValue({ kind }: Operand, value: Value, signed: boolean): string {
  if (kind === 'target') return TARGET;
  if (kind === 'register' || !signed) return `${value}`;
  return `${value}`.replace(/^(-?)/, (sign) => `${sign || '+'} `);
}
