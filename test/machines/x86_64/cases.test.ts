/** Inputs for x86-64 that once came out wrong, with their right values. */
import { describe, expect, it } from 'vitest';
import { buildImage, readElf, verifyImage } from '../../../index.ts';
import { caseImage, caseObject } from '../../support/cases.ts';
import { gnuObject, linkedBy } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { describeLinkedSlots } from '../../support/linked-slots.ts';
import { programOf } from '../../support/linkers.ts';

/** Where the distances of the case stand in its text. */
const BRANCHES = [1, 6, 12, 17] as const;

/** The targets of branches in text that stands at an address. */
function targets(text: Buffer, address: bigint): bigint[] {
  return BRANCHES.map((at) => address + BigInt(at + 4 + text.readInt32LE(at)));
}

describe('a branch to a weak function that nobody defines', () => {
  const object = caseObject('x86_64', 'x86_64/weak-branches.s');

  it('goes to the load base, as lld has it in images that move', async () => {
    const linked = linkedBy(
      programOf('x86_64', 'lld'),
      [object],
      ['-pie', '--no-dynamic-linker', '-e', 'purgatory_start'],
    );
    const text = sectionsOf(Buffer.from(linked)).find(({ name }) => name === '.text');
    expect(targets(Buffer.from(text?.data ?? []), text?.address ?? 0n)).toEqual([0n, 0n, 0n, 0n]);
    for (const base of [0x1000n, 0x12_3456_7000n]) {
      const { memory, section } = await caseImage(object, base);
      const at = section('.text');
      expect(targets(Buffer.from(memory.subarray(at)), base + BigInt(at))).toEqual([base, base, base, base]);
    }
  });

  it('does not limit the load bases', async () => {
    const { blob, map } = await buildImage(object);
    expect(map.fixups).toEqual([]);
    expect(map.bases).toEqual({ min: 0n, max: (1n << 64n) - BigInt(map.memsz) });
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it('is told from a test of its address, which must give 0', async () => {
    const test = gnuObject(
      'x86_64',
      '.weak hook\n.globl purgatory_start\npurgatory_start: lea hook(%rip), %rax\n',
    );
    const { map } = await buildImage(test);
    expect(map.bases.max).toBeLessThan(1n << 31n);
  });

  it('is no distance in data, whatever stands in front of it', async () => {
    const data =
      '.weak hook\n.globl purgatory_start\npurgatory_start: jmp .\n.data\n.byte 0xe8\n.long hook - .\n';
    const { map } = await buildImage(gnuObject('x86_64', data));
    expect(map.bases.max).toBeLessThan(1n << 31n);
  });
});

describe('an address of 16 bits in an image that is larger', () => {
  it('is in reach of no load base: it is not taken for a negative number', async () => {
    const object = caseObject('x86_64', 'x86_64/code16-reach.s');
    await expect(buildImage(object)).rejects.toThrow(
      /R_X86_64_16 against .data in .text at 0x1: there is no load base/,
    );
  });
});

describe('late symbols whose addresses must fit 32 bits', () => {
  const verified = async (object: Uint8Array, late: readonly string[]) => {
    const { blob, map } = await buildImage(object, { late });
    return { blob, map, verification: await verifyImage(blob, map) };
  };

  it('get addresses that do where images are verified', async () => {
    const late = Array.from({ length: 80 }, (_, index) => `ext${index}`);
    const { verification } = await verified(caseObject('x86_64', 'x86_64/late-32s.s'), late);
    expect(
      verification.bases.map(({ trouble }) => trouble).filter((trouble) => trouble !== undefined),
    ).toEqual([]);
    expect(verification.bases.length).toBeGreaterThan(8);
  });

  it('are tried only where they can also be near the image', async () => {
    const source = '.globl purgatory_start\npurgatory_start: mov $near, %rax\nlea near(%rip), %rax\n';
    const { blob, map, verification } = await verified(gnuObject('x86_64', source), ['near']);
    expect(verification.ok).toBe(true);
    // What is at most 2 GiB away and below 2 GiB, or among the highest 2 GiB.
    expect(verification.bases.every(({ base }) => base < 1n << 32n)).toBe(true);
    await expect(verifyImage(blob, map, { bases: [0x12_3456_7000n] })).rejects.toThrow(
      /0x1234567000 no address of the late symbol near suits all that name it: R_X86_64_32S at .*; choose another/,
    );
  });
});

describeLinkedSlots('x86_64', {
  slot: 'mov foo@GOTPCREL(%rip), %rax',
  call: 'call foo@PLT',
  types: { slot: 'R_X86_64_GLOB_DAT', call: 'R_X86_64_JUMP_SLOT' },
});

describe('a slot in an instruction of APX', () => {
  /** The bytes of an instruction up to its field, which has the type. */
  const built = async (type: number, code: readonly number[], base: bigint) => {
    const bytes = code.map((byte) => `.byte ${byte}\n`).join('');
    const object = gnuObject(
      'x86_64',
      `.globl purgatory_start, foo\npurgatory_start:\n${bytes}.reloc ., R_X86_64_GOTPCREL, foo - 4\n.long 0\nfoo: ret\n`,
    );
    // The only entry of .rela.text: GNU as does not know the type.
    const [section] = readElf(object).relocations;
    const entry = Buffer.from([...Buffer.alloc(8)]);
    entry.writeBigUInt64LE(BigInt(code.length));
    const at = Buffer.from(object).indexOf(entry, 0x40 + code.length + 5);
    expect(section?.relocations).toHaveLength(1);
    const patched = Buffer.from(object);
    expect(patched.readUInt32LE(at + 8)).toBe(9);
    patched.writeUInt32LE(type, at + 8);
    const { map, memory, word, section: offsetOf } = await caseImage(patched, base);
    const text = offsetOf('.text');
    const opcode = [...memory.subarray(text, text + code.length)];
    const end = BigInt(text + code.length + 4);
    return { map, opcode, word, target: end + BigInt.asIntN(32, word(text + code.length)), foo: end };
  };

  // x86-64 psABI, Linker Optimization: mov of REX2 (d5) becomes lea.
  it('is not needed by mov', async () => {
    for (const base of [0x1_0000n, 0x12_3456_7000n]) {
      const { opcode, target, foo } = await built(43, [0xd5, 0x48, 0x8b, 0x05], base);
      expect(opcode).toEqual([0xd5, 0x48, 0x8d, 0x05]);
      expect(target).toBe(foo);
    }
  });

  it.each([
    ['add', 43, [0xd5, 0x48, 0x03, 0x05]],
    ['an instruction of the other map', 43, [0xd5, 0xc8, 0x8b, 0x05]],
    ['mov without the prefix', 43, [0x90, 0x48, 0x8b, 0x05]],
    ['an instruction of 5 bytes', 46, [0x66, 0xd5, 0x48, 0x8b, 0x05]],
    ['one with EVEX', 49, [0x62, 0xf4, 0xfc, 0x18, 0x03, 0x05]],
  ])('is there for %s', async (_what, type, code) => {
    const base = 0x12_3456_7000n;
    const { opcode, word, target, foo } = await built(type, code, base);
    expect(opcode).toEqual(code);
    expect(word(Number(target), 8)).toBe(base + foo);
  });
});
