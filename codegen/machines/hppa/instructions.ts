/**
 * The instructions of PA-RISC 1.1 that prologues are made of, with operands as the manual calls them. Bits are counted
 * from the lowest of the instruction here, from the highest there.
 */
import { hppa } from '../../../relocator-dsl/arch/hppa.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { either, signed } from '../../../relocator-dsl/check.ts';
import { bits, type Field, insn32 } from '../../../relocator-dsl/field.ts';
import { number, numbered, register, registerAt, target, unsignedAt } from '../../assemble/operands.ts';
import type { Encoder } from '../../assemble/own.ts';
import { encoderOf, type InstructionTable, type Row, rows } from '../../assemble/table.ts';

const REGISTERS = numbered('%r', 32);
const SPACES = numbered('%sr', 8, 'space register');

/** Signed; the sign stands below the other bits. */
const im5 = (lowest: number): Field => insn32(bits(4, 4).at(lowest), bits(0, 3).at(lowest + 1));
const IM14 = ruleNamed(hppa, 'R_PARISC_DIR14F').field;
/** R' has the bits of a word that L' leaves. */
const LEFT = { lowBits: 11 };

const CONDITION = 1 << 13;
const NEGATED = 0x0800_0000;
const NULLIFY = 1 << 1;

/** With and without the completer that nullifies the instruction behind. */
function nullifying(all: readonly Row[]): Row[] {
  return all.flatMap(([form, opcode]): Row[] => [
    [form, opcode],
    [form.replace(' ', ',n '), opcode | NULLIFY],
  ]);
}

/** Compare and branch. */
function compare(operands: string, names: Readonly<Record<string, number>>): Row[] {
  return Object.entries(names).flatMap(([name, opcode]) =>
    nullifying([
      ...rows(operands, { [`${name},=`]: 1, [`${name},<<`]: 4 }, (code) => opcode | (code * CONDITION)),
      ...rows(
        operands,
        { [`${name},<>`]: 1, [`${name},>>`]: 5 },
        (code) => opcode | NEGATED | (code * CONDITION),
      ),
    ]),
  );
}

/** A load: with a short displacement where that will do, with one after which the base grows by it, with an index. */
function load(name: string, long: number, short: number): Row[] {
  return [
    [`${name} im5(b), t`, short | 0x1000],
    [`${name} R'low5(b), t`, short | 0x1000],
    [`${name} im14(b), r1`, long],
    [`${name} R'low14(b), r1`, long],
    [`${name}s,ma im5(b), t`, short | 0x1020],
    [`${name}x x(b), t`, short],
  ];
}

function store(name: string, long: number, short: number): Row[] {
  return [
    [`${name} r1, im5t(b)`, short],
    [`${name} r1, R'low5t(b)`, short],
    [`${name} r1, im14(b)`, long],
    [`${name} r1, R'low14(b)`, long],
  ];
}

export const hppaInstructions: InstructionTable = {
  order: 'big',
  size: () => 4,
  operands: {
    t: registerAt(0, REGISTERS),
    r1: registerAt(16, REGISTERS),
    x: registerAt(16, REGISTERS),
    r2: registerAt(21, REGISTERS),
    b: registerAt(21, REGISTERS),
    // The highest of its three bits stands lowest.
    sr: register(SPACES, insn32(bits(0, 1).at(14), bits(2, 2).at(13))),
    im5: number(im5(16), signed(5)),
    im5t: number(im5(0), signed(5)),
    im14: number(IM14, signed(14)),
    im21: number(ruleNamed(hppa, 'R_PARISC_DIR21L').field, either(32)),
    low5: number(im5(16), signed(5), LEFT),
    low5t: number(im5(0), signed(5), LEFT),
    low14: number(IM14, signed(14), LEFT),
    // Bit 0 is the highest.
    p: unsignedAt(5, 5),
    cp: unsignedAt(5, 5, { leftTo: 31 }),
    bit: unsignedAt(21, 5),
    clen: unsignedAt(0, 5, { leftTo: 32 }),
    // From the second instruction behind.
    w12: target(ruleNamed(hppa, 'R_PARISC_PCREL12F'), 8),
    w17: target(ruleNamed(hppa, 'R_PARISC_PCREL17F'), 8),
  },
  rows: [
    ...load('ldb', 0x4000_0000, 0x0c00_0000),
    ...load('ldh', 0x4400_0000, 0x0c00_0040),
    ...load('ldw', 0x4800_0000, 0x0c00_0080),
    ...store('stb', 0x6000_0000, 0x0c00_1200),
    ...store('sth', 0x6400_0000, 0x0c00_1240),
    ...store('stw', 0x6800_0000, 0x0c00_1280),
    ['ldo im14(b), r1', 0x3400_0000],
    ["ldo R'low14(b), r1", 0x3400_0000],
    ['ldi im14, r1', 0x3400_0000],
    ["ldil L'im21, r2", 0x2000_0000],
    ["addil L'im21, r2", 0x2800_0000],
    ['sub r1, r2, t', 0x0800_0400],
    ['addl r1, r2, t', 0x0800_0a00],
    ['copy r1, t', 0x0800_0240],
    ['nop', 0x0800_0240],
    ...rows('r2, p, clen, r1', {
      extru: 0xd000_1800,
      'extru,=': 0xd000_1800 + CONDITION,
      extrs: 0xd000_1c00,
      'extrs,=': 0xd000_1c00 + CONDITION,
    }),
    ...rows('r1, cp, clen, r2', { zdep: 0xd400_0800, dep: 0xd400_0c00 }),
    ['depi im5, cp, clen, r2', 0xd400_1c00],
    ['shd r1, r2, cp, t', 0xd000_0800],
    ...compare('r1, r2, w12', { comb: 0x8000_0000 }),
    ...compare('im5, r2, w12', { comib: 0x8400_0000 }),
    ...nullifying([
      ...rows('r1, bit, w12', { 'bb,<': 0xc400_4000, 'bb,>=': 0xc400_c000 }),
      ['b w17', 0xe800_0000],
      ['b,l w17, r2', 0xe800_0000],
      ['bv x(b)', 0xe800_c000],
    ]),
    ['fdc x(b)', 0x0400_1280],
    ['fic x(sr, b)', 0x0400_0280],
    ['sync', 0x0000_0400],
  ],
};

export const hppaEncoder: Encoder = encoderOf(hppaInstructions);
