import { expect, test } from 'vitest';
import { codeSize } from '../../support/handler-tests.ts';

test('seven types take no more code than a compiled switch', async () => {
  // NONE, the seventh, stores nothing and never becomes a record.
  const types = ['64', 'PC32', 'PLT32', '32', '32S', 'PC64'].map((name) => `R_X86_64_${name}`);
  expect(await codeSize('x86_64', types)).toBeLessThanOrEqual(124);
});
