/** Encoders from tables, and the assembler around them, on a machine of a few instructions. */
import { describe, expect, test } from 'vitest';
import { numbered, registerAt, signedAt, target, unsignedAt } from '../../../codegen/assemble/operands.ts';
import { assembleWith, type Encoder } from '../../../codegen/assemble/own.ts';
import { encoderOf } from '../../../codegen/assemble/table.ts';
import { multipleOf, signed } from '../../../relocator-dsl/check.ts';
import { bits, insn32 } from '../../../relocator-dsl/field.ts';

const REGISTERS = numbered('r', 4);

const encoder = encoderOf({
  order: 'big',
  size: (opcode) => (opcode < 0x1_0000 ? 2 : 4),
  operands: {
    a: registerAt(8, REGISTERS),
    b: registerAt(12, REGISTERS),
    near: signedAt(0, 4),
    far: signedAt(0, 8),
    high: unsignedAt(4, 4),
    low: unsignedAt(0, 4, { notAbove: 'high' }),
    left: unsignedAt(0, 4, { leftTo: 16 }),
    past: unsignedAt(0, 4, { above: 100 }),
    some: unsignedAt(0, 4, { notZero: true }),
    cut: unsignedAt(0, 4, { lowBits: 4 }),
    label: target({ field: insn32(bits(1, 8).at(0)), check: multipleOf(2, signed(9)) }, 4),
    word: target({ field: insn32(bits(2, 9).at(0)), check: multipleOf(4, signed(10)) }, 4, 4),
  },
  rows: [
    ['add near(a), b', 0x1000_0000],
    ['add far(a), b', 0x2000_0000],
    ['add [a ± far], b', 0x3000_0000],
    ['add #far, b', 0x4000_0000],
    ['put a, b', 0x5000_0000],
    ['put label, b', 0x6000_0000],
    ['keep high, low', 0x7000_0000],
    ['left left', 0x7100_0000],
    ['past past', 0x7200_0000],
    ['some some', 0x7500_0000],
    ["cut L'cut", 0x7300_0000],
    ['word word', 0x7400_0000],
    ['nop', 0x9000],
  ],
});

function bytesOf(...lines: readonly string[]): string {
  return Buffer.from(assembleWith(encoder, lines.join('\n')).bytes).toString('hex');
}

describe('a table', () => {
  test.each([
    ['add 7(r1), r2', '10002107'],
    ['add -8(r1), r2', '10002108'],
    ['add 8(r1), r2', '20002108'],
    ['add [r3 + 0x10], r0', '30000310'],
    ['add [r3 - 1], r0', '300003ff'],
    ['add #-2+1, r1', '400010ff'],
    ['put r3, r1', '50001300'],
    ['keep 5, 5', '70000055'],
    ['left 16', '71000000'],
    ['left 1', '7100000f'],
    ['past 101', '72000001'],
    ["cut L'0x123", '73000003'],
    ['nop', '9000'],
  ])('has %s as the first row that takes its operands', (line, hex) => {
    expect(bytesOf(line)).toBe(hex);
  });

  test.each([
    ['add 200(r1), r2', '200 is not from -8 to 7; 200 is not from -128 to 127'],
    ['add 1, r2', '1 is no near(a) or far(a) or [a ± far] or #far'],
    ['add #1, r4', 'r4 is no register'],
    ['add r1', 'add has 2 operands'],
    ['keep 3, 4', '4 is above 3'],
    ['left 0', '0 is not from 1 to 16'],
    ['past 116', '116 is not from 100 to 115'],
    ['some 0', '0 is not possible here'],
    ['some 16', '16 is not from 1 to 15'],
    ['put nowhere, r1', 'there is no label nowhere'],
    ['sub r1, r2', 'there is no encoding for sub'],
  ])('refuses %s: %s', (line, message) => {
    expect(() => bytesOf(line)).toThrow(`${line}: ${message}`);
  });

  test('counts distances from where the row says', () => {
    expect(bytesOf('nop', 'r1:', 'put there, r2', 'there:', 'put r1, r2')).toBe('90006000200050002100');
    // From the third byte on it counts from 4 bytes behind a multiple of 4.
    expect(bytesOf('nop', 'word there', 'nop', 'there:')).toBe('9000740000019000');
    expect(() => bytesOf('word there', 'nop', 'there:')).toThrow(
      'there is 2 bytes from where the instruction counts, no multiple of 4',
    );
    expect(() => bytesOf('here:', 'put here+260, r1')).toThrow('out of reach: it is not from -256 to 254');
  });
});

describe('the assembler around an encoder', () => {
  test('knows labels, values, alignment and data', () => {
    const { bytes, labels, instructions } = assembleWith(
      encoder,
      'start:\nnop\n.set size, end - start\n.balign 4, 0xff\n.word size, -1\nend:',
    );
    expect(Buffer.from(bytes).toString('hex')).toBe('9000ffff0000000cffffffff');
    expect([...labels]).toEqual([
      ['start', 0],
      ['end', 12],
    ]);
    expect(instructions.map(({ offset, size }) => [offset, size])).toEqual([
      [0, 2],
      [2, 2],
      [4, 8],
    ]);
  });

  test('refuses what has two meanings or none', () => {
    expect(() => bytesOf('start:', 'start:')).toThrow('the label start is defined twice');
    expect(() => bytesOf('.word 1 +')).toThrow('.word 1 +: 1 + is neither a number nor a label');
  });

  test('refuses instructions whose sizes do not settle', () => {
    const restless: Encoder = {
      order: 'big',
      encode: ({ least }) => Array.from({ length: least + 1 }, () => 0),
    };
    expect(() => assembleWith(restless, 'grow')).toThrow('do not settle in 16 passes');
  });
});
