/** What `relocator verify` says of registers at the entry; that they hold it is checked by the run itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { registersIn } from '../../relocator-dsl/entry.ts';
import { relocator } from '../support/command.ts';
import { gnuObject } from '../support/gnu-object.ts';

const START = '.globl purgatory_start\n.type purgatory_start, %function\npurgatory_start:\n';

interface Case {
  readonly arch: string;
  readonly what: string;
  readonly source: string;
  /** The registers that the ABI says are set, or that code must set, in that order. */
  readonly set: readonly string[];
  readonly own: readonly string[];
}

// Which register an ABI has for what: the psABIs, as each machine's contract cites them.
const CASES: readonly Case[] = [
  {
    arch: 'ppc64le',
    what: 'a function that forms the TOC pointer from its own address',
    source: `.abiversion 2\n${START}0: addis 2,12,.TOC.-0b@ha\n addi 2,2,.TOC.-0b@l\n.localentry purgatory_start, .-purgatory_start\n b .\n.data\n.quad purgatory_start\n`,
    set: ['r12'],
    own: ['r2', 'r1'],
  },
  {
    arch: 'ppc64le',
    what: 'a function without a local entry',
    source: `.abiversion 2\n${START} b .\n.data\n.quad purgatory_start\n`,
    set: [],
    own: ['r12', 'r2', 'r1'],
  },
  {
    arch: 'mips',
    what: 'code that counts from $gp and does not form it',
    source: `.set noreorder\n${START} lw $4, %gp_rel(near)($28)\n b .\n nop\n.section .sdata,"aw"\nnear: .word 1\n.data\n.word near\n`,
    set: ['t9', 'gp'],
    own: ['sp'],
  },
  {
    arch: 'mips',
    what: 'code that does not count from $gp',
    source: `.set noreorder\n${START} b .\n nop\n.data\n.word purgatory_start\n`,
    set: ['t9'],
    own: ['gp', 'sp'],
  },
  {
    arch: 'riscv64',
    what: 'code that a linker may have relaxed',
    source: `${START} j .\n.data\n.quad purgatory_start\n`,
    set: [],
    own: ['gp', 'sp'],
  },
  {
    arch: 'x86_64',
    what: 'code of an ABI that promises nothing',
    source: `${START} jmp .\n.data\n.quad purgatory_start\n`,
    set: [],
    own: ['rsp'],
  },
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-entry-registers-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Told {
  readonly registers: readonly {
    readonly name: string;
    readonly offset?: number;
    readonly meaning: string;
  }[];
}

describe('verify tells what is set and what the purgatory must set', () => {
  test.each(CASES)('$arch: $what', async ({ arch, source, set, own }) => {
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('p.o'), gnuObject(arch, source));
    expect(await relocator('build', path('p.o'), '-o', path('p.bin'))).toMatchObject({ code: 0 });
    const base = ['--base', '0x20000'];
    const result = await relocator('verify', path('p.bin'), ...base, '--json');
    expect(result).toMatchObject({ code: 0, err: '' });
    const { registers } = JSON.parse(result.out) as Told;
    const named = (wanted: boolean): string[] =>
      registers.filter(({ offset }) => (offset !== undefined) === wanted).map(({ name }) => name);
    expect(named(true)).toEqual(set);
    expect(named(false)).toEqual(own);
    const { out } = await relocator('verify', path('p.bin'), ...base);
    for (const name of own) expect(out).toMatch(new RegExp(`^ +${name} +not set: `, 'm'));
    for (const name of set) expect(out).toMatch(new RegExp(`^ +${name} +load base \\+ 0x`, 'm'));
  });
});

test.each(architectures.map(({ machine }) => [machine.arch, machine.entry] as const))(
  'what %s leaves to the purgatory is none of what the prologue sets',
  (_arch, { own = [], promises = [], entryRegister, preserved, clobbered }) => {
    const all = [...registersIn(preserved), ...registersIn(clobbered)];
    const set = [...promises.map(({ register }) => register), entryRegister];
    for (const { register } of own) {
      expect(all).toContain(register);
      expect(set).not.toContain(register);
    }
  },
);
