/** The register that a C function counts from: an image that finds another address in it sees that. */
import { expect, test } from 'vitest';
import { writeContainer } from '../../../image/memory/bytes.ts';
import { applyObject, buildImage } from '../../../index.ts';
import { architectureNamed } from '../../../relocator-dsl/arch/index.ts';
import { basesFor, entered } from '../../selfcheck/enter.ts';
import { keptImages, readKept } from '../../selfcheck/kept.ts';
import { selfChecks } from './selfcheck.ts';

const B = 0x4800_0000n;

test.each(Object.entries(selfChecks))(
  '%s: another address in r12 at the entry is seen',
  async (arch, check) => {
    const order = architectureNamed(arch)?.machine.instructionOrder ?? 'big';
    let tried = 0;
    for (const image of keptImages(arch, check)) {
      const object = readKept(image);
      const built = await buildImage(object);
      const [base = 0n] = basesFor(built);
      if (!built.map.registers?.some(({ name }) => name === 'r12')) continue;
      const { memory, map } = await applyObject(object, base);
      const blob = new Uint8Array(map.memsz);
      blob.set(memory, map.imageOffset);
      // qemu-user starts a process with r12 where it begins, here first the entry and then a branch to it.
      const outcomeFrom = (start: number): Promise<string> =>
        entered({ blob, map }, base, { cpu: image.cpu, nop: undefined, at: start });
      expect(await outcomeFrom(map.entry), image.name).toBe('code 42');
      writeContainer(blob, 0, 4, order, B | BigInt(map.entry));
      expect(await outcomeFrom(0), image.name).not.toBe('code 42');
      tried++;
    }
    expect(tried).toBeGreaterThan(1);
  },
);
