/** What build attributes say of the processor that an object is made for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyAt, auditObject, buildImage, InputError, verifyImage } from '../../../index.ts';
import { caseImage } from '../../support/cases.ts';
import { inFolder } from '../../support/folder.ts';
import { gnuLinked, gnuMerged, gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf, symbolsOf } from '../../support/link-image.ts';
import { programOf } from '../../support/linkers.ts';
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

/** A call from one state to the other, for a processor. */
function callAcross(processor: string, from: 'arm' | 'thumb', to: 'arm' | 'thumb'): string {
  return `.syntax unified
    ${processor}
    .${from}
    ${ENTRY}
    bl foo
    .section .text.other, "ax"
    .${to}
    .globl foo
    .type foo, %function
foo: bx lr
  `;
}

describe('a call from one state to the other', () => {
  it.each([
    ['.arch armv4t', 'arm', 'thumb', 'refused'],
    ['.arch armv4t', 'thumb', 'arm', 'refused'],
    ['.arch armv4t', 'arm', 'arm', 'bl'],
    ['.arch armv4t', 'thumb', 'thumb', 'bl'],
    ['.arch armv5t', 'arm', 'thumb', 'blx'],
    ['.arch armv5t', 'thumb', 'arm', 'blx'],
    ['.arch armv6', 'thumb', 'arm', 'blx'],
    ['.arch armv7-a', 'thumb', 'arm', 'blx'],
  ] as const)('%s, from %s to %s: %s, as lld does it', async (processor, from, to, comes) => {
    const object = gnuObject('arm', callAcross(processor, from, to));
    const linked = linkedBy(programOf('arm', 'lld'), [object], ['-e', 'purgatory_start']);
    const symbols = symbolsOf(Buffer.from(linked));
    // For processors without BLX it adds code.
    expect([...symbols.keys()].some((name) => name.includes('Thunk'))).toBe(comes === 'refused');
    if (comes === 'refused') {
      await expect(buildImage(object)).rejects.toThrow(
        /R_ARM_(THM_)?CALL against foo in \.text at 0x.*veneer.*before Armv5T.*march=armv5t/,
      );
      expect(auditObject(object).entries.map((entry) => entry.class)).toContain('refused');
      return;
    }
    const text = sectionsOf(Buffer.from(linked)).find(({ name }) => name === '.text');
    const { memory, section } = await caseImage(object, 0x1_0000n);
    const at = section('.text');
    const size = from === 'arm' ? 8 : 6;
    expect(Buffer.from(memory.subarray(at, at + size)).toString('hex')).toBe(
      Buffer.from(text?.data.subarray(0, size) ?? []).toString('hex'),
    );
  });

  const old = gnuObject('arm', callAcross('.arch armv4t', 'arm', 'thumb'));
  const later = '.arch armv7-a\nnop\n';

  it('is done where another file is for a processor that can, as linkers merge attributes', async () => {
    const files = [
      { name: 'old.o', bytes: old },
      { name: 'later.o', bytes: gnuObject('arm', later) },
    ];
    for (const input of [files, [...files].reverse(), gnuMerged('arm', old, later)]) {
      const { blob, map } = await buildImage(input);
      expect((await verifyImage(blob, map)).ok).toBe(true);
    }
  });

  it('is not done for the sake of a file that says nothing', async () => {
    const silent = withoutAttributes(gnuObject('arm', later));
    const files = [
      { name: 'old.o', bytes: old },
      { name: 'silent.o', bytes: silent },
    ];
    await expect(buildImage(files)).rejects.toThrow(/before Armv5T/);
  });

  it('is refused where no file says anything, as linkers take none for an early processor', async () => {
    const silent = withoutAttributes(gnuObject('arm', callAcross('.arch armv7-a', 'arm', 'thumb')));
    const linked = linkedBy(programOf('arm', 'lld'), [silent], ['-e', 'purgatory_start']);
    expect([...symbolsOf(Buffer.from(linked)).keys()].some((name) => name.includes('Thunk'))).toBe(true);
    await expect(buildImage(silent)).rejects.toThrow(/before Armv5T/);
  });

  it('of a late function is done where it can be, and refused where not', async () => {
    const source = (processor: string): string => `${processor}\n${ENTRY}bl foo\n`;
    const late = new Map([['foo', 0x2_0001n]]);
    const built = await buildImage(gnuObject('arm', source('.arch armv5t')), { late: ['foo'] });
    expect(applyAt(built.blob, built.map, 0x1_0000n, late)[built.map.entry - built.map.imageOffset + 7]).toBe(
      0xfa,
    );
    const { blob, map } = await buildImage(gnuObject('arm', source('.arch armv4t')), { late: ['foo'] });
    expect(() => applyAt(blob, map, 0x1_0000n, late)).toThrow(InputError);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });
});

describe('a Thumb call that is far away', () => {
  /** A call and the function behind it, the first with this distance less the 4 that a program counter is ahead. */
  const far = (processor: string, distance: number): Uint8Array =>
    gnuObject(
      'arm',
      `.syntax unified\n${processor}\n.thumb\n${ENTRY}bl foo\n.space ${distance - 2}\n.section .text.other, "ax"\n` +
        '.globl foo\n.type foo, %function\nfoo: bx lr\n',
    );
  const reach = 1 << 22;

  it.each(['.arch armv4t', '.arch armv5t', '.arch armv6', '.arch armv6k'])(
    'reaches 4 MiB before Thumb-2: %s',
    async (processor) => {
      const { map } = await buildImage(far(processor, reach - 4));
      expect(map.memsz).toBeGreaterThan(reach);
      await expect(buildImage(far(processor, reach + 4))).rejects.toThrow(
        /R_ARM_THM_CALL against foo .*-2\^22 <= X < 2\^22.*without Thumb-2|R_ARM_THM_CALL against foo .*-2\^22 <= X < 2\^22.*before Armv5T/,
      );
    },
  );

  it.each(['.arch armv6t2', '.arch armv7-a', '.arch armv8-a'])('reaches further: %s', async (processor) => {
    const { map } = await buildImage(far(processor, reach + 4));
    expect(map.memsz).toBeGreaterThan(reach);
  });
});

/** The object without its build attributes, as objcopy removes them. */
function withoutAttributes(object: Uint8Array): Uint8Array {
  return inFolder((file) => {
    writeFileSync(file('in.o'), object);
    run(['arm-linux-gnueabi-objcopy'], ['-R', '.ARM.attributes', file('in.o')]);
    return readFileSync(file('in.o'));
  });
}
