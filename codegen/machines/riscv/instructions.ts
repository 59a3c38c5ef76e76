/**
 * An encoder for RISC-V: RV32I, RV64I, fence.i and the compressed instructions of integers, as GNU as writes them.
 *
 * A compressed instruction is asked for by its own mnemonic (`c.lw`) and nothing is compressed otherwise, so sizes do
 * not depend on labels.
 */

import { within } from '../../assemble/operands.ts';
import type { Encoder, OperandValue } from '../../assemble/own.ts';
import { scatter } from './immediates.ts';

type Xlen = 32 | 64;

/** One instruction of a source line. */
interface Line {
  readonly operands: readonly string[];
  readonly at: number;
  readonly value: OperandValue;
  readonly xlen: Xlen;
}

interface Form {
  readonly bytes: 2 | 4;
  readonly operands: number;
  /** The only width of the machine that has it. */
  readonly xlen?: Xlen;
  encode(line: Line): number;
}

const ABI_NAMES = [
  ...['zero', 'ra', 'sp', 'gp', 'tp', 't0', 't1', 't2', 's0', 's1'],
  ...['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'],
  ...['s2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11', 't3', 't4', 't5', 't6'],
];

function register(text: string): number {
  const number = /^x([0-9]|[12][0-9]|3[01])$/.exec(text)?.[1];
  const found = number === undefined ? ABI_NAMES.indexOf(text === 'fp' ? 's0' : text) : Number(number);
  if (found < 0) throw new RangeError(`${text} is no register`);
  return found;
}

/** One of the eight registers, s0 to a5, that most compressed instructions are limited to. */
function shortRegister(text: string): number {
  const found = register(text) - 8;
  if (found < 0 || found > 7) throw new RangeError(`${text} is not one of s0, s1 and a0 to a5`);
  return found;
}

function nonZeroRegister(text: string): number {
  const found = register(text);
  if (found === 0) throw new RangeError('zero is not possible here');
  return found;
}

function operand({ operands }: Line, index: number): string {
  return operands[index] ?? '';
}

/** @throws RangeError unless it can be encoded, in units of `step` */
function inSteps(value: number, min: number, max: number, step: number): number {
  if (value % step !== 0) throw new RangeError(`${value} is not a multiple of ${step}`);
  return within(value, min, max);
}

/** The operand as a signed number of `bits` bits. */
function signed(line: Line, index: number, bits: number): number {
  return within(line.value(operand(line, index)), -(2 ** (bits - 1)), 2 ** (bits - 1) - 1);
}

/** The distance from this instruction to the label that the operand names. */
function distance(line: Line, index: number, bits: number): number {
  return inSteps(line.value(operand(line, index)) - line.at, -(2 ** (bits - 1)), 2 ** (bits - 1) - 2, 2);
}

/** `offset(register)`. */
function address(line: Line, index: number): { readonly offset: number; readonly base: string } {
  const text = operand(line, index);
  const [, offset = '', base] = /^(.*)\(\s*([a-z0-9]+)\s*\)$/.exec(text) ?? [];
  if (base === undefined) throw new RangeError(`${text} is not an offset and a register`);
  return { offset: offset.trim() === '' ? 0 : line.value(offset.trim()), base };
}

function shiftAmount(line: Line, index: number, width: number): number {
  return within(line.value(operand(line, index)), 0, width - 1);
}

// ---- 32-bit instructions ------------------------------------------------------------------------------------------

function wide(operands: number, encode: (line: Line) => number, xlen?: Xlen): Form {
  return { bytes: 4, operands, encode, ...(xlen === undefined ? {} : { xlen }) };
}

function rType(opcode: number, funct3: number, funct7: number, xlen?: Xlen): Form {
  return wide(
    3,
    (line) => {
      const [rd, rs1, rs2] = [0, 1, 2].map((index) => register(operand(line, index)));
      return (
        opcode | ((rd ?? 0) << 7) | (funct3 << 12) | ((rs1 ?? 0) << 15) | ((rs2 ?? 0) << 20) | (funct7 << 25)
      );
    },
    xlen,
  );
}

