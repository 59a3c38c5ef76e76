/** The encoder of the 68000 family against GNU as and, for the forms it knows, llvm-mc: each form at the limits of its operands. */
import { describe, expect, test } from 'vitest';
import { assembleWith } from '../../../codegen/assemble/own.ts';
import { m68kEncoder } from '../../../codegen/machines/m68k/instructions.ts';
import { describeEncoder, differences } from '../../support/encoder-tests.ts';
import { plain } from '../../support/instruction-samples.ts';
import { gnuAs } from '../../support/reference-assemblers.ts';
import { attempt } from '../../support/run.ts';

const gnu = gnuAs('m68k');

const DATA = ['%d0', '%d3', '%d7'];
const ADDRESS = ['%a0', '%a5', '%sp'];
const STAYING = [
  ...['(%a1)', '(%sp)', '2(%a0)', '-32768(%a6)', '32767(%sp)', '0x18(%a3)'],
  ...['(%a0,%d1.l)', '(%a4,%d7.l*2)', '127(%a2,%d0.l*8)', '-128(%sp,%d2.l*4)'],
];
const MEMORY = [...STAYING, '(%a1)+', '(%sp)+'];
const PROGRAM = ['start(%pc)', 'start+0x6000(%pc)'];
const WORDS = [...DATA, ...ADDRESS, ...MEMORY, ...PROGRAM];
const BYTES = [...DATA, ...MEMORY, ...PROGRAM];
const CHANGED = [...DATA, ...MEMORY];
const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  b: [0, 1, 0x80, 0xff],
  w: [-0x8000, -1, 0, 1, 0x8000, 0xffff],
  l: [-(2 ** 31), -0x1_0000, 0x80, 0x8000, 0x1_0000, 2 ** 32 - 0x1234],
};
const immediates = (size: string): string[] => (NUMBERS[size] ?? []).map((value) => `#${value}`);

/** All pairs; so many that each of both lists meets a few of the other would do, but they are cheap. */
function pairs(mnemonic: string, from: readonly string[], to: readonly string[]): string[] {
  return from.flatMap((first) => to.map((second) => `${mnemonic} ${first}, ${second}`));
}

const SIZED = ['b', 'w', 'l'].flatMap((size): string[] => {
  const from = size === 'b' ? BYTES : WORDS;
  return [
    ...pairs(`move.${size}`, [...from, ...immediates(size)], CHANGED),
    ...pairs(`andi.${size}`, immediates(size), CHANGED),
    ...['add', 'sub', 'cmp'].flatMap((name) => pairs(`${name}.${size}`, from, DATA)),
    ...pairs(`add.${size}`, DATA, MEMORY),
    ...['addq', 'subq'].flatMap((name) =>
      pairs(`${name}.${size}`, ['#1', '#7', '#8'], size === 'b' ? CHANGED : [...CHANGED, ...ADDRESS]),
    ),
    ...['lsl', 'lsr', 'ror'].flatMap((name) => pairs(`${name}.${size}`, ['#1', '#7', '#8'], DATA)),
    ...['clr', 'tst'].flatMap((name) => CHANGED.map((each) => `${name}.${size} ${each}`)),
    ...(size === 'b'
      ? []
      : ['movea', 'adda', 'cmpa'].flatMap((name) => pairs(`${name}.${size}`, WORDS, ADDRESS))),
  ];
});

const LINES: readonly string[] = [
  ...SIZED,
  ...['b', 'w', 'l'].flatMap((size) => pairs(`move.${size}`, DATA, ['(0x9000000).l', '(0xfffffffc).l'])),
  ...pairs('cmpa.l', ['#-1', '#0x1', '#0x7fff', '#0x8000', '#0xfffff000'], ADDRESS),
  ...pairs('lea', [...STAYING, ...PROGRAM], ADDRESS),
  ...[...STAYING, ...PROGRAM].map((each) => `jmp ${each}`),
  ...pairs('moveq', ['#-128', '#-1', '#0', '#1', '#127'], DATA),
  ...pairs('bset', ['#0', '#7'], MEMORY),
  ...DATA.map((each) => `extb.l ${each}`),
  ...pairs('bfexts', ['%d0{#0:#17}', '%d7{#31:#1}', '%d2{#0:#32}', '%d1{#5:#31}'], DATA),
  ...DATA.flatMap((each) => [`movec %cacr, ${each}`, `movec ${each}, %cacr`]),
  ...['nop', 'cpusha %bc'],
];

/** Our spelling of an operand with an offset or an index as llvm-mc has it. */
function inLlvm(line: string): string {
  return line
    .replaceAll(/(-?(?:0x)?[0-9a-f]+)\((%[as][0-7p])\)/g, '($1,$2)')
    .replaceAll(/(^|[ ,])\((%[as][0-7p]),(%d[0-7])\.l\)/g, '$1(0,$2,$3)');
}

/** What llvm-mc makes of those lines that it takes, by the line. */
function llvmBytes(lines: readonly string[]): Map<string, string> {
  const input = lines.map((line, index) => `line_${index}:\n    ${inLlvm(line)}\n`).join('');
  const { stdout } = attempt(['llvm-mc-16', '--arch=m68k', '--mcpu=M68040', '--show-encoding'], [], {
    input,
  });
  const found = new Map<string, string>();
  let at = '';
  for (const text of stdout.split('\n')) {
    const [, index] = /^line_([0-9]+):/.exec(text) ?? [];
    if (index !== undefined) at = lines[Number(index)] ?? '';
    const [, bytes] = /encoding: \[((?:0x[0-9a-f]{2},?)+)\]/.exec(text) ?? [];
    if (bytes !== undefined) found.set(at, bytes.replaceAll(/0x|,/g, ''));
  }
  return found;
}

