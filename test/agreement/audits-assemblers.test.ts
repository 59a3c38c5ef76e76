/** Objects of GNU as for every machine: the audit knows what is in them, and `build` refuses machines without a prologue. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
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
const ALIGNED = architectures.flatMap(({ machine: { arch } }) => {
  const { tableAlign } = toolchainOf(arch);
  return tableAlign === undefined ? [] : [[arch, tableAlign] as const];
});

it.each(ALIGNED)(
  "%s: the load base is a multiple of a word's %i bytes, for the prologue's table",
  async (arch, bytes) => {
    const source = '.globl purgatory_start\n.section .code, "ax"\npurgatory_start: .byte 0, 0, 0, 0\n';
    const { map, summary } = await buildImage(assembled(arch, source), { entry: 'purgatory_start' });
    expect(map.loadAlign).toBe(bytes);
    expect(summary.loadAlignBecause).toBe("the prologue's table");
  },
);
