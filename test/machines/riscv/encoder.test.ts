/** Every encoding of the RISC-V encoder against llvm-mc: operands at and past their limits, and sizes promised. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { listing } from '../../../codegen/assemble/listing.ts';
import { assemblerOf } from '../../../codegen/machines/index.ts';
import { riscvEncoder, riscvInstructions } from '../../../codegen/machines/riscv/instructions.ts';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { emptyRequest } from '../../../codegen/request.ts';
import { architectureNamed } from '../../../relocator-dsl/arch/index.ts';

type Xlen = 32 | 64;

/** Operands that an instruction takes, and some that it does not. */
interface Kind {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

function numbers(min: number, max: number, step: number, form: (value: number) => string): Kind {
  const good = new Set([min, max, 0, step, -step, 3 * step]);
  for (let bit = step; bit <= max; bit *= 2)
    good
      .add(bit)
      .add(-bit)
      .add(max - bit + 1 - step);
  const bad = [min - step, max + step, ...(step > 1 ? [1, step / 2] : [])];
  return {
    good: [...good].filter((value) => value >= min && value <= max && value % step === 0).map(form),
    bad: bad.filter((value) => value < min || value > max || value % step !== 0).map(form),
  };
}

const plain = (value: number): string => `${value}`;
const signed = (bits: number, step = 1): Kind =>
  numbers(-(2 ** (bits - 1)), 2 ** (bits - 1) - step, step, plain);
const ANY: Kind = { good: ['zero', 'ra', 's0', 'a5', 'x16', 't6', 'x10'], bad: ['x32', 'a8', 'f0'] };
const NOT_ZERO: Kind = { good: ['ra', 's1', 'a4', 's2', 't6'], bad: ['x32', '4'] };
const SHORT: Kind = { good: ['s0', 's1', 'a0', 'a3', 'a5'], bad: ['t0', 'a6', 'ra', 'zero'] };
const memory = (min: number, max: number, step: number, base: string): Kind =>
  numbers(min, max, step, (value) => `${value}(${base})`);

/** The kinds of operands, by a letter each. */
function kinds(xlen: Xlen): Readonly<Record<string, Kind>> {
  const nonZero = (kind: Kind): Kind => ({
    good: kind.good.filter((each) => each !== '0'),
    bad: [...kind.bad, '0'],
  });
  return {
    r: ANY,
    n: NOT_ZERO,
    s: SHORT,
    i: signed(12),
    u: numbers(0, 0xf_ffff, 1, plain),
    m: memory(-2048, 2047, 1, 's3'),
    b: signed(13, 2),
    j: signed(21, 2),
    h: numbers(0, xlen - 1, 1, plain),
    w: numbers(0, 31, 1, plain),
    H: numbers(1, xlen - 1, 1, plain),
    c: signed(6),
    C: nonZero(signed(6)),
    U: { good: ['1', '31', '8', '0xfffe0', '0xfffff'], bad: ['0', '32', '0xfffdf', '0x100000'] },
    4: memory(0, 124, 4, 'a4'),
    8: memory(0, 248, 8, 's1'),
    B: signed(9, 2),
    J: signed(12, 2),
  };
}

const SHAPES: Readonly<Record<string, string>> = {
  'lui auipc': 'ru',
  jal: 'rj',
  jalr: 'rm',
  j: 'j',
  jr: 'r',
  'beq bne blt bge bltu bgeu bgt ble bgtu bleu': 'rrb',
  'beqz bnez bltz bgez bgtz blez': 'rb',
  'lb lh lw ld lbu lhu lwu sb sh sw sd': 'rm',
  'addi slti sltiu xori ori andi addiw': 'rri',
  'slli srli srai': 'rrh',
  'slliw srliw sraiw': 'rrw',
  'add sub sll slt sltu xor srl sra or and addw subw sllw srlw sraw': 'rrr',
  'fence.i ecall ebreak nop ret c.nop c.ebreak': '',
  li: 'ri',
  'mv neg sext.w': 'rr',
  'c.lw c.sw': 's4',
  'c.ld c.sd': 's8',
  'c.addi': 'nC',
  'c.addiw c.li': 'nc',
  'c.lui': 'nU',
  'c.srli c.srai': 'sH',
  'c.slli': 'nH',
  'c.andi': 'sc',
  'c.sub c.xor c.or c.and c.subw c.addw': 'ss',
  'c.j c.jal': 'J',
  'c.beqz c.bnez': 'sB',
  'c.jr c.jalr': 'n',
  'c.mv c.add': 'nn',
};

function shapeOf(mnemonic: string): string {
  const found = Object.entries(SHAPES).find(([names]) => names.split(' ').includes(mnemonic));
  if (!found) throw new Error(`no operands are known for ${mnemonic}`);
  return found[1];
}

/** Lines with each operand varied while the others stand still. */
function linesFor(xlen: Xlen, mnemonic: string): { good: string[]; bad: string[] } {
  const all = kinds(xlen);
  const operands = [...shapeOf(mnemonic)].map((letter) => all[letter] ?? { good: [], bad: [] });
  // Something that is not the same for any two registers.
  const rest = operands.map(({ good }, index) => good[Math.min(2 + index, good.length - 1)] ?? '');
  const line = (index: number, value: string): string =>
    `${mnemonic} ${rest.map((each, at) => (at === index ? value : each)).join(', ')}`;
  if (operands.length === 0) return { good: [mnemonic], bad: [`${mnemonic} a0`] };
  return {
    good: operands.flatMap(({ good }, index) => good.map((value) => line(index, value))),
    bad: [
      ...operands.flatMap(({ bad }, index) => bad.map((value) => line(index, value))),
      `${mnemonic} ${rest.slice(1).join(', ')}`.trim(),
      `${mnemonic} ${[...rest, 'a0'].join(', ')}`,
    ],
  };
}

function riscvMnemonics(xlen: Xlen): string[] {
  return [...new Set(riscvInstructions(xlen).rows.map(([form]) => form.split(' ')[0] ?? ''))];
}

function encode(xlen: Xlen, line: string): string {
  const [, mnemonic = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const operands = rest === '' ? [] : rest.split(',').map((each) => each.trim());
  // At 0 a label's value is the distance, which is how llvm-mc reads a number.
  const value = (text: string): number => {
    if (!/^-?(0x[0-9a-f]+|[0-9]+)$/.test(text)) throw new RangeError(`${text} is no number`);
    return Number(text);
  };
  const bytes = riscvEncoder(xlen).encode({ mnemonic, operands, at: 0, value, least: 0 });
  return Buffer.from(bytes).toString('hex');
}

/** What llvm-mc makes of each line; aliases that it would shorten are kept from it by leaving out the extension. */
function llvm(xlen: Xlen, lines: readonly string[], extension: '+c' | '-c'): string[] {
  const text = execFileSync(
    'llvm-mc-16',
    [`--arch=riscv${xlen}`, `--mattr=${extension}`, '--show-encoding', '--riscv-no-aliases'],
    { input: lines.map((line) => `${line}\n`).join(''), encoding: 'utf8' },
  );
  return [...text.matchAll(/encoding: \[([^\]]*)\]/g)].map(([, bytes = '']) => bytes.replace(/0x|,/g, ''));
}

/** Numbers, from 0, of the lines that llvm-mc refuses. */
function refusedByLlvm(xlen: Xlen, lines: readonly string[], extension: '+c' | '-c'): Set<number> {
  const { stderr } = spawnSync('llvm-mc-16', [`--arch=riscv${xlen}`, `--mattr=${extension}`], {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
  });
  return new Set([...stderr.matchAll(/<stdin>:(\d+):\d+: error/g)].map(([, line]) => Number(line) - 1));
}

/** What llvm-mc takes for several instructions, for a shorter way to write one, or for a hint; it is not needed here. */
const READ_OTHERWISE: readonly RegExp[] = [/^li \w+, (-2049|2048)$/, /^jalr? [^,]+$/, /^c\.addi a4, 0$/];

describe.each([64, 32] as const)('riscv%i', (xlen) => {
  const mnemonics = riscvMnemonics(xlen);

  test.each(mnemonics)('%s is encoded as llvm-mc does, and refused where it refuses', (mnemonic) => {
    const extension = mnemonic.startsWith('c.') ? '+c' : '-c';
    const { good, bad } = linesFor(xlen, mnemonic);
    expect(good.map((line) => `${line}: ${encode(xlen, line)}`)).toEqual(
      llvm(xlen, good, extension).map((bytes, index) => `${good[index]}: ${bytes}`),
    );
    const refused = refusedByLlvm(xlen, bad, extension);
    const accepted = bad.filter((line, index) => {
      const otherwise = READ_OTHERWISE.some((pattern) => pattern.test(line));
      expect(refused.has(index), line).toBe(!otherwise);
      try {
        encode(xlen, line);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return false;
      }
    });
    expect(accepted).toEqual([]);
  });

  test('instructions of the other width are refused', () => {
    const here = new Set(mnemonics);
    const other = riscvMnemonics(xlen === 64 ? 32 : 64).filter((mnemonic) => !here.has(mnemonic));
    expect(other.length).toBeGreaterThan(0);
    for (const mnemonic of other) expect(() => encode(xlen, `${mnemonic} a0, a1`)).toThrow(/no encoding/);
  });

  test('labels before and behind, and a listing of what became of them', async () => {
    const source =
      'start:\n c.beqz a3, end\nback:\n c.lw a5, 4(a4)\n bnez a5, back\n jal zero, start\nend:\n ret\n';
    const { bytes, labels } = await assemble(assemblerOf(`riscv${xlen}`), source);
    expect(labels.get('end')).toBe(12);
    const text = await listing(assemblerOf(`riscv${xlen}`), { bytes, codeSize: bytes.length, labels });
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
      const rules = architectureNamed('riscv64')?.rules.filter(({ dynamic }) => !dynamic) ?? [];
      expect(rules.length).toBe(30);
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
