/** The encoder of PA-RISC against GNU as: instruction by instruction, at the limits of operands, and as listed. */
import { expect, test } from 'vitest';
import { hppaEncoder, hppaInstructions } from '../../../codegen/machines/hppa/instructions.ts';
import { hppa } from '../../../relocator-dsl/arch/hppa.ts';
import { ruleNamed } from '../../../relocator-dsl/architecture.ts';
import { describeAccesses } from '../../support/accesses.ts';
import { describeEncoder, testLimits } from '../../support/encoder-tests.ts';
import { samplesOf } from '../../support/instruction-samples.ts';
import { testListings } from '../../support/listings.ts';
import { gnuAs } from '../../support/reference-assemblers.ts';
import { targetNamed } from '../../support/targets.ts';

const gnu = gnuAs('hppa', {
  // The oldest processor with all of them.
  prelude: ['    .level 1.1'],
  // Registers are numbers to it, it leaves far targets to the linker, and a branch needs none.
  takes: /%sr|^fic \S+\(%r|L'|here_|^b(,n)?$/,
});

testLimits(hppaInstructions, {
  t: 32,
  r1: 32,
  x: 32,
  r2: 32,
  b: 32,
  sr: 8,
  im5: [-16, 15],
  im5t: [-16, 15],
  im14: [-8192, 8191],
  im21: [-(2 ** 31), 2 ** 32 - 1],
  // Of 11 bits, which are never negative.
  low5: [-16, 15],
  low5t: [-16, 15],
  low14: [-8192, 8191],
  p: [0, 31],
  cp: [0, 31],
  bit: [0, 31],
  clen: [1, 32],
  w12: [-0x2000, 0x1ffc, 4],
  w17: [-0x4_0000, 0x3_fffc, 4],
});

describeEncoder({
  encoder: hppaEncoder,
  samples: samplesOf(hppaInstructions, ['%r32', '%x']),
  references: [gnu],
  refused: [
    ['ldw 8192(%r1), %r1', /not from -8192 to 8191/],
    ['ldo -8193(%r1), %r1', /not from -8192 to 8191/],
    ['ldws,ma 16(%r1), %r1', /not from -16 to 15/],
    ['depi 16, 31, 4, %r1', /not from -16 to 15/],
    ['ldil 0x200000, %r1', /0x200000 is no L'im21/],
    ["ldil L'0x100000000, %r1", /not from -2147483648 to 4294967295/],
    ['extru %r1, 32, 1, %r2', /not from 0 to 31/],
    ['extru %r1, 31, 0, %r2', /not from 1 to 32/],
    ['dep %r1, 31, 33, %r2', /not from 1 to 32/],
    ['addl %r1, %r2, %r32', /%r32 is no register/],
    ['addl %r1, %r2', /has 3 operands/],
    ['ldw %r1, %r2', /%r1 is no im5\(b\) or R'low5\(b\) or im14\(b\) or R'low14\(b\)/],
    ['fic %r0(%r1)', /%r0\(%r1\) is no x\(sr, b\)/],
    ['fic %r0(%sr8, %r1)', /%sr8 is no space register/],
    ['xmpyu %r1, %r2, %r3', /no encoding for xmpyu/],
    ['addl,n %r1, %r2, %r3', /no encoding for addl,n/],
    ['b nowhere', /no label nowhere/],
    ['b start+0x40008', /out of reach/],
    ['b start-0x3fffc', /out of reach/],
    ['comb,= %r1, %r20, start+6', /no multiple of 4/],
  ],
});

testListings('hppa', gnu);

describeAccesses({
  architecture: hppa,
  access: /^(?:ld|st)([bhw]) .*?(\d+)\(%r20\)/,
  widths: { b: 1, h: 2, w: 4 },
  place: '0(%r20)',
  store: 'stw %r21, 0(%r20)',
});

test('an address that needs more than one instruction has no loop', () => {
  const { split } = targetNamed('hppa');
  const { field } = ruleNamed(hppa, 'R_PARISC_DIR21L');
  expect(() =>
    split?.store([
      { at: 0, field },
      { at: 4, field },
    ]),
  ).toThrow('this machine relocates one instruction at a time');
});
