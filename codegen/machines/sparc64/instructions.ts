/** The instructions of SPARC V9 that prologues are made of. Keystone does not know `rd %pc`, nor Capstone `flush`. */
import { sparc64 } from '../../../relocator-dsl/arch/sparc64.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { type Registers, registerAt, signedAt, target, unsignedAt } from '../../assemble/operands.ts';
import type { Encoder } from '../../assemble/own.ts';
import { encoderOf, type InstructionTable, type Row, rows } from '../../assemble/table.ts';

const NAMES = ['g', 'o', 'l', 'i'].flatMap((set) =>
  Array.from({ length: 8 }, (_, number) => `%${set}${number}`),
);
const REGISTERS: Registers = {
  title: 'register',
  like: '%\\w+',
  numbers: new Map(NAMES.map((name, index) => [name, index])),
};

const arithmetic = (op3: number): number => (2 << 30) | (op3 << 19);
const memory = (op3: number): number => (3 << 30) | (op3 << 19);
/** The second operand is a number. */
const IMMEDIATE = 1 << 13;
/** A shift of 64 bits. */
const SHIFT_64 = 1 << 12;
const XCC = 2 << 20;
const ANNULLED = 1 << 29;
const TAKEN = 1 << 19;
/** The ancillary state register that is the program counter, where rs1 is otherwise. */
const PC = 5 << 14;

/** Instructions whose second operand is a register or a number. */
function second(
  operands: string,
  numbers: Readonly<Record<string, number>>,
  place: (number: number) => number,
): Row[] {
  return [
    ...rows(operands, numbers, place),
    ...rows(operands.replace('rs2', 'simm13'), numbers, (number) => place(number) | IMMEDIATE),
  ];
}

/** Instructions with an address, which stands for ADDRESS in `operands`. */
function addressed(
  operands: string,
  numbers: Readonly<Record<string, number>>,
  place: (number: number) => number,
): Row[] {
  return [
    ...rows(operands.replace('ADDRESS', 'rs1'), numbers, place),
    ...rows(operands.replace('ADDRESS', 'rs1 + rs2'), numbers, place),
    ...rows(operands.replace('ADDRESS', 'rs1 ± simm13'), numbers, (number) => place(number) | IMMEDIATE),
  ];
}

/** Branches with each of their hints, annulled or not. */
function branches(operands: string, conditions: Readonly<Record<string, number>>, opcode: number): Row[] {
  return Object.entries(conditions).flatMap(([name, condition]) =>
    rows(
      operands,
      {
        [`${name},pn`]: 0,
        [`${name},pt`]: TAKEN,
        [`${name},a,pn`]: ANNULLED,
        [`${name},a,pt`]: ANNULLED | TAKEN,
      },
      (hint) => opcode | (condition << 25) | hint,
    ),
  );
}

export const sparc64Instructions: InstructionTable = {
  order: 'big',
  size: () => 4,
  operands: {
    rd: registerAt(25, REGISTERS),
    rs1: registerAt(14, REGISTERS),
    rs2: registerAt(0, REGISTERS),
    simm13: signedAt(0, 13),
    shcnt32: unsignedAt(0, 5),
    shcnt64: unsignedAt(0, 6),
    imm22: unsignedAt(0, 22),
    disp16: target(ruleNamed(sparc64, 'R_SPARC_WDISP16')),
    disp19: target(ruleNamed(sparc64, 'R_SPARC_WDISP19')),
    disp30: target(ruleNamed(sparc64, 'R_SPARC_WDISP30')),
  },
  rows: [
    ...second(
      'rs1, rs2, rd',
      { add: 0x00, and: 0x01, or: 0x02, xor: 0x03, sub: 0x04, andn: 0x05, andcc: 0x11 },
      arithmetic,
    ),
    ...second('rs1, rs2', { cmp: 0x14 }, arithmetic),
    ...second('rs2, rd', { mov: 0x02 }, arithmetic),
    ['clr rd', arithmetic(0x02)],
    ...rows('rs1, shcnt32, rd', { sll: 0x25, srl: 0x26, sra: 0x27 }, (op3) => arithmetic(op3) | IMMEDIATE),
    ...rows(
      'rs1, shcnt64, rd',
      { sllx: 0x25, srlx: 0x26, srax: 0x27 },
      (op3) => arithmetic(op3) | IMMEDIATE | SHIFT_64,
    ),
    ['rd %pc, rd', arithmetic(0x28) | PC],
    ...addressed('ADDRESS', { jmp: 0x38, flush: 0x3b }, arithmetic),
    ...addressed(
      '[ADDRESS], rd',
      { lduw: 0x00, ldub: 0x01, lduh: 0x02, ldsw: 0x08, ldsb: 0x09, ldx: 0x0b },
      memory,
    ),
    ...addressed('rd, [ADDRESS]', { stw: 0x04, stb: 0x05, sth: 0x06, stx: 0x0e }, memory),
    ['sethi imm22, rd', 4 << 22],
    ['nop', 4 << 22],
    ...branches('%xcc, disp19', { be: 1, blu: 5, ba: 8, bne: 9, bgu: 12 }, (1 << 22) | XCC),
    ...branches('rs1, disp16', { brz: 1, brlz: 3, brnz: 5 }, 3 << 22),
    ['call disp30', 1 << 30],
  ],
};

export const sparc64Encoder: Encoder = encoderOf(sparc64Instructions);
