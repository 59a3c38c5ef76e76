import { expect, it } from 'vitest';
import { buildImage } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';

it('a symbol that is not aligned as its instruction needs is refused, saying so', async () => {
  const load = `.globl purgatory_start\n.text\npurgatory_start: nop\nldr x0, [x0, :lo12:odd]\n.data\n.byte 1\nodd: .quad 1\n`;
  await expect(buildImage(gnuObject('aarch64', load))).rejects.toThrow(
    /LDST64_ABS_LO12_NC .*: value 0x[0-9a-f]+ is not a multiple of 8; align the symbol and its addend to 8 bytes/,
  );
});
