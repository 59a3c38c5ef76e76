/** Small data, counted from r13, and small constants, from r2: held against GNU ld, and run. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseText, memoryAfter } from '../../support/cases.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { sectionsOf, symbolsOf } from '../../support/link-image.ts';

const TEXT = caseText('ppc/small-data.s');
const SETS = `.set SETS, 1\n${TEXT}`;
const BASES = [0x10_0000n, 0x7654_0000n];
/** What the loads reach, in their order. */
const REACHED = ['a', 'b', 'c', 'd', 'e', 'a', 'b', 'b'] as const;

/** The register from which an instruction counts, and the distance. */
function reachOf(instruction: number): { readonly register: number; readonly distance: bigint } {
  return { register: (instruction >> 16) & 31, distance: BigInt.asIntN(16, BigInt(instruction)) };
}

describe('small data', () => {
  it('is reached from the registers that GNU ld has, wherever they point', async () => {
    const linked = Buffer.from(gnuLinked('ppc', SETS, '-e', 'purgatory_start'));
    const symbols = symbolsOf(linked);
    const text = sectionsOf(linked).find(({ name }) => name === '.text');
    const start = Number((symbols.get('loads') ?? 0n) - (text?.address ?? 0n));
    const pointers = { 13: symbols.get('_SDA_BASE_') ?? 0n, 2: symbols.get('_SDA2_BASE_') ?? 0n };
    const { map, word, at } = await caseImage(gnuObject('ppc', TEXT), BASES[0] ?? 0n);
    const pointer = BigInt(map.registers?.[0]?.offset ?? 0);
    for (const [index, name] of REACHED.entries()) {
      const theirs = reachOf(Buffer.from(text?.data ?? []).readUInt32BE(start + 4 * index));
      const ours = reachOf(Number(word(at('loads') + 4 * index)));
      expect(ours.register, name).toBe(theirs.register);
      const theirPointer = theirs.register === 2 ? pointers[2] : pointers[13];
      expect(theirPointer + theirs.distance).toBe(symbols.get(name));
      expect(pointer + ours.distance).toBe(BigInt(at(name)));
    }
  });

  it.each([
    ['where nobody forms the pointers, the prologue sets them', TEXT, ['r13', 'r2']],
    ['where the entry forms them, it does not', SETS, undefined],
  ])('%s', async (_what, source, registers) => {
    const built = await buildImage(gnuObject('ppc', source));
    const { blob, map } = built;
    expect(map.registers?.map(({ name }) => name)).toEqual(registers);
    expect((await verifyImage(blob, map)).ok).toBe(true);
    const offset = (name: string): number => map.symbols.find((each) => each.name === name)?.offset ?? 0;
    for (const base of BASES) {
      const memory = memoryAfter(built, base, offset('finish'));
      expect(Buffer.from(memory).readUInt32BE(offset('result'))).toBe(0x11032);
    }
  });

  it.each(['chain', 'delta', 'relr', 'rela', 'records'] as const)(
    'is set up in format %s',
    async (format) => {
      const { blob, map } = await buildImage(gnuObject('ppc', TEXT), { format });
      expect(map.registers).toHaveLength(2);
      expect((await verifyImage(blob, map)).ok).toBe(true);
    },
  );

  const near = (gap: number): string =>
    `.globl purgatory_start\npurgatory_start: lwz 3, x@sda21(0)\nlwz 3, x@sdarel(13)\nb .\n.section .sdata,"aw"\n.balign 4\n.space ${gap}\nx: .long 1\n`;

  it.each([0, 0x8000, 0xfffc])('reaches as far as with GNU ld: %i bytes into it', async (gap) => {
    expect(() => gnuLinked('ppc', near(gap), '-e', 'purgatory_start')).not.toThrow();
    await expect(buildImage(gnuObject('ppc', near(gap)))).resolves.toBeDefined();
  });

  it('and no farther', async () => {
    expect(() => gnuLinked('ppc', near(0x1_0000), '-e', 'purgatory_start')).toThrow(
      /R_PPC_EMB_SDA21 .*\n.*R_PPC_SDAREL16/,
    );
    const refused = buildImage(gnuObject('ppc', near(0x1_0000)));
    await expect(refused).rejects.toThrow(/R_PPC_EMB_SDA21/);
    await expect(refused).rejects.toThrow(/R_PPC_SDAREL16 .*nearer together, or compile with .*-msdata=none/);
  });

  it.each([
    ['in another section', '.data\nx: .long 1\n'],
    ['weak and undefined', '.weak x\n'],
  ])('is refused of a symbol that is %s, as by GNU ld', async (_where, definition) => {
    const source = `.globl purgatory_start\npurgatory_start: lwz 3, x@sda21(0)\nb .\n${definition}`;
    expect(() => gnuLinked('ppc', source, '-e', 'purgatory_start')).toThrow(/R_PPC_EMB_SDA21/);
    await expect(buildImage(gnuObject('ppc', source))).rejects.toThrow(
      /R_PPC_EMB_SDA21 .*none of \.sdata, .*-msdata=none/,
    );
  });

  it('can be a COMMON symbol, which stands beside it', async () => {
    const source = '.globl purgatory_start\npurgatory_start: lwz 3, x@sda21(0)\nb .\n.comm x, 4, 4\n';
    const { map, word, at } = await caseImage(gnuObject('ppc', source), 0x10_0000n);
    const { register, distance } = reachOf(Number(word(map.entry)));
    expect(register).toBe(13);
    expect(BigInt(map.registers?.[0]?.offset ?? 0) + distance).toBe(BigInt(at('x')));
  });

  it('can be a late symbol', async () => {
    const source = '.globl purgatory_start\npurgatory_start: lwz 3, x@sdarel(13)\nb .\n';
    const { blob, map } = await buildImage(gnuObject('ppc', source), { late: ['x'] });
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('leaves sections of those names where they are in objects that do not count from the registers', async () => {
    const source =
      '.globl purgatory_start\npurgatory_start: lis 3, x@ha\nb .\n.section .sdata, "aw"\nx: .long 1\n.section .later, "aw"\n.long 2\n';
    const { map } = await buildImage(gnuObject('ppc', source));
    const names = map.sections.map(({ name }) => name).filter((name) => /data|later/.test(name));
    expect(names).toEqual(['.data', '.sdata', '.later']);
    expect(map.registers).toBeUndefined();
  });
});
