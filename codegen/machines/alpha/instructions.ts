/** The instructions of the Alpha that prologues are made of: those that every processor has, from the first on. */

import { within } from '../../assemble/operands.ts';
import type { Encoder, OperandValue } from '../../assemble/own.ts';

/** One instruction of a source line. */
interface Line {
  readonly operands: readonly string[];
  readonly at: number;
  readonly value: OperandValue;
}

interface Form {
  readonly operands: number;
  encode(line: Line): number;
}

function register(text: string): number {
  const number = /^\$([0-9]|[12][0-9]|3[01])$/.exec(text)?.[1];
  if (number === undefined) throw new RangeError(`${text} is no register`);
  return Number(number);
}

function operand({ operands }: Line, index: number): string {
  return operands[index] ?? '';
}

/** `lda $1, 8($2)` and all loads and stores. */
function memory(opcode: number): Form {
  return {
    operands: 2,
    encode(line) {
      const address = operand(line, 1);
      const [, offset, base] = /^(.+)\((.*)\)$/.exec(address) ?? [];
      if (offset === undefined || base === undefined)
        throw new RangeError(`${address} is not an offset and a register`);
      const low = within(line.value(offset), -0x8000, 0x7fff) & 0xffff;
      return (opcode << 26) | (register(operand(line, 0)) << 21) | (register(base) << 16) | low;
    },
  };
}

/** Branches count instructions from the one behind them. */
function branch(opcode: number): Form {
  return {
    operands: 2,
    encode(line) {
      const distance = line.value(operand(line, 1)) - line.at;
      if (distance % 4 !== 0) throw new RangeError(`its target is ${distance} bytes away, no multiple of 4`);
      const words = distance / 4 - 1;
      if (words < -0x10_0000 || words > 0xf_ffff)
        throw new RangeError(`its target, ${distance} bytes away, is out of reach`);
      return (opcode << 26) | (register(operand(line, 0)) << 21) | (words & 0x1f_ffff);
    },
  };
}

/** `addq $1, $2, $3`; the second operand may be a number of 8 bits. */
function operate(opcode: number, func: number): Form {
  return {
    operands: 3,
    encode(line) {
      const second = operand(line, 1);
      const source = second.startsWith('$')
        ? register(second) << 16
        : (within(line.value(second), 0, 0xff) << 13) | (1 << 12);
      const first = register(operand(line, 0)) << 21;
      return (opcode << 26) | first | source | (func << 5) | register(operand(line, 2));
    },
  };
}

/** `jmp $31, ($27)`, without a hint where it goes. */
const JMP: Form = {
  operands: 2,
  encode(line) {
    const target = operand(line, 1);
    const base = /^\((.*)\)$/.exec(target)?.[1];
    if (base === undefined) throw new RangeError(`${target} is not a register in parentheses`);
    return (0x1a << 26) | (register(operand(line, 0)) << 21) | (register(base) << 16);
  },
};

const CALL_PAL: Form = {
  operands: 1,
  encode: (line) => within(line.value(operand(line, 0)), 0, 0x3ff_ffff),
};

function forms<Key>(make: (key: Key) => Form, keys: Readonly<Record<string, Key>>): [string, Form][] {
  return Object.entries(keys).map(([name, key]) => [name, make(key)]);
}

const FORMS: ReadonlyMap<string, Form> = new Map([
  ...forms(memory, {
    lda: 0x08,
    ldah: 0x09,
    ldq_u: 0x0b,
    stq_u: 0x0f,
    ldl: 0x28,
    ldq: 0x29,
    stl: 0x2c,
    stq: 0x2d,
  }),
  ...forms(branch, { br: 0x30, blbc: 0x38, beq: 0x39, blbs: 0x3c, bne: 0x3d, bge: 0x3e }),
  ...forms((func: number) => operate(0x10, func), {
    addl: 0x00,
    subl: 0x09,
    cmpult: 0x1d,
    addq: 0x20,
    s4addq: 0x22,
    subq: 0x29,
    cmpule: 0x3d,
  }),
  ...forms((func: number) => operate(0x11, func), { and: 0x00, bic: 0x08, bis: 0x20 }),
  ...forms((func: number) => operate(0x12, func), {
    mskbl: 0x02,
    extbl: 0x06,
    mskwl: 0x12,
    extwl: 0x16,
    inswl: 0x1b,
    mskll: 0x22,
    extll: 0x26,
    insll: 0x2b,
    zapnot: 0x31,
    mskql: 0x32,
    srl: 0x34,
    extql: 0x36,
    sll: 0x39,
    insql: 0x3b,
    sra: 0x3c,
    mskwh: 0x52,
    inswh: 0x57,
    msklh: 0x62,
    inslh: 0x67,
    extlh: 0x6a,
    mskqh: 0x72,
    insqh: 0x77,
    extqh: 0x7a,
  }),
  ['jmp', JMP],
  ['call_pal', CALL_PAL],
]);

export const alphaEncoder: Encoder = {
  order: 'little',
  encode({ mnemonic, operands, at, value }) {
    const form = FORMS.get(mnemonic);
    if (!form) throw new RangeError(`there is no encoding for ${mnemonic}`);
    if (form.operands !== operands.length) throw new RangeError(`${mnemonic} has ${form.operands} operands`);
    const word = form.encode({ operands, at, value });
    return [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff);
  },
};
