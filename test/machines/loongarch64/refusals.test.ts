/** What an object may hold all the same that is refused, by name and with what to do. */
import { describe, expect, test } from 'vitest';
import { buildImage } from '../../../index.ts';
import { loongarch64 } from '../../../relocator-dsl/arch/loongarch64.ts';
import { build } from '../../support/elf-builder.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { CODE, relocatable } from '../../support/relocatable.ts';

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

  test('types that the psABI took out', async () => {
    await expect(buildImage(typed('R_LARCH_SOP_PUSH_PCREL', 0n))).rejects.toThrow(
      /R_LARCH_SOP_PUSH_PCREL .*stack machine.*gcc 13/,
    );
  });

  test('a branch that does not reach, with what the machine has against it', async () => {
    const far =
      '.globl purgatory_start\npurgatory_start: bne $a0, $a1, foo\n.section .far, "ax"\n.space 0x40000\nfoo: nop\n';
    await expect(buildImage(gnuObject('loongarch64', far))).rejects.toThrow(
      /R_LARCH_B16 .*; bring the two places nearer together, or compile with -mcmodel=extreme$/,
    );
  });
});
