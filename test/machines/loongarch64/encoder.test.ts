/** The encoder of LoongArch against llvm-mc: instruction by instruction, at the limits of operands, and read back. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { assemblerOf, targetFor } from '../../../codegen/machines/index.ts';
import { loongarch64 } from '../../../relocator-dsl/arch/loongarch64.ts';

const ARCH = 'loongarch64';

/** What llvm-mc makes of instructions, one word each. */
function llvmWords(lines: readonly string[]): string[] {
  const input = `${lines.join('\n')}\n`;
  const output = execFileSync('llvm-mc-16', [`--arch=${ARCH}`, '--show-encoding'], {
    input,
    encoding: 'utf8',
  });
  return [...output.matchAll(/encoding: \[(.*)\]/g)].map(([, bytes = '']) => bytes.replaceAll(/0x|,/g, ''));
}

async function ourWords(lines: readonly string[]): Promise<string[]> {
  const { bytes } = await assemble(
    assemblerOf(ARCH),
    `start:\n${lines.map((line) => `    ${line}`).join('\n')}\n`,
  );
  const hex = Buffer.from(bytes).toString('hex');
  return hex.match(/.{8}/g) ?? [];
}

const REGISTERS = ['$zero', '$ra', '$tp', '$sp', '$a0', '$a7', '$t0', '$t8', '$fp', '$s0', '$s8'];
const THREE = ['add.w', 'add.d', 'sub.d', 'ldx.d'];
const SIGNED12 = ['sltui', 'addi.w', 'addi.d', 'lu52i.d'];
const MEMORY = ['ld.b', 'ld.w', 'ld.d', 'st.b', 'st.h', 'st.w', 'st.d', 'ld.bu', 'ld.hu', 'ld.wu'];

const at = (index: number): string => REGISTERS[index % REGISTERS.length] ?? '';

/** Each instruction with every register in every place, and with both ends of each immediate. */
const LINES: readonly string[] = [
  ...THREE.flatMap((name) => REGISTERS.map((_, i) => `${name} ${at(i)}, ${at(i + 1)}, ${at(i + 5)}`)),
  ...REGISTERS.map((_, i) => `move ${at(i)}, ${at(i + 3)}`),
  ...[...SIGNED12, ...MEMORY].flatMap((name) =>
    [-2048, -1, 0, 1, 2047].map((value, i) => `${name} ${at(i)}, ${at(i + 6)}, ${value}`),
  ),
  ...['andi', 'ori'].flatMap((name) =>
    [0, 1, 2048, 4095].map((value, i) => `${name} ${at(i)}, ${at(i + 4)}, ${value}`),
  ),
  ...[-32768, -4, 0, 4, 32764].map((value, i) => `stptr.d ${at(i)}, ${at(i + 2)}, ${value}`),
  ...[-32768, -1, 0, 2, 32767].map((value, i) => `addu16i.d ${at(i)}, ${at(i + 2)}, ${value}`),
  ...['lu12i.w', 'lu32i.d', 'pcaddi'].flatMap((name) =>
    [-524288, -1, 0, 1, 524287].map((value, i) => `${name} ${at(i)}, ${value}`),
  ),
  ...['slli.d', 'srli.d', 'srai.d'].flatMap((name) =>
    [0, 1, 31, 32, 63].map((value, i) => `${name} ${at(i)}, ${at(i + 1)}, ${value}`),
  ),
  ...[
    [0, 0],
    [31, 0],
    [31, 31],
    [24, 5],
  ].map(([m, l], i) => `bstrins.w ${at(i)}, ${at(i + 1)}, ${m}, ${l}`),
  ...['bstrins.d', 'bstrpick.d'].flatMap((name) =>
    [
      [0, 0],
      [63, 0],
      [63, 63],
      [51, 32],
    ].map(([m, l], i) => `${name} ${at(i)}, ${at(i + 1)}, ${m}, ${l}`),
  ),
  ...REGISTERS.map((each) => `jr ${each}`),
  ...[0, 1, 32767].map((value) => `ibar ${value}`),
];

/** Branches: ours take labels, llvm-mc's distances. */
const BRANCHES = [
  { form: 'bne $a0, $t1, ', bits: 18 },
  { form: 'blt $a0, $zero, ', bits: 18 },
  { form: 'bltu $t8, $a1, ', bits: 18 },
  { form: 'beqz $t3, ', bits: 23 },
  { form: 'bnez $s8, ', bits: 23 },
  { form: 'b ', bits: 28 },
];

/** A label that far away: in what is in front, or behind, of the code that is compared. */
async function branch(form: string, distance: number): Promise<string | undefined> {
  const [word] = await ourWords([
    `${form}start${distance < 0 ? '-' : '+'}0x${Math.abs(distance).toString(16)}`,
  ]);
  return word;
}