function iWord(opcode: number, funct3: number, rd: number, rs1: number, immediate: number): number {
  return opcode | (rd << 7) | (funct3 << 12) | (rs1 << 15) | scatter('I', immediate);
}

function iType(opcode: number, funct3: number, xlen?: Xlen): Form {
  return wide(
    3,
    (line) =>
      iWord(opcode, funct3, register(operand(line, 0)), register(operand(line, 1)), signed(line, 2, 12)),
    xlen,
  );
}

function shift(opcode: number, funct3: number, arithmetic: boolean, fixedWidth?: 32): Form {
  return wide(
    3,
    (line) => {
      const amount = shiftAmount(line, 2, fixedWidth ?? line.xlen) | (arithmetic ? 0x400 : 0);
      return iWord(opcode, funct3, register(operand(line, 0)), register(operand(line, 1)), amount);
    },
    fixedWidth === undefined ? undefined : 64,
  );
}

function offset12({ offset }: { readonly offset: number }): number {
  return within(offset, -2048, 2047);
}

function load(funct3: number, xlen?: Xlen): Form {
  return wide(
    2,
    (line) => {
      const from = address(line, 1);
      return iWord(0x03, funct3, register(operand(line, 0)), register(from.base), offset12(from));
    },
    xlen,
  );
}

function store(funct3: number, xlen?: Xlen): Form {
  return wide(
    2,
    (line) => {
      const to = address(line, 1);
      const registers = (register(to.base) << 15) | (register(operand(line, 0)) << 20);
      return 0x23 | (funct3 << 12) | registers | scatter('S', offset12(to));
    },
    xlen,
  );
}

function branchWord(funct3: number, rs1: number, rs2: number, target: number): number {
  return 0x63 | (funct3 << 12) | (rs1 << 15) | (rs2 << 20) | scatter('B', target);
}

/** `order` says which operands are compared: 0 and 1 as they stand, or zero in place of the one that is missing. */
function branch(funct3: number, order: readonly [number | 'zero', number | 'zero'] = [0, 1]): Form {
  const given = order.filter((each) => each !== 'zero').length;
  return wide(given + 1, (line) => {
    const [rs1, rs2] = order.map((each) => (each === 'zero' ? 0 : register(operand(line, each))));
    return branchWord(funct3, rs1 ?? 0, rs2 ?? 0, distance(line, given, 13));
  });
}

function uType(opcode: number): Form {
  return wide(2, (line) => {
    const upper = within(line.value(operand(line, 1)), 0, 0xf_ffff);
    return opcode | (register(operand(line, 0)) << 7) | (upper << 12);
  });
}

/** The same instruction under a name that leaves operands out. */
function alias(
  operands: number,
  form: Form,
  expand: (operands: readonly string[]) => readonly string[],
): Form {
  return { ...form, operands, encode: (line) => form.encode({ ...line, operands: expand(line.operands) }) };
}

const ADDI = iType(0x13, 0);
const JAL = wide(2, (line) => 0x6f | (register(operand(line, 0)) << 7) | scatter('J', distance(line, 1, 21)));
const JALR = wide(2, (line) => {
  const to = address(line, 1);
  return iWord(0x67, 0, register(operand(line, 0)), register(to.base), offset12(to));
});
const ADDIW = iType(0x1b, 0, 64);
const SUB = rType(0x33, 0, 0x20);

