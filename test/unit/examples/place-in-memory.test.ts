import { expect, test } from 'vitest';
import { PARTED } from '../../machines/samples.ts';
import { example } from '../../support/example.ts';
import { fixturePath } from '../../support/golden.ts';

test('place-in-memory tells where to copy and what will change', () => {
  const text = example('place-in-memory', fixturePath(`${PARTED}-gcc-small-Os.ro`), '0x80001234');
  expect(text).toMatch(/^copy \d+ bytes to 0x80002000 and jump there$/m);
  expect(text).toMatch(/and then enter purgatory_start at 0x80002/);
});
