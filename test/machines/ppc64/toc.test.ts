/** The TOC pointer, local entries and function descriptors, held against GNU ld. */
import { describe, expect, it } from 'vitest';
import { SHT } from '../../../image/elf/constants.ts';
import { applyAt, buildImage, readElf, verifyImage } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { sectionDifferences } from '../../support/link-image.ts';

const BASES = [0x1_0000n, 0x12_3456_7000n];

const ENTRY = '.text\n.balign 4\n.globl purgatory_start\npurgatory_start:\n';
const FUNCTION = `
    .globl f
f:  addis 2, 12, .TOC. - f@ha
    addi 2, 2, .TOC. - f@l
    .localentry f, . - f
    blr
`;
const TABLE = '.section .toc, "aw"\n.globl slot\nslot: .quad data\n.data\ndata: .quad 1\n';

/** Both emulators run it, and GNU ld makes the same sections. */
async function expectAsLinked(object: Uint8Array): Promise<Awaited<ReturnType<typeof buildImage>>> {
  const built = await buildImage(object);
  const { blob, map } = built;
  for (const emulator of ['unicorn', 'qemu-user'] as const) {
    expect((await verifyImage(blob, map, { bases: BASES, emulator })).ok).toBe(true);
  }
  for (const base of BASES)
    expect(sectionDifferences(applyAt(blob, map, base), map, object, base)).toEqual([]);
  return built;
}

describe.each(['ppc64le', 'ppc64'] as const)('%s', (arch) => {
  const v2 = arch === 'ppc64le' ? '' : '.abiversion 2\n';

  it('puts the TOC pointer behind the start of its section, which is aligned for it', async () => {
    const object = gnuObject(
      arch,
      `${v2}${ENTRY}bl f\nnop\nld 3, slot@toc(2)\nlwz 4, data@toc@l(3)\n${FUNCTION}${TABLE}.quad .TOC.@tocbase\n.quad .TOC.\n`,
    );
    const { map } = await expectAsLinked(object);
    const toc = map.sections.find(({ name }) => name === '.toc')?.offset ?? 0;
    expect(toc % 256).toBe(0);
    expect(map.toc).toBe(toc + 0x8000);
    expect(map.loadAlign).toBeGreaterThanOrEqual(256);
    expect(map.fixups.map(({ type }) => type).sort()).toEqual([
      'R_PPC64_ADDR64',
      'R_PPC64_ADDR64',
      'R_PPC64_TOC',
    ]);
  });

  it('makes a table where there is none', async () => {
    const { map } = await buildImage(gnuObject(arch, `${v2}${ENTRY}bl f\nnop\n${FUNCTION}`));
    expect(map.toc).toBe((map.got ?? 0) + 0x8000);
    const { map: slots } = await buildImage(
      gnuObject(arch, `${v2}${ENTRY}ld 3, d@got(2)\n.data\n.globl d\nd: .quad 1\n`),
    );
    expect(slots.toc).toBe((slots.got ?? 0) + 0x8000);
    expect(slots.fixups).toHaveLength(1);
  });

  it('does without where nothing asks for it', async () => {
    const { map } = await buildImage(gnuObject(arch, `${v2}${ENTRY}blr\n`));
    expect(map.toc).toBeUndefined();
  });

  it('does not let a loader fill it in', async () => {
    const object = gnuObject(arch, `${v2}${ENTRY}bl f\nnop\n${FUNCTION}`);
    await expect(buildImage(object, { late: ['.TOC.'] })).rejects.toThrow(
      /relocator makes that table itself/,
    );
  });

  it('binds a symbol late that is reached from the TOC pointer', async () => {
    const object = gnuObject(
      arch,
      `${v2}${ENTRY}addis 3, 2, outside@toc@ha\naddi 3, 3, outside@toc@l\n${TABLE}`,
    );
    const { blob, map } = await buildImage(object, { late: ['outside'] });
    for (const emulator of ['unicorn', 'qemu-user'] as const) {
      expect((await verifyImage(blob, map, { bases: BASES, emulator })).ok).toBe(true);
    }
  });

  it('calls local entries, and keeps to them at load time', async () => {
    const object = gnuObject(
      arch,
      `${v2}${ENTRY}bl f\nnop\nbeq f\n${FUNCTION}${TABLE}.quad f@localentry\n.quad f\n`,
    );
    const { map, blob } = await expectAsLinked(object);
    const moved = map.fixups.find(({ type }) => type === 'R_PPC64_ADDR64_LOCAL');
    expect(moved?.addend).toBe(8n);
    expect((await buildImage(object, { format: 'records' })).map.fixups).toEqual(
      map.fixups.map((each) => expect.objectContaining({ type: each.type })),
    );
    expect(blob.length).toBe(map.size);
  });

  it.each([
    ['b f', '.localentry f, 1', /does not keep the TOC pointer/],
    ['beq f', '.localentry f, 1', /does not keep the TOC pointer/],
  ])('refuses %s with %s: nothing behind it restores the pointer', async (call, local, why) => {
    const object = gnuObject(arch, `${v2}${ENTRY}${call}\n.type f, @function\nf: nop\nnop\n${local}\nblr\n`);
    await expect(buildImage(object)).rejects.toThrow(why);
  });

  it('refuses an st_other that means nothing', async () => {
    const object = gnuObject(arch, `${v2}${ENTRY}bl f\nnop\nf: .localentry f, 8\nblr\n`);
    const wrong = Uint8Array.from(object);
    const { sections, symbols } = readElf(object);
    const table = sections.find(({ type }) => type === SHT.SYMTAB);
    const index = symbols.findIndex(({ name }) => name === 'f');
    wrong[Buffer.from(object).indexOf(table?.data ?? '') + index * (table?.entrySize ?? 0) + 5] = 0xe0;
    await expect(buildImage(wrong)).rejects.toThrow(/st_other of the symbol, 0xe0, does not say/);
  });
});

