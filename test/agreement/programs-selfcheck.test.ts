/**
 * Images of programs that test every address they hold, at two bases each: of the objects that are kept of what
 * `npm run test:selfcheck` compiles. What they find is right or wrong by what stands at the address, not by a model.
 */
import { describe, expect, test } from 'vitest';
import { buildImage } from '../../index.ts';
import { FAMILIES } from '../machines/index.ts';
import { outcomeOfBuilt } from '../selfcheck/judge.ts';
import { keptImages, readKept } from '../selfcheck/kept.ts';
import { withPrologue } from '../support/with-prologue.ts';

const checks = new Map(FAMILIES.flatMap(({ selfChecks = {} }) => Object.entries(selfChecks)));

test('every machine with a prologue has programs that check themselves', () => {
  expect([...checks.keys()].sort()).toEqual(withPrologue.map(({ machine }) => machine.arch).sort());
});

describe.each([...checks])('%s', (arch, check) => {
  const images = keptImages(arch, check);

  test('images in C and C++ are kept', () => {
    expect(new Set(images.map(({ language }) => language))).toEqual(new Set(['c', 'c++']));
    expect(images.length).toBeGreaterThanOrEqual(3);
  });

  test.each(images.map((image) => [image.name, image] as const))('%s', async (_, image) => {
    expect(await outcomeOfBuilt(await buildImage(readKept(image)), image, check)).toBe('good');
  });
});
