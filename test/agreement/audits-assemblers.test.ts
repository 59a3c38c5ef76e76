/** Objects of GNU as for every machine: the audit knows what is in them, and `build` refuses machines without a prologue. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { readElf } from '../../image/elf/read.ts';
import { analyseObject } from '../../image/input/object.ts';
import { rulesFor } from '../../image/input/open.ts';
import { auditObject, buildImage, explainType } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { assembledBy } from '../support/gnu-object.ts';

function assembled(arch: string, source: string, ...options: string[]): Uint8Array {
  return assembledBy([...toolchainOf(arch).as, ...options], source);
}

/** Words for an entry, a pointer to it, and a distance, on any machine. */
const PROGRAM = `.balign 16
.globl purgatory_start
purgatory_start: .long 0, 0
.data
pointer: .WORD purgatory_start
distance: .long purgatory_start - .
`;

function program(wordBits: 32 | 64): string {
  return PROGRAM.replace('.WORD', wordBits === 64 ? '.quad' : '.long');
}

describe.each(architectures.map(({ machine }) => [machine.arch, machine] as const))(
  '%s',
  (arch, { wordBits, title }) => {
    it('has one pointer that moves and one distance that does not', () => {
      const { entries, arch: found } = auditObject(assembled(arch, program(wordBits)));
      expect(found).toBe(arch);
      const kinds = entries.filter((entry) => entry.class !== 'marker').map((entry) => entry.class);
      // RISC-V takes the distance from two labels: both places move, and it is settled.
      expect(kinds.filter((kind) => kind === 'fixup')).toHaveLength(1);
      expect(kinds).toContain('settled');
      expect(kinds).not.toContain('refused');
      expect(kinds).not.toContain('needs GOT');
      for (const { name } of entries) expect(explainType(name, arch).name).toBe(name);
    });

    it(`is ${hasPrologue(arch) ? 'built' : 'refused by name: it has no prologue'}`, async () => {
      const build = buildImage(assembled(arch, program(wordBits)), { entry: 'purgatory_start' });
      if (hasPrologue(arch)) expect((await build).map.fixups).toHaveLength(1);
      else await expect(build).rejects.toThrow(`no prologue is generated for ${title}`);
    });
  },
);

/** Where assemblers ask no more of a section than instructions do. */
it.each([
  ['aarch64', 8],
  ['riscv64', 8],
  ['riscv32', 4],
  ['sh', 4],
  ['sheb', 4],
])("%s: the load base is a multiple of a word's %i bytes, for the prologue's table", async (arch, bytes) => {
  const source = '.globl purgatory_start\n.section .code, "ax"\npurgatory_start: .byte 0, 0, 0, 0\n';
  const { map, summary } = await buildImage(assembled(arch, source), { entry: 'purgatory_start' });
  expect(map.loadAlign).toBe(bytes);
  expect(summary.loadAlignBecause).toBe("the prologue's table");
});

it('m68k: @GOTPC of the table has no slot, @GOT has one', () => {
  const { entries } = auditObject(
    assembled(
      'm68k',
      'lea (%pc, _GLOBAL_OFFSET_TABLE_@GOTPC), %a5\nmove.l foo@GOT.w(%a5), %d0\n.globl foo\nfoo: rts\n',
    ),
  );
  const classes = new Map(entries.map((entry) => [entry.name, entry.class]));
  expect(classes).toEqual(
    new Map([
      ['R_68K_GOT32', 'settled'],
      ['R_68K_GOT16O', 'needs GOT'],
    ]),
  );
});

function analysed(arch: string, source: string, ...options: string[]): ReturnType<typeof analyseObject> {
  return analysedBytes(assembled(arch, source, ...options));
}

function analysedBytes(bytes: Uint8Array): ReturnType<typeof analyseObject> {
  const elf = readElf(bytes);
  const { architecture, model } = rulesFor(elf);
  return analyseObject(elf, architecture, model, {});
}

describe.each(['sh', 'sheb'])('%s', (arch) => {
  it('has addends in the place and in the entry, which add up', () => {
    const found = analysed(
      arch,
      '.globl foo\nfoo: .long 0\n.data\n.long foo + 5\n.reloc ., R_SH_DIR32, foo + 7\n.long -3\n',
    );
    expect(found.sites.map(({ addend }) => addend)).toEqual([5n, 4n]);
    expect(found.troubles).toEqual([]);
  });

  it('leaves what the assembler filled for a linker that relaxes', () => {
    const code =
      '.align 2\nstart: mov.l literal, r0\njmp @r0\nnop\nbt start\n.align 2\nliteral: .long start\n';
    const found = analysed(arch, code, '-relax');
    expect(found.troubles).toEqual([]);
    expect(found.sites.map(({ rule }) => rule.name)).toEqual(['R_SH_DIR32']);
    const kinds = new Set(found.markers.map(({ type }) => type));
    expect(kinds).toContain('R_SH_DIR8WPL');
    expect(kinds).toContain('R_SH_DIR8WPN');
  });

  it('refuses a short branch to another section', () => {
    const [trouble] = analysed(
      arch,
      '.globl foo\n.reloc ., R_SH_DIR8WPN, foo\n.word 0x8b00\n.data\nfoo: .long 0\n',
    ).troubles;
    expect(trouble?.type).toBe('R_SH_DIR8WPN');
    expect(trouble?.why).toMatch(/cannot name a symbol of another section/);
  });
});

describe('sparc64', () => {
  const OLO10 = '.globl foo\nfoo: ldx [%g1 + %lo(foo + 1) - 8], %g2\n';

  it('has a second addend beside the type', () => {
    const { sites, troubles } = analysed('sparc64', OLO10);
    expect(troubles).toEqual([]);
    expect(sites.map(({ rule, addend, second }) => [rule.name, addend, second])).toEqual([
      ['R_SPARC_OLO10', 1n, -8n],
    ]);
  });

  it('is refused where a type does not use one', () => {
    const bytes = assembled('sparc64', OLO10);
    const table = readElf(bytes).sections.find(({ type }) => type === 4);
    if (!table) throw new Error('no SHT_RELA');
    // The lowest byte of r_info is the type: R_SPARC_LO10.
    table.data[15] = 12;
    expect(analysedBytes(bytes).troubles.map(({ why }) => why)).toEqual([
      'it has a second addend, -8, which it does not use',
    ]);
  });
});
