/** Inputs for LoongArch that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, differencesFromLd } from '../../support/cases.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';

/** Below and above 2 GiB. */
const BASES = [0x12_3000n, 0x9000_0000_0020_0000n];

async function bytesOf(object: Uint8Array, base: bigint): Promise<string> {
  const { map, memory } = await caseImage(object, base);
  const { offset = 0, size = 0 } = map.sections.find(({ name }) => name === '.text') ?? {};
  return Buffer.from(memory.subarray(offset, offset + size)).toString('hex');
}

describe('a jump by the low twelve bits of an address', () => {
  const object = caseObject('loongarch64', 'loongarch64/pcala-jirl.s');

  it('has them with their sign, in words, as GNU ld has it', async () => {
    const { at, section, word } = await caseImage(object, 0n);
    const low = BigInt.asIntN(12, BigInt(at('f')));
    expect(BigInt.asIntN(16, (word(section('.text') + 4) >> 10n) & 0xffffn)).toBe(low / 4n);
    for (const base of BASES) expect(await differencesFromLd(object, base)).toEqual([]);
  });

  it('is refused where the address is no multiple of 4', async () => {
    const odd = gnuObject(
      'loongarch64',
      '.globl purgatory_start, f\npurgatory_start: jirl $ra, $t0, %pc_lo12(f+2)\nf: nop',
    );
    await expect(buildImage(odd)).rejects.toThrow(/R_LARCH_PCALA_LO12 .*is not a multiple of 4/);
  });
});

/** What becomes of cases/weak.s wherever it is loaded. */
const WEAK = `
	.globl	purgatory_start
purgatory_start:
	lu12i.w	$a0, 0
	addi.d	$a0, $a0, 0
	beqz	$a0, 1f
	.4byte	0x54000000	# bl .
	.4byte	0x50000000	# b .
	.4byte	0x40000080	# beqz $a0, .
	.4byte	0x5c000085	# bne $a0, $a1, .
	pcaddu18i $ra, 0
	jirl	$ra, $ra, 0
1:	b	1b
`;

describe('a weak symbol that nobody defines', () => {
  const object = caseObject('loongarch64', 'loongarch64/weak.s');

  it('does not limit the load bases', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(map.bases.min).toBe(0n);
    expect(map.bases.max).toBeGreaterThan(0xffff_ffff_ffff_0000n);
    const { bases } = await verifyImage(blob, map);
    expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });

  it('is 0 for what tests it, and itself the place for what calls it', async () => {
    const wanted = await bytesOf(gnuObject('loongarch64', WEAK), 0n);
    for (const base of BASES) expect(await bytesOf(object, base)).toBe(wanted);
  });

  it('is reached by its whole distance in the extreme code model', async () => {
    const extreme = gnuObject(
      'loongarch64',
      `.weak hook
       .globl purgatory_start
       purgatory_start: la.pcrel $a0, $t0, hook`,
    );
    const { blob, map } = await buildImage(extreme);
    expect(map.fixups.length).toBeGreaterThan(0);
    const { bases } = await verifyImage(blob, map);
    expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });
});

describeLinkedSlots('loongarch64', {
  slot: 'la.global $a0, foo',
  call: 'bl %plt(foo)',
  types: { slot: 'R_LARCH_64', call: 'R_LARCH_JUMP_SLOT' },
});
