/** Inputs for RISC-V that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { auditObject } from '../../../index.ts';
import { caseImage, caseText, differencesFromLd } from '../../support/cases.ts';
import { assembledBy } from '../../support/gnu-object.ts';
import { toolsOf } from '../../support/tools.ts';

/** Below and above 2 GiB, where memory usually begins. */
const BASES = [0x12_3000n, 0x8_8020_0000n];
const [AS = ''] = toolsOf('riscv64').as;

describe('nops for a linker that relaxes', () => {
  const object = assembledBy([AS, '-march=rv64imac', '-mabi=lp64'], caseText('riscv/align.s'));

  it('are cut down to those that alignment needs', async () => {
    const { section, memory } = await caseImage(object, 0n);
    const text = section('.text');
    expect(text % 16).toBe(0);
    // c.nop, a call of 8 bytes and c.j are in front.
    expect([...memory.subarray(text + 16, text + 18)]).toEqual([0x82, 0x80]);
    for (const base of BASES) expect(await differencesFromLd(object, base)).toEqual([]);
  });

  it('stand in the way of neither audit nor build', () => {
    expect(auditObject(object).entries.filter(({ class: what }) => what === 'refused')).toEqual([]);
  });
});
