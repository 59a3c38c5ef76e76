/** Inputs for 64-bit PowerPC that once came out wrong. */
import { describe, expect, it } from 'vitest';
import { type BuiltImage, buildImage, readElf, verifyImage } from '../../../index.ts';
import { architectureOf } from '../../support/architecture.ts';
import { caseImage, caseObject, caseText, differencesFromLd, memoryAfter } from '../../support/cases.ts';
import { gnuLinked, gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';

const BASES = [0x1_0000n, 0x12_3456_7000n];

/** Reads words of 32 bits. */
function wordsOf(arch: string, memory: Uint8Array): (offset: number) => number {
  const view = new DataView(memory.buffer, memory.byteOffset);
  return (offset) => view.getUint32(offset, arch === 'ppc64le');
}

function sectionStart({ map }: Pick<BuiltImage, 'map'>, name: string): number {
  const found = map.sections.find((section) => section.name === name);
  if (!found) throw new Error(`no section called ${name}`);
  return found.offset;
}

describe('a C function as the entry', () => {
  const linkedV1 = (): Uint8Array =>
    gnuLinked(
      'ppc64',
      caseText('ppc64/elfv1-c-entry.s'),
      '-pie',
      '--no-dynamic-linker',
      '-e',
      'purgatory_start',
    );
  const linkedV2 = (): Uint8Array =>
    gnuLinked(
      'ppc64le',
      caseText('ppc64/elfv2-c-entry.s'),
      '-pie',
      '--no-dynamic-linker',
      '-e',
      'purgatory_start',
    );

  // Each has the offset from the entry at which it branches to itself.
  it.each([
    ['of ELFv2, little-endian', 'r12', 0x28, () => caseObject('ppc64le', 'ppc64/elfv2-c-entry.s')],
    ['of ELFv2, big-endian', 'r12', 0x28, () => caseObject('ppc64', 'ppc64/elfv2-c-entry.s')],
    ['of ELFv2, linked', 'r12', 0x28, linkedV2],
    ['of ELFv1', 'r2', 0x18, () => caseObject('ppc64', 'ppc64/elfv1-c-entry.s')],
    ['of ELFv1, linked', 'r2', 0x18, linkedV1],
  ])('%s finds its data: %s is set', async (_abi, register, end, object) => {
    const built = await buildImage(object());
    const { blob, map } = built;
    for (const base of BASES) {
      const memory = memoryAfter(built, base, map.entry + end);
      // g
      expect(wordsOf(map.arch, memory)(sectionStart(built, '.data'))).toBe(8);
    }
    expect(map.registers?.map(({ name }) => name)).toEqual([register]);
    expect((await verifyImage(blob, map, { bases: BASES, emulator: 'qemu-user' })).ok).toBe(true);
    const [promised] = map.registers ?? [];
    const other = { ...map, registers: [{ name: register, offset: (promised?.offset ?? 0) + 4 }] };
    const { bases } = await verifyImage(blob, other, { bases: BASES });
    expect(bases.map(({ trouble }) => trouble)).toEqual(
      BASES.map(() => expect.stringMatching(`register ${register}, from which the entry counts, is`)),
    );
  });
});

it.each(['ppc64le', 'ppc64'])('%s: pld through the GOT becomes paddi, as GNU ld and lld do', async (arch) => {
  const object = caseObject(arch, 'ppc64/got-pcrel34.s');
  const { map, blob } = await buildImage(object);
  expect(map.fixups).toEqual([]);
  expect(map.got).toBeUndefined();
  const word = wordsOf(arch, blob);
  const debug = sectionStart({ map }, '.data') + 4;
  for (const [at, register] of [
    [0, 9],
    [12, 10],
  ] as const) {
    const distance = debug - (map.entry + at);
    expect(word(map.entry + at)).toBe(0x0610_0000 | (distance >> 16));
    expect(word(map.entry + at + 4)).toBe(((0x3800_0000 | (register << 21)) >>> 0) + (distance & 0xffff));
  }
  expect(word(map.entry + 8)).toBe(0x8129_0000);
  expect(word(map.entry + 20)).toBe(0x912a_0000);
});

describe.each(['ppc64le', 'ppc64'])('%s: instructions of the form DQ', (arch) => {
  it('keep their low four bits, which are of the opcode and the register', async () => {
    const object = caseObject(arch, 'ppc64/dq-store.s');
    for (const base of BASES.slice(0, 1)) expect(await differencesFromLd(object, base)).toEqual([]);
    const { map, word } = await caseImage(object, 0x1_0000n);
    const low = [4, 8, 12, 16, 24, 28].map((at) => word(map.entry + at) & 0xfn);
    expect(low).toEqual([1n, 5n, 9n, 13n, 5n, 0n]);
    const { blob } = await buildImage(object);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('reach multiples of 16 only', async () => {
    const object = gnuObject(arch, caseText('ppc64/dq-store.s').replace('vec:', '.quad 0\nvec:'));
    await expect(buildImage(object)).rejects.toThrow(
      /R_PPC64_TOC16_LO_DS against .* is not a multiple of 16/,
    );
  });
});

it('refuses to load a quadword from a slot', async () => {
  const object = gnuObject(
    'ppc64le',
    '.globl purgatory_start\npurgatory_start: lxv 1,d@got@l(2)\n.data\n.globl d\nd: .quad 1\n',
  );
  await expect(buildImage(object)).rejects.toThrow(
    /R_PPC64_GOT16_LO_DS .*16 bytes, and a slot has 8; load the address from the slot/,
  );
});

describe.each(['ppc64le', 'ppc64'])('%s: a call of a weak function that nobody defines', (arch) => {
  const object = caseObject(arch, 'ppc64/weak-call.s');

  it('is a nop, as GNU ld has it', async () => {
    const { map, word } = await caseImage(object, 0x12_3456_7000n);
    const text = sectionsOf(Buffer.from(gnuLinked(arch, caseText('ppc64/weak-call.s'), '-e', '0'))).find(
      ({ name }) => name === '.text',
    );
    const theirs = wordsOf(arch, text?.data ?? new Uint8Array());
    for (const at of [16, 20, 24, 28]) {
      expect(theirs(at)).toBe(0x6000_0000);
      expect(word(map.entry + at)).toBe(0x6000_0000n);
    }
    // A conditional one stays at itself, as in lld.
    expect(word(map.entry + 32)).toBe(0x4182_0000n);
  });

  it('does not limit the load bases', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(map.bases.max).toBeGreaterThan(1n << 63n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describe.each(['ppc64le', 'ppc64'])('%s: all four parts of an address', (arch) => {
  const object = caseObject(arch, 'ppc64/four-parts.s');

  it('hold it at any base, though two say that they are of 32 bits', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.bases).toEqual({ min: 0n, max: 0xffff_ffff_ffff_ffffn - BigInt(map.memsz - 1) });
    expect((await verifyImage(blob, map)).ok).toBe(true);
    const { at, word } = await caseImage(object, 0x1234_5678_9abc_0000n);
    const parts = [0, 4, 12, 16].map((offset) => word(map.entry + offset) & 0xffffn);
    const address = 0x1234_5678_9abc_0000n + BigInt(at('target'));
    expect(parts).toEqual([48n, 32n, 16n, 0n].map((low) => (address >> low) & 0xffffn));
  });

  it('must all be there, as often as each other', async () => {
    const more = (text: string): Uint8Array =>
      gnuObject(arch, caseText('ppc64/four-parts.s').replace('b .', text));
    const { summary } = await buildImage(more('lis 8,target@h\nori 8,8,target@l\nb .'));
    expect(summary.bases.max).toBeLessThan(1n << 31n);
    const { map } = await buildImage(more('lis 8,(target+4)@ha\nb .'));
    expect(map.bases.max).toBeLessThan(1n << 31n);
  });
});

describeLinkedSlots('ppc64le', {
  slot: 'ld 3,foo@got(2)',
  call: 'bl foo\nnop',
  types: { slot: 'R_PPC64_GLOB_DAT', call: 'R_PPC64_JMP_SLOT' },
});

describe.each(['ppc64le', 'ppc64'])('%s: a slot of lld that starts out as zeros', (arch) => {
  const link = (...options: readonly string[]): Uint8Array =>
    linkedBy(
      programOf(arch, 'lld'),
      [caseObject(arch, 'ppc64/weak-call.s')],
      ['-e', 'purgatory_start', ...options],
    );

  it.each([['-pie'], ['-pie --pack-dyn-relocs=relr']])(
    'is 0 for a weak symbol of nobody: %s',
    async (options) => {
      const linked = link(...options.split(' '));
      const { relocations } = readElf(linked);
      const types = relocations.flatMap((table) => table.relocations.map(({ type }) => type));
      expect(types).toContain(architectureOf(arch).byName.get('R_PPC64_JMP_SLOT')?.type);
      const { blob, map } = await buildImage(linked);
      expect(map.fixups).toEqual([]);
      expect((await verifyImage(blob, map)).ok).toBe(true);
    },
  );

  it('is refused for a symbol of its own', async () => {
    const source =
      '.abiversion 2\n.globl purgatory_start, f\npurgatory_start: bl f\nnop\nb .\n.type f, @function\nf: blr\n';
    const linked = linkedBy(
      programOf(arch, 'lld'),
      [gnuObject(arch, source)],
      ['-shared', '-e', 'purgatory_start'],
    );
    await expect(buildImage(linked)).rejects.toThrow(
      /R_PPC64_JMP_SLOT against f .*starts out as zeros.*-static-pie/,
    );
  });
});

it('a copy of a function descriptor in a linked image is refused', async () => {
  const source = caseText('ppc64/elfv1-c-entry.s').replace('.L2:', 'bl f\nnop\n.L2:');
  const f =
    '.section .opd,"aw"\n.globl f\n.type f,@function\nf: .quad .Lf,.TOC.@tocbase,0\n.text\n.Lf: blr\n';
  const linked = gnuLinked('ppc64', source + f, '-shared', '-e', 'purgatory_start', '-z', 'now');
  await expect(buildImage(linked)).rejects.toThrow(
    /R_PPC64_JMP_SLOT against f .*copy of a function descriptor/,
  );
});

describe.each(['ppc64le', 'ppc64'])('%s: instructions with an address in a linked image', (arch) => {
  it('are relocated', async () => {
    const source = `.abiversion 2\n${caseText('ppc64/four-parts.s').replace('@h\n', '@high\n').replace('@ha\n', '@higha\n')}`;
    const linked = gnuLinked(
      arch,
      source,
      '-pie',
      '--no-dynamic-linker',
      '-e',
      'purgatory_start',
      '-z',
      'notext',
    );
    const { map, word, section } = await caseImage(linked, 0x1234_5678_9abc_0000n);
    const address = 0x1234_5678_9abc_0000n + BigInt(section('.data'));
    const parts = [0, 4, 12, 16].map((offset) => word(map.entry + offset) & 0xffffn);
    expect(parts).toEqual([48n, 32n, 16n, 0n].map((low) => (address >> low) & 0xffffn));
    expect((await verifyImage((await buildImage(linked)).blob, map)).ok).toBe(true);
  });
});

it.each(['ppc64le', 'ppc64'])('%s: paddi to what does not move is reached from any base', async (arch) => {
  const source =
    '.abiversion 2\n.machine power10\n.weak hook\n.globl purgatory_start\n' +
    'purgatory_start: paddi 3,0,hook@pcrel,1\npaddi 4,0,device@pcrel,1\nplwz 5,hook@pcrel\nb .\n';
  const { map, word } = await caseImage(
    gnuObject(arch, source, '.abiversion 2\n.globl device\n.set device, 0x12340000\n'),
    0x12_3456_7000n,
  );
  expect(map.fixups).toEqual([]);
  const words = [0, 4, 8, 12, 16, 20].map((at) => word(map.entry + at));
  expect(words).toEqual([0x600_0000n, 0x3860_0000n, 0x600_1234n, 0x3880_0000n, 0x600_0000n, 0x80a0_0000n]);
});
