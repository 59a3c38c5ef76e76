/** The instructions of 64-bit LoongArch that prologues are made of, with operands as the manual calls them. */
import { loongarch64 } from '../../../relocator-dsl/arch/loongarch64.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { multipleOf, signed } from '../../../relocator-dsl/check.ts';
import { bits, insn32 } from '../../../relocator-dsl/field.ts';
import { number, type Registers, registerAt, signedAt, target, unsignedAt } from '../../assemble/operands.ts';
import type { Encoder } from '../../assemble/own.ts';
import { encoderOf, type InstructionTable, rows } from '../../assemble/table.ts';

const NAMES = [
  ...['zero', 'ra', 'tp', 'sp', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'],
  ...['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', undefined, 'fp'],
  ...['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'],
];
const REGISTERS: Registers = {
  title: 'register',
  like: '\\$\\w+',
  numbers: new Map(NAMES.flatMap((name, index) => (name === undefined ? [] : [[`$${name}`, index]]))),
};

export const loongarchInstructions: InstructionTable = {
  order: 'little',
  size: () => 4,
  operands: {
    rd: registerAt(0, REGISTERS),
    rj: registerAt(5, REGISTERS),
    rk: registerAt(10, REGISTERS),
    si12: signedAt(10, 12),
    si14: number(insn32(bits(2, 15).at(10)), multipleOf(4, signed(16))),
    si16: signedAt(10, 16),
    si20: signedAt(5, 20),
    ui6: unsignedAt(10, 6),
    ui12: unsignedAt(10, 12),
    hint: unsignedAt(0, 15),
    msbw: unsignedAt(16, 5),
    lsbw: unsignedAt(10, 5, { notAbove: 'msbw' }),
    msbd: unsignedAt(16, 6),
    lsbd: unsignedAt(10, 6, { notAbove: 'msbd' }),
    offs16: target(ruleNamed(loongarch64, 'R_LARCH_B16')),
    offs21: target(ruleNamed(loongarch64, 'R_LARCH_B21')),
    offs26: target(ruleNamed(loongarch64, 'R_LARCH_B26')),
  },
  rows: [
    ...rows('rd, rj, rk', {
      'add.w': 0x0010_0000,
      'add.d': 0x0010_8000,
      'sub.d': 0x0011_8000,
      'ldx.d': 0x380c_0000,
    }),
    ['move rd, rj', 0x0015_0000],
    ...rows('rd, rj, si12', {
      sltui: 0x0240_0000,
      'addi.w': 0x0280_0000,
      'addi.d': 0x02c0_0000,
      'lu52i.d': 0x0300_0000,
      'ld.b': 0x2800_0000,
      'ld.w': 0x2880_0000,
      'ld.d': 0x28c0_0000,
      'st.b': 0x2900_0000,
      'st.h': 0x2940_0000,
      'st.w': 0x2980_0000,
      'st.d': 0x29c0_0000,
      'ld.bu': 0x2a00_0000,
      'ld.hu': 0x2a40_0000,
      'ld.wu': 0x2a80_0000,
    }),
    ...rows('rd, rj, ui12', { andi: 0x0340_0000, ori: 0x0380_0000 }),
    ['stptr.d rd, rj, si14', 0x2700_0000],
    ['addu16i.d rd, rj, si16', 0x1000_0000],
    ...rows('rd, si20', { 'lu12i.w': 0x1400_0000, 'lu32i.d': 0x1600_0000, pcaddi: 0x1800_0000 }),
    ...rows('rd, rj, ui6', { 'slli.d': 0x0041_0000, 'srli.d': 0x0045_0000, 'srai.d': 0x0049_0000 }),
    ['bstrins.w rd, rj, msbw, lsbw', 0x0060_0000],
    ...rows('rd, rj, msbd, lsbd', { 'bstrins.d': 0x0080_0000, 'bstrpick.d': 0x00c0_0000 }),
    ...rows('rj, rd, offs16', { bne: 0x5c00_0000, blt: 0x6000_0000, bltu: 0x6800_0000 }),
    ...rows('rj, offs21', { beqz: 0x4000_0000, bnez: 0x4400_0000 }),
    ['b offs26', 0x5000_0000],
    ['jr rj', 0x4c00_0000],
    ['ibar hint', 0x3872_8000],
  ],
};

export const loongarchEncoder: Encoder = encoderOf(loongarchInstructions);
