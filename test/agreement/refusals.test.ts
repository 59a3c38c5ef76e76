/** What an object of a known machine may hold all the same that is refused, by name and with what to do. */
import { describe, expect, test } from 'vitest';
import { applyObject, buildImage } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { loongarch64 } from '../../relocator-dsl/arch/loongarch64.ts';
import { build } from '../support/elf-builder.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { CODE, relocatable } from '../support/relocatable.ts';

const LOONGARCH = 258;

function typed(type: string, addend: bigint): Uint8Array {
  const relocations = [{ offset: 0, type: loongarch64.byName.get(type)?.type ?? 0, symbol: 'foo', addend }];
  const code = { name: '.text', flags: CODE, data: new Uint8Array(8), relocations };
  return relocatable(loongarch64.machine, [code], [{ name: 'foo', value: 0n, place: '.text' }]);
}

describe('refused by name', () => {
  test('files of the other class of a known machine', async () => {
    const { bytes } = build({ wide: false, little: true, machine: LOONGARCH, sections: [] });
    await expect(buildImage(bytes)).rejects.toThrow(
      'ELF machine 258 (32-bit, little endian) has no rules here; of this machine only ' +
        '64-bit LoongArch (64-bit, little endian) is known: compile for that',
    );
  });

  test('an addend where the formula has none', async () => {
    await expect(buildImage(typed('R_LARCH_GOT_LO12', 8n))).rejects.toThrow(
      /R_LARCH_GOT_LO12 against foo in \.text at 0x0: its addend is 8, and its formula, G \+ GOT, has none/,
    );
  });

  test('an instruction that the formula does not fit, with a remedy of its own', async () => {
    const source = (instruction: string): string =>
      `.globl purgatory_start\npurgatory_start: pcalau12i $ra, %pc_hi20(foo)\n${instruction}\nfoo: nop\n`;
    await expect(
      applyObject(gnuObject('loongarch64', source('addi.d $ra, $ra, %pc_lo12(foo)')), 0x1000n),
    ).resolves.toBeDefined();
    await expect(
      buildImage(gnuObject('loongarch64', source('jirl $ra, $ra, %pc_lo12(foo)'))),
    ).rejects.toThrow(/R_LARCH_PCALA_LO12 .*it stands at a jirl.*-mcmodel=normal/);
  });

  test('types that the psABI took out', async () => {
    await expect(buildImage(typed('R_LARCH_SOP_PUSH_PCREL', 0n))).rejects.toThrow(
      /R_LARCH_SOP_PUSH_PCREL .*stack machine.*gcc 13/,
    );
  });

  test('a part of an address whose other parts are nowhere', async () => {
    const source = (...instructions: string[]): string =>
      ['.globl purgatory_start', '.globl foo', 'purgatory_start:', ...instructions, 'foo: nop', ''].join(
        '\n',
      );
    const built = (arch: string, ...instructions: string[]): Promise<unknown> =>
      buildImage(gnuObject(arch, source(...instructions)));
    const upper = ['lui $2, %hi(foo)', 'daddiu $2, $2, %lo(foo)'];
    const lost = (type: string, rest: string): RegExp =>
      new RegExp(`${type} against foo in \\.text at 0x[^:]*: its section has ${rest}`);
    await expect(built('mips64el', ...upper)).rejects.toThrow(lost('R_MIPS_HI16', 'no R_MIPS_HIGHER .*dla'));
    await expect(
      built('mips64el', 'dla $2, foo', 'lui $3, %hi(somewhere)', '.set somewhere, 0x12345678'),
    ).resolves.toBeDefined();
    // A whole address beside it has no parts to spare, nor has one with another addend.
    await expect(built('mips64el', 'dla $2, foo', ...upper)).rejects.toThrow(
      lost('R_MIPS_HI16', 'fewer R_MIPS_HIGHER'),
    );
    await expect(built('mips64el', 'dla $2, foo', 'lui $3, %hi(foo+8)')).rejects.toThrow(
      lost('R_MIPS_HI16', 'no R_MIPS_HIGHER'),
    );
    await expect(built('mips64el', 'lui $2, %higher(foo)', 'daddiu $2, %hi(foo)')).rejects.toThrow(
      lost('R_MIPS_HIGHER', 'no R_MIPS_HIGHEST'),
    );
    await expect(built('mips64el', 'ld $2, %lo(foo)($0)')).rejects.toThrow(
      lost('R_MIPS_LO16', 'no R_MIPS_HI16'),
    );
    const low = ['sethi %lm(foo), %g1', 'or %g1, %lo(foo), %g1'];
    await expect(built('sparc64', ...low)).rejects.toThrow(lost('R_SPARC_LM22', 'no R_SPARC_HM10'));
    await expect(built('sparc64', 'setx foo, %g1, %g2')).resolves.toBeDefined();
  });

  test('files for another processor or another ABI', async () => {
    const flagged = (flags: number, machine: number, wide: boolean, little: boolean): Promise<unknown> =>
      buildImage(build({ wide, little, machine, flags, sections: [] }).bytes);
    await expect(flagged(0x20, 8, false, true)).rejects.toThrow(
      'it is of the n32 ABI (e_flags); compile with -mabi=32',
    );
    await expect(flagged(0x2000, 8, false, false)).rejects.toThrow(/another ABI .*-mabi=32/);
    await expect(flagged(0x4000, 8, true, true)).rejects.toThrow(/another ABI .*-mabi=64/);
    await expect(flagged(0x2, 4, false, false)).rejects.toThrow(/ColdFire .*-m68020/);
  });

  test.each([
    [0x01051807, 'types 7, 24, 5 (second symbol 1) against foo'],
    [0x00051800, 'types 0, 24, 5 against foo'],
    [0x000018fe, 'types 254, 24 against foo'],
    [0xff0000fe, 'type 254 (second symbol 255) against foo'],
    [0x000000c8, 'type 200 against foo'],
  ])('three types in one relocation, unknown together: %i', async (type, text) => {
    const machine = architectureNamed('mips64')?.machine;
    if (!machine) throw new Error('there are no rules for it');
    const relocations = [{ offset: 0, type, symbol: 'foo', addend: 0n }];
    const code = { name: '.text', flags: CODE, data: new Uint8Array(8), relocations };
    const object = relocatable(machine, [code], [{ name: 'foo', value: 0n, place: '.text' }]);
    await expect(buildImage(object)).rejects.toThrow(`${text} in .text at 0x0: it is no relocation type of`);
  });

  test('a branch that does not reach, with what the machine has against it', async () => {
    const far = (branch: string): string =>
      `.globl purgatory_start\npurgatory_start: ${branch}\n.section .far, "ax"\n.space 0x40000\nfoo: nop\n`;
    await expect(buildImage(gnuObject('loongarch64', far('bne $a0, $a1, foo')))).rejects.toThrow(
      /R_LARCH_B16 .*; bring the two places nearer together, or compile with -mcmodel=extreme$/,
    );
    await expect(buildImage(gnuObject('s390x', far('j foo')))).rejects.toThrow(
      /R_390_PC16DBL .*; bring the two places nearer together$/,
    );
  });
});
