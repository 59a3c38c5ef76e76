/** The instructions of SuperH that prologues are made of, in both byte orders. All have 16 bits. */
import { sh } from '../../../relocator-dsl/arch/sh.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { multipleOf, signed, unsigned } from '../../../relocator-dsl/check.ts';
import { bits, insn16 } from '../../../relocator-dsl/field.ts';
import { number, numbered, registerAt, signedAt, target, unsignedAt } from '../../assemble/operands.ts';
import type { Encoder } from '../../assemble/own.ts';
import { encoderOf, type InstructionTable, type Row } from '../../assemble/table.ts';

const REGISTERS = numbered('r', 16);
/** Distances count from the second instruction behind. */
const BEHIND = 4;

/** Accesses of one, two and four bytes, whose opcodes follow each other. */
function sizes(operands: string, opcode: number): Row[] {
  return ['b', 'w', 'l'].map((size, index) => [`mov.${size} ${operands}`, opcode + index]);
}

const TABLE: Omit<InstructionTable, 'order'> = {
  size: () => 2,
  operands: {
    Rn: registerAt(8, REGISTERS, insn16),
    Rm: registerAt(4, REGISTERS, insn16),
    imm: signedAt(0, 8, insn16),
    uimm: unsignedAt(0, 8, { container: insn16 }),
    disp: number(insn16(bits(2, 5).at(0)), multipleOf(4, unsigned(6))),
    label8: target({ field: insn16(bits(1, 8).at(0)), check: multipleOf(2, signed(9)) }, BEHIND),
    label12: target(ruleNamed(sh, 'R_SH_IND12W'), BEHIND),
    half: target({ field: insn16(bits(1, 8).at(0)), check: multipleOf(2, unsigned(9)) }, BEHIND),
    // Counts from a multiple of 4.
    word: target({ field: insn16(bits(2, 9).at(0)), check: multipleOf(4, unsigned(10)) }, BEHIND, 4),
  },
  rows: [
    ['mov #imm, Rn', 0xe000],
    ['mov Rm, Rn', 0x6003],
    ...sizes('@Rm, Rn', 0x6000),
    ...sizes('@Rm+, Rn', 0x6004),
    ...sizes('Rm, @Rn', 0x2000),
    ...sizes('Rm, @-Rn', 0x2004),
    ['mov.l @(r0, Rm), Rn', 0x000e],
    ['mov.l Rm, @(r0, Rn)', 0x0006],
    ['mov.l @(disp, Rm), Rn', 0x5000],
    ['mov.l Rm, @(disp, Rn)', 0x1000],
    ['mov.w half, Rn', 0x9000],
    ['mov.l word, Rn', 0xd000],
    ['mova word, r0', 0xc700],
    ['swap.b Rm, Rn', 0x6008],
    ['swap.w Rm, Rn', 0x6009],
    ['xtrct Rm, Rn', 0x200d],
    ['extu.b Rm, Rn', 0x600c],
    ['extu.w Rm, Rn', 0x600d],
    ['add #imm, Rn', 0x7000],
    ['add Rm, Rn', 0x300c],
    ['sub Rm, Rn', 0x3008],
    ['and Rm, Rn', 0x2009],
    ['xor Rm, Rn', 0x200a],
    ['or Rm, Rn', 0x200b],
    ['tst Rm, Rn', 0x2008],
    ['tst #uimm, r0', 0xc800],
    ['cmp/eq Rm, Rn', 0x3000],
    ['cmp/hs Rm, Rn', 0x3002],
    ['cmp/hi Rm, Rn', 0x3006],
    ['cmp/pz Rn', 0x4011],
    ['shad Rm, Rn', 0x400c],
    ['shld Rm, Rn', 0x400d],
    ['shll Rn', 0x4000],
    ['shlr Rn', 0x4001],
    ['shll8 Rn', 0x4018],
    ['shlr8 Rn', 0x4019],
    ['shll16 Rn', 0x4028],
    ['shlr16 Rn', 0x4029],
    ['rotcr Rn', 0x4025],
    ['sett', 0x0018],
    ['bt label8', 0x8900],
    ['bf label8', 0x8b00],
    ['bt/s label8', 0x8d00],
    ['bf/s label8', 0x8f00],
    ['bra label12', 0xa000],
    ['braf Rn', 0x0023],
    ['jmp @Rn', 0x402b],
    ['nop', 0x0009],
    ['ocbwb @Rn', 0x00b3],
    ['icbi @Rn', 0x00e3],
    ['synco', 0x00ab],
  ],
};

export function shInstructions(order: Encoder['order']): InstructionTable {
  return { ...TABLE, order };
}

export function shEncoder(order: Encoder['order']): Encoder {
  return encoderOf(shInstructions(order));
}
