/**
 * `npm run bench [-- MACHINE…]`: prologues beside loops that C compilers make of the same formats, on the same words, run in
 * the same emulator. Bytes and instructions, which are the same on every computer; no times. `--write` puts what comes of
 * all machines into docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { replacePart, writePicture } from './document.ts';
import { everyCompiler, MACHINES, measureEvery } from './prologues/every.ts';
import { listOf } from './prologues/list.ts';
import type { Measured } from './prologues/measure.ts';
import { prologuesPart, WORDS } from './prologues/part.ts';
import { measureShipped } from './prologues/shipped.ts';

/** Few words, as many as purgatories have, and many. */
const COUNTS = [16, 69, 1000];

async function measured(machines: readonly string[], counts: readonly number[]): Promise<Measured[]> {
  const all: Measured[] = [];
  for await (const each of measureEvery(machines, counts)) {
    if (process.stderr.isTTY) process.stderr.write(`\r${each.arch}\u001b[K`);
    all.push(each);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return all;
}

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !MACHINES.includes(name));
try {
  if (unknown.length > 0)
    throw new Error(`no prologue for ${unknown.join(', ')}; there are ${MACHINES.join(', ')}`);
  if (values.write && positionals.length > 0) throw new Error('--write is for all machines');
  if (values.write) {
    const part = prologuesPart(await measured(MACHINES, [WORDS]), everyCompiler(), await measureShipped());
    for (const [name, svg] of part.pictures) writePicture(name, svg);
    replacePart('prologues', part.markdown);
  } else {
    console.log(listOf(await measured(positionals.length > 0 ? positionals : MACHINES, COUNTS)));
    console.log(
      '\nCODE is the whole prologue: finding itself, the loop, the guard and the jump; C is the loop alone.',
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
