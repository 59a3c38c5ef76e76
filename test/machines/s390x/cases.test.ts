/** Inputs for s390x that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { auditObject, buildImage, verifyImage } from '../../../index.ts';
import { caseImage, caseObject } from '../../support/cases.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';

describe('an instruction that reaches for a weak symbol that nobody defines', () => {
  const object = caseObject('s390x', 's390x/weak.s');

  it('becomes an address 0, or an exception where it would have run', async () => {
    const { memory, section } = await caseImage(object, 0x12_3456_7000n);
    const at = section('.text');
    expect(
      Buffer.from(memory.subarray(at, at + 44))
        .toString('hex')
        .match(/.{4}/g)
        ?.join(' '),
    ).toBe(
      [
        // What GNU ld 2.41 and later make of the two calls, …
        'c0f4 0000 0001 c0f4 0000 0001',
        // … the same for branches, …
        'c0f4 0000 0001 c074 0000 0001',
        // … of the address and of the load, lay %r1,0 and an exception …
        'e310 0000 0071 c0f4 0000 0001',
        // … and for what reaches 64 KiB.
        'a7f4 0001 a774 0001',
      ].join(' '),
    );
  });

  it('does not limit the load bases', async () => {
    const { blob, map, summary } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(summary.settled).toBe(8);
    expect(map.bases.max).toBeGreaterThan(1n << 63n);
    expect((await verifyImage(blob, map)).ok).toBe(true);
    expect(auditObject(object).entries.map((entry) => entry.class)).toEqual([
      'settled',
      'settled',
      'settled',
    ]);
  });

  it('is left as it is where it has an addend of its own', async () => {
    const other = gnuObject(
      's390x',
      '.weak hook\n.globl purgatory_start\npurgatory_start: larl %r1,hook+8\n',
    );
    const { map } = await buildImage(other);
    expect(map.bases.max).toBeLessThan(1n << 32n);
  });
});

describeLinkedSlots('s390x', {
  slot: 'lgrl %r1, foo@GOTENT',
  call: 'brasl %r14, foo@PLT',
  types: { slot: 'R_390_GLOB_DAT', call: 'R_390_JMP_SLOT' },
});
