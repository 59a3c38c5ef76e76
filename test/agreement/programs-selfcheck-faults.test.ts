/** Faults planted in what images that check themselves are built of: the program finds each kind, on each machine that has it. */
import { describe, expect, test } from 'vitest';
import { applyObject, buildImage, InputError } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { type Architecture, absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { FAMILIES } from '../machines/index.ts';
import { basesFor, entered } from '../selfcheck/enter.ts';
import { type Faulty, leftOut, wrongPadding, wrongSlots, wrongWeak } from '../selfcheck/faults.ts';
import { keptImages, readKept } from '../selfcheck/kept.ts';
import type { SelfCheck } from '../selfcheck/plan.ts';

const GOOD = 'code 42';
/** Some faults are where the program never comes, and relocator refuses some. */
const TRIED = 40;

const checks = FAMILIES.flatMap(({ selfChecks = {} }) => Object.entries(selfChecks)).flatMap(
  ([arch, check]) => {
    const architecture = architectureNamed(arch);
    return architecture ? [{ arch, check, architecture }] : [];
  },
);

interface Kind {
  readonly what: string;
  /** The machines that have it, at least. */
  readonly machines: number;
  readonly plant: (object: Uint8Array, architecture: Architecture) => Iterable<Faulty>;
}

const KINDS: readonly Kind[] = [
  {
    what: 'a word of a table that is not relocated',
    machines: 21,
    plant: (object, architecture) =>
      leftOut(object, architecture, (type) => type === absoluteWordRule(architecture)),
  },
  { what: 'a wrong slot of the GOT', machines: 14, plant: wrongSlots },
  { what: 'a weak symbol that is somewhere', machines: 21, plant: wrongWeak },
  { what: 'code that is cut away', machines: 3, plant: wrongPadding },
];

/** What the program ends with that is built of the object, at one base; undefined where relocator refuses it. */
async function outcomeOf(
  object: Uint8Array,
  cpu: string | undefined,
  { nop }: SelfCheck,
): Promise<string | undefined> {
  try {
    const built = await buildImage(object);
    const [base] = basesFor(built);
    return base === undefined ? undefined : await entered(built, base, { cpu, nop });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

describe.each(KINDS)('$what', ({ machines, plant }) => {
  const having = checks.flatMap(({ arch, check, architecture }) => {
    const images = keptImages(arch, check).flatMap((image) => {
      const [first] = plant(readKept(image), architecture);
      return first ? [image] : [];
    });
    return images.length > 0 ? [{ arch, check, architecture, images }] : [];
  });

  test(`${machines} machines have it`, () => {
    expect(having.length).toBeGreaterThanOrEqual(machines);
  });

  test.each(having)('$arch', async ({ check, architecture, images }) => {
    const tried: string[] = [];
    for (const image of images) {
      for (const { what, object } of plant(readKept(image), architecture)) {
        const outcome = await outcomeOf(object, image.cpu, check);
        if (outcome !== undefined && outcome !== GOOD) return;
        tried.push(`${image.name}: ${what}: ${outcome ?? 'refused'}`);
        if (tried.length === TRIED) break;
      }
    }
    expect.fail(`no fault was found: ${tried.join('; ')}`);
  });
});

describe('a register that the entry counts from, and nobody set', async () => {
  const having = await Promise.all(
    checks.map(async ({ arch, check, architecture }) => {
      const { entryRegister } = architecture.machine.entry;
      const images = keptImages(arch, check).map(async (image) => {
        const object = readKept(image);
        const { map } = await buildImage(object);
        const position = entryRegister !== undefined && image.flags.includes('-fPIC') && image.form === 'rel';
        // Of a process some registers have its first instruction's address.
        const promised = map.registers?.some(({ offset }) => offset !== map.entry);
        return position || promised ? [{ image, object, base: basesFor({ map })[0] ?? 0n }] : [];
      });
      return { arch, check, images: (await Promise.all(images)).flat() };
    }),
  );

  test('7 machines have it', () => {
    expect(having.filter(({ images }) => images.length > 0).length).toBeGreaterThanOrEqual(7);
  });

  test.each(having.filter(({ images }) => images.length > 0))('$arch', async ({ check: { nop }, images }) => {
    for (const { image, object, base } of images) {
      const { memory, map } = await applyObject(object, base);
      const blob = new Uint8Array(map.memsz);
      blob.set(memory, map.imageOffset);
      const outcome = await entered({ blob, map }, base, { cpu: image.cpu, nop, at: map.entry });
      expect(outcome, image.name).not.toBe(GOOD);
    }
  });
});
