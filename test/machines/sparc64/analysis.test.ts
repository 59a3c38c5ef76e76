import { describe, expect, it } from 'vitest';
import { readElf } from '../../../image/elf/read.ts';
import { analysed } from '../../support/analysed.ts';
import { gnuObject } from '../../support/gnu-object.ts';

describe('R_SPARC_OLO10', () => {
  const OLO10 = '.globl foo\nfoo: ldx [%g1 + %lo(foo + 1) - 8], %g2\n';

  it('has a second addend beside the type', () => {
    const { sites, troubles } = analysed(gnuObject('sparc64', OLO10));
    expect(troubles).toEqual([]);
    expect(sites.map(({ rule, addend, second }) => [rule.name, addend, second])).toEqual([
      ['R_SPARC_OLO10', 1n, -8n],
    ]);
  });

  it('is refused where a type does not use one', () => {
    const bytes = gnuObject('sparc64', OLO10);
    const table = readElf(bytes).sections.find(({ type }) => type === 4);
    if (!table) throw new Error('no SHT_RELA');
    // The lowest byte of r_info is the type: R_SPARC_LO10.
    table.data[15] = 12;
    expect(analysed(bytes).troubles.map(({ why }) => why)).toEqual([
      'it has a second addend, -8, which it does not use',
    ]);
  });
});
