/** On SuperH, which only qemu-user runs, an access that is wider than what is aligned is a fault there as on the machine. */
import { describe, expect, test } from 'vitest';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { emptyRequest } from '../../../codegen/request.ts';
import { runInQemu } from '../../../emulate/index.ts';
import { runOf } from '../../support/machine-run.ts';

const ENTRY = 0x760;
const BASE = 0x1_0000n;

describe.each(['sh', 'sheb'])('%s', (arch) => {
  test.each([
    [0x800, 4],
    [0x802, 2],
    [0x801, 1],
  ])('a word at 0x%i takes accesses of %i bytes and less', async (offset, widest) => {
    for (const granule of [4, 2, 1] as const) {
      const wanted = {
        ...emptyRequest(arch, 'delta', ENTRY),
        groups: [{ bytes: 4 as const, granule, words: [{ offset, value: 5n }] }],
      };
      const blob = new Uint8Array(0x1000);
      blob.set((await generatePrologue(wanted)).bytes);
      const [result] = await runInQemu([runOf(arch, BASE, blob, [ENTRY])]);
      expect(result?.reached).toBe(granule <= widest);
      // SIGBUS
      expect(result?.fault).toBe(granule <= widest ? undefined : 'signal 10');
    }
  });
});