const WIDE: Readonly<Record<string, Form>> = {
  lui: uType(0x37),
  auipc: uType(0x17),
  jal: JAL,
  jalr: JALR,
  beq: branch(0),
  bne: branch(1),
  blt: branch(4),
  bge: branch(5),
  bltu: branch(6),
  bgeu: branch(7),
  beqz: branch(0, [0, 'zero']),
  bnez: branch(1, [0, 'zero']),
  bltz: branch(4, [0, 'zero']),
  bgez: branch(5, [0, 'zero']),
  bgtz: branch(4, ['zero', 0]),
  blez: branch(5, ['zero', 0]),
  bgt: branch(4, [1, 0]),
  ble: branch(5, [1, 0]),
  bgtu: branch(6, [1, 0]),
  bleu: branch(7, [1, 0]),
  lb: load(0),
  lh: load(1),
  lw: load(2),
  ld: load(3, 64),
  lbu: load(4),
  lhu: load(5),
  lwu: load(6, 64),
  sb: store(0),
  sh: store(1),
  sw: store(2),
  sd: store(3, 64),
  addi: ADDI,
  slti: iType(0x13, 2),
  sltiu: iType(0x13, 3),
  xori: iType(0x13, 4),
  ori: iType(0x13, 6),
  andi: iType(0x13, 7),
  addiw: ADDIW,
  slli: shift(0x13, 1, false),
  srli: shift(0x13, 5, false),
  srai: shift(0x13, 5, true),
  slliw: shift(0x1b, 1, false, 32),
  srliw: shift(0x1b, 5, false, 32),
  sraiw: shift(0x1b, 5, true, 32),
  add: rType(0x33, 0, 0),
  sub: SUB,
  sll: rType(0x33, 1, 0),
  slt: rType(0x33, 2, 0),
  sltu: rType(0x33, 3, 0),
  xor: rType(0x33, 4, 0),
  srl: rType(0x33, 5, 0),
  sra: rType(0x33, 5, 0x20),
  or: rType(0x33, 6, 0),
  and: rType(0x33, 7, 0),
  addw: rType(0x3b, 0, 0, 64),
  subw: rType(0x3b, 0, 0x20, 64),
  sllw: rType(0x3b, 1, 0, 64),
  srlw: rType(0x3b, 5, 0, 64),
  sraw: rType(0x3b, 5, 0x20, 64),
  'fence.i': wide(0, () => 0x100f),
  ecall: wide(0, () => 0x73),
  ebreak: wide(0, () => 0x10_0073),
  li: alias(2, ADDI, ([rd = '', value = '']) => [rd, 'zero', value]),
  mv: alias(2, ADDI, ([rd = '', rs = '']) => [rd, rs, '0']),
  neg: alias(2, SUB, ([rd = '', rs = '']) => [rd, 'zero', rs]),
  'sext.w': alias(2, ADDIW, ([rd = '', rs = '']) => [rd, rs, '0']),
  nop: alias(0, ADDI, () => ['zero', 'zero', '0']),
  j: alias(1, JAL, ([target = '']) => ['zero', target]),
  jr: alias(1, JALR, ([rs = '']) => ['zero', `0(${rs})`]),
  ret: alias(0, JALR, () => ['zero', '0(ra)']),
};

// ---- 16-bit instructions ------------------------------------------------------------------------------------------

function compressed(operands: number, encode: (line: Line) => number, xlen?: Xlen): Form {
  return { bytes: 2, operands, encode, ...(xlen === undefined ? {} : { xlen }) };
}

/** Loads and stores of the short registers, `scale` bytes wide. */
function shortAccess(opcode: number, scale: 4 | 8, xlen?: Xlen): Form {
  return compressed(
    2,
    (line) => {
      const { offset, base } = address(line, 1);
      const scaled = inSteps(offset, 0, 31 * scale, scale);
      const registers = (shortRegister(operand(line, 0)) << 2) | (shortRegister(base) << 7);
      return opcode | registers | scatter(scale === 4 ? 'CL.W' : 'CL.D', scaled);
    },
    xlen,
  );
}

/** The six bits of a signed immediate. */
function ciType(
  opcode: number,
  rd: (text: string) => number,
  zero: 'refused' | 'allowed',
  xlen?: Xlen,
): Form {
  return compressed(
    2,
    (line) => {
      const immediate = signed(line, 1, 6);
      if (immediate === 0 && zero === 'refused') throw new RangeError('0 is not possible here');
      return opcode | (rd(operand(line, 0)) << 7) | scatter('CI', immediate);
    },
    xlen,
  );
}

function shortShift(opcode: number, rd: (text: string) => number): Form {
  return compressed(2, (line) => {
    const amount = within(shiftAmount(line, 1, line.xlen), 1, line.xlen - 1);
    return opcode | (rd(operand(line, 0)) << 7) | scatter('CI', amount);
  });
}

/** Both registers are short ones. */
function caType(opcode: number, xlen?: Xlen): Form {
  return compressed(
    2,
    (line) => opcode | (shortRegister(operand(line, 0)) << 7) | (shortRegister(operand(line, 1)) << 2),
    xlen,
  );
}

