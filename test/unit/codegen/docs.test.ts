import { describe, expect, it } from 'vitest';
import { emitRelocationDocs } from '../../../codegen/docs/emit.ts';
import { drawField } from '../../../codegen/docs/field-picture.ts';
import { explain, explainType } from '../../../image/explain.ts';
import { InputError } from '../../../image/trouble/errors.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { type Architecture, architecture, commonPrefix } from '../../../relocator-dsl/architecture.ts';
import { multipleOf, signed } from '../../../relocator-dsl/check.ts';
import { bits, insn32, signSelected, word } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { type Rule, rule } from '../../../relocator-dsl/rule.ts';
import { PARTED, PLAIN } from '../../machines/samples.ts';
import { tinyArchitecture } from '../../support/tiny-architecture.ts';

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
      for (const entry of architecture.types) {
        const others = [...architecture.byOtherName].flatMap(([other, type]) =>
          type === entry ? [other] : [],
        );
        const names = [entry.name, ...others].map((name) => `\`${name}\``).join(', also ');
        expect(text).toContain(`| ${entry.type} | ${names} |`);
      }
      for (const { name, type, source } of architecture.rules) {
        expect(text).toContain(`### ${name} (${type})\n`);
        expect(text).toContain(source);
      }
      expect(text).not.toMatch(/undefined\b(?! symbol| weak|\)|:)|\[object/);
    },
  );

  const tiny = tinyArchitecture(64);
  /** The tiny machine in another byte order, with changes to it and to one of its rules. */
  function twin(facts: Partial<Machine> = {}, changes: Partial<Rule> = {}): Architecture {
    const machine: Machine = {
      ...tiny.machine,
      arch: 'twin',
      dataOrder: 'big',
      instructionOrder: 'big',
      ...facts,
    };
    const types = tiny.types.map((type) =>
      type.name === 'R_TINY_LO12' && type.kind === 'rule' ? rule({ ...type, ...changes }) : type,
    );
    return architecture(machine, types);
  }
  const orders = '| Byte order | data little, instructions little | data big, instructions big |';

  it('refers to the partner of a machine for what is the same', () => {
    const text = emitRelocationDocs(twin(), tiny);
    expect(text).toContain('What is said of [Tiny](tiny64.md) holds here, but for this table; ');
    expect(text.match(/^\| .*/gm)).toEqual(['| | tiny64 | twin |', '| --- | --- | --- |', orders]);
    expect(text).not.toContain('###');
  });

  it.each<[string, Partial<Rule>, RegExp]>([
    ['note', { notes: 'Another note.' }, /^Notes: Another note\.$/m],
    ['field', { field: insn32(bits(3, 11).at(11)) }, /^ 31 20 19 +11 10 0$/m],
    ['check', { check: multipleOf(8, signed(12)) }, /^- X is out of range unless -2\^11 <= X < 2\^11\.$/m],
  ])('describes a rule of a twin that has another %s', (_what, changes, expected) => {
    const text = emitRelocationDocs(twin({}, changes), tiny);
    expect(text).toContain('holds here, but for this table and the types below; ');
    expect(text.match(/^###.*/gm)).toEqual(['### R_TINY_LO12 (5)']);
    expect(text).toMatch(expected);
  });

  it('has the facts of a machine that its partner has not', () => {
    const text = emitRelocationDocs(twin({ unalignedFaults: true }), tiny);
    const fact = '| Unaligned data access at entry | allowed | faults |';
    expect(text.match(/^\| [A-Z].*/gm)).toEqual([orders, fact]);
  });
});

describe('explain', () => {
  it('gives the same by name, in lower case and by number', () => {
    const text = explain('R_X86_64_PC32', PLAIN);
    expect(text).toContain('X = S + A - P');
    expect(text).toContain('does not change');
    expect(explain('r_x86_64_pc32', PLAIN)).toBe(text);
    expect(explain('2', PLAIN)).toBe(text);
    expect(explain('0x2', PLAIN)).toBe(text);
    expect(explain('PC32', PLAIN)).toBe(text);
  });

  it('has a structured form', () => {
    expect(explainType('R_X86_64_PC32', PLAIN)).toMatchObject({
      kind: 'rule',
      type: 2,
      formula: 'S + A - P',
      check: '-2^31 <= X < 2^31',
      motion: { image: 'does not change', fixed: 'changes by -D' },
    });
  });

  it('names close types when there is no such type', () => {
    expect(() => explain('R_X86_64_PC23', PLAIN)).toThrow(InputError);
    expect(() => explain('R_X86_64_PC23', PLAIN)).toThrow(/R_X86_64_PC32/);
    expect(() => explain('PC23', PLAIN)).toThrow(/close to it is R_X86_64_PC32;/);
    expect(() => explain('9999', PLAIN)).toThrow(/no relocation type 9999; close to it are R_X86_64_/);
  });

  it('compares names without what all of them begin with, whatever that is', () => {
    expect(architectures.map(({ types }) => commonPrefix(types))).toEqual(
      expect.arrayContaining(['R_X86_64_', 'R_386_', 'R_AARCH64_']),
    );
    expect(commonPrefix([{ name: 'R_ONE_ABS' }, { name: 'R_ONE_ABS32' }])).toBe('R_ONE_');
    expect(commonPrefix([{ name: '_A' }, { name: 'B' }])).toBe('');
    expect(commonPrefix([])).toBe('');
    expect(() => explainType('r_aarch64_abs46', PARTED)).toThrow(
      /close to it are R_AARCH64_ABS16, R_AARCH64_ABS64; /,
    );
    expect(() => explainType('GOTPCRELY', PLAIN)).toThrow(/R_X86_64_GOTPCREL/);
  });

  it('names the architectures when there is no such architecture', () => {
    expect(() => explain('R_X86_64_PC32', 'vax')).toThrow(/unknown architecture vax; known are \w+, \w+/);
  });
});
