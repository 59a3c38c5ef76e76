import { expect, test } from 'vitest';
import { buildImage } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';

test('a branch that does not reach is refused, without a remedy that the machine does not have', async () => {
  const far =
    '.globl purgatory_start\npurgatory_start: j foo\n.section .far, "ax"\n.space 0x40000\nfoo: nop\n';
  await expect(buildImage(gnuObject('s390x', far))).rejects.toThrow(
    /R_390_PC16DBL .*; bring the two places nearer together$/,
  );
});
