/** Inputs for AArch64 that once came out wrong, with their right values. */
import { expect, it } from 'vitest';
import { buildImage } from '../../../index.ts';
import { caseCompiled } from '../../support/cases.ts';
import { linkedBy } from '../../support/gnu-object.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';

it.each([0x400_0000, 0x8000_0000])(
  'data at 0x%i is too far away, by the one limit there is',
  async (address) => {
    const object = caseCompiled('aarch64', 'CLANG', 'aarch64/far-data.c', [
      ...['-O2', '-fPIC', '-ffreestanding', '-c'],
    ]);
    const file = linkedBy(
      programOf('aarch64', 'lld'),
      [object],
      ['-pie', '--no-dynamic-linker', '-e', 'purgatory_start', `--section-start=.data=${address}`],
    );
    const span = (await buildImage(file).catch(({ message }: Error) => message)).toString();
    expect(span).toMatch(
      /^the PT_LOAD segments span 0x[0-9a-f]+ bytes; an image in memory may have 0x4000000 bytes \(64 MiB\) at most; link/,
    );
    expect(Number(/span (0x[0-9a-f]+)/.exec(span)?.[1])).toBeGreaterThanOrEqual(Number(address));
  },
);

describeLinkedSlots('aarch64', {
  slot: 'adrp x0, :got:foo\nldr x0, [x0, :got_lo12:foo]',
  call: 'bl foo',
  types: { slot: 'R_AARCH64_GLOB_DAT', call: 'R_AARCH64_JUMP_SLOT' },
});
