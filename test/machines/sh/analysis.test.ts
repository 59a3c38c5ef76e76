import { describe, expect, it } from 'vitest';
import { analysed } from '../../support/analysed.ts';
import { assembledBy } from '../../support/gnu-object.ts';
import { toolsOf } from '../../support/tools.ts';

describe.each(['sh', 'sheb'])('%s', (arch) => {
  const found = (source: string, ...options: string[]): ReturnType<typeof analysed> =>
    analysed(assembledBy([...toolsOf(arch).as, ...options], source));

  it('has addends in the place and in the entry, which add up', () => {
    const result = found(
      '.globl foo\nfoo: .long 0\n.data\n.long foo + 5\n.reloc ., R_SH_DIR32, foo + 7\n.long -3\n',
    );
    expect(result.sites.map(({ addend }) => addend)).toEqual([5n, 4n]);
    expect(result.troubles).toEqual([]);
  });

  it('leaves what the assembler filled for a linker that relaxes', () => {
    const code =
      '.align 2\nstart: mov.l literal, r0\njmp @r0\nnop\nbt start\n.align 2\nliteral: .long start\n';
    const result = found(code, '-relax');
    expect(result.troubles).toEqual([]);
    expect(result.sites.map(({ rule }) => rule.name)).toEqual(['R_SH_DIR32']);
    const kinds = new Set(result.markers.map(({ type }) => type));
    expect(kinds).toContain('R_SH_DIR8WPL');
    expect(kinds).toContain('R_SH_DIR8WPN');
  });

  it('refuses a short branch to another section', () => {
    const [trouble] = found(
      '.globl foo\n.reloc ., R_SH_DIR8WPN, foo\n.word 0x8b00\n.data\nfoo: .long 0\n',
    ).troubles;
    expect(trouble?.type).toBe('R_SH_DIR8WPN');
    expect(trouble?.why).toMatch(/cannot name a symbol of another section/);
  });
});
