/** How messages name a relocation whose section has no name. */
import { describe, expect, it } from 'vitest';
import { originOf } from '../../../image/input/origin.ts';
import { PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { object } from '../../support/object-builder.ts';

describe('a section without a name', () => {
  const elf = object([{ name: '.text' }, { name: '' }]);
  const named = (section: Parameters<typeof originOf>[2]): string =>
    originOf(elf, architectureOf(PLAIN), section, { type: 1, symbol: 0, offset: 8n, addend: 0n }).section;

  it('is told by its number, unless others were put before it', () => {
    const [, text, nameless] = elf.sections;
    if (!text || !nameless) throw new Error('there are two sections');
    expect(named(text)).toBe('.text');
    expect(named(nameless)).toBe('section 2');
    expect(named({ ...nameless, file: { name: 'a.o' } })).toBe('an unnamed section');
  });
});
