/** What verify sees of a prologue that does not keep to the entry contract. */
import { describe, expect, it } from 'vitest';
import { verifyImage } from '../../../emulate/index.ts';
import { buildImage, digestOf, type ImageMap } from '../../../index.ts';
import { gnuObject } from '../../support/gnu-object.ts';

/** What is wrong with an image whose prologue is followed by `code` before its entry. */
async function troubleWith(arch: 'x86_64' | 'i386', code: string): Promise<string | undefined> {
  const text = `.globl purgatory_start, behind\n.text\npurgatory_start:\n${code}\nbehind: nop`;
  const { blob, map } = await buildImage(gnuObject(arch, text));
  const behind = map.symbols.find(({ name }) => name === 'behind');
  if (!behind) throw new Error('the map lost a symbol');
  const { bases } = await verifyImage(blob, { ...map, entry: behind.offset }, { bases: [0x7000n] });
  return bases[0]?.trouble;
}

describe('verify', () => {
  it.each([
    ['x86_64', 'xor %eax, %eax\nxor %ecx, %ecx', undefined],
    ['x86_64', 'xor %ebp, %ebp', /^register rbp, which must be preserved, changed/],
    ['x86_64', 'inc %r15', /^register r15, /],
    ['x86_64', 'movb $1, behind(%rip)', /^the byte at offset 0x[0-9a-f]+ \(\.text/],
    ['x86_64', '1: jmp 1b', /^the entry was not reached: no stop within \d+ instructions/],
    ['x86_64', 'push %rax\npop %rax', /^the stack was written to, 8 bytes below/],
    ['x86_64', 'mov %al, 3(%rsp)', /^the stack was written to, 3 bytes above/],
    ['i386', 'push %eax\npop %eax', undefined],
    ['i386', 'push %eax\npush %eax\npop %eax\npop %eax', /^the stack was written to, 8 bytes below/],
    ['i386', 'push %eax', /^register esp, /],
  ] as const)('on %s, of %j', async (arch, code, trouble) => {
    const found = await troubleWith(arch, code);
    if (trouble === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(trouble);
  });
});

/** An address of 32 bits, so that the prologue looks at the base. */
const MOVING = `.globl purgatory_start
.text
purgatory_start: mov $there, %edi
jmp .
.data
there: .quad there`;

/** The image with bytes changed in its prologue, and the digest that belongs to it. */
async function changed(
  change: (prologue: Uint8Array, map: ImageMap) => Partial<ImageMap>,
): Promise<{ readonly blob: Uint8Array; readonly map: ImageMap }> {
  const { blob, map } = await buildImage(gnuObject('x86_64', MOVING));
  const more = change(blob.subarray(0, map.prologue.size), map);
  return { blob, map: { ...map, ...more, digest: digestOf(blob, map) } };
}

/** Puts `to` where `from` stands, once. */
function replace(bytes: Uint8Array, from: readonly number[], to: readonly number[]): Record<string, never> {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(Buffer.from(from));
  expect(at).toBeGreaterThanOrEqual(0);
  bytes.set(to, at);
  return {};
}

describe('verify, by one check alone,', () => {
  async function troubles(image: Awaited<ReturnType<typeof changed>>): Promise<(string | undefined)[]> {
    const { bases, refused, digest } = await verifyImage(image.blob, image.map);
    expect(digest).toBe('same');
    expect(refused.length).toBeGreaterThan(0);
    const found = [...bases, ...refused].map(({ trouble }) => trouble?.replace(/ at offset .*/, ''));
    return [...new Set(found)];
  }

  it('takes the image as it was built', async () => {
    expect(await troubles(await changed(() => ({})))).toEqual([undefined]);
  });

  it('sees that a second entry relocates again', async () => {
    // xchg %ecx, head(%rbx) becomes a load.
    const found = await troubles(await changed((prologue) => replace(prologue, [0x87, 0x4b], [0x8b, 0x4b])));
    // At some bases the chain is followed out of the image.
    expect(found).toContain('entered a second time: the byte');
    expect(found.filter((each) => each !== undefined && !each.startsWith('entered a second time: '))).toEqual(
      [],
    );
  });

  it('sees that a base that must be refused is not', async () => {
    // ja becomes jo, which is never taken there.
    const found = await troubles(await changed((prologue) => replace(prologue, [0x77], [0x70])));
    expect(found).toEqual([undefined, 'it was not refused: the entry was reached']);
  });

  it('sees another code than that of the failure', async () => {
    const found = await troubles(await changed((prologue) => replace(prologue, [0xb8, 0x52], [0xb8, 0x53])));
    expect(found).toEqual([undefined, 'rax tells 0x53, and must tell 0x52']);
  });

  it('sees what is written before a base is refused', async () => {
    const image = await changed((prologue, map) => {
      // mov $0x52, %eax; incb 0x10(%rip); jmp .
      prologue.set([0xb8, 0x52, 0, 0, 0, 0xfe, 0x05, 0x10, 0, 0, 0, 0xeb, 0xfe]);
      return { prologue: { ...map.prologue, stop: { offset: 11, checks: ['range'] } } };
    });
    const { refused } = await verifyImage(image.blob, image.map);
    expect(refused[0]?.trouble).toBe('the byte at offset 0x1b was written before the base was refused');
  });
});
