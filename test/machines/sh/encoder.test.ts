/** The encoder of SuperH against GNU as: instruction by instruction, at the limits of operands, and read back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { assemblerOf, targetFor } from '../../../codegen/machines/index.ts';
import { sh, sheb } from '../../../relocator-dsl/arch/sh.ts';
import { toolchainOf } from '../index.ts';

/** What GNU as makes of a source, by halfwords. */
function gnuWords(arch: string, source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-sh-'));
  try {
    const [as = '', ...mode] = toolchainOf(arch).as;
    writeFileSync(join(folder, 'p.s'), source);
    execFileSync(as, [...mode, '-o', join(folder, 'p.o'), join(folder, 'p.s')]);
    const copy = ['-O', 'binary', '-j', '.text', join(folder, 'p.o'), join(folder, 'p.bin')];
    execFileSync('llvm-objcopy-16', copy);
    return halfwords(readFileSync(join(folder, 'p.bin')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function halfwords(bytes: Uint8Array): string[] {
  return (
    Buffer.from(bytes)
      .toString('hex')
      .match(/.{1,4}/g) ?? []
  );
}

async function ourWords(arch: string, source: string): Promise<string[]> {
  return halfwords((await assemble(assemblerOf(arch), source)).bytes);
}

function program(lines: readonly string[]): string {
  return `start:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

const REGISTERS = [0, 1, 2, 7, 8, 14, 15];
const at = (index: number): string => `r${REGISTERS[index % REGISTERS.length]}`;

const TWO = [
  ...['mov', 'swap.b', 'swap.w', 'xtrct', 'extu.b', 'extu.w', 'add', 'sub', 'and', 'xor', 'or', 'tst'],
  ...['cmp/eq', 'cmp/hs', 'cmp/hi', 'shad', 'shld'],
];
const ONE = ['cmp/pz', 'shll', 'shlr', 'shll8', 'shlr8', 'shll16', 'shlr16', 'rotcr', 'braf'];
const AT = ['jmp', 'ocbwb', 'icbi'];
const ACCESSES = ['b', 'w', 'l'].flatMap((size) => [
  [`mov.${size} @`, ', ', ''],
  [`mov.${size} @`, '+, ', ''],
  [`mov.${size} `, ', @', ''],
  [`mov.${size} `, ', @-', ''],
]);
const INDEXED = [
  ['mov.l @(r0,', '), ', ''],
  ['mov.l ', ', @(r0,', ')'],
];

/** Each instruction with every register in every place, and with both ends of each immediate. */
const LINES: readonly string[] = [
  ...TWO.flatMap((name) => REGISTERS.map((_, i) => `${name} ${at(i)}, ${at(i + 3)}`)),
  ...ONE.flatMap((name) => REGISTERS.map((_, i) => `${name} ${at(i)}\n    nop`)),
  ...AT.flatMap((name) => REGISTERS.map((_, i) => `${name} @${at(i)}\n    nop`)),
  ...[...ACCESSES, ...INDEXED].flatMap(([before, between, behind]) =>
    REGISTERS.map((_, i) => `${before}${at(i)}${between}${at(i + 2)}${behind}`),
  ),
  ...[0, 4, 28, 60].flatMap((distance, i) => [
    `mov.l @(${distance},${at(i)}), ${at(i + 4)}`,
    `mov.l ${at(i)}, @(${distance},${at(i + 4)})`,
  ]),
  ...['mov', 'add'].flatMap((name) => [-128, -1, 0, 1, 127].map((value, i) => `${name} #${value}, ${at(i)}`)),
  ...[0, 1, 255].map((value) => `tst #${value}, r0`),
  ...['sett', 'nop', 'synco'],
];

/** Instructions with a label: the distances, from the instruction itself, that are nearest and farthest. */
const LABELLED = [
  { form: 'bt ', distances: [-252, 0, 4, 258], alignment: 2 },
  { form: 'bf ', distances: [-252, 0, 4, 258], alignment: 2 },
  { form: 'bt/s ', distances: [-252, 0, 4, 258], alignment: 2 },
  { form: 'bf/s ', distances: [-252, 0, 4, 258], alignment: 2 },
  { form: 'bra ', distances: [-4092, 0, 4, 4098], alignment: 2 },
  { form: 'mova ', behind: ', r0', distances: [4, 8, 1024], alignment: 4 },
  { form: 'mov.l ', behind: ', r9', distances: [4, 8, 1024], alignment: 4 },
  { form: 'mov.w ', behind: ', r9', distances: [4, 8, 514], alignment: 2 },
];

/** The instruction among others, with its label `distance` bytes away, and what must be filled. */
function labelled(form: string, behind: string, distance: number): string {
  const room = (bytes: number): string => '    nop\n'.repeat(Math.max(0, bytes) / 2);
  const instruction = `    ${form}goal${behind}\n`;
  if (distance <= 0) return `start:\ngoal:\n${room(-distance)}${instruction}    nop\n`;
  return `start:\n${instruction}${room(distance - 2)}goal:\n    nop\n`;
}

describe.each(['sh', 'sheb'])('%s', (arch) => {
  test('each instruction is as GNU as has it', async () => {
    const theirs = gnuWords(arch, program(LINES));
    expect(theirs.length).toBeGreaterThanOrEqual(LINES.length);
    expect(await ourWords(arch, program(LINES))).toEqual(theirs);
  });

  test.each(LABELLED)('$form reaches as far as it does for GNU as', async (each) => {
    const { form, behind = '', distances, alignment } = each;
    for (const distance of distances) {
      const source = labelled(form, behind, distance);
      expect(await ourWords(arch, source), `${form}${distance}`).toEqual(gnuWords(arch, source));
    }
    const [near = 0] = distances;
    const far = distances.at(-1) ?? 0;
    for (const distance of [near - alignment, far + alignment]) {
      await expect(ourWords(arch, labelled(form, behind, distance))).rejects.toThrow(/not from/);
    }
  });

  test('where a word is counts from a multiple of 4', async () => {
    const lines = ['nop', 'mov.l goal, r1', 'mova goal, r0', 'mov.w goal, r2', 'nop', 'nop'];
    const source = `${program(lines)}    .balign 8, 0\ngoal:\n    .long goal-start, 0x12345678\n    .short goal-start-2\n    .byte 1, 2, 3, 4, 5, 6\n`;
    expect((await ourWords(arch, source)).join('')).toBe(gnuWords(arch, source).join(''));
  });

  test.each([
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
    ['.balign 4', /a byte to fill with/],
  ])('%s is refused', async (line, message) => {
    await expect(ourWords(arch, program([line]))).rejects.toThrow(message);
  });

  describe('what is generated', () => {
    const root = `generated-asm/${arch}`;

    /** Offset and instruction of each line that objdump prints, data aside. */
    function read(name: string): Map<number, string> {
      const order = arch === 'sh' ? '-EL' : '-EB';
      const file = join(root, `${name}.bin`);
      // Objdump knows cache instructions as those of the SH-4A.
      const options = ['-D', '-b', 'binary', '-m', 'sh4a', order, file];
      const text = execFileSync('sh4-linux-gnu-objdump', options, { encoding: 'utf8' });
      const lines = [...text.matchAll(/^ +([0-9a-f]+):\t[0-9a-f ]+\t(\S+) *\t?([^!\n]*)/gm)];
      return new Map(
        lines.map(([, offset = '', mnemonic = '', operands = '']) => [
          Number.parseInt(offset, 16),
          `${mnemonic} ${operands.trim()}`.trim(),
        ]),
      );
    }

    test.each(['chain', 'delta', 'relr', 'rela', 'records', 'handlers'])(
      '%s.lst says what objdump reads',
      (name) => {
        const listed = listing(readFileSync(join(root, `${name}.lst`), 'utf8'));
        const found = read(name);
        expect(listed.size).toBeGreaterThan(8);
        expect([...listed].map(([offset]) => [offset, found.get(offset)])).toEqual([...listed]);
        expect(illegalSlots([...listed.values()])).toEqual([]);
      },
    );
  });
});

const DELAYED = /^(bra|braf|jmp|bt\.s|bf\.s) /;

/** What stands in delay slots but must not: what the SH-4A's manual calls slot illegal, as far as it is used here. */
function illegalSlots(instructions: readonly string[]): string[] {
  return instructions.filter((instruction, index) => {
    if (!DELAYED.test(instructions[index - 1] ?? '')) return false;
    return /^(b[tf](\.s)?|bra|braf|jmp|mova|icbi) |^mov\.[wl] 0x/.test(instruction);
  });
}

test('what must not stand in a delay slot is seen', () => {
  const wrong = [
    'bra 0x10',
    'mov.l 0x20,r1',
    'icbi @r2',
    'bf.s 0x10',
    'icbi @r2',
    'jmp @r4',
    'bra 0x10',
    'nop',
  ];
  expect(illegalSlots(wrong)).toEqual(['mov.l 0x20,r1', 'icbi @r2', 'bra 0x10']);
});

/** Offset and instruction of each line of a listing, in the spelling of objdump. */
function listing(text: string): Map<number, string> {
  const labels = new Map<string, number>();
  let pending: string[] = [];
  const rows: [offset: number, code: string][] = [];
  for (const line of text.split('\n')) {
    const label = /^(\w+):$/.exec(line)?.[1];
    if (label !== undefined) pending.push(label);
    const [, digits = '', code = ''] = /^([0-9a-f]{4}) {2}(?:[0-9a-f]{2} )+ +(.+)$/.exec(line) ?? [];
    if (digits === '') continue;
    const offset = Number.parseInt(digits, 16);
    for (const name of pending) labels.set(name, offset);
    pending = [];
    if (!/^[.(]/.test(code)) rows.push([offset, code]);
  }
  return new Map(rows.map(([offset, code]) => [offset, spelled(code, labels)]));
}

function spelled(code: string, labels: ReadonlyMap<string, number>): string {
  const [, mnemonic = '', operands = ''] = /^(\S+) *(.*)$/.exec(code) ?? [];
  const values = operands.split(/, (?![^(]*\))/).map((operand) => {
    const [, name = '', more = '0'] = /^([a-z_]\w*)(?:\+(0x[0-9a-f]+|\d+))?$/i.exec(operand) ?? [];
    const label = labels.get(name);
    if (label !== undefined) return `0x${(label + Number(more)).toString(16)}`;
    const immediate = /^#(0x[0-9a-f]+)$/.exec(operand)?.[1];
    return immediate === undefined ? operand : `#${Number(immediate)}`;
  });
  return `${mnemonic.replace('bt/s', 'bt.s').replace('bf/s', 'bf.s')} ${values.join(',')}`.trim();
}

describe('accesses', () => {
  const WIDTHS: Readonly<Record<string, number>> = { b: 1, w: 2, l: 4 };

  /** The width of the widest load or store at the place. */
  function widest(lines: readonly string[]): number {
    return Math.max(0, ...lines.map((line) => WIDTHS[/^mov\.(\w) .*@-?r2/.exec(line)?.[1] ?? ''] ?? 0));
  }

  test.each([sh, sheb].map((each) => [each.machine.arch, each] as const))(
    '%s: those of handlers and words are never wider than what is aligned',
    (arch, { rules, machine }) => {
      const { selection, words } = targetFor(arch);
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
    },
  );
});
