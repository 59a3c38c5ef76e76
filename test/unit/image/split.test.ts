/** Which fields are taken for parts of one address, and which are not. */
import { describe, expect, it } from 'vitest';
import { chainHalves, chainWords } from '../../../codegen/formats/chain.ts';
import type { Fixup } from '../../../image/fixups/resolve.ts';
import { splitGroups } from '../../../image/fixups/split.ts';
import type { Architecture } from '../../../relocator-dsl/architecture.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { architectureWith } from '../../support/architecture.ts';

const PAGE = 4096;

/** The machine that has such a type, and fixups of its types. */
function known(type: string): {
  architecture: Architecture;
  machine: Machine;
  fixup: (name: string, at: number, value: bigint) => Fixup;
} {
  const architecture = architectureWith(type);
  const fixup = (name: string, offset: number, value: bigint): Fixup => {
    const rule = architecture.byName.get(name);
    if (rule?.kind !== 'rule') throw new Error(`no rule is called ${name}`);
    const origin = { type: name, number: rule.type, section: '.text', offset: BigInt(offset), symbol: 's' };
    const target = { kind: 'image', value } as const;
    const rest = {
      motion: 'image',
      addend: 0n,
      second: undefined,
      slot: undefined,
      synthetic: false,
      inCode: false,
      placement: (base: bigint) => ({ base }),
    } as const;
    const application = { offset, rule, value: rule.value, target, origin, ...rest };
    return { application, value, coefficient: 1n, linear: true, block: undefined };
  };
  return { architecture, machine: architecture.machine, fixup };
}

describe('on AArch64, where four instructions hold an address', () => {
  const { machine, fixup } = known('R_AARCH64_MOVW_UABS_G0');
  const part = (n: 0 | 1 | 2 | 3, at: number, value: bigint): Fixup =>
    fixup(`R_AARCH64_MOVW_UABS_G${n}${n === 3 ? '' : '_NC'}`, at, value);
  const four = (at: number, value: bigint): Fixup[] =>
    ([3, 2, 1, 0] as const).map((n, index) => part(n, at + 4 * index, value));

  it('addresses that are split alike make one group', () => {
    const groups = splitGroups([...four(0x100, 0x1234n), ...four(0x200, 0x8765n)], machine, PAGE);
    expect(groups).toHaveLength(1);
    expect(groups?.[0]).toMatchObject({
      bytes: 8,
      words: [
        { offset: 0x100, value: 0x1234n },
        { offset: 0x200, value: 0x8765n },
      ],
      fields: [{ at: 0 }, { at: 4 }, { at: 8 }, { at: 12 }],
    });
  });

  it('interleaved ones are told apart by their values', () => {
    const a = [part(0, 0, 0x1000n), part(1, 8, 0x1000n), part(2, 16, 0x1000n), part(3, 24, 0x1000n)];
    const b = [part(0, 4, 0x9000n), part(1, 12, 0x9000n), part(2, 20, 0x9000n), part(3, 28, 0x9000n)];
    const groups = splitGroups([...a, ...b], machine, PAGE);
    expect(
      groups?.map(({ fields, words }) => [fields?.map(({ at }) => at), words.map(({ offset }) => offset)]),
    ).toEqual([
      [
        [0, 8, 16, 24],
        [0, 4],
      ],
    ]);
  });

  it('an upper part without the lower one is not grouped, for want of the carry', () => {
    expect(splitGroups([part(1, 0, 0x1234n)], machine, PAGE)).toBeUndefined();
    expect(splitGroups([part(2, 0, 0x1234n), part(0, 4, 0x1234n)], machine, PAGE)).toBeUndefined();
    expect(splitGroups([part(1, 0, 0x1234n), part(0, 4, 0x2234n)], machine, PAGE)).toBeUndefined();
  });

  it('… unless no bit below it ever changes', () => {
    expect(splitGroups([part(1, 0, 0x5_1234n)], machine, 0x1_0000)).toMatchObject([
      { bytes: 4, words: [{ offset: 0, value: 0x5_0000n }] },
    ]);
  });

  it('parts of two addresses in one page do not lend each other their low bits', () => {
    const groups = splitGroups(
      [part(1, 0, 0x1234n), part(0, 4, 0x1238n), part(0, 8, 0x1234n)],
      machine,
      PAGE,
    );
    // Which of the two lower parts goes along with the upper one does not matter: no carry comes from bits that stay.
    expect(groups?.map(({ words }) => words)).toEqual([
      [{ offset: 0, value: 0x1238n }],
      [{ offset: 8, value: 0x1234n }],
    ]);
  });

  it('a second upper part is stored along with the first', () => {
    const groups = splitGroups(
      [part(1, 0, 0x1234n), part(0, 4, 0x1234n), part(1, 8, 0x1234n)],
      machine,
      PAGE,
    );
    expect(groups?.map(({ fields }) => fields?.map(({ at }) => at))).toEqual([[0, 4, 8]]);
  });

  it('fields too far apart for one loop to reach are not grouped', () => {
    const near = splitGroups([part(1, 0, 0x1234n), part(0, 240, 0x1234n)], machine, PAGE);
    expect(near?.map(({ fields }) => fields?.map(({ at }) => at))).toEqual([[0, 240]]);
    expect(splitGroups([part(1, 0, 0x1234n), part(0, 244, 0x1234n)], machine, PAGE)).toBeUndefined();
  });

  it('what does not move by the slide, or is bound late, is not grouped', () => {
    const down = { ...part(0, 0, 0n), coefficient: -1n } as const;
    expect(splitGroups([down], machine, PAGE)).toBeUndefined();
    const { application, ...rest } = part(0, 0, 0n);
    const late = { ...rest, application: { ...application, target: { kind: 'late', name: 's' } } } as const;
    expect(splitGroups([late], machine, PAGE)).toBeUndefined();
  });
});

