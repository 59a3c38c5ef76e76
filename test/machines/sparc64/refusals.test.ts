import { expect, test } from 'vitest';
import { buildImage } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';

/** What an image with these instructions and a foo behind them becomes. */
function built(...instructions: string[]): Promise<unknown> {
  const source = [
    '.globl purgatory_start',
    '.globl foo',
    'purgatory_start:',
    ...instructions,
    'foo: nop',
    '',
  ];
  return buildImage(gnuObject('sparc64', source.join('\n')));
}

/** That parts of an address are not there. */
function lost(type: string, rest: string): RegExp {
  return new RegExp(`${type} against foo in \\.text at 0x[^:]*: its section has ${rest}`);
}

test('a part of an address whose other parts are nowhere is refused, a whole one is not', async () => {
  const low = ['sethi %lm(foo), %g1', 'or %g1, %lo(foo), %g1'];
  await expect(built(...low)).rejects.toThrow(lost('R_SPARC_LM22', 'no R_SPARC_HM10'));
  await expect(built('setx foo, %g1, %g2')).resolves.toBeDefined();
});
