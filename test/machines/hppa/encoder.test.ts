/** The encoder of PA-RISC against GNU as: instruction by instruction, at the limits of operands, and read back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { assemblerOf, targetFor } from '../../../codegen/machines/index.ts';
import { hppa } from '../../../relocator-dsl/arch/hppa.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import { toolchainOf } from '../index.ts';

const ARCH = 'hppa';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-hppa-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function source(lines: readonly string[]): string {
  // Labels begin their lines.
  return `start:\n${lines.map((line) => (line.endsWith(':') ? `${line}\n` : `    ${line}\n`)).join('')}`;
}

/** What GNU as makes of instructions, one word each; PA-RISC 1.1 is the oldest processor with all of them. */
function gnuWords(lines: readonly string[]): string[] {
  const [program = '', ...mode] = toolchainOf(ARCH).as;
  const [input, output] = [join(folder, 'in.s'), join(folder, 'out.o')];
  writeFileSync(input, `    .level 1.1\n${source(lines)}`);
  execFileSync(program, [...mode, '-o', output, input]);
  execFileSync('llvm-objcopy-16', ['-O', 'binary', '-j', '.text', output, join(folder, 'out.bin')]);
  return words(readFileSync(join(folder, 'out.bin')));
}

function words(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('hex').match(/.{8}/g) ?? [];
}

async function ourWords(lines: readonly string[]): Promise<string[]> {
  return words((await assemble(assemblerOf(ARCH), source(lines))).bytes);
}

const REGISTERS = ['%r0', '%r1', '%r2', '%r15', '%r16', '%r20', '%r31'];
const at = (index: number): string => REGISTERS[index % REGISTERS.length] ?? '';

const LOADS = ['ldb', 'ldh', 'ldw'];
const STORES = ['stb', 'sth', 'stw'];
/** Both ends of the short and of the long form. */
const DISPLACEMENTS = [-8192, -17, -16, -1, 0, 1, 2, 15, 16, 8191];
const POSITIONS = [
  [31, 1],
  [31, 32],
  [0, 1],
  [13, 14],
  [30, 7],
] as const;
const SHORT = [-16, -1, 0, 1, 15];

/** Each instruction with every register in every place, and with both ends of each immediate. */
const LINES: readonly string[] = [
  ...['sub', 'addl'].flatMap((name) =>
    REGISTERS.map((_, i) => `${name} ${at(i)}, ${at(i + 1)}, ${at(i + 3)}`),
  ),
  ...REGISTERS.map((_, i) => `copy ${at(i)}, ${at(i + 2)}`),
  ...LOADS.flatMap((name) => [
    ...DISPLACEMENTS.map((value, i) => `${name} ${value}(${at(i)}), ${at(i + 3)}`),
    ...SHORT.map((value, i) => `${name}s,ma ${value}(${at(i)}), ${at(i + 1)}`),
    ...REGISTERS.map((_, i) => `${name}x ${at(i)}(${at(i + 4)}), ${at(i + 2)}`),
    `${name} R'0x12345678(%r1), %r20`,
    `${name} R'0x1234500c(%r1), %r20`,
  ]),
  ...STORES.flatMap((name) => [
    ...DISPLACEMENTS.map((value, i) => `${name} ${at(i + 3)}, ${value}(${at(i)})`),
    `${name} %r0, R'0xa005(%r1)`,
  ]),
  ...DISPLACEMENTS.flatMap((value, i) => [`ldo ${value}(${at(i)}), ${at(i + 5)}`, `ldi ${value}, ${at(i)}`]),
  "ldo R'0xfedcbfff(%r1), %r22",
  ...['ldil', 'addil'].flatMap((name) => [
    ...[0, 0x800, 0x1000, 0x1800, 0x91a_2800, 0x7fff_f800, 0x8000_0000, 0xffff_ffff].map(
      (value, i) => `${name} L'${value}, ${at(i)}`,
    ),
    ...Array.from({ length: 32 }, (_, bit) => `${name} L'0x${(2 ** bit).toString(16)}, %r1`),
    `${name} L'0xfedcba98, %r4`,
    `${name} L'0x7ff, %r31`,
  ]),
  ...['extru', 'extru,=', 'extrs', 'extrs,='].flatMap((name) =>
    POSITIONS.map(([position, length], i) => `${name} ${at(i)}, ${position}, ${length}, ${at(i + 1)}`),
  ),
  ...['zdep', 'dep'].flatMap((name) =>
    POSITIONS.map(([position, length], i) => `${name} ${at(i)}, ${position}, ${length}, ${at(i + 1)}`),
  ),
  ...SHORT.map((value, i) => `depi ${value}, ${30 - i}, ${i + 2}, ${at(i)}`),
  ...[1, 16, 31].map((value, i) => `shd ${at(i)}, ${at(i + 4)}, ${value}, ${at(i + 1)}`),
  ...REGISTERS.flatMap((_, i) => [`bv ${at(i)}(${at(i + 1)})`, `bv,n ${at(i)}(${at(i + 1)})`]),
  ...REGISTERS.map((_, i) => `fdc ${at(i)}(${at(i + 1)})`),
  ...Array.from({ length: 8 }, (_, space) => `fic ${at(space)}(%sr${space}, ${at(space + 1)})`),
  'sync',
  'nop',
];

