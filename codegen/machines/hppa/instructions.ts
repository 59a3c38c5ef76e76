/** The instructions of PA-RISC 1.1 that prologues are made of. */

import { within } from '../../assemble/operands.ts';
import type { Encoder, OperandValue } from '../../assemble/own.ts';

/**
 * What an operand is, in the order in which they are written, and where it stands: by its lowest bit, counted from the
 * lowest of the instruction (manuals count from the highest).
 */
type Operand =
  | { readonly kind: 'register'; readonly at: number }
  /** Signed; the sign stands below the other bits. */
  | { readonly kind: 'signed'; readonly bits: number; readonly at: number }
  /** The upper 21 bits of a word: the number that they are, or the word itself as `L'…`. */
  | { readonly kind: 'upper' }
  /** The number of a bit, 0 the highest; `from31` holds what is left to 31. */
  | { readonly kind: 'position'; readonly at: number; readonly from31: boolean }
  /** How many bits; what is left to 32 is held. */
  | { readonly kind: 'length' }
  /** A distance in words from the second instruction behind. */
  | { readonly kind: 'target'; readonly bits: 12 | 17 }
  /** `number(base)`, or the lower 11 bits of a word as `R'…(base)`; those of 5 bits have instructions of their own. */
  | { readonly kind: 'displacement'; readonly short: Short | undefined }
  /** `number(base)` of 5 bits, after which the base grows by it. */
  | { readonly kind: 'step' }
  /** `register(base)` */
  | { readonly kind: 'indexed' }
  /** `register(space, base)` */
  | { readonly kind: 'in space' };

/** The short form of a load or store: its opcode, and where the displacement and the register stand. */
interface Short {
  readonly opcode: number;
  readonly displacementAt: number;
  readonly registerAt: number;
}

interface Form {
  readonly opcode: number;
  readonly operands: readonly Operand[];
  /** It may have the completer `,n`, which nullifies the instruction behind it. */
  readonly nullifies?: true;
}

const register = (at: number): Operand => ({ kind: 'register', at });
const T = register(0);
const R1 = register(16);
const R2 = register(21);
const IM5: Operand = { kind: 'signed', bits: 5, at: 16 };
const LENGTH: Operand = { kind: 'length' };
const TARGET: Operand = { kind: 'target', bits: 12 };
const CONDITION = 1 << 13;

/** Conditions of compare and branch: the lower three bits are the condition, the upper one is its negation. */
const COMPARED: Readonly<Record<string, number>> = { '=': 1, '<<': 4, '<>': 9, '>>': 13 };
/** Conditions of extract: what nullifies the instruction behind it. */
const EXTRACTED: Readonly<Record<string, number>> = { '': 0, ',=': 1 };

function compare(name: string, opcode: number, first: Operand): [string, Form][] {
  return Object.entries(COMPARED).map(([condition, code]) => {
    const negated = code > 7 ? 0x0800_0000 : 0;
    const whole = opcode + negated + (code & 7) * CONDITION;
    return [`${name},${condition}`, { opcode: whole, operands: [first, R2, TARGET], nullifies: true }];
  });
}

function extract(name: string, opcode: number): [string, Form][] {
  const operands = [R2, { kind: 'position', at: 5, from31: false } as const, LENGTH, R1];
  return Object.entries(EXTRACTED).map(([condition, code]) => [
    `${name}${condition}`,
    { opcode: opcode + code * CONDITION, operands },
  ]);
}

function deposit(name: string, opcode: number, source: Operand): [string, Form] {
  return [name, { opcode, operands: [source, { kind: 'position', at: 5, from31: true }, LENGTH, R2] }];
}

/** A load: with 14 bits of displacement, with 5, with 5 that step on, and with an index. */
function load(name: string, opcode: number, short: number): [string, Form][] {
  const own: Short = { opcode: short + 0x1000, displacementAt: 16, registerAt: 0 };
  return [
    [name, { opcode, operands: [{ kind: 'displacement', short: own }, R1] }],
    [`${name}s,ma`, { opcode: own.opcode + 0x20, operands: [{ kind: 'step' }, T] }],
    [`${name}x`, { opcode: short, operands: [{ kind: 'indexed' }, T] }],
  ];
}

