/** Every bit of a prologue, flipped: the comparison that passes the right one must see it. */
import { describe, expect, test } from 'vitest';
import { toolchainOf } from '../machines/index.ts';
import { inUnicorn, soundImage, works } from '../support/broken-prologues.ts';
import { withPrologue } from '../support/with-prologue.ts';
import { shapesOf } from '../support/word-images.ts';

/**
 * A process for each run takes its time, so only some of the bits are tried where Unicorn does not know the machine, in
 * all positions of a byte alike; `npm run test:faults` tries them all.
 */
const STEP = process.env.RELOCATOR_HEAVY ? 1 : 9;
/** How much more of some bits than of all of them may mean nothing. */
const SAMPLED = 0.06;

describe.each(withPrologue.map(({ machine }) => machine.arch))('%s', (arch) => {
  const first = shapesOf(arch).slice(0, 1);
  const split = shapesOf(arch).find(({ formats, groups }) => formats.includes('chain') && groups[0]?.fields);
  const shapes = [...first, ...(split ? [split] : [])].map(({ name, groups }) => [name, groups] as const);
  test.each(shapes)('a flipped bit, anywhere in code and table of a chain of %s', async (_name, groups) => {
    const { wanted, prologue, blob } = await soundImage(arch, 'chain', groups);
    // Every fault would be seen in one that never works.
    expect(await works(wanted, blob, blob)).toBe(true);
    const unseen: string[] = [];
    const bits = prologue.bytes.length * 8;
    const step = inUnicorn(arch) ? 1 : STEP;
    for (let bit = 0; bit < bits; bit += step) {
      // Nothing reads what fills up to the table's alignment.
      if (bit >> 3 >= prologue.codeSize && bit >> 3 < prologue.table.offset) continue;
      const broken = blob.slice();
      const at = bit >> 3;
      broken[at] = (broken[at] ?? 0) ^ (1 << (bit & 7));
      if (await works(wanted, broken, blob)) unseen.push(`${at}.${bit & 7}`);
    }
    // What is left says the same in other bits: another scratch register, a wider form, bits the processor ignores.
    // An emulator has no caches: what maintains them for patched instructions may do anything.
    const { unseenBits: { words = 0.06, split: splitWords = 0.15, head = 0 } = {} } = toolchainOf(arch);
    const [limit, ignored] = groups.some(({ fields }) => fields) ? [splitWords, 0] : [words, head];
    const most = limit + (step === 1 ? 0 : SAMPLED);
    expect((unseen.length * step - ignored) / bits, unseen.join(' ')).toBeLessThan(most);
  });
});
