/**
 * Operands of instructions: how the text of one is read, and the field of the DSL that it fills after which check. All
 * text around operands, as in `8(%r1)` or `[%g1 + %g2]`, is the instruction's (see table.ts).
 */
import { type Check, isMisaligned, limits, signed, unsigned } from '../../relocator-dsl/check.ts';
import { bits, type Field, insn32, type Slice } from '../../relocator-dsl/field.ts';
import type { OperandValue } from './own.ts';

/** Registers that an operand may name. */
export interface Registers {
  /** What a register is called in messages. */
  readonly title: string;
  /** What is written like a register, whether there is such a one or not; a regular expression without groups. */
  readonly like: string;
  readonly numbers: ReadonlyMap<string, number>;
}

export interface RegisterOperand {
  readonly kind: 'register';
  readonly field: Field;
  readonly registers: Registers;
}

/** How a number is written, where it is not what the field holds. */
export interface Writing {
  /** The field holds how much more it is than this. */
  readonly above?: number;
  /** The field holds how much less it is than this. */
  readonly leftTo?: number;
  /** Only so many low bits of it count. */
  readonly lowBits?: number;
  /** It is anything but 0. */
  readonly notZero?: true;
  /** It is no more than the operand of that name. */
  readonly notAbove?: string;
}

export interface NumberOperand extends Writing {
  readonly kind: 'number';
  readonly field: Field;
  readonly check: Check;
}

/** A place that is told by its distance. */
export interface TargetOperand {
  readonly kind: 'target';
  readonly field: Field;
  readonly check: Check;
  /** How many bytes behind the start of the instruction distances count from. */
  readonly behind: number;
  /** That place is rounded down to a multiple of so many bytes. */
  readonly rounded: number;
}

export type ValueOperand = NumberOperand | TargetOperand;
export type Operand = RegisterOperand | ValueOperand;

/** A field and what its values must satisfy: those of a rule, for one. */
export interface CheckedField {
  readonly field: Field;
  readonly check: Check;
}

/** Makes a field of an instruction of 2 or 4 bytes: insn16 or insn32. */
type Container = (...slices: Slice[]) => Field;

/** One of `registers`, from bit `lowest` of the instruction on; `register` is for those whose numbers are scattered. */
export function registerAt(
  lowest: number,
  registers: Registers,
  container: Container = insn32,
): RegisterOperand {
  const width = Math.max(...registers.numbers.values()).toString(2).length;
  return register(registers, container(bits(0, width - 1).at(lowest)));
}

export function register(registers: Registers, field: Field): RegisterOperand {
  return { kind: 'register', field, registers };
}

/** A signed number of `width` bits, from bit `lowest` of the instruction on; `number` is for all others. */
export function signedAt(lowest: number, width: number, container: Container = insn32): NumberOperand {
  return number(container(bits(0, width - 1).at(lowest)), signed(width));
}

/** An unsigned one. */
export function unsignedAt(
  lowest: number,
  width: number,
  { container = insn32, ...writing }: Writing & { readonly container?: Container } = {},
): NumberOperand {
  return number(container(bits(0, width - 1).at(lowest)), unsigned(width), writing);
}

export function number(field: Field, check: Check, writing: Writing = {}): NumberOperand {
  return { kind: 'number', field, check, ...writing };
}

/** A distance from `behind` bytes behind the instruction, rounded down to a multiple of `rounded`. */
export function target({ field, check }: CheckedField, behind = 0, rounded = 1): TargetOperand {
  return { kind: 'target', field, check, behind, rounded };
}

/** `count` registers that are numbered in their names, such as `%r0` to `%r31`. */
export function numbered(prefix: string, count: number, title = 'register'): Registers {
  const names = Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index] as const);
  return { title, like: `${prefix.replace('$', '\\$')}\\d+`, numbers: new Map(names) };
}

/** Numbers that an operand admits, both ends included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * What `operand` admits: of a number, as it is written; of a target, its distance from where that counts. undefined if
 * its check asks for no range.
 */
export function boundsOf(operand: ValueOperand): Bounds | undefined {
  const { range, multipleOf: step = 1 } = operand.check;
  if (!range) return undefined;
  const [min, max] = [Number(limits(range).min), Number(limits(range).max) - step];
  if (operand.kind === 'target') return { min, max };
  const { leftTo, above = 0, notZero } = operand;
  if (leftTo !== undefined) return { min: leftTo - max, max: leftTo - min };
  return { min: above + (notZero && min === 0 ? step : min), max: above + max };
}

/**
 * What the field of `operand` is to hold for `text`, in an instruction `at` bytes from the start.
 * @throws RangeError if that cannot be encoded
 */
export function fieldValue(operand: Operand, text: string, at: number, value: OperandValue): bigint {
  switch (operand.kind) {
    case 'register':
      return registerNumber(operand, text);
    case 'number':
      return numberValue(operand, text, value);
    case 'target':
      return distanceTo(operand, text, at, value);
  }
}

function registerNumber({ registers: { numbers, title } }: RegisterOperand, text: string): bigint {
  const number = numbers.get(text);
  if (number === undefined) throw new RangeError(`${text} is no ${title}`);
  return BigInt(number);
}

function numberValue(operand: NumberOperand, text: string, value: OperandValue): bigint {
  const { check, above = 0, leftTo, lowBits, notZero } = operand;
  const whole = value(text);
  const written = lowBits === undefined ? whole : whole & (2 ** lowBits - 1);
  if (notZero && written === 0) throw new RangeError('0 is not possible here');
  const { min, max } = boundsOf(operand) ?? { min: written, max: written };
  within(written, min, max, text);
  const held = BigInt(leftTo === undefined ? written - above : leftTo - written);
  if (isMisaligned(check, held)) throw new RangeError(`${text} is no multiple of ${check.multipleOf}`);
  return held;
}

function distanceTo(operand: TargetOperand, text: string, at: number, value: OperandValue): bigint {
  const { check, behind, rounded } = operand;
  const from = at + behind - ((at + behind) % rounded);
  const distance = value(text) - from;
  const where = `${text} is ${distance} bytes from where the instruction counts`;
  if (isMisaligned(check, BigInt(distance)))
    throw new RangeError(`${where}, no multiple of ${check.multipleOf}`);
  const { min, max } = boundsOf(operand) ?? { min: distance, max: distance };
  within(distance, min, max, `${where}, out of reach: it`);
  return BigInt(distance);
}

/**
 * `value`, if it can be encoded.
 * @param what what messages call it, where that is not the number itself
 * @throws RangeError unless it is a whole number, `min <= value <= max`
 */
export function within(value: number, min: number, max: number, what = `${value}`): number {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new RangeError(`${what} is not from ${min} to ${max}`);
  return value;
}