describe('function descriptors', () => {
  const descriptor = (name: string, code: string): string => `
    .section .opd, "aw"
    .globl ${name}
    .type ${name}, @function
${name}: .quad ${code}, .TOC.@tocbase, 0
    .text
`;
  const body = `
    .text
    .balign 4
    .globl purgatory_start
.Lstart:
    bl f
    nop
    b f
.Lf: blr
${TABLE}.quad f
`;

  it('are entered and called by the code they name', async () => {
    const object = gnuObject(
      'ppc64',
      `.abiversion 1\n${body}${descriptor('purgatory_start', '.Lstart')}${descriptor('f', '.Lf')}`,
    );
    const { map } = await expectAsLinked(object);
    expect(map.entry).toBe(map.sections.find(({ name }) => name === '.text')?.offset);
    const named = await buildImage(object, { entry: 'f' });
    expect(named.map.entry).toBe(map.entry + 12);
  });

  it.each([
    ['f + 8', /no descriptor begins there/],
    ['f + 16', /no descriptor begins there/],
  ])('are refused in their midst: bl %s', async (target, why) => {
    const source = body.replace('bl f', `.reloc ., R_PPC64_REL24, ${target}\nbl .`);
    const object = gnuObject(
      'ppc64',
      `.abiversion 1\n${source}${descriptor('purgatory_start', '.Lstart')}${descriptor('f', '.Lf')}`,
    );
    await expect(buildImage(object)).rejects.toThrow(why);
  });

  it('are refused as an entry without code', async () => {
    const object = gnuObject(
      'ppc64',
      `.abiversion 1\n${body}${descriptor('purgatory_start', '0')}${descriptor('f', '.Lf')}`,
    );
    await expect(buildImage(object)).rejects.toThrow(/no descriptor of code begins there/);
  });
});
