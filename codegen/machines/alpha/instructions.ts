/** The instructions of the Alpha that prologues are made of: those that every processor has, from the first on. */
import { alpha } from '../../../relocator-dsl/arch/alpha.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { numbered, registerAt, signedAt, target, unsignedAt } from '../../assemble/operands.ts';
import type { Encoder } from '../../assemble/own.ts';
import { encoderOf, type InstructionTable, type Row, rows } from '../../assemble/table.ts';

const REGISTERS = numbered('$', 32);

/** The opcode that all instructions have. */
const primary = (opcode: number): number => opcode << 26;
const LITERAL = 1 << 12;

/** Operations on registers; the second operand may be a number of 8 bits. */
function operate(opcode: number, functions: Readonly<Record<string, number>>): Row[] {
  return [
    ...rows('Ra, Rb, Rc', functions, (code) => primary(opcode) | (code << 5)),
    ...rows('Ra, literal, Rc', functions, (code) => primary(opcode) | LITERAL | (code << 5)),
  ];
}

export const alphaInstructions: InstructionTable = {
  order: 'little',
  size: () => 4,
  operands: {
    Ra: registerAt(21, REGISTERS),
    Rb: registerAt(16, REGISTERS),
    Rc: registerAt(0, REGISTERS),
    offset: signedAt(0, 16),
    literal: unsignedAt(13, 8),
    // From the instruction behind.
    label: target(ruleNamed(alpha, 'R_ALPHA_BRADDR'), 4),
    palcode: unsignedAt(0, 26),
  },
  rows: [
    ...rows(
      'Ra, offset(Rb)',
      { lda: 0x08, ldah: 0x09, ldq_u: 0x0b, stq_u: 0x0f, ldl: 0x28, ldq: 0x29, stl: 0x2c, stq: 0x2d },
      primary,
    ),
    ...rows('Ra, label', { br: 0x30, blbc: 0x38, beq: 0x39, blbs: 0x3c, bne: 0x3d, bge: 0x3e }, primary),
    ...operate(0x10, {
      addl: 0x00,
      subl: 0x09,
      cmpult: 0x1d,
      addq: 0x20,
      s4addq: 0x22,
      subq: 0x29,
      cmpule: 0x3d,
    }),
    ...operate(0x11, { and: 0x00, bic: 0x08, bis: 0x20 }),
    ...operate(0x12, {
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
    // Without a hint where it goes.
    ['jmp Ra, (Rb)', primary(0x1a)],
    ['call_pal palcode', primary(0)],
  ],
};

export const alphaEncoder: Encoder = encoderOf(alphaInstructions);
