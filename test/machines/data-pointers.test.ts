/** Entries that count from a pointer which nothing in their object forms: the prologue sets its register. */
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../codegen/request.ts';
import { runInQemu } from '../../emulate/index.ts';
import { buildImage, verifyImage } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { caseText } from '../support/cases.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { runOf } from '../support/machine-run.ts';
import { read } from '../support/memory.ts';

/** The register, and what sources are told. */
const MACHINES = [
  ['mips', 'gp', ''],
  ['mipsel', 'gp', ''],
  ['mips64', 'gp', '.set WIDE, 1'],
  ['mips64el', 'gp', '.set WIDE, 1'],
  ['alpha', '$29', ''],
  ['arm', 'r9', ''],
  ['hppa', 'r27', ''],
  ['m68k', 'a5', ''],
  ['sh', 'r12', ''],
  ['sheb', 'r12', ''],
] as const;
const BASES = [0x1_0000n, 0x7_7000n];

/** From near the table to further than one instruction adds. */
const PADDINGS = [0, 0x9000] as const;

describe.each(MACHINES)('%s', (arch, register, settings) => {
  const psabi = architectureNamed(arch)?.machine.psabi ?? '';
  const objectWith = (padding: number): Uint8Array => {
    const source = caseText(`${psabi}/pointer-unset.s`);
    const pad = source.replace('PAD', `${padding}`);
    return gnuObject(arch, `${settings}\n${pad}\n`);
  };

  it.each(FORMATS)('finds its data with format %s', async (format) => {
    for (const padding of PADDINGS) {
      const { blob, map } = await buildImage(objectWith(padding), { format });
      expect(map.registers?.map(({ name }) => name)).toEqual([register]);
      const offset = (name: string): number => map.symbols.find((each) => each.name === name)?.offset ?? 0;
      const runs = BASES.map((base) => {
        const memory = new Uint8Array(map.memsz);
        memory.set(blob);
        return runOf(arch, base, memory, [offset('done')]);
      });
      for (const result of await runInQemu(runs)) {
        expect(result.fault).toBeUndefined();
        const order = architectureNamed(arch)?.machine.dataOrder ?? 'little';
        expect(read(result.memory[0] ?? new Uint8Array(), offset('value'), 4, order)).toBe(6n);
      }
      if (format === 'records') expect((await verifyImage(blob, map, { bases: BASES })).ok).toBe(true);
    }
  });
});

describe.each([
  ['mips', ' lui $28,%hi(_gp)\n addiu $28,$28,%lo(_gp)'],
  ['alpha', ' ldgp $29,0($27)'],
  ['hppa', " ldil L'$global$, %r27\n ldo R'$global$(%r27), %r27"],
  ['arm', ' ldr r9, 4f\n3: add r9, pc, r9\n b 5f\n4: .word _GLOBAL_OFFSET_TABLE_ - (3b + 8)\n5:'],
  ['m68k', ' lea (%pc,_GLOBAL_OFFSET_TABLE_@GOTPC), %a5'],
  [
    'sh',
    ' mova 3f, r0\n mov.l 3f, r12\n bra 4f\n add r0, r12\n .balign 4\n3: .long _GLOBAL_OFFSET_TABLE_\n4:',
  ],
] as const)('%s', (arch, forming) => {
  it('leaves the register alone where the object forms the pointer itself', async () => {
    const psabi = architectureNamed(arch)?.machine.psabi ?? '';
    const source = caseText(`${psabi}/pointer-unset.s`).replace('PAD', '0');
    const object = gnuObject(arch, source.replace(/^purgatory_start:$/m, `purgatory_start:\n${forming}`));
    const { blob, map } = await buildImage(object);
    expect(map.registers).toBeUndefined();
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});
