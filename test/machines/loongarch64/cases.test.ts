/** Inputs for LoongArch that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { applyAt, buildImage, verifyImage } from '../../../index.ts';
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

describe('parts of an address that others do not complete', () => {
  /** What an instruction with 20 bits and one with 12 behind it make, both with their signs. */
  const formed = (upper: bigint, lower: bigint): bigint =>
    (BigInt.asIntN(20, upper >> 5n) << 12n) + BigInt.asIntN(12, lower >> 10n);

  it('are those of the address itself where that does not move, at any base', async () => {
    const object = caseObject('loongarch64', 'loongarch64/devices.s');
    for (const base of [0x9000_0000n, 0x9000_0000_9000_0000n]) {
      const { word, section, map } = await caseImage(object, base);
      const at = (index: number): bigint => word(section('.text') + 4 * index);
      expect([0, 2].map((index) => at(index) & 0xfe00_001fn)).toEqual([0x1400_0004n, 0x1400_0005n]);
      expect([formed(at(0), at(1)), formed(at(2), at(3))]).toEqual([0x1fe0_0ffcn, 0x1fe0_1004n]);
      expect(map.fixups).toEqual([]);
    }
    const { blob, map } = await buildImage(object);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('end the load bases where lu12i.w extends another sign', async () => {
    const { blob, map } = await buildImage(caseObject('loongarch64', 'loongarch64/upper-alone.s'));
    expect(map.bases.max).toBeLessThan(1n << 31n);
    expect(map.bases.max).toBeGreaterThan((1n << 31n) - 0x3000n);
    expect(map.bases.maxBecause).toMatchObject({ symbol: 'data', section: '.text', offset: map.entry });
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('are refused at load time where a late symbol is too far away', async () => {
    const source =
      '.globl purgatory_start\npurgatory_start: pcalau12i $a0, %pc_hi20(late)\naddi.d $a0, $a0, %pc_lo12(late)';
    const { blob, map } = await buildImage(gnuObject('loongarch64', source), { late: ['late'] });
    const at = (late: bigint): Uint8Array => applyAt(blob, map, 0x9000_0000n, new Map([['late', late]]));
    expect(() => at(0x9000_0000n + 0x7fff_0000n)).not.toThrow();
    expect(() => at(0x9000_0000n + 0x8001_0000n)).toThrow(/R_LARCH_PCALA_HI20_ALONE .* is out of range/);
  });

  it('are 0 in the shortest test of a weak symbol that nobody defines', async () => {
    const object = caseObject('loongarch64', 'loongarch64/weak-near.s');
    const { word, section } = await caseImage(object, 0x9000_0000_9000_0000n);
    // lu12i.w $a0, 0
    expect(word(section('.text'))).toBe(0x1400_0004n);
    const { blob, map } = await buildImage(object);
    expect(map.bases.max).toBeGreaterThan(1n << 63n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});
