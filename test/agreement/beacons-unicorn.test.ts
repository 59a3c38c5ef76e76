/** Beacons: a prologue that stops stores why, once, where it was told to; seen in the memory that an emulator runs it on. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasPrologue, targetFor } from '../../codegen/machines/index.ts';
import { readElf } from '../../image/elf/read.ts';
import { type Beacon, type BuiltImage, buildImage, InputError, verifyImage } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { ROOT } from '../support/files.ts';
import { gnuObject } from '../support/gnu-object.ts';

const MACHINES = architectures.map(({ machine }) => machine).filter(({ arch }) => hasPrologue(arch));
/** Outside of every image that verification places. */
const ADDRESS = 0x900_0000n;

/** relocator's own purgatory, which looks at its base. */
function built(arch: string, beacon: Beacon | undefined): Promise<BuiltImage> {
  const object = readFileSync(`${ROOT}/purgatory/objects/${arch}.ro`);
  return buildImage(object, { loaderWrites: 'relocator', checked: true, beacon });
}

describe.each(MACHINES.map(({ arch }) => [arch] as const))('%s', (arch) => {
  it.each(['mmio', 'serial'] as const)('stores the code once: %s', async (kind) => {
    const beacon = { kind, address: ADDRESS };
    const image = await built(arch, beacon).catch((error: unknown) => {
      if (error instanceof InputError) return error;
      throw error;
    });
    if (image instanceof InputError) {
      expect(image.message).toMatch(/^--beacon serial:0x9000000: .*store no bytes; use mmio:ADDRESS$/);
      return;
    }
    const { blob, map } = image;
    expect(map.prologue.stop?.beacon).toMatchObject(beacon);
    const { refused, bases, ok } = await verifyImage(blob, map);
    expect([...refused, ...bases].filter(({ trouble }) => trouble !== undefined)).toEqual([]);
    expect(ok).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
  });
});

/** Those that have ports. */
const WITH_PORTS: string[] = [];
for (const { arch } of MACHINES) if ((await targetFor(arch)).beacon.port) WITH_PORTS.push(arch);

describe('ports', () => {
  it.each(WITH_PORTS.flatMap((arch) => [0x80n, 0x402n].map((address) => [arch, address] as const)))(
    'of %s get the code by what GNU as makes of it: %i',
    async (arch, address) => {
      const { blob, map } = await built(arch, { kind: 'port', address });
      const { offset: end, beacon } = map.prologue.stop ?? {};
      const lines = (await targetFor(arch)).beacon.port?.(Number(address)) ?? [];
      const { sections } = readElf(gnuObject(arch, `.text\n${lines.join('\n')}\n`));
      const code = sections.find(({ name }) => name === '.text')?.data;
      expect(Buffer.from(blob.subarray(beacon?.offset, end))).toEqual(Buffer.from(code ?? []));
      expect((await verifyImage(blob, map)).ok).toBe(true);
    },
  );

  it.each(MACHINES.filter(({ arch }) => !WITH_PORTS.includes(arch)).map(({ arch }) => [arch] as const))(
    'are refused on %s, which has none',
    async (arch) => {
      await expect(built(arch, { kind: 'port', address: 0x80n })).rejects.toThrow(
        /^--beacon port:0x80: .* has no ports; use mmio:ADDRESS or serial:ADDRESS$/,
      );
    },
  );
});

describe('what cannot be', () => {
  const refused = async (arch: string, kind: Beacon['kind'], address: bigint): Promise<string> =>
    String(await built(arch, { kind, address }).catch((error: unknown) => error));

  it('is refused with the reason', async () => {
    expect(await refused(PLAIN, 'port', 0x1_0000n)).toContain(
      '--beacon port:0x10000: ports have numbers up to 0xffff',
    );
    expect(await refused(NARROW, 'serial', 1n << 32n)).toMatch(/addresses of .* have 32 bits$/);
    expect(await refused(PLAIN, 'mmio', 0x1002n)).toContain('a word of 4 bytes is stored at a multiple of 4');
  });

  it('is said where nothing stops a prologue', async () => {
    const object = readFileSync(`${ROOT}/purgatory/objects/${PLAIN}.ro`);
    const beacon = { kind: 'port', address: 0x80n } as const;
    const options = { loaderWrites: 'relocator', beacon } as const;
    const without = await buildImage(object, { loaderWrites: 'relocator' });
    const { summary, blob } = await buildImage(object, options);
    expect(blob).toEqual(without.blob);
    expect(summary.notes).toEqual([
      expect.stringMatching(/^nothing stops this prologue, so there is no beacon in it/),
    ]);
  });
});