describe('each instruction', () => {
  test('is as llvm-mc has it', async () => {
    const theirs = llvmWords(LINES);
    expect(theirs).toHaveLength(LINES.length);
    expect(await ourWords(LINES)).toEqual(theirs);
  });

  test.each(BRANCHES)('$form reaches as far as it does for llvm-mc', async ({ form, bits }) => {
    const far = 2 ** (bits - 1);
    const distances = [-far, -4, 0, 4, 0x10, 0x1_2340, far - 4];
    const ours = await Promise.all(distances.map((distance) => branch(form, distance)));
    expect(ours).toEqual(llvmWords(distances.map((distance) => `${form}${distance}`)));
    await expect(branch(form, far)).rejects.toThrow(/out of reach/);
    await expect(branch(form, -far - 4)).rejects.toThrow(/out of reach/);
    await expect(branch(form, 6)).rejects.toThrow(/no multiple of 4/);
  });

  test.each([
    ['addi.d $t0, $t0, 2048', /not from -2048 to 2047/],
    ['addi.d $t0, $t0, -2049', /not from -2048 to 2047/],
    ['ori $t0, $t0, -1', /not from 0 to 4095/],
    ['ori $t0, $t0, 4096', /not from 0 to 4095/],
    ['stptr.d $t0, $t0, 32768', /not from -32768 to 32764/],
    ['stptr.d $t0, $t0, 2', /no multiple of 4/],
    ['lu12i.w $t0, 524288', /not from -524288 to 524287/],
    ['slli.d $t0, $t0, 64', /not from 0 to 63/],
    ['bstrins.w $t0, $t0, 32, 0', /not from 0 to 31/],
    ['bstrins.d $t0, $t0, 3, 4', /4 is above 3/],
    ['add.d $t0, $t0, $t9', /\$t9 is no register/],
    ['add.d $t0, $t0', /has 3 operands/],
    ['mul.d $t0, $t0, $t0', /no encoding for mul.d/],
    ['b nowhere', /no label nowhere/],
  ])('%s is refused', async (line, message) => {
    await expect(ourWords([line])).rejects.toThrow(message);
  });
});

describe('what is generated', () => {
  /** Instructions of a listing with labels as distances, in one spelling. */
  function listed(text: string): { words: string[]; instructions: string[] } {
    const lines = text.split('\n');
    const labels = new Map<string, number>();
    let pending: string[] = [];
    const rows: { offset: number; word: string; code: string }[] = [];
    for (const line of lines) {
      const label = /^(\w+):$/.exec(line)?.[1];
      if (label !== undefined) pending.push(label);
      const [, offset = '', word = '', code = ''] =
        /^([0-9a-f]{4}) {2}((?:[0-9a-f]{2} ){4}) +(.+)$/.exec(line) ?? [];
      if (word === '') continue;
      for (const name of pending) labels.set(name, Number.parseInt(offset, 16));
      pending = [];
      if (code !== '(data)') rows.push({ offset: Number.parseInt(offset, 16), word: word.trim(), code });
    }
    const instructions = rows.map(({ offset, code }) => {
      const [, mnemonic = '', operands = ''] = /^(\S+) *(.*)$/.exec(code) ?? [];
      const values = operands.split(', ').map((operand) => {
        const [, name = '', more] = /^([a-z_]\w*)(?:\+(0x[0-9a-f]+))?$/i.exec(operand) ?? [];
        const label = labels.get(name);
        if (label !== undefined) return String(label + Number(more ?? 0) - offset);
        return operand.startsWith('$') ? operand : String(Number(operand));
      });
      return `${mnemonic} ${values.join(', ')}`;
    });
    return { words: rows.map(({ word }) => word), instructions };
  }

  test.each(['chain', 'delta', 'relr', 'rela', 'records', 'handlers'])(
    '%s.lst says what llvm-mc reads',
    (name) => {
      const file = new URL(`../../../generated-asm/${ARCH}/${name}.lst`, import.meta.url);
      const { words, instructions } = listed(readFileSync(file, 'utf8'));
      expect(words.length).toBeGreaterThan(8);
      const input = words
        .map((word) =>
          word
            .split(' ')
            .map((byte) => `0x${byte}`)
            .join(' '),
        )
        .join('\n');
      const output = execFileSync('llvm-mc-16', [`--arch=${ARCH}`, '--disassemble'], {
        input,
        encoding: 'utf8',
      });
      const read = output
        .split('\n')
        .map((line) => line.trim().replaceAll(/\s+/g, ' '))
        .filter((line) => line !== '' && !line.startsWith('.'));
      expect(instructions).toEqual(read);
    },
  );
});

describe('accesses', () => {
  const WIDTHS: Readonly<Record<string, number>> = { b: 1, bu: 1, h: 2, hu: 2, w: 4, wu: 4, d: 8 };

  /** Loads and stores at the place that a machine which faults on unaligned access would refuse. */
  function unaligned(lines: readonly string[], granule: number): string[] {
    return lines.filter((line) => {
      const [, width = '', offset] = /^(?:ld|st)\.(\w+) \$t\d, \$t2, (\d+)$/.exec(line) ?? [];
      if (offset === undefined) return false;
      const bytes = WIDTHS[width] ?? 99;
      return bytes > granule || Number(offset) % bytes !== 0;
    });
  }

  test('of handlers and words are never wider than what is aligned', () => {
    const { selection, words } = targetFor(ARCH);
    for (const granule of [1, 2, 4, 8] as const) {
      for (const rule of loongarch64.rules) {
        // Instructions stand at multiples of 4.
        if (rule.field.kind === 'instruction' && granule < 4) continue;
        const lines = selection.handler(rule, 0x40, granule, 0, loongarch64.machine);
        expect(lines.some((line) => line.includes('$t2, 0'))).toBe(true);
        expect(unaligned(lines, granule), rule.name).toEqual([]);
      }
      for (const bytes of [4, 8] as const) {
        for (const lines of [words?.load(bytes, granule) ?? [], words?.store(bytes, granule) ?? []]) {
          expect(lines).not.toEqual([]);
          expect(unaligned(lines, granule)).toEqual([]);
        }
      }
    }
  });

  test('that are too wide are seen', () => {
    expect(unaligned(targetFor(ARCH).words?.store(8, 8) ?? [], 4)).toEqual(['st.d $t3, $t2, 0']);
  });
});