function store(name: string, opcode: number, short: number): [string, Form] {
  const own: Short = { opcode: short, displacementAt: 0, registerAt: 16 };
  return [name, { opcode, operands: [R1, { kind: 'displacement', short: own }] }];
}

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ...load('ldb', 0x4000_0000, 0x0c00_0000),
  ...load('ldh', 0x4400_0000, 0x0c00_0040),
  ...load('ldw', 0x4800_0000, 0x0c00_0080),
  store('stb', 0x6000_0000, 0x0c00_1200),
  store('sth', 0x6400_0000, 0x0c00_1240),
  store('stw', 0x6800_0000, 0x0c00_1280),
  ['ldo', { opcode: 0x3400_0000, operands: [{ kind: 'displacement', short: undefined }, R1] }],
  ['ldi', { opcode: 0x3400_0000, operands: [{ kind: 'signed', bits: 14, at: 0 }, R1] }],
  ['ldil', { opcode: 0x2000_0000, operands: [{ kind: 'upper' }, R2] }],
  ['addil', { opcode: 0x2800_0000, operands: [{ kind: 'upper' }, R2] }],
  ['sub', { opcode: 0x0800_0400, operands: [R1, R2, T] }],
  ['addl', { opcode: 0x0800_0a00, operands: [R1, R2, T] }],
  ['copy', { opcode: 0x0800_0240, operands: [R1, T] }],
  ['nop', { opcode: 0x0800_0240, operands: [] }],
  ...extract('extru', 0xd000_1800),
  ...extract('extrs', 0xd000_1c00),
  deposit('zdep', 0xd400_0800, R1),
  deposit('dep', 0xd400_0c00, R1),
  deposit('depi', 0xd400_1c00, IM5),
  ['shd', { opcode: 0xd000_0800, operands: [R1, R2, { kind: 'position', at: 5, from31: true }, T] }],
  ...compare('comb', 0x8000_0000, R1),
  ...compare('comib', 0x8400_0000, IM5),
  ...(['<', '>='] as const).map((condition, index): [string, Form] => {
    const opcode = 0xc400_4000 + index * 4 * CONDITION;
    const position = { kind: 'position', at: 21, from31: false } as const;
    return [`bb,${condition}`, { opcode, operands: [R1, position, TARGET], nullifies: true }];
  }),
  ['b', { opcode: 0xe800_0000, operands: [{ kind: 'target', bits: 17 }], nullifies: true }],
  ['b,l', { opcode: 0xe800_0000, operands: [{ kind: 'target', bits: 17 }, R2], nullifies: true }],
  ['bv', { opcode: 0xe800_c000, operands: [{ kind: 'indexed' }], nullifies: true }],
  ['fdc', { opcode: 0x0400_1280, operands: [{ kind: 'indexed' }] }],
  ['fic', { opcode: 0x0400_0280, operands: [{ kind: 'in space' }] }],
  ['sync', { opcode: 0x0000_0400, operands: [] }],
]);

function general(text: string): number {
  const number = /^%r([0-9]+)$/.exec(text)?.[1];
  if (number === undefined || Number(number) > 31) throw new RangeError(`${text} is no register`);
  return Number(number);
}

/** Something in front of a base in parentheses. */
function memory(text: string): { readonly front: string; readonly base: number } {
  const [, front, base] = /^(.*)\(([^()]+)\)$/.exec(text) ?? [];
  if (front === undefined || base === undefined) throw new RangeError(`${text} is no place in memory`);
  return { front, base: general(base) };
}

/** A signed number whose sign stands below its other bits. */
function lowSigned(given: number, bits: number): number {
  const limit = 2 ** (bits - 1);
  if (given < -limit || given >= limit)
    throw new RangeError(`${given} is not from ${-limit} to ${limit - 1}`);
  return ((given & (limit - 1)) << 1) | (given < 0 ? 1 : 0);
}

/** Bits `from` to `from + count - 1` of a number, moved to `to`. */
function moved(number: number, from: number, count: number, to: number): number {
  return ((number >>> from) & (2 ** count - 1)) << to;
}

