/** What verify sees of a prologue that does not keep to the entry contract. */
import { describe, expect, it } from 'vitest';
import { emulatorMissing, verifyImage } from '../../../emulate/index.ts';
import { buildImage } from '../../../index.ts';
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

describe.skipIf(emulatorMissing('x86_64') !== undefined)('verify', () => {
  it.each([
    ['x86_64', 'xor %eax, %eax\nxor %ecx, %ecx', undefined],
    ['x86_64', 'xor %ebp, %ebp', /^register rbp, which must be preserved, changed/],
    ['x86_64', 'inc %r15', /^register r15, /],
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
