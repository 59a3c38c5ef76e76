/** What stands for a weak undefined symbol in PC-relative types, held against GNU ld and lld. */
import { describe, expect, it } from 'vitest';
import { readElf } from '../../../image/elf/read.ts';
import { aarch64 } from '../../../relocator-dsl/arch/aarch64.ts';
import { apply, evaluate } from '../../../relocator-dsl/evaluate.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import { gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { LINKERS, type Linker, programOf } from '../../support/linkers.ts';

const TEXT = 0x410000n;
const NOP = 0xd503201fn;

/** Where a linker does something else, and what; the psABI leaves all but CALL26 to its general rule. */
function deviation(linker: Linker, { name }: Rule, insn: bigint): bigint | undefined {
  // A branch to the next instruction and no branch at all do the same.
  if (linker === 'GNU ld' && /_(CALL|JUMP)26$/.test(name)) return NOP;
  // GNU ld takes the general rule by the word: these branch to themselves.
  if (linker === 'GNU ld' && /_(TSTBR14|CONDBR19)$/.test(name)) return insn;
  // lld counts the lowest part from the next instruction, as for branches.
  if (linker === 'lld' && /_MOVW_PREL_G0(_NC)?$/.test(name)) return insn | (4n << 5n);
  return undefined;
}

function read(bytes: Uint8Array, size: number): bigint {
  return bytes.subarray(0, size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** The bytes of `.text` of an ELF file. */
function text(file: Uint8Array): Uint8Array {
  return sectionsOf(Buffer.from(file)).find(({ name }) => name === '.text')?.data ?? new Uint8Array();
}

describe.each(LINKERS)('%s', (linker) => {
  const standIns = aarch64.rules.filter(({ target }) => target?.weak !== undefined);
  // GNU as has no syntax for R_AARCH64_PLT32.
  const tested = standIns.filter(({ name }) => name !== 'R_AARCH64_PLT32');

  it.each(tested.map((rule) => [rule.name, rule] as const))('agrees about %s', (_name, rule) => {
    const source = `.weak foo\n.globl _start\n_start:\n${rule.example}\n`;
    const object = gnuObject('aarch64', source);
    expect(readElf(object).relocations[0]?.relocations[0]?.type).toBe(rule.type);
    const file = linkedBy(programOf('aarch64', linker), [object], [`-Ttext=0x${TEXT.toString(16)}`]);

    const old = read(text(object), rule.field.bytes);
    const standIn = rule.target?.weak ? evaluate(rule.target.weak, { P: TEXT, A: 0n }, 64) : 0n;
    const applied = apply(rule, { S: standIn, A: 0n, P: TEXT }, old, 64);
    const linked = read(text(file), rule.field.bytes);
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
