/** Enough images of programs that check themselves, of every kind, and lists that name some of them. */
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../machines/index.ts';
import { listsOf } from '../../selfcheck/judge.ts';
import { keptFile, keptFiles, keptImages } from '../../selfcheck/kept.ts';
import { type Image, imagesOf } from '../../selfcheck/plan.ts';
import { withPrologue } from '../../support/with-prologue.ts';

const plans = FAMILIES.flatMap(({ selfChecks = {} }) => Object.entries(selfChecks)).map(([arch, check]) => ({
  arch,
  check,
  images: imagesOf(arch, check),
}));

/** Those that no list takes away. */
function expectedGood({ check, images }: (typeof plans)[number]): Image[] {
  return images.filter(({ name }) => !listsOf(check).some(([listed]) => listed.images.test(name)));
}

it('every machine with a prologue has at least 8 that must be good, and all have 300', () => {
  expect(plans.map(({ arch }) => arch).sort()).toEqual(
    withPrologue.map(({ machine }) => machine.arch).sort(),
  );
  for (const plan of plans) expect(expectedGood(plan).length, plan.arch).toBeGreaterThanOrEqual(8);
  expect(plans.flatMap(expectedGood).length).toBeGreaterThanOrEqual(300);
});

it('nothing is kept that no plan names', () => {
  const named = plans.flatMap(({ arch, check }) => keptImages(arch, check).map(keptFile));
  expect(keptFiles().sort()).toEqual(named.sort());
});

describe.each(plans)('$arch', (plan) => {
  const { arch, check, images } = plan;

  it('has images in C and C++, of objects and of all levels of optimisation', () => {
    const good = expectedGood(plan);
    expect(new Set(good.map(({ language }) => language))).toContain('c++');
    for (const form of ['rel', 'objects']) expect(good.map((image) => image.form)).toContain(form);
    const levels = new Set(good.flatMap(({ flags }) => flags.filter((flag) => /^-O/.test(flag))));
    expect(levels.size).toBeGreaterThanOrEqual(4);
  });

  it('has no two images of one name', () => {
    const names = images.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('lists what it has, each image once, and keeps what must be good', () => {
    for (const { name } of images) {
      expect(listsOf(check).filter(([listed]) => listed.images.test(name)).length, name).toBeLessThanOrEqual(
        1,
      );
    }
    for (const [{ images: named }] of listsOf(check))
      expect(images.some(({ name }) => named.test(name))).toBe(true);
    const good = new Set(expectedGood(plan).map(({ name }) => name));
    for (const { name } of keptImages(arch, check)) expect(good).toContain(name);
  });
});
