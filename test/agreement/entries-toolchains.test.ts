/** What is entered where nothing names an entry, in objects of compilers and images of linkers, and how it is told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { buildImage, readElf } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { gnuLinked, gnuObject } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';

/** No purgatory_start, and two functions of which neither is marked. */
const SILENT = `
  int helper(int x) { return x * 7; }
  int tab[4] = {1, 2, 3, 4};
  int start_here(int i) { return helper(tab[i]); }
`;

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-entries-'));
  writeFileSync(file('silent.c'), SILENT);
  run(['gcc', '-O2', '-fPIC', '-c', '-o', file('silent.o'), file('silent.c')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an object of which nothing names an entry', () => {
  const NOTE =
    'it enters helper at the start of .text, for nothing names an entry: e_entry is 0, and there is no ' +
    'purgatory_start; name one with --entry SYM (helper, start_here)';

  it('is entered at its start, and build and apply say so in a line', async () => {
    for (const command of [['build'], ['apply', '--base', '0x1000']]) {
      const { code, err } = await relocator(...command, file('silent.o'), '-o', file('out'));
      expect({ code, err }).toEqual({ code: 0, err: `relocator: ${file('silent.o')}: ${NOTE}\n` });
    }
  });

  it('is entered at the symbol that is named, of which nothing is said', async () => {
    for (const command of [['build'], ['apply', '--base', '0x1000']]) {
      const rest = ['--entry', 'start_here', '-o', file('out')];
      expect(await relocator(...command, file('silent.o'), ...rest)).toMatchObject({ code: 0, err: '' });
    }
  });

  it.each(architectures.flatMap(({ machine: { arch } }) => (hasPrologue(arch) ? [arch] : [])))(
    'is told of on %s',
    async (arch) => {
      const source = (name: string): string =>
        `.text\n.globl ${name}, other\n.type ${name},%function\n${name}: nop\n nop\n nop\n nop\nother: nop\n nop\n nop\n nop\n`;
      const { summary, map } = await buildImage(gnuObject(arch, source('first')));
      expect(summary.notes).toEqual([
        expect.stringMatching(
          /^it enters first at the start of .text, for nothing .*--entry SYM \(first, other\)$/,
        ),
      ]);
      expect(map.entry).toBe(map.symbols.find(({ name }) => name === 'first')?.offset);
      expect((await buildImage(gnuObject(arch, source('purgatory_start')))).summary.notes).toEqual([]);
    },
  );
});

describe('a linked image of which nothing names an entry', () => {
  const source = (name: string): string =>
    `.text\n.globl ${name}\n.type ${name},%function\nnop\n${name}: nop\n.data\n.quad ${name}\n`;
  const options = ['-shared', '-e', '0'];

  it('is entered at purgatory_start', async () => {
    const linked = gnuLinked(PLAIN, source('purgatory_start'), ...options);
    expect(readElf(linked).entry).toBe(0n);
    const { map, summary } = await buildImage(linked);
    expect(map.entry).toBe(map.symbols.find(({ name }) => name === 'purgatory_start')?.offset);
    expect(summary.notes).toEqual([]);
  });

  it('is refused where its ELF header would be entered', async () => {
    const linked = gnuLinked(PLAIN, source('first'), ...options);
    await expect(buildImage(linked)).rejects.toThrow(
      'nothing names an entry: e_entry is 0, and there is no dynamic symbol purgatory_start; link with -e SYM',
    );
  });

  it('is entered at 0 where code is there, and that is told', async () => {
    writeFileSync(file('at-zero.ld'), 'SECTIONS { .text 0 : { *(.text) } .data : { *(.data) } }');
    const linked = gnuLinked(PLAIN, source('first'), ...options, '-T', file('at-zero.ld'));
    await expect(buildImage(linked, { entry: 'firts' })).rejects.toThrow(
      '--entry firts: the linked image has no such dynamic symbol; close to it is first; link it with -e firts',
    );
    const { summary } = await buildImage(linked);
    expect(summary.notes).toEqual([expect.stringMatching(/^it enters the code at address 0, .*\(first\)$/)]);
  });
});
