/** Two instruction sets in one image: calls change the state, jumps that would have to are refused, pointers tell it. */
import { describe, expect, it } from 'vitest';
import { EMULATORS, runInQemu, runInUnicorn } from '../../../emulate/index.ts';
import { applyAt, auditObject, buildImage, InputError } from '../../../index.ts';
import { gnuLinked, gnuObject } from '../../support/gnu-object.ts';
import { runOf } from '../../support/machine-run.ts';

const BASES = [0x1_0000n, 0x7fff_f000n];

/** Each function adds its bit to r0; all are called across the two states, directly and through pointers. */
function program(entry: 'arm' | 'thumb', address: 'pool' | 'movw'): string {
  const into = (symbol: string): string =>
    address === 'pool' ? `ldr r4, =${symbol}` : `movw r4, #:lower16:${symbol}\nmovt r4, #:upper16:${symbol}`;
  return `.syntax unified
    .macro function name, bit
    .globl \\name
    .type \\name, %function
\\name: orr r0, r0, #\\bit
    bx lr
    .endm
    .section .text.one, "ax"
    .arm
    function in_arm, 1
    .section .text.two, "ax"
    .thumb
    nop
    function in_thumb, 2
    .text
    .${entry}
    .globl purgatory_start
    .type purgatory_start, %function
purgatory_start:
    mov r0, #0
    bl in_arm
    bl in_thumb
    ${into('in_thumb')}
    add r5, r0, #0
    mov r0, #0
    blx r4
    orr r5, r5, r0, lsl #4
    mov r0, #0
    ldr r4, =pointers
    ldr r6, [r4]
    blx r6
    ldr r6, [r4, #4]
    blx r6
    orr r0, r5, r0, lsl #8
    b over
    .ltorg
    .section .text.three, "ax"
    .${entry}
    nop
    .type over, %function
over: orr r0, r0, #0x1000
    nop
done: b done
    .data
    .balign 4
pointers: .word in_arm, in_thumb
    .globl done
`;
}

describe.each([
  ['arm', 'pool', 'chain'],
  ['arm', 'movw', 'chain'],
  ['thumb', 'pool', 'chain'],
  ['thumb', 'movw', 'chain'],
  ['arm', 'pool', 'delta'],
  ['thumb', 'movw', 'delta'],
  ['arm', 'pool', 'records'],
  ['thumb', 'movw', 'records'],
] as const)('an entry in %s state, addresses by %s, format %s', (entry, address, format) => {
  const object = gnuObject('arm', program(entry, address));

  it.each(EMULATORS)('runs through both states in %s', async (emulator) => {
    const { blob, map } = await buildImage(object, { format });
    const done = map.symbols.find(({ name }) => name === 'done')?.offset ?? 0;
    const runs = BASES.map((base) => runOf('arm', base, blob, [done]));
    const results = emulator === 'unicorn' ? runs.map((run) => runInUnicorn(run)) : await runInQemu(runs);
    for (const result of results) {
      expect(result.fault).toBeUndefined();
      expect(result.registers.r0).toBe(0x1323n);
    }
  });
});

describe('a linked image', () => {
  it.each(EMULATORS)('is entered in Thumb state in %s', async (emulator) => {
    const linked = gnuLinked(
      'arm',
      program('thumb', 'pool'),
      '-pie',
      '--no-dynamic-linker',
      '--export-dynamic',
      ...['-z', 'notext', '-e', 'purgatory_start'],
    );
    const { blob, map } = await buildImage(linked, { format: 'delta' });
    const done = map.symbols.find(({ name }) => name === 'done')?.offset ?? 0;
    const runs = BASES.map((base) => ({ ...runOf('arm', base, blob, [done]), maxInstructions: 10_000 }));
    const results = emulator === 'unicorn' ? runs.map((run) => runInUnicorn(run)) : await runInQemu(runs);
    for (const result of results) expect(result.registers.r0).toBe(0x1323n);
  });
});

