/** Words of both sizes in one chain: only where no upper half changes, and no words share bytes. */
import { describe, expect, it } from 'vitest';
import { inLowerHalves } from '../../../codegen/formats/lower-halves.ts';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { emptyRequest, type PrologueRequest } from '../../../codegen/request.ts';
import { PLAIN } from '../../machines/samples.ts';

const MAX = 0x7fff_f000n;

/** One word of 8 bytes at 0x800, and one of 4 bytes. */
function requestWith(change: { eight?: bigint; fourAt?: number; max?: bigint } = {}): PrologueRequest {
  const { eight = 0x900n, fourAt = 0x810, max = MAX } = change;
  return {
    ...emptyRequest(PLAIN, 'chain', 0x700),
    bases: { min: 0n, max },
    groups: [
      { bytes: 8, granule: 8, words: [{ offset: 0x800, value: eight }] },
      { bytes: 4, granule: 4, words: [{ offset: fourAt, value: 0x777n }] },
    ],
  };
}

const heads = async (request: PrologueRequest): Promise<number> =>
  (await generatePrologue(request)).table.size / 4;

describe('words of 8 and of 4 bytes', () => {
  it('are one group, of lower halves, in order', () => {
    const offsets = (order: 'little' | 'big'): number[] | undefined =>
      inLowerHalves(requestWith(), order)?.request.groups.flatMap(({ words }) =>
        words.map(({ offset }) => offset),
      );
    expect(offsets('little')).toEqual([0x800, 0x810]);
    expect(offsets('big')).toEqual([0x804, 0x810]);
  });

  it('have one head, and hold zeros above what is chained', async () => {
    const { table, words } = await generatePrologue(requestWith());
    expect(table.size).toBe(4);
    expect(words.get(0x800)).toMatchObject({ bytes: 8, value: 0x810_0900n });
    expect(words.get(0x810)).toMatchObject({ bytes: 4, value: 0x777n });
  });

  it('stay apart where a carry may reach an upper half', () => {
    const last = (1n << 32n) - 1n - MAX;
    expect(inLowerHalves(requestWith({ eight: last }), 'little')).toBeDefined();
    expect(inLowerHalves(requestWith({ eight: last + 1n }), 'little')).toBeUndefined();
  });

  it.each(['little', 'big'] as const)('stay apart where they share bytes (%s)', (order) => {
    expect(inLowerHalves(requestWith({ fourAt: 0x808 }), order)).toBeDefined();
    expect(inLowerHalves(requestWith({ fourAt: 0x804 }), order)).toBeUndefined();
    expect(inLowerHalves(requestWith({ fourAt: 0x7fd }), order)).toBeUndefined();
  });

  it('have two heads where half of four bytes does not hold what half of eight does', async () => {
    expect(await heads(requestWith({ eight: 0x1_0000n }))).toBe(2);
    expect(await heads(requestWith({ eight: 0xffffn }))).toBe(1);
  });
});