function crType(opcode: number): Form {
  return compressed(
    2,
    (line) => opcode | (nonZeroRegister(operand(line, 0)) << 7) | (nonZeroRegister(operand(line, 1)) << 2),
  );
}

const SHORT: Readonly<Record<string, Form>> = {
  'c.lw': shortAccess(0x4000, 4),
  'c.ld': shortAccess(0x6000, 8, 64),
  'c.sw': shortAccess(0xc000, 4),
  'c.sd': shortAccess(0xe000, 8, 64),
  'c.nop': compressed(0, () => 0x0001),
  'c.addi': ciType(0x0001, nonZeroRegister, 'refused'),
  'c.addiw': ciType(0x2001, nonZeroRegister, 'allowed', 64),
  'c.li': ciType(0x4001, nonZeroRegister, 'allowed'),
  'c.lui': compressed(2, (line) => {
    const rd = nonZeroRegister(operand(line, 0));
    if (rd === 2) throw new RangeError('sp is not possible here');
    const given = line.value(operand(line, 1));
    // As lui has it: the upper 20 bits of a 32-bit number, of which the highest is the sign.
    const upper = within(given >= 0xf_ffe0 && given <= 0xf_ffff ? given - 0x10_0000 : given, -32, 31);
    if (upper === 0 || given < 0) throw new RangeError(`${given} is not possible here`);
    return 0x6001 | (rd << 7) | scatter('CI', upper);
  }),
  'c.srli': shortShift(0x8001, shortRegister),
  'c.srai': shortShift(0x8401, shortRegister),
  'c.andi': ciType(0x8801, shortRegister, 'allowed'),
  'c.sub': caType(0x8c01),
  'c.xor': caType(0x8c21),
  'c.or': caType(0x8c41),
  'c.and': caType(0x8c61),
  'c.subw': caType(0x9c01, 64),
  'c.addw': caType(0x9c21, 64),
  'c.j': compressed(1, (line) => 0xa001 | scatter('CJ', distance(line, 0, 12))),
  'c.jal': compressed(1, (line) => 0x2001 | scatter('CJ', distance(line, 0, 12)), 32),
  'c.beqz': compressed(
    2,
    (line) => 0xc001 | (shortRegister(operand(line, 0)) << 7) | scatter('CB', distance(line, 1, 9)),
  ),
  'c.bnez': compressed(
    2,
    (line) => 0xe001 | (shortRegister(operand(line, 0)) << 7) | scatter('CB', distance(line, 1, 9)),
  ),
  'c.slli': shortShift(0x0002, nonZeroRegister),
  'c.jr': compressed(1, (line) => 0x8002 | (nonZeroRegister(operand(line, 0)) << 7)),
  'c.jalr': compressed(1, (line) => 0x9002 | (nonZeroRegister(operand(line, 0)) << 7)),
  'c.mv': crType(0x8002),
  'c.add': crType(0x9002),
  'c.ebreak': compressed(0, () => 0x9002),
};

const FORMS: ReadonlyMap<string, Form> = new Map([...Object.entries(WIDE), ...Object.entries(SHORT)]);

/** The mnemonics of a machine, for tests. */
export function riscvMnemonics(xlen: Xlen): string[] {
  return [...FORMS].filter(([, form]) => (form.xlen ?? xlen) === xlen).map(([mnemonic]) => mnemonic);
}

export function riscvEncoder(xlen: Xlen): Encoder {
  return {
    order: 'little',
    encode({ mnemonic, operands, at, value }) {
      const form = FORMS.get(mnemonic);
      if (!form || (form.xlen ?? xlen) !== xlen)
        throw new RangeError(`${mnemonic} is no instruction of riscv${xlen} that is known here`);
      if (operands.length !== form.operands)
        throw new RangeError(`${mnemonic} has ${form.operands} operands, not ${operands.length}`);
      const word = form.encode({ operands, at, value, xlen });
      return Array.from({ length: form.bytes }, (_, index) => (word >>> (8 * index)) & 0xff);
    },
  };
}
