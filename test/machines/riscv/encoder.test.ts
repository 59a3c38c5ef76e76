/** The encoder of RISC-V against llvm-mc and GNU as: operands at and past their limits, and sizes promised. */
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { listing } from '../../../codegen/assemble/listing.ts';
import { assemblerOf } from '../../../codegen/machines/index.ts';
import { riscvEncoder, riscvInstructions } from '../../../codegen/machines/riscv/instructions.ts';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { emptyRequest } from '../../../codegen/request.ts';
import { architectureNamed } from '../../../relocator-dsl/arch/index.ts';
import { describeEncoder, testLimits } from '../../support/encoder-tests.ts';
import { samplesOf } from '../../support/instruction-samples.ts';
import { gnuAs, llvmMc } from '../../support/reference-assemblers.ts';

/** Nothing is compressed that is not asked for as such. */
function spelled(line: string): string {
  return `.option ${/^ *c\./.test(line) ? 'rvc' : 'norvc'}; ${line}`;
}

/** What llvm-mc takes for several instructions, for a shorter way to write one, or for a hint; it is not needed here. */
const READ_OTHERWISE =
  /^li \w+, (-2049|2048)$|^jalr? [^,]+$|^c\.nop |^c\.(addi|li|lui|slli|mv|add) (zero|x0),|^c\.addi \w+, 0$/;

const mnemonicsOf = (xlen: 32 | 64): Set<string> =>
  new Set(riscvInstructions(xlen).rows.map(([form]) => form.replace(/ .*/, '')));

describe.each([64, 32] as const)('riscv%i', (xlen) => {
  const arch = `riscv${xlen}`;
  const encoder = riscvEncoder(xlen);

  testLimits(riscvInstructions(xlen), {
    // By the names of the ABI and the numbered ones; fp is s0.
    rd: 65,
    rs1: 65,
    rs2: 65,
    imm12: [-2048, 2047],
    storeimm: [-2048, 2047],
    imm20: [0, 0xf_ffff],
    shamt: [0, xlen - 1],
    shamtw: [0, 31],
    bimm12: [-4096, 4094, 2],
    jimm20: [-0x10_0000, 0xf_fffe, 2],
    rd_n0: 63,
    rd_n2: 61,
    rs2_n0: 63,
    rd_p: 17,
    rs2_p: 17,
    rs1_p: 17,
    c_imm6: [-32, 31],
    c_nzimm6: [-32, 31],
    c_nzuimm6: [1, xlen - 1],
    c_upper: [1, 31],
    c_upper_negative: [0xf_ffe0, 0xf_ffff],
    c_uimm7: [0, 124, 4],
    c_uimm8: [0, 248, 8],
    c_bimm9: [-256, 254, 2],
    c_imm12: [-2048, 2046, 2],
  });

  describeEncoder({
    encoder,
    samples: samplesOf(riscvInstructions(xlen), ['x32', 'a8', 'f0']),
    references: [
      llvmMc([`--arch=${arch}`], { targets: 'distance', takes: READ_OTHERWISE, spelled }),
      gnuAs(arch, { spelled }),
    ],
    refused: [
      ['addi a0, a0, 2048', /not from -2048 to 2047/],
      ['lw a0, 2048(a1)', /not from -2048 to 2047/],
      ['lui a0, -1', /not from 0 to 1048575/],
      [`slli a0, a0, ${xlen}`, /not from 0 to/],
      ['add a0, a1, a8', /a8 is no register/],
      ['add a0, a1', /add has 3 operands/],
      ['lw a0, a1', /a1 is no imm12\(rs1\)/],
      ['c.lw t0, 0(a0)', /t0 is no register of s0, s1 and a0 to a5/],
      ['c.mv zero, a0', /zero is no register other than zero/],
      ['c.lui sp, 1', /sp is no register other than zero and sp/],
      ['c.lui a0, 32', /not from 1 to 31; 32 is not from 1048544 to 1048575/],
      ['c.addi a0, 0', /0 is not possible here/],
      ['c.lw a0, 6(a0)', /no multiple of 4/],
      ['mul a0, a0, a0', /no encoding for mul/],
      ['j nowhere', /no label nowhere/],
      ['beq a0, a1, start+4096', /out of reach/],
      ['jal zero, start+3', /no multiple of 2/],
    ],
  });

  test('instructions of the other width are refused', () => {
    const here = mnemonicsOf(xlen);
    const other = [...mnemonicsOf(xlen === 64 ? 32 : 64)].filter((mnemonic) => !here.has(mnemonic));
    expect(other.length).toBeGreaterThan(0);
    for (const mnemonic of other)
      expect(() => encoder.sizeOf?.(mnemonic)).toThrow(`no encoding for ${mnemonic}`);
  });

  test('labels before and behind, and a listing of what became of them', async () => {
    const source =
      'start:\n c.beqz a3, end\nback:\n c.lw a5, 4(a4)\n bnez a5, back\n jal zero, start\nend:\n ret\n';
    const { bytes, labels } = await assemble(await assemblerOf(`riscv${xlen}`), source);
    expect(labels.get('end')).toBe(12);
    const text = await listing(await assemblerOf(`riscv${xlen}`), { bytes, codeSize: bytes.length, labels });
    expect(text).toBe(
      [
        'start:',
        '0000  91 c6                          c.beqz  a3, 0xc',
        'back:',
        '0002  5c 43                          c.lw    a5, 4(a4)',
        '0004  e3 9f 07 fe                    bnez    a5, -2',
        '0008  6f f0 9f ff                    j       -8',
        'end:',
        '000c  67 80 00 00                    ret     ',
        '',
      ]
        .map((line) => line.trimEnd())
        .join('\n'),
    );
  });
});

describe('sizes', () => {
  test('a chain of riscv64 with guard and head takes 36 bytes at most', async () => {
    const words = [0x1000, 0x1040, 0x1100].map((offset) => ({ offset, value: BigInt(offset) }));

    const { bytes } = await generatePrologue({
      ...emptyRequest('riscv64', 'chain', 0x800),
      groups: [{ bytes: 8, granule: 8, words }],
    });
    expect(bytes.length).toBeLessThanOrEqual(36);
  });

  test.each([4, 2])(
    'records of all types of relocatable objects, at multiples of %i, take 700 bytes at most',
    async (granule) => {
      const rules = architectureNamed('riscv64')?.applied.filter(({ dynamic }) => !dynamic) ?? [];
      expect(rules.length).toBe(31);
      const { codeSize } = await generatePrologue({
        ...emptyRequest('riscv64', 'records', 0x2000),
        symbols: [{ kind: 'base' }],
        records: rules.map(({ name }, index) => ({
          place: 0x4000 + 32 * index + granule,
          rule: name,
          symbol: 0,
          addend: 0n,
        })),
      });
      expect(codeSize).toBeLessThanOrEqual(700);
    },
  );
});
