/** What an object may hold all the same that is refused, by name and with what to do. */
import { describe, expect, test } from 'vitest';
import { auditObject, buildImage } from '../../../index.ts';
import { architectureOf } from '../../support/architecture.ts';
import { caseObject, caseText } from '../../support/cases.ts';
import { build } from '../../support/elf-builder.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { CODE, relocatable } from '../../support/relocatable.ts';

/** What an image with these instructions and a foo behind them becomes. */
function built(...instructions: string[]): Promise<unknown> {
  const source = [
    '.globl purgatory_start',
    '.globl foo',
    'purgatory_start:',
    ...instructions,
    'foo: nop',
    '',
  ];
  return buildImage(gnuObject('mips64el', source.join('\n')));
}

/** That parts of an address are not there. */
function lost(type: string, rest: string): RegExp {
  return new RegExp(`${type} against foo in \\.text at 0x[^:]*: its section has ${rest}`);
}

describe('refused by name', () => {
  test('a part of an address whose other parts are nowhere', async () => {
    await expect(built('lui $2, %higher(foo)', 'daddiu $2, %hi(foo)')).rejects.toThrow(
      lost('R_MIPS_HIGHER', 'no R_MIPS_HIGHEST'),
    );
    await expect(built('ld $2, %lo(foo)($0)')).rejects.toThrow(lost('R_MIPS_LO16', 'no R_MIPS_HI16'));
  });

  test('files of another ABI', async () => {
    const flagged = (flags: number, wide: boolean, little: boolean): Promise<unknown> =>
      buildImage(build({ wide, little, machine: 8, flags, sections: [] }).bytes);
    await expect(flagged(0x20, false, true)).rejects.toThrow(
      'it is of the n32 ABI (e_flags); compile with -mabi=32',
    );
    await expect(flagged(0x2000, false, false)).rejects.toThrow(/another ABI .*-mabi=32/);
    await expect(flagged(0x4000, true, true)).rejects.toThrow(/another ABI .*-mabi=64/);
  });

  test.each([
    [
      0x01051807,
      'types 7, 24, 5 (second symbol 1)',
      /compilers do not put R_MIPS_GPREL16, R_MIPS_SUB, R_MIPS_HI16 and a second symbol into one entry/,
    ],
    [
      0x00051800,
      'types 0, 24, 5',
      /compilers do not put R_MIPS_NONE, R_MIPS_SUB, R_MIPS_HI16 into one entry/,
    ],
    [0x000018fe, 'types 254, 24', /of these R_MIPS_GNU_VTENTRY is refused.*-fvtable-gc/],
    [0xff0000fe, 'type 254 (second symbol 255)', /of these R_MIPS_GNU_VTENTRY is refused/],
    [
      0x000018c8,
      'types 200, 24',
      /it is newer than relocator, whose table for 64-bit MIPS, .*-endian has no such type/,
    ],
    [
      0x000000c8,
      'type 200',
      /it is newer than relocator, whose table for 64-bit MIPS, .*-endian has no such type/,
    ],
  ])('three types in one relocation, unknown together: %i', async (type, text, why) => {
    const { machine } = architectureOf('mips64');
    const relocations = [{ offset: 0, type, symbol: 'foo', addend: 0n }];
    const code = { name: '.text', flags: CODE, data: new Uint8Array(8), relocations };
    const object = relocatable(machine, [code], [{ name: 'foo', value: 0n, place: '.text' }]);
    await expect(buildImage(object)).rejects.toThrow(`${text} against foo in .text at 0x0: `);
    await expect(buildImage(object)).rejects.toThrow(why);
  });
});

describe.each([
  ['microMIPS', 'micromips-jal.s', '-mno-micromips', 0x0200_0000],
  ['MIPS16e', 'mips16-jal.s', '-mno-mips16', 0x0400_0000],
] as const)('%s code is refused by name and remedy', (name, file, flag, bit) => {
  const object = caseObject('mips', `mips/${file}`);

  test('where MIPS code calls it, and where data keeps its address', async () => {
    for (const type of ['R_MIPS_26 against f in .text at 0x0', 'R_MIPS_32 against f in .data at 0x0']) {
      await expect(buildImage(object)).rejects.toThrow(
        `${type}: its symbol is ${name} code, whose address has bit 0 set`,
      );
    }
    await expect(buildImage(object)).rejects.toThrow(flag);
    expect(auditObject(object).entries.map((entry) => entry.class)).toEqual(['refused', 'refused']);
  });

  test('where it is the entry, by its symbol or by what the file says', async () => {
    const source = caseText(`mips/${file}`).replace(/ jal f\n| \.word f\n/g, '');
    const entered = (from: string): Promise<unknown> => buildImage(gnuObject('mips', from), { entry: 'f' });
    await expect(entered(source)).rejects.toThrow(
      `the entry is ${name} code, in which no prologue ends; compile with ${flag}`,
    );
    // Beside it, MIPS code may be entered.
    await expect(buildImage(gnuObject('mips', source))).resolves.toBeDefined();
    const unnamed = build({
      machine: 8,
      wide: false,
      little: false,
      flags: bit,
      sections: [{ name: '.text', type: 1, flags: CODE, alignment: 4n, data: new Uint8Array(8) }],
    });
    await expect(buildImage(unnamed.bytes)).rejects.toThrow(
      `the file has ${name} code (e_flags), and no symbol tells`,
    );
  });
});
