/** The encoder of SuperH against GNU as: instruction by instruction, at the limits of operands, and as listed. */
import { describe, expect, test } from 'vitest';
import { shEncoder, shInstructions } from '../../../codegen/machines/sh/instructions.ts';
import { sh, sheb } from '../../../relocator-dsl/arch/sh.ts';
import { describeEncoder, differences, testLimits } from '../../support/encoder-tests.ts';
import { samplesOf } from '../../support/instruction-samples.ts';
import { LISTINGS, listed, testListings } from '../../support/listings.ts';
import { gnuAs } from '../../support/reference-assemblers.ts';
import { targetNamed } from '../../support/targets.ts';

testLimits(shInstructions('little'), {
  Rn: 16,
  Rm: 16,
  imm: [-128, 127],
  uimm: [0, 255],
  disp: [0, 60, 4],
  label8: [-256, 254, 2],
  label12: [-4096, 4094, 2],
  half: [0, 510, 2],
  word: [0, 1020, 4],
});

describe.each([sh, sheb])('$machine.arch', ({ machine, rules }) => {
  const { arch } = machine;
  const order = arch === 'sh' ? 'little' : 'big';
  const encoder = shEncoder(order);
  // It makes longer instructions of branches that do not reach, and cuts numbers down.
  const gnu = gnuAs(arch, { targets: 'symbol', takes: /there|#|@\(64/ });

  describeEncoder({
    encoder,
    samples: samplesOf(shInstructions(order), ['r16']),
    references: [gnu],
    refused: [
      ['mov #128, r0', /not from -128 to 127/],
      ['add #-129, r0', /not from -128 to 127/],
      ['tst #256, r0', /not from 0 to 255/],
      ['tst #1, r1', /r1 is no r0/],
      ['mov.l @(64,r1), r0', /not from 0 to 60/],
      ['mov.l @(2,r1), r0', /no multiple of 4/],
      ['mov.w @(2,r1), r0', /@\(2,r1\) is no @Rm or @Rm\+ or register or half/],
      ['mov.l @r16, r0', /r16 is no register/],
      ['mov r1, r2, r3', /mov has 2 operands/],
      ['mov.l r1, r2', /r2 is no @Rn or @-Rn or @\(r0, Rn\) or @\(disp, Rn\)/],
      ['mova start, r1', /r1 is no r0/],
      ['mul.l r1, r2', /no encoding for mul.l/],
      ['bra nowhere', /no label nowhere/],
      ['bt start-254', /not from -256 to 254/],
      ['mov.l start+1028, r9', /not from 0 to 1020/],
      ['.balign 4', /a byte to fill with/],
    ],
  });

  test('where a word is counts from a multiple of 4', () => {
    const code = ['nop', 'mov.l goal, r1', 'mova goal, r0', 'mov.w goal, r2', 'nop', 'nop'];
    const data = ['.long goal-start, 0x12345678', '.short goal-start-2', '.byte 1, 2, 3, 4, 5, 6'];
    const lines = ['start:', ...code, '.balign 8, 0', 'goal:', ...data];
    expect(differences(encoder, lines, gnu)).toEqual([]);
  });

  testListings(arch, gnu);

  test.each(LISTINGS)('%s.lst has nothing in delay slots that must not be there', (name) => {
    expect(illegalSlots(listed(arch, name).map(({ code = '' }) => code))).toEqual([]);
  });

  describe('accesses', () => {
    const WIDTHS: Readonly<Record<string, number>> = { b: 1, w: 2, l: 4 };

    /** The width of the widest load or store at the place. */
    function widest(lines: readonly string[]): number {
      return Math.max(0, ...lines.map((line) => WIDTHS[/^mov\.(\w) .*@-?r2/.exec(line)?.[1] ?? ''] ?? 0));
    }

    test('of handlers and words are never wider than what is aligned', () => {
      const { selection, words } = targetNamed(arch);
      for (const granule of [1, 2, 4, 8] as const) {
        for (const rule of rules) {
          // Instructions stand at multiples of 2.
          if (rule.field.kind === 'instruction' && granule < 2) continue;
          const width = widest(selection.handler(rule, 0x40, granule, 0, machine));
          expect(width, rule.name).toBe(Math.min(granule, rule.field.bytes));
        }
        for (const lines of [words?.load(4, granule) ?? [], words?.store(4, granule) ?? []])
          expect(widest(lines)).toBe(Math.min(granule, 4));
      }
    });
  });
});

const DELAYED = /^(bra|braf|jmp|bt\/s|bf\/s) /;

/** What stands in delay slots but must not: what the SH-4A's manual calls slot illegal, as far as it is used here. */
function illegalSlots(instructions: readonly string[]): string[] {
  return instructions.filter((instruction, index) => {
    if (!DELAYED.test(instructions[index - 1] ?? '')) return false;
    return /^(b[tf](\/s)?|bra|braf|jmp|mova|icbi) |^mov\.[wl] (?!r\d)[a-z]/.test(instruction);
  });
}

test('what must not stand in a delay slot is seen', () => {
  const wrong = [
    'bra there',
    'mov.l there, r1',
    'icbi @r2',
    'bf/s there',
    'icbi @r2',
    'jmp @r4',
    'bra there',
    'mov.l r1, @r2',
    'bra there',
    'nop',
  ];
  expect(illegalSlots(wrong)).toEqual(['mov.l there, r1', 'icbi @r2', 'bra there']);
});
