/**
 * The instructions of RISC-V that prologues are made of: RV32I, RV64I, fence.i and the compressed instructions of
 * integers. Operands are called as in the lists of riscv-opcodes. A compressed instruction is asked for by its own
 * mnemonic (`c.lw`) and nothing is compressed otherwise, so sizes do not depend on labels.
 */
import { riscv64 } from '../../../relocator-dsl/arch/riscv.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { multipleOf, signed, unsigned } from '../../../relocator-dsl/check.ts';
import { bits, insn16 } from '../../../relocator-dsl/field.ts';
import {
  number,
  type Operand,
  type Registers,
  registerAt,
  target,
  unsignedAt,
} from '../../assemble/operands.ts';
import type { Encoder } from '../../assemble/own.ts';
import { encoderOf, type InstructionTable, type Row, rows } from '../../assemble/table.ts';

type Xlen = 32 | 64;

// ---- operands -----------------------------------------------------------------------------------------------------

const ABI_NAMES = [
  ...['zero', 'ra', 'sp', 'gp', 'tp', 't0', 't1', 't2', 's0', 's1'],
  ...['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'],
  ...['s2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11', 't3', 't4', 't5', 't6'],
];
const NAMES: readonly (readonly [name: string, number: number])[] = [
  ...ABI_NAMES.map((name, index) => [name, index] as const),
  ['fp', 8],
  ...ABI_NAMES.map((_, index) => [`x${index}`, index] as const),
];

/** The registers whose numbers `is` admits, counted from `first`. */
function registers(title: string, is: (number: number) => boolean, first = 0): Registers {
  const numbers = NAMES.flatMap(([name, index]) => (is(index) ? [[name, index - first] as const] : []));
  return { title, like: '\\w+', numbers: new Map(numbers) };
}

const ANY = registers('register', () => true);
const NOT_ZERO = registers('register other than zero', (index) => index !== 0);
const NOT_SP = registers('register other than zero and sp', (index) => index !== 0 && index !== 2);
/** The eight that most compressed instructions are limited to. */
const PRIME = registers('register of s0, s1 and a0 to a5', (index) => index >= 8 && index <= 15, 8);

const CI = insn16(bits(5, 5).at(12), bits(0, 4).at(2));

function operandsFor(xlen: Xlen): Record<string, Operand> {
  const shift = xlen === 64 ? 6 : 5;
  return {
    rd: registerAt(7, ANY),
    rs1: registerAt(15, ANY),
    rs2: registerAt(20, ANY),
    imm12: number(ruleNamed(riscv64, 'R_RISCV_LO12_I').field, signed(12)),
    storeimm: number(ruleNamed(riscv64, 'R_RISCV_LO12_S').field, signed(12)),
    imm20: unsignedAt(12, 20),
    shamt: unsignedAt(20, shift),
    shamtw: unsignedAt(20, 5),
    bimm12: target(ruleNamed(riscv64, 'R_RISCV_BRANCH')),
    jimm20: target(ruleNamed(riscv64, 'R_RISCV_JAL')),
    // Compressed: _n0 is anything but zero, _p one of eight.
    rd_n0: registerAt(7, NOT_ZERO, insn16),
    rd_n2: registerAt(7, NOT_SP, insn16),
    rs2_n0: registerAt(2, NOT_ZERO, insn16),
    rd_p: registerAt(2, PRIME, insn16),
    rs2_p: registerAt(2, PRIME, insn16),
    rs1_p: registerAt(7, PRIME, insn16),
    c_imm6: number(CI, signed(6)),
    c_nzimm6: number(CI, signed(6), { notZero: true }),
    c_nzuimm6: number(CI, unsigned(shift), { notZero: true }),
    // The upper 20 bits of a number of 32 bits, of which six are held, with their sign.
    c_upper: unsignedAt(2, 5, { container: insn16, notZero: true }),
    c_upper_negative: unsignedAt(2, 5, { container: insn16, above: 0xf_ffe0 }),
    c_uimm7: number(
      insn16(bits(3, 5).at(10), bits(2, 2).at(6), bits(6, 6).at(5)),
      multipleOf(4, unsigned(7)),
    ),
    c_uimm8: number(insn16(bits(3, 5).at(10), bits(6, 7).at(5)), multipleOf(8, unsigned(8))),
    c_bimm9: target(ruleNamed(riscv64, 'R_RISCV_RVC_BRANCH')),
    c_imm12: target(ruleNamed(riscv64, 'R_RISCV_RVC_JUMP')),
  };
}

// ---- rows ---------------------------------------------------------------------------------------------------------

const LOAD = 0x03;
const OP_IMM = 0x13;
const OP_IMM_32 = 0x1b;
const STORE = 0x23;
const OP = 0x33;
const OP_32 = 0x3b;
const BRANCH = 0x63;

/** The bits of an opcode and those beside it that choose the instruction. */
const funct3 =
  (opcode: number) =>
  (funct: number): number =>
    opcode | (funct << 12);
/** Set where a funct3 has two instructions, in the second of them. */
const ALTERNATIVE = 0x4000_0000;

