/** The encoder of the Alpha against GNU as: instruction by instruction, at the limits of operands, and as listed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../codegen/assemble/keystone.ts';
import { assemblerOf, targetFor } from '../../../codegen/machines/index.ts';
import { alpha } from '../../../relocator-dsl/arch/alpha.ts';
import { toolchainOf } from '../index.ts';

const ARCH = 'alpha';

/** What GNU as makes of a source, as words. */
function gnuWords(source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-alpha-'));
  const [input, object, output] = ['in.s', 'out.o', 'out.bin'].map((name) => join(folder, name));
  try {
    // What does not fit into one instruction is not to become several.
    writeFileSync(input ?? '', `.set nomacro\n${source}\n`);
    const [as = '', ...mode] = toolchainOf(ARCH).as;
    execFileSync(as, [...mode, '-o', object ?? '', input ?? '']);
    execFileSync('llvm-objcopy-16', ['-O', 'binary', '-j', '.text', object ?? '', output ?? '']);
    return words(readFileSync(output ?? ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function words(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('hex').match(/.{8}/g) ?? [];
}

async function ourWords(source: string): Promise<string[]> {
  const { bytes } = await assemble(assemblerOf(ARCH), `start:\n${source}\n`);
  return words(bytes);
}

const REGISTERS = ['$0', '$1', '$2', '$8', '$15', '$16', '$24', '$26', '$27', '$30', '$31'];
const at = (index: number): string => REGISTERS[index % REGISTERS.length] ?? '';

const MEMORY = ['lda', 'ldah', 'ldq_u', 'stq_u', 'ldl', 'ldq', 'stl', 'stq'];
const OPERATE = [
  ...['addl', 'subl', 'cmpult', 'addq', 's4addq', 'subq', 'cmpule', 'and', 'bic', 'bis'],
  ...['zapnot', 'sll', 'srl', 'sra', 'mskbl', 'extbl'],
  ...['msk', 'ext', 'ins'].flatMap((name) => ['wl', 'll', 'ql', 'lh', 'qh'].map((part) => `${name}${part}`)),
  ...['mskwh', 'inswh'],
];

/** Each instruction with every register in every place, and with both ends of each number. */
const LINES: readonly string[] = [
  ...MEMORY.flatMap((name) => REGISTERS.map((_, i) => `${name} ${at(i)}, ${8 * i}(${at(i + 3)})`)),
  ...MEMORY.flatMap((name) =>
    [-0x8000, -1, 0, 1, 0x7fff].map((value, i) => `${name} ${at(i)}, ${value}(${at(i + 6)})`),
  ),
  'ldl $1, 0x2c-4($25)',
  'lda $1, -0x80($5)',
  ...OPERATE.flatMap((name) => REGISTERS.map((_, i) => `${name} ${at(i)}, ${at(i + 1)}, ${at(i + 5)}`)),
  ...OPERATE.flatMap((name) =>
    [0, 1, 0x7f, 0x80, 0xff].map((value, i) => `${name} ${at(i)}, ${value}, ${at(i + 2)}`),
  ),
  ...REGISTERS.map((_, i) => `jmp ${at(i)}, (${at(i + 4)})`),
  ...[0, 0x86, 0x3ff_ffff].map((value) => `call_pal 0x${value.toString(16)}`),
];

const BRANCHES = ['br', 'beq', 'bne', 'bge', 'blbc', 'blbs'];

describe('each instruction', () => {
  test('is as GNU as has it', async () => {
    const source = LINES.join('\n');
    const theirs = gnuWords(source).slice(0, LINES.length);
    expect(theirs).toHaveLength(LINES.length);
    expect(await ourWords(source)).toEqual(theirs);
  });

  test.each(BRANCHES)('%s reaches as far as it does for GNU as', async (name) => {
    const ahead = [0, 4, 8, 0x1_2340, 0x40_0000];
    const back = ['here: bis $31, $31, $31', `${name} $3, here`, `${name} $27, start`];
    const source = [...ahead.map((to) => `${name} $3, start+0x${to.toString(16)}`), ...back].join('\n');
    const theirs = gnuWords(`start:\n${source}`).slice(0, ahead.length + back.length);
    expect(await ourWords(source.replace('here: ', 'here:\n'))).toEqual(theirs);
    await expect(ourWords(`${name} $3, start+0x400004`)).rejects.toThrow(/out of reach/);
    await expect(ourWords(`${name} $3, start-0x400000`)).rejects.toThrow(/out of reach/);
    await expect(ourWords(`${name} $3, start+6`)).rejects.toThrow(/no multiple of 4/);
    expect(await ourWords(`${name} $3, start-0x3ffffc`)).toEqual([expect.stringMatching(/^000070/)]);
  });

  test.each([
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
  ])('%s is refused', async (line, message) => {
    await expect(ourWords(line)).rejects.toThrow(message);
  });
});

describe('what is generated', () => {
  /** The lines of a listing as a source again, and its bytes. */
  function listed(text: string): { readonly source: string; readonly words: string[] } {
    const lines: string[] = [];
    const found: string[] = [];
    for (const line of text.split('\n')) {
      const [, word = '', code = ''] = /^[0-9a-f]{4} {2}((?:[0-9a-f]{2} )+) +(.+)$/.exec(line) ?? [];
      if (code === '(data)') break;
      if (line !== '') lines.push(code === '' ? line : code);
      if (code !== '') found.push(word.replaceAll(' ', ''));
    }
    return { source: lines.join('\n'), words: found };
  }

  test.each(['chain', 'delta', 'relr', 'rela', 'records', 'handlers'])(
    '%s.lst says what GNU as makes its bytes of',
    (name) => {
      const file = new URL(`../../../generated-asm/${ARCH}/${name}.lst`, import.meta.url);
      const { source, words: ours } = listed(readFileSync(file, 'utf8'));
      expect(ours.length).toBeGreaterThan(10);
      expect(gnuWords(source).slice(0, ours.length)).toEqual(ours);
    },
  );
});

describe('accesses', () => {
  const WIDTHS: Readonly<Record<string, number>> = { l: 4, q: 8 };

  /** Loads and stores at the place that the processor would refuse. */
  function unaligned(lines: readonly string[], granule: number): string[] {
    return lines.filter((line) => {
      const [, width = '', offset] = /^(?:ld|st)([lq]) \$\d+, (\d+)\(\$[28]\)$/.exec(line) ?? [];
      if (offset === undefined) return false;
      const bytes = WIDTHS[width] ?? 99;
      return bytes > granule || Number(offset) % bytes !== 0;
    });
  }

  test('of handlers and words are never wider than what is aligned', () => {
    const { selection, words } = targetFor(ARCH);
    for (const granule of [1, 2, 4, 8] as const) {
      for (const rule of alpha.rules) {
        // Instructions stand at multiples of 4.
        if (rule.field.kind === 'instruction' && granule < 4) continue;
        const lines = selection.handler(rule, 0x40, granule, 0, alpha.machine);
        expect(lines.some((line) => line.includes('0($2)'))).toBe(true);
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
    expect(unaligned(targetFor(ARCH).words?.store(8, 8) ?? [], 4)).toEqual(['stq $3, 0($2)']);
  });
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
      expect(made(targetFor(ARCH).questions?.constant?.(value) ?? []), `${value}`).toBe(
        BigInt.asIntN(64, value),
      );
    }
  });
});
