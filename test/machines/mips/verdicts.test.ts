/** The one type of words that move may have a symbol here, and loops that relocate themselves then leave it. */
import { expect, it } from 'vitest';
import { readElf } from '../../../image/elf/read.ts';
import { judge } from '../../../image/verdict.ts';
import { architectureOf } from '../../support/architecture.ts';
import { gnuLinked } from '../../support/gnu-object.ts';

it.each([
  ['mips', '.word'],
  ['mips64', '.dword'],
])('%s: a word of a symbol that another file may define is not relocated', (arch, word) => {
  const wrong = (symbol: string): number => {
    const source = `.data\n.balign 8\n${symbol}\nfoo: ${word} foo\n`;
    const elf = readElf(gnuLinked(arch, source, '-shared'));
    return judge(elf, architectureOf(arch), { loader: 'musl' }).wrong.length;
  };
  expect(wrong('.globl foo')).toBe(1);
  expect(wrong('.globl foo\n.hidden foo')).toBe(0);
});
