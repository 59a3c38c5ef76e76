/** Inputs for 32-bit PowerPC that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject, caseText, memoryAfter } from '../../support/cases.ts';
import { gnuLinked, gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';

describe('a branch to a weak function that nobody defines', () => {
  const object = caseObject('ppc', 'ppc/weak-call.s');

  it('stays at itself, as lld has it', async () => {
    const linked = linkedBy(programOf('ppc', 'lld'), [object], ['-e', 'purgatory_start']);
    const text =
      sectionsOf(Buffer.from(linked)).find(({ name }) => name === '.text')?.data ?? new Uint8Array();
    const { memory, section } = await caseImage(object, 0x7654_0000n);
    const at = section('.text');
    expect(Buffer.from(memory.subarray(at, at + text.length)).toString('hex')).toBe(
      Buffer.from(text).toString('hex'),
    );
    expect(text).toHaveLength(44);
  });

  it('does not limit the load bases', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(map.bases.max).toBeGreaterThan(0xffff_0000n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describe('small data that nobody defines', () => {
  const object = caseObject('ppc', 'ppc/weak-small-data.s');

  it('is refused, as by GNU ld, with what to do about it', async () => {
    expect(() => linkedBy(programOf('ppc', 'GNU ld'), [object], ['-e', 'purgatory_start'])).toThrow(
      /unresolvable R_PPC_SDAREL16 relocation against symbol `nobody'/,
    );
    await expect(buildImage(object)).rejects.toThrow(
      /^R_PPC_SDAREL16 .* there is no load base, .* against nobody .* with -msdata=none$/,
    );
  });
});

describe('a call by address (-mlongcall)', () => {
  const SOURCE = caseText('ppc/longcall.s');
  const CALLS = ['f', 'f', 'g', 'g'] as const;
  const [FIRST, SIZE] = [0x18, 16] as const;
  const BASES = [0x10_0000n, 0x7654_0000n];

  const runs = async (object: Uint8Array): Promise<void> => {
    const built = await buildImage(object);
    for (const base of BASES) {
      const { map, word, at } = await caseImage(object, base);
      // Of a weak function that nobody defines.
      expect(word(map.entry)).toBe(0x3d60_0000n);
      expect(word(map.entry + 4)).toBe(0x396b_0000n);
      const memory = memoryAfter(built, base, at('finish'));
      expect(Buffer.from(memory).readUInt32BE(at('count'))).toBe(0x522);
    }
    expect(built.summary.slots).toBe(0);
    expect((await verifyImage(built.blob, built.map)).ok).toBe(true);
  };

  it('becomes the branch that GNU ld makes of it', async () => {
    const object = gnuObject('ppc', SOURCE);
    const linked = Buffer.from(gnuLinked('ppc', SOURCE, '-static', '-e', 'purgatory_start'));
    const text = sectionsOf(linked).find(({ name }) => name === '.text');
    const { map, word } = await caseImage(object, 0x10_0000n);
    const words = Array.from({ length: (SIZE / 4) * CALLS.length }, (_, index) => FIRST + 4 * index);
    const theirs = Buffer.from(text?.data ?? []);
    expect(words.map((at) => Number(word(map.entry + at)))).toEqual(
      words.map((at) => theirs.readUInt32BE(at)),
    );
    // The other two functions count in a word that moves.
    expect(map.fixups.map(({ type }) => type)).not.toContain('R_PPC_PLT16_HA');
    await runs(object);
  });

  it.each([
    ['without marks', (source: string) => source.replace(/\.reloc .*/g, '')],
    ['of which one has no mark', (source: string) => source.replace('.reloc ., R_PPC_PLTSEQ, f\n', '\n')],
    ['farther than branches reach', (source: string) => `${source}\n.bss\n.space 0x1f00000\n`],
  ])('has the address of the function, %s', async (_what, changed) => {
    const source = changed(SOURCE);
    expect(source).not.toBe(SOURCE);
    const object = gnuObject('ppc', source);
    for (const base of BASES) {
      const { map, word, at } = await caseImage(object, base);
      const place = FIRST;
      const [high, low] = [word(map.entry + place), word(map.entry + place + 4)];
      expect([high >> 16n, low >> 16n]).toEqual([0x3d60n, 0x396bn]);
      expect(BigInt.asUintN(32, (high << 16n) + BigInt.asIntN(16, low))).toBe(base + BigInt(at('f')));
    }
    if (!source.includes('.space 0x1f')) await runs(object);
  });

  it('can be of a late symbol', async () => {
    const source = SOURCE.replace('.weak nobody', '');
    const { blob, map } = await buildImage(gnuObject('ppc', source), { late: ['nobody'] });
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it.each([
    ['ori 11, 11, f@plt@l', 'R_PPC_PLT16_LO'],
    ['addi 11, 11, f@plt@l', 'R_PPC_PLT16_LO'],
    ['ori 11, 11, f@plt@ha', 'R_PPC_PLT16_HA'],
    ['lis 11, f@plt@h', 'R_PPC_PLT16_HI'],
  ])('is refused in other instructions: %s', async (instruction, type) => {
    const source = `.globl purgatory_start\npurgatory_start: ${instruction}\nb .\nf: blr\n`;
    await expect(buildImage(gnuObject('ppc', source))).rejects.toThrow(
      new RegExp(`${type} against f .*slot of the PLT.*foo@plt@ha`),
    );
  });
});

describeLinkedSlots('ppc', {
  // With the first, GNU ld makes the PLT of slots, and not of code.
  slot: 'addis 30,30,_GLOBAL_OFFSET_TABLE_-.@ha\nlwz 3,foo@got(30)',
  call: 'bl foo@plt',
  types: { slot: 'R_PPC_GLOB_DAT', call: 'R_PPC_JMP_SLOT' },
});

describe('instructions with an address in a linked image', () => {
  const link = (...options: readonly string[]): Uint8Array =>
    gnuLinked('ppc', caseText('ppc/text-relocations.s'), ...options, '--no-dynamic-linker', '-z', 'notext');

  it.each([
    ['of a section, which GNU ld has in the addend alone', ['-pie', '-e', 'purgatory_start']],
    ['of a symbol of its own', ['-shared', '-Bsymbolic', '-e', 'purgatory_start']],
    ['of a symbol that could be replaced', ['-shared', '-e', 'purgatory_start']],
  ])('%s are relocated', async (_what, options) => {
    const linked = link(...options);
    for (const base of [0x10_0000n, 0x7654_0000n]) {
      const { map, word, section } = await caseImage(linked, base);
      const address = base + BigInt(section('.data')) + 4n;
      expect(word(map.entry) & 0xffffn).toBe(((address + 0x8000n) >> 16n) & 0xffffn);
      expect(word(map.entry + 4) & 0xffffn).toBe(address & 0xffffn);
      expect(word(section('.data'))).toBe(address);
    }
    const { blob, map } = await buildImage(linked);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});
