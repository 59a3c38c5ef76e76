/** The encoder of SPARC V9 against GNU as and llvm-mc: instruction by instruction, at the limits of operands, and as listed. */
import { expect, test } from 'vitest';
import { assembleWith } from '../../../codegen/assemble/own.ts';
import { sparc64Encoder, sparc64Instructions } from '../../../codegen/machines/sparc64/instructions.ts';
import { sparc64 } from '../../../relocator-dsl/arch/sparc64.ts';
import { describeAccesses } from '../../support/accesses.ts';
import { describeEncoder, testLimits } from '../../support/encoder-tests.ts';
import { samplesOf } from '../../support/instruction-samples.ts';
import { testListings } from '../../support/listings.ts';
import { gnuAs, llvmMc } from '../../support/reference-assemblers.ts';
import { targetNamed } from '../../support/targets.ts';

const gnu = gnuAs('sparc64');
const llvm = llvmMc(['--arch=sparcv9'], {
  // It cuts numbers down to simm13 and imm22, and an address may be left out.
  takes: /4096|4097|^sethi|^flush$/,
});

testLimits(sparc64Instructions, {
  rd: 32,
  rs1: 32,
  rs2: 32,
  simm13: [-4096, 4095],
  shcnt32: [0, 31],
  shcnt64: [0, 63],
  imm22: [0, 0x3f_ffff],
  disp16: [-0x2_0000, 0x1_fffc, 4],
  disp19: [-0x10_0000, 0xf_fffc, 4],
  disp30: [-0x8000_0000, 0x7fff_fffc, 4],
});

describeEncoder({
  encoder: sparc64Encoder,
  samples: samplesOf(sparc64Instructions, ['%g8', '%x']),
  references: [gnu, llvm],
  refused: [
    ['add %g1, 4096, %g1', /not from -4096 to 4095/],
    ['ldx [%g1 - 4097], %g1', /not from -4096 to 4095/],
    ['sllx %g1, 64, %g1', /not from 0 to 63/],
    ['srl %g1, 32, %g1', /not from 0 to 31/],
    ['sethi 0x400000, %g1', /not from 0 to 4194303/],
    ['ldx %g1, %g2', /%g1 is no \[rs1\] or \[rs1 \+ rs2\] or \[rs1 ± simm13\]/],
    ['flush [%g1]', /\[%g1\] is no register or rs1 \+ rs2 or/],
    ['add %g1, %g2, %g8', /%g8 is no register/],
    ['ldx [%g1 + %x], %g2', /%x is no register/],
    ['add %g1, %g2', /has 3 operands/],
    ['rd %y, %g1', /%y is no %pc/],
    ['bne,pn %icc, start', /%icc is no %xcc/],
    ['save %o6, -176, %o6', /no encoding for save/],
    ['call nowhere', /no label nowhere/],
    ['brz,pn %o5, start+0x20000', /out of reach/],
    ['ba,pt %xcc, start-0x100004', /out of reach/],
    ['call start+6', /no multiple of 4/],
  ],
});

testListings('sparc64', gnu);

describeAccesses({
  architecture: sparc64,
  access: /\b(?:ld[su]?|st)([bhwx]) .*\[%g2(?: \+ (0x[0-9a-f]+))?\]/,
  widths: { b: 1, h: 2, w: 4, x: 8 },
  place: '[%g2',
  store: 'stx %g1, [%g2]',
});

test('constants of every size are made', () => {
  const target = targetNamed('sparc64');
  const values = [
    ...[0n, 1n, 0xfffn, 0x1000n, 0x12_3000n, 0x6fff_0000n, 0xffff_ffffn, 0x1_0000_0000n, 0x12_3456_7890n],
    ...[
      (1n << 44n) - 1n,
      (1n << 63n) - 1n,
      (1n << 64n) - 1n,
      (1n << 64n) - 0x1000n,
      (1n << 64n) - 0x12_3456n,
    ],
    ...[0x1234_5678_9abc_def0n, 0xfedc_ba98_7654_3210n, 1n << 63n],
  ];
  for (const value of values) {
    const lines = target.questions?.constant?.(value) ?? [];
    expect(made(lines), lines.join('; ')).toBe(value);
    expect(assembleWith(sparc64Encoder, lines.join('\n')).instructions).toHaveLength(lines.length);
    expect(lines.length).toBeLessThanOrEqual(value >> 32n === 0n || (1n << 64n) - value <= 1n << 32n ? 2 : 8);
  }
});

/** What %g5 is after instructions that make a constant in it. */
function made(lines: readonly string[]): bigint {
  return lines.reduce((register, line) => {
    const [, name = '', immediate = '0'] = /^(\w+) (?:%g5, )?(-?\w+), %g5$/.exec(line) ?? [];
    const value = immediate.startsWith('-') ? -BigInt(immediate.slice(1)) : BigInt(immediate);
    switch (name) {
      case 'mov':
        return BigInt.asUintN(64, value);
      case 'sethi':
        return value << 10n;
      case 'or':
        return BigInt.asUintN(64, register | value);
      case 'xor':
        return BigInt.asUintN(64, register ^ value);
      case 'sllx':
        return BigInt.asUintN(64, register << value);
      case 'srlx':
        return register >> value;
      default:
        throw new RangeError(`${line} is not known here`);
    }
  }, 0n);
}