/** 21 bits as `ldil` and `addil` hold them. */
function upper(bits: number): number {
  return (
    moved(bits, 20, 1, 0) |
    moved(bits, 9, 11, 1) |
    moved(bits, 7, 2, 14) |
    moved(bits, 2, 5, 16) |
    moved(bits, 0, 2, 12)
  );
}

function target(distance: number, bits: 12 | 17): number {
  if (distance % 4 !== 0) throw new RangeError(`its target is ${distance} bytes away, no multiple of 4`);
  const words = distance / 4 - 2;
  const limit = 2 ** (bits - 1);
  if (words < -limit || words >= limit)
    throw new RangeError(`its target, ${distance} bytes away, is out of reach`);
  const low = moved(words, 0, 10, 3) | moved(words, 10, 1, 2) | moved(words, bits - 1, 1, 0);
  return bits === 12 ? low : low | moved(words, 11, 5, 16);
}

/** The value of `R'…`, or of a plain displacement. */
function displacementOf(text: string, value: OperandValue): number {
  return text.startsWith("R'") ? value(text.slice(2)) & 0x7ff : value(text);
}

function encodeOperand(operand: Operand, text: string, at: number, value: OperandValue): number {
  switch (operand.kind) {
    case 'register':
      return general(text) << operand.at;
    case 'signed':
      return lowSigned(value(text), operand.bits) << operand.at;
    case 'upper':
      return text.startsWith("L'")
        ? upper(value(text.slice(2)) >>> 11)
        : upper(within(value(text), 0, 2 ** 21 - 1));
    case 'position': {
      const position = within(value(text), 0, 31);
      return (operand.from31 ? 31 - position : position) << operand.at;
    }
    case 'length':
      return 32 - within(value(text), 1, 32);
    case 'target':
      return target(value(text) - at, operand.bits);
    case 'displacement': {
      const { front, base } = memory(text);
      return (base << 21) | lowSigned(displacementOf(front, value), 14);
    }
    case 'step': {
      const { front, base } = memory(text);
      return (base << 21) | (lowSigned(value(front), 5) << 16);
    }
    case 'indexed': {
      const { front, base } = memory(text);
      return (base << 21) | (general(front) << 16);
    }
    case 'in space': {
      const [, front = '', space, base = ''] = /^(.*)\(%sr([0-7]),\s*([^()]+)\)$/.exec(text) ?? [];
      if (space === undefined) throw new RangeError(`${text} is no place in a space`);
      // The highest of its three bits stands lowest.
      const number = Number(space);
      return (
        (general(base) << 21) | (general(front) << 16) | moved(number, 0, 2, 14) | moved(number, 2, 1, 13)
      );
    }
  }
}

function formOf(mnemonic: string): Form {
  const exact = FORMS.get(mnemonic);
  if (exact) return exact;
  const plain = mnemonic.endsWith(',n') ? FORMS.get(mnemonic.slice(0, -2)) : undefined;
  if (!plain?.nullifies) throw new RangeError(`there is no encoding for ${mnemonic}`);
  return { ...plain, opcode: plain.opcode | 2 };
}

/** The short form of a load or store whose displacement it holds, as assemblers choose it. */
function shortened(form: Form, operands: readonly string[], value: OperandValue): number | undefined {
  const index = form.operands.findIndex(({ kind }) => kind === 'displacement');
  const operand = form.operands[index];
  if (operand?.kind !== 'displacement' || !operand.short) return undefined;
  const { opcode, displacementAt, registerAt } = operand.short;
  const { front, base } = memory(operands[index] ?? '');
  const displacement = displacementOf(front, value);
  if (displacement < -16 || displacement > 15) return undefined;
  const other = general(operands[1 - index] ?? '');
  return opcode | (base << 21) | (lowSigned(displacement, 5) << displacementAt) | (other << registerAt);
}

export const hppaEncoder: Encoder = {
  order: 'big',
  encode({ mnemonic, operands, at, value }) {
    const form = formOf(mnemonic);
    if (form.operands.length !== operands.length)
      throw new RangeError(`${mnemonic} has ${form.operands.length} operands`);
    const word =
      shortened(form, operands, value) ??
      form.operands.reduce(
        (bits, operand, index) => bits | encodeOperand(operand, operands[index] ?? '', at, value),
        form.opcode,
      );
    return [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);
  },
};
