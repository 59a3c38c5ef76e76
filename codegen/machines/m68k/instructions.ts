/** The instructions of the 68020 and its successors that prologues are made of, in the Motorola syntax of GNU as. */

import { within } from '../../assemble/operands.ts';
import type { Encoder, Line, OperandValue } from '../../assemble/own.ts';

/** The sizes of operands, by the suffix of the mnemonic, and the bits that say them in most instructions. */
const SIZES: Readonly<Record<string, number>> = { b: 0, w: 1, l: 2 };

/** An operand as it is written: a register, a number, memory at an address register, or memory at the program counter. */
type Operand =
  | { readonly kind: 'data' | 'address'; readonly register: number }
  | { readonly kind: 'immediate'; readonly value: number }
  | ({ readonly kind: 'memory' | 'program' } & Effective);

/** What stands in the instruction for an operand that may be of several kinds, and the words that follow. */
interface Effective {
  readonly mode: number;
  readonly register: number;
  readonly words: readonly number[];
}

type Kind = Operand['kind'];

interface Read {
  readonly operands: readonly Operand[];
  /** The bits of the mnemonic's suffix. */
  readonly size: number;
}

/** An instruction in one of its forms: what its operands must be, and the words it is. */
interface Form {
  readonly kinds: readonly (Kind | readonly Kind[])[];
  /** Suffixes it has; none for instructions without. */
  readonly sizes: string;
  words(read: Read): readonly number[];
}

/** The conditions of branches. `j` in place of `b` is GNU as's word for the shortest one that reaches. */
const BRANCHES: Readonly<Record<string, number>> = {
  jra: 0,
  jhi: 2,
  jcc: 4,
  jcs: 5,
  jne: 6,
  jeq: 7,
  jmi: 11,
};

const half = (value: number): number => value & 0xffff;
const halves = (value: number): number[] => [half(value >>> 16), half(value)];

function register(
  text: string,
): { readonly kind: 'data' | 'address'; readonly register: number } | undefined {
  if (text === '%sp') return { kind: 'address', register: 7 };
  const [, bank, digit] = /^%([da])([0-7])$/.exec(text) ?? [];
  if (bank === undefined) return undefined;
  return { kind: bank === 'd' ? 'data' : 'address', register: Number(digit) };
}

function memory(mode: number, number: number, ...words: number[]): Operand {
  return { kind: 'memory', mode, register: number, words };
}

