/** What stands for a weak undefined symbol in PC-relative types, held against GNU ld and lld. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { buildImage } from '../../index.ts';
import { aarch64 } from '../../relocator-dsl/arch/aarch64.ts';
import { apply, evaluate } from '../../relocator-dsl/evaluate.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { gnuLinked, gnuObject } from '../support/gnu-object.ts';
import { toolsOf } from '../support/tools.ts';

const TEXT = 0x410000n;
const NOP = 0xd503201fn;
const LINKERS = { ld: 'aarch64-linux-gnu-ld', lld: 'ld.lld-16' } as const;

type Linker = keyof typeof LINKERS;

/** Where a linker does something else, and what; the psABI leaves all but CALL26 to its general rule. */
function deviation(linker: Linker, { name }: Rule, insn: bigint): bigint | undefined {
  // A branch to the next instruction and no branch at all do the same.
  if (linker === 'ld' && /_(CALL|JUMP)26$/.test(name)) return NOP;
  // GNU ld takes the general rule by the word: these branch to themselves.
  if (linker === 'ld' && /_(TSTBR14|CONDBR19)$/.test(name)) return insn;
  // lld counts the lowest part from the next instruction, as for branches.
  if (linker === 'lld' && /_MOVW_PREL_G0(_NC)?$/.test(name)) return insn | (4n << 5n);
  return undefined;
}

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'relocator-weak-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

function read(bytes: Uint8Array, size: number): bigint {
  return bytes.subarray(0, size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** The first bytes of `.text` of an ELF file. */
function text(path: string, objcopy = 'aarch64-linux-gnu-objcopy'): Uint8Array {
  execFileSync(objcopy, ['-O', 'binary', '-j', '.text', path, `${path}.bin`]);
  return readFileSync(`${path}.bin`);
}

describe.each(Object.keys(LINKERS) as Linker[])('%s', (linker) => {
  const standIns = aarch64.rules.filter(({ target }) => target?.weak !== undefined);
  // GNU as has no syntax for R_AARCH64_PLT32.
  const tested = standIns.filter(({ name }) => name !== 'R_AARCH64_PLT32');

  it.each(tested.map((rule) => [rule.name, rule] as const))('agrees about %s', (_name, rule) => {
    const path = (name: string): string => join(directory, name);
    writeFileSync(path('weak.s'), `.weak foo\n.globl _start\n_start:\n${rule.example}\n`);
    execFileSync('aarch64-linux-gnu-as', ['-o', path('weak.o'), path('weak.s')]);
    expect(readElf(readFileSync(path('weak.o'))).relocations[0]?.relocations[0]?.type).toBe(rule.type);
    execFileSync(LINKERS[linker], [`-Ttext=0x${TEXT.toString(16)}`, '-o', path('weak'), path('weak.o')]);

    const old = read(text(path('weak.o')), rule.field.bytes);
    const standIn = rule.target?.weak ? evaluate(rule.target.weak, { P: TEXT, A: 0n }, 64) : 0n;
    const applied = apply(rule, { S: standIn, A: 0n, P: TEXT }, old, 64);
    const linked = read(text(path('weak')), rule.field.bytes);
    const other = deviation(linker, rule, old);
    expect(applied).toEqual({ ok: true, container: other === undefined ? linked : expect.anything() });
    if (other !== undefined) expect(linked).toBe(other);
  });

  it('covers every PC-relative type that is not about the GOT', () => {
    const relative = aarch64.rules.filter(({ value }) =>
      /^(Page\()?S \+ A\)? - (Page\()?P\)?$/.test(`${value}`),
    );
    expect(standIns.map(({ name }) => name)).toEqual(relative.map(({ name }) => name));
    expect(tested.length).toBeGreaterThan(15);
  });
});

describe.each(['mips', 'mipsel', 'mips64', 'mips64el'] as const)('%s', (arch) => {
  // What guards the call never lets it happen, so all that matters is that nothing stands against it.
  const source = `.globl purgatory_start, __start\n.text\n.set noreorder\n.weak none\npurgatory_start:\n__start:
    jal none\nnop\nj none\nnop\njal none + 8\nnop\njr $31\nnop\n`;

  it.each([0x41_0000, 0x1234_0000])(
    'settles calls of a weak undefined function as GNU ld does for code at %i',
    async (address) => {
      const path = join(directory, arch);
      writeFileSync(path, gnuLinked(arch, source, '-static', `-Ttext=${address.toString(16)}`));
      const [ld = ''] = toolsOf(arch).ld;
      const expected = text(path, ld.replace(/ld$/, 'objcopy')).subarray(0, 32);
      expect(expected).toHaveLength(32);
      const { blob, map } = await buildImage(gnuObject(arch, source));
      expect(map.fixups).toEqual([]);
      expect(map.block).toBeUndefined();
      expect([...blob.subarray(map.entry, map.entry + 32)]).toEqual([...expected]);
    },
  );
});
