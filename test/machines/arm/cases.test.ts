/** Inputs for 32-bit Arm that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, readElf, verifyImage } from '../../../index.ts';
import { caseCompiled, caseImage, caseObject } from '../../support/cases.ts';
import { gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';

/** The bytes of `.text` of what lld makes of an object. */
function textByLld(object: Uint8Array): Buffer {
  const file = linkedBy(programOf('arm', 'lld'), [object], ['-e', 'purgatory_start']);
  return Buffer.from(sectionsOf(Buffer.from(file)).find(({ name }) => name === '.text')?.data ?? []);
}

describe.each(['arm/weak-blx.s', 'arm/weak-thumb.s'])(
  'a call of a weak function that nobody defines, in %s',
  (file) => {
    const object = caseObject('arm', file);

    it('goes on behind itself in the state it came from, as lld has it', async () => {
      const text = textByLld(object);
      for (const base of [0x1_0000n, 0x8000_0000n]) {
        const { map, memory, section } = await caseImage(object, base);
        expect(Buffer.from(memory.subarray(section('.text'))).toString('hex')).toBe(text.toString('hex'));
        expect(map.bases).toEqual({
          min: 0n,
          max: 0x1_0000_0000n - BigInt(map.memsz + 3 - ((map.memsz + 3) % 4)),
        });
      }
    });
  },
);

it('blx of a weak function that nobody defines becomes bl', async () => {
  const { word, section } = await caseImage(caseObject('arm', 'arm/weak-blx.s'), 0x1_0000n);
  expect(word(section('.text'))).toBe(0xebff_ffffn);
});

describe('a static PIE of GNU ld with a weak symbol that nobody defines', () => {
  const file = caseCompiled('arm', 'GCC', 'arm/weak-in-pie.c', [
    ...['-O1', '-fPIE', '-ffreestanding', '-nostdlib', '-static-pie', '-Wl,-e,purgatory_start'],
  ]);
  const { relocations, symbols, sections } = readElf(file);
  const all = relocations.flatMap((table) => table.relocations);

  it('has an empty table of hashes, and a slot and a pointer for the symbol', () => {
    const hook = all.filter(({ symbol }) => symbols[symbol]?.name === 'hook');
    // R_ARM_GLOB_DAT, R_ARM_ABS32
    expect(hook.map(({ type }) => type).sort((a, b) => a - b)).toEqual([2, 21]);
  });

  it('has 0 for it, and for its own symbol the address', async () => {
    for (const base of [0x1_0000n, 0x7654_3000n]) {
      const { map, word, section } = await caseImage(file, base);
      const slide = section('.data') - Number(sections.find(({ name }) => name === '.data')?.address ?? 0n);
      const held = new Map(all.map(({ type, offset }) => [type, word(Number(offset) + slide)]));
      expect([held.get(2), held.get(21)]).toEqual([0n, 0n]);
      // What p points to: int foo = 77.
      expect(word(Number((held.get(23) ?? 0n) - base))).toBe(77n);
      expect(map.fixups.map(({ type }) => type)).toEqual(['R_ARM_RELATIVE']);
    }
  });

  it('is built to run at every base', async () => {
    const { blob, map } = await buildImage(file);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describeLinkedSlots('arm', {
  slot: '.word foo(GOT_PREL)',
  call: 'bl foo',
  types: { slot: 'R_ARM_GLOB_DAT', call: 'R_ARM_JUMP_SLOT' },
});

it('bounds of the table for unwinding, which is left out, bound nothing', async () => {
  const source = `.globl purgatory_start\n.text\npurgatory_start: .fnstart\nnop\n.fnend\n.data\n.word __exidx_start, __exidx_end`;
  const { word, section, map } = await caseImage(gnuObject('arm', source), 0x1_0000n);
  const end = 0x1_0000n + BigInt(map.size);
  expect([word(section('.data')), word(section('.data') + 4)]).toEqual([end, end]);
});
