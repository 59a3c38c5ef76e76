/** What is particular to SPARC V9: addresses in parts of many sizes, two addends in one relocation, the GOT of -fPIC. */
import { describe, expect, it } from 'vitest';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { emptyRequest, FormatError } from '../../../codegen/request.ts';
import { emulatorsFor } from '../../../emulate/index.ts';
import { applyAt, buildImage, formatMap, type ImageMap, parseMap, verifyImage } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { sectionDifferences } from '../../support/link-image.ts';

const ARCH = 'sparc64';
const BASES = [0x10_0000n, 0x123_0000n, 0x7fff_0000n, 0xfff0_0000n];

function wordAt(memory: Uint8Array, map: ImageMap, offset: number): number {
  return new DataView(memory.buffer, memory.byteOffset).getUint32(offset - map.imageOffset);
}

function offsetOf(map: ImageMap, symbol: string): number {
  const found = map.symbols.find(({ name }) => name === symbol);
  if (!found) throw new Error(`no symbol called ${symbol}`);
  return found.offset;
}

describe('an object of every kind of relocation that moves or not', () => {
  const object = gnuObject(
    ARCH,
    `
    .globl purgatory_start, target, far
    .text
    purgatory_start:
      call far
      nop
      ba,pt %xcc, far
      nop
      ba far
      nop
      brz,pn %g1, far
      nop
      sethi %hi(target), %g1
      or %g1, %lo(target), %g1
      ldx [%g1 + %lo(target) + 8], %g2
      sethi %hh(target + 0x123), %g1
      or %g1, %hm(target + 0x123), %g1
      sethi %lm(target + 0x123), %g2
      or %g2, %lo(target + 0x123), %g2
      sethi %h44(far), %g1
      or %g1, %m44(far), %g1
      or %g1, %l44(far), %g1
      sethi %h34(far), %g1
      or %g1, %l44(far), %g1
      sethi %hix(console), %g1
      xor %g1, %lox(console), %g1
      sethi %pc22(target), %g1
      or %g1, %pc10(target), %g1
    .section .text.far,"ax"
    far: call purgatory_start
      nop
    .section .data,"aw"
      .byte 1
      .uaxword target
      .uaword far
      .uaxword console
    .balign 8
    target: .xword far, target - .
      .word target, far - .
    .section .bss,"aw",@nobits
    .skip 40
    `,
    '.globl console\nconsole = 0xffffffffffff03f8\n',
  );

  it('becomes what GNU ld makes of it', async () => {
    const { blob, map } = await buildImage(object);
    for (const base of BASES)
      expect(sectionDifferences(applyAt(blob, map, base), map, object, base)).toEqual([]);
    const wrong = applyAt(blob, map, 0x10_0000n);
    const at = (map.fixups[0]?.offset ?? 0) - map.imageOffset;
    wrong[at] = (wrong[at] ?? 0) ^ 1;
    expect(sectionDifferences(wrong, map, object, 0x10_0000n)).toHaveLength(1);
  });

  it.each(['auto', 'delta', 'records'] as const)('relocates itself, in format %s', async (format) => {
    const { blob, map } = await buildImage(object, { format });
    for (const emulator of emulatorsFor(ARCH)) {
      const { bases } = await verifyImage(blob, map, { bases: BASES, emulator });
      expect(bases.map(({ trouble }) => trouble)).toEqual(BASES.map(() => undefined));
    }
  });
});

describe('a second addend', () => {
  const object = gnuObject(
    ARCH,
    `
    .globl purgatory_start
    .text
    purgatory_start: sethi %hi(foo), %g1
      ldx [%g1 + %lo(foo + 0x401) - 8], %g2
      ldx [%g1 + %lo(foo) + 24], %g2
    `,
  );
  const built = buildImage(object, { late: ['foo'] });
  const FOO = 0x1234_57f8n;

  it('is kept for a symbol that is bound late, in the map too', async () => {
    const { map } = await built;
    expect(map.fixups.map(({ type, addend, second }) => [type, addend, second])).toEqual([
      ['R_SPARC_HI22', 0n, undefined],
      ['R_SPARC_OLO10', 0x401n, -8n],
      ['R_SPARC_OLO10', 0n, 24n],
    ]);
    expect(parseMap(formatMap(map))).toEqual(map);
  });

  it('is added to the low bits of the sum of the symbol and the first', async () => {
    const { blob, map } = await built;
    const memory = applyAt(blob, map, 0x10_0000n, new Map([['foo', FOO]]));
    const start = offsetOf(map, 'purgatory_start');
    const shown = [4, 8].map((at) => wordAt(memory, map, start + at) & 0x1fff);
    expect(shown).toEqual([0x3f9 - 8, 0x3f8 + 24]);
    for (const emulator of emulatorsFor(ARCH)) {
      const late = new Map([['foo', FOO]]);
      const { bases } = await verifyImage(blob, map, { bases: BASES, emulator, late });
      expect(bases.map(({ trouble }) => trouble)).toEqual(BASES.map(() => undefined));
    }
  });

  it('that a record has no room for is refused', async () => {
    const record = { place: 0x1000, rule: 'R_SPARC_OLO10', symbol: 0, addend: 0n };
    const request = (second: bigint) => ({
      ...emptyRequest(ARCH, 'records', 0x760),
      symbols: [{ kind: 'base' as const }],
      records: [{ ...record, second }],
    });
    for (const second of [(1n << 21n) - 1n, -(1n << 21n)])
      await expect(generatePrologue(request(second))).resolves.toBeDefined();
    for (const second of [1n << 21n, -(1n << 21n) - 1n])
      await expect(generatePrologue(request(second))).rejects.toThrow(FormatError);
  });
});

it('a slot of the GOT that -fPIC asks for holds the symbol plus the addend', async () => {
  const { blob, map } = await buildImage(
    gnuObject(
      ARCH,
      `
      .globl purgatory_start
      .text
      purgatory_start:
        sethi %gdop_hix22(words + 16), %g1
        xor %g1, %gdop_lox10(words + 16), %g1
        ldx [%l7 + %g1], %g1, %gdop(words + 16)
      .data
      words: .xword 1, 2, 3`,
    ),
  );
  const base = 0x10_0000n;
  const memory = applyAt(blob, map, base);
  const start = offsetOf(map, 'purgatory_start');
  const [upper, lower] = [0, 4].map((at) => wordAt(memory, map, start + at));
  const slot = (map.got ?? 0) + (((upper ?? 0) & 0x3f_ffff) << 10) + ((lower ?? 0) & 0x1fff);
  const data = map.sections.find(({ name }) => name === '.data')?.offset ?? 0;
  expect(wordAt(memory, map, slot + 4)).toBe(Number(base) + data + 16);
});