/** `next` is where the words behind the instruction's own begin, from which %pc counts. */
function operandOf(text: string, next: number, value: OperandValue): Operand {
  const known = register(text);
  if (known) return known;
  if (text.startsWith('#')) return { kind: 'immediate', value: value(text.slice(1)) };
  const [, absolute] = /^\(([^%()]+)\)\.l$/.exec(text) ?? [];
  if (absolute !== undefined) {
    const address = within(value(absolute), 0, 0xffff_ffff, absolute);
    return memory(7, 1, address >>> 16, address & 0xffff);
  }
  const [, offset = '', base = '', index, scale = '1', plus] =
    /^([^()%#]*)\(%(pc|sp|a[0-7])(?:,\s*%(d[0-7])\.l(?:\*([1248]))?)?\)(\+?)$/.exec(text) ?? [];
  if (base === '') throw new RangeError(`${text} is no operand`);
  if (base === 'pc') {
    if (offset === '' || index !== undefined || plus)
      throw new RangeError(`${text} is no operand that is known here`);
    const distance = within(value(offset) - next, -0x8000, 0x7fff, `the distance to ${offset}`);
    return { kind: 'program', mode: 7, register: 2, words: [half(distance)] };
  }
  const { register: number } = register(`%${base}`) ?? { register: 0 };
  if (plus) {
    if (offset !== '' || index !== undefined) throw new RangeError(`${text} is no operand`);
    return memory(3, number);
  }
  if (index !== undefined) {
    const extension = (Number(index.slice(1)) << 12) | 0x800 | (Math.log2(Number(scale)) << 9);
    const distance = offset === '' ? 0 : within(value(offset), -0x80, 0x7f, offset);
    return memory(6, number, extension | (distance & 0xff));
  }
  if (offset === '') return memory(2, number);
  const distance = within(value(offset), -0x8000, 0x7fff, offset);
  if (distance === 0) throw new RangeError(`${text} takes a word for nothing; write (%${base})`);
  return memory(5, number, half(distance));
}

function effective(operand: Operand | undefined, size: number): Effective {
  switch (operand?.kind) {
    case 'data':
      return { mode: 0, register: operand.register, words: [] };
    case 'address':
      if (size === 0) throw new RangeError('an address register has no byte');
      return { mode: 1, register: operand.register, words: [] };
    case 'memory':
    case 'program':
      return operand;
    case 'immediate':
      return { mode: 7, register: 4, words: immediateWords(operand, size) };
    case undefined:
      throw new RangeError('an operand is missing');
  }
}

function immediateWords({ value }: { readonly value: number }, size: number): number[] {
  const bits = [8, 16, 32][size] ?? 32;
  // What stands beside a negative byte, GNU as and llvm-mc do not agree on.
  within(value, size === 0 ? 0 : -(2 ** (bits - 1)), 2 ** bits - 1, `${value}`);
  return size === 2 ? halves(value) : [half(value)];
}

/** Mode and register of an operand in the lower six bits, as almost all instructions have them. */
function low(ea: Effective): number {
  return (ea.mode << 3) | ea.register;
}

function numberIn(operand: Operand | undefined): number {
  if (operand?.kind !== 'data' && operand?.kind !== 'address') throw new RangeError('it is no register');
  return operand.register;
}

function valueIn(operand: Operand | undefined, min: number, max: number): number {
  if (operand?.kind !== 'immediate') throw new RangeError('it is no immediate');
  return within(operand.value, min, max, `${operand.value}`);
}

/** Immediates are not among them: GNU as has shorter forms for many. */
const ANY = ['data', 'address', 'memory', 'program'] as const;
const CHANGEABLE = ['data', 'memory'] as const;

/** One operand, which may be changed. */
function single(opcode: number): Form {
  return {
    kinds: [CHANGEABLE],
    sizes: 'bwl',
    words({ operands: [only], size }) {
      const ea = effective(only, size);
      return [opcode | (size << 6) | low(ea), ...ea.words];
    },
  };
}

/** From anything to a data register. */
function toData(opcode: number): Form {
  return {
    kinds: [ANY, 'data'],
    sizes: 'bwl',
    words({ operands: [from, to], size }) {
      const ea = effective(from, size);
      return [opcode | (numberIn(to) << 9) | (size << 6) | low(ea), ...ea.words];
    },
  };
}

/** From a data register to memory. */
function toMemory(opcode: number): Form {
  return {
    kinds: ['data', 'memory'],
    sizes: 'bwl',
    words({ operands: [from, to], size }) {
      const ea = effective(to, size);
      return [opcode | 0x100 | (numberIn(from) << 9) | (size << 6) | low(ea), ...ea.words];
    },
  };
}

/** From anything to an address register. */
function toAddress(opcode: number, from: readonly Kind[] = ANY): Form {
  return {
    kinds: [from, 'address'],
    sizes: 'wl',
    words({ operands: [from, to], size }) {
      const ea = effective(from, size);
      return [opcode | (numberIn(to) << 9) | (size === 2 ? 0x1c0 : 0xc0) | low(ea), ...ea.words];
    },
  };
}

/** An immediate, and what it is combined with. */
function immediate(opcode: number): Form {
  return {
    kinds: ['immediate', CHANGEABLE],
    sizes: 'bwl',
    words({ operands: [from, to], size }) {
      const value = immediateWords({ value: valueIn(from, -(2 ** 31), 2 ** 32 - 1) }, size);
      const ea = effective(to, size);
      return [opcode | (size << 6) | low(ea), ...value, ...ea.words];
    },
  };
}

/** A number from 1 to 8 in three bits. */
function quick(opcode: number): Form {
  return {
    kinds: ['immediate', ['data', 'address', 'memory']],
    sizes: 'bwl',
    words({ operands: [count, to], size }) {
      const ea = effective(to, size);
      return [opcode | ((valueIn(count, 1, 8) & 7) << 9) | (size << 6) | low(ea), ...ea.words];
    },
  };
}

/** A shift of a data register by 1 to 8. */
function shift(opcode: number): Form {
  return {
    kinds: ['immediate', 'data'],
    sizes: 'bwl',
    words: ({ operands: [count, to], size }) => [
      opcode | ((valueIn(count, 1, 8) & 7) << 9) | (size << 6) | numberIn(to),
    ],
  };
}

/** True for what MOVEQ holds, read as 32 bits. */
function isQuick(value: number): boolean {
  return (value | 0) >= -0x80 && (value | 0) <= 0x7f;
}

/** The sizes of MOVE have other bits than those of all others. */
const MOVE_SIZES = [1, 3, 2];

const move: Form = {
  kinds: [[...ANY, 'immediate'], CHANGEABLE],
  sizes: 'bwl',
  words({ operands: [from, to], size }) {
    if (size === 2 && from?.kind === 'immediate' && to?.kind === 'data' && isQuick(from.value))
      throw new RangeError('it takes two words for nothing; write moveq');
    const [source, target] = [effective(from, size), effective(to, size)];
    const opcode = ((MOVE_SIZES[size] ?? 0) << 12) | (target.register << 9) | (target.mode << 6);
    return [opcode | low(source), ...source.words, ...target.words];
  },
};

const movea: Form = {
  kinds: [ANY, 'address'],
  sizes: 'wl',
  words({ operands: [from, to], size }) {
    const source = effective(from, size);
    return [((MOVE_SIZES[size] ?? 0) << 12) | (numberIn(to) << 9) | 0x40 | low(source), ...source.words];
  },
};

const FORMS: Readonly<Record<string, readonly Form[]>> = {
  move: [move],
  movea: [movea],
  moveq: [
    {
      kinds: ['immediate', 'data'],
      sizes: '',
      words: ({ operands: [value, to] }) => [
        0x7000 | (numberIn(to) << 9) | (valueIn(value, -0x80, 0x7f) & 0xff),
      ],
    },
  ],
  lea: [
    {
      kinds: [['memory', 'program'], 'address'],
      sizes: '',
      words({ operands: [from, to] }) {
        const ea = effective(from, 2);
        if (ea.mode === 3) throw new RangeError('it has no address that stays');
        return [0x41c0 | (numberIn(to) << 9) | low(ea), ...ea.words];
      },
    },
  ],
  jmp: [
    {
      kinds: [['memory', 'program']],
      sizes: '',
      words({ operands: [to] }) {
        const ea = effective(to, 2);
        if (ea.mode === 3) throw new RangeError('it has no address that stays');
        return [0x4ec0 | low(ea), ...ea.words];
      },
    },
  ],
  add: [toData(0xd000), toMemory(0xd000)],
  adda: [toAddress(0xd000)],
  sub: [toData(0x9000)],
  cmp: [toData(0xb000)],
  cmpa: [toAddress(0xb000, [...ANY, 'immediate'])],
  andi: [immediate(0x0200)],
  addq: [quick(0x5000)],
  subq: [quick(0x5100)],
  clr: [single(0x4200)],
  tst: [single(0x4a00)],
  lsr: [shift(0xe008)],
  lsl: [shift(0xe108)],
  ror: [shift(0xe018)],
  extb: [{ kinds: ['data'], sizes: 'l', words: ({ operands: [only] }) => [0x49c0 | numberIn(only)] }],
  bset: [
    {
      kinds: ['immediate', 'memory'],
      sizes: '',
      words({ operands: [bit, at] }) {
        const ea = effective(at, 0);
        return [0x08c0 | low(ea), valueIn(bit, 0, 7), ...ea.words];
      },
    },
  ],
};

/** The form of `mnemonic` that takes such operands. */
function formFor(
  mnemonic: string,
  operands: readonly Operand[],
): { readonly form: Form; readonly size: number } {
  const [, name = mnemonic, suffix = ''] = /^([a-z]+)\.([bwl])$/.exec(mnemonic) ?? [];
  const forms = FORMS[name]?.filter(({ sizes }) => (suffix === '' ? sizes === '' : sizes.includes(suffix)));
  if (!forms || forms.length === 0) throw new RangeError(`there is no encoding for ${mnemonic}`);
  const form = forms.find(
    ({ kinds }) =>
      kinds.length === operands.length &&
      kinds.every((kind, index) => [kind].flat().some((each) => each === operands[index]?.kind)),
  );
  if (!form) throw new RangeError(`${mnemonic} has no such operands`);
  return { form, size: SIZES[suffix] ?? 0 };
}

/** A displacement of 0 or -1 in the first word says that a longer one follows. */
function branch(condition: number, distance: number, least: number): number[] {
  if (distance % 2 !== 0) throw new RangeError(`its target is ${distance} bytes away, an odd number`);
  const opcode = 0x6000 | (condition << 8);
  if (least <= 2 && distance !== 0 && distance >= -0x80 && distance <= 0x7f)
    return [opcode | (distance & 0xff)];
  if (least <= 4 && distance >= -0x8000 && distance <= 0x7fff) return [opcode, half(distance)];
  return [opcode | 0xff, ...halves(distance)];
}

/** Bits of a data register, counted from the highest, with the sign. */
function extract(from: string, to: string): number[] {
  const [, source = '', offset = '', width = ''] = /^(%d[0-7])\{#([0-9]+):#([0-9]+)\}$/.exec(from) ?? [];
  const [first, second] = [register(source), register(to)];
  if (first?.kind !== 'data' || second?.kind !== 'data')
    throw new RangeError('it takes bits of data registers');
  const at = within(Number(offset), 0, 31, offset);
  const bits = within(Number(width), 1, 32, width);
  return [0xebc0 | first.register, (second.register << 12) | (at << 6) | (bits & 31)];
}

/** Between a data register and the cache control register. */
function moveControl(from: string, to: string): number[] {
  const fromCache = from === '%cacr';
  const other = register(fromCache ? to : from);
  if (other?.kind !== 'data' || (!fromCache && to !== '%cacr')) throw new RangeError('it is for %cacr only');
  return [fromCache ? 0x4e7a : 0x4e7b, (other.register << 12) | 2];
}

function wordsOf({ mnemonic, operands, at, value, least }: Line): readonly number[] {
  const [first = '', second = ''] = operands;
  const count = (wanted: number): void => {
    if (operands.length !== wanted) throw new RangeError(`${mnemonic} has ${wanted} operands`);
  };
  const condition = BRANCHES[mnemonic];
  if (condition !== undefined) {
    count(1);
    return branch(condition, value(first) - (at + 2), least);
  }
  switch (mnemonic) {
    case 'nop':
      count(0);
      return [0x4e71];
    case 'cpusha':
      count(1);
      if (first !== '%bc') throw new RangeError('it is for both caches only');
      return [0xf4f8];
    case 'movec':
      count(2);
      return moveControl(first, second);
    case 'bfexts':
      count(2);
      return extract(first, second);
    default: {
      const read = operands.map((operand) => operandOf(operand, at + 2, value));
      const { form, size } = formFor(mnemonic, read);
      return form.words({ operands: read, size });
    }
  }
}

export const m68kEncoder: Encoder = {
  order: 'big',
  encode: (line) => wordsOf(line).flatMap((word) => [word >>> 8, word & 0xff]),
};
