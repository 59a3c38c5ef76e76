/** The instructions of SPARC V9 that prologues are made of. Keystone does not know `rd %pc`, nor Capstone `flush`. */

import { within } from '../../assemble/operands.ts';
import type { Encoder, OperandValue } from '../../assemble/own.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['g', 'o', 'l', 'i'].flatMap((set, index) =>
    Array.from({ length: 8 }, (_, number) => [`%${set}${number}`, 8 * index + number] as const),
  ),
);

/** Where the registers of an instruction stand. */
const RD = 25;
const RS1 = 14;
const RS2 = 0;
const IMMEDIATE = 1 << 13;

/** What an operand is, in the order in which they are written. */
type Operand =
  | { readonly kind: 'register'; readonly at: number }
  /** A register, or a signed immediate of 13 bits. */
  | { readonly kind: 'second' }
  /** The distance of a shift. */
  | { readonly kind: 'shift'; readonly bits: 5 | 6 }
  /** The sum of a register and one of both; loads and stores have it in brackets. */
  | { readonly kind: 'address'; readonly brackets: boolean }
  | { readonly kind: 'sethi' }
  /** A distance in words, with its bits from 14 on at bit 20 where the register stands below them. */
  | { readonly kind: 'target'; readonly bits: 16 | 19 | 30 }
  | { readonly kind: 'literal'; readonly text: string };

const register = (at: number): Operand => ({ kind: 'register', at });
const address = (brackets: boolean): Operand => ({ kind: 'address', brackets });
const target = (bits: 16 | 19 | 30): Operand => ({ kind: 'target', bits });
const literal = (text: string): Operand => ({ kind: 'literal', text });
const SECOND: Operand = { kind: 'second' };

interface Form {
  readonly opcode: number;
  readonly operands: readonly Operand[];
}

/** Instructions with the same operands; `place` brings their numbers to where they stand. */
function forms(
  operands: readonly Operand[],
  numbers: Readonly<Record<string, number>>,
  place: (number: number) => number,
): [string, Form][] {
  return Object.entries(numbers).map(([name, number]) => [name, { opcode: place(number), operands }]);
}

const arithmetic = (op3: number): number => (2 << 30) | (op3 << 19);
const memory = (op3: number): number => (3 << 30) | (op3 << 19);
/** Shifts of 64 bits have a bit of their own. */
const SHIFT_64 = 1 << 12;
const XCC = 2 << 20;

/** A branch with each of its hints, annulled or not. */
function branches(
  operands: readonly Operand[],
  conditions: Readonly<Record<string, number>>,
  opcode: number,
): [string, Form][] {
  const ANNULLED = 1 << 29;
  const TAKEN = 1 << 19;
  return Object.entries(conditions).flatMap(([name, condition]) =>
    ['', ',a'].flatMap((annul) =>
      [',pn', ',pt'].map((hint): [string, Form] => [
        `${name}${annul}${hint}`,
        {
          opcode: opcode | (condition << RD) | (annul ? ANNULLED : 0) | (hint === ',pt' ? TAKEN : 0),
          operands,
        },
      ]),
    ),
  );
}

