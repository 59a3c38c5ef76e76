/** What is particular to PA-RISC: parts of addresses whose addends round, load alignment, linked images. */
import { describe, expect, it } from 'vitest';
import { applyAt, buildImage, InputError, verifyImage } from '../../../index.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { formed } from './instructions.ts';

const BASES = [0x1_0000n, 0x123_0000n, 0x7fff_f000n];

const WORD = '.text\n.globl purgatory_start\npurgatory_start: .word purgatory_start\n';

/** Both parts of addresses, with addends that round up and down, and distances from the global pointer. */
const LATE = `
    .level 1.1
    .text
    .align 16
    .globl purgatory_start
    purgatory_start:
      ldil LR'late+5000, %r1
      ldo RR'late+5000(%r1), %r2
      ldil LR'late-5000, %r1
      ldw RR'late-5000(%r1), %r2
      ldil LR'late+4, %r1
      be RR'late+4(%sr4, %r1)
      nop
      addil LR'late-$global$+9000, %r27
      ldo RR'late-$global$+9000(%r1), %r3
      ldil LP'late, %r22
      ldo RP'late(%r22), %r22
    .data
      .word late, P'late, late+5
    `;

describe('a symbol that is bound late', () => {
  const object = gnuObject('hppa', LATE);
  const addresses = [0x4000_1ffcn, 0x1235_67f8n, 0x2000_0000n, 0xf000_0ff4n];

  it.each(addresses)('at %s is put into both parts of addresses', async (address) => {
    const { blob, map } = await buildImage(object, { late: ['late'] });
    expect(map.format).toBe('records');
    const late = new Map([['late', address]]);
    const { bases } = await verifyImage(blob, map, { bases: BASES, late });
    expect(bases.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    // What the prologue leaves is what the rules say of the object with the address put in.
    const [base = 0n] = BASES;
    const memory = applyAt(blob, map, base, late);
    const view = new DataView(memory.buffer, memory.byteOffset);
    const text = (map.sections.find(({ name }) => name === '.text')?.offset ?? 0) - map.imageOffset;
    expect(formed(view.getUint32(text), view.getUint32(text + 4))).toBe(BigInt.asUintN(32, address + 5000n));
    expect(formed(view.getUint32(text + 8), view.getUint32(text + 12))).toBe(
      BigInt.asUintN(32, address - 5000n),
    );
    expect(formed(view.getUint32(text + 36), view.getUint32(text + 40))).toBe(address);
  });
});

it('is at a multiple of 16 even if it asks for less, and the map says so', async () => {
  const object = gnuObject('hppa', WORD);
  const { summary, map } = await buildImage(object);
  expect(map.loadAlign).toBe(16);
  expect(summary.loadAlignBecause).toBe('how the prologue finds its start');
  await expect(buildImage(object, { loadAlign: 8 })).rejects.toThrow(/--load-align 8 is too little/);
});

it('a base that is no multiple of what is asked for is noticed with --checked', async () => {
  const object = gnuObject(
    'hppa',
    '.text\n.align 64\n.globl purgatory_start\npurgatory_start: .word purgatory_start\n',
  );
  const { prologue } = await buildImage(object, { checked: true });
  // The lowest bits of the address must not be cleared before they are tested.
  expect(prologue.source).toMatch(/depi +0, 31, 2, %r31/);
  expect(prologue.source).toMatch(/extru,= %r31, 31, 6, %r0/);
});

it('a linked image is refused, and why', async () => {
  const linked = gnuLinked('hppa', `${WORD}.globl _start\n_start:\n`, '-pie', '--no-dynamic-linker');
  await expect(buildImage(linked)).rejects.toThrow(InputError);
  await expect(buildImage(linked)).rejects.toThrow(/function descriptors and a linkage table/);
});