const CONDITIONS = ['=', '<>', '<<', '>>'];
const BRANCHES = [
  ...CONDITIONS.flatMap((condition) => [
    { form: `comb,${condition} %r1, %r20, `, bits: 14 },
    { form: `comib,${condition} -16, %r20, `, bits: 14 },
    { form: `comib,${condition},n 15, %r31, `, bits: 14 },
  ]),
  { form: 'bb,< %r1, 24, ', bits: 14 },
  { form: 'bb,>=,n %r20, 31, ', bits: 14 },
  { form: 'b ', bits: 19 },
  { form: 'b,n ', bits: 19 },
].map((each) => ({ ...each, behind: '' }));
const CALLS = [{ form: 'b,l ', behind: ', %r31', bits: 19 }];

/** A label so far away, in front of or behind the branch: GNU as takes no others without a relocation. */
function there(distance: number): string {
  return `start${distance < 0 ? '-' : '+'}0x${Math.abs(distance).toString(16)}`;
}

describe('each instruction', () => {
  test('is as GNU as has it', async () => {
    const theirs = gnuWords(LINES);
    expect(theirs).toHaveLength(LINES.length);
    const ours = await ourWords(LINES);
    const differing = LINES.filter((_, index) => ours[index] !== theirs[index]);
    expect(differing).toEqual([]);
  });

  test.each([...BRANCHES, ...CALLS])(
    '$form reaches as far as it does for GNU as',
    async ({ form, behind, bits }) => {
      const far = 2 ** (bits - 1);
      const line = (distance: number): string => `${form}${there(distance)}${behind}`;
      for (const distance of [8 - far, -4, 0, 4, 8, 0x10, 0x1230, far + 4])
        expect(await ourWords([line(distance)]), line(distance)).toEqual(gnuWords([line(distance)]));
      await expect(ourWords([line(far + 8)])).rejects.toThrow(/out of reach/);
      await expect(ourWords([line(4 - far)])).rejects.toThrow(/out of reach/);
      await expect(ourWords([line(6)])).rejects.toThrow(/no multiple of 4/);
    },
  );

  test.each([
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
  ])('%s is refused', async (line, message) => {
    await expect(ourWords([line])).rejects.toThrow(message);
  });
});

describe('what is generated', () => {
  /** The listing as a source again, and the words it shows. */
  function listed(text: string): { lines: string[]; words: string[] } {
    const rows = text.split('\n').flatMap((line) => {
      if (/^\w+:$/.test(line)) return line === 'start:' ? [] : [{ line, word: '' }];
      const [, word = '', code = ''] = /^[0-9a-f]{4} {2}((?:[0-9a-f]{2} ){4}) +(.+)$/.exec(line) ?? [];
      return word === '' || code === '(data)' ? [] : [{ line: code, word: word.replaceAll(' ', '') }];
    });
    return {
      lines: rows.map(({ line }) => line),
      words: rows.flatMap(({ word }) => (word === '' ? [] : [word])),
    };
  }

  const names = ['chain', 'delta', 'relr', 'rela', 'records', 'handlers'];
  test.each(names)('%s.lst says what GNU as makes of it', (name) => {
    const file = new URL(`../../../generated-asm/${ARCH}/${name}.lst`, import.meta.url);
    const { lines, words: shown } = listed(readFileSync(file, 'utf8'));
    expect(shown.length).toBeGreaterThan(8);
    expect(gnuWords(lines)).toEqual(shown);
  });
});

describe('accesses', () => {
  const WIDTHS: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4 };

  /** Loads and stores at the place that the machine would refuse. */
  function unaligned(lines: readonly string[], granule: number): string[] {
    return lines.filter((line) => {
      const [, width = '', offset] = /^(?:ld|st)([bhw]) .*?(\d+)\(%r20\)/.exec(line) ?? [];
      if (offset === undefined) return false;
      const bytes = WIDTHS[width] ?? 99;
      return bytes > granule || Number(offset) % bytes !== 0;
    });
  }

  test('of handlers and words are never wider than what is aligned', () => {
    const { selection, words } = targetFor(ARCH);
    for (const granule of [1, 2, 4] as const) {
      for (const rule of hppa.rules) {
        // Instructions stand at multiples of 4.
        if (rule.field.kind === 'instruction' && granule < 4) continue;
        const lines = selection.handler(rule, 0x40, granule, 0, hppa.machine);
        expect(lines.some((line) => line.includes('0(%r20)'))).toBe(true);
        expect(unaligned(lines, granule), rule.name).toEqual([]);
      }
      for (const lines of [words?.load(4, granule) ?? [], words?.store(4, granule) ?? []]) {
        expect(lines).not.toEqual([]);
        expect(unaligned(lines, granule)).toEqual([]);
      }
    }
  });

  test('that are too wide are seen', () => {
    expect(unaligned(targetFor(ARCH).words?.store(4, 4) ?? [], 2)).toEqual(['stw %r21, 0(%r20)']);
  });
});

test('an address that needs more than one instruction has no loop', () => {
  const { split } = targetFor(ARCH);
  const { field } = hppa.byName.get('R_PARISC_DIR21L') as Rule;
  expect(() =>
    split?.store([
      { at: 0, field },
      { at: 4, field },
    ]),
  ).toThrow('this machine relocates one instruction at a time');
});
