/** The encoder of the Alpha against GNU as: instruction by instruction, at the limits of operands, and as listed. */
import { describe, expect, test } from 'vitest';
import { alphaEncoder, alphaInstructions } from '../../../codegen/machines/alpha/instructions.ts';
import { alpha } from '../../../relocator-dsl/arch/alpha.ts';
import { describeAccesses } from '../../support/accesses.ts';
import { describeEncoder, testLimits } from '../../support/encoder-tests.ts';
import { plain, samplesOf } from '../../support/instruction-samples.ts';
import { testListings } from '../../support/listings.ts';
import { gnuAs } from '../../support/reference-assemblers.ts';
import { targetNamed } from '../../support/targets.ts';

const gnu = gnuAs('alpha', {
  // What does not fit into one instruction is not to become several.
  prelude: ['.set nomacro'],
  // It leaves far targets to the linker; without its first register a branch, and without its last an operation, has one.
  takes: /^b\w+ (\$2, )?here|^\w+ \$\d+, (\$?\d+)$/,
});
const { good, bad } = samplesOf(alphaInstructions, ['$32', '$x', 't0']);

testLimits(alphaInstructions, {
  Ra: 32,
  Rb: 32,
  Rc: 32,
  offset: [-0x8000, 0x7fff],
  literal: [0, 0xff],
  label: [-0x40_0000, 0x3f_fffc, 4],
  palcode: [0, 0x3ff_ffff],
});

describeEncoder({
  encoder: alphaEncoder,
  samples: { good: [...good, ...plain(['ldl $1, 0x2c-4($25)', 'lda $1, -0x80($5)'])], bad },
  references: [gnu],
  refused: [
    ['lda $1, 0x8000($2)', /not from -32768 to 32767/],
    ['lda $1, -0x8001($2)', /not from -32768 to 32767/],
    ['ldq $1, $2', /\$2 is no offset\(Rb\)/],
    ['ldq $1, 8', /8 is no offset\(Rb\)/],
    ['addq $1, 256, $2', /not from 0 to 255/],
    ['addq $1, -1, $2', /not from 0 to 255/],
    ['addq $1, $2', /has 3 operands/],
    ['addq $1, $2, $32', /\$32 is no register/],
    ['addq $1, $2, t0', /t0 is no register/],
    ['jmp $31, $27', /\$27 is no \(Rb\)/],
    ['call_pal 0x4000000', /not from 0 to/],
    ['ldbu $1, 0($2)', /no encoding for ldbu/],
    ['br $31, nowhere', /no label nowhere/],
    ['br $31, start+0x400004', /out of reach/],
    ['br $31, start-0x400000', /out of reach/],
    ['br $31, start+6', /no multiple of 4/],
  ],
});

testListings('alpha', gnu);

describeAccesses({
  architecture: alpha,
  access: /^(?:ld|st)([lq]) \$\d+, (\d+)\(\$[28]\)$/,
  widths: { l: 4, q: 8 },
  place: '0($2)',
  store: 'stq $3, 0($2)',
});

describe('numbers', () => {
  /** What the instructions that make a number leave in the register, by what the Handbook says they do. */
  function made(lines: readonly string[]): bigint {
    return lines.reduce((held, line) => {
      const [, name = '', by = ''] = /^(lda|ldah) \$4, (-?\w+)\(\$(?:4|31)\)$/.exec(line) ?? [];
      if (line === 'sll $4, 32, $4') return BigInt.asIntN(64, held << 32n);
      if (name === '') throw new Error(line);
      const from = line.endsWith('($31)') ? 0n : held;
      return BigInt.asIntN(64, from + (BigInt(by) << (name === 'ldah' ? 16n : 0n)));
    }, 0n);
  }

  test('of all sizes, and on both sides of where they take one instruction more', () => {
    const edges = [0n, 15n, 16n, 31n, 32n, 47n, 48n, 63n].map((bit) => 1n << bit);
    const near = edges.flatMap((edge) =>
      [-0x8001n, -0x8000n, -1n, 0n, 1n, 0x7fffn, 0x8000n].map((by) => edge + by),
    );
    for (const value of [...near, ...near.map((each) => -each), 0x1234_5678_9abc_def0n]) {
      expect(made(targetNamed('alpha').questions?.constant?.(value) ?? []), `${value}`).toBe(
        BigInt.asIntN(64, value),
      );
    }
  });
});
