/** What is particular to 32-bit PowerPC: calls whose addend is no offset, the instruction before the GOT, byte order. */
import { describe, expect, it } from 'vitest';
import { applyAt, buildImage, type ImageMap, verifyImage } from '../../../index.ts';
import { assembledBy, gnuObject } from '../../support/gnu-object.ts';
import { sectionDifferences } from '../../support/link-image.ts';
import { toolsOf } from '../../support/tools.ts';

const BASES = [0x10_0000n, 0x123_0000n, 0x7fff_0000n, 0xfff0_0000n];

function offsetOf(map: ImageMap, symbol: string): number {
  const found = map.symbols.find(({ name }) => name === symbol);
  if (!found) throw new Error(`no symbol called ${symbol}`);
  return found.offset;
}

function wordAt(memory: Uint8Array, map: ImageMap, offset: number): number {
  return new DataView(memory.buffer, memory.byteOffset).getUint32(offset - map.imageOffset);
}

describe('an object of every kind of relocation that moves or not', () => {
  const object = gnuObject(
    'ppc',
    `
    .globl purgatory_start, target, far
    .text
    .balign 4
    purgatory_start:
      bl far
      bl far@local
      bc 12, 2, far
      bc 12, 2, far@brtaken
      bc 12, 2, purgatory_start@brntaken
      lis 3, target@ha
      lwz 4, target@l(3)
      lis 5, (target + 0x8000)@h
      ori 5, 5, (target + 0x8000)@l
      lis 6, (target + 0x9000)@ha
      stw 4, (target + 0x9000)@l(6)
      li 7, console
      bl 0f
    0: mflr 30
      addis 30, 30, (target - 0b)@ha
      addi 30, 30, (target - 0b)@l
      li 8, far - .
    .section .text.far,"ax"
    .balign 4
    far: b purgatory_start
    .section .data,"aw"
      .byte 1
      .long target, target - ., far + 2
      .short console
    .balign 4
    target: .long far, 0
    .section .bss,"aw",@nobits
    .skip 40
    `,
    '.globl console\n.set console, 0x3f8\n',
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

  it.each(['auto', 'records'] as const)('relocates itself, in format %s', async (format) => {
    const { blob, map } = await buildImage(object, { format });
    for (const emulator of ['unicorn', 'qemu-user'] as const) {
      const { bases } = await verifyImage(blob, map, { bases: BASES, emulator });
      expect(bases.map(({ trouble }) => trouble)).toEqual(BASES.map(() => undefined));
    }
  });
});

describe('calls through the PLT', () => {
  const source = (addend: string): string => `
    .globl purgatory_start, far
    .text
    .balign 4
    purgatory_start: bl far${addend}@plt
      nop
    far: blr`;

  it('go to the function itself, whatever -fPIC says of register 30', async () => {
    for (const addend of ['', '+0x8000', '+0x802c']) {
      const { blob, map } = await buildImage(gnuObject('ppc', source(addend)));
      const memory = applyAt(blob, map, 0x10_0000n);
      expect(wordAt(memory, map, offsetOf(map, 'purgatory_start'))).toBe(0x4800_0009);
    }
  });

  it('are refused with an offset', async () => {
    await expect(buildImage(gnuObject('ppc', source('+4')))).rejects.toThrow(
      /R_PPC_PLTREL24 against far in \.text at 0x0: its addend is 4/,
    );
  });
});

it('the word in front of the GOT is the blrl that code calls to learn where the table is', async () => {
  const { blob, map } = await buildImage(
    gnuObject(
      'ppc',
      `
      .globl purgatory_start
      .text
    .balign 4
      purgatory_start: bl _GLOBAL_OFFSET_TABLE_@local-4
        mflr 30
        lwz 3, purgatory_start@got(30)`,
    ),
  );
  const memory = applyAt(blob, map, 0x10_0000n);
  const start = offsetOf(map, 'purgatory_start');
  const called = start + (wordAt(memory, map, start) & 0x3ff_fffc);
  expect(called).toBe((map.got ?? 0) - 4);
  expect(wordAt(memory, map, called)).toBe(0x4e80_0021);
  const slot = (map.got ?? 0) + (wordAt(memory, map, start + 8) & 0xffff);
  expect(wordAt(memory, map, slot)).toBe(0x10_0000 + start);
});

it('pointers in small data, thread-local variables and the other byte order are refused, saying what to do', async () => {
  const text = '.globl purgatory_start\n.text\n.balign 4\npurgatory_start: ';
  await expect(
    buildImage(gnuObject('ppc', `${text}.reloc ., R_PPC_EMB_SDAI16, purgatory_start\nlwz 3, 0(13)`)),
  ).rejects.toThrow(/R_PPC_EMB_SDAI16 .* small data area.*-msdata=none/);
  await expect(buildImage(gnuObject('ppc', `${text}addi 3, 2, errno@tprel@l`))).rejects.toThrow(
    /R_PPC_TPREL16_LO .* thread/,
  );
  const [as = ''] = toolsOf('ppc').as;
  await expect(buildImage(assembledBy([as, '-a32', '-mlittle'], `${text}nop\n`))).rejects.toThrow(
    /machine 20 \(32-bit, little endian\) .* 32-bit PowerPC \(32-bit, big endian\)/,
  );
});
