import { expect, it } from 'vitest';
import { auditObject } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';

it('@GOTPC of the table has no slot, @GOT has one', () => {
  const { entries } = auditObject(
    gnuObject(
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