const BOTH: readonly Row[] = [
  ['lui rd, imm20', 0x37],
  ['auipc rd, imm20', 0x17],
  ['jal rd, jimm20', 0x6f],
  ['j jimm20', 0x6f],
  ['jalr rd, imm12(rs1)', 0x67],
  ['jr rs1', 0x67],
  ['ret', 0x8067],
  ...rows('rs1, rs2, bimm12', { beq: 0, bne: 1, blt: 4, bge: 5, bltu: 6, bgeu: 7 }, funct3(BRANCH)),
  ...rows('rs2, rs1, bimm12', { bgt: 4, ble: 5, bgtu: 6, bleu: 7 }, funct3(BRANCH)),
  ...rows('rs1, bimm12', { beqz: 0, bnez: 1, bltz: 4, bgez: 5 }, funct3(BRANCH)),
  ...rows('rs2, bimm12', { bgtz: 4, blez: 5 }, funct3(BRANCH)),
  ...rows('rd, imm12(rs1)', { lb: 0, lh: 1, lw: 2, lbu: 4, lhu: 5 }, funct3(LOAD)),
  ...rows('rs2, storeimm(rs1)', { sb: 0, sh: 1, sw: 2 }, funct3(STORE)),
  ...rows('rd, rs1, imm12', { addi: 0, slti: 2, sltiu: 3, xori: 4, ori: 6, andi: 7 }, funct3(OP_IMM)),
  ['li rd, imm12', OP_IMM],
  ['mv rd, rs1', OP_IMM],
  ['nop', OP_IMM],
  ...rows('rd, rs1, shamt', { slli: 1, srli: 5 }, funct3(OP_IMM)),
  ...rows('rd, rs1, shamt', { srai: 5 }, funct3(OP_IMM | ALTERNATIVE)),
  ...rows('rd, rs1, rs2', { add: 0, sll: 1, slt: 2, sltu: 3, xor: 4, srl: 5, or: 6, and: 7 }, funct3(OP)),
  ...rows('rd, rs1, rs2', { sub: 0, sra: 5 }, funct3(OP | ALTERNATIVE)),
  ['neg rd, rs2', OP | ALTERNATIVE],
  ['fence.i', 0x100f],
  ['ecall', 0x73],
  ['ebreak', 0x10_0073],
  ['c.lw rd_p, c_uimm7(rs1_p)', 0x4000],
  ['c.sw rs2_p, c_uimm7(rs1_p)', 0xc000],
  ['c.nop', 0x0001],
  ['c.addi rd_n0, c_nzimm6', 0x0001],
  ['c.li rd_n0, c_imm6', 0x4001],
  ['c.lui rd_n2, c_upper', 0x6001],
  ['c.lui rd_n2, c_upper_negative', 0x7001],
  ['c.srli rs1_p, c_nzuimm6', 0x8001],
  ['c.srai rs1_p, c_nzuimm6', 0x8401],
  ['c.andi rs1_p, c_imm6', 0x8801],
  ['c.sub rs1_p, rs2_p', 0x8c01],
  ['c.xor rs1_p, rs2_p', 0x8c21],
  ['c.or rs1_p, rs2_p', 0x8c41],
  ['c.and rs1_p, rs2_p', 0x8c61],
  ['c.j c_imm12', 0xa001],
  ['c.beqz rs1_p, c_bimm9', 0xc001],
  ['c.bnez rs1_p, c_bimm9', 0xe001],
  ['c.slli rd_n0, c_nzuimm6', 0x0002],
  ['c.jr rd_n0', 0x8002],
  ['c.mv rd_n0, rs2_n0', 0x8002],
  ['c.ebreak', 0x9002],
  ['c.jalr rd_n0', 0x9002],
  ['c.add rd_n0, rs2_n0', 0x9002],
];

const ONLY: Readonly<Record<Xlen, readonly Row[]>> = {
  32: [['c.jal c_imm12', 0x2001]],
  64: [
    ...rows('rd, imm12(rs1)', { ld: 3, lwu: 6 }, funct3(LOAD)),
    ['sd rs2, storeimm(rs1)', funct3(STORE)(3)],
    ['addiw rd, rs1, imm12', OP_IMM_32],
    ['sext.w rd, rs1', OP_IMM_32],
    ...rows('rd, rs1, shamtw', { slliw: 1, srliw: 5 }, funct3(OP_IMM_32)),
    ...rows('rd, rs1, shamtw', { sraiw: 5 }, funct3(OP_IMM_32 | ALTERNATIVE)),
    ...rows('rd, rs1, rs2', { addw: 0, sllw: 1, srlw: 5 }, funct3(OP_32)),
    ...rows('rd, rs1, rs2', { subw: 0, sraw: 5 }, funct3(OP_32 | ALTERNATIVE)),
    ['c.ld rd_p, c_uimm8(rs1_p)', 0x6000],
    ['c.sd rs2_p, c_uimm8(rs1_p)', 0xe000],
    ['c.addiw rd_n0, c_imm6', 0x2001],
    ['c.subw rs1_p, rs2_p', 0x9c01],
    ['c.addw rs1_p, rs2_p', 0x9c21],
  ],
};

export function riscvInstructions(xlen: Xlen): InstructionTable {
  return {
    order: 'little',
    size: (opcode) => ((opcode & 3) === 3 ? 4 : 2),
    operands: operandsFor(xlen),
    rows: [...BOTH, ...ONLY[xlen]],
  };
}

export function riscvEncoder(xlen: Xlen): Encoder {
  return encoderOf(riscvInstructions(xlen));
}
