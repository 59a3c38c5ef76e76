/** Inputs for RISC-V that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { auditObject, buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, caseText, differencesFromLd } from '../../support/cases.ts';
import { assembledBy, gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';
import { toolsOf } from '../../support/tools.ts';

/** Below and above 2 GiB, where memory usually begins. */
const BASES = [0x12_3000n, 0x8_8020_0000n];
const [AS = ''] = toolsOf('riscv64').as;

async function bytesOf(object: Uint8Array, base: bigint, name = '.text'): Promise<Buffer> {
  const { map, memory } = await caseImage(object, base);
  const { offset = 0, size = 0 } = map.sections.find((section) => section.name === name) ?? {};
  return Buffer.from(memory.subarray(offset, offset + size));
}

describe('nops for a linker that relaxes', () => {
  const object = assembledBy([AS, '-march=rv64imac', '-mabi=lp64'], caseText('riscv/align.s'));

  it('are cut down to those that alignment needs', async () => {
    const { section } = await caseImage(object, 0n);
    expect(section('.text') % 16).toBe(0);
    // c.nop, a call of 8 bytes and c.j are in front of ret.
    expect((await bytesOf(object, 0n)).toString('hex', 16, 18)).toBe('8280');
    for (const base of BASES) expect(await differencesFromLd(object, base)).toEqual([]);
  });

  it('stand in the way of neither audit nor build', () => {
    expect(auditObject(object).entries.filter(({ class: what }) => what === 'refused')).toEqual([]);
  });
});

/** What becomes of cases/weak.s wherever it is loaded. */
const WEAK = `
	.option norvc
purgatory_start:
	lui	a5, 0
	addi	a5, a5, 0
	beqz	a5, 1f
	auipc	ra, 0
	jalr	ra, 0(ra)
	.4byte	0x000000ef	# jal ra, .
	auipc	t1, 0
	jalr	zero, 0(t1)
	.4byte	0x00050063	# beqz a0, .
	.2byte	0xa001	# c.j .
	.2byte	0xc101	# c.beqz a0, .
1:	lui	a4, 0
	sw	a0, 0(a4)
	lw	a0, 4(a4)
	lui	a5, 0
	addi	a5, a5, 0x7ff
	lui	a5, 0x10000
	addi	a5, a5, 16
	lui	a3, 0
	addi	a3, a3, 0
	j	1b
`;

describe('a table of jumps in words of 32 bits', () => {
  it('is loaded with its sign, so that it leads elsewhere from 2 GiB on', async () => {
    const object = caseObject('riscv64', 'riscv/jump-table.s');
    const { map } = await buildImage(object);
    expect(map.bases.max).toBeLessThan(1n << 31n);
    expect(map.bases.max).toBeGreaterThan((1n << 31n) - 0x1000n);
    expect(map.bases.maxBecause).toMatchObject({ type: 'R_RISCV_32', section: '.rodata' });
  });

  it('may hold numbers from 2 GiB to 4 GiB that do not move, as GNU ld links them', async () => {
    const object = caseObject('riscv64', 'riscv/high-number.s');
    const base = 0x4000_0000n;
    const { map, word, at } = await caseImage(object, base);
    expect(word(at('numbers'), 4)).toBe(0xfe20_0000n);
    expect(word(at('numbers') + 4, 4)).toBe(0xfe20_7000n);
    expect(word(at('numbers') + 8, 4)).toBe(base + BigInt(at('purgatory_start')));
    expect(map.bases.max).toBeLessThan(1n << 31n);
    expect(await differencesFromLd(object, base)).toEqual([]);
  });

  it('holds no number of more than 32 bits', async () => {
    const object = gnuObject('riscv64', caseText('riscv/high-number.s').replace('0xfe200000', '0x1fe200000'));
    await expect(buildImage(object)).rejects.toThrow(/R_RISCV_32 .*out of range/);
  });
});

describe('a weak symbol that nobody defines', () => {
  it.each(['weak-call.s', 'weak.s'])('does not limit the load bases in %s', async (name) => {
    const { blob, map } = await buildImage(caseObject('riscv64', `riscv/${name}`));
    expect(map.bases.min).toBe(0n);
    expect(map.bases.max).toBeGreaterThan(0xffff_ffff_ffff_0000n);
    const { bases } = await verifyImage(blob, map);
    expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
  });

  it('is 0 for what tests it, and itself the place for what calls it', async () => {
    const wanted = await bytesOf(gnuObject('riscv64', `.globl purgatory_start\n${WEAK}`), 0n);
    for (const base of BASES) {
      const bytes = await bytesOf(caseObject('riscv64', 'riscv/weak.s'), base);
      expect(bytes.toString('hex')).toBe(wanted.toString('hex'));
    }
  });

  it('is called as lld has it called', async () => {
    const text = linkedBy(
      programOf('riscv64', 'lld'),
      [caseObject('riscv64', 'riscv/weak-call.s')],
      ['-e', '0'],
    );
    const section = sectionsOf(Buffer.from(text)).find(({ name }) => name === '.text');
    const bytes = await bytesOf(caseObject('riscv64', 'riscv/weak-call.s'), BASES[0] ?? 0n);
    expect(bytes.toString('hex')).toBe(Buffer.from(section?.data ?? []).toString('hex'));
  });

  it('is tested as GNU ld has it tested far from 0', async () => {
    const source = `
      .globl purgatory_start, uart
      .weak hook
      purgatory_start: lla a0, hook
      lla a1, hook+0x7ff
      lla a2, uart
      sw a0, uart+4, a3
      .set uart, 0x10000ffc`;
    expect(await differencesFromLd(gnuObject('riscv64', source), 0x12_3456_7000n)).toEqual([]);
  });
});