const FORMS: ReadonlyMap<string, Form> = new Map([
  ...forms(
    [register(RS1), SECOND, register(RD)],
    { add: 0x00, and: 0x01, or: 0x02, xor: 0x03, sub: 0x04, andn: 0x05, andcc: 0x11 },
    arithmetic,
  ),
  ...forms([register(RS1), SECOND], { cmp: 0x14 }, arithmetic),
  ...forms([SECOND, register(RD)], { mov: 0x02 }, arithmetic),
  ...forms([register(RD)], { clr: 0x02 }, arithmetic),
  ...forms(
    [register(RS1), { kind: 'shift', bits: 5 }, register(RD)],
    { sll: 0x25, srl: 0x26, sra: 0x27 },
    arithmetic,
  ),
  ...forms(
    [register(RS1), { kind: 'shift', bits: 6 }, register(RD)],
    { sllx: 0x25, srlx: 0x26, srax: 0x27 },
    (op3) => arithmetic(op3) | SHIFT_64,
  ),
  ...forms([literal('%pc'), register(RD)], { rd: 0x28 }, (op3) => arithmetic(op3) | (5 << RS1)),
  ...forms([address(false)], { jmp: 0x38, flush: 0x3b }, arithmetic),
  ...forms(
    [address(true), register(RD)],
    { lduw: 0x00, ldub: 0x01, lduh: 0x02, ldsw: 0x08, ldsb: 0x09, ldx: 0x0b },
    memory,
  ),
  ...forms([register(RD), address(true)], { stw: 0x04, stb: 0x05, sth: 0x06, stx: 0x0e }, memory),
  ...forms([{ kind: 'sethi' }, register(RD)], { sethi: 4 }, (op2) => op2 << 22),
  ...forms([], { nop: 4 }, (op2) => op2 << 22),
  ...branches([literal('%xcc'), target(19)], { be: 1, blu: 5, ba: 8, bne: 9, bgu: 12 }, (1 << 22) | XCC),
  ...branches([register(RS1), target(16)], { brz: 1, brlz: 3, brnz: 5 }, 3 << 22),
  ...forms([target(30)], { call: 1 }, (op) => op << 30),
]);

function registerNumber(text: string): number {
  const number = NUMBERS.get(text);
  if (number === undefined) throw new RangeError(`${text} is no register`);
  return number;
}

function encodeSecond(text: string, value: OperandValue): number {
  if (text.startsWith('%')) return registerNumber(text) << RS2;
  return IMMEDIATE | (within(value(text), -4096, 4095, text) & 0x1fff);
}

/** `%g1`, `%g1 + 8`, `%g1 - 8` or `%g1 + %g2`. */
function encodeAddress(text: string, brackets: boolean, value: OperandValue): number {
  const [, inside] = (brackets ? /^\[(.*)\]$/ : /^([^[]*)$/).exec(text) ?? [];
  if (inside === undefined) throw new RangeError(`${text} is ${brackets ? 'not ' : ''}in brackets`);
  const [, base = '', sign, offset = ''] = /^(\S+?)(?:\s*([+-])\s*(\S+))?$/.exec(inside.trim()) ?? [];
  const first = registerNumber(base) << RS1;
  if (sign === undefined) return first;
  return first | encodeSecond(sign === '-' ? `-${offset}` : offset, value);
}

function encodeTarget(distance: number, bits: 16 | 19 | 30): number {
  if (distance % 4 !== 0) throw new RangeError(`its target is ${distance} bytes away, no multiple of 4`);
  const words = distance / 4;
  const limit = 2 ** (bits - 1);
  if (words < -limit || words >= limit)
    throw new RangeError(`its target, ${distance} bytes away, is out of reach`);
  const field = words & (2 ** bits - 1);
  return bits === 16 ? (field & 0x3fff) | ((field >> 14) << 20) : field;
}

function encodeOperand(operand: Operand, text: string, at: number, value: OperandValue): number {
  switch (operand.kind) {
    case 'register':
      return registerNumber(text) << operand.at;
    case 'second':
      return encodeSecond(text, value);
    case 'shift':
      return IMMEDIATE | within(value(text), 0, 2 ** operand.bits - 1, text);
    case 'address':
      return encodeAddress(text, operand.brackets, value);
    case 'sethi':
      return within(value(text), 0, 0x3f_ffff, text);
    case 'target':
      return encodeTarget(value(text) - at, operand.bits);
    case 'literal':
      if (text !== operand.text) throw new RangeError(`${text} is not ${operand.text}`);
      return 0;
  }
}

export const sparc64Encoder: Encoder = {
  order: 'big',
  encode({ mnemonic, operands, at, value }) {
    const form = FORMS.get(mnemonic);
    if (!form) throw new RangeError(`there is no encoding for ${mnemonic}`);
    const { opcode, operands: wanted } = form;
    if (wanted.length !== operands.length) throw new RangeError(`${mnemonic} has ${wanted.length} operands`);
    const word = wanted.reduce(
      (bits, operand, index) => bits | encodeOperand(operand, operands[index] ?? '', at, value),
      opcode,
    );
    return [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff);
  },
};