describe('where one instruction holds all of an address that changes', () => {
  const { architecture, machine, fixup } = known('R_PARISC_DIR21L');
  const upper = (at: number, value: bigint): Fixup => fixup('R_PARISC_DIR21L', at, value);

  it('types that fill the same field make one group', () => {
    const groups = splitGroups([upper(0, 0x1234n), fixup('R_PARISC_PLABEL21L', 8, 0x5678n)], machine, PAGE);
    expect(groups?.map(({ fields, words }) => [fields, words.map(({ offset }) => offset)])).toEqual([
      [[{ at: 0, rule: 'R_PARISC_DIR21L' }], [0, 8]],
    ]);
  });

  it('it is none where bits below may change', () => {
    expect(splitGroups([upper(0, 0x1234n)], machine, 1024)).toBeUndefined();
  });

  it('a chain holds what the field shows, unless its targets count from elsewhere', () => {
    const [group] = splitGroups([upper(0x100, 0x1800n), upper(0x9000, 0x800n)], machine, PAGE) ?? [];
    if (!group) throw new Error('no group');
    const contents = chainWords(group).map(({ value }) => value);
    const { target, next } = chainHalves(architecture, group, contents, {});
    expect(target.map(({ slice: { from, to } }) => [from, to])).toEqual([[11, 12]]);
    expect(next.map(({ slice: { from, to } }) => [from, to])).toEqual([
      [20, 30],
      [31, 31],
    ]);
    expect(() => chainHalves(architecture, group, contents, { origin: 8 })).toThrow(
      'the fields at 0x100 do not hold all 32 bits',
    );
  });
});

describe('on RISC-V, where the upper part is rounded', () => {
  const { machine, fixup } = known('R_RISCV_HI20');

  it('a rounded part holds the rounded bits of an address whose low ones stay', () => {
    expect(splitGroups([fixup('R_RISCV_HI20', 8, 0x1800n)], machine, PAGE)).toMatchObject([
      { bytes: 4, words: [{ offset: 8, value: 0x2000n }] },
    ]);
    expect(splitGroups([fixup('R_RISCV_HI20', 8, 0x17ffn)], machine, PAGE)).toMatchObject([
      { bytes: 4, words: [{ offset: 8, value: 0x1000n }] },
    ]);
  });

  it('… and with the lower part beside it, the plain ones', () => {
    const parts = [fixup('R_RISCV_HI20', 8, 0x1800n), fixup('R_RISCV_LO12_I', 12, 0x1800n)];
    expect(splitGroups(parts, machine, PAGE)).toMatchObject([
      { bytes: 4, words: [{ offset: 8, value: 0x1800n }], fields: [{ at: 0 }, { at: 4 }] },
    ]);
  });
});