describe('a jump that cannot change the state', () => {
  const target = (state: 'arm' | 'thumb'): string =>
    `.section .text.other, "ax"\n.${state}\n.globl foo\n.type foo, %function\nfoo: bx lr\n`;
  const from = (state: 'arm' | 'thumb', jump: string): string =>
    `.syntax unified\n.text\n.${state}\n.globl purgatory_start\n.type purgatory_start, %function\npurgatory_start: ${jump}\n`;

  it.each([
    ['R_ARM_JUMP24', from('arm', 'b foo') + target('thumb'), 'from Arm to Thumb'],
    ['R_ARM_JUMP24', from('arm', 'bleq foo') + target('thumb'), 'from Arm to Thumb'],
    ['R_ARM_THM_JUMP24', from('thumb', 'b.w foo') + target('arm'), 'from Thumb to Arm'],
    ['R_ARM_THM_JUMP19', from('thumb', 'beq.w foo') + target('arm'), 'from Thumb to Arm'],
  ])('%s is refused with what to do about it', async (type, source, why) => {
    const object = gnuObject('arm', source);
    await expect(buildImage(object)).rejects.toThrow(InputError);
    await expect(buildImage(object)).rejects.toThrow(`${type} against foo`);
    await expect(buildImage(object)).rejects.toThrow(new RegExp(`${why} code .*veneer.*-mthumb`, 's'));
    expect(auditObject(object).entries.find(({ name }) => name === type)?.class).toBe('refused');
  });

  it('a symbol that is no function is called and jumped to in the state of the instruction', async () => {
    const other = '.section .text.other, "ax"\n.thumb\nnop\n.globl foo\nfoo: bx lr\n';
    const { blob, map } = await buildImage(gnuObject('arm', from('thumb', 'bl foo\nb.w foo') + other));
    const memory = applyAt(blob, map, 0x1_0000n);
    const at = map.entry - map.imageOffset;
    const halves = new DataView(memory.buffer, memory.byteOffset + at);
    // BL and B.W of Thumb: the second halfwords are 11x1 and 10x1.
    expect([halves.getUint16(2, true) & 0xd000, halves.getUint16(6, true) & 0xd000]).toEqual([
      0xd000, 0x9000,
    ]);
  });

  it('an entry in Arm state that is no multiple of 4 is refused', async () => {
    const source = `${from('thumb', 'nop')}.arm\n.globl here\n.set here, purgatory_start + 2\n`;
    const object = gnuObject('arm', source.replace('.type purgatory_start, %function', ''));
    await expect(buildImage(object, { entry: 'here' })).rejects.toThrow(/no multiple of 4 bytes/);
  });
});

it('a late Thumb function is called with bit 0 of its address telling so, and an Arm one without', async () => {
  const object = gnuObject(
    'arm',
    '.syntax unified\n.text\n.globl purgatory_start\n.type purgatory_start, %function\npurgatory_start: bl foo\nbl foo\n',
  );
  const { blob, map } = await buildImage(object, { late: ['foo'] });
  const code = (address: bigint): number => {
    const memory = applyAt(blob, map, 0x1_0000n, new Map([['foo', address]]));
    const { buffer, byteOffset } = memory;
    return new DataView(buffer, byteOffset + map.entry - map.imageOffset).getUint8(3);
  };
  expect([code(0x2_0000n), code(0x2_0001n)]).toEqual([0xeb, 0xfa]);
});

it('a big-endian object is refused with what to do about it', async () => {
  const object = Uint8Array.from(gnuObject('arm', 'nop'));
  const big = new DataView(object.buffer);
  object[5] = 2;
  for (const at of [16, 18, 40, 42, 44, 46, 48, 50]) big.setUint16(at, big.getUint16(at, true));
  for (const at of [20, 24, 28, 32, 36]) big.setUint32(at, big.getUint32(at, true));
  big.setUint32(32, 0);
  for (const at of [48, 50]) big.setUint16(at, 0);
  await expect(buildImage(object)).rejects.toThrow(
    /big endian.*only Arm \(32-bit\) \(32-bit, little endian\) is known: compile for that/,
  );
});