test('each instruction is as llvm-mc has it, where it knows it', () => {
  const known = llvmBytes(LINES);
  const { bytes, instructions } = assembleWith(m68kEncoder, ['start:', ...LINES].join('\n'));
  const different = instructions.flatMap(({ offset, size, text }) => {
    const [ours, theirs] = [
      Buffer.from(bytes.subarray(offset, offset + size)).toString('hex'),
      known.get(text),
    ];
    return theirs === undefined || ours === theirs ? [] : [`${text}: ${ours}, and not ${theirs}`];
  });
  expect(different).toEqual([]);
  expect(known.size).toBeGreaterThan(200);
});

describeEncoder({
  encoder: m68kEncoder,
  samples: { good: plain(LINES), bad: [] },
  references: [gnu],
  refused: [
    ['moveq #128, %d0', /not from -128 to 127/],
    ['moveq #1, %a0', /moveq has no such operands/],
    ['move.l #127, %d0', /write moveq/],
    ['move.l #0xffffff80, %d0', /write moveq/],
    ['move.b %a0, %d0', /an address register has no byte/],
    ['move.l %d0, start(%pc)', /move.l has no such operands/],
    ['move.l %d0, %a0', /move.l has no such operands/],
    ['move.w #0x10000, %d0', /not from -32768 to 65535/],
    ['move.b #-1, %d0', /not from 0 to 255/],
    ['move.l 0(%a0), %d0', /write \(%a0\)/],
    ['move.l 32768(%a0), %d0', /not from -32768 to 32767/],
    ['move.l 128(%a0,%d0.l), %d0', /not from -128 to 127/],
    ['move.l (%a0,%d0.w), %d0', /is no operand/],
    ['move.l (%a0,%d0.l*3), %d0', /is no operand/],
    ['move.l 4(%a0)+, %d0', /is no operand/],
    ['move.l (%pc), %d0', /no operand that is known here/],
    ['lea (%a0)+, %a1', /no address that stays/],
    ['jmp (%a0)+', /no address that stays/],
    ['lea start+0x8004(%pc), %a0', /the distance to start\+0x8004 is not from/],
    ['addq.l #0, %d0', /not from 1 to 8/],
    ['lsl.l #9, %d0', /not from 1 to 8/],
    ['bset #8, (%a0)', /not from 0 to 7/],
    ['extb.w %d0', /no encoding for extb.w/],
    ['moveq.l #0, %d0', /no encoding for moveq.l/],
    ['muls.w %d0, %d1', /no encoding for muls.w/],
    ['bfexts (%a0){#0:#8}, %d0', /bits of data registers/],
    ['bfexts %d0{#0:#33}, %d0', /not from 1 to 32/],
    ['movec %vbr, %d0', /for %cacr only/],
    ['cpusha %dc', /for both caches only/],
    ['nop %d0', /nop has 0 operands/],
    ['jne', /jne has 1 operands/],
    ['jra start+3', /an odd number/],
    ['jra nowhere', /no label nowhere/],
  ],
});

describe('branches', () => {
  const NAMES = ['jra', 'jhi', 'jcc', 'jcs', 'jne', 'jeq', 'jmi'];
  const FAR = [0, 2, 4, 0x80, 0x82, 0x7ffe, 0x8000, 0x8002, 0x8004, 0x1_0000, 0x100_0000];

  test('are as short as GNU as makes them', () => {
    const lines = NAMES.flatMap((name) =>
      FAR.flatMap((distance) => {
        const label = `${name}_${distance}`;
        return [`${label}:`, `    ${name} ${label}+0x${distance.toString(16)}`];
      }),
    );
    expect(differences(m68kEncoder, lines, gnu)).toEqual([]);
  });

  /** Branches over so much that they are as long as they are only because of each other. */
  test.each(['forwards', 'backwards'])(
    'grow with what they lead over, %s, as they do for GNU as',
    (direction) => {
      const lines = Array.from({ length: 14 }, (_, index) => {
        const filler = Array.from({ length: 52 + index }, () => '    nop');
        const [near, end] = [`near_${index}`, `end_${index}`];
        const jumps = [`    jra ${end}`, `    jeq ${end}`, `    jne ${near}`, `    jra ${end}`];
        return direction === 'forwards'
          ? [`${near}:`, ...jumps, ...filler, `${end}:`, '    nop', '    nop']
          : [`${end}:`, '    nop', `${near}:`, ...filler, ...jumps];
      });
      expect(differences(m68kEncoder, lines.flat(), gnu)).toEqual([]);
    },
  );

  test('to what follows at once have a word for their distance', () => {
    const lines = ['start:', '    nop', '    jra next', 'next:', '    nop'];
    const { bytes } = assembleWith(m68kEncoder, lines.join('\n'));
    expect(Buffer.from(bytes).toString('hex')).toBe('4e71600000024e71');
    expect(differences(m68kEncoder, lines, gnu)).toEqual([]);
  });
});
