/** Instructions that need not go through the GOT: what becomes of each here, with GNU ld and with lld. */
import { describe, expect, test } from 'vitest';
import { applyObject } from '../../../index.ts';
import type { Rewritten } from '../../support/differences.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import type { LinkedSection } from '../../support/link-image.ts';
import { linkObject } from '../../support/link-object.ts';
import { LINKERS } from '../../support/linkers.ts';
import { read } from '../../support/memory.ts';
import { differences as ofI386 } from '../i386/differences.ts';
import { fixedForms, forms as i386 } from '../i386/got-forms.ts';
import { differences as ofX86_64 } from '../x86_64/differences.ts';
import { forms as x86_64 } from '../x86_64/got-forms.ts';
import { type Meaning, meaningOf } from './got-forms.ts';

const STRIDE = 16;
const MODES = [
  { mode: 'static', fixed: true, options: ['-static'] },
  { mode: 'PIE', fixed: false, options: ['-pie', '--no-dynamic-linker', '--no-check-sections'] },
];
/** The machines of x86: the bits of a word, where the object is put, and what goes through the GOT, at any base or not. */
const X86 = {
  x86_64: { wordBits: 64, base: 0x40_0000n, anywhere: x86_64, fixed: [] },
  i386: { wordBits: 32, base: 0x80_0000n, anywhere: i386, fixed: fixedForms },
} as const;
type Name = keyof typeof X86;

const WAYS = [ofX86_64, ofI386].flatMap(({ rewritten = [] }) => rewritten);
const seen = new Set<Rewritten>();

function formsOf(arch: Name, fixed: boolean): readonly string[] {
  return [...X86[arch].anywhere, ...(fixed ? X86[arch].fixed : [])];
}

function source(arch: Name, all: readonly string[]): string {
  const forms = all.map((form) => `.balign ${STRIDE}, 0x90\n${form}`);
  return `.globl purgatory_start, foo
    .text
    purgatory_start: .long _GLOBAL_OFFSET_TABLE_ - ${X86[arch].wordBits === 32 ? '0' : '.'}
    ${forms.join('\n')}
    .balign ${STRIDE}, 0x90
    .data
    .balign 8
    .quad 0
    foo: .quad 0\n`;
}

/** What each instruction means in a set of sections. The first word of .text is the distance to the GOT. */
function meanings(arch: Name, forms: readonly string[], sections: readonly LinkedSection[]): Meaning[] {
  const text = sections.find(({ name }) => name === '.text');
  if (!text) throw new Error('no .text');
  const got = text.address + BigInt.asIntN(32, read(text.data, 0, 4, 'little'));
  const word = X86[arch].wordBits / 8;
  const wordAt = (address: bigint): bigint => {
    const holder = sections.find(
      (each) => address >= each.address && address + BigInt(word) <= each.address + BigInt(each.data.length),
    );
    if (!holder) throw new Error(`no section has a slot at 0x${address.toString(16)}`);
    return read(holder.data, Number(address - holder.address), word, 'little');
  };
  const chunks = forms.map((_, index) => text.data.subarray(STRIDE * (index + 1), STRIDE * (index + 2)));
  return chunks.map((bytes, index) =>
    meaningOf(X86[arch].wordBits, { bytes, wordAt }, text.address + BigInt(STRIDE * (index + 1)), got),
  );
}

describe.each(['x86_64', 'i386'] as const)('%s', (arch) => {
  const { base } = X86[arch];

  describe.each(LINKERS)('%s', (linker) => {
    test.each(MODES)('$mode', async ({ fixed, options }) => {
      const forms = formsOf(arch, fixed);
      const object = gnuObject(arch, source(arch, forms));
      const { memory, map } = await applyObject(object, base);
      const start = base + BigInt(map.imageOffset);
      const placed = map.sections.filter(({ name, size }) => size > 0 && /^\.(text|data)$/.test(name));
      const textOffset = (placed.find(({ name }) => name === '.text')?.offset ?? 0) - map.imageOffset;
      const ours = meanings(arch, forms, [
        { name: '.text', address: start + BigInt(textOffset), data: memory.subarray(textOffset) },
        { name: 'image', address: start, data: memory },
      ]);
      const layout = placed.map(({ name, offset }) => ({
        name,
        address: base + BigInt(offset),
        inputs: `*(${name})`,
      }));
      layout.push({ name: '.got', address: base + 0x1_0000n, inputs: '*(.got)' });
      layout.push({ name: '.got.plt', address: base + 0x1_1000n, inputs: '*(.got.plt)' });
      const linked = linkObject(arch, linker, object, layout, ...options);
      const theirs = meanings(arch, forms, linked.sections);

      const foo = base + BigInt(map.symbols.find(({ name }) => name === 'foo')?.offset ?? 0);
      const unlisted: string[] = [];
      for (const [index, form] of forms.entries()) {
        const [mine, other] = [ours[index], theirs[index]];
        expect(mine?.value, form).toBe(foo);
        // In a PIE a slot is filled by whoever loads it; GNU ld leaves 0 where the addend is in the entry.
        if (fixed || other?.way !== 'slot') expect(other?.value, form).toBe(foo);
        if (mine?.way === other?.way) {
          expect(other?.code, form).toBe(mine?.code);
          continue;
        }
        const listed = WAYS.find(
          (each) =>
            each.linker === linker &&
            each.arch === arch &&
            (fixed || !each.fixed) &&
            each.forms.test(form) &&
            each.way === other?.way,
        );
        if (listed) seen.add(listed);
        else unlisted.push(`${form}: ${mine?.way} here, ${other?.way} there, ${other?.code}`);
      }
      expect(unlisted).toEqual([]);
      expect(ours.filter(({ way }) => way === 'direct').length).toBeGreaterThanOrEqual(4);
      expect(ours.filter(({ way }) => way === 'slot').length).toBeGreaterThan(8);
    });
  });
});

test('every listed difference is one', () => {
  expect(WAYS.filter((each) => !seen.has(each)).map(({ linker, arch }) => `${linker} ${arch}`)).toEqual([]);
});

test('another operand, opcode or way is noticed', () => {
  const bytes = Uint8Array.of(0x48, 0x8d, 0x05, 0x10, 0, 0, 0);
  const meaning = (): Meaning => meaningOf(64, { bytes, wordAt: () => 0x1017n }, 0x1000n, 0n);
  const right = meaning();
  expect(right).toMatchObject({ way: 'direct', value: 0x1017n });
  bytes[3] = 0x11;
  expect(meaning().value).toBe(0x1018n);
  bytes[3] = 0x10;
  bytes[0] = 0x4c;
  expect(meaning().code).not.toBe(right.code);
  bytes[0] = 0x48;
  bytes[1] = 0x8b;
  expect(meaning()).toMatchObject({ way: 'slot', value: 0x1017n });
});
