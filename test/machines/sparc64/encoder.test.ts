/** The encoder of SPARC V9 against GNU as and llvm-mc: instruction by instruction, at the limits of operands. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { assemblerOf, targetFor } from '../../../codegen/machines/index.ts';
import { sparc64 } from '../../../relocator-dsl/arch/sparc64.ts';
import { toolchainOf } from '../index.ts';

const ARCH = 'sparc64';
const [AS = '', ...AS_OPTIONS] = toolchainOf(ARCH).as;

/** What an assembler makes of a source: the words of .text. */
function wordsBy(run: (source: string, object: string) => void, source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-sparc-'));
  const [text = '', object = '', binary = ''] = ['p.s', 'p.o', 'p.bin'].map((name) => join(folder, name));
  try {
    writeFileSync(text, source);
    run(text, object);
    execFileSync('llvm-objcopy-16', ['-O', 'binary', '-j', '.text', object, binary]);
    return readFileSync(binary).toString('hex').match(/.{8}/g) ?? [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function gnuWords(source: string): string[] {
  return wordsBy((text, object) => execFileSync(AS, [...AS_OPTIONS, '-o', object, text]), source);
}

function llvmWords(source: string): string[] {
  return wordsBy((text, object) => {
    execFileSync('llvm-mc-16', ['--arch=sparcv9', '--filetype=obj', '-o', object, text]);
  }, source);
}

function sourceOf(lines: readonly string[]): string {
  return `start:\n${lines.map((line) => `    ${line}`).join('\n')}\n`;
}

async function ourWords(lines: readonly string[]): Promise<string[]> {
  const { bytes } = await assemble(assemblerOf(ARCH), sourceOf(lines));
  return Buffer.from(bytes).toString('hex').match(/.{8}/g) ?? [];
}

const REGISTERS = ['%g0', '%g1', '%g5', '%g7', '%o0', '%o5', '%o6', '%o7', '%l0', '%l7', '%i0', '%i6', '%i7'];
const THREE = ['add', 'and', 'or', 'xor', 'sub', 'andn', 'andcc'];
const LOADS = ['lduw', 'ldub', 'lduh', 'ldsw', 'ldsb', 'ldx'];
const STORES = ['stw', 'stb', 'sth', 'stx'];
const SIMM13 = [-4096, -1, 0, 1, 4095];

const at = (index: number): string => REGISTERS[index % REGISTERS.length] ?? '';

/** Every form of an address. */
const ADDRESSES = [
  '%g1',
  '%i7 + %o5',
  ...SIMM13.map((value) => (value < 0 ? `%l7 - ${-value}` : `%o6 + ${value}`)),
];

/** Each instruction with every register in every place, and with both ends of each immediate. */
const LINES: readonly string[] = [
  ...THREE.flatMap((name) => [
    ...REGISTERS.map((_, i) => `${name} ${at(i)}, ${at(i + 1)}, ${at(i + 5)}`),
    ...SIMM13.map((value, i) => `${name} ${at(i)}, ${value}, ${at(i + 6)}`),
  ]),
  ...['sll', 'srl', 'sra'].flatMap((name) =>
    [0, 1, 31].map((value, i) => `${name} ${at(i)}, ${value}, ${at(i + 4)}`),
  ),
  ...['sllx', 'srlx', 'srax'].flatMap((name) =>
    [0, 1, 32, 63].map((value, i) => `${name} ${at(i)}, ${value}, ${at(i + 4)}`),
  ),
  ...REGISTERS.flatMap((each, i) => [
    `cmp ${each}, ${at(i + 3)}`,
    `mov ${each}, ${at(i + 2)}`,
    `clr ${each}`,
  ]),
  ...SIMM13.flatMap((value, i) => [`cmp ${at(i)}, ${value}`, `mov ${value}, ${at(i)}`]),
  ...REGISTERS.map((each) => `rd %pc, ${each}`),
  ...LOADS.flatMap((name) => ADDRESSES.map((address, i) => `${name} [${address}], ${at(i)}`)),
  ...STORES.flatMap((name) => ADDRESSES.map((address, i) => `${name} ${at(i)}, [${address}]`)),
  ...['jmp', 'flush'].flatMap((name) => ADDRESSES.map((address) => `${name} ${address}`)),
  ...[0, 1, 0x12_3456, 0x3f_ffff].map((value, i) => `sethi ${value}, ${at(i + 1)}`),
  'nop',
];

const HINTS = ['', ',a'].flatMap((annul) => [`${annul},pn`, `${annul},pt`]);
const CONDITIONS = ['be', 'blu', 'ba', 'bne', 'bgu'];
const ON_REGISTERS = ['brz', 'brlz', 'brnz'];

/** Branches and how far they reach, in bits of a distance in bytes. */
const BRANCHES = [
  ...CONDITIONS.flatMap((name) => HINTS.map((hint) => ({ form: `${name}${hint} %xcc, `, bits: 21 }))),
  ...ON_REGISTERS.flatMap((name) => HINTS.map((hint) => ({ form: `${name}${hint} %o5, `, bits: 18 }))),
  { form: 'call ', bits: 32 },
];

const distanceText = (distance: number): string =>
  `start${distance < 0 ? '-' : '+'}0x${Math.abs(distance).toString(16)}`;

describe('each instruction', () => {
  test('is as GNU as and llvm-mc have it', async () => {
    const ours = await ourWords(LINES);
    expect(ours).toHaveLength(LINES.length);
    expect(ours).toEqual(gnuWords(sourceOf(LINES)).slice(0, ours.length));
    expect(ours).toEqual(llvmWords(sourceOf(LINES)));
  });

  test.each(BRANCHES)('$form reaches as far as it does for GNU as', async ({ form, bits }) => {
    const far = 2 ** (bits - 1);
    const distances = [-far, -4, 0, 4, 0x10, 0x1_2340, far - 4].map(
      (distance) => `${form}${distanceText(distance)}`,
    );
    const ours = await Promise.all(distances.map(async (line) => (await ourWords([line]))[0]));
    expect(ours).toEqual(distances.map((line) => gnuWords(sourceOf([line]))[0]));
    await expect(ourWords([form + distanceText(far)])).rejects.toThrow(/out of reach/);
    await expect(ourWords([form + distanceText(-far - 4)])).rejects.toThrow(/out of reach/);
    await expect(ourWords([form + distanceText(6)])).rejects.toThrow(/no multiple of 4/);
  });

  test.each([
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
  ])('%s is refused', async (line, message) => {
    await expect(ourWords([line])).rejects.toThrow(message);
  });
});

test.each(['chain', 'delta', 'relr', 'rela', 'records', 'handlers'])(
  'the instructions of %s.lst are the bytes beside them, as GNU as has it',
  (name) => {
    const file = new URL(`../../../generated-asm/${ARCH}/${name}.lst`, import.meta.url);
    const lines = readFileSync(file, 'utf8').split('\n');
    const words: string[] = [];
    const source = lines.flatMap((line) => {
      if (/^\w+:$/.test(line)) return [line];
      const [, bytes, code = ''] = /^[0-9a-f]{4} {2}((?:[0-9a-f]{2} ){4}) +(.+)$/.exec(line) ?? [];
      if (bytes === undefined || code === '(data)') return [];
      words.push(bytes.replaceAll(' ', ''));
      return [`    ${code}`];
    });
    expect(words.length).toBeGreaterThan(8);
    expect(gnuWords(`${source.join('\n')}\n`).slice(0, words.length)).toEqual(words);
  },
);

describe('accesses', () => {
  const WIDTHS: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, x: 8 };

  /** Loads and stores at the place that the machine would refuse. */
  function unaligned(lines: readonly string[], granule: number): string[] {
    return lines
      .flatMap((line) => line.split('\n'))
      .filter((line) => {
        const [, width = '', offset = '0'] =
          /\b(?:ld[su]?|st)([bhwx]) .*\[%g2(?: \+ (0x[0-9a-f]+))?\]/.exec(line) ?? [];
        const bytes = WIDTHS[width];
        return bytes !== undefined && (bytes > granule || Number(offset) % bytes !== 0);
      });
  }

  test('of handlers and words are never wider than what is aligned', () => {
    const { selection, words } = targetFor(ARCH);
    for (const granule of [1, 2, 4, 8] as const) {
      for (const rule of sparc64.rules) {
        // Instructions stand at multiples of 4.
        if (rule.field.kind === 'instruction' && granule < 4) continue;
        const lines = selection.handler(rule, 0x40, granule, 0, sparc64.machine);
        expect(lines.some((line) => line.includes('[%g2'))).toBe(true);
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
    expect(unaligned(targetFor(ARCH).words?.store(8, 8) ?? [], 4)).toEqual(['stx %g1, [%g2]']);
  });
});

test('constants of every size are made', async () => {
  const { questions } = targetFor(ARCH);
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
    const lines = questions?.constant?.(value) ?? [];
    expect(made(lines), lines.join('; ')).toBe(value);
    expect(await ourWords(lines)).toHaveLength(lines.length);
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
