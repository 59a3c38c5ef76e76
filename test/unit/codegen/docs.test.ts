import { describe, expect, it } from 'vitest';
import { emitRelocationDocs } from '../../../codegen/docs/emit.ts';
import { drawField } from '../../../codegen/docs/field-picture.ts';
import { explain, explainType } from '../../../image/explain.ts';
import { InputError } from '../../../image/trouble/errors.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { sh, sheb } from '../../../relocator-dsl/arch/sh.ts';
import { architecture, commonPrefix } from '../../../relocator-dsl/architecture.ts';
import { bits, insn16, insn32, signSelected, word } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { type Rule, rule } from '../../../relocator-dsl/rule.ts';

describe('drawField', () => {
  it('draws a whole word', () => {
    expect(drawField(word(32))).toEqual([' 31      0', '+---------+', '| X[31:0] |', '+---------+']);
  });

  it('draws slices high bit first and leaves kept bits empty', () => {
    expect(drawField(insn32(bits(2, 20).at(5), bits(0, 1).at(29)))).toEqual([
      ' 31 30    29 28 24 23      5 4 0',
      '+--+--------+-----+---------+---+',
      '|  | X[1:0] |     | X[20:2] |   |',
      '+--+--------+-----+---------+---+',
    ]);
  });

  it('draws the opcode bit of a wide move', () => {
    const [, , content] = drawField(signSelected(insn32(bits(0, 15).at(5)), 30));
    expect(content).toContain('| sign |');
  });
});

describe('emitRelocationDocs', () => {
  it.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
    'names every type of %s',
    (_arch, architecture) => {
      const text = emitRelocationDocs(architecture);
      for (const { name, type } of architecture.types) expect(text).toContain(`| ${type} | \`${name}\` |`);
      for (const { name, type, source } of architecture.rules) {
        expect(text).toContain(`### ${name} (${type})\n`);
        expect(text).toContain(source);
      }
      expect(text).not.toMatch(/undefined\b(?! symbol| weak|\)|:)|\[object/);
    },
  );

  it('refers to the partner of a machine for what is the same', () => {
    const text = emitRelocationDocs(sheb, sh);
    expect(text).toContain('[little-endian SuperH](sh.md) holds here, but for this table; ');
    expect(text.match(/^\| .*/gm)).toEqual([
      '| | sh | sheb |',
      '| --- | --- | --- |',
      '| Byte order | data little, instructions little | data big, instructions big |',
    ]);
    expect(text).not.toContain('###');
  });

  it.each<[string, Partial<Rule>, Partial<Machine>, RegExp]>([
    ['a note', { notes: 'Another note.' }, {}, /^Notes: Another note\.$/m],
    ['a field', { field: insn16(bits(1, 12).at(3)) }, {}, /X\[12:1\]/],
    [
      'a fact of the machine',
      {},
      { unalignedFaults: false },
      /^\| Unaligned data access at entry \| faults \| allowed \|$/m,
    ],
  ])('says of a machine with a partner that %s differs', (_what, changes, facts, expected) => {
    const other = architecture(
      { ...sheb.machine, ...facts },
      sheb.types.map((type) =>
        type.name === 'R_SH_IND12W' && type.kind === 'rule' ? rule({ ...type, ...changes }) : type,
      ),
    );
    const text = emitRelocationDocs(other, sh);
    expect(text).toMatch(expected);
    const blocks = Object.keys(changes).length > 0 ? ['### R_SH_IND12W (4)'] : null;
    expect(text.match(/^###.*/gm)).toEqual(blocks);
  });
});

describe('explain', () => {
  it('gives the same by name, in lower case and by number', () => {
    const text = explain('R_X86_64_PC32', 'x86_64');
    expect(text).toContain('X = S + A - P');
    expect(text).toContain('does not change');
    expect(explain('r_x86_64_pc32', 'x86_64')).toBe(text);
    expect(explain('2', 'x86_64')).toBe(text);
    expect(explain('0x2', 'x86_64')).toBe(text);
  });

  it('has a structured form', () => {
    expect(explainType('R_X86_64_PC32', 'x86_64')).toMatchObject({
      kind: 'rule',
      type: 2,
      formula: 'S + A - P',
      check: '-2^31 <= X < 2^31',
      motion: { image: 'does not change', fixed: 'changes by -D' },
    });
  });

  it('names close types when there is no such type', () => {
    expect(() => explain('R_X86_64_PC23', 'x86_64')).toThrow(InputError);
    expect(() => explain('R_X86_64_PC23', 'x86_64')).toThrow(/R_X86_64_PC32/);
    expect(() => explain('PC32', 'x86_64')).toThrow(/close to it are R_X86_64_PC32/);
    expect(() => explain('9999', 'x86_64')).toThrow(/no relocation type 9999; close to it are R_X86_64_/);
  });

  it('compares names without what all of them begin with, whatever that is', () => {
    expect(architectures.map(({ types }) => commonPrefix(types))).toEqual(
      expect.arrayContaining(['R_X86_64_', 'R_386_', 'R_AARCH64_']),
    );
    expect(commonPrefix([{ name: 'R_ONE_ABS' }, { name: 'R_ONE_ABS32' }])).toBe('R_ONE_');
    expect(commonPrefix([{ name: '_A' }, { name: 'B' }])).toBe('');
    expect(commonPrefix([])).toBe('');
    expect(() => explainType('r_aarch64_abs46', 'aarch64')).toThrow(/close to it are R_AARCH64_ABS16/);
    expect(() => explainType('GOTPCRELY', 'x86_64')).toThrow(/R_X86_64_GOTPCREL/);
  });

  it('names the architectures when there is no such architecture', () => {
    expect(() => explain('R_X86_64_PC32', 'vax')).toThrow(/unknown architecture vax; known are .*x86_64/);
  });
});