describe('what stands beside the target of a pair', () => {
  it('is reached by an addend of the lower part, as GNU ld has it', async () => {
    const object = caseObject('riscv64', 'riscv/pcrel-lo-addend.s');
    const { section, word } = await caseImage(object, 0n);
    const [code, pair] = [section('.text'), section('.data')];
    const lower = (at: number): bigint => BigInt.asIntN(12, word(code + at) >> 20n);
    expect([lower(4), lower(8)]).toEqual([BigInt(pair - code), BigInt(pair - code + 4)]);
    for (const base of BASES) expect(await differencesFromLd(object, base)).toEqual([]);
  });

  const carrying = (pair: string): Uint8Array =>
    gnuObject(
      'riscv64',
      `.globl purgatory_start
       .text
       .balign 4096
       purgatory_start: auipc a5, %pcrel_hi(${pair})
       lw a0, %pcrel_lo(purgatory_start+4)(a5)
       .balign 4096
       .zero 0x7fc
       pair: .word 1, 2
       .weak hook`,
    );

  it('is refused where it has another upper part, as GNU ld refuses it', async () => {
    await expect(buildImage(carrying('pair'))).rejects.toThrow(
      /^R_RISCV_PCREL_LO12_I against purgatory_start in \.text at 0x4: with its addend of 4 the value is 0x1800, whose upper part is not that in R_RISCV_PCREL_HI20 against pair in \.text at 0x0; align/,
    );
    await expect(buildImage(carrying('hook+0x7fc'))).rejects.toThrow(
      /with its addend of 4 the value is 0x800,/,
    );
    await expect(buildImage(carrying('hook+0x7f8'))).resolves.toBeDefined();
    expect(() => linkedBy(toolsOf('riscv64').ld, [carrying('pair')], ['-e', '0'])).toThrow(
      /%pcrel_lo overflow/,
    );
  });

  it('is refused where the target is a slot or a late symbol', async () => {
    const of = (what: string): Uint8Array =>
      gnuObject(
        'riscv64',
        `.globl purgatory_start, foo
         purgatory_start: auipc a5, ${what}
         lw a0, %pcrel_lo(purgatory_start+4)(a5)
         .data
         foo: .word 1`,
      );
    await expect(buildImage(of('%got_pcrel_hi(foo)'))).rejects.toThrow(
      /addend is 4, .* of a slot of the GOT/,
    );
    await expect(buildImage(of('%pcrel_hi(later)'), { late: ['later'] })).rejects.toThrow(
      /addend is 4, .* of a late symbol/,
    );
  });
});

it('a thread-local variable is refused by the upper part alone', async () => {
  const object = gnuObject(
    'riscv64',
    `.globl purgatory_start
     purgatory_start: auipc a0, %tls_gd_pcrel_hi(foo)
     addi a0, a0, %pcrel_lo(purgatory_start)
     auipc a0, %tls_ie_pcrel_hi(foo)
     .section .tdata, "awT"
     foo: .word 1`,
  );
  const { entries } = auditObject(object);
  expect(entries.map(({ name, class: what }) => `${name} ${what}`)).toEqual([
    'R_RISCV_TLS_GOT_HI20 refused',
    'R_RISCV_TLS_GD_HI20 refused',
    'R_RISCV_PCREL_LO12_I incomplete',
  ]);
  await expect(buildImage(object)).rejects.not.toThrow(/PCREL_LO12/);
});

describe('types that GNU as does not know', () => {
  /** A word with a relocation of the type, which GNU as is told to be another. */
  const word = (type: number): Uint8Array => {
    const object = Buffer.from(caseObject('riscv64', 'riscv/got32-pcrel.s'));
    // The low half of r_info, behind r_offset 8.
    const entry = object.indexOf(Buffer.from([8, 0, 0, 0, 0, 0, 0, 0, 57, 0, 0, 0]));
    object[entry + 8] = type;
    return object;
  };

  it('have the distance to a slot in a word', async () => {
    const { map, word: read, section } = await caseImage(word(41), 0x8_8020_0000n);
    const got = map.sections.find(({ name }) => name === '.got')?.offset ?? 0;
    const at = section('.data') + 8;
    expect(BigInt.asIntN(32, read(at))).toBe(BigInt(got - at));
    expect(read(got, 8)).toBe(0x8_8020_0000n + BigInt(section('.data')));
  });

  it.each([
    [191, /R_RISCV_VENDOR against obj .*it names a vendor/],
    [192, /R_RISCV_CUSTOM192 .*of the vendor/],
    [255, /R_RISCV_CUSTOM255 /],
  ])('are refused by name: %i', async (type, message) => {
    await expect(buildImage(word(type))).rejects.toThrow(message);
  });
});

describeLinkedSlots('riscv64', {
  slot: '.option pic\nla a0, foo',
  call: 'call foo',
  types: { slot: 'R_RISCV_64', call: 'R_RISCV_JUMP_SLOT' },
});

describeLinkedSlots('riscv32', {
  slot: '.option pic\nla a0, foo',
  call: 'call foo',
  types: { slot: 'R_RISCV_32', call: 'R_RISCV_JUMP_SLOT' },
});
