/** Inputs for i386 that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, readElf, verifyImage } from '../../../index.ts';
import { caseImage, caseObject } from '../../support/cases.ts';
import { gnuLinked } from '../../support/gnu-object.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';

describeLinkedSlots('i386', {
  slot: 'mov foo@GOT(%ebx), %eax',
  call: 'call foo@PLT',
  types: { slot: 'R_386_GLOB_DAT', call: 'R_386_JUMP_SLOT' },
});

describe('a slot that an operand without a base register names', () => {
  // Of gcc -O1 -fno-pic -fno-plt, by assemblers before binutils 2.26 and by those of today.
  const object = caseObject('i386', 'i386/no-base.s');

  it('is named by its address, at every base', async () => {
    for (const base of [0x1_0000n, 0x7654_3000n]) {
      const { word, at, section } = await caseImage(object, base);
      const text = section('.text');
      const slots = [2, 9].map((offset) => word(text + offset));
      expect(slots.map((slot) => word(Number(slot - base)))).toEqual([
        base + BigInt(at('foo')),
        base + BigInt(at('foo')),
      ]);
      // lea has its offset in the table, as GNU ld gives it.
      expect(base + BigInt(section('.got')) + word(text + 15)).toBe(slots[0]);
      // A weak function that nobody defines is 0 in its slot.
      expect(word(Number(word(text + 21) - base))).toBe(0n);
    }
  });

  it('is built to run, in every format that can hold it', async () => {
    for (const format of ['auto', 'records'] as const) {
      const { blob, map } = await buildImage(object, { format });
      expect((await verifyImage(blob, map)).ok).toBe(true);
    }
  });
});

describe('a static PIE of code compiled with -fno-pic', () => {
  const source =
    '.weak hook\n.globl purgatory_start\npurgatory_start: call hook\n jmp .\n.data\n.long hook - .\n';
  const file = gnuLinked(
    'i386',
    source,
    ...['-pie', '--no-dynamic-linker', '-z', 'notext', '-e', 'purgatory_start'],
  );

  it('has distances to a weak symbol that nobody defines, as a dynamic linker fills them in', async () => {
    const places = readElf(file).relocations.flatMap(({ relocations }) =>
      relocations.map(({ offset }) => offset),
    );
    const text = readElf(file).sections.find(({ name }) => name === '.text')?.address ?? 0n;
    expect(places).toHaveLength(2);
    for (const base of [0x1_0000n, 0x7654_3000n]) {
      const { word, section } = await caseImage(file, base);
      const slide = section('.text') - Number(text);
      const reached = places.map((place) => {
        const at = Number(place) + slide;
        return BigInt.asUintN(32, base + BigInt(at) + word(at));
      });
      // The call counts from its end.
      expect(reached.sort()).toEqual([0n, 0xffff_fffcn]);
    }
  });

  it('is built to run at every base', async () => {
    const { blob, map } = await buildImage(file);
    expect(map.bases.max).toBeGreaterThan(0xffff_0000n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});
