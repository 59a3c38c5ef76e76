/** What build attributes say of the processor that an object is made for. */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditObject, buildImage, InputError } from '../../../index.ts';
import { inFolder } from '../../support/folder.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { run } from '../../support/run.ts';

const ENTRY = '.globl purgatory_start\n.type purgatory_start, %function\npurgatory_start: nop\n';

/** True when readelf says that the object is for a microcontroller. */
function isForMicrocontroller(object: Uint8Array): boolean {
  const said = inFolder((file) => {
    writeFileSync(file('in.o'), object);
    return run(['readelf'], ['-A', file('in.o')]);
  });
  return /Tag_CPU_arch_profile: Microcontroller|Tag_CPU_arch: v(6S?|7E|8(\.1)?)-M/.test(said);
}

describe('an object for a microcontroller', () => {
  it.each([
    ['.cpu cortex-m0', true],
    ['.cpu cortex-m3', true],
    ['.cpu cortex-m4', true],
    ['.cpu cortex-m33', true],
    ['.arch armv8.1-m.main', true],
    ['.arch armv6s-m', true],
    ['.arch armv8-m.base', true],
    ['.cpu cortex-a8', false],
    ['.cpu cortex-r5', false],
    ['.arch armv7', false],
    ['.arch armv4t', false],
    ['.arch armv8.2-a', false],
    ['', false],
  ])('is refused by its attributes, as readelf reads them: %s', async (processor, refused) => {
    const object = gnuObject('arm', `.syntax unified\n${processor}\n.thumb\n${ENTRY}`);
    expect(isForMicrocontroller(object)).toBe(refused);
    const built = buildImage(object);
    if (!refused) return void expect((await built).map.arch).toBe('arm');
    await expect(built).rejects.toThrow(InputError);
    await expect(built).rejects.toThrow(
      /microcontroller .*no Arm state.*Tag_CPU_arch(_profile)? .* is 0x.*compile for/,
    );
    expect(() => auditObject(object)).toThrow(/microcontroller/);
  });

  it('is refused among others, by the name of its file', async () => {
    const files = [
      { name: 'first.o', bytes: gnuObject('arm', `.cpu cortex-a8\n${ENTRY}`) },
      { name: 'second.o', bytes: gnuObject('arm', '.syntax unified\n.cpu cortex-m3\n.thumb\nnop\n') },
    ];
    await expect(buildImage(files)).rejects.toThrow(/^second\.o: it is made for a microcontroller/);
  });

  it('is refused as a linked image', async () => {
    const source = `.syntax unified\n.cpu cortex-m3\n.thumb\n${ENTRY}`;
    const linked = gnuLinked('arm', source, '-pie', '--no-dynamic-linker', '-e', 'purgatory_start');
    await expect(buildImage(linked)).rejects.toThrow(/microcontroller/);
  });
});
