/** Files for debuggers, as readers of such take them, and their debugging data as GNU ld has it: of what assemblers make on every machine. */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { debugFile } from '../../image/debug/debug-file.ts';
import { buildImage, type ImageMap } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { debugDifferences, debugSectionsAt } from '../support/debug-data.ts';
import { inFolder } from '../support/folder.ts';
import { assembledBy, gnuMerged } from '../support/gnu-object.ts';
import { symbolsOf } from '../support/link-image.ts';
import { run } from '../support/run.ts';
import { toolsOf } from '../support/tools.ts';

const BASES = [0x10_0000n, 0x123_0000n, 0x3fff_0000n];
const MACHINES = architectures.map(({ machine }) => machine).filter(({ arch }) => hasPrologue(arch));

/** Lines in two sections, so that there are lists of ranges, with padding between. */
const SOURCE = `
.globl purgatory_start
.section .text,"ax"
.type purgatory_start, %function
purgatory_start:
  nop
  nop
  .balign 8
inner:
  nop
.size purgatory_start, . - purgatory_start
.section .text.hot,"ax"
.globl hot
.type hot, %function
hot:
  nop
  nop
.size hot, . - hot
.data
.globl number
.type number, %object
number: .long 5
.size number, 4
`;

/** The first instruction behind the label. */
const HOT_LINE = SOURCE.split('\n').indexOf('hot:') + 2;

interface Built {
  readonly object: Uint8Array;
  readonly blob: Uint8Array;
  readonly map: ImageMap;
}

async function built(object: Uint8Array): Promise<Built> {
  return { object, ...(await buildImage(object)) };
}

/** What gdb says of a file, a line for each command. */
function gdb(file: Uint8Array, commands: readonly string[]): string {
  return inFolder((path) => {
    writeFileSync(path('image.elf'), file);
    const words = commands.flatMap((command) => ['-ex', command]);
    return run(['gdb-multiarch', '-batch', '-nx', ...words], [path('image.elf')]);
  });
}

describe.each(MACHINES.map((machine) => [machine.arch, machine] as const))('%s', (arch) => {
  const assembler = [...toolsOf(arch).as, '--gdwarf-4'];
  const object = assembledBy(assembler, SOURCE);

  it('has the debugging data that GNU ld makes', async () => {
    const { blob, map } = await built(object);
    for (const base of BASES) {
      const ours = debugSectionsAt(object, blob, map, base);
      expect(ours.map(({ name }) => name)).toContain('.debug_line');
      expect(debugDifferences(ours, object, map, base)).toEqual([]);
      const [wrong] = ours.map(({ data }) => data).filter((data) => data.length > 0);
      if (wrong) wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
      expect(debugDifferences(ours, object, map, base)).toHaveLength(1);
    }
  });

  it('is taken by gdb, with its symbols where they are and the lines of the source', async () => {
    const { blob, map } = await built(object);
    const [base = 0n] = BASES;
    const { file } = debugFile(blob, map, base, { object });
    const at = (name: string): string => {
      const offset = map.symbols.find((each) => each.name === name)?.offset ?? 0;
      return `0x${(base + BigInt(offset)).toString(16)}`;
    };
    const said = gdb(file, [
      `info symbol ${at('hot')}`,
      `info symbol ${at('number')}`,
      `info symbol 0x${base.toString(16)}`,
      `info line *${at('hot')}`,
      'info address hot',
      'info files',
    ]);
    expect(said).toMatch(/^hot in section \.text\.hot$/m);
    expect(said).toMatch(/^number in section \.data$/m);
    expect(said).toMatch(/^relocator_prologue in section \.relocator$/m);
    expect(said).toMatch(new RegExp(`Line ${HOT_LINE} of ".*/in\\.s" starts at address ${at('hot')} <hot>`));
    expect(said).toContain(`Entry point: 0x${base.toString(16)}`);
  });

  it('has symbols without the object, too', async () => {
    const { blob, map } = await built(object);
    const [base = 0n] = BASES;
    const { file, debug } = debugFile(blob, map, base);
    expect(debug).toBe(0);
    const symbols = symbolsOf(Buffer.from(file));
    for (const { name, offset } of map.symbols) expect(symbols.get(name)).toBe(base + BigInt(offset));
  });

  it('is not made of another object, or of the same with other code', async () => {
    const { blob, map } = await built(object);
    const longer = gnuMerged(arch, object, '.section .other,"aw"\n.long 1\n');
    expect(() => debugFile(blob, map, 0x10_0000n, { object: longer })).toThrow(/made of something else/);
    const changed = Uint8Array.from(blob);
    const code = map.sections.find(({ name }) => name === '.text.hot')?.offset ?? 0;
    changed[code] = (changed[code] ?? 0) ^ 0xff;
    expect(() => debugFile(changed, map, 0x10_0000n, { object })).toThrow(
      /code differs at 0x0 in \.text\.hot/,
    );
  });
});
