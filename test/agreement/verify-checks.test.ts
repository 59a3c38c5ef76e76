/** Each of verify's own checks refuses an image that no other check does; the digest is renewed, so that it helps none. */
import { describe, expect, it } from 'vitest';
import { verifyImage } from '../../emulate/index.ts';
import { type BuiltImage, buildImage, digestOf, type ImageMap } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { buildFixture, fixtureArch, fixtureNames } from '../support/golden.ts';

function fixtureOf(arch: string): string {
  const name = fixtureNames().find((each) => fixtureArch(each) === arch && each.endsWith('.ro'));
  if (name === undefined) throw new Error(`there is no purgatory for ${arch}`);
  return name;
}

/** The image with another map, and the digest that belongs to both. */
function renewed(blob: Uint8Array, map: ImageMap): Pick<BuiltImage, 'blob' | 'map'> {
  return { blob, map: { ...map, digest: digestOf(blob, map) } };
}

async function troubles({ blob, map }: Pick<BuiltImage, 'blob' | 'map'>): Promise<(string | undefined)[]> {
  // Unicorn does not always stop in the midst of a block.
  const { bases, refused, digest } = await verifyImage(blob, map, { emulator: 'qemu-user' });
  expect(digest).toBe('same');
  return [...bases, ...refused].map(({ trouble }) => trouble);
}

describe('verify refuses by itself', () => {
  const promising = architectures.filter(({ machine }) => machine.entry.entryRegister !== undefined);
  it.each(promising.map(({ machine }) => [machine.arch, machine] as const))(
    'an entry whose address is not in the register that %s promises',
    async (arch, { code, entry, wordBits }) => {
      const word = wordBits === 64 ? '.quad' : '.long';
      const text = `.globl purgatory_start\n.text\npurgatory_start:\n${'nop\n'.repeat(8)}.data\n${word} purgatory_start\n`;
      const { blob, map } = await buildImage(gnuObject(arch, text));
      // The instruction behind the entry takes its place, with the register as it was for the entry.
      const found = await troubles(renewed(blob, { ...map, entry: map.entry + code.alignment }));
      expect(new Set(found.map((each) => each?.replace(/ is 0x.*/, '')))).toEqual(
        new Set([`register ${entry.entryRegister}, from which the entry counts,`]),
      );
    },
  );

  it('a blob that was changed where no loader writes, whatever the runs say', async () => {
    const [first] = fixtureNames();
    const { blob, map } = await buildFixture(first ?? '');
    const changed = Uint8Array.from(blob);
    const far = (at: number): boolean => map.fixups.every(({ offset }) => Math.abs(offset - at) > 16);
    const at = changed.findIndex((_, index) => index >= map.imageOffset && far(index));
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { ok, digest, bases } = await verifyImage(changed, map);
    expect([ok, digest, bases.filter(({ trouble }) => trouble !== undefined)]).toEqual([
      false,
      'changed',
      [],
    ]);
  });
});

describe('with the digest renewed, verify misses', () => {
  it('no bit of a prologue or of a word that moves but those that change nothing', async () => {
    const { blob, map } = await buildFixture(fixtureOf(architectures[0]?.machine.arch ?? ''));
    const missed: number[] = [];
    let tried = 0;
    for (let bit = 0; bit < 8 * blob.length; bit += 97) {
      tried++;
      const copy = Uint8Array.from(blob);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const image = renewed(copy, map);
      if ((await verifyImage(image.blob, image.map)).ok) missed.push(bit >> 3);
    }
    const ofFixups = missed.filter((at) => map.fixups.some(({ offset }) => at >= offset && at < offset + 4));
    const ofPrologue = missed.filter((at) => at < map.prologue.size);
    expect(ofFixups).toEqual([]);
    expect(tried).toBeGreaterThan(150);
    // Prefixes and numbers of registers that make no difference.
    expect(ofPrologue.length).toBeLessThanOrEqual(1);
  });
});
