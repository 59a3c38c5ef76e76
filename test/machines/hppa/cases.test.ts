/** Inputs for PA-RISC that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { type CaseImage, caseImage, caseObject } from '../../support/cases.ts';
import { gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { toolsOf } from '../../support/tools.ts';
import { baseRegister, displacement, formed } from './instructions.ts';

const BASES = [0x1_0000n, 0x7fff_0000n];
const GLOBAL_POINTER = 27;

/** The sections of what GNU ld makes of an object, loaded at an address. */
function linked(object: Uint8Array, at = 0x1_0000n): ReturnType<typeof sectionsOf> {
  const options = ['-static', '-e', 'purgatory_start', `-Ttext=0x${at.toString(16)}`];
  return sectionsOf(Buffer.from(linkedBy(toolsOf('hppa').ld, [object], options)));
}

describe('a slot of the linkage table', () => {
  const object = caseObject('hppa', 'hppa/linkage-table.s');
  const instructions = ({ word, section }: CaseImage): number[] =>
    Array.from({ length: 13 }, (_, index) => Number(word(section('.text') + 4 * index)));

  it('is counted from the global pointer, and holds the address', async () => {
    for (const base of BASES) {
      const image = await caseImage(object, base);
      const { word, section } = image;
      const words = instructions(image);
      const slot = (distance: bigint): bigint => word(section('.got') + Number(distance));
      const pairs = [0, 2, 4, 7, 9, 11].map((at) => {
        const [upper = 0, lower = 0] = words.slice(at);
        expect(baseRegister(upper)).toBe(GLOBAL_POINTER);
        return slot(formed(upper, lower));
      });
      expect(baseRegister(words[6] ?? 0)).toBe(GLOBAL_POINTER);
      const [data, text] = [base + BigInt(section('.data')), base + BigInt(section('.text'))];
      expect([...pairs, slot(displacement(words[6] ?? 0))]).toEqual(
        [data + 4n, data + 8n, data + 4n, text + 60n, 0n, data + 12n, data + 8n].map((each) => each),
      );
    }
  });

  it('is reached by the instructions that GNU ld makes', async () => {
    const words = instructions(await caseImage(object, 0n));
    const sections = linked(object);
    const find = (name: string) => sections.find((section) => section.name === name);
    const [text, data, got] = ['.text', '.data', '.got'].map(find);
    if (!text || !data || !got) throw new Error('GNU ld made other sections');
    const at = (offset: number): number => Buffer.from(text.data).readUInt32BE(offset);
    for (const [pair, offset] of [4n, 8n, 4n].entries()) {
      const [upper, lower] = [at(8 * pair), at(8 * pair + 4)];
      // Opcode and registers, and what the slot holds; its place in the table is each linker's own.
      expect((words[2 * pair] ?? 0) >>> 21).toBe(upper >>> 21);
      expect((words[2 * pair + 1] ?? 0) >>> 14).toBe(lower >>> 14);
      const held = Buffer.from(got.data).readUInt32BE(Number(formed(upper, lower)));
      expect(BigInt(held)).toBe(data.address + offset);
    }
  });

  it('is done by the prologue, which sets the global pointer', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.registers?.map(({ name }) => name)).toEqual(['r27']);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('is refused without the register that it counts from, of which GNU ld complains, too', async () => {
    const source = ".globl purgatory_start\npurgatory_start: ldil LT'purgatory_start, %r1";
    await expect(buildImage(gnuObject('hppa', source))).rejects.toThrow(
      /^R_PARISC_DLTIND21L against purgatory_start .*without the register it counts from; write addil/,
    );
  });
});

describe('a branch to a weak function that nobody defines', () => {
  const object = caseObject('hppa', 'hppa/weak.s');

  it('goes on behind its delay slot, as GNU ld has it', async () => {
    for (const base of BASES) {
      const text = linked(object, base).find(({ name }) => name === '.text');
      const { memory, section } = await caseImage(object, base);
      const bytes = Buffer.from(memory.subarray(section('.text')));
      expect(bytes.toString('hex', 0, text?.data.length)).toBe(Buffer.from(text?.data ?? []).toString('hex'));
    }
  });

  it('does not limit the load bases', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.bases.min).toBe(0n);
    expect(map.bases.max).toBeGreaterThan(0xffff_0000n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});
